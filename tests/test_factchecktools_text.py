"""Answers as text: JSON that is none, JSON Lines, the line and column of each finding, and what is declined."""

import json

import pytest
from factcheck_factchecktools.importer import FactCheckToolsImporter
from factchecktools_samples import (
    ANSWERS,
    CLAIM,
    PAGE,
    markup,
    page,
    read,
    search,
)

import factcheck
from factcheck import Host, Input, OptionError, ReadingError
from factcheck.cli import main
from factcheck.importing import sniffed
from factcheck.testing import full_fact_check


@pytest.mark.parametrize(
    ("body", "line", "column", "words"),
    [
        (b"", 1, 1, "ends too early"),
        (b"{", 1, 2, "ends too early"),
        (b'{\r\n "claims": "\xc3\x84\xff"}', 2, 14, "not UTF-8"),
        (b'{\n "claimReview": NaN}', 2, 17, "NaN"),
        (b'{\n "claimReview": 1e400}', 2, 17, "1e400"),
        (b'{"claimReview": ' + b"9" * 5000 + b"}", 1, 17, "4,300 digits"),
        (b'{"claims": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", 1, 511, "more than 500 lists and objects"),
        (b'{"claims": ' + b"[" * 500 + b"]" * 500 + b"}", 1, 511, "more than 500 lists and objects"),
        (b'{"claims": 1,\n "claims": 2}', 2, 2, "`claims` stands twice"),
        (b'{"claimReview": "\\ud83d"}', 1, 17, "half"),
        (b'{"claims": [' + b"0," * 600_000 + b"0]}", None, None, "more than 500,000 values"),
        (b'{"claims": [' + b"[]," * 1_100_000 + b"0]}", None, None, "more than 1,000,000 commas"),
        (b'{"claims": "' + b"x" * 64_000_001 + b'"}', None, None, "64 MB"),
        (b"{}", 1, 1, "neither a claim nor a page"),
        (b"[]", 1, 1, "neither a claim nor a page"),
        (b" 7", 1, 2, "neither a claim nor a page"),
        (
            b'{\n "error": {"code": 403, "message": "The request is missing a valid API key."}}',
            2,
            11,
            "missing a valid API",
        ),
        (b'{"error": {"code": 403}}', 1, 11, "an error"),
    ],
    ids=range(18),
)
def test_what_cannot_be_read_gives_one_clear_error_with_its_place(body, line, column, words):
    with pytest.raises(ReadingError) as raised:
        read(body)
    (finding,) = raised.value.findings
    assert words in finding.message
    assert (finding.file, finding.line, finding.column) == ("answer.json", line, column)


def test_a_broken_line_does_not_stop_the_others():
    lines = [json.dumps(CLAIM), "{", "[1e400]", '{"error": {"message": "quota"}}', "", json.dumps(PAGE)]
    records = read("\n".join(lines).encode())
    assert [record.fact_check is not None for record in records] == [True, False, False, False, True]
    assert [record.findings[0].line for record in records] == [1, 2, 3, 4, 6]
    assert [record.findings[0].column for record in records] == [None, 2, 2, None, None]
    assert [record.place for record in records] == ["/0/claimReview/0", "/1", "/2", "/3", "/4"]


def at(value, pointer):
    """What stands at a JSON pointer."""
    for step in pointer.split("/")[1:]:
        inner = step.replace("~1", "/").replace("~0", "~")
        value = value[int(inner)] if isinstance(value, list) else value.get(inner, value)
    return value


def located(body, name="answer.json"):
    """Every finding of an input and of the rules, as the command line shows it."""
    source, host = Input.of(body, name), Host.discover()
    locate = host.importers["factchecktools"].locator(source)
    return [locate(each) for record in factcheck.imports(source, "factchecktools") for each in record.findings]


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("name", ANSWERS)
def test_each_finding_has_the_line_and_the_column_of_its_value(name, indent):
    text = json.dumps(ANSWERS[name], indent=indent)
    found = located(text.encode())
    assert found
    for finding in found:
        start = sum(len(line) + 1 for line in text.split("\n")[: finding.line - 1]) + finding.column - 1
        assert json.JSONDecoder().raw_decode(text, start)[0] == at(ANSWERS[name], finding.path)


def test_in_json_lines_each_finding_has_its_place_in_its_line():
    texts = [json.dumps(PAGE), "", json.dumps(search(text="It rained.", extra={"x": 1}))]
    body = "\ufeff" + "\n".join(texts)
    found = located(body.encode())
    assert {finding.line for finding in found} == {1, 3}
    for finding in found:
        text = texts[finding.line - 1]
        index, _, rest = finding.path[1:].partition("/")
        value = at(json.loads(text), f"/{rest}" if rest else "")
        assert finding.line == {"0": 1, "1": 3}[index]
        assert json.JSONDecoder().raw_decode(text, finding.column - 1)[0] == value


def test_the_command_line_shows_where_a_value_and_what_was_made_of_it_stand(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    body = json.dumps(page(markup(claimDate="01/05/2024", claimAppearances=[], claimFirstAppearance="")), indent=2)
    (tmp_path / "answer.json").write_text(body)
    assert main(["check", "answer.json"]) == 0
    out = capsys.readouterr().out
    assert "answer.json:12:20: warning: /claimReviewMarkups/0/claimDate: this is no date" in out
    assert "answer.json:10:5: warning: /claimReviewMarkups/0: nothing says where `c1` stands" in out
    assert "answer.json:10:5: warning: /claimReviewMarkups/0: `mostly-false` rests on nothing here" in out
    label = "/claimReviewMarkups/0/rating/textualRating: `Mostly false` amounts to `mostly-false`"
    assert f"answer.json:22:26: info: {label}" in out


def test_a_wrong_language_option_is_refused():
    with pytest.raises(OptionError, match="tag of BCP 47"):
        Host.discover().importer_options("factchecktools", {"language": "not a tag"})


@pytest.mark.parametrize("name", ANSWERS)
def test_answers_are_told_from_markup_and_from_fact_checks(name):
    body = json.dumps(ANSWERS[name]).encode()
    host = Host.discover()
    assert sniffed(host, Input.of(body, name)).able == ("factchecktools",)
    assert sniffed(host, Input.of(b"\xef\xbb\xbf " + body, "x")).able == ("factchecktools",)


@pytest.mark.parametrize(
    "body",
    [
        full_fact_check().model_dump_json().encode(),
        json.dumps({"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "x"}).encode(),
        json.dumps({"@type": "DataFeed", "claimReview": []}).encode(),
        json.dumps({"claims": [], "headline": 'says "claimReview": 1'}).encode(),
        b"<html>claimReview</html>",
        b"text,claimReview\n1,2\n",
        b"",
    ],
    ids=["native", "markup", "feed", "quoted", "html", "table", "empty"],
)
def test_what_is_no_answer_is_declined_with_a_reason(body):
    assert FactCheckToolsImporter().sniff(body)
