"""The words that a page says itself: in each language, with its dates, and in its direction."""

import re

import pytest
from factcheck_html.dates import order, when
from factcheck_html.words import Words, tables
from full_samples import changed
from html_pages import by_id, tree, words
from lxml import html

from factcheck.testing import full_fact_check
from factcheck.text import direction

LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "pt")
SLOT = re.compile(r"\{\w+\}")


def said(edtf, language="en"):
    return words(html.fromstring(f"<p>{when(edtf, Words(language))}</p>"))


def test_there_are_seven_languages():
    assert tuple(sorted(tables())) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_every_word_with_the_same_slots(language):
    english, table = tables()["en"], tables()[language]
    assert list(table) == list(english), "in the same order, too, which is easier to compare"
    for key, text in table.items():
        assert text.strip() == text != ""
        if not key.startswith("date."):
            assert sorted(SLOT.findall(text)) == sorted(SLOT.findall(english[key])), key
    months = [table[f"month.{number}"] for number in range(1, 13)]
    assert len(set(months)) == 12


def test_every_word_is_said_somewhere(tmp_path):
    import factcheck_html  # noqa: PLC0415  # for the place of its files

    (folder,) = factcheck_html.__path__
    from pathlib import Path  # noqa: PLC0415  # as above

    source = "".join(path.read_text() for path in Path(folder).glob("*.py"))
    built = ("section.", "policy.", "relation.", "relates.", "media.", "authenticity.", "rendering.", "stance.",
             "kind.", "copy.", "event.", "category.", "agent.", "nature.", "located.", "month.", "date.")  # fmt: skip
    assert [key for key in tables()["en"] if f'"{key}"' not in source and not key.startswith(built)] == []


@pytest.mark.parametrize("language", [*LANGUAGES, "pt-BR", "ar-EG"])
def test_a_page_speaks_its_language(language):
    root = tree(changed(language=language))
    table = tables()[language[:2]]
    assert (root.get("lang"), root.get("dir")) == (language, "rtl" if language.startswith("ar") else "ltr")
    headings = [words(each) for each in root.iter("h2")]
    assert headings[0] == table["section.verdicts"]
    assert root.xpath("//body//span[@lang='en' and @dir='ltr' and . = $said]", said=tables()["en"]["claimed-by"]) == []


def test_a_page_in_another_language_has_english_words_that_say_so():
    root = tree(changed(language="he"))
    assert (root.get("lang"), root.get("dir")) == ("he", "rtl")
    heading = root.find(".//h2/span")
    assert (heading.text, heading.get("lang"), heading.get("dir")) == ("What we found", "en", "ltr")
    copied = by_id(root, "second").xpath(".//dd[a[@href='#first']]")[0]
    assert (copied[0].text, copied[0].get("lang"), copied[1].get("href")) == ("syndicated from ", "en", "#first")
    date = by_id(root, "part.timeline").find(".//time/span")
    assert date.get("lang") == "en"


@pytest.mark.parametrize(
    ("edtf", "words_of"),
    [
        ("2015", "2015"),
        ("2015-12", "December 2015"),
        ("2015-12-28", "28 December 2015"),
        ("2015-12-28T09:30:00Z", "28 December 2015, 09:30 UTC"),
        ("2015-12-28T09:30:00+03:00", "28 December 2015, 09:30 UTC+03:00"),
        ("2015-12-28T09:30:00", "28 December 2015, 09:30"),
        ("2015-12-26~", "about 26 December 2015"),
        ("2015-12?", "December 2015 (uncertain)"),
        ("2015%", "about 2015 (uncertain)"),
        ("2015-21", "spring 2015"),
        ("2015-XX", "2015"),
        ("2015-12-XX", "December 2015"),
        ("201X", "between 2010 and 2019"),
        ("19XX", "between 1900 and 1999"),
        ("Y170000002", "170000002"),
        ("-0044", "-0044"),
        ("0079-08", "August 79"),
        ("../2015-12-24", "by 24 December 2015"),
        ("/2015-12-24", "by 24 December 2015"),
        ("2015-12-26/..", "26 December 2015 or later"),
        ("2015-12-23/2015-12-26", "between 23 and 26 December 2015"),
        ("2015-12-23/2016-01-02", "between 23 December 2015 and 2 January 2016"),
        ("2015-12-23~/2015-12-26", "between about 23 December 2015 and 26 December 2015"),
        ("2015-11/2015-12", "between November 2015 and December 2015"),
        (None, "date unknown"),
    ],
)
def test_a_date_is_said_as_it_is_known(edtf, words_of):
    assert said(edtf) == words_of


@pytest.mark.parametrize(
    ("language", "day", "first", "between"),
    [
        ("es", "28 de diciembre de 2015", "1 de enero de 2016", "entre el 28 de diciembre de 2015 y el 1 de enero de 2016"),
        ("fr", "28 décembre 2015", "1er janvier 2016", "entre le 28 décembre 2015 et le 1er janvier 2016"),
        ("de", "28. Dezember 2015", "1. Januar 2016", "zwischen 28. Dezember 2015 und 1. Januar 2016"),
        ("pt", "28 de dezembro de 2015", "1º de janeiro de 2016", "entre 28 de dezembro de 2015 e 1º de janeiro de 2016"),
        ("ar", "28 ديسمبر 2015", "1 يناير 2016", "بين 28 ديسمبر 2015 و1 يناير 2016"),
        ("hi", "28 दिसंबर 2015", "1 जनवरी 2016", "28 दिसंबर 2015 और 1 जनवरी 2016 के बीच"),
    ],
)  # fmt: skip
def test_a_date_is_said_in_each_language(language, day, first, between):
    assert said("2015-12-28", language) == day
    assert said("2016-01-01", language) == first
    assert said("2015-12-28/2016-01-01", language) == between


def test_what_html_can_read_as_a_date_is_a_time_and_the_rest_keeps_its_edtf():
    def element(edtf):
        return html.fromstring(f"<p>{when(edtf, Words('en'))}</p>")[0]

    assert [element(each).get("datetime") for each in ("2015", "2015-12", "2015-12-28")] == [
        "2015",
        "2015-12",
        "2015-12-28",
    ]
    for edtf in ("2015-12-26~", "../2015-12-24", "2015-21", "2015-12-XX", "0000", "-0044"):
        assert (element(edtf).tag, element(edtf).get("data-edtf")) == ("span", edtf)


def test_dates_are_in_order_by_the_earliest_that_they_can_be():
    dates = [
        "2014", "../2015-11", "2015-12", "2015-12-23", "2015-12-23/2015-12-26", "../2015-12-24",
        "2015-12-28T01:30:00+03:00", "2015-12-28", "2015-12-28T09:30:00Z", None,
    ]  # fmt: skip
    mixed = [*dates[1::2], *dates[::2]]
    assert [order(each) for each in sorted(mixed, key=order)] == [order(each) for each in dates]


@pytest.mark.parametrize("instant", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_an_instant_at_the_end_of_the_calendar_has_a_place(instant):
    assert order(instant)[1].startswith(instant[:4])


def test_the_timeline_has_each_date_once_and_what_is_not_known_last():
    root = tree(changed(claims__0__made=None, claims__1__made="../2015-12-23"))
    dates = [words(each) for each in by_id(root, "part.timeline").xpath(".//p[@class='when']")]
    assert dates == list(dict.fromkeys(dates))
    assert dates[0] == "by 23 December 2015"
    assert dates[-1] == "date unknown"


@pytest.mark.parametrize(
    ("tag", "turned"),
    [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("ur-PK", "rtl"), ("az", "ltr"), ("az-Arab", "rtl"),
     ("ar-Latn", "ltr"), ("ks-Deva", "ltr"), ("pa-Arab-PK", "rtl"), ("dv", "rtl"), ("yi", "rtl"), ("zh-Hant-TW", "ltr")],
)  # fmt: skip
def test_the_direction_of_a_language(tag, turned):
    assert direction(tag) == turned


@pytest.mark.parametrize(("tag", "named"), [("ru", "русский (ru)"), ("pt-BR", "português (pt-BR)"), ("tlh", "tlh")])
def test_a_language_has_the_name_that_it_has_itself(tag, named):
    source = by_id(tree(changed(sources__0__language=tag)), "first")
    assert f"Language {named} " in words(source)


def test_confidence_is_said_in_hundredths():
    assert "75%" in words(by_id(tree(full_fact_check()), "v1"))
    assert "75\xa0%" in by_id(tree(changed(language="fr")), "v1").text_content()
