"""Filters on rows."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from graphsvc.plan.tree import Compare, Either, Every, Filter, Not, Related
from graphsvc.stores.embedded.order import value_of
from graphsvc.stores.embedded.reading import Reading
from graphsvc.stores.embedded.steps import following
from graphsvc.stores.embedded.tables import Item

Condition = Callable[[Reading, Item], bool]


def condition(node: Filter) -> Condition:
    """Whether a filter holds for an item."""
    match node:
        case Every():
            inner = tuple(map(condition, node.filters))
            return lambda reading, item: all(hold(reading, item) for hold in inner)
        case Either():
            inner = tuple(map(condition, node.filters))
            return lambda reading, item: any(hold(reading, item) for hold in inner)
        case Not():
            negated = condition(node.filter)
            return lambda reading, item: not negated(reading, item)
        case Compare():
            return _compared(node)
        case Related():
            return _related(node)


def holding(node: Filter) -> Callable[[Reading, Sequence[Any], list[Item]], list[Item]]:
    """Those for which a filter holds. As text, for to call a function for each comparison takes longer."""
    names: dict[str, Any] = {"same": _same}
    text = " and ".join(_text(each, names) for each in parts_of(node)) or "True"
    return eval(f"lambda reading, values, items: [item for item in items if {text}]", names)  # type: ignore[no-any-return]  # noqa: S307


def parts_of(node: Filter) -> Iterator[Filter]:
    """The filters that must all hold."""
    if isinstance(node, Every):
        for each in node.filters:
            yield from parts_of(each)
    else:
        yield node


def _text(node: Filter, names: dict[str, Any]) -> str:
    match node:
        case Compare(source, "eq", int(parameter), other, None):
            value = f"item[{int(other)}].get({source!r})"
            value = f"(None if item[1] is None else {value})" if other else value
            wanted = f"values[{parameter}]"
            return f"({value} == {wanted} if type({wanted}) is str else same({value}, {wanted}))"
    name = f"hold{len(names)}"
    names[name] = condition(node)
    return f"{name}(reading, item)"


def _compared(node: Compare) -> Condition:
    value, parameter, compare = value_of(node), node.parameter, COMPARISONS[node.operator]
    if parameter is None:
        return lambda _, item: compare(value(item), None)
    return lambda reading, item: compare(value(item), reading.values[parameter])


def _related(node: Related) -> Condition:
    where = condition(node.where) if node.where else None
    follow, parameter, here = following(node.step), node.parameter, id(node)

    def found(reading: Reading, start: Item) -> bool:
        items = follow(reading.tables, start, reading.values)
        holding = (where is None or where(reading, item) for item in items)
        return any(holding) if parameter is None else compare(sum(holding), reading.values[parameter])

    def related(reading: Reading, item: Item) -> bool:
        start = Item(item.other or {}) if node.other else item
        key = here, start.here["id"]
        if key not in reading.known:
            reading.known[key] = found(reading, start)
        return reading.known[key]

    compare = COMPARISONS[node.operator or "eq"]
    return related


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
