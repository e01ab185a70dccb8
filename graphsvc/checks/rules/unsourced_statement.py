"""A statement has no reference.

Nobody can check it, and it carries no weight when sources disagree. For example,
`{subject: meta, predicate: owns, object: scale-ai}` without `references`.

Source: Wikibase's citation-needed constraint.
"""

from graphsvc.checks.rule import Context, Findings, Rule, Severity

RULE = Rule("unsourced-statement", "GS601", "Add a reference, or remove the statement.", Severity.WARNING)


def check(context: Context) -> Findings:
    for statement in context.dataset.statements:
        if not statement.references:
            message = f"No document is given for: {context.sentence(statement)}."
            yield RULE.finding(message, statement.position, statement.id, statement.subject)
