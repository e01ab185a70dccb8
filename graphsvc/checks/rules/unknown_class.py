"""An entity has no class, or one that the ontology does not have as a class of entities.

Without a class an entity has no type in the API, and no rule about its class can be checked. For example,
`{id: meta, category: Organisation}` where the ontology says `Organization`.

Source: LinkML `classes`.
"""

from graphsvc.checks.rule import Context, Findings, Rule, at

RULE = Rule("unknown-class", "GS301", "Use a class of the ontology, or add it there.")


def check(context: Context) -> Findings:
    classes, known = context.ontology.classes, context.ontology.node_classes
    for entity in context.dataset.entities:
        if not entity.categories:
            way_out = "Give it a category: one of the ontology's classes."
            yield RULE.finding(f"The entity '{entity.id}' has no class.", entity.position, entity.id, way_out=way_out)
        effective = context.ontology.most_specific(entity.categories)
        for category in entity.categories:
            if category not in known and not (effective and category in classes[effective].ancestors):
                wrong_kind = "is no class of entities: it has no id slot, or represents a relationship"
                fault = wrong_kind if category in classes else "is not in the ontology"
                message = f"The class '{category}' of the entity '{entity.id}' {fault}."
                way_out = context.nearest("class", category, known, RULE.way_out)
                place = at("category", text=category)
                yield RULE.finding(message, entity.position, entity.id, way_out=way_out, at=place)
