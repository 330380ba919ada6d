"""Folders on the command line: the files in them that can be read, and what is told of the rest."""

import json
from pathlib import Path

import pytest
from claimreview_reading import REVIEW, review

from factcheck.cli import main

PAGE = '<html lang="en"><script type="application/ld+json">{}</script></html>'


@pytest.fixture
def site(tmp_path):
    """A mirror of a site: two pages with markup, one without, and what else lies about."""
    (tmp_path / "2024" / "may").mkdir(parents=True)
    (tmp_path / "2024" / "may" / "rain.html").write_text(PAGE.format(json.dumps(REVIEW)))
    snow = review(url="https://desk.example/checks/snow")
    (tmp_path / "2024" / "snow.HTML").write_text(PAGE.format(json.dumps(snow)))
    (tmp_path / "index.html").write_text("<html><h1>All checks</h1></html>")
    (tmp_path / "package.json").write_text('{"name": "site"}')
    (tmp_path / "style.css").write_text("h1 {}")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "old.html").write_text(PAGE.format(json.dumps(REVIEW)))
    return tmp_path


@pytest.fixture
def run(capsys):
    """Runs a command line; gives its exit code and all that it said."""

    def running(*arguments):
        code = main([str(each) for each in arguments])
        said = capsys.readouterr()
        return code, said.out + said.err

    return running


def test_a_site_is_imported_by_its_folder(run, site, tmp_path_factory):
    output = tmp_path_factory.mktemp("out")
    code, said = run("import", site, "-o", output)
    assert code == 0
    assert "2 sources, 2 fact-checks written, 2 other files passed over" in said
    assert len(list(output.iterdir())) == 2
    code, said = run("check", output)
    assert code == 0
    assert said.splitlines()[-1].startswith("2 files")


def test_a_site_is_checked_by_its_folder_in_the_order_of_names(run, site):
    _, said = run("check", site)
    read = [line.removesuffix(": read as claimreview") for line in said.splitlines() if "read as" in line]
    assert [Path(name).name for name in read] == ["snow.HTML", "rain.html"]
    assert "2 other files passed over" in said


def test_a_file_that_is_named_is_not_passed_over(run, site):
    assert run("check", site / "index.html")[0] == 2


def test_a_folder_without_a_file_to_read_is_told(run, tmp_path):
    (tmp_path / "style.css").write_text("h1 {}")
    code, said = run("check", tmp_path)
    assert code == 2
    assert "there is no file in this folder that is called" in said
    assert run("import", tmp_path, "-o", tmp_path / "out")[0] == 2


def test_a_broken_file_in_a_folder_is_told_and_the_others_are_read(run, site):
    (site / "broken.yaml").write_text("id: [")
    code, said = run("check", site)
    assert code == 2
    assert "broken.yaml:1:" in said
    assert "rain.html: read as claimreview" in said


def test_links_in_a_circle_end(run, site):
    try:
        (site / "2024" / "up").symlink_to(site, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    assert "2 fact-checks" in run("check", site)[1]
