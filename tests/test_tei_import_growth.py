"""TEI that repeats itself by pointers: work and memory grow in proportion to the document, whatever leads where."""

import pytest
from effort import growth
from factcheck_tei.importer import TeiImporter

from factcheck import Input

XMLNS = 'xmlns="http://www.tei-c.org/ns/1.0"'


def each(count, text):
    return "".join(text.replace("%", str(number)) for number in range(count))


def document(header="", stand="", text="<p xml:id='w'>Words</p>"):
    return f"<TEI {XMLNS}><teiHeader>{header}</teiHeader><standOff>{stand}</standOff><text><body>{text}</body></text></TEI>"


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
