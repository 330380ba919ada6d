"""Which licences let a text be passed on whole."""

import re

# Verbatim copies are allowed by each of them, with the source named; those that forbid commercial use
# are left out, since nobody here can tell whether a desk is one.
_OPEN = re.compile(
    r"https?://(?:www\.)?(?:"
    r"creativecommons\.org/(?:licenses/(?:by|by-sa|by-nd)/|publicdomain/(?:zero|mark)/)"
    r"|nationalarchives\.gov\.uk/doc/open-government-licence/"
    r"|gnu\.org/licenses/fdl"
    r"|opendatacommons\.org/licenses/(?:by|odbl|pddl)/"
    r"|etalab\.gouv\.fr/licence-ouverte"
    r"|govdata\.de/dl-de/(?:by|zero)-"
    r")",
    re.IGNORECASE,
)


def may_be_passed_on(licence: str | None) -> bool:
    """Whether a licence, by its address, is known to allow anybody to pass a text on whole.

    Creative Commons without NC, the public domain marks, and the open licences of some governments.
    https://creativecommons.org/share-your-work/cclicenses/
    """
    return licence is not None and bool(_OPEN.match(licence))
