"""Simple values out of markup that we wrote ourselves: each helper undoes one of the exporter's."""

from collections.abc import Iterator
from typing import Any

from factcheck_claimreview.nodes import date

Data = dict[str, Any]


def several(value: Any) -> list[Any]:
    """The values of a property: one alone, or those of a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def objects(value: Any) -> list[Data]:
    """The objects among the values of a property."""
    return [each for each in several(value) if isinstance(each, dict)]


def first(value: Any) -> Data:
    """The first object of a property, an empty one where there is none."""
    return next(iter(objects(value)), {})


def text(value: Any) -> str | None:
    """A text, None for anything else."""
    return value if isinstance(value, str) and value else None


def texts(value: Any) -> list[str]:
    """The texts among the values of a property."""
    return [each for each in several(value) if isinstance(each, str)]


def kinds(data: Data) -> set[str]:
    """The types of an object, as they stand there."""
    return set(texts(data.get("@type")))


def when(data: Data) -> str | None:
    """When something was published: the EDTF text of `temporal`, where the date beside it is what we write for it."""
    exact, shown = text(data.get("temporal")), text(data.get("datePublished"))
    try:
        return exact if exact and date(exact) == shown else shown
    except ValueError:
        return shown


def localised(value: Any, language: str) -> dict[str, str]:
    """Words in each language: a plain text is in the language of the page."""
    plain = text(value)
    if plain:
        return {language: plain}
    return dict(_tagged(value))


def _tagged(value: Any) -> Iterator[tuple[str, str]]:
    for each in objects(value):
        tag, words = text(each.get("@language")), text(each.get("@value"))
        if tag and words:
            yield tag, words


class Ids:
    """The ids of the parts of one fact-check: part `c1` of it is `<base>#c1`."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._prefix = f"{base}#"

    def part(self, data: Data) -> str | None:
        """The id of the part that an object describes or refers to."""
        given = text(data.get("@id"))
        return given[len(self._prefix) :] or None if given and given.startswith(self._prefix) else None

    def parts(self, value: Any) -> list[str]:
        """The ids of the parts among the values of a property."""
        return [identifier for each in objects(value) if (identifier := self.part(each))]

    def one(self, value: Any) -> str | None:
        """The id of the first part among the values of a property."""
        return next(iter(self.parts(value)), None)
