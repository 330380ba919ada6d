"""Whether all of a cluster have the same Python, the same Dask and the same of ours."""

from collections.abc import Iterator, Mapping
from typing import Any

OURS = "factcheck-export"
_COMPARED = ("python", "dask", "distributed", OURS)


def differing(versions: Mapping[str, Any]) -> str:
    """What is to be put right, by what `Client.get_versions` tells; empty where all of them are alike."""
    here = _of(versions["client"])
    for place, there in _places(versions):
        for name in _COMPARED:
            if there.get(name) != here.get(name):
                has = f"has {name} {there[name]}" if there.get(name) else f"has no {name}"
                return f"{place} {has}, and here it is {here.get(name)}: install the same there"
    return ""


def _places(versions: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, str]]]:
    yield "the scheduler", _of(versions["scheduler"])
    for address, told in versions["workers"].items():
        yield f"the worker {address}", _of(told)


def _of(told: Mapping[str, Any]) -> Mapping[str, str]:
    """The versions of the packages; of Python only the part by which its words and texts differ."""
    packages = dict(told["packages"])
    return {**packages, "python": ".".join(packages["python"].split(".")[:2])}
