"""Takes the pictures of the page that the documentation shows: `make screenshots`, with Debian's chromium.

They show the shipped example without the texts of its sources, and a short case of the tests in Arabic.
"""

import sys
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, sync_playwright

import factcheck

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
EXAMPLE = ROOT / "examples" / "taliban-russia-2015" / "factcheck.yaml"
ARABIC = ROOT / "tests" / "cases" / "pages" / "arabic.yaml"
LARGEST = 300_000  # bytes that a picture may have


class Shot(NamedTuple):
    """A picture: its name, what it shows, the window, and the element that it is of, where not of the window."""

    name: str
    file: Path
    width: int = 1200
    height: int = 800
    colours: Literal["light", "dark"] = "light"
    element: str | None = None


SHOTS = (
    Shot("page-light", EXAMPLE),
    Shot("page-dark", EXAMPLE, colours="dark"),
    Shot("page-mobile", EXAMPLE, 360, 740),
    Shot("page-arabic", ARABIC),
    Shot("picture", EXAMPLE, element="figure"),
)


def main() -> int:
    """Take them all; 1 where one is too large."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"))
        for shot in SHOTS:
            (IMAGES / f"{shot.name}.png").write_bytes(taken(browser, shot, Path(folder) / f"{shot.name}.html"))
        browser.close()
    sizes = {path.name: path.stat().st_size for path in sorted(IMAGES.glob("*.png"))}
    print(*(f"docs/images/{name}: {size / 1000:.0f} kB" for name, size in sizes.items()), sep="\n")
    return int(max(sizes.values()) > LARGEST)


def taken(browser: Browser, shot: Shot, page: Path) -> bytes:
    """The picture as PNG; the page is written to this file."""
    page.write_bytes(factcheck.export(factcheck.load(shot.file), "html").body)
    window = browser.new_page(viewport={"width": shot.width, "height": shot.height}, color_scheme=shot.colours)
    window.goto(page.as_uri())
    picture = window.locator(shot.element).first.screenshot() if shot.element else window.screenshot()
    window.close()
    return picture


if __name__ == "__main__":
    sys.exit(main())
