"""Tags of HTML in texts that readers see as they are."""

import re

# Elements that stand within a text; what is not among them may be a placeholder, an address or a sum.
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img"
    r"|ins|li|mark|ol|p|q|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|wbr)"
    r"(?:\s{1,9}[a-z][\w:-]{0,60}(?:\s{0,9}=\s{0,9}(?:\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'|[^\s\"'<>=]{1,2000}))?){0,30}\s{0,9}/?>|<!--",
    re.IGNORECASE,
)
_LONGEST = 60


def markup_in_text(text: str) -> str | None:
    """A tag or a comment of HTML."""
    tag = _TAG.search(text) if "<" in text else None
    return f"`{tag[0][:_LONGEST]}` is shown to readers as it stands" if tag else None
