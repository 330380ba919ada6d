"""`factcheck preview`: what is served to whom, what reloads when, and how it ends."""

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Finding, PluginError, Severity, export, load
from factcheck.cli import main
from factcheck.cli.output import printable
from factcheck.cli.previewing import following, serving
from factcheck.cli.previewing.board import Board
from factcheck.cli.previewing.pages import loosened, of_failure, of_page
from factcheck.cli.previewing.serving import Server

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "taliban-russia-2015" / "factcheck.yaml"
FACTCHECK = Path(sys.executable).with_name("factcheck")
STORY = "id: urn:x:story\nheadline: {}\nlanguage: en\nclaims: [{{id: c1, text: A claim}}]\n"
SECONDS = 30


def failure(message="it is broken", **place):
    return of_failure("story.yaml", [Finding("broken", Severity.ERROR, message).at("story.yaml", **place)])


@pytest.fixture
def story(tmp_path, monkeypatch):
    """A fact-check in the current folder, and a function that writes it anew with a headline."""
    monkeypatch.chdir(tmp_path)

    def write(headline):
        Path("story.yaml").write_text(STORY.format(headline), encoding="utf-8")

    write("First")
    return write


# The page


def test_the_page_is_the_exporters_with_the_bar_and_without_its_policy():
    page = export(load(EXAMPLE), "html").text
    view = of_page(page, "story.yaml", [Finding("odd", Severity.WARNING, "an oddity", path="claims[0]").at("", 3, 5)])
    served = view.body.decode()
    added = f'<script src="/reload.js" data-shown="{view.stamp}"></script>\n<link rel="stylesheet" href="/preview.css">'
    (meta,) = re.findall(r"<meta http-equiv=[^>]*>", page)
    bar = served[served.index("<body>") + 7 : served.index("</aside>") + 8]
    assert served.replace(added, meta).replace(f"<body>\n{bar}", "<body>") == page
    assert "<summary>story.yaml: 1 warning</summary>" in bar
    assert "<strong>warning</strong>: line 3, column 5: claims[0]: an oddity <code>odd</code>" in bar


def test_the_policy_of_the_page_goes_to_the_header_with_our_script_and_no_other():
    page = export(load(EXAMPLE), "html").text
    (given_policy,) = re.findall(r'Security-Policy" content="([^"]*)"', page)
    policy = dict(part.split(" ", 1) for part in of_page(page, "a", []).policy.split("; "))
    before = dict(part.split(" ", 1) for part in given_policy.split("; "))
    assert policy.pop("style-src") == f"{before.pop('style-src')} 'self'"
    assert policy == before | {"script-src": "'self'", "connect-src": "'self'", "frame-ancestors": "'none'"}


@pytest.mark.parametrize(
    "policy", ["", "default-src 'none'", "script-src *; default-src 'none'", "default-src 'none';;", "sandbox"]
)
def test_whatever_the_policy_was_scripts_come_from_here_alone(policy):
    assert "script-src 'self'" in loosened(policy).split("; ")
    assert loosened(policy).count("script-src") == 1


@pytest.mark.parametrize("page", ["", "<body>", "<meta http-equiv='Content-Security-Policy'><body>", "<body><body>"])
def test_the_page_of_another_exporter_of_that_name_is_not_shown_without_policy(page):
    with pytest.raises(PluginError, match="without one policy and one body"):
        of_page(page, "story.yaml", [])


@given(st.text(), st.text(), st.text())
def test_no_text_of_a_finding_or_a_name_becomes_markup(name, message, path):
    finding = Finding("rule", Severity.ERROR, message, path)
    view = of_failure(name, [finding])
    page = html5lib.parse(view.body.decode(), namespaceHTMLElements=False)
    assert [each.get("src") for each in page.iter("script")] == ["/reload.js"]
    (item,) = page.iter("li")
    shown = ": ".join(printable(part) for part in (path, message) if part)
    assert "".join(item.itertext()) == f"error: {shown} rule"


def test_nothing_found_is_said_and_a_note_is_shown():
    page = export(load(EXAMPLE), "html").text
    assert b"<p>story.yaml: no findings</p>" in of_page(page, "story.yaml", []).body
    assert b"<li>a &lt;note&gt;</li>" in of_page(page, "story.yaml", [], ["a <note>"]).body


def test_pages_are_told_apart_by_their_stamps():
    assert failure().stamp == failure().stamp
    assert failure("this").stamp != failure("that").stamp
    assert failure(line=1).stamp != failure(line=2).stamp


# The server


@contextmanager
def served(view=None):
    server = Server(Board(view or failure()))
    with server.running():
        yield server


@contextmanager
def asked(port, path="/", method="GET", host=None, **headers):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    try:
        line.putrequest(method, path, skip_host=True)
        for each in host if host is not None else [f"127.0.0.1:{port}"]:
            line.putheader("Host", each)
        for name, value in headers.items():
            line.putheader(name, value)
        line.endheaders()
        with line.getresponse() as answer:
            yield answer
    finally:
        line.close()


def status(port, *arguments, **options):
    with asked(port, *arguments, **options) as answer:
        return answer.status


def test_there_are_four_paths_and_no_other():
    with served() as server:
        for path, kind in {"/": "text/html", "/reload.js": "text/javascript", "/preview.css": "text/css"}.items():
            with asked(server.port, path) as answer:
                assert (answer.status, answer.headers.get_content_type()) == (200, kind)
                assert answer.headers["Cache-Control"] == "no-store"
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
                assert len(answer.read()) == int(answer.headers["Content-Length"]) > 100
        for path in ("/story.yaml", "/../reload.js", "/..%2freload.js", "/serving.py", "/./", "/reload.js/", "/?", "*",
                     "//etc/passwd", "/reload.js%00", "http://127.0.0.1/", "/favicon.ico", "/EVENTS"):  # fmt: skip
            assert status(server.port, path) == 404, path


def test_the_page_comes_with_its_policy():
    with served(view=failure()) as server, asked(server.port) as answer:
        assert answer.headers["Content-Security-Policy"] == failure().policy
        assert answer.read() == failure().body


def test_head_has_the_headers_alone():
    with served() as server:
        for path in ("/", "/reload.js", "/events", "/nowhere"):
            with asked(server.port, path, "HEAD") as answer:
                assert (answer.status, answer.read()) == (404 if path == "/nowhere" else 200, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_nothing_but_get_and_head_is_allowed(method):
    with served() as server, asked(server.port, "/", method) as answer:
        assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_a_method_that_nobody_knows_is_refused():
    with served() as server:
        assert status(server.port, "/", "BREW") == 501


def test_who_asks_for_another_name_gets_nothing():
    with served() as server:
        own = [f"127.0.0.1:{server.port}", f"localhost:{server.port}", f"LOCALHOST:{server.port}"]
        for host in own:
            assert status(server.port, host=[host]) == 200, host
        others = ["evil.example", f"evil.example:{server.port}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1.evil.example:{server.port}",
                  f"[::1]:{server.port}", ""]  # fmt: skip
        for hosts in ([], *([each] for each in others), [own[0], "evil.example"], [own[0], own[0]]):
            for path in ("/", "/events", "/reload.js", "/nowhere"):
                assert status(server.port, path, host=hosts) == 421, hosts


def test_it_listens_on_this_machine_alone():
    with served() as server:
        assert server.socket.getsockname()[0] == "127.0.0.1"
        assert server.address == f"http://127.0.0.1:{server.port}/"


def stamp(answer):
    """The next stamp that the events tell of; nothing at their end."""
    while line := answer.readline():
        if line.startswith(b"data: "):
            return line[6:].strip().decode()
    return None


def test_two_browsers_are_told_what_is_shown_and_each_change():
    first, second = failure("first"), failure("second")
    with served(first) as server:
        with asked(server.port, "/events") as one, asked(server.port, "/events") as two:
            assert [one.headers.get_content_type(), stamp(one), stamp(two)] == [
                "text/event-stream", first.stamp, first.stamp,
            ]  # fmt: skip
            server.board.show(second)
            assert (stamp(one), stamp(two)) == (second.stamp, second.stamp)
        with asked(server.port, "/events") as late:
            assert stamp(late) == second.stamp
            server.board.close()
            assert stamp(late) is None


def test_a_reader_who_waits_hears_something_and_one_who_is_gone_is_forgotten(monkeypatch, capsys):
    monkeypatch.setattr(serving, "HEARTBEAT", 0.01)
    with served() as server:
        with asked(server.port, "/events") as answer:
            stamp(answer)
            assert answer.readline() == b"\n"
            assert answer.readline() == b": nothing new\n"
            (telling,) = (thread for thread in threading.enumerate() if "process_request_thread" in thread.name)
            assert telling.is_alive()
        telling.join(SECONDS)
        assert not telling.is_alive()
    assert capsys.readouterr().err == ""


def test_the_end_of_the_server_ends_the_events():
    with served() as server:
        line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=SECONDS)
        line.request("GET", "/events")
        answer = line.getresponse()
        assert stamp(answer) == failure().stamp
    assert stamp(answer) is None
    line.close()


# What follows what


def page(word):
    """A view that did not fail."""
    html = export(load(EXAMPLE), "html").text
    return of_page(html.replace("</h1>", f" {word}</h1>", 1), "story.yaml", [])


def followed(before, *steps):
    """What is told of where these are the ticks, each with the view that is made then."""
    board, made, told = Board(before), [], []

    def ticks():
        for changed, view in steps:
            made[:] = [view]
            yield changed

    following.follow(board, lambda: made[0], ticks(), told.append)
    return told


def test_several_events_of_one_saving_are_one_reload():
    one, two = page("one"), page("two")
    assert followed(one, (False, one), (True, two), (True, two), (False, two), (True, two)) == [two]


def test_a_change_before_anybody_looked_is_seen_and_quiet_ticks_make_nothing():
    one, two, three = page("one"), page("two"), page("three")
    assert followed(one, (False, two), (False, three), (False, three)) == [two]


def test_a_file_that_is_gone_or_broken_for_a_moment_does_no_harm():
    one, two = page("one"), page("two")
    assert followed(one, (False, one), (True, failure()), (True, failure()), (True, two), (False, two)) == [two]
    assert followed(one, (False, one), (True, failure()), (True, one), (False, one)) == []


def test_a_file_that_stays_broken_is_told_once_and_then_mended():
    one, broken = page("one"), failure()
    steps = [
        (False, one),
        (True, broken),
        (False, broken),
        (False, broken),
        (True, broken),
        (False, broken),
        (True, one),
    ]
    assert followed(one, *steps) == [broken, one]


def until(ticks):
    """Whether a tick tells of a change, of those that come within half a minute."""
    return any(islice(ticks, 100))


def rewritten(path, text):
    path.write_text("", encoding="utf-8")
    path.write_text(text, encoding="utf-8")


def put_in_place(path, text):
    beside = path.with_name(".story.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def removed_and_made(path, text):
    path.unlink()
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("save", [rewritten, put_in_place, removed_and_made])
def test_however_an_editor_saves_it_is_seen_each_time(story, tmp_path, save):
    ticks = following.changes(["story.yaml"], None)
    assert next(ticks) is False
    for headline in ("Second", "Third"):
        save(tmp_path / "story.yaml", STORY.format(headline))
        assert until(ticks)
    ticks.close()


def test_texts_and_what_a_link_leads_to_are_watched_and_their_neighbours_are_not(story, tmp_path):
    real, texts = tmp_path / "real", tmp_path / "texts"
    for folder in (real, texts):
        folder.mkdir()
    (tmp_path / "story.yaml").rename(real / "kept.yaml")
    (tmp_path / "link.yaml").symlink_to(real / "kept.yaml")
    ticks = following.changes(["link.yaml"], "texts")
    assert next(ticks) is False
    for neighbour in (tmp_path / "other.yaml", real / "other.yaml"):
        neighbour.touch()
    assert next(ticks) is False
    for path in (texts / "page.txt", real / "kept.yaml"):
        path.write_text("new", encoding="utf-8")
        assert until(ticks)
    ticks.close()


def test_folders_that_go_and_come_back_are_watched_again(story, tmp_path):
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "story.yaml").write_text("old", encoding="utf-8")
    ticks = following.changes(["desk/story.yaml"], None)
    assert next(ticks) is False
    folder.rename(tmp_path / "away")
    assert until(ticks)
    (tmp_path / "away").rename(folder)
    assert until(ticks)
    (folder / "story.yaml").write_text("new", encoding="utf-8")
    assert until(ticks)
    ticks.close()


# The command


def at_work(monkeypatch, *steps):
    """Run the command with these steps between its ticks, and Ctrl-C at their end."""

    def changes(_files, _texts):
        yield False
        for step in steps:
            step()
            yield True
            yield False
        raise KeyboardInterrupt

    monkeypatch.setattr(following, "changes", changes)


def test_findings_are_told_when_they_change_and_ctrl_c_is_no_error(story, monkeypatch, capsys):
    at_work(monkeypatch, lambda: story("Second"), lambda: None, lambda: story("["), lambda: story("Third"))
    assert main(["preview", "story.yaml"]) == 0
    told = capsys.readouterr()
    assert re.fullmatch(r"story\.yaml: shown at http://127\.0\.0\.1:\d+/ until Ctrl-C\n", told.out)
    summaries = [line.split(": ")[1] for line in told.err.splitlines() if line.startswith("story.yaml: ")]
    assert summaries == ["shown", "shown", "cannot be shown", "shown"]
    assert re.search(r"^story\.yaml:\d+:\d+: error: .* \[syntax\]$", told.err, re.MULTILINE)


def test_the_browser_is_opened_where_that_is_asked_for(story, monkeypatch, capsys):
    at_work(monkeypatch)
    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    assert main(["preview", "story.yaml"]) == 0
    assert opened == []
    assert main(["preview", "story.yaml", "--open"]) == 0
    assert f"shown at {opened[0]} until" in capsys.readouterr().out


def test_what_is_found_stands_above_the_page(monkeypatch, capsys):
    seen = []
    at_work(monkeypatch)
    monkeypatch.setattr(following, "follow", lambda board, *_: seen.append(board.view))
    assert main(["preview", str(EXAMPLE)]) == 0
    assert re.search(rb"<summary>[^<]*factcheck\.yaml: \d+ remarks</summary>", seen[0].body)
    assert b"claimreview-inexact-date" in seen[0].body
    assert "info:" not in capsys.readouterr().err


def test_texts_are_shown_where_they_may_be(story, tmp_path, monkeypatch, capsys):
    with Path("story.yaml").open("a", encoding="utf-8") as file:
        file.write("sources: [{id: page, title: A page}]\n")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "page.txt").write_text("What the page says.", encoding="utf-8")
    at_work(monkeypatch)
    seen = []
    monkeypatch.setattr(following, "follow", lambda board, *_: seen.append(board.view))
    for more in ((), ("--any-licence",)):
        assert main(["preview", "story.yaml", "--texts", "texts", *more]) == 0
    assert [b"What the page says." in view.body for view in seen] == [False, True]
    assert b"no licence is known" in seen[0].body
    assert "no licence is known" in capsys.readouterr().err


def test_a_text_that_cannot_be_read_is_told(story, tmp_path, monkeypatch, capsys):
    with Path("story.yaml").open("a", encoding="utf-8") as file:
        file.write("sources: [{id: page, title: A page}]\n")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "page.txt").write_bytes(b"caf\xe9")
    at_work(monkeypatch)
    assert main(["preview", "story.yaml", "--texts", "texts"]) == 0
    told = capsys.readouterr().err
    assert told.count("texts/page.txt:1:4: error: ") == 1
    assert "story.yaml: shown: " in told


def test_a_single_text_is_shown_and_followed(story, tmp_path, monkeypatch):
    with Path("story.yaml").open("a", encoding="utf-8") as file:
        file.write("sources: [{id: page, title: A page}]\n")
    Path("given.txt").write_text("What the page says.", encoding="utf-8")
    watched, seen = [], []
    at_work(monkeypatch)
    monkeypatch.setattr(following, "changes", lambda files, texts: watched.append((files, texts)))
    monkeypatch.setattr(following, "follow", lambda board, *_: seen.append(board.view))
    assert main(["preview", "story.yaml", "--text", "page=given.txt", "--any-licence"]) == 0
    assert watched == [(("story.yaml", "given.txt"), None)]
    assert b"What the page says." in seen[0].body


def test_a_folder_of_texts_that_went_is_told_on_the_page(story, tmp_path, monkeypatch, capsys):
    (tmp_path / "texts").mkdir()
    at_work(monkeypatch, (tmp_path / "texts").rmdir)
    assert main(["preview", "story.yaml", "--texts", "texts"]) == 0
    assert "story.yaml: cannot be shown: 1 error" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Missing argument 'FILE'"),
        (["nowhere.yaml"], "'nowhere.yaml' does not exist"),
        (["."], "is a directory"),
        (["story.yaml", "--any-licence"], "`--texts DIR` is missing"),
        (["story.yaml", "--texts", "nowhere"], "'nowhere' does not exist"),
        (["story.yaml", "--port", "0"], "0 is not in the range"),
        (["story.yaml", "--port", "65536"], "65536 is not in the range"),
        (["story.yaml", "--port", "x"], "not a valid integer"),
    ],
)
def test_what_cannot_be_done_is_told(story, capsys, arguments, told):
    assert main(["preview", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_a_port_that_is_taken_is_told(story, capsys):
    with served() as server:
        assert main(["preview", "story.yaml", "--port", str(server.port)]) == 2
        told = capsys.readouterr().err
    assert f"port {server.port} cannot be used: " in told
    assert "without `--port`, a free one is taken" in told


def test_without_the_extra_it_says_what_to_install(story, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert main(["preview", "story.yaml"]) == 2
    assert capsys.readouterr().err == ("factcheck: preview needs watchfiles: pip install 'factcheck-export[preview]'\n")


def test_without_the_exporter_there_is_nothing_to_show(story, capsys):
    assert main(["--block", "html", "preview", "story.yaml"]) == 2
    assert "`html`" in capsys.readouterr().err


def test_a_process_serves_reloads_mends_and_ends(story, tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    process = subprocess.Popen(
        [FACTCHECK, "preview", "story.yaml"], cwd=tmp_path, env=environment, text=True, stdout=-1, stderr=-1
    )
    with process:
        port = int(re.search(r":(\d+)/", process.stdout.readline())[1])
        with asked(port, "/events") as events:
            stamps = [stamp(events)]
            for text in (STORY.format("Second"), "a: [", STORY.format("Third")):
                (tmp_path / "story.yaml").write_text(text, encoding="utf-8")
                stamps.append(stamp(events))
                with asked(port) as answer:
                    body = answer.read().decode()
                assert f'data-shown="{stamps[-1]}"' in body
                assert ("cannot be shown" in body) == (text == "a: [")
                assert text == "a: [" or re.search(r"headline: (\S+)", text)[1] in body
            process.send_signal(signal.SIGINT)
            assert stamp(events) is None
        out, err = process.communicate(timeout=SECONDS)
    assert (process.returncode, out) == (0, "")
    assert "Traceback" not in err
    assert len(set(stamps)) == 4


def test_an_exporter_that_breaks_is_told_on_the_page(story, monkeypatch, capsys):
    monkeypatch.setattr("factcheck_html.exporter.HtmlExporter.export", lambda *_: 1 / 0)
    seen = []
    at_work(monkeypatch)
    monkeypatch.setattr(following, "follow", lambda board, *_: seen.append(board.view))
    assert main(["preview", "story.yaml"]) == 0
    assert seen[0].failed
    assert b"ZeroDivisionError" in seen[0].body
    assert "story.yaml: cannot be shown: 2 errors" in capsys.readouterr().err


def test_an_error_of_the_program_itself_is_not_hidden(monkeypatch, capsys):
    with served() as server:
        monkeypatch.setattr(Board, "view", property(lambda _: 1 / 0))
        with pytest.raises(http.client.RemoteDisconnected):
            status(server.port)
        monkeypatch.undo()
        assert status(server.port) == 200
    assert "ZeroDivisionError" in capsys.readouterr().err
