"""Which words of a stretch of text are nearest to a quotation."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance.Levenshtein import distance as cost

from .distance import common, costs
from .wording import Run, Words, words

# A stop ends what a quotation goes on to say: an end that drifted is not looked for behind one that the quotation has not.
# Of fewer characters only one passage counts as the same, else words from here and there would do.
_SHORT = 40
# What may stand before the first or behind the last words of a quotation, that has not.
_MOST_PUT_IN, _MOST_WORDS_PUT_IN = 24, 1
_STOP = re.compile(r"[.,;:!?\n]")


class Near(NamedTuple):
    """Words near to a quotation: where they stand in the folded text, how many characters differ, and how many of its own
    the two longest passages have that are the same.
    """

    start: int
    end: int
    cost: int
    same: int = 0


class _Block(NamedTuple):
    """The same words in both: `said[begin:stop]` and `text[start:end]`."""

    begin: int
    stop: int
    start: int
    end: int


def nearest(said: str, ours: Words, text: str, theirs: Words, same: Sequence[Run]) -> Near:
    """The words of a folded stretch that are nearest to what was said; given are the words of both and those that are the same."""
    blocks = _solid(said, ours, text, theirs, same)
    if sum(block.stop - block.begin for block in blocks) * 6 < len(said):
        return anywhere(said, text)
    (begin, _, start, _), (_, stop, _, end) = blocks[0], blocks[-1]
    spent = cost(said[begin:stop], text[start:end])
    if begin:
        edges = [start - edge for edge in reversed(theirs.starts) if edge < start]
        more, reached = _reach(said[:begin][::-1], text[:start][::-1], edges)
        spent, start = spent + more, start - reached
    if stop < len(said):
        more, reached = _reach(said[stop:], text[end:], [edge - end for edge in theirs.ends if edge > end])
        spent, end = spent + more, end + reached
    # What is compared differs, if only by what stands between the words.
    return Near(
        start,
        end,
        max(spent, 1),
        sum(sorted(block.stop - block.begin for block in blocks)[-1 if len(said) < _SHORT else -2 :]),
    )


def _solid(said: str, ours: Words, text: str, theirs: Words, same: Sequence[Run]) -> list[_Block]:
    """The longest words in common, and those around them that do not stand too far off for their length to be so by chance."""
    blocks = [
        _Block(ours.starts[one], ours.ends[one + count - 1], theirs.starts[two], theirs.ends[two + count - 1])
        for one, two, count in same
    ]
    if not blocks:
        return []
    middle = max(range(len(blocks)), key=lambda at: blocks[at].stop - blocks[at].begin)
    kept = [blocks[middle]]
    for each in reversed(blocks[:middle]):
        block = _nearer(each, kept[0], said, text)
        gap = kept[0].begin - block.stop - kept[0].start + block.end
        if not gap or _lasts(block, abs(gap)):
            kept.insert(0, block)
    for block in blocks[middle + 1 :]:
        gap = block.begin - kept[-1].stop - block.start + kept[-1].end
        if not gap or _lasts(block, abs(gap)):
            kept.append(block)
    return kept


def _nearer(block: _Block, behind: _Block, said: str, text: str) -> _Block:
    """The same words where they stand just before those that follow, if they stand there, too; what is found is the first."""
    end = behind.start - behind.begin + block.stop
    start = end - block.stop + block.begin
    if start == block.start or text[max(start, 0) : end] != said[block.begin : block.stop]:
        return block
    return _Block(block.begin, block.stop, start, end)


def _lasts(block: _Block, gap: int) -> bool:
    size = block.stop - block.begin
    return size > min(gap, 3 + gap // 4)


def _reach(said: str, text: str, edges: Sequence[int]) -> tuple[int, int]:
    """How far into the text the rest of a quotation goes, away from what is sure, and what that costs; edges are those of words.

    Where more than half of it would be other letters, those that are the same are so by chance: then it goes on for as many words,
    and not past a stop.
    """
    if text.startswith(said):
        return 0, len(said)
    if not any(sign.isalnum() for sign in said):
        kept = common(said, text)
        return len(said) - kept, kept
    one = next((edge for edge in edges if abs(edge - len(said)) < 2 and cost(said, text[:edge]) == 1), None)
    if one:
        return 1, one
    spent = costs(said, text[: len(said) * 3 // 2 + 8])
    least = min(spent)
    ends = [end for end, count in enumerate(spent) if count == least]
    end = max(ends, key=lambda end: (end in edges, end > 0 and text[end - 1] == said[-1], end))
    if least * 2 <= max(len(said), end):
        return least, end
    end = text.find(said.strip(), 0, len(said) + _MOST_PUT_IN)
    if end >= 0 and end + len(said.strip()) in edges:
        return min(end, len(said)), end + len(said.strip())
    end = _as_many(words(said), said, text, edges)
    return (spent[end] if end < len(spent) else cost(said, text[:end])), end


def _as_many(rest: Words, said: str, text: str, edges: Sequence[int]) -> int:
    """Where as many words end as the rest of a quotation has, or the last of them stands; not past a stop."""
    end = 0
    for count, edge in enumerate(edges[: len(rest.texts) + _MOST_WORDS_PUT_IN]):
        last = text[:edge].endswith(rest.texts[-1])
        if _STOP.search(text, end, edge) or (count >= len(rest.texts) and not last):
            break
        end = edge
        if last:
            break
    stops = said[rest.ends[-1] :]
    return end + len(stops) if text.startswith(stops, end) else end


def anywhere(said: str, text: str) -> Near:
    """The same, by characters alone, which takes some times as long."""
    spent = costs(said, text, anywhere=True)
    end = min(range(len(spent)), key=spent.__getitem__)
    back = costs(said[::-1], text[max(0, end - len(said) - spent[end]) : end][::-1])
    size = min(range(len(back)), key=back.__getitem__)
    return Near(end - size, end, max(spent[end], 1))
