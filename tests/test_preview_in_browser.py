"""`factcheck preview` in a real Chromium: the page changes with its file, without a touch."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from browser import NARROW, WIDE, Visit, chromium, needed

FACTCHECK = Path(sys.executable).with_name("factcheck")
STORY = "id: urn:x:story\nheadline: {}\nlanguage: {}\nclaims: [{{id: c1, text: A claim, appearances: [{{source: s1}}]}}]\nsources: [{{id: s1, title: A page}}]\n"
BROKEN = 'headline: "<script>document.title=1</script>"\nclaims: [{id: c1, text: "a" "b"}]\n'

pytestmark = needed


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture
def story(tmp_path):
    """Writes the file, by way of another beside it, as many editors do."""

    def write(text):
        beside = tmp_path / "story.yaml~"
        beside.write_text(text, encoding="utf-8")
        beside.replace(tmp_path / "story.yaml")

    write(STORY.format("First", "en"))
    return write


@contextmanager
def preview(folder, *arguments):
    """The address of a preview, which is ended by Ctrl-C."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [FACTCHECK, "preview", "story.yaml", *arguments]
    with subprocess.Popen(command, cwd=folder, env=environment, text=True, stdout=-1, stderr=-1) as process:
        try:
            yield re.search(r"http://\S+/", process.stdout.readline())[0]
        finally:
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=30)
    assert process.returncode == 0, told
    assert "Traceback" not in told


def waits_for(visit, words):
    visit.page.get_by_role("heading", name=words).first.wait_for(timeout=30_000)


def test_two_browsers_follow_the_file_from_page_to_findings_and_back(browser, story, tmp_path):
    with preview(tmp_path) as url, Visit(browser, url) as one, Visit(browser, url, viewport=NARROW) as two:
        for headline in ("Second", "Third"):
            story(STORY.format(headline, "en"))
            for visit in (one, two):
                waits_for(visit, headline)
        story(BROKEN)
        for visit in (one, two):
            waits_for(visit, "story.yaml cannot be shown")
            assert "line 2, column " in visit.page.inner_text("main")
        story(STORY.format("Fourth", "en"))
        for visit in (one, two):
            waits_for(visit, "Fourth")
            assert visit.told == []
            paths = {each.removeprefix(url) for each in visit.requests}
            assert paths == {"", "reload.js", "preview.css", "events"}
            assert visit.requests.count(url) == 5


def test_a_text_that_changes_is_shown(browser, story, tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "s1.txt").write_text("As it was.", encoding="utf-8")
    with preview(tmp_path, "--texts", "texts", "--any-licence") as url, Visit(browser, url) as visit:
        visit.page.get_by_text("As it was.").wait_for()
        (texts / "s1.txt").write_text("As it is now.", encoding="utf-8")
        visit.page.get_by_text("As it is now.").wait_for(timeout=30_000)
        assert visit.told == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "text", [STORY.format("First", "en"), STORY.format("عنوان", "ar"), BROKEN], ids=["page", "arabic", "broken"]
)
def test_bar_and_findings_are_for_everybody(browser, story, tmp_path, scheme, text):
    story(text)
    with preview(tmp_path) as url, Visit(browser, url, color_scheme=scheme) as visit:
        if visit.page.locator("aside summary").count():
            visit.page.locator("aside summary").press("Enter")
            assert visit.page.locator("aside li").first.is_visible()
        for viewport in (WIDE, NARROW):
            visit.page.set_viewport_size(viewport)
            assert visit.faults() == []
            assert visit.ask("() => document.documentElement.scrollWidth") == viewport["width"]
        assert visit.told == []


def test_no_script_but_ours_runs_there(browser, story, tmp_path):
    with preview(tmp_path) as url, Visit(browser, url) as visit:
        visit.ask("""() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'canary'";
            document.body.append(script);
        }""")
        assert visit.page.title() == "First"
        assert "Content Security Policy" in visit.told[0]
