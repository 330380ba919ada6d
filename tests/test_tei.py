"""The TEI exporter: what it writes, and that nothing gets lost on the way."""

import re
from pathlib import Path

import pytest
from factcheck_tei import factcheck_check
from factcheck_tei.exporter import TeiExporter
from factcheck_tei.importer import TeiImporter
from full_samples import changed, hostile
from hypothesis import HealthCheck, given, settings
from lxml import etree
from trying import examples

import factcheck
from factcheck import Document, FactCheck
from factcheck.testing import HOSTILE_TEXTS, ExporterContract, full_fact_check
from factcheck.testing.strategies import fact_checks

EXAMPLE = Path(__file__).parents[1] / "examples" / "taliban-russia-2015" / "factcheck.yaml"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SOME = settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(SOME, max_examples=examples(15))


def export(fact_check: FactCheck) -> Document:
    return TeiExporter().export(fact_check, TeiExporter.options())


def read(body: bytes) -> FactCheck | None:
    importer = TeiImporter()
    (record,) = importer.read(factcheck.Input.of(body), importer.options())
    return record.fact_check


def words(element) -> str:
    """The text of an element, each `g` as the character that it names."""
    parts = [element.text or ""]
    for inner in element:
        named = (
            chr(int(inner.get("n").removeprefix("U+"), base=16)) if inner.tag == f"{{{TEI['t']}}}g" else words(inner)
        )
        parts += (named, inner.tail or "")
    return "".join(parts)


def parsed(fact_check: FactCheck):
    return etree.fromstring(export(fact_check).body)


@pytest.fixture(scope="module")
def example() -> FactCheck:
    return factcheck.load(EXAMPLE)


class TestContract(ExporterContract):
    exporter = TeiExporter()


def test_the_example_is_valid_and_as_before(example, golden):
    document = export(example)
    assert TeiExporter().validate(document) == []
    golden("taliban-russia-2015.tei.xml", document.body)


def test_the_full_fact_check_is_valid_and_as_before(golden):
    document = export(full_fact_check())
    assert TeiExporter().validate(document) == []
    golden("full.tei.xml", document.body)


@pytest.mark.parametrize("which", ["example", "full"])
def test_reading_back_gives_the_same(which, example):
    fact_check = example if which == "example" else full_fact_check()
    assert read(export(fact_check).body) == fact_check


@SOME
@given(fact_check=fact_checks())
def test_reading_back_gives_the_same_for_all(fact_check):
    document = export(fact_check)
    assert TeiExporter().validate(document) == []
    assert read(document.body) == fact_check


def test_the_least_there_can_be():
    least = FactCheck(id="tag:desk.example,2015:1", headline="h", language="en", claims=({"id": "c", "text": "t"},))
    document = export(least)
    assert TeiExporter().validate(document) == []
    assert read(document.body) == least


def test_a_source_of_which_nothing_is_known_is_an_empty_bibl():
    least = FactCheck(
        id="tag:desk.example,2015:1",
        headline="h",
        language="en",
        sources=({"id": "s"},),
        claims=({"id": "c", "text": "t"},),
    )
    document = export(least)
    assert '\n<bibl xml:id="s" type="article"/>\n' in document.text
    assert TeiExporter().validate(document) == []


def test_the_order_of_agents_goes_through_both_lists():
    agents = full_fact_check().model_dump(mode="json")["agents"]
    kinds = [agent["kind"] for agent in agents]
    assert kinds != sorted(kinds), "persons and organisations stand mixed here"
    for mixed in (changed(agents=agents), changed(agents=agents[::-1])):
        assert read(export(mixed).body) == mixed


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_comes_back_to_the_character(text):
    words = f"a{text}z"
    fact_check = hostile(words, {"exact": text, "prefix": words, "suffix": text})
    document = export(fact_check)
    assert TeiExporter().validate(document) == []
    assert read(document.body) == fact_check


@pytest.mark.parametrize(
    ("character", "shown"), [("\x07", "\u2407"), ("\x00", "\u2400"), ("\ufffe", "\ufffd"), ("\uffff", "\ufffd")]
)
def test_a_character_that_xml_cannot_hold_is_shown_and_named(character, shown):
    root = parsed(changed(headline=f"a{character}b"))
    glyph = root.find(".//t:title/t:g", TEI)
    assert (glyph.text, glyph.get("n"), glyph.tail) == (shown, f"U+{ord(character):04X}", "b")


def test_such_characters_are_findings_that_name_the_path():
    fact_check = changed(
        headline="a\x07b\ufffe", claims__0__text="c\x00", rating_scale__ratings__0__names={"en": "\x01"}
    )
    found = {finding.path: finding for finding in factcheck.check(fact_check) if finding.rule.startswith("tei-")}
    assert set(found) == {"headline", "claims[0].text", "rating_scale.ratings[0].names.en"}
    assert found["headline"].severity is factcheck.Severity.WARNING
    assert "U+0007, U+FFFE" in found["headline"].message


@pytest.mark.parametrize("character", [*map(chr, range(0x20)), "\ufffe", "\uffff"])
def test_each_such_character_is_found_and_no_other_control(character):
    found = {finding.rule for finding in factcheck_check(changed(summary=f"a{character}b", body="a\\b\\u0001\x7f"))}
    assert found == (set() if character in "\t\n\r" else {"tei-forbidden-character"})


def test_each_string_range_finds_the_words_quoted(example):
    for fact_check in (example, full_fact_check(), changed(claims__0__appearances__0__quotation=_far_off_words())):
        _resolve_all(fact_check)


@SOME
@given(fact_check=fact_checks())
def test_each_string_range_finds_the_words_quoted_for_all(fact_check):
    _resolve_all(fact_check)


def _far_off_words():
    return {
        "exact": "e\u0301\U0001f600\r\n\u05e9\u05dc",
        "prefix": "\U0001f468\u200d\U0001f469\x07 ",
        "suffix": "\U0001f600",
    }


def _resolve_all(fact_check: FactCheck) -> None:
    """Counts code points in the text of the block, as the Guidelines say, and compares with the model."""
    root = parsed(fact_check)
    quoting = [part for claim in fact_check.claims for part in claim.appearances]
    quoting += [part for verdict in fact_check.verdicts for part in verdict.evidence]
    annotations = root.xpath(
        ".//t:listAnnotation[@type='appearances' or @type='evidence']/t:annotation", namespaces=TEI
    )
    assert len(annotations) == len(quoting)
    for annotation, part in zip(annotations, quoting, strict=True):
        target = annotation.get("target")
        if part.quotation is None:
            assert target == f"#{part.source}"
            continue
        block, offset, length = re.fullmatch(r"#string-range\((.+),(\d+),(\d+)\)", target).groups()
        (found,) = root.xpath("//*[@xml:id = $id]", id=block)
        text = "".join(found.itertext())
        words = text[int(offset) : int(offset) + int(length)]
        assert words == re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", _as_shown, part.quotation.exact)


def _as_shown(match: re.Match[str]) -> str:
    return chr(0x2400 + ord(match.group())) if match.group() < " " else "\ufffd"


@SOME
@given(fact_check=fact_checks())
def test_the_body_says_all_that_a_reader_must_see(fact_check):
    document = export(fact_check)
    claims = etree.fromstring(document.body).findall(".//t:body/t:div[@type='claim']", TEI)
    for claim, div in zip(fact_check.claims, claims, strict=True):
        assert words(div.find("t:head", TEI)) == claim.text
        verdicts = [verdict for verdict in fact_check.verdicts if verdict.claim == claim.id]
        shown = div.findall("t:div[@type='verdict']", TEI)
        for verdict, inner in zip(verdicts, shown, strict=True):
            rating = next(each for each in fact_check.rating_scale.ratings if each.id == verdict.rating)
            assert words(inner.find("t:head", TEI)) in rating.names.values()
            said = [words(paragraph) for paragraph in inner.findall("t:p", TEI)]
            assert verdict.explanation is None or verdict.explanation in said


def paragraphs(element) -> list[str]:
    """The text of each paragraph and item, as a reader sees it."""
    return [words(found) for found in element.iter(f"{{{TEI['t']}}}p", f"{{{TEI['t']}}}item")]


RENDERED = {
    "whole": "whole",
    "part": "in part",
    "altered": "altered",
    "translated": "translated",
    "paraphrased": "paraphrased",
}


@FEW
@given(fact_check=fact_checks())
def test_the_body_alone_says_how_claims_bear_on_each_other_for_all(fact_check):
    body = parsed(fact_check).find("t:text/t:body", TEI)
    claims = {claim.id: claim for claim in fact_check.claims}
    for claim, div in zip(fact_check.claims, body.findall("t:div[@type='claim']", TEI), strict=True):
        told = [words(each) for each in div.findall("t:p", TEI)]
        bearings = [
            f"{relation.kind}: {claims[relation.claim].text}" + (f" ({relation.note})" if relation.note else "")
            for relation in claim.relations
        ]
        assert told[len(told) - len(bearings) :] == bearings


@FEW
@given(fact_check=fact_checks())
def test_the_body_alone_says_how_a_page_gives_a_claim_for_all(fact_check):
    body = parsed(fact_check).find("t:text/t:body", TEI)
    appearances = [each for claim in fact_check.claims for each in claim.appearances]
    shown = body.findall("t:div[@type='claim']/t:div[@type='appearance']", TEI)
    for appearance, div in zip(appearances, shown, strict=True):
        rendered = ", ".join(RENDERED[rendering] for rendering in appearance.rendering)
        wanted = [
            "first appearance" if appearance.first else "",
            f"attributed to: {appearance.attributed_to}" if appearance.attributed_to else "",
            f"rendered: {rendered}" if rendered else "",
        ]
        blocks = [appearance.quotation, appearance.source, any(wanted)]
        told = [words(each) for each in div.findall("t:p", TEI)]
        assert len(told) == sum(map(bool, blocks))
        assert not any(wanted) or told[-1] == "; ".join(filter(None, wanted))


@FEW
@given(fact_check=fact_checks())
def test_the_body_alone_lists_each_source_once_with_what_it_copies_for_all(fact_check):
    body = parsed(fact_check).find("t:text/t:body", TEI)
    items = body.findall("t:div[@type='sources']/t:list/t:item", TEI)
    assert [item.get("corresp") for item in items] == [f"#{source.id}" for source in fact_check.sources]
    for source, item in zip(fact_check.sources, items, strict=True):
        told = words(item)
        assert told.startswith(source.title or source.description or source.url or source.kind)
        addresses = item.xpath("t:ref[not(starts-with(@target, '#'))]", namespaces=TEI)
        assert [words(address) for address in addresses] == ([source.url] if source.url else [])
        for date in (source.published, source.modified, source.accessed):
            assert date is None or date in told
        original = item.xpath("t:ref[starts-with(@target, '#')]/@target", namespaces=TEI)
        if source.copy_of is None:
            assert original == []
        else:
            assert original == [f"#{source.copy_of.source}.listed"]
            assert f"; {source.copy_of.kind} from: " in told
            assert source.copy_of.note is None or told.endswith(f" ({source.copy_of.note})")


@FEW
@given(fact_check=fact_checks())
def test_an_earlier_verdict_is_told_in_words_for_all(fact_check):
    body = parsed(fact_check).find("t:text/t:body", TEI)
    published = {correction.id: correction.published for correction in fact_check.corrections}
    claims = [claim.id for claim in fact_check.claims]
    by_claim = sorted(fact_check.verdicts, key=lambda verdict: claims.index(verdict.claim))
    history = [earlier for verdict in by_claim for earlier in verdict.history]
    struck = body.xpath(".//t:p[t:hi]", namespaces=TEI)
    for earlier, told in zip(history, struck, strict=True):
        label = words(told[0])
        when = f", {earlier.published}" if earlier.published else ""
        replaced = f"replaced by the correction of {published[earlier.correction]}"
        assert words(told) == f"{label}{when}, {replaced}"
        assert told[-1].get("target") == f"#{earlier.correction}.text"


@FEW
@given(fact_check=fact_checks())
def test_links_in_the_body_stay_there_but_for_those_to_the_labels(fact_check):
    root = parsed(fact_check)
    body = root.find("t:text/t:body", TEI)
    here = {element.get(ID) for element in body.iter() if element.get(ID)}
    labels = set(root.xpath("//t:category/@xml:id", namespaces=TEI))
    links = body.xpath(".//t:ref[starts-with(@target, '#')]", namespaces=TEI)
    for link in links:
        of_label = link.getparent().tag in (f"{{{TEI['t']}}}head", f"{{{TEI['t']}}}hi")
        assert link.get("target")[1:] in (labels if of_label else here)


def test_of_a_claim_beyond_any_sense_others_repeat_the_beginning():
    fact_check = changed(claims__1__text="long " * 10_000)
    body = parsed(fact_check).find("t:text/t:body", TEI)
    (repeated,) = body.xpath("//t:ref[@target='#two.text']", namespaces=TEI)
    assert len(repeated.text) == 2000
    assert repeated.text.endswith("…")
    assert fact_check.claims[1].text.startswith(repeated.text[:-1])
    assert read(export(fact_check).body) == fact_check


TOLD = """
narrows: Russia and the Taliban have channels for exchanging information about Islamic State. \
(information was exchanged, and nothing more)
attributed to: a senior Russian official; rendered: in part, paraphrased
Disputed, 2026-11-16, replaced by the correction of 2026-11-18
Taliban denies sharing ISIL intelligence with Russia, Hindi news site, 2015-12-26/..; reposted from: \
Taliban denies sharing ISIL intelligence with Russia, Al Jazeera, 2015-12-26~ (The page ends with "Source:Al Jazeera".)
"""


@pytest.mark.parametrize("words", TOLD.strip().splitlines())
def test_the_body_of_the_example_says_what_stand_off_says(words, example):
    assert words in paragraphs(parsed(example).find("t:text/t:body", TEI))


@SOME
@given(fact_check=fact_checks())
def test_nobody_unnamed_is_given_a_name(fact_check):
    root = parsed(fact_check)
    for agent in fact_check.agents:
        if agent.kind == "unnamed":
            pointing = root.xpath("//*[@ref = $ref]", ref=f"#{agent.id}")
            names = [element for element in pointing if etree.QName(element).localname in ("persName", "orgName")]
            empty = [element for element in pointing if etree.QName(element).localname == "name"]
            (described,) = root.xpath("//*[@xml:id = $id]", id=agent.id)
            assert names == []
            assert not any(element.text for element in empty)
            assert described.xpath("t:persName | t:orgName", namespaces=TEI) == []


def test_unnamed_agents_are_what_their_nature_is():
    unnamed = {"kind": "unnamed", "description": "somebody"}
    people = [
        {"id": "one", "affiliation": "outlet", **unnamed},
        {"id": "many", "nature": "group", **unnamed},
        {"id": "outlet", "nature": "organisation", **unnamed},
    ]
    fact_check = FactCheck(
        id="tag:desk.example,2015:1",
        headline="h",
        language="en",
        agents=people,
        sources=({"id": "s", "publisher": "outlet"},),
        claims=({"id": "c", "text": "t", "interpreted_by": "one", "claimants": ["one", "many"]},),
    )
    root = parsed(fact_check)
    tags = {agent.id: root.xpath("local-name(//*[@xml:id = $id])", id=agent.id) for agent in fact_check.agents}
    assert tags == {"one": "person", "many": "personGrp", "outlet": "org"}
    assert read(export(fact_check).body) == fact_check


DATES = {
    "2015": {"when": "2015"},
    "2015-12-28": {"when": "2015-12-28"},
    "2015-12~": {"when": "2015-12", "precision": "low"},
    "2015-12?": {"when": "2015-12", "cert": "low"},
    "2015-12%": {"when": "2015-12", "cert": "low", "precision": "low"},
    "201X": {"notBefore": "2010", "notAfter": "2019"},
    "2015-12-XX": {"when": "2015-12"},
    "2015-21": {"when": "2015"},
    "../2015-12-24": {"notAfter": "2015-12-24"},
    "2015-12-24/..": {"notBefore": "2015-12-24"},
    "2015-12-24/2016-01~": {"notBefore": "2015-12-24", "notAfter": "2016-01", "precision": "low"},
    "2015-12-28T09:30:00": {"when": "2015-12-28T09:30:00"},
    "2015-12-28T09:30:00Z": {"when": "2015-12-28T09:30:00Z"},
    "2015-12-28T09:30:00+05": {"when": "2015-12-28T09:30:00+05:00"},
    "2015-12-28T09:30:00-03:30": {"when": "2015-12-28T09:30:00-03:30"},
    "2015-12-28T09:30:00+14:00": {"when": "2015-12-28T09:30:00+14:00"},
    "0000": {},
    "-0044": {},
    "-0044/0014": {"notAfter": "0014"},
    "Y170000002": {},
}


@pytest.mark.parametrize("edtf", DATES)
def test_a_date_says_as_much_as_w3c_formats_can(edtf):
    fact_check = changed(published=edtf, claims__0__made=edtf, corrections__0__published=edtf)
    root = parsed(fact_check)
    date = root.find(".//t:publicationStmt/t:date[@type='published']", TEI)
    assert {name: value for name, value in date.attrib.items() if name != "type"} == DATES[edtf]
    assert date.text == edtf
    document = export(fact_check)
    assert TeiExporter().validate(document) == []
    assert read(document.body) == fact_check


URLS = {
    "https://a.example/x?a=b&c=d": "https://a.example/x?a=b&c=d",
    "https://a.example/наука": "https://a.example/наука",
    "https://a.example/?a[]=1": "https://a.example/?a%5B%5D=1",
    "https://a.example/100%": "https://a.example/100%25",
    "https://a.example/%zz%41": "https://a.example/%25zz%41",
    "https://a.example/#a#b[": "https://a.example/#a%23b%5B",
}


@pytest.mark.parametrize("url", URLS)
def test_an_address_that_no_uri_may_hold_is_encoded_and_stands_as_written_too(url):
    fact_check = changed(
        url=url,
        licence=url,
        policies__ethics=url,
        rating_scale__url=url,
        sources__0__url=url,
        sources__0__archived_url=url,
        sources__0__licence=url,
        topics__0__same_as=[url, url],
        verdicts__0__url=url,
        claims__0__media__0__url=url,
        claims__0__media__0__original=url,
    )
    document = export(fact_check)
    root = etree.fromstring(document.body)
    targets = root.xpath("//t:listBibl/t:bibl[1]/*[@type='url']/@target", namespaces=TEI)
    assert targets == [URLS[url]]
    assert TeiExporter().validate(document) == []
    assert read(document.body) == fact_check


def test_words_quoted_are_in_the_language_of_their_source_unless_it_says_otherwise():
    quotation = {"exact": "words", "language": None}
    fact_check = changed(sources__0__language="hi", claims__0__appearances__0__quotation=quotation)
    source = fact_check.claims[0].appearances[0].source
    assert source == fact_check.sources[0].id
    quote = parsed(fact_check).find(".//t:div[@type='appearance']/t:p/t:quote", TEI)
    assert (quote.get(LANG), quote.getparent().get(LANG)) == (None, "hi")


def test_the_last_relay_is_not_shown_twice(example):
    shown = parsed(example).findall(".//t:div[@type='appearance']", TEI)
    for div in shown:
        targets = [ref.get("target") for ref in div.findall("t:p/t:ref", TEI)]
        assert len(targets) < 2 or targets[-1] != targets[-2]


@FEW
@given(fact_check=fact_checks())
def test_every_language_written_is_declared(fact_check):
    root = parsed(fact_check)
    written = {element.get(LANG) for element in root.iter() if element.get(LANG)}
    assert written == set(root.xpath("//t:langUsage/t:language/@ident", namespaces=TEI))


def test_nothing_stands_between_the_lines_of_mixed_content(example):
    for element in parsed(example).iter("{*}p", "{*}head", "{*}quote", "{*}title", "{*}note", "{*}change", "{*}desc"):
        tails = [inner.tail for inner in element if inner.tail]
        assert not any(tail.strip() == "" and "\n" in tail for tail in tails), etree.tostring(element)
