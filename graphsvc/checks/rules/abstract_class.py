"""The most specific class of an entity is abstract or a mixin.

The ontology says that nothing is just that, so the API has no type for it. For example,
`{id: meta, category: NamedThing}` where `NamedThing` is abstract.

Source: LinkML `abstract`, `mixin`.
"""

from graphsvc.checks.rule import Context, Findings, Rule, at, listed

RULE = Rule("abstract-class", "GS302", "Use a class below it that can have instances.")


def check(context: Context) -> Findings:
    classes = context.ontology.classes
    without_instances = {name for name, each in classes.items() if each.abstract or each.mixin}
    for id, name in context.classes.items():
        if name in without_instances:
            sort = "abstract" if classes[name].abstract else "a mixin"
            message = f"The class '{name}' of {context.name(id)} is {sort}."
            below = [each for each in context.ontology.descendants[name] if each not in without_instances]
            way_out = f"Use a class below it that can have instances: {listed(below, most=5)}." if below else ""
            place = at("category", text=name)
            yield RULE.finding(message, context.entities[id].position, id, way_out=way_out, at=place)
