"""Which text a source has, once its copies are followed to their origin."""

from collections.abc import Mapping

from factcheck.model import FactCheck


def origins(fact_check: FactCheck) -> Mapping[str, str]:
    """The source at the end of the chain of copies, for each source; itself, where it is no copy."""
    copied = {source.id: source.copy_of.source for source in fact_check.sources if source.copy_of}
    found: dict[str, str] = {}
    for source in fact_check.sources:
        passed, origin = list[str](), source.id
        while origin in copied and origin not in found:  # it ends: the model refuses a circle
            passed.append(origin)
            origin = copied[origin]
        origin = found.get(origin, origin)
        found.update(dict.fromkeys((*passed, source.id), origin))
    return found
