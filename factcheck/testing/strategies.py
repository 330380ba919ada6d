"""Hypothesis strategies for whole fact-checks and for their parts."""

from functools import cache
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from factcheck.model import (
    Agent,
    Appearance,
    Claim,
    ClaimRelation,
    CopyOf,
    Correction,
    EarlierVerdict,
    Evidence,
    FactCheck,
    Localised,
    Media,
    Place,
    Policies,
    Quotation,
    Rating,
    RatingScale,
    Relay,
    Source,
    Topic,
    Verdict,
)

from .hostile import HOSTILE_TEXTS

T = TypeVar("T")
_SCALAR = st.characters(exclude_categories=["Cs"])


@cache
def _choices(model: type, field: str) -> tuple[str, ...]:
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
    return st.builds(Topic, name=texts(), alternative_names=_some(texts()), same_as=_some(urls()))


@cache
def quotations() -> st.SearchStrategy[Quotation]:
    """Quotations, with and without a place."""

    def build(start: int | None, length: int, **rest: Any) -> Quotation:
        return Quotation(start=start, end=None if start is None else start + length, **rest)

    return st.builds(
        build,
        start=_maybe(st.integers(0, 10**6)),
        length=st.integers(1, 10**4),
        exact=words(),
        prefix=_maybe(words()),
        suffix=_maybe(words()),
        language=_maybe(languages()),
        translated_from=_maybe(languages()),
    )


@cache
def agents(identifier: str, persons: tuple[str, ...]) -> st.SearchStrategy[Agent]:
    """One agent of this id; it may be affiliated to one of these."""
    common: dict[str, Any] = {
        "id": st.just(identifier),
        "same_as": _some(urls()),
        "url": _maybe(urls()),
    }
    person = {"job_title": _maybe(texts()), "affiliation": _maybe(st.sampled_from(persons))}
    named = {"name": texts(), "alternative_names": _some(texts()), "description": _maybe(texts())}
    return st.one_of(
        st.builds(Agent, kind=st.just("person"), **common, **named, **person),
        st.builds(Agent, kind=st.sampled_from(("organisation", "collective")), **common, **named),
        st.builds(
            Agent, kind=st.just("unnamed"), description=texts(), nature=_maybe(st.just("group")), **common, **person
        ),
        st.builds(Agent, kind=st.just("unnamed"), description=texts(), nature=st.just("organisation"), **common),
    )


@cache
@st.composite
def rating_scales(draw: st.DrawFn) -> RatingScale:
    """Scales whose numbers never fall, some labels without one."""
    number = st.one_of(st.integers(0, 7).map(float), st.floats(0, 100, allow_subnormal=False))
    numbers = sorted(draw(st.lists(number, max_size=4)))
    places: list[float | None] = list(numbers)
    for _ in range(draw(st.integers(0 if numbers else 1, 2))):
        places.insert(draw(st.integers(0, len(places))), None)
    ratings = [draw(_ratings()).model_copy(update={"id": f"r{index}", "number": at}) for index, at in enumerate(places)]
    lowest, highest = (numbers[0], numbers[-1]) if numbers else (1.0, 5.0)
    return RatingScale(
        ratings=tuple(ratings),
        name=draw(_maybe(texts())),
        url=draw(_maybe(urls())),
        worst=lowest / 2 if draw(st.booleans()) else None,
        best=highest + 1 if draw(st.booleans()) else None,
    )


@cache
def _ratings() -> st.SearchStrategy[Rating]:
    return st.builds(
        Rating,
        id=st.just("r"),
        names=localised(),
        category=st.sampled_from((None, *_choices(Rating, "category"))),
        definition=_maybe(localised()),
    )


@st.composite
def fact_checks(draw: st.DrawFn) -> FactCheck:
    """Whole, consistent fact-checks with anything in them that the model allows."""
    number = st.integers(0, 2)
    people = _ids("a", draw(st.integers(1, 3)))
    pages = _ids("s", draw(st.integers(1, 3)))
    claimed = _ids("c", draw(st.integers(1, 3)))
    changed = _ids("k", draw(number))
    reached = _ids("v", draw(number))
    scale = draw(rating_scales()) if reached else draw(_maybe(rating_scales()))
    labels = tuple(rating.id for rating in scale.ratings) if scale else ()
    some_people = _some(_of(people))
    return FactCheck(
        id=draw(_identifiers()),
        url=draw(_maybe(urls())),
        headline=draw(texts()),
        summary=draw(_maybe(texts())),
        body=draw(_maybe(_bodies())),
        language=draw(languages()),
        published=draw(_maybe(dates())),
        modified=draw(_maybe(dates())),
        publisher=draw(_maybe(_of(people))),
        authors=draw(some_people),
        reviewers=draw(some_people),
        licence=draw(_maybe(urls())),
        policies=draw(_policies()),
        topics=draw(_some(topics())),
        rating_scale=scale,
        agents=tuple(draw(agents(identifier, people)) for identifier in people),
        sources=tuple(draw(_sources(index, pages, people)) for index in range(len(pages))),
        claims=tuple(draw(_claims(identifier, claimed, people, pages)) for identifier in claimed),
        verdicts=tuple(draw(_verdicts(identifier, claimed, labels, people, pages, changed)) for identifier in reached),
        corrections=tuple(draw(_corrections(identifier, claimed + pages + people)) for identifier in changed),
    )


@cache
def _identifiers() -> st.SearchStrategy[str]:
    return st.sampled_from(("https://desk.example/2015/42", "urn:uuid:0b0e", "tag:desk.example,2015:é"))


@cache
def _bodies() -> st.SearchStrategy[str]:
    return st.lists(texts(), min_size=1, max_size=3).map("\n\n".join)


@cache
def _policies() -> st.SearchStrategy[Policies]:
    return st.builds(Policies, **{name: _maybe(urls()) for name in Policies.model_fields})


@cache
def _corrections(identifier: str, parts: tuple[str, ...]) -> st.SearchStrategy[Correction]:
    return st.builds(Correction, id=st.just(identifier), published=dates(), text=texts(), parts=_some(_of(parts)))


def _ids(letter: str, count: int) -> tuple[str, ...]:
    return tuple(f"{letter}{index}" for index in range(count))


@cache
def _sources(index: int, pages: tuple[str, ...], people: tuple[str, ...]) -> st.SearchStrategy[Source]:
    earlier = pages[:index]
    copy = (
        st.builds(
            CopyOf,
            source=st.sampled_from(earlier),
            kind=st.sampled_from(_choices(CopyOf, "kind")),
            note=_maybe(texts()),
        )
        if earlier
        else st.nothing()
    )
    return st.builds(
        Source,
        id=st.just(pages[index]),
        kind=st.sampled_from(_choices(Source, "kind")),
        title=_maybe(texts()),
        description=_maybe(texts()),
        url=_maybe(urls()),
        archived_url=_maybe(urls()),
        publisher=_maybe(_of(people)),
        authors=_some(_of(people)),
        published=_maybe(dates()),
        modified=_maybe(dates()),
        accessed=_maybe(dates()),
        language=_maybe(languages()),
        licence=_maybe(urls()),
        checksum=_maybe(st.just("sha256:" + "0a" * 32)),
        copy_of=_maybe(copy) if earlier else st.none(),
    )


@cache
@st.composite
def _claims(
    draw: st.DrawFn,
    identifier: str,
    claimed: tuple[str, ...],
    people: tuple[str, ...],
    pages: tuple[str, ...],
) -> Claim:
    count = draw(st.integers(0, 2))
    first = draw(st.integers(-1, count - 1))
    appearances = tuple(
        draw(_appearances(people, pages)).model_copy(
            update={"id": draw(_of((None, f"{identifier}-at-{index}"))), "first": index == first}
        )
        for index in range(count)
    )
    return Claim(
        id=identifier,
        text=draw(texts()),
        language=draw(_maybe(languages())),
        claimants=draw(_some(_of(people))),
        made=draw(_maybe(dates())),
        place=draw(_maybe(_places())),
        occasion=draw(_maybe(texts())),
        interpreted_by=draw(_maybe(_of(people))),
        appearances=appearances,
        relations=draw(_some(_relations(claimed))),
        about=draw(_some(topics())),
        media=draw(_some(_media())),
    )


@cache
def _appearances(people: tuple[str, ...], pages: tuple[str, ...]) -> st.SearchStrategy[Appearance]:
    return st.builds(
        Appearance,
        source=_of(pages),
        quotation=_maybe(quotations()),
        attributed_to=_maybe(texts()),
        rendering=_some(_of(("whole", "part", "altered", "translated", "paraphrased"))),
        relays=_some(st.builds(Relay, by=_of((*people, *pages)), verb=texts())),
    )


@cache
def _relations(claimed: tuple[str, ...]) -> st.SearchStrategy[ClaimRelation]:
    kinds = st.sampled_from(_choices(ClaimRelation, "kind"))
    return st.builds(ClaimRelation, kind=kinds, claim=_of(claimed), note=_maybe(texts()))


@cache
def _places() -> st.SearchStrategy[Place]:
    return st.builds(Place, name=texts(), same_as=_some(urls()))


@cache
def _media() -> st.SearchStrategy[Media]:
    return st.builds(
        Media,
        kind=st.sampled_from(_choices(Media, "kind")),
        url=_maybe(urls()),
        description=_maybe(texts()),
        authenticity=st.sampled_from((None, *_choices(Media, "authenticity"))),
        original=_maybe(urls()),
        original_context=_maybe(texts()),
    )


@cache
def _verdicts(  # noqa: PLR0913, PLR0917  # a verdict refers to everything
    identifier: str,
    claimed: tuple[str, ...],
    labels: tuple[str, ...],
    people: tuple[str, ...],
    pages: tuple[str, ...],
    changed: tuple[str, ...],
) -> st.SearchStrategy[Verdict]:
    evidence = st.builds(
        Evidence,
        id=st.sampled_from((None, "numbered")),
        source=st.sampled_from(pages),
        stance=st.sampled_from(_choices(Evidence, "stance")),
        quotation=_maybe(quotations()),
        note=_maybe(texts()),
    )
    earlier = (
        st.builds(
            EarlierVerdict,
            rating=st.sampled_from(labels),
            explanation=_maybe(texts()),
            published=_maybe(dates()),
            correction=st.sampled_from(changed),
        )
        if changed
        else st.nothing()
    )
    return st.builds(
        Verdict,
        id=st.just(identifier),
        claim=st.sampled_from(claimed),
        rating=st.sampled_from(labels),
        explanation=_maybe(texts()),
        authors=_some(_of(people)),
        published=_maybe(dates()),
        url=_maybe(urls()),
        confidence=_maybe(st.floats(0, 1)),
        evidence=_some(evidence).map(lambda found: _numbered(identifier, found)),
        history=_some(earlier) if changed else st.just(()),
    )


def _numbered(verdict: str, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The same evidence, with an id of its own where it has one."""
    return tuple(
        each.model_copy(update={"id": f"{verdict}-e{number}"}) if each.id else each
        for number, each in enumerate(evidence)
    )


@cache
def _of(choices: tuple[T, ...]) -> st.SearchStrategy[T]:
    return st.sampled_from(choices)


@cache
def _maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.one_of(st.none(), strategy)


@cache
def _some(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)
