"""A statement gives its subject an attribute that the subject's class does not have.

The type of the subject has no such field in the API. For example, `born` of a Company, where only Person has `born`.

Source: the slots of a LinkML class.
"""

from collections.abc import Iterator

from graphsvc.checks.rule import Context, Findings, Rule, at

RULE = Rule("misplaced-slot", "GS310", "Correct the predicate or the subject's class, or give the slot to the class.")


def check(context: Context) -> Findings:
    attributes = {name: context.ontology.attributes(name).keys() for name in context.ontology.node_classes}
    everywhere = frozenset[str]().union(*attributes.values())
    for statement in context.dataset.statements:
        name, class_name = statement.predicate, context.classes.get(statement.subject)
        if class_name and name in everywhere and name not in attributes[class_name] and name not in context.sides:
            if any(name in attributes.get(each, ()) for each in _meant(context, statement.subject)):
                continue  # a fault of the class, which other rules tell
            fault = f"is no slot of the class {class_name} of {context.name(statement.subject)}"
            way_out = f"Add it to the slots of {class_name}, or correct the predicate or the entity's class."
            message, place = f"The predicate '{name}' {fault}.", at("predicate", names=[name])
            yield RULE.finding(message, statement.position, statement.id, statement.subject, way_out=way_out, at=place)


def _meant(context: Context, id: str) -> Iterator[str]:
    """The classes that the entity may be meant to have: all that it has, and those below an abstract one."""
    for name in context.entities[id].categories:
        if one := context.ontology.node_classes.get(name):
            yield from context.ontology.descendants[name] if one.abstract or one.mixin else (name,)
