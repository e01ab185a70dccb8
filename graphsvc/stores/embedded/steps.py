"""Where each step of a Plan leads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from graphsvc.plan.tree import Order, Step
from graphsvc.stores.embedded.dated import held
from graphsvc.stores.embedded.tables import Item, Tables
from graphsvc.stores.embedded.walks import WALKS
from graphsvc.stores.rows import SAID, Properties

Values = Sequence[Any]
Follow = Callable[[Tables, Item, Values], list[Item]]


def following(step: Step) -> Follow:
    """What tells where the step leads; under a time to what held then, or to the documents that say what did."""
    follow, at = _following(step), step.at
    if at is None or step.walk or step.thing == "document":
        return follow
    return lambda tables, item, values: [each for each in follow(tables, item, values) if held(each.here, at)]


def _following(step: Step) -> Follow:
    if step.kind in WALKS:
        return lambda tables, item, values: WALKS[step.kind](tables, step, item, values)
    match step.kind:
        case "edges":
            return _edges(step)
        case "all":
            return lambda tables, _, __: _all(tables, step)
        case kind if kind in PLAIN:
            return PLAIN[kind]
        case kind if kind in CITING:
            return _documents(step)
        case _:
            return lambda tables, item, values: _by_ids(tables, step, item.here, values)


def _all(tables: Tables, step: Step) -> list[Item]:
    rows = rows_of(tables, step.thing)
    return [Item(rows[id_]) for id_ in ids_of(tables, step)]


def ids_of(tables: Tables, step: Step) -> Sequence[str]:
    """The ids of all things of a step, in order."""
    return tables.by_label.get(step.label, ()) if step.label else [*rows_of(tables, step.thing)]


def rows_of(tables: Tables, thing: str) -> Mapping[str, Properties]:
    """All things of a kind by id."""
    found: Mapping[str, Properties] = getattr(tables, "entities" if thing == "entity" else f"{thing}s")
    return found


def _by_ids(tables: Tables, step: Step, here: Properties, values: Sequence[Any]) -> list[Item]:
    """Steps whose target is known by id, in the order of the ids."""
    rows = rows_of(tables, step.thing)
    ids = IDS[step.kind](tables, step, here) if step.parameter is None else [values[step.parameter]]
    found = [id_ for id_ in ids if id_ in rows]
    if step.label:
        found = [id_ for id_ in found if step.label in tables.labels[id_]]
    return [Item(rows[id_]) for id_ in found]


def _edges(step: Step) -> Follow:
    """A loop counts once, from whichever side it is asked for."""
    types, label, direction = step.types, step.label, step.direction

    def edges(tables: Tables, item: Item, _: Values) -> list[Item]:
        here = item[0]["id"]
        found = [] if direction == "in" else tables.outgoing[here][types]
        if direction != "out":
            back = tables.incoming[here][types]
            found = back if direction == "in" else [*found, *(each for each in back if each.end != here)]
        return [each for each in found if label in each.labels] if label else found

    return edges


def _documents(step: Step) -> Follow:
    """To the documents that some statements cite; under a time, those statements that held then."""
    citing, at = CITING[step.kind], step.at
    if step.kind == "claim_documents" and at is None:
        return lambda tables, item, _: tables.cited_by(item[0])

    def documents(tables: Tables, item: Item, _: Values) -> list[Item]:
        said = citing(tables, item.here)
        return tables.cited([id_ for id_ in said if held(tables.statements[id_], at)] if at else said)

    return documents


def _of_entity(tables: Tables, here: Properties) -> Iterable[str]:
    return sorted({*tables.of_subject.get(here["id"], []), *tables.of_object.get(here["id"], [])})


def _opposed(tables: Tables, step: Step, here: Properties) -> list[str]:
    said = tables.citing.get(here["id"], [])
    return sorted({id_ for s in said for id_ in tables.statements[s].get("conflicts_with", ())})


def _one(tables: Tables, step: Step, here: Properties) -> list[str]:
    return [id_] if (id_ := here.get(step.source)) is not None else []


def _several(tables: Tables, step: Step, here: Properties) -> list[str]:
    known = tables.found.get(here["id"], ()) if step.source == "findings" else here.get(step.source, ())
    return sorted(known)


PLAIN: Mapping[str, Follow] = {
    "same": lambda _, item, __: [item],
    "other": lambda _, item, __: [Item(item.other)] if item.other is not None else [],
    "references": lambda tables, item, _: tables.references(item.here["id"]),
    "dataset": lambda tables, _, __: [Item(tables.dataset)],
}
CITING: Mapping[str, Callable[[Tables, Properties], Iterable[str]]] = {
    "claim_documents": lambda _, here: here[SAID],
    "entity_documents": _of_entity,
    "statement_documents": lambda _, here: [here["id"]],
}
BY_ID = {*CITING, "document_statements", "sole_statements"}


def order_of(step: Step) -> tuple[Order, ...]:
    """The order in which a step gives what it leads to, if it keeps any."""
    if step.kind in BY_ID:
        return (Order("id"),)
    if step.kind == "edges" and step.direction != "both":
        return Order("id", other=True), Order("id")
    return ()


IDS: Mapping[str, Callable[[Tables, Step, Properties], Iterable[str]]] = {
    "claim_statements": lambda _, __, here: here[SAID],
    "entity_statements": lambda tables, _, here: tables.of_subject.get(here["id"], []),
    "document_statements": lambda tables, _, here: sorted(set(tables.citing.get(here["id"], []))),
    "opposed_statements": _opposed,
    "sole_statements": lambda tables, _, here: sorted(
        {s for s in tables.citing.get(here["id"], []) if tables.statements[s].get("sole") == here["id"]}
    ),
    "entity_at": _one,
    "statement_at": _one,
    "statements_at": _several,
}
