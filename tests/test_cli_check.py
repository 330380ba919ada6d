"""`factcheck check`: what is told of files, of standard input and of plugins that break, and the exit codes."""

import json
from pathlib import Path

import pytest
from cli_samples import ALONE, EXAMPLE, Given, broken_plugin, plain_plugin, writer

from factcheck.cli import main


@pytest.fixture
def plain(tmp_path_factory, monkeypatch):
    plain_plugin(monkeypatch, tmp_path_factory.mktemp("plain"))


@pytest.fixture
def broken(tmp_path_factory, monkeypatch):
    broken_plugin(monkeypatch, tmp_path_factory.mktemp("broken"))


@pytest.fixture
def story(tmp_path, monkeypatch):
    """Writes a fact-check into the current folder, which is empty at first."""
    monkeypatch.chdir(tmp_path)
    return writer(tmp_path)


@pytest.mark.usefixtures("plain")
def test_check_tells_findings_with_their_place(story, capsys):
    path = story(claim="a mistake and a doubt")
    assert main([*ALONE, "check", path]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "story.yaml:6:9: error: claims[0].text: a mistake [mistake]",
        "story.yaml:6:9: warning: claims[0].text: a doubt [doubt]",
    ]
    assert told.err == "1 file: 1 error, 1 warning\n"


@pytest.mark.usefixtures("plain")
def test_check_of_warnings_only_is_well(story, capsys):
    path = story(claim="a doubt")
    only = [*ALONE, "check", path]
    assert main(only) == 0
    assert main([*only, "--quiet"]) == 0
    told = capsys.readouterr()
    assert told.out.count("doubt") == 2
    assert told.err == "1 file: 1 warning\n"


@pytest.mark.usefixtures("plain")
def test_check_for_programs(story, capsys):
    path = story(claim="a doubt")
    only = [*ALONE, "check", path, "--format"]
    assert main([*only, "json"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {
            "rule": "doubt",
            "severity": "warning",
            "message": "a doubt",
            "path": "claims[0].text",
            "file": "story.yaml",
            "line": 6,
            "column": 9,
        }
    ]
    assert main([*only, "github"]) == 0
    assert capsys.readouterr().out == ("::warning file=story.yaml,line=6,col=9,title=doubt::claims[0].text: a doubt\n")


@pytest.mark.usefixtures("plain")
def test_one_bad_file_does_not_stop_the_others(story, capsys):
    story()
    bad = story("bad.yaml", iri="relative")
    mistaken = story("mistaken.yaml", claim="a mistake")
    assert main([*ALONE, "check", "missing.yaml", bad, mistaken]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["missing.yaml", "bad.yaml", "mistaken.yaml"]
    assert lines[1].startswith("bad.yaml:1:5: error: id: ")


@pytest.mark.usefixtures("plain")
def test_rules_that_break_are_named_and_the_next_file_is_checked(story, capsys):
    breaks, next_one = story("rules.yaml", headline="rules"), story("next.yaml", claim="a doubt")
    assert main([*ALONE, "check", breaks, next_one]) == 2
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("rules.yaml: error: the rules of `plain` of factcheck-plain failed: LookupError: by design")
    assert second.startswith("next.yaml:6:9: warning")


@pytest.mark.usefixtures("broken")
def test_a_broken_plugin_is_named_until_it_is_blocked(story, capsys):
    path = story()
    assert main([*ALONE, "check", path]) == 1
    assert "`broken` of factcheck-broken: cannot be loaded: ModuleNotFoundError" in capsys.readouterr().out
    assert main([*ALONE, "--block", "broken", "check", path]) == 0
    assert main([*ALONE, "--block", "factcheck-broken", "check", path]) == 0
    assert main([*ALONE, "--block", "borken", "check", path]) == 2
    assert "did you mean `broken`?" in capsys.readouterr().err


def test_standard_input_is_a_source(monkeypatch, story, capsys):
    monkeypatch.setattr("sys.stdin", Given(Path(story(iri="relative")).read_bytes()))
    assert main(["check", "-"]) == 2
    assert "<stdin>:1:5: error: id: " in capsys.readouterr().out
    assert main(["check", "-", "-"]) == 2
    assert "only once" in capsys.readouterr().err


RUBBISH = [
    b"",
    b"\x00\x01\x02",
    b"\xff\xfe",
    b"a: &a [*a]",
    b"- 1\n- 2\n",
    b"id: 1\nid: 2\n",
    b"\tid: x",
    "id: caf\u00e9".encode("latin-1"),
    b"!!python/object/apply:os.system [id]",
    b"a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n",
    b"[" * 100_000,
]


@pytest.mark.parametrize("body", RUBBISH, ids=range(len(RUBBISH)))
def test_rubbish_is_told_and_makes_exit_code_2(body, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Given(body))
    assert main(["check", "-"]) == 2
    told = capsys.readouterr().out.splitlines()
    assert all(line.startswith("<stdin>") for line in told)
    assert told


UNRATED = "id: urn:x:1\nheadline: H\nlanguage: en\nclaims:\n  - {id: c1, text: T}\n"


def test_a_desk_that_writes_tei_alone_needs_no_verdict(tmp_path, capsys):
    source = tmp_path / "unrated.yaml"
    source.write_text(UNRATED)
    assert main(["export", str(source), "--to", "tei", "-o", str(tmp_path)]) == 0
    assert main(["check", str(source), "--to", "tei"]) == 0
    assert main(["check", str(source)]) == 1
    assert main(["check", str(source), "--to", "tee"]) == 2
    assert "did you mean `tei`?" in capsys.readouterr().err


def test_least_shows_what_matters_and_counts_all(capsys):
    assert main(["check", str(EXAMPLE), "--to", "claimreview", "--least", "warning"]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "19 remarks" in shown.err
