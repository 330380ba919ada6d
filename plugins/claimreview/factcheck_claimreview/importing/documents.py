"""Bytes to the JSON in them: one value, several lines, or the scripts and attributes of a page."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import orjson

from factcheck import Finding, Input, ReadingError

from . import attributes, pages
from .json_text import JSONError, parse
from .lines import Lines
from .pointers import Objects, objects
from .rules import RULES

LIMIT = 64_000_000
_LINES = (".jsonl", ".ndjson")
_KEY = re.compile(rb'"\s*:')


class Document(NamedTuple):
    """A JSON value, what was put right in its text, and what is known of where it stands.

    `objects` are those of the value, with their pointers. `line` and `column` say where its text begins, where
    that is not the beginning of the input. `syntax` names what it was made of where that is not JSON-LD; its
    pointers begin with that.
    """

    value: Any
    findings: tuple[Finding, ...] = ()
    objects: Objects = ()
    line: int | None = None
    column: int | None = None
    language: str | None = None
    base: str | None = None
    syntax: str = ""


def documents(source: Input) -> Iterator[Document]:
    """Each JSON value of an input. Raises ReadingError where the whole of it cannot be read."""
    if source.name.lower().endswith(_LINES):
        yield from _lines(source)
        return
    body = whole(source)
    if pages.is_page(body):
        yield from _page(body, source)
        return
    if is_lines(source.name, body):
        yield from _lines(source)
        return
    document = _document(body)
    if document.value is None:
        findings = document.findings or [RULES["claimreview-none"].finding("there is nothing in it")]
        raise ReadingError([each._replace(file=source.name) for each in findings])
    yield document


def whole(source: Input) -> bytes:
    """All of an input, in UTF-8 where a byte order mark says that it is UTF-16. Raises ReadingError above the limit."""
    body = source.whole(LIMIT)
    return body if pages.is_utf8(body) else body.decode("utf-16", "replace").encode()


def is_lines(name: str, body: bytes) -> bool:
    """Whether each line is a value of its own: by its name, or since more follows on a first line that is a whole value."""
    first, _, rest = body.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    return name.lower().endswith(_LINES) or (rest.lstrip()[:1] in (b"{", b"[") and _is_json(first))


def lines(source: Input) -> Iterator[tuple[int, bytes]]:
    """The lines of an input that say something, with their numbers; others may move its stream in between."""
    offset, number = 0, 0
    while True:
        source.stream.seek(offset)
        line = source.stream.readline(LIMIT + 1)
        if not line:
            return
        number, offset = number + 1, offset + len(line)
        if len(line) > LIMIT:
            found = RULES["claimreview-unreadable"].finding(f"this line has more than {LIMIT // 1_000_000} MB")
            raise ReadingError([found.at(source.name, number)])
        if line.strip():
            yield number, line


def _lines(source: Input) -> Iterator[Document]:
    for number, line in lines(source):
        yield _document(line, line=number, column=1)


def _is_json(line: bytes) -> bool:
    try:
        return isinstance(orjson.loads(line), dict | list)
    except orjson.JSONDecodeError:
        return False


def _page(body: bytes, source: Input) -> Iterator[Document]:
    encoding, language = pages.encoding(body), pages.language(body)
    base, spoken = pages.base(body) or source.url, False
    for text, line, column in pages.placed_scripts(body, encoding):
        document = _document(text, encoding, line=line, column=column, language=language, base=base)
        if document.value is None and b"claimreview" not in text.lower():
            other = RULES["claimreview-other-script"]
            told = [other.finding(each.message).at(None, each.line, each.column) for each in document.findings]
            document = document._replace(findings=tuple(told))
        spoken = spoken or b"claimreview" in text.lower()
        yield document
    yield from _attributes(body, encoding, base, language, read=not spoken)


def _attributes(
    body: bytes, encoding: str, base: str | None, language: str | None, *, read: bool
) -> Iterator[Document]:
    """What a page says in attributes; where its scripts speak of ClaimReview, too, only that it does."""
    for syntax in attributes.syntaxes(body):
        findings, value = [], None
        if not read:
            findings.append(
                RULES["claimreview-said-twice"].finding(f"the page has ClaimReview in {syntax}, too", syntax)
            )
        else:
            try:
                value = attributes.items(body.decode(encoding, "replace"), syntax, base)
            except attributes.MissingExtraError:
                message = f"the page has ClaimReview in {syntax}; to read it: pip install 'factcheck-export[html]'"
                findings.append(RULES["claimreview-missing-extra"].finding(message, syntax))
            except ValueError as error:
                message = f"its {syntax} cannot be read: {error}"
                findings.append(RULES["claimreview-unreadable"].finding(message, syntax))
        found = objects(value, syntax)
        yield Document(value, tuple(findings), found, language=language, base=base, syntax=syntax)


def _document(body: bytes, encoding: str = "utf-8", **stands: Any) -> Document:
    if encoding == "utf-8":
        try:
            value = orjson.loads(body)
        except orjson.JSONDecodeError:
            value = None
        try:
            found = objects(value)
        except ValueError as error:
            return Document(
                None, (_placed(RULES["claimreview-unreadable"].finding(str(error)), Lines(""), 0),), **stands
            )
        # A parser keeps one of two equal keys: then there are more ends of keys in the text than keys.
        if value is not None and _ends_of_keys(body) <= sum([len(data) for data, _ in found]):
            return Document(value, objects=found, **stands)
    text = body.decode(encoding, "replace")
    lines_of_it = Lines(text, stands.get("line") or 1, stands.get("column") or 1)
    try:
        body.decode(encoding)
        parsed = parse(text)
    except UnicodeDecodeError as error:
        before = len(body[: error.start].decode(encoding, "replace"))
        told = RULES["claimreview-unreadable"].finding(f"this is not {encoding.upper()}")
        return Document(None, (_placed(told, lines_of_it, before),), **stands)
    except JSONError as error:
        told = RULES["claimreview-unreadable"].finding(f"this is not JSON: {error}")
        return Document(None, (_placed(told, lines_of_it, error.offset),), **stands)
    findings = []
    for rule, message, offset, path, stood, made in parsed.repairs:
        repaired = RULES[rule].finding(message, path, stood=stood, made=made)
        findings.append(_placed(repaired, lines_of_it, offset))
    try:
        found = objects(parsed.value)
    except ValueError as error:
        return Document(None, (_placed(RULES["claimreview-unreadable"].finding(str(error)), lines_of_it, 0),), **stands)
    return Document(parsed.value, tuple(findings), objects=found, **stands)


def _ends_of_keys(body: bytes) -> int:
    """How often a key ends in a text, or what looks like one in a string."""
    # To look for white space in front of colons takes longer, and few texts have white space after a quotation mark.
    if b'" ' in body or b'"\n' in body or b'"\r' in body or b'"\t' in body:
        return len(_KEY.findall(body))
    return body.count(b'":')


def _placed(finding: Finding, lines_of_it: Lines, offset: int) -> Finding:
    line, column = lines_of_it.place(offset)
    return finding._replace(line=line, column=column)
