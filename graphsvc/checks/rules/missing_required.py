"""An entity has no live statement for a slot that its class requires, or a statement lacks a qualifier.

Whoever reads the ontology relies on it being there. For example, a Person has no name, where `name` is required; or
`owns` has no `share`. A statement that there is no value does not count, one of an unknown value does.

Source: LinkML `required`.
"""

from operator import attrgetter

from graphsvc.checks.rule import Context, Findings, Rule
from graphsvc.checks.slots import demanded, fillings
from graphsvc.ontology import INTRINSIC
from graphsvc.records import Entity, Rank, ValueKind

RULE = Rule("missing-required", "GS307", "Add it; if it exists and is unknown, say so with some_value.")


def check(context: Context) -> Findings:
    required = demanded(context, attrgetter("required"))
    filled = fillings(context, {slot.name for slots in required.values() for slot in slots} - {*INTRINSIC})
    for id, class_name in context.classes.items():
        entity = context.entities[id]
        for slot in required[class_name]:
            claims = filled.get((id, slot.name), ())
            if not _has(entity, slot.name) and all(claim.value_kind is ValueKind.NO_VALUE for claim in claims):
                message = f"{context.name(id)} has no {slot.name}, which the class {class_name} requires."
                yield RULE.finding(message, entity.position, id)
    yield from _missing_qualifiers(context)


def _has(entity: Entity, slot: str) -> bool:
    return slot in INTRINSIC and bool(entity.categories if slot == "category" else getattr(entity, slot))


def _missing_qualifiers(context: Context) -> Findings:
    required = {
        name: (predicate, [slot.name for slot in predicate.qualifiers.values() if slot.required])
        for name in context.sides
        if (predicate := context.predicate(name))
    }
    for statement in context.dataset.statements:
        predicate, wanted = required.get(statement.predicate, (None, ()))
        if not wanted or statement.rank is Rank.DEPRECATED or statement.value_kind is ValueKind.NO_VALUE:
            continue
        given = {name for name, values in statement.qualifiers if values}
        for name in wanted:
            if name not in given:
                by = predicate and (predicate.relationship or predicate.name)
                message = f"The qualifier {name} is missing, which {by} requires."
                yield RULE.finding(message, statement.position, statement.id, statement.subject)
