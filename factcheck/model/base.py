"""What the parts of a fact-check share: immutability, and the simple types of their fields."""

from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticKnownError, PydanticSerializationError

_INTERRUPTED = "Error serializing to JSON: KeyboardInterrupt"


class Part(BaseModel):
    """A part of a fact-check: immutable, hashable, comparable, and refusing keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    def model_dump_json(self, **options: Any) -> str:
        """The part as JSON, with the options of pydantic's own."""
        try:
            return super().model_dump_json(**options)
        except PydanticSerializationError as error:
            # What is a default is found out by Python code, and Ctrl-C in its midst comes as this.
            if str(error).startswith(_INTERRUPTED):
                raise KeyboardInterrupt from None
            raise


class RefersTo(NamedTuple):
    """Marks a field that holds the id of another part, and names the collections it may stand in."""

    collections: tuple[str, ...]


def _no_truth(value: Any) -> Any:
    if isinstance(value, bool):
        raise PydanticKnownError("float_type")
    return value


def _no_number(value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        raise PydanticKnownError("bool_type")
    return value


NUMERIC = BeforeValidator(_no_truth)
"""Keeps `true` and `false`, which Python counts as 1 and 0, out of a field for a number."""

Truth = Annotated[bool, BeforeValidator(_no_number)]
"""`true` or `false`, also as a text, but no number."""

# RFC 3987 keeps white space, controls and these delimiters out of every IRI.
_NOT_IN_URL = r"""\x00-\x20"<>\\^`{|}\x7f-\xa0\u2028\u2029\ufffd-\uffff"""
_URL = rf"^https?://[^/?#{_NOT_IN_URL}][^{_NOT_IN_URL}]*$"
_IRI = rf"^(?:https?://|urn:|tag:)[^/?#{_NOT_IN_URL}][^#{_NOT_IN_URL}]*$"
# RFC 5646, section 2.1: language, script, region, variants, extensions, private use.
_LANGUAGE = (
    r"^[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*"
    r"(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?$"
)

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Words for people: never empty, no white space around them."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
"""A name, a title, a line of words for people: formats repeat it, so it has a bound; else as `Text`."""

Words = Annotated[str, StringConstraints(min_length=1)]
"""Words as they stand somewhere else: kept to the character."""

Url = Annotated[str, StringConstraints(pattern=_URL)]
"""An absolute http or https address, kept as it is written (RFC 3987: may hold non-ASCII letters)."""

Iri = Annotated[str, StringConstraints(pattern=_IRI)]
"""An absolute identifier without a fragment: http, https, urn or tag."""

Language = Annotated[str, StringConstraints(pattern=_LANGUAGE)]
"""A BCP 47 language tag."""

LocalId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_-]*$")]
"""The id of a part within its fact-check: an XML NCName in ASCII without full stops."""

Checksum = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
"""The SHA-256 of a text in UTF-8."""

AgentId = Annotated[LocalId, RefersTo(("agents",))]
SourceId = Annotated[LocalId, RefersTo(("sources",))]
AgentOrSourceId = Annotated[LocalId, RefersTo(("agents", "sources"))]
ClaimId = Annotated[LocalId, RefersTo(("claims",))]
CorrectionId = Annotated[LocalId, RefersTo(("corrections",))]
RatingId = Annotated[LocalId, RefersTo(("ratings",))]
PartId = Annotated[
    LocalId,
    RefersTo(("agents", "appearances", "claims", "corrections", "evidence", "ratings", "sources", "verdicts")),
]
