"""Filters in Cypher. Each is true or not: NOT sees null as false, as the embedded store does."""

from __future__ import annotations

from textwrap import indent

from graphsvc.plan.tree import Compare, Either, Every, Filter, Not, Related
from graphsvc.stores.cypher.parts import Emits, Scope, clauses, parameter, prop
from graphsvc.stores.cypher.steps import match_step

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


def condition(emitter: Emits, node: Filter, scope: Scope) -> str:
    match node:
        case Every():
            return _joined(emitter, node.filters, " AND ", "true", scope)
        case Either():
            # never: said of a property, for a plain `false` would make the planner drop what a hint speaks of
            return _joined(emitter, node.filters, " OR ", f"{scope.here}.id IS NULL", scope)
        case Not(filter=Related()):
            # never null; and what Neo4j plans as an anti join must stand alone
            return f"NOT {condition(emitter, node.filter, scope)}"
        case Not():
            return f"NOT coalesce({condition(emitter, node.filter, scope)}, false)"
        case Compare():
            text = prop(scope.other if node.other else scope.here, node.source)
            value = "" if node.parameter is None else parameter(node.parameter)
            return COMPARISONS[node.operator].format(text, value)
        case Related():
            return _related(emitter, node, scope)


def _related(emitter: Emits, node: Related, scope: Scope) -> str:
    found = match_step(emitter, node.step, Scope(scope.other if node.other else scope.here))
    lines = clauses(found, (condition(emitter, node.where, found.scope),) if node.where else ())
    if node.parameter is None:
        return _subquery("EXISTS", lines)
    if found.distinct:
        lines.append(f"RETURN DISTINCT {found.scope.here}")
    return COMPARISONS[node.operator].format(_subquery("COUNT", lines), parameter(node.parameter))


def _subquery(kind: str, lines: list[str]) -> str:
    return f"{kind} {{\n{indent(chr(10).join(lines), '  ')}\n}}"


def _joined(emitter: Emits, filters: tuple[Filter, ...], word: str, empty: str, scope: Scope) -> str:
    return f"({word.join(condition(emitter, inner, scope) for inner in filters)})" if filters else empty
