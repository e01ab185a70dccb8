"""What an embedded store holds, and its rows on the way through a Plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from graphsvc.stores.embedded.words import Words
from graphsvc.stores.rows import Projection, Properties


class Item(NamedTuple):
    """One thing on the way through a Plan: its properties, and those of the node at its other end."""

    here: Properties
    other: Properties | None = None
    direction: str | None = None


class Arc(NamedTuple):
    """An edge as one of its ends sees it."""

    type: str
    edge: Properties
    other: str


class Tables:
    """One projection, indexed in every way that a step needs."""

    def __init__(self, projection: Projection, revision: int = 1) -> None:
        self.entities = {id_: row.properties for id_, row in projection.entities.items()}
        sets = cache(frozenset[str])
        self.labels = {id_: sets(row.labels) for id_, row in projection.entities.items()}
        self.statements = dict(projection.statements)
        self.documents = dict(projection.documents)
        self.conflicts = dict(projection.conflicts)
        self.findings = dict(projection.findings)
        self.dataset: Properties = {
            "id": projection.dataset,
            "revision": revision,
            "digest": projection.digest(),
            **projection.counts,
        }
        self.by_label = _grouped((label, id_) for id_, labels in self.labels.items() for label in labels)
        self.outgoing: dict[str, list[Arc]] = defaultdict(list)
        self.incoming: dict[str, list[Arc]] = defaultdict(list)
        for edge in projection.edges.values():
            self.outgoing[edge.start].append(Arc(edge.type, edge.properties, edge.end))
            self.incoming[edge.end].append(Arc(edge.type, edge.properties, edge.start))
        self.of_claim = _grouped((s["claim"], id_) for id_, s in self.statements.items())
        self.of_subject = _grouped((s["subject"], id_) for id_, s in self.statements.items())
        self.of_object = _grouped((s["object"], id_) for id_, s in self.statements.items() if "object" in s)
        self.citing: dict[str, list[str]] = defaultdict(list)
        self.references: dict[str, list[Item]] = defaultdict(list)
        for row in projection.references.values():
            self.references[row.statement].append(Item(row.properties, self.documents[row.document]))
            self.citing[row.document].append(row.statement)

    @cached_property
    def words(self) -> Words:
        """Made when it is first asked for."""
        return Words(self.entities)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
