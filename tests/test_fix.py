"""`factcheck check --fix`: what is repaired, that nothing else changes, and that it is shown and written whole."""

import json

import pytest
from fix_samples import RIGHT, WRONG, as_json, as_yaml, value

from factcheck import Finding, ReadingError, Severity, loads
from factcheck.fixing import fixed
from factcheck.testing import full_fact_check


def test_only_what_is_repaired_is_written_anew():
    made = fixed(WRONG.encode(), "a.yaml")
    assert made.data.decode() == RIGHT
    assert {finding.rule for finding in made.mended} == {
        "html-entity", "language-case", "space-around", "wrong-choice", "wrong-form", "wrong-value",
    }  # fmt: skip
    assert loads(RIGHT).headline == 'Rock & rollés 😀 "best"'


def test_what_was_repaired_is_repaired():
    assert fixed(RIGHT.encode(), "a.yaml") == fixed(RIGHT.encode(), "a.yaml")
    assert fixed(RIGHT.encode(), "a.yaml").mended == ()


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_line_breaks_stay(line_break):
    made = fixed(WRONG.replace("\n", line_break).encode(), "a.yaml")
    assert made.data.decode() == RIGHT.replace("\n", line_break)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_encoding_stays(encoding):
    assert fixed(WRONG.encode(encoding), "a.yaml").data == RIGHT.encode(encoding)


@pytest.mark.parametrize("write", [as_yaml, as_json], ids=["yaml", "json"])
@pytest.mark.parametrize(
    ("key", "stood", "made"),
    [
        ("headline", " x ", "x"),
        ("headline", "False\r", "False"),
        ("headline", "a: &quot;b&quot; # c", 'a: "b" # c'),
        ("headline", "&amp;", "&"),
        ("headline", "&nbsp;caf&eacute; &zwnj;", "café \u200c"),
        ("headline", "&lt;!-- &amp;lt;", "<!-- <"),
        ("headline", "&#91;x&#93;", "[x]"),
        ("headline", "nu&#108;l", "null"),
        ("summary", "one&#10;two", "one&#10;two"),
        ("headline", "\u200bx\ufeff ", "x"),
        ("headline", "\xad \u2060x\u200b&nbsp;\u200b", "x"),
        ("headline", "a\u200bb", "a\u200bb"),
        ("headline", "\u0647\u200d", "\u0647\u200d"),
        ("headline", "\u200b", "\u200b"),
        ("url", "https://example.org/a\u200b", "https://example.org/a"),
        ("url", "\ufeffhttps://example.org/a", "https://example.org/a"),
        ("language", "en\u200b", "en"),
        ("published", "\u200b2020\ufeff", "2020"),
        ("url", "HTTP://example.org/Ä?q={a}", "http://example.org/Ä?q=%7Ba%7D"),
        ("language", "PT_br", "pt-BR"),
        ("language", "zh-hant-tw", "zh-Hant-TW"),
        ("language", "EN-x-TWAIN", "en-x-twain"),
        ("published", "22nd November 2020", "2020-11-22"),
        ("published", " 2020 ", "2020"),
        ("published", "31/12/2020", "2020-12-31"),
        ("published", "20201231", "2020-12-31"),
        ("published", "03.04.2020", "2020-04-03"),
        ("published", "31 de diciembre de 2020", "2020-12-31"),
        ("published", "Thu, 31 Dec 2020 20:02:00 GMT", "2020-12-31T20:02:00Z"),
    ],
)
def test_a_value_is_repaired_in_yaml_and_in_json(write, key, stood, made):
    name = "a.json" if write is as_json else "a.yaml"
    after = fixed(write(**{key: stood}), name)
    assert value(after.data, key, name) == made
    assert json.dumps(stood) != json.dumps(made) or not after.mended
    assert fixed(after.data, name).mended == ()


@pytest.mark.parametrize(
    "values",
    [
        {"published": "03/04/2020"},
        {"published": "soon"},
        {"published": "12 listopada 2020"},
        {"published": "Fri, 31 Dec 2020"},
        {"published": "2020-13-45"},
        {"url": "www.example.org"},
        {"url": "//example.org/a"},
        {"url": "https:\\\\example.org"},
        {"language": "English"},
        {"headline": "&nosuch; &; & AT&T &amp &#0; &#8;"},
        {"headline": "&nbsp;"},
        {"agents": [{"id": "a", "kind": "organization", "name": "A"}]},
    ],
)
def test_what_takes_judgement_is_left_to_a_person(values):
    body = as_yaml(**values)
    assert fixed(body, "a.yaml").data == body


def test_words_of_others_are_kept_to_the_character():
    fact_check = full_fact_check()
    data = fact_check.model_dump(mode="json", exclude_none=True)
    for part in data["sources"], data["claims"]:
        assert part
    quoted = [each for each in json.dumps(data).split('"') if each == "exact"]
    assert quoted, "the full example quotes somebody"
    hostile = json.dumps(data).replace('"exact": "', '"exact": " &amp; ').encode()
    assert fixed(hostile, "a.json").data == hostile


def test_a_key_is_not_written_over_another():
    body = b"id: urn:x:y\nheadline: H\nlanguage: en\nclaims: [{id: c, text: T}]\nrating_scale: {ratings: [{id: r, names: {en: a, EN: b}}]}\n"
    assert fixed(body, "a.yaml").data == body


def test_an_alias_says_the_same_as_its_anchor_or_nothing_is_done():
    shared = b"id: urn:x:y\nheadline: &h ' a '\nlanguage: en\nclaims: [{id: c, text: *h}]\n"
    made = fixed(shared, "a.yaml")
    assert made.data == shared
    part = b"id: urn:x:y\nheadline: H\nlanguage: en\nclaims:\n- {id: c, text: T, media: &m [{kind: image, url: ' http://a.example/ '}]}\n- {id: d, text: T, media: *m}\n"
    assert b"'http://a.example/'" in fixed(part, "a.yaml").data


def test_a_repair_that_brings_a_finding_is_not_made():
    def check(fact_check):
        return [Finding("house-and", Severity.ERROR, "no `&` here", "headline")] if fact_check.headline == "&" else []

    body = as_yaml(headline="&amp;", summary="&amp;")
    made = fixed(body, "a.yaml", check)
    assert (value(made.data, "headline"), value(made.data, "summary")) == ("&amp;", "&")
    assert [finding.path for finding in made.mended] == ["summary"]


def test_what_a_comment_allows_stays():
    body = b"id: urn:x:y\nheadline: a &amp; b # factcheck: allow html-entity: it is about HTML\nsummary: a &amp; b\nlanguage: en\nclaims: [{id: c, text: T}]\n"
    assert fixed(body, "a.yaml").data == body.replace(b"summary: a &amp;", b"summary: a &")


def test_a_text_that_is_no_yaml_stays():
    for body in (b"", b"a: [", b"[1, 2]", b"just words", b"a: *b", b"\xff"):
        try:
            assert fixed(body, "a.yaml").data == body
        except ReadingError:
            assert body == b"\xff"
