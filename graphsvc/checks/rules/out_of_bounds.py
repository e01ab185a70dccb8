"""A number is below the least or above the most that its slot allows, or beyond what can be stored.

It stays on its statement and shows nowhere else; often the unit is another. For example, `share: 49` where the maximum
is 1.

Source: LinkML `minimum_value`, `maximum_value`.
"""

from graphsvc.checks.broken import broken
from graphsvc.checks.rule import Context, Findings, Rule

RULE = Rule("out-of-bounds", "GS313", "Check number and unit, or widen the bounds.")


def check(context: Context) -> Findings:
    return broken(context, RULE, "bounds")
