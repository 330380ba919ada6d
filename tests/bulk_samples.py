"""Archives to export, in every packing, and the lines in them that are no fact-checks."""

import gzip
import io
import sys
from functools import cache

import orjson
from backports import zstd

from factcheck.testing.archive import records


@cache
def lines(count, seed=1):
    """So many sound records, each a line."""
    return tuple(orjson.dumps(each) + b"\n" for each in records(count, seed))


def packings(folder, body, monkeypatch):
    """The same lines as a file, packed twice, in a folder, and on standard input: what a command line calls each."""
    (folder / "in").mkdir(parents=True)
    for name, packed in (("a.jsonl", body), ("a.jsonl.gz", gzip.compress(body)), ("a.ndjson.zst", zstd.compress(body))):
        (folder / name).write_bytes(packed)
    (folder / "in" / "b.jsonl").write_bytes(body)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body)))
    return [str(folder / "a.jsonl"), str(folder / "a.jsonl.gz"), str(folder / "a.ndjson.zst"), str(folder / "in"), "-"]
