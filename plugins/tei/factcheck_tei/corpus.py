"""teiCorpus: a fact-check and the texts of its sources, and what holds them together."""

from collections.abc import Mapping

from factcheck import FactCheck

from .agents import mentions, publisher
from .anchors import anchor_annotations, anchors
from .document import NAMESPACE, tei
from .header import application
from .markup import Markup, lines, listed, text
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
    return lines(
        f'<teiCorpus xmlns="{NAMESPACE}" xml:lang="{fact_check.language}">',
        "<teiHeader>",
        _file_description(fact_check, shown, stories(fact_check, layouts)),
        "<encodingDesc>",
        '<variantEncoding method="location-referenced" location="external"/>' if readings else None,
        application(),
        "</encodingDesc>",
        "</teiHeader>",
        listed('standOff type="texts"', (anchor_annotations(anchors(fact_check, layouts)), readings)),
        tei(fact_check, namespace=None),
        *[transcript(shown.sources[source], layout, shown.mentioned) for source, layout in layouts.items()],
        "</teiCorpus>",
    )


def _file_description(fact_check: FactCheck, shown: Shown, told: Mapping[str, list[str]]) -> Markup:
    return lines(
        "<fileDesc>",
        "<titleStmt>",
        f"<title>{text(fact_check.headline)}</title>",
        "</titleStmt>",
        "<publicationStmt>",
        publisher(fact_check.publisher, shown.mentioned),
        f'<availability><p xml:lang="en">{text(_RIGHTS)}</p></availability>',
        "</publicationStmt>",
        "<sourceDesc>",
        *(witness_lists(told, shown) if told else [f'<p xml:lang="en">{text(_CONTENT)}</p>']),
        "</sourceDesc>",
        "</fileDesc>",
    )
