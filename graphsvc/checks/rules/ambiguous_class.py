"""An entity has several classes, none of which includes the others.

Only one class counts, the most specific, in a tie the ontology's first; the others are lost to the API. For example,
`category: [Person, Organization]`.

Source: the KGX convention, where a node may have several categories.
"""

from graphsvc.checks.rule import Context, Findings, Rule, Severity, at

RULE = Rule("ambiguous-class", "GS303", "Keep one class, or declare a class that inherits from both.", Severity.WARNING)


def check(context: Context) -> Findings:
    classes = context.ontology.node_classes
    for id, effective in context.classes.items():
        entity = context.entities[id]
        if effective is None or len(entity.categories) == 1:
            continue
        others = [name for name in entity.categories if name in classes and name not in classes[effective].ancestors]
        if others:
            named = f"{context.name(id)} is of the class {effective} and of {', '.join(others)}"
            yield RULE.finding(f"{named}; only {effective} counts.", entity.position, id, at=at("category"))
