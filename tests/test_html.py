"""The exporter of pages: what it writes, that it is whole and safe, and that nothing gets lost on the way."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from effort import work
from factcheck_html.exporter import HtmlExporter
from full_samples import changed, hostile
from html_pages import by_id, page, tree, words
from hypothesis import HealthCheck, given, settings
from trying import examples

import factcheck
from factcheck import FactCheck
from factcheck.testing import HOSTILE_TEXTS, ExporterContract, full_fact_check
from factcheck.testing.strategies import fact_checks

EXAMPLE = Path(__file__).parents[1] / "examples" / "taliban-russia-2015" / "factcheck.yaml"
SOME = settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
LEAST = FactCheck(id="tag:desk.example,2015:1", headline="h", language="en", claims=({"id": "c", "text": "t"},))


class TestContract(ExporterContract):
    exporter = HtmlExporter()


@pytest.fixture(scope="module")
def example() -> FactCheck:
    return factcheck.load(EXAMPLE)


def with_texts(fact_check: FactCheck, words: str) -> dict[str, str]:
    """A text for each source that has all words quoted from it."""
    parts = [each for claim in fact_check.claims for each in claim.appearances]
    parts += [each for verdict in fact_check.verdicts for each in verdict.evidence]
    return {
        source.id: "\n\n".join(
            [words, *(part.quotation.exact for part in parts if part.quotation and part.source == source.id)]
        )
        for source in fact_check.sources
    }


def test_the_example_is_as_before(example, golden):
    golden("taliban-russia-2015.html", page(example).encode())


def test_the_full_fact_check_with_its_texts_is_as_before(golden):
    full = full_fact_check()
    golden("full.html", page(full, texts=with_texts(full, "It begins."), any_licence=True).encode())


@SOME
@given(fact_check=fact_checks())
def test_every_page_is_valid_and_a_strict_parser_takes_it(fact_check):
    page(fact_check, texts=with_texts(fact_check, "It begins."), any_licence=True)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_words_stay_words(text):
    said = f"a{text}z"
    fact_check = hostile(said, {"exact": said, "prefix": text, "suffix": text})
    root = tree(fact_check, texts={"first": f"{text} {said} {text}"}, any_licence=True)
    assert [script.get("type") for script in root.iter("script")] == ["application/ld+json"]
    shown = "".join(re.findall(r"[\w<>!&;]", said.replace("\x7f", "").translate(dict.fromkeys(range(0x80, 0xA0)))))
    assert shown in "".join(re.findall(r"[\w<>!&;]", root.find(".//h1").text_content()))


def test_a_fact_check_with_nothing_but_what_it_needs_is_a_page():
    root = tree(LEAST)
    assert words(root.find(".//h1")) == "h"
    assert [words(each) for each in root.iter("h2")] == [
        "What we found", "The claims", "Timeline", "About this fact-check",
    ]  # fmt: skip
    assert "not rated" in words(root.find(".//article"))
    assert root.find(".//script") is None


def test_headings_descend_one_step_at_a_time(example):
    for root in (tree(example), tree(full_fact_check()), tree(LEAST)):
        levels = [int(each.tag[1]) for each in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_has_one_head_one_navigation_and_one_main_part(example):
    root = tree(example)
    for tag in ("header", "nav", "main"):
        assert len(list(root.iter(tag))) == 1
    assert root.find("body")[0].get("href") == f"#{root.find('.//main').get('id')}"
    sections = {section.get("id") for section in root.findall(".//main/section")}
    assert {each.get("href").removeprefix("#") for each in root.find(".//nav").iter("a")} == sections


def test_every_part_has_its_id_as_an_anchor(example):
    root = tree(example)
    parts = [*example.agents, *example.sources, *example.claims, *example.verdicts, *example.corrections]
    parts += [each for claim in example.claims for each in claim.appearances if each.id]
    parts += example.rating_scale.ratings
    assert all(by_id(root, part.id) is not None for part in parts)


def test_the_card_shows_what_a_reader_looks_for(example):
    card = words(by_id(tree(example), "v3"))
    for said in ("met Mullah Akhtar Mansour", "senior Taliban commander", "Unproven", "Example Fact-Check Desk",
                 "18 November 2026", "It rests on one commander"):  # fmt: skip
        assert said in card


def test_a_rating_is_coloured_by_its_category_else_by_its_number(example):
    root = tree(example)
    tones = {each.id: by_id(root, each.id).find("strong").get("class") for each in example.rating_scale.ratings}
    assert tones == {
        "rated-false": "badge r-false", "mostly-false": "badge r-mostly-false", "mixed": "badge r-mixed",
        "mostly-true": "badge r-mostly-true", "rated-true": "badge r-true", "unproven": "badge r-none",
        "disputed": "badge r-none",
    }  # fmt: skip
    assert by_id(tree(full_fact_check()), "rated-unproven").find("strong").get("class") == "badge r-unproven"


def test_copies_do_not_count_as_independent_reports(example):
    root = tree(example)
    assert (
        "Independent reports 2 · news agency, wire story (The Moscow Times, article; English-language newspaper"
        in words(by_id(root, "c2"))
    )
    assert "Independent sources 2" in words(by_id(root, "c3"))


def test_an_earlier_verdict_is_struck_through_beside_the_one_that_stands(example):
    correction = by_id(tree(example), "correction-1")
    assert [words(each) for each in correction.iter("s")] == [
        "Disputed", "Two newspapers report the meeting, and Russia's foreign ministry says that there were none.",
    ]  # fmt: skip
    assert "Now: Unproven" in words(correction)
    assert "Changed Verdict on Claim 3" in words(correction)


def test_each_kind_of_part_that_was_corrected_has_a_name_and_a_link():
    corrected = changed(
        corrections__0__parts=["speaker", "first", "one", "one-at-first", "v1", "v1-evidence", "k2", "rated-half"]
    )
    changes = by_id(tree(corrected), "k1").findall(".//dd")[1]
    assert [(each.get("href"), words(each)) for each in changes.iter("a")] == [
        ("#speaker", "Speaker name"), ("#first", "First source title"), ("#one", "Claim 1"),
        ("#one-at-first", "Claim 1, First source title"), ("#v1", "Verdict on Claim 1"),
        ("#v1-evidence", "Claim 1, Second source title"), ("#k2", "Correction 2"), ("#rated-half", "Half label"),
    ]  # fmt: skip


class TestClaimReview:
    def test_it_is_what_its_exporter_writes(self, example):
        (script,) = tree(example).iter("script")
        assert json.loads(script.text) == json.loads(factcheck.export(example, "claimreview").body)

    @pytest.mark.parametrize("text", HOSTILE_TEXTS)
    def test_hostile_words_come_back_out_of_it(self, text):
        hostile = changed(claims__0__text=f"a{text}z")
        (script,) = tree(hostile).iter("script")
        assert json.loads(script.text) == json.loads(factcheck.export(hostile, "claimreview").body)

    def test_without_its_exporter_there_is_none(self, example):
        host = factcheck.Host.discover(block=["claimreview"])
        document = host.export(example, "html")
        assert b"<script" not in document.body
        assert host.validate(document, "html") == []
        assert b"<script" in factcheck.export(example, "html").body


@pytest.mark.parametrize(
    ("stood", "stands", "rule"),
    [
        ("<!DOCTYPE html>", "", "html-syntax"),
        ("</html>", "", "html-syntax"),
        ('<html lang="en"', "<html", "html-syntax"),
        ("<title>Full headline</title>", "<title> </title>", "html-syntax"),
        ("</svg>", "<p>out</p></svg>", "html-syntax"),
        ('id="speaker"', 'id="writer"', "html-id"),
        ('href="#speaker"', 'href="#nowhere"', "html-dangling-link"),
        ('aria-labelledby="one.h"', 'aria-labelledby="two.g"', "html-dangling-link"),
        ("</h1>", "</h1><script>alert(1)</script>", "html-active"),
        ("</h1>", '</h1><img src="https://elsewhere.example/p.png">', "html-active"),
        ("<h1>", '<h1 onclick="alert(1)">', "html-active"),
        ("<h1>", '<h1 style="color: red">', "html-active"),
        ("<title>", '<meta http-equiv="refresh" content="0; url=https://elsewhere.example"><title>', "html-active"),
        ('href="#speaker"', 'href="javascript:alert(1)"', "html-active"),
        (' rel="noopener noreferrer"', "", "html-external"),
        (' rel="noopener noreferrer"', ' rel="opener"', "html-external"),
        ("default-src 'none'", "default-src *", "html-policy"),
        ("</style>", " body { color: red }</style>", "html-policy"),
        ("</style>", "</style><style></style>", "html-policy"),
        ('ld+json">', 'ld+json">{', "html-claimreview"),
        ('ld+json">', f'ld+json">{"[" * 100_000}', "html-claimreview"),
    ],
)
def test_what_keeps_a_page_from_being_whole_is_found(stood, stands, rule):
    exporter = HtmlExporter()
    text = page(full_fact_check())
    assert stood in text
    broken = factcheck.Document("text/html", ".html", text.replace(stood, stands, 1).encode())
    assert rule in {finding.rule for finding in exporter.validate(broken)}


def test_nothing_is_loaded_and_links_do_not_tell_where_from(example):
    root = tree(example)
    outward = [each for each in root.iter("a") if each.get("href").startswith("http")]
    assert len(outward) > 20
    assert {each.get("rel") for each in outward} == {"noopener noreferrer"}
    assert not re.search(r"url\(|@import", root.find(".//style").text)


@pytest.mark.parametrize("of", ["claims", "appearances", "sources", "corrections"])
def test_twice_as_much_is_twice_the_work(of):
    def made(count: int) -> FactCheck:
        claims = count if of == "claims" else 1
        appearances = [{"source": f"s{number}", "quotation": {"exact": f"Words {number}"}} for number in range(count)]
        return FactCheck.model_validate(
            {
                "id": "urn:desk:growing", "headline": "Growing", "language": "en",
                "rating_scale": {"ratings": [{"id": "r", "names": {"en": "False"}}]},
                "sources": [{"id": f"s{number}", "title": f"Title {number}"} for number in range(count)],
                "claims": [
                    {
                        "id": f"c{number}", "text": f"Claim {number}",
                        "appearances": appearances if of == "appearances" else [],
                        "relations": [{"kind": "denies", "claim": f"c{(number + 1) % claims}"}],
                    }
                    for number in range(claims)
                ],
                "verdicts": [
                    {
                        "id": "v", "claim": "c0", "rating": "r",
                        "history": [{"rating": "r", "correction": f"k{number}"} for number in range(count)],
                    }
                ],
                "corrections": [
                    {"id": f"k{number}", "published": "2024-01-02", "text": "Changed", "parts": ["v", "c0"]}
                    for number in range(count)
                ],
            }
        )  # fmt: skip

    exporter, options = HtmlExporter(), HtmlExporter.options()
    exporter.export(made(1), options)  # which loads what it needs
    smaller, larger = made(200), made(400)
    once = work(lambda: exporter.export(smaller, options))
    assert work(lambda: exporter.export(larger, options)) / once < 2.4
