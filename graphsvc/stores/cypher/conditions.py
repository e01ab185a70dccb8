"""Filters in Cypher. Each is true or not: NOT sees null as false, as the embedded store does.

NOT is moved inwards to the comparisons and sub-queries: what Neo4j cannot plan as a (semi, anti) join, such as EXISTS
in a function or COUNT in COUNT, it plans anew at every level around it, in three times the time for each.
"""

from __future__ import annotations

from textwrap import indent

from graphsvc.plan.tree import Compare, Either, Every, Filter, Not, Related
from graphsvc.stores.cypher.parts import Emits, Scope, block, clauses, parameter, prop
from graphsvc.stores.cypher.steps import count_of, match_step

COMPARISONS = {
    "eq": "{0} = {1}",
    "in": "{0} IN {1}",
    "lt": "{0} < {1}",
    "lte": "{0} <= {1}",
    "gt": "{0} > {1}",
    "gte": "{0} >= {1}",
    "contains": "{0} CONTAINS {1}",
    "startsWith": "{0} STARTS WITH {1}",
    "endsWith": "{0} ENDS WITH {1}",
    "list eq": "coalesce({0}, []) = {1}",
    "list includes": "{1} IN coalesce({0}, [])",
    "absent": "{0} IS NULL",
}


def where(emitter: Emits, node: Filter | None, scope: Scope) -> tuple[str, ...]:
    return (condition(emitter, node, scope),) if node else ()


def condition(emitter: Emits, node: Filter, scope: Scope, *, negated: bool = False) -> str:
    match node:
        case Every() | Either():
            return _joined(emitter, node, scope, negated)
        case Not():
            return condition(emitter, node.filter, scope, negated=not negated)
        case Compare():
            text = prop(scope.other if node.other else scope.here, node.source, node.at)
            if negated and node.operator == "absent":
                return f"{text} IS NOT NULL"
            value = "" if node.parameter is None else parameter(node.parameter)
            text = COMPARISONS[node.operator].format(text, value)
            return f"NOT coalesce({text}, false)" if negated else text
        case Related():
            return "NOT " * negated + _related(emitter, node, scope)


def relates(node: Filter) -> bool:
    """Whether there is a sub-query in a filter."""
    match node:
        case Every() | Either():
            return any(map(relates, node.filters))
        case Not():
            return relates(node.filter)
        case _:
            return isinstance(node, Related)


def _joined(emitter: Emits, node: Every | Either, scope: Scope, negated: bool) -> str:
    every = isinstance(node, Every) is not negated
    if not node.filters:
        # never: said of a property, for a plain `false` would make the planner drop what a hint speaks of
        return "true" if every else f"{scope.here}.id IS NULL"
    word = " AND " if every else " OR "
    return f"({word.join(condition(emitter, inner, scope, negated=negated) for inner in node.filters)})"


def _related(emitter: Emits, node: Related, scope: Scope) -> str:
    start = Scope(scope.other if node.other else scope.here)
    compared = COMPARISONS[node.operator] if node.operator else ""
    value = "" if node.parameter is None else parameter(node.parameter)
    if compared and not node.where:
        return f"({compared.format(count_of(node.step, start), value)})"
    found = match_step(emitter, node.step, start)
    lines = clauses(found, (condition(emitter, node.where, found.scope),) if node.where else ())
    if compared:
        # in a CALL of its own, for in EXISTS alone Neo4j counts by what is outside, and so never to 0
        number = emitter.name("k")
        what = f"DISTINCT {found.scope.here}" if found.distinct else "*"
        lines = [block(start.here, [*lines, f"RETURN count({what}) AS {number}"])]
        lines += ["WITH *", f"WHERE {compared.format(number, value)}", f"RETURN {number}"]
    return f"EXISTS {{\n{indent(chr(10).join(lines), '  ')}\n}}"
