"""How much work an importer has with an input, as a number that no clock and no other program can change."""

import sys

from factcheck import Input


def effort(importer, body):
    """The lines that Python runs, loops within a line among them, and the calls of C, that reading an input takes."""
    source, options, count = Input.of(body), importer.options(), 0

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
        for _ in importer.read(source, options):
            pass
    finally:
        sys.settrace(before[1])
        sys.setprofile(before[0])
    return count


def growth(importer, made, size):
    """How many times as much work the input of twice a size is: two where it grows in proportion, four with the square."""
    _, once, twice = (effort(importer, made(count).encode()) for count in (1, size, 2 * size))
    return twice / once
