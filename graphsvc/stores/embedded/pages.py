"""Connections: their rows in order, from a cursor on, and how many there are.

Where an index of the ontology's has the items in the order of the list, a page costs what it shows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import orjson

from graphsvc.plan.tree import Compare, Connect, Every, Order, Step
from graphsvc.stores.base import Rows
from graphsvc.stores.embedded.conditions import holding, parts_of
from graphsvc.stores.embedded.order import beyond, leading, sorting, value_of
from graphsvc.stores.embedded.reading import Reading
from graphsvc.stores.embedded.steps import Follow, following, ids_of, order_of, rows_of
from graphsvc.stores.embedded.tables import Item, Tables, grouped
from graphsvc.stores.rows import LateRow, Properties

Get = Callable[[Reading, Item], Any]
Shown = Callable[[Reading, list[Item]], Rows]
"""What makes the rows of some items."""


def keys_of(node: Connect) -> tuple[Order, ...]:
    return (*node.order, Order("id"))


def connection(node: Connect, shown: Shown) -> Get:
    """By index where there is one; but it knows of no time, and where all items are measured all are read."""
    if node.seek is not None and node.step.at is None and not node.apart and not node.measures:
        return _sought(node, shown)
    where = holding(node.where) if node.where else None
    page = _page(node) if node.lists else None
    measured = _measured(node) if node.apart or node.measures else None
    follow, counts = following(node.step), node.counts

    def connect(reading: Reading, item: Item) -> Rows:
        items = follow(reading.tables, item, reading.values)
        if where:
            items = where(reading, reading.values, items)
        row = [len(items) if counts else None, shown(reading, page(reading, items)) if page else []]
        return [*row, measured(items)] if measured else row

    return connect


def _measured(node: Connect) -> Callable[[list[Item]], Rows]:
    apart, values = node.apart, tuple(map(value_of, node.measures))

    def measured(items: list[Item]) -> Rows:
        nodes = len({item.other["id"] for item in items if item.other}) if apart else None
        groups: dict[bytes, Rows] = {}
        for found in ([value(item) for value in values] for item in items if values):
            groups.setdefault(orjson.dumps(found), [*found, 0])[-1] += 1
        return [nodes, list(groups.values())]

    return measured


def _counted(reading: Reading, counted: Sequence[tuple[Order, Follow]], item: Item) -> Item:
    """The item with the numbers of related things that it is sorted by, as if it had them."""
    for key, follow in counted:
        start = Item(item.other or {}) if key.other else item
        number = len(follow(reading.tables, start, reading.values))
        found = LateRow(start.here, lambda here: here, {key.source: partial(_known, number)})
        item = item._replace(other=found) if key.other else item._replace(here=found)
    return item


def _known(number: int, _: Properties) -> int:
    return number


def _mark(node: Connect, values: Sequence[Any]) -> list[Any]:
    """The keys of the cursor's row."""
    return [None if bound.parameter is None else values[bound.parameter] for bound in node.page.mark]


def _page(node: Connect) -> Callable[[Reading, list[Item]], list[Item]]:
    keys, page = keys_of(node), node.page
    values = tuple(map(value_of, keys))
    counted = [(key, following(key.count)) for key in keys if key.count]
    ordered = None if keys == order_of(node.step) else sorting(keys)

    def behind(reading: Reading, items: list[Item]) -> list[Item]:
        mark = _mark(node, reading.values)
        found = ((item, [value(item) for value in values]) for item in items)
        if page.backward:
            return [item for item, row in found if beyond(keys, mark, row)]
        return [item for item, row in found if beyond(keys, row, mark)]

    def paged(reading: Reading, items: list[Item]) -> list[Item]:
        size = reading.values[page.size] + page.peek
        if counted:
            items = [_counted(reading, counted, item) for item in items]
        if page.mark:
            items = behind(reading, items)
        if ordered:
            items = ordered(leading(keys[0], items, size, backward=page.backward))
        return items[: -size - 1 : -1] if page.backward else items[:size]

    return paged


# By index


def _sought(node: Connect, shown: Shown) -> Get:
    keys, step, page = keys_of(node), node.step, node.page
    fixed = next((source for source in node.seek or () if source != keys[0].source), None)
    filters = tuple(parts_of(node.where)) if node.where else ()
    equal = next((f for f in filters if isinstance(f, Compare) and _fixes(f, fixed)), None)
    where = holding(Every(rest)) if (rest := tuple(each for each in filters if each is not equal)) else None

    def connect(reading: Reading, _: Item) -> Rows:
        wanted = _key(reading.values[equal.parameter]) if equal and equal.parameter is not None else ()
        ids, rows = _listed(reading.tables, step, fixed, keys).get(wanted, ()), rows_of(reading.tables, step.thing)

        sift = partial(where, reading, reading.values) if where else None
        if sift and node.counts:  # all are looked at anyway
            ids, sift = [item.here["id"] for item in sift([Item(rows[id_]) for id_ in ids])], None
        way = _way(node, keys, rows, ids, _mark(node, reading.values))
        size = reading.values[page.size] + page.peek if node.lists else 0
        found, at = list[Item](), 0
        while len(found) < size and at < len(way):
            ahead = max(at, size)  # as many more as were looked at
            some = [Item(rows[ids[place]]) for place in way[at : at + ahead]]
            found += sift(some) if sift else some
            at += ahead
        return [len(ids) if node.counts else None, shown(reading, found[:size])]

    return connect


def _fixes(node: Compare, source: str | None) -> bool:
    return node.source == source and node.operator == "eq" and not node.other


def _key(value: Any) -> tuple[bool, Any]:
    """What only equal values have, where `True` is not 1."""
    return isinstance(value, bool), value


def _listed(
    tables: Tables, step: Step, fixed: str | None, keys: tuple[Order, ...]
) -> Mapping[tuple[Any, ...], Sequence[str]]:
    """The ids of all things of a step in order, those with each value of a property apart; made when first asked for.

    Of each class there are as many as it has indexes, once for each direction.
    """
    name = step.thing, step.label, fixed, keys
    if (found := tables.listed.get(name)) is None:
        ids, rows = ids_of(tables, step), rows_of(tables, step.thing)
        if len(keys) > 1:
            ids = [item.here["id"] for item in sorting(keys)([Item(rows[id_]) for id_ in ids])]
        if fixed:
            values = ((rows[id_].get(fixed), id_) for id_ in ids)
            found = grouped((_key(value), id_) for value, id_ in values if not isinstance(value, list | None))
        else:
            found = {(): ids}
        tables.listed[name] = found
    return found


def _way(
    node: Connect, keys: Sequence[Order], rows: Mapping[str, Properties], ids: Sequence[str], mark: list[Any]
) -> range:
    """The places in a list, from the cursor on; backward from its end or the cursor."""

    def found(id_: str) -> list[Any]:
        return [rows[id_].get(key.source) for key in keys]

    if node.page.backward:
        last = bisect_left(ids, True, key=lambda id_: not beyond(keys, mark, found(id_))) if mark else len(ids)
        return range(last - 1, -1, -1)
    return range(bisect_left(ids, True, key=lambda id_: beyond(keys, found(id_), mark)) if mark else 0, len(ids))
