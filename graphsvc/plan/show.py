"""A Plan as people read it, one line for each node; and the texts that a cursor's fingerprint is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphsvc.plan.measures import Aggregate, aggregate_lines
from graphsvc.plan.tree import (
    Choice,
    Compare,
    Computed,
    Connect,
    Cursor,
    Edges,
    Either,
    Every,
    Filter,
    Leaf,
    Many,
    Not,
    One,
    Order,
    PageInfo,
    Plan,
    Related,
    Shares,
    Step,
    Total,
    Typename,
)


def show_plan(plan: Plan) -> str:
    return "\n".join(line for root in plan.roots for line in _lines(root, 0))


def _lines(node: Any, depth: int) -> Iterator[str]:
    """One line for each node, children indented below it."""
    indent = "  " * depth
    match node:
        case Connect():
            yield f"{indent}{node.key}: connection {show_step(node.step)}{_options(node)}"
            for part in node.parts:
                yield from _lines(part, depth + 1)
        case Choice():
            yield f"{indent}{node.key}: first of"
            for one in node.fields:
                yield from _lines(one, depth + 1)
        case One() | Many() | Edges() | Shares():
            step = show_step(node.step) if not isinstance(node, Edges) else ""
            yield f"{indent}{node.key}: {type(node).__name__.lower()} {step}".rstrip()
            for variant in node.selection.variants:
                inner = depth + 1
                if variant.types is not None:
                    yield f"{'  ' * inner}on {' '.join(sorted(variant.types))}"
                    inner += 1
                for field in variant.fields:
                    yield from _lines(field, inner)
        case Aggregate():
            yield from aggregate_lines(node, indent)
        case _:
            yield f"{indent}{node.key} = {_leaf(node)}"


def _leaf(node: Leaf | Typename | Cursor | Computed | Total | PageInfo) -> str:
    match node:
        case Computed():
            return f"computed {node.name}"
        case Leaf():
            return f"{node.source}{node.at or ''}" + (f" as {node.format}" if node.format else "")
        case Typename():
            return f"type {node.name}".rstrip()
        case PageInfo():
            return f"page {' '.join(f'{key}={name}' for key, name in node.fields)}"
        case _:
            return type(node).__name__.lower()


def show_step(step: Step) -> str:
    words = [step.kind, step.thing, step.direction, "|".join(step.types), step.label, step.source]
    parameter = "" if step.parameter is None else f"${step.parameter}"
    return " ".join(filter(None, [*words, parameter, str(step.walk or "")])) + str(step.at or "")


def _options(node: Connect) -> str:
    where = f" where {show_filter(node.where)}" if node.where else ""
    keys = [show_order(key) for key in node.order]
    page, (size, mark) = node.page, ("last", "before") if node.page.backward else ("first", "after")
    bounds = ["null" if bound.parameter is None else f"${bound.parameter}" for bound in page.mark]
    index = "" if node.seek is None else f" by index ({', '.join([*node.seek, 'id'])})"
    return f"{where} order {', '.join([*keys, 'id'])}{index} {size} ${page.size}{' +1' * page.peek}" + (
        f" {mark} ({', '.join(bounds)})" if bounds else ""
    )


def show_order(key: Order) -> str:
    what = f"count({show_step(key.count)})" if key.count else f"{key.source}{key.at or ''}"
    return f"{'node.' * key.other}{what}{' desc' * key.descending}"


def show_filter(node: Filter) -> str:
    match node:
        case Related():
            found = show_step(node.step) + (f" where {show_filter(node.where)}" if node.where else "")
            test = f"count({found}) {node.operator} ${node.parameter}" if node.operator else f"exists({found})"
            return f"{'node.' * node.other}{test}"
        case Compare():
            value = "" if node.parameter is None else f" ${node.parameter}"
            return f"{'node.' * node.other}{node.source}{node.at or ''} {node.operator}{value}"
        case Not():
            return f"not ({show_filter(node.filter)})"
        case Every():
            return "(" + " and ".join(map(show_filter, node.filters)) + ")" if node.filters else "true"
        case Either():
            return "(" + " or ".join(map(show_filter, node.filters)) + ")" if node.filters else "false"
