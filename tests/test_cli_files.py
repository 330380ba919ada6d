"""Files: their names are safe and told apart, and they are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.files import doubled, slug, stem, write


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("story.yaml", "story"),
        ("in/a story.v2.json", "a story.v2"),
        ("-", "replaced-envoys"),
        ("desk/factcheck.yaml", "replaced-envoys"),
        ("factcheck.json", "replaced-envoys"),
        ("/dev/../x/.yaml", ".yaml"),
    ],
)
def test_outputs_are_called_as_their_source(source, name):
    assert stem(source, "https://desk.example/2026/replaced-envoys") == name


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("https://desk.example/2026/story/", "story"),
        ("tag:desk.example,2026:story-1", "story-1"),
        ("https://desk.example/check.php?id=12", "check.php-id-12"),
        ("https://desk.example/../..", "fact-check"),
        ("urn:x:تحقق", "تحقق"),
        ("https://desk.example/%2e%2e%2fetc", "2e-2e-2fetc"),
    ],
)
def test_the_last_part_of_an_id_makes_a_name(iri, name):
    assert slug(iri) == name


@given(st.text(min_size=1) | st.lists(st.sampled_from(["..", ".", "/", ":", "a", "\0", "\\", "é", "-"])).map("".join))
def test_no_id_leads_out_of_the_folder(iri):
    name = slug(iri)
    assert Path("out", name).parent == Path("out")
    assert Path(name).name == name
    assert not name.startswith((".", "-"))
    assert len(name.encode("utf-8", "surrogatepass")) <= 240


def test_names_that_some_file_systems_take_for_one():
    paths = [Path("out/Story.xml"), Path("out/story.xml"), Path("out/caf\u00e9.xml"), Path("out/cafe\u0301.xml")]
    assert doubled([*paths, Path("out/other.xml")]) == {paths[0]: 2, paths[2]: 2}


def test_a_file_is_made_with_its_folders_and_the_usual_mode(tmp_path):
    path = tmp_path / "new" / "folder" / "a.xml"
    mask = os.umask(0o027)
    try:
        write(path, b"one")
        write(path, b"two")
    finally:
        os.umask(mask)
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("failure", [OSError, KeyboardInterrupt])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step, failure):
    path = tmp_path / "a.xml"
    write(path, b"old")

    def fail(*_arguments):
        raise failure

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(failure):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@given(st.binary(max_size=200))
def test_bytes_are_written_as_they_are(tmp_path_factory, body):
    path = tmp_path_factory.mktemp("bytes") / "a"
    write(path, body)
    assert path.read_bytes() == body
