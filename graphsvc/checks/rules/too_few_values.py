"""An entity has fewer values for a slot than its class demands.

Whoever reads the ontology relies on them. For example, a Merger with one party where `minimum_cardinality` is 2. Where
a statement says that there are some of which nothing is known, this is silent.

Source: LinkML `minimum_cardinality`, `exact_cardinality`.
"""

from graphsvc.checks.rule import Context, Findings, Rule
from graphsvc.checks.slots import demanded, fillings, told
from graphsvc.records import ValueKind

RULE = Rule("too-few-values", "GS318", "Add those that are missing, or say with some_value that they are unknown.")


def check(context: Context) -> Findings:
    limited = demanded(context, lambda slot: slot.fewest)
    filled = fillings(context, {slot.name for slots in limited.values() for slot in slots})
    for id, class_name in context.classes.items():
        entity = context.entities[id]
        for slot in limited[class_name]:
            unknown = any(claim.value_kind is ValueKind.SOME_VALUE for claim in filled.get((id, slot.name), ()))
            count = len({*told(entity, slot.name, filled)})
            if count < (slot.fewest or 0) and not unknown and (count or not slot.required):
                message = f"{context.name(id)} has {count} {slot.name}; {class_name} demands at least {slot.fewest}."
                yield RULE.finding(message, entity.position, id)
