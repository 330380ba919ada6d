"""Links between the files of the repository lead somewhere, headings included, as a forge shows them."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md"), *ROOT.glob("schemas/**/*.md")]
LINK = re.compile(r"\]\((?!https?:)(?P<path>[^)#\s]*)(?:#(?P<heading>[^)\s]+))?\)")
HEADING = re.compile(r"^#+ (?P<words>.+)$", re.MULTILINE)


def anchors(page):
    words = (heading["words"].lower() for heading in HEADING.finditer(page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w -]", "", each).replace(" ", "-") for each in words}


@pytest.mark.parametrize("page", sorted(PAGES), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    for link in LINK.finditer(page.read_text(encoding="utf-8")):
        target = (page.parent / link["path"]).resolve() if link["path"] else page
        assert target.exists(), link[0]
        assert link["heading"] is None or link["heading"] in anchors(target), link[0]


@pytest.mark.parametrize("page", sorted(ROOT.glob("docs/adr/*.md")), ids=lambda page: page.name)
def test_a_decision_has_a_number_of_its_own(page):
    number = page.name[:4]
    assert page.read_text(encoding="utf-8").startswith(f"# {int(number)}. ")
    assert [each.name for each in page.parent.glob(f"{number}-*")] == [page.name]
