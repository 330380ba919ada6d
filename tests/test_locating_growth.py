"""Looking for a quotation takes work and memory in proportion to the text."""

import random
import re
import sys
import tracemalloc
import unicodedata

import pytest
from effort import work
from locating_samples import text

from factcheck import Quotation
from factcheck.text import Kind, locate, signs
from factcheck.text.folding import fold


def natural(size):
    return text("latin", size, random.Random(1))


QUOTED = natural(400)[100:300]
CHANGED = QUOTED[:50] + "x" + QUOTED[60:120] + "zz" + QUOTED[120:]
HOSTILE = {
    "natural, drift": (natural, CHANGED),
    "natural, absent": (natural, text("latin", 200, random.Random(2))),
    "one letter": (lambda size: "a" * size, "a" * 200),
    "one letter, drift": (lambda size: "a" * size, "a" * 100 + "b" + "a" * 100),
    "one letter, none such": (lambda size: "a" * size, "b" * 200),
    "a period": (lambda size: "abcdefgh " * (size // 9), "abcdefgh " * 20 + "abdefgh"),
    "white space": (lambda size: " \n" * (size // 2), "a b c d"),
    "quotation marks": (lambda size: "“”" * (size // 2), "“a b c”"),
    "marks alone": (lambda size: "e" + "\u0301" * size, "été à la plage"),
    "dashes": (lambda size: "- " * (size // 2), "a - b - c - d"),
    "ellipses": (lambda size: "a… " * (size // 3), "a… b … c d e … f"),
    "brackets": (natural, "[" * 200 + "the government said"),
    "a word, often": (lambda size: "Taliban. " * (size // 9), "TALIBAN"),
    "a word, with a prefix": (lambda size: "Taliban. " * (size // 9), Quotation(exact="TALIBAN", prefix="the")),
    "nearly, often": (lambda size: (QUOTED + ". ") * (size // 202), CHANGED),
    "a long quotation": (natural, natural(30_000)[:5000].replace("e", "é", 200)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_takes_twice_the_work(name):
    made, quotation = HOSTILE[name]
    once, twice = made(20_000), made(40_000)
    locate(once, quotation)
    assert work(lambda: locate(twice, quotation)) <= 2.4 * work(lambda: locate(once, quotation)) + 2000


@pytest.mark.parametrize("name", ["natural, drift", "one letter", "quotation marks", "a word, often"])
def test_memory_is_in_proportion_to_the_text(name):
    made, quotation = HOSTILE[name]
    whole = made(200_000)
    tracemalloc.start()
    locate(whole, quotation)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 300 * len(whole)


@pytest.mark.parametrize("size", [5000, 20_000])
def test_a_long_quotation_is_found(size):
    whole = natural(120_000)
    start = whole.index(". ", 30_000) + 2
    quoted = whole[start : whole.index(".", start + size)]
    assert locate(whole, quoted.replace(". ", ".\n").upper()).kind == Kind.NORMALISED
    located = locate(whole, quoted.replace("government", "cabinet"))
    assert (located.kind, located.start, located.end) == (Kind.DRIFT, start, start + len(quoted))
    assert ("cabinet", "government") in {(each.quoted, each.found) for each in located.differences}
    assert sum(len(each.found) for each in located.differences) < 0.2 * size


def test_more_than_256_symbols():
    chance = random.Random(1)
    whole = "".join(chr(0x4E00 + chance.randrange(8000)) for _ in range(20_000))
    located = locate(whole, whole[5000:5080] + "中文" + whole[5085:5200])
    assert (located.kind, located.start, located.end) == (Kind.DRIFT, 5000, 5200)


def test_what_unicode_makes_equal_is_looked_at_everywhere():
    """Each character that NFKC changes, or that it joins to the one before, is in the classes that are tried."""
    odd = re.compile(
        f"[{signs.MARKS}{signs.FORMS}{signs.UNSEEN}{signs.POINTS}{signs.QUOTATION_MARKS}{signs.APOSTROPHES}{signs.DASHES}\\s]"
    )
    missed = [
        f"U+{point:04X}"
        for point in range(0x80, sys.maxunicode + 1)
        if not 0xD800 <= point < 0xE000
        and unicodedata.normalize("NFKC", chr(point).lower()) != chr(point).lower()
        and not odd.match(chr(point).lower())
    ]
    assert missed == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_folding_is_the_same_in_all_forms(form):
    for point in range(0xA0, 0x3400):
        whole = f"x{chr(point)}y"
        if unicodedata.category(chr(point))[0] in "LN" and point != 0x374:  # as U+2B9 it is an apostrophe
            assert fold(unicodedata.normalize(form, whole)).text == fold(whole).text
