"""A Plan -> one Cypher statement. Pure.

The statement returns one record with one value: [[revision, pending], [value of each root], [revision,
pending]]. The two reads of the dataset's revision tell a torn read, for Neo4j is read committed. Levels
nest by `CALL`, for `COLLECT` doubles the planning time with every level and is kept for the leaves.
Values are in the one parameter `p`, as a map from `v<index>`, so that no value makes Neo4j plan anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from textwrap import indent
from typing import NamedTuple

from graphsvc.plan.names import quote
from graphsvc.plan.tree import (
    Bound,
    Compare,
    Connect,
    Cursor,
    Either,
    Every,
    Field,
    Filter,
    Leaf,
    Many,
    Not,
    One,
    Order,
    Page,
    Plan,
    Selection,
    Step,
    Typename,
)

LABELS = {"entity": "Entity", "statement": "Statement", "document": "Document", "conflict": "Conflict"}


class Scope(NamedTuple):
    """Variables: the thing at hand, the node at its other end, and where an edge was come from."""

    here: str
    other: str = ""
    origin: str = ""


class Match(NamedTuple):
    """How a step is matched: clause, its conditions, the variables it binds, and how its rows are ordered."""

    clause: str
    scope: Scope
    conditions: tuple[str, ...] = ()
    distinct: bool = False
    order: str = ""


@dataclass
class Expression:
    """Cypher text for a value, whether a `COLLECT` is in it, and the sub-queries that must stand before it."""

    text: str
    calls: list[str] = field(default_factory=list)
    collects: bool = False


def parameters(plan: Plan) -> dict[str, dict[str, object]]:
    """The value of `$p` for a Plan."""
    return {"p": {f"v{index}": value for index, value in enumerate(plan.values)}}


@lru_cache(maxsize=512)
def statement(roots: tuple[Field, ...]) -> str:
    """The Cypher for the roots of a Plan: the same text for the same tree."""
    return _Emitter().statement(roots)


def _parameter(index: int) -> str:
    return f"$p.v{index}"


def _property(variable: str, source: str) -> str:
    return f"{variable}.{quote(source)}"


def _block(imports: str, body: list[str]) -> str:
    return f"CALL ({imports}) {{\n{indent(chr(10).join(body), '  ')}\n}}"


class _Emitter:
    def __init__(self) -> None:
        self.count = 0

    def name(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}{self.count}"

    def statement(self, roots: tuple[Field, ...]) -> str:
        names = [f"r{index}" for index in range(len(roots))]
        lines = ["MATCH (d0:Dataset)", "WITH [d0.revision, d0.pending] AS v0"]
        for name, root in zip(names, roots, strict=True):
            value = self.value(root, Scope("v0"))
            lines.append(_block("v0", [*value.calls, f"RETURN {value.text} AS {name}"]))
        answer = f"[{', '.join(names)}]"
        last = ["MATCH (d1:Dataset)", f"WHERE size({answer}) >= 0", "RETURN [d1.revision, d1.pending] AS v1"]
        return "\n".join([*lines, _block(", ".join(names), last), f"RETURN [v0, {answer}, v1] AS answer"])

    def value(self, node: Field, scope: Scope) -> Expression:
        match node:
            case Leaf():
                return Expression(self.leaf(node, scope))
            case Typename() | Cursor():
                return Expression("null")
            case One(step=Step(kind="same")):
                return self.row(node.selection, scope)
            case One(step=Step(kind="other")):
                return self.row(node.selection, Scope(scope.other))
            case One() | Many():
                return self.follow(node, scope)
            case Connect():
                return self.connect(node, scope)

    def leaf(self, leaf: Leaf, scope: Scope) -> str:
        if leaf.source == "direction":
            return f"CASE WHEN startNode({scope.here}) = {scope.origin} THEN 'OUT' ELSE 'IN' END"
        return f"properties({scope.here})" if leaf.source == "*" else _property(scope.here, leaf.source)

    def row(self, selection: Selection, scope: Scope) -> Expression:
        values = [self.value(inner, scope) for inner in selection.fields]
        head = [_property(scope.here, "type")] if selection.typed else []
        calls = [call for value in values for call in value.calls]
        text = f"[{', '.join([*head, *(value.text for value in values)])}]"
        return Expression(text, calls, any(value.collects for value in values))

    def follow(self, node: One | Many, scope: Scope) -> Expression:
        """A plain list, or its only row."""
        match = self.match(node.step, scope)
        row = self.row(node.selection, match.scope)
        ordered = self.sorted(match, match.order)
        head = [*self.clauses(match, ()), *ordered]
        collects = not (row.calls or row.collects)
        if not collects:
            name = self.name("c")
            again = ordered if match.order else []
            body = [*head, *row.calls, *self.carry(again), f"RETURN collect({row.text}) AS {name}"]
            found = Expression(name, [_block(self.imports(scope), body)])
        else:
            found = Expression("COLLECT {\n" + indent("\n".join([*head, f"RETURN {row.text}"]), "  ") + "\n}")
        return Expression(found.text if isinstance(node, Many) else f"head({found.text})", found.calls, collects)

    def imports(self, scope: Scope) -> str:
        return ", ".join(dict.fromkeys(name for name in scope if name))

    def carry(self, ordered: list[str]) -> list[str]:
        """The order once more before rows are collected: what sub-queries keep of it is not documented."""
        return [f"WITH * ORDER BY {line.partition(' ORDER BY ')[2]}" for line in ordered]

    def clauses(self, match: Match, conditions: tuple[str, ...]) -> list[str]:
        everything = [*match.conditions, *conditions]
        return [match.clause, *([f"WHERE {' AND '.join(everything)}"] if everything else [])]

    def sorted(self, match: Match, order: str, limit: str = "") -> list[str]:
        names = ", ".join(dict.fromkeys(name for name in match.scope if name))
        distinct = "DISTINCT " if match.distinct else ""
        if not (order or distinct or limit):
            return []
        return [f"WITH {distinct}{names}" + (f" ORDER BY {order}" if order else "") + limit]

    # Connections

    def connect(self, node: Connect, scope: Scope) -> Expression:
        items = self.items(node, scope) if node.lists else Expression("[]")
        total = self.total(node, scope) if node.counts else "null"
        return Expression(f"[{total}, {items.text}]", items.calls)

    def total(self, node: Connect, scope: Scope) -> str:
        match = self.match(node.step, scope)
        where = self.where(node.where, match.scope)
        lines = self.clauses(match, where)
        if match.distinct:
            lines.append(f"RETURN DISTINCT {match.scope.here}")
        return "COUNT {\n" + indent("\n".join(lines), "  ") + "\n}"

    def items(self, node: Connect, scope: Scope) -> Expression:
        match = self.match(node.step, scope)
        rows = [self.row(part.selection, match.scope) for part in node.edges]
        calls = [call for row in rows for call in row.calls]
        keys = (*node.order, Order("id"))
        conditions = (*self.where(node.where, match.scope), *self.after(node.page, keys, match.scope))
        limit = f" LIMIT {_parameter(node.page.first)}" + (" + 1" if node.page.peek else "")
        order = ", ".join(self.order_key(key, match.scope) for key in keys)
        cursor = f"[{', '.join(self.key(key, match.scope) for key in keys)}]" if node.cursors else "null"
        text = f"[{', '.join([cursor, *(row.text for row in rows)])}]"
        head = [*self.clauses(match, conditions), *self.sorted(match, order, limit)]
        name = self.name("c")
        again = [f"WITH * ORDER BY {order}"] if calls else []
        body = [*head, *calls, *again, f"RETURN collect({text}) AS {name}"]
        return Expression(name, [_block(self.imports(scope), body)])

    def key(self, key: Order, scope: Scope) -> str:
        return _property(scope.other if key.other else scope.here, key.source)

    def order_key(self, key: Order, scope: Scope) -> str:
        text = self.key(key, scope)
        return f"{text} IS NULL, {text} DESC" if key.descending else text

    def after(self, page: Page, keys: tuple[Order, ...], scope: Scope) -> tuple[str, ...]:
        if not page.after:
            return ()
        return (self.beyond(list(zip(keys, page.after, strict=True)), scope),)

    def beyond(self, keys: list[tuple[Order, Bound]], scope: Scope) -> str:
        """Rows behind the cursor's: later on the first key, or equal there and behind it on the others."""
        (key, bound), rest = keys[0], keys[1:]
        text = self.key(key, scope)
        if bound.parameter is None:
            return f"({text} IS NULL AND {self.beyond(rest, scope)})"
        value = _parameter(bound.parameter)
        if not rest:
            return f"{text} > {value}"
        later = f"{text} {'<' if key.descending else '>'} {value} OR {text} IS NULL"
        return f"({later} OR ({text} = {value} AND {self.beyond(rest, scope)}))"

    # Filters

    def where(self, node: Filter | None, scope: Scope) -> tuple[str, ...]:
        return (self.condition(node, scope),) if node else ()

    def condition(self, node: Filter, scope: Scope) -> str:
        match node:
            case Every():
                return self.joined(node.filters, " AND ", "true", scope)
            case Either():
                # never: said of a property, for a plain `false` would make the planner drop what a hint speaks of
                return self.joined(node.filters, " OR ", f"{scope.here}.id IS NULL", scope)
            case Not():
                return f"NOT coalesce({self.condition(node.filter, scope)}, false)"
            case Compare():
                text = _property(scope.other if node.other else scope.here, node.source)
                value = "" if node.parameter is None else _parameter(node.parameter)
                return COMPARISONS[node.operator].format(text, value)

    def joined(self, filters: tuple[Filter, ...], word: str, empty: str, scope: Scope) -> str:
        return f"({word.join(self.condition(inner, scope) for inner in filters)})" if filters else empty

    # Steps

    def match(self, step: Step, scope: Scope) -> Match:
        return MATCHES[step.kind](self, step, scope)


COMPARISONS = {
    "eq": "{0} = {1}",
    "in": "{0} IN {1}",
    "list eq": "coalesce({0}, []) = {1}",
    "list includes": "{1} IN coalesce({0}, [])",
    "absent": "{0} IS NULL",
}


def _all(emitter: _Emitter, step: Step, scope: Scope) -> Match:
    name = emitter.name("n")
    label = quote(step.label) if step.label else LABELS[step.thing]
    return Match(f"MATCH ({name}:{label})", Scope(name), ("size(v0) = 2",) if scope.here == "v0" else ())


def _by_id(emitter: _Emitter, step: Step, scope: Scope) -> Match:
    name = emitter.name("n")
    assert step.parameter is not None
    clause = f"MATCH ({name}:{LABELS[step.thing]} {{id: {_parameter(step.parameter)}}})"
    label = (f"{name}:{quote(step.label)}",) if step.label else ()
    return Match(clause, Scope(name), ("size(v0) = 2", *label))


def _dataset(emitter: _Emitter, step: Step, scope: Scope) -> Match:
    name = emitter.name("n")
    return Match(f"MATCH ({name}:Dataset)", Scope(name), ("size(v0) = 2",))


def _edges(emitter: _Emitter, step: Step, scope: Scope) -> Match:
    edge, node = emitter.name("e"), emitter.name("n")
    types = f":{'|'.join(map(quote, step.types))}" if step.types else ""
    left, right = {"out": ("-", "->"), "in": ("<-", "-"), "both": ("-", "-")}[step.direction]
    label = quote(step.label) if step.label else "Entity"
    clause = f"MATCH ({scope.here}){left}[{edge}{types}]{right}({node}:{label})"
    return Match(clause, Scope(edge, node, scope.here))


def _references(emitter: _Emitter, step: Step, scope: Scope) -> Match:
    edge, node = emitter.name("f"), emitter.name("d")
    clause = f"MATCH ({scope.here})-[{edge}:REFERENCE]->({node}:Document)"
    return Match(clause, Scope(edge, node), order=f"{edge}.number")


def _at(emitter: _Emitter, step: Step, scope: Scope) -> Match:
    """The things whose ids a property holds, one or a list."""
    name = emitter.name("n")
    source = _property(scope.here, step.source)
    label = LABELS[step.thing]
    if step.kind == "statements_at":
        return Match(f"MATCH ({name}:{label})", Scope(name), (f"{name}.id IN {source}",), order=f"{name}.id")
    return Match(f"MATCH ({name}:{label} {{id: {source}}})", Scope(name))


def _pattern(pattern: str, *conditions: str, distinct: bool = False) -> Callable[[_Emitter, Step, Scope], Match]:
    """A step to statements or documents; `{here}` stands for where it starts, `{to}` for what it finds."""

    def match(emitter: _Emitter, step: Step, scope: Scope) -> Match:
        names = {"here": scope.here, "to": emitter.name("n"), "via": emitter.name("s")}
        found = tuple(condition.format(**names) for condition in conditions)
        return Match("MATCH " + pattern.format(**names), Scope(names["to"]), found, distinct)

    return match


CITED = "({via}:Statement)-[:REFERENCE]->({to}:Document)"
CITING = "({here})<-[:REFERENCE]-({to}:Statement)"
SEEK = "USING INDEX SEEK {}:Statement({})"
"""Without it a planner with the statistics of a small or fresh database may read the whole index."""
MATCHES: Mapping[str, Callable[[_Emitter, Step, Scope], Match]] = {
    "all": _all,
    "entity": _by_id,
    "statement": _by_id,
    "document": _by_id,
    "dataset": _dataset,
    "edges": _edges,
    "references": _references,
    "entity_at": _at,
    "statement_at": _at,
    "statements_at": _at,
    "claim_statements": _pattern("({to}:Statement) " + SEEK.format("{to}", "claim"), "{to}.claim = {here}.id"),
    "entity_statements": _pattern("({to}:Statement) " + SEEK.format("{to}", "subject"), "{to}.subject = {here}.id"),
    "claim_documents": _pattern(CITED + " " + SEEK.format("{via}", "claim"), "{via}.claim = {here}.id", distinct=True),
    "entity_documents": _pattern(CITED, "({via}.subject = {here}.id OR {via}.object = {here}.id)", distinct=True),
    "document_statements": _pattern(CITING, distinct=True),
    "sole_statements": _pattern(CITING, "{to}.sole = {here}.id", distinct=True),
}
