"""Where the values of an input stand in it: line and column by JSON pointer."""

from functools import cached_property

from factcheck import Finding, Input, JsonPlaces, ReadingError

from .documents import text_of


class Locator:
    """Finds the places of one input, which is read once more when the first of them is asked for."""

    def __init__(self, source: Input) -> None:
        self._source = source

    def located(self, finding: Finding) -> Finding:
        """The finding with the line and the column of the value that its pointer leads to."""
        is_pointer = not finding.path or finding.path.startswith("/")
        return finding.at(finding.file, *self._places.of(finding.path)) if is_pointer else finding

    @cached_property
    def _places(self) -> JsonPlaces:
        try:
            return JsonPlaces(text_of(self._source))
        except ReadingError:
            return JsonPlaces("")
