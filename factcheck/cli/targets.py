"""Web addresses that may be fetched: what is refused before anything is asked of the network."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from typing import Self
from urllib.parse import urljoin

from .addresses import Address

_LONGEST, _SHOWN = 8000, 200
_DEFAULT = {"http": 80, "https": 443}
_UNWRITTEN = re.compile(r"[\x00-\x20\x7f-\xa0\ud800-\udfff]")
_NAME = re.compile(r"(?=.{1,253}\Z)([a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}", re.ASCII)
# Resolvers take 2130706433, 0177.1 and 0x7f.1 for IPv4 addresses, as the URL standard has it:
# https://url.spec.whatwg.org/#ends-in-a-number-checker
_NUMBER = re.compile(r"(.*\.)?(\d+|0x[0-9a-f]*)", re.ASCII)
_INSTEAD = "save the page with a browser and import the file"


class RefusedError(Exception):
    """An address is not fetched; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Target:
    """A web address that may be asked for: `host` is ASCII, without brackets; `literal` its address where it is one."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    literal: Address | None

    @classmethod
    def of(cls, url: str) -> Self:
        """The address in its parts. Raises RefusedError where it is none that may be fetched."""
        from urllib3.exceptions import LocationParseError  # noqa: PLC0415  # an extra, asked for when something is fetched
        from urllib3.util import parse_url  # noqa: PLC0415  # as above

        if len(url) > _LONGEST:
            raise RefusedError(f"an address of more than {_LONGEST:,} characters is none of a page")
        if _UNWRITTEN.search(url):
            raise RefusedError("there is a space or a control character in it: write it as %20 or leave it out")
        try:
            # One parser for all that follows: two that differ are how a checked host becomes another.
            parsed = parse_url(url)
        except LocationParseError:
            raise RefusedError(_unread(url)) from None
        if parsed.scheme not in _DEFAULT:
            raise RefusedError(f"only http and https are fetched; {_INSTEAD}")
        if parsed.auth is not None:
            raise RefusedError(f"there is a user name or a password in it, and none are sent; {_INSTEAD}")
        port = _DEFAULT[parsed.scheme] if parsed.port is None else parsed.port
        if port not in _DEFAULT.values():
            raise RefusedError(f"only ports 80 and 443 are fetched from, where pages are, not {port}; {_INSTEAD}")
        host, literal = _host(parsed.host or "")
        return cls(parsed._replace(fragment=None).url, parsed.scheme, host, port, parsed.request_uri, literal)

    @property
    def named(self) -> str:
        """The host as the header of this name has it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT[self.scheme] else f"{host}:{self.port}"

    def led_on(self, location: str) -> Self:
        """Where a redirection leads to. Raises RefusedError where nobody may be led."""
        # Headers come as Latin-1, and servers write UTF-8.
        readable = location.strip(" \t").encode("latin-1", "replace").decode("utf-8", "replace")
        try:
            there = self.of(urljoin(self.url, readable))
        except ValueError:
            raise RefusedError("this is no web address") from None
        if self.scheme == "https" and there.scheme == "http":
            raise RefusedError(
                "from https to http, where anybody on the way can change a page; name it if it is trusted"
            )
        return there


def _unread(url: str) -> str:
    if url.isascii():
        return "this is no web address; it looks like https://example.org/page"
    # Letters of all scripts in a host are read by the package `idna`, where it is installed.
    return "its host cannot be read; a browser shows how it is written in ASCII, with xn--"


def _host(written: str) -> tuple[str, Address | None]:
    host = written.removesuffix(".")
    try:
        if host.startswith("["):
            literal = IPv6Address(host[1:-1])
            return str(literal), literal
        if _NUMBER.fullmatch(host):
            return host, IPv4Address(host)
    except ValueError:
        raise RefusedError("this is no usual spelling of an IP address; write 192.0.2.1 or [2001:db8::1]") from None
    if not _NAME.fullmatch(host):
        raise RefusedError("this is no name of a host; it looks like www.example.org")
    return host, None


def shown(url: str) -> str:
    """An address as messages and findings have it: printable, not too long, and without a password."""
    bare = re.sub(r"(?<=//)[^/?#\\]*@", "", url, count=1)
    printable = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in bare)
    return printable if len(printable) <= _SHOWN else f"{printable[: _SHOWN - 1]}…"
