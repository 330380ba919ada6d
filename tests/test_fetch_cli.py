"""`factcheck import --fetch`: what is fetched becomes fact-checks, and what is not is told with its exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from web import Web, answer, leading

import factcheck
from factcheck.cli import fetching, main

FACTCHECK = Path(sys.executable).with_name("factcheck")
REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "/checked",
    "claimReviewed": "It rained.",
    "datePublished": "2026-03-01",
    "author": {"@type": "Organization", "name": "The Desk", "url": "/"},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
}


def page(review):
    return f'<!doctype html><script type="application/ld+json">{json.dumps(review)}</script>'.encode()


@pytest.fixture
def web(monkeypatch):
    web = Web()
    web.pages["/checked"] = answer(page(REVIEW))
    monkeypatch.setattr(fetching, "fetched", web.fetch)
    yield web
    web.stop()


@pytest.fixture
def run(web, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        code = main(["import", "--from", "claimreview", "--fetch", *map(str, arguments)])
        return code, *capsys.readouterr()

    return run


def written(folder):
    return [factcheck.load(path) for path in sorted(Path(folder).iterdir())]


def test_a_page_becomes_a_fact_check_whose_addresses_are_those_of_the_page_that_it_came_from(run, web):
    web.pages["/old"] = leading("https://desk.example/checked")
    code, out, err = run("http://desk.example/old", "-o", "out")
    assert code == 0, out
    assert "http://desk.example/old: read as claimreview\n" in err
    (fact_check,) = written("out")
    assert fact_check.claims[0].text == "It rained."
    assert fact_check.url == "https://desk.example/checked"


def test_one_that_fails_does_not_stop_the_others_and_a_file_may_be_among_them(run, web, tmp_path):
    web.pages["/missing"] = answer(status="404 Not Found")
    (tmp_path / "other.html").write_bytes(page({**REVIEW, "url": "https://desk.example/other"}))
    code, out, err = run(
        "http://desk.example/missing", "http://10.0.0.1/", "other.html", "http://desk.example/checked", "-o", "out"
    )
    assert code == 2
    assert "http://desk.example/missing: error: the server answers 404 Not Found" in out
    assert "http://10.0.0.1/: error: this is 10.0.0.1, which is not public (private, RFC 1918)" in out
    assert "4 sources, 2 fact-checks written" in err
    assert len(written("out")) == 2


def test_findings_name_the_page_and_the_rule(run):
    code, out, _ = run("http://me:secret@desk.example/", "-o", "out", "--format", "json")
    told = [json.loads(line) for line in out.splitlines()]
    (finding,) = [each for each in told if each["rule"].startswith("fetch-")]
    assert (code, finding["rule"], finding["file"]) == (2, "fetch-refused", "http://desk.example/")
    assert "secret" not in out
    assert finding["source"].startswith("OWASP")


def test_a_terminal_shows_what_is_waited_for_until_something_else_is_told(run, web, monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    _, _, err = run("http://desk.example/checked", "-o", "out")
    assert (
        "\rhttp://desk.example/checked: fetching\x1b[K\r\x1b[Khttp://desk.example/checked: read as claimreview\n" in err
    )
    _, _, err = run("http://desk.example/checked", "-o", "out", "--quiet")
    assert err == ""


@pytest.mark.parametrize("command", ["import", "check"])
def test_nothing_is_fetched_that_nobody_asked_for(web, capsys, tmp_path, command):
    where = ["-o", str(tmp_path / "out")] if command == "import" else []
    assert main([command, "HTTPS://desk.example/checked", *where]) == 2
    told = "HTTPS://desk.example/checked is an address, and nothing is fetched but by `factcheck import --fetch`"
    assert told in capsys.readouterr().err
    assert web.looked_up == web.reached == []
    assert not (tmp_path / "out").exists()


REFUSED = {
    "http://127.0.0.1/": "this machine itself",
    "http://127.0.0.1.:80/": "this machine itself",
    "http://localhost/": "this machine itself",
    "https://[::1]/": "this machine itself",
    "http://[::ffff:127.0.0.1]/": "IPv4 in disguise",
    "http://169.254.169.254/latest/meta-data/": "where clouds keep credentials",
    "http://0.0.0.0/": "this network",
    "http://0x7f.1/": "no usual spelling of an IP address",
    "http://2130706433/": "no usual spelling of an IP address",
    "ftp://desk.example/": "only http and https are fetched",
    "file:///etc/passwd": "only http and https are fetched",
}


def test_the_program_refuses_what_is_not_public(tmp_path):
    done = subprocess.run(
        [FACTCHECK, "import", "--fetch", *REFUSED, "-o", "out"],
        cwd=tmp_path, check=False, capture_output=True, text=True, timeout=60,
        env={**os.environ, "http_proxy": "http://127.0.0.1:9/", "NO_COLOR": "1"},
    )  # fmt: skip
    assert done.returncode == 2
    lines = {line.split(": error: ")[0]: line for line in done.stdout.splitlines()}
    for url, why in REFUSED.items():
        assert why in lines[url]
        assert lines[url].endswith("[fetch-refused]")
    assert not (tmp_path / "out").exists()


def test_without_an_address_the_library_that_fetches_is_not_even_imported(tmp_path):
    (tmp_path / "a.html").write_bytes(page(REVIEW))
    command = "import sys; from factcheck.cli import main; main(sys.argv[1:]); sys.exit('urllib3' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", command, "import", "a.html", "--from", "claimreview", "-o", "out", "-q"],
        cwd=tmp_path, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0
