"""text: what a reader must see, in plain words, for those who drop standOff.

The words of claims, explanations, notes and quotations stand here and nowhere else, and standOff points
to them; names, labels, sources and whatever else standOff says of them are shown once more, for people.
"""

from collections.abc import Iterable, Iterator

from factcheck import Appearance, Claim, ClaimRelation, Correction, EarlierVerdict, Evidence, FactCheck, Verdict

from .agents import Mentions
from .dates import date
from .ids import appearance_id, earlier_id, evidence_id, explanation_id, note_id, text_id
from .listing import source_listing
from .markup import NOTHING, Markup, block, element, lines, listed, text, to, worded
from .quotations import quoted
from .shown import COLON, COMMA, SEMICOLON, Shown, aside, joined, paragraph, said, show

_SPACE = text(" ")
_THEN = text(" → ")
_PARAGRAPH = "\n\n"
_MOST = 2000  # what is repeated has a bound; the whole stands where the link leads
_RENDERED = {"part": "in part"}
"""Words for how a claimant's words are rendered, where the model's are not plain enough."""


def body(fact_check: FactCheck, mentioned: Mentions) -> Markup:
    """The text of this fact-check."""
    shown = show(fact_check, mentioned)
    summary = worded("p", fact_check.summary)
    article = (fact_check.body or "").split(_PARAGRAPH) if fact_check.body is not None else ()
    verdicts = _by_claim(fact_check.verdicts)
    return block(
        "text",
        block(
            "body",
            element("head", text(fact_check.headline)),
            element("argument", summary) if summary else NOTHING,
            listed("div", [element("p", text(words)) for words in article], type="article"),
            *(_claim(claim, verdicts.get(claim.id, ()), shown) for claim in fact_check.claims),
            listed("div", map(_correction, fact_check.corrections), type="corrections"),
            source_listing(shown),
        ),
    )


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
        paragraph(joined(COMMA, _circumstances(claim, shown))),
        *(_relation(relation, shown) for relation in claim.relations),
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


def _relation(relation: ClaimRelation, shown: Shown) -> Markup:
    """How a claim bears on another one: what it does, the other's words, and in what."""
    other = shown.claims[relation.claim]
    short = other.text if len(other.text) <= _MOST else f"{other.text[: _MOST - 1]}…"
    words = element("ref", text(short), target=to(text_id(other.id)), lang=other.language)
    return paragraph(Markup(joined(COLON, (said(relation.kind), words)) + aside(relation.note)))


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
    """An earlier verdict: its label struck out, when it was published, what replaced it, and what it said."""
    struck = element("hi", shown.labels[earlier.rating], rend="line-through")
    correction = shown.corrections[earlier.correction]
    when = element("ref", text(correction.published), target=to(text_id(correction.id)))
    replaced = joined(_SPACE, (said("replaced by the correction of"), when))
    label = joined(COMMA, (struck, date(earlier.published), replaced))
    return lines((paragraph(label), _explanation(earlier.explanation, identifier)))


def _explanation(explanation: str | None, identifier: str) -> Markup:
    return worded("p", explanation, id=explanation_id(identifier))


def _evidence(evidence: Evidence, identifier: str, shown: Shown) -> Markup:
    return block(
        "div",
        paragraph(joined(COLON, (said(evidence.stance), shown.cited[evidence.source]))),
        quoted(evidence.quotation, identifier, shown.sources[evidence.source]),
        worded("p", evidence.note, id=note_id(identifier)),
        type="evidence",
        corresp=to(identifier),
    )


def _appearance(appearance: Appearance, identifier: str, shown: Shown) -> Markup:
    """The words, the way they took from who passed them on first to the page, and how the page gives them."""
    way = [_relay(relay.by, relay.verb, shown) for relay in appearance.relays]
    if not appearance.relays or appearance.relays[-1].by != appearance.source:
        way.append(shown.cited[appearance.source])
    return block(
        "div",
        quoted(appearance.quotation, identifier, shown.sources[appearance.source]),
        paragraph(joined(_THEN, way)),
        paragraph(joined(SEMICOLON, _given(appearance))),
        type="appearance",
        corresp=to(identifier),
    )


def _given(appearance: Appearance) -> Iterator[Markup]:
    if appearance.first:
        yield said("first appearance")
    if appearance.attributed_to is not None:
        yield joined(COLON, (said("attributed to"), text(appearance.attributed_to)))
    if appearance.rendering:
        rendered = ", ".join(_RENDERED.get(rendering, rendering) for rendering in appearance.rendering)
        yield said(f"rendered: {rendered}")


def _relay(by: str, verb: str, shown: Shown) -> Markup:
    who = shown.mentioned.spoken.get(by) or shown.cited[by]
    return Markup(who + aside(verb))


def _correction(correction: Correction) -> Markup:
    said_then = joined(COLON, (date(correction.published), text(correction.text)))
    return element("p", said_then, id=text_id(correction.id), corresp=to(correction.id))
