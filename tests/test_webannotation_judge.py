"""Web Annotations by judges that are not ours: the W3C's schemas, its context, and Recogito itself."""

import json
import os
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from shutil import which

import pytest
from factcheck_webannotation.exporter import WebAnnotationExporter, WebAnnotationOptions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from programs import program

import factcheck
from factcheck.testing import full_fact_check
from factcheck.testing.strategies import fact_checks

ROOT = Path(__file__).parents[1]
SHARED = ROOT / "../shared"
JUDGE = SHARED / "judges/web_annotation.py"
CONTEXT = SHARED / "webannotation/anno.jsonld"
SCHEMAS = SHARED / "webannotation/tests"
RECOGITO = os.environ.get("RECOGITO", "")
EXAMPLE = ROOT / "examples/taliban-russia-2015/factcheck.yaml"
EXPORTER = WebAnnotationExporter()
MANY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(not JUDGE.exists(), reason="../shared/judges/web_annotation.py is not here"),
]


def made(fact_check, page_size=0):
    return json.loads(EXPORTER.export(fact_check, WebAnnotationOptions(page_size=page_size)).body)


def judged(*files):
    """The exit code of the judge and what it says."""
    done = subprocess.run([sys.executable, JUDGE, *files], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_the_judge_finds_what_is_wrong(tmp_path):
    collection = made(full_fact_check())
    del collection["first"]["items"][0]["target"]
    (tmp_path / "wrong.jsonld").write_text(json.dumps(collection))
    code, said = judged(tmp_path / "wrong.jsonld")
    assert code == 1
    assert "3.1-targetKeyFound.json" in said


@pytest.mark.parametrize("which_one", ["example", "full"])
def test_what_is_written_meets_every_must(which_one, tmp_path):
    fact_check = factcheck.load(EXAMPLE) if which_one == "example" else full_fact_check()
    collection = made(fact_check)
    (tmp_path / "made.jsonld").write_text(json.dumps(collection))
    code, said = judged(tmp_path / "made.jsonld")
    assert (code, said) == (0, f"{tmp_path}/made.jsonld: {collection['total']} annotations, 54 assertions each\n")


def test_random_ones_meet_every_must(tmp_path):
    written = []

    @MANY
    @given(fact_check=fact_checks())
    def write(fact_check):
        written.append(made(fact_check))

    write()
    (tmp_path / "made.json").write_text(json.dumps(written))
    code, said = judged(tmp_path / "made.json")
    assert code == 0, said[:2000]
    assert f"{sum(each['total'] for each in written)} annotations" in said


@pytest.mark.parametrize("page_size", [0, 4])
def test_collections_and_pages_meet_every_must(page_size):
    judge = program(JUDGE)
    collection = made(full_fact_check(), page_size)
    assert broken(judge, "collections/collectionMusts.test", collection) == []
    for page in (collection["first"], *collection.get("@included", ())):
        assert broken(judge, "collections/pages/pageMusts.test", {"@context": collection["@context"], **page}) == []


def broken(judge, test, value):
    """The assertions of a test of the W3C that a value does not meet, but for those of a collection within a page."""
    registry = judge.Registry(retrieve=judge.retrieve)
    names = json.loads((SCHEMAS / test).read_text(encoding="utf-8"))["assertions"]
    found = []
    for name in (each for each in names if isinstance(each, str)):
        schema = judge.STORE[name.rpartition("/")[2].lower()]
        if "partOf" in schema.get("properties", {}):
            continue
        valid = judge.Draft4Validator(schema, registry=registry).is_valid(value)
        if schema["assertionType"] == "must" and valid != (schema["expectedResult"] == "valid"):
            found.append(name)
    return found


@MANY
@given(fact_check=fact_checks(), page_size=st.integers(0, 3))
def test_every_term_is_known_to_a_context(fact_check, page_size):
    from pyld import jsonld  # noqa: PLC0415  # takes long to import

    collection = made(fact_check, page_size)
    options = {"documentLoader": loaded}
    expanded = jsonld.expand(collection, options)
    again = jsonld.compact(expanded, collection["@context"], options)
    assert Counter(leaves(again)) == Counter(leaves(collection))


def loaded(url, _options):
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"document": json.loads(CONTEXT.read_text(encoding="utf-8")), "documentUrl": url, "contextUrl": None}


def leaves(value):
    """Each value and each key of some JSON, but for contexts."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key != "@context":
                yield f"key {key.lower()}"
                yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    else:
        yield json.dumps(value)


@pytest.mark.skipif(
    not (RECOGITO and which("node")),
    reason="RECOGITO names no folder with node_modules: npm install @recogito/text-annotator jsdom",
)
@pytest.mark.parametrize("source", ["moscow-times-page", "gulf-page", "blog-page", "hindi-repost", "dawn-page"])
def test_recogito_finds_the_words_of_each_page(source, tmp_path):
    fact_check = factcheck.load(EXAMPLE)
    (checksum,) = (each.checksum for each in fact_check.sources if each.id == source)
    texts = (each.read_bytes() for each in (SHARED / "articles").glob("*.txt"))
    (text,) = (each for each in texts if f"sha256:{sha256(each).hexdigest()}" == checksum)
    collection = made(fact_check)
    (tmp_path / "text.txt").write_bytes(text)
    (tmp_path / "made.jsonld").write_text(json.dumps(collection), encoding="utf-8")
    targets = [(each, target) for each in collection["first"]["items"] for target in each["target"]]
    quoted = {
        each["id"]: [target["selector"][0]["exact"]]
        for each, target in targets
        if target.get("describedBy") == fact_check.iri(source) and "selector" in target
    }
    page = next(target["source"] for _, target in targets if target.get("describedBy") == fact_check.iri(source))
    command = [
        which("node"),
        ROOT / "tests/recogito.mjs",
        RECOGITO,
        page,
        tmp_path / "text.txt",
        tmp_path / "made.jsonld",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded_ones = json.loads(done.stdout.splitlines()[-1])["made"]
    assert {each["id"]: each["words"] for each in loaded_ones} == quoted
    assert all(each["tags"] or each["comments"] for each in loaded_ones)
    assert {each["creator"] for each in loaded_ones} == {"Example Fact-Check Desk"}
