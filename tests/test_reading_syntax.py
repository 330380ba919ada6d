"""YAML and JSON that are none: each problem in words, at its place, and no word lost in silence."""

import json

import pytest
import yaml
from reading_samples import BASE, problems

from factcheck import loads
from factcheck.reading import yaml_events


def syntax(text, name="f"):
    """The one finding that ends the reading."""
    finding = problems(text, name)[-1]
    return finding.rule, finding.line, finding.column, finding.message


YAML_SYNTAX = [
    ("headline: Taliban: no contacts", "syntax", 1, 18, "this `:` makes no key"),
    ("a:\n\tb: c", "tab", 2, 1, "a tab stands where YAML wants spaces"),
    ("a: b\n \tc: d\n", "tab", 2, 2, "a tab"),
    ("a: >\n\tx", "tab", 2, 1, "a tab"),
    ('a: "x" y', "syntax", 1, 8, "text after closing quotes belongs within them"),
    ("a: 'it's'", "syntax", 1, 8, "text after closing quotes"),
    ("b: c\na: 'x\nb: c", "syntax", 2, 4, "these quotes are never closed"),
    ("a: b\nheadline\nc: d", "syntax", 2, 1, "a colon and a space are wanted after this key"),
    ("a: &", "syntax", 1, 4, "text that begins with & stands in quotes"),
    ("a: !<x", "tag", 1, 7, "is a tag"),
    ("a: [1,2", "syntax", 1, 8, "a comma or a closing bracket"),
    ("a: [}]", "syntax", 1, 5, "a value is wanted here"),
    ("a: @x", "syntax", 1, 4, "@ cannot begin a value"),
    ("a: `x`", "syntax", 1, 4, "` cannot begin a value"),
    ("- a\nb: c", "syntax", 2, 1, "mend the indentation"),
    ("a: {b: c}}", "syntax", 1, 10, "mend the indentation|a key is wanted"),
    ("a: - b", "syntax", 1, 4, "a list cannot begin here"),
    ("a: \x01", "syntax", 1, 4, r"a control character (\x01)"),
    ("a: *bold*", "syntax", 1, 4, "text that begins with * stands in quotes"),
    ("a: *b", "syntax", 1, 4, "`*b` refers to nothing; put text that begins with `*` in quotes"),
    ("a: !!python/object:os.system {}", "tag", 1, 4, "`!!python/object:os.system` is a tag"),
    ("a: !foo b", "tag", 1, 4, "`!foo` is a tag"),
    ("a: !foo [b]", "tag", 1, 4, "`!foo` is a tag"),
    ("a: !x!y b", "tag", 1, 4, "is a tag"),
    ("a: b\n---\nc: d", "several-documents", 2, 1, "a second document begins here"),
    ("a: b\n...\nc", "several-documents", 3, 1, "something follows"),
    ("{{x}}: 1", "syntax", 1, 1, "a key is plain text"),
    ("? [a, b]\n: {c: d}", "syntax", 1, 3, "a key is plain text"),
    ("<<: {a: b}", "merge-key", 1, 1, "write the keys out"),
    ("%YAML 3.0\n---\na", "syntax", 1, 1, "this is not YAML 1.1 or 1.2"),
    ("%YAML x\n---\na", "syntax", 1, 7, "this is not YAML: "),
    ("a: &x [*x]", "too-complex", 1, 8, "so it has no end"),
    ("", "empty", 1, 1, "there is nothing in it"),
    ("# only words\n\n", "empty", 1, 1, "there is nothing in it"),
    ("---\n# x", "wrong-type", 2, 4, "nothing stands here, where the fact-check is wanted"),
    ("just words", "wrong-type", 1, 1, "`just words` stands here, where the fact-check is wanted"),
    ("- a\n- b", "wrong-type", 1, 1, "a list stands here, where the fact-check is wanted"),
]


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize(("text", "rule", "line", "column", "words"), YAML_SYNTAX)
def test_yaml_that_is_none_is_put_into_words(  # noqa: PLR0913, PLR0917  # a row of the table each
    text, rule, line, column, words, loader, monkeypatch
):
    monkeypatch.setattr(yaml_events, "_LOADER", loader)
    found = next(f for f in problems(text) if f.rule == rule)
    assert (found.line, found.column) == (line, column)
    assert any(part in found.message for part in words.split("|"))


def test_escapes_out_of_range_are_no_traceback(monkeypatch):
    text = 'a: "\\Uffffffff"'
    assert syntax(text)[0] == "syntax"
    monkeypatch.setattr(yaml_events, "_LOADER", yaml.SafeLoader)
    assert "out of range" in syntax(text)[3]
    assert [f.line for f in problems('\n{headline: "\\ud800"}', "f.yaml") if "half of a character" in f.message] == [2]


def test_a_merge_key_is_skipped_and_the_rest_is_read():
    text = "id: https://a.example/\nheadline: x\nlanguage: en\nclaims:\n - &c {id: c1, text: y}\n - {<<: *c, id: c2, text: z}\n"
    assert [(f.rule, f.line, f.path) for f in problems(text)] == [("merge-key", 6, "claims[1]")]
    assert loads(text.replace("<<: *c, ", "").replace("&c ", "").replace("text: z", "text: <<")).claims[1].text == "<<"
    assert problems(text.replace("<<", "'<<'"))[0].rule == "unknown-key"


SMALL = "id: https://a.example/\nlanguage: en\nclaims: [{id: c, text: x}]\nheadline: "

LOST = [
    ("found #it", "#it"),
    ("found #it, and more", "#it,"),
    ("found\n  it #1 # note", "#1"),
    ("found \t ##it", "##it"),
    ("#it", "#it"),
    ("&co found it", "&co"),
    ("&co 'found it'", "&co"),
    ("&a x\nsummary: &a y\nbody: *a", "&a"),
]


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize(("written", "lost"), LOST)
def test_no_word_is_lost_in_silence(written, lost, loader, monkeypatch):
    monkeypatch.setattr(yaml_events, "_LOADER", loader)
    finding = next(f for f in problems(SMALL + written) if f.rule == "lost-text")
    assert f"`{lost}`" in finding.message
    assert "in quotes" in finding.message
    at = SMALL.count("\n") + written[: written.index(lost)].count("\n") + 1
    assert (finding.line, finding.path) == (at, "headline")
    assert (SMALL + written).split("\n")[at - 1][finding.column - 1 :].startswith(lost)


@pytest.mark.parametrize(
    "written",
    ["found # it", "found #", "found ## it", "found ####", "found#it", "found\n#it", "'found' #it", '"found" #it',
     "!!str found # it", "|  #note\n  found #it", ">-\n  found #it\n#it", "found\ntopics: #all\n  - name: x",
     "found\ntopics: [] #none", "&a found\nsummary: *a #again"],
)  # fmt: skip
def test_what_is_surely_a_comment_is_one(written):
    assert loads(SMALL + written).headline.startswith("found")


JSON_SYNTAX = [
    ('{"a": 1,}', 1, 9, "delete the comma before this `}`"),
    ('{"a": [1,]}', 1, 10, "delete the comma before this `]`"),
    ('{"a" 1}', 1, 6, "a colon is wanted here, between a key and its value, not `1`"),
    ('{"a": 1\n "b": 2}', 2, 2, "a comma or `}` is wanted here"),
    ("{'a': 1}", 1, 2, "JSON's quotes are double ones"),
    ('{"a": NaN}', 1, 7, "JSON has no NaN"),
    ('{"a": -Infinity}', 1, 7, "no number in JSON"),
    ('{"a": 01}', 1, 7, "no number in JSON"),
    ('{"a": True}', 1, 7, "JSON writes true, false and null"),
    ('{"a": 1} // x', 1, 10, "something follows: JSON has no comments"),
    ('{"a": "x', 1, 7, "these quotes are never closed"),
    ('{"a": "x\ty"}', 1, 9, "write it as"),
    ('{"a": "\\x"}', 1, 8, "double it"),
    ('{"a": "\\u12"}', 1, 9, "double it"),
    ('{"a": [1', 1, 9, "the JSON text ends too early"),
    ("", 1, 1, "ends too early"),
    ("\ufeff\n {", 2, 3, "ends too early: a key in double quotes or `}` is wanted here"),
    ("id: x", 1, 1, "a value is wanted here, not `i`"),
    ("[1 2]", 1, 4, "a comma or `]` is wanted here"),
    ("]", 1, 1, "a value is wanted"),
]


@pytest.mark.parametrize(("text", "line", "column", "words"), JSON_SYNTAX)
def test_json_that_is_none_is_put_into_words(text, line, column, words):
    assert syntax(text, "f.json")[:3] == ("syntax", line, column)
    assert words in syntax(text, "f.JSON")[3]


def test_of_two_explanations_the_more_helpful_is_given():
    assert "double it" in syntax('{"a": "\\ud8", b')[3]
    assert "single quotes" in syntax('{"a": "\\ud8", b', "f.yaml")[3]
    assert "closing bracket" in syntax("{a: b, c: [d")[3]


def test_halves_of_characters_have_a_place():
    text = json.dumps({**BASE, "headline": "x\ud800", "\udfff": 1}, indent=1)
    assert [(f.rule, f.line) for f in problems(text)] == [("wrong-value", 3), ("unknown-key", 41), ("wrong-value", 41)]


def test_a_number_without_measure_is_no_traceback():
    text = '{"rating_scale": {"ratings": [{"id": "r", "names": {"en": "R"}, "number": %s}]}}' % ("9" * 5000)
    assert [f.message for f in problems(text) if f.path.endswith("number")] == [
        "`Infinity` stands here, where a number is wanted"
    ]


def test_what_is_shown_is_short_and_safe_to_print():
    nasty = "\x1b]0;owned\x07\u202e" + "x" * 500
    for finding in problems(
        json.dumps({**BASE, "language": nasty, nasty: 1, "publisher": nasty, "claims": [{"id": nasty}]})
    ):
        assert finding.message.isprintable()
        assert finding.path.isprintable()
        assert len(finding.message) <= 700
