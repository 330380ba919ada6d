"""The files in and below a folder, in one order."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from .inputs import failure


def below(folder: str) -> Iterator[str]:
    """The files in and below a folder, in the order of their names; hidden ones are passed over, links to folders not followed.

    Raises ReadingError where a folder cannot be read.
    """
    for place, folders, names in os.walk(folder, onerror=_unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(".") and path.is_file():
                yield str(path)


def is_folder(path: str) -> bool:
    """Whether this is a folder; what cannot be looked at is told where it is opened."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _unreadable(error: OSError) -> NoReturn:
    raise failure(str(error.filename), "unreadable", error.strerror or str(error)) from error
