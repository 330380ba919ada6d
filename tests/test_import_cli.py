"""`factcheck import` and `factcheck.imports`: which importer reads what, what is written, and what is told."""

import io
import json

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from installed import distribution, installed
from trying import examples

import factcheck
from factcheck.cli import main
from factcheck.importing import sniffed
from factcheck.testing import full_fact_check, strategies

# An importer of a third party: one fact-check a line, `headline|claim`, put right where it is shouted.
LINES = """
    from factcheck import FactCheck, Finding, Imported, Importer, Input, Options, ReadingError, Rule, Severity, hookimpl
    from pydantic import Field

    RULES = (
        Rule("{name}-shouted", Severity.WARNING, "A headline is not shouted.", "write it in small letters", "the desk"),
        Rule("{name}-empty", Severity.ERROR, "There is a claim.", "write the claim after the bar", "the desk"),
    )


    class LineOptions(Options):
        language: str = Field(default="und", description="Language of all lines.")


    class Lines(Importer):
        name, summary, suffixes, options = "{name}", "a headline and a claim a line", (".{name}",), LineOptions

        def sniff(self, head):
            return None if b"|" in head else "no bar in it"

        def read(self, source, options):
            body = source.whole(1000)
            if b"\\0" in body:
                raise ReadingError([Finding("{name}-nul", Severity.ERROR, "a NUL stands in it")])
            if b"boom" in body:
                raise RuntimeError("broken program")
            for number, line in enumerate(body.decode("utf-8", "replace").splitlines(), 1):
                headline, _, claim = line.partition("|")
                place, found = f"line {{number}}", []
                if headline.isupper():
                    found.append(RULES[0].finding("shouted", place, stood=headline, made=headline.lower()))
                if not claim.strip():
                    yield Imported(place, None, (*found, RULES[1].finding("no claim", place)))
                    continue
                made = {{
                    "id": f"https://lines.example/{{headline.lower().strip() or number}}",
                    "headline": headline.lower().strip() or "none",
                    "language": options.language,
                    "claims": [{{"id": "c1", "text": claim}}],
                }}
                yield Imported(place, FactCheck.model_validate(made), tuple(found))

        def plan(self, source, options):
            return "headline: 1\\nclaim: 2\\n"


    @hookimpl
    def factcheck_importers():
        return [Lines()]


    @hookimpl
    def factcheck_rules():
        return RULES
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def put(name):
        source = LINES.format(name=name)
        installed(monkeypatch, tmp_path / "site", f"acme-{name} 1.0", f"acme_{name} = acme_{name}", source)

    put("lines")
    return put


@pytest.fixture
def run(install, capsys):
    def run(*arguments):
        code = main(["import", *map(str, arguments)])
        return code, *capsys.readouterr()

    return run


def written(folder):
    return {path.name: factcheck.load(path) for path in sorted(folder.iterdir())}


def test_each_record_becomes_a_file_that_is_a_fact_check(run, tmp_path):
    (tmp_path / "a.lines").write_text("one|It rained.\ntwo|It snowed.\n")
    code, out, err = run("a.lines", "-o", "out")
    assert (code, out) == (0, "")
    assert "a.lines: read as lines\n1 source, 2 fact-checks written: no findings\n" in err
    files = written(tmp_path / "out")
    assert [each.claims[0].text for each in files.values()] == ["It rained.", "It snowed."]


def test_names_are_the_same_each_time_and_whatever_else_is_there(run, tmp_path):
    (tmp_path / "a.lines").write_text("one|It rained.\ntwo|It snowed.\n")
    (tmp_path / "b.lines").write_text("two|It snowed.\n")
    run("a.lines", "-o", "first")
    run("b.lines", "-o", "second")
    assert set(written(tmp_path / "second")) < set(written(tmp_path / "first"))


def test_a_repair_is_a_finding_and_with_strict_an_error_and_nothing_is_written(run, tmp_path):
    (tmp_path / "a.lines").write_text("ONE|It rained.\n")
    code, out, _ = run("a.lines", "-o", "out", "--format", "json")
    finding = json.loads(out)
    assert code == 0
    assert (finding["severity"], finding["stood"], finding["made"]) == ("warning", "ONE", "one")
    assert (finding["file"], finding["path"], finding["rule"]) == ("a.lines", "line 1", "lines-shouted")
    code, out, err = run("a.lines", "-o", "strict", "--strict")
    assert code == 1
    assert "error: line 1: shouted" in out
    assert "1 fact-check not written" in err
    assert not (tmp_path / "strict").exists()


def test_a_record_that_cannot_be_read_does_not_stop_the_rest(run, tmp_path):
    (tmp_path / "a.lines").write_text("one|\ntwo|It snowed.\n")
    code, out, err = run("a.lines", "-o", "out")
    assert code == 1
    assert "no claim" in out
    assert "1 fact-check not written, 1 fact-check written" in err
    assert len(written(tmp_path / "out")) == 1


def test_an_input_that_cannot_be_read_does_not_stop_the_others(run, tmp_path):
    (tmp_path / "a.lines").write_bytes(b"a|\0")
    (tmp_path / "b.lines").write_text("two|It snowed.\n")
    code, out, _ = run("a.lines", "missing.lines", "b.lines", "-o", "out")
    assert code == 2
    assert "a NUL stands in it" in out
    assert "missing.lines: error: there is no such file" in out
    assert len(written(tmp_path / "out")) == 1


def test_strict_writes_none_of_which_a_value_was_left_out_as_wrong(run, tmp_path):
    markup = {
        "@context": "https://schema.org", "@type": "ClaimReview", "url": "https://desk.example/rain", "headline": "Rain",
        "inLanguage": "en", "claimReviewed": "It rained.", "datePublished": "2024-05-06", "about": {"@type": "Place"},
        "author": {"@type": "Organization", "name": "Desk"}, "itemReviewed": {"@type": "Claim"},
        "reviewRating": {"@type": "Rating", "alternateName": "False"},
    }  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps(markup))
    (tmp_path / "b.json").write_text(json.dumps(markup | {"datePublished": "6/5", "url": "https://desk.example/snow"}))
    code, out, err = run("a.json", "b.json", "-o", "out", "--strict", "--least", "info")
    assert (code, "1 fact-check written, 1 fact-check not written" in err) == (1, True)
    assert "info: /about/@type: no part of a fact-check was made of this" in out
    assert 'error: /datePublished: this is no date that can be read for sure: it is left out: "6/5"' in out


def test_of_many_pages_one_without_markup_is_told_and_the_others_are_read(run, tmp_path):
    (tmp_path / "a.html").write_text("<html><p>Rain</p></html>")
    (tmp_path / "b.html").write_text("<html><p>On ClaimReview</p></html>")
    (tmp_path / "c.lines").write_text("one|It rained.\n")
    code, out, err = run("a.html", "b.html", "c.lines", "-o", "out")
    assert code == 2
    assert "a.html: error: no importer can read this (claimreview: no ClaimReview or MediaReview" in out
    assert "b.html: error: there is no ClaimReview or MediaReview in it [claimreview-none]" in out
    assert "3 sources, 1 fact-check written: 2 errors" in err


def test_a_file_that_differs_is_kept_unless_forced(run, tmp_path):
    (tmp_path / "a.lines").write_text("one|It rained.\n")
    run("a.lines", "-o", "out")
    (path,) = (tmp_path / "out").iterdir()
    path.write_text(path.read_text() + "# edited\n")
    code, out, err = run("a.lines", "-o", "out")
    assert code == 0
    assert "it is kept; --force replaces it [file-kept]" in out
    assert "1 fact-check kept" in err
    assert path.read_text().endswith("# edited\n")
    run("a.lines", "-o", "out", "--force")
    assert not path.read_text().endswith("# edited\n")
    assert "1 fact-check there already" in run("a.lines", "-o", "out")[2]


def test_one_id_twice(run, tmp_path):
    (tmp_path / "a.lines").write_text("one|It rained.\none|It rained.\none|It snowed.\n")
    _, _, err = run("a.lines", "-o", "out")
    assert "2 fact-checks written, 1 fact-check found again" in err
    second, first = written(tmp_path / "out")
    assert second == first.replace(".yaml", "-2.yaml")


def test_of_several_that_could_read_it_the_suffix_decides(install, run, tmp_path):
    install("rows")
    (tmp_path / "a.lines").write_text("one|It rained.\n")
    (tmp_path / "a.txt").write_text("one|It rained.\n")
    assert "a.lines: read as lines" in run("a.lines", "-o", "out")[2]
    code, out, _ = run("a.txt", "-o", "out")
    assert code == 2
    assert "lines and rows could read this; name one" in out
    assert run("a.txt", "--from", "rows", "-o", "out")[0] == 0


def test_where_none_can_read_it_each_says_why(run, tmp_path):
    (tmp_path / "a.bin").write_bytes(b"\x01\x02\x03")
    code, out, _ = run("a.bin", "-o", "out")
    assert code == 2
    assert "a.bin: error: no importer can read this" in out
    assert "lines: no bar in it" in out
    (tmp_path / "a.lines").write_text("one|It rained.\n")
    assert "1 fact-check written" in run("a.bin", "a.lines", "-o", "out")[2]
    host = factcheck.Host.discover()
    found = sniffed(host, factcheck.Input.of(b"\x01\x02\x03"))
    assert found.able == ()
    assert set(found.declined) == set(host.importers)


def test_an_unknown_importer_and_an_unknown_option(run, tmp_path):
    (tmp_path / "a.lines").write_text("one|It rained.\n")
    code, _, err = run("a.lines", "--from", "line", "-o", "out")
    assert (code, "did you mean `lines`?" in err) == (2, True)
    code, _, err = run("a.lines", "-O", "lines.langage=pt", "-o", "out")
    assert (code, "did you mean `language`?" in err) == (2, True)


def test_an_option_and_an_option_from_a_file(run, tmp_path):
    (tmp_path / "a.lines").write_text("one|It rained.\n")
    (tmp_path / "language").write_text("pt")
    run("a.lines", "-O", "lines.language=fr", "-o", "out")
    run("a.lines", "-O", "lines.language=@language", "-o", "other")
    assert [each.language for each in written(tmp_path / "out").values()] == ["fr"]
    assert [each.language for each in written(tmp_path / "other").values()] == ["pt"]
    code, _, err = run("a.lines", "-O", "lines.language=@nowhere", "-o", "out")
    assert (code, "nowhere: error: there is no such file" in err) == (2, True)


def test_the_plan_is_shown_and_nothing_is_written(run, tmp_path):
    (tmp_path / "a.lines").write_text("one|It rained.\n")
    code, out, _ = run("a.lines", "--plan")
    assert (code, out) == (0, "headline: 1\nclaim: 2\n")
    assert not (tmp_path / "out").exists()


def test_without_a_folder_nothing_is_read(run):
    code, _, err = run("a.lines")
    assert (code, "say where to write: `-o DIR`" in err) == (2, True)


def test_standard_output_is_no_folder(run, tmp_path):
    code, _, err = run("a.lines", "-o", "-")
    assert (code, "name a folder, or `./-` for one of this name" in err, (tmp_path / "-").exists()) == (2, True, False)


def test_a_broken_program_is_told_with_its_name(run, tmp_path):
    (tmp_path / "a.lines").write_text("boom|It rained.\n")
    code, out, _ = run("a.lines", "-o", "out")
    assert code == 2
    assert "the importer `lines` failed: RuntimeError: broken program [plugin-failed]" in out


def test_an_address_is_not_fetched(run):
    code, _, err = run("https://desk.example/a", "-o", "out")
    assert (code, "nothing is fetched but by `factcheck import --fetch`: save the page" in err) == (2, True)


def test_standard_input(run, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"one|It rained.\n")))
    code, _, err = run("-", "--from", "lines", "-o", "out")
    assert code == 0
    assert "<stdin>: read as lines" in err
    assert len(written(tmp_path / "out")) == 1


def test_two_importers_of_one_name_are_both_left_out_and_named(install, tmp_path):
    site = tmp_path / "site"
    distribution(site, "acme-other 1.0", "acme_other = acme_other", (site / "acme_lines.py").read_text())
    host = factcheck.Host.discover()
    assert "lines" not in host.importers
    with pytest.raises(factcheck.UnknownImporterError, match="`acme_lines` of acme-lines and by `acme_other`"):
        host.importer("lines")
    assert "lines" in factcheck.Host.discover(block=["acme-other"]).importers


def test_from_python(install, tmp_path):
    path = tmp_path / "a.lines"
    path.write_text("ONE|It rained.\n")
    host = factcheck.Host.discover()
    (record,) = factcheck.imports(path, options={"language": "pt"}, host=host)
    assert record.fact_check.language == "pt"
    assert record.findings[0].file == str(path)
    with pytest.raises(factcheck.ReadingError, match="no such file"):
        list(factcheck.imports(tmp_path / "missing"))
    with pytest.raises(factcheck.ReadingError, match="which is the limit"):
        list(factcheck.imports(factcheck.Input.of(b"a|b\n" * 1000, "a.lines"), host=host))


def test_the_plugins_command_lists_importers(install, capsys):
    assert main(["plugins"]) == 0
    out = capsys.readouterr().out
    assert "--from lines: .lines, a headline and a claim a line" in out
    assert "-O lines.language=VALUE  Language of all lines." in out


@settings(
    max_examples=examples(25),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(fact_check=strategies.fact_checks())
def test_every_fact_check_comes_back_from_its_yaml(fact_check):
    assert factcheck.loads(factcheck.dumps(fact_check)) == fact_check


def test_yaml_is_written_for_people():
    text = factcheck.dumps(full_fact_check())
    assert "published: 2016-01-05\n" in text or "published: 2016" in text
    assert "authors: [writer]\n" in text
    assert "null" not in text


def test_a_file_is_called_after_the_address_where_the_id_says_nothing(run, tmp_path):
    review = '{"@type": "ClaimReview", "url": "https://desk.example/rain#c1", "claimReviewed": "It rained.", "reviewRating": {"alternateName": "False"}}'
    (tmp_path / "a.json").write_text(review)
    run("a.json", "--from", "claimreview", "-o", "out")
    (name,) = [path.name for path in (tmp_path / "out").iterdir()]
    assert name.startswith("rain")
