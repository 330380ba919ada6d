"""The contracts of formats: what an exporter takes, does and gives."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from .findings import Finding
from .model import FactCheck


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes that an exporter wrote, with their media type and the suffix of a file that holds them."""

    media_type: str
    suffix: str
    body: bytes

    @property
    def text(self) -> str:
        """The body as text; every format here is UTF-8."""
        return self.body.decode("utf-8")


class Options(BaseModel):
    """The options of an exporter: subclass it with one described field, with a default, for each option."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Exporter(ABC):
    """Writes a fact-check in one format.

    `omits` lists the model paths that the format cannot carry (`claims[].made`), and nothing else may
    get lost. `factcheck.testing.ExporterContract` tests an exporter against all that is said here.
    """

    name: ClassVar[str]
    summary: ClassVar[str]
    media_type: ClassVar[str]
    suffix: ClassVar[str]
    options: ClassVar[type[Options]] = Options
    omits: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def export(self, fact_check: FactCheck, options: Options) -> Document:
        """The fact-check in this format: a pure function, with no clock, network, locale or disk.

        `options` is an instance of this exporter's `options`.
        """

    @abstractmethod
    def validate(self, document: Document) -> Sequence[Finding]:
        """What is wrong with such a document, by the format's own schema and rules; never raises for bad bytes."""
