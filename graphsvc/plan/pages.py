"""`first`, `after`, `last`, `before` -> Page, by https://relay.dev/graphql/connections.htm, one way at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import FieldNode

from graphsvc.errors import RefusedQuery
from graphsvc.plan import cursors
from graphsvc.plan.filters import Inputs
from graphsvc.plan.limits import page_size
from graphsvc.plan.tree import Bound, Order, Page

FORWARD, BACKWARD = ("first", "after"), ("last", "before")


def make_page(
    arguments: Mapping[str, Any],
    order: tuple[Order, ...],
    fingerprint: str,
    inputs: Inputs,
    node: FieldNode,
    *,
    peek: bool,
) -> Page:
    """The page that the arguments ask for. Raises RefusedQuery."""
    ahead, back = ([name for name in names if arguments.get(name) is not None] for names in (FORWARD, BACKWARD))
    if ahead and back:
        rule = f"`{ahead[0]}` and `{back[0]}` are both given, but a page goes one way."
        way_out = "Use `first` with `after` to go forward, or `last` with `before` to go backward."
        raise RefusedQuery(rule, way_out, "PAGE_DIRECTION", node)
    size, mark = BACKWARD if back else FORWARD
    rows = page_size(size, arguments.get(size), inputs.limits, node)
    bounds = _bounds(mark, arguments.get(mark), order, fingerprint, inputs, node)
    return Page(inputs.parameter(rows), peek, bounds, bool(back))


def _bounds(
    name: str, cursor: str | None, order: tuple[Order, ...], fingerprint: str, inputs: Inputs, node: FieldNode
) -> tuple[Bound, ...]:
    if cursor is None:
        return ()
    values = cursors.decode(fingerprint, [key.kind for key in (*order, Order("id"))], cursor)
    if values is None:
        rule = f"The cursor in `{name}` was not made by this field of this dataset under this sort."
        raise RefusedQuery(rule, "Take a cursor from a page with the same sort.", "BAD_CURSOR", node)
    return tuple(Bound(None if value is None else inputs.parameter(value)) for value in values)
