"""What a rule is, what it finds, and what it is given to look at."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from graphsvc.errors import Position
from graphsvc.ontology import Ontology, Predicate
from graphsvc.records import Dataset, Document, Entity, Rank, Statement
from graphsvc.values import did_you_mean, shorten
from graphsvc.verdict import Claim, Judgement

SEARCHES, NAMES = 100, 10_000
"""Bounds on looking for near names: a hundred misspellings of a kind have another cause."""


class Severity(StrEnum):
    """ERROR decides the exit status; WARNING should be looked at; INFO is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `subjects` are the ids of all records involved, the one at `position` first."""

    rule: str
    code: str
    severity: Severity
    message: str
    way_out: str
    subjects: tuple[str, ...]
    position: Position


Findings = Iterator[Finding]


def listed(names: Sequence[str], by: str = ", ", most: int = 10) -> str:
    """How messages list names: the first of them, and how many more there are."""
    more = [f"{len(names) - most} more"] if len(names) > most else []
    return by.join([*names[:most], *more])


@dataclass(frozen=True)
class Rule:
    """A fault that can be found: its name in kebab-case, and a code that never changes its meaning."""

    name: str
    code: str
    way_out: str
    severity: Severity = Severity.ERROR

    def finding(self, message: str, position: Position, *subjects: str, way_out: str = "") -> Finding:
        ids = tuple(dict.fromkeys(subjects))
        return Finding(self.name, self.code, self.severity, message, way_out or self.way_out, ids, position)


@dataclass(frozen=True)
class Context:
    """Everything a rule may look at. Where an id is a duplicate, the first record counts.

    `directory` holds the texts of the documents, if the caller has them.
    """

    dataset: Dataset
    judgement: Judgement
    directory: Path | None = None
    _nearest: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict), repr=False)

    @property
    def ontology(self) -> Ontology:
        return self.dataset.ontology

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in reversed(self.dataset.entities)}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        return {document.id: document for document in reversed(self.dataset.documents)}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        return {statement.id: statement for statement in reversed(self.dataset.statements)}

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

    def text(self, document: Document) -> str | None:
        """Its text; None if it names no file in `directory`, or one that is no UTF-8."""
        directory = (self.directory or Path()).resolve()
        path = (directory / (document.file or "")).resolve()
        try:
            return path.read_bytes().decode() if path.is_relative_to(directory) else None
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
        family = {*predicate.descendants}
        related = [claim for claim in self.judgement.claims if claim.predicate in family and claim.object is not None]
        return [claim for claim in related if claim.rank is not Rank.DEPRECATED]

    def annotated(self, annotation: str) -> Iterator[Predicate]:
        """The predicates with that annotation, those aside that inherit it from a predicate above."""
        held = {name for name, predicate in self.ontology.predicates.items() if predicate.annotations.get(annotation)}
        for name in sorted(held):
            if held.isdisjoint(self.ontology.predicates[name].ancestors[1:]):
                yield self.ontology.predicates[name]
