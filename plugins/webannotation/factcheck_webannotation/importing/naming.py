"""What parts have in common that are gathered one by one: ids, and one part for what was told several times."""

from collections.abc import Sequence

from factcheck.drafts import Found, Part, Value, plain
from factcheck_webannotation.pointers import Pointer


class Gathered:
    """Parts of one kind by what they say: the same, told again, is one part that was read from more places."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._parts: dict[str, tuple[str, list[Part[Pointer]]]] = {}

    def identified(self, found: Part[Pointer]) -> str:
        """The id of this part."""
        known = self._parts.setdefault(repr(plain(found)), (f"{self._prefix}{len(self._parts) + 1}", []))
        known[1].append(found)
        return known[0]

    def parts(self) -> list[Part[Pointer]]:
        """Each part with its id, in the order that they came."""
        return [Part({"id": Value(identifier), **_merged(parts).fields}) for identifier, parts in self._parts.values()]


def _merged(parts: Sequence[Part[Pointer]]) -> Part[Pointer]:
    return Part({name: _one([each.fields[name] for each in parts]) for name in parts[0].fields})


def _one(told: Sequence[Found[Pointer]]) -> Found[Pointer]:
    """One value or list of values out of equal ones."""
    first = told[0]
    if isinstance(first, list):
        return [_one(each) for each in zip(*(list(each) for each in told if isinstance(each, list)), strict=True)]
    if isinstance(first, Value):
        return first.by(*(place for each in told[1:] if isinstance(each, Value) for place in each.places))
    return _merged([each for each in told if isinstance(each, Part)])
