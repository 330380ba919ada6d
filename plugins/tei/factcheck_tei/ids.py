"""The ids that are made for parts and blocks without one.

A generated id holds a full stop, which an id of the model never does, so the two cannot collide.
"""


def appearance_id(claim: str, number: int, given: str | None) -> str:
    """The id of a claim's appearance: its own, or one made from its number, from 1."""
    return given or f"{claim}.a{number}"


def evidence_id(verdict: str, number: int, given: str | None) -> str:
    """The id of a verdict's evidence: its own, or one made from its number, from 1."""
    return given or f"{verdict}.e{number}"


def earlier_id(verdict: str, number: int) -> str:
    """The id of a verdict's explanation that no longer stands, from its number, from 1."""
    return f"{verdict}.h{number}"


def text_id(part: str) -> str:
    """The id of the block that holds a claim's words, the words quoted, or a correction's."""
    return f"{part}.text"


def listed_id(source: str) -> str:
    """The id of the item that shows a source in the list at the end of the body."""
    return f"{source}.listed"


def explanation_id(verdict: str) -> str:
    """The id of the block that holds a verdict's explanation."""
    return f"{verdict}.explanation"


def note_id(evidence: str) -> str:
    """The id of the block that holds the note on a piece of evidence."""
    return f"{evidence}.note"


def event_id(claim: str) -> str:
    """The id of the event at which a claim was made."""
    return f"{claim}.event"


def place_id(claim: str) -> str:
    """The id of the place at which a claim was made."""
    return f"{claim}.place"


def text_of_source_id(source: str) -> str:
    """The id of the TEI that holds a source's text."""
    return f"{source}.tei"


def body_id(source: str) -> str:
    """The id of the body that holds a source's text."""
    return f"{source}.body"


def paragraph_id(source: str, number: int) -> str:
    """The id of a paragraph of a source's text, from its number, from 1."""
    return f"{source}.p{number}"


def witness_id(source: str) -> str:
    """The id of a source as a witness of the story that it repeats."""
    return f"{source}.wit"


def anchor_id(part: str) -> str:
    """The id of the annotation that says where in a source's text the words of a part stand."""
    return f"{part}.anchor"
