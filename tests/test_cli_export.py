"""`factcheck export`: what is written where, what is refused, and the exit codes."""

import json
from pathlib import Path

import pytest
from cli_samples import ALONE, EXAMPLE, Given, plain_plugin, writer

from factcheck.cli import main


@pytest.fixture
def plain(tmp_path_factory, monkeypatch):
    plain_plugin(monkeypatch, tmp_path_factory.mktemp("plain"))


@pytest.fixture
def story(tmp_path, monkeypatch):
    """Writes a fact-check into the current folder, which is empty at first."""
    monkeypatch.chdir(tmp_path)
    return writer(tmp_path)


@pytest.mark.usefixtures("plain")
def test_export_writes_what_it_says(story, capsys):
    path = story(headline="In doubt", claim="a doubt")
    assert main([*ALONE, "export", path, "-t", "plain", "-o", "out/new"]) == 0
    told = capsys.readouterr()
    assert told.out == f"{Path('out/new/story.txt')}: 8 bytes, text/plain, 1 warning\n"
    assert "story.yaml:6:9: warning: claims[0].text: a doubt [doubt]" in told.err
    assert "out/new/story.txt:1: warning: /0: the document says doubt [says-doubt]" in told.err
    assert "1 file, 1 document written: " in told.err
    assert Path("out/new/story.txt").read_bytes() == b"In doubt"


@pytest.mark.usefixtures("plain")
def test_export_takes_options_of_formats(story, capsys):
    path = story()
    export = [*ALONE, "export", path, "-t", "plain", "-o", "-"]
    assert main([*export, "-O", "plain.shout=true"]) == 0
    assert capsys.readouterr().out == "A HEADLINE"
    for option, problem in {
        "plain.shuot=true": "did you mean `shout`?",
        "plain.shout=perhaps": "option `shout` of the exporter `plain`",
        "plian.shout=true": "did you mean `plain`?",
        "twin.shout=true": "`--to twin` is missing",
        "shout=true": "write an option as NAME.KEY=VALUE",
        "plain.shout": "write an option as NAME.KEY=VALUE",
    }.items():
        assert main([*export, "-O", option]) == 2
        told = capsys.readouterr()
        assert (told.out, problem in told.err) == ("", True), told.err
    assert main([*export, "-O", "plain.shout=true", "-O", "plain.shout=no"]) == 2
    assert "given twice" in capsys.readouterr().err


@pytest.mark.usefixtures("plain")
def test_export_asks_for_a_format_that_there_is(story, capsys):
    path = story()
    assert main([*ALONE, "export", path, "-o", "out"]) == 2
    assert "--to plain" in capsys.readouterr().err
    assert main([*ALONE, "export", path, "-o", "out", "--to", "plian"]) == 2
    assert "did you mean `plain`?" in capsys.readouterr().err
    assert main([*ALONE, "--block", "plain", "export", path, "-o", "out", "--to", "plain"]) == 2
    assert not Path("out").exists()


@pytest.mark.usefixtures("plain")
def test_a_document_that_its_own_rules_refuse_is_not_written(story, capsys):
    refused, good = story("refused.yaml", headline="We refuse"), story()
    assert main([*ALONE, "export", refused, good, "-t", "plain", "-o", "out"]) == 1
    told = capsys.readouterr()
    assert "says-refuse" in told.err
    assert "out/refused.txt: not written: it breaks the rules of its format" in told.err
    assert [path.name for path in Path("out").iterdir()] == ["story.txt"]
    assert main([*ALONE, "export", refused, "-t", "plain", "-o", "-"]) == 1
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("plain")
def test_a_fact_check_with_errors_is_written_and_told(story):
    assert main([*ALONE, "export", story(claim="a mistake"), "-t", "plain", "-o", "out"]) == 1
    assert Path("out/story.txt").exists()


@pytest.mark.usefixtures("plain")
def test_plugins_that_break_do_not_stop_the_others(story, capsys):
    paths = [story("a.yaml", headline="explode"), story("b.yaml", headline="rules"), story("c.yaml")]
    assert main([*ALONE, "export", *paths, "-t", "plain", "-o", "out"]) == 2
    told = capsys.readouterr().err
    assert "a.yaml: error: the exporter `plain` failed: ZeroDivisionError: by design" in told
    assert "b.yaml: error: the rules of `plain`" in told
    assert sorted(path.name for path in Path("out").iterdir()) == ["b.txt", "c.txt"]


@pytest.mark.usefixtures("plain")
def test_nothing_is_written_where_two_would_be_one_file(story, capsys):
    paths = [story("a/story.yaml"), story("b/Story.yml")]
    assert main([*ALONE, "export", *paths, "-t", "plain", "-o", "out"]) == 2
    assert "out/story.txt would be written 2 times" in capsys.readouterr().err
    assert main([*ALONE, "export", paths[0], "-t", "plain", "-t", "twin", "-o", "out"]) == 2
    assert not Path("out").exists()
    assert main([*ALONE, "export", paths[0], "-t", "plain", "-t", "plain", "-o", "out"]) == 0


@pytest.mark.usefixtures("plain")
def test_no_source_is_overwritten(story, capsys):
    source = story("story.txt")
    before = Path(source).read_bytes()
    assert main([*ALONE, "export", source, "-t", "plain", "-o", "."]) == 2
    assert "is a source and would be overwritten" in capsys.readouterr().err
    assert Path(source).read_bytes() == before


@pytest.mark.usefixtures("plain")
def test_a_file_without_a_name_of_its_own_is_called_as_the_fact_check(story, monkeypatch):
    assert main([*ALONE, "export", story("desk/factcheck.yaml"), "-t", "plain", "-o", "out"]) == 0
    monkeypatch.setattr("sys.stdin", Given(Path(story(iri="urn:x:other")).read_bytes()))
    assert main([*ALONE, "export", "-", "-t", "plain", "-o", "out"]) == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["other.txt", "the-story.txt"]


@pytest.mark.usefixtures("plain")
def test_standard_output_takes_one_document(story, capsys):
    one, two = story("one.yaml"), story("two.yaml")
    assert main([*ALONE, "export", one, two, "-t", "plain", "-o", "-"]) == 2
    assert main([*ALONE, "export", one, "-t", "plain", "-t", "twin", "-o", "-"]) == 2
    assert "one source and one format" in capsys.readouterr().err
    assert main([*ALONE, "export", one, "-t", "plain", "-o", "-", "--quiet"]) == 0
    assert capsys.readouterr() == ("A headline", "")


@pytest.mark.usefixtures("plain")
def test_a_folder_that_cannot_be_written_is_told(story, capsys):
    path = story()
    Path("taken").write_text("a file", encoding="utf-8")
    assert main([*ALONE, "export", path, "-t", "plain", "-o", "taken"]) == 2
    assert main([*ALONE, "export", path, "-t", "plain", "-o", "taken/below"]) == 2
    assert "taken/below/story.txt: error: Not a directory [cannot-write]" in capsys.readouterr().err
    Path("out/story.txt").mkdir(parents=True)
    assert main([*ALONE, "export", path, "-t", "plain", "-o", "out"]) == 2
    assert [found.name for found in Path("out").iterdir()] == ["story.txt"]


@pytest.mark.usefixtures("plain")
def test_findings_of_an_export_for_programs(story, capsys):
    path = story(claim="a doubt")
    only = [*ALONE, "export", path, "-t", "plain", "-o", "out", "--quiet"]
    assert main([*only, "--format", "json"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main([word for word in only if word != "--quiet"] + ["--format", "json"]) == 0
    assert json.loads(capsys.readouterr().err.splitlines()[0])["rule"] == "doubt"


@pytest.mark.parametrize(("name", "suffix"), [("claimreview", ".jsonld"), ("tei", ".tei.xml")])
def test_the_example_is_exported(name, suffix, tmp_path, capsys):
    assert main(["export", str(EXAMPLE), "--to", name, "-o", str(tmp_path)]) == 0
    (path,) = tmp_path.iterdir()
    assert path.name == f"taliban-russia-2015{suffix}"
    assert main(["export", str(EXAMPLE), "--to", name, "-o", "-"]) == 0
    assert capsys.readouterr().out.endswith(path.read_bytes().decode())
