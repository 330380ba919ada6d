"""Hypothesis strategies for whole fact-checks and for their parts."""

from functools import cache
from typing import Any

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
    Media,
    Place,
    Policies,
    Rating,
    RatingScale,
    Relay,
    Source,
    Verdict,
)

from .values import choices, dates, languages, localised, maybe, of, quotations, some, texts, topics, urls, words

__all__ = [
    "agents",
    "dates",
    "fact_checks",
    "languages",
    "localised",
    "quotations",
    "rating_scales",
    "texts",
    "topics",
    "urls",
    "words",
]


@cache
def agents(identifier: str, persons: tuple[str, ...]) -> st.SearchStrategy[Agent]:
    """One agent of this id; it may be affiliated to one of these."""
    common: dict[str, Any] = {
        "id": st.just(identifier),
        "same_as": some(urls()),
        "url": maybe(urls()),
    }
    person = {"job_title": maybe(texts()), "affiliation": maybe(st.sampled_from(persons))}
    named = {"name": texts(), "alternative_names": some(texts()), "description": maybe(texts())}
    return st.one_of(
        st.builds(Agent, kind=st.just("person"), **common, **named, **person),
        st.builds(Agent, kind=st.sampled_from(("organisation", "collective")), **common, **named),
        st.builds(
            Agent, kind=st.just("unnamed"), description=texts(), nature=maybe(st.just("group")), **common, **person
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
        name=draw(maybe(texts())),
        url=draw(maybe(urls())),
        worst=lowest / 2 if draw(st.booleans()) else None,
        best=highest + 1 if draw(st.booleans()) else None,
    )


@cache
def _ratings() -> st.SearchStrategy[Rating]:
    return st.builds(
        Rating,
        id=st.just("r"),
        names=localised(),
        category=st.sampled_from((None, *choices(Rating, "category"))),
        definition=maybe(localised()),
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
    scale = draw(rating_scales()) if reached else draw(maybe(rating_scales()))
    labels = tuple(rating.id for rating in scale.ratings) if scale else ()
    some_people = some(of(people))
    return FactCheck(
        id=draw(_identifiers()),
        url=draw(maybe(urls())),
        headline=draw(texts()),
        summary=draw(maybe(texts())),
        body=draw(maybe(_bodies())),
        language=draw(languages()),
        published=draw(maybe(dates())),
        modified=draw(maybe(dates())),
        publisher=draw(maybe(of(people))),
        authors=draw(some_people),
        reviewers=draw(some_people),
        licence=draw(maybe(urls())),
        policies=draw(_policies()),
        topics=draw(some(topics())),
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
    return st.builds(Policies, **{name: maybe(urls()) for name in Policies.model_fields})


@cache
def _corrections(identifier: str, parts: tuple[str, ...]) -> st.SearchStrategy[Correction]:
    return st.builds(Correction, id=st.just(identifier), published=dates(), text=texts(), parts=some(of(parts)))


def _ids(letter: str, count: int) -> tuple[str, ...]:
    return tuple(f"{letter}{index}" for index in range(count))


@cache
def _sources(index: int, pages: tuple[str, ...], people: tuple[str, ...]) -> st.SearchStrategy[Source]:
    earlier = pages[:index]
    copy = (
        st.builds(
            CopyOf,
            source=st.sampled_from(earlier),
            kind=st.sampled_from(choices(CopyOf, "kind")),
            note=maybe(texts()),
        )
        if earlier
        else st.nothing()
    )
    return st.builds(
        Source,
        id=st.just(pages[index]),
        kind=st.sampled_from(choices(Source, "kind")),
        title=maybe(texts()),
        description=maybe(texts()),
        url=maybe(urls()),
        archived_url=maybe(urls()),
        publisher=maybe(of(people)),
        authors=some(of(people)),
        published=maybe(dates()),
        modified=maybe(dates()),
        accessed=maybe(dates()),
        language=maybe(languages()),
        licence=maybe(urls()),
        checksum=maybe(st.just("sha256:" + "0a" * 32)),
        copy_of=maybe(copy) if earlier else st.none(),
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
            update={"id": draw(of((None, f"{identifier}-at-{index}"))), "first": index == first}
        )
        for index in range(count)
    )
    return Claim(
        id=identifier,
        text=draw(texts()),
        language=draw(maybe(languages())),
        claimants=draw(some(of(people))),
        made=draw(maybe(dates())),
        place=draw(maybe(_places())),
        occasion=draw(maybe(texts())),
        interpreted_by=draw(maybe(of(people))),
        appearances=appearances,
        relations=draw(some(_relations(claimed))),
        about=draw(some(topics())),
        media=draw(some(_media())),
    )


@cache
def _appearances(people: tuple[str, ...], pages: tuple[str, ...]) -> st.SearchStrategy[Appearance]:
    return st.builds(
        Appearance,
        source=of(pages),
        quotation=maybe(quotations()),
        attributed_to=maybe(texts()),
        rendering=some(of(("whole", "part", "altered", "translated", "paraphrased"))),
        relays=some(st.builds(Relay, by=of((*people, *pages)), verb=texts())),
    )


@cache
def _relations(claimed: tuple[str, ...]) -> st.SearchStrategy[ClaimRelation]:
    kinds = st.sampled_from(choices(ClaimRelation, "kind"))
    return st.builds(ClaimRelation, kind=kinds, claim=of(claimed), note=maybe(texts()))


@cache
def _places() -> st.SearchStrategy[Place]:
    return st.builds(Place, name=texts(), same_as=some(urls()))


@cache
def _media() -> st.SearchStrategy[Media]:
    return st.builds(
        Media,
        kind=st.sampled_from(choices(Media, "kind")),
        url=maybe(urls()),
        description=maybe(texts()),
        authenticity=st.sampled_from((None, *choices(Media, "authenticity"))),
        original=maybe(urls()),
        original_context=maybe(texts()),
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
        stance=st.sampled_from(choices(Evidence, "stance")),
        quotation=maybe(quotations()),
        note=maybe(texts()),
    )
    earlier = (
        st.builds(
            EarlierVerdict,
            rating=st.sampled_from(labels),
            explanation=maybe(texts()),
            published=maybe(dates()),
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
        explanation=maybe(texts()),
        authors=some(of(people)),
        published=maybe(dates()),
        url=maybe(urls()),
        confidence=maybe(st.floats(0, 1)),
        evidence=some(evidence).map(lambda found: _numbered(identifier, found)),
        history=some(earlier) if changed else st.just(()),
    )


def _numbered(verdict: str, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The same evidence, with an id of its own where it has one."""
    return tuple(
        each.model_copy(update={"id": f"{verdict}-e{number}"}) if each.id else each
        for number, each in enumerate(evidence)
    )
