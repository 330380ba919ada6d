"""The text of a saved page, by trafilatura: a process of its own, which may break, hang or grow without harm."""

import subprocess
import sys
from importlib.util import find_spec

from factcheck.page_encodings import declared_encoding

from .inputs import MARKS

_SECONDS = 30
_WORKER = "factcheck.reading.extracting"

OUTCOMES = {"no text": 3, "too deep": 4}
"""What the process says by its exit code."""

_TOLD = {
    OUTCOMES["no text"]: "no text of an article is found in this page: save its text by hand",
    OUTCOMES["too deep"]: "its elements stand in each other more than 256 deep, and what is further in would be lost: "
    "save its text by hand",
}


class PageProblem(Exception):  # noqa: N818  # it becomes a finding and never leaves this package
    """There is no text to be had of a page; `rule` is that of the finding."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule


def text_of_page(page: bytes) -> str:
    """The text of the article in a page, with its title, tables and captions, without what readers wrote below.

    What another version of trafilatura finds may differ. Nothing is fetched. Raises PageProblem.
    """
    if find_spec("trafilatura") is None:
        raise PageProblem(
            "text-missing-extra", "the text of a page is found by trafilatura: pip install 'factcheck-export[extract]'"
        )
    text = _decoded(page)
    # `-P`: no module is taken from the folder that one happens to stand in.
    command = [sys.executable, "-P", "-m", _WORKER]
    try:
        done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603  # our own
    except subprocess.TimeoutExpired:
        message = f"its text is not found within {_SECONDS} seconds: save its text by hand"
        raise PageProblem("text-no-article", message) from None
    except OSError as error:
        message = f"what looks for its text cannot be started ({error.strerror}): save its text by hand"
        raise PageProblem("text-no-article", message) from None
    if done.returncode:
        message = _TOLD.get(done.returncode, "what looks for its text broke at it: save its text by hand")
        raise PageProblem("text-no-article", message)
    return done.stdout.decode()


def _decoded(page: bytes) -> str:
    """The page as text: by its byte order mark, as UTF-8 where it is, else in the encoding that it declares."""
    mark, marked = next(((mark, each) for mark, each in MARKS if page.startswith(mark)), (b"", "utf-8"))
    for encoding in (marked, declared_encoding(page)):
        try:
            text = page[len(mark) :].decode(encoding)
        except UnicodeError:
            continue
        if "\0" in text:
            raise PageProblem("text-no-article", "there is a NUL in it, so this is no page")
        return text
    raise PageProblem("text-encoding", "this page is not UTF-8, nor what it declares to be: save it as UTF-8")
