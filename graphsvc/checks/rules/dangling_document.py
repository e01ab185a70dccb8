"""A reference names a document that is not in the dataset.

The statement looks sourced, and nobody can open its source. For example,
`references: [{document: meta-newsroom-2026}]` without a document of that id.
What only rows of bulk files cite is there by its id, and not told.

Source: referential integrity; what Wikidata's P248 (stated in) names is an item.
"""

from graphsvc.checks.rule import Context, Findings, Rule, at

RULE = Rule("dangling-document", "GS202", "Add the document, or correct the id.")


def check(context: Context) -> Findings:
    known = context.documents
    otherwise = RULE.way_out if known else "The dataset has no documents: add documents.yaml, with this one in it."
    for statement in context.dataset.statements:
        for reference in statement.references:
            if reference.document not in known and reference.document not in context.rejected:
                message = f"The reference names the document '{reference.document}', which is not in the dataset."
                way_out = context.nearest("document", reference.document, known, otherwise)
                ids = statement.id, reference.document
                yield RULE.finding(message, reference.position, *ids, way_out=way_out, at=at("document"))
