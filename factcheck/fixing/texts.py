"""A text of ours, and what reading makes of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

from factcheck.errors import ReadingError
from factcheck.findings import Finding
from factcheck.model.references import Location
from factcheck.reading import Reading
from factcheck.reading.compose import Tree
from factcheck.reading.reader import is_json, read_text, tree_of
from factcheck.reading.rules import path_of


@dataclass(frozen=True)
class Text:
    """A text and its name; `.json` at the end of the name allows JSON only."""

    body: str
    name: str

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """The text of a reading; it is not read a second time."""
        text = cls(reading.text, reading.name)
        text.__dict__["tree"] = reading.tree
        return text

    @property
    def reading(self) -> Reading | None:
        """What reading gives; None where it is no fact-check yet."""
        return self._outcome[0]

    @property
    def problems(self) -> tuple[Finding, ...]:
        """What keeps it from being a fact-check."""
        return self._outcome[1]

    @cached_property
    def tree(self) -> Tree:
        """The data in it, and where each key and value is written."""
        return tree_of(self.body, self.name)

    @cached_property
    def is_json(self) -> bool:
        """Whether it is read as JSON."""
        return is_json(self.body, self.name)

    def path(self, location: Location) -> str:
        """A location as a model path."""
        return path_of(location)

    @cached_property
    def _outcome(self) -> tuple[Reading | None, tuple[Finding, ...]]:
        try:
            return read_text(self.body, self.name), ()
        except ReadingError as error:
            return None, error.findings
