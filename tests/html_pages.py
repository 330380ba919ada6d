"""What the tests of pages share: a page from a fact-check, read by a strict parser and by lxml."""

import html5lib
from factcheck_html.exporter import HtmlExporter
from lxml import html

from factcheck import FactCheck


def page(fact_check: FactCheck, **options) -> str:
    """The page of a fact-check; its own checks find nothing wrong with it, nor does a strict parser."""
    exporter = HtmlExporter()
    document = exporter.export(fact_check, exporter.options(**options))
    assert list(exporter.validate(document)) == []
    html5lib.HTMLParser(strict=True).parse(document.text)
    return document.text


def tree(fact_check: FactCheck, **options) -> html.HtmlElement:
    """The same, as a tree."""
    return html.document_fromstring(page(fact_check, **options))


def words(element) -> str:
    """The text in an element, white space as it is shown."""
    return " ".join(element.text_content().split())


def by_id(root, identifier):
    """The one element of this id."""
    (found,) = root.xpath("//*[@id=$id]", id=identifier)
    return found


def quoting(*quotations, text_of="first", **more) -> FactCheck:
    """A fact-check whose one claim has an appearance in one source for each of these quotations."""
    appearances = [
        {"id": f"a{number}", "source": text_of, "quotation": each if isinstance(each, dict) else {"exact": each}}
        for number, each in enumerate(quotations)
    ]
    return FactCheck.model_validate(
        {
            "id": "https://desk.example/quoting",
            "headline": "Quoting",
            "language": "en",
            "sources": [{"id": text_of, "title": "A page", **more}],
            "claims": [{"id": "c1", "text": "It rained.", "appearances": appearances}],
        }
    )
