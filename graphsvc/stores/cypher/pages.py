"""Connections in Cypher: their rows in order, from a cursor on, and how many there are."""

from __future__ import annotations

from graphsvc.plan.tree import Bound, Connect, Order
from graphsvc.stores.cypher.conditions import where
from graphsvc.stores.cypher.keysets import Branch, key_text, order_text, seek_branches
from graphsvc.stores.cypher.maps import by_counts, by_filter, by_order, mapped
from graphsvc.stores.cypher.measures import measured, number
from graphsvc.stores.cypher.parts import (
    EACH,
    Emits,
    Expression,
    Match,
    Read,
    Scope,
    again,
    block,
    clauses,
    listed,
    ordered,
    parameter,
    size,
)
from graphsvc.stores.cypher.steps import count_of, match_step


def connect(emitter: Emits, node: Connect, scope: Scope) -> Expression:
    items = _items(emitter, node, scope) if node.lists else Expression("[]")
    total = _total(emitter, node, scope) if node.counts else Expression("null")
    figures = measured(emitter, node, scope)
    return Expression(f"[{total.text}, {items.text}{figures.text}]", [*total.calls, *items.calls, *figures.calls])


def _total(emitter: Emits, node: Connect, scope: Scope) -> Expression:
    if node.where is None:
        return Expression(count_of(node.step, scope))
    return number(emitter, node, scope)


def _items(emitter: Emits, node: Connect, scope: Scope) -> Expression:
    """The maps of edges are made before they are sorted, for all are read then; those of other things after that."""
    found = match_step(emitter, node.step, scope)
    keys = (*node.order, Order("id"))
    early = node.step.kind == "edges" and not node.page.mark
    loaded = found.loading(_maps(node, keys, found.scope, sorts=early))
    rows = [value for part in node.edges for value in emitter.row(part.selection, loaded.scope)]
    mark = [listed(Expression(key_text(key, loaded.scope)) for key in keys)] if node.cursors else []
    item = listed([*mark, *rows])
    late = "" if early else loaded.scope.loads
    name = emitter.name("c")
    lines, text = _lines(emitter, node, keys, loaded if early else found, scope, item, late)
    return Expression(name, [block(scope.here, [*lines, f"RETURN collect({text}) AS {name}"])])


def _maps(node: Connect, keys: tuple[Order, ...], scope: Scope, *, sorts: bool) -> set[Read]:
    keyed, known = by_order(keys, scope), by_filter(node.where, scope) | by_counts(keys, scope)
    selections = [part.selection for part in node.edges]
    return mapped(selections, scope, keyed, known) if sorts else mapped(selections, scope, set(), known | keyed)


def _lines(
    emitter: Emits, node: Connect, keys: tuple[Order, ...], found: Match, scope: Scope, item: Expression, late: str
) -> tuple[list[str], str]:
    """What finds the page's rows in order, and the text of one item.

    Of several branches the second is not run where the first fills the page. What an index says of a row is known
    within its branch only, so an item that needs no more is made there.
    """
    limit = size(node.page.size) + (" + 1" if node.page.peek else "")
    filtered = where(emitter, node.where, found.scope)
    seeks = node.seek is not None
    branches = seek_branches(node, keys, found.scope) if seeks else [_general(node, keys, found.scope)]
    heads = [
        [*clauses(found, (*filtered, *b.conditions)), *ordered(found, b.order, f" LIMIT {limit}")] for b in branches
    ]
    if len(branches) == 1:
        return [*heads[0], *item.calls, *again(branches[0].order, item.calls, late)], item.text
    if item.calls or item.collects:
        name = found.scope.here
        calls = [*item.calls, *again(order_text(node.page, keys, found.scope), item.calls, late)]
        body = [line for head in heads for line in ("UNION ALL", *head, f"RETURN {name}")][1:]
        return [block(scope.here, body), f"WITH {name}, {EACH} LIMIT {limit}", *calls], item.text
    name = emitter.name("i")
    body = [
        line
        for head, branch in zip(heads, branches, strict=True)
        for line in ("UNION ALL", *head, *again(branch.order, item.calls, late), f"RETURN {item.text} AS {name}")
    ][1:]
    return [block(scope.here, body), f"WITH {name} LIMIT {limit}"], name


def _general(node: Connect, keys: tuple[Order, ...], scope: Scope) -> Branch:
    """The form for any order: everything is read, and sorted."""
    page = node.page
    bounds = list(zip(keys, page.mark, strict=True)) if page.mark else []
    conditions = (_beyond(bounds, scope, backward=page.backward),) if bounds else ()
    return Branch(conditions, order_text(page, keys, scope))


def _beyond(keys: list[tuple[Order, Bound]], scope: Scope, *, backward: bool) -> str:
    """Rows behind the mark's: later on the first key, or equal there and behind it on the others."""
    (key, bound), rest = keys[0], keys[1:]
    text = key_text(key, scope)
    if bound.parameter is None:
        tie = f"({text} IS NULL AND {_beyond(rest, scope, backward=backward)})"
        return f"({text} IS NOT NULL OR {tie})" if backward else tie
    value = parameter(bound.parameter)
    sign = "<" if key.descending != backward else ">"
    if not rest:
        return f"{text} {sign} {value}"
    later = f"{text} {sign} {value}" + ("" if backward else f" OR {text} IS NULL")
    return f"({later} OR ({text} = {value} AND {_beyond(rest, scope, backward=backward)}))"
