"""`factcheck check` as a linter: what it reads, whom it asks for, what a rule wants, and what a comment allows."""

import ast
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from installed import installed

from factcheck import Finding, Host, Input, Rule, dumps, load
from factcheck.allowing import sifted
from factcheck.cli import main
from factcheck.cli.native import importer_for
from factcheck.reading import read
from factcheck.reading.comments import comments
from factcheck.rules import ALLOWING, OWN, READING

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "taliban-russia-2015" / "factcheck.yaml"
# Only what the test is about: the rules of all other plugins may grow.
QUIET = ("--block", "desk", "--block", "factchecktools", "--block", "scales", "--block", "table")
PLUGIN = """
    from factcheck import Imported, Importer, Rule, Severity, hookimpl

    RULES = (
        Rule("house-doubt", Severity.WARNING, "No claim doubts.", "say it", "the house"),
        Rule("house-shout", Severity.ERROR, "No claim shouts.", "say it low", "the house", ("quiet",)),
    )


    class Greedy(Importer):
        name, summary, suffixes = "greedy", "takes everything", (".greedy",)

        def sniff(self, head):
            return None if b"greed" in head else "no greed"

        def read(self, source, options):
            if b"silence" not in source.whole(1000):
                yield Imported("", None, (RULES[0].finding("nothing but greed"),))


    @hookimpl
    def factcheck_importers():
        return [Greedy()]


    @hookimpl
    def factcheck_rules():
        return RULES


    @hookimpl
    def factcheck_check(fact_check, profile):
        for index, agent in enumerate(fact_check.agents):
            if "doubt" in (agent.name or ""):
                yield RULES[0].finding("doubts", f"agents[{index}].name")
        for index, claim in enumerate(fact_check.claims):
            words = (("doubt", RULES[0]), ("shout", RULES[1]))
            yield from (
                rule.finding(f"{word}s", f"claims[{index}].text")
                for word, rule in words
                if word in claim.text and rule.asked(profile)
            )
"""
REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "inLanguage": "en",
    "url": "https://desk.example/1",
    "headline": "No snow",
    "datePublished": "2020-06-23",
    "author": {"@type": "Organization", "name": "Desk"},
    "claimReviewed": "It snowed",
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Ann"}},
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "False",
        "ratingValue": "1",
        "worstRating": 1,
        "bestRating": 5,
    },
}


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A plugin with two rules, one of them for a profile, and an importer; and an empty folder."""
    installed(monkeypatch, tmp_path / "site", "house 1.0", "house = house_rules", PLUGIN)
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)
    return desk


@pytest.fixture
def run(house, capsys):
    def run(*arguments):
        code = main([*QUIET, "check", *map(str, arguments)])
        return code, *capsys.readouterr()

    return run


def story(*claims, top="", text=""):
    """A fact-check in YAML, one claim a line from line 5 on; each may bring its comment."""
    body = "".join(f"  - {{id: c{number}, text: {claim}}}{text}\n" for number, claim in enumerate(claims, 1))
    return f"{top}id: urn:x:y\nheadline: H\nlanguage: en\nclaims:\n{body}"


def rules_of(out):
    return re.findall(r"\[([a-z-]+)\]$", out, re.MULTILINE)


# What is ours, and what others published


@pytest.mark.parametrize(
    ("name", "body", "importer"),
    [
        ("a.yaml", b"{}", None),
        ("a.yml", b'{"@type": "ClaimReview"}', None),
        ("a.json", json.dumps({"id": "urn:x:y", "headline": "On ClaimReview"}).encode(), None),
        ("a.json", b'{"claims": [{"text": "' + b"x" * 70_000 + b'"}], "headline": ""}', None),
        ("a.json", json.dumps(REVIEW).encode(), "claimreview"),
        ("a.json", json.dumps([REVIEW]).encode(), "claimreview"),
        ("a.json", json.dumps({"id": "x", "headline": "x", **REVIEW}).encode(), "claimreview"),
        ("a.json", b"\xef\xbb\xbf" + json.dumps(REVIEW).encode(), "claimreview"),
        ("a.txt", json.dumps(REVIEW).encode(), "claimreview"),
        ("a.html", b"<html><script type='application/ld+json'>" + json.dumps(REVIEW).encode() + b"</script>", "claimreview"),
        ("<stdin>", b"# ClaimReview\n---\nheadline: x", None),
        ("<stdin>", b'"id": ClaimReview', None),
        ("<stdin>", b"", None),
        ("a.txt", b"\xff\xfe\x00", None),
        ("a.greedy", b"greed", "greedy"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("house")
def test_a_file_is_ours_or_an_importers(name, body, importer):
    host = Host.discover({"factchecktools", "table"})
    found, broken = importer_for(host, Input.of(body, name), None)
    assert (found and found.name, broken) == (importer, ())


def test_markup_in_a_page_is_checked_at_its_lines(run):
    page = f"<html lang=en>\n<body>\n<script type='application/ld+json'>\n{json.dumps(REVIEW, indent=1)}\n</script>"
    Path("page.html").write_text(page)
    code, out, err = run("page.html")
    assert code == 0
    line = next(number for number, text in enumerate(page.splitlines(), 1) if "ratingValue" in text)
    assert re.search(
        rf"^page.html:{line}:\d+: warning: /reviewRating/ratingValue: .*\[claimreview-number-as-text\]$",
        out,
        re.MULTILINE,
    )
    assert "page.html: read as claimreview\n1 file, 1 fact-check: " in err


def test_our_rules_speak_of_the_place_in_the_markup(run):
    Path("review.jsonld").write_text(
        json.dumps({**REVIEW, "author": {"@type": "Person", "name": "Dr. doubt"}}, indent=1)
    )
    _, out, _ = run("review.jsonld", "--format", "json")
    doubt = next(finding for finding in map(json.loads, out.splitlines()) if finding["rule"] == "house-doubt")
    assert (doubt["file"], doubt["path"]) == ("review.jsonld", "/author")
    assert '"author"' in Path("review.jsonld").read_text().splitlines()[doubt["line"] - 1]


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("feed.jsonl", ("", "\n", "")),
        (
            "page.html",
            (
                '<html><script type="application/ld+json">\n',
                '</script>\n<script type="application/ld+json">',
                "</script></html>",
            ),
        ),
    ],
)
def test_of_several_reviews_each_finding_of_a_rule_stands_in_its_own(tmp_path, monkeypatch, capsys, name, shape):
    review = '{{"@type": "ClaimReview", "url": "https://desk.example/{0}", "inLanguage": "en", "headline": "On {0}", "claimReviewed": "{0} fell yesterday.", "reviewRating": {{"alternateName": "False"}}}}'
    words = ("rain", "snow", "hail")
    before, between, after = shape
    text = before + between.join(review.format(word) for word in words) + after
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(text)
    main(["check", name, "--format", "json"])
    out = capsys.readouterr().out
    told = [each for each in map(json.loads, out.splitlines()) if each["rule"] == "desk-relative-date"]
    assert [each["path"] for each in told] == ["/claimReviewed"] * 3
    for each, word in zip(told, words, strict=True):
        assert text.splitlines()[each["line"] - 1][each["column"] - 1 :].startswith(f'"{word} fell')


def test_what_a_rule_finds_in_a_row_stands_in_its_line(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("archive.csv").write_text(
        "url,claim,rating,language\n"
        'https://desk.example/1,"Rain\nfell.",False,en\n'
        "https://desk.example/2,It snowed yesterday.,False,en\n"
    )
    main(["check", "archive.csv", "--format", "json"])
    out = capsys.readouterr().out
    (told,) = [each for each in map(json.loads, out.splitlines()) if each["rule"] == "desk-relative-date"]
    assert (told["line"], told["path"]) == (4, "row 3, column B (claim)")


def test_tei_is_checked(run):
    assert main([*QUIET, "export", str(EXAMPLE), "-t", "tei", "-o", ".", "-q"]) == 0
    code, out, err = run("taliban-russia-2015.tei.xml", "--least", "warning")
    assert (code, "read as tei\n1 file, 1 fact-check: " in err) == (0, True)
    assert all(line.startswith("taliban-russia-2015.tei.xml:") for line in out.splitlines())


def test_strict_takes_repairs_for_errors(run):
    Path("review.json").write_text(json.dumps(REVIEW))
    assert run("review.json")[0] == 0
    code, out, _ = run("review.json", "--strict")
    assert code == 1
    assert re.search(r"error: /reviewRating/ratingValue: .*\[claimreview-number-as-text\]", out)
    Path("ours.yaml").write_text(story('" spaced "'))
    assert run("ours.yaml", "--to", "tei")[0] == 0
    assert run("ours.yaml", "--to", "tei", "--strict")[0] == 1


def test_strict_takes_what_is_left_out_as_wrong_for_an_error_and_what_has_no_place_for_none(run):
    Path("review.json").write_text(
        json.dumps({**REVIEW, "reviewRating": {"@type": "Rating", "alternateName": "False"}, "thumbnailUrl": "x"})
    )
    assert run("review.json", "--strict", "-t", "claimreview")[0] == 0
    Path("review.json").write_text(
        json.dumps({**REVIEW, "reviewRating": {"alternateName": "False"}, "datePublished": "6/5"})
    )
    assert run("review.json")[0] == 0
    code, out, _ = run("review.json", "--strict")
    assert code == 1
    assert re.search(r"error: /datePublished: .*it is left out: \"6/5\" \[claimreview-date-not-iso\]", out)


def test_importers_have_their_options(run):
    markup = {key: value for key, value in REVIEW.items() if key != "inLanguage"}
    Path("review.json").write_text(json.dumps(markup))
    Path("language").write_text("pt")
    assert "claimreview-no-language" in rules_of(run("review.json")[1])
    for value in ("pt", "@language"):
        assert "claimreview-no-language" not in rules_of(run("review.json", "-O", f"claimreview.language={value}")[1])
    for option, told in (
        ("claimreview.langage=pt", "did you mean `language`?"),
        ("claimreveiw.language=pt", "did you mean `claimreview`?"),
        ("language=pt", "write an option as NAME.KEY=VALUE"),
        ("claimreview.language=Portuguese", "write a tag of BCP 47"),
    ):
        code, _, err = run("review.json", "-O", option)
        assert (code, told in err) == (2, True)


def test_of_many_pages_one_without_markup_is_told_and_the_others_are_checked(run):
    Path("a.html").write_text("<html>ClaimReview, as a word")
    Path("b.json").write_text(json.dumps(REVIEW))
    code, out, err = run("a.html", "b.json")
    assert code == 2
    assert "a.html: error: there is no ClaimReview or MediaReview in it [claimreview-none]" in out
    assert "2 files, 1 fact-check" in err


def test_an_importer_can_be_named(run):
    Path("review.json").write_text(json.dumps(REVIEW))
    code, out, _ = run("review.json", "--from", "tei")
    assert (code, rules_of(out)) == (2, ["tei-syntax"])
    code, _, err = run("review.json", "--from", "tie")
    assert (code, "did you mean `tei`?" in err) == (2, True)


def test_of_several_importers_one_is_to_be_named_and_the_next_file_is_checked(run):
    Path("both").write_text(json.dumps({**REVIEW, "greed": "greed"}))
    Path("ours.yaml").write_text(story("a doubt"))
    code, out, _ = run("both", "ours.yaml")
    assert code == 2
    assert "both: error: claimreview and greedy could read this; name one with `--from` [which-importer]" in out
    assert "ours.yaml:5:20: warning: claims[0].text: doubts [house-doubt]" in out


def test_an_input_with_nothing_in_it_is_an_error(run):
    Path("a.greedy").write_text("greed and silence")
    code, out, _ = run("a.greedy")
    assert (code, rules_of(out)) == (2, ["nothing-found"])


def test_nothing_is_fetched(run):
    code, out, err = run("https://desk.example/1")
    assert (code, out, "nothing is fetched" in err) == (2, "", True)


# For whom, and what a rule wants


def test_a_profile_asks_for_its_rules(run):
    Path("a.yaml").write_text(story("a shout"))
    assert "house-shout" not in run("a.yaml")[1]
    code, out, _ = run("a.yaml", "--profile", "quiet")
    assert (code, "a.yaml:5:20: error: claims[0].text: shouts [house-shout]" in out) == (1, True)


def test_an_unknown_profile_gets_the_near_one(run):
    code, _, err = run("a.yaml", "--profile", "quite")
    assert (code, "there is no profile `quite`; did you mean `quiet`?" in err) == (2, True)
    assert "there is no profile `zzz`; there are " in run("a.yaml", "--profile", "zzz")[2]


def test_a_rule_is_explained(run):
    code, out, _ = run("--explain", "house-shout")
    assert code == 0
    assert out.splitlines() == [
        "house-shout  error",
        "  wants   No claim shouts.",
        "  to do   say it low",
        "  source  the house",
        "  asked   for quiet (--profile)",
        "  plugin  house",
    ]
    assert "  asked   always" in run("--explain", "syntax")[1]
    assert json.loads(run("--explain", "house-doubt", "--format", "json")[1])["wants"] == "No claim doubts."


def test_an_unknown_rule_gets_the_near_ones(run):
    code, _, err = run("--explain", "house-dout")
    assert (code, "there is no rule `house-dout`; did you mean `house-doubt`" in err) == (2, True)
    code, _, err = run("--explain", "xyzzy")
    assert (code, err.splitlines()[-1]) == (
        2,
        "Error: there is no rule `xyzzy`; all of them are in docs/reference/rules.md, and in brackets behind each finding",
    )
    assert run()[0] == 2


@pytest.mark.usefixtures("house")
def test_rules_and_profiles_complete():
    from factcheck.cli.explaining import complete_profile, complete_rule  # noqa: PLC0415  # as the shell asks for them

    assert complete_rule(None, None, "house-") == ["house-doubt", "house-shout"]
    assert complete_profile(None, None, "qui") == ["quiet"]


# Every rule is in the book


def written_ids():
    """Each rule's id in our sources, with the file: what a `Rule` or a `Finding` is made with, and what tables are asked for."""
    files = [
        path for path in (*ROOT.glob("factcheck/**/*.py"), *ROOT.glob("plugins/**/*.py")) if "testing" not in path.parts
    ]
    makers = ("Finding", "Rule", "Broken", "Problem", "failure")
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in makers:
                values = [each.value for each in node.args[:3] if isinstance(each, ast.Constant)]
                yield from ((path, value) for value in values if re.fullmatch(r"[a-z]+(-[a-z]+)*", str(value)))
            prefixed = r"(claimreview|desk|factchecktools|scales|table|tei)-[a-z-]*[a-z]"
            if isinstance(node, ast.Constant) and re.fullmatch(prefixed, str(node.value)):
                yield path, node.value


def test_every_rule_that_our_code_names_is_in_the_rulebook():
    host = Host.discover()
    broken = {plugin.name for plugin, _ in host.imports.problems} | {each.name for each in host.plugins if each.problem}
    files = {path for path, _ in written_ids()}
    assert any("factcheck_claimreview" in path.parts for path in files), "the scan finds nothing"
    lost = {
        (str(path.relative_to(ROOT)), name)
        for path, name in written_ids()
        if name not in host.rulebook.things and path.relative_to(ROOT).parts[1] not in broken
    }
    assert not lost


def test_every_rule_says_what_it_wants_what_to_do_and_where_it_comes_from():
    for name, rule in Host.discover().rulebook.things.items():
        assert isinstance(rule, Rule)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        assert rule.summary.strip(), name
        assert rule.fix.strip(), name
        assert rule.source.strip(), name


def test_the_page_of_rules_has_every_one_of_ours():
    page = (ROOT / "docs/reference/rules.md").read_text(encoding="utf-8")
    book = Host.discover().rulebook
    ours = [name for name, plugin in book.providers.items() if plugin.distribution == "factcheck-export"]
    assert ours
    assert not [name for name in ours if f"| `{name}` | {book.things[name].severity} |" not in page]


# What a comment allows


def test_a_comment_allows_what_a_rule_finds_in_its_line(run):
    Path("a.yaml").write_text(story("a doubt", text="  # factcheck: allow house-doubt: it is a quotation"))
    code, out, err = run("a.yaml", "--to", "tei")
    assert (code, out, err) == (0, "", "1 file, 1 finding allowed: no findings\n")


def test_a_comment_alone_is_for_the_next_line_that_says_something(run):
    comment = "  # factcheck: allow house-doubt: a quotation\n  # and more\n\n"
    body = story("a doubt", "one more doubt").replace("  - {id: c1", f"{comment}  - {{id: c1")
    Path("a.yaml").write_text(body)
    _, out, _ = run("a.yaml", "--to", "tei")
    assert out == "a.yaml:9:20: warning: claims[1].text: doubts [house-doubt]\n"


def test_a_comment_before_the_key_is_for_a_value_in_the_next_line(run):
    claim = "  - id: c1\n    # factcheck: allow house-doubt: a quotation\n    text:\n      a doubt\n"
    Path("a.yaml").write_text(story() + claim)
    assert run("a.yaml", "--to", "tei")[1] == ""


@pytest.mark.parametrize("top", ["", "---\n", "# of us\n\n"])
def test_a_comment_before_all_is_for_the_file(run, top):
    comment = "# factcheck: allow house-doubt: we only quote\n"
    Path("a.yaml").write_text(story("a doubt", "one more doubt", top=comment + top))
    assert run("a.yaml", "--to", "tei")[1:] == ("", "1 file, 2 findings allowed: no findings\n")


@pytest.mark.parametrize(
    ("comment", "rule", "message"),
    [
        (
            "allow house-doubt",
            "allow-without-reason",
            "say why after a colon: `allow house-doubt: …`; nothing is allowed",
        ),
        ("allow house-doubt:  ", "allow-without-reason", "say why"),
        ("allow house-dout: a slip", "allow-unknown-rule", "did you mean `house-doubt`?"),
        ("allow: a slip", "allow-unknown-rule", "there is no rule ``"),
        ("allow syntax: please", "allow-of-form", "`syntax` cannot be allowed"),
        ("allow allow-unused: please", "allow-of-form", "`allow-unused` cannot be allowed"),
    ],
)
def test_what_allows_nothing_is_told(run, comment, rule, message):
    Path("a.yaml").write_text(story("a doubt", text=f" # factcheck: {comment}"))
    code, out, _ = run("a.yaml", "--to", "tei")
    assert code == 0
    assert rules_of(out) == ["house-doubt", rule]
    assert f"a.yaml:5:{story('a doubt').splitlines()[4].find('}') + 3}: warning: " in out
    assert message in out


def test_what_is_allowed_and_not_there_is_told_if_it_was_asked(run):
    Path("a.yaml").write_text(story("a claim", text=" # factcheck: allow house-shout: it is loud"))
    assert run("a.yaml")[1].count("allow-unused") == 0
    _, out, _ = run("a.yaml", "--profile", "quiet")
    assert ": info: `house-shout` finds nothing here [allow-unused]" in out
    Path("a.yaml").write_text(story("a claim", top="# factcheck: allow house-doubt: we quote\n"))
    assert "`house-doubt` finds nothing in this file [allow-unused]" in run("a.yaml")[1]


def test_export_allows_the_same(run, capsys):
    Path("a.yaml").write_text(story("a doubt", text=" # factcheck: allow house-doubt: a quotation"))
    assert main([*QUIET, "export", "a.yaml", "-t", "tei", "-o", "."]) == 0
    assert "house-doubt" not in capsys.readouterr().err


def test_what_keeps_a_file_from_being_a_fact_check_is_never_allowed(run):
    Path("a.yaml").write_text(story("a claim", top="# factcheck: allow unknown-key: it is ours\n") + "oops: 1\n")
    code, out, _ = run("a.yaml")
    assert (code, rules_of(out)) == (2, ["unknown-key"])


def test_json_has_no_comments(run):
    told = "# factcheck: allow house-doubt: in a text"
    Path("a.json").write_text(
        json.dumps({"id": "urn:x:y", "headline": told, "language": "en", "claims": [{"id": "c1", "text": "a doubt"}]})
    )
    assert rules_of(run("a.json", "--to", "tei")[1]) == ["house-doubt"]


COMMENTED = """\
# before all
id: urn:x:y  # at a line
headline: "not # this"   # but this
summary: |  # at a bar
  # not this
  nor # this

# after it
body: >-
  folded
  # not this
 # less deep
language: en#not this
claims: [  # in brackets
  {id: c1, text: 'nor #this'}, # between
]
"""


def test_comments_are_what_yaml_takes_for_comments():
    found = comments(COMMENTED)
    assert [(each.text, each.about) for each in found] == [
        ("# before all", None),
        ("# at a line", 2),
        ("# but this", 3),
        ("# at a bar", 4),
        ("# after it", 9),
        ("# less deep", 13),
        ("# in brackets", 14),
        ("# between", 15),
    ]
    for each in found:
        assert COMMENTED.splitlines()[each.line - 1][each.column - 1 :] == each.text
    assert comments("a: [") == []


@given(words=st.lists(st.text("abc \"'#:\n", max_size=12), min_size=1, max_size=6))
def test_no_text_is_taken_for_a_comment(words):
    example = load(EXAMPLE)
    hidden = [f"x # factcheck: allow house-doubt: {word}" for word in words]
    changed = example.model_copy(update={"body": "\n".join(hidden), "headline": " ".join(hidden[0].split())})
    reading = read(dumps(changed).encode(), "a.yaml")
    finding = Finding("house-doubt", "warning", "a doubt", "headline")
    assert reading.comments() == []
    assert sifted([reading.locate(finding)], reading, OWN).allowed == []


def test_rules_of_reading_and_of_allowing_can_all_not_be_allowed(run):
    for name in (*READING, *ALLOWING):
        Path("a.yaml").write_text(story("a claim", top=f"# factcheck: allow {name}: please\n"))
        assert "[allow-of-form]" in run("a.yaml")[1], name
