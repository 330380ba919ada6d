"""The scales of well-known publishers, and what imported fact-checks get of them."""

import json
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import factcheck_scales
import pytest
from claimreview_reading import REVIEW, one, read, review

import factcheck
from factcheck.testing import full_fact_check

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "claimreview.jsonl"
ORDER = ("false", "mostly-false", "mixed", "mostly-true", "true")
HOST = factcheck.Host.discover()
SCALES = HOST.scales.things
EACH = pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES.keys())


def test_there_are_enough_of_them():
    assert HOST.scales.problems == ()
    assert len(SCALES) >= 55
    assert len({language.partition("-")[0] for scale in SCALES.values() for language in scale.languages}) >= 25


def test_a_site_and_a_name_are_one_publishers():
    sites = [site for scale in SCALES.values() for site in scale.sites]
    of_each = [{name.casefold() for name in (scale.publisher, *scale.other_names)} for scale in SCALES.values()]
    names = [name for names in of_each for name in names]
    assert len(sites) == len(set(sites))
    assert len(names) == len(set(names))
    assert not any(site.startswith("www.") or site != site.lower() for site in sites)


@EACH
def test_a_scale_goes_from_false_to_true(scale):
    steps = [ORDER.index(rating.category) for rating in scale.scale.ratings if rating.category in ORDER]
    numbers = [rating.number for rating in scale.scale.ratings if rating.number is not None]
    assert all(lower <= upper for lower, upper in pairwise(steps))
    assert numbers == sorted(set(numbers))
    assert steps


@EACH
def test_each_label_is_found_at_its_site_and_by_its_publishers_name(scale):
    for rating in scale.scale.ratings:
        for language, label in rating.names.items():
            for known in ({"site": f"www.{scale.sites[0]}"}, {"publisher": scale.publisher}):
                match = HOST.labels.match(label, language=language, **known)
                assert (match.scale, match.rating.id, match.category) == (scale, rating.id, rating.category)
    for label, identifier in scale.other_labels.items():
        assert HOST.labels.match(label, site=scale.sites[0]).rating.id == identifier


@EACH
def test_a_scale_does_not_call_true_what_its_words_call_false(scale):
    plain = factcheck.Labels()
    for rating in scale.scale.ratings:
        for language, label in rating.names.items():
            words = plain.match(label, language=language)
            if words and rating.category in ORDER and words.category in ORDER:
                assert abs(ORDER.index(words.category) - ORDER.index(rating.category)) <= 2


@EACH
def test_a_scale_says_where_it_comes_from(scale):
    host = scale.source.split("/")[2]
    own = any(f".{host}".endswith(f".{site}") for site in scale.sites)
    assert scale.source.startswith("https://")
    assert scale.scale.url == (scale.source if own else None)
    assert own or scale.source.count("/") > 3


def rated(label, numbers=None, **changes):
    worst, value, best = numbers or (None, None, None)
    given = {"ratingValue": value, "worstRating": worst, "bestRating": best}
    rating = {"@type": "Rating", "alternateName": label} | {
        key: each for key, each in given.items() if each is not None
    }
    return review(reviewRating=rating, **changes)


def test_a_label_is_read_by_the_scale_of_the_site_it_was_published_at():
    fact_check, found = one(rated("Three Pinocchios", url="https://www.washingtonpost.com/politics/2020/1"))
    assert fact_check.rating_scale.ratings[0].category == "mostly-false"
    assert found["label-recognised"].path == "/reviewRating/alternateName"
    assert found["label-recognised"].source == SCALES["The Washington Post Fact Checker"].source
    assert "by the scale of The Washington Post Fact Checker" in found["label-recognised"].message
    assert not found["label-recognised"].is_repair


def test_a_label_is_read_by_the_scale_of_its_publisher_wherever_it_stands():
    author = {"@type": "Organization", "name": "Snopes.com", "url": "https://www.snopes.com"}
    assert one(rated("Unfounded", author=author))[0].rating_scale.ratings[0].category == "unproven"


def test_a_label_without_a_scale_is_read_by_its_words():
    fact_check, found = one(rated("Mayormente falso", inLanguage="es"))
    assert fact_check.rating_scale.ratings[0].category == "mostly-false"
    assert "by the words of its language" in found["label-recognised"].message


@pytest.mark.parametrize("label", ["Nonesuch", "Legend", "True, but misleading", "The bridge was closed in May."])
def test_a_label_that_is_not_recognised_stays_a_free_label(label):
    fact_check, found = one(rated(label, url="https://www.snopes.com/fact-check/x"))
    (rating,) = fact_check.rating_scale.ratings
    assert (rating.names["en"], rating.category, rating.number) == (label, None, None)
    assert "label-recognised" not in found


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("False", (1, 5, 5)),
        ("False", (1, 4, 6)),
        ("True", (1, 1, 5)),
        ("Mostly false", (1, 5, 5)),
        ("Mostly true", (1, 1, 6)),
    ],
)
def test_a_number_that_contradicts_its_label_is_reported_and_left_out(label, numbers):
    records = read(rated(label, numbers))
    (fact_check,) = [record.fact_check for record in records if record.fact_check]
    found = {
        each.path: each for record in records for each in record.findings if each.rule == "label-contradicts-number"
    }
    assert fact_check.rating_scale.bounds is None
    assert fact_check.rating_scale.ratings[0].number is None
    assert fact_check.rating_scale.ratings[0].category
    told = {f"/reviewRating/{name}" for name in ("worstRating", "ratingValue", "bestRating")}
    assert set(found) == told
    assert found["/reviewRating/ratingValue"].stood == str(numbers[1])
    assert found["/reviewRating/ratingValue"].severity is factcheck.Severity.WARNING


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("False", (1, 1, 5)),
        ("False", (1, 2, 7)),
        ("Half true", (1, 3, 5)),
        ("Misleading", (1, 5, 5)),
        ("True", (1, 5, 5)),
    ],
)
def test_a_number_that_does_not_contradict_its_label_stays(label, numbers):
    fact_check, found = one(rated(label, numbers))
    assert fact_check.rating_scale.ratings[0].number == numbers[1]
    assert "label-contradicts-number" not in found


def test_what_factcheck_wrote_says_itself_what_its_labels_amount_to():
    bare = full_fact_check().rating_scale
    ratings = [rating.model_copy(update={"category": None}) for rating in bare.ratings]
    fact_check = full_fact_check().model_copy(
        update={"rating_scale": bare.model_copy(update={"ratings": tuple(ratings)})}
    )
    body = factcheck.export(fact_check, "tei").body
    (record,) = [each for each in factcheck.imports(factcheck.Input.of(body), "tei") if each.fact_check]
    assert record.fact_check == fact_check


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
def test_what_was_imported_and_exported_is_imported_as_it_was():
    nodes = [json.loads(line)["node"] for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    known = 0
    found = [record.fact_check for node in nodes for record in read(node) if record.fact_check]
    for fact_check in (each for each in found if each.verdicts):
        body = factcheck.export(fact_check, "claimreview").body
        (again,) = [each.fact_check for each in read(body) if each.fact_check]
        assert again == fact_check
        known += any(rating.category for rating in fact_check.rating_scale.ratings) if fact_check.rating_scale else 0
    assert known >= 25


def scales_of(*things):
    class Brings:
        @factcheck.hookimpl
        def factcheck_rating_scales(self):
            return things

    return Brings()


def test_a_plugin_brings_a_scale():
    scale = next(iter(SCALES.values()))
    host = factcheck.Host([scales_of(scale)])
    assert host.scales.things == {scale.publisher: scale}
    assert host.labels.match("Pants on Fire", site=scale.sites[0]).category == "false"
    assert host.labels is host.labels


def test_what_is_no_scale_is_told_with_the_plugins_name():
    import factcheck_claimreview  # noqa: PLC0415  # a host of one's own plugins

    host = factcheck.Host([factcheck_claimreview, scales_of("a scale")])
    records = list(factcheck.imports(factcheck.Input.of(json.dumps(REVIEW).encode()), "claimreview", host=host))
    (finding,) = records[0].findings
    assert (finding.rule, records[0].fact_check) == ("plugin-failed", None)
    assert finding.message.startswith("`Brings` of the caller: ")
    assert finding.message.endswith("'a scale' is no instance of factcheck.PublishedScale")
    assert any(record.fact_check for record in records)


def of_desk(publisher="PolitiFact", sites=("politifact.com",), **more):
    ratings = [{"id": "wet", "names": {"en": "All wet"}, "category": "false"}]
    scale = factcheck.RatingScale(ratings=ratings)
    return factcheck.PublishedScale(publisher, sites, ("en",), scale, "https://desk.example/scale", **more)


def with_ours(*things):
    return factcheck.Host([factcheck_scales, scales_of(*things)])


def test_a_publishers_own_scale_goes_before_that_of_a_collection():
    host = with_ours(of_desk(own=True))
    assert (len(host.scales.things), host.scales.problems) == (len(SCALES), ())
    match = host.labels.match("All wet", site="www.politifact.com")
    assert (match.category, match.scale.own) == ("false", True)
    assert [rating.id for rating in host.scales.things["PolitiFact"].scale.ratings] == ["wet"]
    ((plugin, note),) = host.scales.notes
    assert plugin.name == "factcheck_scales"
    assert note == (
        "the scale of `PolitiFact` by `factcheck_scales` of the caller gives way to the publisher's own, "
        "`PolitiFact` by `Brings` of the caller"
    )


def test_what_is_imported_says_that_the_scale_is_the_publishers_own():
    import factcheck_claimreview  # noqa: PLC0415  # a host of one's own plugins

    host = factcheck.Host([factcheck_claimreview, factcheck_scales, scales_of(of_desk(own=True))])
    node = REVIEW | {"url": "https://politifact.com/1", "reviewRating": {"@type": "Rating", "alternateName": "All wet"}}
    records = list(factcheck.imports(factcheck.Input.of(json.dumps(node).encode()), "claimreview", host=host))
    (found,) = [each for record in records for each in record.findings if each.rule == "label-recognised"]
    assert found.message == "`All wet` amounts to `false`, by the scale of PolitiFact, its own"
    assert found.source == "https://desk.example/scale"


def test_an_own_scale_goes_first_at_the_sites_it_shares_and_takes_no_others():
    host = with_ours(of_desk("AFP of somewhere", ("factcheck.afp.com",), own=True))
    assert (len(host.scales.things), host.scales.problems, host.scales.notes) == (len(SCALES) + 1, (), ())
    assert host.labels.match("All wet", site="factcheck.afp.com").category == "false"
    assert host.labels.match("Faux", site="factuel.afp.com", language="fr").scale.publisher == "AFP"


@pytest.mark.parametrize(
    ("given", "mark"),
    [
        (of_desk(), "the name `politifact`"),
        (of_desk("Desk", ("desk.example",), other_names=("PolitiFact",)), "the name `politifact`"),
        (of_desk("Desk", ("PolitiFact.com",)), "the site `politifact.com`"),
    ],
)
def test_of_two_scales_that_nothing_tells_apart_neither_is_used_and_all_others_are(given, mark):
    host = with_ours(given)
    assert len(host.scales.things) == len(SCALES) - 1
    assert "PolitiFact" not in host.scales.things
    assert {plugin.name for plugin, _ in host.scales.problems} == {"Brings", "factcheck_scales"}
    for _, problem in host.scales.problems:
        assert problem.startswith(f"{mark} is that of `")
        assert "; give `own=True` to the publisher's own, or block one and lose the " in problem
        assert f"the {len(SCALES)} of `factcheck_scales` of the caller" in problem
        assert "the 1 of `Brings` of the caller" in problem


def test_only_one_scale_can_be_the_publishers_own():
    host = factcheck.Host([factcheck_scales, scales_of(of_desk(own=True)), scales_of(of_desk(own=True))])
    assert len(host.scales.things) == len(SCALES) - 1
    assert all("take `own` from all but the publisher's" in problem for _, problem in host.scales.problems)
    assert len(host.scales.problems) == 2


@pytest.mark.parametrize(
    ("scale", "problem"),
    [
        (of_desk(sites="politifact.com"), "the `sites` of the scale of 'PolitiFact' are a tuple of texts"),
        (
            of_desk(publisher=["PolitiFact"]),
            "the `publisher` and the `source` of the scale of ['PolitiFact'] are texts",
        ),
        (of_desk(own="yes"), "`own` of the scale of 'PolitiFact' is True or False"),
        (of_desk(other_names=(5,)), "the `other_names` of the scale of 'PolitiFact' are a tuple of texts"),
    ],
)
def test_a_scale_that_is_made_wrongly_is_told(scale, problem):
    host = with_ours(scale)
    assert len(host.scales.things) == len(SCALES)
    ((plugin, told),) = host.scales.problems
    assert plugin.name == "Brings"
    assert told.startswith(problem)


def test_the_labels_of_a_host_without_scales_are_read_by_their_words():
    assert factcheck.Host([SimpleNamespace()]).labels.match("False", language="en").category == "false"
