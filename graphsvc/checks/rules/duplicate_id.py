"""Two entities, two documents or two statements have the same id.

Everything is keyed by id: only the first record counts, and what the second says is lost. For example, `meta` is
defined in entities.yaml and again in nodes.csv.
"""

from collections.abc import Mapping, Sequence

from graphsvc.checks.rule import Context, Findings, Rule
from graphsvc.records import Document, Entity, Statement

RULE = Rule("duplicate-id", "GS102", "Merge the records, or give one of them another id.")
Record = Entity | Document | Statement


def check(context: Context) -> Findings:
    yield from _extra("entity", context.dataset.entities, context.entities)
    yield from _extra("document", context.dataset.documents, context.documents)
    yield from _extra("statement", context.dataset.statements, context.statements)


def _extra(kind: str, records: Sequence[Record], firsts: Mapping[str, Record]) -> Findings:
    for record in records:
        first = firsts[record.id]
        if record is not first:
            message = f"The {kind} '{record.id}' is already defined at {first.position}; this record does not count."
            yield RULE.finding(message, record.position, record.id)
