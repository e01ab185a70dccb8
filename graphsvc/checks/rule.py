"""What a rule is, what it finds, and what it is given to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from graphsvc.errors import Position
from graphsvc.ontology import Ontology, Predicate
from graphsvc.records import Dataset, Document, Entity, Rank, Spot, Statement
from graphsvc.values import did_you_mean, shorten
from graphsvc.verdict import Claim, Judgement

T = TypeVar("T")
SEARCHES, NAMES = 100, 10_000
"""Bounds on looking for near names: a hundred misspellings of a kind have another cause."""


class Severity(StrEnum):
    """ERROR decides the exit status; WARNING should be looked at; INFO is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `subjects` are the ids of all records involved, the one at `position` first.

    A rule places it at a record; `spot` tells what in that is meant, whose place `check` then puts there. `end` is
    the column after it, 0 if unknown. `others` are the places of other records that it is as much about.
    """

    rule: str
    code: str
    severity: Severity
    message: str
    way_out: str
    subjects: tuple[str, ...]
    position: Position
    spot: Spot | None = None
    end: int = 0
    others: tuple[Position, ...] = ()


Findings = Iterator[Finding]


def listed(names: Sequence[str], by: str = ", ", most: int = 10) -> str:
    """How messages list names: the first of them, and how many more there are."""
    more = [f"{len(names) - most} more"] if len(names) > most else []
    return by.join([*names[:most], *more])


def names(annotation: object) -> list[str]:
    """The names that an annotation lists with commas."""
    return [name for each in str(annotation).strip("[] ").split(",") if (name := each.strip(" '\""))]


At = tuple[tuple[str, ...], str | None, tuple[str, ...]]
"""What in a record is meant, as a `Spot` has it."""


def at(*keys: str, text: object = None, names: Sequence[str] = ()) -> At:
    return keys, None if text is None else str(text), tuple(names)


NOWHERE = at()
OTHERS = 10
"""Of what a finding is as much about, so many places are told."""


@dataclass(frozen=True)
class Rule:
    """A fault that can be found: its name in kebab-case, and a code that never changes its meaning."""

    name: str
    code: str
    way_out: str
    severity: Severity = Severity.ERROR

    def finding(
        self,
        message: str,
        position: Position,
        *subjects: str,
        way_out: str = "",
        at: At = NOWHERE,
        others: Iterable[Position] = (),
    ) -> Finding:
        ids, spot = tuple(dict.fromkeys(subjects)), Spot(position, *at) if any(at) else None
        said = (self.name, self.code, self.severity, message, way_out or self.way_out, ids, position, spot)
        return Finding(*said, others=tuple(others)[:OTHERS])

    def at_last(self, message: str, claims: Iterable[Claim], *others: str, at: At = NOWHERE) -> Finding:
        """A finding at the last of the claims' statements, which is most likely the new one; then those before it."""
        statements = {each.id: each for claim in claims for each in live(claim)}
        ordered = sorted(statements.values(), key=attrgetter("position", "id"), reverse=True)
        ids = [statement.id for statement in ordered]
        last, *before = (statement.position for statement in ordered)
        return self.finding(message, last, *ids, *others, at=at, others=before)


def live(claim: Claim) -> list[Statement]:
    """The statements of a claim that count: those that are not deprecated, if there are any."""
    return [each for each in claim.statements if each.rank is not Rank.DEPRECATED] or [*claim.statements]


def said_of(context: Context, annotation: str) -> Mapping[str, object]:
    """Attribute or relation -> what the annotation says of it, else of the whole schema; None: nothing."""
    everywhere = context.ontology.annotations.get(annotation)
    slots = {name: slot.annotations for name, slot in context.ontology.slots.items()}
    slots |= {name: predicate.annotations for name, predicate in context.ontology.predicates.items()}
    return {name: annotations.get(annotation, everywhere) for name, annotations in slots.items()}


Record = TypeVar("Record", Entity, Document, Statement)


def _firsts(records: Iterable[Record]) -> dict[str, Record]:
    """By id, in the order of the files."""
    found: dict[str, Record] = {}
    for record in records:
        found.setdefault(record.id, record)
    return found


@dataclass(frozen=True)
class Context:
    """Everything a rule may look at. Where an id is a duplicate, the first record counts.

    `judge` is called if a rule asks for claims or conflicts. `directory` holds the texts of the documents, if the
    caller has them.
    """

    dataset: Dataset
    judge: Callable[[], Judgement]
    directory: Path | None = None
    _nearest: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict), repr=False)
    _made: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False)

    def once(self, make: Callable[[Context], T]) -> T:
        """What `make` makes of this context: made once, for all rules that want it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @property
    def ontology(self) -> Ontology:
        return self.dataset.ontology

    @cached_property
    def judgement(self) -> Judgement:
        return self.judge()

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        return _firsts(self.dataset.entities)

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        return _firsts(self.dataset.documents)

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        return _firsts(self.dataset.statements)

    @cached_property
    def rejected(self) -> frozenset[str]:
        """The ids of records that exist and could not be read: to miss these too would tell one fault twice."""
        return frozenset(rejection.id for rejection in self.dataset.rejections if rejection.id)

    @cached_property
    def classes(self) -> Mapping[str, str | None]:
        """Entity id -> the class that counts, None if the ontology knows none of its categories."""
        counts = {found: self.ontology.most_specific(found) for found in {e.categories for e in self.entities.values()}}
        return {id: counts[entity.categories] for id, entity in self.entities.items()}

    @cached_property
    def sides(self) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """Name of a relation, forward or inverse -> the classes of subject and object, as statements write it."""
        sides = {}
        for name, predicate in self.ontology.predicates.items():
            subjects, objects = predicate.subjects, predicate.objects
            if predicate.symmetric:
                subjects = objects = tuple(dict.fromkeys(subjects + objects))
            sides[name] = subjects, objects
            if predicate.inverse and predicate.inverse != name:
                sides[predicate.inverse] = objects, subjects
        return sides

    def read(self, document: Document) -> str:
        """The text that its `file` names. Raises `OSError` if `directory` has none, `ValueError` if it is no UTF-8."""
        directory = (self.directory or Path()).resolve()
        path = (directory / (document.file or "")).resolve()
        if not path.is_relative_to(directory):
            raise FileNotFoundError
        return path.read_bytes().decode()

    def text(self, document: Document) -> str | None:
        """Its text, if that can be read."""
        try:
            return self.read(document)
        except (OSError, ValueError):
            return None

    def name(self, id: str) -> str:
        """How messages call a record: `Meta (meta)`, or the id alone."""
        entity = self.entities.get(id)
        return f"{entity.name} ({id})" if entity and entity.name and entity.name != id else id

    def sentence(self, statement: Statement) -> str:
        """How messages quote a statement: `Meta (meta) owns Scale AI (scale-ai)`."""
        target = self.quote(statement) if statement.object is None else self.name(statement.object)
        return f"{self.name(statement.subject)} {statement.predicate} {target}"

    def quote(self, statement: Statement) -> str:
        """How messages quote a statement's value: `'14.3'`, or `some_value`."""
        return str(statement.value_kind) if statement.value is None else shorten(statement.value)

    def nearest(self, kind: str, name: str, known: Collection[str], otherwise: str) -> str:
        """A way out of a misspelling: the nearest known names of that kind, or `otherwise`."""
        found = self._nearest[kind]
        if name not in found and len(found) < SEARCHES and len(known) <= NAMES:
            found[name] = did_you_mean(name, tuple(known), "")
        return found.get(name) or otherwise

    def is_any(self, class_name: str, allowed: Collection[str]) -> bool:
        """Whether the class is one of `allowed` or below one of them."""
        return not allowed or any(name in allowed for name in self.ontology.classes[class_name].ancestors)

    def predicate(self, name: str) -> Predicate | None:
        """The relation of that name; for the name of an inverse, the relation in its forward direction."""
        return self.ontology.predicates.get(self.ontology.inverses.get(name, name))

    def claims(self, predicate: Predicate) -> list[Claim]:
        """The live claims between entities of a relation and those below it."""
        return [claim for name in predicate.descendants for claim in self.relations.get(name, ())]

    @cached_property
    def relations(self) -> Mapping[str, list[Claim]]:
        """Predicate -> its live claims between two entities."""
        found: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.judgement.claims:
            if claim.object is not None and claim.rank is not Rank.DEPRECATED:
                found[claim.predicate].append(claim)
        return found

    def annotated(self, annotation: str) -> Iterator[Predicate]:
        """The predicates with that annotation, those aside that inherit it from a predicate above."""
        return self._topmost(lambda predicate: bool(predicate.annotations.get(annotation)))

    def flagged(self, flag: str) -> Iterator[Predicate]:
        """The predicates that have a flag of LinkML, or whose inverse has; those aside that are below such a one."""
        return self._topmost(lambda predicate: self.is_flagged(predicate, flag))

    def is_flagged(self, predicate: Predicate, flag: str) -> bool:
        inverse = self.ontology.slots.get(predicate.inverse or "")
        return bool(getattr(predicate.slot, flag) or (inverse and getattr(inverse, flag)))

    def is_acyclic(self, predicate: Predicate) -> bool:
        """Whether it, or a predicate above it, is annotated `acyclic`."""
        return any(self.ontology.predicates[name].annotations.get("acyclic") for name in predicate.ancestors)

    def inherits(self, predicate: Predicate, flag: str) -> bool:
        """Whether the flag holds for the predicate or one above it."""
        return any(self.is_flagged(self.ontology.predicates[name], flag) for name in predicate.ancestors)

    def _topmost(self, wanted: Callable[[Predicate], bool]) -> Iterator[Predicate]:
        held = {name for name, predicate in self.ontology.predicates.items() if wanted(predicate)}
        for name in sorted(held):
            if held.isdisjoint(self.ontology.predicates[name].ancestors[1:]):
                yield self.ontology.predicates[name]
