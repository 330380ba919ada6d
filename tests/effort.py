"""How much work something is, as a number that no clock and no other program can change."""

import sys

from factcheck import Input


def work(run):
    """The lines that Python runs, loops within a line among them, and the calls of C, that this takes."""
    count = 0

    def profiled(_frame, event, _argument):
        nonlocal count
        count += event == "c_call"

    def traced(_frame, _event, _argument):
        nonlocal count
        count += 1
        return traced

    before = sys.getprofile(), sys.gettrace()
    sys.setprofile(profiled)
    sys.settrace(traced)
    try:
        run()
    finally:
        sys.settrace(before[1])
        sys.setprofile(before[0])
    return count


def growth(importer, made, size):
    """How many times as much work the input of twice a size is: two where it grows in proportion, four with the square.

    `made` gives the input of a size as text; a small one is read first, since the first reading imports what it needs.
    """

    def read(count):
        source, options = Input.of(made(count).encode()), importer.options()
        return work(lambda: list(importer.read(source, options)))

    _, once, twice = map(read, (1, size, 2 * size))
    return twice / once
