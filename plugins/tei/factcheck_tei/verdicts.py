"""listAnnotation for verdicts, with their history, and for the evidence they rest on."""

from collections.abc import Iterator

from factcheck import EarlierVerdict, Evidence, Verdict

from .agents import Mentions, responsible
from .dates import datable, date
from .ids import earlier_id, evidence_id, explanation_id, note_id
from .interpretations import of_evidence
from .markup import NOTHING, Markup, block, element, lines, listed, to
from .pointers import link
from .quotations import anchor, place_in_source


def verdict_annotations(verdicts: tuple[Verdict, ...], mentioned: Mentions) -> Markup:
    """A listAnnotation of the verdicts, and one of the evidence for them."""
    reached = [_verdict(verdict, mentioned) for verdict in verdicts]
    evidence = [given for verdict in verdicts for given in _evidence_of(verdict)]
    return lines(
        (
            listed("listAnnotation", reached, type="verdicts"),
            listed("listAnnotation", evidence, type="evidence"),
        )
    )


def _verdict(verdict: Verdict, mentioned: Mentions) -> Markup:
    return block(
        "annotation",
        responsible("author", verdict.authors, mentioned),
        listed("revisionDesc", _changes(verdict)),
        link("url", verdict.url),
        _explained(verdict.explanation, verdict.id),
        id=verdict.id,
        motivation="assessing classifying",
        target=to(verdict.claim),
        ana=to(verdict.rating),
        cert=None if verdict.confidence is None else repr(verdict.confidence),
    )


def _changes(verdict: Verdict) -> Iterator[Markup]:
    """Its publication, and each earlier verdict with the correction that replaced it: the newest first."""
    if verdict.published is not None:
        yield element("change", date(verdict.published), status="published", **datable(verdict.published))
    for number in range(len(verdict.history), 0, -1):
        yield _earlier(verdict.history[number - 1], earlier_id(verdict.id, number))


def _earlier(earlier: EarlierVerdict, identifier: str) -> Markup:
    return element(
        "change",
        date(earlier.published),
        _explained(earlier.explanation, identifier),
        status="withdrawn",
        ana=to(earlier.rating),
        corresp=to(earlier.correction),
        **datable(earlier.published),
    )


def _explained(explanation: str | None, identifier: str) -> Markup:
    return NOTHING if explanation is None else element("ptr", type="explanation", target=to(explanation_id(identifier)))


def _evidence_of(verdict: Verdict) -> Iterator[Markup]:
    for number, evidence in enumerate(verdict.evidence, 1):
        yield _evidence(evidence, evidence_id(verdict.id, number, evidence.id), verdict.id)


def _evidence(evidence: Evidence, identifier: str, verdict: str) -> Markup:
    return block(
        "annotation",
        element("ptr", type="verdict", target=to(verdict)),
        NOTHING if evidence.note is None else element("ptr", type="note", target=to(note_id(identifier))),
        place_in_source(evidence.quotation),
        id=identifier,
        motivation="linking classifying",
        target=anchor(evidence.quotation, identifier, evidence.source),
        source=to(evidence.source),
        ana=to(of_evidence(evidence)),
    )
