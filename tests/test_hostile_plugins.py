"""Whatever a plugin does, it is told with its name, all others still work, and nothing of it stands among what was asked for."""

import json
import textwrap
from pathlib import Path

import pytest
from installed import installed

from factcheck.cli import main

# Only what the tests are about: the rules of all other plugins may grow.
QUIET = ("--block", "desk", "--block", "factchecktools", "--block", "scales", "--block", "table")
STORY = "id: urn:x:y\nheadline: ' H '\nlanguage: en\nclaims:\n  - {id: c1, text: It rained.}\n"
REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "inLanguage": "en",
    "url": "https://desk.example/1",
    "headline": "No snow",
    "claimReviewed": "It snowed",
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "False",
        "ratingValue": "1",
        "worstRating": 1,
        "bestRating": 5,
    },
}
HEAD = """
    import sys
    from factcheck import *

    class Mute(BaseException):
        def __str__(self):
            raise OSError("no words")

    class Blank:
        def __repr__(self):
            raise OSError("no words")

    class Plain(Exporter):
        name, summary, media_type, suffix = "plain", "plain text", "text/plain", ".txt"

        def export(self, fact_check, options):
            return Document(self.media_type, self.suffix, fact_check.headline.encode())

        def validate(self, document):
            return []

    class Lines(Importer):
        name, summary, suffixes = "lines", "one a line", (".lines",)

        def sniff(self, head):
            return None if b"line" in head else "no line"

        def read(self, source, options):
            yield Imported("line 1", None, (Finding("bad-line", Severity.WARNING, "no claim", "line 1"),))
"""
MISDEEDS = {
    "raises": "raise RuntimeError('boom')",
    "exits": "raise SystemExit(0)",
    "raises what is no Exception": "raise Mute()",
    "none": "return None",
    "a number": "return 5",
    "words": "return 'words'",
    "bytes": "return b'bytes'",
    "nothing in a list": "return [None]",
    "what cannot be shown": "return [Blank()]",
    "very much": "return range(100_000)",
    "another kind": "return [Finding, Rule, Exporter, Importer, PublishedScale, Document]",
}
EACH = pytest.mark.parametrize("misdeed", MISDEEDS.values(), ids=MISDEEDS)


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a plugin on the path, made of these functions and methods; and gives an empty folder with a story and a review."""

    def put(*hooks, **methods):
        body = textwrap.dedent(HEAD) + "".join(
            f"\ndef {name}{signature}:\n    {body}\n\n{owner}.{name} = {name}\n"
            for name, (owner, signature, body) in methods.items()
        )
        body += "".join(f"\n@hookimpl\ndef {name}{signature}:\n    {code}\n" for name, signature, code in hooks)
        installed(monkeypatch, tmp_path / "site", "acme 1.0", "acme = acme_plugin", body)

    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)
    Path("story.yaml").write_text(STORY)
    Path("review.json").write_text(json.dumps(REVIEW))
    return put


@pytest.fixture
def run(capfd):
    def run(*arguments):
        code = main([*QUIET, *arguments])
        return code, *capfd.readouterr()

    return run


def parted(text):
    """What is told of the plugin, and all else."""
    lines = text.splitlines()
    return [line for line in lines if "[plugin-failed]" in line], [
        line for line in lines if "[plugin-failed]" not in line
    ]


WORK = (
    ("check", "story.yaml", "-q"),
    ("check", "review.json", "-q", "--least", "info"),
    ("export", "story.yaml", "-t", "tei", "-o", "-"),
    ("import", "review.json", "-o", "out", "--force"),
    ("check", "--explain", "syntax"),
)
HOOKS = {
    "factcheck_exporters": "()",
    "factcheck_importers": "()",
    "factcheck_rules": "()",
    "factcheck_rating_scales": "()",
    "factcheck_check": "(fact_check, profile)",
}
METHODS = {
    "export": ("Plain", "(self, fact_check, options)"),
    "validate": ("Plain", "(self, document)"),
    "sniff": ("Lines", "(self, head)"),
    "read": ("Lines", "(self, source, options)"),
    "locator": ("Lines", "(self, source)"),
    "plan": ("Lines", "(self, source, options)"),
    "judge": ("Lines", "(self, source, profile)"),
}
PROVIDES = (
    ("factcheck_exporters", "()", "return [Plain()]"),
    ("factcheck_importers", "()", "return [Lines()]"),
)
# What is right by the contract though it is among the misdeeds: no plan, a reason to decline, no findings.
RIGHT = {("plan", "none"), ("plan", "words"), ("sniff", "none"), ("sniff", "words")}


def told_of_work(run):
    for arguments in WORK:
        code, out, err = run(*arguments)
        yield code, *parted(out), *parted(err)


WITHOUT_IT = []


def told_without_it(run):
    """What is told where no plugin of others is installed, which is the same each time."""
    if not WITHOUT_IT:
        WITHOUT_IT.append(tuple((out, err[:-1]) for _, _, out, _, err in told_of_work(run)))
    return WITHOUT_IT[0]


@EACH
@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_that_misbehaves_is_told_and_all_else_is_as_it_was(install, run, hook, misdeed):
    before = told_without_it(run)
    install((hook, HOOKS[hook], misdeed))
    after = list(told_of_work(run))
    # The last line on standard error counts the findings.
    assert tuple((out, err[:-1]) for _, _, out, _, err in after) == before
    told = {line for _, of_out, _, of_err, _ in after for line in (*of_out, *of_err)}
    assert all("`acme` of acme" in line and len(line) < 1500 for line in told)
    code, out, _ = run("plugins")
    if hook == "factcheck_check":
        assert bool(told) == (misdeed != "return None")
    else:
        assert (code, "`acme`" in out or "problem: " in out) == (1, True)
    assert "Traceback" not in out


@pytest.mark.parametrize(
    "misdeed",
    [MISDEEDS[name] for name in ("raises", "none", "a number", "words", "nothing in a list", "what cannot be shown")],
)
@pytest.mark.parametrize("method", METHODS)
def test_a_format_that_misbehaves_is_told_and_the_next_one_is_gone_on_with(install, run, method, misdeed):
    owner, signature = METHODS[method]
    install(*PROVIDES, **{method: (owner, signature, misdeed)})
    Path("a.lines").write_text("a line\n")
    told = []
    for arguments in (
        ("export", "story.yaml", "-t", "plain", "-t", "tei", "-o", "out"),
        ("import", "a.lines", "review.json", "-o", "out", "--force", "--least", "info"),
        ("import", "a.lines", "--from", "lines", "--plan"),
        ("check", "a.lines", "review.json", "--profile", "google"),
    ):
        code, out, err = run(*arguments)
        found = [line for line in (out + err).splitlines() if "[plugin-failed]" in line or "could read" in line]
        told += found
        assert code == 2 or not found
        assert "Traceback" not in out + err
    assert Path("out/story.tei.xml").exists()
    assert len(list(Path("out").glob("*.yaml"))) == 1
    kind = next(name for name, code in MISDEEDS.items() if code == misdeed)
    assert told or (method, kind) in RIGHT
    assert all(f"`{'plain' if owner == 'Plain' else 'lines'}`" in line and len(line) < 1500 for line in told)


def test_what_is_sound_of_a_plugin_stays_and_so_does_what_all_others_find(install, run):
    body = """
    yield Finding("kept", Severity.WARNING, "kept", "claims[0].text")
    yield Finding("text", "error", "a text as severity", "claims[0].text")
    yield Finding("later", Severity.INFO, "kept, too", "claims[0].text")
    raise LookupError("then it broke")
    """
    install(("factcheck_check", "(fact_check)", body.strip()))
    code, out, err = run("check", "story.yaml", "review.json", "--to", "tei", "--least", "info")
    rules = [line.rpartition("[")[2].rstrip("]") for line in out.splitlines()]
    assert (code, rules.count("kept"), rules.count("later"), rules.count("plugin-failed")) == (2, 2, 2, 2)
    assert "space-around" in rules
    assert "claimreview-number-as-text" in rules
    assert "the `severity` of a finding is a factcheck.Severity, not 'error', in Finding(rule='text'" in out
    assert "; and 1 more [plugin-failed]" in out
    assert "1 fact-check" in err


@pytest.mark.parametrize("fields", ["", "rating_scale=None", "id=5, url=None, rating_scale=None"])
def test_a_fact_check_that_nobody_validated_is_told(install, run, fields):
    made = f"yield Imported('line 1', FactCheck.model_construct({fields}))"
    install(*PROVIDES, read=("Lines", "(self, source, options)", made))
    Path("a.lines").write_text("a line\n")
    code, out, err = run("import", "a.lines", "review.json", "-o", "out")
    assert (code, "the importer `lines` gave a fact-check that is none: " in out) == (2, True)
    assert (
        "1 fact-check written, 1 fact-check not written" in err
        or "1 fact-check not written, 1 fact-check written" in err
    )
    code, out, err = run("check", "a.lines")
    assert (code, "[plugin-failed]" in out, "Traceback" in err) == (2, True, False)


@pytest.mark.parametrize("line", ["0", "True", "'1'"])
def test_a_line_that_is_none_is_told_and_the_rest_of_the_record_kept(install, run, line):
    kept = "(Finding('kept', Severity.WARNING, 'kept', 'line 1'),)"
    made = f"yield Imported('line 1', None, {kept}, line={line}, column=1)"
    install(*PROVIDES, read=("Lines", "(self, source, options)", made))
    Path("a.lines").write_text("a line\n")
    code, out, _ = run("check", "a.lines")
    assert (code, "as `line`, which is a number from 1 or None" in out, "[kept]" in out) == (2, True, True)


def test_what_a_judge_found_before_it_broke_is_told(install, run):
    found = "yield Finding('found', Severity.WARNING, 'found', '/0'); raise LookupError('then it broke')"
    install(*PROVIDES, judge=("Lines", "(self, source, profile)", found))
    Path("a.lines").write_text("a line\n")
    code, out, _ = run("check", "a.lines", "--profile", "google")
    rules = [line.rpartition("[")[2].rstrip("]") for line in out.splitlines()]
    assert (code, rules) == (2, ["bad-line", "found", "plugin-failed"])


def test_a_file_of_a_folder_is_not_passed_over_for_a_reader_that_broke(install, run):
    install(*PROVIDES, sniff=("Lines", "(self, head)", "raise RuntimeError('boom')"))
    Path("folder").mkdir()
    Path("folder/a.lines").write_text("a line\n")
    for arguments in (("check", "folder"), ("import", "folder", "-o", "out")):
        code, out, err = run(*arguments)
        assert (code, "the importer `lines` failed: RuntimeError: boom" in out + err) == (2, True)
        assert "passed over" not in err


def test_a_broken_rule_keeps_nothing_from_being_repaired_or_written(install, run):
    install(("factcheck_check", "(fact_check)", "raise RuntimeError('boom')"))
    code, out, err = run("check", "--fix", "story.yaml")
    assert (code, "+headline: 'H'" in out, "RuntimeError: boom [plugin-failed]" in err) == (2, True, True)
    assert "headline: 'H'" in Path("story.yaml").read_text()
    assert run("export", "story.yaml", "-t", "tei", "-o", "out")[0] == 2
    assert Path("out/story.tei.xml").exists()


def test_what_a_plugin_prints_stands_on_standard_error(install, run):
    loud = "print('noise'); sys.stdout.write('more noise\\n'); "
    provided = [(name, signature, loud + code) for name, signature, code in PROVIDES]
    rest = [(name, HOOKS[name], loud + "return []") for name in HOOKS if name not in {each[0] for each in PROVIDES}]
    before = [run(*arguments)[1] for arguments in WORK]
    install(
        *provided, *rest,
        export=("Plain", "(self, fact_check, options)", loud + "return Document('text/plain', '.txt', b'H')"),
        sniff=("Lines", "(self, head)", loud + "return 'no'"),
    )  # fmt: skip
    assert [run(*arguments)[1] for arguments in WORK] == before
    code, out, err = run("export", "story.yaml", "-t", "plain", "-o", "-")
    assert (code, out, "noise" in err) == (0, "H", True)
    code, out, _ = run("plugins", "--format", "json")
    assert (code, all(json.loads(line)["name"] for line in out.splitlines())) == (0, True)
    assert "noise" not in run("--help")[1]


@pytest.mark.parametrize(
    "deed",
    [
        "fact_check.headline = 'changed'",
        "del fact_check.headline",
        "fact_check.claims.append(1)",
        "fact_check.claims[0].text = 'changed'",
        "fact_check.rating_scale.ratings[0].names['en'] = 'changed'",
    ],
)
def test_a_fact_check_is_not_a_plugins_to_change(install, run, deed):
    scale = "rating_scale: {ratings: [{id: r, names: {en: A label}}]}\n"
    Path("story.yaml").write_text(STORY + scale)
    before = run("export", "story.yaml", "-t", "tei", "-o", "-")[1]
    install(("factcheck_check", "(fact_check)", deed))
    code, out, err = run("export", "story.yaml", "-t", "tei", "-o", "-")
    assert (code, out, "`acme` of acme failed: " in err) == (2, before, True)


@pytest.mark.parametrize(
    "finding",
    [
        "path='headline[3].x'",
        "path='[0]'",
        "path='claims[99999999999999].text[[]]..'",
        "path='\\ud800'",
        "path='claims[0].text\\n::error::'",
        "line=-1, column=10**30",
        "file='../\\x1b[31m'",
        "stood='', made=''",
        "rule=''",
        "message='\\ud800\\x00'",
    ],
)
def test_a_finding_may_say_anything(install, run, finding):
    odd = f"return [Finding('odd', Severity.ERROR, 'm')._replace({finding})]"
    install(("factcheck_check", "(fact_check)", odd))
    for style in ("text", "json", "github"):
        code, out, err = run("check", "story.yaml", "review.json", "--format", style)
        assert code == 1
        assert "Traceback" not in err
        assert "\x1b" not in out


def test_a_plugin_without_metadata_works_and_is_listed(install, run, tmp_path):
    install(("factcheck_check", "(fact_check)", "return []"))
    (tmp_path / "site" / "acme-1.0.dist-info" / "METADATA").unlink()
    code, out, _ = run("plugins")
    assert (code, "acme  an unknown distribution\n" in out) == (0, True)
    assert run("--block", "acme", "check", "story.yaml", "--to", "tei")[0] == 0


def test_completion_is_not_disturbed(install, monkeypatch, capfd):
    install(("factcheck_exporters", "()", "print('noise'); return []"))
    monkeypatch.setenv("_FACTCHECK_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "factcheck export --to t")
    monkeypatch.setenv("COMP_CWORD", "3")
    assert main([]) == 0
    assert capfd.readouterr().out == "plain,tei\n"
