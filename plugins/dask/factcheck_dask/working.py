"""What a worker of a cluster does with a chunk."""

import pickle
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from factcheck import EngineError, Result, Work, portable


class Failed(NamedTuple):
    """What was raised there; it is raised again here, where Dask would log it with all that the chunk holds."""

    error: Exception


def worked(work: bytes, chunk: bytes) -> Result | Failed:
    """The result of a chunk; both were pickled, so that a scheduler passes them on as they are."""
    try:
        done = _unpickled(work)
        unpickled = pickle.loads(chunk)  # noqa: S301  # who may give a cluster work may do there what he likes
    except Exception as error:  # noqa: BLE001  # whatever it is, this worker is not like the one who asks
        address = import_module("distributed").get_worker().address
        return Failed(EngineError(f"the worker {address} cannot do this work: {_told(error)}"))
    try:
        return done(unpickled)
    except Exception as error:  # noqa: BLE001  # as above
        return Failed(portable(error))


@lru_cache(maxsize=2)
def _unpickled(work: bytes) -> Work:
    return pickle.loads(work)  # type: ignore[no-any-return]  # noqa: S301  # as above


def _told(error: Exception) -> str:
    return str(error) if isinstance(error, EngineError) else f"{type(error).__name__}: {error}"
