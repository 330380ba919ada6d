"""The server: the page, its script, its style sheet and its events, on this machine and for this machine only.

It is bound to 127.0.0.1. A page from elsewhere could have a name of its own lead here (DNS rebinding), so whoever asks
for another name than ours is refused.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib.resources import files
from socketserver import ThreadingTCPServer
from threading import Thread
from typing import ClassVar

from .board import Board

HOST = "127.0.0.1"
HEARTBEAT = 15.0
"""After so many seconds without news something is written all the same, so that a reader who is gone is noticed."""

_PLAIN = 80  # the port that browsers leave out
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_FILES = {"/reload.js": "text/javascript; charset=utf-8", "/preview.css": "text/css; charset=utf-8"}


class Server(ThreadingTCPServer):
    """Serves what is on the board at this port, or at one that is free. Raises OSError where it is taken."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"  # where it lets two servers have one port

    def __init__(self, board: Board, port: int = 0) -> None:
        super().__init__((HOST, port), Handler)
        self.board = board
        self.port: int = self.server_address[1]
        at = "" if self.port == _PLAIN else f":{self.port}"
        self.names = {f"{name}{at}" for name in (HOST, "localhost")}

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{HOST}:{self.port}/"

    @contextmanager
    def running(self) -> Iterator[str]:
        """Serve meanwhile, in threads of its own; gives the address."""
        thread = Thread(target=self.serve_forever, args=(0.05,), name="preview", daemon=True)
        thread.start()
        try:
            yield self.address
        finally:
            self.board.close()
            self.shutdown()
            thread.join()
            self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who hung up is no error; what else fails is one of this program."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # passed on as it came


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD for the four paths that there are."""

    server: Server
    timeout: ClassVar[float] = 30.0  # for those who connect and ask nothing
    server_version = "factcheck"
    sys_version = ""

    def do_GET(self) -> None:
        """The page, a file or the events."""
        if not self._is_ours():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, f"ask for {self.server.address}\n".encode())
        elif self.path == "/":
            view = self.server.board.view
            self._send(HTTPStatus.OK, view.body, "text/html; charset=utf-8", Content_Security_Policy=view.policy)
        elif self.path in _FILES:
            body = files(__package__).joinpath(self.path[1:]).read_bytes()
            self._send(HTTPStatus.OK, body, _FILES[self.path])
        elif self.path == "/events":
            self._begin(HTTPStatus.OK, "text/event-stream")
            if self.command == "GET":
                self._tell()
        else:
            self._send(HTTPStatus.NOT_FOUND, b"there is nothing here\n")

    do_HEAD = do_GET  # noqa: N815  # the handler's name for it

    def refuse(self) -> None:
        """Nothing is changed by asking."""
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, b"GET and HEAD only\n", Allow="GET, HEAD")

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = refuse  # noqa: N815  # as above

    def _is_ours(self) -> bool:
        hosts = self.headers.get_all("Host", [])
        return len(hosts) == 1 and hosts[0].strip().lower() in self.server.names

    def _tell(self) -> None:
        """Server-sent events: the stamp of what is shown, now and at each change.

        https://html.spec.whatwg.org/multipage/server-sent-events.html
        """
        told = ""
        while view := self.server.board.after(told, HEARTBEAT):
            self.wfile.write(b": nothing new\n\n" if view.stamp == told else f"data: {view.stamp}\n\n".encode())
            told = view.stamp

    def _send(
        self, status: HTTPStatus, body: bytes, media_type: str = "text/plain; charset=utf-8", **headers: str
    ) -> None:
        self._begin(status, media_type, Content_Length=str(len(body)), **headers)
        if self.command != "HEAD":
            self.wfile.write(body)

    def _begin(self, status: HTTPStatus, media_type: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media_type, **_HEADERS, **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the handler's word
        """Who asked for what is nobody's business."""
