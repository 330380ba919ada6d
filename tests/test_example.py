"""The shipped example: it holds what a checker has to be able to write down, and both formats carry it."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import etree

import factcheck

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples/taliban-russia-2015/factcheck.yaml"
ARTICLES = ROOT / "../shared/articles"
CLAIMS = {"c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8a", "c8b", "c9", "c10"}
PAGES = {"moscow-times-page", "gulf-page", "blog-page", "hindi-repost", "dawn-page"}
TEI = {"tei": "http://www.tei-c.org/ns/1.0"}
FORMATS = ("claimreview", "tei")


@pytest.fixture(scope="module")
def example():
    return factcheck.load(EXAMPLE)


@pytest.fixture(scope="module", params=FORMATS)
def output(request, example):
    return factcheck.export(example, to=request.param).text


@pytest.fixture(scope="module")
def articles():
    if not ARTICLES.is_dir():
        pytest.skip("the saved articles are not beside this repository")
    return {f"sha256:{sha256(file.read_bytes()).hexdigest()}": file for file in sorted(ARTICLES.glob("*.txt"))}


def claim(example, wanted):
    return next(claim for claim in example.claims if claim.id == wanted)


def anchored(example):
    """Each quotation of the example with the id of the source that it stands in."""
    parts = [part for claim in example.claims for part in claim.appearances]
    parts += [part for verdict in example.verdicts for part in verdict.evidence]
    return [(part.source, part.quotation) for part in parts if part.quotation]


def test_no_rule_of_the_desk_or_of_a_format_is_broken(example):
    assert [str(finding) for finding in factcheck.check(example) if finding.severity == "error"] == []


def test_every_claim_is_there_and_has_one_verdict(example):
    assert {claim.id for claim in example.claims} == CLAIMS
    assert sorted(verdict.claim for verdict in example.verdicts) == sorted(CLAIMS)


def test_the_five_pages_are_sources_with_the_checksum_of_their_text(example, articles):
    sums = {source.id: source.checksum for source in example.sources if source.checksum}
    assert set(sums) == PAGES
    assert set(sums.values()) == set(articles)


def test_every_quotation_stands_in_its_page_to_the_character(example, articles):
    sums = {source.id: source.checksum for source in example.sources}
    for source, words in anchored(example):
        text = articles[sums[source]].read_text(encoding="utf-8")
        assert text[words.start : words.end] == words.exact
        assert text[: words.start].endswith(words.prefix or "")
        assert text[words.end :].startswith(words.suffix or "")


def test_quotations_are_short_and_have_a_place(example):
    quotations = [words for _, words in anchored(example)]
    assert len(quotations) > len(CLAIMS)
    assert all(len(words.exact) <= 300 and words.start is not None for words in quotations)


def test_the_denial_is_a_claim_that_denies_two_others(example):
    assert {(relation.kind, relation.claim) for relation in claim(example, "c2").relations} == {
        ("denies", "c1"),
        ("denies", "c3"),
    }


@pytest.mark.parametrize(
    ("one", "kind", "other"),
    [
        ("c4", "narrows", "c1"),
        ("c4", "contradicts", "c3"),
        ("c5", "repeats", "c1"),
        ("c5", "contradicts", "c4"),
        ("c6", "contradicts", "c2"),
        ("c8a", "contradicts", "c8b"),
        ("c8b", "contradicts", "c8a"),
    ],
)
def test_claims_bear_on_each_other(example, one, kind, other):
    assert (kind, other) in {(relation.kind, relation.claim) for relation in claim(example, one).relations}


def test_claimants_without_a_name_stay_without_one(example):
    unnamed = {agent.id: agent for agent in example.agents if agent.kind == "unnamed"}
    speakers = {claimant for claim in example.claims for claimant in claim.claimants}
    assert {"taliban-commander", "ministry-spokesperson", "afghan-experts"} <= speakers & set(unnamed)
    assert all(agent.name is None and agent.description for agent in unnamed.values())
    assert unnamed["afghan-experts"].nature == "group"


def test_the_words_came_through_chains_of_two_and_three(example):
    lengths = {len(part.relays) for claim in example.claims for part in claim.appearances}
    assert {1, 2, 3} <= lengths


def test_one_utterance_stands_in_two_translations(example):
    translated = [part for part in claim(example, "c1").appearances if "translated" in part.rendering]
    assert [part.source for part in translated] == ["blog-page", "hindi-repost"]
    assert len({part.quotation.exact for part in translated}) == 2


def test_the_altered_quotation_is_marked(example):
    dawn = next(part for part in claim(example, "c2").appearances if part.source == "dawn-page")
    assert dawn.rendering == ("part", "altered")


def test_copies_are_no_second_sources(example):
    copies = {source.id: (source.copy_of.kind, source.copy_of.source) for source in example.sources if source.copy_of}
    assert copies == {
        "moscow-times-page": ("syndicated", "wire-story"),
        "gulf-page": ("syndicated", "wire-story"),
        "blog-page": ("translated", "blog-original"),
        "hindi-repost": ("reposted", "al-jazeera-article"),
    }


def test_no_verdict_is_the_truth_about_the_event(example):
    numberless = {rating.id for rating in example.rating_scale.ratings if rating.number is None}
    assert {verdict.rating for verdict in example.verdicts} == numberless == {"unproven", "disputed"}
    assert all(verdict.explanation for verdict in example.verdicts)


def test_a_corrected_verdict_keeps_the_earlier_one(example):
    earlier = [(verdict.id, was.rating, was.correction) for verdict in example.verdicts for was in verdict.history]
    assert earlier == [("v3", "disputed", "correction-1")]


def test_every_claim_is_in_each_output(example, output):
    plain = " ".join(output.split())
    for part in example.claims:
        assert part.text in plain, part.id


def test_an_unnamed_claimant_is_described_in_claimreview_and_has_no_name(example):
    unnamed = {example.iri(agent.id): agent.description for agent in example.agents if agent.kind == "unnamed"}
    written = list(objects(json.loads(factcheck.export(example, to="claimreview").text)))
    found = [node for node in written if node.get("@id") in unnamed and len(node) > 1]
    assert {node["@id"] for node in found} >= {example.iri("taliban-commander"), example.iri("afghan-experts")}
    for node in found:
        assert node["description"] == unnamed[node["@id"]]
        assert not {"name", "alternateName", "givenName", "familyName"} & set(node)


def test_an_unnamed_claimant_is_described_in_tei_and_has_no_name(example):
    root = etree.fromstring(factcheck.export(example, to="tei").body)
    for agent in example.agents:
        if agent.kind == "unnamed":
            (found,) = root.xpath("//*[@xml:id=$id]", id=agent.id)
            assert agent.description in found.xpath("string()")
            assert found.xpath(".//tei:persName | .//tei:orgName | .//tei:name", namespaces=TEI) == []


def objects(data):
    """Every JSON object in some JSON."""
    if isinstance(data, dict):
        yield data
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for value in inner:
        yield from objects(value)


def test_copies_are_marked_in_claimreview(example):
    written = objects(json.loads(factcheck.export(example, to="claimreview").text))
    copied = {node["@id"]: node for node in written if {"isBasedOn", "translationOfWork"} & set(node) and "@id" in node}
    for page, relation in (("gulf-page", "isBasedOn"), ("blog-page", "translationOfWork")):
        assert copied[example.iri(page)][relation]["@id"] == example.iri(copy_of(example, page))


def test_copies_are_marked_in_tei(example):
    root = etree.fromstring(factcheck.export(example, to="tei").body)
    for source in example.sources:
        marked = root.xpath("//*[@xml:id=$id]//*[@type='copyOf']/@target", id=source.id)
        assert marked == ([f"#{source.copy_of.source}"] if source.copy_of else [])


def copy_of(example, page):
    return next(source.copy_of.source for source in example.sources if source.id == page)


def test_every_quotation_under_check_is_in_tei(example):
    root = etree.fromstring(factcheck.export(example, to="tei").body)
    quoted = {"".join(quote.itertext()) for quote in root.iter("{*}quote")}
    assert {words.exact for _, words in anchored(example)} == quoted


def test_each_output_passes_its_own_format(example):
    host = factcheck.Host.discover()
    for name in FORMATS:
        assert list(host.exporter(name).validate(host.export(example, name))) == []
