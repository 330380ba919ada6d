"""A picture."""

from .markup import NOTHING, Markup
from .story import Story


def picture(story: Story) -> Markup:
    """To come."""
    del story
    return NOTHING
