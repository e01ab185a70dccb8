"""Values that break a rule of their slot: found once, told by one rule for each sort of fault."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from graphsvc.checks.rule import At, Context, Findings, Rule, at
from graphsvc.errors import Position
from graphsvc.records import Entity
from graphsvc.values import FaultKind, ValueFault, parse_edtf

KGX = {"aliases": ("synonym",), "external_ids": ("xref",)}
"""What an entity's fields are called in the KGX convention."""


class Broken(NamedTuple):
    """One value that breaks a rule: what it is, as messages begin, and why."""

    what: str
    fault: ValueFault
    position: Position
    subjects: tuple[str, ...]
    at: At


def broken(context: Context, rule: Rule, *kinds: FaultKind) -> Findings:
    """A finding for each value with a fault of these kinds."""
    for what, fault, position, subjects, place in context.once(_all):
        if fault.kind in kinds:
            yield rule.finding(f"{what}: {fault.message}", position, *subjects, way_out=fault.way_out, at=place)


def _all(context: Context) -> list[Broken]:
    return [*_said(context), *_own(context), *_of_sources(context)]


def _said(context: Context) -> Iterator[Broken]:
    """What statements say; that a relation has a value is a range-violation."""
    for statement, slot, fault in context.judgement.faults:
        if slot not in context.sides:
            is_own = slot == statement.predicate
            of = context.name(statement.subject) if is_own else f"“{context.sentence(statement)}”"
            ids, place = (statement.id, statement.subject), at("value", slot) if is_own else at(slot)
            yield Broken(f"The {slot} of {of}", fault, statement.position, ids, place)


def _own(context: Context) -> Iterator[Broken]:
    """What an entity has of its own, by the rules of its class."""
    for entity in context.dataset.entities:
        class_name = context.classes[entity.id]
        slots = context.ontology.classes[class_name].slots if class_name else {}
        for name in slots.keys() & {"id", "name", "aliases", "external_ids"}:
            parse = partial(context.ontology.parse, slots[name])
            for value in _given(entity, name):
                what, place = f"The {name} of {context.name(entity.id)}", at(name, *KGX.get(name, ()), text=value)
                yield from _tried(what, parse, value, entity.position, place, entity.id)


def _given(entity: Entity, name: str) -> tuple[str | None, ...]:
    given = getattr(entity, name)
    return given if isinstance(given, tuple) else (given,)


def _of_sources(context: Context) -> Iterator[Broken]:
    for document in context.dataset.documents:
        what = f"The publication date of the document '{document.id}'"
        yield from _tried(what, parse_edtf, document.published, document.position, at("published"), document.id)
    for statement in context.dataset.statements:
        for reference in statement.references:
            if reference.retrieved is not None:
                what, ids = f"The day on which '{reference.document}' was retrieved", (statement.id, reference.document)
                yield from _tried(what, parse_edtf, reference.retrieved, reference.position, at("retrieved"), *ids)


def _tried(
    what: str, parse: Callable[[str], object], text: str | None, position: Position, place: At, *ids: str
) -> Iterator[Broken]:
    try:
        if text is not None:
            parse(text)
    except ValueFault as fault:
        yield Broken(what, fault, position, ids, place)
