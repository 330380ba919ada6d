"""Archives: the same records in the same order, with their lines, in whatever files and chunks they come."""

import gzip

import pytest
from bulk_samples import packings
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck import ReadingError
from factcheck.bulk import Archive

_LINE = st.binary(max_size=30).map(lambda body: body.replace(b"\n", b" "))
_ENDS = st.sampled_from([b"\n", b"\r\n"])


def told(archive):
    """Each record that is not blank with its line in its file."""
    found, before = [], {}
    for chunk in archive.chunks():
        done = 0
        for raw in chunk.records():
            done = raw.line
            if not raw.body.isspace():
                found.append((before.get(raw.name, 0) + raw.line, raw.body.strip(b"\r\n")))
        before[chunk.name] = before.get(chunk.name, 0) + done
    return found


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("archive") / "a.jsonl"


@given(lines=st.lists(st.tuples(_LINE, _ENDS)), last=_LINE, size=st.integers(1, 200), packed=st.booleans())
def test_chunks_of_any_size_hold_the_same_lines(file, lines, last, size, packed):
    body = b"".join(line + end for line, end in lines) + last
    assume(not body.startswith((b"\x1f\x8b", b"\x28\xb5\x2f\xfd")))  # how what is packed begins
    path = file.with_suffix(".jsonl.gz") if packed else file
    path.write_bytes(gzip.compress(body) if packed else body)
    whole = [(number, line.strip(b"\r\n")) for number, line in enumerate(body.split(b"\n"), 1) if line.strip()]
    assert told(Archive.of([str(path)], chunk=size)) == [each for each in whole if not (each[1] + b"\n").isspace()]


def test_every_packing_holds_the_same(tmp_path, monkeypatch):
    body = b"one\n\n two \r\nthree"
    for source in packings(tmp_path, body, monkeypatch):
        assert told(Archive.of([source], chunk=5)) == [(1, b"one"), (3, b" two "), (4, b"three")]


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path):
    for name in ("b/2.yaml", "b/1.yml", "a.jsonl", ".hidden.jsonl", "c.json", "notes.txt", "z.ndjson"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    read = [raw.body.decode() for chunk in Archive.of([str(tmp_path)]).chunks() for raw in chunk.records()]
    assert read == ["a.jsonl", "c.json", "z.ndjson", "b/1.yml", "b/2.yaml"]


def test_a_line_that_is_too_long_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr("factcheck.bulk.chunks.SIZE_LIMIT", 10)
    monkeypatch.setattr("factcheck.bulk.archive.SIZE_LIMIT", 10)
    body = b"one\n" + b"x" * 95 + b"\ntwo\n" + b"y" * 11
    for source in packings(tmp_path, body, monkeypatch):
        for size in (1, 7, 1000):
            if source == "-" and size > 1:
                continue
            raws = [raw for chunk in Archive.of([source], chunk=size).chunks() for raw in chunk.records()]
            assert [raw.body for raw in raws if not raw.problem] == [b"one\n", b"two\n"], (source, size)
            assert [raw.problem.findings[0].rule for raw in raws if raw.problem] == ["too-large"] * 2


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_what_is_packed_and_broken_is_told(tmp_path, monkeypatch, name):
    packings(tmp_path, b'{"id": "x"}\n' * 4000, monkeypatch)
    whole = (tmp_path / name.replace("jsonl.zst", "ndjson.zst")).read_bytes()
    for broken in (whole[: len(whole) // 2], whole[:8], whole[:20] + b"rubbish" + whole[27:]):
        (tmp_path / name).write_bytes(broken)
        with pytest.raises(ReadingError, match="is broken, or cut off"):
            list(Archive.of([str(tmp_path / name)]).chunks())


def test_what_cannot_be_read_at_all_is_told_at_once(tmp_path):
    (tmp_path / "empty").mkdir()
    archive = Archive.of([str(tmp_path / "none.jsonl"), str(tmp_path / "empty"), "a\0b"])
    assert [each.rule for each in archive.findings] == ["unreadable", "nothing-found", "unreadable"]
    assert archive.entries == ()


def test_a_file_that_is_cut_while_it_is_read_is_told(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one\ntwo\nthree\n")
    chunks = list(Archive.of([str(path)], chunk=6).chunks())
    path.write_bytes(b"one\n")
    with pytest.raises(ReadingError, match="ends before its time"):
        list(chunks[0].records())
    with pytest.raises(ReadingError, match="ends before its time"):
        list(chunks[0].loaded().records())
    path.unlink()
    with pytest.raises(ReadingError, match="no such file"):
        list(chunks[1].records())


def test_another_archive_has_another_fingerprint(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one\n")
    before = Archive.of([str(path)]).fingerprint
    assert Archive.of([str(path)]).fingerprint == before
    path.write_bytes(b"one\ntwo\n")
    assert Archive.of([str(path)]).fingerprint != before
