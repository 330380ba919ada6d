"""A table of reviews for analysts, as Apache Parquet: https://parquet.apache.org/docs/file-format/"""

from collections.abc import Iterable, Sequence
from datetime import date
from importlib import import_module
from itertools import islice
from typing import Any, BinaryIO

import orjson

from factcheck import Container, Document, FactCheck, Finding, Options

from .columns import COLUMNS, rows
from .extras import missing
from .rules import RULES

_GROUP = 2048
"""Rows that are in memory at once."""


class Parquet(Container):
    """One row a review, in typed columns; pieces are rows as JSON, of which the table is made in the end."""

    name = "parquet"
    summary = "a Parquet table for analysts: one row a review"
    media_type = "application/vnd.apache.parquet"
    suffixes = (".parquet",)
    formats = ("claimreview", "native")
    separator = b""

    def ready(self, options: Options) -> Sequence[Finding]:  # noqa: ARG002  # it has none
        """It takes pyarrow."""
        return missing("pyarrow", "Parquet is written by pyarrow", "parquet")

    def piece(self, fact_check: FactCheck, document: Document, options: Options) -> bytes:  # noqa: ARG002  # columns are of the model
        """A line of JSON for each row."""
        return b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows(fact_check))

    def finish(self, joined: BinaryIO, out: BinaryIO, options: Options) -> None:  # noqa: ARG002  # it has none
        """The table, some thousand rows at a time."""
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
        schema, pool = _schema(), arrow.system_memory_pool()  # the other pools keep what they are given back
        numbered = [column.name for column in COLUMNS if column.repeats]  # each value once, and its number in the rows
        with parquet.ParquetWriter(
            out, schema, compression="zstd", use_dictionary=numbered, memory_pool=pool
        ) as writer:
            while (group := _table(islice(joined, _GROUP), schema, pool)).num_rows:
                writer.write_table(group)

    def validate(self, file: BinaryIO) -> Sequence[Finding]:
        """Whether the columns are ours, and all rows can be read."""
        if found := self.ready(Options()):
            return found
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")

        try:
            table = parquet.ParquetFile(file)
            if not table.schema_arrow.equals(_schema()):
                return [RULES["parquet-columns"].finding("it has other columns than the table of reviews")]
            for batch in table.iter_batches(_GROUP):
                batch.validate(full=True)
        except (arrow.ArrowException, OSError) as error:
            return [RULES["parquet-no-table"].finding(str(error))]
        return []


def _table(lines: Iterable[bytes], schema: Any, pool: Any) -> Any:
    """The rows that stand in these lines; no row is kept as such, for they take several times as much."""
    arrow = import_module("pyarrow")
    columns: dict[str, list[Any]] = {column.name: [] for column in COLUMNS}
    for line in lines:
        for name, value in orjson.loads(line).items():
            columns[name].append(value)
    for column in COLUMNS:
        if column.kind == "day":
            columns[column.name] = [date.fromisoformat(each) if each else None for each in columns[column.name]]
    arrays = [arrow.array(columns.pop(field.name), field.type, memory_pool=pool) for field in schema]
    return arrow.Table.from_arrays(arrays, schema=schema)


def _schema() -> Any:
    arrow = import_module("pyarrow")
    text = arrow.string()
    kinds = {"text": text, "texts": arrow.list_(text), "number": arrow.float64(), "day": arrow.date32()}
    return arrow.schema(
        [arrow.field(column.name, kinds[column.kind], nullable=not column.needed) for column in COLUMNS]
    )
