"""Filters in Cypher. Each is true or not: NOT sees null as false, as the embedded store does."""

from __future__ import annotations

from graphsvc.plan.tree import Compare, Either, Every, Filter, Not
from graphsvc.stores.cypher.parts import Emits, Scope, parameter, prop

COMPARISONS = {
    "eq": "{0} = {1}",
    "in": "{0} IN {1}",
    "list eq": "coalesce({0}, []) = {1}",
    "list includes": "{1} IN coalesce({0}, [])",
    "absent": "{0} IS NULL",
}


def where(emitter: Emits, node: Filter | None, scope: Scope) -> tuple[str, ...]:
    return (condition(emitter, node, scope),) if node else ()


def condition(emitter: Emits, node: Filter, scope: Scope) -> str:
    match node:
        case Every():
            return _joined(emitter, node.filters, " AND ", "true", scope)
        case Either():
            # never: said of a property, for a plain `false` would make the planner drop what a hint speaks of
            return _joined(emitter, node.filters, " OR ", f"{scope.here}.id IS NULL", scope)
        case Not():
            return f"NOT coalesce({condition(emitter, node.filter, scope)}, false)"
        case Compare():
            text = prop(scope.other if node.other else scope.here, node.source, node.at)
            value = "" if node.parameter is None else parameter(node.parameter)
            return COMPARISONS[node.operator].format(text, value)


def _joined(emitter: Emits, filters: tuple[Filter, ...], word: str, empty: str, scope: Scope) -> str:
    return f"({word.join(condition(emitter, inner, scope) for inner in filters)})" if filters else empty
