"""What else a spreadsheet's columns hold of a fact-check: the claimant, where a claim stands, what a verdict rests on."""

import json
from pathlib import Path

import pytest
from factcheck_table.vocabulary import fields, plain
from hypothesis import given, settings
from hypothesis import strategies as st
from table_reading import fact_checks, findings, one, read, table
from trying import examples

HEADINGS = json.loads((Path(__file__).parent / "cases" / "table-headings.json").read_text(encoding="utf-8"))


def agents_of(fact_check):
    return {agent.id: agent for agent in fact_check.agents}


def sources_of(fact_check):
    return {source.id: source for source in fact_check.sources}


def claimant_of(fact_check):
    (claimant,) = fact_check.claims[0].claimants
    return agents_of(fact_check)[claimant]


def test_no_heading_stands_for_two_fields():
    seen = {}
    for field in fields().values():
        for heading in field.headings:
            assert seen.setdefault(heading, field.name) == field.name


@pytest.mark.parametrize("field", HEADINGS)
def test_headings_are_known_in_the_languages_of_the_others(field):
    assert {plain(heading) for heading in HEADINGS[field]} <= set(fields()[field].headings)


def test_what_a_row_says_of_its_claimant():
    fact_check, told = one(
        claimant_kind=None, job_title="Minister of Rain", party="The Wet Party", about_the_speaker="born in a storm",
        claimant_wikidata="https://www.wikidata.org/wiki/Q1",
    )  # fmt: skip
    claimant = claimant_of(fact_check)
    assert (claimant.name, claimant.kind, claimant.job_title) == ("A Speaker", "person", "Minister of Rain")
    assert (claimant.description, claimant.same_as) == ("born in a storm", ("https://www.wikidata.org/wiki/Q1",))
    party = agents_of(fact_check)[claimant.affiliation]
    assert (party.name, party.kind) == ("The Wet Party", "organisation")
    assert not told.keys() & {"table-kind-assumed", "table-not-carried"}  # an office makes a person


@pytest.mark.parametrize(
    ("cells", "left"),
    [
        ({"claimant_kind": "organisation", "job_title": "Minister"}, "Minister"),
        ({"claimant": "A Speaker; B Speaker", "claimant_kind": None, "party": "The Wet Party"}, "The Wet Party"),
        ({"claimant": "The Wet Party", "claimant_kind": None, "party": "The Wet Party"}, "The Wet Party"),
        ({"claimant": "unknown", "job_title": "Minister"}, "Minister"),
        ({"claimant_wikidata": "Q1"}, "Q1"),
        ({"claim_url": "https://a.example", "archived_url": "https://a.example/1 https://a.example/2"}, "https://a.example/1 https://a.example/2"),
        ({"claim_url": "https://a.example/1 https://a.example/2", "quote": "Rain!"}, "Rain!"),
        ({"claim_url": "", "appearance_date": "2024-05-01"}, "2024-05-01"),
        ({"media_url": "https://a.example/picture"}, "https://a.example/picture"),
        ({"media_type": "hologram"}, "hologram"),
        ({"correction": "The year was wrong."}, "The year was wrong."),
        ({"correction_date": "2024-05-07"}, "2024-05-07"),
        ({"correction": "The year was wrong.", "correction_date": "soon"}, "soon"),
        ({"evidence": "https://a.example/1", "verdict": "", "rating_value": "", "best": "", "worst": ""}, "https://a.example/1"),
        ({"evidence": "see https://a.example/1"}, "see https://a.example/1"),
    ],
)  # fmt: skip
def test_what_has_no_place_is_told(cells, left):
    whole = {"url": "https://desk.example/rain", "claim": "It rained.", "verdict": "False", "claimant": "A Speaker"}
    whole = {name.replace("_", " "): value for name, value in (whole | cells).items() if value is not None}
    records = read(table(whole, whole.values()))
    assert len(fact_checks(records)) == 1
    assert left in {finding.stood for finding in findings(records) if finding.made is None}


def test_where_a_claim_stands():
    fact_check, told = one(
        claim_url="https://news.example/2", first_appearance="https://news.example/1",
        archived_url="https://archive.example/1; https://archive.example/2", claim_language="German", place="Hamburg", venue="a briefing",
    )  # fmt: skip
    (claim,), sources = fact_check.claims, sources_of(fact_check)
    assert [
        (sources[each.source].url, sources[each.source].archived_url, each.first) for each in claim.appearances
    ] == [
        ("https://news.example/1", "https://archive.example/1", True),
        ("https://news.example/2", "https://archive.example/2", False),
    ]
    assert (claim.language, claim.place.name, claim.occasion) == ("de", "Hamburg", "a briefing")
    assert "table-several-firsts" not in told
    fact_check, told = one(claim_url=None, first_appearance="https://news.example/1 https://news.example/2")
    assert [each.first for each in fact_check.claims[0].appearances] == [False, False]
    assert told["table-several-firsts"].severity == "warning"


def test_the_words_and_the_day_of_the_one_page_that_a_claim_stands_at():
    fact_check, _ = one(quote="It has rained, and how!", appearance_date="1. Mai 2024")
    (appearance,) = fact_check.claims[0].appearances
    assert appearance.quotation.exact == "It has rained, and how!"
    assert sources_of(fact_check)[appearance.source].published == "2024-05-01"
    fact_check, _ = one(claim_url=None, archived_url="https://archive.example/1")
    (source,) = fact_check.sources
    assert (source.url, source.archived_url) == (None, "https://archive.example/1")


def test_what_a_verdict_rests_on():
    fact_check, told = one(
        evidence="https://gauges.example/1; https://gauges.example/2", evidence_for="https://news.example/1",
        evidence_against="the almanac of 2024",
    )  # fmt: skip
    sources = sources_of(fact_check)
    stances = [(sources[each.source], each.stance) for each in fact_check.verdicts[0].evidence]
    assert [(source.url or source.description, stance) for source, stance in stances] == [
        ("https://gauges.example/1", "context"), ("https://gauges.example/2", "context"),
        ("https://news.example/1", "supports"), ("the almanac of 2024", "refutes"),
    ]  # fmt: skip
    assert (told["table-stance-assumed"].stood, told["table-stance-assumed"].made) == ("", "context")
    assert fact_check.claims[0].appearances[0].source == fact_check.verdicts[0].evidence[2].source
    _, told = one(evidence_against="https://gauges.example/1")
    assert "table-stance-assumed" not in told


@pytest.mark.parametrize(
    ("cells", "media"),
    [
        ({"media_url": "https://a.example/1.JPG?size=2 https://a.example/2.mp4"}, [("image", "https://a.example/1.JPG?size=2", None), ("video", "https://a.example/2.mp4", None)]),
        ({"claim_image": "https://a.example/1", "media_type": "Photo"}, [("image", "https://a.example/1", None)]),
        ({"media_url": "a voice in the dark", "media_type": "áudio"}, [("audio", None, "a voice in the dark")]),
        ({"media_type": "video"}, [("video", None, None)]),
    ],
)  # fmt: skip
def test_images_videos_and_recordings(cells, media):
    fact_check, told = one(**cells)
    assert [(each.kind, each.url, each.description) for each in fact_check.claims[0].media] == media
    assert "table-not-carried" not in told
    kind = cells.get("media_type")
    made = told["table-kind-word"].made if "table-kind-word" in told else kind
    assert made == (media[0][0] if kind else None)


def test_reviewers_corrections_and_methods():
    fact_check, told = one(
        authors="A Writer", reviewed_by="B Reader; C Reader", correction="The year was wrong.", correction_date="7 May 2024",
        methodology_url="https://desk.example/how",
    )  # fmt: skip
    agents = agents_of(fact_check)
    assert [agents[each].name for each in fact_check.reviewers] == ["B Reader", "C Reader"]
    (correction,) = fact_check.corrections
    assert (correction.text, correction.published) == ("The year was wrong.", "2024-05-07")
    assert fact_check.policies.methodology == "https://desk.example/how"
    assert "table-not-carried" not in told


@pytest.mark.parametrize(
    ("cells", "stood"),
    [
        ({"claimant": "Unknown"}, "Unknown"), ({"claimant": "N/A"}, "N/A"), ({"claimant": "-"}, "-"), ({"claimant": "Desconocido"}, "Desconocido"),
        ({"claimant": "unbekannt", "claimant_kind": "unnamed"}, "unbekannt"), ({"authors": "inconnu"}, "inconnu"), ({"publisher": "N/A"}, "N/A"),
        ({"place": "-"}, "-"), ({"job_title": "n/a"}, "n/a"), ({"party": "None"}, "None"), ({"reviewer": "?"}, "?"), ({"venue": "Não informado"}, "Não informado"), ({"claim_url": "-"}, "-"), ({"evidence": "none"}, "none"),
    ],
)  # fmt: skip
def test_what_says_that_nothing_is_known_makes_nothing(cells, stood):
    fact_check, told = one(**cells)
    assert (told["table-unknown-name"].stood, told["table-unknown-name"].made) == (stood, "")
    assert f'"{stood}"' not in fact_check.model_dump_json()
    if "claimant" in cells:
        assert fact_check.claims[0].claimants == ()
        assert "table-no-claimant" not in told


def test_who_is_described_and_not_named_is_unnamed():
    fact_check, told = one(claimant="Social media users", claimant_kind=None)
    claimant = claimant_of(fact_check)
    assert (claimant.kind, claimant.nature, claimant.description) == ("unnamed", "group", "Social media users")
    assert (told["table-unnamed-agent"].stood, told["table-unnamed-agent"].made) == ("", "unnamed")
    assert told["table-unnamed-agent"].path.endswith("(claimant)")
    assert "table-kind-assumed" not in told
    for kind in ("collective", "organisation"):
        fact_check, told = one(claimant="Anonymous", claimant_kind=kind)
        assert (claimant_of(fact_check).kind, claimant_of(fact_check).name) == (kind, "Anonymous")
        assert "table-unnamed-agent" not in told
    fact_check, _ = one(claimant="Facebook posts; A Speaker; unknown", claimant_kind=None)
    agents = agents_of(fact_check)
    assert [agents[each].kind for each in fact_check.claims[0].claimants] == ["unnamed", "person"]


CELLS = st.sampled_from(
    ["", "unknown", "A Name", "B Name; C Name", "Facebook posts", "https://a.example/1", "https://a.example/1.png; https://b.example/2",
     "see https://a.example", "person", "organisation", "video", "2024-05-06", "03/04/2024", "False", "en", "n/a", "x" * 2001]
)  # fmt: skip
ALL = sorted(fields())


@settings(max_examples=examples(80), deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ALL), CELLS), max_size=12, unique_by=lambda each: each[0]))
def test_each_cell_of_each_field_is_in_the_fact_check_or_in_a_finding(cells):
    given_cells = {"claim": "It rained.", "rating": "False"} | dict(cells)
    columns = "\n".join(f"{name}: {name}" for name in given_cells)
    (record,) = [
        each for each in read(table(given_cells, given_cells.values()), columns=columns) if each.place == "row 2"
    ]
    told = {finding.path.partition(" (")[0] for finding in record.findings}
    whole = record.fact_check.model_dump_json() if record.fact_check else ""
    for letter, value in zip("ABCDEFGHIJKLMN", given_cells.values(), strict=False):
        pieces = [piece.strip() for piece in value.split(";")]
        kept = f'"{value}"' in whole or all(f'"{piece}"' in whole for piece in pieces)
        assert not value or kept or f"row 2, column {letter}" in told, value
