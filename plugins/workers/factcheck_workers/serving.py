"""What a process of a crew does, until nobody asks for more."""

import pickle
import signal
import sys
from contextlib import redirect_stdout, suppress
from multiprocessing.connection import Connection
from typing import Any

from factcheck import portable


def serve(connection: Connection, pickled: bytes) -> None:
    """Do the work on each chunk that comes in, and send back its result, or what was raised."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it was not spared it from the beginning
    work: Any = None
    # Of the errors suppressed: who asked for the work is gone, or wants no more of it.
    with redirect_stdout(sys.stderr), suppress(EOFError, OSError):
        while True:
            chunk = connection.recv()
            try:
                work = work or pickle.loads(pickled)  # noqa: S301  # it comes from the process that began this one
                answer = work(chunk)
            except Exception as error:  # noqa: BLE001  # it is raised again by who asked for the work
                answer = portable(error)
            connection.send(answer)
