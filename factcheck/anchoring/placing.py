"""One quotation and the text of its source: where it stands, and what does not hold."""

from typing import NamedTuple

from factcheck.findings import Finding
from factcheck.model import Quotation
from factcheck.rules import TEXTS
from factcheck.text import Kind, Located, Place, locate

from .context import context
from .quotations import Placed
from .wording import drift, place, places


class Outcome(NamedTuple):
    """The quotation with its place, None where it has none; and what was found."""

    quotation: Quotation | None
    findings: tuple[Finding, ...] = ()


def placed(each: Placed, text: str, *, accept_drift: bool) -> Outcome:
    """Where a quotation stands in a text, and what is wrong with where it was said to stand."""
    located = locate(text, each.quotation)
    if located.kind is Kind.ABSENT:
        return Outcome(None, (TEXTS["text-absent"].finding(_absent(each), f"{each.path}.exact"),))
    if located.kind is Kind.AMBIGUOUS or located.place is None:
        message = f"these words stand at {len(located.places)} places, and a `prefix` or `suffix` has to tell which: {places(text, located.places)}"
        return Outcome(None, (TEXTS["text-ambiguous"].finding(message, f"{each.path}.exact"),))
    if located.kind is Kind.DRIFT and not accept_drift:
        return Outcome(None, (_drifted(each, located, located.place),))
    told = _of_words(each, located, located.place)
    there = _there(each.quotation, text, located.place, takes_words=located.kind is Kind.DRIFT)
    return Outcome(there, (*told, *_of_place(each, there)))


def _there(quotation: Quotation, text: str, at: Place, *, takes_words: bool) -> Quotation:
    before, after = context(text, at.start, at.end)
    if quotation.prefix and text[: at.start].endswith(quotation.prefix):
        before = quotation.prefix
    if quotation.suffix and text.startswith(quotation.suffix, at.end):
        after = quotation.suffix
    wanted = {"prefix": before, "suffix": after, "start": at.start, "end": at.end}
    return quotation.model_copy(update=wanted | ({"exact": at.text} if takes_words else {}))


def _absent(each: Placed) -> str:
    language = each.quotation.language
    hint = f"; `exact` has the words of the source, and no translation into `{language}`" if language else ""
    return f"these words do not stand in the text of `{each.source}`: correct them, or the source{hint}"


def _drifted(each: Placed, located: Located, at: Place) -> Finding:
    message = f"other words stand in the text of `{each.source}` ({place(at)}): {drift(located)}"
    return TEXTS["text-drift"].finding(message, f"{each.path}.exact")


def _of_words(each: Placed, located: Located, at: Place) -> tuple[Finding, ...]:
    stood = each.quotation.exact
    if located.kind is Kind.DRIFT:
        return (_drifted(each, located, at)._replace(stood=stood, made=at.text),)
    if at.text != stood:
        message = f"found once punctuation, white space and case are set aside ({place(at)})"
        return (TEXTS["text-normalised"].finding(message, f"{each.path}.exact"),)
    return ()


def _of_place(each: Placed, there: Quotation) -> list[Finding]:
    stood, found = each.quotation, list[Finding]()
    made = f"{there.start} to {there.end}"
    if stood.start is None:
        message = "the place of these words is not written"
        found.append(TEXTS["text-unplaced"].finding(message, each.path, made=made))
    elif (stood.start, stood.end) != (there.start, there.end):
        message = "these words stand elsewhere"
        written = f"{stood.start} to {stood.end}"
        found.append(TEXTS["text-position"].finding(message, f"{each.path}.start", stood=written, made=made))
    for name, where in (("prefix", "before"), ("suffix", "after")):
        written, meant = getattr(stood, name), getattr(there, name)
        if written and written != meant:
            message = f"this does not stand {where} these words"
            finding = TEXTS["text-context"].finding(message, f"{each.path}.{name}", stood=written, made=meant or "")
            found.append(finding)
    return found
