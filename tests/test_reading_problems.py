"""What is wrong with a text: everything at once, with its exact place, in plain words."""

import json
from pathlib import Path

import pytest
import yaml
from reading_samples import BASE, problems

from factcheck import FactCheck
from factcheck.reading import explain

CASES = Path(__file__).parent / "cases" / "reading"


def test_all_problems_of_a_file_come_at_once(golden):
    findings = problems((CASES / "bad.yaml").read_bytes(), "bad.yaml")
    golden("reading/bad.txt", "".join(f"{finding}\n" for finding in findings).encode())
    assert len({finding.rule for finding in findings}) >= 11
    places = [(finding.line, finding.column) for finding in findings]
    assert places == sorted(places)


def test_the_same_problems_are_found_in_json():
    data = yaml.load((CASES / "bad.yaml").read_text(), Loader=yaml.BaseLoader)  # noqa: S506  # it makes texts only
    data["sources"][1]["id"] = "s1"  # YAML's second `id` there is refused, PyYAML takes it
    data["verdicts"][1]["explanation"] = None
    in_yaml = {(f.path, f.rule, f.message) for f in problems((CASES / "bad.yaml").read_bytes())}
    in_json = {(f.path, f.rule, f.message) for f in problems(json.dumps(data, indent=2))}
    assert {each for each in in_yaml if each[1] != "duplicate-key"} == in_json


def changed(path, value):
    data = json.loads(json.dumps(BASE))
    *parents, last = path
    node = data
    for step in parents:
        node = node[step]
    node[last] = value
    return data


FIELDS = [
    (("headlin",), "x", "unknown-key", "there is no `headlin` here; the keys of the fact-check are"),
    (("verdict",), [], "unknown-key", "`verdict`"),
    (("publishd",), "2015", "unknown-key", "did you mean `published`?"),
    (("claimants",), [], "unknown-key", "`claimants` belongs to a claim"),
    (("claims", 0, "licence"), "x", "unknown-key", "belongs to the fact-check or a source"),
    (("sources", 0, "\x1b[31m"), "x", "unknown-key", r"there is no `\x1b[31m` here"),
    (("sources", 0, "copy_of"), {"source": "s"}, "missing-key", "`kind` is missing: how it was copied"),
    (("headline",), "x" * 2001, "wrong-value", "longer than the 2,000 characters"),
    (("language",), "english", "wrong-form", "`english` is not a language tag: write `en`"),
    (("id",), "https://a.example/#x", "wrong-form", "is not an identifier: write one without `#`"),
    (("url",), "a.example/x", "wrong-form", "`a.example/x` is not a web address: write it whole"),
    (("claims", 0, "id"), "1a", "wrong-form", "`1a` is not an id: write letters"),
    (("sources", 0, "checksum"), "sha256:abc", "wrong-form", "write `sha256:` and 64 digits"),
    (("sources", 0, "kind"), "artcle", "wrong-choice", "did you mean `article`? choose `article`, `wire`"),
    (("sources", 0, "kind"), ["article"], "wrong-choice", "a list is none of the choices; choose"),
    (("sources", 0, "kind"), None, "wrong-choice", "nothing is none of the choices"),
    (("claims", 0, "claimants"), "a", "wrong-type", "a list is wanted here: write `[a]`"),
    (("claims", 0, "claimants"), None, "wrong-type", "nothing stands here, where a list is wanted: fill it, or delete"),
    (("claims", 0, "appearances"), {"source": "s"}, "wrong-type", "begin each item with `- `"),
    (("claims", 0), "y", "wrong-type", "`y` stands here, where a claim is wanted, with its keys `id` and `text`"),
    (("claims", 0), ["y"], "wrong-type", "a list stands here, where a claim is wanted"),
    (("policies",), "x", "wrong-type", "where `policies` is wanted, with its keys `corrections`"),
    (("headline",), ["x"], "wrong-type", "a list stands here, where a text is wanted"),
    (("headline",), {"x": "y"}, "wrong-type", "put text that holds a colon and a space in quotes"),
    (("headline",), None, "wrong-type", "nothing stands here, where a text is wanted"),
    (("headline",), " ", "wrong-value", "there is no text here: fill it, or delete the key"),
    (("rating_scale", "ratings", 0, "names"), "R", "wrong-type", "a text for each language, such as `{en: Mostly false}`"),
    (("rating_scale", "ratings", 0, "names"), {}, "wrong-value", "at least one is wanted"),
    (("rating_scale", "ratings", 0, "names"), {"e": "R"}, "wrong-form", "`e` is not a language tag"),
    (("rating_scale", "ratings", 0, "number"), "one", "wrong-type", "`one` stands here, where a number is wanted"),
    (("rating_scale", "ratings", 0, "number"), [1], "wrong-type", "a list stands here, where a number is wanted"),
    (("rating_scale", "ratings", 0, "number"), "inf", "wrong-type", "`inf` stands here, where a number is wanted"),
    (("rating_scale", "ratings", 0, "number"), "-1", "wrong-value", "a number is 0 or more"),
    (("verdicts", 0, "confidence"), "1.5", "wrong-value", "`1.5` is out of bounds: at most 1 is wanted"),
    (("verdicts", 0, "confidence"), "-1", "wrong-value", "at least 0 is wanted"),
    (("claims",), [], "wrong-value", "nothing stands in here: at least one is wanted"),
    (("published",), "28.12.2015", "wrong-value", "`28.12.2015`: write a date as 2015"),
    (("published",), "2015-02-29", "wrong-value", "there is no day 29"),
    (("claims", 0, "appearances"), [{"source": "s", "first": "x"}], "wrong-type", "`x` stands here, where `true` or"),
    (("claims", 0, "appearances"), [{"source": "s", "first": []}], "wrong-type", "where `true` or `false` is wanted"),
    (("verdicts", 0, "evidence"), [{"source": "s", "stance": "supports", "quotation": {"exact": "x", "start": v, "end": "5"}}],
     "wrong-type", "where a whole number is wanted")
    if (v := "one") else None,
    (("claims", 0, "appearances"), [{"source": "s", "quotation": {"exact": "x", "start": [], "end": "5"}}],
     "wrong-type", "where a whole number is wanted"),
    (("claims", 0, "appearances"), [{"source": "s", "quotation": {"exact": "x", "start": "-1", "end": "5"}}],
     "wrong-value", "at least 0 is wanted"),
    (("claims", 0, "appearances"), [{"source": "s", "quotation": {"exact": "x", "start": "9", "end": "5"}}],
     "inconsistent", "`end` (5) must be greater than `start` (9)"),
    (("agents", 0, "kind"), "unnamed", "inconsistent", "an unnamed agent has no name"),
    (("sources",), [{"id": "c"}], "duplicate-id", "the id `c` is taken already"),
    (("publisher",), "b", "dangling-reference", "there is no agent `b`"),
    (("publisher",), "s", "dangling-reference", "`s` stands under sources"),
    (("sources", 0, "copy_of"), {"source": "s", "kind": "reposted"}, "circular-copy", "a copy of itself"),
    (("claims", 0, "appearances"), [{"source": "s", "first": "yes"}, {"source": "s", "first": "true"}],
     "several-firsts", "`c` has another first appearance already"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "rule", "words"), FIELDS)
@pytest.mark.parametrize("write", [json.dumps, yaml.safe_dump])
def test_each_kind_of_problem_is_put_into_words(path, value, rule, words, write):
    if write is yaml.safe_dump:
        value = json.loads(json.dumps(value))
    found = [finding for finding in problems(write(changed(path, value))) if finding.rule == rule]
    assert words in found[0].message
    assert len(found) == 1 or rule == "duplicate-id"
    assert "^" not in found[0].message
    assert found[0].message.isprintable()
    assert found[0].line is not None


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("headline",), 2015, 'write `"2015"`, in quotes'),
        (("headline",), True, 'write `"true"`, in quotes'),
        (("claims", 0, "text"), 1.5, 'write `"1.5"`, in quotes'),
        (("published",), 20151228, 'write `"20151228"`, in quotes'),
        (
            ("claims", 0, "appearances"),
            [{"source": "s", "quotation": {"exact": "x", "start": 1.5, "end": 5}}],
            "whole number",
        ),
        (("rating_scale", "ratings", 0, "number"), True and [True], "a list"),
    ],
)
def test_numbers_in_json_are_no_texts(path, value, words):
    assert [finding for finding in problems(json.dumps(changed(path, value))) if words in finding.message]


def test_every_kind_of_error_that_the_model_can_give_has_words():
    seen = set()

    def walk(schema):
        if isinstance(schema, dict):
            seen.add(schema.get("type"))
            for value in schema.values():
                walk(value)
        elif isinstance(schema, list | tuple):
            for value in schema:
                walk(value)

    walk(FactCheck.__pydantic_core_schema__)
    errors = {
        "str": {"string_type", "string_too_long", "string_too_short", "string_pattern_mismatch"},
        "int": {"int_type", "int_parsing", "int_from_float", "int_parsing_size", "greater_than_equal"},
        "float": {"float_type", "float_parsing", "finite_number", "greater_than_equal", "less_than_equal"},
        "bool": {"bool_type", "bool_parsing"},
        "tuple": {"tuple_type", "too_short"},
        "dict": {"dict_type", "too_short"},
        "model": {"model_type"},
        "model-fields": {"missing", "extra_forbidden"},
        "literal": {"literal_error"},
        "function-after": {"value_error"},
    }
    wanted = set().union(*(kinds for kind, kinds in errors.items() if kind in seen))
    assert wanted == set(explain._ERRORS)


def test_a_rule_of_a_part_is_asked_though_a_key_of_the_part_is_wrong():
    text = json.dumps(
        {**BASE, "agents": [{"id": "a", "kind": "unnamed", "name": "A", "colour": "red", "same_as": ["x"]}]}
    )
    assert [finding.rule for finding in problems(text)] == ["inconsistent", "unknown-key", "wrong-form"]


def test_a_rule_is_not_heard_on_a_key_that_is_wrong_itself():
    agents = [{"id": "a", "kind": "person", "name": ["A"]}, {"id": "b", "kind": "unnamed", "description": []}]
    quotation = {"exact": "x", "start": "one", "end": 5}
    text = json.dumps({**BASE, "agents": agents, "claims": [
        {"id": "c", "text": "y", "appearances": [{"source": "s", "quotation": quotation}]}]})  # fmt: skip
    assert [finding.path for finding in problems(text)] == [
        "agents[0].name", "agents[1].description", "claims[0].appearances[0].quotation.start",
    ]  # fmt: skip


def test_references_and_fields_are_checked_together():
    text = json.dumps({**BASE, "publisher": "b", "url": "x", "headline": 5}, indent=0)
    assert [(f.rule, f.path) for f in problems(text)] == [
        ("wrong-type", "headline"), ("dangling-reference", "publisher"), ("wrong-form", "url"),
    ]  # fmt: skip


def test_references_are_spoken_of_once():
    sources = [{"id": "s", "copy_of": {"source": "s", "kind": "reposted"}}, {"id": "a"}]
    text = json.dumps({**BASE, "sources": sources, "publisher": "b"})
    assert [f.rule for f in problems(text)] == ["circular-copy", "duplicate-id", "dangling-reference"]


def test_an_error_that_only_a_later_pydantic_knows_is_still_told():
    error = {"type": "new_error", "loc": ("headline",), "msg": "Input should be nicer", "input": "x"}
    assert explain.explain(error, {}) == ("wrong-value", "`x`: Input should be nicer")


def test_full_lists_are_not_called_empty_for_what_is_wrong_in_them():
    assert [f.path for f in problems(json.dumps({**BASE, "claims": [{"id": "c", "txt": "y"}]}))] == [
        "claims[0].text", "claims[0].txt",
    ]  # fmt: skip


def test_raw_data_of_any_shape_is_checked_for_references():
    odd = {"id": ["a"], "copy_of": "s", "kind": {}}
    assert problems(json.dumps({**BASE, "sources": [odd, "s", None, {"id": "s", "copy_of": {"source": {}}}]}))
    assert problems(json.dumps({**BASE, "sources": {"s": {}}, "claims": "c", "agents": [[]], "verdicts": 5}))


def test_a_value_of_an_alias_is_found_where_it_is_written():
    text = "id: https://a.example/\nheadline: &h [x]\nlanguage: en\nsummary: *h\nclaims: [{id: c, text: x}]"
    assert [(f.path, f.line, f.column) for f in problems(text)] == [("headline", 2, 11), ("summary", 4, 10)]


def test_doubled_keys_name_both_places():
    for text in ("headline: a\nurl: b\nheadline: c", '{"headline": "a",\n"url": "b",\n"headline": "c"}'):
        finding = next(f for f in problems(text) if f.rule == "duplicate-key")
        assert (finding.line, finding.path) == (3, "headline")
        assert (
            finding.message == "`headline` stands twice in this mapping: keep one of them; the first stands in line 1"
        )
    whole = json.dumps(BASE)[:-1] + ', "headline": "x"}'
    assert [finding.rule for finding in problems(whole)] == ["duplicate-key"]


DATES = [
    ("22.11.2026", "`2026-11-22`"),
    ("22. 11. 2026", "`2026-11-22`"),
    ("3.4.2026", "`2026-04-03`"),
    ("22 November 2026", "`2026-11-22`"),
    ("22nd Nov. 2026", "`2026-11-22`"),
    ("22-Nov-2026", "`2026-11-22`"),
    ("Nov 22, 2026", "`2026-11-22`"),
    ("Sept 2, 2026", "`2026-09-02`"),
    ("November 2026", "`2026-11`"),
    ("11/2026", "`2026-11`"),
    ("2026/11/22", "`2026-11-22`"),
    ("2026-11-2", "`2026-11-02`"),
    ("20261122", "`2026-11-22`"),
    ("2026-11-22 09:30", "`2026-11-22T09:30:00`"),
    ("2026-11-22T09:30Z", "`2026-11-22T09:30:00Z`"),
    ("22.11.2026, 09:30:15", "`2026-11-22T09:30:15`"),
    ("03/04/2026", "`2026-04-03` or `2026-03-04`"),
    ("03/03/2026", "`2026-03-03`"),
    ("22/11/2026", "`2026-11-22`"),
    ("11/22/2026", "`2026-11-22`"),
    ("22 de noviembre de 2026", "`2026-11-22`"),
    ("Sun, 22 Nov 2026 09:30:15 +0100", "`2026-11-22T09:30:15+01:00`"),
    ("12 listopada 2026", "`2026-10-12` or `2026-11-12`"),
]
NO_DATES = ["2015-02-29", "22 Foo 2026", "30/30/2026", "3.4.26", "last week", "2026-11-22 25:99:00Z ?", "31.2.2026"]


@pytest.mark.parametrize(("written", "meant"), DATES)
def test_the_date_that_was_meant_is_named(written, meant):
    (finding,) = problems(json.dumps(changed(("published",), written)))
    assert finding.message.endswith(f"; did you mean {meant}?")


@pytest.mark.parametrize("written", NO_DATES)
def test_what_may_be_any_date_is_not_guessed(written):
    (finding,) = problems(json.dumps(changed(("published",), written)))
    assert "did you mean" not in finding.message


def test_an_item_without_its_dash_is_one_problem():
    text = yaml.safe_dump(BASE, sort_keys=False) + "- claim: d\n  id: w\n  rating: r\n"
    text = text.replace("  text: y\n", "  text: y\n  id: d\n  text: z\n  language: de\n")
    (finding,) = problems(text)
    assert (finding.rule, finding.path) == ("duplicate-key", "claims[0].id")
    assert finding.message.startswith("`id` and `text` stand twice in this mapping: keep one of each, or begin a new")
    assert text.splitlines()[finding.line - 1] == "  id: d"
    assert [f.line - finding.line for f in problems(text.replace("  text: z", "  made: 2015\n  text: z"))] == [0, 2]


def test_a_dash_is_spoken_of_only_where_it_helps():
    for text in ("headline: a\nheadline: b", "claims: [{id: c, id: d}]", '{"claims": [{"id": "c", "id": "d"}]}'):
        finding = next(f for f in problems(text) if f.rule == "duplicate-key")
        assert "`- `" not in finding.message
        assert finding.message.count("`") == 2
    many = next(f for f in problems("claims:\n- " + "a: b\n  " * 9999) if f.rule == "duplicate-key")
    assert many.message.startswith("`a` stands twice in this mapping: keep one of them, or begin")


NAMES = [
    (("authors",), ["Jo Bloggs"], "add somebody to `agents` with an id such as `jo-bloggs`, and write that id here"),
    (("authors",), ["Zoë Ørn"], "add somebody to `agents` with an id such as `zoe-rn`, and"),
    (("authors",), ["李"], "add somebody to `agents`, and write that id here"),
    (("publisher",), "A", None),
    (("authors",), ["Ann Other"], "write the id `ann` here"),
    (("authors",), ["Ann"], None),
    (("authors",), ["ANN?"], "write the id `ann` here"),
    (("sources", 0, "copy_of"), {"kind": "reposted", "source": "The Wire"}, "add it to `sources` with an id such as"),
    (("verdicts", 0, "rating"), "mostly false", "write letters without accents"),
]


@pytest.mark.parametrize(("path", "value", "words"), NAMES)
def test_a_name_where_an_id_is_wanted_is_one_problem(path, value, words):
    data = changed(path, value)
    data["agents"].append({"id": "ann", "kind": "person", "name": "Ann Other"})
    (finding,) = problems(json.dumps(data))
    if words:
        assert finding.rule == "wrong-form"
        assert words in finding.message
    else:
        assert finding.rule == "dangling-reference"


@pytest.mark.parametrize(
    ("key", "written"),
    [("agents", "agent"), ("claims", "claim"), ("sources", "source"), ("rating_scale", "ratingscale")],
)
def test_a_mistyped_collection_does_not_make_its_references_dangle(key, written):
    data = {**BASE, "publisher": "a", "claims": [{**BASE["claims"][0], "appearances": [{"source": "s"}]}]}
    data = {written if name == key else name: value for name, value in data.items()}
    found = problems(json.dumps(data))
    assert {f.rule for f in found} <= {"unknown-key", "missing-key"}
    data[written] = json.loads(json.dumps(data[written]).replace('"s"', '"t"').replace('"a"', '"b"'))
    found = [f for f in problems(json.dumps(data, indent=1)) if f.rule == "dangling-reference"]
    assert [f.path for f in found] == {
        "agents": ["publisher"], "claims": ["claim[0].appearances[0].source"],
        "sources": ["claims[0].appearances[0].source"], "rating_scale": [],
    }[key]  # fmt: skip
    assert all(f.line > 1 for f in found)


def test_a_doubled_id_may_be_referred_to():
    data = changed(("sources", 0, "id"), "a")
    data["claims"][0]["appearances"] = [{"source": "a"}]
    assert [f.rule for f in problems(json.dumps(data))] == ["duplicate-id"]


def test_of_an_empty_collection_is_said_that_it_is_empty():
    data = {name: value for name, value in BASE.items() if name != "rating_scale"}
    (finding,) = problems(json.dumps(data))
    assert finding.message == "there is no rating `r`: there are no ratings yet; add them under `rating_scale`"


TRUTHS = [
    (("rating_scale", "ratings", 0, "number"), True, "`true` stands here, where a number is wanted"),
    (("verdicts", 0, "confidence"), False, "`false` stands here, where a number is wanted"),
    (("claims", 0, "appearances"), [{"source": "s", "quotation": {"exact": "x", "start": True, "end": 5}}], "a number is"),
    (("claims", 0, "appearances"), [{"source": "s", "first": 1}], "`1` stands here, where `true` or `false` is wanted"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "words"), TRUTHS)
def test_what_is_true_is_no_number(path, value, words):
    (finding,) = problems(json.dumps(changed(path, value)))
    assert (finding.rule, words in finding.message) == ("wrong-type", True)


def test_a_path_into_the_depths_is_shortened():
    deep = "id: !x 1\na: " + "[" * 90 + "!x 1" + "]" * 90
    assert [f.path for f in problems(deep) if f.rule == "tag"] == ["id", "a" + "[0]" * 10 + "…[0]"]
    nested = "a: " + "{b: " * 90 + "!x 1" + "}" * 90
    assert [f.path for f in problems(nested) if f.rule == "tag"] == ["a" + ".b" * 10 + "….b"]
