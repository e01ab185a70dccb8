"""Statements as the ontology reads them: turned forward, values typed, grouped by what they say and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from math import inf
from typing import Any, NamedTuple, TypeVar

from graphsvc.edtf import Edtf
from graphsvc.ontology import Predicate, Slot
from graphsvc.records import Dataset, Rank, Statement, ValueKind, stable_id
from graphsvc.values import Raw, Value, ValueFault, canonical, plain, raw_text, shorten
from graphsvc.verdict.decision import RANKS, days

T = TypeVar("T")
CACHED = 50_000
"""Values of one slot that are read once however often they are given."""
_NOTHING = (None,)
_UNQUALIFIED: Mapping[str, tuple[Value, ...]] = {}
_ALWAYS = (-inf, inf)
_WEIGHTLESS = ("", "")
Span = tuple[Any, Any]
"""First and last, both inclusive; empty if the last is before the first."""
Qualifiers = Mapping[str, tuple[Value, ...]]
Fault = tuple[Statement, str, ValueFault]
"""A statement, the slot of a value in it that breaks its type, and how."""


class Claim(NamedTuple):
    """The statements that say the same thing; every statement belongs to just one claim.

    `predicate` is the forward name; only `no_value` and `some_value` under an inverse name keep that name,
    for they have no object to be turned round. A `value_kind` of VALUE with neither object nor value means
    that the value breaks its type. `rank` and `confidence` are those of the statement that stands best.
    `contested` names the qualifiers on which live statements differ, whoever won; an undecided one is absent
    from `qualifiers`. `certain` spans the days on which it holds however the dates of its statements are read.
    """

    id: str
    subject: str
    predicate: str
    object: str | None
    value: Value | None
    value_kind: ValueKind
    statements: tuple[Statement, ...]
    rank: Rank
    confidence: float | None
    since: Edtf | None
    until: Edtf | None
    qualifiers: Qualifiers
    contested: tuple[str, ...]
    certain: Span


class Frame(NamedTuple):
    """What the ontology says of statements with one predicate or, if `slot` is set, one attribute.

    `bounds` name the qualifiers that bound valid time, `weights` those that are a statement's rank and
    confidence and so cannot be contested within a claim. With `exclusive` claims may have a verdict among them.
    """

    predicate: Predicate | None
    slot: Slot | None
    qualifiers: Mapping[str, Slot]
    bounds: tuple[str, str]
    weights: tuple[str, str]
    exclusive: bool

    def interval(self, qualifiers: Qualifiers) -> tuple[Edtf | None, Edtf | None]:
        if not qualifiers:
            return None, None
        start, end = self.bounds
        since, until = qualifiers.get(start, _NOTHING)[0], qualifiers.get(end, _NOTHING)[0]
        return since if isinstance(since, Edtf) else None, until if isinstance(until, Edtf) else None


class Reader:
    """Makes each statement a claim of its own; a value that breaks its type goes to `faults`."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset, self.ontology = dataset.id, dataset.ontology
        most_specific = cache(dataset.ontology.most_specific)
        self._classes = {entity.id: most_specific(entity.categories) for entity in reversed(dataset.entities)}
        self.faults: list[Fault] = []
        symmetric = {predicate.name for predicate in self.ontology.predicates.values() if predicate.symmetric}
        self._turned = symmetric | self.ontology.inverses.keys()
        self._frame = cache(self._frame_of)
        self._relations = {name: self._frame_of(None, name) for name in self.ontology.predicates}
        self._parsers: dict[int, Callable[..., Value]] = {}

    def read(self, statement: Statement) -> Claim:
        subject, predicate, object_id = self.forward(statement)
        frame = self.frame(subject, predicate)
        value = None if statement.value is None else self._value(statement, frame, statement.value)
        qualifiers = self._qualifiers(statement, frame) if statement.qualifiers else _UNQUALIFIED
        since, until = frame.interval(qualifiers)
        certain = _ALWAYS
        if since or until:
            certain = (days(since)[1] if since else -inf, days(until)[0] - 1 if until else inf)
        target = f"object:{object_id}" if object_id is not None else _target(statement, value)
        id = stable_id(self.dataset, subject, predicate, target)
        if frame.weights != _WEIGHTLESS:
            statement = _weighed(statement, frame, qualifiers)
        kind, rank, confidence = statement.value_kind, statement.rank, statement.confidence
        said, judged = (statement,), (rank, confidence, since, until, qualifiers)
        return Claim(id, subject, predicate, object_id, value, kind, said, *judged, (), certain)

    def _qualifiers(self, statement: Statement, frame: Frame) -> Qualifiers:
        found: dict[str, tuple[Value, ...]] = {}
        for name, raws in statement.qualifiers:
            if slot := frame.qualifiers.get(name):
                typed = tuple([each for raw in raws if (each := self._typed(statement, slot, raw)) is not None])
                if typed:
                    found[name] = typed
        return found

    def forward(self, statement: Statement) -> tuple[str, str, str | None]:
        """Subject, predicate and object of the claim: those of the statement, turned forward."""
        subject, name, object_id = statement.subject, statement.predicate, statement.object
        if object_id is None or name not in self._turned:
            return subject, name, object_id
        if name in self.ontology.inverses:
            subject, name, object_id = object_id, self.ontology.inverses[name], subject
        predicate = self.ontology.predicates.get(name)
        if predicate and predicate.symmetric:
            subject, object_id = min(subject, object_id), max(subject, object_id)
        return subject, name, object_id

    def _value(self, statement: Statement, frame: Frame, raw: Raw) -> Value | None:
        if frame.slot:
            return self._typed(statement, frame.slot, raw)
        if frame.predicate is None:
            return raw_text(raw)
        fault = ValueFault("type", f"{shorten(raw)} is a value, not an entity.", "Give the entity's id as `object`.")
        self.faults.append((statement, statement.predicate, fault))
        return None

    def _typed(self, statement: Statement, slot: Slot, raw: Raw) -> Value | None:
        try:
            parse = self._parsers.get(id(slot)) or self._parser(slot)
            if isinstance(raw, Decimal):  # 1.0 and 1.00 are equal, but not the same text
                return parse(raw, str(raw))
            return parse(raw)
        except ValueFault as fault:
            self.faults.append((statement, slot.name, fault))
            return None

    def _parser(self, slot: Slot) -> Callable[..., Value]:
        @lru_cache(CACHED, typed=True)
        def parse(raw: Raw, _written: str = "") -> Value:
            return self.ontology.parse(slot, raw)

        self._parsers[id(slot)] = parse
        return parse

    def frame(self, subject: str, predicate: str) -> Frame:
        if predicate in self._relations:
            return self._relations[predicate]
        return self._frame(self._classes.get(subject), predicate)

    def _frame_of(self, class_name: str | None, name: str) -> Frame:
        """Attributes have valid time unless `temporal` is false; predicates if their qualifiers say so."""
        ontology = self.ontology
        predicate = ontology.predicates.get(ontology.inverses.get(name, name))
        induced = ontology.classes[class_name].slots if class_name else {}
        slot = None if predicate else induced.get(name, ontology.slots.get(name))
        said = predicate.annotations if predicate else slot.annotations if slot else {}
        start, end = ("", "") if slot and said.get("temporal") is False else ("since", "until")
        bounds = str(said.get("interval_start", start)), str(said.get("interval_end", end))
        weights = str(said.get("rank_slot", "")), str(said.get("confidence_slot", ""))
        qualifiers = predicate.qualifiers if predicate else ontology.slots
        exclusive = predicate.single or predicate.single_inverse if predicate else slot is not None
        return Frame(predicate, slot, qualifiers, bounds, weights, exclusive)


def statement_intervals(dataset: Dataset) -> Callable[[Statement], tuple[Edtf | None, Edtf | None]]:
    """Tells when a single statement says that it holds, `[since, until)`; None: not said, or no date."""
    reader = Reader(dataset)

    def interval(statement: Statement) -> tuple[Edtf | None, Edtf | None]:
        claim = reader.read(statement) if statement.qualifiers else None
        reader.faults.clear()
        return (claim.since, claim.until) if claim else (None, None)

    return interval


def _target(statement: Statement, value: Value | None) -> str:
    if value is not None:
        return f"value:{canonical(value)}"
    return str(statement.value_kind) if statement.value is None else f"unreadable:{raw_text(statement.value)}"


def _weighed(statement: Statement, frame: Frame, qualifiers: Qualifiers) -> Statement:
    """With the rank and confidence that `rank_slot` and `confidence_slot` give, where the record gives none."""
    rank, confidence = (plain(values[0]) if (values := qualifiers.get(name)) else None for name in frame.weights)
    if statement.rank is Rank.NORMAL and rank in RANKS:
        statement = statement._replace(rank=Rank(str(rank)))
    if statement.confidence is None and isinstance(confidence, int | float):
        statement = statement._replace(confidence=float(confidence))
    return statement


def connected(items: Iterable[T], span: Callable[[T], Span]) -> list[list[T]]:
    """Items whose spans meet, directly or through others, in order; one with an empty span meets nothing."""
    groups: list[list[T]] = []
    alone = []
    reach: Any = None
    for item in sorted(items, key=span):
        first, last = span(item)
        if last < first:
            alone.append([item])
        elif groups and first <= reach:
            groups[-1].append(item)
            reach = max(reach, last)
        else:
            groups.append([item])
            reach = last
    return sorted(groups + alone, key=lambda group: span(group[0]))


def episodes(claims: list[Claim]) -> list[list[Claim]]:
    """Claims of single statements that say the same, grouped by times that may overlap.

    Undated and deprecated ones join the only group that there is, else they are one of their own.
    """
    if len(claims) == 1:
        return [claims]
    dated: list[Claim] = []
    others: list[Claim] = []
    for claim in claims:
        (dated if (claim.since or claim.until) and claim.rank is not Rank.DEPRECATED else others).append(claim)
    groups = connected(dated, _possible)
    if len(groups) == 1:
        groups[0] += others
    elif others:
        groups.append(others)
    return groups


def _possible(claim: Claim) -> Span:
    """The days on which it may hold, at least one."""
    first = days(claim.since)[0] if claim.since else -inf
    return first, max(first, days(claim.until)[1] - 1) if claim.until else inf


def possible_days(since: Edtf | None, until: Edtf | None) -> Span:
    """The days on which something may hold: an unknown bound excludes none. Empty if it ends before it begins."""
    return days(since)[0] if since else -inf, days(until)[1] - 1 if until else inf


def sure_days(since: Edtf | None, until: Edtf | None) -> Span:
    """The days on which it holds however its dates are read: none if a bound is unknown."""
    return days(since)[1] if since else inf, days(until)[0] - 1 if until else -inf
