"""With `--documents`: the text of a document is missing, unreadable, or differs from its recorded sha256.

Locators point into one exact text; in another they point at other words. For example, a text was downloaded again
after its publisher had corrected it.
"""

from dataclasses import replace
from hashlib import sha256

from graphsvc.checks.rule import Context, Findings, Rule, Severity

RULE = Rule("unmatched-document", "GS603", "Bring back the cited text, or record the new sha256 and cite again.")


def check(context: Context) -> Findings:
    if context.directory is None:
        return
    references = [reference for statement in context.dataset.statements for reference in statement.references]
    quoted = {each.document for each in references if each.locator is not None or each.digest is not None}
    for id, document in context.documents.items():
        place, text = document.position, context.text(document)
        if document.file is None and id in quoted:
            message = f"The document '{id}' names no file, so the spans cited from it were not compared."
            yield replace(RULE, severity=Severity.INFO).finding(message, place, id, way_out="Name its text as `file`.")
        elif document.file is not None and text is None:
            message = f"The file '{document.file}' of '{id}' cannot be read as UTF-8 text in the directory given."
            yield RULE.finding(message, place, id, way_out="Put the text there, or correct `file`.")
        elif text is not None and document.sha256 is not None:
            actual = sha256(text.encode()).hexdigest()
            if document.sha256.lower() != actual:
                message = f"The file '{document.file}' is not the text recorded for '{id}': its sha256 is {actual}."
                yield RULE.finding(message, place, id)
