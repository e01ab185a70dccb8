"""A qualifier that can have one value is given several, or an entity has more values at a time than its slot allows.

What is read as one value shows only one of them. For example, `region: [Canada, Mexico]` where `region` is not
multivalued; or three parents of a Person where `maximum_cardinality` is 2. What is dated counts day by day.

Source: LinkML `multivalued`, `maximum_cardinality`, `exact_cardinality`.
"""

from functools import cache, partial
from math import inf

from graphsvc.checks.holding import crowd, period
from graphsvc.checks.rule import Context, Finding, Findings, Rule, at, listed
from graphsvc.checks.slots import demanded, fillings, target
from graphsvc.records import Statement, ValueKind
from graphsvc.values import Raw

RULE = Rule("too-many-values", "GS317", "Keep those that hold, date them, or let the slot have more.")


def check(context: Context) -> Findings:
    most = cache(partial(_most, context))
    for statement in context.dataset.statements:
        for qualifier, given in statement.qualifiers:
            if len(given) > most(statement.predicate, qualifier):
                yield _several(context, statement, qualifier, given, most(statement.predicate, qualifier))
    limited = demanded(context, lambda slot: slot.most is not None)
    filled = fillings(context, {slot.name for slots in limited.values() for slot in slots})
    for id, class_name in context.classes.items():
        for slot in limited[class_name]:
            known = [claim for claim in filled.get((id, slot.name), ()) if claim.value_kind is ValueKind.VALUE]
            claims = crowd(known, slot.most or 0, partial(target, of=id))
            if claims:
                values = listed(sorted({target(claim, id) or "?" for claim in claims}))
                message = f"{context.name(id)} can have {slot.most} {slot.name}, and has{period(claims)} {values}."
                yield RULE.at_last(message, claims, id, at=at("value", "object", slot.name))


def _most(context: Context, predicate_name: str, name: str) -> float:
    """How many values a qualifier can have at most."""
    predicate = context.predicate(predicate_name)
    slot = (predicate.qualifiers if predicate else context.ontology.slots).get(name)
    most = slot.most if slot else None
    return most if most is not None else 1 if slot and not slot.multivalued else inf


def _several(context: Context, statement: Statement, name: str, values: tuple[Raw, ...], most: float) -> Finding:
    said = f"{listed(list(map(str, values)))} in “{context.sentence(statement)}”"
    message = f"The qualifier {name} can have {most} value{'' if most == 1 else 's'}, and has {said}."
    way_out = "Write one statement for each, or make the slot multivalued."
    return RULE.finding(message, statement.position, statement.id, statement.subject, way_out=way_out, at=at(name))
