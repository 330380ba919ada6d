"""From the name of a host to a connection: all its addresses are public, and one of these very addresses is connected to."""

import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING

from .addresses import Address, not_public
from .targets import RefusedError, Target

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection

SILENCE = 10.0
_MOST = 4

Resolve = Callable[[str, int], Sequence[str]]
Connect = Callable[[Target, Address, float], "HTTPConnection"]


class FailedError(Exception):
    """An address could not be fetched; the text says why."""


def resolved(host: str, port: int) -> list[str]:
    """The addresses that a host's name stands for. Raises OSError, or UnicodeError for what can be no name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address) for *_, (address, *_) in found]


def connected(
    target: Target, address: Address, seconds: float, *, port: int | None = None, context: ssl.SSLContext | None = None
) -> "HTTPConnection":
    """A connection to this very address, with the target's name for the certificate. Raises OSError or urllib3's errors.

    Another port or context is for tests.
    """
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415  # an extra

    where = port or target.port
    connection = (
        HTTPConnection(str(address), where, timeout=seconds)
        if target.scheme == "http"
        else HTTPSConnection(
            str(address), where, timeout=seconds, server_hostname=target.host,
            ssl_context=context or ssl.create_default_context(),
        )
    )  # fmt: skip
    try:
        connection.connect()
    except BaseException:
        connection.close()
        raise
    return connection


def addresses(target: Target, resolve: Resolve) -> list[Address]:
    """What the host's name stands for. Raises RefusedError where any of it is not public, FailedError where it is unknown."""
    found = [target.literal] if target.literal else _looked_up(target, resolve)
    for address in found:
        why = not_public(address)
        if why:
            is_it = "this is" if target.literal else f"{target.host} stands for"
            raise RefusedError(f"{is_it} {address}, which is not public ({why})")
    return found[:_MOST]


def _looked_up(target: Target, resolve: Resolve) -> list[Address]:
    try:
        return [ip_address(each) for each in dict.fromkeys(resolve(target.host, target.port))]
    except (OSError, UnicodeError):
        raise FailedError(f"the host {target.host} is not known; is it spelled right?") from None


def reached(target: Target, found: Sequence[Address], connect: Connect) -> "HTTPConnection":
    """A connection to the first of these addresses that answers. Raises FailedError where none does."""
    from urllib3.exceptions import ConnectTimeoutError, NewConnectionError  # noqa: PLC0415  # an extra

    for address in found:
        # Hosts have addresses that this machine has no way to, such as all of IPv6.
        with suppress(NewConnectionError, ConnectTimeoutError):
            return connect(target, address, SILENCE)
    raise FailedError(f"{target.host} does not answer on port {target.port}")
