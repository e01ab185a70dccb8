"""Where each step of a Plan leads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from graphsvc.plan.tree import Step
from graphsvc.stores.embedded.dated import held
from graphsvc.stores.embedded.tables import Item, Tables
from graphsvc.stores.embedded.walks import WALKS
from graphsvc.stores.rows import Properties


def follow(tables: Tables, step: Step, item: Item, values: Sequence[Any]) -> list[Item]:
    """Where the step leads; under a time to what held then, or to the documents that say what did."""
    found = _follow(tables, step, item, values)
    if step.at is None or step.walk or step.thing == "document":
        return found
    return [each for each in found if held(each.here, step.at)]


def _follow(tables: Tables, step: Step, item: Item, values: Sequence[Any]) -> list[Item]:
    match step.kind:
        case "same":
            return [item]
        case "other":
            return [Item(item.other)] if item.other is not None else []
        case "references":
            return tables.references(item.here["id"])
        case "dataset":
            return [Item(tables.dataset)]
        case "edges":
            return _edges(tables, step, item.here["id"])
        case "all":
            return _all(tables, step)
        case kind if kind in WALKS:
            return WALKS[kind](tables, step, item, values)
        case _:
            return _by_ids(tables, step, item.here, values)


def _all(tables: Tables, step: Step) -> list[Item]:
    if step.thing == "entity":
        ids: Iterable[str] = tables.by_label.get(step.label, []) if step.label else tables.entities
        return [Item(tables.entities[id_]) for id_ in ids]
    return [Item(row) for row in _rows(tables, step.thing).values()]


def _rows(tables: Tables, thing: str) -> Mapping[str, Properties]:
    """All things of a kind by id."""
    found: Mapping[str, Properties] = getattr(tables, "entities" if thing == "entity" else f"{thing}s")
    return found


def _by_ids(tables: Tables, step: Step, here: Properties, values: Sequence[Any]) -> list[Item]:
    """Steps whose target is known by id, in the order of the ids."""
    rows = _rows(tables, step.thing)
    ids = IDS[step.kind](tables, step, here) if step.parameter is None else [values[step.parameter]]
    found = [id_ for id_ in ids if id_ in rows]
    if step.label:
        found = [id_ for id_ in found if step.label in tables.labels[id_]]
    return [Item(rows[id_]) for id_ in found]


def _edges(tables: Tables, step: Step, id_: str) -> list[Item]:
    """A loop counts once, and as outgoing, from whichever side it is asked for."""
    found: list[Item] = []
    for side in {"out": ["out"], "in": ["in"], "both": ["out", "in"]}[step.direction]:
        for arc in (tables.outgoing if side == "out" else tables.incoming)[id_]:
            loop = arc.other == id_
            wanted = (not step.types or arc.type in step.types) and not (loop and side == "in" != step.direction)
            if wanted and (not step.label or step.label in tables.labels[arc.other]):
                found.append(Item(arc.edge, tables.entities[arc.other], "OUT" if loop else side.upper()))
    return found


def _cited(tables: Tables, step: Step, statements: Iterable[str]) -> list[str]:
    said = [id_ for id_ in statements if step.at is None or held(tables.statements[id_], step.at)]
    return sorted({item.other["id"] for s in said for item in tables.references(s) if item.other})


def _of_entity(tables: Tables, id_: str) -> set[str]:
    return {*tables.of_subject.get(id_, []), *tables.of_object.get(id_, [])}


def _opposed(tables: Tables, step: Step, here: Properties) -> list[str]:
    said = tables.citing.get(here["id"], [])
    return sorted({id_ for s in said for id_ in tables.statements[s].get("conflicts_with", ())})


def _one(tables: Tables, step: Step, here: Properties) -> list[str]:
    return [id_] if (id_ := here.get(step.source)) is not None else []


def _several(tables: Tables, step: Step, here: Properties) -> list[str]:
    known = tables.found.get(here["id"], ()) if step.source == "findings" else here.get(step.source, ())
    return sorted(known)


IDS: Mapping[str, Callable[[Tables, Step, Properties], Iterable[str]]] = {
    "claim_statements": lambda tables, _, here: tables.of_claim.get(here["id"], []),
    "entity_statements": lambda tables, _, here: tables.of_subject.get(here["id"], []),
    "document_statements": lambda tables, _, here: sorted(set(tables.citing.get(here["id"], []))),
    "opposed_statements": _opposed,
    "sole_statements": lambda tables, _, here: sorted(
        {s for s in tables.citing.get(here["id"], []) if tables.statements[s].get("sole") == here["id"]}
    ),
    "statement_documents": lambda tables, step, here: _cited(tables, step, [here["id"]]),
    "claim_documents": lambda tables, step, here: _cited(tables, step, tables.of_claim.get(here["id"], [])),
    "entity_documents": lambda tables, step, here: _cited(tables, step, _of_entity(tables, here["id"])),
    "entity_at": _one,
    "statement_at": _one,
    "statements_at": _several,
}
