"""Copies of one story as witnesses of it, and an apparatus of where their words differ.

The apparatus is apart from the texts and refers to places in them, so that no reading gets into a text.
https://tei-c.org/release/doc/tei-p5-doc/en/html/TC.html#TCAPLL
"""

from collections.abc import Iterator, Mapping
from unicodedata import category

from factcheck import FactCheck, Source
from factcheck.provenance import origins

from .ids import text_of_source_id, witness_id
from .markup import NOTHING, Markup, block, element, lines, listed, text, to
from .paragraphs import Layout
from .shown import COLON, Shown, joined, said
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
        head = element("head", joined(COLON, (said("Witnesses of"), shown.cited[origin])))
        witnesses = (
            element("witness", shown.cited[member], id=witness_id(member), corresp=to(text_of_source_id(member)))
            for member in members
        )
        yield block("listWit", head, *witnesses, corresp=to(origin))


def apparatus(fact_check: FactCheck, layouts: Mapping[str, Layout]) -> Markup:
    """A listApp for each copy whose words can be set beside those of the first of its story; translations cannot."""
    return lines(
        _listed(layouts[first], layouts[other])
        for first, *others in stories(_untranslated(fact_check), layouts).values()
        for other in others
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
    entries = (_entry(each, base, other) for each in found)
    return listed(
        "listApp", entries, type="copies", corresp=f"{to(witness_id(base.source))} {to(witness_id(other.source))}"
    )


def _entry(variant: Variant, base: Layout, other: Layout) -> Markup:
    lemma = base.text[variant.start : variant.end]
    reading = other.text[variant.other_start : variant.other_end]
    return element(
        "app",
        element("lem", text(lemma), wit=to(witness_id(base.source))),
        element(
            "rdg",
            text(reading),
            wit=to(witness_id(other.source)),
            corresp=other.pointer(variant.other_start, variant.other_end),
        ),
        type="accidental" if _is_accidental(lemma, reading) else "substantive",
        from_=base.pointer(variant.start, variant.end),
    )


def _is_accidental(lemma: str, reading: str) -> bool:
    """Whether punctuation, case and white space alone differ; in figures they matter."""
    return _bare(lemma) == _bare(reading) and not any(map(str.isdigit, lemma))


def _bare(words: str) -> str:
    """Letters, marks, figures and symbols alone, in one case."""
    return "".join(each for each in words if category(each)[0] in "LMNS").casefold()
