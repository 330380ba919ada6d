"""What a fact-check is: immutable, consistent, and refusing what cannot be meant."""

import copy
import pickle
from collections.abc import Hashable
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import ValidationError
from trying import examples

import factcheck
from factcheck import Agent, Claim, FactCheck, Localised, Quotation, Rating, RatingScale, Verdict
from factcheck.testing import full_fact_check, strategies

SETTINGS = settings(max_examples=examples(20), deadline=None, suppress_health_check=list(HealthCheck))
LEAST = {
    "id": "https://desk.example/1",
    "headline": "A headline",
    "language": "en",
    "claims": [{"id": "c1", "text": "A claim"}],
}


def messages(**changed):
    with pytest.raises(ValidationError) as caught:
        FactCheck.model_validate({**LEAST, **changed})
    return {".".join(map(str, error["loc"])): error["msg"] for error in caught.value.errors()}


def test_the_least_fact_check():
    fact_check = FactCheck.model_validate(LEAST)
    assert fact_check.verdicts == ()
    assert fact_check.iri("c1") == "https://desk.example/1#c1"


@SETTINGS
@given(fact_check=strategies.fact_checks())
def test_hashable_comparable_picklable_copyable_and_back_from_its_json(fact_check):
    assert isinstance(fact_check, Hashable)
    for same in (
        pickle.loads(pickle.dumps(fact_check)),  # noqa: S301  # our own bytes
        copy.deepcopy(fact_check),
        FactCheck.model_validate_json(fact_check.model_dump_json()),
        FactCheck.model_validate(fact_check.model_dump()),
    ):
        assert same == fact_check
        assert hash(same) == hash(fact_check)


def test_immutable_all_the_way_down():
    fact_check = full_fact_check()
    with pytest.raises(ValidationError):
        fact_check.headline = "another"
    with pytest.raises(ValidationError):
        fact_check.claims[0].text = "another"
    with pytest.raises(TypeError):
        fact_check.rating_scale.ratings[0].names["en"] = "another"


def test_threads_share_one():
    fact_check, hashes = full_fact_check(), []
    threads = [Thread(target=lambda: hashes.append(hash(fact_check))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(hashes)) == 1


def test_unknown_keys_are_refused():
    assert "publishd" in messages(publishd="2015")


def person(identifier):
    return {"id": identifier, "kind": "person", "name": "X"}


@pytest.mark.parametrize(
    ("agent", "problem"),
    [
        ({"kind": "person"}, "this person needs a `name`"),
        ({"kind": "unnamed"}, "needs a `description`"),
        ({"kind": "unnamed", "description": "an official", "name": "X"}, "an unnamed agent has no name"),
        ({"kind": "unnamed", "description": "an official", "alternative_names": ["X"]}, "an unnamed agent has no name"),
        ({"kind": "collective", "name": "X", "nature": "group"}, "`nature` is for unnamed agents"),
        ({"kind": "collective", "name": "X", "job_title": "Y"}, "are for persons, not for a collective"),
        (
            {"kind": "unnamed", "description": "X", "nature": "organisation", "job_title": "Y"},
            "not for an organisation",
        ),
        ({"kind": "organisation", "name": "X", "job_title": "Y"}, "are for persons, not for an organisation"),
    ],
)
def test_agents_are_named_or_described(agent, problem):
    with pytest.raises(ValidationError, match=problem):
        Agent(id="a1", **agent)


@pytest.mark.parametrize("numbers", [(1, 2, 3), (1, 1, 2), (1, None, 5), (None,), (0, 0.5, 1), (2, 2, 2)])
def test_scales_rise_or_stay(numbers):
    assert scale(*numbers)


@pytest.mark.parametrize("numbers", [(3, 2, 1), (1, 3, 2), (5, None, 1)])
def test_numbers_that_fall_where_the_labels_rise_are_refused(numbers):
    with pytest.raises(ValidationError, match="turn the order or the numbers round"):
        scale(*numbers)


def test_minus_one_for_no_number_is_refused():
    with pytest.raises(ValidationError, match="leave `number` out"):
        scale(1, -1, 5)


def scale(*numbers):
    return RatingScale(
        ratings=[Rating(id=f"r{index}", names={"en": "x"}, number=number) for index, number in enumerate(numbers)]
    )


@pytest.mark.parametrize(
    ("numbers", "bounds"), [((1, 3, 5), (1, 5)), ((1, None, 5), (1, 5)), ((3,), None), ((2, 2), None), ((None,), None)]
)
def test_the_bounds_of_a_scale(numbers, bounds):
    assert scale(*numbers).bounds == bounds


@pytest.mark.parametrize(("start", "end"), [(1, None), (None, 1), (5, 5), (5, 4), (-1, 4)])
def test_quotations_have_a_whole_range_or_none(start, end):
    with pytest.raises(ValidationError):
        Quotation(exact="x", start=start, end=end)


def test_quotations_keep_their_white_space_and_other_texts_lose_it_at_the_ends():
    assert Quotation(exact=" x\n").exact == " x\n"
    assert Claim(id="c1", text=" x\n").text == "x"


@pytest.mark.parametrize(
    ("changed", "place", "problem"),
    [
        ({"publisher": "a1"}, "publisher", "there is no agent `a1`"),
        ({"agents": [person("kabulov")], "authors": ["kabulow"]}, "authors.0", "did you mean `kabulov`?"),
        ({"agents": [person("c1")]}, "claims.0.id", "taken already, at agents[0].id"),
        ({"agents": [person("a1")], "verdicts": [{"id": "v1", "claim": "a1", "rating": "r"}]}, "verdicts.0.claim", "stands under agents"),
        ({"verdicts": [{"id": "v1", "claim": "c1", "rating": "r"}]}, "verdicts.0.rating", "there is no rating `r`"),
        ({"corrections": [{"id": "k1", "published": "2015", "text": "x", "parts": ["c9"]}]}, "corrections.0.parts.0", "there is no part `c9`; there are c1"),
    ],
)  # fmt: skip
def test_every_reference_leads_somewhere(changed, place, problem):
    assert problem in messages(**changed)[place]


def test_circles_of_copies_and_several_first_appearances_are_refused():
    copies = [
        {"id": "s1", "copy_of": {"source": "s2", "kind": "reposted"}},
        {"id": "s2", "copy_of": {"source": "s1", "kind": "reposted"}},
    ]
    assert "in the end, a copy of itself" in messages(sources=copies)["sources.0.copy_of.source"]
    appearances = [{"source": "s1", "first": True}, {"source": "s1", "first": True}]
    claims = [{"id": "c1", "text": "x", "appearances": appearances}]
    found = messages(sources=[{"id": "s1"}], claims=claims)
    assert "another first appearance" in found["claims.0.appearances.1.first"]


def test_all_dangling_references_at_once():
    found = messages(publisher="a1", authors=["a2"], verdicts=[{"id": "v1", "claim": "c2", "rating": "r"}])
    assert set(found) == {"publisher", "authors.0", "verdicts.0.claim", "verdicts.0.rating"}


@pytest.mark.parametrize(
    "url", ["ftp://a.example", "//a.example", "a.example", "https://", "https://a b", "https://a/\x00", "javascript:x"]
)
def test_what_is_no_url(url):
    assert "url" in messages(url=url)


@pytest.mark.parametrize("identifier", ["1", "#c", "https://x.example/#y", "mailto:x", ""])
def test_what_is_no_identifier(identifier):
    assert "id" in messages(id=identifier)


@pytest.mark.parametrize("language", ["english", "e", "en_GB", "en-", "EN--x", "x"])
def test_what_is_no_language(language):
    assert "language" in messages(language=language)


@pytest.mark.parametrize(
    "language", ["en", "EN-gb", "zh-Hans-CN", "de-1996", "sl-rozaj-biske", "en-u-ca-gregory", "sr-Latn-x-house"]
)
def test_what_is_a_language(language):
    assert FactCheck.model_validate({**LEAST, "language": language}).language == language


@pytest.mark.parametrize("identifier", ["1a", "a.b", "a b", "é", ""])
def test_what_is_no_local_id(identifier):
    assert "claims.0.id" in messages(claims=[{"id": identifier, "text": "x"}])


def test_confidence_is_between_nothing_and_certainty():
    for confidence in (-0.1, 1.1, float("nan")):
        with pytest.raises(ValidationError):
            Verdict(id="v", claim="c", rating="r", confidence=confidence)


def test_localised_words():
    words = Localised({"en": "False", "pt-BR": "Falso", "sr-Latn": "Netačno"})
    assert words.best("fr", "pt") == "Falso"
    assert words.best("PT-br") == "Falso"
    assert words.best("sr-Cyrl") == "Netačno"
    assert words.best("fi", None) == "False"
    assert words.only("en") is None
    assert Localised({"en": "False"}).only("en") == "False"
    assert Localised({"en": "False"}).only("en-GB") is None
    assert words == Localised(dict(reversed(list(words.items()))))
    assert hash(words) == hash(Localised(dict(reversed(list(words.items())))))
    assert repr(words).startswith("Localised({'en': 'False'")
    with pytest.raises(ValidationError):
        Rating(id="r", names={})
    with pytest.raises(ValidationError):
        Rating(id="r", names={"english": "x"})


def test_words_in_several_languages_are_written_without_python_code(monkeypatch):
    rating = Rating(id="r", names={"en": "False", "de": "Falsch"})

    def interrupted(*_):
        raise KeyboardInterrupt  # pydantic would make an error of its own of it

    for name in ("__iter__", "__getitem__"):
        monkeypatch.setattr(Localised, name, interrupted)
    assert rating.model_dump(mode="json", exclude_defaults=True) == {
        "id": "r",
        "names": {"en": "False", "de": "Falsch"},
    }


def test_findings_say_where():
    finding = factcheck.Finding("rule", factcheck.Severity.ERROR, "wrong", path="claims[0]")
    assert str(finding) == "error: claims[0]: wrong [rule]"
    assert str(finding.at("f.yaml", 3, 7)) == "f.yaml:3:7: error: claims[0]: wrong [rule]"
    assert finding.at("f", 1, 2).as_dict() == {
        "rule": "rule", "severity": "error", "message": "wrong", "path": "claims[0]", "file": "f", "line": 1, "column": 2,
    }  # fmt: skip
    assert factcheck.has_errors([finding])
    assert not factcheck.has_errors([factcheck.Finding("r", factcheck.Severity.WARNING, "x")])


def test_names_and_titles_have_a_bound_and_texts_have_none():
    assert "headline" in messages(headline="x" * 2001)
    assert FactCheck.model_validate({**LEAST, "headline": "x" * 2000, "body": "x" * 2_000_000})
