"""Aggregates in Cypher: rows in groups, by one match for all measures. Figures are made of them in Python."""

from __future__ import annotations

from graphsvc.plan.tree import Connect
from graphsvc.stores.cypher.conditions import relates, where
from graphsvc.stores.cypher.parts import EACH, Emits, Expression, Scope, block, clauses, counted, prop
from graphsvc.stores.cypher.steps import match_step


def measured(emitter: Emits, node: Connect, scope: Scope) -> Expression:
    """What follows total and items in the row of a connection, with the comma."""
    nodes = number(emitter, node, scope, nodes=True) if node.apart else Expression("null")
    groups = _groups(emitter, node, scope) if node.measures else Expression("[]")
    text = f", [{nodes.text}, {groups.text}]" if node.apart or node.measures else ""
    return Expression(text, [*nodes.calls, *groups.calls])


def number(emitter: Emits, node: Connect, scope: Scope, *, nodes: bool = False) -> Expression:
    """How many rows the filter leaves, or how many nodes are at their other ends.

    A filter by what is related may aggregate, which nothing within `collect` may.
    """
    found = match_step(emitter, node.step, scope)
    indexed = (f"{found.scope.here}.id IS NOT NULL",) if node.seek else ()
    conditions = (*where(emitter, node.where, found.scope), *indexed)
    distinct = found.scope.other if nodes else found.scope.here if found.distinct else ""
    if not (node.where and relates(node.where)):
        return Expression(counted(found, conditions, distinct))
    name, what = emitter.name("c"), f"DISTINCT {distinct}" if distinct else "*"
    return Expression(name, [block(scope.here, [*clauses(found, conditions), f"RETURN count({what}) AS {name}"])])


def _groups(emitter: Emits, node: Connect, scope: Scope) -> Expression:
    found = match_step(emitter, node.step, scope)
    lines = clauses(found, where(emitter, node.where, found.scope))
    if found.distinct:
        lines.append(f"WITH DISTINCT {found.scope.here}, {EACH}")
    columns = {}
    for each in node.measures:
        columns[emitter.name("x")] = prop(found.scope.other if each.other else found.scope.here, each.source, each.at)
    number, name = emitter.name("x"), emitter.name("c")
    lines.append(f"WITH {', '.join(f'{text} AS {column}' for column, text in columns.items())}, count(*) AS {number}")
    lines.append(f"RETURN collect([{', '.join([*columns, number])}]) AS {name}")
    return Expression(name, [block(scope.here, lines)])
