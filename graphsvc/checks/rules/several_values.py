"""Live statements give several values, objects or subjects at one time where the ontology allows one.

They cannot all hold. Of values one is shown, or none; relations all stay, marked as contested. For example, one
document says that Meta paid 14.3 billion, another 15 billion; or an organization has two leaders.

Source: LinkML `multivalued: false`; Wikibase's single-value constraint.
"""

from graphsvc.checks.disagreement import WAY_OUT, disagreement
from graphsvc.checks.rule import Context, Findings, Rule, Severity
from graphsvc.verdict import ConflictKind

RULE = Rule("several-values", "GS501", WAY_OUT, Severity.WARNING)


def check(context: Context) -> Findings:
    for conflict in context.judgement.conflicts:
        if conflict.kind is not ConflictKind.QUALIFIER:
            name = context.name(conflict.subject)
            what = f"{name} can have one {conflict.predicate} at a time, and the sources give several"
            yield disagreement(context, RULE, conflict, what)
