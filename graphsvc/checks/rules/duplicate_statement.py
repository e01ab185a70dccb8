"""Two statements say the same: subject, predicate, object or value, qualifiers and rank.

Whoever counts statements counts one twice, and whoever corrects one has corrected nothing. For example, the same fact
under two ids, or `14.30` beside `14.3`. Where each cites documents of its own, it is for information.

Source: curating.md: what another document says is another reference of the statement that is there.
"""

from dataclasses import replace

from graphsvc.checks.rule import Context, Findings, Rule, Severity
from graphsvc.checks.twice import restated

WAY_OUT = "Keep one, and give it the references of both."
RULE = Rule("duplicate-statement", "GS409", WAY_OUT, Severity.WARNING)


def check(context: Context) -> Findings:
    for first, again, turned, adds in restated(context):
        if not turned:
            rule = replace(RULE, severity=Severity.INFO) if adds else RULE
            message = f"The statement at {first.position} says the same: {context.sentence(again)}."
            yield rule.finding(message, again.position, again.id, first.id, again.subject)
