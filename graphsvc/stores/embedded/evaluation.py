"""The evaluation of Plans over the tables: each is made into functions once, which then take only rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from graphsvc.plan.tree import Choice, Connect, Field, Leaf, Many, One, Selection, Shares, width_of
from graphsvc.stores.base import Rows
from graphsvc.stores.embedded.dated import read
from graphsvc.stores.embedded.order import value_of
from graphsvc.stores.embedded.pages import Get, connection, keys_of
from graphsvc.stores.embedded.reading import Reading
from graphsvc.stores.embedded.steps import following
from graphsvc.stores.embedded.tables import Item
from graphsvc.stores.embedded.walks import share_edges
from graphsvc.stores.rows import LateRow

COMPILED = 256
"""Plans whose functions are kept."""

ENDS = "for here, other in ((item[0], item[1]),) for here in (here.kept or here if type(here) is LateRow else here,)"
"""The two ends of an item, in the text of a comprehension; a row that is made already is read without asking it."""


@lru_cache(COMPILED)
def roots(fields: tuple[Field, ...]) -> tuple[Get, ...]:
    return tuple(map(compiled, fields))


def compiled(field: Field) -> Get:
    """What gets the value of a field from an item, as `plan.tree` has it."""
    match field:
        case Leaf():
            return _leaf(field)
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
        case _:  # what no store knows
            return lambda _, __: None


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
    of = _rows(texts, gets)

    def row(reading: Reading, item: Item) -> Rows:
        reading.hold(rows)
        return of(reading, (item,))[0]

    return row


def _rows(texts: Iterable[str], gets: dict[str, Any]) -> Callable[[Reading, Sequence[Item]], list[Rows]]:
    """What makes the rows of items from the texts of their values."""
    text = f"[[{', '.join(texts)}] for item in items {ENDS}]"
    return eval(f"lambda reading, items: {text}", gets)  # type: ignore[no-any-return]  # noqa: S307


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
            case Leaf(at=None, source=source) if source not in ("direction", "*"):
                parts.append(f"{here}.get({source!r})")
            case One(inside=True, selection=inner):
                ends = names if field.step.kind == "same" else (f"Item({other})", other, "None")
                texts, within = _row_texts(inner, gets, ends)
                parts += texts
                rows += within
            case _ if width_of(field):
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


def _connect(node: Connect) -> Get:
    """A connection, whose rows come as `plan.tree` has its items."""
    gets: dict[str, Any] = {"Item": Item, "LateRow": LateRow, "values": tuple(map(value_of, keys_of(node)))}
    parts = [_row_texts(part.selection, gets) for part in node.edges]
    texts = ["[value(item) for value in values]"] * node.cursors + [text for found, _ in parts for text in found]
    rows = _rows(texts, gets)
    many = sum(within for _, within in parts)

    def items_of(reading: Reading, items: list[Item]) -> Rows:
        reading.hold(many * len(items))
        return rows(reading, items)

    return connection(node, items_of)
