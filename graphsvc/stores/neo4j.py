"""The store on Neo4j: the one module that knows its driver."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from threading import local
from typing import Any, NamedTuple, Self, TypeVar, cast

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    GraphDatabase,
    ManagedTransaction,
    NotificationDisabledClassification,
    Query,
    Result,
    ResultSummary,
    Session,
    unit_of_work,
)
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Forbidden,
    Neo4jError,
    TransientError,
    UnsupportedServerProduct,
)

from graphsvc.errors import StoreBusy, StoreDenied, StoreError, StoreMismatch, StoreUnavailable, StoreUnsupported
from graphsvc.plan.tree import Plan
from graphsvc.stores import cypher
from graphsvc.stores.base import Rows

MINIMUM = (5, 26)
COUNTS = ("entities", "relations", "statements", "documents", "conflicts", "findings")
PAUSES = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.4, 0.4, 0.4)
"""Seconds between reads that were torn: ten reads within two seconds."""
LOST = (0.05, 0.2)
"""Seconds before a read whose connection was lost is tried again."""
IDLE_SECONDS = 10.0
WRITE_SECONDS = 600.0
DATASETS = "MATCH (d:Dataset) RETURN properties(d) LIMIT 2"
APPLICATION = {"app": "graphsvc"}
FAULTS = {
    "Neo.ClientError.Database.DatabaseNotFound": "has no such database",
    "Neo.ClientError.Schema.ConstraintValidationFailed": "holds data with ids that graphsvc needs",
    "Neo.DatabaseError.Schema.ConstraintCreationFailed": "holds data with ids that graphsvc needs",
}

log = logging.getLogger("graphsvc.neo4j")
T = TypeVar("T")


class Statement(NamedTuple):
    """Cypher, and the value of its one parameter `p`."""

    text: str
    parameter: Mapping[str, Any] = {}


@dataclass(frozen=True)
class DatasetNode:
    """What the database says of the dataset it holds.

    `pending` names the load that is under way or was broken off. `revision` is 0, and `digest` and `ontology` are
    empty, until a first load is done. `predicates` are those that have statements.
    """

    id: str
    revision: int
    pending: str | None
    digest: str
    ontology: str
    predicates: Sequence[str]
    counts: Mapping[str, int]


class Neo4jStore:
    """Holds what a load wrote; nothing is connected before the first use.

    `uri` is `bolt://` for one server or `neo4j://` for a cluster. `timeout` (one read) and `connect_timeout` (reaching
    the server) are in seconds; a read ends within their sum, whatever the server does.
    """

    def __init__(
        self, uri: str, user: str, password: str | None, database: str, timeout: float = 30, connect_timeout: float = 5
    ) -> None:
        self.uri = re.sub(r"//[^/@]*@", "//", uri)
        self.user, self.database = user, database
        self.timeout, self.connect_timeout = timeout, connect_timeout
        with self.errors():
            self.driver = GraphDatabase.driver(
                uri,
                auth=(user, password) if password else None,
                connection_timeout=connect_timeout,
                connection_acquisition_timeout=connect_timeout,
                liveness_check_timeout=IDLE_SECONDS,
                notifications_disabled_classifications=[NotificationDisabledClassification.UNRECOGNIZED],
                telemetry_disabled=True,
                user_agent="graphsvc",
            )
        self.inside = local()
        self.threads = ThreadPoolExecutor(100, "graphsvc-neo4j", lambda: setattr(self.inside, "waiting", False))

    @classmethod
    def connect(
        cls, uri: str, user: str, password: str | None, database: str, timeout: float = 30, connect_timeout: float = 5
    ) -> Self:
        """The store, once the server has answered. Raises StoreError."""
        store = cls(uri, user, password, database, timeout, connect_timeout)
        try:
            assert store.server_version
        except StoreError:
            store.close()
            raise
        return store

    @cached_property
    def server_version(self) -> str:
        """Such as `5.26.19`. Raises StoreError: unreachable, or older than `MINIMUM`."""
        version = product_version(self.bounded(self.agent))
        if not new_enough(version):
            needed = ".".join(map(str, MINIMUM))
            message = f"The server at {self.uri} is {version}; graphsvc needs Neo4j {needed} or newer."
            raise StoreUnsupported(message, "Use a newer server.")
        return version

    @property
    def name(self) -> str:
        return f"Neo4j {self.server_version}"

    @property
    def patience(self) -> float:
        return self.timeout + self.connect_timeout

    def close(self) -> None:
        self.driver.close()
        self.threads.shutdown(wait=False)

    # Reading

    def read(self, plan: Plan) -> Rows:
        assert self.server_version
        statement = Statement(cypher.statement(plan.roots), cypher.parameters(plan)["p"])
        answers = self.bounded(lambda: self.untorn(statement))
        assert isinstance(answers, list)
        return answers

    def ready(self) -> None:
        node = self.dataset()
        if node is None:
            raise self.empty()
        if node.pending is not None:
            raise self.busy(node.pending)

    def dataset(self, writer: Writer | None = None) -> DatasetNode | None:
        """What is loaded, or None. Raises StoreError; StoreMismatch for nodes that only share the label.

        A `writer` asks in its own session, where a cluster cannot answer with an older state.
        """
        assert self.server_version
        asked = Statement(DATASETS)
        found = [node for (node,) in writer.rows(asked)] if writer else self.bounded(lambda: self.ask(asked))
        if not found:
            return None
        node = found[0]
        if len(found) > 1 or not isinstance(node.get("revision"), int):
            message = f"The database {self.database} at {self.uri} has nodes labelled Dataset of another application."
            raise StoreMismatch(message, "Load into another database.")
        digest, ontology = (node.get(name, "") for name in ("digest", "ontology"))
        counts = {name: node.get(name, 0) for name in COUNTS}
        predicates = node.get("predicates", [])
        return DatasetNode(node["id"], node["revision"], node.get("pending"), digest, ontology, predicates, counts)

    def untorn(self, statement: Statement) -> Rows:
        """Neo4j is read committed: an answer counts if the revision is the same before and after it."""
        pending = None
        for pause in (0.0, *PAUSES):
            if pause:
                time.sleep(pause)  # never for 0 s, which would pass the turn to another thread
            found = self.ask(statement)
            if not found:
                raise self.empty()
            if len(found) > 1:
                raise StoreMismatch(f"{self.uri} holds several datasets.", "Load each into a database of its own.")
            before, answer, after = found[0]
            if before == after and before[1] is None:
                return cast(Rows, answer)
            pending = after[1]
        raise self.busy(pending)

    def ask(self, statement: Statement) -> list[Any]:
        """The first column of the answer, read only; asked again if the connection was lost on the way."""
        end = time.monotonic() + self.connect_timeout
        for pause in LOST:
            try:
                return self.ask_once(statement)
            except (DriverError, TransientError) as error:
                if not error.is_retryable() or time.monotonic() + pause > end:
                    raise
                time.sleep(pause)
        return self.ask_once(statement)

    def ask_once(self, statement: Statement) -> list[Any]:
        with self.driver.session(database=self.database, default_access_mode=READ_ACCESS) as session:
            result = run(session, statement, self.timeout)
            values = result.value()
            note(result.consume())
        return values

    def rows(self, statement: Statement) -> Iterator[list[Any]]:
        """The records of a long answer, one by one, none kept. Raises StoreError."""
        assert self.server_version
        with self.errors(), self.driver.session(database=self.database, default_access_mode=READ_ACCESS) as session:
            yield from Writer(session).rows(statement)

    def agent(self) -> str:
        return str(self.driver.get_server_info().agent)

    def bounded(self, work: Callable[[], T]) -> T:
        """The driver waits two minutes for a server that falls silent in the middle; callers wait less.

        In a thread of `threads` the work is done at once: whoever gave it to that thread is the one who waits.
        """
        with self.errors():
            if hasattr(self.inside, "waiting"):
                return work()
            try:
                return self.threads.submit(work).result(self.patience)
            except TimeoutError as error:
                raise self.late() from error

    # Writing

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """For one load."""
        assert self.server_version
        with self.errors(), self.driver.session(database=self.database, default_access_mode=WRITE_ACCESS) as session:
            yield Writer(session)

    # Errors

    def empty(self) -> StoreMismatch:
        message = f"The database {self.database} at {self.uri} holds no dataset."
        return StoreMismatch(message, "Load one with `graphsvc load DATASET`.")

    def busy(self, pending: str | None) -> StoreBusy:
        began = f" (it began at {pending.partition('#')[0]})" if pending else ""
        way_out = "Try again when it is done; if it was broken off, run `graphsvc load` again."
        return StoreBusy(f"A load is under way{began}, and what it has not finished is not shown.", way_out)

    def late(self) -> StoreUnavailable:
        message = f"Neo4j at {self.uri} did not answer within {self.timeout:g} s."
        return StoreUnavailable(message, "Ask for less at once, or allow more time with `timeout`.")

    @contextmanager
    def errors(self) -> Iterator[None]:
        try:
            yield
        except (DriverError, Neo4jError) as error:
            raise self.translated(error) from error

    def translated(self, error: DriverError | Neo4jError) -> StoreError:
        server = f"Neo4j at {self.uri}"
        code = (error.code or "") if isinstance(error, Neo4jError) else ""
        if isinstance(error, Forbidden):
            message = f"{server} does not let the user {self.user} do this."
            return StoreDenied(message, "Give the user the rights, or name another one.")
        if isinstance(error, AuthError) or code.startswith("Neo.ClientError.Security."):
            message = f"{server} refused the user {self.user}."
            return StoreDenied(message, "Check the user and the password.")
        if isinstance(error, UnsupportedServerProduct):
            return StoreUnsupported(f"{self.uri} does not answer as Neo4j does.", "Give the address of a Neo4j.")
        if isinstance(error, ConfigurationError):
            return StoreError(f"The address {self.uri} cannot be used.", "Write it as bolt://host or neo4j://host.")
        if "TransactionTimedOut" in code:
            return self.late()
        if isinstance(error, TransientError):
            return StoreUnavailable(f"{server} cannot answer now ({code}).", "Try again.")
        if isinstance(error, Neo4jError):
            fault = FAULTS.get(code, f"reports {code}")
            return StoreError(f"{server} (database {self.database}) {fault}.", "See its own log for the details.")
        return StoreUnavailable(f"{server} cannot be reached.", "Check that it runs there, and the way to it.")


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

        One for each takes longer, and fails where another load is at the same; this one waits, or is run again.
        """
        self.session.execute_write(define, texts)

    def rows(self, statement: Statement) -> Iterator[list[Any]]:
        """The records, one by one, none kept."""
        result = run(self.session, statement, WRITE_SECONDS)
        yield from map(list, result)
        note(result.consume())


def run(session: Session, statement: Statement, timeout: float) -> Result:
    return session.run(Query(statement.text, metadata=APPLICATION, timeout=timeout), p=statement.parameter)


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


def product_version(agent: str) -> str:
    """`Neo4j/5.26.19` -> `5.26.19`; all of it if it says something else."""
    return agent.removeprefix("Neo4j/")


def new_enough(version: str) -> bool:
    """Whether a version is `MINIMUM` or newer: `5.26.19`, `5.27-aura`, `2025.01.0`."""
    found = re.match(r"(\d+)\.(\d+)", version)
    return found is not None and (int(found[1]), int(found[2])) >= MINIMUM
