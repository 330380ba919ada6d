"""Engines on one machine: in this process, or in several."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck import hookimpl

if TYPE_CHECKING:
    from factcheck import Engine


@hookimpl
def factcheck_engines() -> "Iterable[Engine]":
    """The engines `inline` and `processes`."""
    from .inline import Inline  # noqa: PLC0415  # a host that only lists its plugins needs no engine
    from .processes import Processes  # noqa: PLC0415  # as above

    return [Inline(), Processes()]
