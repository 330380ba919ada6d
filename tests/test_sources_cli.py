"""`factcheck sources`: what it shows, what it says of wrong use, and its exit codes."""

import json
import random
import re
from pathlib import Path

import pytest
from planted import Language, paragraphs

from factcheck.cli import main

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples/taliban-russia-2015/factcheck.yaml"
ARTICLES = ROOT / "../shared/articles"
STORY = paragraphs(Language(random.Random(2)).article(1500)).replace(". ", ". The ministers said so. ", 1)  # noqa: S311  # made-up words
FILE = """
id: https://desk.example/1
headline: Two pages
language: en
agents:
  - {id: speaker, kind: person, name: A Speaker}
sources:
  - {id: first, title: First, published: 2015-12-01}
  - {id: second, title: Second, published: 2015-12-02}
  - {id: third, title: Third}
rating_scale: {ratings: [{id: wrong, names: {en: Wrong}}]}
claims:
  - id: c1
    text: It rained.
    claimants: [speaker]
    made: 2015-12-01
    appearances: [{source: first}, {source: second}]
  - id: c2
    text: It did not.
    relations: [{kind: denies, claim: c1, note: all of it}]
verdicts:
  - id: v1
    claim: c1
    rating: wrong
    evidence: [{source: first, stance: refutes}, {source: second, stance: refutes}]
"""


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "fc.yaml").write_text(FILE, encoding="utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "first.txt").write_text(STORY, encoding="utf-8")
    (texts / "second.txt").write_text(f"Menu\n\n{STORY.replace('ministers', 'secretaries')}\n", encoding="utf-8")
    (texts / "third.txt").write_text("Something else entirely.", encoding="utf-8")
    return tmp_path


def run(capsys, *arguments):
    code = main(["sources", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_shipped_example(capsys):
    code, out, err = run(capsys, EXAMPLE)
    assert (code, err) == (0, "")
    assert "wire-story: an unnamed news agency, 2015-12-27/2015-12-28\n    moscow-times-page" in out
    assert (
        "c2: The Taliban neither contacted nor talked with anyone about so-called Daesh.\n    2 independent reports:"
        in out
    )
    assert "An unnamed senior Taliban commander, to The Sunday Times, reported by an unnamed news agency" in out
    assert "v3, of c3: 2 independent sources" in out
    assert "c2 (2015-12-23/2015-12-26) before c3 (2015-12-27/2015-12-28)\n    c2 denies c3" in out


def test_copies_are_found_in_texts_and_told_where_they_are_not_declared(desk, capsys):
    code, out, err = run(capsys, desk / "fc.yaml", "--texts", desk / "texts")
    assert code == 0
    assert "first: “First”, 2015-12-01; likely the original: it was published first, 2015-12-01" in out
    assert "second: “Second”, 2015-12-02; a copy by its text, and not declared" in out
    assert re.search(r"\d+% of (first|second) stands in (first|second), \d+% the other way round", out)
    assert "1 independent report: “First” (first, second)" in out
    assert "v1, of c1: 1 independent source" in out
    assert err.startswith(
        f"{desk}/fc.yaml:9:5: warning: sources[1]: the text of `second` is that of `first`: it was published first"
    )
    assert err.rstrip().endswith("[text-copy]")


def test_without_texts_only_what_is_declared_counts(desk, capsys):
    _, out, err = run(capsys, desk / "fc.yaml")
    assert "2 independent reports: “First” (first); “Second” (second)" in out
    assert err == ""


def test_json(desk, capsys):
    code, out, err = run(capsys, desk / "fc.yaml", "--texts", desk / "texts", "--format", "json", "-q")
    assert (code, err, out.count("\n")) == (0, "", 1)
    told = json.loads(out)
    assert told["texts"][0] == {
        "origin": "first", "sources": ["first", "second"], "reason": "it was published first, 2015-12-01",
    }  # fmt: skip
    assert told["undeclared"][0]["source"] == "second"
    assert told["copies"][0]["extent"] == "whole"
    assert told["claims"][0]["independent"] == 1
    assert told["claims"][0]["chains"][1]["steps"][-1]["copy"] == "reposted"
    assert told["verdicts"][0]["independent"] == 1
    assert told["disputes"][0]["made"] == ["2015-12-01", None]


@pytest.mark.parametrize("wanted", [("--differences", "first", "second"), ("--side-by-side",)])
def test_versions_stand_side_by_side(desk, capsys, monkeypatch, wanted):
    monkeypatch.setenv("COLUMNS", "90")
    code, out, _ = run(capsys, desk / "fc.yaml", "--texts", desk / "texts", *wanted)
    assert code == 0
    assert "[-ministers-]" in out
    assert "{+secretaries+}" in out
    assert " │ {+Menu+}" in out
    assert max(map(len, out.splitlines())) <= 90
    assert "[-On-]" not in out


def test_wide_and_long_words_keep_to_their_columns(desk, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "61")
    (desk / "texts/first.txt").write_text("报" * 100 + "\n\n" + "w" * 99 + "\x1b[2J", encoding="utf-8")
    _, out, _ = run(capsys, desk / "fc.yaml", "--texts", desk / "texts", "--differences", "first", "third")
    assert all(len(line) + line.count("报") <= 61 for line in out.splitlines())
    assert out.count("报") == 100
    assert "\x1b" not in out


def test_no_copies_to_compare(desk, capsys):
    (desk / "texts/second.txt").unlink()
    code, out, _ = run(capsys, desk / "fc.yaml", "--texts", desk / "texts", "--side-by-side")
    assert (code, out) == (0, "No copies were found in these texts.\n")


def test_a_passage_that_is_no_copy_is_shown(desk, capsys):
    passage = STORY[: len(STORY) // 3]
    own = paragraphs(Language(random.Random(9)).article(1500))  # noqa: S311  # as above
    (desk / "texts/third.txt").write_text(f"{own}\n\n{passage}", encoding="utf-8")
    _, out, err = run(capsys, desk / "fc.yaml", "--texts", desk / "texts")
    assert "Shared passages" in out
    assert "third" not in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--side-by-side"], "there is nothing to compare: `--texts DIR` is missing"),
        (["--differences", "first", "second"], "there is nothing to compare: `--texts DIR` is missing"),
        (["--texts", "{}/texts", "--differences", "first", "nope"], "there is no text of a source `nope`; there are first, second, third"),
        (["--texts", "{}/missing"], "does not exist"),
        (["--format", "xml"], "'xml' is not one of"),
    ],
)  # fmt: skip
def test_wrong_use(desk, capsys, arguments, told):
    code, out, err = run(capsys, desk / "fc.yaml", *(each.format(desk) for each in arguments))
    assert (code, out) == (2, "")
    assert told in err


def test_a_file_that_cannot_be_read(desk, capsys):
    (desk / "fc.yaml").write_text("id: 1\n", encoding="utf-8")
    code, out, err = run(capsys, desk / "fc.yaml")
    assert (code, out) == (2, "")
    assert "[missing-key]" in err


def test_the_articles(capsys):
    if not ARTICLES.is_dir():
        pytest.skip("the articles are not here")
    code, out, err = run(capsys, EXAMPLE, "--texts", ARTICLES)
    assert (code, err) == (0, "")
    assert "82% of moscow-times-page stands in gulf-page, 82% the other way round" in out
    assert "Shared passages" not in out


def test_check_takes_found_copies_for_declared(desk, capsys):
    main(["check", str(desk / "fc.yaml")])
    assert "copy" not in capsys.readouterr().out
    main(["check", str(desk / "fc.yaml"), "--texts", str(desk / "texts")])
    found = capsys.readouterr().out
    assert (
        "verdicts[0].evidence[1].source: `second` and `first` are one text, counted twice as what refutes the claim [desk-copy-as-second-source]"
        in found
    )
    assert "warning: sources[1]: the text of `second` is that of `first`" in found
