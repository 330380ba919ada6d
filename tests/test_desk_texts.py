"""What is wrong with a text by itself, and what looks alike and is not: in real words of 58 languages."""

import csv
import json
from itertools import product
from pathlib import Path

import factcheck_desk
import pytest
from claimreview_samples import made
from factcheck_desk.garbled import garbled_text, lost_character
from factcheck_desk.markup import markup_in_text
from factcheck_desk.texts import CHECKS
from factcheck_desk.unseen import invisible_character, nothing_to_see
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck

HOST = factcheck.Host([factcheck_desk])
ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
# Windows-1252 as browsers read it: five bytes that it lacks are control characters.
READ = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)}


def misread(text):
    return "".join(READ[byte] for byte in text.encode())


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from (key, *strings(each))
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def phrases():
    for path in sorted(ROOT.glob("factcheck/labels/tables/*.json")):
        yield from strings(json.loads(path.read_text(encoding="utf-8")))


PHRASES = sorted(set(phrases()))
FOREIGN = [phrase for phrase in PHRASES if not phrase.isascii()]


# Characters that nobody sees


@pytest.mark.parametrize(
    "text",
    ["\u200b", "\ufeff", "\u3164\u3164", "\u200e\u200f", "\x00", "\u2800", "\xad\u2060", "\ufe0f", "\u200d", "\U000e0041", "\u2028\u115f"],
)  # fmt: skip
def test_a_text_of_what_nobody_sees_is_told(text):
    assert nothing_to_see(text)
    assert invisible_character(text) is None  # it is told once


@pytest.mark.parametrize("text", [".", "\u200b.", "\u0301a", "漢", "😀", "\ufffd", "\U000f0000"])
def test_one_sign_is_enough_to_be_seen(text):
    assert nothing_to_see(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sn\u200bow", "U+200B, zero width space, stands between “sn” and “ow”"),
        ("\ufeffsnow", "U+FEFF, zero width no-break space, stands between “” and “snow”"),
        ("snow\xad", "U+00AD, soft hyphen, stands between “snow” and “”"),
        ("sn\x00ow", "U+0000, a control character, stands between “sn” and “ow”"),
        ("sn\u200dow", "U+200D, zero width joiner, stands between “sn” and “ow”"),
        ("Auf\u200clage", "U+200C, zero width non-joiner, stands between “Auf” and “lage”"),
        ("snow\u200f", "U+200F, right-to-left mark, stands between “snow” and “”"),
        ("\u202ewons", "U+202E, right-to-left override, stands between “” and “wons”"),
        ("שלום \u202ewons", "U+202E, right-to-left override, stands between “שלום ” and “wons”"),
        ("\u2066@desk\u2069", "U+2066, left-to-right isolate, stands between “” and “@desk\u2069”; and 1 more"),
        ("a\U000e0068\U000e0069", "U+E0068, tag latin small letter h, stands between “a” and “\U000e0069”; and 1 more"),
        ("a\u3164b", "U+3164, hangul filler, stands between “a” and “b”"),
        ("😀\u200dx", "U+200D, zero width joiner, stands between “😀” and “x”"),
        ("https://desk.example/a\u200b", "U+200B, zero width space, stands between “https://desk.example/a” and “”"),
    ],
)
def test_what_nobody_sees_is_told_with_its_name_and_place(text, told):
    assert invisible_character(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cشود",  # Persian: it becomes
        "نامه\u200cای",  # a letter
        "ه\u200d",  # the sign of the year of the Hijra
        "क्\u200dष",  # Hindi: half forms
        "क्\u200cष",
        "ക്\u200d",  # Malayalam: chillu, in the old way
        "ශ්\u200dරී",  # Sinhala
        "ক্\u200cষ",  # Bengali
        "👨\u200d👩\u200d👧",
        "🏳\ufe0f\u200d🌈",
        "👩🏽\u200d🚀",
        "❤\ufe0f\u200d🔥",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",  # Scotland
        "שלום\u200f! (test\u200e)",
        "مرحبا\u200f",
        "☎\ufe0f ☎\ufe0e",
        "葛\U000e0100",
        "one\ttwo\nthree\r\nfour\xa0five\u2028six",
    ],
)
def test_joiners_marks_and_selectors_where_a_script_needs_them_are_right(text):
    assert invisible_character(text) is None
    assert nothing_to_see(text) is None


# Text that was misread


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("cafÃ©", "“Ã©” was “é”"),
        ("Isso Ã© falso", "“Ã©” was “é”"),
        ("itâ€™s", "“â€™” was “’”"),
        ("5Â°C for Â£5", "“Â°” was “°”, “Â£” was “£”"),
        ("ÐŸÑƒÑ‚Ð¸Ð½", "“ÐŸÑƒÑ‚Ð¸Ð½” was “Путин”"),
        ("ðŸ˜€", "“ðŸ˜€” was “😀”"),
        ("ÃƒÂ©", "“ÃƒÂ©” was “Ã©”"),
        ("Viá»‡t Nam", "“á»‡” was “ệ”"),
        ("aÃ©bÃ¨cÃ dÃ¶", "“Ã©” was “é”, “Ã¨” was “è”, “Ã¶” was “ö”"),
    ],
)
def test_what_was_meant_is_told(text, told):
    assert garbled_text(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "CAFÉ”", "«\xa0voilà\xa0»", "IRMÃ”", "MANHÃ…", "the village of “Å”", "Å\xa0gjøre", "È\xa0vero", "É\xa0falso", "Spaß“", "groß…”",
        "ÅSTRÖM®", "PÅ™", "Ñ”", "sofá»…", "São Paulo – Brasília", "naïve", "Łódź", "“¿Qué?”",
    ],
)  # fmt: skip
def test_what_is_written_rightly_is_not_told(text):
    assert garbled_text(text) is None


def test_words_of_all_languages_are_not_taken_for_misread_ones():
    openings, endings = ("", "“", "«\xa0", "„"), ("", "”", "“", "»", "\xa0»", "…", "’", "”…", "–", "\xa0!", "®", "°")
    for phrase, opening, ending in product(FOREIGN, openings, endings):
        for written in (phrase, phrase.upper(), phrase.capitalize()):
            text = f"{opening}{written}{ending}"
            assert garbled_text(text) is None, text


def test_nearly_all_words_that_were_misread_are_told():
    found = [phrase for phrase in FOREIGN if garbled_text(misread(phrase))]
    assert len(found) / len(FOREIGN) > 0.97


@settings(deadline=None)
@given(st.text())
def test_a_misread_letter_is_told_whatever_else_was_misread(text):
    assert garbled_text(misread(f"caf\xe9{text}"))
    assert garbled_text(text.encode("ascii", "ignore").decode()) is None


def test_lost_characters_are_told_with_what_stands_before():
    assert lost_character("Caf\ufffd") == "U+FFFD stands for a character that could not be read, after “Caf”"
    assert lost_character("Café") is None


# Tags


@pytest.mark.parametrize(
    "text",
    [
        "<b>a</b>", "a<br>b", "a<BR />b", "<a href='https://a.example/' target=_blank>a</a>", '<p class="x">', "</p>", "<!-- a -->",
        '<span style="font-weight: 400;">a</span>', "<img\nsrc=a>", "<h2>a</h2>",
    ],
)  # fmt: skip
def test_tags_of_html_are_told(text):
    assert markup_in_text(f"One {text} two.")


@pytest.mark.parametrize(
    "text", ["I <3 it", "a < b and b > c", "<name>", "<https://a.example/>", "<ann@desk.example>", "1 <2> 3", "&lt;b&gt;", "<>", "< b >"]
)  # fmt: skip
def test_what_only_looks_like_a_tag_is_not_told(text):
    assert markup_in_text(text) is None


@pytest.mark.parametrize(
    "text", ["<a " * 50_000, "<a " + "a " * 100_000, "<a a=" + "x" * 100_000, "Ã" * 100_000, "\u200b" * 100_000 + "a"]
)
def test_no_text_takes_long(text):
    for check in CHECKS.values():
        check(text)


ODD = st.sampled_from(
    ["\u200b", "\u200d", "\u3164", "\ufe0f", "\x00", "\x08", "\x7f", "\x9f", "\ufffd", "Ã", "©", "â€™", "<", "b>", "\\", '"', "a", " ", "é", "😀"]
)  # fmt: skip


@settings(deadline=None)
@given(st.one_of(st.lists(ODD, min_size=1, max_size=4).map("".join), st.text(min_size=1)).filter(str.strip))
def test_a_fact_check_is_told_all_that_its_texts_are_told(text):
    fact_check = made(headline=text)
    found = {finding.rule for finding in HOST.check(fact_check) if finding.path == "headline"}
    assert found & set(CHECKS) == {rule for rule, check in CHECKS.items() if check(fact_check.headline)}


# Real ones


def test_words_of_all_languages_break_none_of_these_rules():
    told = {(rule, phrase) for phrase in PHRASES for rule, check in CHECKS.items() if phrase and check(phrase)}
    assert told == set()


@pytest.mark.skipif(not CORPUS.exists(), reason="the real records are not on this machine")
def test_of_real_records_tags_are_told_and_nothing_else():
    texts = set()
    for line in (CORPUS / "claimreview.jsonl").read_text(encoding="utf-8").splitlines():
        texts.update(strings(json.loads(line)))
    for name, delimiter in (("factck-br.tsv", "\t"), ("verdict-labels.csv", ",")):
        with (CORPUS / name).open(encoding="utf-8", newline="") as rows:
            texts.update(cell for row in csv.reader(rows, delimiter=delimiter) for cell in row if cell)
    told = [(rule, text) for text in texts for rule, check in CHECKS.items() if text and check(text)]
    assert {rule for rule, _ in told} == {"desk-markup-in-text"}
    assert all("<p>" in text or "<br />" in text for _, text in told)
