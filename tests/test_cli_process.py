"""The command line as a process: what it imports, how fast it answers, pipes, signals, locales, terminals, shells."""

import os
import pty
import re
import select
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import pytest
from installed import distribution

from factcheck.cli.program import TASKS

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "taliban-russia-2015" / "factcheck.yaml"
FACTCHECK = Path(sys.executable).with_name("factcheck")
HEAVY = {
    "pydantic",
    "lxml",
    "pluggy",
    "jsonschema_rs",
    "yaml",
    "orjson",
    "rapidfuzz",
    "factcheck_tei",
    "factcheck_claimreview",
}
SLOW = """
import pathlib, time
from factcheck import hookimpl

@hookimpl
def factcheck_check(fact_check):
    pathlib.Path("ready").touch()
    # In many short sleeps: a signal that comes just before one begins is seen when it ends.
    for _ in range(600):
        time.sleep(0.1)
    return []
"""
LOUD = r'id: "relative"' + '\nheadline: "عنوان"\nlanguage: en\n"\\e[31mevil\\u202e": 1\nclaims: [{id: c1, text: "ن"}]\n'


# As users have it: what is written stays in a buffer until it is flushed.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def factcheck(*arguments, **options):
    options = {"capture_output": True, "timeout": 60, "env": ENVIRONMENT} | options
    return subprocess.run([FACTCHECK, *arguments], check=False, **options)


# What is imported, and how long it takes


def imported(*arguments, **environment):
    command = [sys.executable, "-X", "importtime", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=ENVIRONMENT | environment)
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


def heavy(modules):
    return {name for name in modules if name.partition(".")[0] in HEAVY or name.startswith("factcheck.model")}


def test_the_version_imports_next_to_nothing():
    more = imported(FACTCHECK, "--version") - imported("-c", "import re")
    assert "factcheck.cli" in more
    assert not heavy(more)
    assert not [name for name in more if name.startswith(("click", "importlib.metadata", "factcheck.cli."))]
    assert len(more) < 12


@pytest.mark.parametrize("arguments", [["--help"], ["export", "--help"], ["check", "--help"], ["schema", "--list"]])
def test_help_imports_no_model_and_no_plugin(arguments):
    assert not heavy(imported(FACTCHECK, *arguments))


def test_completing_a_command_imports_no_model_and_no_plugin():
    words = {"_FACTCHECK_COMPLETE": "bash_complete", "COMP_CWORD": "1"}
    assert not heavy(imported(FACTCHECK, COMP_WORDS="factcheck ", **words))


def test_an_export_without_texts_imports_nothing_that_finds_words_in_them(tmp_path):
    formats = ["--to", "claimreview", "--to", "tei"]
    modules = imported(FACTCHECK, "export", EXAMPLE, *formats, "--output", tmp_path)
    assert "factcheck_tei.document" in modules
    assert not modules & {"rapidfuzz", "factcheck.text.folding", "factcheck.text.copying.words", "factcheck_html.page"}


def test_the_version_takes_at_most_five_times_bare_python():
    commands = {"bare": [sys.executable, "-c", "pass"], "version": [FACTCHECK, "--version"]}
    rounds = [{name: seconds(command) for name, command in commands.items()} for _ in range(9)]
    assert median(each["version"] / each["bare"] for each in rounds) < 5


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


# Exit codes, and nobody sees a traceback


@pytest.mark.parametrize("command", [["check", "-"], ["export", "-", "-t", "tei", "-o", "-"]], ids=["check", "export"])
@pytest.mark.parametrize(
    "body", [b"", b"\x00\xff", b"a: &a [*a]", b"{" * 100_000], ids=["none", "binary", "circle", "deep"]
)
def test_rubbish_gets_plain_lines_and_exit_code_2(command, body):
    done = factcheck(*command, input=body)
    told = done.stdout + done.stderr
    assert done.returncode == 2, told
    assert b"Traceback" not in told
    assert b"<stdin>" in told


def test_files_that_are_none(tmp_path):
    for path in (tmp_path / "missing", tmp_path, tmp_path / ("n" * 300), "/dev/null"):
        done = factcheck("check", path)
        assert (done.returncode, b"Traceback" in done.stderr) == (2, False), done
        assert done.stdout.count(b"\n") == 1


def test_a_broken_program_does_raise():
    code = "import factcheck.cli.check as c; c.number = None; from factcheck.cli import main; main(['check', '-'])"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, input=b"")
    assert b"TypeError: 'NoneType' object is not callable" in done.stderr


# Streams


def test_text_is_utf8_whatever_the_locale(tmp_path):
    (tmp_path / "loud.yaml").write_text(LOUD, encoding="utf-8")
    plain = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for environment in (plain, {"LC_ALL": "C"}, {"LC_ALL": "C.UTF-8"}):
        for arguments in (["check", "loud.yaml"], ["new", "-"]):
            done = factcheck(*arguments, cwd=tmp_path, env=ENVIRONMENT | environment)
            assert b"Traceback" not in done.stderr
            done.stdout.decode("utf-8")
        exported = factcheck("export", EXAMPLE, "--to", "tei", "-o", "-", env=ENVIRONMENT | environment)
        assert "Größtenteils falsch" in exported.stdout.decode("utf-8")


def test_words_of_a_file_never_steer_the_terminal(tmp_path):
    (tmp_path / "loud.yaml").write_text(LOUD, encoding="utf-8")
    done = factcheck("check", "loud.yaml", cwd=tmp_path)
    assert r"\x1b[31mevil\u202e" in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize(
    "name", [b"a b.yaml", b"two\nlines.yaml", b"na\xefve.yaml", b"esc\x1b[31m.yaml", "تحقق.yaml".encode()]
)
def test_files_may_be_called_anything(tmp_path, name):
    folder = os.fsencode(tmp_path)
    Path(os.fsdecode(folder + b"/" + name)).write_bytes(EXAMPLE.read_bytes())
    export = ["export", name, "--to", "tei", "-o", "out"]
    done = factcheck("--block", "claimreview", *export, cwd=tmp_path)
    assert done.returncode == 0, done
    done.stdout.decode("utf-8")
    assert done.stdout.count(b"\n") == 1
    assert b"\x1b" not in done.stdout
    assert [os.fsencode(path.name) for path in (tmp_path / "out").iterdir()] == [name.replace(b".yaml", b".tei.xml")]
    missing = factcheck("check", b"no-" + name, cwd=tmp_path)
    assert (missing.returncode, missing.stdout.count(b"\n"), b"\x1b" in missing.stdout) == (2, 1, False)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["plugins"], ["schema"], ["check", EXAMPLE, "nope"]])
def test_a_reader_that_goes_away_is_no_error_to_tell(arguments):
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as gone:
        done = factcheck(*arguments, capture_output=False, stdout=gone, stderr=subprocess.PIPE)
    assert done.stderr == b""
    assert done.returncode == 141


def test_a_pipe_is_a_source():
    command = f"{shlex.quote(str(FACTCHECK))} check -q <(cat {shlex.quote(str(EXAMPLE))})"
    assert subprocess.run(["bash", "-c", command], check=False, capture_output=True).returncode == 0


def test_head_gets_its_line():
    command = f"{shlex.quote(str(FACTCHECK))} export {shlex.quote(str(EXAMPLE))} --to tei -o - --quiet | head -1"
    done = subprocess.run(["bash", "-c", command], check=True, capture_output=True)
    assert done.stdout.startswith(b"<?xml")
    assert b"Traceback" not in done.stderr
    assert b"Broken" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "arguments", [["--version"], ["schema"], ["plugins"], ["export", EXAMPLE, "-t", "tei", "-o", "-"]]
)
def test_a_full_disk_is_told(arguments):
    with Path("/dev/full").open("wb") as full:
        done = factcheck(*arguments, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert b"factcheck: standard output: No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("command", "code"),
    [("--version >&-", 0), ("check - <&-", 2), ("export EXAMPLE -t tei -o - >&-", 2), ("--help >&- 2>&-", 0)],
)
def test_closed_streams(command, code):
    line = f"{shlex.quote(str(FACTCHECK))} {command.replace('EXAMPLE', shlex.quote(str(EXAMPLE)))}"
    done = subprocess.run(["bash", "-c", line], check=False, capture_output=True)
    assert (done.returncode, b"Traceback" in done.stderr) == (code, False), done


def test_ctrl_c_ends_it_in_silence(tmp_path):
    distribution(tmp_path, "factcheck-slow 1", "slow = slow_plugin", SLOW)
    command = [FACTCHECK, "--block", "claimreview", "export", EXAMPLE, "-t", "tei", "-o", "out"]
    environment = ENVIRONMENT | {"PYTHONPATH": str(tmp_path)}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=-1, stderr=-1) as process:
        deadline = time.monotonic() + 30
        while not (tmp_path / "ready").exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=30) == (b"", b"")
    assert process.returncode == 130
    assert not (tmp_path / "out").exists()


# Terminals


def on_terminal(*arguments, **environment):
    """What a terminal shows, and the exit code."""
    master, slave = pty.openpty()
    clean = {name: value for name, value in ENVIRONMENT.items() if name not in ("NO_COLOR", "TERM")}
    environment = clean | {"TERM": "xterm-256color"} | environment
    with subprocess.Popen([FACTCHECK, *arguments], stdin=slave, stdout=slave, stderr=slave, env=environment) as process:
        os.close(slave)
        shown = read_all(master)
    os.close(master)
    return shown, process.returncode


def read_all(master, until=b"\0never", seconds=30):
    shown, deadline = b"", time.monotonic() + seconds
    while until not in shown and time.monotonic() < deadline:
        if select.select([master], [], [], 0.1)[0]:
            try:
                some = os.read(master, 65536)
            except OSError:  # Linux says so at the end of a terminal
                break
            if not some:
                break
            shown += some
    return shown.decode("utf-8")


def test_a_terminal_has_colours(tmp_path):
    path = tmp_path / "loud.yaml"
    path.write_text(LOUD, encoding="utf-8")
    shown, code = on_terminal("check", path)
    assert code == 2
    assert "\x1b[31m\x1b[1merror\x1b[0m" in shown
    assert r"\x1b[31mevil" in shown
    assert not re.sub(r"\x1b\[(?:0|1|2|31|33|36)m", "", shown).count("\x1b")
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        shown, code = on_terminal("check", path, **environment)
        assert (code, "error" in shown, "\x1b" in shown) == (2, True, False)


def test_a_pipe_has_none(tmp_path):
    path = tmp_path / "loud.yaml"
    path.write_text(LOUD, encoding="utf-8")
    assert b"\x1b" not in factcheck("check", path).stdout


# Shells


def completed(*words):
    """What bash offers for the last of these words."""
    function = (
        'eval "$(factcheck completion bash)"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
        '_factcheck_completion factcheck; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    path = f"{FACTCHECK.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", function, "bash", *words],
        check=True, capture_output=True, text=True, env=ENVIRONMENT | {"PATH": path},
    )  # fmt: skip
    return done.stdout.split()


def test_bash_completes_commands_options_and_formats():
    assert completed("factcheck", "") == [name for names in TASKS.values() for name in names]
    assert completed("factcheck", "ex") == ["export"]
    assert completed("factcheck", "export", "--o") == ["--output", "--option"]
    assert completed("factcheck", "export", "a.yaml", "--to", "te") == ["tei"]
    assert completed("factcheck", "check", "--format", "") == ["text", "json", "github"]
    assert completed("factcheck", "completion", "z") == ["zsh"]
    assert completed("factcheck", "nonsense", "--") == ["--block", "--version", "--help"]
    assert completed("factcheck", "schema", "tei/") == ["tei/factcheck-tei.rng"]


def test_bash_completes_at_its_prompt():
    master, slave = pty.openpty()
    path = f"{FACTCHECK.parent}{os.pathsep}{os.environ['PATH']}"
    environment = ENVIRONMENT | {"PATH": path, "PS1": "ready> ", "TERM": "dumb", "INPUTRC": os.devnull}
    command = ["bash", "--norc", "--noprofile", "-i"]
    with subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
    ) as shell:
        os.close(slave)
        os.write(master, b'eval "$(factcheck completion bash)"; echo do""ne\n')
        read_all(master, until=b"done")
        os.write(master, b"factcheck pl\t")
        assert "plugins" in read_all(master, until=b"plugins")
        shell.kill()
    os.close(master)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell):
    done = factcheck("completion", shell)
    assert done.returncode == 0
    assert f"_FACTCHECK_COMPLETE={shell}_complete".encode() in done.stdout
