"""The pictures in the documentation are those that `make screenshots` takes, in their size."""

import struct
from pathlib import Path

import pytest
from programs import program

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def screenshots():
    return program(ROOT / "docs/screenshots.py")


def test_each_picture_has_its_size_and_is_small(screenshots):
    for shot in screenshots.SHOTS:
        body = (screenshots.IMAGES / f"{shot.name}.png").read_bytes()
        assert body.startswith(b"\x89PNG\r\n\x1a\n")
        assert shot.element or struct.unpack(">II", body[16:24]) == (shot.width, shot.height)
        assert len(body) <= screenshots.LARGEST


def test_there_is_no_other_picture_and_each_is_shown(screenshots):
    names = {path.name for path in screenshots.IMAGES.iterdir()}
    assert names == {f"{shot.name}.png" for shot in screenshots.SHOTS} | {"scaling.svg"}
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    text = "".join(page.read_text(encoding="utf-8") for page in pages)
    assert [name for name in names if f"images/{name})" not in text] == []
