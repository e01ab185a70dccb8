"""A date is not EDTF of level 0 or 1.

Without days it holds at no time: no sorting sees it, and it bounds nothing. For example, `since: last spring`, or
`2026-04-31`.

Source: EDTF, ISO 8601-2, levels 0 and 1.
"""

from graphsvc.checks.broken import broken
from graphsvc.checks.rule import Context, Findings, Rule

RULE = Rule("unparseable-date", "GS315", "Write YYYY, YYYY-MM, YYYY-MM-DD, 2026~ or an interval such as 2024/..")


def check(context: Context) -> Findings:
    return broken(context, RULE, "date")
