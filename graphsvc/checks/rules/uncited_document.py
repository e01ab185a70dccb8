"""No statement cites the document.

It was read and left nothing behind, or its id was misspelt where it should be cited. For example, documents.yaml holds
`doc:briefing`, and no reference names it. Where records could not be read this is silent: one of them may cite it.

Source: tidiness; MediaWiki lists pages that nothing links to for the same reason.
"""

from graphsvc.checks.rule import Context, Findings, Rule, Severity

RULE = Rule("uncited-document", "GS203", "Cite what it says, or remove it.", Severity.INFO)


def check(context: Context) -> Findings:
    if not context.dataset.rejections:
        cited = {reference.document for each in context.dataset.statements for reference in each.references}
        for id, document in context.documents.items():
            if id not in cited:
                yield RULE.finding(f"No statement cites the document '{id}'.", document.position, id)
