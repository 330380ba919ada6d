"""The texts of sources in a page: what is marked in them, how quotations stand there, and what is left out."""

import pytest
from factcheck_html.highlights import Marked, highlighted
from full_samples import changed
from html_pages import by_id, quoting, tree, words
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

import factcheck

OPEN = "https://creativecommons.org/licenses/by/4.0/"
TEXT = "The ministry said on Monday that it had rained. On Tuesday it had rained again, the ministry said."
PIECES = st.text("ab <&\U0001f600\u0301\n", min_size=0, max_size=12)


def marked(root, identifier):
    """The words of all marks of what this element quotes, in their order."""
    return "".join(mark.text_content() for mark in root.iter("mark") if identifier in mark.get("data-for").split())


def shown(fact_check, text, **options):
    return tree(fact_check, texts={"first": text}, any_licence=True, **options)


def test_a_quotation_is_marked_where_it_stands_and_linked_both_ways():
    root = shown(quoting("it had rained again"), TEXT)
    (mark,) = root.iter("mark")
    assert mark.text == "it had rained again"
    assert mark.get("id") == "a0.mark"
    back = mark.getnext()
    assert (back.get("href"), back.get("aria-label")) == ("#a0", "Claim 1")
    assert "#a0.mark" in {link.get("href") for link in by_id(root, "a0").iter("a")}
    assert "Stands in the text, word for word." in words(by_id(root, "a0"))


def test_the_text_is_there_to_the_character():
    text = "  \n# A <b>text</b> &amp; more\n\n\tit had rained  again\n"
    assert by_id(shown(quoting("it had rained"), text), "first.text").text_content() == text


@pytest.mark.parametrize(
    "quoted",
    [
        ("said on Monday that it", "Monday that it had rained"),  # one runs into the other
        ("on Monday that it had rained", "Monday"),  # one within the other
        ("on Monday that it had rained", "on Monday"),  # they begin together
        ("on Monday that it had rained", "it had rained."),
        ("on Monday", "on Monday"),  # twice the same
        ("said on Monday", "on Monday that", "Monday that it", "that it had"),
    ],
)
def test_quotations_may_overlap(quoted):
    root = shown(quoting(*quoted), TEXT)
    for number, words_of in enumerate(quoted):
        assert marked(root, f"a{number}") == words_of
        assert by_id(root, f"a{number}.mark") is not None


@given(pieces=st.lists(PIECES, min_size=1, max_size=8), data=st.data())
@settings(deadline=None)
def test_any_places_are_marked_and_the_text_stays_as_it_is(pieces, data):
    text = "".join(pieces)
    places = (
        st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).filter(lambda at: at[0] < at[1])
    )
    found = data.draw(st.lists(places, max_size=8) if text else st.just([]))
    marks = [Marked(start, end, f"q{number}", "1", "Claim 1", "appears") for number, (start, end) in enumerate(found)]
    root = html.fromstring(f"<div>{highlighted(text, marks)}</div>")
    assert root.text_content() == text
    for each in marks:
        assert marked(root, each.quoted_by) == text[each.start : each.end]
        assert len(root.xpath("//*[@id=$id]", id=f"{each.quoted_by}.mark")) == 1
        assert len(root.xpath("//a[@href=$to]", to=f"#{each.quoted_by}")) == 1


def test_words_that_drifted_are_shown_beside_those_that_stand_there():
    root = shown(quoting("The ministry said on Sunday that it had rained"), TEXT)
    part = by_id(root, "a0")
    assert (part.find(".//del").text, part.find(".//ins").text) == ("Sunday", "Monday")
    assert "The ministry said on Sunday Monday that it had rained" in words(part)
    assert "Stands in the text in other words." in words(part)
    assert marked(root, "a0") == "The ministry said on Monday that it had rained"
    assert by_id(root, "a0.mark").get("class") == "drifted"


def test_a_comma_more_is_no_other_word():
    root = shown(quoting("On Tuesday it had rained again the ministry said"), TEXT)
    assert "Stands in the text, but for punctuation, case or spacing." in words(by_id(root, "a0"))
    assert root.find(".//del") is None


def test_what_stands_in_several_places_or_in_none_is_said():
    root = shown(quoting("it had rained", "nobody has ever written this anywhere at all"), TEXT)
    assert "Not clear which place is meant. Places in the text: 2." in words(by_id(root, "a0"))
    assert "Not found in the text." in words(by_id(root, "a1"))
    assert list(root.iter("mark")) == []


def test_the_source_lists_what_rests_on_it():
    root = shown(quoting("it had rained again", "nobody has ever written this anywhere at all"), TEXT)
    cited = [words(each) for each in by_id(root, "first").xpath(".//ul[@class='cited']/li")]
    assert cited == [
        "Claim 1 · claim stands here · Stands in the text, word for word.",
        "Claim 1 · claim stands here · Not found in the text.",
    ]


class TestLicences:
    def test_a_text_that_may_not_be_passed_on_is_not_there_and_that_is_said(self):
        root = tree(quoting("on Sunday that it had rained"), texts={"first": TEXT})
        assert "again, the ministry" not in root.text_content()
        assert "on Monday" not in root.text_content(), "nor do its words get in by what drifted"
        assert "It is not shown here." in words(by_id(root, "first"))
        assert "Stands in the text in other words." in words(by_id(root, "a0"))

    def test_a_text_with_an_open_licence_is_there(self):
        root = tree(quoting("it had rained again", licence=OPEN), texts={"first": TEXT})
        assert marked(root, "a0") == "it had rained again"

    def test_without_a_text_nothing_is_said_of_one(self):
        root = tree(quoting("it had rained again"))
        assert not root.xpath("//*[contains(@class, 'located')]")
        assert "Text" not in [words(each) for each in root.iter("h4")]


def test_words_in_another_language_say_which_and_run_their_way():
    root = shown(quoting({"exact": "قالت الوزارة", "language": "ar", "translated_from": "ru"}), "قالت الوزارة إن")
    quoted = by_id(root, "a0").find(".//blockquote/p")
    assert (quoted.get("lang"), quoted.get("dir")) == ("ar", "rtl")
    text = by_id(shown(quoting("قالت الوزارة", language="ar"), "قالت الوزارة إن"), "first.text")
    assert (text.get("lang"), text.get("dir")) == ("ar", "rtl")
    assert by_id(root, "first.text").get("dir") == "auto", "nobody says what language this is"


def test_many_quotations_in_a_long_text():
    sentences = [
        f"Sentence {number} of the ministry speaks of the rain of year {number * 7919}." for number in range(15000)
    ]
    text = " ".join(sentences)
    assert len(text) > 900_000
    root = shown(quoting(*sentences[::75]), text)
    assert len(list(root.iter("mark"))) == 200
    assert by_id(root, "first.text").text_content() == text


def test_evidence_is_marked_by_its_stance():
    full = changed(verdicts__0__evidence__0__quotation={"exact": "it had rained again"})
    root = tree(full, texts={"second": TEXT}, any_licence=True)
    assert by_id(root, "v1-evidence.mark").get("class") == "refutes"


def test_texts_go_out_by_the_command_line(tmp_path, monkeypatch):
    from factcheck.cli import main  # noqa: PLC0415  # one test needs it

    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.yaml").write_text(factcheck.dumps(quoting("it had rained again", licence=OPEN)))
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "first.txt").write_text(TEXT)
    assert main(["export", "story.yaml", "--to", "html", "--texts", "texts", "-o", "out"]) == 0
    assert '<mark id="a0.mark"' in (tmp_path / "out" / "story.html").read_text()
