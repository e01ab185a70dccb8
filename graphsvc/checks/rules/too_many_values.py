"""A qualifier that can have one value is given several, or an entity has more values at a time than its slot allows.

What is read as one value shows only one of them. For example, `region: [Canada, Mexico]` where `region` is not
multivalued; or three parents of a Person where `maximum_cardinality` is 2. What is dated counts day by day.

Source: LinkML `multivalued`, `maximum_cardinality`, `exact_cardinality`.
"""

from functools import partial

from graphsvc.checks.holding import crowd, period
from graphsvc.checks.rule import Context, Findings, Rule, listed
from graphsvc.checks.slots import demanded, fillings, target
from graphsvc.records import Statement, ValueKind

RULE = Rule("too-many-values", "GS317", "Keep those that hold, date them, or let the slot have more.")


def check(context: Context) -> Findings:
    for statement in context.dataset.statements:
        if statement.qualifiers:
            yield from _qualifiers(context, statement)
    limited = demanded(context, lambda slot: slot.most is not None)
    filled = fillings(context, {slot.name for slots in limited.values() for slot in slots})
    for id, class_name in context.classes.items():
        for slot in limited[class_name]:
            known = [claim for claim in filled.get((id, slot.name), ()) if claim.value_kind is ValueKind.VALUE]
            claims = crowd(known, slot.most or 0, partial(target, of=id))
            if claims:
                values = listed(sorted({target(claim, id) or "?" for claim in claims}))
                message = f"{context.name(id)} can have {slot.most} {slot.name}, and has{period(claims)} {values}."
                yield RULE.at_last(message, claims, id)


def _qualifiers(context: Context, statement: Statement) -> Findings:
    predicate = context.predicate(statement.predicate)
    known = predicate.qualifiers if predicate else context.ontology.slots
    for name, values in statement.qualifiers:
        slot = known.get(name)
        most = len(values) if slot is None else slot.most if slot.most is not None else None if slot.multivalued else 1
        if most is not None and len(values) > most:
            said = f"{listed(list(map(str, values)))} in “{context.sentence(statement)}”"
            message = f"The qualifier {name} can have {most} value{'' if most == 1 else 's'}, and has {said}."
            way_out = "Write one statement for each, or make the slot multivalued."
            yield RULE.finding(message, statement.position, statement.id, statement.subject, way_out=way_out)
