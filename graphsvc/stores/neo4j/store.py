"""The store on Neo4j."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    AsyncDriver,
    AsyncGraphDatabase,
    AsyncSession,
    GraphDatabase,
    NotificationDisabledClassification,
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
from graphsvc.stores.loop import Loop
from graphsvc.stores.neo4j.batching import GIVEN_UP, Answers, Batches
from graphsvc.stores.neo4j.session import NoBookmarks, Statement, Writer, note, query

MINIMUM = (5, 26)
COUNTS = ("entities", "relations", "statements", "documents", "conflicts", "findings")
PAUSES = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.4, 0.4, 0.4)
"""Seconds between reads that were torn: ten reads within two seconds."""
LOST = (0.05, 0.2)
"""Seconds before a read whose connection was lost is tried again."""
IDLE_SECONDS = 10.0
CONNECTIONS = 100
"""Of one event loop; a read waits until one of them is free."""
FAULTS = {
    "Neo.ClientError.Database.DatabaseNotFound": "has no such database",
    "Neo.ClientError.Schema.ConstraintValidationFailed": "holds data with ids that graphsvc needs",
    "Neo.DatabaseError.Schema.ConstraintCreationFailed": "holds data with ids that graphsvc needs",
}

NO_PASSWORD = "There is no password: set GRAPHSVC_NEO4J_PASSWORD."  # noqa: S105 - a message

log = logging.getLogger("graphsvc.neo4j")
T = TypeVar("T")
DATASETS = Statement("MATCH (d:Dataset) RETURN properties(d) LIMIT 2")


class Reader(NamedTuple):
    """What one event loop reads by: its connections, which no other loop can use, the turns to use one, the batches.

    To open a session takes the driver a fifth of a short read's time; those that ended well are used again.
    """

    driver: AsyncDriver
    turns: asyncio.Semaphore
    idle: list[AsyncSession]
    batches: Batches

    async def close(self) -> None:
        for session in self.idle:
            await session.close()
        await self.driver.close()


class Found(NamedTuple):
    """A column of an answer, or a list in it, and how many seconds the server took."""

    values: list[Any]
    seconds: float


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
        self.options: dict[str, Any] = {
            "auth": (user, password) if password else None,
            "connection_timeout": connect_timeout,
            "connection_acquisition_timeout": connect_timeout,
            "max_connection_pool_size": CONNECTIONS,
            "liveness_check_timeout": IDLE_SECONDS,
            "notifications_disabled_classifications": [NotificationDisabledClassification.UNRECOGNIZED],
            "telemetry_disabled": True,
            "user_agent": "graphsvc",
        }
        self.address = uri
        with self.errors():
            self.driver = GraphDatabase.driver(uri, **self.options)
        self.readers: WeakKeyDictionary[asyncio.AbstractEventLoop, Reader] = WeakKeyDictionary()
        self.loop = Loop("graphsvc-neo4j")
        self.version = ""
        self.serving: DatasetNode | None = None

    @property
    def server_version(self) -> str:
        """Such as `5.26.19`. Raises StoreError: unreachable, or older than `MINIMUM`."""
        if not self.version:
            self.run(self.bounded(self.reader()))
        return self.version

    @property
    def name(self) -> str:
        return f"Neo4j {self.server_version}"

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run(work)

    async def leave(self) -> None:
        reader = self.readers.pop(asyncio.get_running_loop(), None)
        if reader:
            await reader.close()

    def close(self) -> None:
        if self.loop.thread.is_alive():
            self.run(self.leave())
            self.loop.close()
        self.driver.close()

    # Reading

    async def read(self, plan: Plan) -> Rows:
        return await self.bounded(self.batched(plan))

    async def ready(self) -> None:
        self.whole(await self.held())

    def loaded(self) -> DatasetNode:
        """What is loaded, whole. Raises StoreError."""
        return self.whole(self.run(self.held()))

    def whole(self, node: DatasetNode | None) -> DatasetNode:
        if node is None:
            raise self.empty()
        if node.pending is not None:
            raise self.busy(node.pending)
        self.follow(node)
        return node

    def follow(self, node: DatasetNode) -> None:
        """Go on with another revision of what is served. Raises StoreMismatch if it is another dataset's."""
        served = self.serving
        if served is None:
            return
        if node.id != served.id:
            message = f"The database now holds {node.id}; this service was started for {served.id}."
            raise StoreMismatch(message, "Start the service again.")
        if node.ontology != served.ontology:
            log.warning("The ontology of %s has changed: start the service again to serve what is new in it.", node.id)
        self.serving = node

    def dataset(self, writer: Writer | None = None) -> DatasetNode | None:
        """What is loaded, or None. Raises StoreError; StoreMismatch for nodes that only share the label.

        A `writer` asks in its own session, where a cluster cannot answer with an older state.
        """
        if writer is None:
            return self.run(self.held())
        return self.told([node for (node,) in writer.rows(DATASETS)])

    async def held(self) -> DatasetNode | None:
        return self.told((await self.bounded(self.ask(DATASETS, self.timeout))).values)

    def told(self, found: list[Any]) -> DatasetNode | None:
        """What the nodes of the dataset tell."""
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

    async def batched(self, plan: Plan) -> Rows:
        return await (await self.reader()).batches.read(plan)

    async def answers(self, plans: Sequence[Plan]) -> Answers:
        """Those of Plans of one statement, several of them within `GIVEN_UP`."""
        statement = Statement(cypher.statement(plans[0].roots), cypher.parameters(*plans)["p"])
        found, seconds = await self.untorn(statement, self.timeout if len(plans) == 1 else GIVEN_UP)
        rows = dict(found)
        return Answers([rows[at] for at in range(len(plans))], seconds)

    async def untorn(self, statement: Statement, timeout: float) -> Found:
        """Neo4j is read committed: an answer counts if the revision is the same before and after it."""
        pending = None
        for pause in (0.0, *PAUSES):
            if pause:
                await asyncio.sleep(pause)  # never for 0 s, which would pass the turn to another task
            found, seconds = await self.ask(statement, timeout)
            if not found:
                raise self.empty()
            if len(found) > 1:
                raise StoreMismatch(f"{self.uri} holds several datasets.", "Load each into a database of its own.")
            before, answer, after = found[0]
            if before == after and before[1] is None:
                if self.serving and self.serving.revision != before[0] and (node := await self.held()):
                    self.follow(node)
                return Found(answer, seconds)
            pending = after[1]
        raise self.busy(pending)

    async def ask(self, statement: Statement, timeout: float) -> Found:
        """The first column of the answer, read only; asked again if the connection was lost on the way.

        The server ends a statement after `timeout` seconds; a server that does not is left after twice as long.
        """
        reader = await self.reader()
        async with reader.turns:
            end = time.monotonic() + self.connect_timeout
            for pause in LOST:
                try:
                    return await self.ask_once(reader, statement, timeout)
                except (DriverError, TransientError) as error:
                    if not error.is_retryable() or time.monotonic() + pause > end:
                        raise
                    await asyncio.sleep(pause)
            return await self.ask_once(reader, statement, timeout)

    async def ask_once(self, reader: Reader, statement: Statement, timeout: float) -> Found:
        async with asyncio.timeout(2 * timeout), AsyncExitStack() as open:
            session = await open.enter_async_context(reader.idle.pop() if reader.idle else self.session(reader))
            result = await session.run(query(statement, timeout), p=statement.parameter)
            values = await result.value()
            summary = await result.consume()
            note(summary)
            open.pop_all()
            reader.idle.append(session)
        return Found(values, ((summary.result_available_after or 0) + (summary.result_consumed_after or 0)) / 1000)

    def session(self, reader: Reader) -> AsyncSession:
        return reader.driver.session(
            database=self.database, default_access_mode=READ_ACCESS, bookmark_manager=NoBookmarks()
        )

    async def reader(self) -> Reader:
        """That of the running loop. The first one of all asks the server for its version."""
        loop = asyncio.get_running_loop()
        reader = self.readers.get(loop)
        if reader is None:
            driver = AsyncGraphDatabase.driver(self.address, **self.options)
            reader = self.readers[loop] = Reader(driver, asyncio.Semaphore(CONNECTIONS), [], Batches(self.answers))
        if not self.version:
            version = product_version((await reader.driver.get_server_info()).agent)
            if not new_enough(version):
                needed = ".".join(map(str, MINIMUM))
                message = f"The server at {self.uri} is {version}; graphsvc needs Neo4j {needed} or newer."
                raise StoreUnsupported(message, "Use a newer server.")
            self.version = version
        return reader

    async def bounded(self, work: Coroutine[Any, Any, T]) -> T:
        """The driver waits two minutes for a server that falls silent in the middle; callers wait less."""
        with self.errors():
            try:
                async with asyncio.timeout(self.timeout + self.connect_timeout):
                    return await work
            except TimeoutError:
                raise self.late() from None

    def rows(self, statement: Statement) -> Iterator[list[Any]]:
        """The records of a long answer, one by one, none kept. Raises StoreError."""
        assert self.server_version
        with self.errors(), self.driver.session(database=self.database, default_access_mode=READ_ACCESS) as session:
            yield from Writer(session).rows(statement)

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
            way_out = "Check the user and the password." if self.options["auth"] else NO_PASSWORD
            return StoreDenied(message, way_out)
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


def product_version(agent: str) -> str:
    """`Neo4j/5.26.19` -> `5.26.19`; all of it if it says something else."""
    return agent.removeprefix("Neo4j/")


def new_enough(version: str) -> bool:
    """Whether a version is `MINIMUM` or newer: `5.26.19`, `5.27-aura`, `2025.01.0`."""
    found = re.match(r"(\d+)\.(\d+)", version)
    return found is not None and (int(found[1]), int(found[2])) >= MINIMUM
