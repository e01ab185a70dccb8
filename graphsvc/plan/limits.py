"""Bounds on what one operation may ask, judged before anything runs."""

from __future__ import annotations

from dataclasses import dataclass

from graphql import FieldNode

from graphsvc.errors import RefusedQuery


@dataclass(frozen=True)
class Limits:
    """Bounds on what one operation may ask, in the words of `graphsvc.settings.Settings`."""

    default_page: int = 100
    max_page: int = 1000
    max_depth: int = 20
    max_fields: int = 300
    max_levels: int = 7
    max_steps: int = 40
    max_rows: int = 20_000_000
    max_conditions: int = 250
    max_values: int = 1000


def page_size(name: str, size: int | None, limits: Limits, node: FieldNode, *, pages: bool = True) -> int:
    """The number of rows to return, as the argument `name` (`first` or `last`) gives it.

    A plain list has no `pages`.
    """
    if size is None:
        return limits.default_page
    if 0 <= size <= limits.max_page:
        return size
    rule = f"{name} is {size}, but must lie between 0 and {limits.max_page}."
    cursor = "endCursor" if name == "first" else "startCursor"
    fewer = f"Ask for fewer rows{f' and follow pageInfo.{cursor}' if pages else ''}."
    way_out = fewer if size > 0 else "Give the number of rows to return."
    raise RefusedQuery(rule, way_out, "PAGE_SIZE", node)


def check_depth(depth: int, limits: Limits, node: FieldNode) -> None:
    if depth > limits.max_depth:
        rule = f"The operation nests {depth} levels of objects, but at most {limits.max_depth} are answered."
        raise RefusedQuery(rule, "Ask for the deeper levels in a second operation.", "TOO_DEEP", node)


def check_fields(count: int, limits: Limits, node: FieldNode) -> None:
    if count > limits.max_fields:
        rule = f"The operation asks for more than {limits.max_fields} fields."
        raise RefusedQuery(rule, "Split it into several operations.", "TOO_BROAD", node)


def check_values(count: int, limits: Limits, node: FieldNode | None) -> None:
    if count > limits.max_values:
        rule = f"A list in the filter has {count} values, but at most {limits.max_values} are compared."
        raise RefusedQuery(rule, "Split the list into several operations.", "TOO_MANY_VALUES", node)


def check_filters(depth: int, count: int, limits: Limits, node: FieldNode | None) -> None:
    if depth > limits.max_depth:
        rule = f"The filter nests more than {limits.max_depth} levels of conditions."
        raise RefusedQuery(rule, "Put conditions side by side, in one AND or OR.", "TOO_DEEP", node)
    if count > limits.max_conditions:
        rule = f"The operation has more than {limits.max_conditions} conditions and sort keys."
        raise RefusedQuery(rule, "Compare with a list by `in`, or split it into several operations.", "TOO_BROAD", node)
