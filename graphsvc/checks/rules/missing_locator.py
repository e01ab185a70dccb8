"""A reference does not say where in its document the fact is found, though the document names its text.

A reader has to search the whole text, and no check can tell when it changes. For example,
`{document: doc:two-tracks}` where other references cite spans of `doc:two-tracks`.

Source: the reference of docs/curating.md; PROV-O and the Web Annotation model cite by selectors too.
"""

from graphsvc.checks.rule import Context, Findings, Rule, Severity

WAY_OUT = 'Add what `graphsvc cite FILE "span"` prints: locator and digest.'
RULE = Rule("missing-locator", "GS604", WAY_OUT, Severity.INFO)


def check(context: Context) -> Findings:
    with_text = {id for id, document in context.documents.items() if document.file}
    for statement in context.dataset.statements if with_text else ():
        for reference in statement.references:
            if reference.locator is None and reference.digest is None and reference.document in with_text:
                stated = context.sentence(statement)
                message = f"The reference does not say where '{reference.document}' states that {stated}."
                yield RULE.finding(message, reference.position, statement.id, reference.document)
