"""What stands where a name is wanted and is none: nobody, or somebody whom nobody names."""

import json
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck import nameless

TABLE = json.loads((files("factcheck") / "unknown_names.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    ["Unknown", " UNKNOWN. ", "(unknown)", "N/A", "n.a.", "-", "—", "?", "…", "None", "not known", "Desconocido", "unbekannt",
     "k. A.", "Inconnu", "desconhecido", "Não identificado", "sconosciuto", "onbekend", "nieznany", "неизвестно", "невідомо",
     "Bilinmiyor", "BİLİNMİYOR", "tidak diketahui", "غير معروف", "अज्ञात", "不明", "미상", "άγνωστος", "Unknown / N/A"],
)  # fmt: skip
def test_what_says_that_nobody_knows(text):
    assert nameless(text) == {}


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Anonymous", False), ("Anônimo", False), ("anonymer Nutzer", False), ("匿名", False), ("Аноним", False),
        ("Facebook user ", False), ("A viral Facebook post", False), ("Post no Facebook", False), ("Tweet", False), ("Viral WhatsApp Forward", False), ("Anonymous Blog", False),
        ("Post on X", False), ("Akun Facebook", False), ("Facebook-Nutzer", False),
        ("Social media users", True), ("Facebook posts", True), ("Various", True), ("Multiple sources", True),
        ("Viral social media posts", True), ("Several persons", True), ("Multiple persons", True), ("Varias fuentes", True),
        ("Sources multiples", True), ("Redes sociales ", True), ("सोशल मीडिया यूजर्स", True), ("internautes", True),
        ("منشورات مواقع التواصل الاجتماعي", True), ("Nutzer sozialer Medien", True), ("Sosyal medya", True),
        ("Facebook posts, WhatsApp messages", True), ("Facebook and Twitter Users", True), ("Various news reports", True), ("usuarios de Facebook; unknown", True),
    ],
)  # fmt: skip
def test_what_describes_somebody_and_names_nobody(text, several):
    found = nameless(text)
    assert found == {"kind": "unnamed", "description": text.strip()} | ({"nature": "group"} if several else {})
    assert factcheck.Agent(id="a", **found).description


@pytest.mark.parametrize(
    "text",
    ["Jane Doe", "Facebook", "X", "Facebook user Jane Doe", "FB User-Harshit Pandey", "Facebook Page - NoConversion", "PSOE", "Mr Unknown",
     "Unknown Mortal Orchestra", "The Anonymous Party", "The", "People", "Facebook, WhatsApp", "Facebook and X", "Universal Music Group", "UN News", "unknown; Jane Doe", "Ministry of Health",
     "The Sun", "4chan", "Un", "Nobody's Business", "🌧", "desinformação", "x" * 10_000, "a " * 90],
)  # fmt: skip
def test_what_is_a_name(text):
    assert nameless(text) is None


def test_each_phrase_of_the_table_says_what_it_stands_under():
    assert len(TABLE["unknown"]) >= 12
    assert len(TABLE["one"]) >= 12
    assert len(TABLE["several"]) >= 12
    for kind in ("unknown", "one", "several"):
        for phrases in TABLE[kind].values():
            for phrase in phrases:
                found = nameless(phrase.format(platform="Facebook"))
                assert found is not None
                assert (found == {}) == (kind == "unknown"), phrase


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_a_name_or_makes_an_agent_or_none(text):
    found = nameless(text)
    assert not found or factcheck.Agent(id="a", **found).name is None
