"""How many characters must change to make one text of another: Myers' bit-parallel way.

A row of the table of distances is two integers of as many bits as the pattern has characters, whatever their number.
Myers, "A fast bit-vector algorithm for approximate string matching", JACM 46 (1999); Hyyrö's form (2003).
"""


def costs(pattern: str, text: str, *, anywhere: bool = False) -> list[int]:
    """What it costs to make the pattern of each beginning of a text: at 0 of nothing, at the last of all of it.

    With `anywhere`, of the nearest words that end there, wherever they begin. Insertions, deletions and substitutions cost 1.
    """
    size = len(pattern)
    if not size:
        return [0] * (len(text) + 1) if anywhere else list(range(len(text) + 1))
    bits = dict[str, int]()
    for at, sign in enumerate(pattern):
        bits[sign] = bits.get(sign, 0) | 1 << at
    whole, top, first = (1 << size) - 1, 1 << (size - 1), not anywhere
    more, less, cost, found = whole, 0, size, [size]
    for sign in text:
        same = bits.get(sign, 0)
        across = (((same & more) + more) ^ more) | same
        up, down = less | (whole ^ (whole & (across | more))), more & across
        cost += (up & top > 0) - (down & top > 0)
        found.append(cost)
        up, down = up << 1 | first, down << 1
        same |= less
        more, less = (down | (whole ^ (whole & (same | up)))) & whole, up & same & whole
    return found


def common(one: str, two: str) -> int:
    """How many characters are the same at the beginning."""
    at = 0
    for here, there in zip(one, two, strict=False):
        if here != there:
            break
        at += 1
    return at
