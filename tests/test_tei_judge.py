"""The TEI by a judge that is not ours: TEI All, by Debian's jing."""

import random
import subprocess
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest
from factcheck_tei.container import TeiCorpus
from factcheck_tei.exporter import TeiExporter
from hypothesis import HealthCheck, given, settings
from lxml import etree
from tei_texts import full_texts, with_texts

import factcheck
from factcheck import FactCheck, Host, reading
from factcheck.testing import HOSTILE_TEXTS, full_fact_check
from factcheck.testing.archive import records
from factcheck.testing.strategies import fact_checks

ROOT = Path(__file__).parents[1]
TEI_ALL = ROOT / "../shared/tei/tei_all.rng"
OURS = ROOT / "schemas/tei/factcheck-tei.rng"
TEXTS = ROOT / "tests/cases/texts"
ARTICLES = ROOT / "../shared/articles"
EXAMPLE = ROOT / "examples/taliban-russia-2015/factcheck.yaml"
MANY = settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck), database=None)
MUTANTS = 1000

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(not TEI_ALL.exists(), reason="../shared/tei/tei_all.rng is not here"),
    pytest.mark.skipif(which("jing") is None, reason="jing is not installed: apt-get install jing"),
]


def judged(schema: Path, folder: Path) -> str:
    """What jing says of all files in a folder; nothing where all are valid."""
    files = sorted(folder.glob("*.xml"))
    assert files
    result = subprocess.run(["jing", schema, *files], capture_output=True, text=True, check=False)
    assert (result.returncode == 0) == (result.stdout == "")
    return result.stdout


def assert_valid(folder: Path) -> None:
    assert judged(TEI_ALL, folder) == ""
    assert judged(OURS, folder) == ""


def test_the_judge_finds_what_is_wrong(tmp_path):
    body = factcheck.export(full_fact_check(), to="tei").body
    (tmp_path / "wrong.xml").write_bytes(body.replace(b"<publisher>", b"<publisher/><stray>", 1))
    assert "wrong.xml" in judged(TEI_ALL, tmp_path)


def test_examples_are_valid_by_tei_all(tmp_path):
    for name, fact_check in (("example", factcheck.load(EXAMPLE)), ("full", full_fact_check())):
        (tmp_path / f"{name}.xml").write_bytes(factcheck.export(fact_check, to="tei").body)
    for folder in filter(Path.exists, (TEXTS, ARTICLES)):
        texts = {source: each.text for source, each in reading.source_texts(factcheck.load(EXAMPLE), folder).items()}
        document = factcheck.export(factcheck.load(EXAMPLE), "tei", {"texts": texts, "any_licence": True})
        (tmp_path / f"{folder.name}.xml").write_bytes(document.body)
    assert_valid(tmp_path)


def test_thousands_of_random_ones_are_valid_by_tei_all(tmp_path):
    write_many(tmp_path, fact_checks().map(lambda fact_check: (fact_check, {})))
    assert_valid(tmp_path)


def test_thousands_of_random_ones_with_texts_are_valid_by_tei_all(tmp_path):
    write_many(tmp_path, with_texts())
    assert_valid(tmp_path)


def write_many(folder, strategy):
    """Writes the TEI of fact-checks, each given with its texts."""
    exporter, count = TeiExporter(), 0

    @MANY
    @given(given_texts=strategy)
    def write(given_texts):
        nonlocal count
        count += 1
        fact_check, texts = given_texts
        document = exporter.export(fact_check, exporter.options(texts=texts, any_licence=True))
        (folder / f"{count}.xml").write_bytes(document.body)

    write()
    assert count >= MANY.max_examples


def test_a_corpus_of_ten_thousand_is_valid_by_tei_all(tmp_path):
    """All of it at once, with the ids of all of it: jing refuses one that stands twice, as ours does."""
    body = bundle(FactCheck.model_validate(each) for each in records(10_000))
    (tmp_path / "many.xml").write_bytes(body)
    assert_valid(tmp_path)
    with (tmp_path / "many.xml").open("rb") as file:
        assert TeiCorpus().validate(file) == []
    twice = body.index(b"<TEI"), body.index(b"</TEI>") + len(b"</TEI>")
    (tmp_path / "many.xml").write_bytes(body.replace(b"</teiCorpus>", body[slice(*twice)] + b"</teiCorpus>"))
    assert "ID" in judged(TEI_ALL, tmp_path)


def test_hundreds_of_random_ones_are_valid_in_one_corpus(tmp_path):
    made = []

    @settings(MANY, max_examples=500)
    @given(fact_checks())
    def make(fact_check):
        made.append(fact_check.model_copy(update={"id": f"urn:x:{len(made)}"}))

    make()
    assert len(made) >= 500
    (tmp_path / "many.xml").write_bytes(bundle(made, title="\x00 & <b>", published="2015-12~"))
    assert_valid(tmp_path)


def bundle(several, **options):
    """The corpus of these fact-checks."""
    host = Host.discover()
    container, chosen = host.container("teicorpus"), host.container_options("teicorpus", options)
    export = host.exporting("tei", container.document_options(chosen))
    made = (container.piece(each, export(each), chosen) for each in several)
    return container.head(chosen) + container.separator.join(made) + container.tail(chosen)


def test_hostile_texts_are_valid_by_tei_all(tmp_path):
    for number, text in enumerate((*HOSTILE_TEXTS, "", "\n", "\ud800", "\r\r")):
        document = factcheck.export(
            full_fact_check(), "tei", {"texts": {"first": text, "second": f"{text}."}, "any_licence": True}
        )
        (tmp_path / f"{number}.xml").write_bytes(document.body)
    assert_valid(tmp_path)


@pytest.mark.parametrize(
    "given_options",
    [{}, {"texts": full_texts(), "any_licence": True}, {"corpus": True}],
    ids=["alone", "with texts", "corpus"],
)
def test_what_our_schema_takes_tei_all_takes_too(tmp_path, given_options):
    """Elements and attributes dropped, doubled, swapped and exchanged: what is left valid by ours has to be by theirs."""
    exporter, chance = TeiExporter(), random.Random(2015)  # noqa: S311  # it only has to vary
    document = exporter.export(full_fact_check(), exporter.options(**given_options))
    sound = etree.fromstring(document.body)
    for number in range(MUTANTS):
        mutant = etree.tostring(mutated(sound, chance), encoding="utf-8")
        rules = {finding.rule for finding in exporter.validate(replace(document, body=mutant))}
        if rules.isdisjoint({"tei-syntax", "tei-schema"}):
            (tmp_path / f"{number}.xml").write_bytes(mutant)
    assert len(list(tmp_path.glob("*.xml"))) > MUTANTS // 20
    assert judged(TEI_ALL, tmp_path) == ""


def mutated(sound, chance):
    root = deepcopy(sound)
    elements = list(root.iter())[1:]
    one, other = chance.choice(elements), chance.choice(elements)
    change = chance.choice(("drop", "double", "swap", "attribute", "value", "text"))
    if change == "drop":
        one.getparent().remove(one)
    elif change == "double":
        twin = deepcopy(one)
        for number, inner in enumerate(twin.iter()):
            if "{http://www.w3.org/XML/1998/namespace}id" in inner.attrib:
                inner.set("{http://www.w3.org/XML/1998/namespace}id", f"twin-{number}")
        one.addnext(twin)
    elif change == "swap":
        neighbour = one.getnext()
        if neighbour is not None:
            neighbour.addnext(one)
    elif change == "attribute" and one.attrib:
        del one.attrib[chance.choice(list(one.attrib))]
    elif change == "value" and one.attrib and other.attrib:
        one.set(chance.choice(list(one.attrib)), chance.choice(list(other.attrib.values())))
    elif change == "text":
        one.text = chance.choice(("", " ", "2015-12-28", "https://a.example/", "words", other.text))
    return root
