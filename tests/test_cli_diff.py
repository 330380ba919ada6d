"""`factcheck diff`, and `factcheck export --since`."""

import gzip
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pydantic
import pytest
from bulk_samples import lines
from test_bulk_export import alone, written

import factcheck
from factcheck import FactCheck
from factcheck.bulk import Archive, index
from factcheck.cli import main
from factcheck.testing.archive import records

RATINGS = [{"id": "mostly", "names": {"en": "Mostly false"}}, {"id": "not", "names": {"en": "False", "de": "Falsch"}}]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def record(name, **fields):
    made = {
        "id": f"urn:x:{name}",
        "headline": f"About {name}",
        "language": "en",
        "rating_scale": {"ratings": RATINGS},
        "claims": [{"id": "c1", "text": "It rained."}],
        "verdicts": [{"id": "v1", "claim": "c1", "rating": "mostly"}],
    }
    return json.dumps(FactCheck.model_validate({**made, **fields}).model_dump(exclude_defaults=True)).encode() + b"\n"


FALSE = [{"id": "v1", "claim": "c1", "rating": "not"}]
CORRECTION = {"id": "k1", "published": "2026-05-06", "text": "It was false."}
LONG = "Nobody knows what it was, and nobody ever will, since all who were there say something else of it"
OLD = [record("same"), record("gone"), record("silent"), record("long", summary=LONG), record("told")]
NEW = [
    record("new"),
    record("told", verdicts=FALSE, corrections=[CORRECTION]),
    record("silent", verdicts=FALSE),
    record("same"),
    record("long", summary=f"{LONG}.", url="https://desk.example/long", authors=[]),
]
EXPORT = ["export", "new.jsonl", "--to", "native", "--bundle", "out.jsonl"]
SILENT = "`urn:x:silent` is changed here, and no correction says so"
SHOWN = """\
+ urn:x:new
! urn:x:told corrected: verdicts[v1].rating: "Mostly false" → "False"
! urn:x:told corrected: corrections[k1]: added
~ urn:x:silent: verdicts[v1].rating: "Mostly false" → "False"
~ urn:x:long: url: nothing → "https://desk.example/long"
~ urn:x:long: summary: …something else of it" → …something else of it."
- urn:x:gone
"""


@pytest.fixture
def archives(here):
    Path("old.jsonl").write_bytes(b"".join(OLD))
    Path("new.jsonl").write_bytes(b"".join(NEW))
    return ["old.jsonl", "new.jsonl"]


def on_standard_input(monkeypatch, body):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body)))


def test_each_change_is_a_line(archives, capsys):
    assert main(["diff", *archives]) == 0
    told = capsys.readouterr()
    assert told.out == SHOWN
    assert told.err.splitlines() == [
        f"new.jsonl:3: warning: verdicts[v1].rating: {SILENT} [change-uncorrected]",
        "1 added, 2 changed, 1 corrected, 1 withdrawn, 1 fact-check the same: 1 warning",
    ]


def test_either_may_be_packed_a_folder_or_standard_input(archives, monkeypatch, capsys):
    Path("new.jsonl.gz").write_bytes(gzip.compress(b"".join(NEW)))
    Path("old").mkdir()
    for number, each in enumerate(OLD):
        Path(f"old/{number}.yaml").write_text(factcheck.dumps(factcheck.loads(each)))
    for pair, given in (
        (["old", "new.jsonl.gz"], b""),
        (["-", "new.jsonl"], b"".join(OLD)),
        (["old.jsonl", "-"], gzip.compress(b"".join(NEW))),
    ):
        on_standard_input(monkeypatch, given)
        assert main(["diff", *pair]) == 0
        assert capsys.readouterr().out == SHOWN
    on_standard_input(monkeypatch, b"".join(NEW))
    main(["diff", "old.jsonl", "-"])
    assert "<stdin>:3: warning: " in capsys.readouterr().err


def test_as_json_lines_with_all_values(archives, capsys):
    assert main(["diff", *archives, "--format", "json", "-q"]) == 0
    told = capsys.readouterr()
    found = [json.loads(line) for line in told.out.splitlines()]
    assert found == [each.as_dict() for each in factcheck.diff(*archives, tell=print)]
    assert [each["change"] for each in found] == ["added", "corrected", "changed", "changed", "withdrawn"]
    assert found[2]["differences"] == [{"path": "verdicts[v1].rating", "old": "mostly", "new": "not", "how": "changed"}]
    assert found[3]["differences"][1]["old"] == LONG
    assert found[4] == {"change": "withdrawn", "id": "urn:x:gone", "file": "old.jsonl", "line": 2}
    assert not told.err


def test_a_summary(archives, capsys):
    assert main(["diff", *archives, "--summary", "--format", "json"]) == 0
    told = capsys.readouterr()
    counts = {
        "added": 1,
        "changed": 2,
        "corrected": 1,
        "withdrawn": 1,
        "doubled": 0,
        "unread": 0,
        "missing": 0,
        "same": 1,
    }
    assert json.loads(told.out) == counts
    assert told.err.splitlines() == ["1 added, 2 changed, 1 corrected, 1 withdrawn, 1 fact-check the same: 1 warning"]
    assert main(["diff", *archives, "--summary", "-q"]) == 0
    assert capsys.readouterr().out.split() == [word for kind, count in counts.items() for word in (str(count), kind)]


def test_exit_codes_are_those_of_diff_where_that_is_asked_for(archives, capsys):
    assert main(["diff", *archives, "--exit-code"]) == 1
    assert main(["diff", "old.jsonl", "old.jsonl", "--exit-code"]) == 0
    assert "no changes, 5 fact-checks the same: no findings" in capsys.readouterr().err
    Path("bad.jsonl").write_bytes(b"".join(OLD) + b'{"id": "urn:x:bad", "head')
    assert main(["diff", "old.jsonl", "bad.jsonl"]) == 1
    told = capsys.readouterr()
    assert told.out == "? urn:x:bad: it cannot be read\n"
    assert "bad.jsonl:6:21: error: " in told.err
    assert main(["diff", "old.jsonl", "bad.jsonl", "--exit-code"]) == 2
    assert main(["diff", "old.jsonl", "none.jsonl"]) == 2
    assert main(["diff", "none", "old.jsonl", "--exit-code"]) == 2
    assert main(["diff", "-", "-"]) == 2
    assert "can be read only once" in capsys.readouterr().err


def test_what_cannot_be_compared_is_said(here, capsys):
    Path("old.jsonl").write_bytes(b"".join([record("a"), record("b"), b'{"id": "urn:x:c"}\n']))
    Path("new.jsonl").write_bytes(b"".join([record("a"), record("a", summary="Two"), record("c"), b"{}\n"]))
    assert main(["diff", "old.jsonl", "new.jsonl"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "? urn:x:a: several versions of it stand in one archive",
        "~ urn:x:c: what it was cannot be read",
        "? urn:x:b: it is withdrawn, or among what cannot be read",
    ]


def test_ratings_are_shown_by_their_ids_where_labels_do_not_tell_them_apart(here, capsys):
    same = {"ratings": [{**each, "names": {"en": "False"}} for each in RATINGS]}
    Path("old.jsonl").write_bytes(record("a", rating_scale=same))
    Path("new.jsonl").write_bytes(record("a", rating_scale=same, verdicts=FALSE))
    main(["diff", "old.jsonl", "new.jsonl"])
    assert capsys.readouterr().out == '~ urn:x:a: verdicts[v1].rating: "mostly" → "not"\n'


def test_nothing_in_a_text_steers_a_terminal(here, capsys):
    Path("old.jsonl").write_bytes(record("a"))
    Path("new.jsonl").write_bytes(record("a", summary="red \x9b31m, turned \u202e round"))
    main(["diff", "old.jsonl", "new.jsonl"])
    told = capsys.readouterr().out
    assert "\x9b" not in told
    assert "\u202e" not in told


def test_names_that_are_no_utf_8_are_told_as_everywhere(here, capsys):
    for folder, (same, other) in {"old": (OLD[0], OLD[1]), "new": (OLD[0], NEW[2])}.items():
        Path(folder).mkdir()
        for number, body in enumerate((same, other, b'{"id": "urn:x:bad"}', same)):
            Path(os.fsdecode(b"%s/%d\xff.json" % (folder.encode(), number))).write_bytes(body)
    assert main(["diff", "old", "new"]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "+ urn:x:silent",
        "? urn:x:bad: it cannot be read",
        "- urn:x:gone",
    ]
    assert (
        r"new/3\xff.json: warning: `urn:x:same` stands in this archive 2 times: new/0\xff.json and new/3\xff.json"
        in told.err
    )
    main(["diff", "old", "new", "--format", "json", "-q"])
    assert [json.loads(line)["file"] for line in capsys.readouterr().out.splitlines()] == [
        "new/1\udcff.json",
        "new/2\udcff.json",
        "old/1\udcff.json",
    ]
    assert written("new", "--since", "old", to="native") == (1, alone(NEW[2], "native"))
    assert r"new/2\xff.json:1:" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["diff", "old.jsonl", "new.jsonl"], EXPORT, [*EXPORT, "--since", "old.jsonl"]])
def test_an_interrupt_is_one_also_where_pydantic_writes(archives, monkeypatch, command):
    def interrupted(*_):
        signal.raise_signal(signal.SIGINT)

    # What is left out as a default is compared by this, while pydantic writes JSON.
    monkeypatch.setattr(pydantic.BaseModel, "__eq__", interrupted)
    assert main(command) == 130
    assert not Path("out.jsonl").exists()


def test_a_full_disk_is_told(archives, monkeypatch, capsys):
    monkeypatch.setattr(index, "_TABLES", f"{index._TABLES} PRAGMA max_page_count = 4;")
    Path("new.jsonl").write_bytes(b"".join(record(f"n{number}") for number in range(400)))
    assert main(["diff", *archives]) == 2
    assert "temporary files: database or disk is full: make room" in capsys.readouterr().err


def test_memory_does_not_grow_with_the_archive(here):
    peaks = []
    for count in (1_000, 50_000):
        for name, text in (("old.jsonl", "It rained."), ("new.jsonl", "It snowed.")):
            with Path(name).open("w") as file:
                for number in range(count):
                    claim = {"id": "c1", "text": text if number % 100 == 0 else "It hailed."}
                    made = {"id": f"urn:x:{number}", "headline": "H", "language": "en", "claims": [claim]}
                    file.write(json.dumps(made) + "\n")
        done = subprocess.run(
            [sys.executable, "-c", _PEAK], capture_output=True, text=True, check=True, env=dict(os.environ)
        )
        changed, peak = map(int, done.stdout.split())
        assert changed == count // 100
        peaks.append(peak)
    assert peaks[1] - peaks[0] < 50_000  # kB; what 50,000 fact-checks are as models is four times as much


# Of a process that another one started, `getrusage` gives the peak of that one, too.
_PEAK = """
import factcheck, re, resource
from pathlib import Path
changed = sum(1 for _ in factcheck.diff("old.jsonl", "new.jsonl"))
status = Path("/proc/self/status")
peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1] if status.exists() else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(changed, peak)
"""


def made(seed, names):
    """Some records of the made-up archive, by number: of one seed they are the same."""
    return [lines(40, seed)[number] for number in names]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_since_exports_what_is_new_in_the_order_of_the_newer(here, monkeypatch, capsys, jobs):
    monkeypatch.setitem(Archive.of.__func__.__kwdefaults__, "chunk", 20_000)
    Path("old.jsonl").write_bytes(b"".join(made(1, range(30))))
    new = [*made(1, range(39, 20, -1)), *made(2, (3, 9, 1)), *made(1, (0, 2))]
    Path("new.jsonl").write_bytes(b"".join(new))
    code, body = written("new.jsonl", "--since", "old.jsonl", "--jobs", jobs)
    assert (code, body) == (0, b"".join(map(alone, [*made(1, range(39, 29, -1)), *made(2, (3, 9, 1))])))
    told = capsys.readouterr().err
    assert "since old.jsonl: 10 added, 3 changed, 16 withdrawn; 13 fact-checks to go out" in told
    gone = ", ".join(json.loads(each)["id"] for each in made(1, (4, 5, 6, 7, 8)))
    assert (
        f"old.jsonl: warning: 16 fact-checks withdrawn since, which the bundle does not say: {gone} and 11 more" in told
    )
    assert "24 fact-checks read, 13 written" in told


def test_since_nothing_changed_the_bundle_is_valid_and_empty(here, capsys):
    Path("a.jsonl").write_bytes(b"".join(lines(3)))
    Path("b.jsonl").write_bytes(b"".join(reversed(lines(3))))
    assert written("a.jsonl", "--since", "b.jsonl") == (0, b"")
    assert "since b.jsonl: no changes; 0 fact-checks to go out" in capsys.readouterr().err


def test_since_all_that_is_new_was_lost_the_bundle_before_stays(here, capsys):
    Path("old.jsonl").write_bytes(lines(1)[0])
    Path("out.jsonl").write_bytes(b"yesterday's\n")
    nowhere = {key: value for key, value in json.loads(lines(2)[1]).items() if key not in ("url", "verdicts")}
    Path("new.jsonl").write_bytes(lines(1)[0] + json.dumps(nowhere).encode() + b"\n")
    assert written("new.jsonl", "--since", "old.jsonl") == (2, b"yesterday's\n")
    assert "no fact-check could be exported, so nothing is written" in capsys.readouterr().err


def test_since_nothing_changed_the_bundle_is_empty_also_beside_what_cannot_be_read(here):
    Path("a.jsonl").write_bytes(lines(1)[0] + b"{broken\n")
    assert written("a.jsonl", "--since", "a.jsonl") == (1, b"")


def test_since_goes_on_where_it_was_ended(here, monkeypatch, capsys):
    monkeypatch.setitem(Archive.of.__func__.__kwdefaults__, "chunk", 20_000)
    Path("old.jsonl").write_bytes(b"".join(lines(40)[::2]))
    Path("new.jsonl").write_bytes(b"".join(lines(40)) + b"{broken\n" + lines(41)[40])
    assert written("new.jsonl", "--since", "old.jsonl", "--fail-fast") == (1, None)
    capsys.readouterr()
    # Of another older archive, and of none, it is another export.
    assert written("new.jsonl", "--since", "new.jsonl", "--resume") == (2, None)
    assert written("new.jsonl", "--resume") == (2, None)
    assert "of another export" in capsys.readouterr().err
    code, body = written("new.jsonl", "--since", "old.jsonl", "--resume")
    assert (code, body) == (1, b"".join(map(alone, [*lines(40)[1::2], lines(41)[40]])))
    assert "going on after" in capsys.readouterr().err


def test_an_empty_delta_is_another_export_than_all(here, monkeypatch, capsys):
    monkeypatch.setitem(Archive.of.__func__.__kwdefaults__, "chunk", 20_000)
    Path("a.jsonl").write_bytes(b"".join(lines(9)) + b"{broken\n")
    assert written("a.jsonl", "--since", "a.jsonl", "--fail-fast") == (1, None)
    assert written("a.jsonl", "--resume") == (2, None)
    assert "of another export" in capsys.readouterr().err


def test_since_says_what_of_the_older_archive_is_not_known(here, capsys):
    first, second, third = lines(3)
    Path("old.jsonl").write_bytes(first + b'{"id": "urn:x", "headline": 3}\n' + third)
    Path("new.jsonl").write_bytes(first + second + b"{broken\n")
    assert written("new.jsonl", "--since", "old.jsonl") == (1, alone(second))
    told = capsys.readouterr().err
    assert "old.jsonl: warning: 2 fact-checks withdrawn since, or among what cannot be read, which the bundle" in told
    assert "old.jsonl: warning: 1 record of it cannot be read" in told
    assert told.count("new.jsonl:3") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new.jsonl", "--since", "none.jsonl"], "none.jsonl: error: there is no such file"),
        (["new.jsonl", "--since", "out.jsonl"], "out.jsonl is a part of the archive and would be overwritten"),
        (["-", "--since", "old.jsonl"], "it cannot come through standard input"),
    ],
)
def test_since_what_does_not_go_together_is_refused(archives, capsys, arguments, said):
    Path("out.jsonl").write_bytes(OLD[0])
    assert written(*arguments, to="native") == (2, OLD[0])
    assert said in " ".join(capsys.readouterr().err.split())
    assert main(["export", "new.jsonl", "--to", "native", "-o", "out", "--since", "old.jsonl"]) == 2
    assert "--since: only with --bundle" in capsys.readouterr().err


def test_since_standard_input(archives, monkeypatch):
    on_standard_input(monkeypatch, b"".join(OLD))
    assert written("new.jsonl", "--since", "-", to="native") == (
        0,
        b"".join(alone(NEW[number], "native") for number in (0, 1, 2, 4)),
    )


def test_records_of_the_benchmark_are_what_they_were():
    assert list(factcheck.diff(map(FactCheck.model_validate, records(20)), map(factcheck.loads, lines(20)))) == []
