"""Hypothesis strategies for the values of a fact-check: texts, addresses, dates, quotations."""

from functools import cache
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from factcheck.model import Localised, Quotation, Topic

from .hostile import HOSTILE_TEXTS

T = TypeVar("T")
_SCALAR = st.characters(exclude_categories=["Cs"])


@cache
def choices(model: type, field: str) -> tuple[str, ...]:
    """The choices of a field of a model."""
    return tuple(_literals(model.model_fields[field].annotation))  # type: ignore[attr-defined]  # every one is a model


def _literals(annotation: Any) -> list[str]:
    if isinstance(annotation, str):
        return [annotation]
    return [choice for inner in get_args(annotation) for choice in _literals(inner)]


@cache
def texts() -> st.SearchStrategy[str]:
    """Words for people in any script, hostile ones among them; never only white space."""
    free = st.text(_SCALAR, min_size=1, max_size=40).filter(lambda text: text.strip() != "")
    return st.one_of(st.sampled_from(HOSTILE_TEXTS).filter(lambda text: text.strip() != ""), free)


@cache
def words() -> st.SearchStrategy[str]:
    """Words as they stand somewhere, white space at the ends included."""
    return st.one_of(st.sampled_from(HOSTILE_TEXTS), st.text(_SCALAR, min_size=1, max_size=40))


@cache
def urls() -> st.SearchStrategy[str]:
    """Absolute web addresses, with queries, fragments and non-ASCII letters."""
    tails = st.sampled_from(("", "/", "/a?b=c&d=e", "/path/%20x#part", "/наука/科学", "/it's;v=1,2", "/(x)@y:z!$*"))
    return st.builds("https://{}.example{}".format, st.sampled_from(("a", "b-c", "d.e", "bücher")), tails)


@cache
def languages() -> st.SearchStrategy[str]:
    """BCP 47 tags, and the one for a language that is not known."""
    return st.sampled_from(
        ("en", "fr", "pt-BR", "zh-Hant", "ar", "hi", "sr-Latn-RS", "de-CH-1996", "en-x-house", "und")
    )


@cache
def dates() -> st.SearchStrategy[str]:
    """Dates as they are known, in EDTF levels 0 and 1."""
    days = st.dates().map(str)
    instants = st.builds(
        "{}T{:02}:30:00{}".format, days, st.integers(0, 23), st.sampled_from(("Z", "+05:30", "-03:00", ""))
    )
    months = st.builds("{:04}-{:02}".format, st.integers(1, 9999), st.integers(1, 12))
    single = st.one_of(days, instants, months, st.integers(0, 9999).map("{:04}".format))
    marked = st.builds("{}{}".format, st.one_of(days, months), st.sampled_from("~?%"))
    vague = st.sampled_from(("201X", "20XX", "2015-XX", "2015-12-XX", "2015-21", "-0044", "Y170000002"))
    spans = st.lists(st.one_of(days, months), min_size=2, max_size=2).map(sorted).map("/".join)
    open_ended = st.one_of(days.map("{}/..".format), days.map("../{}".format), days.map("{}/".format))
    return st.one_of(single, marked, vague, spans, open_ended)


@cache
def localised() -> st.SearchStrategy[Localised]:
    """Words in one to three languages."""
    return st.dictionaries(languages(), texts(), min_size=1, max_size=3).map(Localised)


@cache
def topics() -> st.SearchStrategy[Topic]:
    """Things that are spoken of."""
    return st.builds(Topic, name=texts(), alternative_names=some(texts()), same_as=some(urls()))


@cache
def quotations() -> st.SearchStrategy[Quotation]:
    """Quotations, with and without a place."""

    def build(start: int | None, length: int, **rest: Any) -> Quotation:
        return Quotation(start=start, end=None if start is None else start + length, **rest)

    return st.builds(
        build,
        start=maybe(st.integers(0, 10**6)),
        length=st.integers(1, 10**4),
        exact=words(),
        prefix=maybe(words()),
        suffix=maybe(words()),
        language=maybe(languages()),
        translated_from=maybe(languages()),
    )


@cache
def of(choices: tuple[T, ...]) -> st.SearchStrategy[T]:
    """One of these."""
    return st.sampled_from(choices)


@cache
def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """It, or nothing."""
    return st.one_of(st.none(), strategy)


@cache
def some(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """None, one or two of it."""
    return st.lists(strategy, max_size=2).map(tuple)
