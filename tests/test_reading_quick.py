"""Sound JSON is read without places: the same fact-check as by the reading that has them, or nothing."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import damaged
from reading_samples import BASE
from trying import examples

from factcheck import FactCheck, load, loads
from factcheck.errors import ReadingError
from factcheck.reading import record
from factcheck.reading.quick import quick
from factcheck.reading.reader import tree_of
from factcheck.testing import full_fact_check
from factcheck.testing.archive import records

GOOD = load(Path(__file__).parent / "cases" / "reading" / "good.yaml").model_dump(mode="json", exclude_unset=True)
COLONS = {**BASE, "headline": 'a: "b": c\\":', "body": "{::[,:"}
DATA = (BASE, GOOD, COLONS, full_fact_check().model_dump(mode="json"), *records(3))
OTHERS = (
    '""',
    "null",
    "{}",
    '{"id":1}',
    '{"a":{"a":1,"a":2}}',
    "[[]]",
    "1e999",
    "NaN",
    '"\\ud800"',
    "-0",
    "1" + "0" * 30,
)


def thoroughly(data):
    """The fact-check in JSON by the reading that knows places; None where that finds anything."""
    try:
        tree = tree_of(data.decode(), "x.json")
        return None if tree.problems else FactCheck.model_validate(tree.data)
    except ValueError:
        return None


def same(one, other):
    return repr(one) == repr(other) and one.model_dump(exclude_unset=True) == other.model_dump(exclude_unset=True)


@st.composite
def written(draw, value, others):
    """JSON in one of its many spellings; with `others`, members stand in it a second time."""
    space = draw(st.sampled_from(("", "", " ", "\n\t")))
    if isinstance(value, dict):
        members = [(written_text(draw, key), draw(written(inner, others))) for key, inner in value.items()]
        if others and members and draw(st.integers(0, 9)) == 0:
            key, _ = draw(st.sampled_from(members))
            members.insert(draw(st.integers(0, len(members))), (key, draw(st.sampled_from(others))))
        return "{" + f",{space}".join(f"{key}{space}:{space}{inner}" for key, inner in members) + "}"
    if isinstance(value, list):
        return f"[{space}" + f"{space},".join(draw(written(inner, others)) for inner in value) + f"{space}]"
    return written_text(draw, value) if isinstance(value, str) else json.dumps(value)


def written_text(draw, text):
    plain = json.dumps(text, ensure_ascii=draw(st.booleans()))
    return plain.replace(":", draw(st.sampled_from((":", ":", ":", "\\u003a", "\\u003A"))))


@settings(max_examples=examples(60), deadline=None)
@given(st.sampled_from(DATA).flatmap(lambda data: written(data, ())))
def test_json_in_any_spelling_is_read_quickly_unless_a_colon_is_an_escape(text):
    found = quick(text.encode())
    assert (found is None) == ("\\u003a" in text.lower())
    assert found is None or same(found, thoroughly(text.encode()))
    assert same(loads(text), thoroughly(text.encode()))


@settings(max_examples=examples(150), deadline=None)
@given(st.sampled_from(DATA).flatmap(lambda data: written(data, OTHERS)))
def test_what_stands_twice_is_never_read_quickly(text):
    found = quick(text.encode())
    assert found is None or same(found, thoroughly(text.encode()))


@settings(max_examples=examples(200), deadline=None)
@given(damaged([json.dumps(data, ensure_ascii=False).encode() for data in DATA]))
def test_damaged_json_is_read_as_thoroughly_or_not_at_all(body):
    found = quick(body)
    assert found is None or same(found, thoroughly(body))


SOUND = json.dumps(GOOD)


@pytest.mark.parametrize(
    "text",
    [
        SOUND.replace("{", '{"id":"tag:x.example,2015:y",', 1),
        SOUND.replace("{", '{"publisher":{"\\u003a":1},', 1).replace("tag:", "tag\\u003a"),
        SOUND + "x",
        f"\ufeff{SOUND}",
        f"\xa0{SOUND}",
        SOUND.replace('"number": 2.5', '"number": NaN'),
        SOUND.replace('"number": 2.5', '"number": 1e999'),
        SOUND.replace('"headline": "', '"headline": "\\udc00'),
        SOUND.replace('"headline": "', '"headline": "\0'),
        SOUND.replace("{", '{"a":' + "[" * 90_000 + "]" * 90_000 + ",", 1),
        SOUND.replace("{", '{"a":' + "[" * 500 + "]" * 500 + ",", 1),
        "[]",
        "null",
        "1",
        '"x"',
        "",
    ],
)
def test_what_is_not_certainly_sound_is_left_to_the_thorough_reading(text):
    assert quick(text.encode()) is None


def test_whole_numbers_are_exact():
    def quoted(end):
        return json.dumps({**BASE, "claims": [{"id": "c", "text": "y", "appearances": [{"source": "s", "quotation": {"exact": "x", "start": 0, "end": end}}]}]})  # fmt: skip

    for end in (2**53 + 1, 2**63 - 1, 2**64, 10**30):
        fact_check = loads(quoted(end))
        assert fact_check.claims[0].appearances[0].quotation.end == end


def test_no_more_values_than_elsewhere_and_no_more_bytes():
    many = json.dumps({**BASE, "topics": [{"name": "x"}] * 70_000})
    assert quick(many.encode()) is None
    long = json.dumps({**BASE, "body": ", " * 8_000_000})
    assert quick(long.encode()) is None
    assert quick(json.dumps({**BASE, "body": "x" * 300_000}).encode()).body == "x" * 300_000


def test_a_scale_is_shared_by_fact_checks_that_have_the_same_and_no_others():
    first, second, other = (loads(json.dumps({**BASE, "rating_scale": {"ratings": [{"id": "r", "names": {"en": name}}]}})) for name in ("R", "R", "S"))  # fmt: skip
    assert first.rating_scale is second.rating_scale
    assert other.rating_scale.ratings[0].names["en"] == "S"


def test_a_line_of_an_archive_is_a_fact_check():
    for data in DATA:
        line = json.dumps(data).encode() + b"\r\n"
        assert same(record(line, "archive.jsonl", 7), FactCheck.model_validate(data))
        assert same(record(b"\xef\xbb\xbf" + line, "archive.jsonl", 1), FactCheck.model_validate(data))


LINE = json.dumps({**BASE, "headline": "\N{SLIGHTLY SMILING FACE}"}, ensure_ascii=False)


@pytest.mark.parametrize(
    ("line", "rule", "sign", "words"),
    [
        (LINE.replace('"language": "en"', '"language": "?"').encode(), "wrong-form", '"?"', "is not a language tag"),
        (LINE.replace('"language"', '"id": "x", "language"').encode(), "duplicate-key", '"id": "x"', "first stands in line 812"),
        (LINE[:-1].encode(), "syntax", None, "the JSON text ends too early"),
        (LINE.encode().replace(b'"en"', b'"\xff"', 1), "encoding", "\xff", "is not UTF-8"),
        (LINE.replace('"en"', '"e\0n"').encode(), "encoding", "\0", "NUL"),
        (b"id: yaml\n", "syntax", "id", "a value is wanted here"),
        (b"", "syntax", None, "ends too early"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_line_has_its_place_in_the_archive(line, rule, sign, words):
    with pytest.raises(ReadingError) as caught:
        record(line, "archive.jsonl", 812)
    (finding,) = caught.value.findings
    text = line.decode("utf-8", "surrogateescape").replace("\udcff", "\xff")
    assert (finding.file, finding.line, finding.rule) == ("archive.jsonl", 812, rule)
    assert finding.column == 1 + (len(text) if sign is None else text.index(sign))
    assert words in finding.message


def test_a_line_that_is_too_long_is_a_finding_of_its_line():
    with pytest.raises(ReadingError, match="and the limit is 16 MB") as caught:
        record(b" " * 16_000_001, "archive.jsonl", 3)
    assert caught.value.findings[0].line == 3
