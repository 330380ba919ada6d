"""Which term of a document says which field of the model, part by part: what is written is read by the same table."""

from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """How the value of a field stands in a document."""

    PLAIN = "as it is"
    PART = "the IRI of the part that has this id"
    OBJECT = "an object by a table of its own"


class Term(NamedTuple):
    """A field of the model, the key that it stands under, and how; of a list each value."""

    field: str
    key: str
    kind: Kind = Kind.PLAIN
    table: "Table" = ()
    many: bool = False


Table = tuple[Term, ...]
_PART, _OBJECT = Kind.PART, Kind.OBJECT

TOPIC: Table = (
    Term("name", "name"),
    Term("alternative_names", "alternateName", many=True),
    Term("same_as", "sameAs", many=True),
)
PLACE: Table = (Term("name", "name"), Term("same_as", "sameAs", many=True))
# `kind` and `nature` are its type.
AGENT: Table = (
    Term("id", "id", _PART),
    Term("name", "name"),
    Term("description", "description"),
    Term("alternative_names", "alternateName", many=True),
    Term("same_as", "sameAs", many=True),
    Term("url", "homepage"),
    Term("job_title", "jobTitle"),
    Term("affiliation", "affiliation", _PART),
)
COPY_OF: Table = (Term("source", "original", _PART), Term("kind", "kind"), Term("note", "note"))
SOURCE: Table = (
    Term("id", "id", _PART),
    Term("kind", "kind"),
    Term("title", "title"),
    Term("description", "description"),
    Term("url", "url"),
    Term("archived_url", "archivedAt"),
    Term("publisher", "publisher", _PART),
    Term("authors", "author", _PART, many=True),
    Term("published", "datePublished"),
    Term("modified", "dateModified"),
    Term("accessed", "dateAccessed"),
    Term("language", "language"),
    Term("licence", "rights"),
    Term("checksum", "checksum"),
    Term("copy_of", "copyOf", _OBJECT, COPY_OF),
)
RATING: Table = (
    Term("id", "id", _PART),
    Term("names", "names"),
    Term("number", "ratingValue"),
    Term("category", "category"),
    Term("definition", "definition"),
)
RATING_SCALE: Table = (
    Term("name", "name"),
    Term("url", "url"),
    Term("worst", "worstRating"),
    Term("best", "bestRating"),
    Term("ratings", "ratings", _OBJECT, RATING, many=True),
)
POLICIES: Table = (
    Term("corrections", "correctionsPolicy"),
    Term("methodology", "publishingPrinciples"),
    Term("funding", "ownershipFundingInfo"),
    Term("ethics", "ethicsPolicy"),
    Term("feedback", "actionableFeedbackPolicy"),
)
CORRECTION: Table = (
    Term("id", "id", _PART),
    Term("published", "datePublished"),
    Term("text", "text"),
    Term("parts", "parts", _PART, many=True),
)
# Of a collection; claims and verdicts are its annotations, agents have a type.
FACT_CHECK: Table = (
    Term("url", "url"),
    Term("headline", "label"),
    Term("summary", "abstract"),
    Term("body", "articleBody"),
    Term("language", "language"),
    Term("published", "datePublished"),
    Term("modified", "dateModified"),
    Term("publisher", "publisher", _PART),
    Term("authors", "author", _PART, many=True),
    Term("reviewers", "reviewedBy", _PART, many=True),
    Term("licence", "rights"),
    Term("policies", "policies", _OBJECT, POLICIES),
    Term("topics", "about", _OBJECT, TOPIC, many=True),
    Term("rating_scale", "ratingScale", _OBJECT, RATING_SCALE),
    Term("sources", "citation", _OBJECT, SOURCE, many=True),
    Term("corrections", "correction", _OBJECT, CORRECTION, many=True),
)
RELATION: Table = (Term("kind", "kind"), Term("claim", "claim", _PART), Term("note", "note"))
MEDIA: Table = (
    Term("kind", "kind"),
    Term("url", "url"),
    Term("description", "description"),
    Term("authenticity", "authenticity"),
    Term("original", "original"),
    Term("original_context", "originalContext"),
)
# Of the body that has the claim's words.
CLAIM: Table = (
    Term("text", "value"),
    Term("language", "inLanguage"),
    Term("claimants", "claimant", _PART, many=True),
    Term("made", "made"),
    Term("place", "place", _OBJECT, PLACE),
    Term("occasion", "occasion"),
    Term("interpreted_by", "interpretedBy", _PART),
    Term("relations", "relations", _OBJECT, RELATION, many=True),
    Term("about", "about", _OBJECT, TOPIC, many=True),
    Term("media", "media", _OBJECT, MEDIA, many=True),
)
RELAY: Table = (Term("by", "passedOnBy", _PART), Term("verb", "verb"))
APPEARANCE: Table = (
    Term("first", "firstAppearance"),
    Term("attributed_to", "attributedTo"),
    Term("rendering", "rendering", many=True),
    Term("relays", "relays", _OBJECT, RELAY, many=True),
)
EARLIER: Table = (
    Term("rating", "rating", _PART),
    Term("explanation", "text"),
    Term("published", "datePublished"),
    Term("correction", "correction", _PART),
)
VERDICT: Table = (
    Term("authors", "author", _PART, many=True),
    Term("published", "datePublished"),
    Term("url", "url"),
    Term("confidence", "confidence"),
    Term("history", "history", _OBJECT, EARLIER, many=True),
)
# Of a target: what of a quotation no selector says.
QUOTATION: Table = (Term("language", "language"), Term("translated_from", "translatedFrom"))
QUOTE: Table = (Term("exact", "exact"), Term("prefix", "prefix"), Term("suffix", "suffix"))
POSITION: Table = (Term("start", "start"), Term("end", "end"))
