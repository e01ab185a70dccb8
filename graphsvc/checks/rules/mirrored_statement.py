"""A claim is stated in both directions with the same qualifiers: of a symmetric relation, or by the inverse's name.

One of the two says all: the other direction follows. For example, `apple partners_with openai` and `openai
partners_with apple`. Where each cites documents of its own, it is for information.

Source: LinkML `symmetric`, `inverse`.
"""

from dataclasses import replace

from graphsvc.checks.rule import Context, Findings, Rule, Severity
from graphsvc.checks.twice import restated

WAY_OUT = "Keep one direction, and give it the references of both."
RULE = Rule("mirrored-statement", "GS405", WAY_OUT, Severity.WARNING)


def check(context: Context) -> Findings:
    for first, again, turned, adds in restated(context):
        if turned:
            rule = replace(RULE, severity=Severity.INFO) if adds else RULE
            message = f"The statement at {first.position} says “{context.sentence(first)}”, which is the same."
            yield rule.finding(message, again.position, again.id, first.id, again.subject, first.subject)
