"""Dates as they are known, with the `edtf` package as judge of what is EDTF of levels 0 and 1."""

import json
import re
from contextlib import redirect_stdout

import pytest
from edtf import parse_edtf
from edtf.parser import parser_classes as parts
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from trying import examples

from factcheck import FactCheck
from factcheck.dates import Known, certain, known
from factcheck.errors import ReadingError
from factcheck.reading import loads

LEVEL_2 = (
    parts.ExponentialYear, parts.Level2Interval, parts.Level2Season, parts.MultipleDates, parts.OneOfASet,
    parts.PartialUncertainOrApproximate, parts.PartialUnspecified,
)  # fmt: skip


def judged(text):
    """Whether the `edtf` package takes a text for EDTF of level 0 or 1."""
    try:
        with redirect_stdout(None):  # it prints what it stumbles over
            date = parse_edtf(text)
    except (EDTFParseException, AttributeError, TypeError):  # the last two where it stumbles: `../`, `0000/0000-0X`
        return False
    if text != text.strip():  # it is lenient there
        return False
    sides = (date.lower, date.upper) if isinstance(date, parts.Interval) else (date,)
    return not any(isinstance(side, LEVEL_2) for side in sides)


def taken(text):
    try:
        known(text)
    except ValueError:
        return False
    return True


# earliest, latest, approximate, uncertain; then what is certain.
FACTS = {
    "2015": (("2015", "2015"), "2015"),
    "2015-12": (("2015-12", "2015-12"), "2015-12"),
    "2015-12-28": (("2015-12-28", "2015-12-28"), "2015-12-28"),
    "2015-12-28T09:30:00Z": (("2015-12-28T09:30:00Z",) * 2, "2015-12-28T09:30:00Z"),
    "2015-12-28T09:30:00": (("2015-12-28T09:30:00",) * 2, "2015-12-28T09:30:00"),
    "2015-12-28T09:30:00-03:30": (("2015-12-28T09:30:00-03:30",) * 2, "2015-12-28T09:30:00-03:30"),
    "2015~": (("2015", "2015", True, False), None),
    "2015-12?": (("2015-12", "2015-12", False, True), "2015"),
    "2015-12-28%": (("2015-12-28", "2015-12-28", True, True), "2015-12"),
    "201X": (("2010", "2019"), None),
    "20XX": (("2000", "2099"), None),
    "000X": (("0001", "0009"), None),
    "201X~": (("2010", "2019", True, False), None),
    "2015-XX": (("2015", "2015"), "2015"),
    "2015-12-XX": (("2015-12", "2015-12"), "2015-12"),
    "2015-XX-XX": (("2015", "2015"), "2015"),
    "2015-12-XX~": (("2015-12", "2015-12", True, False), "2015"),
    "2015-21": (("2015", "2015"), "2015"),
    "2015-24": (("2015", "2015"), "2015"),
    "../2015-12-24": ((None, "2015-12-24"), None),
    "/2015-12-24": ((None, "2015-12-24"), None),
    "2015-12-24/..": (("2015-12-24", None), None),
    "2015-12-24/": (("2015-12-24", None), None),
    "2015-12-23/2015-12-26": (("2015-12-23", "2015-12-26"), "2015-12"),
    "2015-12-27/2016-01-02": (("2015-12-27", "2016-01-02"), None),
    "2015-09/2015-12-28": (("2015-09", "2015-12-28"), "2015"),
    "2015-12/2015-12-28": (("2015-12", "2015-12-28"), "2015-12"),
    "2015/2016": (("2015", "2016"), None),
    "2015-12-23~/2015-12-26": (("2015-12-23", "2015-12-26", True, False), "2015"),
    "2015-12~/2016?": (("2015-12", "2016", True, True), None),
    "2015-12-28/2015-12": (("2015-12-28", "2015-12"), "2015-12"),
    "0000": ((None, None), None),
    "-0044": ((None, None), None),
    "-0044-03-15": ((None, None), None),
    "-004X": ((None, None), None),
    "Y170000002": ((None, None), None),
    "Y-170000002": ((None, None), None),
    "-0044/2015": ((None, "2015"), None),
    "-0100/-0044": ((None, None), None),
    "2015-24/2015-02": (("2015", "2015-02"), "2015"),
}


@pytest.mark.parametrize("text", FACTS)
def test_what_a_date_says(text):
    ends, surely = FACTS[text]
    assert known(text) == Known(*ends)
    assert certain(text) == surely


WRONG = {
    "": "write a date as 2015, 2015-12",
    "28.12.2015": "write a date as",
    "2015-12-28 ": "write a date as",
    "2015-12-28\n": "write a date as",
    "٢٠١٥": "write a date as",
    "15": "write a date as",
    "2015-1": "write a date as",
    "Y2015": "write a date as",
    "2015-13": "there is no month 13: months are 01 to 12, seasons 21 to 24",
    "2015-00": "there is no month 00",
    "2015-25": "there is no month 25",
    "2015-21-01": "there is no month 21",
    "2015-02-29": "there is no day 29 in 2015-02",
    "1900-02-29": "there is no day 29 in 1900-02",
    "2015-12-00": "there is no day 00 in 2015-12",
    "-0000": "has no sign",
    "201X-12": "a year with unknown digits stands alone",
    "201X-XX": "a year with unknown digits stands alone",
    "2015-XX-01": "of an unknown month the day is unknown, too",
    "Y170000002-12": "stands alone",
    "Y170000002~": "stands alone",
    "2015-12-28T9:30:00Z": "write an instant as",
    "2015-12-28T09:30Z": "write an instant as",
    "2015-12-28T24:00:00": "write an instant as",
    "2015-12-28T09:30:60Z": "write an instant as",
    "2015-12-28T09:30:00-00:00": "write an instant as",
    "2015-12-28T09:30:00-00": "write an instant as",
    "2015-12-28T09:30:00+14:01": "write an instant as",
    "2015-12-28T09:30:00~": "write an instant as",
    "2015-02-29T09:30:00Z": "there is no such date: day is out of range for month",
    "../..": "an interval needs a date on one side at least",
    "/": "an interval needs a date on one side at least",
    "2015/-0044": "the interval ends before it begins",
    "-0044/-0100": "the interval ends before it begins",
    "2015/2016/2017": "write a date as",
    "2016/2015": "the interval ends before it begins",
    "2015-12-27/2015-12-26": "the interval ends before it begins",
    "2015-12/2015-11-30": "the interval ends before it begins",
    "2015-12-28T09:30:00Z/2016": "an interval has plain days, months or four-digit years",
    "../Y170000002": "an interval has plain days",
    "201X/2015": "an interval has plain days",
    "2015-12-XX/2016": "an interval has plain days",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_date_says_why(text):
    for asked in (known, certain):
        with pytest.raises(ValueError, match=re.escape(WRONG[text])):
            asked(text)


digits = st.integers(0, 9999).map("{:04}".format)
years = st.one_of(
    digits, digits.map("-{}".format), digits.map(lambda y: y[:3] + "X"), digits.map(lambda y: y[:2] + "XX")
)
units = st.one_of(st.integers(0, 35).map("{:02}".format), st.just("XX"))
days = st.builds("{}{}{}".format, years, st.one_of(st.just(""), units.map("-{}".format)), st.one_of(st.just(""), units.map("-{}".format)))  # fmt: skip
dates = st.builds("{}{}".format, days, st.sampled_from(("", "", "", "?", "~", "%")))
times = st.builds(
    "{}T{:02}:{:02}:{:02}{}".format, st.dates(), st.integers(0, 25), st.integers(0, 61), st.integers(0, 61),
    st.one_of(
        st.sampled_from(("", "Z", "z", "+00:00", "-00:00", "+5", "+0530", "-00")),
        st.builds("{}{:02}:{:02}".format, st.sampled_from("+-"), st.integers(0, 15), st.integers(0, 61)),
        st.builds("{}{:02}".format, st.sampled_from("+-"), st.integers(0, 15)),
    ),
)  # fmt: skip
long_years = st.builds(
    "Y{}{}{}".format, st.sampled_from(("", "-")), st.integers(0, 10**9), st.sampled_from(("", "?", "-12"))
)
sides = st.one_of(dates, dates, st.sampled_from(("", "..", "2015-12-28T09:30:00Z", "Y170000002")))
intervals = st.builds("{}/{}".format, sides, sides)
anything = st.one_of(dates, times, long_years, intervals, st.text("0123456789-XYTZ:/.?~%+ ", max_size=14))


DIFFERENCES = {
    "ours takes a season that is approximate or uncertain": r"-?\d{4}-2[1-4][?~%]",
    "to ours a season may begin on any day of its year": r".*-2[1-4]/.*|.*/.*-2[1-4]",
    "ours takes Greenwich as +00:00, too": r"[^/]*T[^/]*[+]00(:00)?",
    "ours takes 14 hours without their minutes, as it does 13": r"[^/]*T[^/]*[+-]14",
    "ours refuses 24:00:00, which ISO 8601-1:2019 dropped": r"[^/]*T24:00:00.*",
    "ours refuses an interval without any end": r"\.\./\.\.",
    "the judge takes three and more unknown digits of a year for level 1": r"-?\dXXX",
    "the judge takes any day up to the 31st in any month of any year": r"-?\d{4}-(02-(29|30|31)|(04|06|09|11)-31)[?~%]?",
}


def differs_on_purpose(text):
    return any(re.fullmatch(pattern, side) for side in {text, *text.split("/")} for pattern in DIFFERENCES.values())


def ends_before_it_begins(text):
    """Whether the judge, which does not ask, would see two sides in the wrong order."""
    sides = text.split("/")
    if len(sides) == 1 or not all(side not in {"", ".."} and taken(side) for side in sides):
        return False
    return parse_edtf(sides[0]).lower_strict() > parse_edtf(sides[1]).upper_strict()


def agrees(text):
    assume(not differs_on_purpose(text))
    if judged(text) and ends_before_it_begins(text):
        assert not taken(text)
    else:
        assert taken(text) == judged(text)


@settings(max_examples=examples(60), deadline=None)
@given(anything)
def test_ours_agrees_with_the_judge(text):
    agrees(text)


@pytest.mark.judge
@settings(max_examples=2500, deadline=None)
@given(anything)
def test_ours_agrees_with_the_judge_on_thousands(text):
    agrees(text)


@settings(max_examples=examples(150), deadline=None)
@given(anything)
def test_ends_and_certainty_hold_together(text):
    assume(taken(text))
    earliest, latest, approximate, uncertain = known(text)
    surely = certain(text)
    for date in (earliest, latest, surely):
        assert date is None or (known(date).earliest == date and not set(date) & set("X~?%/"))
    assert surely is None or known(surely).earliest == surely
    if surely and earliest and latest:
        assert earliest.startswith(surely)
        assert latest.startswith(surely)
    if approximate or uncertain:
        assert surely is None or len(surely) < 10
    assert approximate == any(mark in text for mark in "~%")
    assert uncertain == any(mark in text for mark in "?%")


@settings(max_examples=examples(120), deadline=None)
@given(st.text(max_size=20))
def test_any_text_is_taken_or_refused_with_a_reason(text):
    try:
        known(text)
    except ValueError as error:
        why = str(error)
        assert why


def test_a_bare_year_may_be_a_number():
    smallest = {"id": "https://a.example/", "headline": "x", "language": "en", "claims": [{"id": "c", "text": "y"}]}
    assert FactCheck(**smallest, published=2015).published == "2015"
    assert loads(json.dumps({**smallest, "published": 44})).published == "0044"
    for wrong in (True, 0, 20151228, 2015.5):
        with pytest.raises(ReadingError):
            loads(json.dumps({**smallest, "published": wrong}))
