"""Which addresses of the web may be fetched, told before anything is asked of the network."""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli.addresses import not_public
from factcheck.cli.targets import RefusedError, Target, shown


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104  # nothing is bound to it
        "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254",
        "168.63.129.16", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1",
        "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255",
        "240.0.0.1", "255.255.255.255",
        "::", "::1", "::7f00:1", "::ffff:93.184.215.14", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1",
        "2001:db8::1", "2002:7f00:1::", "3fff::1", "4000::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1",
        "fec0::1", "ff02::1", "2606:2800::1%eth0",
    ],
)  # fmt: skip
def test_what_is_not_public(address):
    assert not_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "9.255.255.255", "11.0.0.0", "93.184.215.14", "100.63.255.255", "100.128.0.0", "172.15.255.255",
     "172.32.0.0", "192.0.1.0", "192.167.255.255", "198.17.255.255", "198.20.0.0", "223.255.255.255",
     "2001:200::1", "2001:4860:4860::8888", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2a00:1450::1"],
)  # fmt: skip
def test_what_is_public(address):
    assert not_public(ip_address(address)) is None


@given(st.one_of(st.ip_addresses(), st.ip_addresses(v=6), st.ip_addresses(network="2000::/3")))
def test_whatever_is_called_public_is_global_for_python_too(address):
    if not_public(address) is None:
        assert address.is_global
        assert not address.is_multicast
        assert not address.is_reserved


@given(st.ip_addresses(v=4))
def test_no_ipv4_address_comes_in_disguise(inner):
    number = int(inner)
    for disguise in (0xFFFF << 32 | number, number, (0x64FF9B << 96) | number, (0x2002 << 112) | (number << 80)):
        assert not_public(IPv6Address(disguise))


REFUSED = {
    "ftp://desk.example/": "only http and https are fetched",
    "file:///etc/passwd": "only http and https",
    "file://desk.example/etc/passwd": "only http and https",
    "gopher://desk.example/": "only http and https",
    "data://text/html,x": "only http and https",
    "desk.example/a": "only http and https",
    "//desk.example/a": "only http and https",
    "": "only http and https",
    "http://me@desk.example/": "a user name or a password",
    "http://me:secret@desk.example/": "a user name or a password",
    "http://:@desk.example/": "a user name or a password",
    "http://desk.example:0/": "not 0;",
    "http://desk.example:22/": "not 22;",
    "http://desk.example:8080/": "not 8080;",
    "http://desk.example:-1/": "no web address",
    "http://desk.example:80x/": "no web address",
    "http://": "no name of a host",
    "http:///etc": "no name of a host",
    "http:desk.example": "no name of a host",
    "http://.desk.example/": "no name of a host",
    "http://desk..example/": "no name of a host",
    "http://127.0.0.1../": "no name of a host",
    "http://desk!.example/": "no name of a host",
    f"http://{'a' * 64}.example/": "no name of a host",
    f"http://{'a.' * 130}example/": "no name of a host",
    "http://2130706433/": "no usual spelling",
    "http://0x7f000001/": "no usual spelling",
    "http://0x7F.1/": "no usual spelling",
    "http://0x/": "no usual spelling",
    "http://0177.0.0.1/": "no usual spelling",
    "http://127.1/": "no usual spelling",
    "http://127.1./": "no usual spelling",
    "http://1.1.1.1.1/": "no usual spelling",
    "http://256.1.1.1/": "no usual spelling",
    "http://desk.example.0x7f/": "no usual spelling",
    "http://[::1/": "no web address",
    "http://[::g]/": "no web address",
    "http://\uff11\uff12\uff17.0.0.1/": "its host cannot be read",
    "http://\u2460.example/": "its host cannot be read",
    "http://a\u3002b/": "its host cannot be read",
    "http://desk.example/a b": "a space or a control character",
    "http://desk.example/a\r\nHost: evil.example": "a space or a control character",
    "http://desk.example/\x00": "a space or a control character",
    "http://desk.example/\udcff": "a space or a control character",
    "http://desk.example/\xa0": "a space or a control character",
    "http://desk.example/" + "a" * 8000: "more than 8,000 characters",
}


@pytest.mark.parametrize(("url", "why"), REFUSED.items(), ids=range(len(REFUSED)))
def test_what_is_refused(url, why):
    with pytest.raises(RefusedError, match=re.escape(why)):
        Target.of(url)


TAKEN = {
    "HTTPS://Desk.EXAMPLE": ("https", "desk.example", 443, "/"),
    "http://desk.example.:80/a/../b?c=d e".replace(" ", "+"): ("http", "desk.example", 80, "/b?c=d+e"),
    "https://desk.example:443?x": ("https", "desk.example", 443, "/?x"),
    "http://desk.example:443/": ("http", "desk.example", 443, "/"),
    "http://desk.example\\@evil.example/": ("http", "desk.example", 80, "/%5C@evil.example/"),
    "http://desk.example#@evil.example/": ("http", "desk.example", 80, "/"),
    "http://xn--bcher-kva.example/\u00e9": ("http", "xn--bcher-kva.example", 80, "/%C3%A9"),
    "http://b\u00fccher.example/": ("http", "xn--bcher-kva.example", 80, "/"),
    "http://under_score.example/": ("http", "under_score.example", 80, "/"),
    "http://93.184.215.14./": ("http", "93.184.215.14", 80, "/"),
    "http://[2A00:1450:0::1]/": ("http", "2a00:1450::1", 80, "/"),
}


@pytest.mark.parametrize(("url", "parts"), TAKEN.items(), ids=range(len(TAKEN)))
def test_what_is_taken_and_how_it_is_read(url, parts):
    target = Target.of(url)
    assert (target.scheme, target.host, target.port, target.path) == parts
    assert (target.literal is not None) == (parts[1][0] in "92")


HOSTS = st.one_of(
    st.text("aA1.0x-[]:@%\\/#?\u3002\u00fc _", max_size=20),
    st.integers(0, 2**32).map(str),
    st.ip_addresses().map(str),
    st.text(max_size=10),
)


@given(st.one_of(st.text(), st.builds("http{}://{}{}".format, st.sampled_from(["", "s"]), HOSTS, st.text(max_size=10))))
def test_whatever_is_written_is_refused_or_read_as_others_read_it(url):
    try:
        target = Target.of(url)
    except RefusedError:
        return
    other = urlsplit(target.url)
    assert (other.scheme, other.username, other.fragment) == (target.scheme, None, "")
    assert (other.hostname or "").removesuffix(".") == target.host or target.literal == ip_address(other.hostname)
    assert (target.url + target.path + target.named).isascii()
    assert not re.search(r"\s", target.url + target.path + target.named)
    assert target.literal or not isinstance(parsed(target.host), IPv4Address | IPv6Address)


def parsed(host):
    try:
        return ip_address(host)
    except ValueError:
        return host


@given(st.text())
def test_what_is_shown_is_printable_and_short(url):
    assert shown(url).isprintable()
    assert len(shown(url)) <= 200


def test_no_password_is_shown():
    assert shown("http://me:secret@desk.example/a@b") == "http://desk.example/a@b"
    assert shown("http://me:se@cret@desk.example/a@b") == "http://desk.example/a@b"
    assert shown("http://desk.example/\x1b[31m\u202e") == "http://desk.example/\ufffd[31m\ufffd"
