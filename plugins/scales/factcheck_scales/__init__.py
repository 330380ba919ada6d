"""The rating scales of well-known publishers, so that labels that others published are read as they are meant."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck import hookimpl

if TYPE_CHECKING:
    from factcheck import PublishedScale


@hookimpl
def factcheck_rating_scales() -> "Iterable[PublishedScale]":
    """The scales of `scales.json`."""
    from .scales import published_scales  # noqa: PLC0415  # a host that only lists its plugins needs no model

    return published_scales()
