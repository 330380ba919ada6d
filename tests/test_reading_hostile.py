"""Files that are no fact-check at all, or mean harm: one clear line each, no traceback, no long wait."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from trying import examples

from factcheck import FactCheck, load, loads
from factcheck.errors import ReadingError
from factcheck.reading import SIZE_LIMIT, read, read_file, read_stream, yaml_events

CASES = Path(__file__).parent / "cases" / "reading"
GOOD = (CASES / "good.yaml").read_bytes()
GOOD_JSON = json.dumps(yaml.load(GOOD, Loader=yaml.BaseLoader)).encode()  # noqa: S506  # it makes texts only


def only(call, *arguments):
    with pytest.raises(ReadingError) as caught:
        call(*arguments)
    (finding,) = caught.value.findings
    assert "\n" not in finding.message
    return finding


def test_a_file_of_100_megabytes_is_refused_unread(tmp_path):
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    finding = only(load, path)
    assert (finding.rule, finding.file) == ("too-large", str(path))
    assert finding.message == "this file has 100 MB, and the limit is 16 MB"


def test_a_stream_without_end_is_refused():
    class Endless:
        given = 0

        def read(self, size):
            self.given += size
            return b"#" * size

    endless = Endless()
    assert only(read_stream, endless, "<stdin>").message == "there are more than 16 MB, and the limit is 16 MB"
    assert endless.given == SIZE_LIMIT + 1
    assert only(loads, "#" * (SIZE_LIMIT + 500_000)).message == "this text has 16.5 MB, and the limit is 16 MB"
    assert only(loads, b"#" * SIZE_LIMIT).rule == "empty"


def test_what_cannot_be_opened_is_said_in_one_line(tmp_path):
    (tmp_path / "file").write_bytes(GOOD)
    (tmp_path / "loop").symlink_to("loop")
    for name, words in {
        "missing.yaml": "there is no such file",
        "": "this is a directory, not a file",
        "file/x.yaml": "a part of this path is a file",
        "a\0b": "this is no path of a file",
        "loop": "symbolic links",
        "x" * 300: "File name too long",
    }.items():
        finding = only(load, tmp_path / name)
        assert finding.rule == "unreadable"
        assert words in finding.message
        assert finding.line is None
    assert only(load, str(tmp_path / "missing.yaml")).file == str(tmp_path / "missing.yaml")


def test_a_file_without_permission_is_said_in_one_line(tmp_path):
    tmp_path.joinpath("secret.yaml").touch(0)
    # The superuser may read everything, so a nobody has to ask.
    script = """import os, factcheck.reading, factcheck.errors
if os.geteuid() == 0: os.chmod(".", 0o755); os.seteuid(65534)
try: factcheck.reading.load("secret.yaml")
except factcheck.errors.ReadingError as error: print(error)"""
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert found.stdout == "secret.yaml: error: this file may not be read: permission is denied [unreadable]\n", found


ENCODINGS = [
    ("headline: Müllah".encode("latin-1"), 1, 12, "byte 12 (0xFC) is not UTF-8; it may be Latin-1 or Windows-1252, where it means `ü`"),
    ("a: b\r\n# é\nx: “".encode("cp1252"), 2, 3, "where it means `é`"),
    (b"\xef\xbb\xbfa: \xff", 1, 4, "byte 7 (0xFF)"),
    (b"a: \x81", 1, 4, "Windows-1252: save"),
    ("🙂: ".encode() + b"\xf0\x9f", 1, 4, "byte 7 (0xF0)"),
    (b"\x7fELF\x02\x01\x01\0\0", 1, 8, "there is a NUL here, so this is no text"),
    (b"\x89PNG\r\n\x1a\n\0\0\0", 1, 1, "this is no text file (it looks like a PNG image)"),
    (b"PK\x03\x04\x14\0\x06\0", 1, 1, "this is no text file (it looks like a ZIP archive, as .docx"),
    (b"%PDF-1.7\n%\xe2\xe3", 1, 1, "(it looks like a PDF)"),
    (rb"{\rtf1\ansi id: x}", 1, 1, "(it looks like RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", 1, 1, "(it looks like a file of an old Office program"),
    (b"\xff\xd8\xff\xe0", 1, 1, "(it looks like a JPEG image)"),
    (b"\x90PNG\0", 1, 1, "byte 1 (0x90) is not UTF-8, so this is no text"),
    ("a: b".encode("utf-16-le"), 1, 2, "a text in UTF-16 needs a byte order mark"),
    (b"\xff\xfea\x00\x00\xd8", 1, 2, "byte 5 (0x00) is not UTF-16-LE, which the byte order mark promises"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "line", "column", "words"), ENCODINGS)
def test_what_is_no_text_is_said_in_one_line(data, line, column, words):
    finding = only(read, data, "f.yaml")
    assert (finding.rule, finding.line, finding.column) == ("encoding", line, column)
    assert words in finding.message


def test_lone_surrogates_in_a_text_are_refused():
    assert only(loads, "headline: \ud800").rule == "encoding"


def bomb(levels, width):
    lines = ["a0: &a0 [" + ",".join("x" * width) + "]"]
    lines += [f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * width)}]" for i in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "PyYAML"])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (bomb(50, 9), "more than 200,000 keys and values, aliases counted in full"),
        ("a: &a {b: {c: *a}}", "so it has no end"),
        ("&a [*a]", "so it has no end"),
        ("a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, 200)), "more than 100 levels"),
        ("[" * 100_000, "more than 100 levels"),
        ("{a: " * 100_000, "more than 100 levels"),
        ("- " * 100_000, "more than 100 levels"),
        ("? " * 100_000, "more than 100 levels"),
        ("[" * 100_000 + "]" * 100_000, "more than 100 levels"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "more than 100 levels"),
        ('{"a":' * 500 + "1" + "}" * 500, "more than 100 levels"),
    ],
    ids=lambda text: text[:20].replace(" ", ""),
)
def test_bombs_do_not_go_off(text, words, loader, monkeypatch):
    monkeypatch.setattr(yaml_events, "_LOADER", loader)
    finding = only(loads, text)
    assert finding.rule == "too-complex"
    assert words in finding.message


@pytest.mark.parametrize(
    "text", ["[" + "1," * 200_000 + "1]", "- x\n" * 200_001, "[" + "{}," * 200_000], ids=["1", "2", "3"]
)
def test_nobody_reads_hundreds_of_thousands_of_values(text):
    finding = only(loads, text)
    assert (finding.rule, "more than 200,000 keys and values" in finding.message) == ("too-complex", True)


def test_a_hundred_levels_are_looked_at():
    for text in ("[" * 100 + "]" * 100, "[" * 99 + "{a: b}" + "]" * 99):
        assert only(loads, text).rule == "wrong-type"


def test_many_problems_are_capped():
    claims = [{"id": f"c{i}", "text": "x", "relations": [{"kind": "supports", "claim": "x" * 80}]} for i in range(1100)]
    data = {
        "id": "https://a.example/",
        "headline": "x",
        "language": "en",
        "claims": claims,
        **{f"{i}" * 20: 1 for i in range(1100)},
    }
    for text in (json.dumps(data), yaml.dump(data, Dumper=yaml.CSafeDumper)):
        with pytest.raises(ReadingError) as caught:
            loads(text)
        assert len(caught.value.findings) == 1001
        assert caught.value.findings[-1].rule == "more"


def test_references_of_a_large_file_are_checked_in_time():
    sources = [{"id": f"s{i}", "copy_of": {"source": f"s{i + 1}", "kind": "reposted"}} for i in range(9999)]
    sources += [{"id": "s9999", "copy_of": {"source": "s9998", "kind": "reposted"}}]
    data = {"id": "https://a.example/", "headline": "x", "language": "en", "claims": [{"id": "c", "text": "x"}]}
    with pytest.raises(ReadingError) as caught:
        loads(json.dumps({**data, "sources": sources}))
    assert [finding.path for finding in caught.value.findings] == [
        "sources[9998].copy_of.source", "sources[9999].copy_of.source",
    ]  # fmt: skip
    long = {"publisher": "ab" * 500_000, "agents": [{"id": "ba" * 500_000, "kind": "person", "name": "x"}]}
    assert only(loads, json.dumps({**data, **long})).rule == "dangling-reference"


@st.composite
def mutated(draw):
    data = bytearray(draw(st.sampled_from((GOOD, GOOD_JSON))))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        much = draw(st.integers(0, 12))
        data[at : at + much] = draw(st.one_of(
            st.binary(max_size=6),
            st.sampled_from([b"\t", b"\n", b": ", b"- ", b"&a ", b"*a", b"!x ", b"[", b"{", b"}", b"]", b'"', b"'", b"\\",
                             b"\\ud800", b"|\n", b">", b"<<: ", b"---\n", b"%", b"#", b"\xc2\x85", b"\xe2\x80\xa8", b"1e999",
                             b"null", b"NaN", b"\xef\xbb\xbf", b"? ", b"@"]),
        ))  # fmt: skip
    return bytes(data)


def never_anything_but_a_reading_error(data, name):
    try:
        reading = read(data, name)
    except ReadingError as error:
        found = error.findings
        assert found
        for finding in found:
            assert finding.file == name
            assert finding.message.isprintable()
            assert finding.path.isprintable()
            assert finding.rule == "more" or (finding.line is not None and finding.line >= 1 <= (finding.column or 0))
    else:
        assert isinstance(reading.fact_check, FactCheck)


names = st.sampled_from(("x.yaml", "x.json", "<stdin>"))


@settings(max_examples=examples(80), deadline=None)
@given(mutated(), names)
def test_mutated_files_give_findings_only(data, name):
    never_anything_but_a_reading_error(data, name)


@settings(max_examples=60, deadline=None)
@given(mutated())
def test_mutated_files_give_findings_only_without_libyaml(data):
    loader = yaml_events._LOADER
    yaml_events._LOADER = yaml.SafeLoader
    try:
        never_anything_but_a_reading_error(data, "x.yaml")
    finally:
        yaml_events._LOADER = loader


@settings(max_examples=examples(80), deadline=None)
@given(
    st.one_of(st.binary(max_size=200), st.text("[]{}:,-?&*!|>'\"%@` \n\t#ab1~\\", max_size=40).map(str.encode)), names
)
@example(b"", "x.json")
@example(b"[\xf0\x9f\x99\x82", "x.json")
def test_arbitrary_bytes_give_findings_only(data, name):
    never_anything_but_a_reading_error(data, name)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(("c1", "s0", "desk", "")),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=4) | st.sampled_from(("id", "source", "names", "kind", "first", "exact", "claim")), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.dictionaries(st.sampled_from(tuple(FactCheck.model_fields)), json_values), st.booleans())
def test_any_value_at_any_key_gives_findings_only(data, ascii_only):
    never_anything_but_a_reading_error(json.dumps(data, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass"), "x")


@pytest.mark.judge
@settings(max_examples=2500, deadline=None)
@given(mutated(), names)
def test_thousands_of_mutated_files_give_findings_only(data, name):
    never_anything_but_a_reading_error(data, name)


def test_a_reading_error_is_not_chained_to_what_led_to_it(tmp_path):
    for call in (
        lambda: read_file(tmp_path / "x"),
        lambda: loads(b"\xff"),
        lambda: loads("a: b: c"),
        lambda: loads("{}"),
    ):
        with pytest.raises(ReadingError) as caught:
            call()
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__ or caught.value.__context__ is None
