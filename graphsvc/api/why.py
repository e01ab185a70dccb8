"""The verdict on an edge or attribute, told in words: two GraphQL queries, whatever the store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from graphsvc.api.execution import Request, Service
from graphsvc.errors import RefusedQuery
from graphsvc.values import did_you_mean, shorten

STATEMENTS = """
query Statements($subject: ID!, $target: ID!, $where: StatementWhere!) {
  entity(id: $subject) { id name }
  target: entity(id: $target) { id }
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
    data = _ask(service, STATEMENTS, {"subject": subject, "target": target or subject, "where": {"OR": either}})
    statements = [edge["node"] for edge in data["statements"]["edges"]]
    for id, entity in ((subject, data["entity"]), (target, statements or data["target"])):
        if not entity:
            raise RefusedQuery(f"There is no entity {id!r}.", "Find its id with `entities(where: {name: {eq: …}})`.")
    ends = {one["id"] for statement in statements for one in (statement["subject"], statement["object"]) if one}
    where = {"subject": {"in": sorted({subject, *ends})}, "predicate": {"in": [forward, inverse or forward]}}
    conflicts = [edge["node"] for edge in _ask(service, CONFLICTS, {"where": where})["conflicts"]["edges"]]
    return "\n".join(_lines(data, predicate, statements, conflicts))


def _said(subject: str | None, predicate: str, object: str | None) -> dict[str, Any]:
    """The statements that say so, as a filter; None is anything."""
    given = {"subject": subject, "predicate": predicate, "object": object}
    return {key: {"eq": id} for key, id in given.items() if id is not None}


def _ask(service: Service, query: str, variables: dict[str, Any]) -> Any:
    answer = orjson.loads(service.answer_now(Request(query, variables)).body)
    if "errors" in answer:
        raise RefusedQuery(answer["errors"][0]["message"])
    return answer["data"]


def _names(service: Service, name: str) -> tuple[str, str | None, bool]:
    """A predicate's forward name and its inverse, and whether the inverse was given; a slot is its own.

    `name` may be as the ontology or as the API has it.
    """
    vocabulary = service.vocabulary
    for relation in vocabulary.relations.values():
        predicate, backward = relation.predicate, relation.direction == "in"
        if name in (relation.name, predicate.inverse if backward else predicate.name):
            return predicate.name, predicate.inverse, backward
    slots = {name: name for name in vocabulary.ontology.slots}
    slots |= {field.name: slot for slot, field in vocabulary.value_fields.items()}
    if name not in slots:
        way_out = did_you_mean(name, sorted(slots), "See `graphsvc schema`.")
        raise RefusedQuery(f"The ontology has no predicate or slot {shorten(name)}.", way_out)
    return slots[name], None, False


def _lines(
    data: dict[str, Any], predicate: str, statements: list[dict[str, Any]], conflicts: list[dict[str, Any]]
) -> Iterator[str]:
    asked = data["entity"]["id"]
    yield f"{data['entity']['name'] or asked} - {predicate}: {len(statements)} statement{'s' * (len(statements) != 1)}"
    told = {statement["id"]: statement for statement in statements}
    about = [conflict for conflict in conflicts if any(each["id"] in told for each in conflict["statements"])]
    for statement in statements:
        yield from _statement(statement, asked, sorted(_outvoted(statement, about, told)))
    if data["statements"]["pageInfo"]["hasNextPage"]:
        yield "  … and more: ask for them with a GraphQL query."
    for conflict in about:
        yield from _conflict(conflict, told, asked)


def _outvoted(statement: dict[str, Any], conflicts: list[dict[str, Any]], told: dict[str, Any]) -> Iterator[str]:
    """The qualifiers of a statement in whose place another's show, or none."""
    for conflict in conflicts:
        name = conflict["qualifier"]
        winner = told.get(conflict["shown"]["id"]) if conflict["shown"] else None
        among = any(each["id"] == statement["id"] for each in conflict["statements"])
        if name and among and (winner is None or _texts(winner, name) != _texts(statement, name)):
            yield name


def _texts(statement: dict[str, Any], qualifier: str) -> str:
    return "/".join(q["text"] for q in statement["qualifiers"] if q["name"] == qualifier)


def _statement(statement: dict[str, Any], asked: str, outvoted: list[str]) -> Iterator[str]:
    """What it says of the entity asked for: the other end, or the value."""
    told = ", ".join(f"{q['name']} {q['text']}" for q in statement["qualifiers"])
    shown = "shown" if statement["shown"] else "not shown"
    but = f" but for its {' and '.join(outvoted)}" if outvoted and statement["shown"] else ""
    said = _end(statement, asked) + (f" [{told}]" if told else "")
    yield f"  {said} - {statement['rank'].lower()}, {shown}{but}, {statement['id']}"
    for reference in statement["references"]:
        document = reference["document"]
        via = f" via {reference['via']}" if reference["via"] else ""
        yield f"    {document['id']} {reference['locator'] or ''}{via}: {document['title'] or 'untitled'}"


def _end(statement: dict[str, Any], asked: str) -> str:
    begin = statement["subject"]
    entity = statement["object"] if begin and begin["id"] == asked else begin
    if entity:
        return f"{entity['name']} ({entity['id']})"
    if statement["valueKind"] != "VALUE":
        return str(statement["valueKind"].lower())
    return "what is no entity of the dataset" if statement["text"] is None else str(statement["text"])


def _conflict(conflict: dict[str, Any], told: dict[str, Any], asked: str) -> Iterator[str]:
    about, decision = conflict["qualifier"] or conflict["predicate"], conflict["decidedBy"].lower()
    first = next(told[each["id"]] for each in conflict["statements"] if each["id"] in told)
    of = f" of {_end(first, asked)}" if conflict["qualifier"] else ""
    yield f"  Conflict on {about}{of}: {decision if decision == 'undecided' else f'decided by {decision}'}"
    for step in conflict["reasoning"]:
        yield f"    {step}"
    every = conflict["kind"] in ("OBJECT", "SUBJECT")  # an edge hides no other
    winner = told.get(conflict["shown"]["id"]) if conflict["shown"] else None
    if winner is None:
        yield f"    shows {'all of them' if every else 'nothing'}, for no step could decide"
    else:
        said = _texts(winner, about) if conflict["qualifier"] else _end(winner, asked)
        yield f"    {'prefers' if every else 'shows'} {said}, as {winner['id']} says" + (" (edges show all)" * every)
