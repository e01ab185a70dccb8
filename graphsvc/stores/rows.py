"""The rows that a store holds, the same in every store.

Rows are plain properties: text, whole numbers, doubles, booleans and lists of them; what is absent has no key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import orjson

from graphsvc.ontology import Ontology

Properties = dict[str, Any]
UNCLASSIFIED = "Entity"
"""The type of an entity whose class is unknown, abstract or missing."""


@dataclass(frozen=True, slots=True)
class EntityRow:
    labels: tuple[str, ...]
    properties: Properties


@dataclass(frozen=True, slots=True)
class EdgeRow:
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
    """All rows of one dataset, each kind keyed and sorted by id."""

    dataset: str
    ontology: Ontology
    entities: Mapping[str, EntityRow]
    edges: Mapping[str, EdgeRow]
    statements: Mapping[str, Properties]
    references: Mapping[tuple[str, int], ReferenceRow]
    documents: Mapping[str, Properties]
    conflicts: Mapping[str, Properties]
    findings: Mapping[str, Properties]

    @property
    def counts(self) -> dict[str, int]:
        return {
            "entities": len(self.entities),
            "relations": len(self.edges),
            "statements": len(self.statements),
            "documents": len(self.documents),
            "conflicts": len(self.conflicts),
            "findings": len(self.findings),
        }

    def digest(self) -> str:
        """sha256 over all rows as JSON, a thousand at a time: the same graph, the same digest."""
        found, rows = hashlib.sha256(), self.rows()
        while some := list(islice(rows, 1000)):
            found.update(orjson.dumps(some, option=orjson.OPT_SORT_KEYS))
        return found.hexdigest()

    def rows(self) -> Iterator[list[Any]]:
        """By kind and key."""
        for _, entity in sorted(self.entities.items()):
            yield ["entity", sorted(entity.labels), entity.properties]
        for _, edge in sorted(self.edges.items()):
            yield ["edge", edge.type, edge.start, edge.end, edge.properties]
        for _, reference in sorted(self.references.items()):
            yield ["reference", reference.statement, reference.number, reference.document, reference.properties]
        kinds = {"statement": self.statements, "document": self.documents}
        for kind, rows in (kinds | {"conflict": self.conflicts, "finding": self.findings}).items():
            yield from ([kind, properties] for _, properties in sorted(rows.items()))
