"""Spreadsheets of fact-checks: read in a stream, repaired in the open, and no cell lost in silence."""

import json
from typing import ClassVar

import pytest
from factcheck_table.importer import TableImporter
from table_reading import CASES, cells_of, fact_checks, findings, found, one, read, table, workbook

import factcheck
from factcheck.testing import ImporterContract

DESK = (CASES / "desk.csv").read_bytes()


class TestContract(ImporterContract):
    importer = TableImporter()
    samples: ClassVar = {
        "desk.csv": DESK,
        "tabs.tsv": b'claim\trating\nIt rained.\tFalse\nIt "snowed".\tTrue\n',
        "bars.csv": "\ufeffClaim|Verdict\nIt rained.|False\n".encode(),
        "utf-16.csv": "Claim;Verdict\nEs hat geregnet, ä.;Falsch\n".encode("utf-16"),
        "book.xlsx": workbook(
            ("2024", [["Claim", "Verdict", "Number"], ["It rained.", "False", 7]]), ("Notes", [["a"], [None, 1.5]])
        ),
    }

    def leaves(self, body):
        if body != DESK:
            return
        for place, value in cells_of(body):
            several = place.endswith(("(Topics)", "(Claim URL)"))
            for each in value.replace(";", ",").split(",") if several else [value]:
                yield place, each


def test_a_sound_row_is_read_without_a_word():
    fact_check, told = one()
    assert told.keys() <= {"label-recognised"}
    assert fact_check.id == fact_check.url == "https://desk.example/rain"
    (claim,), (verdict,) = fact_check.claims, fact_check.verdicts
    agents = {agent.id: agent for agent in fact_check.agents}
    assert (claim.text, claim.made) == ("It rained in May.", "2024-05-01")
    assert [(agents[each].name, agents[each].kind) for each in claim.claimants] == [("A Speaker", "person")]
    assert agents[fact_check.publisher].name == "The Desk"
    assert fact_check.sources[0].url == "https://news.example/1"
    (rating,) = fact_check.rating_scale.ratings
    assert (rating.names["en"], rating.number, fact_check.rating_scale.bounds) == ("False", 1, (1, 5))
    assert (verdict.rating, verdict.explanation) == (rating.id, "The gauges were dry.")


def test_a_desks_own_table():
    records = read(DESK, publisher="https://desk.example")
    rain, snow, hail = fact_checks(records)
    assert [source.url for source in rain.sources] == ["https://news.example/1", "https://news.example/2"]
    assert [topic.name for topic in rain.topics] == ["weather", "May"]
    assert rain.verdicts[0].explanation == "The gauges were dry.\nAll of them."
    assert (snow.url, snow.published, snow.claims[0].text) == (
        "https://desk.example/snow", "2020-06-23T20:02:00", "It snowed & froze.",
    )  # fmt: skip
    assert (snow.language, snow.agents[-1].kind, snow.claims[0].made) == ("en", "collective", "2020-06-23")
    assert (hail.headline, hail.published) == ("It hailed, they say.", None)
    assert hail.sources[0].description == "a leaflet"
    assert [agent.url for agent in hail.agents if agent.id == hail.publisher] == ["https://desk.example"]
    assert [record.place for record in records] == ["row 1", "row 2", "row 3", "row 4", "row 6"]
    fog = records[-1]
    assert fog.fact_check is None
    assert fog.findings[0].rule == "table-no-claim"
    assert {finding.line for finding in fog.findings} == {7}


@pytest.mark.parametrize(
    ("rule", "cells", "stood", "made"),
    [
        ("table-schemeless-address", {"url": "https:desk.example/x"}, "https:desk.example/x", "https://desk.example/x"),
        ("table-schemeless-address", {"url": "desk.example/x"}, "desk.example/x", "https://desk.example/x"),
        ("table-nameless-agent", {"publisher": "https://www.desk.example/a"}, "", "desk.example"),
        ("table-date-not-iso", {"published": "2020-06-23 20:02"}, "2020-06-23 20:02", "2020-06-23T20:02:00"),
        ("table-date-not-iso", {"published": "2020-06-23T20:02:01.5+0200"}, "2020-06-23T20:02:01.5+0200", "2020-06-23T20:02:01+02:00"),
        ("table-date-not-iso", {"published": "23.6.2020"}, "23.6.2020", "2020-06-23"),
        ("table-date-not-iso", {"published": "6/23/2020 9:05"}, "6/23/2020 9:05", "2020-06-23T09:05:00"),
        ("table-date-not-iso", {"published": "2020/6/3"}, "2020/6/3", "2020-06-03"),
        ("table-date-not-iso", {"published": "20200603"}, "20200603", "2020-06-03"),
        ("table-date-not-iso", {"published": "3 de junho de 2020"}, "3 de junho de 2020", "2020-06-03"),
        ("table-date-not-iso", {"published": "June 3rd, 2020"}, "June 3rd, 2020", "2020-06-03"),
        ("table-date-not-iso", {"published": "03.04.2020"}, "03.04.2020", "2020-04-03"),
        ("table-date-not-iso", {"published": "Tue, 23 Jun 2020 20:02:00 +0200"}, "Tue, 23 Jun 2020 20:02:00 +0200", "2020-06-23T20:02:00+02:00"),
        ("table-date-not-iso", {"claim_date": "12 listopada 2020", "language": "pl"}, "12 listopada 2020", "2020-11-12"),
        ("table-entities", {"headline": "Rain &amp; snow"}, "Rain &amp; snow", "Rain & snow"),
        ("table-white-space", {"headline": "Rain "}, "Rain ", "Rain"),
        ("table-language-name", {"language": "Português"}, "Português", "pt"),
        ("table-language-name", {"language": "pt_BR"}, "pt_BR", "pt-BR"),
        ("table-no-language", {"language": None}, "", "und"),
        ("table-no-headline", {"headline": ""}, "", "It rained in May."),
        ("table-kind-assumed", {"claimant kind": None}, "", "person"),
        ("table-not-a-number", {"rating_value": "1,5"}, "1,5", "1.5"),
        ("table-worst-assumed", {"worst": None}, "", "1"),
        ("table-no-label", {"verdict": ""}, "", "1 / 5"),
    ],
)  # fmt: skip
def test_a_repair_says_what_stood_there_and_what_was_made_of_it(rule, cells, stood, made):
    _, told = one(**cells)
    assert (told[rule].stood, told[rule].made) == (stood, made)
    assert told[rule].is_repair


@pytest.mark.parametrize(
    ("rule", "cells", "path"),
    [
        ("table-ambiguous-date", {"published": "03/04/2020"}, "published"),
        ("table-ambiguous-date", {"published": "12 listopada 2020"}, "published"),
        ("table-date-not-iso", {"published": "31/02/2020"}, "published"),
        ("table-date-not-iso", {"published": "yesterday"}, "published"),
        ("table-date-not-iso", {"published": "43831"}, "published"),
        ("table-schemeless-address", {"claimant_url": "see there"}, "agents[1].url"),
        ("table-invalid-value", {"language": "Klingonisch"}, "language"),
        ("table-invalid-value", {"headline": "x" * 2001}, "headline"),
        ("table-not-a-number", {"rating_value": "1e400"}, "rating_scale.ratings[0].number"),
        ("table-not-a-number", {"rating_value": "1,234"}, "rating_scale.ratings[0].number"),
        ("table-best-not-above-worst", {"best": "1"}, "rating_scale.ratings[0].number"),
        ("table-number-out-of-range", {"rating_value": "6"}, "rating_scale.ratings[0].number"),
        ("table-number-out-of-range", {"worst": "-3"}, "rating_scale.ratings[0].number"),
        ("table-number-without-ends", {"best": ""}, "rating_scale.ratings[0].number"),
        ("table-ends-without-number", {"rating_value": ""}, "rating_scale.best"),
        ("table-error-value", {"published": "#N/A"}, "published"),
        ("table-not-carried", {"id": "FC-12"}, "id"),
    ],
)
def test_what_cannot_be_told_for_sure_is_reported_and_left_out(rule, cells, path):
    fact_check, told = one(**cells)
    (value,) = cells.values()
    data = json.loads(fact_check.model_dump_json())
    for step in path.replace("[", ".").replace("]", "").split("."):
        data = data[int(step)] if step.isdigit() else data.get(step)
    assert data in (None, "und", "It rained in May.", fact_check.url)
    assert told[rule].made is None
    assert told[rule].stood in (value, "5", "1")


def test_numbers_that_contradict_each_other_are_left_out_for_that_publisher_only():
    rows = [
        ["url", "publisher", "claim", "rating", "ratingValue", "bestRating"],
        ["https://a.example/1", "A", "One.", "Falso", "4", "6"],
        ["https://a.example/2", "A", "Two.", "Verdadeiro", "4", "6"],
        ["https://a.example/3", "A", "Three.", "Exagerado", "3", "6"],
        ["https://b.example/1", "B", "Four.", "Falso", "1", "6"],
        ["https://b.example/2", "B", "Five.", "falso ", "1", "6"],
        ["https://c.example/1", "C", "Six.", "Falso", "1", "6"],
        ["https://c.example/2", "C", "Seven.", "Falso", "2", "6"],
    ]
    records = read(table(*rows))
    numbers = [fact_check.rating_scale.ratings[0].number for fact_check in fact_checks(records)]
    assert numbers == [None, None, 3, 1, 1, None, None]
    told = [each for each in findings(records) if each.rule == "table-ambiguous-number"]
    assert [each.path for each in told][:2] == ["row 2, column E (ratingValue)", "row 2, column F (bestRating)"]
    assert [each.stood for each in told] == ["4", "6", "4", "6", "1", "6", "2", "6"]
    assert "`falso` and `verdadeiro`" in told[0].message
    assert {each.made for each in told} == {None}


@pytest.mark.parametrize(
    ("other", "options", "made"),
    [
        ("23/04/2020", {}, "2020-04-03"),
        ("04/23/2020", {}, "2020-03-04"),
        ("04/05/2020", {}, None),
        ("04/05/2020", {"dates": "day-first"}, "2020-04-03"),
        ("04/05/2020", {"dates": "month-first"}, "2020-03-04"),
    ],
)
def test_the_whole_column_tells_day_from_month_or_a_person_does(other, options, made):
    rows = ["claim,verdict,date", f"One.,False,03/04/2020\nTwo.,False,{other}"]
    assert fact_checks(read("\n".join(rows), **options))[0].published == made


def test_a_column_with_both_orders_tells_nothing():
    body = "claim,verdict,date\nOne.,False,03/04/2020\nTwo.,False,23/04/2020\nThree.,False,04/23/2020\n"
    assert [each.published for each in fact_checks(read(body))] == [None, "2020-04-23", "2020-04-23"]


@pytest.mark.parametrize(
    ("others", "made"),
    [
        (["23/04/2020"], "2020-04-03"),
        (["04/23/2020"], "2020-04-03"),
        (["04.23.2020"], "2020-03-04"),
        (["04.23.2020", "23.04.2020"], None),
    ],
)
def test_with_full_stops_the_day_is_first_unless_such_a_date_of_the_column_says_otherwise(others, made):
    rows = ["claim,verdict,date", "One.,False,03.04.2020", *(f"{each},False,{each}" for each in others)]
    records = read("\n".join(rows))
    assert fact_checks(records)[0].published == made
    rows[1] = "One.,False,03/04/2020"
    told = {"23/04/2020": "2020-04-03", "04/23/2020": "2020-03-04"}
    assert fact_checks(read("\n".join(rows)))[0].published == told.get(others[0])


def test_rows_of_one_address_get_ids_of_their_own_that_stay_when_rows_move():
    rows = ["url,claim,verdict", "https://a.example/1,One.,False", "https://a.example/1,Two.,True"]
    ids = [each.id for each in fact_checks(read("\n".join(rows)))]
    assert len(set(ids)) == 2
    assert [each.id for each in fact_checks(read("\n".join([rows[0], *rows[:0:-1]])))] == ids[::-1]
    assert [each.url for each in fact_checks(read("\n".join(rows)))] == ["https://a.example/1"] * 2


def test_an_id_of_the_rows_own_goes_first():
    assert one(id="urn:desk:12")[0].id == "urn:desk:12"
    assert one(id="https://desk.example/id/12")[0].id == "https://desk.example/id/12"


def test_an_unnamed_claimant_is_described():
    fact_check, _ = one(claimant="senior official", claimant_kind="unnamed")
    (agent,) = [each for each in fact_check.agents if each.kind == "unnamed"]
    assert (agent.name, agent.description) == (None, "senior official")


def test_a_verdict_that_is_missing_leaves_the_claim_and_says_so():
    fact_check, told = one(verdict="", rating_value="", best="", worst="")
    assert fact_check.verdicts == ()
    assert told["table-no-rating"].severity == "error"
    assert told["table-not-carried"].stood == "The gauges were dry."


def test_a_column_that_is_unknown_is_named_once_and_each_cell_of_it_is_told():
    records = read("claim,verdict,Mood\nOne.,False,good\nTwo.,True,\nThree.,True,bad\n")
    assert [(each.path, each.stood) for each in findings(records) if "column C" in each.path] == [
        ("row 1, column C (Mood)", "Mood"),
        ("row 2, column C (Mood)", "good"),
        ("row 4, column C (Mood)", "bad"),
    ]


def test_the_plan_is_the_mapping_and_can_be_corrected():
    importer = TableImporter()
    body = b'Claim,Verdict,"Mood: no","Mood: no",,yes\nIt rained.,False,good,a,b,Why not.\n'
    plan = importer.plan(factcheck.Input.of(body), importer.options())
    assert "Claim: claim\n" in plan
    assert "# C: 1 of 1 rows; good\ncolumn C:\n" in plan
    assert read(body, columns=plan) == read(body)
    records = read(body, columns=plan.replace("yes:", "yes: explanation").replace("column E:", "column E: topics"))
    (fact_check,) = fact_checks(records)
    assert fact_check.verdicts[0].explanation == "Why not."
    assert fact_check.topics[0].name == "b"


def test_a_mapping_of_one_column_leaves_the_others_guessed():
    body = "What they said,Verdict,Title\nIt rained.,False,Rain?\n"
    (fact_check,) = fact_checks(read(body, columns="What they said: claim\nTitle:\nFoot: url"))
    assert fact_check.headline == fact_check.claims[0].text == "It rained."
    told = found(read(body, columns="What they said: claim\nTitle:\nFoot: url"))
    assert "`Foot`" in told["table-no-such-column"].message
    assert found(read(body))["table-no-claim"].severity == "error"


@pytest.mark.parametrize(
    "options",
    [
        {"columns": "Verdict: ratign"}, {"columns": "[1, 2]"}, {"columns": "a: [b]"}, {"columns": "{"},
        {"columns": "[" * 400}, {"language": "no language"}, {"encoding": "idna"}, {"encoding": "x"},
        {"dates": "2020"}, {"claimants": "robot"},
    ],
)  # fmt: skip
def test_options_that_make_no_sense(options):
    with pytest.raises(factcheck.OptionError):
        read(DESK, **options)


def test_one_name_is_one_agent_unless_something_else_differs():
    fact_check, told = one(
        publisher="The Desk", authors="The Desk; A Writer", claimant="The Desk", **{"claimant kind": None}
    )
    assert [(agent.id, agent.name, agent.kind) for agent in fact_check.agents] == [
        ("publisher", "The Desk", "organisation"), ("author", "A Writer", "person"),
    ]  # fmt: skip
    assert fact_check.authors == ("publisher", "author")
    assert "table-kind-assumed" not in told
    fact_check, _ = one(publisher_url="https://a.example", claimant="The Desk", claimant_url="https://b.example")
    assert [agent.url for agent in fact_check.agents] == ["https://a.example", "https://b.example"]


def test_several_claimants_stand_between_semicolons():
    (fact_check,) = fact_checks(
        read("url,claim,rating,claimant\nhttps://d.example/1,It rained.,False,A Speaker; B Speaker\n")
    )
    names = {agent.id: agent.name for agent in fact_check.agents}
    assert [names[each] for each in fact_check.claims[0].claimants] == ["A Speaker", "B Speaker"]
    records = read("url,claim,rating,claimant\nhttps://d.example/1,It rained.,False,;\n")
    assert fact_checks(records)[0].claims[0].claimants == ()
    assert found(records)["table-unknown-name"].stood == ";"
