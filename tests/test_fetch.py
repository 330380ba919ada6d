"""Fetching a page, asked of real servers on this machine that stand in for the Internet."""

import gzip
import io
import itertools
import socket
import sys
import threading
import time
import tracemalloc
from datetime import UTC, datetime

import pytest
import trustme
from web import LOCAL, OTHER, PUBLIC, Web, answer, leading

from factcheck.cli.reaching import connected, resolved

PAGE = b"<!doctype html><title>Checked</title>"
URL = "http://desk.example/"
SHORT = {"seconds": 0.3}


@pytest.fixture
def web():
    web = Web()
    web.pages["/"] = answer(PAGE)
    yield web
    web.stop()


def errands():
    return [thread for thread in threading.enumerate() if thread.name == "fetching"]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_page_arrives_with_its_address(web, scheme):
    web.pages["/a%20b/%C3%A9?q=1"] = answer(PAGE)
    page = web.fetch(f"{scheme}://DESK.example/a%20b/é?q=1#part")
    assert page.stream.read() == PAGE
    assert page.name == f"{scheme}://DESK.example/a%20b/é?q=1#part"
    assert page.url == f"{scheme}://desk.example/a%20b/%C3%A9?q=1"


def test_the_address_that_was_checked_is_the_one_that_is_connected_to_and_the_name_is_looked_up_once(web):
    turns = iter([[PUBLIC], ["127.0.0.1"]])
    web.fetch(URL, resolve=lambda _host, _port: next(turns))
    assert web.reached == [PUBLIC]
    assert next(turns) == ["127.0.0.1"]


def test_nothing_is_sent_but_what_a_page_needs(web, monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("default login me password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    web.pages["/there"] = answer(status="302 Found", Location="/", Set_Cookie="a=b", Refresh="0; url=/again")
    for scheme in ("http", "https"):
        assert web.fetch(f"{scheme}://desk.example/there").stream.read() == PAGE
    for request in web.requests:
        names = [line.partition(":")[0] for line in request.split("\r\n")[1:] if line]
        assert names == ["Host", "Accept", "Accept-Encoding", "Connection", "User-Agent"]
        assert "\r\nHost: desk.example\r\n" in request


def test_a_port_and_an_ipv6_address_stand_in_the_host_header(web):
    web.fetch("http://desk.example:443/")
    web.fetch(f"http://[{OTHER}]/")
    assert [request.split("\r\n")[1] for request in web.requests] == ["Host: desk.example:443", f"Host: [{OTHER}]"]
    assert web.reached == [PUBLIC, OTHER]
    assert web.looked_up == ["desk.example"]


def test_of_several_addresses_the_first_that_answers_is_taken(web):
    web.names["desk.example"] = [OTHER, PUBLIC]
    tried = []

    def connect(target, address, seconds):
        tried.append(str(address))
        if str(address) == OTHER:
            return connected(target, LOCAL, seconds, port=closed_port())
        return web.connect(target, address, seconds)

    assert web.fetch(URL, connect=connect).stream.read() == PAGE
    assert tried == [OTHER, PUBLIC]


def closed_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def test_where_no_address_answers_at_most_four_are_tried(web):
    web.names["desk.example"] = [f"93.184.215.{last}" for last in range(1, 9)]
    tried = []

    def connect(target, address, seconds):
        tried.append(address)
        return connected(target, LOCAL, seconds, port=closed_port())

    assert web.told(URL, connect=connect) == ("fetch-failed", "desk.example does not answer on port 80")
    assert len(tried) == 4


@pytest.mark.parametrize(
    "others",
    [
        ["127.0.0.1"],
        [PUBLIC, "10.0.0.1"],
        [PUBLIC, "::1"],
        ["::ffff:93.184.215.14"],
        ["fe80::1%lo"],
        ["169.254.169.254"],
    ],
)
def test_a_name_that_stands_for_any_address_that_is_not_public_is_refused_and_nothing_connected_to(web, others):
    web.names["inside.example"] = others
    rule, message = web.told("http://inside.example/")
    assert rule == "fetch-refused"
    assert f"inside.example stands for {others[-1]}, which is not public" in message.replace(
        "::ffff:5db8:d70e", others[0]
    )
    assert web.reached == []


def test_a_name_that_nobody_knows(web):
    assert web.told("http://nowhere.example/") == (
        "fetch-failed",
        "the host nowhere.example is not known; is it spelled right?",
    )


def test_names_are_looked_up_by_the_system():
    assert set(resolved("localhost", 80)) <= {"127.0.0.1", "::1"}
    assert resolved("127.0.0.1", 80) == ["127.0.0.1"]


class TestLeadingOn:
    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_every_kind_of_redirection_is_followed(self, web, status):
        web.pages["/old/a"] = leading("../new?x=1#there", f"{status} Elsewhere")
        web.pages["/new?x=1"] = answer(PAGE)
        page = web.fetch("http://desk.example/old/a")
        assert (page.stream.read(), page.url) == (PAGE, "http://desk.example/new?x=1")
        assert page.name == "http://desk.example/old/a"

    def test_each_host_is_looked_up_and_checked_again(self, web):
        web.names["other.example"] = [OTHER]
        web.pages["/a"] = leading("//other.example/b")
        web.pages["/b"] = leading("http://desk.example/")
        web.fetch("http://desk.example/a")
        assert web.looked_up == ["desk.example", "other.example", "desk.example"]
        assert web.reached == [PUBLIC, OTHER, PUBLIC]

    @pytest.mark.parametrize(
        ("there", "why"),
        [
            ("http://127.0.0.1/", "this is 127.0.0.1, which is not public"),
            ("//169.254.169.254/latest/meta-data/", "which is not public (link-local"),
            ("http://[::ffff:127.0.0.1]/", "which is not public (IPv4 in disguise"),
            ("http://inside.example/", "inside.example stands for 192.168.1.1"),
            ("http://0x7f.1/", "no usual spelling of an IP address"),
            ("file:///etc/passwd", "only http and https"),
            ("ftp://desk.example/", "only http and https"),
            ("data:text/html,x", "only http and https"),
            ("javascript:alert(1)", "only http and https"),
            ("http://me:secret@desk.example/", "a user name or a password"),
            ("http://desk.example:22/", "only ports 80 and 443"),
            ("http://desk.example/\r\n\tX-More: yes", "a control character"),
            ("http://desk.example/a b", "a space"),
            ("http://[::1/", "no web address"),
            ("http://desk.example:99999/", "no web address"),
            ("/" + "a" * 9000, "more than 8,000 characters"),
        ],
    )
    def test_where_nobody_may_be_led(self, web, there, why):
        web.names["inside.example"] = ["192.168.1.1"]
        web.pages["/a"] = leading(there)
        rule, message = web.told("http://desk.example/a")
        assert (rule, why in message) == ("fetch-refused", True), message
        assert message.startswith("it leads on to ")
        assert "secret" not in message
        assert web.reached == [PUBLIC]

    def test_from_https_to_http_is_refused_and_the_other_way_followed(self, web):
        web.pages["/down"] = leading(URL)
        web.pages["/up"] = leading("https://desk.example/")
        assert web.told("https://desk.example/down")[0] == "fetch-refused"
        assert web.fetch("http://desk.example/up").url == "https://desk.example/"

    def test_five_are_followed_and_a_sixth_is_not(self, web):
        for step in range(6):
            web.pages[f"/{step}"] = leading(f"/{step - 1}" if step else "/")
        assert web.fetch("http://desk.example/4").stream.read() == PAGE
        rule, message = web.told("http://desk.example/5")
        assert (rule, "more than 5 times" in message) == ("fetch-failed", True)

    def test_round_in_a_circle(self, web):
        web.pages["/a"], web.pages["/b"] = leading("/b"), leading("/a")
        assert "more than 5 times" in web.told("http://desk.example/a")[1]
        assert len(web.requests) == 6

    def test_an_address_in_utf_8_and_spaces_around_it(self, web):
        web.pages["/a"] = b"HTTP/1.1 302 Found\r\nLocation:  /\xc3\xa9 \r\n\r\n"
        web.pages["/%C3%A9"] = answer(PAGE)
        assert web.fetch("http://desk.example/a").url == "http://desk.example/%C3%A9"

    def test_a_redirection_without_a_place_and_one_with_two(self, web):
        web.pages["/none"] = answer(status="301 Moved Permanently")
        web.pages["/two"] = b"HTTP/1.1 302 Found\r\nLocation: /\r\nLocation: /a\r\n\r\n"
        assert "the server answers 301 Moved Permanently" in web.told("http://desk.example/none")[1]
        assert web.told("http://desk.example/two")[0] == "fetch-refused"

    def test_the_page_that_leads_on_is_not_read(self, web):
        web.pages["/a"] = b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 1000000000000\r\n\r\n"
        assert web.fetch("http://desk.example/a").stream.read() == PAGE


class TestAnswers:
    def told(self, web, page, **limits):
        web.pages["/page"] = page
        return web.told("http://desk.example/page", **limits)

    @pytest.mark.parametrize("status", ["204 No Content", "206 Partial Content", "304 Not Modified", "404 Not Found"])
    def test_what_is_no_page(self, web, status):
        assert self.told(web, answer(status=status)) == (
            "fetch-failed",
            f"the server answers {status}; does it open in a browser?",
        )

    @pytest.mark.parametrize(
        ("status", "shown"), [("777 \x1b[31mred", "777;"), ("101 \x1b", "101 Switching Protocols")]
    )
    def test_the_servers_own_words_are_not_repeated(self, web, status, shown):
        message = self.told(web, answer(status=status))[1]
        assert shown in message
        assert "\x1b" not in message

    def test_without_a_length_a_page_goes_to_the_end_of_the_connection(self, web):
        web.pages["/page"] = answer(PAGE, Content_Length=None)
        assert web.fetch("http://desk.example/page").stream.read() == PAGE

    @pytest.mark.parametrize("page", [answer(), b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Le"])
    def test_nothing_is_no_page(self, web, page):
        assert self.told(web, page) == ("fetch-failed", "the answer is empty")

    @pytest.mark.parametrize(
        "page",
        [
            b"<html>as it was in HTTP/0.9</html>",
            b"",
            b"SSH-2.0-OpenSSH_9.9\r\n",
            b"HTTP/1.1 two hundred\r\n\r\n",
            b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n",
            b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
            answer(PAGE, Content_Length=100),
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"f" * 100_000,
        ],
        ids=range(12),
    )
    def test_what_is_not_http_or_breaks_off(self, web, page):
        rule, message = self.told(web, page)
        assert rule == "fetch-failed"
        assert message in {"the answer is not HTTP, or breaks off", "the connection was cut"}

    @pytest.mark.parametrize("length", ["-5", "five", "9" * 5000, "\u0665"])
    def test_a_length_that_is_none_is_left_aside(self, web, length):
        web.pages["/page"] = answer(PAGE).replace(b"Content-Length: 37", b"Content-Length: " + length.encode())
        assert web.fetch("http://desk.example/page").stream.read() == PAGE


class TestSize:
    @pytest.mark.parametrize("length", [37, None])
    def test_a_page_of_the_limit_is_read_and_one_byte_more_is_not(self, web, length):
        web.pages["/page"] = answer(PAGE, Content_Length=length)
        assert web.fetch("http://desk.example/page", limit=37).stream.read() == PAGE
        assert web.told("http://desk.example/page", limit=36) == (
            "fetch-failed",
            "it has more than 3.6e-05 MB, which is the limit",
        )

    def test_a_page_that_says_it_is_too_large_is_not_read(self, web):
        web.pages["/page"] = b"HTTP/1.1 200 OK\r\nContent-Length: 64000001\r\n\r\n"
        assert web.told("http://desk.example/page")[1] == "it has more than 64 MB, which is the limit"

    @pytest.mark.parametrize("chunk", [b"10000\r\n" + b"x" * 65536 + b"\r\n", b"1\r\nx\r\n"])
    def test_a_page_without_end(self, web, chunk):
        def endless(line):
            line.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            while True:
                line.sendall(chunk)

        web.pages["/page"] = endless
        assert "more than 0.1 MB" in web.told("http://desk.example/page", limit=100_000)[1]

    def test_a_chunk_that_says_it_is_huge_takes_no_memory(self, web):
        def huge(line):
            line.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFF\r\n")
            while True:
                line.sendall(b"x" * 65536)

        web.pages["/page"] = huge
        assert "more than 1 MB" in web.told("http://desk.example/page", limit=1_000_000)[1]

    @pytest.mark.parametrize("chunked", [False, True])
    def test_a_bomb_is_not_unpacked_beyond_the_limit(self, web, chunked):
        bomb = gzip.compress(bytes(200_000_000))
        body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(bomb), bomb) if chunked else bomb
        how = {"Content_Length": None, "Transfer_Encoding": "chunked"} if chunked else {}
        web.pages["/page"] = answer(body, Content_Encoding="gzip", **how)
        tracemalloc.start()
        try:
            assert "more than 1 MB" in web.told("http://desk.example/page", limit=1_000_000)[1]
            assert tracemalloc.get_traced_memory()[1] < 4_000_000
        finally:
            tracemalloc.stop()


class TestPacking:
    @pytest.mark.parametrize(
        ("coding", "pack"),
        [
            ("gzip", gzip.compress),
            ("X-GZIP", gzip.compress),
            ("gzip", lambda body: gzip.compress(body[:10]) + gzip.compress(body[10:])),
            ("identity", bytes),
            ("", bytes),
        ],
    )
    def test_what_was_asked_for_is_unpacked(self, web, coding, pack):
        web.pages["/page"] = answer(pack(PAGE), Content_Encoding=coding)
        assert web.fetch("http://desk.example/page").stream.read() == PAGE

    @pytest.mark.parametrize("coding", ["br", "zstd", "deflate", "gzip, gzip", "gzip, br", "rot13"])
    def test_what_was_not_asked_for_is_not(self, web, coding):
        web.pages["/page"] = answer(PAGE, Content_Encoding=coding)
        assert web.told("http://desk.example/page") == (
            "fetch-failed",
            "the server packs its answer in a way that was not asked for",
        )

    @pytest.mark.parametrize(
        "body",
        [PAGE, gzip.compress(PAGE)[:-1], gzip.compress(PAGE)[:5], gzip.compress(PAGE)[:-8] + bytes(8),
         gzip.compress(PAGE)[:12] + b"\xff" * 30],
        ids=["not at all", "cut", "begun", "another checksum", "damaged"],
    )  # fmt: skip
    def test_packed_wrongly_or_broken_off(self, web, body):
        web.pages["/page"] = answer(body, Content_Encoding="gzip")
        assert web.told("http://desk.example/page") == (
            "fetch-failed",
            "what the server packed is damaged, or breaks off",
        )


class TestTime:
    def drip(self, first, each):
        def dripping(line):
            line.sendall(first)
            for _ in itertools.count():
                line.sendall(each)
                time.sleep(0.01)

        return dripping

    @pytest.mark.parametrize(
        ("first", "each"),
        [
            (b"", b"H"),
            (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"[:1]),
            (b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
            (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
            (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1", b";"),
            (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n"),
            (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        ],
        ids=["status", "headers", "body", "chunks", "extension", "trailers", "continue"],
    )
    @pytest.mark.parametrize("scheme", ["http", "https"])
    def test_a_server_that_drips_is_hung_up_on(self, web, scheme, first, each):
        web.pages["/page"] = self.drip(first, each)
        start = time.monotonic()
        rule, message = web.told(f"{scheme}://desk.example/page", **SHORT)
        assert time.monotonic() - start < 5
        assert rule == "fetch-failed"
        assert message in {"it was not here within 0.3 seconds", "the answer is not HTTP, or breaks off"}
        assert not errands()

    def test_all_redirections_together_have_the_time(self, web):
        def slowly(line):
            time.sleep(0.1)
            line.sendall(leading("/slow"))

        web.pages["/slow"] = slowly
        assert web.told("http://desk.example/slow", **SHORT)[1] == "it was not here within 0.3 seconds"

    def test_silence(self, web):
        over = threading.Event()
        web.silence = 0.1
        web.pages["/page"] = lambda _line: over.wait(5)
        assert web.told("http://desk.example/page") == ("fetch-failed", "the server fell silent for 10 seconds")
        web.pages["/begun"] = lambda line: (line.sendall(b"HTTP/1.1 200 OK\r\n\r\nx"), over.wait(5))
        assert web.told("http://desk.example/begun") == ("fetch-failed", "the server fell silent for 10 seconds")
        over.set()

    def test_a_name_that_is_looked_up_without_end(self, web):
        over = threading.Event()
        start = time.monotonic()
        _, message = web.told(URL, resolve=lambda _host, _port: over.wait(5) and [PUBLIC], **SHORT)
        assert message == "it was not here within 0.3 seconds"
        assert time.monotonic() - start < 4
        over.set()
        for errand in errands():
            errand.join(5)
        assert web.requests == [], "nothing is asked for when nobody waits for it any more"

    def test_a_broken_program_is_not_hidden(self, web):
        def broken(_host, _port):
            raise RuntimeError("broken")

        with pytest.raises(RuntimeError, match="broken"):
            web.fetch(URL, resolve=broken)


class NoTLS:
    """What a server does that speaks HTTP where TLS is due."""

    def wrap_socket(self, line, *, server_side):
        assert server_side
        line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        return line


class TestCertificates:
    @pytest.mark.parametrize("names", [["other.example"], ["*.desk.example"], [PUBLIC]])
    def test_of_another_host(self, web, names):
        web.secure(web.authority.issue_cert(*names))
        rule, message = web.told("https://desk.example/")
        assert rule == "fetch-failed"
        assert "the certificate of the host does not hold: Hostname mismatch" in message
        assert web.requests == []

    def test_of_an_authority_that_nobody_trusts(self, web):
        web.secure(trustme.CA().issue_cert("desk.example"))
        assert "the certificate of the host does not hold: " in web.told("https://desk.example/")[1]

    def test_that_is_out_of_date(self, web):
        web.secure(web.authority.issue_cert("desk.example", not_after=datetime(2020, 1, 1, tzinfo=UTC)))
        assert (
            "the certificate of the host does not hold: certificate has expired" in web.told("https://desk.example/")[1]
        )

    def test_of_an_address(self, web):
        web.secure(web.authority.issue_cert(PUBLIC))
        assert web.fetch(f"https://{PUBLIC}/").stream.read() == PAGE

    def test_without_a_context_of_the_test_the_systems_authorities_are_asked(self, web):
        web.trust = None
        assert "the certificate of the host does not hold: " in web.told("https://desk.example/")[1]

    def test_no_tls_at_all(self, web):
        web.serve("https", NoTLS())
        assert web.told("https://desk.example/") == ("fetch-failed", "no secure connection could be made")


def test_without_urllib3_it_is_told_what_to_install(web, monkeypatch):
    monkeypatch.setitem(sys.modules, "urllib3", None)
    assert web.told(URL) == ("fetch-failed", "fetching needs urllib3: pip install 'factcheck-export[fetch]'")


def test_a_page_can_be_read_again(web):
    page = web.fetch(URL)
    assert isinstance(page.stream, io.BytesIO)
    assert (page.head(9), page.whole(100)) == (b"<!doctype", PAGE)
