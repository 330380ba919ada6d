"""The engine `dask`: the workers of a Dask cluster, or a cluster of this machine alone."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck import hookimpl

if TYPE_CHECKING:
    from factcheck import Engine


@hookimpl
def factcheck_engines() -> "Iterable[Engine]":
    """The engine `dask`; it is there without the extra, too, and says then what is to be installed."""
    from .engine import Dask  # noqa: PLC0415  # a host that only lists its plugins needs no engine

    return [Dask()]
