"""What kind of text the model wants at a place, read off its annotations."""

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from factcheck.model import FactCheck, Localised, base
from factcheck.model.base import Part
from factcheck.model.dates import Date

Location = tuple[str | int, ...]
Kind = Literal["choice", "date", "id", "iri", "language", "text", "url"]

_KINDS: dict[Any, Kind] = {
    base.Text: "text",
    base.Line: "text",
    base.Url: "url",
    base.Iri: "iri",
    base.Language: "language",
    Date: "date",
    **dict.fromkeys(
        (
            base.LocalId,
            base.AgentId,
            base.SourceId,
            base.AgentOrSourceId,
            base.ClaimId,
            base.CorrectionId,
            base.RatingId,
            base.PartId,
        ),
        "id",
    ),
}  # words as they stand elsewhere, and checksums, are nobody's to repair


class Field(NamedTuple):
    """The kind of text that is wanted at a place, its choices if it is one of some, and its annotation."""

    kind: Kind
    choices: tuple[str, ...]
    annotation: Any

    def takes(self, value: str) -> bool:
        """Whether a value is right here."""
        try:
            _adapter(self.annotation).validate_python(value)
        except ValidationError:
            return False
        return True


class Leaf(NamedTuple):
    """A text in plain data, or a key that is one: where it stands, and what is wanted there."""

    location: Location
    value: str
    field: Field
    is_key: bool = False


def leaves(data: Any) -> Iterator[Leaf]:
    """Each text in plain data for which the model has a place and a kind."""
    for location, value, wanted in _places(data):
        field = _field(wanted) if isinstance(value, str) else None
        if field:
            yield Leaf(location, value, field)
        elif isinstance(value, dict) and wanted is Localised:
            for key in value:
                yield Leaf((*location, key), key, _LANGUAGE, is_key=True)


def lists(data: Any) -> Iterator[tuple[Location, list[Any]]]:
    """Each list in plain data for which the model has a place."""
    for location, value, wanted in _places(data):
        if isinstance(value, list) and get_origin(wanted) is tuple:
            yield location, value


def _places(data: Any) -> Iterator[tuple[Location, Any, Any]]:
    """Each value in plain data for which the model has a place, with what is wanted there."""
    waiting: list[tuple[Location, Any, Any]] = [((), data, FactCheck)]
    while waiting:
        location, value, annotation = waiting.pop()
        wanted = _plain(annotation)
        yield location, value, wanted
        if isinstance(value, list) and get_origin(wanted) is tuple:
            waiting += [((*location, index), each, get_args(wanted)[0]) for index, each in enumerate(value)]
        elif isinstance(value, dict) and wanted is Localised:
            waiting += [((*location, key), each, base.Text) for key, each in value.items()]
        elif isinstance(value, dict) and isinstance(wanted, type) and issubclass(wanted, Part):
            hints = _hints(wanted)
            waiting += [((*location, key), each, hints[key]) for key, each in value.items() if key in hints]


def _plain(annotation: Any) -> Any:
    """An annotation without `None` and without what only describes it."""
    while annotation not in _KINDS and get_origin(annotation) in (Annotated, Union, UnionType):
        annotation = next(each for each in get_args(annotation) if each is not NoneType)
    return annotation


def _field(annotation: Any) -> Field | None:
    if annotation in _KINDS:
        return Field(_KINDS[annotation], (), annotation)
    if get_origin(annotation) is Literal:
        return Field("choice", get_args(annotation), annotation)
    return None


@cache
def _hints(part: type[Part]) -> dict[str, Any]:
    return get_type_hints(part, include_extras=True)


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


_LANGUAGE = Field("language", (), base.Language)
