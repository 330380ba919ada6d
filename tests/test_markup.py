"""The script element: whatever text a document holds, a browser gets it back and nothing else."""

import json

import html5lib
import pytest
from claimreview_samples import EXPORTER
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trying import examples

import factcheck
from factcheck import Document, script_tag
from factcheck.testing import HOSTILE_TEXTS, strategies

JSON_LD = "application/ld+json"
SOME = settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
OPENINGS = ("<!--<script>", "</script>", "<script>", "<!--", "-->", "]]>", "<style>", "&lt;", "\u2028", '"', "'", "\\")


def in_page(tag):
    """The script elements of a page with this element in its head, and all text outside of them."""
    page = html5lib.parse(
        f"<!doctype html><html><head>{tag}<title>Title</title></head><body><p>Text</p></body></html>",
        namespaceHTMLElements=False,
    )
    scripts = list(page.iter("script"))
    return scripts, "".join(page.itertext()).replace(scripts[0].text, "", 1)


def got_back(document):
    scripts, rest = in_page(script_tag(document))
    assert len(scripts) == 1
    assert rest == "TitleText"
    assert scripts[0].get("type") == JSON_LD
    return json.loads(scripts[0].text)


def foreign(value):
    """What another exporter might write, with nothing escaped that JSON does not ask for."""
    return Document(JSON_LD, ".jsonld", json.dumps(value, ensure_ascii=False).encode())


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_comes_back_whoever_wrote_it(text):
    assert got_back(foreign({text: [text]})) == {text: [text]}


@SOME
@given(pieces=st.lists(st.one_of(st.sampled_from(OPENINGS), strategies.texts())))
def test_any_mixture_comes_back(pieces):
    assert got_back(foreign({"name": "".join(pieces)})) == {"name": "".join(pieces)}


@SOME
@given(fact_check=strategies.fact_checks())
def test_any_fact_check_comes_back(fact_check):
    document = EXPORTER.export(fact_check, EXPORTER.options())
    assert got_back(document) == json.loads(document.body)


def test_the_nonce_is_an_attribute_and_cannot_leave_it():
    scripts, rest = in_page(script_tag(foreign({}), nonce='"><script>alert(1)</script>'))
    assert [script.get("nonce") for script in scripts] == ['"><script>alert(1)</script>']
    assert rest == "TitleText"


def test_without_a_nonce_there_is_no_attribute():
    assert script_tag(foreign({})) == '<script type="application/ld+json">{}</script>'


def test_an_empty_nonce_is_told_as_it_is():
    assert script_tag(foreign({}), nonce="").startswith('<script type="application/ld+json" nonce="">')


@pytest.mark.parametrize("media_type", ["application/json", "application/tei+xml", "text/html"])
def test_other_documents_are_refused(media_type):
    with pytest.raises(ValueError, match=media_type.replace("+", r"\+")):
        factcheck.script_tag(Document(media_type, ".x", b"{}"))
