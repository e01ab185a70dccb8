"""Where only one may hold: which claims compete, what shows, and the conflicts that are left on record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import chain, pairwise
from operator import attrgetter, itemgetter
from typing import NamedTuple

from graphsvc.edtf import Edtf
from graphsvc.ontology import Annotations
from graphsvc.records import Dataset, Rank, Statement, ValueKind, stable_id
from graphsvc.values import Quantity, Value, canonical, most_precise
from graphsvc.verdict.claims import Claim, Frame, Reader, Span, connected, episodes, possible_days, sure_days
from graphsvc.verdict.decision import RANKS, Decision, Step, days, decide, policy, standing


class ConflictKind(StrEnum):
    """Of what only one may hold: a VALUE of an attribute, an OBJECT or SUBJECT of a predicate, a claim's QUALIFIER."""

    VALUE = "value"
    OBJECT = "object"
    SUBJECT = "subject"
    QUALIFIER = "qualifier"


class Period(NamedTuple):
    """A value, and the first and last day, infinite where open, of a time in which it shows."""

    value: Value
    first: float
    last: float


class Attribute(NamedTuple):
    """What an entity shows for a slot: () if undecided, unknown or none.

    Where the claims on a single-valued slot follow one another in time, the last one shows. If any is dated,
    `possible` and `sure` tell what shows at each time by the claims that may, or for sure do, hold then.
    """

    subject: str
    slot: str
    values: tuple[Value, ...]
    dated: bool = False
    possible: tuple[Period, ...] = ()
    sure: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Live statements that cannot all hold. `candidates` are its sides (statement ids), scored by `steps`.

    `predicate` is a predicate, an attribute slot or, for SUBJECT, the inverse name. `shown` is the
    statement that the shown value or edge is taken from, None if undecided.
    """

    id: str
    subject: str
    predicate: str
    qualifier: str | None
    kind: ConflictKind
    decided_by: Decision
    shown: str | None
    statements: tuple[str, ...]
    candidates: tuple[tuple[str, ...], ...]
    steps: tuple[Step, ...]


Said = tuple[Value, Statement]
_order = attrgetter("id", "position")


class _Place(NamedTuple):
    """What a verdict is about; `part` tells several conflicts of one place apart."""

    kind: ConflictKind
    subject: str
    predicate: str
    qualifier: str | None = None
    part: tuple[str, ...] = ()


def _agreeing(several: Iterable[Said]) -> Iterator[list[Said]]:
    """Values that agree, directly or through others: `values.agree` by one sweep instead of by pairs."""
    by_type: dict[type, list[Said]] = defaultdict(list)
    for said in several:
        by_type[type(said[0])].append(said)
    for alike in by_type.values():
        yield from connected(alike, lambda said: _range(said[0]))


def _range(value: Value) -> Span:
    if isinstance(value, Quantity):
        half = Fraction(value.precision or 0)
        return Fraction(value.value) - half, Fraction(value.value) + half
    return days(value) if isinstance(value, Edtf) else (value, value)


def _said(place: _Place, claims: Sequence[Claim]) -> Iterator[Said]:
    """What live statements say that only one may: a value, an entity, or the value kind if they know neither."""
    known = any(claim.value_kind is ValueKind.VALUE for claim in claims)
    for claim in claims:
        other_end = claim.object if claim.subject == place.subject else claim.subject
        value = claim.value if place.kind is ConflictKind.VALUE else other_end
        if not known or claim.value_kind is not ValueKind.SOME_VALUE:
            said = claim.value_kind if value is None else value
            yield from ((said, s) for s in claim.statements if s.rank is not Rank.DEPRECATED)


def _is_unreadable(claim: Claim) -> bool:
    return claim.value is None and claim.object is None and claim.value_kind is ValueKind.VALUE


def _places(claim: Claim, frame: Frame) -> Iterator[_Place]:
    """Where the claim of a relation meets others that it may contradict."""
    predicate, end = frame.predicate, claim.object or claim.subject
    if predicate and predicate.single and claim.predicate == predicate.name:
        ends = {claim.subject, end} if predicate.symmetric else {claim.subject}
        yield from (_Place(ConflictKind.OBJECT, each, predicate.name) for each in ends)
    turned = claim.object or (predicate and claim.predicate == predicate.inverse)
    if predicate and predicate.single_inverse and predicate.inverse and not predicate.symmetric and turned:
        yield _Place(ConflictKind.SUBJECT, end, predicate.inverse)


def _ids(side: Sequence[Said]) -> tuple[str, ...]:
    return tuple(sorted({statement.id for _, statement in side}))


def _shown(side: Sequence[Said]) -> tuple[Value, str]:
    """The most precise value of a side, and the statement that says it."""
    value = most_precise([said for said, _ in side])
    return value, min((statement for said, statement in side if said == value), key=standing).id


def _distinct(values: Iterable[Value | None]) -> tuple[Value, ...]:
    by_text = {canonical(value): value for value in values if value is not None}
    return tuple(by_text[text] for text in sorted(by_text))


class Court:
    """Rules wherever there is more than one side; `conflicts` are those of the last call, in no order.

    `meeting` are the predicates whose claims may contradict others at their object.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.reader = Reader(dataset)
        self.documents = {document.id: document for document in reversed(dataset.documents)}
        self.conflicts: list[Conflict] = []
        predicates = dataset.ontology.predicates
        self.meeting = {name for name, each in predicates.items() if each.symmetric or each.single_inverse}

    def claims(self, statements: Iterable[Statement]) -> list[Claim]:
        """Those of one subject, in the order of their ids, of its statements in theirs."""
        self.conflicts, self.reader.faults = [], []
        alike: dict[str, list[Claim]] = {}
        for claim in map(self.reader.read, statements):
            alike.setdefault(claim.id, []).append(claim)
        claims = [self.merge(group, number) for same in alike.values() for number, group in enumerate(episodes(same))]
        return sorted(claims, key=itemgetter(0))

    def merge(self, claims: Sequence[Claim], number: int) -> Claim:
        """The claim that these make together; `number` tells episodes of the same thing apart."""
        first = claims[0]
        alone = len(claims) == 1 and number == 0
        if alone and (not first.qualifiers or all(len(values) == 1 for values in first.qualifiers.values())):
            return first
        best = min(claims, key=lambda claim: standing(claim.statements[0]))
        spans = [claim.certain for claim in claims if claim.rank is best.rank]
        claim = best._replace(
            id=stable_id(first.id, str(number)) if number else first.id,
            statements=tuple(sorted((claim.statements[0] for claim in claims), key=_order)),
            certain=(max(first for first, _ in spans), min(last for _, last in spans)),
        )
        live = [each for each in claims if each.rank is not Rank.DEPRECATED]
        return self._qualified(claim, live) if live else claim

    def _qualified(self, claim: Claim, live: Sequence[Claim]) -> Claim:
        """With what shows for each qualifier of a claim. `claim` still has those of the one that stands best."""
        frame, before = self.reader.frame(claim.subject, claim.predicate), len(self.conflicts)
        shown: dict[str, tuple[Value, ...]] = {}
        for name in sorted({name for each in live for name in each.qualifiers}):
            slot = frame.qualifiers[name]
            said = [(value, each.statements[0]) for each in live for value in each.qualifiers.get(name, ())]
            if slot.multivalued:
                shown[name] = _distinct(value for value, _ in said)
            elif name in frame.weights:
                shown[name] = claim.qualifiers.get(name, ())
            else:
                place = _Place(ConflictKind.QUALIFIER, claim.subject, claim.predicate, name, (claim.id,))
                shown[name] = _distinct([self._rule(place, [slot.annotations], said)])
        qualifiers = {name: values for name, values in shown.items() if values}
        since, until = frame.interval(qualifiers)
        contested = tuple(conflict.qualifier for conflict in self.conflicts[before:] if conflict.qualifier)
        return claim._replace(since=since, until=until, qualifiers=qualifiers, contested=contested)

    def attributes(self, thing: str, claims: Iterable[Claim]) -> list[Attribute]:
        """What it shows, by the claims that meet at it; the conflicts on its attributes and relations are kept."""
        self.conflicts = []
        places: dict[_Place, list[Claim]] = {}
        slots: dict[str, list[Claim]] = {}
        for claim in claims:
            frame = self.reader.frame(claim.subject, claim.predicate)
            if not frame.exclusive or claim.rank is Rank.DEPRECATED or _is_unreadable(claim):
                continue
            if frame.slot and claim.object is None:
                slots.setdefault(claim.predicate, []).append(claim)
            for place in _places(claim, frame) if frame.predicate else ():
                if place.subject == thing:
                    places.setdefault(place, []).append(claim)
        for place, several in places.items():
            self._verdict(place, several)
        return [self._attribute(thing, slot, slots[slot]) for slot in sorted(slots)]

    def _attribute(self, subject: str, slot: str, claims: Sequence[Claim]) -> Attribute:
        place = _Place(ConflictKind.VALUE, subject, slot)
        return self._dated(place, Attribute(subject, slot, self._verdict(place, claims)), claims)

    def _dated(self, place: _Place, attribute: Attribute, claims: Sequence[Claim]) -> Attribute:
        """With what shows at each time, if any claim is dated."""
        if not any(claim.since or claim.until for claim in claims):
            return attribute
        ruled = len(self.conflicts)
        found = [self._timeline(place, claims, span) for span in (possible_days, sure_days)]
        del self.conflicts[ruled:]  # they are no other than those on record
        return attribute._replace(dated=True, possible=found[0], sure=found[1])

    def _timeline(self, place: _Place, claims: Sequence[Claim], span: Callable[..., Span]) -> tuple[Period, ...]:
        """A verdict wherever the claims that hold change; a value that goes on showing has one period."""
        spans = [(claim, *span(claim.since, claim.until)) for claim in claims]
        spans = [(claim, first, last) for claim, first, last in spans if first <= last]
        found: list[Period] = []
        cuts = sorted({day for _, begin, end in spans for day in (begin, end + 1)})
        for first, after in pairwise(cuts):
            within = [claim for claim, begin, end in spans if begin <= first and after - 1 <= end]
            for value in self._verdict(place, within) if within else ():
                same = (p for p in found if p.last == first - 1 and canonical(p.value) == canonical(value))
                before = next(same, None)
                if before:
                    found.remove(before)
                found.append(Period(value, before.first if before else first, after - 1))
        return tuple(found)

    def _verdict(self, place: _Place, claims: Sequence[Claim]) -> tuple[Value, ...]:
        """The values that show: all of the best rank if there may be several, else the one that holds last."""
        if len(claims) == 1:
            return () if claims[0].value is None else (claims[0].value,)
        frame = self.reader.frame(claims[0].subject, claims[0].predicate)
        if frame.slot and frame.slot.multivalued:
            best = min(RANKS[claim.rank] for claim in claims)
            return _distinct(claim.value for claim in claims if RANKS[claim.rank] == best)
        declared = frame.slot or self.reader.ontology.slots.get(place.predicate)
        annotations = [source.annotations for source in (declared, frame.predicate) if source]
        shown = None
        for number, group in enumerate(connected(claims, lambda claim: claim.certain)):
            part = place._replace(part=(str(number),) if number else ())
            shown = self._rule(part, annotations, _said(place, group))
        return () if shown is None or isinstance(shown, ValueKind) else (shown,)

    def _rule(self, place: _Place, annotations: Sequence[Annotations], said: Iterable[Said]) -> Value | None:
        """The value that shows, None if undecided; more than one side make a conflict."""
        sides = sorted(_agreeing(said), key=_ids)
        if len(sides) == 1:
            return _shown(sides[0])[0]
        steps = policy(self.reader.ontology, annotations)
        decided_by, winner, told = decide([[each for _, each in side] for side in sides], self.documents, steps)
        value, shown = (None, None) if winner is None else _shown(sides[winner])
        candidates = tuple(map(_ids, sides))
        kind, subject, predicate, qualifier, part = place
        id = stable_id(self.reader.dataset, "conflict", kind, subject, predicate, qualifier or "", *part)
        about = (id, subject, predicate, qualifier, kind, decided_by, shown)
        self.conflicts.append(Conflict(*about, tuple(sorted({*chain(*candidates)})), candidates, told))
        return value
