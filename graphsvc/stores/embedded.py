"""The store without a server: dictionaries and adjacency lists, built from the projection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from graphsvc.errors import RefusedQuery
from graphsvc.plan.tree import (
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
    Plan,
    Selection,
    Step,
    Typename,
)
from graphsvc.stores.base import Rows
from graphsvc.stores.projection import Projection, Properties

MAX_ROWS = 100_000
"""What one answer may hold: nothing stops a read here but itself, and its time is everybody's."""


class Item(NamedTuple):
    """One thing on the way through a Plan: its properties, and those of the node at its other end."""

    here: Properties
    other: Properties | None = None
    direction: str | None = None


class Arc(NamedTuple):
    """An edge as one of its ends sees it."""

    type: str
    edge: Properties
    other: str


class EmbeddedStore:
    """Holds one projection; reads never block and never fail."""

    name = "embedded"
    blocking = False

    def __init__(self, projection: Projection, revision: int = 1) -> None:
        self.entities = {id_: row.properties for id_, row in projection.entities.items()}
        self.labels = {id_: frozenset(row.labels) for id_, row in projection.entities.items()}
        self.statements = dict(projection.statements)
        self.documents = dict(projection.documents)
        self.conflicts = dict(projection.conflicts)
        self.dataset: Properties = {
            "id": projection.dataset,
            "revision": revision,
            "digest": projection.digest(),
            **projection.counts,
        }
        self.by_label = _grouped((label, id_) for id_, labels in self.labels.items() for label in labels)
        self.outgoing: dict[str, list[Arc]] = defaultdict(list)
        self.incoming: dict[str, list[Arc]] = defaultdict(list)
        for edge in projection.edges.values():
            self.outgoing[edge.start].append(Arc(edge.type, edge.properties, edge.end))
            self.incoming[edge.end].append(Arc(edge.type, edge.properties, edge.start))
        self.of_claim = _grouped((s["claim"], id_) for id_, s in self.statements.items())
        self.of_subject = _grouped((s["subject"], id_) for id_, s in self.statements.items())
        self.of_object = _grouped((s["object"], id_) for id_, s in self.statements.items() if "object" in s)
        self.citing: dict[str, list[str]] = defaultdict(list)
        self.references: dict[str, list[Item]] = defaultdict(list)
        for row in projection.references.values():
            self.references[row.statement].append(Item(row.properties, self.documents[row.document]))
            self.citing[row.document].append(row.statement)

    def read(self, plan: Plan) -> Rows:
        reading = _Reading(self, plan.values)
        return [reading.value(root, Item({})) for root in plan.roots]

    def ready(self) -> None:
        """Always."""

    def close(self) -> None:
        """Nothing to give back."""


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


class _Reading:
    """The evaluation of one Plan."""

    def __init__(self, store: EmbeddedStore, values: Sequence[Any]) -> None:
        self.store = store
        self.values = values
        self.rows = 0

    def value(self, field: Field, item: Item) -> Any:
        match field:
            case Leaf():
                return self.leaf(field, item)
            case Typename() | Cursor():
                return None
            case One():
                found = self.step(field.step, item)
                return self.row(field.selection, found[0]) if found else None
            case Many():
                return [self.row(field.selection, found) for found in self.step(field.step, item)]
            case Connect():
                return self.connect(field, item)

    def leaf(self, leaf: Leaf, item: Item) -> Any:
        if leaf.source == "direction":
            return item.direction
        return item.here if leaf.source == "*" else item.here.get(leaf.source)

    def row(self, selection: Selection, item: Item) -> Rows:
        self.rows += 1
        if self.rows > MAX_ROWS:
            rule = f"The answer has more than {MAX_ROWS} rows on all its levels."
            raise RefusedQuery(rule, "Ask for fewer rows with `first`, or for fewer levels.", "TOO_LARGE")
        head = [item.here.get("type")] if selection.typed else []
        return head + [self.value(field, item) for field in selection.fields]

    # Connections

    def connect(self, node: Connect, item: Item) -> Rows:
        items = self.step(node.step, item)
        if node.where:
            items = [found for found in items if self.holds(node.where, found)]
        total = len(items) if node.counts else None
        return [total, self.page(node, items) if node.lists else []]

    def page(self, node: Connect, items: list[Item]) -> Rows:
        keys = (*node.order, Order("id"))
        items = _sorted(keys, items)
        if node.page.after:
            mark = [None if bound.parameter is None else self.values[bound.parameter] for bound in node.page.after]
            items = [found for found in items if _beyond(keys, _key(keys, found), mark)]
        first = self.values[node.page.first] + node.page.peek
        rows = []
        for found in items[:first]:
            cursor = _key(keys, found) if node.cursors else None
            rows.append([cursor, *(self.row(part.selection, found) for part in node.edges)])
        return rows

    # Filters

    def holds(self, node: Filter, item: Item) -> bool:
        match node:
            case Every():
                return all(self.holds(inner, item) for inner in node.filters)
            case Either():
                return any(self.holds(inner, item) for inner in node.filters)
            case Not():
                return not self.holds(node.filter, item)
            case Compare():
                value = _value(Order(node.source, other=node.other), item)
                wanted = None if node.parameter is None else self.values[node.parameter]
                return COMPARISONS[node.operator](value, wanted)

    # Steps

    def step(self, step: Step, item: Item) -> list[Item]:
        match step.kind:
            case "same":
                return [item]
            case "other":
                return [Item(item.other)] if item.other is not None else []
            case "references":
                return self.store.references.get(item.here["id"], [])
            case "dataset":
                return [Item(self.store.dataset)]
            case "edges":
                return self.edges(step, item.here["id"])
            case "all":
                return self.all(step)
            case _:
                return self.by_ids(step, item.here)

    def all(self, step: Step) -> list[Item]:
        store = self.store
        if step.thing == "entity":
            ids: Iterable[str] = store.by_label.get(step.label, []) if step.label else store.entities
            return [Item(store.entities[id_]) for id_ in ids]
        rows = {"statement": store.statements, "document": store.documents, "conflict": store.conflicts}[step.thing]
        return [Item(row) for row in rows.values()]

    def by_ids(self, step: Step, here: Properties) -> list[Item]:
        """Steps whose target is known by id, in the order of the ids."""
        rows: Mapping[str, Properties] = getattr(
            self.store, {"entity": "entities", "statement": "statements", "document": "documents"}[step.thing]
        )
        if step.parameter is not None:
            ids: Iterable[str] = [self.values[step.parameter]]
        else:
            ids = IDS[step.kind](self.store, step, here)
        found = [id_ for id_ in ids if id_ in rows]
        if step.label:
            found = [id_ for id_ in found if step.label in self.store.labels[id_]]
        return [Item(rows[id_]) for id_ in found]

    def edges(self, step: Step, id_: str) -> list[Item]:
        """A loop counts once, and as outgoing, from whichever side it is asked for."""
        store = self.store
        found: list[Item] = []
        for side in {"out": ["out"], "in": ["in"], "both": ["out", "in"]}[step.direction]:
            for arc in (store.outgoing if side == "out" else store.incoming).get(id_, ()):
                loop = arc.other == id_
                wanted = (not step.types or arc.type in step.types) and not (loop and side == "in" != step.direction)
                if wanted and (not step.label or step.label in store.labels[arc.other]):
                    found.append(Item(arc.edge, store.entities[arc.other], "OUT" if loop else side.upper()))
        return found


def _claim_documents(store: EmbeddedStore, step: Step, here: Properties) -> list[str]:
    statements = store.of_claim.get(here["id"], [])
    return sorted({item.other["id"] for s in statements for item in store.references.get(s, []) if item.other})


def _entity_documents(store: EmbeddedStore, step: Step, here: Properties) -> list[str]:
    statements = {*store.of_subject.get(here["id"], []), *store.of_object.get(here["id"], [])}
    return sorted({item.other["id"] for s in statements for item in store.references.get(s, []) if item.other})


def _one(store: EmbeddedStore, step: Step, here: Properties) -> list[str]:
    return [here[step.source]] if step.source in here else []


IDS: Mapping[str, Callable[[EmbeddedStore, Step, Properties], Iterable[str]]] = {
    "claim_statements": lambda store, _, here: store.of_claim.get(here["id"], []),
    "entity_statements": lambda store, _, here: store.of_subject.get(here["id"], []),
    "document_statements": lambda store, _, here: sorted(set(store.citing.get(here["id"], []))),
    "sole_statements": lambda store, _, here: sorted(
        {s for s in store.citing.get(here["id"], []) if store.statements[s].get("sole") == here["id"]}
    ),
    "claim_documents": _claim_documents,
    "entity_documents": _entity_documents,
    "entity_at": _one,
    "statement_at": _one,
    "statements_at": lambda _, step, here: sorted(here.get(step.source, [])),
}


def _same(value: Any, wanted: Any) -> bool:
    """Equality without Python's own `True == 1`; absent values are the same as nothing."""
    return value is not None and value == wanted and isinstance(value, bool) == isinstance(wanted, bool)


COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": _same,
    "in": lambda value, wanted: any(_same(value, each) for each in wanted),
    "list eq": lambda value, wanted: len(value or ()) == len(wanted) and all(map(_same, value or (), wanted)),
    "list includes": lambda value, wanted: any(_same(each, wanted) for each in value or ()),
    "absent": lambda value, _: value is None,
}


# Order: absent values last in both directions, ties by id


def _value(key: Order, item: Item) -> Any:
    return ((item.other or {}) if key.other else item.here).get(key.source)


def _key(keys: Sequence[Order], item: Item) -> list[Any]:
    return [_value(key, item) for key in keys]


def _sorted(keys: Sequence[Order], items: list[Item]) -> list[Item]:
    """By the last key first: sorting is stable, also where it is reversed."""
    for key in reversed(keys):
        present = [item for item in items if _value(key, item) is not None]
        absent = [item for item in items if _value(key, item) is None]
        items = sorted(present, key=partial(_value, key), reverse=key.descending) + absent
    return items


def _beyond(keys: Sequence[Order], found: list[Any], mark: list[Any]) -> bool:
    """Whether a row with these keys comes behind the row of the cursor."""
    for key, value, bound in zip(keys, found, mark, strict=True):
        if value != bound:
            if value is None or bound is None:
                return value is None
            return bool(value < bound if key.descending else value > bound)
    return False
