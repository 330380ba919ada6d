"""Claims, appearances, verdicts and evidence as annotations.

https://www.w3.org/TR/annotation-model/#annotations: `motivation` says what an annotation is for. Hypothesis reads
`target[].selector[]`, Recogito too and wants both selectors; so a target is a list, and an annotation has one on words.
"""

from collections.abc import Iterator
from typing import Any

from factcheck import Appearance, Claim, Evidence, FactCheck, Verdict

from . import terms, vocabulary
from .agents import Creators
from .instants import instant
from .targets import page, target, whole
from .texts import direction, textual
from .writing import Object, written


class Annotations:
    """The annotations of one fact-check: each claim with its appearances, then each verdict with its evidence."""

    def __init__(self, fact_check: FactCheck) -> None:
        self._whole = fact_check
        self._sources = {source.id: source for source in fact_check.sources}
        self._claims = {claim.id: claim for claim in fact_check.claims}
        scale = fact_check.rating_scale
        self._ratings = {rating.id: rating for rating in scale.ratings} if scale else {}
        self._creators = Creators(fact_check)
        self._made = self._signed((), fact_check.published)

    def __iter__(self) -> Iterator[Object]:
        for claim in self._whole.claims:
            yield self._claim(claim)
            for number, each in enumerate(claim.appearances, 1):
                yield self._appearance(claim, each, each.id or f"{claim.id}.appearance.{number}")
        for verdict in self._whole.verdicts:
            yield self._verdict(verdict)
            for number, found in enumerate(verdict.evidence, 1):
                yield self._evidence(verdict, found, found.id or f"{verdict.id}.evidence.{number}")

    def _claim(self, claim: Claim) -> Object:
        words = {"type": "TextualBody", **written(claim, terms.CLAIM[:1], self._whole), "format": "text/plain"}
        spoken = direction(claim.language or self._whole.language)
        body = words | {"purpose": "describing"} | spoken | written(claim, terms.CLAIM[1:], self._whole)
        stands = dict.fromkeys(page(self._sources[each.source], self._whole) for each in claim.appearances)
        pages = list(stands) or [self._whole.url or self._whole.id]
        return self._annotation(claim.id, vocabulary.CLAIM, [body], [whole(each) for each in pages])

    def _appearance(self, claim: Claim, appearance: Appearance, part: str) -> Object:
        bodies = [
            self._of(claim.id, "identifying"),
            textual(claim.text, "describing", claim.language or self._whole.language),
        ]
        on = target(self._sources[appearance.source], appearance.quotation, self._whole)
        return self._annotation(
            part, vocabulary.APPEARANCE, bodies, [on], written(appearance, terms.APPEARANCE, self._whole)
        )

    def _verdict(self, verdict: Verdict) -> Object:
        label = self._ratings[verdict.rating].names
        language = next(tag for tag in label if label[tag] == label.best(self._whole.language))
        bodies = [self._of(verdict.rating, "classifying"), textual(label[language], "tagging", language)]
        if verdict.explanation:
            bodies.append(textual(verdict.explanation, "assessing", self._whole.language))
        return self._annotation(
            verdict.id,
            vocabulary.VERDICT,
            bodies,
            [whole(self._whole.iri(verdict.claim))],
            written(verdict, terms.VERDICT, self._whole),
        ) | self._signed(verdict.authors, verdict.published or self._whole.published)

    def _evidence(self, verdict: Verdict, evidence: Evidence, part: str) -> Object:
        bodies = [self._of(verdict.id, "linking"), textual(evidence.stance, "tagging", "en")]
        if evidence.note:
            bodies.append(textual(evidence.note, "commenting", self._whole.language))
        on = target(self._sources[evidence.source], evidence.quotation, self._whole)
        return self._annotation(part, vocabulary.EVIDENCE, bodies, [on])

    def _of(self, part: str, purpose: str) -> Object:
        """A body that is a part of the fact-check."""
        return {"type": "SpecificResource", "source": self._whole.iri(part), "purpose": purpose}

    def _annotation(self, part: str, motivation: str, body: Any, on: Any, said: Object | None = None) -> Object:
        made = {"id": self._whole.iri(part), "type": "Annotation", "motivation": motivation}
        return {**made, **self._made, **(said or {}), "body": body, "target": on}

    def _signed(self, authors: tuple[str, ...], published: str | None) -> Object:
        """Who made an annotation, when, and under which licence."""
        created = instant(published)
        rights = {"rights": self._whole.licence} if self._whole.licence else {}
        return self._creators.of(authors) | ({"created": created} if created else {}) | rights
