"""The rows that a store holds, the same in every store.

Rows are plain properties: text, whole numbers, doubles, booleans and lists of them; what is absent has no key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from threading import RLock
from typing import Any, Generic, NamedTuple, TypeVar

import orjson

from graphsvc.ontology import Ontology

K = TypeVar("K")
V = TypeVar("V")
S = TypeVar("S")
Properties = Mapping[str, Any]
UNCLASSIFIED = "Entity"
"""The type of an entity whose class is unknown, abstract or missing."""


SAID = "claim's statements"
"""What is at hand of an edge beside its properties: the ids of the statements of its claim, in order."""


class LateRow(Mapping[str, Any], Generic[S]):
    """Properties of which some are read from their `source`; all others are made when one of them is asked for, and
    `kept` then.
    """

    __slots__ = ("at_hand", "kept", "make", "source")

    def __init__(self, source: S, make: Callable[[S], Properties], at_hand: Mapping[str, Callable[[S], Any]]) -> None:
        self.source, self.make, self.at_hand = source, make, at_hand
        self.kept: Properties | None = None

    @property
    def made(self) -> Properties:
        if self.kept is None:
            self.kept = self.make(self.source)
        return self.kept

    def get(self, name: str, default: Any = None) -> Any:
        if (read := self.at_hand.get(name)) is None:
            return (self.kept or self.made).get(name, default)
        return default if (found := read(self.source)) is None else found

    def __getitem__(self, name: str) -> Any:
        if (found := self.get(name)) is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.made)

    def __len__(self) -> int:
        return len(self.made)


def made(row: Properties) -> Properties:
    """All properties at hand."""
    return row.made if isinstance(row, LateRow) else row


class Made(Mapping[K, V]):
    """Each value is made whenever it is asked for; the keys are in order. `make` raises KeyError for any other."""

    def __init__(self, keys: Collection[K], make: Callable[[K], V]) -> None:
        self.known, self.make = keys, make

    @cached_property
    def ordered(self) -> Sequence[K]:
        return sorted(self.known)  # type: ignore[type-var]

    def __getitem__(self, key: K) -> V:
        return self.make(key)

    def __contains__(self, key: object) -> bool:
        return key in self.known

    def __iter__(self) -> Iterator[K]:
        return iter(self.ordered)

    def __len__(self) -> int:
        return len(self.known)


class Kept(Made[K, V]):
    """Each value is made when it is first asked for."""

    def __init__(self, keys: Collection[K], make: Callable[[K], V]) -> None:
        super().__init__(keys, make)
        self.values_made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        found = self.values_made.get(key)
        return self.values_made.setdefault(key, self.make(key)) if found is None else found


class Once(Mapping[K, V]):
    """Made as a whole when it is first looked at, by whichever thread that is."""

    def __init__(self, make: Callable[[], Mapping[K, V]]) -> None:
        self._make, self._lock = make, RLock()
        self._held: Mapping[K, V] | None = None

    @property
    def made(self) -> Mapping[K, V]:
        if (held := self._held) is None:
            with self._lock:  # its own: Python 3.11 has one for a cached property of all objects
                held = self._held = self._make() if self._held is None else self._held
        return held

    def __contains__(self, key: object) -> bool:
        return key in self.made

    def __getitem__(self, key: K) -> V:
        return self.made[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self.made)

    def __len__(self) -> int:
        return len(self.made)


@dataclass(frozen=True, slots=True)
class EntityRow:
    labels: tuple[str, ...]
    properties: Properties


class EdgeRow(NamedTuple):
    """One claim between two entities. `type` is the relationship type in Neo4j."""

    type: str
    start: str
    end: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """`number` counts the references of a statement, from 0."""

    statement: str
    number: int
    document: str
    properties: Properties


@dataclass(frozen=True)
class Projection:
    """All rows of one dataset, each kind keyed and sorted by id; references by their statement, and in their order.

    What may take long, or much memory, is made when it is asked for. `leaving` and `arriving` give the edges of one
    entity, by its id, which is all that has to be made of them then. The rows of entities and statements hold no
    `findings`: see `told`.
    """

    dataset: str
    ontology: Ontology
    entities: Mapping[str, EntityRow]
    edges: Mapping[str, EdgeRow]
    statements: Mapping[str, Properties]
    references: Mapping[str, tuple[ReferenceRow, ...]]
    documents: Mapping[str, Properties]
    conflicts: Mapping[str, Properties]
    findings: Mapping[str, Properties]
    leaving: Callable[[str], Sequence[EdgeRow]]
    arriving: Callable[[str], Sequence[EdgeRow]]

    @property
    def counts(self) -> dict[str, int]:
        return {name: len(rows) for name, rows in self.counted.items()}

    @property
    def counted(self) -> dict[str, Mapping[Any, Any]]:
        return {
            "entities": self.entities,
            "relations": self.edges,
            "statements": self.statements,
            "documents": self.documents,
            "conflicts": self.conflicts,
            "findings": self.findings,
        }

    @cached_property
    def found(self) -> Mapping[str, list[str]]:
        """Thing -> the findings that name it."""
        found: dict[str, list[str]] = {}
        for id_, row in self.findings.items():
            for subject in row.get("subjects", ()):
                found.setdefault(subject, []).append(id_)
        return found

    def told(self, id_: str, properties: Properties) -> dict[str, Any]:
        """All properties of an entity or a statement, its findings among them."""
        whole = made(properties)
        return {**whole, "findings": self.found[id_]} if id_ in self.found else {**whole}

    def digest(self) -> str:
        """sha256 over all rows as JSON, a thousand at a time: the same graph, the same digest."""
        found, rows = hashlib.sha256(), self.rows()
        while some := list(islice(rows, 1000)):
            found.update(orjson.dumps(some, option=orjson.OPT_SORT_KEYS))
        return found.hexdigest()

    def rows(self) -> Iterator[list[Any]]:
        """By kind and key."""
        for id_, entity in sorted(self.entities.items()):
            yield ["entity", sorted(entity.labels), self.told(id_, entity.properties)]
        for id_ in sorted(self.edges):
            edge = self.edges[id_]
            yield ["edge", edge.type, edge.start, edge.end, made(edge.properties)]
        for id_ in sorted(self.references):
            for row in self.references[id_]:
                yield ["reference", row.statement, row.number, row.document, row.properties]
        for id_ in sorted(self.statements):
            yield ["statement", self.told(id_, self.statements[id_])]
        kinds = {"document": self.documents, "conflict": self.conflicts, "finding": self.findings}
        for kind, rows in kinds.items():
            yield from ([kind, made(rows[id_])] for id_ in sorted(rows))
