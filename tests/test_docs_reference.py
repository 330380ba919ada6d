"""The reference in the documentation is what the code says; `python docs/generate.py` rewrites it."""

import ast
import re
from inspect import signature
from pathlib import Path

import pytest
from factcheck_claimreview.rules import RULES
from programs import program

from factcheck import hookspecs
from factcheck.plugins import HOOKS

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def generate():
    return program(ROOT / "docs/generate.py")


@pytest.fixture(scope="module")
def pages(generate):
    return generate.pages()


def test_every_generated_part_is_as_the_code_says(pages):
    for page, text in pages.items():
        assert page.read_text(encoding="utf-8") == text, f"{page} is out of date: run `python docs/generate.py`"


def test_every_kind_of_generated_part_is_used(generate, pages):
    used = {part for text in pages.values() for _, part, *_ in generate.PART.findall(text)}
    assert used == set(generate.PARTS)


@pytest.mark.parametrize("kind", ["omits", "options"])
def test_every_format_that_comes_with_the_project_has_its_page(generate, kind):
    for exporter in generate.own_exporters():
        page = (ROOT / f"docs/reference/{exporter.name}.md").read_text(encoding="utf-8")
        assert f"<!-- generated: {kind} {exporter.name} -->" in page


def test_the_signature_of_every_hook_is_shown(pages):
    text = pages[ROOT / "docs/reference/hooks.md"]
    for name in HOOKS:
        hook = getattr(hookspecs, name)
        shown = text.split(f"\n## {name}\n")[1].split("\n## ")[0]
        assert f"def {name}(" in shown
        assert all(f"{parameter}: " in shown for parameter in signature(hook).parameters)
        assert hook.__doc__ in shown


def test_every_field_of_the_model_is_shown_with_its_description(generate, pages):
    text = pages[ROOT / "docs/reference/model.md"]
    for part in [generate.FactCheck, *generate.model_parts()]:
        section = text.split(f"\n## {part.__name__}\n")[1].split("\n## ")[0]
        for name, field in part.model_fields.items():
            assert f"| `{name}` |" in section
            assert field.description in section


def test_every_rule_that_the_code_knows_is_listed():
    text = (ROOT / "docs/reference/rules.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE))
    files = [*ROOT.glob("factcheck/**/*.py"), *ROOT.glob("plugins/**/*.py")]
    assert {rule for file in files if "testing" not in file.parts for rule in rules_in(file)} <= listed


def test_rules_are_listed_with_their_severity():
    text = (ROOT / "docs/reference/rules.md").read_text(encoding="utf-8")
    for rule in RULES.values():
        assert f"| `{rule.id}` | {rule.severity} |" in text


def rules_in(file):
    """Words that are a rule's id by their form, or stand first in a finding."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and re.fullmatch(r"(tei|claimreview|webannotation)-[a-z-]+", str(node.value)):
            yield node.value
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding" and node.args:
            yield from (each.value for each in node.args[:1] if isinstance(each, ast.Constant))
