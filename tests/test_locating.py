"""Where quotations stand in texts: how they are found, where, and what differs."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck import Quotation
from factcheck.text import Kind, locate, shown_differences

ARTICLES = Path(__file__).parents[1] / "../shared/articles"
EXAMPLE = Path(__file__).parents[1] / "examples/taliban-russia-2015/factcheck.yaml"
with_articles = pytest.mark.skipif(not ARTICLES.exists(), reason="../shared/articles is not here")
QUOTES = json.loads((ARTICLES / "quotes.json").read_text("utf-8")) if ARTICLES.exists() else []
PAGES = {
    "moscow-times-page": "000_e638c04f32f29a0c.txt",
    "gulf-page": "001_973d898c1c37ea03.txt",
    "blog-page": "002_d43665a1cdb3affc.txt",
    "hindi-repost": "003_53b5487ba530a922.txt",
    "dawn-page": "004_e5ab5b64fd9568de.txt",
}
TEXT = (
    "NO AID NEEDED, SAYS SPOKESMAN. The spokesman said on Monday: “We don’t see a need for aid from anyone — neither now nor later.” "
    "He called the reports “not relevant.”\n\nThe talks, which lasted three hours, ended without a result. "
    "The ministry confirmed that 9,800 troops would stay in the north."
)


def article(name):
    return (ARTICLES / name).read_text("utf-8")


@with_articles
@pytest.mark.parametrize("quote", QUOTES, ids=lambda quote: quote["id"])
def test_quotations_of_the_articles_come_out_as_stated(quote):
    located = locate(article(quote["article"]), quote["quote"])
    assert located.kind == quote["kind"]
    assert [place.start for place in located.places] == quote.get("starts", [])
    assert {place.text for place in located.places} == ({quote["found"]} if "found" in quote else set())


@with_articles
def test_every_quotation_of_the_example_stands_where_it_says():
    found = 0
    for source, quotation in _quotations(factcheck.load(EXAMPLE)):
        located = locate(article(PAGES[source]), quotation)
        assert (located.kind, located.start, located.end) == (Kind.EXACT, quotation.start, quotation.end)
        found += 1
    assert found > 20


def _quotations(fact_check):
    for claim in fact_check.claims:
        yield from ((each.source, each.quotation) for each in claim.appearances if each.quotation)
    for verdict in fact_check.verdicts:
        yield from ((each.source, each.quotation) for each in verdict.evidence if each.quotation)


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        ('called the reports "not relevant".', "called the reports “not relevant.”"),
        ("called the reports 'not relevant'", "called the reports “not relevant.”"),
        ("«We don't see a need»", "We don’t see a need"),
        ("from anyone - neither now nor later", "from anyone — neither now nor later"),
        ("from anyone—neither now nor later", "from anyone — neither now nor later"),
        ("no aid needed, says spokesman", "NO AID NEEDED, SAYS SPOKESMAN"),
        ("a need for\u00a0aid from\n  any\u00adone", "a need for aid from anyone"),
        ("…the talks, which lasted three hours …", "The talks, which lasted three hours"),
        ("[t]he talks, which lasted three hours", "The talks, which lasted three hours"),
        ("which lasted three hours , ended", "which lasted three hours, ended"),
    ],
)
def test_what_is_set_aside_is_no_difference(quoted, found):
    located = locate(TEXT, quoted)
    assert (located.kind, located.found, located.differences) == (Kind.NORMALISED, found, ())
    assert located.start == TEXT.index(found)


@pytest.mark.parametrize(
    ("text", "quoted", "found"),
    [
        (
            "Er sagte: »Die Straße ist gesperrt.« Dann ging er.",
            "„Die STRASSE ist gesperrt.“",
            "»Die Straße ist gesperrt.«",
        ),
        (
            "Il a dit : « Nous n’irons pas ! » puis il est parti",
            'Il a dit: "Nous n\'irons pas!"',
            "Il a dit : « Nous n’irons pas ! »",
        ),
        ("记者问：「政府没有被\n告知。」他说。", "“政府没有被告知.”", "「政府没有被\n告知。」"),
        ("ＡＢＣ１２３ ｶﾞｲﾄﾞ を読む人々", "ABC123 ガイド を読む", "ＡＢＣ１２３ ｶﾞｲﾄﾞ を読む"),
        ("قال مُحَمَّدٌ إنّ الاتــفاق مهم، ثم خرج", "محمد إن الاتفاق مهم,", "مُحَمَّدٌ إنّ الاتــفاق مهم،"),
        ("הוא אמר שָׁלוֹם עֲלֵיכֶם לכולם", "שלום עליכם לכולם", "שָׁלוֹם עֲלֵיכֶם לכולם"),
        ("उसने कहा कि क़लम यहाँ है। फिर", "उसने कहा कि \u0958लम यहाँ है.", "उसने कहा कि क़लम यहाँ है।"),
        (
            "BAŞBAKAN İSTANBUL'DA KONUŞTU VE IŞIK YANDI",
            "Başbakan İstanbul'da konuştu ve ışık yandı",
            "BAŞBAKAN İSTANBUL'DA KONUŞTU VE IŞIK YANDI",
        ),
        (
            "😀 They came 👩‍👩‍👧 in numbers 🎉 and left",
            "They CAME 👩👩👧 in numbers 🎉",
            "They came 👩‍👩‍👧 in numbers 🎉",
        ),
        ("می‌روم به خانهٔ خود و كتاب", "میروم به خانهٔ خود و کتاب", "می‌روم به خانهٔ خود و كتاب"),
    ],
)
def test_scripts_and_their_signs(text, quoted, found):
    located = locate(text, quoted)
    assert (located.kind, located.found) == (Kind.NORMALISED, found)


@pytest.mark.parametrize(
    ("quoted", "shown"),
    [
        ("We don't see a need for any aid from anyone", "We don’t see a need for [-any-] aid from anyone"),
        ("We do see a need for aid from anyone", "We [-do-] {+don’t+} see a need for aid from anyone"),
        ("that 8,900 troops would stay in the north", "that [-8,900-] {+9,800+} troops would stay in the north"),
        (
            "The talks, which lasted hours, ended with no result.",
            "The talks, which lasted {+three+} hours, ended [-with no-] {+without a+} result.",
        ),
        (
            "The talks … ended without a result.",
            "The talks[-…-] {+, which lasted three hours,+} ended without a result.",
        ),
        ("The talks, which [he said] lasted three hours", "The talks, which [-[he said]-] lasted three hours"),
        (
            "The talks, which lasted three hours, ended without success",
            "The talks, which lasted three hours, ended without [-success-] {+a+}",
        ),
        ("He called the reports entirely “not relevant.”", "He called the reports [-entirely-] “not relevant.”"),
    ],
)
def test_drift_is_told_word_by_word(quoted, shown):
    located = locate(TEXT, quoted)
    assert located.kind == Kind.DRIFT
    assert shown_differences(located) == shown
    for difference in located.differences:
        assert TEXT[difference.start : difference.end] == difference.found
        assert located.start <= difference.start <= difference.end <= located.end


@pytest.mark.parametrize(
    ("text", "quoted", "differences"),
    [
        ("昨天他表示他没有与俄国接触过，然后离开。", "他说他没有与俄国接触过", [("说", "表示")]),
        ("भारत के प्रधान मंत्री ने कहा कि वह कल आएँगे", "भारत के प्रधान मंत्री ने बताया कि वह कल आएँगे", [("बताया", "कहा")]),
        ("เมื่อวานนี้รัฐบาลกล่าวว่าไม่ได้รับแจ้งเรื่องนี้เลย", "รัฐบาลกล่าวว่าไม่รับแจ้งเรื่องนี้เลย", [("", "ได้")]),
        ("وقال الوزير إن الاتفاق مهم جدا للبلدين", "قال الوزير إن الاتفاق ليس مهم جدا للبلدين", [("ليس", "")]),
    ],
)
def test_words_are_those_that_readers_of_a_script_see(text, quoted, differences):
    located = locate(text, quoted)
    assert located.kind == Kind.DRIFT
    assert [(each.quoted, each.found) for each in located.differences] == differences


@pytest.mark.parametrize(
    "quoted",
    [
        "",
        "…",
        "spokesmen",  # a word that is nearly there
        "Monday talks",
        "The spokesman confirmed that the talks ended on Monday",
        "We see no reason why anyone should need help, now or in the future",
        "the north would stay in troops 9,800 that confirmed ministry The",
        "said … anyone … Paris",
        "The ministry in the north confirmed three hours of talks without aid",
    ],
)
def test_what_nobody_said_is_absent(quoted):
    assert locate(TEXT, quoted) == (Kind.ABSENT, (), ())


TWICE = "Prices rose in May. Wages fell in May. Prices rose in June, and wages fell in June, as they had in May."


@pytest.mark.parametrize(
    ("quotation", "starts"),
    [
        (Quotation(exact="in May"), [12, 31, 96]),
        (Quotation(exact="in May", prefix="Wages fell "), [31]),
        (Quotation(exact="in May", suffix=". Wages"), [12]),
        (Quotation(exact="in May", prefix="as theyhad"), [96]),
        (Quotation(exact="in May", start=31, end=37), [31]),
        (Quotation(exact="in May", start=29, end=35), [31]),
        (Quotation(exact="in May", start=60, end=66), [12, 31, 96]),
        (Quotation(exact="in May", prefix="nothing like it"), [12, 31, 96]),
        (Quotation(exact="IN MAY"), [12, 31, 96]),
        (Quotation(exact="IN MAY", suffix=". Wages"), [12]),
        (Quotation(exact="in Mai", start=31, end=37), [31]),
        (Quotation(exact="Mai", prefix="Prices rose in "), [15]),
        (Quotation(exact="wages fell in June", start=0, end=18), [64]),
        (Quotation(exact="wages fell in June", start=900, end=918), [64]),
    ],
)
def test_what_stands_around_and_the_position_choose(quotation, starts):
    located = locate(TWICE, quotation)
    assert [place.start for place in located.places] == starts
    assert (located.kind == Kind.AMBIGUOUS) == (len(starts) > 1)
    assert located.place is None or located.place == located.places[0]


def test_drift_in_two_places_alike_is_ambiguous():
    said = "A policeman searches a passenger at a checkpoint on Sunday."
    located = locate(f"{said}\n\n{said}\n", said.replace("searches", "searched"))
    assert (located.kind, [place.text for place in located.places]) == (Kind.AMBIGUOUS, [said, said])
    assert not located.differences


def test_the_nearer_of_two_passages_is_found():
    text = (
        "The fight against Islamic State goes on in the east of the country. " * 2
        + "The fight against Daesh goes on in the east of the country."
    )
    assert locate(text, "The fight against Daish goes on in the east of the country").start == text.index(
        "The fight against Daesh"
    )


@given(st.text(max_size=30), st.text(min_size=1, max_size=30), st.text(max_size=30))
def test_what_stands_in_a_text_is_found_exactly(before, quoted, behind):
    text = before + quoted + behind
    located = locate(text, Quotation(exact=quoted, start=len(before), end=len(before) + len(quoted)))
    assert (located.kind, located.start, located.found) == (Kind.EXACT, len(before), quoted)
    assert any(place.text == quoted for place in locate(text, quoted).places)


SENTENCE = "Élise a dit à l’Élysée que le naïf garçon était déjà là, près de l’Île où tout s’achève"


@given(
    st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from([str, str.upper, str.lower, str.title]),
)
def test_offsets_are_those_of_the_text_in_any_unicode_form(form, other, case):
    text = unicodedata.normalize(form, f"Voilà. {SENTENCE}. Voilà.")
    expected = unicodedata.normalize(form, SENTENCE)
    located = locate(text, unicodedata.normalize(other, case(SENTENCE)))
    assert located.kind in {Kind.EXACT, Kind.NORMALISED}
    assert located.found == expected


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=80))
def test_anything_can_be_looked_for_in_anything(text, quoted):
    located = locate(text, quoted)
    for place in located.places:
        assert text[place.start : place.end] == place.text
        assert place.text
    for difference in located.differences:
        assert text[difference.start : difference.end] == difference.found
    assert (located.kind == Kind.ABSENT) == (not located.places)
    assert (located.kind == Kind.AMBIGUOUS) == (len(located.places) > 1)
    assert shown_differences(located) == "" or len(located.places) == 1
