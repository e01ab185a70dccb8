"""No relation leads to the entity or from it, while nearly all others have some.

Nobody who follows the graph comes across it. For example, a company was added, and the statement about who owns it
was not. Where more than one entity in ten is alone, or records could not be read, this is silent.

Source: graph theory; Wikidata's reports list items that nothing links to.
"""

from graphsvc.checks.pieces import exceptions
from graphsvc.checks.rule import Context, Findings, Rule, Severity

RULE = Rule("isolated-entity", "GS703", "Add what relates it to others, or remove it.", Severity.INFO)


def check(context: Context) -> Findings:
    for (id,) in exceptions(context, single=True):
        yield RULE.finding(f"{context.name(id)} has no relation to another entity.", context.entities[id].position, id)
