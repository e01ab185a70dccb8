"""Statements, and what sessions of the driver do with them."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from neo4j import ManagedTransaction, Query, Result, ResultSummary, Session, unit_of_work
from neo4j.api import AsyncBookmarkManager
from neo4j.exceptions import ClientError

WRITE_SECONDS = 600.0
ATTEMPTS = 4
MADE_MEANWHILE = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
APPLICATION = {"app": "graphsvc"}

log = logging.getLogger("graphsvc.neo4j")


class NoBookmarks(AsyncBookmarkManager):
    """For reads that need not come after others: a bookmark may be of a database that was put back since."""

    async def update_bookmarks(self, previous_bookmarks: object, new_bookmarks: object) -> None:
        """Nothing is kept."""

    async def get_bookmarks(self) -> tuple[str, ...]:
        return ()


class Statement(NamedTuple):
    """Cypher, and the value of its one parameter `p`."""

    text: str
    parameter: Mapping[str, Any] = {}


class Writer:
    """One load's session. What it wrote is seen by what it reads, on a cluster too."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def run(self, guard: Statement, *statements: Statement) -> list[Any] | None:
        """All in one transaction: what the last one finds. If the guard finds nothing all is undone, and it is None."""
        with self.session.begin_transaction(metadata=APPLICATION, timeout=WRITE_SECONDS) as transaction:
            found: list[Any] = []
            for statement in (guard, *statements):
                result = transaction.run(statement.text, p=statement.parameter)
                found = result.value()
                note(result.consume())
                if statement is guard and not found:
                    return None
            transaction.commit()
        return found

    def change(self, text: str) -> None:
        """One statement that commits by itself."""
        note(run(self.session, Statement(text), WRITE_SECONDS).consume())

    def define(self, texts: Sequence[str]) -> None:
        """Constraints and indexes, which do nothing where they exist, in one transaction.

        One for each takes longer, and fails where another load is at the same; this one waits, or is run again, also
        where the other one made the same since this one looked.
        """
        for left in reversed(range(ATTEMPTS)):
            try:
                self.session.execute_write(define, texts)
            except ClientError as error:
                if error.code != MADE_MEANWHILE or not left:
                    raise
            else:
                return

    def rows(self, statement: Statement) -> Iterator[list[Any]]:
        """The records, one by one, none kept."""
        result = run(self.session, statement, WRITE_SECONDS)
        yield from map(list, result)
        note(result.consume())


def run(session: Session, statement: Statement, timeout: float) -> Result:
    return session.run(query(statement, timeout), p=statement.parameter)


def query(statement: Statement, timeout: float) -> Query:
    return Query(statement.text, metadata=APPLICATION, timeout=timeout)


@unit_of_work(metadata=APPLICATION, timeout=WRITE_SECONDS)
def define(transaction: ManagedTransaction, texts: Sequence[str]) -> None:
    """All that the server could remark is that something exists, which is as good."""
    for text in texts:
        transaction.run(text).consume()


def note(summary: ResultSummary) -> None:
    """What the server remarks on a statement goes to the log."""
    for status in summary.gql_status_objects:
        if status.is_notification:
            log.warning("Neo4j remarks: %s (%s)", status.status_description, status.gql_status)
