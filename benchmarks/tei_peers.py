"""Others who write a fact-check as TEI: all have its values at hand and choose nothing, and so do less than an exporter does."""

import io
from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from typing import Any, NamedTuple

from lxml import etree
from measuring import Peer
from tei_shapes import Shape, checked, escaped, escaped_attribute, f_string

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
XML = "http://www.w3.org/XML/1998/namespace"
XSL = "http://www.w3.org/1999/XSL/Transform"


def peers(documents: Sequence[str], slow: int) -> dict[str, Peer]:
    """The peers by name, who write these documents, which differ in their values only; those who are slow, that many of them."""
    shape, some, text_alone = Shape.of(documents), documents[:slow], "paragraphs and a header, no claims"
    hand = shape.at_hand
    check = partial(f_string, shape, checked(escaped), checked(escaped_attribute))
    return {
        "an f-string with escaping": Peer(partial(f_string, shape, escaped, escaped_attribute), documents, hand, bytes),
        "the f-string, and a check for characters that XML cannot hold": Peer(check, documents, hand, bytes),
        "a tree of lxml": Peer(lambda: tree, some, built, told),
        "lxml's `etree.xmlfile`": Peer(lambda: xmlfile, some, built, told),
        "jinja2": Peer(partial(jinja2, shape), documents, hand, told),
        "trafilatura, a page to `xmltei`": Peer(extracted, some, page, paragraphs, text_alone),
        "trafilatura, its writer alone": Peer(written, some, article, paragraphs, text_alone),
        "saxonche, XSLT 3": Peer(partial(saxonche, shape), some, hand, told),
    }


def told(document: bytes) -> object:
    """What a document says: elements, attributes and texts, but for white space around texts."""
    return [
        (node.tag, dict(node.attrib), (node.text or "").strip(), (node.tail or "").strip())
        for node in etree.fromstring(document).iter()
    ]


def jinja2(shape: Shape) -> Callable[[list[str]], bytes]:
    from jinja2 import Environment  # noqa: PLC0415  # it need not be installed

    source = shape.template("{{ v[#] }}", "{{ v[#] }}")
    template = Environment(autoescape=True, keep_trailing_newline=True).from_string(source)
    return lambda at_hand: template.render(v=at_hand).encode()


def saxonche(shape: Shape) -> Callable[[list[str]], bytes]:
    from saxonche import PySaxonProcessor  # noqa: PLC0415  # it need not be installed

    body = shape.template('<xsl:value-of select="v/i[#]"/>', "{v/i[#]}", first=1).removeprefix(DECLARATION)
    sheet = f'<xsl:stylesheet version="3.0" xmlns:xsl="{XSL}"><xsl:template match="/">{body}</xsl:template></xsl:stylesheet>'
    processor = PySaxonProcessor(license=False)
    program = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=sheet)

    def write(at_hand: list[str]) -> bytes:
        source = f"<v>{''.join(f'<i>{escaped(value)}</i>' for value in at_hand)}</v>"
        result: str = program.transform_to_string(xdm_node=processor.parse_xml(xml_text=source))
        return result.encode()

    return write


class Element(NamedTuple):
    """An element as data: what a program has at hand that makes trees."""

    tag: str
    attributes: dict[str, str]
    text: str | None
    children: Sequence["Element"]
    tail: str | None

    @classmethod
    def of(cls, node: Any) -> "Element":
        """An element of lxml's as data."""
        return cls(node.tag, dict(node.attrib), node.text, [cls.of(child) for child in node], node.tail)


def built(document: str) -> Element:
    """A document as such data."""
    return Element.of(etree.fromstring(document.encode()))


def tree(root: Element) -> bytes:
    def fill(node: Any, element: Element) -> None:
        node.text, node.tail = element.text, element.tail
        for child in element.children:
            fill(etree.SubElement(node, child.tag, child.attributes), child)

    made = etree.Element(root.tag, root.attributes, nsmap={None: etree.QName(root.tag).namespace})
    fill(made, root)
    return etree.tostring(made, encoding="UTF-8", xml_declaration=True)


def xmlfile(root: Element) -> bytes:
    out = io.BytesIO()
    with etree.xmlfile(out, encoding="UTF-8") as file:

        def write(element: Element, nsmap: dict[str | None, str] | None = None) -> None:
            with file.element(element.tag, element.attributes, nsmap=nsmap):
                if element.text:
                    file.write(element.text)
                for child in element.children:
                    write(child)
            if element.tail:
                file.write(element.tail)

        file.write_declaration()
        write(root, {None: etree.QName(root.tag).namespace, "xml": XML})
    return out.getvalue()


class Article(NamedTuple):
    """What trafilatura can say of a document: title, author, date and address, and its paragraphs without their markup."""

    about: dict[str, str]
    paragraphs: Sequence[str]


def article(document: str) -> Article:
    root = etree.fromstring(document.encode())
    about = {
        "title": root.findtext(".//{*}title", ""),
        "author": root.findtext(".//{*}author/{*}persName", ""),
        "date": root.findtext(".//{*}publicationStmt/{*}date", ""),
        "url": root.findtext(".//{*}publicationStmt/{*}idno", ""),
    }
    texts = ["".join(each.itertext()) for each in root.iter("{*}p", "{*}head", "{*}item", "{*}interp", "{*}catDesc")]
    return Article(about, list(filter(None, dict.fromkeys(texts))))


def paragraphs(document: bytes) -> object:
    """The paragraphs of a document, of trafilatura's or ours."""
    return set(article(document.decode()).paragraphs)


def page(document: str) -> str:
    """The article as a page of HTML."""
    about, texts = article(document)
    head = f'<title>{escape(about["title"])}</title><meta name="author" content="{escape(about["author"])}">'
    body = "".join(f"<p>{escape(each)}</p>" for each in texts)
    return f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>"


def extracted() -> Callable[[str], bytes]:
    from trafilatura import extract  # noqa: PLC0415  # it need not be installed

    return lambda html: (extract(html, output_format="xmltei") or "").encode()


def written() -> Callable[[Article], bytes]:
    from trafilatura.settings import Document, Extractor  # noqa: PLC0415  # it need not be installed
    from trafilatura.xml import control_xml_output  # noqa: PLC0415  # as above

    options = Extractor(output_format="xmltei", with_metadata=True)

    def write(made: Article) -> bytes:
        body = etree.Element("body")
        for paragraph in made.paragraphs:
            etree.SubElement(body, "p").text = paragraph
        return control_xml_output(Document(**made.about, body=body), options).encode()

    return write
