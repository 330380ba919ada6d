"""Web Annotations to fact-checks: our own whole, those of others as the drafts that they can be."""

import re
from collections.abc import Callable, Iterator
from typing import ClassVar

from pydantic import Field

from factcheck import Finding, Imported, Importer, Input, LanguageTag, Options, ReadingError

from .rules import RULES

_W3C = re.compile(rb'www\.w3\.org/ns/anno\.jsonld|"@?type"\s*:\s*(?:\[\s*)?"(?:oa:)?Annotation"')
_HYPOTHESIS = re.compile(rb'"uri"\s*:\s*"')
_ITS_OWN = re.compile(rb'"(?:selector|references|user_info|permissions)"\s*:')


class WebAnnotationImportOptions(Options):
    """What annotations leave out and a person knows."""

    language: LanguageTag = Field(default="", description="Language of annotations that do not say theirs: `pt-BR`.")


class WebAnnotationImporter(Importer):
    """W3C annotations in any of their containers, and those of Hypothesis' API; equal to what factcheck exported."""

    name = "webannotation"
    summary = "W3C Web Annotation JSON-LD, alone, listed or in a collection, and annotations of Hypothesis' API"
    suffixes = (".anno.jsonld", ".jsonld", ".json")
    options: ClassVar[type[Options]] = WebAnnotationImportOptions

    def sniff(self, head: bytes) -> str | None:
        """Declines what is no JSON, and JSON that speaks neither of the W3C's annotations nor as Hypothesis does."""
        begun = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        if not begun.startswith((b"{", b"[")):
            return "not JSON"
        if _W3C.search(begun) or (_HYPOTHESIS.search(begun) and _ITS_OWN.search(begun)):
            return None
        return "neither the context of Web Annotations nor `uri` and `selector` in its first megabyte"

    def read(self, source: Input, options: Options) -> Iterator[Imported]:
        """A fact-check for each collection, or for all annotations together. Raises ReadingError where there is none."""
        from .importing.documents import document  # noqa: PLC0415  # as in `exporter.validate`
        from .importing.records import records  # noqa: PLC0415  # as above

        chosen = WebAnnotationImportOptions.model_validate(options.model_dump())
        none = True
        for record in records(document(source), chosen.language):
            none = False
            yield record
        if none:
            problem = RULES["webannotation-none"].finding("there is no annotation in it")
            raise ReadingError([problem._replace(file=source.name)])

    def locator(self, source: Input) -> Callable[[Finding], Finding]:
        """Gives findings line and column by the JSON pointers that they have."""
        from .importing.places import Locator  # noqa: PLC0415  # imports the core's reading, which listing does without

        return Locator(source).located
