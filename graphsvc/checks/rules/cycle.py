"""Claims of an acyclic relation, all holding at one time, lead back to where they start.

What owns, contains or supersedes itself by a detour makes sums and hierarchies meaningless. For example, Meta owns
Scale AI, Scale AI owns Outlier, and Outlier owns Meta. One finding for each entangled part, with a shortest cycle.

Source: the annotation `acyclic` of a relationship class.
"""

from graphsvc.checks.cycles import cycles, finding
from graphsvc.checks.rule import Context, Findings, Rule

RULE = Rule("cycle", "GS401", "Correct or deprecate one of the statements, or date those that did not hold together.")


def check(context: Context) -> Findings:
    for predicate in context.annotated("acyclic"):
        for cycle, size in cycles(context, predicate):
            yield finding(context, RULE, f"{predicate.name} is acyclic", cycle, size)
