"""The checks of the TEI: what is wrong with a document comes back as findings, and nothing raises."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from factcheck_tei.exporter import TeiExporter
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import factcheck
from factcheck import Document, Severity
from factcheck.testing import full_fact_check

SCHEMA = Path(__file__).parents[1] / "schemas" / "tei" / "factcheck-tei.rng"
BOMB = b"""<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "lol">%s]><TEI>&z;</TEI>""" % b"".join(
    b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("z") + 1)
)


@pytest.fixture(scope="module")
def sound() -> bytes:
    return factcheck.export(full_fact_check(), to="tei").body


def rules(body: bytes) -> set[str]:
    exporter = TeiExporter()
    findings = exporter.validate(Document(exporter.media_type, exporter.suffix, body))
    assert all(finding.severity is Severity.ERROR and finding.source for finding in findings)
    return {finding.rule for finding in findings}


def edited(body: bytes, pattern: str, replacement: str) -> bytes:
    text, count = re.subn(pattern, replacement, body.decode(), count=1)
    assert count == 1, f"{pattern} is not in the document"
    return text.encode()


def test_a_sound_document_has_no_findings(sound):
    assert rules(sound) == set()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00",
        b"\xff\xfe\xfa",
        b"TEI",
        b"<TEI",
        b"<TEI>" * 1000,
        b"<TEI>&entity;</TEI>",
        "<TEI/>".encode("utf-16"),
        b'<?xml version="1.0" encoding="nonsense"?><TEI>\xff</TEI>',
        b"<TEI>" + b"a" * 11_000_000 + b"\x00</TEI>",
    ],
    ids=lambda body: repr(body[:20]),
)
def test_what_is_no_xml_is_a_finding(body):
    assert rules(body) == {"tei-syntax"}


def test_a_document_cut_short_is_a_finding_with_its_line(sound):
    exporter = TeiExporter()
    (finding,) = exporter.validate(Document(exporter.media_type, exporter.suffix, sound[: len(sound) // 2]))
    assert finding.rule == "tei-syntax"
    assert finding.line == sound[: len(sound) // 2].count(b"\n") + 1


@pytest.mark.parametrize(
    "declared",
    [
        b'<!DOCTYPE TEI SYSTEM "file:///etc/passwd">',
        b'<!DOCTYPE TEI [<!ENTITY secret SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_doctype_is_refused_unread(sound, declared):
    assert rules(declared + sound.partition(b"\n")[2]) == {"tei-doctype"}


def test_an_entity_bomb_is_refused_unread():
    assert rules(BOMB) == {"tei-doctype"}


def test_a_document_beyond_any_sense_is_refused_unread():
    assert rules(b"<" * (64 * 2**20 + 1)) == {"tei-size"}


def test_another_vocabulary_is_no_tei():
    assert rules(b"<html xmlns='http://www.w3.org/1999/xhtml'><p id='a'/></html>") == {"tei-schema"}


def test_an_element_with_a_prefix_has_its_place(sound):
    exporter = TeiExporter()
    body = edited(sound, "<body>", "<body><x:y xmlns:x='urn:x'/><x:y xmlns:x='urn:x'>stray</x:y>")
    findings = exporter.validate(Document(exporter.media_type, exporter.suffix, body))
    assert {finding.rule for finding in findings} == {"tei-schema"}
    assert any("/TEI/text/body" in finding.path for finding in findings)


def test_an_id_given_twice_is_a_finding(sound):
    (first, second) = re.findall(r'<category xml:id="([^"]+)"', sound.decode())[:2]
    assert rules(edited(sound, f'<category xml:id="{second}"', f'<category xml:id="{first}"')) == {"tei-syntax"}


MUTATIONS = {
    "an unknown type": (r'<bibl (xml:id="[^"]+") type="[a-z]+"', r'<bibl \1 type="rumour"', "tei-schema"),
    "an unknown motivation": ('motivation="identifying"', 'motivation="guessing"', "tei-schema"),
    "an unknown relation": ('name="denies"', 'name="mocks"', "tei-schema"),
    "no type": (r'<idno type="IRI">', "<idno>", "tei-schema"),
    "a space in a target": (r'(<ptr type="url" target="[^"]+)"', r'\1 x"', "tei-schema"),
    "a bracket in a target": (r'(<ptr type="url" target="[^"]+)"', r'\1[x"', "tei-schema"),
    "a language that is none": (r'<TEI (.*) xml:lang="en"', r'<TEI \1 xml:lang="e_n"', "tei-schema"),
    "a confidence beyond 1": (r'cert="0[^"]*"', 'cert="1.5"', "tei-schema"),
    "a date that is none": (r'when="2016-01-02"', 'when="2016-02-30"', "tei-schema"),
    "the year nought": (r'when="2016-01-02"', 'when="0000"', "tei-schema"),
    "elements out of order": (
        r"(?s)(<titleStmt>.*</titleStmt>)\n(<publicationStmt>.*</publicationStmt>)",
        r"\2\1",
        "tei-schema",
    ),
    "an element too many": ("<body>", "<body><pb/>", "tei-schema"),
    "words where none may be": ("<body>", "<body>stray", "tei-schema"),
    "an agent that is not there": (
        r'<author><(\w+) ref="#[^"]+"',
        r'<author><\1 ref="#no-such-agent"',
        "tei-dangling-pointer",
    ),
    "a source that is not there": (r' source="#[^"]+"', ' source="#nothing"', "tei-dangling-pointer"),
    "a block that is not there": (r"#string-range\([^,]+,", "#string-range(nothing.text,", "tei-dangling-pointer"),
    "a claim for a source": (r' source="#[^"]+"', ' source="#one"', "tei-wrong-pointer"),
    "a verdict on a source": (r'(target="#)[^"]+(" ana="#[^"]+" cert)', r"\g<1>first\2", "tei-wrong-pointer"),
    "a citation of what is not listed": (r'target="#first\.listed"', 'target="#lost.listed"', "tei-dangling-pointer"),
    "a citation of a label": (r'target="#first\.listed"', 'target="#rated-false"', "tei-schema"),
    "a listed source that is a claim": (r'\.listed" corresp="#[^"]+"', '.listed" corresp="#one"', "tei-wrong-pointer"),
    "a source listed without its own id": (r' xml:id="third\.listed"', "", "tei-schema"),
    "a correction shown for another part": (
        r'<p (xml:id="k1\.text") corresp="#k1"',
        r'<p \1 corresp="#one"',
        "tei-wrong-pointer",
    ),
    "words of the format's own in another language": (
        'type="label" xml:lang="en"',
        'type="label" xml:lang="de"',
        "tei-schema",
    ),
    "a wrong offset": (r"(#string-range\([^,]+),\d+,", r"\1,1,", "tei-string-range"),
    "a wrong length": (r"(#string-range\([^,]+,\d+),\d+\)", r"\1,1)", "tei-string-range"),
    "a range beyond the end": (r"(#string-range\([^,]+),\d+,", r"\1,99999,", "tei-string-range"),
    "a range in a block without a quote": (
        r"#string-range\([^,]+,",
        "#string-range(v1.explanation,",
        "tei-string-range",
    ),
    "other words in the block": (r"<quote([^>]*)>", r"<quote\1>More ", "tei-string-range"),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_mutation_is_found(sound, name):
    pattern, replacement, rule = MUTATIONS[name]
    assert rules(edited(sound, pattern, replacement)) == {rule}


def test_a_comment_within_a_block_does_not_move_the_words(sound):
    assert rules(edited(sound, r"<quote([^>]*)>", r"<quote\1><!-- a comment --><?pi?>")) == set()


def test_of_very_many_pointers_to_nothing_the_first_thousand_are_told(sound):
    lost = "<ref target='#nowhere'/>" * 50_000
    exporter = TeiExporter()
    body = edited(sound, "<body>", f"<body><p>{lost}</p>")
    findings = exporter.validate(Document(exporter.media_type, exporter.suffix, body))
    assert sum(finding.rule == "tei-dangling-pointer" for finding in findings) == 1000


def test_a_number_of_any_length_raises_nothing(sound):
    assert rules(edited(sound, r"(#string-range\([^,]+),\d+,", rf"\1,{'9' * 5000},")) == {"tei-dangling-pointer"}


def test_a_finding_says_where(sound):
    exporter = TeiExporter()
    body = edited(sound, r' source="#[^"]+"', ' source="#nothing"')
    (finding,) = exporter.validate(Document(exporter.media_type, exporter.suffix, body))
    assert finding.path == "/TEI/standOff/listAnnotation[2]/annotation[1]/@source"
    assert b"#nothing" in body.splitlines()[finding.line - 1]
    broken = edited(sound, 'name="denies"', 'name="mocks"')
    found = exporter.validate(Document(exporter.media_type, exporter.suffix, broken))
    assert any(finding.path.startswith("/TEI/standOff") and finding.line for finding in found)


def test_threads_do_not_mix_their_findings(sound):
    broken = edited(sound, 'name="denies"', 'name="mocks"')
    dangling = edited(sound, r' source="#[^"]+"', ' source="#nothing"')
    bodies = [sound, broken, dangling] * 8
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(rules, bodies))
    assert found == [set(), {"tei-schema"}, {"tei-dangling-pointer"}] * 8


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_bytes_changed_anyhow_raise_nothing(sound, data):
    start = data.draw(st.integers(0, len(sound)))
    end = data.draw(st.integers(start, min(len(sound), start + 50)))
    rules(sound[:start] + data.draw(st.binary(max_size=20)) + sound[end:])


@settings(max_examples=100, deadline=None)
@given(body=st.binary(max_size=200))
def test_rubbish_is_never_sound(body):
    assert rules(body) != set()


def test_the_schema_is_a_schema_and_every_definition_is_used():
    schema = etree.parse(SCHEMA)
    etree.RelaxNG(schema)
    names = {"r": "http://relaxng.org/ns/structure/1.0"}
    defined = schema.xpath("//r:define/@name", namespaces=names)
    assert len(defined) == len(set(defined))
    assert set(defined) == set(schema.xpath("//r:ref/@name", namespaces=names))
