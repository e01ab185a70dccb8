"""A predicate is not in the ontology or not a slot of the subject's class, or has no such qualifier.

What the ontology does not have is not in the API: nobody can ask for it. For example,
`{subject: meta, predicate: ownes, object: scale-ai}`, or the qualifier `percent` on `owns`.
"""

from collections.abc import Mapping

from graphsvc.checks.rule import Context, Finding, Findings, Rule
from graphsvc.ontology import INTRINSIC, Ontology, Slot
from graphsvc.records import Statement

RULE = Rule("unknown-predicate", "GS304", "Correct the predicate, or add it to the ontology.")
Names = frozenset[str]

OF_THE_RECORD = frozenset(("category", "type"))
"""What edges of KGX say of themselves, their association's class: it stays on the statement and qualifies nothing."""


def check(context: Context) -> Findings:
    attributes = {name: frozenset(context.ontology.attributes(name)) for name in context.ontology.node_classes}
    everywhere = frozenset[str]().union(*attributes.values())
    common = _common_qualifiers(context.ontology)
    for statement in context.dataset.statements:
        class_name = context.classes.get(statement.subject)
        known = attributes[class_name] if class_name else everywhere
        if statement.predicate not in known and statement.predicate not in context.sides:
            yield _unknown(context, statement, known, class_name if statement.predicate in everywhere else None)
        elif statement.qualifiers:
            yield from _unknown_qualifiers(context, statement, common)


def _unknown(context: Context, statement: Statement, known: Names, class_without: str | None) -> Finding:
    name = statement.predicate
    if name in INTRINSIC:
        fault, way_out = "is a field of the entity's own record", "Say it in the entity's record."
    elif class_without:
        fault = f"is no slot of the class {class_without} of {context.name(statement.subject)}"
        way_out = f"Add it to the slots of {class_without}, or correct the predicate or the entity's class."
    else:
        fault = "is neither a relation nor an attribute in the ontology"
        kind = f"predicate of {context.classes.get(statement.subject)}"
        way_out = context.nearest(kind, name, sorted(known.union(context.sides)), RULE.way_out)
    message = f"The predicate '{name}' {fault}."
    return RULE.finding(message, statement.position, statement.id, statement.subject, way_out=way_out)


def _common_qualifiers(ontology: Ontology) -> Mapping[str, Slot]:
    """What any relation can have: the slots of relationship classes that name no predicate, as all of Biolink's do."""
    classes = [each for each in ontology.classes.values() if each.relationship and "predicate" in each.slots]
    common = [each.slots for each in classes if each.slots["predicate"].equals_string is None]
    ends = ("id", "subject", "predicate", "object")
    return {name: slot for slots in common for name, slot in slots.items() if name not in ends}


def _unknown_qualifiers(context: Context, statement: Statement, common: Mapping[str, Slot]) -> Findings:
    known = context.ontology.slots  # an attribute can have any
    if predicate := context.predicate(statement.predicate):
        known = predicate.qualifiers if predicate.relationship else common
    for name, _ in statement.qualifiers:
        if name not in known and name not in OF_THE_RECORD:
            message = f"The predicate '{statement.predicate}' has no qualifier '{name}'."
            otherwise = f"It can have {', '.join(known)}." if known else "Give it a relationship class in the ontology."
            way_out = context.nearest(f"qualifier of {statement.predicate}", name, known, otherwise)
            yield RULE.finding(message, statement.position, statement.id, statement.subject, way_out=way_out)
