"""A value does not match the pattern of its slot or type.

It stays on its statement and shows nowhere else. For example, `country: Germany` where the pattern is `^[A-Z]{2}$`.

Source: LinkML `pattern`.
"""

from graphsvc.checks.broken import broken
from graphsvc.checks.rule import Context, Findings, Rule

RULE = Rule("pattern-mismatch", "GS311", "Write the value to match, or correct the pattern.")


def check(context: Context) -> Findings:
    return broken(context, RULE, "pattern")
