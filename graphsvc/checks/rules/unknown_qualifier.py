"""A statement has a qualifier that its predicate does not have.

What the ontology does not have is not in the API: nobody can ask for it. For example, the qualifier `percent` on
`owns`, whose relationship class has `share`.

Source: the slots of a LinkML relationship class.
"""

from collections.abc import Mapping

from graphsvc.checks.rule import Context, Findings, Rule, at
from graphsvc.ontology import Ontology, Slot

RULE = Rule("unknown-qualifier", "GS309", "Correct the qualifier, or give it to the relationship class.")

OF_THE_RECORD = frozenset(("category", "type"))
"""What edges of KGX say of themselves, their association's class: it stays on the statement and qualifies nothing."""


def check(context: Context) -> Findings:
    common, attributes = _common(context.ontology), context.ontology.slots  # an attribute can have any
    for statement in context.dataset.statements:
        if statement.qualifiers:
            predicate = context.predicate(statement.predicate)
            known = attributes if predicate is None else predicate.qualifiers if predicate.relationship else common
            for name, _ in statement.qualifiers:
                if name not in known and name not in OF_THE_RECORD:
                    message = f"The predicate '{statement.predicate}' has no qualifier '{name}'."
                    can = f"It can have {', '.join(known)}." if known else "Give it a relationship class."
                    way_out = context.nearest(f"qualifier of {statement.predicate}", name, known, can)
                    ids = statement.id, statement.subject
                    yield RULE.finding(message, statement.position, *ids, way_out=way_out, at=at(names=[name]))


def _common(ontology: Ontology) -> Mapping[str, Slot]:
    """What any relation can have: the slots of relationship classes that name no predicate, as all of Biolink's do."""
    classes = [each for each in ontology.classes.values() if each.relationship and "predicate" in each.slots]
    common = [each.slots for each in classes if each.slots["predicate"].equals_string is None]
    ends = ("id", "subject", "predicate", "object")
    return {name: slot for slots in common for name, slot in slots.items() if name not in ends}
