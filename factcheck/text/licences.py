"""Which licences let a text be passed on whole."""

import re

_BEFORE = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
# Each allows verbatim copies to anybody who names the source. Those that forbid commercial use are left
# out, since nobody here can tell whether a desk is one.
_OPEN = (
    "creativecommons.org/licenses/by/",
    "creativecommons.org/licenses/by-sa/",
    "creativecommons.org/licenses/by-nd/",
    "creativecommons.org/licenses/sa/",
    "creativecommons.org/licenses/nd/",
    "creativecommons.org/licenses/publicdomain/",
    "creativecommons.org/publicdomain/zero/",
    "creativecommons.org/publicdomain/mark/",
    "artlibre.org/licence/",
    "gnu.org/copyleft/fdl",
    "gnu.org/licenses/fdl",
    "opendatacommons.org/licenses/by/",
    "opendatacommons.org/licenses/odbl/",
    "opendatacommons.org/licenses/pddl/",
    # the United Kingdom's government and parliament
    "nationalarchives.gov.uk/doc/open-government-licence/",
    "parliament.uk/site-information/copyright-parliament/open-parliament-licence",
    # Canada
    "open.canada.ca/en/open-government-licence-canada",
    "open.canada.ca/fr/licence-du-gouvernement-ouvert-canada",
    # France
    "etalab.gouv.fr/licence-ouverte",
    "github.com/etalab/licence-ouverte",
    # Germany
    "govdata.de/dl-de/by-",
    "govdata.de/dl-de/zero-",
    # Italy
    "dati.gov.it/iodl/2.0",
    # Norway
    "data.norge.no/nlod/",
    # Taiwan
    "data.gov.tw/license",
    # the United States: no copyright in what the federal government writes
    "usa.gov/government-works",
    "usa.gov/publicdomain/label/",
)


def may_be_passed_on(licence: str | None) -> bool:
    """Whether a licence, by its address, is known to allow anybody to pass a text on whole.

    Creative Commons without NC, the public domain marks, and the open licences of some governments.
    https://creativecommons.org/share-your-work/cclicenses/
    """
    return licence is not None and _BEFORE.sub("", licence, count=1).lower().startswith(_OPEN)
