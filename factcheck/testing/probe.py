"""Exports one fact-check in a process of its own and tells what the exporter reached for.

    python -m factcheck.testing.probe MODULE QUALNAME < fact-check.json

prints, as JSON, the SHA-256 of the document and the forbidden calls: the clock, chance, the locale,
the disk, the network, other processes. The traps are set before the exporter's module is imported,
and count only during a second export, so that what is loaded once and lazily does no harm.
"""

import datetime as dt
import hashlib
import json
import locale
import os
import random
import sys
import time
import uuid
from collections.abc import Callable
from importlib import import_module
from typing import Any

from factcheck.formats import Exporter
from factcheck.model import FactCheck

_AUDITED = ("open", "os.", "shutil.", "socket.", "subprocess.", "urllib.", "http.", "sqlite3.", "tempfile.", "glob.")
_CALLS: dict[Any, tuple[str, ...]] = {
    time: ("time", "time_ns", "localtime", "gmtime", "strftime", "ctime", "monotonic", "perf_counter"),
    locale: ("getlocale", "setlocale", "localeconv", "getpreferredencoding"),
    os: ("urandom", "getenv"),
    random: ("random", "randint", "choice", "getrandbits", "shuffle"),
    uuid: ("uuid1", "uuid4"),
}


class Traps:
    """Notes each forbidden call while armed; the calls themselves go through."""

    def __init__(self) -> None:
        self.armed = False
        self.calls: list[str] = []

    def note(self, call: str) -> None:
        """Note a call."""
        if self.armed and call not in self.calls:
            self.calls.append(call)

    def set(self) -> None:
        """Set the traps for the rest of this process."""
        for module, names in _CALLS.items():
            for name in names:
                setattr(module, name, self._trapped(f"{module.__name__}.{name}", getattr(module, name)))
        dt.datetime = self._clock(dt.datetime)  # type: ignore[misc]  # a trap stands in for the class
        dt.date = self._today(dt.date)  # type: ignore[misc]  # as above
        sys.addaudithook(self._audit)

    def _trapped(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*arguments: Any, **named: Any) -> Any:
            self.note(name)
            return call(*arguments, **named)

        return noted

    def _clock(self, original: type[dt.datetime]) -> type[dt.datetime]:
        names = ("now", "utcnow", "today")
        return type("datetime", (original,), {name: self._class_method(original, name) for name in names})

    def _today(self, original: type[dt.date]) -> type[dt.date]:
        return type("date", (original,), {"today": self._class_method(original, "today")})

    def _class_method(self, original: type, name: str) -> Any:
        return staticmethod(self._trapped(f"datetime.{original.__name__}.{name}", getattr(original, name)))

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.armed and event.startswith(_AUDITED):
            self.armed = False  # what is noted here may raise events of its own
            self.calls.append(f"{event} {arguments[:1]}")
            self.armed = True


def main(module: str, qualname: str) -> None:
    """Probe the exporter class of this name on the fact-check at standard input."""
    fact_check = FactCheck.model_validate_json(sys.stdin.buffer.read())
    traps = Traps()
    traps.set()
    found: Any = import_module(module)
    for name in qualname.split("."):
        found = getattr(found, name)
    exporter: Exporter = found()
    exporter.export(fact_check, exporter.options())
    traps.armed = True
    document = exporter.export(fact_check, exporter.options())
    traps.armed = False
    print(json.dumps({"sha256": hashlib.sha256(document.body).hexdigest(), "calls": traps.calls}))  # noqa: T201  # its answer


if __name__ == "__main__":
    main(*sys.argv[1:])
