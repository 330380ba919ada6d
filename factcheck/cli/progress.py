"""How far long work has come: a bar on a terminal, and else a line now and then."""

import sys
import time

from .output import Report, number

_WIDTH = 24
_ON_TERMINAL, _IN_LOG = 0.2, 10.0  # seconds between two


class Progress:
    """Says how much is done, how fast, how long the rest takes, and what was found so far."""

    def __init__(self, report: Report, total: int | None) -> None:
        """Take the size of the whole in bytes, None where it is not known."""
        self._report, self._total = report, total
        self._on_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._began = self._told = time.monotonic()
        self._first = self._done = self._skipped = 0

    def skip_to(self, records: int, size: int) -> None:
        """So much was done before."""
        self._first, self._skipped = records, size

    def at(self, records: int, size: int, found: str) -> None:
        """So many records are done now, another `size` bytes of the whole."""
        self._done += size
        now = time.monotonic()
        if now - self._told >= (_ON_TERMINAL if self._on_terminal else _IN_LOG):
            self._told = now
            text = self._text(records, found, now - self._began)
            if self._on_terminal:
                self._report.progress(text)
            else:
                self._report.note(text, err=True)

    def rate(self, records: int) -> str:
        """How long it took, and how fast it was."""
        seconds = time.monotonic() - self._began
        return f"{seconds:,.1f} s, {(records - self._first) / max(seconds, 1e-9):,.0f} a second"

    def _text(self, records: int, found: str, seconds: float) -> str:
        rate = (records - self._first) / max(seconds, 1e-9)
        told = f"{number(records, 'fact-check')}, {rate:,.0f} a second, {found}"
        if not self._total or not self._done:
            return told
        part = min((self._skipped + self._done) / self._total, 1.0)
        left = _duration(seconds * (self._total * (1 - part)) / self._done)
        bar = "#" * round(part * _WIDTH)
        return (
            f"[{bar:.<{_WIDTH}}] {part:4.0%}, {left} left: {told}"
            if self._on_terminal
            else f"{part:.0%}, {left} left: {told}"
        )


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return (
        f"{minutes // 60} h {minutes % 60} min"
        if minutes >= 60
        else f"{minutes} min {rest} s"
        if minutes
        else f"{rest} s"
    )
