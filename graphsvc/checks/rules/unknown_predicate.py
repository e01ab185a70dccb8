"""A predicate is neither a relation nor an attribute in the ontology.

What the ontology does not have is not in the API: nobody can ask for it. For example,
`{subject: meta, predicate: ownes, object: scale-ai}`.

Source: the slots of the LinkML ontology.
"""

from graphsvc.checks.rule import Context, Findings, Rule, at
from graphsvc.ontology import INTRINSIC

RULE = Rule("unknown-predicate", "GS304", "Correct the predicate, or add it to the ontology.")


def check(context: Context) -> Findings:
    attributes = {name: frozenset(context.ontology.attributes(name)) for name in context.ontology.node_classes}
    everywhere = frozenset[str]().union(*attributes.values())
    for statement in context.dataset.statements:
        name = statement.predicate
        if name in everywhere or name in context.sides:
            continue
        class_name = context.classes.get(statement.subject)
        if name in INTRINSIC:
            fault, way_out = "is a field of the entity's own record", "Say it in the entity's record."
        else:
            fault = "is neither a relation nor an attribute in the ontology"
            known = sorted((attributes[class_name] if class_name else everywhere).union(context.sides))
            way_out = context.nearest(f"predicate of {class_name}", name, known, RULE.way_out)
        message = f"The predicate '{name}' {fault}."
        ids, place = (statement.id, statement.subject), at("predicate", names=[name])
        yield RULE.finding(message, statement.position, *ids, way_out=way_out, at=place)
