"""No leaf of an answer is lost, and what a page carries comes back equal."""

import json
from pathlib import Path

import orjson
import pytest
from factchecktools_samples import (
    ANSWERS,
    one,
    read,
    told,
)
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from json_leaves import leaves
from trying import examples

import factcheck
from factcheck import Host, Input, ReadingError
from factcheck.importing import sniffed
from factcheck.testing import full_fact_check
from factcheck.testing.strategies import fact_checks

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
SOME = settings(max_examples=examples(20), deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not part of the repository")
def test_the_answer_in_the_corpus_is_read_to_the_last_leaf():
    path = CORPUS / "google_fact_check_raw.json"
    host = Host.discover()
    with path.open("rb") as stream:
        assert sniffed(host, Input(path.name, stream)).able == ("factchecktools",)
    (record,) = factcheck.imports(path)
    fact_check = record.fact_check
    answer = json.loads(path.read_bytes())
    (review,) = answer["claimReview"]
    assert (fact_check.url, fact_check.headline, fact_check.language) == (review["url"], review["title"], "ur")
    assert fact_check.claims[0].text == answer["text"]
    assert fact_check.rating_scale.ratings[0].names["ur"] == review["textualRating"]
    values = set(map(str, (value for _, value in leaves(fact_check.model_dump(mode="json")))))
    told_of = {finding.path for finding in record.findings}
    assert not [place for place, value in leaves(answer) if str(value) not in values and place not in told_of]
    assert not factcheck.has_errors(record.findings)


ANYTHING = st.recursive(
    st.one_of(
        *(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)),
        *(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
            st.sampled_from(("2024-05", "https://a.example")),
        ),
    ),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("name", "text", "a/b~")), inner, max_size=3)
    ),
    max_leaves=6,
)


def replaced(value, place, other):
    """The value with another one at a JSON pointer."""
    if not place:
        return other
    step, _, rest = place[1:].partition("/")
    rest = f"/{rest}" if rest else ""
    if isinstance(value, list):
        return [replaced(each, rest, other) if str(index) == step else each for index, each in enumerate(value)]
    return {key: replaced(each, rest, other) if key == step else each for key, each in value.items()}


def places(value, pointer=""):
    """The pointer of every value, inner ones too."""
    yield pointer
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield from places(inner, f"{pointer}/{step}")


@SOME
@given(data=st.data())
def test_whatever_stands_in_an_answer_no_leaf_is_lost(data):
    answer = ANSWERS[data.draw(st.sampled_from(sorted(ANSWERS)))]
    for place in data.draw(st.lists(st.sampled_from(sorted(places(answer))), min_size=1, max_size=3)):
        answer = replaced(answer, place, data.draw(ANYTHING)) if place in set(places(answer)) else answer
    try:
        records = read(answer)
    except ReadingError as error:
        assert factcheck.has_errors(error.findings)  # noqa: PT017  # most such answers can be read
        return
    told_of = {finding.path for record in records for finding in record.findings}
    made = [record.fact_check.model_dump(mode="json") for record in records if record.fact_check]
    values = {f"{value:g}" if isinstance(value, float) else str(value) for _, value in leaves(made)}
    lost = [(place, value) for place, value in leaves(answer) if place not in told_of and str(value) not in values]
    assert not lost


def carried(fact_check):
    """What a page carries of a fact-check, as the model has it: each verdict with its claim."""
    agents = {agent.id: agent for agent in fact_check.agents}
    sources = {source.id: source.url for source in fact_check.sources}
    claims = {claim.id: claim for claim in fact_check.claims}
    publisher = agents[fact_check.publisher].name if fact_check.publisher else None
    yield fact_check.url.partition("#")[0], publisher
    for verdict in fact_check.verdicts:
        claim = claims[verdict.claim]
        rating = next(each for each in fact_check.rating_scale.ratings if each.id == verdict.rating)
        named = next((agents[each] for each in claim.claimants if agents[each].name), None)
        links = [(sources[each.source], each.first) for each in claim.appearances if sources[each.source]]
        yield (
            *(claim.text, claim.place and claim.place.name, verdict.explanation),
            rating.names.best(fact_check.language),
            named and (named.name, named.job_title, named.same_as[:1]),
            sorted(links, key=lambda link: not link[1]),
        )


def with_a_page(fact_check):
    return fact_check.model_copy(update={"url": fact_check.url or "https://desk.example/page"})


@SOME
@given(fact_check=fact_checks().map(with_a_page))
def test_what_a_page_carries_comes_back_equal(fact_check):
    assume(fact_check.verdicts)
    assume(not factcheck.has_errors(factcheck.check(fact_check, to=["factchecktools"])))
    assume(all(factcheck.nameless(agent.name or "x") is None for agent in fact_check.agents))
    document = factcheck.export(fact_check, "factchecktools")
    again, found = one(document.body)
    assert list(carried(again)) == list(carried(fact_check))
    assert factcheck.export(again, "factchecktools").body == document.body
    supplied = {"no-language", "no-headline", "claimant-kind"}
    assert {each.rule.removeprefix("factchecktools-") for each in found} <= supplied


def test_a_page_of_our_own_keeps_ids_dates_and_numbers():
    full = full_fact_check()
    document = factcheck.export(full, "factchecktools", {"name": "pages/1", "version_id": "2"})
    again, found = one(document.body, language="en")
    assert [claim.id for claim in again.claims] == [claim.id for claim in full.claims]
    assert (again.published, again.claims[0].made) == (full.published, full.claims[0].made)
    assert again.rating_scale.bounds == full.rating_scale.bounds
    assert told(found, "update")[0] == ("/name", "pages/1", None)
    update = {"name": "pages/1", "version_id": "2"}
    assert orjson.loads(factcheck.export(again, "factchecktools", update).body) == orjson.loads(document.body)
