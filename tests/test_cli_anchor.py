"""`factcheck anchor` and `check --texts`: what is written, shown and told, and the exit codes."""

import json
import os
import stat
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from edits import before_and_after

from factcheck import load
from factcheck.cli import main

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "taliban-russia-2015" / "factcheck.yaml"
ARTICLES = ROOT.parent / "shared" / "articles"
QUIET = ("--block", "desk", "--block", "factchecktools", "--block", "claimreview")

TEXT = "The minister said on Monday that the roads would be mended by May, and that nobody had asked for more.\n"
STORY, ANCHORED = before_and_after(
    f"""\
 id: urn:x:y
 headline: H
 language: en
 sources:
   - id: page # read once
     title: Rain and roads
+    checksum: sha256:{sha256(TEXT.encode()).hexdigest()}
 claims:
   - id: c1
     text: T
     appearances:
       - source: page
         quotation:
           exact: nobody had asked for more # not so
+          prefix: "be mended by May, and that "
+          suffix: ".\\n"
+          start: 76
+          end: 101
"""
)
NO_CHECKSUM = "sources[0].checksum: the checksum of the text is not written"
UNPLACED = "claims[0].appearances[0].quotation: the place of these words is not written"
DRIFTED = STORY.replace(
    "nobody had asked for more", "The minister said on Monday that the streets would be mended by May"
)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("texts").mkdir()
    Path("texts/page.txt").write_text(TEXT)
    Path("a.yaml").write_text(STORY)

    def run(*arguments):
        code = main([*QUIET, *map(str, arguments)])
        return code, *capsys.readouterr()

    return run


def test_a_file_is_anchored_shown_and_then_stays(run):
    Path("a.yaml").chmod(0o640)
    code, out, err = run("anchor", "a.yaml", "--texts", "texts")
    assert (code, Path("a.yaml").read_text()) == (0, ANCHORED)
    assert out.startswith("--- a/a.yaml\n+++ b/a.yaml\n@@ ")
    assert [line[1:] for line in out.splitlines() if line.startswith("+    ")] == [
        line for line in ANCHORED.splitlines() if line not in STORY.splitlines()
    ]
    assert err.splitlines() == [
        f'a.yaml:5:5: info: {NO_CHECKSUM}: "sha256:{sha256(TEXT.encode()).hexdigest()[:52]}…" [text-no-checksum]',
        f'a.yaml:13:11: info: {UNPLACED}: "76 to 101" [text-unplaced]',
        "1 file, 1 quotation and 1 checksum written: 2 remarks",
    ]
    assert stat.S_IMODE(Path("a.yaml").stat().st_mode) == 0o640
    assert sorted(each.name for each in Path().iterdir()) == ["a.yaml", "texts"]
    assert run("anchor", "a.yaml", "--texts", "texts") == (0, "", "1 file, nothing written: no findings\n")


def test_diff_shows_the_same_and_writes_nothing(run):
    shown = run("anchor", "a.yaml", "--texts", "texts", "--diff")
    assert shown[2].endswith("1 file, 1 quotation and 1 checksum to write: 2 remarks\n")
    assert Path("a.yaml").read_text() == STORY
    assert run("anchor", "a.yaml", "--texts", "texts")[:2] == shown[:2]


def test_standard_input_is_shown_and_not_written(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", type("In", (), {"buffer": BytesIO(STORY.encode())})())
    code, out, _ = run("anchor", "-", "--texts", "texts", "--diff")
    assert (code, out.startswith("--- a/<stdin>\n")) == (0, True)
    code, out, err = run("anchor", "-", "--texts", "texts")
    assert (code, out) == (2, "")
    assert "standard input cannot be written to; --diff shows what would be" in err


def test_a_text_is_named_by_itself(run):
    Path("texts/page.txt").rename("p1")
    assert run("anchor", "a.yaml", "--text", "page=p1", "-q")[0] == 0
    assert Path("a.yaml").read_text() == ANCHORED


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "where are the texts? `--texts DIR` or `--text ID=FILE` is missing"),
        (("--text", "page"), "write a text as ID=FILE, not `page`"),
        (("--text", "page="), "write a text as ID=FILE, not `page=`"),
        (("--text", "page=a", "--text", "page=b"), "the text of `page` is given twice"),
        (("--texts", "none"), "Directory 'none' does not exist"),
        (("--texts", "a.yaml"), "is a file"),
    ],
)
def test_how_it_is_asked_wrongly(run, arguments, message):
    for command in ("anchor", "check") if arguments else ("anchor",):
        code, out, err = run(command, "a.yaml", *arguments)
        assert (code, out) == (2, "")
        assert message in err
    assert Path("a.yaml").read_text() == STORY


def test_a_source_that_is_not_there_is_told_with_the_near_one(run):
    code, _, err = run("anchor", "a.yaml", "--text", "pag=texts/page.txt")
    assert code == 1
    assert "texts/page.txt: error: there is no source `pag`; did you mean `page`? [text-unknown-source]" in err


@pytest.mark.parametrize(
    ("exact", "code", "told"),
    [
        ("The governor resigned in tears", 1, "error: claims[0].appearances[0].quotation.exact: these words do not stand in the text of `page`: correct them, or the source [text-absent]"),
        ("May", 0, "info: claims[0].appearances[0].quotation: the place of these words is not written"),
        ("on", 1, "error: claims[0].appearances[0].quotation.exact: these words stand at 2 places, and a `prefix` or `suffix` has to tell which: 18 to 20 ("),
        ("Nobody had asked  for more", 0, "info: claims[0].appearances[0].quotation.exact: found once punctuation, white space and case are set aside (at 76 to 10"),
    ],
)  # fmt: skip
def test_what_is_found_has_its_place_and_makes_the_exit_code(run, exact, code, told):
    Path("a.yaml").write_text(STORY.replace("nobody had asked for more", exact))
    for command in ("check", "anchor"):
        got, out, err = run(command, "a.yaml", "--texts", "texts")
        assert got == code
        place = "13:11" if "quotation: " in told else "13:18"
        assert f"a.yaml:{place}: {told}" in (out if command == "check" else err)


def test_drift_is_a_warning_with_the_words_and_stays(run):
    Path("a.yaml").write_text(DRIFTED)
    told = (
        "a.yaml:13:18: warning: claims[0].appearances[0].quotation.exact: other words stand in the text of `page` "
        "(at 0 to 65): The minister said on Monday that the [-streets-] {+roads+} would be mended by May"
    )
    code, _, err = run("anchor", "a.yaml", "--texts", "texts")
    assert (code, told in err) == (0, True)
    assert [line for line in Path("a.yaml").read_text().splitlines() if line not in DRIFTED.splitlines()] == [
        ANCHORED.splitlines()[6]
    ]
    code, out, err = run("check", "a.yaml", "--texts", "texts")
    assert (code, told.replace("a.yaml:13", "a.yaml:14") in out, err) == (0, True, "1 file: 1 warning\n")
    code, _, err = run("anchor", "a.yaml", "--texts", "texts", "--accept-drift")
    assert (code, "1 quotation written: 1 warning, 1 remark" in err) == (0, True)
    words = load("a.yaml").claims[0].appearances[0].quotation
    assert (
        words.exact
        == TEXT[words.start : words.end]
        == "The minister said on Monday that the roads would be mended by May"
    )
    assert run("check", "a.yaml", "--texts", "texts") == (0, "", "1 file: no findings\n")


def test_drift_that_is_meant_can_be_allowed(run):
    allowed = DRIFTED.replace("# not so", "# factcheck: allow text-drift: her own words")
    Path("a.yaml").write_text(allowed)
    _, out, err = run("check", "a.yaml", "--texts", "texts")
    assert ("text-drift" in out, "1 finding allowed" in err) == (False, True)
    assert "text-drift" not in run("anchor", "a.yaml", "--texts", "texts", "--accept-drift")[2]
    assert "streets" in Path("a.yaml").read_text()
    assert run("check", "a.yaml") == (0, "", "1 file: no findings\n")  # nothing says that it is not needed
    Path("a.yaml").write_text(allowed.replace("streets", "roads"))
    assert "`text-drift` finds nothing here [allow-unused]" in run("check", "a.yaml", "--texts", "texts")[1]


def test_what_is_allowed_of_others_is_not_asked_for(run):
    Path("a.yaml").write_text(f"# factcheck: allow claimreview-no-appearance: said on the phone\n{STORY}")
    assert "1 file, 1 quotation and 1 checksum written: 2 remarks" in run("anchor", "a.yaml", "--texts", "texts")[2]


def test_check_finds_the_same_and_changes_nothing(run):
    code, out, err = run("check", "a.yaml", "--texts", "texts")
    assert (code, [line.rpartition(" ")[2] for line in out.splitlines()]) == (
        0,
        ["[text-no-checksum]", "[text-unplaced]"],
    )
    assert err == "1 file: 2 remarks\n2 findings can be settled by `factcheck anchor`\n"
    assert Path("a.yaml").read_text() == STORY
    assert run("check", "a.yaml", "--texts", "texts", "--strict")[0] == 1
    run("anchor", "a.yaml", "--texts", "texts")
    assert run("check", "a.yaml", "--texts", "texts", "--strict") == (0, "", "1 file: no findings\n")


def test_a_text_that_has_changed_is_seen(run):
    run("anchor", "a.yaml", "--texts", "texts")
    Path("texts/page.txt").write_text(f"New. {TEXT}")
    code, out, _ = run("check", "a.yaml", "--texts", "texts")
    assert code == 0
    assert [line.split(": ")[1] + line.rpartition(" ")[2] for line in out.splitlines()] == [
        "warning[text-changed]",
        "warning[text-position]",
    ]
    assert '"76 to 101" becomes "81 to 106"' in out
    code, out, err = run("anchor", "a.yaml", "--texts", "texts")
    assert "1 file, 1 quotation and 1 checksum written: 2 warnings" in err
    assert [line for line in out.splitlines() if line.startswith(("+  ", "-  ")) and "checksum" not in line] == [
        "-          start: 76",
        "-          end: 101",
        "+          start: 81",
        "+          end: 106",
    ]
    assert run("check", "a.yaml", "--texts", "texts")[1] == ""


def test_a_page_is_saved_as_text_and_its_text_counts(run):
    Path("texts/page.txt").unlink()
    words = f"<article><h1>Rain</h1><p>{TEXT}</p><p>{'Many other words stand here. ' * 20}</p></article>"
    Path("texts/page.html").write_text(f"<html><body>{words}</body></html>")
    assert "texts/page.html: info: the text of this page is not saved as page.txt [text-unsaved]" in run(
        "check", "a.yaml", "--texts", "texts"
    )[1]  # fmt: skip
    run("anchor", "a.yaml", "--texts", "texts", "--diff")
    assert not Path("texts/page.txt").exists()
    code, _, err = run("anchor", "a.yaml", "--texts", "texts")
    assert (code, "texts/page.html: its text is saved as page.txt" in err, "text-unsaved" in err) == (0, True, False)
    saved = Path("texts/page.txt").read_bytes()
    assert load("a.yaml").sources[0].checksum == f"sha256:{sha256(saved).hexdigest()}"
    Path("texts/page.html").write_text("another page")
    assert run("anchor", "a.yaml", "--texts", "texts") == (0, "", "1 file, nothing written: no findings\n")
    assert Path("texts/page.txt").read_bytes() == saved


def test_what_cannot_be_read_or_written(run):
    Path("bad.yaml").write_text("headline: [")
    code, _, err = run("anchor", "bad.yaml", "none.yaml", "a.yaml", "--texts", "texts")
    assert code == 2
    assert "bad.yaml:1:" in err
    assert "none.yaml: error: there is no such file [unreadable]" in err
    assert Path("a.yaml").read_text() == ANCHORED  # the others are done


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(run):
    Path().chmod(0o500)
    code, _, err = run("anchor", "a.yaml", "--texts", "texts")
    Path().chmod(0o700)
    assert (code, "[cannot-write]" in err) == (2, True)


def test_what_cannot_be_written_is_told(run, monkeypatch):
    def refuse(path, body, mode=None):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("factcheck.files.write", refuse)
    code, _, err = run("anchor", "a.yaml", "--texts", "texts")
    assert (code, "a.yaml: error: Permission denied [cannot-write]" in err, "nothing written" in err) == (2, True, True)
    Path("texts/page.txt").unlink()
    Path("texts/page.html").write_text(f"<html><body><article><p>{TEXT * 9}</p></article></body></html>")
    code, _, err = run("anchor", "a.yaml", "--texts", "texts")
    assert (code, "texts/page.txt: error: Permission denied [cannot-write]" in err) == (2, True)
    assert err.count("cannot-write") == 1  # no place is written that counts in a text which is not kept
    assert Path("a.yaml").read_text() == STORY


@pytest.mark.parametrize("command", [("anchor",), ("check",), ("export", "--to", "html", "-o", "out")])
def test_of_a_file_that_cannot_be_read_no_text_is_said_to_be_left_over(run, command):
    Path("a.yaml").write_text(STORY.replace("headline", "headlin"))
    Path("texts/none.txt").write_text("words")
    code, _, err = run(command[0], "a.yaml", *command[1:], "--texts", "texts", "--text", "page=texts/page.txt")
    assert code == 2
    assert "text-no-source" not in err
    assert "text-unknown-source" not in err


def test_several_files_share_a_folder(run):
    Path("b.yaml").write_text(STORY.replace("id: page", "id: other").replace("source: page", "source: other"))
    Path("texts/none.txt").write_text("words")
    code, _, err = run("check", "a.yaml", "b.yaml", "--texts", "texts")
    assert code == 0
    code, _, err = run("anchor", "a.yaml", "b.yaml", "--texts", "texts")
    assert "b.yaml:5:5: info: sources[0]: there is no text of `other`, which is quoted [text-missing]" in err
    assert "texts: info: of these texts, 1 belong to no source: none.txt [text-no-source]" in err
    assert "2 files, 1 quotation and 1 checksum written" in err


def test_words_of_others_are_not_looked_for(run, capsys):
    Path("page.jsonld").write_text(
        json.dumps(
            {
                "@context": "https://schema.org",
                "@type": "ClaimReview",
                "url": "https://a.example/",
                "claimReviewed": "x",
            }
        )
    )
    main(["check", "page.jsonld", "--texts", "texts"])
    err = capsys.readouterr().err
    assert "page.jsonld: not looked for in texts: only quotations in files of ours are" in err
    assert "text-no-source" not in err


def test_export_takes_a_text_by_itself(run):
    code, _, err = run("export", "a.yaml", "--to", "tei", "-o", "out", "--any-licence")
    assert (code, "`--any-licence` is for texts" in err) == (2, True)
    code, _, err = run("export", "a.yaml", "--to", "tei", "-o", "out", "--text", "page")
    assert (code, "write a text as ID=FILE" in err) == (2, True)


def test_each_rule_can_be_explained(run):
    code, out, _ = run("check", "--explain", "text-drift")
    assert (code, "--accept-drift" in out) == (0, True)


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the real articles are not here")
def test_the_example_gets_prefixes_and_suffixes_only(run):
    before = EXAMPLE.read_text()
    code, out, err = run("anchor", EXAMPLE, "--texts", ARTICLES, "--diff")
    changed = [line for line in out.splitlines() if line.startswith(("+ ", "- "))]
    assert code == 0
    assert changed
    assert all(line[1:].lstrip().startswith(("prefix: ", "suffix: ")) and line[0] == "+" for line in changed)
    assert err.endswith("quotations to write: no findings\n")
    assert EXAMPLE.read_text() == before
    assert "text-" not in run("check", EXAMPLE, "--texts", ARTICLES)[1]
