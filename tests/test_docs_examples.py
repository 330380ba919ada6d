"""Everything that README and docs show is run, one page after the other from its top to its end.

- `python` blocks are executed; where they hold `>>>`, their output is compared.
- `console` blocks: each line after `$ ` is run in a shell, and what it writes is compared; a line `...`
  stands for any lines, and `...` in a line for anything.
- `<!-- file: NAME -->` before a block writes that block to the file NAME.
"""

import os
import re
import subprocess
import sysconfig
from doctest import ELLIPSIS
from pathlib import Path
from shutil import copytree

import pytest
from sybil import Document, Region
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
FILE = re.compile(r"<!-- file: (?P<name>\S+) -->\n+```[\w.]*\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$ (?P<line>.+)\n(?P<output>(?:(?!\$ ).*\n?)*)", re.MULTILINE)


def files(document):
    for found in FILE.finditer(document.text):
        yield Region(found.start(), found.end(), parsed=found, evaluator=write)


def write(example):
    path = Path(example.parsed["name"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(example.parsed["text"], encoding="utf-8")


def run(example):
    for command in COMMAND.finditer(example.parsed):
        shown, written = command["output"].rstrip(), output(command["line"])
        if not re.fullmatch(pattern(shown), written and written.rstrip("\n") + "\n"):
            return f"$ {command['line']}\nis shown to write\n{shown}\nbut wrote\n{written}"
    return None


def output(line):
    programs = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    environment = os.environ | {"PATH": programs, "COLUMNS": "80", "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        ["bash", "-c", line], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, env=environment
    )
    return done.stdout


def pattern(shown):
    lines = (r"(?:.*\n)*?" if line == "..." else f"{re.escape(line)}\n" for line in shown.splitlines())
    return "".join(lines).replace(r"\.\.\.", ".*")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_does_what_it_shows(page, tmp_path, monkeypatch):
    copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    parsers = [files, PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), CodeBlockParser("console", run)]
    for example in Document.parse(str(page), *parsers).examples():
        example.evaluate()
