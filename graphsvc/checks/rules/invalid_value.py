"""A value is not of the type that its slot demands.

It stays on its statement and shows nowhere else: no filter, no sum and no sorting sees it. For example,
`employees: a dozen` where the range is integer.

Source: LinkML `range`.
"""

from graphsvc.checks.broken import broken
from graphsvc.checks.rule import Context, Findings, Rule

RULE = Rule("invalid-value", "GS308", "Write the value as its slot demands, or correct the slot.")


def check(context: Context) -> Findings:
    return broken(context, RULE, "type")
