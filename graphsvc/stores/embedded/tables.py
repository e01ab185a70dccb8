"""What an embedded store holds, and its rows on the way through a Plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache, partial
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from graphsvc.stores.embedded.words import Words
from graphsvc.stores.rows import SAID, EdgeRow, Kept, LateRow, Projection, Properties, made

K = TypeVar("K")
KEPT = 100_000
"""Statements whose references are kept once they were read, and sets of documents."""


LATER = ("words", "found", "of_subject", "of_object", "citing", "digest")
"""What takes its time and is made when it is first asked for: first what judges and makes every entity."""


class Item(NamedTuple):
    """One thing on the way through a Plan: its properties, and those and the labels of the node at its other end."""

    here: Properties
    other: Properties | None = None
    direction: str | None = None
    labels: frozenset[str] = frozenset()

    @property
    def end(self) -> str:
        """The id of the node at the other end."""
        assert self.other is not None
        return str(self.other["id"])


class Side(dict[tuple[str, ...], list[Item]]):
    """The edges of one thing and one direction by their type, ordered by the other ends' ids and their own. Those of
    several types, or of all of them (`()`), are put together when they are first asked for.
    """

    __slots__ = ()

    def of_types(self, types: Container[str] | None) -> list[list[Item]]:
        """Those of each of these types (None: of any) apart."""
        return [items for key, items in [*self.items()] if len(key) == 1 and (types is None or key[0] in types)]

    def __missing__(self, types: tuple[str, ...]) -> list[Item]:
        found = self.of_types(types or None) if len(types) != 1 else []
        if len(found) < 2:
            return found[0] if found else []
        return self.setdefault(types, sorted(chain.from_iterable(found), key=_ends))


NO_EDGES = Side()


class Sides(dict[str, Side]):
    """Thing -> its edges of one direction; made when it is first come to. A loop is outgoing on both sides."""

    def __init__(
        self,
        edges: Callable[[str], Sequence[EdgeRow]],
        entities: Mapping[str, Properties],
        labels: Mapping[str, frozenset[str]],
        direction: str,
    ) -> None:
        self.edges, self.entities, self.labels, self.direction = edges, entities, labels, direction

    def __missing__(self, id_: str) -> Side:
        found: dict[tuple[str, ...], list[Item]] = defaultdict(list)
        for edge in self.edges(id_):
            other = edge.end if self.direction == "OUT" else edge.start
            direction = "OUT" if edge.start == edge.end else self.direction
            item = Item(edge.properties, self.entities[other], direction, self.labels[other])
            found[_alone(edge.type)].append(item)
        return self.setdefault(id_, Side((key, sorted(found[key], key=_ends)) for key in found)) if found else NO_EDGES


class Tables:
    """One projection, indexed in every way that a step needs."""

    def __init__(self, projection: Projection, revision: int = 1) -> None:
        self.entities = Kept(projection.entities, lambda id_: made(projection.entities[id_].properties))
        sets = cache(frozenset[str])
        self.labels = {id_: sets(row.labels) for id_, row in projection.entities.items()}
        self.statements = projection.statements
        self.documents = projection.documents
        self.conflicts = projection.conflicts
        self.projection, self.revision = projection, revision
        self.by_label = grouped((label, id_) for id_, labels in self.labels.items() for label in labels)
        self.references = lru_cache(KEPT)(self._references)
        self.shelf = lru_cache(KEPT)(self._shelf)
        self.claims: dict[str, list[Item]] = {}
        self.outgoing = Sides(projection.leaving, self.entities, self.labels, "OUT")
        self.incoming = Sides(projection.arriving, self.entities, self.labels, "IN")
        self.listed: dict[Hashable, Mapping[tuple[Any, ...], Sequence[str]]] = {}

    # Later

    @property
    def findings(self) -> Mapping[str, Properties]:
        return self.projection.findings

    @cached_property
    def found(self) -> Mapping[str, list[str]]:
        return self.projection.found

    @cached_property
    def digest(self) -> str:
        return self.projection.digest()

    @cached_property
    def dataset(self) -> Properties:
        known: dict[str, Callable[[Projection], Any]] = {
            "id": lambda projection: projection.dataset,
            "revision": lambda _: self.revision,
            "digest": lambda _: self.digest,
        }
        known |= {name: partial(_count, name) for name in self.projection.counted}
        return LateRow(self.projection, lambda one: {name: read(one) for name, read in known.items()}, known)

    @cached_property
    def of_subject(self) -> Mapping[str, list[str]]:
        return self.said("subject")

    @cached_property
    def of_object(self) -> Mapping[str, list[str]]:
        return self.said("object")

    def said(self, end: str) -> Mapping[str, list[str]]:
        return grouped((key, id_) for id_, row in self.statements.items() if (key := row.get(end)) is not None)

    @cached_property
    def citing(self) -> Mapping[str, list[str]]:
        """Document -> the statements that cite it, each as often as it does."""
        rows = self.projection.references.values()
        return grouped((one.document, one.statement) for row in rows for one in row)

    def _references(self, statement: str) -> list[Item]:
        rows = self.projection.references.get(statement, ())
        return [Item(row.properties, self.documents[row.document]) for row in rows]

    def cited(self, statements: Iterable[str]) -> list[Item]:
        """The documents that some statements cite, each once, by id."""
        found = {item.other["id"] for id_ in statements for item in self.references(id_) if item.other}
        return self.shelf(tuple(sorted(found)))

    def _shelf(self, documents: Sequence[str]) -> list[Item]:
        return [Item(self.documents[id_]) for id_ in documents]

    def cited_by(self, edge: Properties) -> list[Item]:
        """The documents of an edge's claim: found once, for they are asked for more often than anything else."""
        found = self.claims.get(id_ := edge["id"])
        return self.claims.setdefault(id_, self.cited(edge[SAID])) if found is None else found

    @cached_property
    def words(self) -> Words:
        """Made when it is first asked for."""
        return Words(self.entities)


def _ends(item: Item) -> tuple[str, str]:
    return item.end, item.here["id"]


@cache
def _alone(type_: str) -> tuple[str, ...]:
    return (type_,)


def _count(name: str, projection: Projection) -> int:
    return len(projection.counted[name])


def grouped(pairs: Iterable[tuple[K, str]]) -> Mapping[K, list[str]]:
    found: dict[K, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
