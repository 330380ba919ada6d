"""listAnnotation for verdicts, with their history, and for the evidence they rest on."""

from collections.abc import Iterator

from factcheck import EarlierVerdict, Evidence, Verdict

from .agents import Mentions, responsible
from .dates import datable, date
from .ids import earlier_id, evidence_id, explanation_id, note_id
from .interpretations import of_evidence
from .markup import Markup, block, element, lines, listed
from .pointers import link
from .quotations import anchor, place_in_source


def verdict_annotations(verdicts: tuple[Verdict, ...], mentioned: Mentions) -> Markup:
    """A listAnnotation of the verdicts, and one of the evidence for them."""
    reached = [_verdict(verdict, mentioned) for verdict in verdicts]
    evidence = [
        _evidence(given, evidence_id(verdict.id, number, given.id), verdict.id)
        for verdict in verdicts
        for number, given in enumerate(verdict.evidence, 1)
    ]
    return lines(
        listed('listAnnotation type="verdicts"', reached),
        listed('listAnnotation type="evidence"', evidence),
    )


def _verdict(verdict: Verdict, mentioned: Mentions) -> Markup:
    cert = "" if verdict.confidence is None else f' cert="{verdict.confidence!r}"'
    return block(
        f'annotation xml:id="{verdict.id}" motivation="assessing classifying" target="#{verdict.claim}"'
        f' ana="#{verdict.rating}"{cert}',
        responsible("author", verdict.authors, mentioned),
        listed("revisionDesc", _changes(verdict)),
        link('type="url"', verdict.url),
        verdict.explanation and _explained(verdict.id),
    )


def _changes(verdict: Verdict) -> Iterator[str]:
    """Its publication, and each earlier verdict with the correction that replaced it: the newest first."""
    if verdict.published is not None:
        yield f'<change status="published"{datable(verdict.published)}>{date(verdict.published)}</change>'
    for number in range(len(verdict.history), 0, -1):
        yield _earlier(verdict.history[number - 1], earlier_id(verdict.id, number))


def _earlier(earlier: EarlierVerdict, identifier: str) -> Markup:
    explained = _explained(identifier) if earlier.explanation else ""
    return element(
        f'change status="withdrawn" ana="#{earlier.rating}" corresp="#{earlier.correction}"{datable(earlier.published)}',
        Markup(f"{date(earlier.published)}{explained}"),
    )


def _explained(identifier: str) -> str:
    return f'<ptr type="explanation" target="#{explanation_id(identifier)}"/>'


def _evidence(evidence: Evidence, identifier: str, verdict: str) -> Markup:
    target = anchor(evidence.quotation, identifier, evidence.source)
    return lines(
        f'<annotation xml:id="{identifier}" motivation="linking classifying" target="{target}"'
        f' source="#{evidence.source}" ana="#{of_evidence(evidence)}">',
        f'<ptr type="verdict" target="#{verdict}"/>',
        evidence.note and f'<ptr type="note" target="#{note_id(identifier)}"/>',
        place_in_source(evidence.quotation),
        "</annotation>",
    )
