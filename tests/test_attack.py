"""What goes wrong around the command line: circles of links, links to nothing, full disks, strange arguments."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli import main

EXAMPLE = Path(__file__).parents[1] / "examples" / "taliban-russia-2015" / "factcheck.yaml"
FACTCHECK = Path(sys.executable).with_name("factcheck")
TEI = ["export", "story.yaml", "--to", "tei", "-o", "out", "--quiet"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with one story in it, in which the commands are run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.yaml").write_bytes(EXAMPLE.read_bytes())
    (tmp_path / "out").mkdir()
    return tmp_path


def test_a_source_that_is_a_circle_of_links_is_told_and_the_others_are_written(folder, capsys):
    (folder / "circle.yaml").symlink_to("circle.yaml")
    assert main([*TEI, "circle.yaml"]) == 2
    assert "circle.yaml: error: Too many levels of symbolic links" in capsys.readouterr().err
    assert (folder / "out/story.tei.xml").exists()


def test_a_target_that_is_a_circle_of_links_is_replaced(folder):
    (folder / "out/story.tei.xml").symlink_to("story.tei.xml")
    assert main(TEI) == 0
    assert (folder / "out/story.tei.xml").read_bytes().startswith(b"<?xml")


def test_new_replaces_no_link_to_nothing(folder, capsys):
    (folder / "new.yaml").symlink_to("missing.yaml")
    assert main(["new", "new.yaml"]) == 2
    assert "new.yaml exists" in capsys.readouterr().err
    assert (folder / "new.yaml").is_symlink()
    assert main(["new", "new.yaml", "--force"]) == 0
    assert not (folder / "missing.yaml").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "a", "\x1b[31mb"],
        ["check", "--\x1b[31m"],
        ["\x1b[31m"],
        ["--block", "\x1b[31m", "plugins"],
        ["export", "\x1b[31m", "--to", "\x1b[31m", "-o", "out"],
        ["check", "\x1b[31m", "--format", "\x1b[31m"],
    ],
)
def test_arguments_never_steer_the_terminal(folder, capsys, monkeypatch, arguments):
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_: False)  # as on a terminal
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert r"\x1b" in told.out + told.err
    assert "\x1b" not in told.out + told.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["check", EXAMPLE], ["check", "missing"], ["chek"], TEI])
def test_with_standard_error_full_the_exit_code_tells(folder, arguments):
    quiet = [argument for argument in arguments if argument != "--quiet"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([FACTCHECK, *quiet], check=False, stdout=full, stderr=full, env=os.environ)
    assert done.returncode == 2
