"""The commands, run in this process, with a plugin that was installed only for the test."""

import json
import re
import sys
from io import BytesIO
from pathlib import Path

import pytest
import yaml

from factcheck import loads
from factcheck.cli import main
from factcheck.cli.new import template
from factcheck.cli.program import TASKS

EXAMPLE = Path(__file__).parents[1] / "examples" / "taliban-russia-2015" / "factcheck.yaml"
ALONE = tuple(word for name in ("claimreview", "desk", "factchecktools", "tei") for word in ("--block", name))
PLUGIN = """
from factcheck import Document, Exporter, Finding, Options, Severity, hookimpl
from pydantic import Field

class PlainOptions(Options):
    shout: bool = Field(False, description="In capitals.")

class Plain(Exporter):
    name, summary, media_type, suffix, options = "plain", "Plain text", "text/plain", ".txt", PlainOptions

    def export(self, fact_check, options):
        if "explode" in fact_check.headline:
            raise ZeroDivisionError("by design")
        text = fact_check.headline.upper() if options.shout else fact_check.headline
        return Document(self.media_type, self.suffix, text.encode())

    def validate(self, document):
        for word, severity in {"refuse": Severity.ERROR, "doubt": Severity.WARNING}.items():
            if word in document.text.lower():
                yield Finding(f"says-{word}", severity, f"the document says {word}", path="/0", line=1)

class Twin(Plain):
    name = "twin"

@hookimpl
def factcheck_exporters():
    return [Plain(), Twin()]

@hookimpl
def factcheck_check(fact_check):
    if "rules" in fact_check.headline:
        raise LookupError("by design")
    for index, claim in enumerate(fact_check.claims):
        if "mistake" in claim.text:
            yield Finding("mistake", Severity.ERROR, "a mistake", path=f"claims[{index}].text")
        if "doubt" in claim.text:
            yield Finding("doubt", Severity.WARNING, "a doubt", path=f"claims[{index}].text")
"""


def install(folder, name, code):
    (folder / f"{name}_plugin.py").write_text(code, encoding="utf-8")
    info = folder / f"factcheck_{name}-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: factcheck-{name}\nVersion: 1.2\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[factcheck]\n{name} = {name}_plugin\n", encoding="utf-8")


@pytest.fixture
def plain(tmp_path_factory, monkeypatch):
    """A plugin with two exporters of one suffix, and rules."""
    folder = tmp_path_factory.mktemp("plain")
    install(folder, "plain", PLUGIN)
    monkeypatch.syspath_prepend(folder)
    yield
    sys.modules.pop("plain_plugin", None)


@pytest.fixture
def broken(tmp_path_factory, monkeypatch):
    """A plugin that cannot be imported."""
    folder = tmp_path_factory.mktemp("broken")
    install(folder, "broken", "import no_such_module_at_all\n")
    monkeypatch.syspath_prepend(folder)


@pytest.fixture
def story(tmp_path, monkeypatch):
    """Writes a fact-check into the current folder, which is empty at first."""
    monkeypatch.chdir(tmp_path)

    def write(name="story.yaml", headline="A headline", claim="A claim", iri="urn:x:the-story"):
        fact_check = {"id": iri, "headline": headline, "language": "en", "claims": [{"id": "c1", "text": claim}]}
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(fact_check, sort_keys=False), encoding="utf-8")
        return str(path.relative_to(tmp_path))

    return write


class Given:
    """Standard input that holds these bytes."""

    def __init__(self, body):
        self.buffer = BytesIO(body)


# Starting


def test_every_command_has_help(capsys):
    assert main(["--help"]) == 0
    whole = capsys.readouterr().out
    for task, names in TASKS.items():
        assert f"{task}:" in whole
        for name in names:
            assert f"  {name} " in whole
            assert main([name, "--help"]) == 0
            assert f"Usage: factcheck {name} " in capsys.readouterr().out


def test_an_unknown_command_gets_the_near_one(capsys):
    assert main(["exprot"]) == 2
    assert "there is no command `exprot`; did you mean `export`?" in capsys.readouterr().err
    assert main(["zzz\x1b[31m"]) == 2
    told = capsys.readouterr().err
    assert r"there is no command `zzz\x1b[31m`; there are new, schema, check" in told
    assert "\x1b" not in told


def test_wrong_options_are_usage_errors(capsys):
    assert main(["--nonsense"]) == 2
    assert main(["check"]) == 2
    assert main(["check", "--format", "xml", "a.yaml"]) == 2
    assert "Usage: factcheck check" in capsys.readouterr().err


def test_version_by_either_way(capsys):
    assert main(["--version"]) == 0
    early = capsys.readouterr().out
    assert main(["--block", "tei", "--version"]) == 0
    assert capsys.readouterr().out == early


# check


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


# export


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


# plugins


@pytest.mark.usefixtures("plain")
def test_plugins_are_listed_with_what_they_provide(capsys):
    assert main(["plugins"]) == 0
    told = capsys.readouterr().out
    assert "plain  factcheck-plain 1.2\n  hooks: factcheck_check, factcheck_exporters\n" in told
    assert "  --to plain: text/plain, Plain text\n    -O plain.shout=VALUE  In capitals. [default: false]\n" in told
    assert "  --to tei: application/tei+xml" in told
    assert main(["--block", "plain", "plugins"]) == 0
    assert "plain  factcheck-plain 1.2 (blocked)\n" in capsys.readouterr().out


@pytest.mark.usefixtures("plain", "broken")
def test_plugins_for_programs(capsys):
    assert main(["plugins", "--format", "json"]) == 1
    plugins = {plugin["name"]: plugin for plugin in map(json.loads, capsys.readouterr().out.splitlines())}
    assert plugins["broken"]["problem"].startswith("cannot be loaded: ModuleNotFoundError")
    assert plugins["broken"]["exporters"] == []
    assert plugins["plain"] == {
        "name": "plain",
        "distribution": "factcheck-plain",
        "version": "1.2",
        "importers": [],
        "blocked": False,
        "problem": None,
        "notes": [],
        "provides": ["factcheck_check", "factcheck_exporters"],
        "exporters": [
            {
                "name": name,
                "media_type": "text/plain",
                "suffix": ".txt",
                "summary": "Plain text",
                "options": [{"name": "shout", "default": False, "description": "In capitals."}],
            }
            for name in ("plain", "twin")
        ],
    }


@pytest.mark.usefixtures("broken")
def test_a_broken_plugin_stands_in_the_list(capsys):
    assert main(["plugins"]) == 1
    assert "broken  factcheck-broken 1.2\n  problem: cannot be loaded" in capsys.readouterr().out


# schema


def test_the_schema_of_the_file_format(capsys):
    assert main(["schema"]) == 0
    own = capsys.readouterr().out
    assert json.loads(own)["title"] == "Fact-check"
    assert main(["schema", "factcheck.schema.json"]) == 0
    assert capsys.readouterr().out == own


def test_schemas_are_listed_and_each_is_printed(capsys):
    assert main(["schema", "--list"]) == 0
    names = capsys.readouterr().out.split()
    assert "factcheck.schema.json" in names
    assert "tei/factcheck-tei.rng" in names
    for name in names:
        assert main(["schema", name]) == 0
        printed = capsys.readouterr().out
        assert printed == (Path(__file__).parents[1] / "schemas" / name).read_bytes().decode()


def test_an_unknown_schema_gets_the_near_one(capsys):
    assert main(["schema", "tei/factcheck-tei.xsd"]) == 2
    assert "did you mean `tei/factcheck-tei.rng`?" in capsys.readouterr().err
    assert main(["schema", "zzz"]) == 2
    assert "--list" in capsys.readouterr().err
    assert main(["schema", "../pyproject.toml"]) == 2


# new


def test_new_writes_a_template_once(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new"]) == 0
    written = Path("factcheck.yaml").read_text(encoding="utf-8")
    assert written == template()
    Path("factcheck.yaml").write_text("mine", encoding="utf-8")
    assert main(["new"]) == 2
    assert "factcheck.yaml exists; --force replaces it" in capsys.readouterr().err
    assert Path("factcheck.yaml").read_text(encoding="utf-8") == "mine"
    assert main(["new", "--force"]) == 0
    assert Path("factcheck.yaml").read_text(encoding="utf-8") == template()
    assert main(["new", "other/story.yaml"]) == 0
    assert main(["new", "."]) == 2
    capsys.readouterr()
    assert main(["new", "-"]) == 0
    assert capsys.readouterr().out == template()


def test_the_template_reads_checks_and_exports_as_it_is(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "story.yaml"]) == 0
    assert main(["check", "story.yaml"]) == 0
    assert main(["export", "story.yaml", "--to", "claimreview", "--to", "tei", "-o", "out"]) == 0
    told = capsys.readouterr()
    assert told.out.count(", valid\n") == 2, told
    assert "error" not in told.err
    assert len(list(Path("out").iterdir())) == 2


def test_every_line_that_the_template_offers_can_be_used():
    hidden = re.compile(r"^#(?= {2}|[a-z])", re.MULTILINE)
    assert len(hidden.findall(template())) > 40
    fact_check = loads(hidden.sub("", template()))
    assert fact_check.corrections
    assert fact_check.policies.feedback
    assert fact_check.claims[0].relations[0].claim == "c2"
    assert fact_check.verdicts[0].history


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


def test_part_of_a_schemas_name_is_enough_for_a_hint(capsys):
    assert main(["schema", "tei"]) == 2
    assert "did you mean `tei/factcheck-tei.rng`?" in capsys.readouterr().err


def test_a_switch_says_what_it_takes(tmp_path, capsys):
    arguments = ["export", str(EXAMPLE), "--to", "claimreview", "-o", str(tmp_path), "-O", "claimreview.indent=ja"]
    assert main(arguments) == 2
    assert "write `true` or `false`, not 'ja'" in capsys.readouterr().err
