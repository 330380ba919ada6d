"""JSON Lines: each document a line. https://jsonlines.org/"""

from collections.abc import Sequence
from typing import BinaryIO

import orjson

from factcheck import Container, Document, FactCheck, Finding, Options, Rule, Severity

NO_JSON = Rule(
    "lines-no-json",
    Severity.ERROR,
    "Each line of JSON Lines is a JSON text in UTF-8.",
    "export it again",
    "JSON Lines: https://jsonlines.org/",
)


class JsonLines(Container):
    """Each document a line, of every format that is JSON."""

    name = "lines"
    summary = "JSON Lines: each fact-check's document a line"
    media_type = "application/jsonl"
    suffixes = (".jsonl", ".ndjson")
    separator = b""

    def piece(self, fact_check: FactCheck, document: Document, options: Options) -> bytes:  # noqa: ARG002  # the document is all
        """The document without line breaks, and one at its end."""
        body = document.body
        return (orjson.dumps(orjson.loads(body)) if b"\n" in body else body) + b"\n"

    def validate(self, file: BinaryIO) -> Sequence[Finding]:
        """The first line that is no JSON."""
        for number, line in enumerate(file, 1):
            try:
                orjson.loads(line)
            except orjson.JSONDecodeError as error:
                return [NO_JSON.finding(str(error)).at(None, number, error.colno)]
        return []
