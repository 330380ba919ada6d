"""JSON pointers: RFC 6901."""


def escaped(step: str) -> str:
    """A key as a step of a JSON pointer (RFC 6901, section 3)."""
    return step.replace("~", "~0").replace("/", "~1") if "~" in step or "/" in step else step
