"""Where the values of an input stand in it: line and column by JSON pointer."""

from factcheck import Finding, Input, ReadingError

from . import pages
from .documents import is_lines, lines, whole
from .json_text import JSONError, parse
from .lines import Lines

_LARGEST = 8_000_000  # what takes longer than it helps: about 20 seconds


class Locator:
    """Finds the places of one input, whose text is read once more when the first of them is asked for."""

    def __init__(self, source: Input) -> None:
        self._source = source
        self._texts: dict[tuple[int, int], str] | None = None
        self._places: dict[tuple[int, int], dict[str, int]] = {}
        self._lines = Lines("")

    def located(self, finding: Finding) -> Finding:
        """The finding with the line and the column of the value that its pointer leads to."""
        texts = self._read()
        # A finding that others make of the only text there is knows no place yet; the attributes of a page are no text.
        is_of_text = not finding.path or finding.path.startswith("/")
        only = next(iter(texts)) if len(texts) == 1 and finding.line is None and is_of_text else None
        begins = only or (finding.line or 0, finding.column or 0)
        text = texts.get(begins)
        if text is None:
            return finding
        if begins not in self._places:
            self._places = {begins: _places(text)}
            self._lines = Lines(text, *begins)
        places, pointer = self._places[begins], finding.path
        while pointer and pointer not in places:
            pointer = pointer.rpartition("/")[0]
        line, column = self._lines.place(places.get(pointer, 0))
        return finding.at(finding.file, line, column)

    def _read(self) -> dict[tuple[int, int], str]:
        if self._texts is None:
            self._texts = _texts(self._source)
        return self._texts


def _texts(source: Input) -> dict[tuple[int, int], str]:
    """The texts of an input by the lines and columns where they begin."""
    try:
        body = whole(source)
    except ReadingError:
        return {}
    if len(body) > _LARGEST:
        return {}
    if not pages.is_page(body):
        if is_lines(source.name, body):
            return {(number, 1): line.decode("utf-8", "replace") for number, line in lines(source)}
        return {(1, 1): body.decode("utf-8", "replace")}
    encoding = pages.encoding(body)
    scripts = pages.placed_scripts(body, encoding)
    return {(line, column): text.decode(encoding, "replace") for text, line, column in scripts}


def _places(text: str) -> dict[str, int]:
    try:
        return parse(text).places
    except JSONError:
        return {}
