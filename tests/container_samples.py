"""Containers of ClaimReviews filled with fact-checks, as bulk work fills them."""

import io

import factcheck_claimreview
import factcheck_native
import orjson
from factcheck_claimreview.containers import datafeed, nquads, parquet, rss

import factcheck
from factcheck.bulk import Bundle, Exporting, Task
from factcheck.bulk.chunks import Lines
from factcheck.testing import archive

HOST = factcheck.Host([factcheck_claimreview, factcheck_native])
OPTIONS = {
    "datafeed": {},
    "rss": {"link": "https://desk.example/", "language": "fr"},
    "nquads": {},
    "parquet": {},
}
CONTAINERS = {each.name: each for each in (datafeed.DataFeed(), rss.Rss(), nquads.NQuads(), parquet.Parquet())}

TWO = {
    "claims": [{"id": "c1", "text": "One."}, {"id": "c2", "text": "Two."}],
    "verdicts": [{"id": f"v{n}", "claim": f"c{n}", "rating": "no"} for n in (1, 2)],
}


def options(name, given=None):
    return HOST.container_options(name, {**OPTIONS[name], **(given or {})})


def pieces(name, fact_checks, to="claimreview", **given):
    """The piece of each fact-check."""
    container, chosen = CONTAINERS[name], options(name)
    export = HOST.exporting(to, {**(container.document_options(chosen) if to == "claimreview" else {}), **given})
    return [container.piece(each, export(each), chosen) for each in fact_checks]


def joined(name, made, given=None):
    """The file of these pieces."""
    container, chosen = CONTAINERS[name], options(name, given)
    whole = container.head(chosen) + container.separator.join(filter(None, made)) + container.tail(chosen)
    if type(container).finish is factcheck.Container.finish:
        return whole
    out = io.BytesIO()
    container.finish(io.BytesIO(whole), out, chosen)
    return out.getvalue()


def whole(name, fact_checks, **given):
    """The file of these fact-checks."""
    return joined(name, pieces(name, fact_checks, **given))


def bundled(name, chunks, path):
    """The file that bulk work makes of fact-checks in so many chunks."""
    container, chosen = CONTAINERS[name], options(name)
    task = Task("claimreview", container.document_options(chosen), name, OPTIONS[name])
    work, bundle = Exporting(HOST, task), Bundle(path, container, chosen)
    bundle.open(None)
    for chunk in chunks:
        bundle.add(work(Lines("archive.jsonl", b"".join(map(line, chunk)))))
    bundle.finish()
    return path.read_bytes()


def line(fact_check):
    return fact_check.model_dump_json(exclude_defaults=True).encode() + b"\n"


def made_up(count, first=0):
    """Fact-checks of a made-up archive."""
    return [factcheck.loads(orjson.dumps(each), name="a.json") for each in archive.records(count, first=first)]


def found(name, body):
    """What validation finds, as rules and lines."""
    return [(each.rule, each.line) for each in CONTAINERS[name].validate(io.BytesIO(body))]


def problems(name, body):
    """What validation finds wrong, in words; that Google's page recommends more is no fault of a container."""
    return [str(each) for each in CONTAINERS[name].validate(io.BytesIO(body)) if each.severity == "error"]
