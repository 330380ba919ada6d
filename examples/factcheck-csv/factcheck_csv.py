"""Writes the verdicts of a fact-check as CSV (RFC 4180), one row each."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from factcheck import Container, Document, Exporter, FactCheck, Finding, Options, Severity, hookimpl

COLUMNS = ("verdict", "page", "headline", "published", "claim", "made", "claimants", "rating", "explanation")
OMITS = """
    summary body language modified publisher authors reviewers licence policies topics corrections sources
    rating_scale.name rating_scale.url rating_scale.worst rating_scale.best rating_scale.ratings[].id
    rating_scale.ratings[].number rating_scale.ratings[].category
    rating_scale.ratings[].names.* rating_scale.ratings[].definition agents[].id agents[].kind agents[].nature agents[].alternative_names
    agents[].same_as agents[].url agents[].job_title agents[].affiliation claims[].id claims[].language claims[].place
    claims[].occasion claims[].interpreted_by claims[].appearances claims[].relations claims[].about claims[].media
    verdicts[].authors verdicts[].published verdicts[].url verdicts[].confidence verdicts[].evidence verdicts[].history
"""


class CsvExporter(Exporter):
    name = "csv"
    summary = "the verdicts as a table, one row each"
    media_type = "text/csv"
    suffix = ".csv"
    omits = tuple(OMITS.split())

    def export(self, fact_check: FactCheck, options: Options) -> Document:
        table = io.StringIO()
        csv.writer(table).writerows([COLUMNS, *rows(fact_check)])
        return Document(self.media_type, self.suffix, table.getvalue().encode())

    def validate(self, document: Document) -> Sequence[Finding]:
        return problems(document.body)


class CsvTable(Container):
    name = "csv-table"
    summary = "the verdicts of all fact-checks as one table"
    media_type = "text/csv"
    suffixes = (".csv",)
    formats = ("csv",)
    separator = b""

    def head(self, options: Options) -> bytes:
        return ",".join(COLUMNS).encode() + b"\r\n"

    def piece(self, fact_check: FactCheck, document: Document, options: Options) -> bytes:
        return document.body.partition(b"\r\n")[2]

    def validate(self, file: BinaryIO) -> Sequence[Finding]:
        return problems(file.read())


def problems(table: bytes) -> Sequence[Finding]:
    try:
        header, *body = csv.reader(io.StringIO(table.decode(), newline=""), strict=True)
    except (ValueError, csv.Error) as error:
        return [Finding("csv-syntax", Severity.ERROR, f"this is no CSV in UTF-8: {error}")]
    uneven = [number for number, row in enumerate(body, 2) if len(row) != len(COLUMNS)]
    if tuple(header) != COLUMNS or uneven:
        return [Finding("csv-columns", Severity.ERROR, f"the columns are not {', '.join(COLUMNS)}; rows {uneven}")]
    return []


def rows(fact_check: FactCheck) -> Iterator[list[str]]:
    claims = {claim.id: claim for claim in fact_check.claims}
    people = {agent.id: agent.name or agent.description for agent in fact_check.agents}
    labels = {rating.id: rating for rating in fact_check.rating_scale.ratings} if fact_check.rating_scale else {}
    for verdict in fact_check.verdicts:
        claim = claims[verdict.claim]
        said_by = "; ".join(people[claimant] or "" for claimant in claim.claimants)
        label = labels[verdict.rating].names.best(fact_check.language)
        about = (fact_check.iri(verdict.id), fact_check.url, fact_check.headline, fact_check.published)
        yield [cell(text or "") for text in (*about, claim.text, claim.made, said_by, label, verdict.explanation)]


def cell(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


@hookimpl
def factcheck_exporters() -> list[Exporter]:
    return [CsvExporter()]


@hookimpl
def factcheck_containers() -> list[Container]:
    return [CsvTable()]
