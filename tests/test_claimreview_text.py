"""ClaimReview in JSON that is broken in known ways, in lines, and in pages; and where in them each finding stands."""

import json
import sys
import time
from contextlib import suppress
from functools import cache

import pytest
from claimreview_reading import REVIEW, one, read, review
from factcheck_claimreview.importer import ClaimReviewImporter
from factcheck_claimreview.importing.json_text import JSONError, parse
from hypothesis import example, given
from hypothesis import strategies as st

import factcheck
from factcheck.importing import sniffed

SCRIPT = '<script type="application/ld+json">%s</script>'
TEXT = json.dumps(REVIEW, indent=1)
HEADLINE = '"headline": "Did it rain?"'
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("rule", "text", "stood", "made"),
    [
        ("claimreview-stray-mark", TEXT[:-2] + ",\n}", ",", ""),
        ("claimreview-stray-mark", TEXT + ";", ";", ""),
        ("claimreview-stray-mark", TEXT.replace(f"{HEADLINE},", f"{HEADLINE};"), ";", ","),
        ("claimreview-comment", "// ours\n" + TEXT, "// ours", ""),
        ("claimreview-comment", TEXT.replace(HEADLINE, f"/* was: {{}} */ {HEADLINE}"), "/* was: {} */", ""),
        ("claimreview-comment", f"<![CDATA[{TEXT}]]>", "]]>", ""),
        (
            "claimreview-raw-control-character",
            TEXT.replace("Did it rain?", "Did it\nrain?"),
            "Did it\nrain?",
            "Did it\\nrain?",
        ),
        ("claimreview-byte-order-mark", "\ufeff" + TEXT, "U+FEFF", ""),
        ("claimreview-escaped-markup", TEXT.replace('"', "&quot;"), "&quot;", '"'),
        (
            "claimreview-repeated-key",
            TEXT.replace(HEADLINE, f'"headline": "Or not?", {HEADLINE}'),
            "Or not?",
            "Did it rain?",
        ),
        ("claimreview-half-character", TEXT.replace("rain?", "rain?\\ud800"), "Did it rain?\\ud800", "Did it rain?�"),
        ("claimreview-impossible-number", TEXT.replace('": 1,', '": 1e400,', 1), "1e400", "null"),
        ("claimreview-several-documents", f'{{"@type": "WebSite"}} {TEXT}', "2", "a list"),
    ],
)
def test_broken_json_is_put_right_in_the_open(rule, text, stood, made):
    fact_check, found = one(text.encode())
    assert fact_check.claims[0].text == "It rained in May."
    assert (found[rule].stood, found[rule].made) == (stood, made)
    assert found[rule].is_repair
    assert found[rule].line is not None


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ('{"claimReview": ', "ends before", 1, 17),
        ('{\n "claimReview": x}', "without quotation marks", 2, 17),
        ('{"claimReview": 1 "a": 2}', "a value stands where a comma or `}` is due", 1, 19),
        ('{"claimReview": "x', "does not end", 1, 17),
        ('{"claimReview": "\\x"}', "no escape", 1, 17),
        ('{"claimReview": 1]', "`]` stands where", 1, 18),
        ('{"claimReview"}', "colon", 1, 15),
        ('{"claimReview": ?}', "begins with '?'", 1, 17),
        ("[" * 10_000 + "claimreview", "nested more than 500 deep", 1, 501),
        ("{claimreview\xff", "without quotation marks", 1, 2),
    ],
)
def test_what_cannot_be_put_right_is_one_error_with_its_place(text, message, line, column):
    with pytest.raises(factcheck.ReadingError) as error:
        read(text.encode("utf-8"))
    (finding,) = error.value.findings
    assert finding.rule == "claimreview-unreadable"
    assert message in finding.message
    assert (finding.file, finding.line, finding.column) == ("a.jsonld", line, column)


def test_what_is_no_utf_8_is_one_error():
    with pytest.raises(factcheck.ReadingError) as error:
        read(b'{"claimReview":\n "\xff"}')
    assert [(each.line, each.column) for each in error.value.findings] == [(2, 3)]
    assert "UTF-8" in error.value.findings[0].message


@given(JSON)
@example(value=10**18 + 1)
def test_sound_json_is_read_as_it_is(value):
    for indent in (None, 1):
        parsed = parse(json.dumps(value, indent=indent))
        assert (parsed.value, parsed.repairs) == (value, [])


@given(st.text(alphabet='{}[],:;"\\ \n/*<!-->ae1.u0&quot\ufeff'))
def test_any_text_is_read_or_refused(text):
    offset = 0
    try:
        parse(text)
    except JSONError as error:
        offset = error.offset
    assert 0 <= offset <= len(text)


def test_a_line_each():
    records = [json.dumps(review(url=f"https://desk.example/{number}", headline="Rain ")) for number in range(3)]
    body = "\n".join([records[0], "", "{broken", *records[1:]]).encode()
    for name in ("a.jsonl", "a.json"):
        found = read(body, name)
        assert [each.fact_check.url[-1] for each in found if each.fact_check] == ["0", "1", "2"]
        told = {(each.rule, each.line) for record in found for each in record.findings}
        assert ("claimreview-unreadable", 3) in told
        assert {line for rule, line in told if rule == "claimreview-white-space"} == {1, 4, 5}


def test_scripts_are_found_as_browsers_find_them():
    shown = json.dumps(review(url="https://desk.example/shown"))
    hidden = json.dumps(review(url="https://desk.example/hidden"))
    page = f"""<!doctype html><html lang='pt-BR'><title>{SCRIPT % hidden}</title><!-- {SCRIPT % hidden} -->
      <textarea>{SCRIPT % hidden}</textarea><script>var text = '<!-- ';</script>
      <SCRIPT data-x="a > b" TYPE=Application/LD&#x2B;json;charset=utf-8 >{shown}</SCRIPT >
      <script type="application/json">{hidden}</script><script-x type="application/ld+json">{hidden}</script-x>"""
    assert [each.fact_check.url for each in read(page.encode(), "a.html") if each.fact_check] == [
        "https://desk.example/shown"
    ]


def test_a_broken_script_does_not_keep_the_others_from_being_read():
    page = (SCRIPT % '{"@type": WebSite}') + "\n" + (SCRIPT % '{"@type": ClaimReview}') + (SCRIPT % TEXT)
    found = read(page.encode(), "a.html")
    assert [each.fact_check.headline for each in found if each.fact_check] == ["Did it rain?"]
    told = {each.rule: each for record in found for each in record.findings}
    assert (told["claimreview-other-script"].severity, told["claimreview-other-script"].line) == ("warning", 1)
    assert (told["claimreview-unreadable"].severity, told["claimreview-unreadable"].line) == ("error", 2)


def test_a_page_in_another_encoding():
    page = f'<html><meta charset="iso-8859-1">{SCRIPT % json.dumps(review(headline="Está — é?"), ensure_ascii=False)}'
    (record,) = [each for each in read(page.encode("cp1252"), "a.html") if each.fact_check]
    assert record.fact_check.headline == "Está — é?"


def test_relative_addresses_start_from_the_base_of_the_page():
    page = f'<base href="https://other.example/a/">{SCRIPT % json.dumps(review(author={"name": "A", "url": "/b"}))}'
    (record,) = [each for each in read(page.encode(), "a.html") if each.fact_check]
    assert "https://other.example/b" in [agent.url for agent in record.fact_check.agents]


def test_a_page_with_a_large_head_in_utf_16_with_a_canonical_address():
    style = "<style>p{color:red}</style>" * 20_000
    page = f'<html><head>{style}{SCRIPT % json.dumps(review(url="/rain"))}<link rel="canonical" href="https://desk.example/x">'
    early = f'<html><head><link href="https://desk.example/x" rel=canonical>{style}{SCRIPT % json.dumps(review(url="/rain"))}'
    assert [each.fact_check.url for each in read(early.encode("utf-16"), "a.html") if each.fact_check] == [
        "https://desk.example/rain"
    ]
    assert "claimreview" in sniffed(factcheck.Host.discover(), factcheck.Input.of(page.encode(), "a.html")).able


def located(body, name):
    source = factcheck.Input.of(body.encode(), name)
    locate = ClaimReviewImporter().locator(source)
    return {each.rule: locate(each) for record in read(body.encode(), name) for each in record.findings}


WRONG = json.dumps(review(headline="Rain "), indent=1)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (WRONG, "a.json"),
        (f"[{WRONG}\n,{TEXT}]", "a.json"),
        (f"<html>\n<p>é</p> {SCRIPT % TEXT} {SCRIPT % WRONG}", "a.html"),
        (json.dumps(review(url="https://desk.example/x")) + "\n" + json.dumps(review(headline="Rain ")), "a.jsonl"),
    ],
)
def test_findings_have_the_line_and_column_of_their_value(body, name):
    found = located(body, name)["claimreview-white-space"]
    line = body.split("\n")[found.line - 1]
    assert line[found.column - 1 :].startswith('"Rain "')


MICRODATA = """<html lang="en"><div itemscope itemtype="http://schema.org/ClaimReview">
  <meta itemprop="datePublished" content="2024-05-06"><a itemprop="url" href="/rain">Did it rain?</a>
  <h1 itemprop="headline">Did it rain?</h1><q itemprop="claimReviewed">It rained in May.</q>
  <div itemprop="author" itemscope itemtype="http://schema.org/Organization"><b itemprop="name">The Desk</b></div>
  <div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating"><b itemprop="alternateName">False</b>
  <meta itemprop="ratingValue" content="1"><meta itemprop="bestRating" content="5">
  <meta itemprop="worstRating" content="1"><meta itemprop="image" content="/false.png"></div></div></html>"""
RDFA = """<html lang="en"><body vocab="http://schema.org/"><div typeof="ClaimReview">
  <meta property="datePublished" content="2024-05-06"><a property="url" href="/rain">Did it rain?</a>
  <h1 property="headline">Did it rain?</h1><q property="claimReviewed">It rained in May.</q>
  <div property="author" typeof="Organization"><b property="name">The Desk</b></div>
  <div property="reviewRating" typeof="Rating"><b property="alternateName">False</b>
  <meta property="ratingValue" content="1"><meta property="bestRating" content="5">
  <meta property="worstRating" content="1"><meta property="image" content="/false.png"></div></div></body></html>"""


@pytest.mark.parametrize(("page", "syntax"), [(MICRODATA, "microdata"), (RDFA, "rdfa")])
def test_attributes_of_a_page_are_read_where_no_script_speaks_of_it(page, syntax):
    source = factcheck.Input.of(page.encode(), "a.html", "https://desk.example/checks/")
    records = list(factcheck.imports(source, "claimreview"))
    (fact_check,) = [each.fact_check for each in records if each.fact_check]
    assert fact_check.url == "https://desk.example/rain"
    assert (fact_check.headline, fact_check.published) == ("Did it rain?", "2024-05-06")
    assert fact_check.rating_scale.bounds == (1, 5)
    assert [agent.name for agent in fact_check.agents] == ["The Desk"]
    told = {each.path: each.stood for record in records for each in record.findings}
    assert [
        (path.startswith(f"{syntax}/"), path.endswith("/reviewRating/image")) for path in told if "image" in path
    ] == [(True, True)]


def test_attributes_of_a_page_are_told_of_where_a_script_says_it():
    records = read((MICRODATA + SCRIPT % TEXT).encode(), "a.html")
    assert len([each for each in records if each.fact_check]) == 1
    assert "claimreview-said-twice" in {each.rule for record in records for each in record.findings}


def test_without_the_extra_a_page_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "extruct", None)
    with pytest.raises(factcheck.ReadingError) as error:
        read(MICRODATA.encode(), "a.html")
    assert "factcheck-export[html]" in error.value.findings[0].message


@pytest.mark.parametrize(
    "charset", ["hex", "zlib", "rot13", "punycode", "idna", "undefined", "utf-7", "utf-16", "nope"]
)
def test_a_page_may_declare_any_encoding(charset):
    page = f'<html><meta charset="{charset}">{SCRIPT % TEXT}'
    assert [each.fact_check.headline for each in read(page.encode(), "a.html") if each.fact_check] == ["Did it rain?"]


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<script </script " * 20_000 + "ld+json",
        "<html><p>ClaimReview</p> " + "itemtype=" * 40_000,
        "<html>" + "<meta " * 20_000 + "ld+json",
        json.dumps({"@type": "ClaimReview", "k" * 1_000_000: [{}] * 3000}),
        json.dumps(review(**{"@type": ["ClaimReview"] * 20_000})),
        json.dumps([{"@type": "ClaimReview", "url": f"https://d.example/{number}"} for number in range(4000)]),
    ],
    ids=["scripts", "attributes", "tags", "key", "types", "no claims"],
)
def test_no_input_takes_long(page):
    start = time.process_time()
    with suppress(factcheck.ReadingError):
        read(page.encode(), "a.html" if page.startswith("<") else "a.json")
    assert time.process_time() - start < 3 * seconds_of_sound_reviews()


@cache
def seconds_of_sound_reviews():
    sound = json.dumps([review(url=f"https://d.example/{number}") for number in range(4000)]).encode()
    start = time.process_time()
    read(sound)
    return time.process_time() - start


def test_nodes_that_refer_to_each_other_twice_are_written_out_once():
    links = "".join(
        f'<div resource="_:n{n}" typeof="Thing"><i property="author" resource="_:n{n + 1}"></i>'
        f'<i property="about" resource="_:n{n + 1}"></i></div>'
        for n in range(30)
    )
    page = f'<html vocab="http://schema.org/"><div typeof="ClaimReview"><i property="about" resource="_:n0"></i></div>{links}'
    records = factcheck.imports(factcheck.Input.of(page.encode(), "a.html"), "claimreview")
    assert 30 < sum(len(record.findings) for record in records) < 300


def test_findings_of_a_page_in_utf_16_have_their_line():
    source = factcheck.Input.of(f"<html>\n{SCRIPT % WRONG}".encode("utf-16"), "a.html")
    found = [each for record in factcheck.imports(source, "claimreview") for each in record.findings]
    (space,) = [each for each in found if each.rule == "claimreview-white-space"]
    place = ClaimReviewImporter().locator(source)(space)
    assert (place.line, WRONG.split("\n")[place.line - 2].strip()) == (6, '"headline": "Rain ",')


def test_what_is_no_white_space_of_json_and_no_number():
    _, found = one(TEXT.replace('": ', '":\u00a0', 1).encode())
    assert found["claimreview-stray-mark"].stood == "'\\xa0'"
    for number in ("\u0662", "007"):
        with pytest.raises(factcheck.ReadingError):
            read(TEXT.replace('"ratingValue": 1', f'"ratingValue": {number}').encode())


def test_what_is_large_and_referred_to_by_hundreds_is_read_so_often_and_then_told(monkeypatch):
    monkeypatch.setattr("factcheck_claimreview.importing.nodes._MOST_FOLLOWED", 100_000)
    claim = {"@id": "#c", "@type": "Claim", "text": "It rained in May."}
    claim["appearance"] = [{"@type": "WebPage", "url": f"https://a.example/{number}"} for number in range(100)]
    reviews = [review(url=f"https://d.example/{number}", itemReviewed={"@id": "#c"}) for number in range(300)]
    records = read({"@graph": [*reviews, claim]})
    assert len([record for record in records if record.fact_check]) == 300
    assert "/@graph/299/itemReviewed/@id" in {finding.path for record in records for finding in record.findings}
