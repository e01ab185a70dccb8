"""What a Plan may cost at most, judged before it runs: rows to read, and sub-queries for the database to plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from graphsvc.errors import RefusedQuery
from graphsvc.plan.limits import Limits
from graphsvc.plan.tree import (
    Choice,
    Compare,
    Connect,
    Field,
    Filter,
    Many,
    Not,
    One,
    Plan,
    Related,
    Selection,
    Shares,
    Step,
)

UNPAGED = 10
"""Rows that a list without pages counts as: the references of a statement, the statements of a conflict."""
LEVELS = (1, 1, 1, 2, 4, 6, 9)
"""What a step counts on each level, for a database takes so many times longer to plan it; below, as on the last."""
WEIGHTS = {"paths": 6, "search": 4, "closure": 4, "shares": 4, "neighbourhood": 2}
"""Steps that take a database as long to plan as so many lists do."""


class Cost(NamedTuple):
    """`rows` on all levels, if every page is full; `steps`: sub-queries by weight, `levels` of them nested."""

    rows: int
    steps: int
    levels: int


def check_cost(plan: Plan, limits: Limits) -> None:
    """Raises RefusedQuery for a Plan beyond the limits."""
    cost = plan_cost(plan)
    if cost.levels > limits.max_levels:
        rule = f"The operation nests {cost.levels} lists and links, but at most {limits.max_levels} are answered."
        raise RefusedQuery(rule, "Ask for the deeper levels in a second operation, by id.", "TOO_DEEP")
    if cost.steps > limits.max_steps:
        rule = f"The operation takes {cost.steps} steps, but at most {limits.max_steps} are answered."
        steps = "each list, link, count and look at what is related is a step, or more, above all on deep levels"
        way_out = f"Split it into several operations: {steps}."
        raise RefusedQuery(rule, way_out, "TOO_BROAD")
    if cost.rows > limits.max_rows:
        rule = f"The operation asks for up to {cost.rows} rows on all levels, but at most {limits.max_rows} are read."
        raise RefusedQuery(rule, "Ask for smaller pages with `first`, above all on the outer lists.", "TOO_COSTLY")


def plan_cost(plan: Plan) -> Cost:
    return _sum(_cost(field, plan.values, 1, 1) for field in plan.roots)


def _cost(field: Field, values: Sequence[Any], rows: int, level: int) -> Cost:
    """Of a field that is read for each of so many rows, and is on a level if it is a list or link."""
    match field:
        case Connect():
            found = rows * values[field.page.size] if field.lists else 0
            return _step(found, _steps(field), [part.selection for part in field.edges], values, level)
        case One(inside=True):
            return _selection(field.selection, values, rows, level)
        case One() | Many():
            walk = field.step.walk
            found = values[walk.first] if walk else UNPAGED if isinstance(field, Many) else 1
            return _step(rows * found, _weight(field.step), [field.selection], values, level)
        case Shares():
            return _step(rows * values[field.first], _weight(field.step), [field.selection], values, level)
        case Choice():
            return _sum(_cost(each, values, rows, level) for each in field.fields)
        case _:
            return Cost(0, 0, 0)


def _weight(step: Step) -> int:
    return WEIGHTS.get(step.kind, 1)


def _steps(node: Connect) -> int:
    """The items, in each branch by which an index serves them, and each kind of number of them; each filters anew."""
    branches = 2 + bool(node.page.mark) if node.seek and node.order else 1
    items = node.lists * branches
    numbers = node.counts + node.apart + bool(node.measures)
    keys = node.lists * sum(key.count is not None for key in node.order)
    return (items + numbers) * (_weight(node.step) + _related(node.where)) + keys


def _related(node: Filter | None) -> int:
    """In how many places a filter looks at what is related."""
    match node:
        case None | Compare():
            return 0
        case Not():
            return _related(node.filter)
        case Related():
            return 1 + _related(node.where)
        case _:
            return sum(map(_related, node.filters))


def _step(rows: int, steps: int, selections: Sequence[Selection], values: Sequence[Any], level: int) -> Cost:
    inner = _sum(_selection(selection, values, rows, level + 1) for selection in selections)
    return Cost(inner.rows + rows, inner.steps + steps * LEVELS[min(level, len(LEVELS)) - 1], inner.levels + 1)


def _selection(selection: Selection, values: Sequence[Any], rows: int, level: int) -> Cost:
    return _sum(_cost(field, values, rows, level) for field in selection.fields)


def _sum(costs: Iterator[Cost]) -> Cost:
    found = [*costs]
    return Cost(sum(c.rows for c in found), sum(c.steps for c in found), max((c.levels for c in found), default=0))
