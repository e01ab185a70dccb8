"""With `--documents`: the text of a document is missing, unreadable, or differs from its recorded sha256.

Locators point into one exact text; in another they point at other words. For example, a text was downloaded again
after its publisher had corrected it.

Source: SHA-256 (FIPS 180-4) of the bytes that were cited.
"""

from dataclasses import replace
from hashlib import sha256

from graphsvc.checks.rule import Context, Findings, Rule, Severity, at
from graphsvc.records import Document

RULE = Rule("unmatched-document", "GS603", "Bring back the cited text, or record the new sha256 and cite again.")


def check(context: Context) -> Findings:
    if context.directory is None:
        return
    references = [reference for statement in context.dataset.statements for reference in statement.references]
    quoted = {each.document for each in references if each.locator is not None or each.digest is not None}
    for id, document in context.documents.items():
        if document.file is None and id in quoted:
            message = f"The document '{id}' names no file, so the spans cited from it were not compared."
            unnamed = replace(RULE, severity=Severity.INFO)
            yield unnamed.finding(message, document.position, id, way_out="Name its text as `file`.")
        elif document.file is not None:
            yield from _compared(context, document, document.file)


def _compared(context: Context, document: Document, file: str) -> Findings:
    id, place, way_out = document.id, document.position, "Put the text there, or correct `file`."
    try:
        actual = sha256(context.read(document).encode()).hexdigest()
    except UnicodeDecodeError:
        message, way_out = f"The file '{file}' of '{id}' is not UTF-8.", "Save it as UTF-8."
        yield RULE.finding(message, place, id, way_out=way_out, at=at("file"))
    except (OSError, ValueError):
        message = f"The file '{file}' of '{id}' is not in the directory given, or cannot be read there."
        yield RULE.finding(message, place, id, way_out=way_out, at=at("file"))
    else:
        if document.sha256 is not None and document.sha256.lower() != actual:
            message = f"The file '{file}' is not the text recorded for '{id}': its sha256 is {actual}."
            yield RULE.finding(message, place, id, at=at("sha256"))
