"""text: what a reader must see, in plain words, for those who drop standOff.

The words of claims, explanations, notes and quotations stand here and nowhere else, and standOff points
to them; names, labels and sources are shown as they are mentioned.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from factcheck import Appearance, Claim, Correction, EarlierVerdict, Evidence, FactCheck, Rating, Source, Verdict

from .agents import Mentions
from .dates import date
from .ids import appearance_id, earlier_id, evidence_id, explanation_id, note_id, text_id
from .markup import NOTHING, Markup, block, element, lines, listed, text, to, worded
from .quotations import quoted

_COMMA = text(", ")
_THEN = text(" → ")
_PARAGRAPH = "\n\n"


class Shown(NamedTuple):
    """The sources, and how agents, sources and ratings are shown; each by id."""

    sources: Mapping[str, Source]
    mentioned: Mentions
    cited: Mapping[str, Markup]
    labels: Mapping[str, Markup]


def body(fact_check: FactCheck, mentioned: Mentions) -> Markup:
    """The text of this fact-check."""
    shown = _shown(fact_check, mentioned)
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


def _shown(fact_check: FactCheck, mentioned: Mentions) -> Shown:
    ratings = fact_check.rating_scale.ratings if fact_check.rating_scale else ()
    return Shown(
        sources={source.id: source for source in fact_check.sources},
        mentioned=mentioned,
        cited={source.id: _cited(source, mentioned) for source in fact_check.sources},
        labels={rating.id: _label(rating, fact_check.language) for rating in ratings},
    )


def _cited(source: Source, mentioned: Mentions) -> Markup:
    title = source.title or source.description or source.url or source.kind
    publisher = () if source.publisher is None else (mentioned.spoken[source.publisher],)
    return _joined(_COMMA, (element("ref", text(title), target=to(source.id)), *publisher, date(source.published)))


def _label(rating: Rating, language: str) -> Markup:
    words = rating.names.best(language, "en")
    spoken = [tag for tag, name in rating.names.items() if name == words]
    return element("ref", text(words), target=to(rating.id), lang=None if language in spoken else spoken[0])


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
        element("head", shown.labels[verdict.rating]),
        _explanation(verdict.explanation, verdict.id),
        *(_earlier(earlier, earlier_id(verdict.id, number), shown) for number, earlier in history),
        *(_evidence(given, evidence_id(verdict.id, number, given.id), shown) for number, given in evidence),
        type="verdict",
        corresp=to(verdict.id),
    )


def _earlier(earlier: EarlierVerdict, identifier: str, shown: Shown) -> Markup:
    """An earlier verdict: its label struck out, when it was published, and what it said."""
    struck = element("hi", shown.labels[earlier.rating], rend="line-through")
    correction = element("ref", text("→"), target=to(earlier.correction))
    label = _joined(_COMMA, (struck, date(earlier.published), correction))
    return lines((_paragraph(label), _explanation(earlier.explanation, identifier)))


def _explanation(explanation: str | None, identifier: str) -> Markup:
    return worded("p", explanation, id=explanation_id(identifier))


def _evidence(evidence: Evidence, identifier: str, shown: Shown) -> Markup:
    stance = element("seg", text(evidence.stance), type="stance", lang="en")
    return block(
        "div",
        _paragraph(_joined(text(": "), (stance, shown.cited[evidence.source]))),
        quoted(evidence.quotation, identifier, shown.sources[evidence.source]),
        worded("p", evidence.note, id=note_id(identifier)),
        type="evidence",
        corresp=to(identifier),
    )


def _appearance(appearance: Appearance, identifier: str, shown: Shown) -> Markup:
    """The words, and the way they took from who passed them on first to the page."""
    way = [_relay(relay.by, relay.verb, shown) for relay in appearance.relays]
    if not appearance.relays or appearance.relays[-1].by != appearance.source:
        way.append(shown.cited[appearance.source])
    return block(
        "div",
        quoted(appearance.quotation, identifier, shown.sources[appearance.source]),
        _paragraph(_joined(_THEN, way)),
        type="appearance",
        corresp=to(identifier),
    )


def _relay(by: str, verb: str, shown: Shown) -> Markup:
    who = shown.mentioned.spoken.get(by) or shown.cited[by]
    return Markup(f"{who}{text(f' ({verb})')}")


def _correction(correction: Correction) -> Markup:
    return _paragraph(_joined(text(": "), (date(correction.published), text(correction.text))))


def _paragraph(content: Markup) -> Markup:
    return element("p", content) if content else NOTHING


def _joined(separator: Markup, parts: Iterable[Markup]) -> Markup:
    return Markup(separator.join(filter(None, parts)))
