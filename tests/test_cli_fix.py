"""`factcheck check --fix` and `--diff`: what is written, shown and told, and the exit codes."""

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest
from fix_samples import RIGHT, WRONG, as_yaml

from factcheck.cli import main
from factcheck.fixing import fixed

QUIET = ("--block", "desk", "--block", "factchecktools", "--block", "scales", "--block", "table")


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

    monkeypatch.setattr("factcheck.files.write", full)
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
