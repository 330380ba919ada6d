"""What pydantic finds, in words that a journalist understands."""

import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from pydantic import StringConstraints
from pydantic_core import ErrorDetails

from factcheck.dates import meanings
from factcheck.model import FactCheck
from factcheck.model.base import Checksum, Iri, Language, LocalId, Url
from factcheck.model.near import nearest
from factcheck.model.references import Location

from .reference_hints import id_wanted
from .rules import listed, visible
from .shape import name_of, part_at, parts_with

_KEY_OF_MAPPING = "[key]"
_CHOICES = re.compile(r"'([^']*)'")


def place_of(error: ErrorDetails) -> tuple[Location, bool]:
    """Where an error belongs in the model, and whether it is the key there that is wrong."""
    location = error["loc"]
    if location[-1:] == (_KEY_OF_MAPPING,):
        return location[:-1], True
    return location, error["type"] == "extra_forbidden"


def value_at(data: Any, location: Location) -> Any:
    """What stands at a location of plain data."""
    for step in location:
        data = data[step]
    return data


def is_about_what_stands_there(error: ErrorDetails) -> bool:
    """False where pydantic counts only the items that are right, and so calls a full list too short."""
    return error["type"] != "too_short" or len(error["input"]) < error["ctx"]["min_length"]


def is_id(value: str) -> bool:
    """Whether a text has the form of an id."""
    return re.fullmatch(_ID, value) is not None


def explain(error: ErrorDetails, data: Any) -> tuple[str, str]:
    """The rule that an error in this data breaks, and a sentence: what is wrong and what would be right."""
    rule, words = _ERRORS.get(error["type"], ("wrong-value", _as_pydantic_says))
    if error["type"] == "value_error" and isinstance(error["input"], dict):
        rule = "inconsistent"
    return rule, words if isinstance(words, str) else words(error, data)


def _missing(error: ErrorDetails, _: Any) -> str:
    *parent, key = error["loc"]
    part = part_at(tuple(parent))
    description = (part and part.model_fields[str(key)].description) or ""
    return f"`{key}` is missing: {description[:1].lower()}{description[1:].rstrip('.')}"


def _unknown_key(error: ErrorDetails, data: Any) -> str:
    key = str(error["loc"][-1])
    part = part_at(error["loc"][:-1])
    allowed = list(part.model_fields) if part else []
    near = nearest(key, [name for name in allowed if name not in value_at(data, error["loc"][:-1])])
    owners = parts_with(key)
    hints = [f"did you mean `{near}`?"] if near else []
    if owners:
        hints.append(f"`{key}` belongs to {listed(owners, 'or')}")
    elif not near and part:
        hints.append(f"the keys of {name_of(part)} are {listed([f'`{name}`' for name in allowed], 'and')}")
    return f"there is no `{visible(key)}` here; {'; '.join(hints)}"


def _wrong_choice(error: ErrorDetails, _: Any) -> str:
    choices = _CHOICES.findall(error["ctx"]["expected"])
    value = error["input"]
    near = nearest(value, choices) if isinstance(value, str) else None
    meant = f"did you mean `{near}`? " if near else ""
    return f"{_what(value)} is none of the choices; {meant}choose {listed([f'`{choice}`' for choice in choices], 'or')}"


def _wrong_form(error: ErrorDetails, data: Any) -> str:
    pattern, value = error["ctx"]["pattern"], error["input"]
    instead = id_wanted(value, error["loc"], data) if pattern == _ID else None
    return f"{_what(value)} is not " + (f"an id: {instead}" if instead else _FORMS[pattern])


def _part_wanted(error: ErrorDetails, _: Any) -> str:
    part = part_at(error["loc"]) or FactCheck
    fields = part.model_fields
    keys = [f"`{name}`" for name, field in fields.items() if field.is_required()] or [f"`{name}`" for name in fields]
    noun = "key" if len(keys) == 1 else "keys"
    return (
        f"{_what(error['input'])} stands here, where {name_of(part)} is wanted, with its {noun} {listed(keys, 'and')}"
    )


def _list_wanted(error: ErrorDetails, _: Any) -> str:
    value = error["input"]
    if value is None:
        return "nothing stands here, where a list is wanted: fill it, or delete the key"
    if isinstance(value, dict):
        return "a mapping stands here, where a list is wanted: begin each item with `- `"
    return f"a list is wanted here: write `[{visible(value)}]`"


def _text_wanted(error: ErrorDetails, _: Any) -> str:
    value = error["input"]
    if isinstance(value, int | float):
        return f'a text is wanted here: write `"{visible(value)}"`, in quotes'
    hint = "; put text that holds a colon and a space in quotes" if isinstance(value, dict) else ""
    return f"{_what(value)} stands here, where a text is wanted{hint}"


def _wanted(thing: str) -> Callable[[ErrorDetails, Any], str]:
    return lambda error, _: f"{_what(error['input'])} stands here, where {thing} is wanted"


def _out_of_bounds(error: ErrorDetails, _: Any) -> str:
    bounds = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    asked = [f"{words} {error['ctx'][name]:g}" for name, words in bounds.items() if name in error["ctx"]]
    return f"{_what(error['input'])} is out of bounds: {listed(asked, 'and')} is wanted"


def _as_the_model_says(error: ErrorDetails, _: Any) -> str:
    sentence = str(error["ctx"]["error"])
    value = error["input"]
    if isinstance(value, dict):
        return sentence
    dates = [f"`{date}`" for date in meanings(str(value))]
    hint = f"; did you mean {listed(dates, 'or')}?" if dates else ""
    return f"{_what(value)}: {sentence}{hint}"


def _as_pydantic_says(error: ErrorDetails, _: Any) -> str:
    return f"{_what(error['input'])}: {error['msg']}"


def _pattern(kind: Any) -> str:
    constraints = next(mark for mark in get_args(kind) if isinstance(mark, StringConstraints))
    return str(constraints.pattern)


_ID = _pattern(LocalId)
_FORMS = {
    _pattern(Url): "a web address: write it whole, such as https://example.org/page",
    _pattern(
        Iri
    ): "an identifier: write one without `#`, such as https://example.org/page or tag:example.org,2015:page",
    _pattern(Language): "a language tag: write `en`, `pt-BR` or `zh-Hant`",
    _ID: "an id: write letters without accents, digits, `_` and `-`, with a letter first, such as `c1`",
    _pattern(Checksum): "a checksum: write `sha256:` and 64 digits from 0 to f, in lower case",
}
_TRUTH = ("wrong-type", _wanted("`true` or `false`"))
_NUMBER = ("wrong-type", _wanted("a number"))
_WHOLE_NUMBER = ("wrong-type", _wanted("a whole number"))
_BOUNDS = ("wrong-value", _out_of_bounds)

_ERRORS: Mapping[str, tuple[str, str | Callable[[ErrorDetails, Any], str]]] = {
    "bool_parsing": _TRUTH,
    "bool_type": _TRUTH,
    "dict_type": ("wrong-type", _wanted("a text for each language, such as `{en: Mostly false}`,")),
    "extra_forbidden": ("unknown-key", _unknown_key),
    "finite_number": _NUMBER,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "greater_than_equal": _BOUNDS,
    "int_from_float": _WHOLE_NUMBER,
    "int_parsing": _WHOLE_NUMBER,
    "int_parsing_size": _WHOLE_NUMBER,
    "int_type": _WHOLE_NUMBER,
    "less_than_equal": _BOUNDS,
    "literal_error": ("wrong-choice", _wrong_choice),
    "missing": ("missing-key", _missing),
    "model_type": ("wrong-type", _part_wanted),
    "string_pattern_mismatch": ("wrong-form", _wrong_form),
    "string_too_long": ("wrong-value", "this is longer than the 2,000 characters that a name or a title may have"),
    "string_too_short": ("wrong-value", "there is no text here: fill it, or delete the key"),
    "string_type": ("wrong-type", _text_wanted),
    "too_short": ("wrong-value", "nothing stands in here: at least one is wanted"),
    "tuple_type": ("wrong-type", _list_wanted),
    "value_error": ("wrong-value", _as_the_model_says),
}


def _what(value: Any) -> str:
    kinds = {type(None): "nothing", list: "a list", dict: "a mapping"}
    return kinds.get(type(value)) or f"`{visible(value)}`"
