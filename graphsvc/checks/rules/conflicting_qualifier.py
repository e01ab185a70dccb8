"""Live statements of one claim give different values for a qualifier that can have one.

They agree on the fact and not on its detail. One detail is shown, or none. For example, two documents say that Meta
owns part of Scale AI, one 49 %, the other 51 %. Numbers agree within their precision, dates with a day in common.

Source: LinkML `multivalued: false` of a qualifier.
"""

from graphsvc.checks.disagreement import WAY_OUT, disagreement, is_turned
from graphsvc.checks.rule import Context, Findings, Rule, Severity
from graphsvc.verdict import ConflictKind

RULE = Rule("conflicting-qualifier", "GS502", WAY_OUT, Severity.WARNING)


def check(context: Context) -> Findings:
    for conflict in context.judgement.conflicts:
        several = conflict.kind is ConflictKind.QUALIFIER and len(conflict.statements) > 1
        if several and not is_turned(context, conflict):
            claim = context.sentence(context.statements[conflict.statements[0]])
            what = f"The sources differ on the {conflict.qualifier} of “{claim}”"
            yield disagreement(context, RULE, conflict, what)
