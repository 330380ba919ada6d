"""The contracts of formats: what exporters and importers take, do and give."""

import io
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, BinaryIO, ClassVar, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from .errors import ReadingError
from .findings import Finding, Severity
from .model import FactCheck
from .model.base import Language
from .text import may_be_passed_on

_HEAD = 1_000_000


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
    """The options of an exporter or importer: subclass it with one described field, with a default, for each option."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _tag(text: str) -> str:
    if text:
        try:
            TypeAdapter(Language).validate_python(text)
        except ValidationError:
            raise ValueError("write a tag of BCP 47 such as `pt-BR`") from None
    return text


LanguageTag = Annotated[str, AfterValidator(_tag)]
"""A language as an option: a BCP 47 tag, empty for none."""


class TextOptions(Options):
    """The options of an exporter that can write or show the texts of sources; the command line gives them with `--texts`."""

    texts: Mapping[str, str] = Field(
        default={}, description="The text of each source by the source's id; on the command line, `--texts DIR`."
    )
    any_licence: bool = Field(
        default=False, description="Pass on texts, too, whose source has no `licence` that is known to allow it."
    )

    def allowed(self, fact_check: FactCheck) -> dict[str, str]:
        """The texts that may be passed on, in the order of the sources."""
        return {
            source.id: self.texts[source.id]
            for source in fact_check.sources
            if source.id in self.texts and (self.any_licence or may_be_passed_on(source.licence))
        }

    def withheld(self, fact_check: FactCheck) -> list[str]:
        """The ids of the sources whose text is there and may not be passed on."""
        allowed = self.allowed(fact_check)
        return [source.id for source in fact_check.sources if source.id in self.texts and source.id not in allowed]


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

    def lacking(self, fact_check: FactCheck) -> Sequence[Finding]:  # noqa: ARG002  # for formats that want something
        """What keeps a valid document from being made of it, with any options: told soon, of each one in an archive.

        It has what the plugin's rules find, as errors, for the same reason.
        """
        return ()

    @abstractmethod
    def validate(self, document: Document) -> Sequence[Finding]:
        """What is wrong with such a document, by the format's own schema and rules; never raises for bad bytes."""


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes that others published: what findings call them, and a seekable stream at its beginning.

    `url` is the page that they were published at, where that is known: the base of relative addresses.
    """

    name: str
    stream: BinaryIO
    url: str | None = None

    @classmethod
    def of(cls, body: bytes, name: str = "<bytes>", url: str | None = None) -> Self:
        """An input of these bytes."""
        return cls(name, io.BytesIO(body), url)

    def head(self, size: int = _HEAD) -> bytes:
        """The first bytes; the stream stays at its beginning."""
        self.stream.seek(0)
        begun = self.stream.read(size)
        self.stream.seek(0)
        return begun

    def whole(self, limit: int) -> bytes:
        """All bytes. Raises ReadingError where there are more than `limit`."""
        self.stream.seek(0)
        body = self.stream.read(limit + 1)
        if len(body) > limit:
            message = f"there are more than {limit / 1_000_000:g} MB here, which is the limit"
            raise ReadingError([Finding("too-large", Severity.ERROR, message, file=self.name)])
        return body


class Imported(NamedTuple):
    """One record of an input: the fact-check made of it, and all that was put right or left out on the way.

    `place` says where it stands: a JSON pointer, `row 3`, an XPath, empty for the whole. Without a
    fact-check, the findings say why there is none, or tell of what belongs to no fact-check. `origins`
    leads from model paths (`claims[0].text`) to places in the input, as findings have them in `path`.
    `exact` says that factcheck wrote the input: nothing that it does not say is read into it. `line` and
    `column`, from 1, say where its text begins in an input of several; what rules find in it stands there.
    """

    place: str
    fact_check: FactCheck | None
    findings: tuple[Finding, ...] = ()
    origins: Mapping[str, str] = MappingProxyType({})
    exact: bool = False
    line: int | None = None
    column: int | None = None


class Importer(ABC):
    """Reads what others published.

    Every leaf of the input is in a fact-check or in a finding with its place; every repair is a finding
    with `stood` and `made`. What is ambiguous is reported and left out.
    """

    name: ClassVar[str]
    summary: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]
    options: ClassVar[type[Options]] = Options

    @abstractmethod
    def sniff(self, head: bytes) -> str | None:
        """Why this importer declines, judged from the first bytes, in a few words; None where it can read them."""

    @abstractmethod
    def read(self, source: Input, options: Options) -> Iterator[Imported]:
        """Each record of the input, one after the other.

        Raises ReadingError where the input cannot be read at all, and nothing else, whatever the bytes;
        one record that cannot be read is an `Imported` without fact-check. Nothing is fetched.
        """

    def locator(self, source: Input) -> Callable[[Finding], Finding]:  # noqa: ARG002  # for those that read it again
        """Gives findings of this input line and column, where `read` did not because it takes time."""
        return lambda finding: finding

    def judge(self, source: Input, profile: str) -> Iterator[Finding]:  # noqa: ARG002  # for those that judge it
        """What a consumer would find wrong in the input itself, where the fact-checks that `read` makes of it do not show it.

        A finding has the pointer and, where `read` gives its findings line and column for `locator` to go on from, the
        same. Raises ReadingError as `read` does; nothing is found for a profile that is not known.
        """
        return iter(())

    def plan(self, source: Input, options: Options) -> str | None:  # noqa: ARG002  # for those that plan
        """What it would do, as text to correct and give back as an option; None where there is nothing to choose."""
        return None
