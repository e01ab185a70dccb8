"""A statement relates an entity to itself by a relation in which nothing can stand to itself.

Mostly one of the two ids is a slip. For example, `{subject: meta, predicate: competes_with, object: meta}`.

Source: LinkML `irreflexive`, `asymmetric`, and the annotation `acyclic`; for what is below such a relation too.
"""

from graphsvc.checks.rule import Context, Findings, Rule, at

RULE = Rule("self-loop", "GS403", "Correct the subject or the object, or deprecate the statement.")


def check(context: Context) -> Findings:
    for name, predicate in context.ontology.predicates.items():
        flag = next((flag for flag in ("irreflexive", "asymmetric") if context.inherits(predicate, flag)), None)
        if flag or context.is_acyclic(predicate):
            for claim in context.relations.get(name, ()):
                if claim.subject == claim.object:
                    related = f"This relates {context.name(claim.subject)} to itself by {name}"
                    message = f"{related}, which is {flag or 'acyclic'}."
                    yield RULE.at_last(message, [claim], claim.subject, at=at("object", name))
