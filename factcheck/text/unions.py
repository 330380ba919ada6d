"""Things that are one, as pairs say."""


class Unions:
    """Sets of names that are joined two by two; each set has a first."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def first(self, name: str) -> str:
        """The first of the set that a name is in; itself, where it was never joined."""
        above = self._above
        while above.setdefault(name, name) != name:
            above[name] = name = above[above[name]]
        return name

    def join(self, one: str, other: str) -> bool:
        """Make the sets of two names one, with the first of the one; whether they were two."""
        first, second = self.first(one), self.first(other)
        self._above[second] = first
        return first != second
