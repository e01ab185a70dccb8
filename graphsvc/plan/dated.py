"""`asOf` of a root field -> the same field with the time on every step and attribute below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, NamedTuple

from graphsvc.plan.measures import Measure
from graphsvc.plan.tree import Compare, Connect, Field, Leaf, Order, Step
from graphsvc.plan.valid import AsOf

BY_DOCUMENT = ("claim_documents", "entity_documents")
WALKS = ("paths", "closure", "neighbourhood", "shares")
"""They take no edge but one that held."""
KNOWN = ("statement", "statement_at", "same", "path_edges")


class Place(NamedTuple):
    """What is at hand, and at its other end: `entity`, `edge`, `statement`, …"""

    here: str = ""
    other: str = ""


@dataclass(frozen=True)
class Dating:
    """`attributes`: source -> whether it is a list, for those attributes that have valid time."""

    at: AsOf
    attributes: Mapping[str, bool]

    def field(self, root: Field) -> Field:
        dated: Field = self.walk(root, Place())
        return dated

    def walk(self, node: Any, place: Place) -> Any:
        if isinstance(node, tuple):
            return tuple(self.walk(inner, place) for inner in node)
        if isinstance(node, Step):
            return replace(node, at=self.at) if is_dated(node) else node
        if isinstance(node, AsOf) or not is_dataclass(node):
            return node
        step = getattr(node, "step", None)
        inside = _to(step, place) if isinstance(step, Step) else place
        changed = {part.name: self.walk(getattr(node, part.name), inside) for part in fields(node)}
        if isinstance(node, Leaf | Compare | Order | Measure):
            changed["at"] = self.attribute(node, place)
        if isinstance(node, Connect) and (changed["where"], changed["order"]) != (node.where, node.order):
            changed["seek"] = None  # indexes know what shows without a time
        return replace(node, **changed)

    def attribute(self, node: Leaf | Compare | Order | Measure, place: Place) -> AsOf | None:
        thing = place.here if isinstance(node, Leaf) or not node.other else place.other
        many = self.attributes.get(node.source)
        return replace(self.at, many=many) if thing == "entity" and many is not None else None


def settled(node: Any, values: Sequence[Any]) -> Any:
    """The tree with the days themselves in the place of their parameters, for a store that reads it as it is."""
    if isinstance(node, tuple):
        return tuple(settled(inner, values) for inner in node)
    if isinstance(node, AsOf):
        return replace(node, first=values[node.first], last=values[node.last])
    if not is_dataclass(node):
        return node
    return replace(node, **{part.name: settled(getattr(node, part.name), values) for part in fields(node)})  # type: ignore[type-var]


def is_dated(step: Step) -> bool:
    """Whether the step leads to things that have valid time, or finds others by them; not if it knows them already."""
    found = step.thing in ("edge", "statement") and step.kind not in KNOWN
    return found or step.kind in (*BY_DOCUMENT, *WALKS)


def _to(step: Step, place: Place) -> Place:
    match step.kind:
        case "same":
            return place
        case "other":
            return Place(place.other)
        case "edges":
            return Place("edge", "entity")
        case "references":
            return Place("reference", "document")
        case "search" | "closure" | "reached":
            return Place("found", "entity")
        case "shares":
            return Place("entity")
        case _:
            return Place(step.thing)
