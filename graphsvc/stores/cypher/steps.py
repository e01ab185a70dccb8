"""How each step of a Plan is matched in Cypher."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graphsvc.plan.names import quote
from graphsvc.plan.tree import Step
from graphsvc.stores.cypher.parts import LABELS, Emits, Match, Scope, parameter, prop
from graphsvc.stores.cypher.walks import WALKS


def match_step(emitter: Emits, step: Step, scope: Scope) -> Match:
    return MATCHES[step.kind](emitter, step, scope)


def _all(emitter: Emits, step: Step, scope: Scope) -> Match:
    name = emitter.name("n")
    label = quote(step.label) if step.label else LABELS[step.thing]
    return Match(f"MATCH ({name}:{label})", Scope(name), ("size(v0) = 2",) if scope.here == "v0" else ())


def _by_id(emitter: Emits, step: Step, scope: Scope) -> Match:
    name = emitter.name("n")
    assert step.parameter is not None
    clause = f"MATCH ({name}:{LABELS[step.thing]} {{id: {parameter(step.parameter)}}})"
    label = (f"{name}:{quote(step.label)}",) if step.label else ()
    return Match(clause, Scope(name), ("size(v0) = 2", *label))


def _dataset(emitter: Emits, step: Step, scope: Scope) -> Match:
    name = emitter.name("n")
    return Match(f"MATCH ({name}:Dataset)", Scope(name), ("size(v0) = 2",))


def _edges(emitter: Emits, step: Step, scope: Scope) -> Match:
    edge, node = emitter.name("e"), emitter.name("n")
    types = f":{'|'.join(map(quote, step.types))}" if step.types else ""
    left, right = {"out": ("-", "->"), "in": ("<-", "-"), "both": ("-", "-")}[step.direction]
    label = quote(step.label) if step.label else "Entity"
    clause = f"MATCH ({scope.here}){left}[{edge}{types}]{right}({node}:{label})"
    return Match(clause, Scope(edge, node, scope.here))


def _references(emitter: Emits, step: Step, scope: Scope) -> Match:
    edge, node = emitter.name("f"), emitter.name("d")
    clause = f"MATCH ({scope.here})-[{edge}:REFERENCE]->({node}:Document)"
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
        return Match("MATCH " + pattern.format(**names), Scope(names["to"]), found, distinct)

    return match


CITED = "({via}:Statement)-[:REFERENCE]->({to}:Document)"
CITING = "({here})<-[:REFERENCE]-({to}:Statement)"
SEEK = "USING INDEX SEEK {}:Statement({})"
"""Without it a planner with the statistics of a small or fresh database may read the whole index."""
MATCHES: Mapping[str, Callable[[Emits, Step, Scope], Match]] = {
    "all": _all,
    "entity": _by_id,
    "statement": _by_id,
    "document": _by_id,
    "conflict": _by_id,
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
    **WALKS,
}
