"""TEI that repeats itself by pointers: work and memory grow in proportion to the document, whatever leads where."""

import pytest
from effort import growth
from factcheck_tei.importer import TeiImporter

import factcheck
from factcheck import Input, ReadingError
from factcheck.testing import full_fact_check

XMLNS = 'xmlns="http://www.tei-c.org/ns/1.0"'


def each(count, text):
    return "".join(text.replace("%", str(number)) for number in range(count))


def document(header="", stand="", text="<p xml:id='w'>Words</p>"):
    return f"<TEI {XMLNS}><teiHeader>{header}</teiHeader><standOff>{stand}</standOff><text><body>{text}</body></text></TEI>"


def listed(tag, inner):
    return f"<{tag}>{inner}</{tag}>"


def claims(annotations="<annotation xml:id='c' target='#w'/>"):
    return f"<listAnnotation type='claims'>{annotations}</listAnnotation>"


def said_by(person):
    return claims(
        f"<annotation xml:id='c' target='#w'><respStmt><resp>claimant</resp><persName ref='{person}'/></respStmt></annotation>"
    )


def corpus(header, *documents):
    return f"<teiCorpus {XMLNS}><teiHeader>{header}</teiHeader>{''.join(documents)}</teiCorpus>"


def people(count, identifier="p%"):
    person = f"<person xml:id='{identifier}'><persName>Person %</persName></person>"
    return f"<listPerson>{each(count, person)}</listPerson>"


def read(body):
    importer = TeiImporter()
    return list(importer.read(Input.of(body.encode()), importer.options()))


SHARED = {
    "ids": lambda count: corpus(people(count), *(document(stand=said_by(f"#p{n}")) for n in range(count))),
    "ids that are renamed": lambda count: corpus(
        people(count, "p.%"), *(document(stand=said_by(f"#p.{n}")) for n in range(count))
    ),
    "ids of others, too": lambda count: corpus(
        people(count, "p.%"),
        *(document(f"<listPerson><person xml:id='p-{n}'/></listPerson>", said_by(f"#p.{n}")) for n in range(count)),
    ),
    "one id": lambda count: corpus(people(count, "p"), *(document(stand=said_by("#p")) for _ in range(count))),
    "nothing": lambda count: corpus(each(count, "<p>x</p>"), *(document(stand=claims()) for _ in range(count))),
}


@pytest.mark.parametrize("shared", SHARED)
def test_a_large_header_of_a_corpus_is_read_once(shared):
    assert growth(TeiImporter(), SHARED[shared], 40) < 2.2


def test_a_pointer_leads_to_one_part_where_an_id_stands_twice():
    """To the one in its own TEI, else to the first that the corpus shares; the others are told."""
    own = "<listPerson><person xml:id='p'><persName>Nearest</persName></person></listPerson>"
    body = corpus(people(2, "p"), document(own, said_by("#p")), document(stand=said_by("#p")))
    first, second, rest = read(body)
    assert [[agent.name for agent in each.fact_check.agents] for each in (first, second)] == [["Nearest"], ["Person 0"]]
    assert ("/teiCorpus/teiHeader/listPerson/person[2]/persName/text()", "Person 1") in {
        (found.path, found.stood) for found in rest.findings
    }


def test_a_shared_part_goes_by_one_id_in_every_fact_check_that_leaves_it_free():
    own = "<listPerson><person xml:id='p-2'><persName>Own</persName></person></listPerson>"
    shared = "<person xml:id='p.2'><persName>Shared</persName></person><person xml:id='p:2'><persName>Other</persName></person>"
    points = said_by("#p.2"), said_by("#p:2"), said_by("#p:2")
    header = f"<listPerson>{shared}</listPerson>"
    body = corpus(header, document(stand=points[0]), document(stand=points[1]), document(own, points[2]))
    agents = [
        {agent.name: agent.id for agent in record.fact_check.agents} for record in read(body) if record.fact_check
    ]
    assert agents == [{"Shared": "p-2"}, {"Other": "p-2-2"}, {"Own": "p-2", "Other": "p-2-2"}]


def told_of(record):
    return {finding.path for finding in record.findings}


SCALE = "<taxonomy><category xml:id='k'><catDesc>False</catDesc></category></taxonomy>"
INNER = {
    "ranges in one text": lambda count: document(
        stand=claims(each(count, "<annotation xml:id='c%' target='#string-range(w,%,3)'/>")),
        text=f"<p xml:id='w'>{each(count, 'ab<hi>cd</hi>')}</p>",
    ),
    "evidence cited in a note": lambda count: document(
        SCALE,
        claims()
        + "<listAnnotation type='verdicts'><annotation xml:id='v' target='#c' ana='#k'/></listAnnotation>"
        + "<listAnnotation type='evidence'><annotation target='#v'>"
        + each(count, "<ref type='supports' target='#s%'/>")
        + listed("note", each(count, "<quote source='#s%'>Words</quote>"))
        + "</annotation></listAnnotation>"
        + listed("listBibl", each(count, "<bibl xml:id='s%'/>")),
    ),
    "names that are refused": lambda count: document(
        "<listPerson><person><persName>A</persName>"
        + each(count, "<persName type='alternative'/>")
        + "</person></listPerson>",
        claims(),
    ),
    "policies": lambda count: document(
        "<fileDesc><publicationStmt>"
        + each(count, "<ptr type='policy' subtype='%' target='https://a.example/'/>")
        + "</publicationStmt></fileDesc>",
        claims(),
    ),
}


@pytest.mark.parametrize("inner", INNER)
def test_many_parts_of_one_document_are_looked_through_once(inner):
    assert growth(TeiImporter(), INNER[inner], 300) < 2.2


def many_to_many(count):
    all_claims = each(count, "#c% ")
    return document(
        stand=claims(each(count, "<annotation xml:id='c%' target='#w'/>"))
        + f"<listRelation><relation name='repeats' active='{all_claims}' passive='{all_claims}'/></listRelation>"
    )


def one_long_text(count):
    return document(
        stand=claims(each(count, "<annotation xml:id='c%' target='#w'/>")), text=f"<p xml:id='w'>{'Words ' * count}</p>"
    )


def one_place(count):
    idnos = each(count, "<idno type='URI'>https://a.example/%</idno>")
    return document(
        stand=claims(each(count, "<annotation xml:id='c%' target='#w'/>"))
        + listed("listEvent", each(count, "<event corresp='#c%' where='#p'/>"))
        + f"<listPlace><place xml:id='p'>{idnos}</place></listPlace>"
    )


def one_list_of_notes(count):
    verdicts = each(count, "<annotation xml:id='v%' target='#c' ana='#k'/>")
    return document(
        SCALE,
        claims()
        + f"<listAnnotation type='verdicts'>{verdicts}</listAnnotation>"
        + f"<listAnnotation type='evidence'><annotation source='#s'><ptr type='verdict' target='{each(count, '#v% ')}'/>"
        + f"{'<note/>' * count}</annotation></listAnnotation><listBibl><bibl xml:id='s'/></listBibl>",
    )


@pytest.mark.parametrize("made", [many_to_many, one_long_text, one_place, one_list_of_notes])
def test_what_pointers_lead_to_is_read_so_often_and_then_the_document_is_refused_and_told(made, monkeypatch):
    monkeypatch.setattr("factcheck_tei.importing.meter._FOR_ALL", 100_000)
    body = made(300)
    (record,) = read(body)
    assert record.fact_check is None
    assert record.findings[0].rule == "tei-size"
    assert "/TEI/text/body/p/text()" in told_of(record)


def test_a_text_with_many_pointers_to_its_words_is_read():
    words = "".join(f"<w xml:id='w{number}'>word</w> " for number in range(2000))
    pointers = (" ".join(f"#w{number}" for number in range(first, first + 40)) for first in range(0, 1900, 10))
    annotations = "".join(f"<annotation target='{each}'><note>Claimed here.</note></annotation>" for each in pointers)
    (record,) = read(document(stand=claims(annotations), text=f"<p>{words}</p>"))
    assert len(record.fact_check.claims) == 190


def test_a_document_of_a_corpus_that_is_refused_leaves_those_before_it_as_they_are(monkeypatch):
    monkeypatch.setattr("factcheck_tei.importing.meter._FOR_ALL", 100_000)
    first, second, _ = read(corpus("<p>Words</p>", document(stand=claims()), many_to_many(300)))
    assert first.fact_check
    assert not second.fact_check
    assert second.findings[0].rule == "tei-size"


@pytest.mark.parametrize(
    "body",
    [
        f"<TEI {XMLNS}>{'<' + 'a' * 1000 + '>'}{'<b>' * 200}{'<p/>' * 200_000}{'</b>' * 200}</{'a' * 1000}></TEI>",
        f"<TEI {XMLNS} xmlns:x='{'u' * 100_000}'>{'<x:p/>' * 3000}</TEI>",
        f"<TEI {XMLNS} xmlns:x='{'u' * 100_000}'>" + "<p x:n='1'/>" * 3000 + "</TEI>",
    ],
    ids=["element", "namespace", "attribute"],
)
def test_long_names_around_much_are_refused_before_places_are_made_of_them(body):
    with pytest.raises(ReadingError) as raised:
        read(body)
    (finding,) = raised.value.findings
    assert (finding.rule, finding.line) == ("tei-size", 1)
    assert "places" in finding.message


CORPORA = {
    "a long text": lambda count: {"first": "Words of the text, and more.\n\n" * count},
    "many lines": lambda count: {"first": "line\n" * count},
    "white space": lambda count: {"first": f"a{' ' * count}b"},
    "copies": lambda count: {
        "first": " ".join(f"word{number} and" for number in range(count)),
        "second": " ".join(f"word{number} or" for number in range(count)),
    },
}


@pytest.mark.parametrize("texts", CORPORA)
def test_texts_of_sources_are_told_in_proportion(texts):
    def made(count):
        options = {"texts": CORPORA[texts](count), "any_licence": True}
        return factcheck.export(full_fact_check(), "tei", options).text

    assert growth(TeiImporter(), made, 1_000) < 2.2


def test_where_looking_for_quotations_would_take_too_long_each_leaf_around_the_texts_is_told(monkeypatch):
    monkeypatch.setattr("factcheck_tei.importing.texts._MOST", 10)
    document = factcheck.export(
        full_fact_check(), "tei", {"texts": {"first": "Words of the text."}, "any_licence": True}
    )
    record, rest = read(document.text)
    assert record.fact_check == full_fact_check()
    assert [finding.rule for finding in record.findings] == ["tei-source-text"]
    paths = {finding.path for finding in rest.findings}
    assert "/teiCorpus/standOff/listAnnotation/annotation[1]/@target" in paths
    assert "/teiCorpus/TEI[2]/@corresp" in paths
