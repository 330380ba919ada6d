"""An annotation of Hypothesis' API as a mark.

https://h.readthedocs.io/en/latest/api-reference/v1/: `uri` is the page, `text` the comment, `references` what it replies to.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.drafts import Value

from .account import Account
from .agents import of_account
from .marks import Link, Mark, Said, Target
from .nodes import Node
from .selectors import quotation


def is_annotation(data: dict[str, Any]) -> bool:
    """Whether an object is one of Hypothesis' annotations."""
    return isinstance(data.get("uri"), str) and any(key in data for key in ("target", "text", "tags"))


def mark(node: Node, account: Account) -> Mark:
    """The annotation in the shape that all have."""
    about = next(node.nodes("user_info"), None)
    person = of_account(node.text("user"), about.text("display_name") if about else None)
    document = next(node.nodes("document"), None)
    titles = document.texts("title") if document else []
    return Mark(
        node.pointer,
        node.text("id"),
        texts=list(_texts(node)),
        links=[Link(each) for each in node.texts("references")[-1:]],
        targets=list(_targets(node, account)),
        creators=[person] if person else [],
        created=node.text("created"),
        title=titles[0] if len(titles) == 1 else None,
    )


def _texts(node: Node) -> Iterator[Said]:
    comment = node.text("text")
    if comment:
        yield Said(comment)
    for tag in node.texts("tags"):
        yield Said(tag, Value("tagging"))


def _targets(node: Node, account: Account) -> Iterator[Target]:
    """The page with the words of each target, or without any; `source` says the page again."""
    page = node.text("uri")
    if page is None:
        return
    targets = list(node.nodes("target"))
    for target in targets:
        again = target.text("source")
        same = again.places if again and again.value == page.value else ()
        yield Target(page, quotation(target, account), places=same)
    if not targets:
        yield Target(page)
