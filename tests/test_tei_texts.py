"""The TEI with the texts of sources: each text to the character, each quotation in its place, and the fact-check back."""

import re
from hashlib import sha256
from pathlib import Path

import fuzzing
import mutations
import pytest
from factcheck_tei.exporter import TeiExporter
from factcheck_tei.importer import TeiImporter
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from tei_texts import LINES, full_texts, quoting, with_texts
from trying import examples

import factcheck
from factcheck import Document, FactCheck, Severity, reading
from factcheck.testing import HOSTILE_TEXTS, full_fact_check
from factcheck.text import Kind, locate

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples/taliban-russia-2015/factcheck.yaml"
TEXTS = ROOT / "tests/cases/texts"
ARTICLES = ROOT / "../shared/articles"
NS = {"t": "http://www.tei-c.org/ns/1.0"}
TEI = f"{{{NS['t']}}}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
SOME = settings(
    max_examples=examples(25),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
ANY_TEXT = st.lists(LINES | st.text(st.characters(codec=None), max_size=6), max_size=20).map("".join)


def export(fact_check: FactCheck, texts: dict[str, str], *, any_licence: bool = True) -> Document:
    return factcheck.export(fact_check, "tei", {"texts": texts, "any_licence": any_licence})


def validate(document: Document):
    return TeiExporter().validate(document)


def read(body: bytes):
    importer = TeiImporter()
    return list(importer.read(factcheck.Input.of(body), importer.options()))


def string(element) -> str:
    """What an element holds, by the rules of the header: tags left out, each `g` as the character it names."""
    if element.tag == f"{TEI}g":
        return chr(int(element.get("n").removeprefix("U+"), base=16))
    return (element.text or "") + "".join(string(inner) + (inner.tail or "") for inner in element)


def resolved(root, pointer: str) -> str:
    block, offset, length = re.fullmatch(r"#string-range\(([^,]+),(\d+),(\d+)\)", pointer).groups()
    (found,) = root.xpath("//*[@xml:id = $id]", id=block)
    words = string(found)[int(offset) : int(offset) + int(length)]
    assert len(words) == int(length)
    return words


def bodies(root) -> dict[str, str]:
    return {
        tei.get("corresp")[1:]: string(tei.find("t:text/t:body", NS))
        for tei in root.findall("t:TEI[@type='source']", NS)
    }


@pytest.fixture(scope="module")
def story() -> FactCheck:
    return factcheck.load(EXAMPLE)


@pytest.fixture(scope="module")
def texts(story) -> dict[str, str]:
    return {source: each.text for source, each in reading.source_texts(story, TEXTS).items()}


def test_the_example_with_texts_is_valid_and_as_before(story, texts, golden):
    document = export(story, texts)
    assert validate(document) == []
    golden("taliban-russia-2015.texts.tei.xml", document.body)


def test_without_a_text_that_may_be_passed_on_nothing_changes(story, texts):
    plain = factcheck.export(story, "tei")
    assert export(story, {}) == plain
    assert export(story, texts, any_licence=False) == plain
    assert export(story, {"no-source": "words"}) == plain


def test_only_texts_that_may_be_passed_on_are_written():
    data = full_fact_check().model_dump(mode="json")
    data["sources"][0]["licence"] = "https://creativecommons.org/licenses/by/4.0/"
    body = export(
        FactCheck.model_validate(data), {"first": "Open words.", "third": "Kept words."}, any_licence=False
    ).body
    assert b"Open words." in body
    assert b"Kept words." not in body
    assert b"third.tei" not in body


@SOME
@given(text=ANY_TEXT)
@example(text="")
@example(text="\n")
@example(text="a\r\rb\r\n\r\nc\n\n\n d\n")
@example(text="\ud800")
def test_any_text_comes_back_to_the_character(text):
    document = export(full_fact_check(), {"first": text})
    assert validate(document) == []
    root = etree.fromstring(document.body)
    assert bodies(root) == {"first": text}
    stated = root.findtext("t:TEI[@type='source']/t:teiHeader/t:fileDesc/t:publicationStmt/t:idno", namespaces=NS)
    assert stated == sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_comes_back_to_the_character(text):
    words = f"{text}\n\n{text} and {text}\n{text}"
    assert bodies(etree.fromstring(export(full_fact_check(), {"first": words}).body)) == {"first": words}


def test_paragraphs_end_at_blank_lines_and_lines_begin_with_lb():
    text = "  First line,\nsecond.\n \t\nOther\r\nlines\rhere.\r\n\r\nLast. \n"
    (body,) = etree.fromstring(export(full_fact_check(), {"first": text}).body).findall(
        "t:TEI[@type='source']/t:text/t:body", NS
    )
    assert [string(each) for each in body] == ["First line,\nsecond.", "Other\r\nlines\rhere.", "Last."]
    assert [len(each.findall("t:lb", NS)) for each in body] == [1, 2, 0]
    assert [each.get(ID) for each in body] == ["first.p1", "first.p2", "first.p3"]


@SOME
@given(given_texts=with_texts())
def test_each_quotation_is_anchored_in_the_text_of_its_source_for_all(given_texts):
    fact_check, texts = given_texts
    document = export(fact_check, texts)
    assert validate(document) == []
    _anchors_hold(fact_check, texts, etree.fromstring(document.body))


def _anchors_hold(fact_check, texts, root):
    """Resolves each pointer on its own and compares what it finds with the quotation in the model."""
    anchors = root.findall("t:standOff/t:listAnnotation[@type='quotations']/t:annotation", NS)
    wanted = {name: words for name, words in quoting(fact_check).items() if words[0] in texts}
    assert [each.get("corresp") for each in anchors] == [f"#{name}" for name in wanted]
    for annotation, (source, quotation) in zip(anchors, wanted.values(), strict=True):
        target, located = annotation.get("target"), locate(texts[source], quotation)
        assert annotation.get("ana") == f"#match.{located.kind}"
        if located.place is None:
            assert target == f"#{source}.body"
            continue
        assert target.startswith(f"#string-range({source}.")
        assert resolved(root, target) == texts[source][located.start : located.end]
        if located.kind is Kind.EXACT:
            assert resolved(root, target) == quotation.exact
        else:
            assert string(annotation.find("t:note[@type='found']/t:quote", NS)) == located.found
        for app, difference in zip(annotation.iter(f"{TEI}app"), located.differences, strict=True):
            assert [string(rdg) for rdg in app] == [difference.quoted, difference.found]
            assert resolved(root, app[1].get("corresp")) == difference.found


def quoted(words: str, text: str, **more):
    """The full fact-check with these words quoted from a text, and how the quotation is anchored."""
    data = full_fact_check().model_dump(mode="json")
    data["claims"][0]["appearances"][0]["quotation"] = {"exact": words, **more}
    document = export(FactCheck.model_validate(data), {"first": text})
    assert validate(document) == []
    root = etree.fromstring(document.body)
    (annotation,) = root.xpath("//t:annotation[@corresp='#one-at-first']", namespaces=NS)
    return root, annotation


def test_words_within_a_paragraph_are_counted_in_it():
    root, annotation = quoted("the words", "Before.\n\nHere are the words.\n\nAfter.")
    assert annotation.get("target") == "#string-range(first.p2,9,9)"
    assert resolved(root, annotation.get("target")) == "the words"


def test_words_across_paragraphs_are_counted_in_the_body():
    root, annotation = quoted("end.\n\nBegin", "The end.\n\nBegin anew.")
    assert annotation.get("target") == "#string-range(first.body,4,11)"
    assert resolved(root, annotation.get("target")) == "end.\n\nBegin"


def test_words_that_have_drifted_are_anchored_and_what_differs_is_noted():
    text = "It began.\n\nWe do not see a need for receiving aid from anyone concerning the so-called Daesh, it said."
    root, annotation = quoted("do not see a need for receiving aid from anyone concerning so-called Daesh", text)
    assert annotation.get("ana") == "#match.drift"
    assert annotation.get("target") == "#string-range(first.p2,3,78)"
    found, differences = annotation.findall("t:note", NS)
    words = "do not see a need for receiving aid from anyone concerning the so-called Daesh"
    assert resolved(root, annotation.get("target")) == string(found) == words
    ((quoted_words, found_words),) = differences
    assert (string(quoted_words), string(found_words)) == ("", "the")
    assert resolved(root, found_words.get("corresp")) == "the"


def test_words_in_other_marks_are_anchored_as_they_stand():
    root, annotation = quoted(
        "It quoted a spokesman as saying 'not relevant'.", "it quoted a spokesman as saying “not relevant.”"
    )
    assert annotation.get("ana") == "#match.normalised"
    (found,) = annotation.findall("t:note", NS)
    assert resolved(root, annotation.get("target")) == string(found)
    assert string(found).startswith("it quoted a spokesman as saying “not relevant")


def test_words_that_stand_twice_are_not_anchored_and_so_it_is_said():
    _, annotation = quoted("twice", "Once, twice, twice.")
    assert (annotation.get("target"), annotation.get("ana")) == ("#first.body", "#match.ambiguous")
    root, annotation = quoted("twice", "Once, twice, twice.", start=13, end=18)
    assert (annotation.get("target"), annotation.get("ana")) == ("#string-range(first.p1,13,5)", "#match.exact")
    assert [each.get(ID) for each in root.iter(f"{TEI}interp") if each.get(ID).startswith("match.")] == [
        "match.exact",
        "match.absent",
    ]


def test_words_that_are_not_there_are_not_anchored_and_so_it_is_said():
    _, annotation = quoted("Nobody said anything of this kind", "The text is about gardens and their owners.")
    assert (annotation.get("target"), annotation.get("ana")) == ("#first.body", "#match.absent")


@SOME
@given(given_texts=with_texts())
def test_what_is_written_comes_back_equal_and_each_text_is_told_for_all(given_texts):
    fact_check, texts = given_texts
    (record,) = read(export(fact_check, texts).body)
    assert record.fact_check == fact_check
    assert record.exact
    assert [finding.rule for finding in record.findings] == ["tei-source-text"] * len(texts)
    assert all(finding.severity is Severity.INFO for finding in record.findings)
    for finding, (source, text) in zip(record.findings, texts_in_order(fact_check, texts), strict=True):
        assert f"`{source}`" in finding.message
        assert sha256(text.encode("utf-8", "surrogatepass")).hexdigest() in finding.message


def texts_in_order(fact_check, texts):
    return [(source.id, texts[source.id]) for source in fact_check.sources if source.id in texts]


def never_silent(share):
    """Sets every leaf outside the fact-check, or one of so many, to something else: what is told has to change."""
    root = etree.fromstring(export(full_fact_check(), full_texts()).body, etree.XMLParser(collect_ids=False))
    before, fact_check = read(etree.tostring(root)), root.find("t:TEI", NS)
    outside = [node for node in root.iter() if node is not fact_check and fact_check not in node.iterancestors()]
    leaves = [(node.attrib, name) for node in outside for name in node.attrib]
    leaves += [
        (Texts(node), part) for node in outside for part in ("text", "tail") if (getattr(node, part) or "").strip()
    ]
    assert len(leaves) > 200
    for holder, name in leaves[::share]:
        value = holder[name]
        holder[name] = "Zz9"
        assert read(etree.tostring(root)) != before, (name, value)
        holder[name] = value
    assert read(etree.tostring(root)) == before


class Texts:
    """The text and the tail of a node by name."""

    def __init__(self, node):
        self.node = node

    def __getitem__(self, name):
        return getattr(self.node, name)

    def __setitem__(self, name, value):
        setattr(self.node, name, value)


def test_no_leaf_of_a_corpus_can_change_without_a_word():
    never_silent(share=11)


@pytest.mark.judge
def test_none_of_all_leaves_of_a_corpus_can_change_without_a_word():
    never_silent(share=1)


def test_texts_beside_several_fact_checks_are_told_and_are_none_themselves():
    """As somebody else may put two of our corpora into one."""
    bodies = [export(full_fact_check(), full_texts()).text.partition("\n")[2] for _ in range(2)]
    whole = f'<teiCorpus xmlns="{NS["t"]}"><teiHeader/>{"".join(bodies)}</teiCorpus>'
    *records, rest = read(whole.encode())
    assert [record.fact_check for record in records] == [full_fact_check()] * 2
    assert rest.fact_check is None
    assert sum(finding.rule == "tei-source-text" for finding in rest.findings) == 4
    assert any("method" in finding.path for finding in rest.findings)


def test_a_text_alone_is_no_fact_check():
    root = etree.fromstring(export(full_fact_check(), full_texts()).body)
    records = read(etree.tostring(root.find("t:TEI[@type='source']", NS)))
    assert [record.fact_check for record in records] == [None]
    assert "tei-no-claim" in {finding.rule for finding in records[0].findings}


COPIES = {
    "first": "The group said on Saturday that the “colour” of the Harbour was grey.\n\nIt was not asked again.\n\nThe end.",
    "second": 'By our desk\n\nThe group said on Sunday that the "color" of the harbour was grey.\n\nIt was asked again.',
}


def test_copies_are_witnesses_of_their_story_each_with_its_text():
    root = etree.fromstring(export(full_fact_check(), COPIES).body)
    (story,) = root.findall("t:teiHeader/t:fileDesc/t:sourceDesc/t:listWit", NS)
    assert story.get("corresp") == "#first"
    assert [(each.get(ID), each.get("corresp")) for each in story.findall("t:witness", NS)] == [
        ("first.wit", "#first.tei"),
        ("second.wit", "#second.tei"),
    ]


def test_the_words_of_copies_are_set_beside_each_other():
    root = etree.fromstring(export(full_fact_check(), COPIES).body)
    readings = [(app.get("type"), string(app[0]), string(app[1])) for app in root.iter(f"{TEI}app")]
    assert ("substantive", "Saturday", "Sunday") in readings
    assert ("substantive", "not", "") in readings
    assert ("substantive", "", "By our desk") in readings
    assert ("substantive", "“colour”", '"color"') in readings
    assert ("accidental", "Harbour", "harbour") in readings
    assert root.find("t:teiHeader/t:encodingDesc/t:variantEncoding", NS).get("method") == "location-referenced"
    for app in root.iter(f"{TEI}app"):
        assert resolved(root, app.get("from")) == string(app[0])
        assert resolved(root, app[1].get("corresp")) == string(app[1])
        assert [each.get("wit") for each in app] == ["#first.wit", "#second.wit"]


@pytest.mark.parametrize(
    ("lemma", "reading", "kind"),
    [
        ("“colour”", "'colour'", "accidental"),
        ("Colour", "colour", "accidental"),
        ("co-operating", "cooperating", "accidental"),
        ("colour", "color", "substantive"),
        ("1.5", "15", "substantive"),
        ("€", "$", "substantive"),
        ("कि", "का", "substantive"),
    ],
)
def test_what_only_house_style_changed_is_told_from_other_words(lemma, reading, kind):
    around = "The report said that the group counted {} and nothing else on that day."
    texts = {"first": around.format(lemma), "second": around.format(reading)}
    apps = list(etree.fromstring(export(full_fact_check(), texts).body).iter(f"{TEI}app"))
    assert {app.get("type") for app in apps} == {kind}


def test_the_apparatus_makes_one_text_of_the_other():
    """What is left between the variants is the same in both, white space aside."""
    root = etree.fromstring(export(full_fact_check(), COPIES).body)
    assert _between(root, "from", 0, "first") == _between(root, "corresp", 1, "second")


def _between(root, attribute, which, source):
    text, kept, done = COPIES[source], "", 0
    for app in root.iter(f"{TEI}app"):
        pointer = (app if which == 0 else app[1]).get(attribute)
        block, offset, length = re.fullmatch(r"#string-range\(([^,]+),(\d+),(\d+)\)", pointer).groups()
        (found,) = root.xpath("//*[@xml:id = $id]", id=block)
        start = int(offset) if block.endswith(".body") else text.index(string(found)) + int(offset)
        kept, done = kept + text[done:start], start + int(length)
    return "".join((kept + text[done:]).split())


@pytest.mark.parametrize("other", ["Something else, of which no word stands in the first text at all.", "", "x" * 50])
def test_texts_that_have_little_in_common_are_witnesses_without_readings(other):
    root = etree.fromstring(export(full_fact_check(), {**COPIES, "second": other}).body)
    assert root.find(".//t:listWit", NS) is not None
    assert root.find(".//t:listApp", NS) is None
    assert root.find("t:teiHeader/t:encodingDesc/t:variantEncoding", NS) is None


def test_a_translation_is_a_witness_without_readings():
    data = full_fact_check().model_dump(mode="json")
    data["sources"][1]["copy_of"]["kind"] = "translated"
    root = etree.fromstring(export(FactCheck.model_validate(data), COPIES).body)
    assert len(root.findall(".//t:witness", NS)) == 2
    assert root.find(".//t:listApp", NS) is None


def test_every_id_stands_once(story, texts):
    for document in (export(story, texts), export(full_fact_check(), full_texts())):
        ids = etree.fromstring(document.body, etree.XMLParser(collect_ids=False)).xpath("//@xml:id")
        assert len(ids) == len(set(ids))


MUTATIONS = {
    "another letter in a text": ("It says: One", "It says; One", {"tei-text-changed"}),
    "a line end in a text": ("Heading</p>\n\n", "Heading</p>\n\t\n", {"tei-text-changed"}),
    "another checksum": (r'(?s)(type="source".*?sha256">)[0-9a-f]{64}', r"\g<1>" + 64 * "0", {"tei-text-changed"}),
    "a wrong offset": (r"(string-range\(first\.p\d+),\d+,", r"\1,0,", {"tei-string-range"}),
    "a wrong length": (r"(string-range\(first\.p\d+,\d+),\d+\)", r"\1,0)", {"tei-string-range"}),
    "an offset beyond the end": (r"(string-range\(first\.p\d+),\d+,", r"\1,99999,", {"tei-string-range"}),
    "a paragraph that is not there": (r"string-range\(first\.p\d+", "string-range(first.p99", {"tei-dangling-pointer"}),
    "another part": (r'corresp="#one-at-first" ana', 'corresp="#two-at-first" ana', {"tei-string-range"}),
    "the text of another source": (r'(target="#string-range\()first\.p\d+,\d+,', r"\1second.p1,0,", {"tei-wrong-pointer", "tei-string-range"}),
    "another lemma": ("<lem ([^>]*)>[^<]", r"<lem \1>_", {"tei-string-range"}),
    "another reading": ("<rdg ([^>]*)>[^<]", r"<rdg \1>_", {"tei-string-range"}),
    "readings of the wrong witnesses": (r'<lem wit="#first\.wit"', '<lem wit="#second.wit"', {"tei-wrong-pointer"}),
    "a witness that is none": (r'wit="#first\.wit"', 'wit="#third.wit"', {"tei-dangling-pointer", "tei-wrong-pointer"}),
    "a witness without its text": (r'corresp="#first\.tei"', 'corresp="#third.tei"', {"tei-dangling-pointer", "tei-wrong-pointer"}),
    "no white space kept": (' xml:space="preserve"', "", {"tei-schema"}),
    "a text without a source": (r'type="source" corresp="#first"', 'type="source" corresp="#one"', {"tei-wrong-pointer"}),
    "texts alone": (r"(?s)<TEI xml:lang.*?</TEI>", "", {"tei-schema", "tei-dangling-pointer", "tei-wrong-pointer", "tei-string-range"}),
}  # fmt: skip


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_mutation_is_found(name):
    pattern, replacement, rules = MUTATIONS[name]
    document = export(full_fact_check(), full_texts())
    body, count = re.subn(pattern, replacement, document.text, count=1)
    assert count == 1
    assert {each.rule for each in validate(Document(document.media_type, document.suffix, body.encode()))} == rules


@pytest.mark.skipif(not ARTICLES.exists(), reason="../shared/articles is not here")
def test_the_five_articles(story):
    texts = {source: each.text for source, each in reading.source_texts(story, ARTICLES).items()}
    assert len(texts) == 5
    document = export(story, texts)
    assert validate(document) == []
    root = etree.fromstring(document.body)
    assert bodies(root) == texts
    _anchors_hold(story, texts, root)
    readings = {(string(app[0]), string(app[1])) for app in root.findall(".//t:listApp/t:app", NS)}
    assert {("Islamic State", "Daesh"), ("neighbouring", "neighboring")} <= readings
    (record,) = read(document.body)
    assert record.fact_check == story
    assert len(record.findings) == 5


LEAST = FactCheck(
    id="urn:x:least",
    headline="Least",
    language="en",
    sources=({"id": "s"}, {"id": "t", "copy_of": {"source": "s", "kind": "reposted"}}),
    claims=(
        {"id": "c", "text": "It rained.", "appearances": ({"source": "s", "quotation": {"exact": "It rained."}},)},
    ),
)
SMALL = export(LEAST, {"s": "It rained.\n\nIt\x07 rained on\nall.", "t": "It rained.\r\n\r\nIt rained on some."}).body
HOST = factcheck.Host.discover()


@settings(SOME, max_examples=examples(50))
@given(body=mutations.damaged([SMALL]) | mutations.other_xml([SMALL]))
def test_a_damaged_corpus_breaks_neither_the_importer_nor_the_check(body):
    fuzzing.feed("tei", body, HOST)
    validate(Document(TeiExporter.media_type, TeiExporter.suffix, body))
