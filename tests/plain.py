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
from graphsvc.plan.build import Planner, _Build
from graphsvc.plan.dated import Dating, Place
from graphsvc.plan.figures import Summary
from graphsvc.plan.names import ENUMS, stored_name, upper_snake
from graphsvc.plan.selecting import Asked, _texts
from graphsvc.plan.shares import effective_shares
from graphsvc.plan.tree import Choice, Connect, Field, Leaf, Many, One, Order, Part, Selection, Shares, Step
from graphsvc.plan.valid import AsOf, day_bounds
from graphsvc.stores.embedded import EmbeddedStore
from graphsvc.stores.embedded.conditions import condition
from graphsvc.stores.embedded.evaluation import compiled
from graphsvc.stores.embedded.order import value_of
from graphsvc.stores.embedded.reading import Reading
from graphsvc.stores.embedded.steps import following
from graphsvc.stores.embedded.tables import Item
from graphsvc.stores.embedded.walks import share_edges


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


def _follow(reading: Reading, step: Step, item: Item) -> list[Item]:
    return following(step)(reading.tables, item, reading.values)


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
        super().__init__(planner.schema, planner.bindings, planner.limits, {}, None)  # type: ignore[arg-type]
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
    """A connection: all that it lists, and what of it is on the page."""

    meaning: Meaning
    binding: Any
    place: Callable[[Item], list[Any]]
    items: list[Item]
    page: list[Item]
    earlier: bool
    later: bool

    def part(self, _: _Oracle, info: GraphQLResolveInfo, **__: Any) -> Any:
        return PARTS[info.field_name](self)

    def cursor(self, item: Item) -> str:
        node = self.meaning.node
        assert isinstance(node, Connect)
        return cursors.encode(node.fingerprint, self.place(item))


@dataclass(frozen=True)
class Edge:
    listed: Listed
    item: Item

    def part(self, oracle: _Oracle, info: GraphQLResolveInfo, **arguments: Any) -> Any:
        if info.field_name == "cursor":
            return self.listed.cursor(self.item)
        return oracle.field(self.item, info, arguments)


@dataclass(frozen=True)
class Figured:
    """The aggregate of a connection."""

    listed: Listed

    def part(self, oracle: _Oracle, info: GraphQLResolveInfo, field: str = "") -> Any:
        if info.field_name == "count":
            rows = self.listed.items
            return {"edges": len(rows), "nodes": len({(row.other or row.here)["id"] for row in rows})}
        return oracle.figures(self.listed, info.field_name, field, info)


@dataclass(frozen=True)
class Figures:
    """What all rows have in one field; `values` as the API writes them."""

    summary: Summary
    values: list[dict[str, Any]]

    def part(self, oracle: _Oracle, info: GraphQLResolveInfo, first: int | None = None) -> Any:
        if info.field_name == "values":
            return self.values[: oracle.planner.limits.default_page if first is None else first]
        return getattr(self.summary, info.field_name)


@dataclass(frozen=True)
class Holder:
    """Someone with an effective share."""

    item: Item
    share: Any

    def part(self, _: _Oracle, info: GraphQLResolveInfo) -> Any:
        return self.item if info.field_name == "holder" else getattr(self.share, info.field_name)


class _Oracle:
    """Resolves fields of things (Item), of plain values (dict), and of what knows its own parts."""

    def __init__(self, service: Service) -> None:
        assert isinstance(service.store, EmbeddedStore)
        self.planner = service.planner
        self.vocabulary = service.vocabulary
        self.tables = service.store.tables
        self.meanings: dict[tuple[object, ...], Meaning] = {}
        self.times: dict[object, AsOf] = {}  # of root fields, by their response keys

    def type_of(self, value: Item, *_: Any) -> str:
        for table, name in (
            ("statements", "Statement"),
            ("documents", "Document"),
            ("conflicts", "Conflict"),
            ("findings", "Finding"),
        ):
            if getattr(self.tables, table).get(value.here["id"]) == value.here:
                return name
        return self.vocabulary.row_types.get(value.here["type"], "EntityInstance")

    def resolve(self, source: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
        if source is None or isinstance(source, Item):
            return self.field(source or Item({}), info, arguments)
        if isinstance(source, dict):
            return source[info.field_name]
        return source.part(self, info, **arguments)

    def meaning(self, info: GraphQLResolveInfo, arguments: Mapping[str, Any]) -> Meaning:
        root = info.path.as_list()[0]
        if arguments.get("asOf"):
            days = day_bounds(_texts(arguments["asOf"])["valid"])
            self.times[root] = AsOf(*days, _texts(arguments["asOf"]).get("certainty") == "certain")
        place = (root in self.times and root, info.parent_type.name, *map(id, info.field_nodes))
        if place not in self.meanings:
            build = _OneField(self.planner, arguments)
            node = build.field("", Asked(info.parent_type.name, list(info.field_nodes)), 1)
            node = self.dated(node, root, info.parent_type)
            self.meanings[place] = Meaning(node, tuple(build.inputs.values), build.given)
        return self.meanings[place]

    def dated(self, node: Field, root: object, parent: GraphQLObjectType) -> Field:
        """The field at the time that its root field was given."""
        if root not in self.times:
            return node
        names = {parent.name, *(one.name for one in parent.interfaces)}
        edges = {f"{relation.connection}Edge" for relation in self.vocabulary.relations.values()}
        edges |= {"Relation", "Link", *self.vocabulary.properties}
        here = next((kind for kind in ("Entity", "Statement", "Document", "Reference") if kind in names), "")
        place = Place("edge", "entity") if names & edges else Place(here.lower())
        dated: Field = Dating(self.times[root], self.vocabulary.dated).walk(node, place)
        return dated

    def field(self, item: Item, info: GraphQLResolveInfo, arguments: Mapping[str, Any]) -> Any:
        meaning = self.meaning(info, arguments)
        reading = Reading(self.tables, meaning.values)
        match meaning.node:
            case Leaf() as leaf:
                return self.leaf(leaf, compiled(leaf)(reading, item))
            case One() as one:
                return next(iter(_follow(reading, one.step, item)), None)
            case Many() as many:
                return _follow(reading, many.step, item)
            case Connect() as connect:
                items = _follow(reading, connect.step, item)
                where = condition(connect.where) if connect.where else None
                items = [i for i in items if where is None or where(reading, i)]
                place = partial(_place, reading, (*connect.order, Order("id")))
                binding = self.planner.bindings.field(info.parent_type.name, info.field_name)
                return _listed(meaning, binding, place, items, self.planner.limits.default_page)
            case Choice() as choice:
                links = (_follow(reading, one.step, item) for one in choice.fields)
                return next((found[0] for found in links if found), None)
            case Shares() as shares:
                return self.holders(shares, meaning.values)
            case node:
                raise AssertionError(f"plain execution does not know {node}")

    def figures(self, listed: Listed, side: str, name: str, info: GraphQLResolveInfo) -> Figures:
        """All figures of one field, by brute force over all rows."""
        node = listed.meaning.node
        assert isinstance(node, Connect)
        field = self.planner.bindings.measured(listed.binding.inputs, edge=side == "edge")[name]
        relation = node.step.kind == "edges"
        order = Order(field.source, other=relation and side == "node")
        root = info.path.as_list()[0]
        if root in self.times:
            place = Place("edge", "entity") if relation else Place(node.step.thing)
            order = Dating(self.times[root], self.vocabulary.dated).walk(order, place)
        format_ = f"enum {field.scalar}" if field.enum else field.scalar
        summary = Summary.of([(value_of(order)(row), 1) for row in listed.items], format_, many=field.multivalued)
        values = [{"value": self.member(format_, value), "count": count} for value, count in summary.values]
        return Figures(summary, values)

    def member(self, format_: str, value: Any) -> Any:
        kind, _, name = format_.partition(" ")
        if kind != "enum":
            return value
        return upper_snake(value) if name in ENUMS else self.vocabulary.enums[name].names[value]

    def holders(self, node: Shares, values: Sequence[Any]) -> list[Holder]:
        assert node.step.parameter is not None
        edges = share_edges(self.tables, node.step, values)
        found = effective_shares(values[node.step.parameter], edges)[: values[node.first]]
        return [Holder(Item(self.tables.entities[one.holder]), one) for one in found]

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


def _place(reading: Reading, keys: Sequence[Order], item: Item) -> list[Any]:
    """What the item is sorted by."""
    return [_sorted_by(reading, key, item) for key in keys]


def _sorted_by(reading: Reading, key: Order, item: Item) -> Any:
    if key.count is None:
        return value_of(key)(item)
    return len(_follow(reading, key.count, Item(item.other or {}) if key.other else item))


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


def _listed(
    meaning: Meaning, binding: Any, place: Callable[[Item], list[Any]], items: list[Item], default: int
) -> Listed:
    node, given = meaning.node, meaning.arguments
    assert isinstance(node, Connect)
    keys = (*node.order, Order("id"))
    items = sorted(items, key=cmp_to_key(lambda one, other: _compare(keys, place(one), place(other))))
    backward = given.get("last") is not None or given.get("before") is not None
    size, cursor = (given.get(name) for name in (("last", "before") if backward else ("first", "after")))
    size = default if size is None else size
    side = -1 if backward else 1
    rest = items if cursor is None else [i for i in items if _compare(keys, place(i), _mark(cursor)) == side]
    more, bounded = len(rest) > size, cursor is not None
    page = rest[max(0, len(rest) - size) :] if backward else rest[:size]
    return Listed(meaning, binding, place, items, page, *((more, bounded) if backward else (bounded, more)))


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
    "aggregate": Figured,
    "totalCount": lambda listed: len(listed.items),
    "edges": lambda listed: [Edge(listed, item) for item in listed.page],
    "pageInfo": _page_info,
}
