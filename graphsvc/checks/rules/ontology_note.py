"""The ontology says something that graphsvc reads and does not act on.

A metaslot that is passed over in silence lets its author believe that it is enforced. For example, a slot has
`equals_expression`, or a class has a name that the API needs for itself.

Source: the metamodel of LinkML 1.8.
"""

from graphsvc.checks.rule import Context, Findings, Rule, Severity
from graphsvc.plan.naming import build_vocabulary

RULE = Rule("ontology-note", "GS103", "Say it another way, or leave it as documentation.", Severity.WARNING)


def check(context: Context) -> Findings:
    for note in (*context.ontology.notes, *build_vocabulary(context.ontology).notes):
        yield RULE.finding(note.message, note.position, context.ontology.name)
