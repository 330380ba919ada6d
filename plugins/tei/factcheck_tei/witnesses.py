"""Copies of one story as witnesses of it, and an apparatus of where their words differ.

The apparatus is apart from the texts and refers to places in them, so that no reading gets into a text.
https://tei-c.org/release/doc/tei-p5-doc/en/html/TC.html#TCAPLL
"""

from collections.abc import Iterator, Mapping
from unicodedata import category

from factcheck import FactCheck, Source
from factcheck.provenance import origins

from .ids import text_of_source_id, witness_id
from .markup import NOTHING, Markup, element, lines, listed, text
from .paragraphs import Layout
from .shown import Shown, said
from .variants import Variant, variants

_MOST = 2_000_000  # characters of a text: the words of longer ones would take too much memory
_LEAST = 0.5  # of the shorter text: where less is the same, readings of it would be none of the other


def stories(fact_check: FactCheck, layouts: Mapping[str, Layout]) -> dict[str, list[str]]:
    """The sources whose texts are there and that repeat one origin, itself included, by it; two at least."""
    found: dict[str, list[str]] = {}
    for source, origin in origins(fact_check).items():
        if source in layouts:
            found.setdefault(origin, []).append(source)
    order = {source.id: number for number, source in enumerate(fact_check.sources)}
    return {
        origin: sorted(told, key=lambda each: (each != origin, order[each]))
        for origin, told in found.items()
        if len(told) > 1
    }


def witness_lists(told: Mapping[str, list[str]], shown: Shown) -> Iterator[Markup]:
    """A listWit for each story: its copies, and where the text of each stands."""
    for origin, members in told.items():
        yield lines(
            f'<listWit corresp="#{origin}">',
            f"<head>{said('Witnesses of')}: {shown.cited[origin]}</head>",
            *[_witness(member, shown) for member in members],
            "</listWit>",
        )


def _witness(source: str, shown: Shown) -> str:
    attributes = f'xml:id="{witness_id(source)}" corresp="#{text_of_source_id(source)}"'
    return f"<witness {attributes}>{shown.cited[source]}</witness>"


def apparatus(fact_check: FactCheck, layouts: Mapping[str, Layout]) -> Markup:
    """A listApp for each copy whose words can be set beside those of the first of its story; translations cannot."""
    return lines(
        *[
            _listed(layouts[first], layouts[other])
            for first, *others in stories(_untranslated(fact_check), layouts).values()
            for other in others
        ]
    )


def _untranslated(fact_check: FactCheck) -> FactCheck:
    """The fact-check with translations as originals of their own."""
    return fact_check.model_copy(update={"sources": tuple(map(_as_original, fact_check.sources))})


def _as_original(source: Source) -> Source:
    translated = source.copy_of is not None and source.copy_of.kind == "translated"
    return source.model_copy(update={"copy_of": None}) if translated else source


def _listed(base: Layout, other: Layout) -> Markup:
    if max(len(base.text), len(other.text)) > _MOST:
        return NOTHING
    found = variants(base.text, other.text)
    kept = len(base.text) - sum(each.end - each.start for each in found)
    if kept <= _LEAST * min(len(base.text), len(other.text)):
        return NOTHING
    witnesses = f"#{witness_id(base.source)} #{witness_id(other.source)}"
    return listed(f'listApp type="copies" corresp="{witnesses}"', [_entry(each, base, other) for each in found])


def _entry(variant: Variant, base: Layout, other: Layout) -> str:
    lemma = base.text[variant.start : variant.end]
    reading = other.text[variant.other_start : variant.other_end]
    kind = "accidental" if _is_accidental(lemma, reading) else "substantive"
    begins, found = base.pointer(variant.start, variant.end), other.pointer(variant.other_start, variant.other_end)
    held = element(f'lem wit="#{witness_id(base.source)}"', text(lemma))
    read = element(f'rdg wit="#{witness_id(other.source)}" corresp="{found}"', text(reading))
    return f'<app type="{kind}" from="{begins}">{held}{read}</app>'


def _is_accidental(lemma: str, reading: str) -> bool:
    """Whether punctuation, case and white space alone differ; in figures they matter."""
    return _bare(lemma) == _bare(reading) and not any(map(str.isdigit, lemma))


def _bare(words: str) -> str:
    """Letters, marks, figures and symbols alone, in one case."""
    return "".join(each for each in words if category(each)[0] in "LMNS").casefold()
