"""TEI read: our own comes back equal, that of others as far as it can be read, and no leaf is lost in silence."""

import re
from pathlib import Path
from typing import ClassVar

import pytest
from factcheck_tei.importer import TeiImporter
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree
from trying import examples

import factcheck
from factcheck import FactCheck
from factcheck.testing import HOSTILE_TEXTS, ImporterContract, full_fact_check
from factcheck.testing.strategies import fact_checks

CASES = Path(__file__).parent / "cases" / "tei"
ELSEWHERE = (CASES / "elsewhere.xml").read_bytes()
REVIEW = (CASES / "review.xml").read_bytes()
CORPUS = (CASES / "corpus.xml").read_bytes()
EXAMPLE = Path(__file__).parents[1] / "examples" / "taliban-russia-2015" / "factcheck.yaml"
PRACTICE = Path(__file__).parents[2] / "shared" / "tei" / "example.xml"
TEI = "{http://www.tei-c.org/ns/1.0}"
WHOLE = (
    "annotation", "author", "desc", "idno", "licence", "name", "note", "occupation", "orgName", "persName", "placeName",
    "pubPlace", "publisher", "quote", "term", "title",
)  # fmt: skip
# A random fact-check takes longer to make smaller than anybody would wait.
RANDOM = settings(
    max_examples=examples(30),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def parsed(body):
    """The document; in a corpus an id may stand in each TEI."""
    return etree.fromstring(body, etree.XMLParser(collect_ids=False))


def exported(fact_check):
    return factcheck.export(fact_check, to="tei").body


def read(body, name="a.tei.xml", **options):
    importer = TeiImporter()
    return list(importer.read(factcheck.Input.of(body, name), importer.options(**options)))


def one(body, **options):
    (record,) = [each for each in read(body, **options) if each.fact_check]
    return record.fact_check, {finding.path: finding for finding in record.findings}


def edited(body, old, new, count=1):
    assert body.count(old) >= count
    return body.replace(old, new, count)


class TestContract(ImporterContract):
    importer = TeiImporter()
    samples: ClassVar = {
        "full.tei.xml": exported(full_fact_check()),
        "elsewhere.xml": ELSEWHERE,
        "review.xml": REVIEW,
        "corpus.xml": CORPUS,
    }

    def leaves(self, body):
        """The words of elements that hold nothing else, but for those that are the format's own."""
        root = parsed(body)
        for element in root.iter(*(f"{TEI}{tag}" for tag in WHOLE)):
            if not len(element) and element.text and element.get("type") != "sha256":
                yield placed(element, "text()"), element.text


def placed(element, last):
    """The XPath of an element, counted without the importer's help."""
    steps = [last]
    for node in (element, *element.iterancestors()):
        same = [] if node.getparent() is None else [each for each in node.getparent() if each.tag == node.tag]
        number = f"[{same.index(node) + 1}]" if len(same) > 1 else ""
        steps.append(node.tag.removeprefix(TEI) + number)
    return "/" + "/".join(reversed(steps))


@pytest.mark.parametrize("which", ["example", "full"])
def test_what_we_write_comes_back_equal_and_whole(which):
    fact_check = factcheck.load(EXAMPLE) if which == "example" else full_fact_check()
    (record,) = read(exported(fact_check))
    assert record.fact_check == fact_check
    assert record.findings == ()


@RANDOM
@given(fact_check=fact_checks())
def test_any_fact_check_comes_back_equal_and_whole(fact_check):
    (record,) = read(exported(fact_check))
    assert record.fact_check == fact_check
    assert record.findings == ()


@pytest.mark.judge
def test_two_thousand_random_fact_checks_come_back_equal_and_whole():
    count = 0

    @settings(RANDOM, max_examples=2000, database=None)
    @given(fact_check=fact_checks())
    def comes_back(fact_check):
        nonlocal count
        count += 1
        (record,) = read(exported(fact_check))
        assert record.fact_check == fact_check
        assert record.findings == ()

    comes_back()
    assert count >= 2000


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_comes_back_to_the_character(text):
    data = full_fact_check().model_dump(mode="json")
    words = f"a{text}z"
    data |= {"headline": words, "summary": words, "body": f"{words}\n\n\n\n{words}\n\n\n{words}"}
    data["agents"][0]["name"] = data["claims"][0]["text"] = data["corrections"][0]["text"] = words
    data["claims"][0]["appearances"][0]["quotation"] = {"exact": text, "prefix": words, "suffix": text}
    fact_check = FactCheck.model_validate(data)
    (record,) = read(exported(fact_check))
    assert record.fact_check == fact_check
    assert record.findings == ()


def leaves(root):
    """A way to set each leaf, walked without the importer's help: attributes, texts, comments, instructions."""
    for node in root.iter():
        for name in node.attrib:
            yield f"@{name}", node.attrib[name], lambda value, node=node, name=name: node.set(name, value)
        if (node.text or "").strip():
            yield "text", node.text, lambda value, node=node: setattr(node, "text", value)
        if (node.tail or "").strip() and node is not root:
            yield "tail", node.tail, lambda value, node=node: setattr(node, "tail", value)


def heard(body):
    return [(record.place, record.fact_check, record.findings) for record in read(body)]


def never_silent(body, share=1):
    """Sets every leaf, or one of so many, to something else: a fact-check or a finding has to change."""
    root = parsed(body)
    before, found = heard(etree.tostring(root)), list(leaves(root))
    assert len(found) >= 40
    for number, (kind, value, put) in enumerate(found):
        if number % share == 0:
            put("Zz9")
            assert heard(etree.tostring(root)) != before, (kind, value)
            put(value)
    assert heard(etree.tostring(root)) == before


@pytest.mark.parametrize("body", [ELSEWHERE, REVIEW, CORPUS], ids=["elsewhere", "review", "corpus"])
def test_no_leaf_of_others_can_change_without_a_word(body):
    never_silent(body)


def test_no_leaf_of_our_own_can_change_without_a_word():
    never_silent(exported(full_fact_check()), share=13)


@pytest.mark.judge
def test_none_of_all_leaves_of_our_own_can_change_without_a_word():
    never_silent(exported(full_fact_check()))


def test_what_is_left_out_has_its_place_and_its_line():
    """Each path leads to one place, where what `stood` stands, and it does so on that line."""
    for body in (ELSEWHERE, REVIEW, CORPUS):
        root, lines = parsed(body), body.decode().splitlines()
        findings = [found for record in read(body) for found in record.findings if found.stood and not found.made]
        assert len(findings) > 5
        for found in findings:
            (there,) = root.xpath(xpath_of(found.path), namespaces={"t": TEI[1:-1]})
            assert (there.text if hasattr(there, "text") else str(there)) == found.stood
            assert found.stood.split()[0] in lines[found.line - 1]


def xpath_of(path):
    """A path of a finding in XPath 1.0, which wants prefixes."""
    step = re.compile(r"/(?:Q\{([^}]*)\}([\w-]+)|([A-Za-z][\w-]*)(?=\[|/|$))")
    return step.sub(
        lambda it: f"/t:{it[3]}" if it[3] else f"/*[local-name()='{it[2]}' and namespace-uri()='{it[1]}']", path
    )


def test_claims_of_others_are_read_with_all_that_belongs_to_them():
    fact_check, _ = one(ELSEWHERE)
    claims = {claim.id: claim for claim in fact_check.claims}
    assert {each: claim.text for each, claim in claims.items()} == {
        "c1": "It did not rain in May.",
        "c2": "Il a plu le 3 mai",
        "c3": "Il neigera.",
        "c5": "Il a grêlé.",
    }
    assert (claims["c1"].language, claims["c1"].claimants) == ("en", ("ministre",))
    assert [fact_check.sources[-1].id] == [each.source for each in claims["c5"].appearances]
    assert fact_check.sources[-1].url == "https://reseau.example/1"
    assert [(verdict.claim, verdict.rating, verdict.explanation) for verdict in fact_check.verdicts] == [
        ("c2", "vrai-oui", None),
        ("c1", "faux", "Il a plu douze jours."),
    ]
    assert [dict(rating.names) for rating in fact_check.rating_scale.ratings] == [
        {"fr": "Faux"},
        {"fr": "Vrai", "en": "True"},
    ]


def test_the_header_of_others_is_read():
    fact_check, _ = one(ELSEWHERE)
    agents = {agent.id: (agent.kind, agent.name) for agent in fact_check.agents}
    assert (fact_check.id, fact_check.url) == ("https://bureau.example/pluie", "https://bureau.example/pluie#haut")
    assert (fact_check.headline, fact_check.language) == ("Pluie de mai : vérification", "fr")
    assert (fact_check.published, fact_check.summary) == ("2024-05-06", "Il a plu.\n\nBeaucoup.")
    assert agents[fact_check.publisher] == ("organisation", "Le Bureau")
    assert [agents[each] for each in fact_check.authors] == [("person", "J. Dupont")]
    assert [agents[each] for each in fact_check.reviewers] == [("person", "A. Petit")]
    assert [(each.published, each.text) for each in fact_check.corrections] == [
        ("2024-05-08", "Le chiffre du 3 mai était faux.")
    ]
    assert [(source.title, source.published, source.url) for source in fact_check.sources[:2]] == [
        ("Bulletin", "2024-05-03?", "https://meteo.example/3"),
        ("Carnet d'un voisin, 1er mai", None, None),
    ]


def test_repairs_say_what_stood_there_and_what_was_made_of_it():
    _, found = one(ELSEWHERE)
    repairs = {finding.rule: (finding.stood, finding.made) for finding in found.values() if finding.is_repair}
    assert repairs == {
        "tei-renamed-id": ("vrai.oui", "vrai-oui"),
        "tei-identifier": ("0000-0000-0000-0001 ORCID", "https://orcid.org/0000-0000-0000-0001"),
    }


def test_what_cannot_be_told_is_left_out_and_said():
    """Nobody says which way the numbers run, whether 'La rédaction' is a person, and where a pointer was to lead."""
    _, found = one(ELSEWHERE)
    told = {finding.stood: finding.rule for finding in found.values()}
    assert told["1"] == "tei-unordered-scale"
    assert told["La rédaction"] == "tei-not-carried"
    assert told["#nulle-part"] == told["#peut-etre"] == "tei-dangling-pointer"
    assert "tei-no-claim-text" in {finding.rule for finding in found.values()}


def test_a_corpus_gives_a_record_for_each_tei_and_shares_its_header():
    first, second, third, rest = read(CORPUS)
    assert [record.place for record in (first, second, third, rest)] == [
        "/teiCorpus/TEI[1]",
        "/teiCorpus/teiCorpus/TEI",
        "/teiCorpus/TEI[2]",
        "",
    ]
    (claim,), (verdict,) = first.fact_check.claims, first.fact_check.verdicts
    assert [agent.name for agent in first.fact_check.agents if agent.id in claim.claimants] == ["A Speaker"]
    assert [dict(rating.names) for rating in first.fact_check.rating_scale.ratings if rating.id == verdict.rating] == [
        {"en": "Wrong"}
    ]
    assert second.fact_check.claims[0].text == "It snowed."
    assert second.fact_check.agents == ()
    assert third.fact_check is None
    assert third.findings[0].rule == "tei-no-claim"
    assert {found.stood for found in rest.findings} >= {"Claim base", "A Stranger"}


def test_our_own_in_a_corpus_come_back_equal():
    one_more = full_fact_check().model_copy(update={"id": "tag:desk.example,2016:2"})
    bodies = [exported(each).partition(b"?>")[2] for each in (full_fact_check(), one_more)]
    records = read(b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">' + b"".join(bodies) + b"</teiCorpus>")
    assert [record.fact_check for record in records] == [full_fact_check(), one_more]
    assert not any(record.findings for record in records)


def test_our_own_under_another_prefix_comes_back_equal():
    text = exported(full_fact_check()).decode()
    prefixed = re.sub(r"<(/?)(?=[A-Za-z])", r"<\1x:", text).replace("xmlns=", "xmlns:x=")
    (record,) = read(prefixed.encode())
    assert (record.fact_check, record.findings) == (full_fact_check(), ())


def test_values_that_a_fact_check_refuses_are_left_out_with_what_rests_on_them():
    body = exported(full_fact_check())
    fact_check, found = one(edited(body, b'mainLang="fr"', b'mainLang="f_r"'))
    assert fact_check.sources[0].language is None
    assert found["/TEI/standOff/listBibl/bibl[1]/textLang/@mainLang"].rule == "tei-invalid-value"
    fact_check, found = one(edited(body, b'ana="#rated-false"', b'ana="#nowhere"'))
    assert [verdict.id for verdict in fact_check.verdicts] == ["v2"]
    assert found["/TEI/standOff/listAnnotation[3]/annotation[1]/@ana"].rule == "tei-dangling-pointer"


def test_what_our_own_repeats_and_says_differently_is_told():
    body = exported(full_fact_check())
    shown = b'<persName ref="#speaker">Speaker name</persName>, <orgName'
    fact_check, found = one(edited(body, shown, shown.replace(b"Speaker name", b"Somebody else")))
    assert fact_check == full_fact_check()
    assert [finding.stood for finding in found.values()] == ["Somebody else"]


@pytest.mark.parametrize(
    ("markup", "read_as"),
    [
        ('<date when="2024-05-06">6 May</date>', "2024-05-06"),
        ('<date when="2024-05-06T10:00:00.250+02:00"/>', "2024-05-06T10:00:00+02:00"),
        ('<date when="2024-05-06+02:00"/>', "2024-05-06"),
        ('<date when="2024-05" precision="low"/>', "2024-05~"),
        ('<date when="2024" precision="low" cert="low"/>', "2024%"),
        ('<date notBefore="2024-05-01" notAfter="2024-05-06">in May</date>', "2024-05-01/2024-05-06"),
        ('<date from="2024-05-01">since May</date>', "2024-05-01/.."),
        ('<date notAfter="2024-05-01T09:00:00"/>', "../2024-05-01"),
        ("<date>2024-05~</date>", "2024-05~"),
        ("<date>early May</date>", None),
        ('<date when="--05-06"/>', None),
        ('<date when="2024-02-30"/>', None),
        ('<date when="2024-05-06" notAfter="2024-05-09"/>', "2024-05-06"),
    ],
)
def test_dates_of_others(markup, read_as):
    markup = markup.replace("<", "<tei:").replace("<tei:/", "</tei:")
    body = edited(ELSEWHERE, b'<tei:date when="2024-05-06">6 mai 2024</tei:date>', markup.encode())
    assert one(body)[0].published == read_as
    before = heard(body)
    for changed in re.findall(r'"([^"]*)"', markup):
        assert heard(edited(body, f'"{changed}"'.encode(), b'"1999"')) != before


def test_a_date_that_is_none_is_wrong_and_has_a_place():
    body = (
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>On rain</title></titleStmt>'
        b'<publicationStmt><date when="2024-5-6">spring</date></publicationStmt></fileDesc></teiHeader>'
        b'<standOff><listAnnotation type="claims"><annotation><note>It rained.</note></annotation></listAnnotation></standOff></TEI>'
    )
    fact_check, found = one(body)
    wrong = found["/TEI/teiHeader/fileDesc/publicationStmt/date/@when"]
    assert (fact_check.published, wrong.rule, wrong.severity, wrong.stood) == (
        None,
        "tei-invalid-value",
        "warning",
        "2024-5-6",
    )


def test_the_language_of_the_option_where_a_document_says_none():
    body = edited(ELSEWHERE, b' xml:lang="fr"', b"")
    fact_check, found = one(body)
    assert fact_check.language == "und"
    assert found["/TEI"].rule == "tei-no-language"
    assert one(body, language="pt-BR")[0].language == "pt-BR"


def test_a_review_in_the_terms_of_schema_org_is_read_with_its_structured_sources():
    fact_check, _ = one(REVIEW)
    (claim,), (verdict,) = fact_check.claims, fact_check.verdicts
    assert (fact_check.id, fact_check.authors, fact_check.reviewers) == (
        "https://desk.example/river",
        ("p-writer",),
        ("p-editor",),
    )
    assert (claim.text, claim.claimants, claim.made) == ("The river rose.", ("p-mayor",), "2024-04-30")
    assert (claim.occasion, claim.place.name) == ("A speech", "Town")
    assert [(each.source, each.quotation and each.quotation.exact) for each in claim.appearances] == [
        ("article", "the river rose"),
        ("copy", None),
    ]
    assert (verdict.claim, verdict.rating, verdict.explanation) == ("claim", "no", "It fell by 2 cm.")
    assert verdict.authors == ("p-writer",)
    (evidence,) = verdict.evidence
    assert (evidence.source, evidence.stance, evidence.note) == ("gauge", "refutes", "Row 2")
    assert (evidence.quotation.exact, evidence.quotation.language) == ("zwei cm gefallen", "de")
    sources = {source.id: source for source in fact_check.sources}
    assert [(source.kind, source.title, source.published) for source in sources.values()] == [
        ("article", "River at record", "2024-05-01"),
        ("other", "River", "2024-05-02"),
        ("dataset", "Gauge", "2024"),
    ]
    assert (sources["article"].url, sources["article"].publisher) == ("https://news.example/river", "news")
    assert (sources["copy"].copy_of.source, sources["copy"].copy_of.kind) == ("article", "syndicated")
    assert sources["gauge"].accessed == "2024-05-03"
    assert fact_check.rating_scale.bounds == (1, 3)


def test_a_transcript_of_somebody_elses_words_is_not_the_article_of_the_fact_check():
    fact_check, found = one(REVIEW)
    assert fact_check.body is None
    assert found["/TEI/text/body/p/text()[1]"].stood == "The mayor said “"


@pytest.mark.skipif(not PRACTICE.exists(), reason="../shared/tei/example.xml is not here")
def test_a_fact_check_by_todays_practice_is_read():
    fact_check, found = one(PRACTICE.read_bytes())
    assert [claim.text for claim in fact_check.claims] == ["Crime fell by half in Northport."]
    assert [verdict.rating for verdict in fact_check.verdicts] == ["v-false"]
    assert [each.source for each in fact_check.verdicts[0].evidence] == ["src-stats"]
    assert {finding.severity for finding in found.values()} <= {"info", "warning"}


@pytest.mark.skipif(not PRACTICE.exists(), reason="../shared/tei/example.xml is not here")
def test_no_leaf_of_todays_practice_can_change_without_a_word():
    never_silent(PRACTICE.read_bytes(), share=3)
