"""No leaf of markup is lost, whatever stands at any place, and all that is read comes back equal."""

import json
from pathlib import Path

import pytest
from claimreview_reading import EVERYTHING, read
from json_leaves import leaves

import factcheck
from factcheck.testing import full_fact_check

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def test_what_we_write_we_read_again_under_the_same_ids():
    full = full_fact_check()
    document = factcheck.export(full, "claimreview")
    (again,) = [record.fact_check for record in read(document.body) if record.fact_check]
    assert (again.id, again.headline, again.publisher) == (full.id, full.headline, full.publisher)
    assert {claim.id for claim in again.claims} == {claim.id for claim in full.claims}
    assert {source.id for source in again.sources} == {source.id for source in full.sources}


def corpus():
    if not CORPUS.exists():
        return []
    nodes = [json.loads(line)["node"] for line in (CORPUS / "claimreview.jsonl").read_text().splitlines()]
    scripts = [path.read_bytes() for path in sorted((CORPUS / "scripts").iterdir())]
    return [json.dumps(node).encode() for node in nodes] + scripts + [(CORPUS / "data_commons_raw.json").read_bytes()]


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not here")
def test_no_leaf_of_real_markup_is_lost():
    assert len(corpus()) == 67
    for body in corpus():
        records = read(body)
        told = {finding.path for record in records for finding in record.findings}
        data = [json.loads(record.fact_check.model_dump_json()) for record in records if record.fact_check]
        values = {str(value).strip() for _, value in leaves(data)}
        for place, value in leaves(json.loads(body)):
            constant = "/@type" in place or "/@context" in place
            number = isinstance(value, int | float) and str(float(value)) in values
            address = isinstance(value, str) and any(value in each for each in values if each.startswith("http"))
            words = isinstance(value, str) and (value.strip() in values or set(value.split(",")) <= values)
            assert constant or number or address or words or place in told, (place, value)


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not here")
def test_real_markup_comes_back_equal_from_our_own_and_is_valid_or_says_what_is_missing():
    for body in corpus():
        for record in read(body):
            if record.fact_check is None:
                continue
            document = factcheck.export(record.fact_check, "claimreview")
            wrong = factcheck.has_errors(factcheck.Host.discover().validate(document, "claimreview"))
            assert not wrong or factcheck.has_errors(record.findings)
            if record.fact_check.verdicts:
                again = [each.fact_check for each in read(document.body) if each.fact_check]
                assert again == [record.fact_check]


ODD = [
    None, True, 0, -1, 10**30, 1e308, "", " ", [], [[]], {}, [{}], {"@id": "#x"}, {"@id": {}}, {"@value": "v"},
    {"@value": 3}, "\x00", "a\x07b", "\u202ex", "\U0001f600", "x" * 2001, "https://[", "http://x:99999999/",
    "javascript:alert(1)", "http://a b", "https://ü.example/ä", "//x.example", "0000-00-00", "2020-13-45", "-2020",
    "99999-01-01", "English", "en_US", "xx-yy-zz-aaaaaaaaaaaaa", ["a", "b"], [None], [1, 2], {"name": 1}, {"@type": 5},
    {"@type": ["Person", "Organization"], "name": ["a", "b"]}, "&lt;b&gt; &amp;", " x ", "<script>", "\ud800",
]  # fmt: skip


def places(value, place=()):
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*place, step)
        yield from places(inner, (*place, step))


def changed(place, value):
    made = json.loads(json.dumps(EVERYTHING))
    part = made
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    return made


def shown(value):
    text = json.dumps(value) if value is None or isinstance(value, bool) else str(value)
    return text.removesuffix(".0")


@pytest.mark.parametrize("place", list(places(EVERYTHING)), ids=lambda place: "/".join(map(str, place)))
def test_whatever_stands_at_any_place_no_leaf_is_lost_and_all_comes_back(place):
    for value in ODD:
        body = json.dumps(changed(place, value)).encode()
        try:
            records = read(body)
        except factcheck.ReadingError:
            continue
        told = {finding.path for record in records for finding in record.findings}
        fact_checks = [record.fact_check for record in records if record.fact_check]
        made = {shown(each) for one in fact_checks for _, each in leaves(json.loads(one.model_dump_json()))}
        for where, leaf in leaves(json.loads(body)):
            text = shown(leaf)
            known = (
                {text, text.strip()} & made or set(text.split(",")) <= made or "@type" in where or "@context" in where
            )
            above = any(where == path or (path and where.startswith(f"{path}/")) for path in told)
            assert known or above or where.endswith("mediaAuthenticityCategory"), (value, where, leaf)
        for record in records:
            if record.fact_check and record.fact_check.verdicts:
                document = factcheck.export(record.fact_check, "claimreview")
                assert [each.fact_check for each in read(document.body) if each.fact_check] == [record.fact_check]
