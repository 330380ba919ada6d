"""From changes of files to what is shown."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from .board import Board
from .pages import View

_QUIET = 300  # milliseconds without a change, after which a file that cannot be read is no longer being saved
_STEP = 50  # milliseconds without a change that end one saving of a file
_LONGEST = 1000  # milliseconds that changes without a pause are taken together


def follow(board: Board, make: Callable[[], View], ticks: Iterable[bool], tell: Callable[[View], None]) -> None:
    """Make the view anew at each tick that tells of a change, show it, and tell of it where it is another than before.

    The first tick counts as a change: there may have been one before anybody looked. A view that failed is shown only
    at a tick without a change: until then somebody is perhaps still writing.
    """
    due = True
    for changed in ticks:
        if not (changed or due):
            continue
        view = make()
        due = view.failed and changed
        if not due and board.show(view):
            tell(view)


def changes(given: Iterable[str], texts: str | None) -> Iterator[bool]:
    """Ticks without end: whether one of the files, or one in the folder of texts, has changed since the tick before.

    Folders are watched, as an editor may put another file in the place of the one that it read; they may go and come
    back. Raises OSError, and KeyboardInterrupt on Ctrl-C.
    """
    files = [
        Path(where(file)) for file in given for where in (os.path.abspath, os.path.realpath)
    ]  # the link itself, and what it leads to
    folder = Path(os.path.realpath(texts)) if texts else None
    names = {path.name for path in files}
    folders = {path.parent for path in files} | ({folder} if folder else set())

    def concerns(_change: object, path: str) -> bool:
        return Path(path).name in names or Path(path).parent == folder

    again = False
    while True:
        present = _present(folders)
        for found in _watched(present, concerns):
            moved = _present(folders) != present
            yield found or moved or again  # once more after a move: nobody looked for a moment
            again = moved
            if moved:
                break


def _present(folders: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """The folders that there are, each with what tells it from another one of its name."""
    found = {}
    for folder in folders:
        with suppress(OSError):
            status = folder.stat()
            found[folder] = (status.st_dev, status.st_ino)
    return found


def _watched(folders: Iterable[Path], concerns: Callable[[object, str], bool]) -> Iterator[bool]:
    from watchfiles import watch  # noqa: PLC0415  # an extra

    with suppress(FileNotFoundError):  # it went just now, which the next look tells
        for found in watch(
            *folders, watch_filter=concerns, debounce=_LONGEST, step=_STEP, rust_timeout=_QUIET, yield_on_timeout=True,
            recursive=False,
        ):  # fmt: skip
            yield bool(found)
    yield True
