"""Where pieces of a quotation stand in a text, and so where the whole may be."""

from collections.abc import Iterator

# However few of its characters differ, one of the pieces stands there as it is; long pieces are rare, so they are tried first.
_LENGTHS = (14, 8, 5, 4)
_MOST_PIECES = 32
# A piece that stands more often than this tells nothing.
_MOST_PLACES = 2000
_MOST_STRETCHES = 24
# Short pieces stand in many places, so all are looked for before any place is.
_ROUNDS, _SHORT = 3, 5


def lengths(size: int) -> list[int]:
    """How long pieces are, by the size of the quotation: of a short one, halves, so that a change leaves one of them."""
    return [length for length in _LENGTHS if size // length > 2] or [max(size // 2, 1)]


def rounds(said: str, text: str, length: int) -> Iterator[list[tuple[int, int]]]:
    """Between which offsets a quotation may begin, the likeliest first, by pieces of a length that stand in the text.

    Long pieces in three rounds, each with more of them: where the first finds the quotation, the others are not needed, for
    what is as good elsewhere has the same pieces.
    """
    count = len(said) // length
    picked = range(count) if count <= _MOST_PIECES else [at * count // _MOST_PIECES for at in range(_MOST_PIECES)]
    width = len(said) // 4 + 8
    votes = dict[int, dict[int, int]]()
    turns = _ROUNDS if length > _SHORT else 1
    # Each change breaks one piece: a place that is near has all others.
    least = count - int(len(said) * 0.12) - 2 if turns == 1 and count == len(picked) else 1
    for turn in range(turns):
        for piece in picked[turn::turns]:
            for at in _places(said[piece * length : (piece + 1) * length], text):
                begin = at - piece * length
                votes.setdefault(begin // width, {})[piece] = begin
        yield list(_stretches(votes, least))


def _stretches(votes: dict[int, dict[int, int]], least: int) -> Iterator[tuple[int, int]]:
    """The parts of the text that most pieces speak for; two that lie side by side are one."""
    together = sorted(((-len(found) - len(votes.get(near + 1, ())), near) for near, found in votes.items()))
    seen = set[int]()
    for count, near in together[:_MOST_STRETCHES]:
        if -count >= least and count * 3 <= together[0][0] and not seen & {near - 1, near, near + 1}:
            seen.add(near)
            begins = (*votes[near].values(), *votes.get(near + 1, {}).values())
            yield min(begins), max(begins)


def _places(piece: str, text: str) -> list[int]:
    places, at = list[int](), text.find(piece)
    while at >= 0:
        places.append(at)
        if len(places) > _MOST_PLACES:
            return []
        at = text.find(piece, at + 1)
    return places
