"""Filters on rows."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graphsvc.plan.tree import Compare, Either, Every, Filter, Not, Order, Related
from graphsvc.stores.embedded.order import value_of
from graphsvc.stores.embedded.steps import follow
from graphsvc.stores.embedded.tables import Item, Tables


class Conditions:
    """The filters of one Plan. What is related to a thing is looked at once, however often it is come across."""

    def __init__(self, tables: Tables, values: Sequence[Any]) -> None:
        self.tables = tables
        self.values = values
        self.known: dict[tuple[int, str], bool] = {}

    def hold(self, node: Filter, item: Item) -> bool:
        match node:
            case Every():
                return all(self.hold(inner, item) for inner in node.filters)
            case Either():
                return any(self.hold(inner, item) for inner in node.filters)
            case Not():
                return not self.hold(node.filter, item)
            case Compare():
                value = value_of(Order(node.source, other=node.other, at=node.at), item)
                wanted = None if node.parameter is None else self.values[node.parameter]
                return COMPARISONS[node.operator](value, wanted)
            case Related():
                start = Item(item.other or {}) if node.other else item
                key = id(node), start.here["id"]
                if key not in self.known:
                    self.known[key] = self.related(node, start)
                return self.known[key]

    def related(self, node: Related, start: Item) -> bool:
        found = follow(self.tables, node.step, start, self.values)
        holding = (node.where is None or self.hold(node.where, item) for item in found)
        if node.parameter is None:
            return any(holding)
        return COMPARISONS[node.operator](sum(holding), self.values[node.parameter])


def _same(value: Any, wanted: Any) -> bool:
    """Equality without Python's own `True == 1`; absent values are the same as nothing."""
    return value is not None and value == wanted and isinstance(value, bool) == isinstance(wanted, bool)


def _present(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """False where a value is absent on either side."""
    return lambda value, wanted: value is not None and wanted is not None and compare(value, wanted)


COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": _same,
    "in": lambda value, wanted: any(_same(value, each) for each in wanted),
    "lt": _present(operator.lt),
    "lte": _present(operator.le),
    "gt": _present(operator.gt),
    "gte": _present(operator.ge),
    "contains": _present(operator.contains),
    "startsWith": _present(str.startswith),
    "endsWith": _present(str.endswith),
    "list eq": lambda value, wanted: len(value or ()) == len(wanted) and all(map(_same, value or (), wanted)),
    "list includes": lambda value, wanted: any(_same(each, wanted) for each in value or ()),
    "absent": lambda value, _: value is None,
}
