"""teiCorpus: a fact-check and the texts of its sources, and what holds them together."""

from collections.abc import Mapping

from factcheck import FactCheck

from .agents import mentions
from .anchors import anchor_annotations, anchors
from .document import NAMESPACE, tei
from .header import application
from .markup import NOTHING, Markup, block, element, listed, text
from .paragraphs import laid_out
from .shown import Shown, show
from .transcripts import transcript
from .witnesses import apparatus, stories, witness_lists

_CONTENT = "Born digital: a fact-check, and the texts of sources that it rests on."
_RIGHTS = "The fact-check and each text say for themselves who may use them."


def corpus(fact_check: FactCheck, texts: Mapping[str, str]) -> Markup:
    """The teiCorpus of a fact-check and these texts of its sources, by the sources' ids."""
    shown = show(fact_check, mentions(fact_check.agents))
    layouts = {source: laid_out(source, words) for source, words in texts.items()}
    readings = apparatus(fact_check, layouts)
    return block(
        "teiCorpus",
        block(
            "teiHeader",
            _file_description(fact_check, shown, stories(fact_check, layouts)),
            _encoding_description(variants=bool(readings)),
        ),
        listed("standOff", [anchor_annotations(anchors(fact_check, layouts)), readings], type="texts"),
        tei(fact_check, namespace=None),
        *(transcript(shown.sources[source], layout, shown.mentioned) for source, layout in layouts.items()),
        xmlns=NAMESPACE,
        lang=fact_check.language,
    )


def _file_description(fact_check: FactCheck, shown: Shown, told: Mapping[str, list[str]]) -> Markup:
    publisher = NOTHING if fact_check.publisher is None else shown.mentioned.spoken[fact_check.publisher]
    described = [*witness_lists(told, shown)] or [element("p", text(_CONTENT), lang="en")]
    return block(
        "fileDesc",
        block("titleStmt", element("title", text(fact_check.headline))),
        block(
            "publicationStmt",
            element("publisher", publisher),
            element("availability", element("p", text(_RIGHTS), lang="en")),
        ),
        block("sourceDesc", *described),
    )


def _encoding_description(*, variants: bool) -> Markup:
    encoded = element("variantEncoding", method="location-referenced", location="external") if variants else NOTHING
    return block("encodingDesc", encoded, application())
