"""The pieces that the Cypher of a Plan is put together from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from textwrap import indent
from typing import NamedTuple, Protocol

from graphsvc.plan.names import quote
from graphsvc.plan.tree import Field, Selection
from graphsvc.plan.valid import SURE, VALID, AsOf

LABELS = {thing: thing.capitalize() for thing in ("entity", "statement", "document", "conflict", "finding")}


Read = tuple[str, str]
"""A variable, and a property of it."""


class Scope(NamedTuple):
    """Variables: the thing at hand, the node at its other end, where an edge was come from, its place in a list.

    `maps`: the properties that are in a map, which has the name of what they are of with a `p`.
    """

    here: str
    other: str = ""
    origin: str = ""
    at: str = ""
    maps: frozenset[Read] = frozenset()

    def read(self, source: str, at: AsOf | None = None, *, other: bool = False) -> str:
        variable = self.other if other else self.here
        if at:
            return prop(variable, source, at)
        return prop(f"{variable}p" if (variable, source) in self.maps else variable, source)

    @property
    def loads(self) -> str:
        """The maps, each with a comma before it."""
        sources: dict[str, list[str]] = {}
        for variable, source in sorted(self.maps):
            sources.setdefault(variable, []).append(f".{quote(source)}")
        return "".join(f", {variable} {{{', '.join(some)}}} AS {variable}p" for variable, some in sources.items())


class Match(NamedTuple):
    """How a step is matched: clause, its conditions, the variables it binds, and how its rows are ordered.

    `dated` is what the time of the step is asked of, if not of what it finds. What aggregates cannot stand in a
    `COLLECT`.
    """

    clause: str
    scope: Scope
    conditions: tuple[str, ...] = ()
    distinct: bool = False
    order: str = ""
    dated: str = ""
    aggregates: bool = False

    def loading(self, maps: set[Read]) -> Match:
        return self._replace(scope=self.scope._replace(maps=frozenset(maps)))


@dataclass
class Expression:
    """Cypher text for a value, whether a `COLLECT` is in it, and the sub-queries that must stand before it."""

    text: str
    calls: list[str] = field(default_factory=list)
    collects: bool = False


def listed(values: Iterable[Expression]) -> Expression:
    every = list(values)
    calls = [call for value in every for call in value.calls]
    return Expression(f"[{', '.join(value.text for value in every)}]", calls, any(value.collects for value in every))


class Emits(Protocol):
    """What the parts of the emitter need of one another."""

    def name(self, prefix: str) -> str:
        """A variable that no other part of the statement has."""

    def value(self, node: Field, scope: Scope) -> Expression: ...

    def row(self, selection: Selection, scope: Scope) -> Iterator[Expression]:
        """Its values, as `plan.tree` says."""


EACH = "each"
"""The variable for the values of one read; several of the same tree go in one statement."""


def parameter(index: int) -> str:
    return f"{EACH}.v{index}"


def size(index: int) -> str:
    """A value behind LIMIT, which takes no variable: it is the same for all reads of a statement."""
    return f"$p.v{index}"


def sizes(text: str) -> tuple[int, ...]:
    """The values that stand behind LIMIT in a text; what is quoted in it is a name."""
    return tuple(sorted({int(index) for index in re.findall(r"`[^`]*`|\$p\.v(\d+)", text) if index}))


def prop(variable: str, source: str, at: AsOf | None = None) -> str:
    """A property of what a variable holds, or held then."""
    text = f"{variable}.{quote(source)}"
    return _dated(variable, source, text, at) if at else text


def _dated(variable: str, source: str, text: str, at: AsOf) -> str:
    """The last value that may have held, or the one that held for sure; of a list all such, each once, or nothing.

    What has no periods is undated: it shows as it is, but nobody is sure of it.
    """
    kind = "sure" if at.certain else "valid"
    first, last, values = (prop(variable, f"{source}__{kind}_{part}") for part in ("first", "last", "values"))
    days = parameter(at.first), parameter(at.last)
    begun, ended = days if at.certain else days[::-1]
    size = f"coalesce(size({first}), 0)" if at.certain else f"size({first})"
    found = f"[i IN range(0, {size} - 1) WHERE {first}[i] <= {begun} AND {ended} <= {last}[i] | {values}[i]]"
    if at.many:
        each = f"reduce(seen = [], value IN {found} | CASE WHEN value IN seen THEN seen ELSE seen + value END)"
        found = f"nullIf({each}, [])"
    else:
        found = f"last({found})"
    return found if at.certain else f"CASE WHEN {first} IS NULL THEN {text} ELSE {found} END"


def held(variable: str, at: AsOf) -> str:
    """Whether an edge or statement held at a time; a missing bound is unknown."""
    first, last = (prop(variable, name) for name in (SURE if at.certain else VALID))
    start, end = parameter(at.first), parameter(at.last)
    if at.certain:
        return f"{first} <= {start} AND {end} <= {last}"
    return f"coalesce({first} <= {end}, true) AND coalesce({start} <= {last}, true)"


def call(variables: str, body: list[str]) -> str:
    """A sub-query for each row so far, which sees some variables."""
    return f"CALL ({variables}) {{\n{indent(chr(10).join(body), '  ')}\n}}"


def block(variable: str, body: list[str]) -> str:
    """One that sees the values, too."""
    return call(f"{variable}, {EACH}", body)


def clauses(match: Match, conditions: tuple[str, ...] = ()) -> list[str]:
    everything = [*match.conditions, *conditions]
    return [match.clause, *([f"WHERE {' AND '.join(everything)}"] if everything else [])]


def counted(match: Match, conditions: tuple[str, ...], distinct: str = "") -> str:
    """The number of rows, or of what a variable is in them."""
    lines = [*clauses(match, conditions), *([f"RETURN DISTINCT {distinct}"] if distinct else [])]
    return "COUNT {\n" + indent("\n".join(lines), "  ") + "\n}"


def again(order: str, calls: list[str], loads: str = "") -> list[str]:
    """The order once more before rows are collected: what sub-queries keep of it is not documented."""
    return [f"WITH *{loads} ORDER BY {order}"] if order and (calls or loads) else []


def ordered(match: Match, order: str, limit: str = "") -> list[str]:
    """The rows in order, each with its maps."""
    here, other, origin, at, _ = match.scope
    names, loads = ", ".join(dict.fromkeys(name for name in (here, other, origin, at, EACH) if name)), match.scope.loads
    last = (f" ORDER BY {order}" if order else "") + limit
    if match.distinct:
        return [f"WITH DISTINCT {names}{last}", *[f"WITH {names}{loads}{last}"] * bool(loads)]
    return [f"WITH {names}{loads}{last}"] if last or loads else []
