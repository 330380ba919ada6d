"""YAML in which each text stands in a style of its own."""

import yaml


class Styled(str):
    __slots__ = ("style",)


class StyledDumper(yaml.SafeDumper):
    pass


StyledDumper.add_representer(
    Styled, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=text.style)
)


def styled(text, style):
    """A text that `StyledDumper` writes in this style of PyYAML: `'`, `"`, `|`, `>`, or none."""
    made = Styled(text)
    made.style = style
    return made
