"""How each step of a Plan is matched in Cypher."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from graphsvc.plan.names import OFF_RANGE, quote
from graphsvc.plan.tree import Step
from graphsvc.stores.cypher.parts import LABELS, Emits, Match, Scope, counted, held, parameter, prop
from graphsvc.stores.cypher.walks import ROOT, WALKS


def match_step(emitter: Emits, step: Step, scope: Scope) -> Match:
    found = MATCHES[step.kind](emitter, step, scope)
    if step.at is None or step.walk:
        return found
    return found._replace(conditions=(*found.conditions, held(found.dated or found.scope.here, step.at)))


def _all(emitter: Emits, step: Step, scope: Scope) -> Match:
    name = emitter.name("n")
    label = quote(step.label) if step.label else LABELS[step.thing]
    return Match(f"MATCH ({name}:{label})", Scope(name), (ROOT,) if scope.here == "v0" else ())


def _by_id(emitter: Emits, step: Step, scope: Scope) -> Match:
    name = emitter.name("n")
    assert step.parameter is not None
    label = quote(step.label) if step.label else LABELS[step.thing]
    return Match(f"MATCH ({name}:{label} {{id: {parameter(step.parameter)}}})", Scope(name), (ROOT,))


def _dataset(emitter: Emits, step: Step, scope: Scope) -> Match:
    name = emitter.name("n")
    return Match(f"MATCH ({name}:Dataset)", Scope(name), (ROOT,))


def _edges(emitter: Emits, step: Step, scope: Scope) -> Match:
    edge, node = emitter.name("e"), emitter.name("n")
    label = quote(step.label) if step.label else "Entity"
    return Match(f"MATCH {_hop(step, scope, edge, f'{node}:{label}')}", Scope(edge, node, scope.here))


def _hop(step: Step, scope: Scope, edge: str = "", node: str = "") -> str:
    types = f":{'|'.join(map(quote, step.types))}" if step.types else ""
    left, right = {"out": ("-", "->"), "in": ("<-", "-"), "both": ("-", "-")}[step.direction]
    return f"({scope.here}){left}[{edge}{types}]{right}({node})"


def _references(emitter: Emits, step: Step, scope: Scope) -> Match:
    edge, node = emitter.name("f"), emitter.name("d")
    clause = f"MATCH ({scope.here})-[{edge}:REFERENCE]->({node})"
    return Match(clause, Scope(edge, node), order=f"{edge}.number")


def _at(emitter: Emits, step: Step, scope: Scope) -> Match:
    """The things whose ids a property holds, one or a list."""
    name = emitter.name("n")
    source = prop(scope.here, step.source)
    label = LABELS[step.thing]
    if step.kind == "statements_at":
        return Match(f"MATCH ({name}:{label})", Scope(name), (f"{name}.id IN {source}",), order=f"{name}.id")
    return Match(f"MATCH ({name}:{label} {{id: {source}}})", Scope(name))


def _pattern(pattern: str, *conditions: str, distinct: bool = False) -> Callable[[Emits, Step, Scope], Match]:
    """A step to statements or documents; `{here}` stands for where it starts, `{to}` for what it finds."""

    def match(emitter: Emits, step: Step, scope: Scope) -> Match:
        names = {"here": scope.here, "to": emitter.name("n"), "via": emitter.name("s")}
        found = tuple(condition.format(**names) for condition in conditions)
        dated = names["via"] if pattern.startswith(CITED) else ""
        return Match("MATCH " + pattern.format(**names), Scope(names["to"]), found, distinct, dated=dated)

    return match


class _Apart:
    """Names for a sub-query without others in it, which sees none but the one that it starts from."""

    def name(self, prefix: str) -> str:
        return f"{prefix}0"


def count_of(step: Step, scope: Scope) -> str:
    """How many things a step finds: where it can be by the counts that Neo4j keeps of labels, and of relationships.

    One by one where a time is asked for, and where an edge leads to a thing of another class than it should.
    """
    if step.kind == "all" and not step.at:
        return f"COUNT {{ (:{quote(step.label) if step.label else LABELS[step.thing]}) }}"
    found = match_step(cast(Emits, _Apart()), step, scope)
    number = counted(found, (), found.scope.here if found.distinct else "")
    if step.kind != "edges" or not step.types or step.at:
        return number
    degree = f"COUNT {{ {_hop(step, scope)} }}"
    return f"CASE WHEN {prop(scope.here, OFF_RANGE)} IS NULL THEN {degree} ELSE {number} END" if step.label else degree


CITED = "({via}:Statement)-[:REFERENCE]->({to})"
CITING = "({here})<-[:REFERENCE]-({to})"
SEEK = "USING INDEX SEEK {}:Statement({})"
"""Without it a planner with the statistics of a small or fresh database may read the whole index."""
OPPOSED = "({here})<-[:REFERENCE]-({via}) UNWIND {via}.conflicts_with AS {via}_id MATCH ({to}:Statement)"
MATCHES: Mapping[str, Callable[[Emits, Step, Scope], Match]] = {
    "all": _all,
    "entity": _by_id,
    "statement": _by_id,
    "document": _by_id,
    "conflict": _by_id,
    "finding": _by_id,
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
    "statement_documents": _pattern("({here})-[:REFERENCE]->({to})", distinct=True),
    "document_statements": _pattern(CITING, distinct=True),
    "opposed_statements": _pattern(OPPOSED, "{to}.id = {via}_id", distinct=True),
    "sole_statements": _pattern(CITING, "{to}.sole = {here}.id", distinct=True),
    **WALKS,
}
