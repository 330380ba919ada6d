"""Where the values of an input stand in it: line and column by JSON pointer."""

from functools import cached_property

from factcheck import Finding, Input, JsonPlaces, ReadingError

from .documents import lines, text_of


class Locator:
    """Finds the places of one input, which is read once more when the first of them is asked for."""

    def __init__(self, source: Input) -> None:
        self._source = source
        self._line: tuple[int, JsonPlaces] | None = None

    def located(self, finding: Finding) -> Finding:
        """The finding with the line and the column of the value that its pointer leads to."""
        place = self._place(finding.path)
        return finding.at(finding.file, *place) if place else finding

    def _place(self, pointer: str) -> tuple[int, int] | None:
        if self._whole.problem is None:
            return self._whole.of(pointer)
        first, slash, rest = pointer[1:].partition("/")
        index = int(first) if first.isdecimal() and len(first) < 10 else len(self._lines)
        return self._of_line(index).of(slash + rest) if index < len(self._lines) else None

    def _of_line(self, index: int) -> JsonPlaces:
        """The places of one line; those of the last one that was asked for are kept, as findings come in order."""
        if self._line is None or self._line[0] != index:
            number, text = self._lines[index]
            self._line = index, JsonPlaces(text, number)
        return self._line[1]

    @cached_property
    def _text(self) -> str:
        try:
            return text_of(self._source)
        except ReadingError:
            return ""

    @cached_property
    def _whole(self) -> JsonPlaces:
        return JsonPlaces(self._text)

    @cached_property
    def _lines(self) -> list[tuple[int, str]]:
        return lines(self._text)
