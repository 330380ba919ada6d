"""Pages by a judge that is not ours: the W3C's Nu Html Checker."""

import os
import subprocess
from pathlib import Path
from shutil import which

import pytest
from factcheck_html.exporter import HtmlExporter
from factcheck_html.words import tables
from full_samples import changed
from hypothesis import HealthCheck, given, settings

import factcheck
from factcheck.testing import HOSTILE_TEXTS, full_fact_check
from factcheck.testing.strategies import fact_checks

EXAMPLE = Path(__file__).parents[1] / "examples/taliban-russia-2015/factcheck.yaml"
JAR = Path(os.environ.get("VNU_JAR", "vnu.jar"))
MANY = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck), database=None)

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(not JAR.is_file(), reason="VNU_JAR names no vnu.jar: npm pack vnu-jar"),
    pytest.mark.skipif(which("java") is None, reason="java is not installed: apt-get install default-jre-headless"),
]


def judged(folder: Path) -> str:
    """The errors that the checker finds in all pages of a folder; nothing where all are valid."""
    files = sorted(folder.glob("*.html"))
    assert files
    run = ["java", "-Xss8m", "-jar", JAR, "--errors-only", "--format", "gnu", *files]
    result = subprocess.run(run, capture_output=True, text=True, check=False)
    assert (result.returncode == 0) == (result.stderr == "")
    return result.stderr


def write(folder: Path, name: str, fact_check: factcheck.FactCheck) -> None:
    texts = {source.id: f"A text.\n\nIt has {name}." for source in fact_check.sources}
    exporter = HtmlExporter()
    document = exporter.export(fact_check, exporter.options(texts=texts, any_licence=True))
    (folder / f"{name}.html").write_bytes(document.body)


def test_the_judge_finds_what_is_wrong(tmp_path):
    write(tmp_path, "wrong", full_fact_check())
    page = tmp_path / "wrong.html"
    page.write_text(page.read_text().replace("</h1>", "</h1><li>stray</li>", 1))
    assert "wrong.html" in judged(tmp_path)


def test_examples_are_valid_in_every_language(tmp_path):
    write(tmp_path, "example", factcheck.load(EXAMPLE))
    for language in (*tables(), "he"):
        write(tmp_path, language, changed(language=language))
    assert judged(tmp_path) == ""


def test_hostile_words_leave_pages_valid(tmp_path):
    for number, text in enumerate(HOSTILE_TEXTS):
        said = f"a{text}z"
        hostile = changed(headline=said, claims__0__text=said, sources__0__title=said, agents__3__name=said)
        write(tmp_path, f"hostile-{number}", hostile)
    assert judged(tmp_path) == ""


def test_random_ones_are_valid(tmp_path):
    count = 0

    @MANY
    @given(fact_check=fact_checks())
    def page(fact_check):
        nonlocal count
        count += 1
        write(tmp_path, f"random-{count}", fact_check)

    page()
    assert judged(tmp_path) == ""
