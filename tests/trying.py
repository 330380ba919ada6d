"""How many examples a property is tried with: few in the suite, three times as many in `make thorough`."""

from hypothesis import settings

SUITE = 50  # of the profile `suite`, in conftest.py


def examples(count):
    """So many in the suite, and in proportion under any other profile of hypothesis."""
    return max(1, count * settings().max_examples // SUITE)
