"""Keys that stand twice."""

from dataclasses import dataclass, field

from factcheck.model.references import Location

from .rules import Problem, listed, visible


@dataclass(slots=True)
class Doubled:
    """Keys of one mapping, one after the other, that stand in it already: often an item without its dash."""

    at: int
    first_at: int
    location: Location
    lacks_dash: bool
    keys: dict[str, None] = field(default_factory=dict)

    def problem(self) -> Problem:
        """All of them as one problem, at the first."""
        shown = [f"`{visible(key)}`" for key in self.keys]
        verb, keep = ("stands", "one of them") if len(shown) == 1 else ("stand", "one of each")
        dash = ", or begin a new item with `- `" if self.lacks_dash else ""
        message = f"{listed(shown, 'and')} {verb} twice in this mapping: keep {keep}{dash}"
        return Problem(self.at, "duplicate-key", message, self.location, self.first_at)
