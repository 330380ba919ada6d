"""Quotations get their places in the texts of their sources: what is written, what is told, what is left alone."""

from anchor_samples import DRIFTED, MEANT, PAGE, checksum, made, quotations, story
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trying import examples

from factcheck import FactCheck, Quotation, anchor
from factcheck.testing.strategies import fact_checks


def found(outcome):
    return [(each.rule, str(each.severity), each.path) for each in outcome.findings]


AT = PAGE.index("nobody had asked for more")


# What is written


def test_words_get_their_place_and_the_source_its_checksum():
    outcome = made({"exact": "nobody had asked for more"})
    assert quotations(outcome.fact_check) == [
        Quotation(
            exact="nobody had asked for more",
            prefix="be mended by May, and that ",
            suffix=".\n\nOn Tuesday, the mayor said",
            start=AT,
            end=AT + 25,
        )
    ]
    assert outcome.fact_check.sources[0].checksum == checksum(PAGE)
    assert found(outcome) == [
        ("text-no-checksum", "info", "sources[0].checksum"),
        ("text-unplaced", "info", "claims[0].appearances[0].quotation"),
    ]
    assert outcome.findings[1].made == f"{AT} to {AT + 25}"


def test_what_is_anchored_stays():
    first = made({"exact": "nobody had asked for more"}).fact_check
    again = anchor(first, {"page": PAGE})
    assert again == (first, ())


def test_what_stands_around_is_cut_at_words_and_is_none_at_the_ends():
    text = "Beginning of a text in which unbelievably lengthy wordings are told"
    outcome = made({"exact": "Beginning"}, {"exact": "which"}, {"exact": "told"}, text=text)
    assert [(each.prefix, each.suffix) for each in quotations(outcome.fact_check)] == [
        (None, " of a text in which unbelievably"),
        ("Beginning of a text in ", " unbelievably lengthy wordings"),
        ("lengthy wordings are ", None),
    ]


def test_a_script_without_spaces_keeps_what_stands_around():
    text = (
        "俄罗斯与塔利班就伊斯兰国问题保持着交换信息的渠道，" * 3
        + "发言人在星期一说，"
        + "没有人要求更多的东西，也没有人来过这里。" * 3
    )
    (quotation,) = quotations(made({"exact": "发言人在星期一说"}, text=text).fact_check)
    assert (len(quotation.prefix), len(quotation.suffix)) == (32, 32)


def test_the_same_words_in_the_same_surroundings_get_more_of_them():
    caption = "A policeman searches a passenger at a checkpoint in the district on Sunday. "
    text = f"First. {caption * 2}Last."
    start = text.index("checkpoint", 80)
    outcome = made({"exact": "checkpoint", "start": start, "end": start + 10}, text=text)
    (quotation,) = quotations(outcome.fact_check)
    around = f"{quotation.prefix}{quotation.exact}{quotation.suffix}"
    assert text.count(around) == 1
    assert text.index(around) + len(quotation.prefix) == start


def test_a_place_that_is_wrong_is_put_right_and_told():
    outcome = made({"exact": "nobody had asked for more", "start": 3, "end": 28}, checksum=checksum(PAGE))
    assert found(outcome) == [("text-position", "warning", "claims[0].appearances[0].quotation.start")]
    assert (outcome.findings[0].stood, outcome.findings[0].made) == ("3 to 28", f"{AT} to {AT + 25}")
    assert quotations(outcome.fact_check)[0].start == AT


def test_what_the_desk_wrote_around_stays_where_it_is_true():
    outcome = made(
        {"exact": "nobody had asked", "suffix": " for more"},
        {"exact": "nobody had asked", "prefix": "the mayor said that "},
    )
    first, second = quotations(outcome.fact_check)
    assert (first.suffix, second.prefix) == (" for more", "the mayor said that ")
    assert (first.start, second.start) == (PAGE.index("nobody"), PAGE.rindex("nobody"))


def test_what_does_not_stand_around_is_put_right_and_told():
    outcome = made({"exact": "nobody had asked for more", "prefix": "she shouted: "}, checksum=checksum(PAGE))
    assert [each for each in found(outcome) if "context" in each[0]] == [
        ("text-context", "warning", "claims[0].appearances[0].quotation.prefix")
    ]
    assert PAGE.count(quotations(outcome.fact_check)[0].prefix + "nobody") == 1


# What is told


def test_words_in_other_signs_are_anchored_and_told():
    outcome = made({"exact": '"the roads are no worse than last year,"'}, checksum=checksum(PAGE))
    (quotation,) = quotations(outcome.fact_check)
    assert quotation.exact == '"the roads are no worse than last year,"'
    assert PAGE[quotation.start : quotation.end] == "“The roads are no worse than last year,”"
    assert found(outcome) == [
        ("text-normalised", "info", "claims[0].appearances[0].quotation.exact"),
        ("text-unplaced", "info", "claims[0].appearances[0].quotation"),
    ]


def test_words_that_differ_are_told_word_by_word_and_stay():
    outcome = made(DRIFTED, checksum=checksum(PAGE))
    assert found(outcome) == [("text-drift", "warning", "claims[0].appearances[0].quotation.exact")]
    assert (
        "The minister said on Monday that the [-streets-] {+roads+} would be mended by May"
        in outcome.findings[0].message
    )
    assert not outcome.findings[0].is_repair
    assert quotations(outcome.fact_check) == [Quotation(**DRIFTED)]


def test_words_that_differ_are_taken_from_the_text_where_that_is_asked_for():
    outcome = made(DRIFTED, checksum=checksum(PAGE), accept_drift=True)
    (quotation,) = quotations(outcome.fact_check)
    assert quotation.exact == PAGE[quotation.start : quotation.end] == MEANT
    assert (outcome.findings[0].stood, outcome.findings[0].made) == (DRIFTED["exact"], MEANT)
    assert anchor(outcome.fact_check, {"page": PAGE}, accept_drift=True) == (outcome.fact_check, ())


def test_words_at_several_places_are_refused_with_the_places():
    outcome = made({"exact": "would be mended by May"}, checksum=checksum(PAGE))
    assert found(outcome) == [("text-ambiguous", "error", "claims[0].appearances[0].quotation.exact")]
    first, second = PAGE.index("would be"), PAGE.rindex("would be")
    assert outcome.findings[0].message == (
        f"these words stand at 2 places, and a `prefix` or `suffix` has to tell which: {first} to {first + 22} "
        "(“said on Monday that the roads [would be mended by May], and that nobody had asked for”); "
        f"{second} to {second + 22} (“year,” she added. The roads [would be mended by May], the paper wrote.”)"
    )
    assert quotations(outcome.fact_check) == [Quotation(exact="would be mended by May")]


def test_of_many_places_the_first_are_told():
    outcome = made({"exact": "ab"}, text="ab and " * 40)
    assert outcome.findings[-1].message.startswith(
        "these words stand at 40 places, and a `prefix` or `suffix` has to tell which: 0 to 2 (“[ab] and ab and"
    )
    assert outcome.findings[-1].message.endswith(" and 35 more")


def test_words_that_nobody_said_are_an_error():
    outcome = made({"exact": "The governor resigned in tears on Wednesday"}, checksum=checksum(PAGE))
    assert found(outcome) == [("text-absent", "error", "claims[0].appearances[0].quotation.exact")]
    assert outcome.findings[0].message == "these words do not stand in the text of `page`: correct them, or the source"


def test_a_translation_of_the_desk_stands_in_no_source():
    outcome = made({"exact": "Der Bürgermeister ist ganz verzweifelt", "language": "de"}, checksum=checksum(PAGE))
    assert "no translation into `de`" in outcome.findings[0].message


def test_a_source_without_text_is_left_alone():
    fact_check = FactCheck.model_validate(story({"exact": "nobody"}))
    assert anchor(fact_check, {}) == (fact_check, ())


def test_evidence_is_anchored_like_appearances():
    data = story() | {
        "rating_scale": {"ratings": [{"id": "r", "names": {"en": "R"}}]},
        "verdicts": [
            {
                "id": "v1",
                "claim": "c1",
                "rating": "r",
                "evidence": [
                    {"source": "page", "stance": "context"},
                    {"source": "page", "stance": "context", "quotation": {"exact": "asked for more"}},
                ],
            }
        ],
    }
    outcome = anchor(FactCheck.model_validate(data), {"page": PAGE})
    assert outcome.findings[-1].path == "verdicts[0].evidence[1].quotation"
    assert outcome.fact_check.verdicts[0].evidence[1].quotation.start == PAGE.index("asked for more")


# A text that has changed


def test_a_text_that_has_changed_is_told_and_its_places_are_moved():
    outcome = made({"exact": "nobody had asked for more", "start": 3, "end": 28}, checksum="sha256:" + "0" * 64)
    assert found(outcome) == [
        ("text-changed", "warning", "sources[0].checksum"),
        ("text-position", "warning", "claims[0].appearances[0].quotation.start"),
    ]
    assert outcome.fact_check.sources[0].checksum == checksum(PAGE)


def test_places_never_count_in_two_texts():
    wanted = (
        {"exact": "nobody had asked for more", "start": 3, "end": 28},
        {"exact": "The governor resigned in tears on Wednesday", "start": 40, "end": 83},
    )
    outcome = made(*wanted, checksum="sha256:" + "0" * 64)
    assert outcome.fact_check == FactCheck.model_validate(story(*wanted, checksum="sha256:" + "0" * 64))
    assert [each.rule for each in outcome.findings] == ["text-changed", "text-position", "text-absent"]
    assert not any(each.is_repair for each in outcome.findings)
    assert "not all quotations that have places are found" in outcome.findings[0].message


def test_what_has_no_place_keeps_no_other_from_its_own():
    outcome = made(
        {"exact": "nobody had asked for more", "start": 3, "end": 28},
        {"exact": "The governor resigned in tears on Wednesday"},
        checksum="sha256:" + "0" * 64,
    )
    assert quotations(outcome.fact_check)[0].start == AT
    assert outcome.fact_check.sources[0].checksum == checksum(PAGE)


# Any text, any fact-check


@settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=examples(60)
)
@given(text=st.text(max_size=300), data=st.data())
def test_a_part_of_any_text_is_anchored_in_it(text, data):
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(start, len(text)))
    if start == end:
        return
    outcome = made({"exact": text[start:end], "start": start, "end": end}, text=text)
    (quotation,) = quotations(outcome.fact_check)
    assert text[quotation.start : quotation.end] == quotation.exact
    assert text[: quotation.start].endswith(quotation.prefix or "")
    assert text.startswith(quotation.suffix or "", quotation.end)
    assert {each.rule for each in outcome.findings} == {"text-no-checksum"}
    assert anchor(outcome.fact_check, {"page": text}) == (outcome.fact_check, ())


EDITS = st.sampled_from([str.upper, str.title, lambda words: words.replace("e", "", 2), lambda words: f"{words}.", lambda words: words.replace(" ", "  "), lambda words: f"“{words}”"])  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(60))
@given(
    edits=st.lists(EDITS, max_size=3), start=st.integers(0, len(PAGE)), size=st.integers(1, 120), accept=st.booleans()
)
def test_a_second_time_changes_nothing(edits, start, size, accept):
    exact = PAGE[start : start + size]
    for edit in edits:
        exact = edit(exact)
    if not exact:
        return
    once = made({"exact": exact}, accept_drift=accept)
    again = anchor(once.fact_check, {"page": PAGE}, accept_drift=accept)
    assert again.fact_check == once.fact_check
    assert not any(each.is_repair for each in again.findings)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(25))
@given(fact_check=fact_checks(), text=st.text(max_size=100))
def test_nothing_but_places_and_checksums_changes(fact_check, text):
    texts = {source.id: text for source in fact_check.sources}
    outcome = anchor(fact_check, texts)
    assert _without_places(outcome.fact_check) == _without_places(fact_check)
    assert anchor(outcome.fact_check, texts).fact_check == outcome.fact_check
    assert FactCheck.model_validate(outcome.fact_check.model_dump()) == outcome.fact_check


def _without_places(fact_check):
    data = fact_check.model_dump(mode="json")
    parts = [each for claim in data["claims"] for each in claim["appearances"]]
    parts += [each for verdict in data["verdicts"] for each in verdict["evidence"]]
    for quotation in filter(None, (each["quotation"] for each in parts)):
        for key in ("prefix", "suffix", "start", "end"):
            quotation.pop(key)
    for source in data["sources"]:
        source.pop("checksum")
    return data
