"""Fetching one page that a person asked for by its address, and nothing else.

The host's name is looked up once, every address that it stands for has to be public, and the connection
goes to one of these addresses, never to the name: what was checked is what is connected to. The name
goes into the `Host` header and is what the certificate has to hold for. No proxies, cookies, or passwords.
"""

import gzip
import http.client
import io
import socket
import ssl
import zlib
from concurrent.futures import Future
from contextlib import closing, suppress
from http import HTTPStatus
from threading import Event, Thread
from typing import TYPE_CHECKING

from factcheck._version import __version__
from factcheck.errors import ReadingError
from factcheck.formats import Input
from factcheck.rules import FETCHING

from .reaching import SILENCE, Connect, FailedError, Resolve, addresses, connected, reached, resolved
from .targets import RefusedError, Target, shown

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

LIMIT = 64_000_000
SECONDS = 60.0
REDIRECTS = 5
_CHUNK = 65536
_HEADERS = {
    "Accept": "*/*",
    "Accept-Encoding": "gzip",
    "Connection": "close",
    "User-Agent": f"factcheck-export/{__version__}",
}
_REDIRECTING = {301, 302, 303, 307, 308}


def fetched(
    url: str,
    *,
    limit: int = LIMIT,
    seconds: float = SECONDS,
    resolve: Resolve = resolved,
    connect: Connect = connected,
) -> Input:
    """The page at an address, of at most `limit` bytes once unpacked, within `seconds` in all.

    Raises ReadingError with one finding, `fetch-refused` or `fetch-failed`.
    """
    try:
        _needed()
        target, body = _Errand(limit, resolve, connect).within(seconds, url)
    except RefusedError as error:
        raise _unread(url, "fetch-refused", str(error)) from None
    except FailedError as error:
        raise _unread(url, "fetch-failed", str(error)) from None
    return Input(shown(url), body, target.url)


def _unread(url: str, rule: str, why: str) -> ReadingError:
    return ReadingError([FETCHING[rule].finding(why).at(shown(url))])


def _needed() -> None:
    try:
        import urllib3  # noqa: F401, PLC0415  # only asked whether it is there
    except ImportError:
        raise FailedError("fetching needs urllib3: pip install 'factcheck-export[fetch]'") from None


class _Errand:
    """One fetch, in a thread of its own: looking up a name and reading an answer line by line know no time limit."""

    def __init__(self, limit: int, resolve: Resolve, connect: Connect) -> None:
        self._limit, self._resolve, self._connect = limit, resolve, connect
        self._over = Event()
        self._line: object = None

    def within(self, seconds: float, url: str) -> tuple[Target, io.BytesIO]:
        outcome: Future[tuple[Target, io.BytesIO]] = Future()
        thread = Thread(target=self._settle, args=(url, outcome), name="fetching", daemon=True)
        thread.start()
        try:
            return outcome.result(seconds)
        except TimeoutError:
            raise FailedError(f"it was not here within {seconds:g} seconds") from None
        finally:
            self._hang_up()
            thread.join(1)

    def _hang_up(self) -> None:
        self._over.set()
        if isinstance(self._line, socket.socket):
            with suppress(OSError):  # it is closed already
                # Not the method of a TLS socket, which would take itself apart under the reader.
                socket.socket.shutdown(self._line, socket.SHUT_RDWR)

    def _settle(self, url: str, outcome: "Future[tuple[Target, io.BytesIO]]") -> None:
        try:
            outcome.set_result(self._run(url))
        except BaseException as error:  # noqa: BLE001  # it is raised where the outcome is waited for
            outcome.set_exception(error)

    def _run(self, url: str) -> tuple[Target, io.BytesIO]:
        target = Target.of(url)
        for hop in range(REDIRECTS + 1):
            try:
                answer = self._asked(target)
            except (RefusedError, FailedError) as error:
                raise type(error)(f"it leads on to {shown(target.url)}: {error}" if hop else str(error)) from None
            if isinstance(answer, io.BytesIO):
                return target, answer
            try:
                target = target.led_on(answer)
            except RefusedError as error:
                raise RefusedError(f"it leads on to {shown(answer)}: {error}") from None
        raise FailedError(f"it leads on more than {REDIRECTS} times; give the address that it ends at")

    def _asked(self, target: Target) -> io.BytesIO | str:
        """The body of the answer, or the place that it leads on to."""
        from urllib3.exceptions import HTTPError  # noqa: PLC0415  # an extra

        try:
            found = addresses(target, self._resolve)
            with closing(reached(target, found, self._connect)) as connection:
                # Kept here, since a connection lets go of it when it knows that this answer is the last.
                self._line = connection.sock
                if self._over.is_set():
                    raise FailedError("it took too long")
                headers = {"Host": target.named, **_HEADERS}
                connection.request("GET", target.path, headers=headers, preload_content=False, decode_content=False)
                with closing(connection.getresponse()) as response:
                    return _answer(response, self._limit)
        except (HTTPError, http.client.HTTPException, EOFError, OSError, ValueError, zlib.error) as error:
            raise FailedError(_told(error)) from None


def _answer(response: "BaseHTTPResponse", limit: int) -> io.BytesIO | str:
    location = response.headers.get("Location")
    if response.status in _REDIRECTING and location:
        return location
    if response.status != HTTPStatus.OK:
        raise FailedError(f"the server answers {_status(response.status)}; does it open in a browser?")
    if (response.length_remaining or 0) > limit:
        raise _too_large(limit)
    body = _copied(_unpacked(response), limit)
    if not body.getbuffer().nbytes:
        raise FailedError("the answer is empty")
    return body


def _unpacked(response: "BaseHTTPResponse") -> "gzip.GzipFile | BaseHTTPResponse":
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if coding in {"gzip", "x-gzip"}:
        # Not urllib3's unpacking: this one says where what is packed breaks off, and never makes more than is read.
        return gzip.GzipFile(fileobj=response)
    if coding in {"", "identity"}:
        return response
    raise FailedError("the server packs its answer in a way that was not asked for")


def _copied(source: "gzip.GzipFile | BaseHTTPResponse", limit: int) -> io.BytesIO:
    body = io.BytesIO()
    while chunk := source.read(min(_CHUNK, limit + 1 - body.tell())):
        body.write(chunk)
        if body.tell() > limit:
            raise _too_large(limit)
    body.seek(0)
    return body


def _too_large(limit: int) -> FailedError:
    return FailedError(f"it has more than {limit / 1_000_000:g} MB, which is the limit")


def _status(code: int) -> str:
    # The server's own words for it are anybody's words.
    with suppress(ValueError):
        return f"{code} {HTTPStatus(code).phrase}"
    return str(code)


def _told(error: Exception) -> str:
    from urllib3.exceptions import ReadTimeoutError  # noqa: PLC0415  # an extra

    if isinstance(error, ssl.SSLCertVerificationError):
        return f"the certificate of the host does not hold: {error.verify_message}"
    words: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
        (ssl.SSLError, "no secure connection could be made"),
        ((TimeoutError, ReadTimeoutError), f"the server fell silent for {SILENCE:g} seconds"),
        ((EOFError, gzip.BadGzipFile, zlib.error), "what the server packed is damaged, or breaks off"),
        (OSError, "the connection was cut"),
    )
    return next((told for kind, told in words if isinstance(error, kind)), "the answer is not HTTP, or breaks off")
