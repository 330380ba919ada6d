"""What the cells of a workbook lead to: an address where one is wanted, and else a finding."""

import io
import itertools

import factcheck_table.links
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from table_reading import BOOK, MAIN, SHEET, changed, fact_checks, findings, found, read

import factcheck

RELS = "xl/worksheets/_rels/sheet1.xml.rels"
OFFICE = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEADINGS = ["Link", "Claim", "Verdict", "Evidence", "Said by", "Notes"]


def linked(*rows, links=()):
    """A workbook of these rows, with links: the name of a cell, where it leads."""
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for cell, target in links:
        stands = sheet[cell].value
        sheet[cell].hyperlink = target
        sheet[cell].value = stands
        sheet[cell].style = "Hyperlink"  # else one that is empty would not be written
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


def with_links(body, hyperlinks, targets=b""):
    """The workbook with this XML for the links of its sheet, and for where they lead."""
    ends = b"<hyperlinks>%s</hyperlinks></worksheet>" % hyperlinks
    rels = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
    sheet = {SHEET: lambda part: part.replace(MAIN, MAIN + b" " + OFFICE).replace(b"</worksheet>", ends)}
    return changed(body, sheet | ({RELS: rels % targets} if targets else {}))


def test_a_link_is_the_address_where_one_is_wanted():
    records = read(
        linked(
            HEADINGS,
            ["here", "It rained.", "False", "the gauges"],
            [None, "It snowed.", "False"],
            links=[
                ("A2", "https://desk.example/rain"),
                ("D2", "https://gauges.example/1"),
                ("A3", "https://desk.example/snow"),
            ],
        )
    )
    rain, snow = fact_checks(records)
    assert (rain.id, rain.url, snow.url) == (*["https://desk.example/rain"] * 2, "https://desk.example/snow")
    assert rain.sources[0].url == "https://gauges.example/1"
    taken = [(each.path, each.stood, each.made) for each in findings(records) if each.rule == "table-link-taken"]
    assert taken == [
        ("row 2, column A (Link)", "here", "https://desk.example/rain"),
        ("row 2, column D (Evidence)", "the gauges", "https://gauges.example/1"),
        ("row 3, column A (Link)", "", "https://desk.example/snow"),
    ]
    assert "table-same-address" not in found(records)


def test_a_link_that_the_text_says_is_not_spoken_of():
    row = ["https://desk.example/märz", "It rained.", "False", "https://a.example/1; https://a.example/2"]
    links = [("A2", "https://desk.example/m%C3%A4rz/"), ("D2", "https://a.example/2")]
    assert not {rule for rule in found(read(linked(HEADINGS, row, links=links))) if "link" in rule}


def test_every_other_link_is_told():
    body = linked(
        ["An archive"],
        HEADINGS,
        ["https://desk.example/rain", "It rained.", "False", "a letter", "A Speaker", "done"],
        links=[
            ("A1", "https://desk.example"), ("B2", "https://desk.example/help"), ("A3", "https://desk.example/old"),
            ("B3", "https://news.example/1"), ("D3", "mailto:desk@desk.example"), ("E3", "https://people.example/1"),
            ("F3", "https://notes.example"), ("H3", "https://beyond.example"), ("A9", "https://below.example/1"),
        ],
    )  # fmt: skip
    records = read(body)
    (fact_check,) = fact_checks(records)
    assert (fact_check.url, fact_check.sources[0].description) == ("https://desk.example/rain", "a letter")
    told = {each.path: each.stood for each in findings(records) if each.rule == "table-link-not-read"}
    assert told == {
        "row 1, column A": "https://desk.example", "row 2, column B (Claim)": "https://desk.example/help",
        "row 3, column B (Claim)": "https://news.example/1",
        "row 3, column D (Evidence)": "mailto:desk@desk.example", "row 3, column E (Said by)": "https://people.example/1",
        "row 3, column F (Notes)": "https://notes.example", "row 3, column H": "https://beyond.example",
    }  # fmt: skip
    differs = found(records)["table-link-differs"]
    assert (differs.path, differs.stood) == ("row 3, column A (Link)", "https://desk.example/old")
    below = [each for each in findings(records) if each.path.startswith("row 9")]
    assert "https://below.example/1" in {each.made or each.stood for each in below}


def test_places_in_a_page_and_in_the_workbook_and_links_of_many_cells():
    body = linked(HEADINGS, ["a", "One.", "True"], ["b", "Two.", "True"])
    body = with_links(
        body,
        b'<hyperlink ref="A2:A3" r:id="x" location="top" tooltip="Go"/><hyperlink ref="$B$2" location="Sheet!A1"/><hyperlink ref="?"/>',
        b'<Relationship Id="x" Target="https://desk.example/1" TargetMode="External"/>',
    )
    records = read(body)
    assert [each.url for each in fact_checks(records)] == ["https://desk.example/1#top"] * 2
    told = found(records)
    assert told["table-link-not-read"].stood == "#Sheet!A1"
    assert "pointer" in told["table-part-not-read"].message


@pytest.mark.parametrize(
    ("formula", "url", "rule"),
    [
        ('=HYPERLINK("https://desk.example/1","here")', "https://desk.example/1", "table-link-taken"),
        ('=hyperlink( "https://desk.example/1" ; A1 )', "https://desk.example/1", None),
        ('=HYPERLINK("https://desk.example/?q=""1""")', None, "table-schemeless-address"),
        ('=HYPERLINK("https://desk.example/"&A1,"here")', None, "table-error-value"),
    ],
)
def test_the_formula_that_makes_a_link(formula, url, rule):
    records = read(linked(HEADINGS, [formula, "It rained.", "False"]))
    assert fact_checks(records)[0].url == url
    told = {each.rule for each in findings(records) if "column A" in each.path}
    assert told == ({rule} if rule else set())


def test_white_space_without_an_end_in_a_formula_is_passed_over_once():
    formula = '=HYPERLINK("https://desk.example/1",' + " " * 20_000 + '"here'
    assert fact_checks(read(linked(HEADINGS, [formula, "It rained.", "False"])))[0].url is None


def test_addresses_longer_than_excel_takes_are_not_read_and_told():
    far = b'<Relationship Id="r1" Type="hyperlink" TargetMode="External" Target="https://a.example/%s"/>' % (
        b"a" * 9000
    )
    records = read(with_links(BOOK, b'<hyperlink ref="A2" r:id="r1" location="x"/>', far))
    assert len(fact_checks(records)) == 1
    assert "at most 65,530 are read" in found(records)["table-part-not-read"].message


def test_a_link_whose_address_is_computed_is_told():
    def computed(part):
        return part.replace(
            b'<c r="A2" t="s"><v>2</v></c>', b'<c r="A2" t="str"><f>HYPERLINK(B2)</f><v>It rained.</v></c>'
        )

    told = found(read(changed(BOOK, {SHEET: computed})))["table-link-not-read"]
    assert (told.path, told.stood) == ("row 2, column A (Claim)", "=HYPERLINK(B2)")


def test_more_links_than_excel_takes_are_not_read_and_told(monkeypatch):
    monkeypatch.setattr(factcheck_table.links, "MOST_LINKS", 3)
    many = b'<hyperlink ref="A2" location="x"/>' * 4
    for hyperlinks in (
        many,
        b'<hyperlink ref="A2:ZZ1048576" location="x"/>',
        b'<hyperlink ref="A2" location="%s"/>' % (b"x" * 9000),
    ):
        records = read(with_links(BOOK, hyperlinks))
        assert len(fact_checks(records)) == 1
        assert found(records)["table-part-not-read"].path == SHEET


@pytest.mark.parametrize("broken", [b'<hyperlink ref="A2" ref="A2"/>', b"<hyperlink", b"<a>" * 300, b"&nothing;"])
def test_links_that_are_damaged(broken):
    with pytest.raises(factcheck.ReadingError) as raised:
        read(with_links(BOOK, b'<hyperlink ref="A2" location="x"/>' + broken))
    assert [each.rule for each in raised.value.findings] == ["table-unreadable"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 6), st.integers(0, 7)), unique=True, max_size=9))
def test_no_link_is_lost(cells):
    rows = [HEADINGS, *(["a", f"Claim {each}.", "True", "b", "A Speaker", "c"] for each in range(3))]
    links = [(f"{'ABCDEFGH'[column]}{row}", f"https://link.example/{row}/{column}") for row, column in cells]
    records = read(linked(*rows, links=links))
    whole = "".join(each.fact_check.model_dump_json() for each in records if each.fact_check)
    told = set(itertools.chain.from_iterable((each.stood, each.made) for each in findings(records)))
    assert all(link in told or link in whole for _, link in links)
