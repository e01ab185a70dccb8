"""A value is not among the permissible values of its enum, or not the one that `equals_string` allows.

It stays on its statement and shows nowhere else: filters know the listed values only. For example, `status: alive`
where the enum has `announced` and `live`.

Source: LinkML `permissible_values`, `equals_string`.
"""

from graphsvc.checks.broken import broken
from graphsvc.checks.rule import Context, Findings, Rule

RULE = Rule("unlisted-value", "GS312", "Use a permissible value, or add it to the enum.")


def check(context: Context) -> Findings:
    return broken(context, RULE, "enum")
