"""Findings on the terminal, as JSON and as GitHub's workflow commands."""

import json
import re
import unicodedata
from urllib.parse import unquote

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Finding, Severity
from factcheck.cli.output import Report, as_github, as_json, as_text, number, printable, size, tally

FINDING = Finding("made-up", Severity.WARNING, "no such day", "claims[0].made", "a.yaml", 3, 9, "a standard")
ANY_TEXT = st.text(st.characters())
FINDINGS = st.builds(
    Finding,
    rule=ANY_TEXT,
    severity=st.sampled_from(Severity),
    message=ANY_TEXT,
    path=ANY_TEXT,
    file=st.none() | ANY_TEXT,
    line=st.none() | st.integers(1),
    column=st.none() | st.integers(1),
    source=ANY_TEXT,
)


def test_a_line_for_people():
    assert click.unstyle(as_text(FINDING)) == "a.yaml:3:9: warning: claims[0].made: no such day [made-up]"
    assert click.unstyle(as_text(Finding("r", Severity.ERROR, "m"))) == "error: m [r]"


def test_a_line_for_people_says_what_the_finding_says():
    assert click.unstyle(as_text(FINDING)) == str(FINDING)


def test_a_line_for_github():
    assert as_github(FINDING) == "::warning file=a.yaml,line=3,col=9,title=made-up::claims[0].made: no such day"
    assert as_github(Finding("r", Severity.INFO, "m")) == "::notice title=r::m"


def test_what_github_would_take_for_its_own_is_escaped():
    finding = Finding("r:1,2", Severity.ERROR, "100%\r\n::error::x", file="a,b:c%.yaml")
    assert as_github(finding) == "::error file=a%2Cb%3Ac%25.yaml,title=r%3A1%2C2::100%25%0D%0A::error::x"


@given(FINDINGS)
def test_github_gets_every_word_back(finding):
    line = as_github(finding)
    match = re.fullmatch(r"::(error|warning|notice) ([^\n\r]*?)::([^\n\r]*)", line)
    assert match
    properties = dict(pair.split("=", 1) for pair in match[2].split(","))
    assert unquote(properties["title"]) == _escaped_but_line_ends(finding.rule)
    message = f"{finding.path}: {finding.sentence}" if finding.path else finding.sentence
    assert unquote(match[3]) == _escaped_but_line_ends(message)


def _escaped_but_line_ends(text):
    return "".join(letter if letter in "\r\n" else printable(letter) for letter in text)


@given(FINDINGS)
def test_json_gets_every_value_back(finding):
    line = as_json(finding)
    assert line.isascii()
    assert "\n" not in line
    assert json.loads(line) == finding.as_dict()


@given(FINDINGS)
def test_nothing_steers_the_terminal(finding):
    for line in (click.unstyle(as_text(finding)), as_github(finding), as_json(finding)):
        assert not [letter for letter in line if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")]
        assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"])))
def test_words_stay_as_they_are(text):
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("a\r\n\tb", r"a\r\n\tb"),
        ("\u009b2J", r"\x9b2J"),
        ("na\udcefve.yaml", r"na\xefve.yaml"),
        ("\ud83d", r"\ud83d"),
        ("a\u202eb", r"a\u202eb"),
        ("\u0646\u06cc\u0645\u200c\u0641\u0627", "\u0646\u06cc\u0645\u200c\u0641\u0627"),
    ],
)
def test_what_steers_is_shown(text, shown):
    assert printable(text) == shown


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_a_report_remembers_the_exit_code(style, capsys):
    report = Report(style)
    report.show([FINDING])
    assert report.code == 0
    report.show([Finding("r", Severity.ERROR, "m")])
    assert report.code == 1
    report.fail([Finding("r", Severity.ERROR, "m")])
    report.show([Finding("r", Severity.ERROR, "m")])
    assert report.code == 2
    report.summary("done")
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 4
    assert told.err == "done: 3 errors, 1 warning\n"


def test_a_quiet_report_tells_errors_only(capsys):
    report = Report("text", quiet=True, err=True)
    report.show([FINDING, Finding("r", Severity.ERROR, "m")])
    report.summary("done")
    report.note("a note", err=False)
    assert capsys.readouterr() == ("", "error: m [r]\n")


def test_a_report_counts_what_it_does_not_show(capsys):
    report = Report("text", least="warning")
    report.show([FINDING, Finding("r", Severity.INFO, "m")])
    report.summary("done")
    told = capsys.readouterr()
    assert "made-up" in told.out
    assert "[r]" not in told.out
    assert told.err == "done: 1 warning, 1 remark\n"


def test_counts():
    assert tally([]) == "no findings"
    assert tally(["info", "error", "warning", "warning"]) == "1 error, 2 warnings, 1 remark"
    assert number(1, "file") == "1 file"
    assert number(1200, "file") == "1,200 files"
    assert (size(0), size(1), size(999), size(1000)) == ("0 bytes", "1 byte", "999 bytes", "1.0 kB")
    assert (size(999_949), size(999_950), size(9_300_000_000)) == ("999.9 kB", "1.0 MB", "9.3 GB")
