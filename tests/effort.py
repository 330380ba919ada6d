"""How much work an importer has with an input, as a number that no clock and no other program can change."""

import sys

from factcheck import Input


def effort(importer, body):
    """The calls, of Python and of C, that reading an input takes."""
    source, options, count = Input.of(body), importer.options(), 0

    def counted(_frame, _event, _argument):
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        for _ in importer.read(source, options):
            pass
    finally:
        sys.setprofile(before)
    return count


def growth(importer, made, size):
    """How many times as much work the input of twice a size is: two where it grows in proportion, four with the square."""
    importer_reads = [effort(importer, made(count).encode()) for count in (1, size, 2 * size)]
    return importer_reads[2] / importer_reads[1]
