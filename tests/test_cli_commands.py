"""The command line: starting it, plugins, schemas, a new fact-check; what is said, and the exit codes."""

import json
import re
from pathlib import Path

import pytest
from cli_samples import EXAMPLE, broken_plugin, plain_plugin

from factcheck import loads
from factcheck.cli import main
from factcheck.cli.new import template
from factcheck.cli.program import TASKS

# Starting


@pytest.fixture
def plain(tmp_path_factory, monkeypatch):
    plain_plugin(monkeypatch, tmp_path_factory.mktemp("plain"))


@pytest.fixture
def broken(tmp_path_factory, monkeypatch):
    broken_plugin(monkeypatch, tmp_path_factory.mktemp("broken"))


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
        "containers": [],
        "engines": [],
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


def test_part_of_a_schemas_name_is_enough_for_a_hint(capsys):
    assert main(["schema", "tei"]) == 2
    assert "did you mean `tei/factcheck-tei.rng`?" in capsys.readouterr().err


def test_a_switch_says_what_it_takes(tmp_path, capsys):
    arguments = ["export", str(EXAMPLE), "--to", "claimreview", "-o", str(tmp_path), "-O", "claimreview.indent=ja"]
    assert main(arguments) == 2
    assert "write `true` or `false`, not 'ja'" in capsys.readouterr().err
