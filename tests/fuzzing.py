"""What importers are fed with by `test_import_fuzz.py` and `fuzz/importers.py`, and what has to hold whatever it is."""

import io
import json
from importlib.util import find_spec
from pathlib import Path

import webannotation_samples

import factcheck
from factcheck.importing import imports, judge

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
EXAMPLE = ROOT / "examples/taliban-russia-2015/factcheck.yaml"

PROFILES = ("google", "schema.org", "duke", "datacommons")

REVIEW = {
    "@context": "https://schema.org",
    "@type": ["ClaimReview"],
    "@id": "#review",
    "url": "https://desk.example/rain",
    "headline": "No, it did not rain",
    "claimReviewed": "It rained &amp; snowed.",
    "datePublished": "2026-03-01T09:00:00+01:00",
    "inLanguage": "en-GB",
    "author": {
        "@type": "Organization",
        "name": "The Desk",
        "url": "desk.example",
        "sameAs": ["https://x.example/desk"],
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@id": "#who"},
        "appearance": [{"@type": "CreativeWork", "url": "https://paper.example/1"}, "https://paper.example/2"],
        "datePublished": "2026-02-28",
    },
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": "1",
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "False",
    },
}
GRAPH = {"@context": "http://schema.org/", "@graph": [REVIEW, {"@id": "#who", "@type": "Person", "name": "Ms Mayor"}]}
FEED = {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]}
MEDIA = {
    "@context": "https://schema.org",
    "@type": "MediaReview",
    "mediaAuthenticityCategory": "DecontextualizedContent",
    "originalMediaContextDescription": "It is a film.",
    "url": "https://desk.example/film",
    "author": {"@type": "Organization", "name": "The Desk"},
    "itemReviewed": {"@type": "MediaReviewItem", "embeddedTextCaption": "Rain", "mediaItemAppearance": [
        {"@type": "VideoObjectSnapshot", "contentUrl": "https://film.example/1.mp4"}]},
}  # fmt: skip
SEARCH = {
    "claims": [
        {
            "text": "It rained.",
            "claimant": "Ms Mayor",
            "claimDate": "2026-02-28T00:00:00Z",
            "claimReview": [
                {
                    "publisher": {"name": "The Desk", "site": "desk.example"},
                    "url": "https://desk.example/rain",
                    "title": "No, it did not rain",
                    "reviewDate": "2026-03-01T00:00:00Z",
                    "textualRating": "False",
                    "languageCode": "en",
                }
            ],
        }
    ],
    "nextPageToken": "CAo",
}
MICRODATA = b"""<!doctype html><html lang="en"><div itemscope itemtype="https://schema.org/ClaimReview">
<a itemprop="url" href="/rain"></a><p itemprop="claimReviewed">It rained.</p><time itemprop="datePublished" datetime="2026-03-01">
</time><div itemprop="author" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">The Desk</b></div>
<div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><i itemprop="alternateName">False</i></div></div>
<div vocab="https://schema.org/" typeof="ClaimReview"><span property="claimReviewed">It snowed.</span></div></html>"""
ROWS = (
    ("url", "claim", "claimant", "rating", "date", "language", "notes"),
    ("https://desk.example/rain", "It rained.", "Ms Mayor", "False", "2026-03-01", "en", 'a, "b"\nc'),
    ("https://desk.example/neve", "Nevou ontem.", "", "Falso", "01/03/2026", "pt-BR", ""),
    ("https://desk.example/rain", "It snowed.", "The Desk", "4", "3 March 2026", "xx", "=1+1"),
)  # fmt: skip


def seeds():
    """Inputs that an importer can read, by name: small ones first."""
    made = {
        "review.jsonld": as_json(REVIEW),
        "graph.jsonld": as_json(GRAPH),
        "feed.json": as_json(FEED),
        "media.jsonld": as_json([MEDIA, REVIEW]),
        "search.json": as_json(SEARCH),
        "page.html": page(GRAPH, MEDIA),
        "microdata.html": MICRODATA,
        "rows.csv": rows(","),
        "rows.tsv": rows("\t"),
        **{f"annotations-{name}": as_json(value) for name, value in webannotation_samples.SAMPLES.items()},
    }
    if find_spec("openpyxl"):
        made["rows.xlsx"] = workbook()
    kept = [*(ROOT / "tests/cases/tei").iterdir(), *(ROOT / "tests/golden").rglob("*.*")]
    here = {path.name: path.read_bytes() for path in sorted(kept) if path.suffix in {".xml", ".json", ".jsonld"}}
    return dict(sorted({**made, **here}.items(), key=lambda named: len(named[1])))


def published():
    """What is kept of others beside the project, where it is there."""
    found = (
        sorted(path for path in CORPUS.rglob("*") if path.is_file() and path.suffix != ".md") if CORPUS.exists() else []
    )
    return {path.name: path.read_bytes() for path in found}


def as_json(value):
    return json.dumps(value, indent=1).encode()


def page(*values):
    scripts = b"".join(b'<script type="application/ld+json">' + as_json(value) + b"</script>" for value in values)
    return b"<!doctype html><html><head><title>Rain</title>" + scripts + b"</head><body><p>No.</p></body></html>"


def rows(delimiter):
    return "".join(delimiter.join(map(quoted, row)) + "\r\n" for row in ROWS).encode()


def quoted(cell):
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if set(cell) & set('",\t\n') else cell


def workbook():
    from openpyxl import Workbook  # noqa: PLC0415  # an extra

    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(body := io.BytesIO())
    return body.getvalue()


def feed(name, body, host):
    """Read and judge bytes with an importer, as the command line does. Gives the fact-checks; whatever is wrong raises.

    Of the importer's own exceptions only ReadingError is expected; any other comes as PluginError.
    """
    source, importer = factcheck.Input.of(body, "fed"), host.importers[name]
    declined = importer.sniff(body[:65536])
    assert declined is None or declined.strip()
    locate = importer.locator(source)
    fact_checks = []
    try:
        for record in imports(source, name, host=host):
            for finding in record.findings:
                known(locate(finding), host)
            if record.fact_check is not None:
                fact_checks.append(record.fact_check)
                assert factcheck.loads(factcheck.dumps(record.fact_check)) == record.fact_check
            else:
                assert record.findings, "a record without a fact-check says why"
        told = [finding for profile in PROFILES for finding in judge(source, profile, name, host=host)]
    except factcheck.ReadingError as error:
        told = error.findings
    for finding in told:
        known(finding, host)
    assert not source.stream.closed
    return fact_checks


def known(finding, host):
    assert finding.rule != "plugin-failed", finding.message
    assert finding.rule in host.rulebook.things, f"{finding.rule} is in no rulebook"
    assert finding.message.strip()
    str(finding).encode()
