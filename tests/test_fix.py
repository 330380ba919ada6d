"""`factcheck check --fix`: what is repaired, that nothing else changes, and that it is shown and written whole."""

import html
import json
import os
import stat
import subprocess
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trying import examples

from factcheck import Finding, ReadingError, Severity, dumps, loads
from factcheck.cli import main
from factcheck.fixing import fixed
from factcheck.reading import read
from factcheck.rules import OWN
from factcheck.testing import full_fact_check

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "taliban-russia-2015" / "factcheck.yaml"
QUIET = ("--block", "desk", "--block", "factchecktools", "--block", "scales", "--block", "table")

WRONG = """\
# a comment: "not" a value
id: urn:x:y   # why not
headline:  "  Rock &amp;amp; rollés 😀 &quot;best&quot; "   # c

url: " HTTPS://example.org/a b?x=1&amp;y=2"
language: EN_us
published: 2020-06-23 20:02   # when
claims:
  - {id: c1, text: Don&#39;t, made: "22 November 2020"}   # in brackets
  - id: c2
    text: >
      Some long &amp; folded
      text

    made: 23.06.2020
    language: pt-br
rating_scale:
    ratings:
    - {id: r, names: {EN: False, pt-br: 'C&#39;est &lt;faux&gt;'}, category: Mostly_False}
# the end"""
RIGHT = """\
# a comment: "not" a value
id: urn:x:y   # why not
headline:  "Rock & rollés 😀 \\"best\\""   # c

url: "https://example.org/a%20b?x=1&y=2"
language: en-US
published: 2020-06-23T20:02:00   # when
claims:
  - {id: c1, text: Don't, made: "2020-11-22"}   # in brackets
  - id: c2
    text: >
      Some long & folded
      text

    made: 2020-06-23
    language: pt-BR
rating_scale:
    ratings:
    - {id: r, names: {en: False, pt-BR: 'C''est <faux>'}, category: mostly-false}
# the end"""


def story(**values):
    return {"id": "urn:x:y", "headline": "H", "language": "en", "claims": [{"id": "c1", "text": "T"}], **values}


def as_yaml(**values):
    return yaml.safe_dump(story(**values), sort_keys=False, allow_unicode=True).encode()


def as_json(**values):
    return json.dumps(story(**values), indent=1).encode()


def value(data, key, name="a.yaml"):
    return getattr(read(data, name).fact_check, key)


# What is repaired


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


# Entries that stand twice

DOUBLED = """\
id: urn:x:y
headline: H
language: en
authors: [ann, desk, ann, ann]  # signed
reviewers:
  - ann # the editor
  # the desk
  - desk
  - ann

agents:
- id: ann
  kind: person
  name: Ann
- {id: desk, kind: organisation, name: Desk, same_as: [http://a.example/, http://b.example/, http://a.example/]}
- kind: person
  id: ann
  name: Ann
sources: [{id: s, title: T}]
claims:
  - id: c1
    text: T
    appearances:
    - source: s
      quotation:
        exact: |
          one

          two
      relays: [{by: ann, verb: said}, {by: ann, verb: said}]
    - source: s
      relays: [{by: ann, verb: said}, {by: ann, verb: said}]
      quotation:
        exact: |
          one

          two
  # the end
"""
SINGLE = """\
id: urn:x:y
headline: H
language: en
authors: [ann, desk]  # signed
reviewers:
  - ann # the editor
  # the desk
  - desk

agents:
- id: ann
  kind: person
  name: Ann
- {id: desk, kind: organisation, name: Desk, same_as: [http://a.example/, http://b.example/]}
sources: [{id: s, title: T}]
claims:
  - id: c1
    text: T
    appearances:
    - source: s
      quotation:
        exact: |
          one

          two
      relays: [{by: ann, verb: said}, {by: ann, verb: said}]
  # the end
"""


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_entries_that_stand_twice_go_and_nothing_else(line_break):
    made = fixed(DOUBLED.replace("\n", line_break).encode(), "a.yaml")
    assert made.data.decode() == SINGLE.replace("\n", line_break)
    assert sorted((each.rule, each.path) for each in made.mended) == [
        ("doubled-entry", "agents[1].same_as[2]"),
        ("doubled-entry", "authors[2]"),
        ("doubled-entry", "authors[3]"),
        ("doubled-entry", "claims[0].appearances[1]"),
        ("doubled-entry", "reviewers[2]"),
        ("duplicate-id", "agents[2]"),
    ]
    assert fixed(made.data, "a.yaml").mended == ()


def test_entries_that_stand_twice_go_from_json():
    data = yaml.safe_load(DOUBLED)
    made = fixed(json.dumps(data, indent=2).encode(), "a.json")
    assert made.data.decode() == json.dumps(yaml.safe_load(SINGLE), indent=2)


def test_entries_that_are_the_same_once_they_are_repaired_go():
    body = b"id: urn:x:y\nheadline: H\nlanguage: en\ntopics: [{name: a &amp; b}, {name: 'a & b '}]\nclaims: [{id: c1, text: T}]\n"
    assert b"topics: [{name: a & b}]\n" in fixed(body, "a.yaml").data


@pytest.mark.parametrize(
    "entries",
    [
        "[ann, desk]",
        "\n- ann\n- ann # and not by mistake",
        "\n- ann\n# again\n- ann",
        "\n- ann\n- # again\n  ann",
        "[ann, # again\n ann]",
        "\n- ann\n# factcheck: allow doubled-entry: she wrote it twice\n- ann",
        "\n- ann\n- ann # factcheck: allow doubled-entry: she wrote it twice",
    ],
)
def test_no_comment_goes_with_an_entry(run, entries):
    agents = "agents: [{id: ann, kind: person, name: A}, {id: desk, kind: organisation, name: D}]\n"
    body = f"id: urn:x:y\nheadline: H\nlanguage: en\nauthors: {entries}\n{agents}claims: [{{id: c, text: T}}]\n"
    assert fixed(body.encode(), "a.yaml").mended == ()
    Path("a.yaml").write_text(body)
    code, out, _ = run("a.yaml")
    told = "authors[1]: this is the same as authors[0]; a comment stands with it, or it is written in a way of its own"
    assert (code, told in out) == (0, "again" in entries or "mistake" in entries)


def test_an_entry_that_another_place_refers_to_stays():
    body = b"id: urn:x:y\nheadline: H\nlanguage: en\ntopics:\n- name: A\n- &a\n  name: A\nclaims: [{id: c, text: T, about: [*a]}]\n"
    assert fixed(body, "a.yaml").data == body


def test_a_list_that_stands_at_two_places_loses_an_entry_once():
    body = b"id: urn:x:y\nheadline: H\nlanguage: en\nauthors: &a [d, d, d]\nreviewers: *a\nagents: [{id: d, kind: person, name: D}]\nclaims: [{id: c, text: T}]\n"
    assert fixed(body, "a.yaml").data == body.replace(b"[d, d, d]", b"[d]")


def test_findings_further_down_do_not_keep_an_entry():
    def check(fact_check):
        return [Finding("last", Severity.ERROR, "no", f"authors[{len(fact_check.authors) - 1}]")]

    body = as_yaml(authors=["a", "a", "b"], agents=[{"id": each, "kind": "person", "name": each} for each in "ab"])
    assert value(fixed(body, "a.yaml", check).data, "authors") == ("a", "b")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(40))
@given(
    names=st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=6),
    style=st.sampled_from(["yaml", "flow", "json", "indented json"]),
)
def test_each_list_keeps_its_order(names, style):
    agents = [{"id": each, "kind": "person", "name": each} for each in "abc"]
    topics = [{"name": each, "same_as": [f"http://{other}.example/" for other in names]} for each in names]
    data = story(authors=names, agents=agents, topics=topics)
    body = {
        "yaml": lambda: yaml.safe_dump(data),
        "flow": lambda: yaml.safe_dump(data, default_flow_style=True, width=20),
        "json": lambda: json.dumps(data),
        "indented json": lambda: json.dumps(data, indent=1),
    }[style]()
    name = "a.json" if "json" in style else "a.yaml"
    made = fixed(body.encode(), name)
    fact_check, single = read(made.data, name).fact_check, tuple(dict.fromkeys(names))
    assert fact_check.authors == single
    assert tuple(topic.name for topic in fact_check.topics) == single
    assert {topic.same_as for topic in fact_check.topics} == {tuple(f"http://{each}.example/" for each in single)}
    assert fixed(made.data, name).mended == ()


# For all


SPACES = st.sampled_from(["", " ", "\t", "\r", "\n ", "\xa0"])
PIECES = st.lists(
    st.sampled_from(["a", " ", "é", "😀", "'", '"', ": ", " #", "&amp;", "&#39;", "&lt;", "&quot;", "\\", "[", "}", ",", "-", "%"]),
    min_size=1,
    max_size=8,
).map("".join)  # fmt: skip
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


class Styled(str):
    __slots__ = ("style",)


class StyledDumper(yaml.SafeDumper):
    pass


StyledDumper.add_representer(
    Styled, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=text.style)
)


@st.composite
def texts(draw):
    text = Styled(draw(SPACES) + draw(PIECES) + draw(SPACES))
    text.style = draw(STYLES)
    return text


def unescaped(text):
    then = html.unescape(text)
    return text.strip() if then == text else unescaped(then)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(60))
@given(headline=texts(), claim=texts(), label=texts(), flow=st.booleans(), width=st.sampled_from([20, 80, 1000]))
def test_every_text_is_repaired_once_and_nothing_else_changes(headline, claim, label, flow, width):
    data = story(headline=headline, claims=[{"id": "c1", "text": claim}])
    data["rating_scale"] = {"ratings": [{"id": "r", "names": {"en": label}}]}
    body = yaml.dump(data, Dumper=StyledDumper, allow_unicode=True, default_flow_style=flow, width=width).encode()
    made = fixed(body, "a.yaml")
    assert fixed(made.data, "a.yaml").data == made.data
    try:
        before = read(body, "a.yaml").fact_check
    except ReadingError:  # a text of spaces only
        return
    after = read(made.data, "a.yaml").fact_check
    assert after.model_copy(update={"headline": "", "claims": (), "rating_scale": None}) == before.model_copy(
        update={"headline": "", "claims": (), "rating_scale": None}
    )
    assert after.headline == unescaped(before.headline)
    assert after.claims[0].text == unescaped(before.claims[0].text)
    assert after.rating_scale.ratings[0].names["en"] == unescaped(before.rating_scale.ratings[0].names["en"])
    assert made.mended or made.data == body
    for repaired in made.mended:
        assert repaired.rule in OWN
        assert repaired.stood != repaired.made


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(40))
@given(line=st.integers(0, 30), comment=st.text(st.characters(exclude_categories=["C", "Z"]), max_size=10))
def test_comments_and_order_stay(line, comment):
    lines = WRONG.splitlines()
    at = min(line, 9)
    lines.insert(at, f"# {comment}")
    made = fixed("\n".join(lines).encode(), "a.yaml").data.decode().splitlines()
    assert made.pop(at) == f"# {comment}"
    assert "\n".join(made) == RIGHT


def test_the_example_and_what_we_write_need_no_repair():
    for body in (EXAMPLE.read_bytes(), dumps(full_fact_check()).encode()):
        assert fixed(body, "a.yaml").mended == ()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(60))
@given(data=st.data())
def test_damaged_files_are_repaired_or_left_and_nothing_breaks(data):
    seeds = [
        WRONG.encode(),
        DOUBLED.encode(),
        as_json(headline=" a &amp; ", published="1 May 2020", authors=["a", "a"]),
    ]
    body = data.draw(st.sampled_from(seeds))
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, min(len(body), start + 40)))
    splinter = data.draw(
        st.one_of(st.binary(max_size=8), st.sampled_from([b"&a ", b"*a", b"- ", b"\n", b"|\n", b"#", b"'", b"? "]))
    )
    damaged = body[:start] + splinter + body[end:]
    name = data.draw(st.sampled_from(["a.yaml", "a.json", "a"]))
    try:
        made = fixed(damaged, name)
    except ReadingError:
        return
    assert fixed(made.data, name).data == made.data
    assert bool(made.mended) == (made.data != damaged)


# The command


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        code = main([*QUIET, "check", "--to", "tei", *map(str, arguments)])
        return code, *capsys.readouterr()

    return run


def test_fix_writes_and_shows_what_it_changed(run):
    path = Path("a.yaml")
    path.write_text(WRONG)
    code, out, err = run("a.yaml")
    assert (code, "16 findings can be repaired: --fix, or --diff to see how" in err) == (2, True)
    path.chmod(0o640)
    code, out, err = run("--fix", "a.yaml")
    assert (code, path.read_text()) == (0, RIGHT)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert out.startswith("--- a/a.yaml\n+++ b/a.yaml\n@@ ")
    assert err == "1 file, 16 findings repaired: no findings\n"
    assert [each.name for each in Path().iterdir()] == ["a.yaml"]
    assert run("--fix", "a.yaml") == (0, "", "1 file: no findings\n")


def test_diff_shows_the_same_and_writes_nothing(run):
    path = Path("a.yaml")
    path.write_text(WRONG)
    code, shown, err = run("--diff", "a.yaml")
    assert (code, path.read_text()) == (2, WRONG)
    assert "a.yaml:6:11: error: language" in err
    assert run("--diff", "--fix", "a.yaml")[1] == shown
    assert path.read_text() == WRONG
    assert run("--fix", "a.yaml")[1] == shown


def test_the_diff_can_be_applied(run):
    Path("a.yaml").write_text(WRONG)
    Path("a.diff").write_text(run("--diff", "a.yaml")[1])
    subprocess.run(["git", "apply", "a.diff"], check=True, env={**os.environ, "GIT_CEILING_DIRECTORIES": "/"})
    assert Path("a.yaml").read_text() == RIGHT


def test_a_link_stays_a_link(run):
    Path("real.yaml").write_text(WRONG)
    Path("link.yaml").symlink_to("real.yaml")
    assert run("--fix", "link.yaml")[0] == 0
    assert Path("link.yaml").is_symlink()
    assert Path("real.yaml").read_text() == RIGHT


def test_a_file_that_cannot_be_written_stays(run, monkeypatch):
    Path("a.yaml").write_text(WRONG)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("factcheck.cli.files.write", full)
    code, _, err = run("--fix", "a.yaml")
    assert (code, Path("a.yaml").read_text()) == (2, WRONG)
    assert "a.yaml: error: No space left on device [cannot-write]" in err


def test_standard_input_is_shown_only(run, monkeypatch):
    class Given:
        def __init__(self, path):
            self.buffer = path.open("rb")

    Path("a.yaml").write_text(WRONG)
    code, _, err = run("--fix", "-")
    assert (code, "standard input cannot be repaired; --diff shows what would be" in err) == (2, True)
    given = Given(Path("a.yaml"))
    monkeypatch.setattr("sys.stdin", given)
    assert run("--diff", "-")[1].startswith("--- a/<stdin>\n")
    given.buffer.close()


def test_what_others_published_is_not_repaired(run):
    body = '{"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": " a ", "url": "https://a.example/"}'
    Path("a.json").write_text(body)
    _, out, err = run("--fix", "a.json")
    assert (out, Path("a.json").read_text()) == ("", body)
    assert "a.json: not repaired: only files of ours are, and `factcheck import` makes one of it" in err


def test_what_can_be_repaired_is_found_and_told(run):
    Path("a.yaml").write_bytes(as_yaml(headline="a &amp; b "))
    code, out, err = run("a.yaml", "--format", "json")
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(each["rule"], each["line"], each["stood"], each["made"]) for each in told] == [
        ("html-entity", 2, "a &amp; b ", "a & b"),
        ("space-around", 2, "a &amp; b ", "a & b"),
    ]
    assert "2 findings can be repaired" in err
