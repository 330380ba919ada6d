"""What is made of a text that is wrong in a way that leaves no choice.

An address without `https://` is left to a person: nothing in it says whether the page is there with or without TLS.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Mapping

from factcheck.characters import bare
from factcheck.dates import as_edtf

from .fields import Field, Kind

Make = Callable[[str, tuple[str, ...]], str]
"""What is made of a value, given the choices of its field; the value itself where there is nothing to do."""

FORM = ("wrong-choice", "wrong-form", "wrong-value")
"""The rules of reading for what can be repaired; values that are right are left alone by these repairs."""

_AROUND = ("space-around", "invisible-around")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
# RFC 3986, section 2.1; `\` stands for a slash in browsers and for nothing elsewhere, so it is a person's.
_TO_ESCAPE = re.compile(r'[ "<>^`{|}]')
_NOT_MEANT = ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
_MOST_ESCAPED = 5


def made(value: str, field: Field, *, keep_space: bool = False) -> tuple[str, tuple[str, ...]]:
    """What is made of a value, and by which rules; the value itself and none where nothing can be done for certain.

    With `keep_space`, white space around a text is that of YAML's own form and stays.
    """
    now, rules = value, list[str]()
    for rule, make in _MAKES[field.kind]:
        skipped = (rule in FORM and field.takes(now)) or (rule in _AROUND and keep_space)
        then = now if skipped else make(now, field.choices)
        if then != now:
            now = then
            rules.append(rule)
    return (now, tuple(dict.fromkeys(rules))) if rules and field.takes(now) else (value, ())


def without_entities(text: str) -> str:
    """The text with characters for HTML's entities, also for those that were escaped several times."""
    for _ in range(_MOST_ESCAPED):
        then = _ENTITY.sub(_character, text)
        if then == text:
            break
        text = then
    return text


def _character(entity: re.Match[str]) -> str:
    meant = html.unescape(entity[0])
    readable = meant and all(unicodedata.category(each) not in _NOT_MEANT for each in meant)
    return meant if readable and "\ufffd" not in meant else entity[0]


def _stripped(text: str, _: tuple[str, ...]) -> str:
    return text.strip()


def _bare(text: str, _: tuple[str, ...]) -> str:
    return bare(text)


def _entities(text: str, _: tuple[str, ...]) -> str:
    return without_entities(text)


def _ampersands(url: str, _: tuple[str, ...]) -> str:
    return re.sub(r"&(?:amp;)+", "&", url)


def _address(url: str, _: tuple[str, ...]) -> str:
    lower = _SCHEME.sub(lambda scheme: scheme[0].lower(), bare(url), count=1)
    return _TO_ESCAPE.sub(lambda sign: f"%{ord(sign[0]):02X}", lower)


def _hyphens(tag: str, _: tuple[str, ...]) -> str:
    return bare(tag).replace("_", "-")


def _cased(tag: str, _: tuple[str, ...]) -> str:
    """RFC 5646, section 2.1.1: small letters, but `Latn` and `BR` where they stand neither first nor after one letter."""
    subtags = tag.lower().split("-")
    for index, subtag in enumerate(subtags):
        if index and len(subtags[index - 1]) == 1:
            break
        if index and len(subtag) == 4 and subtag.isalpha():
            subtags[index] = subtag.title()
        elif index and len(subtag) == 2:
            subtags[index] = subtag.upper()
    return "-".join(subtags)


def _date(text: str, _: tuple[str, ...]) -> str:
    return as_edtf(text) or text


def _choice(text: str, choices: tuple[str, ...]) -> str:
    near = [each for each in choices if _key(each) == _key(text)]
    return near[0] if len(near) == 1 else text


def _key(text: str) -> str:
    return re.sub(r"[\s_-]+", "-", text.strip().casefold())


_MAKES: Mapping[Kind, tuple[tuple[str, Make], ...]] = {
    "choice": (("wrong-choice", _choice),),
    "date": (("wrong-value", _bare), ("wrong-value", _date)),
    "id": (("wrong-form", _bare),),
    "iri": (("wrong-form", _bare), ("invisible-around", _bare)),
    "language": (("wrong-form", _hyphens), ("language-case", _cased)),
    "text": (("html-entity", _entities), ("space-around", _stripped), ("invisible-around", _bare)),
    "url": (("html-entity", _ampersands), ("wrong-form", _address), ("invisible-around", _bare)),
}
