"""text: what a reader must see, in plain words, for those who drop standOff.

The words of claims, explanations, notes and quotations stand here and nowhere else, and standOff points
to them; names, labels and sources are shown as they are mentioned.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from factcheck import Appearance, Claim, Correction, EarlierVerdict, Evidence, FactCheck, Source, Verdict

from .agents import Mentions
from .dates import date
from .markup import NOTHING, Markup, block, element, lines, listed, text, to, worded
from .pointers import appearance_id, earlier_id, evidence_id, explanation_id, note_id, text_id
from .quotations import quoted

_COMMA = text(", ")
_THEN = text(" → ")
_PARAGRAPH = "\n\n"


class Shown(NamedTuple):
    """How agents, sources and ratings are shown, each by id."""

    mentioned: Mentions
    sources: Mapping[str, Markup]
    ratings: Mapping[str, Markup]


def body(fact_check: FactCheck, mentioned: Mentions) -> Markup:
    """The text of this fact-check."""
    shown = Shown(mentioned, _sources(fact_check, mentioned), _ratings(fact_check))
    summary = worded("p", fact_check.summary)
    article = (fact_check.body or "").split(_PARAGRAPH) if fact_check.body is not None else ()
    verdicts = _by_claim(fact_check.verdicts)
    return block(
        "text",
        block(
            "body",
            element("head", text(fact_check.headline)),
            element("argument", summary) if summary else NOTHING,
            listed("div", [element("p", text(paragraph)) for paragraph in article], type="article"),
            *(_claim(claim, verdicts.get(claim.id, ()), shown) for claim in fact_check.claims),
            listed("div", map(_correction, fact_check.corrections), type="corrections"),
        ),
    )


def _sources(fact_check: FactCheck, mentioned: Mentions) -> dict[str, Markup]:
    return {source.id: _source(source, mentioned) for source in fact_check.sources}


def _source(source: Source, mentioned: Mentions) -> Markup:
    title = source.title or source.description or source.url or source.kind
    publisher = () if source.publisher is None else (mentioned.spoken[source.publisher],)
    return _joined(_COMMA, (element("ref", text(title), target=to(source.id)), *publisher, date(source.published)))


def _ratings(fact_check: FactCheck) -> dict[str, Markup]:
    ratings = fact_check.rating_scale.ratings if fact_check.rating_scale else ()
    return {
        rating.id: element("ref", text(rating.names.best(fact_check.language, "en")), target=to(rating.id))
        for rating in ratings
    }


def _by_claim(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    grouped: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        grouped.setdefault(verdict.claim, []).append(verdict)
    return grouped


def _claim(claim: Claim, verdicts: Iterable[Verdict], shown: Shown) -> Markup:
    appearances = enumerate(claim.appearances, 1)
    return block(
        "div",
        element("head", text(claim.text), id=text_id(claim.id), lang=claim.language),
        _paragraph(_joined(_COMMA, _circumstances(claim, shown))),
        *(_verdict(verdict, shown) for verdict in verdicts),
        *(_appearance(appearance, appearance_id(claim.id, n, appearance.id), shown) for n, appearance in appearances),
        type="claim",
        corresp=to(claim.id),
    )


def _circumstances(claim: Claim, shown: Shown) -> Iterator[Markup]:
    yield from (shown.mentioned.spoken[claimant] for claimant in claim.claimants)
    if claim.occasion is not None:
        yield text(claim.occasion)
    if claim.place is not None:
        yield element("placeName", text(claim.place.name))
    yield date(claim.made)


def _verdict(verdict: Verdict, shown: Shown) -> Markup:
    history = enumerate(verdict.history, 1)
    evidence = enumerate(verdict.evidence, 1)
    return block(
        "div",
        element("head", shown.ratings[verdict.rating]),
        _explanation(verdict.explanation, verdict.id),
        *(_earlier(earlier, earlier_id(verdict.id, number), shown) for number, earlier in history),
        *(_evidence(given, evidence_id(verdict.id, number, given.id), shown) for number, given in evidence),
        type="verdict",
        corresp=to(verdict.id),
    )


def _earlier(earlier: EarlierVerdict, identifier: str, shown: Shown) -> Markup:
    """An earlier verdict: its label struck out, when it was published, and what it said."""
    struck = element("hi", shown.ratings[earlier.rating], rend="line-through")
    correction = element("ref", text("→"), target=to(earlier.correction))
    label = _joined(_COMMA, (struck, date(earlier.published), correction))
    return lines((_paragraph(label), _explanation(earlier.explanation, identifier)))


def _explanation(explanation: str | None, identifier: str) -> Markup:
    return worded("p", explanation, id=explanation_id(identifier))


def _evidence(evidence: Evidence, identifier: str, shown: Shown) -> Markup:
    stance = element("seg", text(evidence.stance), type="stance", lang="en")
    return block(
        "div",
        _paragraph(_joined(text(": "), (stance, shown.sources[evidence.source]))),
        quoted(evidence.quotation, identifier),
        worded("p", evidence.note, id=note_id(identifier)),
        type="evidence",
        corresp=to(identifier),
    )


def _appearance(appearance: Appearance, identifier: str, shown: Shown) -> Markup:
    """The words, and the way they took from who passed them on first to the page."""
    relays = (_relay(relay.by, relay.verb, shown) for relay in appearance.relays)
    return block(
        "div",
        quoted(appearance.quotation, identifier),
        _paragraph(_joined(_THEN, (*relays, shown.sources[appearance.source]))),
        type="appearance",
        corresp=to(identifier),
    )


def _relay(by: str, verb: str, shown: Shown) -> Markup:
    who = shown.mentioned.spoken.get(by) or shown.sources[by]
    return Markup(f"{who}{text(f' ({verb})')}")


def _correction(correction: Correction) -> Markup:
    return _paragraph(_joined(text(": "), (date(correction.published), text(correction.text))))


def _paragraph(content: Markup) -> Markup:
    return element("p", content) if content else NOTHING


def _joined(separator: Markup, parts: Iterable[Markup]) -> Markup:
    return Markup(separator.join(filter(None, parts)))
