"""When things began and ended, where their class says which attributes tell it."""

from collections.abc import Mapping
from typing import NamedTuple

from graphsvc.checks.rule import Context
from graphsvc.edtf import Edtf
from graphsvc.verdict import Claim


class Life(NamedTuple):
    """From when until when something exists; None: not known. `start_slot` and `end_slot` are where it is said."""

    start: Edtf | None
    end: Edtf | None
    start_slot: str
    end_slot: str


UNKNOWN = Life(None, None, "", "")


def lives(context: Context) -> Mapping[str, Life]:
    """Entity -> its life, by the annotations `life_start` and `life_end` of its class, where a date is known."""
    ends = {
        name: (str(each.annotations.get("life_start", "")), str(each.annotations.get("life_end", "")))
        for name, each in context.ontology.node_classes.items()
        if not each.annotations.keys().isdisjoint(("life_start", "life_end"))
    }
    slots = {slot for pair in ends.values() for slot in pair}
    dates = {
        (attribute.subject, attribute.slot): value
        for attribute in context.judgement.attributes
        if attribute.slot in slots and len(attribute.values) == 1
        for value in attribute.values
        if isinstance(value, Edtf)
    }
    found = {}
    for id in {id for id, _ in dates}:
        start, end = ends.get(context.classes.get(id) or "", ("", ""))
        found[id] = Life(dates.get((id, start)), dates.get((id, end)), start, end)
    return found


def bound(context: Context, claim: Claim, which: str) -> str:
    """The qualifier that says since when a claim holds (`start`), or until when (`end`)."""
    predicate = context.ontology.predicates.get(claim.predicate)
    otherwise = {"start": "since", "end": "until"}[which]
    return str(predicate.annotations.get(f"interval_{which}", otherwise)) if predicate else otherwise


def is_before(date: Edtf | None, other: Edtf | None) -> bool:
    """Whether all days that the one may be lie before all days that the other may be."""
    if date is None or other is None or date.latest is None or other.earliest is None:
        return False
    return date.latest < other.earliest
