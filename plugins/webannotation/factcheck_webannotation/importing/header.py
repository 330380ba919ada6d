"""What a fact-check has beside its parts: what the collection says, else what is made of the annotations."""

import uuid
from collections.abc import Sequence

from pydantic import ValidationError

from factcheck import FactCheck
from factcheck.drafts import Found, Value, plain
from factcheck_webannotation.pointers import Pointer

from .account import Account
from .marks import Mark
from .nodes import Node

_LONGEST = 2000


def header(whole: Node, claims: Sequence[Found[Pointer]], account: Account) -> dict[str, Found[Pointer] | None]:
    """Id, headline and licence."""
    said = Node({} if whole.is_a("Annotation") else whole.data, whole.pointer)
    return {
        "id": _fitting("id", said.text("id") if said.is_a("AnnotationCollection") else None, account)
        or _id(said, claims, account),
        "headline": _fitting("headline", said.text("label"), account) or _headline(said, claims, account),
        "licence": said.text("rights"),
    }


def language(given: str, whole: Node, marks: Sequence[Mark], account: Account) -> Value[Pointer]:
    """The language that was given, that the collection says, or that all comments have."""
    if given:
        return Value(given)
    said = [] if whole.is_a("Annotation") else whole.texts("language")
    spoken = _fitting("language", said[0] if len(said) == 1 else _shared(marks), account)
    if spoken is None:
        account.note(
            "webannotation-no-language", "nothing says in which language this is", whole.pointer, stood="", made="und"
        )
    return spoken or Value("und")


def _shared(marks: Sequence[Mark]) -> Value[Pointer] | None:
    """The language that all comments say they are in."""
    said = [each.language for mark in marks for each in mark.comments]
    named = [each for each in said if each]
    if not named or len(named) < len(said) or len({each.text for each in named}) > 1:
        return None
    return Value(named[0].value, tuple(place for each in named for place in each.places))


def _fitting(field: str, found: Value[Pointer] | None, account: Account) -> Value[Pointer] | None:
    """The value, where this field of a fact-check takes it; else it is told why it does not."""
    if found is None:
        return None
    least = {"id": "urn:x", "headline": "x", "language": "und", "claims": [{"id": "c", "text": "x"}]}
    try:
        FactCheck.model_validate(least | {field: found.value})
    except ValidationError as error:
        message = error.errors(include_url=False, include_context=False, include_input=False)[0]["msg"]
        account.reason(found.places[0], "webannotation-invalid-value", message)
        return None
    return found


def _headline(said: Node, claims: Sequence[Found[Pointer]], account: Account) -> Value[Pointer]:
    words = str(plain(claims[0])["text"]).strip()
    made = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
    message = "there is no headline: the first claim stands in for it"
    account.note("webannotation-no-headline", message, said.pointer, stood="", made=made)
    return Value(made)


def _id(said: Node, claims: Sequence[Found[Pointer]], account: Account) -> Value[Pointer]:
    made = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, repr([plain(each) for each in claims]))}"
    message = "nothing identifies it: its id is made from its content"
    account.note("webannotation-no-id", message, said.pointer, stood="", made=made)
    return Value(made)
