"""`factcheck export --bundle`: all of an archive in one file, the same bytes however it is worked on."""

import gzip
import io
import json
import os
import sys
from pathlib import Path

import orjson
import pytest
from bad_lines import BAD_LINES
from bulk_samples import lines, packings

import factcheck
from factcheck.bulk import Archive, Bundle
from factcheck.cli import main
from factcheck.testing.archive import records

BAD = b'{"id": "https://desk.example/bad", "headline": "", "language": "en", "claims": []}\n'


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(*arguments, out="out.jsonl", to="claimreview"):
    """The exit code, and the bytes of the bundle."""
    code = main(["export", *arguments, "--to", to, "--bundle", out])
    return code, Path(out).read_bytes() if Path(out).exists() else None


def alone(line, to="claimreview"):
    return factcheck.export(factcheck.loads(line, name="x.json"), to).body + b"\n"


def test_a_bundle_has_each_document_as_it_is_alone_in_every_packing(here, monkeypatch, capsys):
    some = lines(30)
    whole = b"".join(map(alone, some))
    for number, source in enumerate(packings(here, b"".join(some), monkeypatch)):
        assert written(source, out=f"{number}.jsonl") == (0, whole)
        told = capsys.readouterr()
        assert told.out == ""
        assert f"30 fact-checks read, 30 written to {number}.jsonl" in told.err
        assert "no findings" in told.err
    assert not list(here.glob("*.partial*"))


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_any_number_of_processes_makes_the_same(here, monkeypatch, jobs):
    body = b"".join(lines(40)[:20]) + BAD + b"".join(lines(40)[20:])
    Path("a.jsonl").write_bytes(body)
    monkeypatch.setitem(Archive.of.__func__.__kwdefaults__, "chunk", 9000)
    assert len(list(Archive.of(["a.jsonl"]).chunks())) > 10
    assert written("a.jsonl", "--jobs", jobs) == (1, b"".join(map(alone, lines(40))))


def test_a_folder_of_single_files_and_lines(here):
    for number, each in enumerate(records(3)):
        Path(f"in/{number}.yaml").parent.mkdir(exist_ok=True)
        Path(f"in/{number}.yaml").write_text(factcheck.dumps(factcheck.FactCheck.model_validate(each)))
    Path("in/more.jsonl").write_bytes(b"".join(lines(5)[3:]))
    assert written("in", to="native") == (0, b"".join(alone(line, "native") for line in lines(5)))


def test_a_bad_record_is_told_with_its_line_and_the_rest_is_written(here, capsys):
    Path("a.jsonl").write_bytes(b"\n" + lines(2)[0] + b"\r\n" + BAD + b"{broken\n" + lines(2)[1])
    assert written("a.jsonl", "--report", "findings.jsonl") == (1, b"".join(map(alone, lines(2))))
    told = capsys.readouterr().err
    assert "a.jsonl:4:" in told
    assert "a.jsonl:5:" in told
    assert "4 fact-checks read, 2 written to out.jsonl" in told
    reported = [json.loads(line) for line in Path("findings.jsonl").read_text().splitlines()]
    assert {each["line"] for each in reported} == {4, 5}
    assert {each["file"] for each in reported} == {"a.jsonl"}
    assert told.count("error: ") == len(reported)


def test_many_findings_are_counted_and_reported_and_a_few_shown(here, capsys):
    Path("a.jsonl").write_bytes(BAD * 30 + lines(1)[0])
    assert written("a.jsonl")[0] == 1
    told = capsys.readouterr().err
    assert told.count("a.jsonl:") == 20
    assert "more findings: --report FILE lists all" in told
    assert written("a.jsonl", "--report", "r.jsonl", "--quiet")[0] == 1
    assert len(Path("r.jsonl").read_text().splitlines()) >= 30
    assert "more findings" not in capsys.readouterr().err


def test_fail_fast_stops_at_the_first_error_and_writes_nothing(here, capsys):
    Path("a.jsonl").write_bytes(lines(1)[0] + BAD + b"{broken\n")
    assert written("a.jsonl", "--fail-fast") == (1, None)
    assert "out.jsonl: stopped at an error after 3 fact-checks" in capsys.readouterr().err


def test_an_archive_without_a_fact_check_replaces_nothing(here, capsys):
    Path("out.jsonl").write_bytes(b"yesterday's\n")
    Path("a.jsonl").write_bytes(b"\n \n")
    assert written("a.jsonl") == (2, b"yesterday's\n")
    assert "there is no fact-check in the archive" in capsys.readouterr().err
    Path("a.jsonl").write_bytes(BAD)
    assert written("a.jsonl") == (2, b"yesterday's\n")
    assert "no fact-check could be exported" in capsys.readouterr().err


def test_an_archive_that_is_given_as_a_fact_check_is_told_how_it_is_exported(here, capsys):
    Path("a.jsonl").write_bytes(b"".join(lines(2)))
    Path("folder").mkdir()
    assert main(["export", "a.jsonl", "folder", "none.yaml", "--to", "tei", "-o", "out"]) == 2
    told = capsys.readouterr().err
    assert "a.jsonl: if this is an archive, --bundle FILE exports all of it\n" in told
    assert "folder: if this is an archive" in told
    assert "none.yaml: if" not in told


@pytest.mark.parametrize("name", ["none.jsonl", "empty"])
def test_what_is_not_there_keeps_the_bundle_from_being_written(here, capsys, name):
    Path("empty").mkdir()
    Path("a.jsonl").write_bytes(lines(1)[0])
    assert written("a.jsonl", name) == (2, None)
    assert f"{name}: error" in capsys.readouterr().err


def test_checked_asks_all_rules(here, capsys):
    unsigned = {key: value for key, value in orjson.loads(lines(1)[0]).items() if key not in ("publisher", "authors")}
    Path("a.jsonl").write_bytes(orjson.dumps(unsigned))
    assert written("a.jsonl") == (0, alone(orjson.dumps(unsigned)))
    assert "no findings" in capsys.readouterr().err
    assert written("a.jsonl", "--checked") == (0, alone(orjson.dumps(unsigned)))
    assert "a.jsonl:1: warning: publisher: nobody signs the ClaimReview" in capsys.readouterr().err


def test_a_tree_has_a_file_for_each_and_tells_of_one_that_stands_twice(here, capsys):
    some = lines(20)
    Path("a.jsonl").write_bytes(b"".join(some) + some[3])
    assert main(["export", "a.jsonl", "--to", "claimreview", "--bundle", "tree/"]) == 1
    assert "a.jsonl:21: error: `06/3-6f5c3206.jsonld` stands in the archive before" in capsys.readouterr().err
    files = [path for path in Path("tree").rglob("*") if path.is_file()]
    assert sorted(path.read_bytes() for path in files) == sorted(alone(line)[:-1] for line in some)
    assert all(path.parent.name == path.name.removesuffix(".jsonl").removesuffix(".jsonld")[-2:] for path in files)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--bundle", "a.jsonl", "--to", "claimreview"], "is a part of the archive and would be overwritten"),
        (["--bundle", "o.jsonl", "--to", "claimreview", "--report", "./o.jsonl"], "name another file for the report"),
        (
            ["--bundle", "o.xyz", "--to", "claimreview"],
            "files of no container are called so; name one with --container",
        ),
        (["--bundle", "o.jsonl", "--to", "tei"], "files of no container are called so; name one with --container"),
        (["--bundle", "o.html", "--to", "html"], "no container takes documents of `html`; a folder has a file of each"),
        (["--bundle", "o.x", "--container", "lins", "--to", "claimreview"], "did you mean `lines`?"),
        (
            ["--bundle", "o.x", "--container", "lines", "--to", "html"],
            "the container `lines` takes no documents of `html`",
        ),
        (["--bundle", "o.jsonl", "--to", "claimreview", "--to", "tei"], "name one format"),
        (["--bundle", "o.jsonl", "-o", "out", "--to", "claimreview"], "give one of the two"),
        (["--bundle", "o.jsonl", "--to", "claimreview", "--texts", "."], "not for a bundle"),
        (["--bundle", "o.jsonl", "--to", "claimreview", "--engine", "proceses"], "did you mean `processes`?"),
        (
            ["--bundle", "o.jsonl", "--to", "claimreview", "--scheduler", "tcp://x:1"],
            "the engine `inline` has no scheduler",
        ),
        (["--bundle", "o.jsonl", "--to", "claimreview", "-O", "tei.any_licence=true"], "which is not asked for"),
        (["--to", "claimreview", "-o", "out", "--resume", "--jobs", "2"], "--resume, --jobs: only with --bundle"),
        (["--bundle", "o.xml", "--to", "tei", "-O", "tei.corpus=false"], "leave out `-O tei.corpus=…`"),
        (["--to", "claimreview"], "say where to"),
        (["--to", "claimreview", "--bundle", ""], "name a file"),
        (["--to", "claimreview", "--bundle", "-"], "name a file"),
        (["--to", "claimreview", "--bundle", "/dev/null", "--container", "lines"], "a pipe or a device"),
        (["--to", "claimreview", "--bundle", ".", "--container", "lines"], "this is a folder"),
        (["--to", "claimreview", "--bundle", "o.jsonl", "--report", "."], "this is a folder"),
        (["--to", "claimreview", "--bundle", "o.jsonl", "--jobs", "2", "--engine", "inline"], "is one process"),
        (["--to", "claimreview", "--bundle", "o.jsonl", "--jobs", "100000"], "less than or equal to 512"),
    ],
)
def test_what_does_not_go_together_is_refused(here, capsys, arguments, said):
    Path("a.jsonl").write_bytes(lines(1)[0])
    assert main(["export", "a.jsonl", *arguments]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert Path("a.jsonl").read_bytes() == lines(1)[0]
    assert sorted(path.name for path in here.iterdir()) == ["a.jsonl"]


def test_options_reach_the_format(here):
    Path("a.jsonl").write_bytes(lines(1)[0])
    _, body = written("a.jsonl", "-O", "claimreview.profile=duke")
    fact_check = factcheck.loads(lines(1)[0], name="x.json")
    assert body == factcheck.export(fact_check, "claimreview", {"profile": "duke"}).body + b"\n"


def test_a_document_of_several_lines_is_one_line_here(here):
    Path("a.jsonl").write_bytes(lines(1)[0])
    code, body = written("a.jsonl", "-O", "claimreview.indent=true")
    assert (code, body.count(b"\n")) == (0, 1)
    assert json.loads(body) == json.loads(alone(lines(1)[0]))


def test_findings_as_json_lines(here, capsys):
    Path("a.jsonl").write_bytes(BAD)
    assert main(["export", "a.jsonl", "--to", "native", "--bundle", "o.jsonl", "--format", "json"]) == 2
    found = [json.loads(line) for line in capsys.readouterr().err.splitlines() if line.startswith("{")]
    assert [(each["rule"], each.get("line")) for each in found] == [
        ("wrong-value", 1),
        ("wrong-value", 1),
        ("nothing-found", None),
    ]


def test_lines_on_standard_input_may_be_packed(here, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(b"".join(lines(3))))))
    assert written("-") == (0, b"".join(map(alone, lines(3))))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_sixty_four_bad_lines_are_told_each_in_its_way_and_all_others_are_written(here, jobs):
    good = lines(len(BAD_LINES))
    Path("a.jsonl").write_bytes(
        b"".join(sound + bad + b"\n" for sound, (bad, _) in zip(good, BAD_LINES.values(), strict=True))
    )
    code, body = written("a.jsonl", "--jobs", jobs, "--report", "found.jsonl", to="native")
    assert code == 1
    assert body == b"".join(alone(line, "native") for line in good)
    found = [json.loads(line) for line in Path("found.jsonl").read_text().splitlines()]
    rules = {
        line: {each["rule"] for each in found if each["line"] == line} for line in {each["line"] for each in found}
    }
    assert sorted(rules) == [2 * number for number in range(1, 65)]
    assert all(rule in rules[2 * number] for number, (_, rule) in enumerate(BAD_LINES.values(), 1))
    assert len(BAD_LINES) == 64
    assert all(each["file"] == "a.jsonl" and each["severity"] == "error" for each in found)


def test_a_fact_check_that_stands_twice_is_told_and_the_first_one_kept(here, capsys):
    some = lines(6)
    again = some[2].replace(b'"headline":"', b'"headline":"Again: ')
    Path("a.jsonl").write_bytes(b"".join((*some[:4], again, *some[4:], some[0], again)))
    for number, more in enumerate(([], ["--jobs", "2"])):
        assert written("a.jsonl", *more, out=f"{number}.jsonl") == (1, b"".join(map(alone, some)))
        told = capsys.readouterr().err
        assert told.count("stands in the archive before; this one is left out [twice-in-archive]") == 3
        assert [f"a.jsonl:{line}: error: `" in told for line in (5, 8, 9)] == [True] * 3
        assert f"9 fact-checks read, 6 written to {number}.jsonl" in told


def test_a_corpus_in_which_one_stands_twice_is_valid_all_the_same(here):
    Path("a.jsonl").write_bytes(b"".join((*lines(3), *lines(2))))
    assert written("a.jsonl", out="corpus.xml", to="tei")[0] == 1
    with Path("corpus.xml").open("rb") as file:
        assert not list(factcheck.Host.discover().container("teicorpus").validate(file))
    assert Path("corpus.xml").read_bytes().count(b"<TEI ") == 3


def test_what_cannot_be_empty_is_not_written_of_nothing(here, capsys):
    Path("a.jsonl").write_bytes(b"".join(lines(2)))
    assert written("a.jsonl", "--since", "a.jsonl") == (0, b"")
    assert written("a.jsonl", "--since", "a.jsonl", out="corpus.xml", to="tei") == (2, None)
    assert "nothing was added or changed, and such a file cannot be empty" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["o.jsonl.partial", "o.jsonl.partial.json", "o.jsonl.partial.sqlite", "r.partial"])
def test_an_archive_that_is_called_as_what_is_unfinished_is_not_overwritten(here, capsys, name):
    Path(name).write_bytes(lines(1)[0])
    assert main(["export", name, "--to", "native", "--bundle", "o.jsonl", "--report", "r"]) == 2
    assert f"{name} is a part of the archive and would be overwritten" in capsys.readouterr().err
    assert Path(name).read_bytes() == lines(1)[0]


def test_a_tree_in_its_own_archive_is_not_overwritten(here, capsys):
    Path("in").mkdir()
    Path("in/a.jsonl").write_bytes(b"".join(lines(3)))
    command = ["export", "in", "--to", "native", "--bundle", "in/"]
    assert main(command) == 0
    before = {path: path.read_bytes() for path in Path("in").rglob("*.json")}
    assert main(command) == 2
    assert "factcheck.json is a part of the archive and would be overwritten" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in Path("in").rglob("*.json")} == before
    assert main(["export", "in/a.jsonl", "--to", "native", "--bundle", "in/"]) == 0


def test_a_link_stays_one_and_its_file_is_written(here):
    Path("a.jsonl").write_bytes(lines(1)[0])
    Path("real.jsonl").write_bytes(b"")
    Path("o.jsonl").symlink_to("real.jsonl")
    assert written("a.jsonl", out="o.jsonl") == (0, alone(lines(1)[0]))
    assert Path("o.jsonl").is_symlink()
    assert Path("real.jsonl").read_bytes() == alone(lines(1)[0])


def test_a_pipe_is_no_archive_and_a_file_is_named_once(here, capsys):
    os.mkfifo("p.jsonl")
    assert written("p.jsonl") == (2, None)
    assert "this is a pipe or a device, and no file: give lines on standard input" in capsys.readouterr().err
    Path("a.jsonl").write_bytes(lines(1)[0])
    assert written("a.jsonl", "./a.jsonl") == (2, None)
    assert "this file is named 2 times" in capsys.readouterr().err


def test_what_has_nothing_for_the_bundle_is_told(here, capsys):
    without_verdict = {
        "id": "urn:x:1",
        "headline": "H",
        "language": "en",
        "claims": [{"id": "c1", "text": "It rained."}],
    }
    Path("a.jsonl").write_bytes(orjson.dumps(without_verdict) + b"\n" + lines(1)[0])
    assert written("a.jsonl", out="reviews.parquet", to="native")[0] == 0
    assert "a.jsonl:1: warning: `urn:x:1` has nothing that such a file holds" in capsys.readouterr().err


@pytest.mark.parametrize("checked", [(), ("--checked",)], ids=["plain", "checked"])
@pytest.mark.parametrize("out", ["feed.json", "out.jsonl", "folder/"])
def test_what_would_be_no_valid_document_is_left_out_and_told(here, capsys, checked, out):
    without_address = {key: value for key, value in orjson.loads(lines(2)[1]).items() if key != "url"}
    Path("a.jsonl").write_bytes(lines(1)[0] + orjson.dumps(without_address) + b"\n")
    assert main(["export", "a.jsonl", *checked, "--to", "claimreview", "--bundle", out]) == 1
    told = capsys.readouterr().err
    assert told.count("a.jsonl:2: error: url: a ClaimReview needs the address it is published at") == 1
    assert "2 fact-checks read, 1 written" in told


@pytest.mark.parametrize("length", [244, 250])
def test_a_name_that_is_too_long_is_told_once(here, capsys, length):
    Path("a.jsonl").write_bytes(lines(1)[0])
    assert main(["export", "a.jsonl", "--to", "native", "--bundle", f"{'x' * (length - 6)}.jsonl"]) == 2
    told = capsys.readouterr().err
    assert told.count("File name too long") == 1
    assert ".jsonl: not written\n" in told


def test_where_nothing_is_written_nothing_unfinished_stays(here):
    Path("a.jsonl").write_bytes(BAD)
    assert written("a.jsonl") == (2, None)
    assert sorted(path.name for path in here.iterdir()) == ["a.jsonl"]


def test_an_archive_that_is_changed_while_it_is_read_is_told(here, capsys, monkeypatch):
    Path("a.jsonl").write_bytes(b"".join(lines(2)))
    add = Bundle.add

    def meanwhile(self, result):
        Path("a.jsonl").write_bytes(b"".join(lines(3)))
        return add(self, result)

    monkeypatch.setattr(Bundle, "add", meanwhile)
    assert written("a.jsonl") == (2, None)
    assert "a.jsonl: error: this was changed while it was read" in capsys.readouterr().err
