"""The evaluation of one Plan over the tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from graphsvc.errors import RefusedQuery
from graphsvc.plan.tree import (
    Choice,
    Computed,
    Connect,
    Cursor,
    Field,
    Leaf,
    Many,
    One,
    Order,
    Page,
    Selection,
    Shares,
    Step,
    Typename,
)
from graphsvc.stores.base import Rows
from graphsvc.stores.embedded.conditions import Conditions
from graphsvc.stores.embedded.dated import read
from graphsvc.stores.embedded.order import beyond, key_of, sort_items
from graphsvc.stores.embedded.steps import follow
from graphsvc.stores.embedded.tables import Item, Tables
from graphsvc.stores.embedded.walks import share_edges

MAX_ROWS = 100_000
"""What one answer may hold: nothing stops a read here but itself, and its time is everybody's."""


class Reading:
    """The evaluation of one Plan."""

    def __init__(self, tables: Tables, values: Sequence[Any]) -> None:
        self.tables = tables
        self.values = values
        self.conditions = Conditions(tables, values)
        self.rows = 0

    def value(self, field: Field, item: Item) -> Any:
        match field:
            case Leaf():
                return self.leaf(field, item)
            case Typename() | Cursor() | Computed():
                return None
            case One():
                found = self.follow(field.step, item)
                return self.row(field.selection, found[0]) if found else None
            case Many():
                return [
                    self.row(field.selection, found) for found in follow(self.tables, field.step, item, self.values)
                ]
            case Connect():
                return self.connect(field, item)
            case Shares():
                return self.shares(field)
            case Choice():
                return [self.value(inner, item) for inner in field.fields]

    def shares(self, node: Shares) -> Rows:
        edges = share_edges(self.tables, node.step, self.values)
        holders = sorted({str(edge[0]) for edge in edges})
        return [edges, [[id_, self.row(node.selection, Item(self.tables.entities[id_]))] for id_ in holders]]

    def follow(self, step: Step, item: Item) -> list[Item]:
        return follow(self.tables, step, item, self.values)

    def leaf(self, leaf: Leaf, item: Item) -> Any:
        if leaf.source == "direction":
            return item.direction
        return item.here if leaf.source == "*" else read(item.here, leaf.source, leaf.at)

    def row(self, selection: Selection, item: Item) -> Rows:
        self.rows += 1
        if self.rows > MAX_ROWS:
            rule = f"The answer has more than {MAX_ROWS} rows on all its levels."
            raise RefusedQuery(rule, "Ask for fewer rows with `first`, or for fewer levels.", "TOO_LARGE")
        head = [item.here.get("type")] if selection.typed else []
        return head + [self.value(field, item) for field in selection.fields]

    # Connections

    def connect(self, node: Connect, item: Item) -> Rows:
        items = self.follow(node.step, item)
        if node.where:
            items = [found for found in items if self.conditions.hold(node.where, found)]
        total = len(items) if node.counts else None
        row = [total, self.page(node, items) if node.lists else []]
        return [*row, self.measured(node, items)] if node.apart or node.measures else row

    def measured(self, node: Connect, items: list[Item]) -> Rows:
        nodes = len({item.other["id"] for item in items if item.other}) if node.apart else None
        if not node.measures:
            return [nodes, []]
        keys = [Order(measure.source, other=measure.other, at=measure.at) for measure in node.measures]
        groups: dict[bytes, Rows] = {}
        for found in (key_of(keys, item) for item in items):
            groups.setdefault(orjson.dumps(found), [*found, 0])[-1] += 1
        return [nodes, list(groups.values())]

    def counted(self, keys: Sequence[Order], item: Item) -> Item:
        """The item with the numbers of related things that it is sorted by, as if it had them."""
        for key in keys:
            if key.count:
                start = Item(item.other or {}) if key.other else item
                found = {**start.here, key.source: len(self.follow(key.count, start))}
                item = item._replace(other=found) if key.other else item._replace(here=found)
        return item

    def page(self, node: Connect, items: list[Item]) -> Rows:
        keys = (*node.order, Order("id"))
        items = sort_items(keys, [self.counted(node.order, found) for found in items])
        items = items[:: -1 if node.page.backward else 1]
        if node.page.mark:
            mark = [None if bound.parameter is None else self.values[bound.parameter] for bound in node.page.mark]
            items = [found for found in items if self.behind(node.page, keys, key_of(keys, found), mark)]
        size = self.values[node.page.size] + node.page.peek
        rows = []
        for found in items[:size]:
            cursor = key_of(keys, found) if node.cursors else None
            rows.append([cursor, *(self.row(part.selection, found) for part in node.edges)])
        return rows

    def behind(self, page: Page, keys: Sequence[Order], found: list[Any], mark: list[Any]) -> bool:
        return beyond(keys, mark, found) if page.backward else beyond(keys, found, mark)
