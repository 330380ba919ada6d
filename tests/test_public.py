"""The public surface: listed, sorted, typed, and free until it is used."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
import factcheck.model

HEAVY = {"pydantic", "lxml", "pluggy", "orjson", "yaml", "click", "jsonschema_rs", "rapidfuzz"}


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


def test_no_format_needs_lxml_to_be_written():
    """Which takes longer to import than an export takes; validating needs it."""
    code = """
import sys, factcheck
from factcheck.testing import full_fact_check
whole = full_fact_check()
texts = {source.id: "It begins." for source in whole.sources}
for name, exporter in factcheck.Host.discover().exporters.items():
    shows = issubclass(exporter.options, factcheck.TextOptions)
    factcheck.export(whole, name, {"texts": texts, "any_licence": True} if shows else {})
    print(name, "lxml" in sys.modules)
"""
    assert run(code).split("\n")[:-1] == [
        f"{name} False" for name in ("claimreview", "factchecktools", "html", "native", "tei", "webannotation")
    ]


def test_the_package_says_that_it_is_typed():
    assert Path(factcheck.__file__).with_name("py.typed").exists()


@pytest.mark.judge
def test_what_a_cms_plugin_writes_is_typed(tmp_path):
    """What the README shows passes mypy's strict mode in a project that is not ours."""
    page = shutil.copy(Path(__file__).parent / "cases" / "page.py", tmp_path)
    # mypy does not see through the import hook of an editable install; .ci/run asks it of the wheel.
    environment = {**os.environ, "MYPYPATH": str(Path(factcheck.__file__).parents[1])}
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--cache-dir", str(tmp_path / "cache"), page],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=environment,
    )
    assert ran.returncode == 0, ran.stdout
