"""Order of rows: absent values last in both directions, ties by id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import nlargest, nsmallest
from operator import itemgetter
from typing import Any

from graphsvc.plan.measures import Measure
from graphsvc.plan.tree import Compare, Order
from graphsvc.stores.embedded.dated import read
from graphsvc.stores.embedded.tables import Item

Value = Callable[[Item], Any]
MANY = 4
"""So many times the rows of a page are worth looking for the leading ones before sorting."""


def value_of(key: Order | Compare | Measure) -> Value:
    """What gets a property of an item, or of the node at its other end."""
    source, other, at = key.source, key.other, key.at
    if at is None:
        if other:
            return lambda item: item.other.get(source) if item.other else None
        return lambda item: item.here.get(source)
    if other:
        return lambda item: read(item.other, source, at) if item.other else None
    return lambda item: read(item.here, source, at)


def sorting(keys: Sequence[Order]) -> Callable[[list[Item]], list[Item]]:
    """What puts items in order."""
    passes = [(value_of(key), key.descending) for key in reversed(keys)]
    return lambda items: _sorted(passes, items) if len(items) > 1 else items


def _sorted(passes: Sequence[tuple[Value, bool]], items: list[Item]) -> list[Item]:
    """By all keys at once, if it goes up and all are there; else by the last one first, for sorting is stable."""
    if not any(descending for _, descending in passes):
        rows = [([value(item) for value, _ in reversed(passes)], item) for item in items]
        if not any(None in row for row, _ in rows):
            rows.sort(key=itemgetter(0))
            return [item for _, item in rows]
    for value, descending in passes:
        pairs = [(value(item), item) for item in items]
        present = [pair for pair in pairs if pair[0] is not None]
        present.sort(key=itemgetter(0), reverse=descending)
        items = [item for _, item in present]
        items += [item for found, item in pairs if found is None] if len(items) < len(pairs) else []
    return items


def leading(key: Order, items: list[Item], size: int, *, backward: bool) -> list[Item]:
    """Those among which the first rows are by the first key, ties and all; with `backward` the last rows."""
    if len(items) <= MANY * size:
        return items
    values = list(map(value_of(key), items))
    present = [value for value in values if value is not None]
    if len(present) < size or (backward and len(present) < len(values)):
        return items
    if key.descending != backward:
        bound = nlargest(size, present)[-1:]
        return [item for value, item in zip(values, items, strict=True) if value is not None and [value] >= bound]
    bound = nsmallest(size, present)[-1:]
    return [item for value, item in zip(values, items, strict=True) if value is not None and [value] <= bound]


def beyond(keys: Sequence[Order], found: list[Any], mark: list[Any]) -> bool:
    """Whether a row with these keys comes behind the row of the cursor."""
    for key, value, bound in zip(keys, found, mark, strict=True):
        if value != bound:
            if value is None or bound is None:
                return value is None
            return bool(value < bound if key.descending else value > bound)
    return False
