"""What the rules of the desk find, each where it is broken and not where it is kept."""

import json
import re
from importlib.resources import files
from pathlib import Path

import factcheck_desk
import pytest
from claimreview_samples import made
from factcheck_desk import texts
from factcheck_desk.check import CHECKS
from factcheck_desk.rules import RULES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trying import examples

import factcheck
from factcheck import Severity
from factcheck.cli.new import template
from factcheck.dates import later, latest
from factcheck.testing import full_fact_check, strategies

HOST = factcheck.Host([factcheck_desk])
EXAMPLE = Path(__file__).parents[1] / "examples/taliban-russia-2015/factcheck.yaml"
FEW = settings(max_examples=examples(20), deadline=None, suppress_health_check=list(HealthCheck))


def sources(*changes):
    return [{"id": f"s{index}", **change} for index, change in enumerate(changes)]


def evidence(*given, **fields):
    return {"evidence": [{"source": source, "stance": stance, **fields} for source, stance in given]}


def scale(*ratings):
    keys = ("id", "category", "number")
    return {"ratings": [{"names": {"en": rating[0]}, **dict(zip(keys, rating, strict=True))} for rating in ratings]}


def quoting(*words, licence=None, language="en"):
    appearances = [
        {"source": "s0", "quotation": {"exact": f"{index} " + "x " * (many - 1)}} for index, many in enumerate(words)
    ]
    return {"claim": {"appearances": appearances}, "sources": sources({"licence": licence, "language": language})}


def correction(published, **fields):
    return {"corrections": [{"id": "k1", "published": published, "text": "A name."}], **fields}


def said(text, language="en", **claim):
    return {"claim": {"text": text, "language": language, **claim}}


def quoted(words):
    appearance = {"source": "s0", "quotation": {"exact": words, "prefix": words, "suffix": words}}
    return {"claim": {"appearances": [appearance]}, "sources": sources({})}


OTHER = {"id": "x", "kind": "organisation", "name": "Other"}
DESK_AGAIN = {"id": "x", "kind": "organisation", "name": " DESK"}
PASSED_ON = [
    {"source": name, "relays": [{"by": "s0", "verb": "said"}, {"by": name, "verb": "quoted"}]} for name in ("s1", "s2")
]
COPY = {"copy_of": {"source": "s0", "kind": "syndicated"}}
CHECKSUM = {"checksum": f"sha256:{'0' * 64}"}
LONG = "one two three four five six seven eight nine ten"
BOTH = [{"source": "s0", "quotation": {"exact": LONG}}, {"source": "s1", "quotation": {"exact": LONG.title()}}]
TITLED = sources({"title": "A"}, {"title": "a"})
TWO = [{"id": "c1", "text": "It is  so."}, {"id": "c2", "text": "it is so."}]
OF_TWO = [{"id": "c1", "text": "It is so."}, {"id": "c2", "text": "It is so.", "claimants": ["desk"]}]
ALL = dict.fromkeys(factcheck.Policies.model_fields, "https://desk.example/policy")
EARLIER = {"history": [{"rating": "yes", "correction": "k1"}]}
PARTS = {"parts": ["c1"]}

# A rule, a fact-check that breaks it, where, and one that keeps it though it looks alike.
CASES = [
    ("desk-claimant-is-publisher", {"claim": {"claimants": ["desk"]}}, "claims[0].claimants[0]", {"claim": {"claimants": ["x"]}, "agents": [OTHER]}),
    ("desk-claimant-is-publisher", {"claim": {"claimants": ["x"]}, "agents": [DESK_AGAIN]}, "claims[0].claimants[0]", {"publisher": None, "claim": {"claimants": ["desk"]}}),
    ("desk-copy-as-second-source", {"sources": sources({}, COPY), "verdict": evidence(("s0", "refutes"), ("s1", "refutes"))}, "verdicts[0].evidence[1].source", {"sources": sources({}, COPY), "verdict": evidence(("s0", "refutes"), ("s1", "context"))}),
    ("desk-copy-as-second-source", {"sources": sources({}, COPY, COPY), "verdict": evidence(("s1", "supports"), ("s2", "supports"))}, "verdicts[0].evidence[1].source", {"sources": sources({}, {}), "verdict": evidence(("s0", "refutes"), ("s1", "refutes"), ("s0", "refutes"))}),
    ("desk-copy-as-second-source", {"sources": sources({}, {}, {}), "claim": {"appearances": PASSED_ON}, "verdict": evidence(("s1", "supports"), ("s2", "supports"))}, "verdicts[0].evidence[1].source", {"sources": sources({}, {}, {}), "claim": {"appearances": BOTH}, "verdict": evidence(("s0", "supports"), ("s1", "supports"))}),
    ("desk-undeclared-copy", {"sources": sources(CHECKSUM, CHECKSUM)}, "sources[1]", {"sources": sources(CHECKSUM, CHECKSUM | COPY)}),
    ("desk-undeclared-copy", {"sources": sources({"url": "https://a.example/"}, {"url": "https://a.example/"})}, "sources[1]", {"sources": TITLED}),
    ("desk-undeclared-copy", {"sources": TITLED, "claim": {"appearances": BOTH}}, "sources[1]", {"sources": sources({"title": "A"}, {"title": "B"}), "claim": {"appearances": BOTH}}),
    ("desk-verdict-without-evidence", {}, "verdicts[0]", {"verdict": {"rating": "open"}}),
    ("desk-verdict-without-evidence", {"rating_scale": scale(("no", "false", None))}, "verdicts[0]", {"rating_scale": scale(("no", "unproven", 3))}),
    ("desk-evidence-newer-than-verdict", {"sources": sources({"published": "2016"}), "verdict": evidence(("s0", "refutes"))}, "verdicts[0].evidence[0].source", {"sources": sources({"published": "2015-12"}), "verdict": evidence(("s0", "refutes"))}),
    ("desk-evidence-newer-than-verdict", {"sources": sources({"accessed": "2015-12-29"}), "verdict": evidence(("s0", "refutes"))}, "verdicts[0].evidence[0].source", {"sources": sources({"accessed": "2015-12-29"}), "verdict": evidence(("s0", "refutes")), "modified": "2016"}),
    ("desk-verdict-before-claim", {"claim": {"made": "2016-01-02/.."}}, "verdicts[0]", {"claim": {"made": "../2016-01-02"}}),
    ("desk-correction-without-change", correction("2016"), "corrections[0].published", correction("2016", modified="2016-02")),
    ("desk-correction-without-change", correction("2016-02", modified="2016-01-31"), "corrections[0].published", correction("2016-02", modified="2016")),
    ("desk-inverted-scale", {"rating_scale": scale(("no", "true", 1), ("yes", "false", 5))}, "rating_scale.ratings[1].number", {"rating_scale": scale(("no", "false", 1), ("x", "satire", 3), ("yes", "true", 5))}),
    ("desk-relative-date", said("He said it last week."), "claims[0].text", said("He said “last week” and 'the last weeks of 2015'.")),
    ("desk-relative-date", said("Paris brûle aujourd\u2019hui.", "fr-CA"), "claims[0].text", said("Aujourd'hui en France l'a dit en 2015.", "fr")),
    ("desk-relative-date", said("Lo dijo ayer."), None, said("Lo dijo por la mañana.", "es")),
    ("desk-long-quotation", quoting(401), "claims[0].appearances[0].quotation", quoting(400)),
    ("desk-long-quotation", quoting(301, 2), "claims[0].appearances[0].quotation", quoting(300, 300)),
    ("desk-long-quotation", quoting(280, 280, 280), "claims[0].appearances[2].quotation", quoting(280, 280, 240)),
    ("desk-long-quotation", quoting(2000, licence="https://desk.example/all-rights-reserved"), "claims[0].appearances[0].quotation", quoting(2000, licence="https://creativecommons.org/licenses/by/4.0/")),
    ("desk-long-quotation", quoting(2000, licence="https://desk.example/creativecommons.org/licenses/by/4.0/"), "claims[0].appearances[0].quotation", quoting(2000, licence="https://www.creativecommons.org/licenses/by-nc/4.0/")),
    ("desk-long-quotation", quoting(401), "claims[0].appearances[0].quotation", quoting(2000, licence="https://open.canada.ca/en/open-government-licence-canada")),
    ("desk-placeholder", {"headline": "Did it happen as they say?"}, "headline", {"headline": "Did it happen as they say it did?"}),
    ("desk-placeholder", {"url": "https://desk.example/fact-checks/replace-me"}, "url", {"summary": "A text of the desk."}),
    ("desk-repeated-claim", {"claims": TWO}, "claims[1].text", {"claims": OF_TWO}),
    ("desk-nothing-to-see", {"headline": "\u200b \u3164"}, "headline", {"headline": "\u200d.\u200d"}),
    ("desk-invisible-character", said("It sno\u200bwed."), "claims[0].text", quoted("sno\u200bwed")),
    ("desk-lost-character", {"summary": "Caf\ufffd"}, "summary", quoted("Caf\ufffd")),
    ("desk-garbled-text", {"agents": [{"id": "x", "kind": "person", "name": "ZoÃ«"}]}, "agents[1].name", quoted("ZoÃ«")),
    ("desk-markup-in-text", said("It <b>snowed</b>."), "claims[0].text", said("It is <3, and 1 <b 2> 1, says <name>.")),
    ("desk-ifcn-no-methodology", {}, "policies.methodology", {"policies": ALL}),
    ("desk-ifcn-no-corrections-policy", {}, "policies.corrections", {"policies": ALL}),
    ("desk-ifcn-no-funding", {}, "policies.funding", {"policies": ALL}),
    ("desk-ifcn-no-contact", {}, "policies.feedback", {"policies": ALL}),
    ("desk-ifcn-no-ethics", {}, "policies.ethics", {"policies": ALL}),
    ("desk-ifcn-no-link", {"sources": sources({}), "verdict": evidence(("s0", "refutes"))}, "sources[0]", {"sources": sources({"kind": "interview"}), "verdict": evidence(("s0", "refutes"))}),
    ("desk-ifcn-secondary-source", {"sources": sources({"url": "https://a.example/"}, COPY), "verdict": evidence(("s1", "refutes"))}, "verdicts[0].evidence[0].source", {"sources": sources({"url": "https://a.example/"}, COPY), "verdict": evidence(("s1", "refutes"), note="The original has no such words.")}),
    ("desk-ifcn-single-source", {"sources": sources({}, COPY), "verdict": evidence(("s0", "refutes"), ("s1", "context"))}, "verdicts[0].evidence", {"sources": sources({}, {}), "verdict": evidence(("s0", "refutes"), ("s1", "context"))}),
    ("desk-ifcn-unexplained", {}, "verdicts[0].explanation", {"verdict": {"explanation": "Why."}}),
    ("desk-ifcn-earlier-verdict", {"verdict": EARLIER, "corrections": [{"id": "k1", "published": "2016", "text": "T.", **PARTS}]}, "verdicts[0].history[0].correction", {"verdict": EARLIER, "corrections": [{"id": "k1", "published": "2016", "text": "T.", "parts": ["v1"]}]}),
]  # fmt: skip


def paths(fields, rule):
    return [finding.path for finding in HOST.check(made(**fields), "ifcn") if finding.rule == rule]


@pytest.mark.parametrize(("rule", "broken", "path", "kept"), CASES)
def test_each_rule_finds_what_it_is_for_and_nothing_else(rule, broken, path, kept):
    assert paths(broken, rule) == ([path] if path else [])
    assert paths(kept, rule) == []


def test_every_rule_is_tried_has_a_function_and_says_what_to_do_and_where_it_comes_from():
    assert {case[0] for case in CASES if case[2]} == set(RULES) == {*CHECKS, *texts.CHECKS}
    for rule in RULES.values():
        assert rule.fix
        assert rule.summary.endswith(".")
        assert "https://" in rule.source or rule.id in ("desk-placeholder", "desk-long-quotation")


def test_the_example_gives_no_false_alarm():
    assert HOST.check(factcheck.load(EXAMPLE)) == []


def test_of_the_example_the_code_of_principles_asks_for_links_and_second_sources():
    found = HOST.check(factcheck.load(EXAMPLE), "ifcn")
    assert {finding.rule for finding in found} == {"desk-ifcn-no-link", "desk-ifcn-single-source"}
    assert {finding.severity for finding in found} == {Severity.INFO}


def test_the_code_of_principles_is_asked_under_its_profile_only():
    assert not [finding for finding in HOST.check(made()) if "ifcn" in finding.rule]
    assert [finding for finding in HOST.check(made(), "ifcn") if "ifcn" in finding.rule]


def test_every_text_of_the_template_is_still_to_be_replaced():
    table = json.loads((files("factcheck_desk") / "placeholders.json").read_text(encoding="utf-8"))
    missing = [text for text in table["whole"] if text not in template()]
    assert missing == []
    found = [finding for finding in HOST.check(factcheck.loads(template())) if finding.rule == "desk-placeholder"]
    assert len(found) >= 15


def test_every_example_address_of_the_template_is_still_to_be_replaced():
    table = json.loads((files("factcheck_desk") / "placeholders.json").read_text(encoding="utf-8"))
    addresses = re.findall(r"https://[a-z]+\.example/[^\s\"]*", template())
    assert len(addresses) > 10
    # The desk's own page, which stands in our other examples, is told by its name.
    told = ("https://desk.example/", *table["whole"])
    assert [each for each in addresses if each not in told and "replace-me" not in each] == []


RELATIVE = [
    ("en", "Prices rose 10% this past Monday", True),
    ("en", "The bill passed three weeks ago.", True),
    ("en", "The bill passed in the last week of May 2015.", False),
    ("en", "USA Today printed it.", False),
    ("en", "Dinosaurs died 65 million years ago.", False),
    ("en", "The day after, it rained.", False),
    ("es", "El gobierno aprobó la ley el lunes pasado.", True),
    ("es", "Lo anunciaron hace dos semanas.", True),
    ("es", "La temperatura de la mañana fue de 30 grados en mayo de 2015.", False),
    ("fr", "Il l'a dit lundi dernier.", True),
    ("fr", "Il y a deux semaines, il a démissionné.", True),
    ("fr", "Il y a deux ministres de trop.", False),
    ("de", "Vergangene Woche brannte es in Köln.", True),
    ("de", "Das ZDF heute journal zeigte am 3. Mai 2015 das Bild.", False),
    ("de", "Am Morgen des 3. Mai 2015 regnete es.", False),
    ("pt-BR", "O presidente falou na segunda-feira passada.", True),
    ("pt", "O mês de maio passou.", False),
    ("it", "L\u2019anno scorso il governo ha speso troppo.", True),
    ("it", "Tre giorni fa è morto.", True),
    ("it", "Nel 2015 il governo ha speso troppo.", False),
    ("nl", "Afgelopen maandag regende het.", True),
    ("nl", "De maandag is een dag.", False),
    ("ar", "قال الوزير ذلك أمس.", True),
    ("ar", "ارتفعت الأسعار الأسبوع الماضي", True),
    ("ar", "قال ذلك في اليوم الأول من مايو 2015", False),
    ("hi", "प्रधानमंत्री ने पिछले हफ़्ते कहा।", True),
    ("hi", "आज तक ने 2015 में यह दिखाया।", False),
    ("ja", "昨日", False),
]


@pytest.mark.parametrize(("language", "text", "relative"), RELATIVE)
def test_relative_dates_are_known_in_nine_languages(language, text, relative):
    assert bool(paths(said(text, language), "desk-relative-date")) is relative


def test_marks_without_an_end_do_not_take_the_square_of_their_number():
    fields = said("Last week it rained: a" + "\u0301\u0327" * 300_000)
    assert paths(fields, "desk-relative-date") == ["claims[0].text"]


def test_every_language_of_the_table_is_tried():
    table = json.loads((files("factcheck_desk") / "relative_dates.json").read_text(encoding="utf-8"))
    for wanted in (True, False):
        assert {name for name in table if name != "_about"} <= {case[0][:2] for case in RELATIVE if case[2] is wanted}


@pytest.mark.parametrize("marks", ["“{}”", "„{}“", "«{}»", "»{}«", '"{}"', "「{}」"])
def test_what_is_quoted_in_a_claim_is_not_judged(marks):
    assert paths(said(f"She wrote {marks.format('it rained yesterday')} in May 2015."), "desk-relative-date") == []


@pytest.mark.parametrize("text", ['She is 5" taller than yesterday.', "„Only opened, never closed yesterday"])
def test_a_mark_that_nothing_closes_opens_no_quotation(text):
    assert paths(said(text), "desk-relative-date") == ["claims[0].text"]


@pytest.mark.parametrize(
    ("one", "other", "is_later"),
    [
        ("2016", "2015", True),
        ("2015-12", "2015", False),
        ("2015-12-29", "2015-12-28", True),
        ("2015-12-28", "2015-12-28", False),
        ("2015-12-28/..", "2015-12-27", True),
        ("../2015-12-28", "2015-12-27", False),
        ("2015-12-28", "2015-12-27/..", False),
        ("2016-01~", "2015-12", True),
        ("2015-12-28~", "2015-12-27", False),
        ("2016?", "2015", False),
        ("2015-12-28T01:00:00+03:00", "2015-12-27T23:00:00Z", False),
        ("2015-12-28T03:00:00+03:00", "2015-12-27T23:00:00Z", True),
        ("2015-12-28T03:00:00", "2015-12-28", False),
        ("Y17000", "2015", False),
        (None, "2015", False),
        ("2015", None, False),
    ],
)
def test_a_date_is_later_where_that_is_certain(one, other, is_later):
    assert later(one, other) is is_later


@FEW
@given(
    st.sampled_from(["2014~", "2015", "2015-12", "2015-12-28", "2015-12-28/..", "../2016", "2016-01-01T00:00:00Z"]),
    st.data(),
)
def test_no_date_is_later_than_itself_nor_two_than_each_other(one, data):
    other = data.draw(st.sampled_from(["2014", "2015-11~", "2015-12-27", "2015-12-29T00:00:00+14:00", "2016-02"]))
    assert not later(one, one)
    assert not (later(one, other) and later(other, one))
    assert latest(None, one) == one


def test_words_are_counted_by_characters_where_there_are_no_spaces():
    def quoted(many):
        return {
            "claim": {"appearances": [{"source": "s0", "quotation": {"exact": "字" * many}}]},
            "sources": sources({"language": "zh-Hant"}),
        }

    assert paths(quoted(800), "desk-long-quotation") == []
    assert paths(quoted(802), "desk-long-quotation") == ["claims[0].appearances[0].quotation"]


@FEW
@given(strategies.fact_checks())
def test_any_fact_check_can_be_checked_and_every_place_is_there(fact_check):
    for finding in HOST.check(fact_check, "ifcn"):
        assert finding.rule in RULES
        assert finding.source == RULES[finding.rule].source
        assert finding.path.split(".")[0].split("[")[0] in factcheck.FactCheck.model_fields


def test_a_long_chain_of_copies_is_walked_once():
    chain = [{"id": "s0"}] + [
        {"id": f"s{n}", "copy_of": {"source": f"s{n - 1}", "kind": "reposted"}} for n in range(1, 5000)
    ]
    fact_check = made(sources=list(reversed(chain)), verdict=evidence(("s1", "refutes"), ("s4999", "refutes")))
    assert "desk-copy-as-second-source" in {finding.rule for finding in HOST.check(fact_check)}


def test_the_full_fact_check_breaks_only_what_it_must():
    assert {finding.rule for finding in HOST.check(full_fact_check())} <= {"desk-undeclared-copy"}
