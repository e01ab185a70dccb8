"""Connections in Cypher: their rows in order, from a cursor on, and how many there are."""

from __future__ import annotations

from textwrap import indent

from graphsvc.plan.tree import Bound, Connect, Order, Page
from graphsvc.stores.cypher.conditions import condition, relates
from graphsvc.stores.cypher.parts import Emits, Expression, Scope, block, clauses, imports, ordered, parameter, prop
from graphsvc.stores.cypher.steps import count_of, match_step


def connect(emitter: Emits, node: Connect, scope: Scope) -> Expression:
    items = _items(emitter, node, scope) if node.lists else Expression("[]")
    total = _total(emitter, node, scope) if node.counts else Expression("null")
    return Expression(f"[{total.text}, {items.text}]", [*total.calls, *items.calls])


def _total(emitter: Emits, node: Connect, scope: Scope) -> Expression:
    """A filter by what is related may aggregate, which nothing within `collect` may."""
    found = match_step(emitter, node.step, scope)
    lines = clauses(found, _where(emitter, node, found.scope))
    if node.where and relates(node.where):
        name, what = emitter.name("c"), f"DISTINCT {found.scope.here}" if found.distinct else "*"
        return Expression(name, [block(imports(scope), [*lines, f"RETURN count({what}) AS {name}"])])
    if found.distinct:
        lines.append(f"RETURN DISTINCT {found.scope.here}")
    return Expression("COUNT {\n" + indent("\n".join(lines), "  ") + "\n}")


def _items(emitter: Emits, node: Connect, scope: Scope) -> Expression:
    found = match_step(emitter, node.step, scope)
    rows = [emitter.row(part.selection, found.scope) for part in node.edges]
    calls = [call for row in rows for call in row.calls]
    keys = (*node.order, Order("id"))
    conditions = (*_where(emitter, node, found.scope), *_after(node.page, keys, found.scope))
    limit = f" LIMIT {parameter(node.page.first)}" + (" + 1" if node.page.peek else "")
    order = ", ".join(_order_key(key, found.scope) for key in keys)
    cursor = f"[{', '.join(_key(key, found.scope) for key in keys)}]" if node.cursors else "null"
    text = f"[{', '.join([cursor, *(row.text for row in rows)])}]"
    head = [*clauses(found, conditions), *ordered(found, order, limit)]
    name = emitter.name("c")
    again = [f"WITH * ORDER BY {order}"] if calls else []
    body = [*head, *calls, *again, f"RETURN collect({text}) AS {name}"]
    return Expression(name, [block(imports(scope), body)])


def _where(emitter: Emits, node: Connect, scope: Scope) -> tuple[str, ...]:
    return (condition(emitter, node.where, scope),) if node.where else ()


def _key(key: Order, scope: Scope) -> str:
    start = scope.other if key.other else scope.here
    return count_of(key.count, Scope(start)) if key.count else prop(start, key.source)


def _order_key(key: Order, scope: Scope) -> str:
    text = _key(key, scope)
    absent = "" if key.count else f"{text} IS NULL, "
    return f"{absent}{text} DESC" if key.descending else text


def _after(page: Page, keys: tuple[Order, ...], scope: Scope) -> tuple[str, ...]:
    if not page.after:
        return ()
    return (_beyond(list(zip(keys, page.after, strict=True)), scope),)


def _beyond(keys: list[tuple[Order, Bound]], scope: Scope) -> str:
    """Rows behind the cursor's: later on the first key, or equal there and behind it on the others."""
    (key, bound), rest = keys[0], keys[1:]
    text = _key(key, scope)
    if bound.parameter is None:
        return f"({text} IS NULL AND {_beyond(rest, scope)})"
    value = parameter(bound.parameter)
    if not rest:
        return f"{text} > {value}"
    later = f"{text} {'<' if key.descending else '>'} {value} OR {text} IS NULL"
    return f"({later} OR ({text} = {value} AND {_beyond(rest, scope)}))"
