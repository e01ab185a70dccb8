"""Plain execution of a read: graphql-core resolves it field by field over the tables of the embedded store.

An oracle for planned execution. Fragments, directives, merged and repeated fields, coerced arguments, `__typename`,
nulls, enums and the order of keys are graphql-core's work here. Of the Plan only the meaning of one field at a time is
used, without what it selects: its step, filter and sort keys. Order and pages are made anew.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cmp_to_key, partial
from typing import Any

from graphql import (
    ExecutionResult,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    execute_sync,
    parse,
)

from graphsvc.api.execution import Service
from graphsvc.plan import cursors
from graphsvc.plan.build import Asked, Planner, _Build, _texts
from graphsvc.plan.names import stored_name
from graphsvc.plan.tree import Connect, Field, Leaf, Many, One, Order, Part, Selection
from graphsvc.stores.embedded import EmbeddedStore
from graphsvc.stores.embedded.conditions import holds
from graphsvc.stores.embedded.order import key_of
from graphsvc.stores.embedded.reading import Reading
from graphsvc.stores.embedded.tables import Item


def plain_answer(service: Service, query: str, variables: Mapping[str, Any], operation: str | None = None) -> Any:
    """The data of a valid read without errors."""
    oracle = _Oracle(service)
    result = execute_sync(
        _bare(service.schema),
        parse(query),
        variable_values=dict(variables),
        operation_name=operation,
        field_resolver=oracle.resolve,
        type_resolver=oracle.type_of,
    )
    assert isinstance(result, ExecutionResult)
    if result.errors:
        raise AssertionError(query) from result.errors[0]
    return result.data


def _bare(schema: GraphQLSchema) -> GraphQLSchema:
    """The schema without Strawberry's resolvers, which plan execution never calls."""
    for type_ in schema.type_map.values():
        if not isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) or type_.name.startswith("__"):
            continue
        if isinstance(type_, GraphQLInterfaceType):
            type_.resolve_type = None
        else:
            type_.is_type_of = None
        for field in type_.fields.values():
            field.resolve = None
    return schema


class _OneField(_Build):
    """What one field means: its node of the Plan with nothing below."""

    def __init__(self, planner: Planner, arguments: Mapping[str, Any]) -> None:
        super().__init__(planner, {}, None)  # type: ignore[arg-type]
        self.given = {name: _texts(value) for name, value in arguments.items()}

    def arguments(self, _: Asked) -> dict[str, Any]:
        return self.given

    def collect(self, *_: Any) -> dict[str, Asked]:
        return {}

    def selection(self, *_: Any) -> Selection:
        return Selection(())

    def parts(self, *_: Any) -> tuple[Part, ...]:
        return ()


@dataclass(frozen=True)
class Meaning:
    """A field with its arguments, the same for every row that has it."""

    node: Field
    values: Sequence[Any]
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class Listed:
    """A connection: how much it lists, and what of it is on the page."""

    meaning: Meaning
    total: int
    page: list[Item]
    earlier: bool
    later: bool

    def cursor(self, item: Item) -> str:
        node = self.meaning.node
        assert isinstance(node, Connect)
        return cursors.encode(node.fingerprint, key_of(_keys(node), item))


@dataclass(frozen=True)
class Edge:
    listed: Listed
    item: Item


class _Oracle:
    """Values on the way: Item (a thing), Listed (a connection), Edge, or a dict of plain values."""

    def __init__(self, service: Service) -> None:
        assert isinstance(service.store, EmbeddedStore)
        self.planner = service.planner
        self.vocabulary = service.vocabulary
        self.tables = service.store.tables
        self.meanings: dict[tuple[object, ...], Meaning] = {}

    def type_of(self, value: Item, *_: Any) -> str:
        return self.vocabulary.row_types.get(value.here["type"], "EntityInstance")

    def resolve(self, source: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
        match source:
            case dict():
                return source[info.field_name]
            case Listed():
                return PARTS[info.field_name](source)
            case Edge() if info.field_name == "cursor":
                return source.listed.cursor(source.item)
            case Edge():
                return self.field(source.item, info, arguments)
            case _:
                return self.field(source or Item({}), info, arguments)

    def meaning(self, info: GraphQLResolveInfo, arguments: Mapping[str, Any]) -> Meaning:
        place = (info.parent_type.name, *map(id, info.field_nodes))
        if place not in self.meanings:
            build = _OneField(self.planner, arguments)
            node = build.field("", Asked(info.parent_type.name, list(info.field_nodes)), 1)
            self.meanings[place] = Meaning(node, tuple(build.inputs.values), build.given)
        return self.meanings[place]

    def field(self, item: Item, info: GraphQLResolveInfo, arguments: Mapping[str, Any]) -> Any:
        meaning = self.meaning(info, arguments)
        reading = Reading(self.tables, meaning.values)
        match meaning.node:
            case Leaf() as leaf:
                return self.leaf(leaf, reading.leaf(leaf, item))
            case One() as one:
                return next(iter(reading.follow(one.step, item)), None)
            case Many() as many:
                return reading.follow(many.step, item)
            case Connect() as connect:
                items = reading.follow(connect.step, item)
                where = connect.where
                items = [i for i in items if where is None or holds(where, i, meaning.values)]
                return _listed(meaning, items, self.planner.limits.default_page)
            case node:
                raise AssertionError(f"plain execution does not know {node}")

    # Leaves

    def leaf(self, leaf: Leaf, value: Any) -> Any:
        kind = leaf.format.partition(" ")[0]
        if leaf.source == "direction":
            return value.lower()
        if kind == "qualifiers":
            return [dict(zip(("name", "value", "text"), row, strict=True)) for row in json.loads(value or "[]")]
        if kind == "properties":
            return list(self.properties(value))
        return value or [] if kind == "list" else value

    def properties(self, edge: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        for slot in self.vocabulary.qualifiers.get(edge["predicate"], ()):
            value = edge.get(stored_name(slot), [])
            for one in value if isinstance(value, list) else [value]:
                yield {"name": slot, "value": one, "text": None}


# Connections


def _keys(node: Connect) -> tuple[Order, ...]:
    return (*node.order, Order("id"))


def _compare(keys: Sequence[Order], mine: Sequence[Any], yours: Sequence[Any]) -> int:
    """Absent values last in both directions."""
    for key, a, b in zip(keys, mine, yours, strict=True):
        if a is None or b is None:
            order = (a is None) - (b is None)
        else:
            order = ((a > b) - (a < b)) * (-1 if key.descending else 1)
        if order:
            return order
    return 0


def _listed(meaning: Meaning, items: list[Item], default: int) -> Listed:
    node, given = meaning.node, meaning.arguments
    assert isinstance(node, Connect)
    keys = _keys(node)
    place: Callable[[Item], list[Any]] = partial(key_of, keys)
    items = sorted(items, key=cmp_to_key(lambda one, other: _compare(keys, place(one), place(other))))
    backward = given.get("last") is not None or given.get("before") is not None
    size, cursor = (given.get(name) for name in (("last", "before") if backward else ("first", "after")))
    size = default if size is None else size
    side = -1 if backward else 1
    rest = items if cursor is None else [i for i in items if _compare(keys, place(i), _mark(cursor)) == side]
    more, bounded = len(rest) > size, cursor is not None
    page = rest[max(0, len(rest) - size) :] if backward else rest[:size]
    return Listed(meaning, len(items), page, *((more, bounded) if backward else (bounded, more)))


def _mark(cursor: str) -> list[Any]:
    """The values of the sort keys that a cursor holds behind its seal."""
    return list(json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))[cursors.SEAL :]))


def _page_info(listed: Listed) -> dict[str, Any]:
    return {
        "startCursor": listed.cursor(listed.page[0]) if listed.page else None,
        "endCursor": listed.cursor(listed.page[-1]) if listed.page else None,
        "hasNextPage": listed.later,
        "hasPreviousPage": listed.earlier,
    }


PARTS: Mapping[str, Callable[[Listed], Any]] = {
    "totalCount": lambda listed: listed.total,
    "edges": lambda listed: [Edge(listed, item) for item in listed.page],
    "pageInfo": _page_info,
}
