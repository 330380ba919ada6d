"""teiCorpus of fact-checks: a head, each of them as a TEI, a tail.

The head says what the corpus is, and once for all what @ana points to. Ids are unique in the whole, since those of
each fact-check have a prefix of its own.
https://tei-c.org/release/doc/tei-p5-doc/en/html/CC.html
"""

from functools import cache

from factcheck import FactCheck

from .dates import date
from .document import NAMESPACE, tei
from .header import application
from .interpretations import every_interpretation
from .markup import Markup, element, lines, text
from .options import LANGUAGE, CorpusOptions
from .pointers import licence
from .prefixes import prefixed

MEANINGS = "meanings"
"""The type of the standOff that fact-checks share, by which such a corpus is known."""

TAIL = Markup("</teiCorpus>")
_CONTENT = "Born digital: fact-checks, each with its claims, sources, verdicts and evidence."
_RIGHTS = "Each fact-check says for itself who may use it."


def collection(fact_check: FactCheck) -> Markup:
    """The teiCorpus of this one alone."""
    return lines(plain_head(), tei(prefixed(fact_check), namespace=None, explained=False), TAIL)


@cache
def plain_head() -> Markup:
    """The head that says nothing of its own."""
    return head(CorpusOptions())


def head(options: CorpusOptions) -> Markup:
    """All that stands before the first TEI."""
    return lines(
        f'<teiCorpus xmlns="{NAMESPACE}" xml:lang="{options.language or LANGUAGE}">',
        "<teiHeader>",
        _file_description(options),
        "<encodingDesc>",
        application(),
        "</encodingDesc>",
        "</teiHeader>",
        f'<standOff type="{MEANINGS}">',
        every_interpretation(),
        "</standOff>",
    )


def _file_description(options: CorpusOptions) -> Markup:
    rights = Markup(f'<availability><p xml:lang="en">{_RIGHTS}</p></availability>')
    return lines(
        "<fileDesc>",
        "<titleStmt>",
        element("title", text(options.title)),
        "</titleStmt>",
        "<publicationStmt>",
        element("publisher", text(options.publisher)),
        date(options.published or None, "published"),
        licence(options.licence) if options.licence else rights,
        "</publicationStmt>",
        "<sourceDesc>",
        f'<p xml:lang="en">{_CONTENT}</p>',
        "</sourceDesc>",
        "</fileDesc>",
    )
