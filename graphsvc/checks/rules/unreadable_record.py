"""A record cannot be read: it never reaches the graph, and it does not stop the rest.

What is left out must be told, with the place where it stands. For example, a statement without a subject, or a line
that is no JSON. What a record may hold: docs/curating.md.

Source: the record formats of docs/curating.md and KGX.
"""

from dataclasses import replace

from graphsvc.checks.rule import Context, Findings, Rule

RULE = Rule("unreadable-record", "GS101", "Correct the record.")


def check(context: Context) -> Findings:
    for rejection in context.dataset.rejections:
        exact = replace(RULE, name=rejection.rule)
        ids = [rejection.id] if rejection.id else []
        yield exact.finding(rejection.message, rejection.position, *ids, way_out=rejection.way_out)
