"""The evaluation of Plans over the tables: each is made into functions once, which then take only rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
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
    Selection,
    Shares,
    Typename,
)
from graphsvc.stores.base import Rows
from graphsvc.stores.embedded.conditions import Ground, holding
from graphsvc.stores.embedded.dated import read
from graphsvc.stores.embedded.order import beyond, leading, sorting, value_of
from graphsvc.stores.embedded.steps import Follow, following, order_of
from graphsvc.stores.embedded.tables import Item, Tables
from graphsvc.stores.embedded.walks import share_edges
from graphsvc.stores.rows import LateRow, Properties

MAX_ROWS = 100_000
"""What one answer may hold: nothing stops a read here but itself, and its time is everybody's."""
COMPILED = 256
"""Plans whose functions are kept."""


class Reading:
    """One evaluation: what it reads, the values it is given, and how many rows it has made."""

    __slots__ = ("ground", "rows", "tables", "values")

    def __init__(self, tables: Tables, values: Sequence[Any]) -> None:
        self.tables, self.values, self.rows = tables, values, 0
        self.ground = Ground(tables, values, {})

    def hold(self, rows: int) -> None:
        """Count rows. Raises RefusedQuery."""
        self.rows += rows
        if self.rows > MAX_ROWS:
            rule = f"The answer has more than {MAX_ROWS} rows on all its levels."
            raise RefusedQuery(rule, "Ask for fewer rows with `first`, or for fewer levels.", "TOO_LARGE")


Get = Callable[[Reading, Item], Any]
ENDS = "for here, other, _ in (item,) for here in (here.kept or here if type(here) is LateRow else here,)"
"""The two ends of an item, in the text of a comprehension; a row that is made already is read without asking it."""


@lru_cache(COMPILED)
def roots(fields: tuple[Field, ...]) -> tuple[Get, ...]:
    return tuple(map(compiled, fields))


def compiled(field: Field) -> Get:
    """What gets the value of a field from an item, as `plan.tree` has it."""
    match field:
        case Leaf():
            return _leaf(field)
        case Typename() | Cursor() | Computed():
            return lambda _, __: None
        case One():
            return _one(field)
        case Many():
            return _many(field)
        case Connect():
            return _connect(field)
        case Shares():
            return _shares(field)
        case Choice():
            inner = tuple(map(compiled, field.fields))
            return lambda reading, item: [get(reading, item) for get in inner]


def _leaf(leaf: Leaf) -> Get:
    source, at = leaf.source, leaf.at
    if source == "direction":
        return lambda _, item: item.direction
    if source == "*":
        return lambda _, item: dict(item.here)
    if at is None:
        return lambda _, item: item.here.get(source)
    return lambda _, item: read(item.here, source, at)


def _one(node: One) -> Get:
    follow, row = following(node.step), _row(node.selection)

    def one(reading: Reading, item: Item) -> Any:
        found = follow(reading.tables, item, reading.values)
        return row(reading, found[0]) if found else None

    return one


def _many(node: Many) -> Get:
    follow, row = following(node.step), _row(node.selection)
    return lambda reading, item: [row(reading, found) for found in follow(reading.tables, item, reading.values)]


def _row(selection: Selection) -> Get:
    gets: dict[str, Any] = {"Item": Item, "LateRow": LateRow}
    texts, rows = _row_texts(selection, gets)
    of = eval(f"lambda reading, items: [[{', '.join(texts)}] for item in items {ENDS}]", gets)  # noqa: S307

    def row(reading: Reading, item: Item) -> Rows:
        reading.hold(rows)
        found: Rows = of(reading, (item,))[0]
        return found

    return row


def _row_texts(
    selection: Selection, gets: dict[str, Any], names: tuple[str, str, str] = ("item", "here", "other")
) -> tuple[list[str], int]:
    """The values of a row as texts, for to call a function for each takes longer, and how many rows are in it.

    They have names of properties only, as Python writes them. `names` are those of an item and of its two ends.
    """
    item, here, other = names
    parts, rows = [f"{here}.get('type')"] * selection.typed, 1
    for field in selection.fields:
        match field:
            case Typename() | Cursor() | Computed():
                pass
            case Leaf(at=None, source=source) if source not in ("direction", "*"):
                parts.append(f"{here}.get({source!r})")
            case One(inside=True, selection=inner):
                ends = names if field.step.kind == "same" else (f"Item({other})", other, "None")
                texts, within = _row_texts(inner, gets, ends)
                parts += texts
                rows += within
            case _:
                name = f"get{len(gets)}"
                gets[name] = compiled(field)
                parts.append(f"{name}(reading, {item})")
    return parts, rows


def _shares(node: Shares) -> Get:
    row = _row(node.selection)

    def shares(reading: Reading, _: Item) -> Rows:
        edges = share_edges(reading.tables, node.step, reading.values)
        holders = sorted({str(edge[0]) for edge in edges})
        return [edges, [[id_, row(reading, Item(reading.tables.entities[id_]))] for id_ in holders]]

    return shares


# Connections


def _connect(node: Connect) -> Get:
    where = holding(node.where) if node.where else None
    page = _page(node) if node.lists else None
    measured = _measured(node) if node.apart or node.measures else None
    follow, counts = following(node.step), node.counts

    def connect(reading: Reading, item: Item) -> Rows:
        items = follow(reading.tables, item, reading.values)
        if where:
            items = where(reading.ground, reading.values, items)
        row = [len(items) if counts else None, page(reading, items) if page else []]
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


def _page(node: Connect) -> Callable[[Reading, list[Item]], Rows]:
    keys, page = (*node.order, Order("id")), node.page
    values = tuple(map(value_of, keys))
    gets: dict[str, Any] = {"Item": Item, "LateRow": LateRow, "values": values}
    parts = [_row_texts(part.selection, gets) for part in node.edges]
    texts = ["[value(item) for value in values]"] * node.cursors + [text for found, _ in parts for text in found]
    rows = eval(f"lambda reading, items: [[{', '.join(texts)}] for item in items {ENDS}]", gets)  # noqa: S307
    many = sum(within for _, within in parts)
    counted = [(key, following(key.count)) for key in keys if key.count]
    ordered = None if keys == order_of(node.step) else sorting(keys)

    def behind(reading: Reading, items: list[Item]) -> list[Item]:
        mark = [None if bound.parameter is None else reading.values[bound.parameter] for bound in page.mark]
        found = ((item, [value(item) for value in values]) for item in items)
        if page.backward:
            return [item for item, row in found if beyond(keys, mark, row)]
        return [item for item, row in found if beyond(keys, row, mark)]

    def paged(reading: Reading, items: list[Item]) -> Rows:
        size = reading.values[page.size] + page.peek
        if counted:
            items = [_counted(reading, counted, item) for item in items]
        if page.mark:
            items = behind(reading, items)
        if ordered:
            items = ordered(leading(keys[0], items, size, backward=page.backward))
        shown = items[: -size - 1 : -1] if page.backward else items[:size]
        reading.hold(many * len(shown))
        found: Rows = rows(reading, shown)
        return found

    return paged
