"""What DataFeeds, RSS feeds and Parquet tables of ClaimReviews say, read back by judges that are not ours, and what is wrong with them in words."""

import io
import json
from email.utils import parsedate_to_datetime
from itertools import islice

import orjson
import pyarrow.parquet
import pytest
from claimreview_samples import made, nodes
from container_samples import (
    CONTAINERS,
    HOST,
    OPTIONS,
    TWO,
    found,
    joined,
    made_up,
    options,
    pieces,
    problems,
    whole,
)
from factcheck_claimreview.containers.columns import COLUMNS, rows
from factcheck_claimreview.containers.rss import rfc822
from factcheck_claimreview.containers.schemas import validator
from full_samples import hostile
from hypothesis import HealthCheck, given, settings
from lxml import etree
from pyld import jsonld
from statements import expanded, loader, same
from trying import examples

import factcheck
from factcheck import Document
from factcheck.testing import HOSTILE_TEXTS, full_fact_check, strategies

FEW = settings(max_examples=examples(12), suppress_health_check=list(HealthCheck))
REVIEW = "{https://schema.org}review"
OURS = {"modified": "2026-03-01T06:00:00+01", "name": "Ours", "url": "https://desk.example/feed"}


# --- DataFeed -----------------------------------------------------------------------------------


def test_a_feed_says_of_itself_what_is_asked():
    body = joined("datafeed", [], OURS)
    assert json.loads(body) == {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "name": "Ours",
        "url": "https://desk.example/feed",
        "dateModified": "2026-03-01T06:00:00+01:00",
        "dataFeedElement": [],
    }
    assert problems("datafeed", body) == []


@pytest.mark.parametrize("said", [{"modified": "yesterday"}, {"modified": "2026-03"}, {"url": "desk"}, {"day": "1"}])
def test_a_feed_says_nothing_that_it_could_not(said):
    with pytest.raises(factcheck.OptionError, match="datafeed"):
        options("datafeed", said)


def test_a_feed_has_the_items_of_the_profile():
    records = [*made_up(2), made(**TWO)]
    feed = json.loads(whole("datafeed", records))
    alone = [HOST.export(each, "claimreview", {"profile": "datacommons"}).body for each in records]
    assert feed["dataFeedElement"] == [item for body in alone for item in json.loads(body)["dataFeedElement"]]
    assert list(validator("datafeed-archive.schema.json").iter_errors(feed)) == []


@pytest.mark.parametrize("told", [{"indent": True}, {"graph": True, "profile": None}, {"profile": None}])
def test_an_item_is_the_same_whatever_document_it_comes_from(told):
    records = [*made_up(2), made(**TWO)]
    plain = json.loads(whole("datafeed", records))
    other = json.loads(joined("datafeed", pieces("datafeed", records, **told)))
    assert other == plain


@given(strategies.fact_checks())
@FEW
def test_pyld_expands_a_feed_to_its_reviews(fact_check):
    body = whole("datafeed", [fact_check, *made_up(1)])
    (feed,) = jsonld.expand(json.loads(body), {"documentLoader": loader})
    items = feed["http://schema.org/dataFeedElement"]
    assert len(items) == len(fact_check.verdicts) + 1
    assert all(item["http://schema.org/item"][0]["@type"] == ["http://schema.org/ClaimReview"] for item in items)


def test_our_importer_reads_all_reviews_of_a_feed():
    records = made_up(40)
    source = factcheck.Input.of(whole("datafeed", records), "feed.json")
    back = list(factcheck.imports(source, "claimreview", host=HOST))
    assert [each.fact_check.claims[0].text for each in back] == [each.claims[0].text for each in records]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda lines: lines[1:], [("datafeed-layout", 1)]),
        (lambda lines: lines[:-1], [("datafeed-layout", None)]),
        (lambda lines: [*lines, b"[]\n"], [("datafeed-layout", None)]),
        (lambda lines: [lines[0].replace(b"DataFeed", b"Dataset"), *lines[1:]], [("datafeed-schema", 1)]),
        (lambda lines: [*lines[:2], lines[2][1:], *lines[3:]], [("datafeed-layout", 3)]),
        (lambda lines: [*lines[:2], lines[2].replace(b"claimReviewed", b"claimReviewd"), *lines[3:]], [("claimreview-schema", 3)] * 2),
        (lambda lines: [*lines[:2], b",{]\n", *lines[3:]], [("claimreview-json", 3)]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_feed_is_told_with_its_line(spoil, told):
    lines = whole("datafeed", made_up(3)).splitlines(keepends=True)
    assert sorted(found("datafeed", b"".join(spoil(lines)))) == told


def test_the_pointer_counts_all_items_of_a_feed():
    lines = whole("datafeed", [made(**TWO), *made_up(2)]).splitlines(keepends=True)
    lines[3] = lines[3].replace(b'"worstRating":1', b'"worstRating":9')
    paths = [each.path for each in CONTAINERS["datafeed"].validate(io.BytesIO(b"".join(lines)))]
    assert paths
    assert all(path.startswith("/dataFeedElement/3/item/0/") for path in paths)


# --- RSS ----------------------------------------------------------------------------------------


def items(body):
    return list(etree.fromstring(body).iter("item"))


def said(item):
    return {child.tag.rpartition("}")[2]: child.text for child in item}


def test_an_item_says_what_the_guide_of_de_facto_asks():
    (item,) = items(whole("rss", [full_fact_check()]))
    told = said(item)
    assert told.pop("review")
    assert told == {
        "title": "Full headline",
        "link": "https://desk.example/full-page",
        "pubDate": "Sat, 02 Jan 2016 00:00:00 +0000",
        "updateDate": "2016-02-03T00:00:00+00:00",
        "description": "Full summary",
        "author": full_fact_check().agents[1].name,
        "category": "Whole topic",
        "guid": "https://desk.example/2015/full",
        "encoded": "<p>Full body, first paragraph.</p><p>Full body, second paragraph.</p>",
    }
    assert item.find("guid").get("isPermaLink") == "false"
    assert item.find(REVIEW).get("encodingFormat") == "application/ld+json"


@pytest.mark.parametrize("words", HOSTILE_TEXTS)
def test_hostile_words_come_back_from_an_item(words):
    words = f"It says {words} there."
    (item,) = items(whole("rss", [hostile(words, {"exact": words})]))
    shown = "".join(
        chr(0x2400 + ord(c)) if c < " " and c not in "\t\n\r" else "\ufffd" if c in "\ufffe\uffff" else c for c in words
    )
    assert said(item)["title"] == said(item)["description"] == shown
    reviews = json.loads(item.find(REVIEW).text)
    assert words in {node.get("claimReviewed") for node in nodes(reviews)}


@pytest.mark.parametrize("words", ["]]>", "]]]]>>", "<![CDATA[]]>]]>", "]]\ufffe>"])
def test_the_end_of_cdata_may_stand_in_a_review(words):
    document = Document("application/ld+json", ".jsonld", orjson.dumps({"claimReviewed": words}))
    piece = CONTAINERS["rss"].piece(made(), document, options("rss"))
    (item,) = items(joined("rss", [piece]))
    assert json.loads(item.find(REVIEW).text) == {"claimReviewed": words}


@given(strategies.fact_checks())
@FEW
def test_the_reviews_of_an_item_say_what_the_document_says(fact_check):
    document = HOST.export(fact_check, "claimreview").body
    reviews = [same(expanded(item.find(REVIEW).text)) for item in items(whole("rss", [fact_check]))]
    assert reviews == ([same(expanded(document))] if fact_check.verdicts else [])


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("2015-12-28", "Mon, 28 Dec 2015 00:00:00 +0000"),
        ("2015-12-28T09:30:00+03", "Mon, 28 Dec 2015 09:30:00 +0300"),
        ("2015-12-28T09:30:00Z", "Mon, 28 Dec 2015 09:30:00 +0000"),
        ("2015-12-28T09:30:00", "Mon, 28 Dec 2015 09:30:00 +0000"),
        ("2015-12-28~", None),
        ("2015-12", None),
        ("../2015-12-24", None),
        (None, None),
    ],
)
def test_dates_of_rss(known, written):
    assert rfc822(known) == written


@given(strategies.dates())
def test_dates_of_rss_can_be_read(known):
    written = rfc822(known)
    assert written is None or parsedate_to_datetime(written).tzinfo


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (b"<title>", b"<titel>", "rss-no-xml"),
        (b"<rss ", b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss ", "rss-no-xml"),
        (b'version="2.0"', b'version="0.91"', "rss-schema"),
        (b"<link>https://desk.example/</link>", b"", "rss-schema"),
        (b"<link>https://desk-0.example/checks/0</link>", b"<link>no</link>", "rss-schema"),
        (b"<pubDate>Sun, 16", b"<pubDate>2017-04-16, Sun, 16", "rss-schema"),
        (b"<item>", b"<item><enclosure/>", "rss-schema"),
        (b'"@type":"ClaimReview",', b"", "claimreview-schema"),
        (b'CDATA[{"@context"', b'CDATA["@context"', "claimreview-json"),
    ],
)
def test_what_is_wrong_with_an_rss_feed_is_told(old, new, rule):
    body = whole("rss", made_up(2))
    assert old in body
    assert rule in {each for each, _ in found("rss", body.replace(old, new, 1))}


def test_rss_asks_for_the_site_before_any_work(tmp_path, capsys):
    from factcheck.cli import main  # noqa: PLC0415  # for this test alone

    (tmp_path / "a.jsonl").write_bytes(b"{")
    assert main(["export", str(tmp_path / "a.jsonl"), "--to", "claimreview", "--bundle", str(tmp_path / "a.rss")]) == 2
    told = capsys.readouterr()
    assert "-O rss.link=https://… [rss-no-link]" in told.out + told.err
    assert [each.name for each in tmp_path.iterdir()] == ["a.jsonl"]


# --- Parquet ------------------------------------------------------------------------------------


def table(body):
    return pyarrow.parquet.ParquetFile(io.BytesIO(body))


@given(strategies.fact_checks())
@FEW
def test_rows_come_back(fact_check):
    back = table(whole("parquet", [fact_check])).read().to_pylist()
    days = {column.name for column in COLUMNS if column.kind == "day"}
    plain = [{name: str(value) if name in days and value else value for name, value in row.items()} for row in back]
    assert plain == rows(fact_check)


def test_a_row_for_each_verdict_says_what_the_fact_check_says(golden):
    back = table(whole("parquet", [*made_up(2), full_fact_check(), made(**TWO)])).read().to_pylist()
    golden(
        "containers/archive.parquet.json", json.dumps(back, indent=1, ensure_ascii=False, default=str).encode() + b"\n"
    )


def test_columns_have_types():
    types = {
        name: str(kind)
        for name, kind in zip(
            table(joined("parquet", [])).schema_arrow.names,
            table(joined("parquet", [])).schema_arrow.types,
            strict=True,
        )
    }
    assert types == {
        column.name: {"text": "string", "texts": "list<element: string>", "number": "double", "day": "date32[day]"}[column.kind]
        for column in COLUMNS
    }  # fmt: skip


def test_rows_are_written_in_groups():
    piece = pieces("parquet", made_up(1))[0]
    body = joined("parquet", [piece] * 10_000)
    assert table(body).metadata.num_row_groups == 5
    assert table(body).metadata.num_rows == 10_000
    assert problems("parquet", body) == []


def test_a_table_of_other_columns_is_told():
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"a": [1]}), out)
    assert found("parquet", out.getvalue()) == [("parquet-columns", None)]
    assert found("parquet", b"PAR1 no table PAR1") == [("parquet-no-table", None)]


def test_options_are_described():
    assert set(OPTIONS) == set(CONTAINERS)
    fields = [field for each in CONTAINERS.values() for field in each.options.model_fields.values()]
    assert all(field.description for field in fields)
    assert len(list(islice(fields, 7))) == 7
