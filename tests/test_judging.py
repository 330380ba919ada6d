"""Markup itself as a consumer wants it: what `factcheck check --profile` finds that no fact-check shows."""

import json
from pathlib import Path

import factcheck_claimreview
import pytest
from claimreview_reading import REVIEW, review
from claimreview_samples import EXPORTER, made
from factcheck_claimreview.exporter import ClaimReviewOptions
from factcheck_claimreview.judging.judge import JUDGES
from factcheck_claimreview.judging.rules import RULES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from judging_samples import NAMED, judged, page
from trying import examples

import factcheck
from factcheck import Finding, Imported, Importer, Input, ReadingError, Severity
from factcheck.cli import main
from factcheck.testing import full_fact_check, strategies

FEW = settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
PROFILES = ("google", "schema.org", "duke", "datacommons")


# --- what we write ----------------------------------------------------------------------------


def exported(fact_check, profile):
    return EXPORTER.export(fact_check, ClaimReviewOptions(profile=profile)).body


# What a fact-check of ours may have that its profile does not like, and a rule tells of the fact-check or a schema refuses.
UNLIKED = {"google": {"google-several-reviews"}, "schema.org": set(), "duke": {"duke-schema"}, "datacommons": set()}


@pytest.mark.parametrize("profile", PROFILES)
def test_what_we_write_for_a_profile_passes_its_judge(profile):
    for fact_check in (full_fact_check(), made()):
        assert judged(exported(fact_check, profile), profile) == []


@FEW
@given(fact_check=strategies.fact_checks(), profile=st.sampled_from(PROFILES))
def test_whatever_we_write_for_a_profile_passes_its_judge(fact_check, profile):
    found = judged(exported(fact_check, profile), profile)
    assert {rule for rule, _ in found} <= UNLIKED[profile]
    # Duke's schema wants addresses in ASCII.
    assert all(rule != "duke-schema" or place.endswith(("/url", "/author")) for rule, place in found)


# --- the command line -------------------------------------------------------------------------


@pytest.fixture
def check(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    def check(body, *arguments, name="page.html"):
        Path(name).write_bytes(body)
        code = main(["check", name, "--format", "json", *arguments])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return check


def test_markup_is_judged_at_its_line_and_column_where_a_profile_is_asked(check):
    body = page(NAMED, review(titel="Rain"))
    code, findings = check(body, "--profile", "schema.org")
    (found,) = [each for each in findings if each["rule"] == "claimreview-schema-org-property"]
    assert (code, found["path"], found["severity"]) == (0, "/titel", "warning")
    assert body.decode().splitlines()[found["line"] - 1][found["column"] - 1 :] == '"Rain"'
    assert "https://schema.org/" in found["source"]
    for arguments in ([], ["--profile", "duke", "--to", "tei"], ["--profile", "ifcn"]):
        assert not [each for each in check(body, *arguments)[1] if each["rule"] in RULES]


def test_of_a_value_that_reading_puts_right_or_leaves_out_nothing_is_said_again(check):
    markup = review(author="The Desk", datePublished="6/5/24", url="desk.example/rain", dateModified="2024-05-06 10:00")
    places = [place for _, place in judged(markup, "schema.org")]
    assert places == ["/url", "/datePublished", "/author", "/dateModified"]
    _, findings = check(page(markup, review(url="/rain")), "--profile", "schema.org")
    assert not [each for each in findings if each["rule"] in RULES]
    told = [
        each["path"]
        for each in findings
        if each["rule"].endswith(("less-address", "ive-address", "-for-object", "-iso"))
    ]
    assert sorted(told) == ["/author", "/dateModified", "/datePublished", "/url", "/url"]


def test_a_consumer_who_wants_it_so_is_not_told_otherwise(check):
    rating = {"@type": "Rating", "alternateName": "False", "ratingValue": "0", "bestRating": "4", "worstRating": "0"}
    body = page(review(reviewRating=rating))
    rules = {"claimreview-number-as-text", "claimreview-worst-below-one"}
    told = {
        profile: rules & {each["rule"] for each in check(body, "--profile", profile, "--strict")[1]}
        for profile in ("google", "schema.org", "duke")
    }
    assert told == {
        "google": rules,
        "schema.org": {"claimreview-number-as-text"},
        "duke": {"claimreview-worst-below-one"},
    }


def test_a_rule_of_markup_is_explained(capsys):
    assert main(["check", "--explain", "claimreview-schema-org-range"]) == 0
    assert "asked   for schema.org (--profile)" in capsys.readouterr().out
    assert main(["check", "--explain", "claimreview-number-as-text"]) == 0
    assert "asked   always, but for duke (--profile)" in capsys.readouterr().out


# --- from Python, and importers of others -----------------------------------------------------


def test_from_python_with_a_path(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(page(review(headlin="Rain")))
    (finding,) = factcheck.judge(path, "schema.org")
    assert str(finding).startswith(f"{path}:")
    assert finding.message == "schema.org has no property `headlin`; did you mean `headline`?"
    assert list(factcheck.judge(path, "nobody")) == []
    with pytest.raises(ReadingError, match="no such file"):
        list(factcheck.judge(tmp_path / "missing", "duke"))
    with pytest.raises(ReadingError, match="not JSON"):
        list(factcheck.judge(Input.of(b'{"@type": "ClaimReview"', "a.json"), "duke", "claimreview"))


def test_from_python_with_what_reading_told(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(page(review(author="The Desk")))
    told = [finding for record in factcheck.imports(path) for finding in record.findings]
    assert [finding.path for finding in factcheck.judge(path, "schema.org")] == ["/author"]
    assert list(factcheck.judge(path, "schema.org", told=told)) == []


class Slips(Importer):
    """An importer of a house, which says nothing of profiles."""

    name, summary, suffixes = "slips", "slips of paper", (".slip",)

    def sniff(self, head):
        return None

    def read(self, source, options):
        yield Imported("", None, ())


class Careful(Slips):
    def judge(self, source, profile):
        if profile == "broken":
            raise RuntimeError("broken program")
        if profile == "foreign":
            yield "nothing"
        yield Finding("slips-ink", Severity.WARNING, f"{profile} wants ink", "line 1", source="the house")


class Plugin:
    def __init__(self, importer):
        self.importer = importer

    @factcheck.hookimpl
    def factcheck_importers(self):
        return [self.importer]


def test_importers_of_others_may_judge_and_need_not():
    slip = Input.of(b"slip", "a.slip")
    assert list(factcheck.judge(slip, "house", host=factcheck.Host([Plugin(Slips())]))) == []
    host = factcheck.Host([Plugin(Careful())])
    (finding,) = factcheck.judge(slip, "house", host=host)
    assert str(finding) == "a.slip: warning: line 1: house wants ink [slips-ink]"
    (broken,) = factcheck.judge(slip, "broken", host=host)
    assert str(broken) == "a.slip: error: the importer `slips` failed: RuntimeError: broken program [plugin-failed]"
    # Placeless as the other one, and in the order of what was found.
    ink, foreign = factcheck.judge(slip, "foreign", host=host)
    assert (ink.rule, foreign.message) == ("slips-ink", "the importer `slips` failed: 'nothing' is no Finding")


def test_the_profiles_that_are_judged_are_those_of_the_rules():
    assert set(JUDGES) == set(PROFILES) == {profile for rule in RULES.values() for profile in rule.profiles}
    assert all(len(rule.profiles) == 1 and "https://" in rule.source for rule in RULES.values())
    rulebook = factcheck.Host([factcheck_claimreview]).rulebook
    assert set(RULES) <= set(rulebook.things)


# --- whatever it is ---------------------------------------------------------------------------

KEYS = st.sampled_from([
    *REVIEW, "@id", "@graph", "@value", "@list", "image", "type", "id", "schema:name", "NAME", "awards", "name", "sameAs", "x",
    "dataFeedElement", "item", "mainEntityOfPage",
])  # fmt: skip
VALUES = st.sampled_from([
    None, True, 5, 1.5, 10**200, "", "x", "2024-05-06", "https://desk.example/", "#a", "ClaimReview", "Claim", "Person", "rating",
    "DataFeed", "https://schema.org", "https://schema.org/False", {"@vocab": "https://schema.org/", "x": None}, [], {},
])  # fmt: skip
MARKUP = st.recursive(VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner), max_leaves=30)


@settings(FEW, max_examples=200)
@given(markup=MARKUP, profile=st.sampled_from(PROFILES))
def test_nothing_breaks_a_judge(markup, profile):
    judged({"@type": "ClaimReview", "reviewRating": markup, "about": [markup]}, profile)
    judged([markup, {"@type": "DataFeed", "dataFeedElement": markup, "item": REVIEW}, REVIEW], profile)
