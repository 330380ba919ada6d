"""Pages in a real Chromium: what it shows, says, asks for and refuses.

Debian's is driven by playwright, which is told where it is; nothing is downloaded. Playwright reaches into a page from
outside, so that what a page's policy forbids is forbidden to the page only.
"""

import os
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
needed = [
    pytest.mark.judge,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: apt-get install chromium"),
]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
AXE = {"resultTypes": ["violations"]}


@contextmanager
def chromium():
    """The browser, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--font-render-hinting=none"])
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """One page in a window of its own, and all that happened in it."""

    def __init__(self, browser, url, *, viewport=WIDE, **options):
        self.context = browser.new_context(viewport=viewport, **options)
        self.page = self.context.new_page()
        self.told, self.requests = [], []
        self.page.on("console", lambda message: self.told.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.told.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: (self.told.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(url)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def ask(self, script, *arguments):
        """What a function in the page gives."""
        return self.page.evaluate(script, *arguments)

    def faults(self):
        """What axe finds, with best practices: `rule: element`."""
        self.ask(axe())
        found = self.ask("options => axe.run(document, options)", AXE)
        return [
            f"{each['id']} ({each['impact']}): {node['html'][:200]} {node['failureSummary']}"
            for each in found["violations"]
            for node in each["nodes"]
        ]


def axe():
    """axe-core, as a distribution of PyPI carries it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def written(folder, name, body):
    """The address of a file with this page."""
    path = Path(folder) / f"{name}.html"
    path.write_bytes(body)
    return f"file://{os.path.realpath(path)}"
