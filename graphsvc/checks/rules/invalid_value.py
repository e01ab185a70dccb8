"""A value, a qualifier, an entity's own field or a date breaks its type, pattern, enum or bounds.

It stays on its statement and shows nowhere else: no filter, no sum and no sorting sees it. For example, `share: 49`
where the maximum is 1, or a date that is not EDTF of level 0 or 1 (ISO 8601-2).
"""

from collections.abc import Callable
from functools import partial

from graphsvc.checks.rule import Context, Findings, Rule
from graphsvc.errors import Position
from graphsvc.records import Entity
from graphsvc.values import ValueFault, parse_edtf

RULE = Rule("invalid-value", "GS308", "Write the value as its slot demands, or correct the slot.")


def check(context: Context) -> Findings:
    for statement, slot, fault in context.judgement.faults:
        if slot not in context.sides:  # a value for an entity is a range-violation
            of = context.name(statement.subject) if slot == statement.predicate else f"“{context.sentence(statement)}”"
            message, subjects = f"The {slot} of {of}: {fault.message}", (statement.id, statement.subject)
            yield RULE.finding(message, statement.position, *subjects, way_out=fault.way_out)
    for entity in context.dataset.entities:
        yield from _fields(context, entity)
    for document in context.dataset.documents:
        what = f"The publication date of the document '{document.id}'"
        yield from _broken(what, parse_edtf, document.published, document.position, document.id)
    for statement in context.dataset.statements:
        for reference in statement.references:
            what, ids = f"The day on which '{reference.document}' was retrieved", (statement.id, reference.document)
            yield from _broken(what, parse_edtf, reference.retrieved, reference.position, *ids)


def _fields(context: Context, entity: Entity) -> Findings:
    """What an entity has of its own, by the rules of its class."""
    class_name = context.classes[entity.id]
    slots = context.ontology.classes[class_name].slots if class_name else {}
    for name in slots.keys() & {"id", "name", "aliases", "external_ids"}:
        what, parse = f"The {name} of {context.name(entity.id)}", partial(context.ontology.parse, slots[name])
        given = getattr(entity, name)
        for value in given if isinstance(given, tuple) else (given,):
            yield from _broken(what, parse, value, entity.position, entity.id)


def _broken(what: str, parse: Callable[[str], object], text: str | None, place: Position, *subjects: str) -> Findings:
    try:
        if text is not None:
            parse(text)
    except ValueFault as fault:
        yield RULE.finding(f"{what}: {fault.message}", place, *subjects, way_out=fault.way_out)
