"""Where the quotations of a fact-check stand in the texts of its sources."""

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from factcheck.findings import Finding
from factcheck.model import FactCheck, Quotation, Source
from factcheck.model.references import Location
from factcheck.rules import TEXTS

from .placing import placed
from .quotations import quotations, rewritten
from .wording import short


class Anchored(NamedTuple):
    """A fact-check whose quotations have their places, and what was found on the way, in the order of the model."""

    fact_check: FactCheck
    findings: tuple[Finding, ...]


def anchor(fact_check: FactCheck, texts: Mapping[str, str], *, accept_drift: bool = False) -> Anchored:
    """Give each quotation its place in the text of its source, by the sources' ids.

    It gets `start`, `end`, `prefix` and `suffix`; those that are wrong are put right, which a finding tells. Words
    that differ from the text are told and stay, or are replaced by those of the text with `accept_drift`. Those that
    stand at several places, or at none, are errors. A source gets the text's `checksum`. Where it had another one, the
    text has changed: then nothing of the source is anchored until all of its quotations that have places are found, so
    that its places never count in two texts.
    """
    given = [each for each in quotations(fact_check) if each.source in texts]
    found = {each.location: placed(each, texts[each.source], accept_drift=accept_drift) for each in given}
    # Where it is written, the place of what is not found counts in the text as it was.
    lost = {
        each.source for each in given if found[each.location].quotation is None and each.quotation.start is not None
    }
    checksums, findings = dict[str, str](), list[Finding]()
    held = set[str]()
    for index, source in enumerate(fact_check.sources):
        if source.id in texts and (checksum := _checksum(texts[source.id])) != source.checksum:
            is_held = source.checksum is not None and source.id in lost
            findings.append(_of_checksum(source, index, checksum, is_held=is_held))
            if is_held:
                held.add(source.id)
            else:
                checksums[source.id] = checksum
    changed = dict[Location, Quotation]()
    for each in given:
        outcome = found[each.location]
        findings += map(unmade, outcome.findings) if each.source in held else outcome.findings
        if outcome.quotation and each.source not in held:
            changed[each.location] = outcome.quotation
    return Anchored(rewritten(fact_check, changed, checksums), tuple(findings))


def _checksum(text: str) -> str:
    # A text that was read from a file has no lone surrogate; one that Python gives may.
    return f"sha256:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _of_checksum(source: Source, index: int, checksum: str, *, is_held: bool) -> Finding:
    path = f"sources[{index}].checksum"
    if source.checksum is None:
        return TEXTS["text-no-checksum"].finding("the checksum of the text is not written", path, made=checksum)
    if is_held:
        message = "the text has changed, and not all quotations that have places are found in it, so nothing of it is anchored"
        return TEXTS["text-changed"].finding(message, path)
    return TEXTS["text-changed"].finding("the text has changed", path, stood=source.checksum, made=checksum)


def unmade(finding: Finding) -> Finding:
    """A finding of what could be put right and is not."""
    if finding.made is None:
        return finding
    not_written = f"; {short(finding.made)} is not written" if finding.made else ""
    return finding._replace(message=finding.message + not_written, stood=None, made=None)
