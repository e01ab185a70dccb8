"""An entity has no live statement for a slot that its class requires, or a statement lacks a qualifier.

Whoever reads the ontology relies on it being there. For example, a Person has no name, where `name` is required; or
`owns` has no `share`. A statement that there is no value does not count, one of an unknown value does.
"""

from graphsvc.checks.rule import Context, Findings, Rule
from graphsvc.ontology import INTRINSIC
from graphsvc.records import Entity, Rank, ValueKind

RULE = Rule("missing-required", "GS307", "Add it; if it exists and is unknown, say so with some_value.")


def check(context: Context) -> Findings:
    required = {name: _required(context, name) for name in context.ontology.node_classes}
    filled = _filled(context, {slot for slots in required.values() for slot in slots})
    for id, class_name in context.classes.items():
        entity = context.entities[id]
        for slot in required[class_name] if class_name else ():
            if not _has(entity, slot) and (id, slot) not in filled:
                message = f"{context.name(id)} has no {slot}, which the class {class_name} requires."
                yield RULE.finding(message, entity.position, id)
    yield from _missing_qualifiers(context)


def _required(context: Context, class_name: str) -> list[str]:
    """The slots that every entity of the class must have and that can be given: no identifier, no nested object."""
    slots = context.ontology.classes[class_name].slots.values()
    required = [slot for slot in slots if slot.required and not slot.identifier]
    return [slot.name for slot in required if slot.kind != "class" or slot.name in {*INTRINSIC, *context.sides}]


def _has(entity: Entity, slot: str) -> bool:
    return slot in INTRINSIC and bool(entity.categories if slot == "category" else getattr(entity, slot))


def _filled(context: Context, wanted: set[str]) -> set[tuple[str | None, str]]:
    """(Entity, slot) for those of the wanted slots that live claims fill: in either direction, and all above."""
    predicates = context.ontology.predicates
    inverses = {name: predicate.inverse for name, predicate in predicates.items()}
    filled: set[tuple[str | None, str]] = set()
    for claim in context.judgement.claims:
        if claim.rank is not Rank.DEPRECATED and claim.value_kind is not ValueKind.NO_VALUE:
            predicate = predicates.get(claim.predicate)
            names = predicate.ancestors if predicate else (claim.predicate,)
            filled.update((claim.subject, name) for name in wanted.intersection(names))
            filled.update((claim.object, name) for name in wanted.intersection(map(inverses.get, names)))
    return filled


def _missing_qualifiers(context: Context) -> Findings:
    for statement in context.dataset.statements:
        predicate = context.predicate(statement.predicate)
        if predicate is None or statement.rank is Rank.DEPRECATED or statement.value_kind is ValueKind.NO_VALUE:
            continue
        given = {name for name, values in statement.qualifiers if values}
        for name, slot in predicate.qualifiers.items():
            if slot.required and name not in given:
                by = predicate.relationship or predicate.name
                message = f"The qualifier {name} is missing, which {by} requires."
                yield RULE.finding(message, statement.position, statement.id, statement.subject)
