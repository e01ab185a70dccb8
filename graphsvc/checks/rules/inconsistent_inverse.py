"""A claim is stated in both directions, and the two differ in a qualifier that can have one value.

One of the two was corrected and the other forgotten, or they have different sources. For example, `meta owns scale-ai`
with the share 0.49, and `scale-ai owned_by meta` with the share 0.51.

Source: LinkML `inverse`, `symmetric`; Wikibase's inverse constraint.
"""

from graphsvc.checks.disagreement import WAY_OUT, disagreement, is_turned
from graphsvc.checks.rule import Context, Findings, Rule, Severity
from graphsvc.verdict import ConflictKind

RULE = Rule("inconsistent-inverse", "GS407", WAY_OUT, Severity.WARNING)


def check(context: Context) -> Findings:
    for conflict in context.judgement.conflicts:
        if conflict.kind is ConflictKind.QUALIFIER and is_turned(context, conflict):
            claim = context.sentence(context.statements[conflict.statements[0]])
            what = f"The two directions of “{claim}” differ on the {conflict.qualifier}"
            yield disagreement(context, RULE, conflict, what)
