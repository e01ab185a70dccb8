"""Aggregates in Cypher: rows in groups, by one match for all measures. Figures are made of them in Python."""

from __future__ import annotations

from graphsvc.plan.tree import Connect
from graphsvc.stores.cypher.conditions import where
from graphsvc.stores.cypher.parts import Emits, Expression, Scope, block, clauses, counted, imports, prop
from graphsvc.stores.cypher.steps import match_step


def measured(emitter: Emits, node: Connect, scope: Scope) -> Expression:
    """What follows total and items in the row of a connection, with the comma."""
    nodes, groups = "null", Expression("[]")
    if node.apart:
        found = match_step(emitter, node.step, scope)
        nodes = counted(found, where(emitter, node.where, found.scope), found.scope.other)
    if node.measures:
        groups = _groups(emitter, node, scope)
    return Expression(f", [{nodes}, {groups.text}]" if node.apart or node.measures else "", groups.calls)


def _groups(emitter: Emits, node: Connect, scope: Scope) -> Expression:
    found = match_step(emitter, node.step, scope)
    lines = clauses(found, where(emitter, node.where, found.scope))
    if found.distinct:
        lines.append(f"WITH DISTINCT {found.scope.here}")
    columns = {}
    for each in node.measures:
        columns[emitter.name("x")] = prop(found.scope.other if each.other else found.scope.here, each.source, each.at)
    number, name = emitter.name("x"), emitter.name("c")
    lines.append(f"WITH {', '.join(f'{text} AS {column}' for column, text in columns.items())}, count(*) AS {number}")
    lines.append(f"RETURN collect([{', '.join([*columns, number])}]) AS {name}")
    return Expression(name, [block(imports(scope), lines)])
