"""Properties that Neo4j reads in one pass over a node or relationship: those that a map of it holds.

Not what a filter, an order or a further step reads too: Neo4j keeps that, and then reads every property of the map by
itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from graphsvc.plan.tree import (
    Choice,
    Compare,
    Connect,
    Either,
    Every,
    Field,
    Filter,
    Leaf,
    Many,
    Not,
    One,
    Order,
    Related,
    Selection,
    Step,
)
from graphsvc.stores.cypher.parts import Read, Scope

BY_ID = frozenset(["claim_statements", "claim_documents", "entity_statements", "entity_documents", "sole_statements"])
NO_PROPERTIES = ("*", "direction")


def mapped(selections: Iterable[Selection], scope: Scope, sorts: set[Read], known: set[Read]) -> set[Read]:
    """What rows and the order read, but nothing else does."""
    rows, steps = set(sorts), set(known)
    for selection in selections:
        _read(selection, scope, rows, steps)
    return rows - steps


def _read(selection: Selection, scope: Scope, rows: set[Read], steps: set[Read]) -> None:
    if selection.typed:
        rows.add((scope.here, "type"))
    for field in selection.fields:
        match field:
            case Leaf(at=None) if field.source not in NO_PROPERTIES:
                rows.add((scope.here, field.source))
            case One(step=Step(kind="same")):
                _read(field.selection, scope, rows, steps)
            case One(step=Step(kind="other")):
                _read(field.selection, Scope(scope.other), rows, steps)
            case _:
                steps.update(_started(field, scope.here))


def _started(field: Field, variable: str) -> set[Read]:
    match field:
        case Choice():
            return {read for one in field.fields for read in by_step(one.step, variable)}
        case One() | Many() | Connect():
            return by_step(field.step, variable)
        case _:
            return set()


def by_step(step: Step, variable: str) -> set[Read]:
    """What a step reads of the thing it starts from."""
    source = step.source or ("id" if step.kind in BY_ID else "")
    return {(variable, source)} if source else set()


def by_order(keys: Iterable[Order], scope: Scope) -> set[Read]:
    return {(scope.other if key.other else scope.here, key.source) for key in keys if not (key.count or key.at)}


def by_counts(keys: Iterable[Order], scope: Scope) -> set[Read]:
    counts = [(key.count, scope.other if key.other else scope.here) for key in keys if key.count]
    return {read for count, variable in counts for read in by_step(count, variable)}


def by_filter(node: Filter | None, scope: Scope) -> set[Read]:
    match node:
        case Every() | Either():
            return {read for inner in node.filters for read in by_filter(inner, scope)}
        case Not():
            return by_filter(node.filter, scope)
        case Compare():
            return {(scope.other if node.other else scope.here, node.source)}
        case Related():
            return by_step(node.step, scope.other if node.other else scope.here)
        case None:
            return set()
