"""The text of a source as a body: paragraphs with ids, and all that stands between them.

What a body holds, tags left out, is the source's text to the character, so that a place in the one is a
place in the other. https://tei-c.org/release/doc/tei-p5-doc/en/html/ST.html#STGAxs
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from .ids import body_id, paragraph_id
from .markup import Markup, element, text

_SPACE = " \t\r\n"  # what XML counts as such may stand between elements (section 2.3)
_RUN = re.compile(f"[{_SPACE}]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_WRITTEN_LINE_END = re.compile(r"&#13;\n|&#13;|\n")
_BLANK = 2  # line ends


class Layout(NamedTuple):
    """The text of a source, and where its paragraphs begin and end in it; in code points."""

    source: str
    text: str
    paragraphs: Sequence[tuple[int, int]]

    def pointer(self, start: int, end: int) -> str:
        """The string-range() of a place: in its paragraph, or in the body where it is not within one."""
        number = bisect_right(self.paragraphs, start, key=lambda paragraph: paragraph[0])
        if number and end <= self.paragraphs[number - 1][1]:
            block, offset = paragraph_id(self.source, number), start - self.paragraphs[number - 1][0]
        else:
            block, offset = body_id(self.source), start
        return f"#string-range({block},{offset},{end - start})"


def laid_out(source: str, words: str) -> Layout:
    """A text in paragraphs: they end where a line is blank, and begin and end with more than white space."""
    begin, end = len(words) - len(words.lstrip(_SPACE)), len(words.rstrip(_SPACE))
    paragraphs = list[tuple[int, int]]()
    for run in _RUN.finditer(words, begin, end):
        if len(_LINE_END.findall(run.group())) >= _BLANK:
            paragraphs.append((begin, run.start()))
            begin = run.end()
    return Layout(source, words, (*paragraphs, (begin, end)) if begin < end else ())


def body(layout: Layout) -> Markup:
    """The body that holds a text."""
    content = "".join(_content(layout))
    return Markup(f'<body xml:id="{body_id(layout.source)}" xml:space="preserve">{content}</body>')


def _content(layout: Layout) -> Iterator[Markup]:
    done = 0
    for number, (begin, end) in enumerate(layout.paragraphs, 1):
        yield text(layout.text[done:begin])
        yield element(f'p xml:id="{paragraph_id(layout.source, number)}"', _lines(layout.text[begin:end]))
        done = end
    yield text(layout.text[done:])
    if not layout.paragraphs:  # a body has one at least
        yield Markup(f'<p xml:id="{paragraph_id(layout.source, 1)}"/>')


def _lines(words: str) -> Markup:
    """Words with an `lb` where a line begins, after the line end."""
    return Markup(_WRITTEN_LINE_END.sub(r"\g<0><lb/>", text(words)))


def digest(words: str) -> str:
    """The SHA-256 of a text in UTF-8."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
