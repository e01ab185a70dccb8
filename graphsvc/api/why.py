"""The verdict on an edge or attribute, told in words: two GraphQL queries, whatever the store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from graphsvc.api.execution import Request, Service
from graphsvc.errors import RefusedQuery
from graphsvc.plan.names import camel

STATEMENTS = """
query Statements($subject: ID!, $where: StatementWhere!) {
  entity(id: $subject) { id name }
  statements(where: $where) {
    pageInfo { hasNextPage }
    edges { node {
      id predicate subject { id name } object { id name } text valueKind rank confidence shown
      qualifiers { name text }
      references { locator via document { id title } }
    } }
  }
}
"""
CONFLICTS = """
query Conflicts($where: ConflictWhere!) {
  conflicts(where: $where) {
    edges { node { predicate qualifier kind decidedBy reasoning shown { id } statements { id } } }
  }
}
"""


def explain_verdict(service: Service, subject: str, predicate: str, target: str | None) -> str:
    """Statements in either direction with their documents, then conflicts with the steps that judged them. Lines."""
    forward, inverse, backward = _names(service, predicate)
    start, end = (target, subject) if backward else (subject, target)
    either = [_said(start, forward, end), *([_said(end, inverse, start)] if inverse else [])]
    data = _ask(service, STATEMENTS, {"subject": subject, "where": {"OR": either}})
    if data["entity"] is None:
        raise RefusedQuery(f"There is no entity {subject!r}.", "Find its id with `entities(where: {name: {eq: …}})`.")
    statements = [edge["node"] for edge in data["statements"]["edges"]]
    ends = {one["id"] for statement in statements for one in (statement["subject"], statement["object"]) if one}
    where = {"subject": {"in": sorted({subject, *ends})}, "predicate": {"in": [forward, inverse or forward]}}
    conflicts = [edge["node"] for edge in _ask(service, CONFLICTS, {"where": where})["conflicts"]["edges"]]
    return "\n".join(_lines(data, predicate, statements, conflicts))


def _said(subject: str | None, predicate: str, object: str | None) -> dict[str, Any]:
    """The statements that say so, as a filter; None is anything."""
    given = {"subject": subject, "predicate": predicate, "object": object}
    return {key: {"eq": id} for key, id in given.items() if id is not None}


def _ask(service: Service, query: str, variables: dict[str, Any]) -> Any:
    answer = orjson.loads(service.answer(Request(query, variables)).body)
    if "errors" in answer:
        raise RefusedQuery(answer["errors"][0]["message"])
    return answer["data"]


def _names(service: Service, predicate: str) -> tuple[str, str | None, bool]:
    """A predicate's forward name and its inverse, and whether the inverse was given; a slot is its own."""
    ontology = service.vocabulary.ontology
    for known in ontology.predicates.values():
        if predicate in (known.name, camel(known.name)):
            return known.name, known.inverse, False
        if known.inverse and predicate in (known.inverse, camel(known.inverse)):
            return known.name, known.inverse, True
    slots = {name: name for name in ontology.slots} | {camel(name): name for name in ontology.slots}
    if predicate not in slots:
        raise RefusedQuery(f"The ontology has no predicate or slot {predicate!r}.", "See `graphsvc schema`.")
    return slots[predicate], None, False


def _lines(
    data: dict[str, Any], predicate: str, statements: list[dict[str, Any]], conflicts: list[dict[str, Any]]
) -> Iterator[str]:
    name = data["entity"]["name"] or data["entity"]["id"]
    yield f"{name} - {predicate}: {len(statements)} statement{'s' if len(statements) != 1 else ''}"
    for statement in statements:
        yield from _statement(statement, data["entity"]["id"])
    if data["statements"]["pageInfo"]["hasNextPage"]:
        yield "  … and more: ask for them with a GraphQL query."
    ids = {statement["id"] for statement in statements}
    for conflict in conflicts:
        if ids & {statement["id"] for statement in conflict["statements"]}:
            yield from _conflict(conflict)


def _statement(statement: dict[str, Any], asked: str) -> Iterator[str]:
    """What it says of the entity asked for: the other end, or the value."""
    begin = statement["subject"]
    entity = statement["object"] if begin and begin["id"] == asked else begin
    value = f"{entity['name']} ({entity['id']})" if entity else _value(statement)
    told = ", ".join(f"{q['name']} {q['text']}" for q in statement["qualifiers"])
    shown = "shown" if statement["shown"] else "not shown"
    yield f"  {value}" + (f" [{told}]" if told else "") + f" - {statement['rank'].lower()}, {shown}, {statement['id']}"
    for reference in statement["references"]:
        document = reference["document"]
        via = f" via {reference['via']}" if reference["via"] else ""
        yield f"    {document['id']} {reference['locator'] or ''}{via}: {document['title'] or 'untitled'}"


def _value(statement: dict[str, Any]) -> str:
    if statement["valueKind"] != "VALUE":
        return str(statement["valueKind"].lower())
    return "what is no entity of the dataset" if statement["text"] is None else str(statement["text"])


def _conflict(conflict: dict[str, Any]) -> Iterator[str]:
    about = conflict["qualifier"] or conflict["predicate"]
    decision = conflict["decidedBy"].lower()
    yield f"  Conflict on {about}: {decision if decision == 'undecided' else f'decided by {decision}'}"
    for step in conflict["reasoning"]:
        yield f"    {step}"
    winner = conflict["shown"]
    rest = "all of them" if conflict["kind"] in ("OBJECT", "SUBJECT") else "nothing"  # an edge hides no other
    yield f"    shows what {winner['id']} says" if winner else f"    shows {rest}, for no step could decide"
