"""teiCorpus of many fact-checks: one valid document whatever it is joined from, and each fact-check comes back equal."""

import io
import re
from contextlib import suppress
from itertools import pairwise

import orjson
import pytest
from factcheck_tei.container import TeiCorpus
from factcheck_tei.exporter import TeiExporter
from factcheck_tei.importer import TeiImporter
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from trying import examples

import factcheck
from factcheck import FactCheck, Host, OptionError, ReadingError, Severity
from factcheck.cli import main
from factcheck.testing import HOSTILE_TEXTS, ContainerContract, full_fact_check
from factcheck.testing.archive import records
from factcheck.testing.strategies import fact_checks

ID = "{http://www.w3.org/XML/1998/namespace}id"
TEI = "{http://www.tei-c.org/ns/1.0}"
RANDOM = settings(
    max_examples=examples(20),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
HOST = Host.discover()
CONTAINER = HOST.container("teicorpus")


class TestContract(ContainerContract):
    container = TeiCorpus()


def several(count):
    """Fact-checks of an archive."""
    return [FactCheck.model_validate(each) for each in records(count)]


def pieces(fact_checks, **options):
    chosen = HOST.container_options("teicorpus", options)
    export = HOST.exporting("tei", CONTAINER.document_options(chosen))
    return [CONTAINER.piece(each, export(each), chosen) for each in fact_checks]


def joined(made, **options):
    """The corpus of these pieces."""
    chosen = HOST.container_options("teicorpus", options)
    return CONTAINER.head(chosen) + CONTAINER.separator.join(made) + CONTAINER.tail(chosen)


def corpus(fact_checks, **options):
    return joined(pieces(fact_checks, **options), **options)


def problems(body):
    return list(CONTAINER.validate(io.BytesIO(body)))


def read(body):
    importer = TeiImporter()
    return list(importer.read(factcheck.Input.of(body), importer.options()))


def among_others():
    """A few fact-checks, no two with the same id."""
    return st.lists(fact_checks(), min_size=1, max_size=3, unique_by=lambda each: each.id)


def line_with(body, wanted):
    """The line that these bytes stand on for the last time."""
    return body.count(b"\n", 0, body.rindex(wanted)) + 1


@RANDOM
@given(among_others())
def test_each_comes_back_equal_from_a_valid_corpus(several):
    body = corpus(several)
    assert problems(body) == []
    found = read(body)
    assert [each.fact_check for each in found] == several
    assert [finding for each in found for finding in each.findings] == []
    assert all(each.exact for each in found)


@RANDOM
@given(among_others(), st.randoms(use_true_random=False))
def test_a_piece_is_the_same_whatever_stands_beside_it(several, chance):
    alone = [piece for each in several for piece in pieces([each])]
    assert alone == pieces(several)
    turned = chance.sample(several, len(several))
    assert sorted(pieces(turned)) == sorted(alone)
    assert problems(joined(pieces(turned))) == []


def test_pieces_can_be_joined_in_any_groups():
    made = pieces(several(5))
    for cuts in ((0, 5), (0, 1, 5), (0, 2, 3, 5), (0, 1, 2, 3, 4, 5)):
        groups = [CONTAINER.separator.join(made[start:end]) for start, end in pairwise(cuts)]
        assert joined(groups) == joined(made)


@RANDOM
@given(fact_checks())
def test_each_id_and_each_pointer_has_the_prefix_of_the_fact_check(fact_check):
    root = etree.fromstring(corpus([fact_check]))
    shared = {each.get(ID) for each in root.iterfind(f"{TEI}standOff//*[@{ID}]")}
    (tei,) = root.iterchildren(f"{TEI}TEI")
    ids = {each.get(ID) for each in tei.iter() if each.get(ID)}
    (prefix,) = {each.partition(".")[0] for each in ids}
    assert re.fullmatch("f[0-9a-f]{16}", prefix)
    pointed = {
        found
        for each in tei.iter()
        for value in each.attrib.values()
        for found in re.findall(r"(?:^| )#(?:string-range\()?([^ ,)]+)", value)
    }
    assert pointed <= ids | shared
    plain = etree.fromstring(factcheck.export(fact_check, "tei").body)
    interps = {each.get(ID) for each in plain.iter(f"{TEI}interp")}
    assert {each.removeprefix(f"{prefix}.") for each in ids} == {
        each.get(ID) for each in plain.iter() if each.get(ID)
    } - interps
    assert interps <= shared


def test_the_prefix_is_made_of_the_id_alone():
    fact_check = full_fact_check()
    changed = fact_check.model_copy(update={"headline": "Another one"})
    other = fact_check.model_copy(update={"id": f"{fact_check.id}-2"})
    prefixes = [re.search(rb'xml:id="(f[0-9a-f]{16}\.)', piece)[1] for piece in pieces([fact_check, changed, other])]
    assert prefixes[0] == prefixes[1] != prefixes[2]


def test_two_with_the_same_ids_of_parts_stand_side_by_side():
    one = full_fact_check()
    body = corpus([one, one.model_copy(update={"id": "urn:x:other"})])
    assert problems(body) == []
    ids = [each.get(ID) for each in etree.fromstring(body).iter() if each.get(ID)]
    assert len(ids) == len(set(ids))


def test_hostile_texts_stay_what_they_are():
    for text in HOSTILE_TEXTS:
        data = full_fact_check().model_dump(mode="json")
        data["headline"] = data["claims"][0]["text"] = f"a {text} z"
        fact_check = FactCheck.model_validate(data)
        body = corpus([fact_check, *several(1)], title=text, publisher=text)
        assert problems(body) == []
        assert read(body)[0].fact_check == fact_check


def test_the_header_says_what_it_is_told_and_all_of_that_is_told_again():
    options = {
        "title": "All of 2015", "publisher": "Desk & Co", "published": "2015-12~",
        "licence": "https://a.example/terms?[x]", "language": "pt-BR",
    }  # fmt: skip
    body = corpus(several(2), **options)
    assert problems(body) == []
    head = body.partition(b"<TEI")[0].decode()
    assert '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xml:lang="pt-BR">' in head
    assert "<title>All of 2015</title>" in head
    assert "<publisher>Desk &amp; Co</publisher>" in head
    assert '<date type="published" when="2015-12" precision="low">2015-12~</date>' in head
    assert '<licence target="https://a.example/terms?%5Bx%5D">https://a.example/terms?[x]</licence>' in head
    found = [finding for each in read(body) for finding in each.findings]
    assert {finding.rule for finding in found} == {"tei-not-carried"}
    assert {"All of 2015", "Desk & Co", "2015-12~", "pt-BR"} <= {finding.stood for finding in found}
    assert len({finding.path for finding in found}) == len(found)


@pytest.mark.parametrize(
    "given",
    [
        {"published": "yesterday"},
        {"licence": "CC BY"},
        {"language": "english, mostly"},
        {"title": "x" * 2001},
        {"x": "y"},
    ],
)
def test_a_header_with_wrong_values_is_refused(given):
    with pytest.raises(OptionError):
        HOST.container_options("teicorpus", given)


def test_one_without_a_fact_check_is_no_valid_corpus():
    found = problems(joined([]))
    assert {finding.rule for finding in found} == {"tei-schema"}
    assert "TEI" in found[0].message
    assert [each.fact_check for each in read(joined([])) if each.fact_check] == []


def test_a_fact_check_that_stands_twice_is_found_with_its_line():
    made = pieces(several(3))
    body = joined([*made, made[0]])
    (found,) = problems(body)
    assert (found.rule, found.path) == ("tei-doubled-fact-check", "/teiCorpus/TEI[4]")
    assert found.line == line_with(body, b"<TEI")


def test_problems_have_their_line_in_long_ones_too():
    body = corpus(several(400))
    start = body.rindex(b"#", 0, body.rindex(b'.c1"/>'))
    lost = b"#f0000000000000000.c1"
    changed = body[:start] + lost + body[start + len(lost) :]
    (found,) = problems(changed)
    assert found.line == line_with(changed, lost) > 65535
    assert found.path == "/teiCorpus/TEI[400]/standOff/listAnnotation[2]/annotation[2]/ptr/@target"
    assert found.rule == "tei-dangling-pointer"


def test_ids_without_their_prefix_are_found():
    body = corpus([full_fact_check()])
    prefix = re.search(rb'xml:id="(f[0-9a-f]{16})\.', body)[1]
    assert {each.rule for each in problems(body.replace(prefix, b"f0123456789abcdef"))} == {"tei-id-prefix"}
    assert {each.rule for each in problems(body.replace(prefix + b".", b""))} == {"tei-id-prefix"}
    alone = factcheck.export(full_fact_check(), "tei")
    changed = re.sub(
        rb'(xml:id="|#string-range\(|#(?!string|stance|appear|category|rendering))', rb"\1" + prefix + b".", alone.body
    )
    changed = re.sub(rb'xml:id="f[0-9a-f]{16}\.((?:stance|appearance|category|rendering)\.)', rb'xml:id="\1', changed)
    document = factcheck.Document(alone.media_type, alone.suffix, changed)
    assert {each.rule for each in TeiExporter().validate(document)} == {"tei-id-prefix"}


@pytest.mark.parametrize(
    "body",
    [b"", b"\x00", b"\xff\xfe\xfa", b"TEI", b"<TEI", b"<TEI>" * 1000, b"<a><TEI/><TEI/></a>", b"<a>&entity;</a>", b"<x:a/>",
     b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"<a>" + b"b" * 11_000_000, b"<a " + b"b" * 13_000_000],
    ids=lambda body: repr(body[:20]),
)  # fmt: skip
def test_what_is_no_corpus_is_told(body):
    found = problems(body)
    assert found
    assert all(each.severity is Severity.ERROR and each.source for each in found)


def test_a_single_tei_is_no_corpus():
    (found,) = problems(factcheck.export(full_fact_check(), "tei").body)
    assert (found.rule, found.message) == ("tei-schema", "this is no teiCorpus of fact-checks")


@given(st.data())
def test_no_damage_raises_and_cut_ones_are_told(data):
    body = corpus(several(3))
    end = data.draw(st.integers(0, len(body) - len("</teiCorpus>\n")))
    assert problems(body[:end])
    start = data.draw(st.integers(0, len(body)))
    damaged = body[:start] + data.draw(st.binary(max_size=9)) + body[data.draw(st.integers(start, start + 9)) :]
    assert isinstance(problems(damaged), list)
    with suppress(ReadingError):  # all else would fail here
        read(damaged)


def test_a_corpus_that_was_cut_is_told_as_such():
    (found,) = problems(corpus(several(3)).partition(b"</teiCorpus>")[0])
    assert (found.rule, found.message) == ("tei-syntax", "the document ends before its last end tag")


def test_documents_that_are_no_corpus_of_one_are_refused():
    with pytest.raises(ValueError, match="without the option `corpus`"):
        CONTAINER.piece(full_fact_check(), factcheck.export(full_fact_check(), "tei"), CONTAINER.options())


def test_the_document_itself_is_a_valid_corpus_of_one():
    document = factcheck.export(full_fact_check(), "tei", {"corpus": True})
    assert TeiExporter().validate(document) == []
    assert document.body == corpus([full_fact_check()])


def test_a_tei_taken_out_of_its_corpus_comes_back_equal():
    fact_check = full_fact_check()
    (piece,) = pieces([fact_check])
    alone = piece.replace(b"<TEI ", b'<TEI xmlns="http://www.tei-c.org/ns/1.0" ', 1)
    (found,) = read(alone)
    assert found.fact_check == fact_check


def test_a_corpus_that_was_written_again_comes_back_equal():
    wanted = several(3)
    written = etree.tostring(etree.fromstring(corpus(wanted)), encoding="utf-16")
    assert [each.fact_check for each in read(written)] == wanted


def test_a_prefix_that_the_id_does_not_give_is_a_part_of_the_ids():
    body = corpus([full_fact_check()])
    changed = body.replace(f">{full_fact_check().id}<".encode(), b">urn:x:other<")
    assert changed != body
    (found,) = [each for each in read(changed) if each.fact_check]
    assert found.fact_check.id == "urn:x:other"
    assert all(re.match("f[0-9a-f]{16}-", each.id) for each in found.fact_check.claims)
    assert "tei-renamed-id" in {each.rule for each in found.findings}


def test_what_stands_between_is_told_with_its_place_and_line():
    made = pieces(several(3))
    body = joined([made[0], made[1] + b'\n<note n="stray">words</note>', made[2]])
    found = [finding for each in read(body) for finding in each.findings]
    assert {finding.stood for finding in found} == {"stray", "words"}
    assert {finding.line for finding in found} == {line_with(body, b"<note n=")}
    assert [each.fact_check for each in read(body) if each.fact_check] == several(3)
    within = body.replace(b"</TEI>\n<note n=", b"<!-- lost --></TEI>\n<note n=")
    lost = [finding for each in read(within) for finding in each.findings if finding.stood == " lost "]
    assert [(each.path, each.line) for each in lost] == [
        ("/teiCorpus/TEI[2]/comment()", line_with(within, b"<!-- lost"))
    ]


@pytest.mark.parametrize("declared", [b"<?xml version", b"<?xml  version"], ids=["streamed", "whole"])
def test_comments_between_are_told(declared):
    made = pieces(several(2))
    body = joined([made[0] + b"<!--between-->", made[1] + b"<?after this?>"]).replace(b"<?xml version", declared)
    body = body.replace(b"<teiHeader>", b"<!--before--><teiHeader>", 1) + b"<!--at the end-->"
    found = read(body)
    assert [each.fact_check for each in found if each.fact_check] == several(2)
    told = [finding for each in found for finding in each.findings]
    assert sorted(finding.stood for finding in told) == ["at the end", "before", "between", "this"]
    assert all(finding.path for finding in told)


@pytest.mark.parametrize("declared", [b"<?xml version", b"<?xml  version"], ids=["streamed", "whole"])
def test_words_between_are_told(declared):
    made = pieces(several(2))
    body = joined([made[0] + b"\nbetween", made[1] + b"\nafter"]).replace(b"<?xml version", declared)
    body = body.replace(b"<teiHeader>", b"before<teiHeader>", 1)
    found = [finding for each in read(body) for finding in each.findings]
    assert [finding.stood.strip() for finding in found] == ["before", "between", "after"]
    assert {finding.path.partition("()")[0] for finding in found} == {"/teiCorpus/text"}


def test_one_that_cannot_be_read_keeps_none_of_the_others():
    made = pieces(several(3))
    found = read(joined([made[0], b"<TEI>" * 300 + b"</TEI>" * 300, made[2]]))
    assert [each.fact_check for each in found if each.fact_check] == [several(3)[0], several(3)[2]]
    (broken,) = [each for each in found if each.findings]
    assert (broken.place, broken.findings[0].rule) == ("/teiCorpus/TEI[2]", "tei-syntax")


def test_what_stands_before_the_damage_is_read():
    made = pieces(several(3))
    found = read(joined([made[0], made[1], b"</TEI>", made[2]]))
    assert [each.fact_check for each in found if each.fact_check] == several(1)
    assert found[-1].findings[0].rule == "tei-syntax"


def test_a_head_that_would_be_read_endlessly_is_refused_by_the_check_and_read_with_the_whole():
    body = corpus(several(2)).replace(b"<teiHeader>", b"<!--" + b"x" * 70_000 + b"--><teiHeader>", 1)
    assert {finding.rule for finding in problems(body)} == {"tei-size"}
    assert [each.fact_check for each in read(body) if each.fact_check] == several(2)


class Counted(io.BytesIO):
    """Bytes that know how many of them were read since they were last set to their beginning."""

    taken = 0

    def read(self, size=-1):
        found = super().read(size)
        self.taken += len(found)
        return found

    def seek(self, place, whence=0):
        self.taken = 0
        return super().seek(place, whence)


def test_the_first_is_read_before_the_last_is_looked_at():
    body = corpus(several(10))
    piece = body[body.index(b"<TEI") : body.rindex(b"</teiCorpus>")]
    stream = Counted(body[: body.index(b"<TEI")] + piece * 60 + b"</teiCorpus>")
    importer = TeiImporter()
    found = importer.read(factcheck.Input("many.xml", stream), importer.options())
    assert next(found).fact_check == several(1)[0]
    assert stream.taken < len(stream.getvalue()) // 2


def test_the_command_line_makes_one(tmp_path):
    lines = [orjson.dumps(each) for each in records(7)]
    archive, bundle = tmp_path / "archive.jsonl", tmp_path / "all.teicorpus.xml"
    archive.write_bytes(b"\n".join([*lines[:3], b"{", *lines[3:]]))
    assert main(["export", str(archive), "--to", "tei", "--bundle", str(bundle), "-O", "teicorpus.title=All"]) == 1
    assert bundle.read_bytes() == corpus(several(7), title="All")


def test_documents_that_are_checked_before_pass(tmp_path):
    archive, bundle = tmp_path / "archive.jsonl", tmp_path / "all.xml"
    archive.write_bytes(b"\n".join(orjson.dumps(each) for each in records(2)))
    assert main(["export", str(archive), "--to", "tei", "--bundle", str(bundle), "--checked"]) == 0
    assert bundle.read_bytes() == corpus(several(2))
