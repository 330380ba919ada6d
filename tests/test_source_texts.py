"""The texts of sources: which file is whose, what is wrong with files, and the texts in saved pages."""

import os
import subprocess
import sys
from hashlib import sha256
from importlib import util
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck import FactCheck, ReadingError, source_texts
from factcheck.reading import TextFiles, extracting, pages
from factcheck.reading.pages import PageProblem, text_of_page

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "taliban-russia-2015" / "factcheck.yaml"
ARTICLES = ROOT.parent / "shared" / "articles"

PARAGRAPHS = [
    "The minister said on Monday that the roads would be mended by May, and that nobody had asked for more than that.",
    "On Tuesday, the mayor said that nobody had asked her either, and that the roads were no worse than last year.",
    "A report of the council, which this paper has read, counts more than four hundred holes in the town's roads alone.",
]
PAGE = (
    '<!doctype html><html lang=en><head><meta charset=utf-8><title>Rain and roads</title></head><body><nav><a href="/">'
    "Home</a> <a href=/sport>Sport</a></nav><article><h1>Rain and roads</h1><figure><img src=x.jpg><figcaption>A hole in "
    "a road, seen by a photographer on Sunday.</figcaption></figure>"
    + "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    + "<table><tr><td>Holes</td><td>four hundred and twelve</td></tr></table></article>"
    "<section class=comments><p>A reader thinks that this is all wrong.</p></section><footer>Imprint</footer></body></html>"
)


def checksum(text):
    return f"sha256:{sha256(text.encode()).hexdigest()}"


def story(*sources, quoted=()):
    appearances = [{"source": each, "quotation": {"exact": "words"}} for each in quoted]
    return FactCheck.model_validate(
        {
            "id": "urn:x:y",
            "headline": "H",
            "language": "en",
            "sources": [each if isinstance(each, dict) else {"id": each} for each in sources],
            "claims": [{"id": "c1", "text": "T", "appearances": appearances}],
        }
    )


def told(texts):
    return [
        (each.rule, str(each.severity), Path(each.file).name if each.file else each.path) for each in texts.findings
    ]


# Which file is whose


def test_a_text_is_found_by_the_id_or_by_the_checksum(tmp_path):
    (tmp_path / "a.txt").write_text("words of a")
    (tmp_path / "0001.txt").write_text("words of b")
    texts = source_texts(story("a", {"id": "b", "checksum": checksum("words of b")}, "c"), tmp_path)
    assert texts.texts == {"a": "words of a", "b": "words of b"}
    assert (texts["b"].file, texts["b"].page) == (tmp_path / "0001.txt", None)
    assert (list(texts), len(texts), texts.findings) == (["a", "b"], 2, ())


def test_the_name_counts_before_the_checksum(tmp_path):
    (tmp_path / "a.txt").write_text("as it is now")
    (tmp_path / "old.txt").write_text("as it was")
    texts = source_texts(story({"id": "a", "checksum": checksum("as it was")}), tmp_path)
    assert texts.texts == {"a": "as it is now"}
    assert told(texts) == [("text-no-source", "info", tmp_path.name)]


def test_a_file_that_is_named_counts_before_all(tmp_path):
    (tmp_path / "a.txt").write_text("of the folder")
    (tmp_path / "b.text").write_text("named")
    texts = source_texts(story("a"), tmp_path, {"a": tmp_path / "b.text"})
    assert (texts.texts, texts.findings) == ({"a": "named"}, ())
    assert source_texts(story("a"), files={"a": str(tmp_path / "b.text")}).texts == {"a": "named"}


def test_a_text_for_a_source_that_is_not_there(tmp_path):
    (tmp_path / "b.txt").write_text("named")
    texts = source_texts(story("page-a"), files={"page_a": tmp_path / "b.txt"})
    assert told(texts) == [("text-unknown-source", "error", "b.txt")]
    assert texts.findings[0].message == "there is no source `page_a`; did you mean `page-a`?"


def test_texts_without_a_source_and_sources_without_a_text(tmp_path):
    for name in ("x.txt", "y.html", "z.htm", "README.md", ".hidden.txt"):
        (tmp_path / name).write_text("words")
    (tmp_path / "a.txt").mkdir()
    texts = source_texts(story("a", "b", quoted=["b"]), tmp_path)
    assert told(texts) == [("text-missing", "info", "sources[1]"), ("text-no-source", "info", tmp_path.name)]
    assert texts.findings[0].message == "there is no text of `b`, which is quoted"
    assert texts.findings[1].message == "of these texts, 3 belong to no source: x.txt, y.html and z.htm"


def test_of_many_fact_checks_all_sources_count(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"words of {name}")
    files = TextFiles(tmp_path)
    assert [files.of(story(name)).texts for name in "ab"] == [{"a": "words of a"}, {"b": "words of b"}]
    assert [each.message for each in files.left()] == ["of these texts, 1 belong to no source: c.txt"]


def test_who_asks_again_for_one_fact_check_gets_what_was_read(tmp_path):
    (tmp_path / "a.txt").write_text("words of a")
    files, fact_check = TextFiles(tmp_path), story("a")
    before = files.of(fact_check)
    (tmp_path / "a.txt").unlink()
    assert files.of(fact_check) is before
    assert told(files.of(story("a"))) == [("text-unreadable", "error", "a.txt")]


def test_no_id_leads_out_of_the_folder(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    fact_check = story("a")
    sources = tuple(
        fact_check.sources[0].model_copy(update={"id": each})
        for each in ("../secret", str(tmp_path / "secret"), "inner/../../secret")
    )
    assert source_texts(fact_check.model_copy(update={"sources": sources}), tmp_path / "inner").texts == {}


def test_what_is_no_file_is_not_waited_for(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no named pipes here")
    os.mkfifo(tmp_path / "a.txt")
    assert source_texts(story("a"), tmp_path).texts == {}


def test_a_large_folder_is_read_once_and_only_as_far_as_needed(tmp_path, monkeypatch):
    read = []
    real = Path.open
    monkeypatch.setattr(Path, "open", lambda self, *rest, **more: read.append(self.name) or real(self, *rest, **more))
    for number in range(4_000):
        with real(tmp_path / f"{number:05}.txt", "w") as file:
            file.write(f"words of {number}")
    by_name = TextFiles(tmp_path)
    by_name.of(story(*({"id": f"s{number}"} for number in range(50))))
    assert read == []
    many = [{"id": f"s{number}", "checksum": checksum(f"words of {number}")} for number in range(0, 2000, 20)]
    files = TextFiles(tmp_path)
    for each in range(3):
        assert len(files.of(story(*many))) == 100, each
    assert len(read) == 1981 + 3 * 100
    files.of(story({"id": "none", "checksum": checksum("nobody's words")}))
    assert len(read) == 4_000 + 3 * 100


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(ReadingError, match="No such file") as caught:
        source_texts(story("a"), tmp_path / "none")
    assert caught.value.findings[0].rule == "text-unreadable"


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the real articles are not here")
def test_the_articles_are_found_by_their_checksums():
    texts = source_texts(factcheck.load(EXAMPLE), ARTICLES)
    assert {source: each.file.name[:3] for source, each in texts.items()} == {
        "moscow-times-page": "000",
        "gulf-page": "001",
        "blog-page": "002",
        "hindi-repost": "003",
        "dawn-page": "004",
    }
    assert texts.findings == ()


# What is in a file


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@settings(deadline=None)
def test_no_character_of_a_text_is_changed(text):
    with TemporaryDirectory() as folder:
        Path(folder, "a.txt").write_bytes(text.encode())
        assert source_texts(story("a"), folder).texts == {"a": text}


@pytest.mark.parametrize("body", ["\ufeffwords", "one\r\ntwo\rthree\n", "\x00"])
def test_line_ends_and_byte_order_marks_count(tmp_path, body):
    (tmp_path / "a.txt").write_bytes(body.encode())
    assert source_texts(story("a"), tmp_path).texts == {"a": body}


@pytest.mark.parametrize(
    ("body", "told_of", "place"),
    [
        ("ein Wort über".encode("latin-1"), "byte 10 (0xFC) is not UTF-8; it may be Latin-1 or Windows-1252, where it means `ü`: save the file as UTF-8", (1, 10)),
        ("words".encode("utf-16"), "this is UTF-16: save the file as UTF-8", (1, 1)),
        (b"\x89PNG\0", "byte 1 (0x89) is not UTF-8, so this is no text", (1, 1)),
        (b"a\nb\xff", "byte 4 (0xFF) is not UTF-8; it may be Latin-1 or Windows-1252, where it means `ÿ`: save the file as UTF-8", (2, 2)),
    ],
)  # fmt: skip
def test_a_text_that_is_not_utf_8_is_told_with_what_to_do(tmp_path, body, told_of, place):
    (tmp_path / "a.txt").write_bytes(body)
    texts = source_texts(story("a", quoted=["a"]), tmp_path)
    assert (texts.texts, told(texts)) == ({}, [("text-encoding", "error", "a.txt")])
    assert texts.findings[0].message == told_of
    assert (texts.findings[0].line, texts.findings[0].column) == place


def test_a_text_that_is_too_large(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(16_000_001)
    texts = source_texts(story("a", {"id": "b", "checksum": "sha256:" + "0" * 64}), tmp_path)
    assert told(texts) == [("text-unreadable", "error", "a.txt")]
    assert texts.findings[0].message == "this file has 16 MB, and the limit is 16 MB"


@pytest.mark.parametrize("body", ["", " \r\n\t", "\ufeff"])
def test_an_empty_text_is_told(tmp_path, body):
    (tmp_path / "a.txt").write_bytes(body.encode())
    texts = source_texts(story("a"), tmp_path)
    assert (texts.texts, told(texts)) == ({"a": body}, [("text-empty", "warning", "a.txt")])


@pytest.mark.parametrize("names", [("a.html", "a.htm"), ("a.txt", "a.TXT")])
def test_two_files_for_one_source_are_told_and_none_is_read(tmp_path, names):
    for name in names:
        (tmp_path / name).write_text("words")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("names that differ in case are one here")
    texts = source_texts(story("a", quoted=["a"]), tmp_path)
    assert texts.texts == {}
    assert [each.rule for each in texts.findings] == ["text-two-files"]
    assert all(name in texts.findings[0].message for name in names)


def test_a_file_that_may_not_be_read(tmp_path):
    texts = source_texts(story("a"), files={"a": tmp_path / "none.txt"})
    assert told(texts) == [("text-unreadable", "error", "none.txt")]
    assert texts.findings[0].message == "there is no such file"


# Saved pages


def test_the_text_of_a_saved_page_is_found(tmp_path):
    (tmp_path / "a.html").write_text(PAGE)
    texts = source_texts(story("a"), tmp_path)
    assert told(texts) == [("text-unsaved", "info", "a.html")]
    assert (texts["a"].file, texts["a"].page) == (tmp_path / "a.txt", tmp_path / "a.html")
    for words in (*PARAGRAPHS, "Rain and roads", "A hole in a road, seen by a photographer", "four hundred and twelve"):
        assert words in texts.texts["a"]
    for words in ("A reader thinks", "Imprint", "Sport", "<p>"):
        assert words not in texts.texts["a"]
    assert list(tmp_path.iterdir()) == [tmp_path / "a.html"]


def test_a_text_that_is_saved_beside_its_page_is_the_one_that_counts(tmp_path):
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "a.txt").write_text("as it was read then")
    assert source_texts(story("a"), tmp_path).texts == {"a": "as it was read then"}
    texts = source_texts(story("a"), files={"a": tmp_path / "a.html"})
    assert (texts.texts, texts.findings) == ({"a": "as it was read then"}, ())


def test_a_heading_that_stands_apart_is_not_lost():
    page = PAGE.replace("<h1>Rain and roads</h1>", "")
    assert text_of_page(page.encode()).startswith("Rain and roads\n")
    assert text_of_page(PAGE.encode()).count("Rain and roads") == 1


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("windows-1251", "cp1251"), ("iso-8859-1", "utf-8"), ("nonsense", "utf-8"), ("utf-8", "utf-16"), ("utf-8", "utf-32"), ("utf-8", "utf-8-sig")],
)  # fmt: skip
def test_a_page_is_read_in_its_encoding_also_where_that_is_declared_wrongly(declared, encoding):
    words = "Министр сказал" if encoding == "cp1251" else "Der Bürgermeister sagte"
    page = PAGE.replace("charset=utf-8", f'charset="{declared}"').replace("The minister said", words)
    assert words in text_of_page(page.encode(encoding))


@pytest.mark.parametrize(
    ("page", "rule", "message"),
    [
        (b"", "text-no-article", "no text of an article"),
        (b"<html><body><img src=x></body></html>", "text-no-article", "no text of an article"),
        (b"<!-- only this -->", "text-no-article", "no text of an article"),
        (b"<html>\0</html>", "text-no-article", "there is a NUL in it"),
        (PAGE.replace("minister", "minist\xe9r").encode("cp1252"), "text-encoding", "this page is not UTF-8, nor what it declares"),
        (bytes(range(256)) * 100, "text-encoding", "this page is not UTF-8"),
        (("<div>" * 5000 + PAGE).encode(), "text-no-article", "more than 256 deep"),
        ((PAGE.replace("<table>", "<b>" * 100_000)).encode(), "text-no-article", "more than 256 deep"),
    ],
)  # fmt: skip
def test_a_page_without_a_text_to_be_had_is_told(page, rule, message):
    with pytest.raises(PageProblem, match=message) as caught:
        text_of_page(page)
    assert caught.value.rule == rule


def test_a_page_that_takes_too_long_is_given_up(monkeypatch, tmp_path):
    monkeypatch.setattr(pages, "_SECONDS", 0.01)
    (tmp_path / "a.html").write_text(PAGE)
    texts = source_texts(story("a", quoted=["a"]), tmp_path)
    assert told(texts) == [("text-no-article", "error", "a.html")]
    assert "seconds: save its text by hand" in texts.findings[0].message


@pytest.mark.parametrize(
    ("command", "message"), [("/no/such/python", "cannot be started"), ("false", "broke at it: save its text by hand")]
)
def test_a_process_that_breaks_is_told(monkeypatch, command, message):
    monkeypatch.setattr(sys, "executable", command)
    with pytest.raises(PageProblem, match=message):
        text_of_page(PAGE.encode())


def test_without_what_reads_pages_that_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(pages, "find_spec", lambda name: None if name == "trafilatura" else util.find_spec(name))
    (tmp_path / "a.html").write_text(PAGE)
    texts = source_texts(story("a", quoted=["a"]), tmp_path)
    assert told(texts) == [("text-missing-extra", "error", "a.html")]
    assert "pip install 'factcheck-export[extract]'" in texts.findings[0].message


def test_no_module_comes_from_the_folder_that_one_stands_in(monkeypatch, tmp_path):
    (tmp_path / "trafilatura.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert PARAGRAPHS[0] in text_of_page(PAGE.encode())


class _Standard:
    def __init__(self, buffer):
        self.buffer = buffer


@pytest.mark.parametrize(("page", "code"), [(PAGE, 0), ("", 3), ("<div>" * 300 + "words", 4), ("<img>", 3)])
def test_what_the_process_says(monkeypatch, page, code):
    out = BytesIO()
    monkeypatch.setattr(sys, "stdin", _Standard(BytesIO(page.encode())))
    monkeypatch.setattr(sys, "stdout", _Standard(out))
    monkeypatch.setattr(extracting, "_bounded", lambda: None)
    assert extracting.main() == code
    assert (PARAGRAPHS[0] in out.getvalue().decode()) == (code == 0)


@pytest.mark.skipif(os.name != "posix", reason="only such systems hold a process to what it may take")
def test_what_reads_pages_ends_by_itself_where_nobody_waits_for_it():
    code = "import resource; from factcheck.reading.extracting import _bounded; _bounded(); print(resource.getrlimit(resource.RLIMIT_CPU)[0])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert 0 < int(told) <= 120
