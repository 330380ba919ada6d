"""The way to a cluster: one that is there, or one of this machine alone that ends when the work does."""

import logging
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, TypeVar

from factcheck import EngineError, spared_interrupts

_LOGGERS = ("asyncio", "bokeh", "distributed", "distributed.client", "distributed.gc", "tornado", "tornado.application")
_LOGGING = {"logging", "logging-file-config"}
"""Keys of Dask's configuration by which somebody says what he wants to hear."""
_ADDRESS = re.compile(r"(?:tcp|tls|ucx|wss?)://.")
_LARGEST = "1GB"
"""Of one chunk, of which Dask would warn with 10 MB; a record may have more."""

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Cluster:
    """A client of a cluster, and whether its workers read the files of this machine.

    `address` is the scheduler's, or says that it is none that anybody knows.
    """

    client: Any
    address: str
    local: bool


@contextmanager
def connected(scheduler: str, jobs: int, *, direct: bool) -> Iterator[Cluster]:
    """The cluster of this scheduler, or one of so many processes; nothing of ours is left there, or here, afterwards.

    Raises EngineError where there is none, or Dask is not installed.
    """
    distributed, dask = imported()
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": _LARGEST}):
        if scheduler:
            with closing(_client(distributed, scheduler, direct=direct)) as client:
                yield Cluster(client, scheduler, local=False)
        else:
            with _local(distributed, jobs or import_module("dask.system").CPU_COUNT) as cluster:
                yield cluster


def imported() -> tuple[Any, Any]:
    """The packages `distributed` and `dask`; who did not import them before hears nothing of what they log.

    Raises EngineError where they are not installed.
    """
    if find_spec("distributed") is None:
        raise EngineError("the engine `dask` works by Dask: pip install 'factcheck-export[dask]'")
    dask = import_module("dask")
    if "distributed" not in sys.modules and not _LOGGING & {*dask.config.config, *dask.config.get("distributed", {})}:
        dask.config.set({"logging": dict.fromkeys(_LOGGERS, "critical")})  # what it logs, errors tell in one line
    return import_module("distributed"), dask


@contextmanager
def _local(distributed: Any, jobs: int) -> Iterator[Cluster]:
    """A cluster of processes of one thread; nobody hears of it but on this machine."""
    with TemporaryDirectory(prefix="factcheck-dask-", ignore_cleanup_errors=True) as folder, ExitStack() as stack:
        with spared_interrupts():  # its threads begin here, and all that they will start is like them
            cluster = distributed.LocalCluster(
                n_workers=0,
                threads_per_worker=1,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
                scheduler_kwargs={"dashboard": False},
                memory_limit=0,
                local_directory=folder,
                silence_logs=logging.CRITICAL,
            )
            stack.enter_context(closing(cluster))
            # Of the address, not of the cluster: whoever interrupts a client of that breaks how it ends.
            client = stack.enter_context(closing(_client(distributed, cluster.scheduler_address, direct=True)))
        cluster.scale(jobs)
        yield Cluster(client, "the cluster of this machine", local=True)


def _client(distributed: Any, address: str, *, direct: bool) -> Any:
    if not _ADDRESS.match(address):
        raise EngineError(f"{address}: this is no address of a scheduler, which is like tcp://host:8786")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of versions, which are compared later
            return _made(lambda: distributed.Client(address, direct_to_workers=direct, set_as_default=False))
    except (OSError, ValueError, ImportError, TypeError, RuntimeError) as error:
        told = f"{address}: no scheduler of Dask answers there: {error}"
        raise EngineError(f"{told}; see that `dask scheduler` runs, and that this is its address") from error


def _made(make: Callable[[], Thing]) -> Thing:
    """What is made in a thread of its own: a client that is interrupted while it connects would wait a minute for its end."""
    made = Future[Thing]()

    def run() -> None:
        try:
            made.set_result(make())
        except BaseException as error:  # noqa: BLE001  # it is raised where it is waited for
            made.set_exception(error)

    Thread(target=run, daemon=True).start()
    return made.result()
