"""Run by itself: a page as UTF-8 on standard input, the text of its article on standard output."""

import sys
from contextlib import suppress
from typing import Any

from .pages import OUTCOMES

_MEMORY = 2_000_000_000
_WORK = 120  # seconds of the processor, far beyond what is waited for: it ends, too, where nobody waits any more
# What trafilatura throws away, or takes for no text: captions stand in paragraphs then.
_INSTEAD = {"figure": "div", "figcaption": "p"}


def main() -> int:
    """Read, write, and say by the exit code what came of it."""
    _bounded()
    outcome, text = _text(sys.stdin.buffer.read())
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return outcome


def _bounded() -> None:
    """Take no more than so much work and memory, where the system can hold a process to it."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  # not on Windows

        resource.setrlimit(resource.RLIMIT_CPU, (_WORK, _WORK))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _text(page: bytes) -> tuple[int, str]:
    from lxml import etree, html  # noqa: PLC0415  # after the memory is bounded
    from trafilatura import extract  # noqa: PLC0415  # an extra

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(page, parser=parser)
    except etree.LxmlError:  # there is nothing in it
        return OUTCOMES["no text"], ""
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        return OUTCOMES["too deep"], ""
    title = _title(tree)
    for name, instead in _INSTEAD.items():
        for element in tree.iter(name):
            element.tag = instead
    found = extract(tree, favor_recall=True, include_tables=True, include_comments=False) or ""
    if not found.strip():
        return OUTCOMES["no text"], ""
    has_title = not title or title in " ".join(found.split())
    return 0, f"{found}\n" if has_title else f"{title}\n{found}\n"


def _title(tree: Any) -> str:
    """The heading of a page, or else its title: it may be quoted, and is not always taken for text."""
    titles = (" ".join(element.text_content().split()) for name in ("h1", "title") for element in tree.iter(name))
    return next(filter(None, titles), "")


if __name__ == "__main__":
    sys.exit(main())
