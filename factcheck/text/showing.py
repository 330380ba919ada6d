"""A quotation that has drifted, with what differs marked."""

from .located import Located


def shown_differences(located: Located) -> str:
    """The words found, with what differs marked: `concerning [-the-] {+so-called+}`; empty where there is not one place.

    `[-…-]` stands in the quotation and not in the text, `{+…+}` in the text and not in the quotation.
    """
    place = located.place
    if place is None:
        return ""
    shown, at = "", place.start
    for difference in located.differences:
        between = place.text[at - place.start : difference.start - place.start]
        marks = [f"[-{difference.quoted}-]"] * bool(difference.quoted)
        marks += [f"{{+{difference.found}+}}"] * bool(difference.found)
        shown, at = _spaced(shown, between) + " ".join(marks), difference.end
        if not difference.found:
            # Nothing tells where the text had its space once a word is gone from it; a mark reads best between two.
            shown = _spaced(shown[: -len(marks[0])], marks[0])
    return _spaced(shown, place.text[at - place.start :])


def _spaced(before: str, after: str) -> str:
    apart = (before.endswith("-]") and after[:1].isalnum()) or (after.startswith("[-") and before[-1:].isalnum())
    return f"{before} {after}" if apart else before + after
