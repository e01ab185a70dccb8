"""The subject or object of a statement is no entity of the dataset.

A statement with a dangling end has no edge in the graph: what it says is stored and never found. For example,
`{subject: mark-zuckerberg, predicate: leads, object: metta}` where the entity is `meta`.

Source: referential integrity; KGX's validator checks the same of edges.
"""

from graphsvc.checks.rule import Context, Findings, Rule, at

RULE = Rule("dangling-end", "GS201", "Add an entity with this id, or correct the id.")


def check(context: Context) -> Findings:
    for statement in context.dataset.statements:
        for end, id in (("subject", statement.subject), ("object", statement.object)):
            if id is not None and id not in context.entities and id not in context.rejected:
                message = f"The {end} '{id}' of this {statement.predicate} statement is no entity."
                way_out = context.nearest("entity", id, context.entities, RULE.way_out)
                place = at(end, statement.predicate, text=id)
                yield RULE.finding(message, statement.position, statement.id, id, way_out=way_out, at=place)
