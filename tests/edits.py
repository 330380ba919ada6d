"""A text before and after an edit, written as one."""


def before_and_after(edit):
    """Both texts of an edit: a line that goes begins with `-`, one that comes with `+`, others with a space or are empty."""
    lines = edit.splitlines(keepends=True)
    return tuple("".join(_bare(line) for line in lines if not line.startswith(other)) for other in "+-")


def _bare(line):
    return line[1:] if line[0] in " +-" else line
