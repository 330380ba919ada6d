"""TEI that means harm or is broken: one clear error within bounded time and memory, and nothing is fetched."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from factcheck_tei.importer import TeiImporter
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import examples

import factcheck
from factcheck import Input, ReadingError
from factcheck.testing import full_fact_check

ELSEWHERE = (Path(__file__).parent / "cases" / "tei" / "elsewhere.xml").read_bytes()
OPEN = b'<TEI xmlns="http://www.tei-c.org/ns/1.0">'
BOMB = b"<!DOCTYPE TEI [<!ENTITY a 'lol'>%s]>" % b"".join(
    b"<!ENTITY %c '%s'>" % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("z") + 1)
)


def refused(body):
    """The one finding of an input that cannot be read."""
    importer = TeiImporter()
    with pytest.raises(ReadingError) as raised:
        list(importer.read(Input.of(body), importer.options()))
    (finding,) = raised.value.findings
    assert finding.severity == "error"
    return finding


def rule_of(body):
    return refused(body).rule


@pytest.mark.parametrize(
    "declared",
    [
        BOMB,
        b'<!DOCTYPE TEI SYSTEM "file:///etc/passwd">',
        b'<!DOCTYPE TEI [<!ENTITY % outer SYSTEM "http://127.0.0.1:9/x.dtd"> %outer;]>',
        b'<!DOCTYPE TEI [<!ATTLIST TEI xml:id ID "x">]>',
        b"<?x?><!-- <TEI> -->\n<!DOCTYPE TEI>",
    ],
    ids=["bomb", "file", "parameter entity", "attribute list", "plain"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_unread(declared, encoding):
    body = (declared + OPEN + b"&z;</TEI>").decode().encode(encoding)
    started = time.process_time()
    assert rule_of(body) == "tei-doctype"
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("body", "rule", "says"),
    [
        (b"", "tei-syntax", ""),
        (b"TEI", "tei-syntax", ""),
        (OPEN, "tei-syntax", ""),
        (OPEN + b"\x00</TEI>", "tei-syntax", ""),
        (OPEN + b"&amp &lt;</TEI>", "tei-syntax", ""),
        (OPEN + b"<p></q></TEI>", "tei-syntax", ""),
        (OPEN + b"&undeclared;</TEI>", "tei-syntax", "undeclared"),
        (OPEN + b"<p>" * 10_000 + b"</p>" * 10_000 + b"</TEI>", "tei-syntax", "256"),
        (OPEN + b"<p>" * 10_000, "tei-syntax", "256"),
        (OPEN + b"a" * 20_000_000 + b"</TEI>", "tei-syntax", "10 MB"),
        (OPEN + b'<p n="' + b"a" * 20_000_000 + b'"/></TEI>', "tei-syntax", "10 MB"),
        (OPEN + b"<" + b"a" * 20_000_000 + b"/></TEI>", "tei-syntax", "10 MB"),
        (OPEN + b"<p/>" * 1_100_000 + b"</TEI>", "tei-size", "tags"),
        (b"<TEI/>", "tei-none", "namespace"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "tei-none", "namespace"),
        (OPEN + b"\n\n\xff</TEI>", "tei-encoding", "utf-8"),
        (b"\xff\xfe\x00", "tei-encoding", "utf-16"),
        (b'<?xml version="1.0" encoding="klingon"?>' + OPEN + b"</TEI>", "tei-encoding", "klingon"),
        (b'<?xml version="1.0" encoding="utf-7"?>' + OPEN + b"</TEI>", "tei-encoding", "utf-7"),
        (b'<?xml version="1.0" encoding="iso-8859-99"?>' + OPEN + b"\xe9</TEI>", "tei-encoding", "iso-8859-99"),
    ],
    ids=lambda value: repr(value[:60]) if isinstance(value, bytes) else value,
)
def test_what_cannot_be_read_is_one_error_that_says_so(body, rule, says):
    finding = refused(body)
    assert finding.rule == rule
    assert says in finding.message
    assert "XML_PARSE_HUGE" not in finding.message


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_document_cut_short_is_an_error_with_its_line(share):
    body = factcheck.export(full_fact_check(), to="tei").body
    cut = body[: int(len(body) * share)]
    finding = refused(cut)
    assert (finding.rule, finding.line) == ("tei-syntax", cut.count(b"\n") + 1)


def test_invalid_utf8_is_an_error_with_its_line():
    assert refused(OPEN + b"\n\n\xff</TEI>").line == 3


@pytest.mark.parametrize("name", ["utf-16", "UTF-16", "iso-8859-1", "windows-1252"])
def test_a_wrong_declaration_of_the_encoding_is_put_right_in_the_open(name):
    body = ELSEWHERE.replace(b'encoding="UTF-8"', f'encoding="{name}"'.encode())
    *records, last = factcheck.imports(Input.of(body), "tei")
    assert records[0].fact_check.headline == "Pluie de mai : vérification"
    (repair,) = [found for found in last.findings if found.rule == "tei-declared-encoding"]
    assert (repair.stood, repair.made, repair.line) == (name, "UTF-8", 1)


@pytest.mark.parametrize("name", ["iso-8859-1", "windows-1252", "utf-16", "utf-8-sig"])
def test_common_encodings_are_read_as_they_are_declared(name):
    declared = {"utf-8-sig": "utf-8"}.get(name, name)
    text = ELSEWHERE.decode().replace('encoding="UTF-8"', f'encoding="{declared}"')
    records = list(factcheck.imports(Input.of(text.encode(name)), "tei"))
    assert records[0].fact_check.headline == "Pluie de mai : vérification"
    assert "tei-declared-encoding" not in {found.rule for record in records for found in record.findings}


def test_a_string_of_100_mb_is_refused_within_bounded_memory():
    """In a process of its own, whose highest use of memory can be told."""
    for size in (60, 100):
        code = (
            "import re, factcheck, pathlib\n"
            f"source = factcheck.Input.of({OPEN!r} + b'a' * {size}_000_000 + b'</TEI>')\n"
            "try:\n    list(factcheck.imports(source, 'tei'))\n"
            "except factcheck.ReadingError as error:\n"
            "    highest = re.search(r'VmHWM:\\s+(\\d+)', pathlib.Path('/proc/self/status').read_text())[1]\n"
            "    print(error.findings[0].rule, highest)\n"
        )
        done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        rule, highest = done.stdout.split()
        assert rule == {60: "tei-syntax", 100: "too-large"}[size]
        assert int(highest) * 1024 < 500_000_000


def test_many_parts_take_time_in_proportion():
    """Ten times as many claims that point to each other take ten times as long, not a hundred times."""

    def seconds(count):
        claims = "".join(f'<annotation xml:id="c{n}" target="#t{n}" ana="#a"/>' for n in range(count))
        related = "".join(f'<relation name="repeats" active="#c{n}" passive="#c0"/>' for n in range(count))
        heads = "".join(f'<p xml:id="t{n}">Words {n}</p>' for n in range(count))
        body = (
            f"{OPEN.decode()}<teiHeader><classDecl><taxonomy><category xml:id='a'><catDesc>A</catDesc></category>"
            f"</taxonomy></classDecl></teiHeader><standOff><listAnnotation type='claims'>{claims}</listAnnotation>"
            f"<listRelation>{related}</listRelation></standOff><text><body>{heads}</body></text></TEI>"
        )
        started = time.process_time()
        record = next(factcheck.imports(Input.of(body.encode()), "tei"))
        assert len(record.fact_check.claims) == len(record.fact_check.verdicts) == count
        return time.process_time() - started

    assert seconds(4000) < 30 * max(seconds(400), 0.05)


@settings(max_examples=examples(80), deadline=None)
@given(data=st.data())
def test_no_bytes_raise_anything_else(data):
    """Real documents with pieces replaced by pieces of themselves, of XML and of nothing."""
    importer = TeiImporter()
    body = data.draw(st.sampled_from([ELSEWHERE, factcheck.export(full_fact_check(), to="tei").body]))
    for _ in range(data.draw(st.integers(1, 4))):
        start, end = sorted((data.draw(st.integers(0, len(body))), data.draw(st.integers(0, len(body)))))
        piece = data.draw(st.one_of(st.just(body[start : start + 40]), st.sampled_from(PIECES), st.binary(max_size=8)))
        body = body[:start] + piece + body[min(end, start + data.draw(st.integers(0, 60))) :]
    importer.sniff(body[:65536])
    try:
        records = list(importer.read(Input.of(body), importer.options()))
    except ReadingError:
        records = []
    assert all(record.fact_check or record.findings for record in records)


PIECES = (
    b"<!--x-->", b"<?p i?>", b"<![CDATA[<x>]]>", b"&#0;", b"&#x1F600;", b'n="1e999"', b'n="-1..0"', b'xml:id=" "',
    b"#string-range(p2,999999999,1)", b"#string-range(,,)", b'target="##"', b'sortKey="\xd9\xa3"', b'cert="nan"',
    b'xml:lang=""', b"<g n='U+FFFF'/>", b"<g n='U+0041'/>",
)  # fmt: skip


@pytest.mark.parametrize(
    ("head", "declined"),
    [
        (OPEN, False),
        (b"\xef\xbb\xbf" + OPEN, False),
        ((OPEN + b"</TEI>").decode().encode("utf-16"), False),
        (b"<?xml version='1.0'?>\n<?pi?><!-- <html> -->\n<t:TEI xmlns:t='http://www.tei-c.org/ns/1.0' >", False),
        (b"<teiCorpus n='>' xmlns='http://www.tei-c.org/ns/1.0'><TEI/>", False),
        (b"<!DOCTYPE TEI [<!ENTITY a 'b'>]>" + OPEN, False),
        (b"<TEI.2>", True),
        (b"<TEI>", True),
        (b"<TEI xmlns:t='http://www.tei-c.org/ns/1.0'>", True),
        (b"<t:TEI xmlns='http://www.tei-c.org/ns/1.0' xmlns:t='urn:x'>", True),
        (b"<html><!-- " + OPEN + b" -->", True),
        (b"{}", True),
        (b"", True),
        (b"<!--" * 16_000, True),
        (b"<?" * 32_000, True),
        (b"<TEI " + b"a='" * 20_000, True),
    ],
    ids=lambda value: repr(value[:50]) if isinstance(value, bytes) else str(value),
)
def test_sniffing_goes_by_the_root_and_its_namespace(head, declined):
    started = time.process_time()
    reason = TeiImporter().sniff(head)
    assert time.process_time() - started < 0.5
    assert (reason is not None) == declined
    assert reason is None or reason.strip()


def test_an_element_with_thousands_of_attributes_is_refused():
    attributes = " ".join(f'a{number}="v"' for number in range(2000))
    with pytest.raises(factcheck.ReadingError) as error:
        list(factcheck.imports(Input.of(OPEN + f"\n<p {attributes}/></TEI>".encode()), "tei"))
    (finding,) = error.value.findings
    assert (finding.rule, finding.line) == ("tei-size", 2)
