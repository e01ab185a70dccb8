"""The object's class is not one that the relation leads to, nor below one; or it is a value.

The object has no place in the type that the relation's field promises. For example, someone `leads` a Product, where
the range of `leads` is Organization; `any_of` and `slot_usage` count too.

Source: LinkML `range`, `any_of` and `slot_usage`; Wikibase's value-type constraint.
"""

from graphsvc.checks.rule import Context, Findings, Rule, at
from graphsvc.records import Statement

RULE = Rule("range-violation", "GS306", "Correct the object, its class or the predicate, or widen the range.")


def check(context: Context) -> Findings:
    classes, fine = context.classes, set()
    for statement in context.dataset.statements:
        subject, object = statement.subject, statement.object
        sort = (
            statement.predicate,
            classes.get(subject),
            classes.get(object or ""),
            object is None,
            statement.value_kind,
        )
        if sort in fine:
            continue
        if fault := _fault(context, statement):
            place = at("object", "value", statement.predicate, text=object)
            yield RULE.finding(fault, statement.position, statement.id, subject, *filter(None, [object]), at=place)
        else:
            fine.add(sort)


def _fault(context: Context, statement: Statement) -> str | None:
    predicate, object = statement.predicate, statement.object
    subject_class, object_class = context.classes.get(statement.subject), context.classes.get(object or "")
    own_slot = context.ontology.classes[subject_class].slots.get(predicate) if subject_class else None
    if predicate not in context.sides:
        is_attribute = object is not None and own_slot is not None and own_slot.kind != "class"
        return f"{predicate} takes a value, not the entity '{object}'." if is_attribute else None
    if object is None:
        given = statement.value is not None
        return (
            f"The object of {predicate} must be an entity, not the value {context.quote(statement)}." if given else None
        )
    narrowed = own_slot.ranges if own_slot and own_slot.kind == "class" else ()
    for allowed in (context.sides[predicate][1], narrowed):
        if object_class and not context.is_any(object_class, allowed):
            described = f"{context.name(object)} is of the class {object_class}"
            return f"{described}; the object of {predicate} must be of the class {' or '.join(allowed)}."
    return None
