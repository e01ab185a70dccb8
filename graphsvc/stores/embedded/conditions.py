"""Filters on rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graphsvc.plan.tree import Compare, Either, Every, Filter, Not, Order
from graphsvc.stores.embedded.order import value_of
from graphsvc.stores.embedded.tables import Item


def holds(node: Filter, item: Item, values: Sequence[Any]) -> bool:
    match node:
        case Every():
            return all(holds(inner, item, values) for inner in node.filters)
        case Either():
            return any(holds(inner, item, values) for inner in node.filters)
        case Not():
            return not holds(node.filter, item, values)
        case Compare():
            value = value_of(Order(node.source, other=node.other, at=node.at), item)
            wanted = None if node.parameter is None else values[node.parameter]
            return COMPARISONS[node.operator](value, wanted)


def _same(value: Any, wanted: Any) -> bool:
    """Equality without Python's own `True == 1`; absent values are the same as nothing."""
    return value is not None and value == wanted and isinstance(value, bool) == isinstance(wanted, bool)


COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": _same,
    "in": lambda value, wanted: any(_same(value, each) for each in wanted),
    "list eq": lambda value, wanted: len(value or ()) == len(wanted) and all(map(_same, value or (), wanted)),
    "list includes": lambda value, wanted: any(_same(each, wanted) for each in value or ()),
    "absent": lambda value, _: value is None,
}
