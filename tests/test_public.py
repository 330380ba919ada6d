"""The public surface: listed, sorted, typed, and free until it is used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
import factcheck.model

HEAVY = {"pydantic", "lxml", "pluggy", "orjson", "yaml", "click", "jsonschema_rs"}


def run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_the_public_names_are_sorted_and_each_is_there():
    assert factcheck.__all__ == sorted(factcheck.__all__)
    assert dir(factcheck) == factcheck.__all__
    for name in factcheck.__all__:
        assert getattr(factcheck, name) is not None


def test_every_part_of_the_model_is_public():
    assert set(factcheck.model.__all__) <= set(factcheck.__all__)


def test_a_name_that_is_not_there():
    with pytest.raises(AttributeError, match="has no attribute 'exports'"):
        _ = factcheck.exports


def test_importing_costs_nothing_until_a_name_is_used():
    loaded = run("import sys, factcheck; print(*sys.modules)").split()
    assert not HEAVY & set(loaded)
    assert {name for name in loaded if name.startswith("factcheck")} == {"factcheck", "factcheck._version"}


def test_the_package_says_that_it_is_typed():
    assert Path(factcheck.__file__).with_name("py.typed").exists()


def test_what_a_cms_plugin_writes_is_typed(tmp_path):
    """The four lines of the README pass mypy's strict mode in somebody else's project."""
    page = tmp_path / "page.py"
    page.write_text(
        "import factcheck\n\n\n"
        "def head(path: str) -> str:\n"
        "    fact_check = factcheck.load(path)\n"
        "    findings: list[factcheck.Finding] = factcheck.check(fact_check)\n"
        "    if factcheck.has_errors(findings):\n"
        "        return ''\n"
        "    document: factcheck.Document = factcheck.export(fact_check, to='claimreview')\n"
        "    return factcheck.script_tag(document)\n\n\n"
        "claim = factcheck.Claim(id='c1', text='A claim', claimants=('a1',))\n"
        "agent = factcheck.Agent(id='a1', kind='unnamed', description='an official')\n"
        "options = factcheck.Options()\n"
    )
    arguments = ["--strict", "--no-incremental", "--cache-dir", str(tmp_path / "cache"), str(page)]
    # mypy does not see through the import hook of an editable install; .ci/run asks it of the wheel.
    environment = {**os.environ, "MYPYPATH": str(Path(factcheck.__file__).parents[1])}
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=environment,
    )
    assert ran.returncode == 0, ran.stdout
