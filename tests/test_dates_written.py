"""Dates as people write them: read where they can mean one thing only, in any of the languages, else not at all."""

import json
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import examples

from factcheck import dates

NAMES = json.loads((files("factcheck") / "dates" / "names.json").read_text(encoding="utf-8"))["languages"]
MONTHS = {language: entry["months"] for language, entry in NAMES.items() if "months" in entry}

CASES = json.loads((Path(__file__).parent / "cases" / "written_dates.json").read_text(encoding="utf-8"))
SURE = CASES["sure"]
LONG = ["1" * 5000, "23 " * 5000, "June " * 5000, "mar " * 25, "0" * 50 + ":" * 50]


@pytest.mark.parametrize("text", SURE)
def test_what_can_mean_one_date_only(text):
    assert dates.as_edtf(text) == SURE[text]
    assert dates.as_edtf(SURE[text]) == SURE[text]


@pytest.mark.parametrize("text", [*CASES["unsure"], *LONG], ids=lambda text: text[:40])
def test_what_may_be_another_date_is_none(text):
    assert dates.as_edtf(text) is None


def test_white_space_and_marks_of_direction_mean_nothing():
    assert dates.as_edtf(" \u200f23\u00a0June\u202f2020\n") == "2020-06-23"


@pytest.mark.parametrize(
    ("text", "told", "made"),
    [
        ("03/04/2020", None, {"day-first": "2020-04-03", "month-first": "2020-03-04"}),
        ("03.04.2020 9:05", None, {"day-first": "2020-04-03T09:05:00", "month-first": "2020-03-04T09:05:00"}),
        ("23/04/2020", "day-first", {"day-first": "2020-04-23", "month-first": "2020-04-23"}),
        ("04-23-2020", "month-first", {"day-first": "2020-04-23", "month-first": "2020-04-23"}),
        ("03/03/2020", None, {"day-first": "2020-03-03", "month-first": "2020-03-03"}),
        ("Fri 03/04/2020", "day-first", {"day-first": "2020-04-03", "month-first": "2020-04-03"}),
        ("2020-04-03", None, {"day-first": "2020-04-03", "month-first": "2020-04-03"}),
        ("3 April 2020", None, {"day-first": "2020-04-03", "month-first": "2020-04-03"}),
        ("30/30/2020", None, {"day-first": None, "month-first": None}),
    ],
)
def test_day_and_month_in_numbers(text, told, made):
    assert dates.order_in(text) == told
    assert {order: dates.as_edtf(text, order) for order in made} == made


def test_all_that_a_text_may_mean():
    assert dates.meanings("03/04/2020") == ("2020-04-03", "2020-03-04")
    assert dates.meanings("03.04.2020") == ("2020-04-03",)
    assert dates.meanings("12 listopada 2024") == ("2024-10-12", "2024-11-12")
    assert dates.meanings("soon") == ()


def test_the_language_tells_months_of_one_name_apart():
    for language, month in {"hr": "10", "hr-HR": "10", "pl": "11", "PL-pl": "11"}.items():
        assert dates.as_edtf("12 listopada 2024", language=language) == f"2024-{month}-12"
    assert dates.as_edtf("12 listopada 2024", language="de") is None
    assert dates.as_edtf("12 June 2024", language="de") == "2024-06-12"


def test_each_language_has_names_of_its_own_for_twelve_months_and_seven_days():
    assert {"ar", "de", "en", "es", "fr", "hi", "id", "it", "nl", "pl", "pt", "ru", "tr", "uk"} <= MONTHS.keys()
    for entry in NAMES.values():
        for several, count in ((entry.get("months"), 12), (entry["days"], 7)):
            assert several is None or [len(set(several[each]) - {""}) > 0 for each in range(count)] == [True] * count


ALL = sorted((language, month, name) for language, months in MONTHS.items() for month, names in enumerate(months, 1) for name in names)  # fmt: skip
MOMENTS = st.dates(date(1000, 1, 1), date(2999, 12, 28))


@settings(max_examples=examples(150), deadline=None)
@given(st.sampled_from(ALL), MOMENTS, st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d}. {m} {y}.", "{y} {m} {d}"]), st.sampled_from([str, str.upper, str.title]))  # fmt: skip
def test_each_name_of_each_month_in_each_order(named, day, form, case):
    language, month, name = named
    day = day.replace(month=month, day=min(day.day, 28))
    text = case(form.format(d=day.day, m=name, y=day.year))
    assert dates.as_edtf(text, language=language) == day.isoformat()


@settings(max_examples=examples(120), deadline=None)
@given(st.sampled_from(sorted(MONTHS)), MOMENTS, st.integers(0, 6))
def test_a_weekday_is_that_of_the_date_or_there_is_none(language, day, weekday):
    name, month = NAMES[language]["days"][weekday][0], MONTHS[language][day.month - 1][0]
    found = dates.as_edtf(f"{name}, {day.day} {month} {day.year}", language=language)
    assert found == (day.isoformat() if day.weekday() == weekday else None)


@settings(max_examples=examples(120), deadline=None)
@given(st.text(st.sampled_from("0123456789 ./-:,T+ZJun年月日"), max_size=30))
def test_whatever_is_made_is_edtf(text):
    for order in (None, "day-first", "month-first"):
        made = dates.as_edtf(text, order)
        assert made is None or dates.known(made)
    assert dates.order_in(text) in (None, "day-first", "month-first")
