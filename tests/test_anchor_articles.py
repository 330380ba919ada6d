"""The quotations of the example, and of real articles, are found where they stand."""

import json
from pathlib import Path

import pytest
from anchor_samples import checksum, made, quotations

import factcheck
from factcheck import Quotation, anchor, source_texts
from factcheck.fixing.anchored import anchored
from factcheck.reading import read

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "taliban-russia-2015" / "factcheck.yaml"
ARTICLES = ROOT.parent / "shared" / "articles"
real_articles = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the real articles are not here")


@real_articles
def test_the_example_stands_where_it_says():
    fact_check = factcheck.load(EXAMPLE)
    texts = source_texts(fact_check, ARTICLES)
    assert len(texts) == 5
    outcome = anchor(fact_check, texts.texts)
    assert outcome.findings == ()
    for part in (
        each
        for whole in (*outcome.fact_check.claims, *outcome.fact_check.verdicts)
        for each in getattr(whole, "appearances", None) or getattr(whole, "evidence", ())
    ):
        if part.quotation and part.source in texts:
            text, quotation = texts[part.source].text, part.quotation
            assert text[quotation.start : quotation.end] == quotation.exact
            assert text.count(f"{quotation.prefix or ''}{quotation.exact}{quotation.suffix or ''}") == 1


@real_articles
def test_the_file_of_the_example_gets_prefixes_and_suffixes_only():
    data = EXAMPLE.read_bytes()
    reading = read(data, "a.yaml")
    outcome = anchored(reading, data, source_texts(reading.fact_check, ARTICLES).texts)
    changed = [line for line in outcome.fixed.diff.splitlines() if line[0] in "+-" and line[:3] not in ("+++", "---")]
    assert changed
    assert all(line.startswith("+") and line[1:].lstrip().startswith(("prefix:", "suffix:")) for line in changed)
    assert outcome.findings == ()


@real_articles
def test_every_quotation_of_the_articles_comes_out_as_it_should():
    entries = json.loads((ARTICLES / "quotes.json").read_text())
    kinds = {
        "drift": "text-drift",
        "ambiguous": "text-ambiguous",
        "absent": "text-absent",
        "normalised": "text-normalised",
    }
    assert {entry["kind"] for entry in entries} == {*kinds, "exact"}
    for entry in entries:
        text = (ARTICLES / entry["article"]).read_bytes().decode()
        outcome = made({"exact": entry["quote"]}, text=text, checksum=checksum(text))
        rules = {each.rule for each in outcome.findings}
        assert (kinds.get(entry["kind"]) in rules) == (entry["kind"] != "exact"), entry["id"]
        (quotation,) = quotations(outcome.fact_check)
        if entry["kind"] in ("exact", "normalised"):
            assert quotation.start == entry["starts"][0]
        else:
            assert quotation == Quotation(exact=entry["quote"])
