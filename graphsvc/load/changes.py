"""What a database holds against what it should hold. Pure.

Rows are compared by their content, not by what the last load says it wrote, so that an edit by hand or a
load that was broken off is seen like any other difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson

from graphsvc.stores.rows import Projection, Properties, made

NODES = ("documents", "entities", "statements", "conflicts", "findings")
RELATIONSHIPS = ("references", "relations")
KINDS = NODES + RELATIONSHIPS

Key = str | tuple[str, int]


@dataclass(frozen=True, slots=True)
class Node:
    """A node as Neo4j has it; `labels` are sorted."""

    labels: tuple[str, ...]
    properties: Properties


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship as Neo4j has it; `start` and `end` are ids of ours."""

    type: str
    start: str
    end: str
    properties: Properties


Element = Node | Relationship


class Found(NamedTuple):
    """An element in the database. `at` is Neo4j's own name for it; `key` is None for what no load has written."""

    at: str
    key: Key | None
    element: Element


@dataclass(frozen=True)
class Changes:
    """What makes one kind of rows as it should be. `removed` and the keys of `updated` are Neo4j's own names.

    `foreign` counts what has no id of ours and so cannot be compared.
    """

    created: Sequence[Element]
    updated: Mapping[str, Element]
    removed: Sequence[str]
    unchanged: int
    foreign: int

    def __bool__(self) -> bool:
        return self.total > 0

    @property
    def total(self) -> int:
        return len(self.created) + len(self.updated) + len(self.removed)


class Step(NamedTuple):
    """Rows for one statement of `cypher/load.cypher`."""

    kind: str
    statement: str
    rows: Sequence[Any]


def expected(projection: Projection, kind: str) -> dict[Key, Element]:
    """The elements of one kind that a database should hold."""
    match kind:
        case "entities":
            rows = projection.entities.items()
            return {id_: _node(projection.told(id_, row.properties), "Entity", *row.labels) for id_, row in rows}
        case "relations":
            edges = projection.edges.items()
            return {id_: Relationship(row.type, row.start, row.end, dict(row.properties)) for id_, row in edges}
        case "references":
            return {
                (id_, row.number): Relationship("REFERENCE", id_, row.document, row.properties)
                for id_, references in projection.references.items()
                for row in references
            }
        case "statements":
            return {id_: _node(projection.told(id_, row), "Statement") for id_, row in projection.statements.items()}
        case _:
            label, things = {
                "documents": ("Document", projection.documents),
                "conflicts": ("Conflict", projection.conflicts),
                "findings": ("Finding", projection.findings),
            }[kind]
            return {id_: _node(made(properties), label) for id_, properties in things.items()}


def found(kind: str, record: Sequence[Any]) -> Found:
    """A record of a `read` statement of `cypher/load.cypher`."""
    at, *parts = record
    properties = parts[-1]
    element = Relationship(*parts) if kind in RELATIONSHIPS else _node(properties, *parts[0])
    if kind == "references":
        number = properties.get("number")
        return Found(at, (parts[1], number) if isinstance(number, int) else None, element)
    id_ = properties.get("id")
    return Found(at, id_ if isinstance(id_, str) else None, element)


def compare(should: Mapping[Key, Element], there: Iterable[Found]) -> Changes:
    seen: set[Key] = set()
    updated: dict[str, Element] = {}
    removed: list[str] = []
    foreign = 0
    for at, key, element in there:
        if key is None:
            foreign += 1
        elif key in seen or key not in should:
            removed.append(at)
        else:
            seen.add(key)
            if not same(element, should[key]):
                updated[at] = should[key]
    created = [element for key, element in should.items() if key not in seen]
    return Changes(created, updated, removed, len(seen) - len(updated), foreign)


def steps(changes: Mapping[str, Changes]) -> Iterator[Step]:
    """In the order in which they must be taken. A relationship cannot change its ends, so it is made anew."""
    for kind in RELATIONSHIPS:
        yield Step(kind, "remove relationships", [*changes[kind].removed, *changes[kind].updated])
    for kind in NODES:
        updates = [_wire(element) | {"at": at} for at, element in changes[kind].updated.items()]
        yield Step(kind, "remove nodes", changes[kind].removed)
        yield Step(kind, "update nodes", updates)
        yield Step(kind, "create nodes", [_wire(element) for element in changes[kind].created])
    for kind in RELATIONSHIPS:
        rows = [*changes[kind].updated.values(), *changes[kind].created]
        yield Step(kind, f"create {kind}", [_wire(element) for element in rows])


def _node(properties: Properties, *labels: str) -> Node:
    return Node(tuple(sorted(labels)), properties)


def same(one: Element, other: Element) -> bool:
    return _content(one) == _content(other)


def _content(element: Element) -> bytes:
    """Tells 1 from 1.0 and from true, as a digest does; `repr` is for types that only others can have stored."""
    return orjson.dumps(element, option=orjson.OPT_SORT_KEYS, default=repr)


def _wire(element: Element) -> dict[str, Any]:
    match element:
        case Node(labels, properties):
            return {"labels": labels, "properties": properties}
        case Relationship(type_, start, end, properties):
            return {"type": type_, "start": start, "end": end, "properties": properties}
