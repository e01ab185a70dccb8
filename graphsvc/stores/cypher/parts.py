"""The pieces that the Cypher of a Plan is put together from."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import indent
from typing import NamedTuple, Protocol

from graphsvc.plan.names import quote
from graphsvc.plan.tree import Field, Selection

LABELS = {"entity": "Entity", "statement": "Statement", "document": "Document", "conflict": "Conflict"}


class Scope(NamedTuple):
    """Variables: the thing at hand, the node at its other end, where an edge was come from, its place in a list."""

    here: str
    other: str = ""
    origin: str = ""
    at: str = ""


class Match(NamedTuple):
    """How a step is matched: clause, its conditions, the variables it binds, and how its rows are ordered.

    What aggregates cannot stand in a `COLLECT`.
    """

    clause: str
    scope: Scope
    conditions: tuple[str, ...] = ()
    distinct: bool = False
    order: str = ""
    aggregates: bool = False


@dataclass
class Expression:
    """Cypher text for a value, whether a `COLLECT` is in it, and the sub-queries that must stand before it."""

    text: str
    calls: list[str] = field(default_factory=list)
    collects: bool = False


class Emits(Protocol):
    """What the parts of the emitter need of one another."""

    def name(self, prefix: str) -> str:
        """A variable that no other part of the statement has."""

    def value(self, node: Field, scope: Scope) -> Expression: ...

    def row(self, selection: Selection, scope: Scope) -> Expression: ...


def parameter(index: int) -> str:
    return f"$p.v{index}"


def prop(variable: str, source: str) -> str:
    """A property of what a variable holds."""
    return f"{variable}.{quote(source)}"


def block(imports: str, body: list[str]) -> str:
    """A sub-query for each row so far."""
    return f"CALL ({imports}) {{\n{indent(chr(10).join(body), '  ')}\n}}"


def imports(scope: Scope) -> str:
    return ", ".join(dict.fromkeys(name for name in scope if name))


def clauses(match: Match, conditions: tuple[str, ...] = ()) -> list[str]:
    everything = [*match.conditions, *conditions]
    return [match.clause, *([f"WHERE {' AND '.join(everything)}"] if everything else [])]


def ordered(match: Match, order: str, limit: str = "") -> list[str]:
    distinct = "DISTINCT " if match.distinct else ""
    if not (order or distinct or limit):
        return []
    return [f"WITH {distinct}{imports(match.scope)}" + (f" ORDER BY {order}" if order else "") + limit]
