"""Bytes to FactCheck: what is read, and where it stands."""

import io
import json
import pickle
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import FactCheck, Finding, Severity, load, loads
from factcheck.errors import ReadingError
from factcheck.reading import Reading, read, read_file, read_stream, yaml_events
from factcheck.testing.strategies import fact_checks

CASES = Path(__file__).parent / "cases" / "reading"
GOOD = CASES / "good.yaml"
SMALLEST = "id: tag:example.org,2015:x\nheadline: {headline}\nlanguage: en\nclaims: [{{id: c1, text: {text}}}]\n"


@pytest.fixture(params=["libyaml", "PyYAML"])
def either_parser(request, monkeypatch):
    """Reads with libyaml, and with PyYAML's own parser as where libyaml is missing."""
    monkeypatch.setattr(yaml_events, "_LOADER", yaml.CSafeLoader if request.param == "libyaml" else yaml.SafeLoader)


def as_yaml(fact_check, **style):
    return yaml.safe_dump(fact_check.model_dump(exclude_unset=True), allow_unicode=True, sort_keys=False, **style)


def test_a_file_is_read(either_parser):
    fact_check = load(GOOD)
    assert fact_check.headline == "Taliban and Russia: who said what"
    assert fact_check.summary == "Five pages report contacts; two of them are the same wire copy."
    assert fact_check.body == "Five pages.\n\nAt most four reports."
    assert fact_check.agents[3].nature == "group"
    assert fact_check.rating_scale.ratings[1].number == 2.5
    assert fact_check.rating_scale.ratings[2].names["no"] == "Ubevist"


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "off", "2015", "1.10", "0x10", "0o17", "017", "12:30:00", "2015-12-28", "1e3", ".5", ".inf", "=", "True",
     "Null", "2015-12-28 12:30:00", "+1", "1_000", "NaN"],
)  # fmt: skip
def test_a_plain_text_stays_the_text_it_is(written, either_parser):
    assert loads(SMALLEST.format(headline=written, text=f"'{written}'")).headline == written


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_nothing_is_nothing_unless_in_quotes(written, either_parser):
    template = SMALLEST + "summary: {summary}\n"
    assert loads(template.format(headline="x", text="x", summary=written)).summary is None
    if written:
        assert loads(template.format(headline="x", text="x", summary=f"'{written}'")).summary == written


def test_the_norwegian_language_is_no_refusal():
    assert loads(SMALLEST.format(headline="x", text="x").replace("language: en", "language: no")).language == "no"


def test_what_is_anchored_may_be_used_again(either_parser):
    fact_check = loads(
        "id: tag:example.org,2015:x\nheadline: &h Words\nlanguage: en\nsummary: *h\n"
        "topics: &t [{name: IS, same_as: [https://a.example/]}]\nbody: x\n"
        "claims: [{id: c1, text: *h, about: *t}]\n"
    )
    assert fact_check.summary == fact_check.claims[0].text == "Words"
    assert fact_check.claims[0].about == fact_check.topics


def test_an_aliased_key_is_a_key():
    assert (
        loads("headline: x\nid: tag:a,2015:x\nlanguage: en\nclaims: [{id: &t text, *t : y}]\n").claims[0].id == "text"
    )


def test_tags_that_say_text_are_read():
    assert loads(SMALLEST.format(headline="!!str 2015", text="x")).headline == "2015"
    assert loads(SMALLEST.format(headline="x", text="x").replace("claims: [", "claims: !!seq [")).claims


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [SMALLEST.format(headline="Müllah, 🙂", text="x"), None])
def test_every_unicode_encoding_is_read(encoding, text):
    text = text or json.dumps({**yaml.safe_load(SMALLEST.format(headline="Müllah, 🙂", text="x"))}, ensure_ascii=False)
    assert loads(text.encode(encoding)).headline == "Müllah, 🙂"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_do(newline, either_parser):
    text = newline.join(["# é🙂", "id: tag:a,2015:x", "headline: é", "{}"])
    with pytest.raises(ReadingError) as caught:
        loads(text)
    assert (caught.value.findings[0].line, caught.value.findings[0].column) in {(4, 1), (4, 3)}


def test_columns_count_code_points(either_parser):
    with pytest.raises(ReadingError) as caught:
        loads("\ufeff{headline: 🙂é, languag: en}", name="x.yaml")
    assert [(f.line, f.column) for f in caught.value.findings if f.rule == "unknown-key"] == [(1, 16)]


def test_json_is_told_from_yaml():
    data = yaml.load(GOOD.read_text(), Loader=yaml.BaseLoader)  # noqa: S506  # it makes texts only
    assert loads(json.dumps(data)) == load(GOOD)
    assert loads(f"\ufeff \n\t{json.dumps(data, indent=chr(9))}") == load(GOOD)
    assert loads("{id: https://a.example/, headline: x, language: en, claims: [{id: c1, text: y}],}").headline == "x"
    assert (
        loads(
            '{"id":"tag:a,2015:x","headline":"\\ud83d\\ude00","language":"en","claims":[{"id":"c","text":"y"}]}'
        ).headline
        == "😀"
    )


def test_numbers_in_json_stand_where_numbers_and_years_are_wanted():
    fact_check = loads(
        '{"id":"tag:a,2015:x","headline":"x","language":"en","published":2015,"claims":[{"id":"c","text":"y"}],'
        '"rating_scale":{"ratings":[{"id":"a","names":{"en":"A"},"number":1},{"id":"b","names":{"en":"B"},"number":2.5}]}}'
    )
    assert fact_check.published == "2015"
    assert fact_check.rating_scale.bounds == (1.0, 2.5)


@pytest.mark.parametrize("name", ["good.yaml", "good.json"])
def test_every_value_has_its_place(name):
    text = GOOD.read_text()
    lines = text.splitlines()
    if name.endswith(".json"):
        data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # it makes texts only
        lines = json.dumps(data, indent=1, ensure_ascii=False).splitlines()
    reading = read("\n".join(lines).encode(), name)

    def stands(path, what):
        found = reading.locate(Finding("x", Severity.INFO, "", path))
        assert found.file == name
        assert lines[found.line - 1][found.column - 1 :].lstrip('"').startswith(what), path

    stands("language", "en")
    stands("published", "2016-01-04")
    stands("agents[1].name", "Zamir")
    stands("rating_scale.ratings[0].names.de", "Falsch")
    stands("claims[0].appearances[0].quotation.start", "10")
    stands("claims[1].claimants[0]", "taliban")
    # What is not written stands at its nearest parent.
    stands("claims[1].place.name", "{" if name.endswith("json") else "id: c2")
    stands("claims[1].made[7]", "2015-12-26~")
    stands("claims[9].made", "[" if name.endswith("json") else "- id: c1")
    assert reading.locate(Finding("x", Severity.INFO, "")).line == (1 if name.endswith("json") else 2)


def test_a_reading_can_be_pickled_and_still_knows_the_places():
    finding = Finding("x", Severity.INFO, "", "claims[1].made")
    reading = read_file(GOOD)
    again = pickle.loads(pickle.dumps(reading))  # noqa: S301  # our own
    assert again.locate(finding) == reading.locate(finding)
    assert reading.locate(finding).line == GOOD.read_text().splitlines().index("    made: 2015-12-26~") + 1


def test_a_stream_is_read_to_its_end():
    class Drop(io.RawIOBase):
        left = GOOD.read_bytes()

        def readable(self):
            return True

        def readinto(self, buffer):
            buffer[:1], self.left = self.left[:1], self.left[1:]
            return len(bytes(buffer[:1])) if self.left else 0

    whole = read_stream(io.BytesIO(GOOD.read_bytes()), "<stdin>")
    assert whole == Reading(load(GOOD), "<stdin>", GOOD.read_text())
    assert read_stream(Drop(), "<stdin>").fact_check == whole.fact_check


@settings(max_examples=30, deadline=None)
@given(fact_checks())
def test_json_and_yaml_are_equivalent(fact_check):
    assert isinstance(fact_check, FactCheck)
    text = fact_check.model_dump_json(exclude_unset=True)
    assert loads(text) == fact_check
    assert loads(json.dumps(json.loads(text), ensure_ascii=True), name="x.json") == fact_check
    data = json.loads(text)
    for flow in (True, False):
        dumped = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=flow, default_flow_style=flow, sort_keys=False)
        assert loads(dumped, name="x.yaml") == fact_check


@settings(max_examples=15, deadline=None)
@given(fact_checks(), st.data())
def test_every_place_of_json_is_where_its_text_stands(fact_check, data):
    text = json.dumps(fact_check.model_dump(mode="json", exclude_unset=True), indent=2)
    reading = read(text.encode(), "x.json")
    claim = data.draw(st.integers(0, len(fact_check.claims) - 1))
    found = reading.locate(Finding("x", Severity.INFO, "", f"claims[{claim}].text"))
    line = text.split("\n")[found.line - 1]
    assert line[found.column - 1 :].rstrip(",") == json.dumps(fact_check.claims[claim].text)
