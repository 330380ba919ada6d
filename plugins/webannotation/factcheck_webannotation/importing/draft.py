"""Annotations of others as the draft of a fact-check: claims with their appearances, verdicts with their evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck import drafts
from factcheck.drafts import Found, Part, Value, part
from factcheck_webannotation.pointers import Pointer

from .account import Account
from .marks import Mark, Said, Target
from .naming import Gathered
from .sorting import Appearance, Evidence, Sorted, Sorting, Verdict, tag
from .sources import Sources, date


@dataclass
class _Reached:
    fields: dict[str, Found[Pointer] | None]
    evidence: list[Found[Pointer]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)


@dataclass
class _Claim:
    identifier: str
    text: Value[Pointer]
    language: Value[Pointer] | None
    appearances: list[Found[Pointer]] = field(default_factory=list)
    verdicts: list[_Reached] = field(default_factory=list)
    places: list[str] = field(default_factory=list)


class Draft:
    """The parts of one fact-check, gathered from annotations."""

    def __init__(self, marks: Sequence[Mark], account: Account) -> None:
        self._marks, self._account = marks, account
        self._sorting = Sorting(marks, account)
        self._sources, self._agents = Sources(account), Gathered("a")
        self._claims: dict[tuple[str, str], _Claim] = {}
        self._of: dict[int, _Claim] = {}
        self._reached: dict[int, _Reached] = {}
        self._labels: dict[str, tuple[str, list[str]]] = {}
        self._rated: set[str] = set()
        self._authors: dict[str, None] = {}

    def parts(self) -> dict[str, list[Found[Pointer]]]:
        """Claims, verdicts, sources, agents and authors; without claims where nothing is one."""
        found = self._sorting.sorted()
        for mark in found.claims or self._taken(found):
            self._claim(mark, tagged=bool(found.claims))
        for stands in found.appearances:
            self._appears(stands)
        for verdict in found.verdicts:
            self._verdict(verdict)
        for bears in found.evidence:
            self._evidence(bears)
        return {
            "claims": [_claim_part(each) for each in self._claims.values()],
            "verdicts": [
                part({**each.fields, "evidence": each.evidence}, *each.places) for each in self._reached.values()
            ],
            "sources": [*self._sources.parts()],
            "agents": [*self._agents.parts()],
            "authors": [Value(each) for each in self._authors],
        }

    def author(self, agent: Part[Pointer]) -> None:
        """Count somebody among the authors."""
        self._authors[self._agents.identified(agent)] = None

    def scale(self, language: str) -> Part[Pointer] | None:
        """The labels of the verdicts, in the order that they came; none has a number."""
        ratings = [
            part({"id": Value(identifier), "names": Part({language: Value(label, tuple(places))})})
            for label, (identifier, places) in self._labels.items()
        ]
        return part({"ratings": ratings}) if ratings else None

    def _taken(self, found: Sorted) -> Iterator[Mark]:
        """Where none says that it is a claim, each that quotes words and is nothing else."""
        other = {id(each.mark) for each in found.verdicts} | {id(each.mark) for each in found.evidence}
        for mark in self._marks:
            if id(mark) not in other and any(each.quotation for each in mark.targets):
                message = "nothing is tagged `claim`: the words quoted here are taken for one"
                self._account.note("webannotation-taken-for-claim", message, mark.pointer)
                yield mark

    def _claim(self, mark: Mark, *, tagged: bool) -> None:
        words = self._wording(mark, tagged=tagged)
        if words is None:
            message = "no words: write the claim as the text of the annotation, or quote it"
            self._account.note("webannotation-no-claim", message, mark.pointer)
            return
        language = words.language.text if words.language else ""
        claim = self._claims.setdefault(
            (words.value.text.strip(), language), _Claim(f"c{len(self._claims) + 1}", words.value, words.language)
        )
        self._of[id(mark)] = claim
        claim.places += [*mark.places, *words.value.places, *words.around]
        claim.places += words.language.places if words.language else ()
        said = tag(mark, "claim")
        claim.places += [*said.value.places, *said.around] if said else []
        claim.appearances += [self._appearance(target, mark) for target in self._pages(mark)]
        for agent in mark.creators:
            self.author(agent)

    def _wording(self, mark: Mark, *, tagged: bool) -> Said | None:
        """The words of a claim: what the annotation says where it is one by its tag, else what it quotes."""
        comments = mark.comments if tagged else []
        if len(comments) == 1:
            return comments[0]
        for each in comments:
            self._account.reason(each.value.places[0], "webannotation-ambiguous", "several texts stand here")
        quoted = [each.quotation.fields["exact"] for each in mark.targets if each.quotation]
        alone = len({each.text for each in quoted if isinstance(each, Value)}) == 1
        return Said(Value(quoted[0].value)) if alone and isinstance(quoted[0], Value) else None

    def _pages(self, mark: Mark) -> list[Target]:
        """What an annotation is on, other than annotations of the same file."""
        others = {place for _, places in self._sorting.leads_to(mark) for place in places}
        return [each for each in mark.targets if others.isdisjoint(each.iri.places)]

    def _appearance(self, target: Target, mark: Mark) -> Part[Pointer]:
        return part({"source": self._sources.of(target, mark), "quotation": target.quotation}, *target.places)

    def _appears(self, stands: Appearance) -> None:
        claim, mark = self._of.get(id(stands.on)), stands.mark
        if claim:
            claim.places += [*mark.places, *stands.places]
            claim.appearances += [self._appearance(target, mark) for target in self._pages(mark)]

    def _verdict(self, verdict: Verdict) -> None:
        claim = self._of.get(id(verdict.on))
        if claim is None:
            return
        mark, label = verdict.mark, verdict.label
        apart = mark is not verdict.on
        comments = mark.comments if apart else []
        told = comments[0] if len(comments) == 1 else None
        reached = _Reached(
            {
                "id": Value(f"v{len(self._reached) + 1}"),
                "claim": Value(claim.identifier),
                "rating": Value(self._rating(label)),
                "explanation": told.value if told else None,
                "authors": [Value(self._agents.identified(each)) for each in mark.creators] if apart else [],
                "published": date(mark.created) if apart else None,
            }
        )
        reached.places += [*verdict.places, *(mark.places if apart else ()), *(told.around if told else ())]
        self._reached[id(mark)] = reached
        claim.verdicts.append(reached)

    def _rating(self, label: Value[Pointer]) -> str:
        if label.text not in self._labels:
            self._labels[label.text] = self._free(drafts.slug(label.text)), []
        identifier, places = self._labels[label.text]
        places += label.places
        return identifier

    def _free(self, wanted: str) -> str:
        """An id for a label that no other label has."""
        made, number = f"rated-{wanted}" if wanted else "", len(self._labels)
        while not made or made in self._rated:
            number += 1
            made = f"rated-{wanted}-{number}" if wanted else f"rated-{number}"
        self._rated.add(made)
        return made

    def _evidence(self, bears: Evidence) -> None:
        """Evidence for the verdict that it leads to, or for the one verdict on the claim that it leads to."""
        mark, on, stance, places = bears
        claim = self._of.get(id(on))
        of_claim = claim.verdicts if claim else []
        reached = self._reached.get(id(on)) or (of_claim[0] if len(of_claim) == 1 else None)
        pages = self._pages(mark)
        if reached is None or len(pages) != 1:
            message = (
                "there is no verdict that this could be evidence for" if reached is None else "one page is wanted here"
            )
            self._account.reason(stance.value.places[0], "webannotation-not-linked", message)
            return
        note = mark.comments[0] if len(mark.comments) == 1 else None
        fields = {
            "stance": Value(stance.value.text.strip().casefold(), stance.value.places),
            "note": note.value if note else None,
        }
        said = [*stance.around, *(note.around if note else ())]
        found = self._appearance(pages[0], mark)
        reached.evidence.append(part({**found.fields, **fields}, *found.places, *places, *mark.places, *said))


def _claim_part(claim: _Claim) -> Part[Pointer]:
    fields: dict[str, Found[Pointer] | None] = {
        "id": Value(claim.identifier),
        "text": claim.text,
        "language": claim.language,
        "appearances": claim.appearances,
    }
    return part(fields, *claim.places)
