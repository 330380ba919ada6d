"""A stand-in for the Internet: servers on this machine, which names with public addresses lead to."""

import socket
import socketserver
import ssl
import threading
from contextlib import suppress
from ipaddress import ip_address

import pytest
import trustme

from factcheck import ReadingError
from factcheck.cli.fetching import fetched
from factcheck.cli.reaching import connected

LOCAL = ip_address("127.0.0.1")
PUBLIC, OTHER = "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"


class Server(socketserver.ThreadingTCPServer):
    """Answers a request with what `web.pages` has for its path: bytes, or a function that writes to the socket."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, web, context=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.web, self.context = web, context
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def handle_error(self, request, client_address):
        """Whoever asked hung up, which is what is tested."""


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        web, line = self.server.web, self.request
        if self.server.context:
            line = self.server.context.wrap_socket(line, server_side=True)
        with line, suppress(OSError):
            line.settimeout(5)
            asked = b""
            while b"\r\n\r\n" not in asked:
                more = line.recv(65536)
                if not more:
                    return
                asked += more
            web.requests.append(asked.decode("ascii"))
            answer = web.pages[asked.split()[1].decode()]
            if callable(answer):
                answer(line)
            else:
                line.sendall(answer)


class Web:
    """Names with their addresses, pages with their paths, and what was asked for."""

    def __init__(self):
        self.names = {"desk.example": [PUBLIC]}
        self.pages, self.requests, self.looked_up, self.reached = {}, [], [], []
        self.authority = trustme.CA()
        self.trust = ssl.create_default_context()
        self.authority.configure_trust(self.trust)
        self.silence = 5.0
        self.servers = {}
        self.serve("http")
        self.secure(self.authority.issue_cert("desk.example"))

    def serve(self, scheme, context=None):
        server = Server(self, context)
        previous, self.servers[scheme] = self.servers.get(scheme), server
        if previous:
            stop(previous)

    def secure(self, certificate):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        self.serve("https", context)

    def resolve(self, host, _port):
        self.looked_up.append(host)
        if host not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "not known")
        return self.names[host]

    def connect(self, target, address, _seconds):
        self.reached.append(str(address))
        port = self.servers[target.scheme].server_address[1]
        return connected(target, LOCAL, self.silence, port=port, context=self.trust)

    def fetch(self, url, **limits):
        return fetched(url, **{"resolve": self.resolve, "connect": self.connect, "seconds": 20, **limits})

    def told(self, url, **limits):
        """The rule and the message of the one finding that comes in place of the page."""
        with pytest.raises(ReadingError) as failed:
            self.fetch(url, **limits)
        (finding,) = failed.value.findings
        assert finding.severity == "error"
        assert finding.source
        return finding.rule, finding.message

    def stop(self):
        for server in self.servers.values():
            stop(server)


def stop(server):
    server.shutdown()
    server.server_close()


def answer(body=b"", status="200 OK", **headers):
    """An answer of HTTP with a length."""
    given = {"Content-Length": len(body), **{name.replace("_", "-"): value for name, value in headers.items()}}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in given.items() if value is not None)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def leading(to, status="302 Found"):
    """An answer that leads on."""
    return answer(status=status, Location=to)
