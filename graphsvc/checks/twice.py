"""Records whose id another record before them has, and statements that say what another one says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter

from graphsvc.checks.rule import Context
from graphsvc.records import Document, Entity, Statement
from graphsvc.values import Raw

Record = Entity | Document | Statement


def twice(context: Context) -> Iterator[tuple[str, Record, Record, bool]]:
    """Kind, first record, further record of that id, and whether they say the same."""
    yield from _further("entity", context.dataset.entities, context.entities)
    yield from _further("document", context.dataset.documents, context.documents)
    yield from _further("statement", context.dataset.statements, context.statements)


def _further(
    kind: str, records: Sequence[Record], firsts: Mapping[str, Record]
) -> Iterator[tuple[str, Record, Record, bool]]:
    for record in records:
        first = firsts[record.id]
        if record is not first:
            yield kind, first, record, _moved(record, first) == first


def _moved(record: Record, first: Record) -> Record:
    """The record as if it stood where the first one does."""
    if not isinstance(record, Statement):
        return replace(record, position=first.position)
    assert isinstance(first, Statement)
    places = [each.position for each in first.references] + [first.position] * len(record.references)
    pairs = zip(record.references, places, strict=False)
    references = tuple(each._replace(position=place) for each, place in pairs)
    return record._replace(position=first.position, references=references)


def restated(context: Context) -> Iterator[tuple[Statement, Statement, bool, bool]]:
    """First and further statement that say the same; whether turned round; whether the further cites new documents."""
    for claim in context.judgement.claims:
        if len(claim.statements) > 1:
            firsts: dict[object, Statement] = {}
            for statement in sorted(claim.statements, key=attrgetter("position", "id")):
                first = firsts.setdefault(_details(statement), statement)
                if first is not statement:
                    turned = (first.predicate, first.subject) != (statement.predicate, statement.subject)
                    yield first, statement, turned, not _documents(statement) <= _documents(first)


def _details(statement: Statement) -> object:
    """What may tell apart two statements of one claim. Numbers count by what they are, not by how they are written."""
    qualifiers = ((name, frozenset(map(_plain, values))) for name, values in statement.qualifiers)
    return statement.rank, frozenset(qualifiers)


def _plain(value: Raw) -> Raw:
    return value.normalize() if isinstance(value, Decimal) else value


def _documents(statement: Statement) -> set[str]:
    return {reference.document for reference in statement.references}
