"""Some entities are related to one another and to nothing else, while nearly all others hang together.

Often one end of a statement is wrong, or the one that would join them is missing. For example, three companies that
own one another, and no way from them to the rest. Where more than one entity in ten is in such a part, or records
could not be read, this is silent.

Source: graph theory: connected components.
"""

from graphsvc.checks.pieces import exceptions
from graphsvc.checks.rule import Context, Findings, Rule, Severity, listed

RULE = Rule("cut-off-component", "GS704", "Add what relates them to the rest, or leave it so.", Severity.INFO)


def check(context: Context) -> Findings:
    for part in exceptions(context, single=False):
        who = listed([context.name(id) for id in part], most=5)
        message = f"{len(part)} entities are related to one another and to nothing else: {who}."
        yield RULE.finding(message, context.entities[part[0]].position, *part)
