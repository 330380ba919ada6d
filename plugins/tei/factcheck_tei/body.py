"""text: what a reader must see, in plain words, for those who drop standOff.

The words of claims, explanations, notes and quotations stand here and nowhere else, and standOff points
to them; names, labels, sources and whatever else standOff says of them are shown once more, for people.
"""

from collections.abc import Iterable

from factcheck import Appearance, Claim, ClaimRelation, Correction, EarlierVerdict, Evidence, FactCheck, Verdict

from .agents import Mentions
from .dates import date
from .ids import appearance_id, earlier_id, evidence_id, explanation_id, note_id, text_id
from .listing import source_listing
from .markup import Markup, element, lines, listed, optional, text
from .quotations import quoted
from .shown import COMMA, SEMICOLON, Shown, aside, joined, label, paragraph, said, show

_THEN = " → "
_PARAGRAPH = "\n\n"
_MOST = 2000  # what is repeated has a bound; the whole stands where the link leads
_RENDERED = {"part": "in part"}
"""Words for how a claimant's words are rendered, where the model's are not plain enough."""


def body(fact_check: FactCheck, mentioned: Mentions) -> Markup:
    """The text of this fact-check."""
    shown = show(fact_check, mentioned)
    article = () if fact_check.body is None else fact_check.body.split(_PARAGRAPH)
    verdicts = _by_claim(fact_check.verdicts)
    return lines(
        "<text>",
        "<body>",
        f"<head>{text(fact_check.headline)}</head>",
        fact_check.summary and f"<argument><p>{text(fact_check.summary)}</p></argument>",
        listed('div type="article"', [element("p", text(words)) for words in article]),
        *[_claim(claim, verdicts.get(claim.id, ()), shown) for claim in fact_check.claims],
        listed('div type="corrections"', map(_correction, fact_check.corrections)),
        source_listing(shown),
        "</body>",
        "</text>",
    )


def _by_claim(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    grouped: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        grouped.setdefault(verdict.claim, []).append(verdict)
    return grouped


def _claim(claim: Claim, verdicts: Iterable[Verdict], shown: Shown) -> Markup:
    appearances = enumerate(claim.appearances, 1)
    return lines(
        f'<div type="claim" corresp="#{claim.id}">',
        f'<head xml:id="{text_id(claim.id)}"{optional("xml:lang", claim.language)}>{text(claim.text)}</head>',
        paragraph(_circumstances(claim, shown)),
        *[_relation(relation, shown) for relation in claim.relations],
        *[_verdict(verdict, shown) for verdict in verdicts],
        *[_appearance(appearance, appearance_id(claim.id, n, appearance.id), shown) for n, appearance in appearances],
        "</div>",
    )


def _circumstances(claim: Claim, shown: Shown) -> Markup:
    return joined(
        COMMA,
        *[shown.mentioned.spoken[claimant] for claimant in claim.claimants],
        claim.occasion and text(claim.occasion),
        None if claim.place is None else f"<placeName>{text(claim.place.name)}</placeName>",
        date(claim.made),
    )


def _relation(relation: ClaimRelation, shown: Shown) -> str:
    """How a claim bears on another one: what it does, the other's words, and in what."""
    other = shown.claims[relation.claim]
    short = other.text if len(other.text) <= _MOST else f"{other.text[: _MOST - 1]}…"
    words = f'<ref target="#{text_id(other.id)}"{optional("xml:lang", other.language)}>{text(short)}</ref>'
    return f"<p>{said(relation.kind)}: {words}{aside(relation.note)}</p>"


def _verdict(verdict: Verdict, shown: Shown) -> Markup:
    history = enumerate(verdict.history, 1)
    evidence = enumerate(verdict.evidence, 1)
    return lines(
        f'<div type="verdict" corresp="#{verdict.id}">',
        f"<head>{label(verdict.rating, shown)}</head>",
        verdict.explanation and _explanation(verdict.explanation, verdict.id),
        *[_earlier(earlier, earlier_id(verdict.id, number), shown) for number, earlier in history],
        *[_evidence(given, evidence_id(verdict.id, number, given.id), shown) for number, given in evidence],
        "</div>",
    )


def _earlier(earlier: EarlierVerdict, identifier: str, shown: Shown) -> Markup:
    """An earlier verdict: its label struck out, when it was published, what replaced it, and what it said."""
    correction = shown.corrections[earlier.correction]
    when = f'<ref target="#{text_id(correction.id)}">{text(correction.published)}</ref>'
    verdict = joined(
        COMMA,
        f'<hi rend="line-through">{label(earlier.rating, shown)}</hi>',
        date(earlier.published),
        f"{said('replaced by the correction of')} {when}",
    )
    return lines(paragraph(verdict), earlier.explanation and _explanation(earlier.explanation, identifier))


def _explanation(explanation: str, identifier: str) -> str:
    return f'<p xml:id="{explanation_id(identifier)}">{text(explanation)}</p>'


def _evidence(evidence: Evidence, identifier: str, shown: Shown) -> Markup:
    return lines(
        f'<div type="evidence" corresp="#{identifier}">',
        f"<p>{said(evidence.stance)}: {shown.cited[evidence.source]}</p>",
        quoted(evidence.quotation, identifier, shown.sources[evidence.source]),
        evidence.note and f'<p xml:id="{note_id(identifier)}">{text(evidence.note)}</p>',
        "</div>",
    )


def _appearance(appearance: Appearance, identifier: str, shown: Shown) -> Markup:
    """The words, the way they took from who passed them on first to the page, and how the page gives them."""
    way = [_relay(relay.by, relay.verb, shown) for relay in appearance.relays]
    if not appearance.relays or appearance.relays[-1].by != appearance.source:
        way.append(shown.cited[appearance.source])
    return lines(
        f'<div type="appearance" corresp="#{identifier}">',
        quoted(appearance.quotation, identifier, shown.sources[appearance.source]),
        paragraph(joined(_THEN, *way)),
        paragraph(_given(appearance)),
        "</div>",
    )


def _given(appearance: Appearance) -> Markup:
    attributed = appearance.attributed_to
    rendered = ", ".join([_RENDERED.get(each, each) for each in appearance.rendering])
    return joined(
        SEMICOLON,
        said("first appearance") if appearance.first else None,
        attributed and f"{said('attributed to')}: {text(attributed)}",
        rendered and said(f"rendered: {rendered}"),
    )


def _relay(by: str, verb: str, shown: Shown) -> str:
    return f"{shown.mentioned.spoken.get(by) or shown.cited[by]}{aside(verb)}"


def _correction(correction: Correction) -> str:
    then = f"{date(correction.published)}: {text(correction.text)}"
    return f'<p xml:id="{text_id(correction.id)}" corresp="#{correction.id}">{then}</p>'
