"""Claims of a transitive relation lead back to where they start, though nothing may be so related to itself.

Step by step they imply what the relation excludes. For example, a room is `inside` a house, the house inside a garden,
and the garden inside the room, where `inside` is transitive and irreflexive.

Source: LinkML `transitive` with `irreflexive` or `asymmetric` (OWL 2: the same axioms).
"""

from graphsvc.checks.cycles import cycles, finding
from graphsvc.checks.rule import Context, Findings, Rule

WAY_OUT = "Correct or deprecate one of the statements, or date those that did not hold together."
RULE = Rule("transitive-contradiction", "GS406", WAY_OUT)


def check(context: Context) -> Findings:
    for predicate in context.ontology.predicates.values():
        asymmetric = context.inherits(predicate, "asymmetric")
        excludes_itself = asymmetric or context.inherits(predicate, "irreflexive")
        if context.is_flagged(predicate, "transitive") and excludes_itself and not context.is_acyclic(predicate):
            why = f"{predicate.name} is transitive and {'asymmetric' if asymmetric else 'irreflexive'}"
            for cycle, size in cycles(context, predicate):
                if len(cycle) > 2 or not asymmetric:  # else a mutual-relation
                    yield finding(context, RULE, why, cycle, size)
