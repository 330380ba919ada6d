"""What each container of ClaimReviews writes, read back by judges that are not ours, and what is wrong with it in words."""

import io
import json
import re
from collections import defaultdict
from email.utils import parsedate_to_datetime
from functools import cache
from itertools import islice
from typing import NamedTuple

import orjson
import pyarrow.parquet
import pyoxigraph
import pytest
from claimreview_samples import made, nodes
from container_samples import CONTAINERS, HOST, OPTIONS, found, joined, made_up, options, pieces, problems, whole
from factcheck_claimreview.containers.columns import COLUMNS, rows
from factcheck_claimreview.containers.nquads import CONTEXT
from factcheck_claimreview.containers.rss import rfc822
from factcheck_claimreview.containers.schemas import validator
from full_samples import hostile
from hypothesis import HealthCheck, given, settings
from lxml import etree
from pyld import jsonld
from schemaorg_vocabulary import SCHEMA_ORG
from trying import examples

import factcheck
from factcheck import Document
from factcheck.testing import HOSTILE_TEXTS, full_fact_check, strategies

FEW = settings(max_examples=examples(12), suppress_health_check=list(HealthCheck))
REVIEW = "{https://schema.org}review"
OURS = {"modified": "2026-03-01T06:00:00+01", "name": "Ours", "url": "https://desk.example/feed"}
TWO = {
    "claims": [{"id": "c1", "text": "One."}, {"id": "c2", "text": "Two."}],
    "verdicts": [{"id": f"v{n}", "claim": f"c{n}", "rating": "no"} for n in (1, 2)],
}


@cache
def schema_org():
    """schema.org's own context, None where it is not beside this repository."""
    path = SCHEMA_ORG / "schemaorgcontext.jsonld"
    return json.loads(path.read_text(encoding="utf-8"))["@context"] if path.exists() else None


def loader(url, _):
    assert url.rstrip("/") == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": schema_org() or CONTEXT}}


class Blank(NamedTuple):
    """A blank node by its label."""

    label: str


def statements(body):
    """The statements of N-Quads, as pyoxigraph reads them."""
    for quad in pyoxigraph.parse(body, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True):
        yield tuple(
            Blank(each.value) if isinstance(each, pyoxigraph.BlankNode) else str(each)
            for each in (quad.subject, quad.predicate, quad.object)
        )


def expanded(body):
    """The statements that pyld makes of JSON-LD."""
    graphs = jsonld.to_rdf(json.loads(body), {"documentLoader": loader})
    for told in graphs["@default"]:
        yield tuple(written(told[part]) for part in ("subject", "predicate", "object"))


def written(term):
    """A term of pyld as N-Quads have it."""
    if term["type"] == "blank node":
        return Blank(term["value"])
    if term["type"] == "IRI":
        return f"<{term['value']}>"
    if "language" in term:
        return str(pyoxigraph.Literal(term["value"], language=term["language"]))
    return str(pyoxigraph.Literal(term["value"], datatype=pyoxigraph.NamedNode(term["datatype"])))


def number(term):
    """A term, its number with the 16 digits that JSON-LD asks for: pyoxigraph writes as many as it takes to come back equal."""
    told = re.fullmatch(r'"(.+)"\^\^<http://www.w3.org/2001/XMLSchema#double>', term) if isinstance(term, str) else None
    return f"{float(told[1]):.15E}" if told else term


def same(told):
    """A dataset whose blank nodes stand in one place each: every one as what is said of it, whatever its label."""
    of = defaultdict(set)
    for subject, predicate, value in told:
        of[subject].add((predicate, number(value)))

    def tree(value):
        return sorted((name, repr(tree(inner))) for name, inner in of[value]) if isinstance(value, Blank) else value

    named = ((subject, of[subject]) for subject in list(of) if not isinstance(subject, Blank))
    return sorted(repr((subject, predicate, tree(value))) for subject, said in named for predicate, value in said)


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


# --- N-Quads ------------------------------------------------------------------------------------


def test_the_context_says_what_that_of_schema_org_says():
    if schema_org() is None:
        pytest.skip("the schema.org context is not beside this repository")
    schemas = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in factcheck_schemas().glob("*.schema.json")
        if "as-found" not in path.name
    ]
    names = {name for schema in schemas for node in nodes(schema) for name in node.get("properties", {})}
    assert {name for name in names if not name.startswith("@")} <= set(schema_org())
    theirs = {name: schema_org()[name].get("@type") for name in names if name in schema_org()}
    assert {name: CONTEXT.get(name, {}).get("@type") for name in theirs} == theirs
    assert CONTEXT["@vocab"] == schema_org()["@vocab"]


def factcheck_schemas():
    from importlib.resources import files  # noqa: PLC0415  # for this test alone

    return files("factcheck_schemas") / "claimreview"


@given(strategies.fact_checks())
@FEW
def test_statements_are_those_that_pyld_expands(fact_check):
    document = HOST.export(fact_check, "claimreview").body
    assert same(statements(whole("nquads", [fact_check]))) == same(expanded(document))


@pytest.mark.parametrize(
    "told", [{}, {"indent": True}, {"graph": True}, {"profile": "datacommons"}, {"profile": "ifcn"}]
)
def test_statements_are_those_that_pyld_expands_whatever_the_layout(told):
    for fact_check in (
        full_fact_check(),
        made(**TWO),
        *(hostile(f"x {each} y", {"exact": each}) for each in HOSTILE_TEXTS),
    ):
        body = joined("nquads", pieces("nquads", [fact_check], **told))
        assert same(statements(body)) == same(expanded(HOST.export(fact_check, "claimreview", told).body))


def labels(statements):
    return {word for line in statements.splitlines() for word in (line.split(b" ")[0], line.split(b" ")[-2]) if word.startswith(b"_:")}  # fmt: skip


def test_blank_nodes_have_the_same_names_each_time_and_no_two_documents_share_one():
    again, made_pieces = pieces("nquads", made_up(20)), pieces("nquads", made_up(20))
    assert again == made_pieces
    named = [labels(piece) for piece in made_pieces]
    assert all(named)
    assert len(set.union(*named)) == sum(map(len, named))


def test_what_looks_like_a_blank_node_in_a_text_stays():
    words = 'a> _:b1 .\n_:b2 <http://x> "> _:b3 .'
    (line,) = (each for each in whole("nquads", [made(claim={"text": words})]).splitlines() if b"claimReviewed" in each)
    assert line.endswith(rb' "a> _:b1 .\n_:b2 <http://x> \"> _:b3 ." .')


@pytest.mark.parametrize(
    "spoilt", [b"no statement\n", b'<a> <http://b> "c" .\n', b'<http://a> <http://b> "c"\n', b"\xff\n"]
)
def test_a_line_that_is_no_statement_is_told(spoilt):
    body = whole("nquads", made_up(1))
    assert [rule for rule, _ in found("nquads", body + spoilt)] == ["nquads-no-rdf"]


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
