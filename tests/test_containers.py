"""What every container of ClaimReviews owes: any split gives the same bytes, nothing is lost, and broken files are told."""

import io
import sys
import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest
from claimreview_samples import made
from container_samples import CONTAINERS, HOST, bundled, found, joined, made_up, pieces, problems, whole
from factcheck_claimreview.containers.options import Address
from factcheck_claimreview.containers.rss import Rss, RssOptions
from full_samples import hostile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import Field
from trying import examples

import factcheck
from factcheck.cli import main
from factcheck.testing import HOSTILE_TEXTS, ContainerContract, full_fact_check, strategies


class WithSite(RssOptions):
    """The options of RSS with a site, which everybody has to give."""

    link: Address = Field(default="https://desk.example/", description="The site.")


class OfSite(Rss):
    options = WithSite


class TestDataFeed(ContainerContract):
    container = CONTAINERS["datafeed"]


class TestRss(ContainerContract):
    container = OfSite()


class TestNQuads(ContainerContract):
    container = CONTAINERS["nquads"]


class TestParquet(ContainerContract):
    container = CONTAINERS["parquet"]


NAMES = tuple(CONTAINERS)
SPLITS = st.lists(st.integers(0, 12), max_size=5)
FEW = settings(max_examples=examples(12), suppress_health_check=list(HealthCheck))
each_container = pytest.mark.parametrize("name", NAMES)


def mixed():
    """Fact-checks with one verdict, several, and none."""
    two = made(
        claims=[{"id": "c1", "text": "One."}, {"id": "c2", "text": "Two."}],
        verdicts=[{"id": f"v{n}", "claim": f"c{n}", "rating": "no"} for n in (1, 2)],
    )
    none = made(id="https://desk.example/2", verdicts=[])
    return [none, *made_up(4), two, none, full_fact_check(), *made_up(3, first=4), none]


@each_container
@given(SPLITS)
@FEW
def test_chunks_of_any_size_make_the_same_file(name, tmp_path_factory, cuts):
    folder, records = tmp_path_factory.mktemp(name), mixed()
    bounds = [0, *sorted(cuts), len(records)]
    chunks = [records[start:end] for start, end in pairwise(bounds)]
    assert bundled(name, chunks, folder / "split") == whole(name, records)
    assert problems(name, whole(name, records)) == []


@each_container
def test_an_empty_archive_makes_a_valid_file(name):
    assert problems(name, joined(name, [])) == []


@each_container
def test_a_fact_check_without_a_verdict_makes_nothing(name):
    assert pieces(name, [made(verdicts=[])]) == [b""]


@each_container
@pytest.mark.parametrize("words", HOSTILE_TEXTS)
def test_hostile_texts_make_valid_files(name, words):
    said = f"It says {words} there."
    fact_check = hostile(said, {"exact": said})
    body = whole(name, [fact_check, *made_up(1)])
    assert problems(name, body) == []
    assert found(name, body) == found(name, whole(name, [full_fact_check(), *made_up(1)]))


@each_container
@given(strategies.fact_checks())
@FEW
def test_a_file_is_as_valid_as_its_documents(name, fact_check):
    document = HOST.export(fact_check, "claimreview", {"profile": "datacommons"} if name == "datafeed" else {})
    wrong = fact_check.verdicts and factcheck.has_errors(HOST.validate(document, "claimreview"))
    told = CONTAINERS[name].validate(io.BytesIO(whole(name, [fact_check])))
    if name in ("datafeed", "rss"):
        assert factcheck.has_errors(told) == bool(wrong)
    else:  # whose rules are others
        assert {each.rule for each in told} <= {"nquads-no-rdf"}


@each_container
@given(st.binary(max_size=300))
@FEW
def test_validation_never_raises(name, body):
    CONTAINERS[name].validate(io.BytesIO(body))
    whole_file = whole(name, made_up(1))
    for spoilt in (body + whole_file, whole_file + body, whole_file[: len(body) * 7] + body):
        CONTAINERS[name].validate(io.BytesIO(spoilt))


@each_container
@given(st.floats(0, 1, exclude_max=True))
@FEW
def test_a_file_that_was_cut_off_is_told(name, share):
    body = whole(name, made_up(2))
    cut = body[: int(len(body.rstrip()) * share)]
    if name == "nquads" and (not cut or b"\n" in (cut[-1:], body[len(cut) :][:1])):
        return  # whole lines are whole statements, also without the line break of the last
    assert found(name, cut)


@each_container
def test_bundles_of_every_kind_are_written_from_the_command_line(name, tmp_path, capsys):
    archive, container = tmp_path / "archive.jsonl", CONTAINERS[name]
    archive.write_bytes(b"".join(each.model_dump_json(exclude_defaults=True).encode() + b"\n" for each in mixed()))
    bundle = tmp_path / f"out{container.suffixes[0]}"
    given_options = ["-O", "rss.link=https://desk.example/", "-O", "rss.language=fr"] if name == "rss" else []
    command = ["export", str(archive), "--to", "claimreview", "--bundle", str(bundle), *given_options]
    assert main(command) == 1
    assert capsys.readouterr().err.count("there is no verdict, and so no ClaimReview") == 3
    assert bundle.read_bytes() == whole(name, mixed())


EXTRAS = {"nquads": ("pyoxigraph", "rdf"), "parquet": ("pyarrow", "parquet")}


@pytest.mark.parametrize("name", EXTRAS)
def test_without_its_extra_a_container_says_what_to_install_before_any_work(name, tmp_path, monkeypatch, capsys):
    body, (module, extra) = whole(name, made_up(1)), EXTRAS[name]
    monkeypatch.setitem(sys.modules, module, None)
    bundle = tmp_path / f"out{CONTAINERS[name].suffixes[0]}"
    (tmp_path / "archive.jsonl").write_text("{")
    assert main(["export", str(tmp_path / "archive.jsonl"), "--to", "claimreview", "--bundle", str(bundle)]) == 2
    told = capsys.readouterr()
    assert f"pip install 'factcheck-export[{extra}]' [missing-extra]" in told.out + told.err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["archive.jsonl"]
    assert found(name, body) == [("missing-extra", None)]


@each_container
@pytest.mark.parametrize("indent", [False, True])
@pytest.mark.parametrize("profile", ["google", "ifcn", "datacommons", None])
def test_documents_of_other_profiles_and_layouts_are_taken(name, profile, indent):
    body = whole(name, made_up(2), profile=profile, indent=indent)
    if name != "rss" or profile != "datacommons":  # whose items are feeds, and no reviews
        assert problems(name, body) == []


@each_container
def test_three_records(name, golden):
    body = whole(name, made_up(3))
    if name != "parquet":
        golden(f"containers/archive{CONTAINERS[name].suffixes[0]}", body)


@pytest.mark.judge
@each_container
def test_ten_thousand_records_are_valid_in_flat_memory(name, tmp_path):
    few, many = tmp_path / "few", tmp_path / "many"
    few.write_bytes(whole(name, made_up(1_000)))
    many.write_bytes(
        joined(name, [piece for start in range(0, 10_000, 1_000) for piece in pieces(name, made_up(1_000, start))])
    )
    assert peak(name, many) < 1.5 * peak(name, few) + 4_000_000


def peak(name: str, path: Path) -> int:
    """The most memory that validation takes, beside libraries that allocate for themselves."""
    tracemalloc.start()
    with path.open("rb") as file:
        assert CONTAINERS[name].validate(file) == []
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most
