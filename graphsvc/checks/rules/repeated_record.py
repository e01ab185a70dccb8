"""A record stands there twice, with the same id and the same content.

Nothing is lost, but whoever corrects one of the two has corrected nothing. For example, a line of entities.yaml was
copied and left as it was.

Source: tidiness; files that were merged often hold such pairs.
"""

from graphsvc.checks.rule import Context, Findings, Rule, Severity, at
from graphsvc.checks.twice import twice

RULE = Rule("repeated-record", "GS104", "Remove one of the two.", Severity.WARNING)


def check(context: Context) -> Findings:
    for kind, first, record, alike in twice(context):
        if alike:
            message = f"The {kind} '{record.id}' stands at {first.position} already, in the same words."
            yield RULE.finding(message, record.position, record.id, at=at("id"))
