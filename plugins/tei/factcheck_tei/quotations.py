"""Quotations: a block of text that holds the words, and what an annotation says of their place.

A block holds `seg` with the words before, `quote`, and `seg` with the words after, with nothing between
them, so that string-range() finds the words by counting code points.
https://tei-c.org/release/doc/tei-p5-doc/en/html/SA.html#SATSSR
"""

from collections.abc import Iterator

from factcheck import FactCheck, Quotation, Source

from .ids import appearance_id, evidence_id, text_id
from .markup import NOTHING, Markup, optional, text


def quoted_parts(fact_check: FactCheck) -> Iterator[tuple[str, str, Quotation]]:
    """The words quoted, with the id of the part that quotes them and of the source that they stand in."""
    for claim in fact_check.claims:
        for number, appearance in enumerate(claim.appearances, 1):
            if appearance.quotation is not None:
                yield appearance_id(claim.id, number, appearance.id), appearance.source, appearance.quotation
    for verdict in fact_check.verdicts:
        for number, evidence in enumerate(verdict.evidence, 1):
            if evidence.quotation is not None:
                yield evidence_id(verdict.id, number, evidence.id), evidence.source, evidence.quotation


def quoted(quotation: Quotation | None, part: str, source: Source) -> Markup:
    """The block of the words that this part quotes, in the language of the source that they stand in."""
    if quotation is None:
        return NOTHING
    before = f'<seg type="prefix">{text(quotation.prefix)}</seg>' if quotation.prefix else ""
    words = f"<quote{optional('xml:lang', quotation.language)}>{text(quotation.exact)}</quote>"
    after = f'<seg type="suffix">{text(quotation.suffix)}</seg>' if quotation.suffix else ""
    return Markup(f'<p xml:id="{text_id(part)}"{optional("xml:lang", source.language)}>{before}{words}{after}</p>')


def anchor(quotation: Quotation | None, part: str, source: str) -> str:
    """The pointer to the words quoted, or to the source where none are."""
    if quotation is None:
        return f"#{source}"
    return f"#string-range({text_id(part)},{len(quotation.prefix or '')},{len(quotation.exact)})"


def place_in_source(quotation: Quotation | None) -> Markup:
    """Where the words stand in the source's own text, and what they were translated from."""
    if quotation is None or (quotation.start is None and quotation.translated_from is None):
        return NOTHING
    place = original = ""
    if quotation.start is not None:
        place = f'<biblScope unit="codepoint" from="{quotation.start}" to="{quotation.end}"/>'
    if quotation.translated_from is not None:
        language = f'<textLang mainLang="{quotation.translated_from}"/>'
        original = f'<relatedItem type="translationOf"><bibl>{language}</bibl></relatedItem>'
    return Markup(f'<note type="quotation"><bibl>{place}{original}</bibl></note>')
