"""Answers of Google's Fact Check Tools API: read, repaired in the open, and no leaf of them lost in silence."""

import json
from pathlib import Path
from typing import ClassVar

import orjson
import pytest
from factcheck_factchecktools.importer import FactCheckToolsImporter
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from trying import examples

import factcheck
from factcheck import Host, Input, OptionError, ReadingError
from factcheck.cli import main
from factcheck.importing import sniffed
from factcheck.testing import ImporterContract, full_fact_check
from factcheck.testing.strategies import fact_checks

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
SOME = settings(max_examples=examples(20), deadline=None, suppress_health_check=list(HealthCheck))

REVIEW = {
    "publisher": {"name": "The Desk", "site": "desk.example"},
    "url": "https://desk.example/rain",
    "title": "Did it rain?",
    "reviewDate": "2024-05-06T00:00:00Z",
    "textualRating": "Mostly false",
    "languageCode": "en",
}
CLAIM = {
    "text": "It rained in May.",
    "claimant": "A Speaker",
    "claimDate": "2024-05-01T00:00:00Z",
    "claimReview": [REVIEW],
}
OTHER = REVIEW | {
    "publisher": {"name": "Autre", "site": "autre.example"},
    "url": "https://autre.example/1",
    "languageCode": "fr",
}
MARKUP = {
    "claimReviewed": "It rained in May.",
    "claimDate": "2024-05-01",
    "claimLocation": "Hamburg",
    "claimFirstAppearance": "https://news.example/1",
    "claimAppearances": ["https://news.example/2"],
    "claimAuthor": {"name": "A Speaker", "jobTitle": "Minister", "sameAs": "https://people.example/1"},
    "rating": {
        "textualRating": "Mostly false",
        "ratingValue": 2,
        "worstRating": 1,
        "bestRating": 5,
        "ratingExplanation": "The gauges were dry.",
    },
}
PAGE = {
    "name": "pages/42",
    "pageUrl": "https://desk.example/rain",
    "publishDate": "2024-05-06",
    "claimReviewAuthor": {"name": "The Desk", "imageUrl": "https://desk.example/logo.png"},
    "claimReviewMarkups": [MARKUP],
    "versionId": "7",
}
ANSWERS = {
    "search.json": {"claims": [CLAIM, CLAIM | {"claimReview": [OTHER]}], "nextPageToken": "CAo"},
    "image.json": {"results": [{"claim": CLAIM}]},
    "claim.json": CLAIM,
    "list.json": [CLAIM, {"neither": 1}],
    "page.json": PAGE,
    "pages.json": {"claimReviewMarkupPages": [PAGE, PAGE | {"pageUrl": "https://desk.example/snow"}]},
}
LINES = b"\n".join(json.dumps(each).encode() for each in (CLAIM, PAGE))


def page(*markups, **changes):
    return PAGE | {"claimReviewMarkups": list(markups or [MARKUP])} | changes


def markup(**changes):
    return MARKUP | changes


def rated(**numbers):
    names = ("ratingValue", "worstRating", "bestRating")
    kept = {key: value for key, value in MARKUP["rating"].items() if key not in names}
    return markup(rating=kept | numbers)


def search(*reviews, **changes):
    return {"claims": [CLAIM | {"claimReview": list(reviews or [REVIEW])} | changes]}


def read(value, **options):
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    importer = FactCheckToolsImporter()
    return list(importer.read(Input.of(body, "answer.json"), importer.options(**options)))


def one(value, **options):
    records = read(value, **options)
    (fact_check,) = [record.fact_check for record in records if record.fact_check]
    return fact_check, [finding for record in records for finding in record.findings]


def told(findings, rule):
    return [(each.path, each.stood, each.made) for each in findings if each.rule == f"factchecktools-{rule}"]


def leaves(value, pointer=""):
    """Each leaf with its JSON pointer, walked without the importer's help."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from leaves(inner, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from leaves(inner, f"{pointer}/{index}")
    else:
        yield pointer, value


class TestContract(ImporterContract):
    importer = FactCheckToolsImporter()
    samples: ClassVar = {name: json.dumps(answer).encode() for name, answer in ANSWERS.items()} | {"two.jsonl": LINES}

    def leaves(self, body):
        lines = body.splitlines()
        for index, line in enumerate(lines):
            for place, value in leaves(json.loads(line), f"/{index}" if len(lines) > 1 else ""):
                yield place, f"{value:g}" if isinstance(value, float) else str(value)


def test_a_page_of_markup_is_one_fact_check():
    fact_check, found = one(PAGE)
    assert fact_check.id == fact_check.url == PAGE["pageUrl"]
    assert fact_check.published == "2024-05-06"
    agents = {agent.id: agent for agent in fact_check.agents}
    sources = {source.id: source.url for source in fact_check.sources}
    (claim,), (verdict,) = fact_check.claims, fact_check.verdicts
    assert agents[fact_check.publisher].name == "The Desk"
    assert (claim.text, claim.made, claim.place.name) == ("It rained in May.", "2024-05-01", "Hamburg")
    speaker = agents[claim.claimants[0]]
    assert (speaker.kind, speaker.name, speaker.job_title) == ("person", "A Speaker", "Minister")
    assert speaker.same_as == ("https://people.example/1",)
    assert [(sources[each.source], each.first) for each in claim.appearances] == [
        ("https://news.example/1", True),
        ("https://news.example/2", False),
    ]
    (rating,) = fact_check.rating_scale.ratings
    assert (dict(rating.names), rating.number, fact_check.rating_scale.bounds) == ({"und": "Mostly false"}, 2, (1, 5))
    assert (verdict.rating, rating.id, verdict.explanation) == ("mostly-false", "mostly-false", "The gauges were dry.")
    assert told(found, "update") == [("/name", "pages/42", None), ("/versionId", "7", None)]
    assert told(found, "no-place") == [("/claimReviewAuthor/imageUrl", "https://desk.example/logo.png", None)]
    assert told(found, "no-language") == [("", "", "und")]
    assert told(found, "no-headline") == [("/claimReviewMarkups/0/claimReviewed", "", "It rained in May.")]


def test_what_a_person_knows_comes_in_as_options():
    fact_check, found = one(page(markup(claimAuthor={"name": "The Movement"})), language="de", claimants="collective")
    assert fact_check.language == "de"
    assert dict(fact_check.rating_scale.ratings[0].names) == {"de": "Mostly false"}
    assert next(agent for agent in fact_check.agents if agent.name == "The Movement").kind == "collective"
    assert not told(found, "no-language")
    assert not told(found, "claimant-kind")


def test_a_claimant_who_is_not_known_is_none():
    fact_check, found = one(search(claimant="Unknown"))
    assert fact_check.claims[0].claimants == ()
    assert told(found, "unknown-claimant") == [("/claims/0/claimant", "Unknown", "")]
    fact_check, found = one(page(markup(claimAuthor={"name": "-", "jobTitle": "Minister"})))
    assert fact_check.claims[0].claimants == ()
    assert told(found, "unknown-claimant") == [("/claimReviewMarkups/0/claimAuthor/name", "-", "")]
    assert told(found, "no-place")[-1][:2] == ("/claimReviewMarkups/0/claimAuthor/jobTitle", "Minister")


def test_a_claimant_who_is_described_is_unnamed():
    fact_check, found = one({"claims": [CLAIM | {"claimant": "Facebook posts"}]}, claimants="person")
    claimant = next(agent for agent in fact_check.agents if agent.id in fact_check.claims[0].claimants)
    assert (claimant.kind, claimant.nature, claimant.description) == ("unnamed", "group", "Facebook posts")
    assert told(found, "unnamed-claimant") == [("/claims/0/claimant", "", "unnamed")]
    assert not told(found, "claimant-kind")


def test_a_date_that_a_person_wrote():
    fact_check, found = one(search(claimDate="23 de junio de 2020"))
    assert fact_check.claims[0].made == "2020-06-23"
    assert told(found, "date") == [("/claims/0/claimDate", "23 de junio de 2020", "2020-06-23")]


def test_each_publishers_page_is_a_fact_check_of_its_own():
    first, second = [record.fact_check for record in read(search(REVIEW, OTHER))]
    assert (first.id, second.id) == (REVIEW["url"], OTHER["url"])
    assert first.claims[0].text == second.claims[0].text
    assert (first.language, second.language) == ("en", "fr")
    assert [each.agents[-1].name for each in (first, second)] == ["The Desk", "Autre"]


def test_several_claims_that_one_page_reviews_are_one_fact_check():
    snow = CLAIM | {"text": "It snowed.", "claimReview": [REVIEW | {"textualRating": "True", "title": "Snow?"}]}
    fact_check, found = one({"claims": [CLAIM, snow]})
    assert [claim.text for claim in fact_check.claims] == ["It rained in May.", "It snowed."]
    labels = {rating.id: rating.names["en"] for rating in fact_check.rating_scale.ratings}
    assert [labels[verdict.rating] for verdict in fact_check.verdicts] == ["Mostly false", "True"]
    assert told(found, "differs") == [("/claims/1/claimReview/0/title", "Snow?", None)]
    assert len(fact_check.agents) == 2


def test_a_site_stands_in_for_a_publishers_name():
    fact_check, found = one(search(REVIEW | {"publisher": {"site": "desk.example"}}))
    publisher = next(agent for agent in fact_check.agents if agent.id == fact_check.publisher)
    assert (publisher.name, publisher.url) == ("desk.example", "https://desk.example")
    assert told(found, "publisher-site") == [("/claims/0/claimReview/0/publisher/site", "", "desk.example")]
    assert told(found, "site-address")[0][1:] == ("desk.example", "https://desk.example")


def test_a_review_without_address_has_an_id_of_its_content():
    review = {key: value for key, value in REVIEW.items() if key != "url"}
    fact_check, found = one(search(review))
    again, _ = one(search(review))
    changed, _ = one(search(review, text="It snowed."))
    assert fact_check.url is None
    assert fact_check.id == again.id != changed.id
    assert told(found, "no-address") == [("/claims/0/claimReview/0", "", fact_check.id)]


def test_anchors_are_ids_of_claims_and_nothing_stands_twice():
    marks = [
        markup(url=f"{PAGE['pageUrl']}#{anchor}", claimReviewed=f"Claim {anchor}.") for anchor in ("rain", "snow", "1")
    ]
    fact_check, _ = one(page(*marks))
    assert [claim.id for claim in fact_check.claims] == ["rain", "snow", "c1"]
    assert [verdict.url for verdict in fact_check.verdicts] == [None, None, "https://desk.example/rain#1"]


@pytest.mark.parametrize(
    ("numbers", "left_out"),
    [
        ({"ratingValue": 0, "worstRating": 0, "bestRating": 0}, 3),
        ({"ratingValue": 2, "bestRating": 5}, 2),
        ({"ratingValue": 2, "worstRating": 5, "bestRating": 1}, 3),
        ({"ratingValue": 6, "worstRating": 1, "bestRating": 5}, 3),
        ({"ratingValue": -1, "worstRating": -1, "bestRating": -1}, 3),
        ({"ratingValue": 1, "worstRating": 1, "bestRating": 10**400}, 3),
        ({"worstRating": 1, "bestRating": 5}, 2),
    ],
)
def test_numbers_that_make_no_sense_are_reported_and_left_out(numbers, left_out):
    fact_check, found = one(page(rated(**numbers)))
    assert fact_check.rating_scale.ratings[0].number is None
    assert fact_check.rating_scale.bounds is None
    assert len(told(found, "number")) == left_out


def test_two_scales_on_a_page_are_reported_and_both_left_out():
    marks = [rated(ratingValue=2, worstRating=1, bestRating=best) for best in (5, 7)]
    fact_check, found = one(page(*marks))
    assert {rating.number for rating in fact_check.rating_scale.ratings} == {None}
    assert len(told(found, "number")) == 6


def test_labels_stand_in_the_order_of_their_numbers():
    marks = [
        markup(
            rating={
                "textualRating": label,
                **({"ratingValue": value, "worstRating": 1, "bestRating": 5} if value else {}),
            }
        )
        for label, value in (("True", 5), ("Unproven", None), ("False", 1))
    ]
    fact_check, _ = one(page(*marks))
    ratings = fact_check.rating_scale.ratings
    assert [rating.number for rating in ratings if rating.number] == [1, 5]
    labels = {rating.id: rating.names["und"] for rating in ratings}
    assert [labels[verdict.rating] for verdict in fact_check.verdicts] == ["True", "Unproven", "False"]


@pytest.mark.parametrize(
    ("changes", "rule", "stood", "made"),
    [
        ({"claimDate": "2024-05-01 20:02"}, "date", "2024-05-01 20:02", "2024-05-01T20:02:00"),
        (
            {"claimDate": "2024-05-01T20:02:03.123456789Z"},
            "date",
            "2024-05-01T20:02:03.123456789Z",
            "2024-05-01T20:02:03Z",
        ),
        ({"claimDate": "01/05/2024"}, "date", "01/05/2024", None),
        ({"claimReviewed": " It rained.\r"}, "white-space", " It rained.\r", "It rained."),
        ({"claimLocation": "x" * 2001}, "cut", "x" * 2001, "x" * 1999 + "…"),
        ({"claimLocation": ["Hamburg"]}, "type", "Hamburg", None),
        ({"claimLocation": ""}, "empty", "", None),
        (
            {"claimFirstAppearance": "https://a.example/b c"},
            "address",
            "https://a.example/b c",
            "https://a.example/b%20c",
        ),
        ({"claimFirstAppearance": "a.example"}, "address", "a.example", None),
        ({"claimAppearances": [7]}, "type", "7", None),
        ({"somethingNew": {"a/b": True}}, "no-place", "true", None),
    ],
)
def test_what_is_put_right_or_left_out_is_told(changes, rule, stood, made):
    _, found = one(page(markup(**changes)))
    assert (stood, made) in [each[1:] for each in told(found, rule)]


def test_a_number_may_stand_as_a_text():
    fact_check, found = one(page(rated(ratingValue="2", worstRating=1, bestRating=5.0)))
    assert fact_check.rating_scale.ratings[0].number == 2
    assert told(found, "type") == [("/claimReviewMarkups/0/rating/ratingValue", "2", "2")]


@pytest.mark.parametrize(
    ("answer", "rule"),
    [
        (search(text=" "), "no-claim"),
        (search(claimReview=[]), "no-review"),
        ({"claims": [CLAIM | {"claimReview": None}]}, "no-review"),
        (page(markup(claimReviewed=None)), "no-claim"),
    ],
)
def test_what_makes_no_fact_check_is_told_leaf_by_leaf(answer, rule):
    records = read(answer)
    findings = [finding for record in records for finding in record.findings]
    assert not any(record.fact_check for record in records)
    assert findings[0].rule == f"factchecktools-{rule}"
    assert factcheck.has_errors(findings)
    assert {place for place, _ in leaves(answer)} <= {finding.path for finding in findings}


def test_a_review_without_label_is_a_claim_without_verdict():
    fact_check, found = one(page(markup(rating={"ratingValue": 1, "worstRating": 1, "bestRating": 5})))
    assert (len(fact_check.claims), fact_check.verdicts, fact_check.rating_scale) == (1, (), None)
    assert {path for path, *_ in told(found, "no-label")} >= {"/claimReviewMarkups/0/rating/ratingValue"}


@pytest.mark.parametrize(
    ("body", "line", "column", "words"),
    [
        (b"", 1, 1, "ends too early"),
        (b"{", 1, 2, "ends too early"),
        (b'{\r\n "claims": "\xc3\x84\xff"}', 2, 14, "not UTF-8"),
        (b'{\n "claimReview": NaN}', 2, 17, "NaN"),
        (b'{\n "claimReview": 1e400}', 2, 17, "1e400"),
        (b'{"claimReview": ' + b"9" * 5000 + b"}", 1, 17, "4,300 digits"),
        (b'{"claims": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", 1, 511, "more than 500 lists and objects"),
        (b'{"claims": ' + b"[" * 500 + b"]" * 500 + b"}", 1, 511, "more than 500 lists and objects"),
        (b'{"claims": 1,\n "claims": 2}', 2, 2, "`claims` stands twice"),
        (b'{"claimReview": "\\ud83d"}', 1, 17, "half"),
        (b'{"claims": [' + b"0," * 600_000 + b"0]}", None, None, "more than 500,000 values"),
        (b'{"claims": [' + b"[]," * 1_100_000 + b"0]}", None, None, "more than 1,000,000 commas"),
        (b'{"claims": "' + b"x" * 64_000_001 + b'"}', None, None, "64 MB"),
        (b"{}", 1, 1, "neither a claim nor a page"),
        (b"[]", 1, 1, "neither a claim nor a page"),
        (b" 7", 1, 2, "neither a claim nor a page"),
        (
            b'{\n "error": {"code": 403, "message": "The request is missing a valid API key."}}',
            2,
            11,
            "missing a valid API",
        ),
        (b'{"error": {"code": 403}}', 1, 11, "an error"),
    ],
    ids=range(18),
)
def test_what_cannot_be_read_gives_one_clear_error_with_its_place(body, line, column, words):
    with pytest.raises(ReadingError) as raised:
        read(body)
    (finding,) = raised.value.findings
    assert words in finding.message
    assert (finding.file, finding.line, finding.column) == ("answer.json", line, column)


def test_a_broken_line_does_not_stop_the_others():
    lines = [json.dumps(CLAIM), "{", "[1e400]", '{"error": {"message": "quota"}}', "", json.dumps(PAGE)]
    records = read("\n".join(lines).encode())
    assert [record.fact_check is not None for record in records] == [True, False, False, False, True]
    assert [record.findings[0].line for record in records] == [1, 2, 3, 4, 6]
    assert [record.findings[0].column for record in records] == [None, 2, 2, None, None]
    assert [record.place for record in records] == ["/0/claimReview/0", "/1", "/2", "/3", "/4"]


def at(value, pointer):
    """What stands at a JSON pointer."""
    for step in pointer.split("/")[1:]:
        inner = step.replace("~1", "/").replace("~0", "~")
        value = value[int(inner)] if isinstance(value, list) else value.get(inner, value)
    return value


def located(body, name="answer.json"):
    """Every finding of an input and of the rules, as the command line shows it."""
    source, host = Input.of(body, name), Host.discover()
    locate = host.importers["factchecktools"].locator(source)
    return [locate(each) for record in factcheck.imports(source, "factchecktools") for each in record.findings]


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("name", ANSWERS)
def test_each_finding_has_the_line_and_the_column_of_its_value(name, indent):
    text = json.dumps(ANSWERS[name], indent=indent)
    found = located(text.encode())
    assert found
    for finding in found:
        start = sum(len(line) + 1 for line in text.split("\n")[: finding.line - 1]) + finding.column - 1
        assert json.JSONDecoder().raw_decode(text, start)[0] == at(ANSWERS[name], finding.path)


def test_in_json_lines_each_finding_has_its_place_in_its_line():
    texts = [json.dumps(PAGE), "", json.dumps(search(text="It rained.", extra={"x": 1}))]
    body = "\ufeff" + "\n".join(texts)
    found = located(body.encode())
    assert {finding.line for finding in found} == {1, 3}
    for finding in found:
        text = texts[finding.line - 1]
        index, _, rest = finding.path[1:].partition("/")
        value = at(json.loads(text), f"/{rest}" if rest else "")
        assert finding.line == {"0": 1, "1": 3}[index]
        assert json.JSONDecoder().raw_decode(text, finding.column - 1)[0] == value


def test_the_command_line_shows_where_a_value_and_what_was_made_of_it_stand(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    body = json.dumps(page(markup(claimDate="01/05/2024", claimAppearances=[], claimFirstAppearance="")), indent=2)
    (tmp_path / "answer.json").write_text(body)
    assert main(["check", "answer.json"]) == 0
    out = capsys.readouterr().out
    assert "answer.json:12:20: warning: /claimReviewMarkups/0/claimDate: this is no date" in out
    assert "answer.json:10:5: warning: /claimReviewMarkups/0: nothing says where `c1` stands" in out
    assert "answer.json:10:5: warning: /claimReviewMarkups/0: `mostly-false` rests on nothing here" in out
    label = "/claimReviewMarkups/0/rating/textualRating: `Mostly false` amounts to `mostly-false`"
    assert f"answer.json:22:26: info: {label}" in out


def test_a_wrong_language_option_is_refused():
    with pytest.raises(OptionError, match="tag of BCP 47"):
        Host.discover().importer_options("factchecktools", {"language": "not a tag"})


@pytest.mark.parametrize("name", ANSWERS)
def test_answers_are_told_from_markup_and_from_fact_checks(name):
    body = json.dumps(ANSWERS[name]).encode()
    host = Host.discover()
    assert sniffed(host, Input.of(body, name)).able == ("factchecktools",)
    assert sniffed(host, Input.of(b"\xef\xbb\xbf " + body, "x")).able == ("factchecktools",)


@pytest.mark.parametrize(
    "body",
    [
        full_fact_check().model_dump_json().encode(),
        json.dumps({"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "x"}).encode(),
        json.dumps({"@type": "DataFeed", "claimReview": []}).encode(),
        json.dumps({"claims": [], "headline": 'says "claimReview": 1'}).encode(),
        b"<html>claimReview</html>",
        b"text,claimReview\n1,2\n",
        b"",
    ],
    ids=["native", "markup", "feed", "quoted", "html", "table", "empty"],
)
def test_what_is_no_answer_is_declined_with_a_reason(body):
    assert FactCheckToolsImporter().sniff(body)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not part of the repository")
def test_the_answer_in_the_corpus_is_read_to_the_last_leaf():
    path = CORPUS / "google_fact_check_raw.json"
    host = Host.discover()
    with path.open("rb") as stream:
        assert sniffed(host, Input(path.name, stream)).able == ("factchecktools",)
    (record,) = factcheck.imports(path)
    fact_check = record.fact_check
    answer = json.loads(path.read_bytes())
    (review,) = answer["claimReview"]
    assert (fact_check.url, fact_check.headline, fact_check.language) == (review["url"], review["title"], "ur")
    assert fact_check.claims[0].text == answer["text"]
    assert fact_check.rating_scale.ratings[0].names["ur"] == review["textualRating"]
    values = set(map(str, (value for _, value in leaves(fact_check.model_dump(mode="json")))))
    told_of = {finding.path for finding in record.findings}
    assert not [place for place, value in leaves(answer) if str(value) not in values and place not in told_of]
    assert not factcheck.has_errors(record.findings)


ANYTHING = st.recursive(
    st.one_of(
        *(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)),
        *(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
            st.sampled_from(("2024-05", "https://a.example")),
        ),
    ),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("name", "text", "a/b~")), inner, max_size=3)
    ),
    max_leaves=6,
)


def replaced(value, place, other):
    """The value with another one at a JSON pointer."""
    if not place:
        return other
    step, _, rest = place[1:].partition("/")
    rest = f"/{rest}" if rest else ""
    if isinstance(value, list):
        return [replaced(each, rest, other) if str(index) == step else each for index, each in enumerate(value)]
    return {key: replaced(each, rest, other) if key == step else each for key, each in value.items()}


def places(value, pointer=""):
    """The pointer of every value, inner ones too."""
    yield pointer
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield from places(inner, f"{pointer}/{step}")


@SOME
@given(data=st.data())
def test_whatever_stands_in_an_answer_no_leaf_is_lost(data):
    answer = ANSWERS[data.draw(st.sampled_from(sorted(ANSWERS)))]
    for place in data.draw(st.lists(st.sampled_from(sorted(places(answer))), min_size=1, max_size=3)):
        answer = replaced(answer, place, data.draw(ANYTHING)) if place in set(places(answer)) else answer
    try:
        records = read(answer)
    except ReadingError as error:
        assert factcheck.has_errors(error.findings)  # noqa: PT017  # most such answers can be read
        return
    told_of = {finding.path for record in records for finding in record.findings}
    made = [record.fact_check.model_dump(mode="json") for record in records if record.fact_check]
    values = {f"{value:g}" if isinstance(value, float) else str(value) for _, value in leaves(made)}
    lost = [(place, value) for place, value in leaves(answer) if place not in told_of and str(value) not in values]
    assert not lost


def carried(fact_check):
    """What a page carries of a fact-check, as the model has it: each verdict with its claim."""
    agents = {agent.id: agent for agent in fact_check.agents}
    sources = {source.id: source.url for source in fact_check.sources}
    claims = {claim.id: claim for claim in fact_check.claims}
    publisher = agents[fact_check.publisher].name if fact_check.publisher else None
    yield fact_check.url.partition("#")[0], publisher
    for verdict in fact_check.verdicts:
        claim = claims[verdict.claim]
        rating = next(each for each in fact_check.rating_scale.ratings if each.id == verdict.rating)
        named = next((agents[each] for each in claim.claimants if agents[each].name), None)
        links = [(sources[each.source], each.first) for each in claim.appearances if sources[each.source]]
        yield (
            *(claim.text, claim.place and claim.place.name, verdict.explanation),
            rating.names.best(fact_check.language),
            named and (named.name, named.job_title, named.same_as[:1]),
            sorted(links, key=lambda link: not link[1]),
        )


def with_a_page(fact_check):
    return fact_check.model_copy(update={"url": fact_check.url or "https://desk.example/page"})


@SOME
@given(fact_check=fact_checks().map(with_a_page))
def test_what_a_page_carries_comes_back_equal(fact_check):
    assume(fact_check.verdicts)
    assume(not factcheck.has_errors(factcheck.check(fact_check, to=["factchecktools"])))
    assume(all(factcheck.nameless(agent.name or "x") is None for agent in fact_check.agents))
    document = factcheck.export(fact_check, "factchecktools")
    again, found = one(document.body)
    assert list(carried(again)) == list(carried(fact_check))
    assert factcheck.export(again, "factchecktools").body == document.body
    supplied = {"no-language", "no-headline", "claimant-kind"}
    assert {each.rule.removeprefix("factchecktools-") for each in found} <= supplied


def test_a_page_of_our_own_keeps_ids_dates_and_numbers():
    full = full_fact_check()
    document = factcheck.export(full, "factchecktools", {"name": "pages/1", "version_id": "2"})
    again, found = one(document.body, language="en")
    assert [claim.id for claim in again.claims] == [claim.id for claim in full.claims]
    assert (again.published, again.claims[0].made) == (full.published, full.claims[0].made)
    assert again.rating_scale.bounds == full.rating_scale.bounds
    assert told(found, "update")[0] == ("/name", "pages/1", None)
    update = {"name": "pages/1", "version_id": "2"}
    assert orjson.loads(factcheck.export(again, "factchecktools", update).body) == orjson.loads(document.body)
