"""The simple values of cells: words, numbers, dates, addresses, languages; each repair is a finding."""

import re
from functools import lru_cache
from html import unescape

from pydantic import ValidationError

from factcheck import Claim, dates, nameless

from .row import Cell, Row
from .vocabulary import meant, plain

LONGEST_LINE = 2000
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?", re.ASCII)
_COMMA = re.compile(r"-?\d{1,3},\d{1,2}", re.ASCII)
# As the model has it, which is RFC 3987's.
_NO_URL = r"\x00-\x20\"<>\\^`{|}\x7f-\xa0\u2028\u2029\ufffd-\uffff"
_ADDRESS = re.compile(rf"https?://[^/?#{_NO_URL}][^{_NO_URL}]*")
_IRI = re.compile(rf"(?:urn:|tag:)[^/?#{_NO_URL}][^#{_NO_URL}]*")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?")
_PIECES = re.compile(r"[\s|]|[;,](?=[\s;,]|$|https?:)|;(?=www\.)")
_LIKE_ADDRESS = re.compile(r"(?i)https?:\S+|//\S+|www\.\S+|[\w-]+(?:\.[\w-]+)+/\S*")


def words(row: Row, cell: Cell | None, *, line: bool = False) -> str | None:
    """The text of a cell; None where there is none, or it does not fit into a line where one is wanted."""
    if cell is None:
        return None
    text = tidied(row, cell)
    if line and len(text) > LONGEST_LINE:
        message = f"this is longer than {LONGEST_LINE} characters, which is more than a name or a title has"
        row.leave("table-invalid-value", message, cell)
        return None
    row.carry(cell)
    return text


def known(row: Row, cell: Cell | None) -> str | None:
    """The name or title that a cell holds, None where it says that none is known."""
    text = words(row, cell, line=True)
    if cell is None or text is None or nameless(text) != {}:
        return text
    row.find("table-unknown-name", "this says that it is not known: nothing is taken from it", cell, cell.value, "")
    return None


def tidied(row: Row, cell: Cell) -> str:
    """The text without entities and without white space around it."""
    text = cell.value
    if "&" in text and _ENTITY.search(text) and (plainly := unescape(text)).strip():
        row.find("table-entities", "entities of HTML stand here", cell, stood=text, made=plainly)
        text = plainly
    if text != text.strip():
        row.find("table-white-space", "white space stands around it", cell, stood=text, made=text.strip())
    return text.strip()


def number(row: Row, cell: Cell | None) -> float | None:
    """The number of a cell."""
    if cell is None:
        return None
    text = cell.value.strip()
    if _COMMA.fullmatch(text):
        made = text.replace(",", ".")
        row.find("table-not-a-number", "a number has a full stop, no comma", cell, stood=cell.value, made=made)
        text = made
    if not _NUMBER.fullmatch(text):
        row.leave("table-not-a-number", "this is no number: it is left out", cell)
        return None
    row.carry(cell)
    return float(text)


def as_number(text: str) -> float | None:
    """The number that a text is, None where it is none."""
    text = text.strip().replace(",", ".") if _COMMA.fullmatch(text.strip()) else text.strip()
    return float(text) if _NUMBER.fullmatch(text) else None


def date(row: Row, cell: Cell | None, orders: frozenset[dates.Order], language: str) -> str | None:
    """The date of a cell as EDTF has it; `orders` are those of days and months that its column tells."""
    if cell is None:
        return None
    text = cell.value.strip()
    asked: tuple[dates.Order | None, ...] = tuple(sorted(orders)) or (None,)
    found = dict.fromkeys(each for order in asked for each in dates.meanings(text, order, language))
    made = next(iter(found)) if len(found) == 1 else None
    if found and made is None:
        message = f"it could be {' or '.join(found)}, and nothing tells which: it is left out"
        row.leave("table-ambiguous-date", message, cell)
    elif made is None:
        row.leave("table-date-not-iso", "this is no date that can be read for sure: it is left out", cell)
    elif made != text:
        message = "a date is ISO 8601, with seconds and without fractions"
        row.find("table-date-not-iso", message, cell, stood=cell.value, made=made)
    if made is not None:
        row.carry(cell)
    return made


def address(row: Row, cell: Cell | None) -> str | None:
    """The address of a cell, absolute."""
    if cell is None:
        return None
    made = whole(row, cell, cell.value)
    if made is None:
        row.leave("table-schemeless-address", "this is no whole address: it is left out", cell)
    else:
        row.carry(cell)
    return made


def addresses(row: Row, cell: Cell) -> list[str]:
    """The addresses in a cell; none, and nothing told yet, where there are words only."""
    pieces = [piece for piece in _PIECES.split(cell.value) if piece]
    urls = [url for piece in pieces if is_like_address(piece) and (url := whole(row, cell, piece))]
    if urls and all(is_like_address(piece) for piece in pieces):
        row.carry(cell)
    elif urls:
        row.leave("table-not-carried", "there are words beside the addresses: only the addresses are taken", cell)
    return urls


def pages(row: Row, field: str) -> list[str]:
    """The addresses in the cells of a field that wants nothing else."""
    found = []
    for cell in row.cells(field):
        urls = addresses(row, cell)
        if not urls:
            row.leave("table-schemeless-address", "there is no whole address here: it is left out", cell)
        found += urls
    return list(dict.fromkeys(found))


def whole(row: Row, cell: Cell, value: str) -> str | None:
    """An absolute address out of what stands in a cell, or in a part of it; None where that cannot be told."""
    text = value.strip()
    made = text if _ADDRESS.fullmatch(text) else _completed(text)
    if made is None or not _ADDRESS.fullmatch(made):
        return None
    if made != text:
        row.find("table-schemeless-address", "this is no whole address", cell, stood=value, made=made)
    elif text != value:
        row.find("table-white-space", "white space stands around it", cell, stood=value, made=text)
    return made


def is_like_address(text: str) -> bool:
    """Whether this is an address rather than a name: `www.desk.example`, but not `Desk.com`."""
    return _LIKE_ADDRESS.fullmatch(text.strip()) is not None


def host_of(url: str) -> str:
    """The host of an address, as a name that stands in for another."""
    return re.sub(r"^https?://(?:www\.)?", "", url).split("/")[0].split("?")[0].split("#")[0][:LONGEST_LINE] or "www"


def is_iri(text: str) -> bool:
    """Whether the model takes this, which is no address, for the id of a fact-check."""
    return _IRI.fullmatch(text) is not None


def language(row: Row, cell: Cell | None) -> str | None:
    """The language tag of a cell."""
    if cell is None:
        return None
    text = cell.value.strip()
    made = meant("languages").get(plain(text)) or text.replace("_", "-")
    if not is_language(made):
        row.leave("table-invalid-value", "this is no language tag such as pt-BR: it is left out", cell)
        return None
    if made != text:
        row.find("table-language-name", "a language is written as its tag", cell, stood=cell.value, made=made)
    row.carry(cell)
    return made


@lru_cache(256)
def is_language(tag: str) -> bool:
    """Whether the model takes this for a language tag."""
    try:
        Claim(id="c1", text="-", language=tag)
    except ValidationError:
        return False
    return True


def _completed(text: str) -> str | None:
    for scheme in ("https:", "http:"):
        if text.lower().startswith(scheme) and _HOST.fullmatch(text[len(scheme) :].lstrip("/")):
            return f"{scheme}//{text[len(scheme) :].lstrip('/')}"
    if text.startswith("//"):
        return f"https:{text}"
    return f"https://{text}" if _HOST.fullmatch(text) else None
