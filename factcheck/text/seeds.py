"""Where pieces of a quotation stand in a text, and so where the whole may be."""

from collections import Counter
from collections.abc import Iterator

# However few of its characters differ, one of the pieces stands there as it is; long pieces are rare, so they are tried first.
PIECES = (14, 8, 5, 4)
MOST_PIECES = 32
# A piece that stands more often than this tells nothing.
MOST_PLACES = 2000
MOST_STRETCHES = 64


def stretches(said: str, text: str, length: int) -> Iterator[tuple[int, int]]:
    """Between which offsets a quotation may begin, the likeliest first, by pieces of a length that stand in the text."""
    count = len(said) // length
    picked = range(count) if count <= MOST_PIECES else (at * count // MOST_PIECES for at in range(MOST_PIECES))
    width = len(said) // 4 + 8
    votes = Counter[int]()
    for offset in (at * length for at in picked):
        places = _places(said[offset : offset + length], text)
        for near in {(at - offset) // width for at in places}:
            votes[near] += 1
    together = {near: count + votes.get(near + 1, 0) for near, count in votes.items()}
    most, seen = max(together.values(), default=0), set[int]()
    for near, count in sorted(together.items(), key=lambda item: (-item[1], item[0]))[:MOST_STRETCHES]:
        if count * 3 >= most and not seen & {near - 1, near, near + 1}:
            seen.add(near)
            yield near * width, (near + 2) * width


def _places(piece: str, text: str) -> list[int]:
    places, at = list[int](), text.find(piece)
    while at >= 0:
        places.append(at)
        if len(places) > MOST_PLACES:
            return []
        at = text.find(piece, at + 1)
    return places
