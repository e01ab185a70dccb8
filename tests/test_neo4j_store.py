"""What the Neo4j store does when Neo4j does not: bounded in time, said in one error of ours, without secrets."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from graphsvc.api.execution import Request
from graphsvc.errors import StoreBusy, StoreDenied, StoreError, StoreMismatch, StoreUnavailable
from graphsvc.load.run import load
from graphsvc.plan.tree import Connect as Connection
from graphsvc.plan.tree import Edges, Leaf, One, Order, Page, Plan, Selection, Step, Total, Variant
from graphsvc.stores.base import Rows
from graphsvc.stores.embedded import EmbeddedStore
from graphsvc.stores.neo4j import CONNECTIONS, Neo4jStore, Statement, new_enough, product_version
from graphsvc.stores.rows import Projection
from tests.asking import over, rows
from tests.conftest import SEED, Connect, Judged, judged
from tests.neo4j_server import Neo4jServer


def selection(*sources: str) -> Selection:
    return Selection((Variant(None, tuple(Leaf(source, source) for source in sources)),))


def every(thing: str, *sources: str) -> Connection:
    parts = (Total("totalCount"), Edges("edges", selection(*sources)))
    return Connection(thing, Step("all", thing), None, (Order("id"),), Page(0), parts, "")


COUNTED = Plan((One("dataset", Step("dataset"), selection("entities", "statements", "digest")),))
WHOLE = Plan((*COUNTED.roots, every("entity", "id", "name"), every("statement", "id", "predicate", "rank")), (500,))


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def quickly(store: Neo4jStore, work: Callable[[], object]) -> StoreError:
    """The error of the work, which must come within the store's own bounds."""
    started = time.monotonic()
    with pytest.raises(StoreError) as caught:
        work()
    assert time.monotonic() - started < store.timeout + store.connect_timeout + 0.5
    assert "MATCH" not in str(caught.value)
    assert "secret" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_is_down(scheme: str) -> None:
    store = Neo4jStore(f"{scheme}://127.0.0.1:{closed_port()}", "neo4j", "secret", "neo4j", 0.5, 1)
    for work in (lambda: rows(store, COUNTED), store.loaded, store.dataset, lambda: store.server_version):
        error = quickly(store, work)
        assert isinstance(error, StoreUnavailable)
        assert str(error).startswith(f"Neo4j at {store.uri} cannot be reached.")
    store.close()


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_says_nothing(scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        store = Neo4jStore(f"{scheme}://127.0.0.1:{listener.getsockname()[1]}", "neo4j", "secret", "neo4j", 0.5, 1)
        assert isinstance(quickly(store, lambda: rows(store, COUNTED)), StoreUnavailable)
        store.close()


class Pipe:
    """Passes bytes between a driver and a server, until it is told to hold them back or to break off."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        self.target = (parts.hostname, parts.port)
        self.open = threading.Event()
        self.open.set()
        self.sockets: list[socket.socket] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        while True:
            try:
                ends = self.listener.accept()[0], socket.create_connection(self.target)
            except OSError:
                return
            self.sockets += ends
            for source, sink in (ends, ends[::-1]):
                threading.Thread(target=self.relay, args=(source, sink), daemon=True).start()

    def relay(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                self.open.wait()
                sink.sendall(data)
        except OSError:
            return

    def break_off(self) -> None:
        for end in self.sockets:
            end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.open.set()
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for end in self.sockets:
            end.close()


@pytest.fixture
def pipe(neo4j_server: Neo4jServer) -> Iterator[Pipe]:
    running = Pipe(neo4j_server.uri)
    yield running
    running.close()


def test_a_server_that_falls_silent_in_the_middle(neo4j_store: Neo4jStore, connect_neo4j: Connect, pipe: Pipe) -> None:
    load(*judged(SEED), neo4j_store)
    store = connect_neo4j(uri=pipe.uri, timeout=1.0, connect_timeout=0.5)
    assert rows(store, COUNTED)
    pipe.open.clear()
    error = quickly(store, lambda: rows(store, COUNTED))
    assert isinstance(error, StoreUnavailable)
    assert "did not answer within 1 s" in str(error)
    started = time.monotonic()
    store.close()
    assert time.monotonic() - started < 2
    pipe.open.set()


def test_a_service_waits_no_longer(neo4j_store: Neo4jStore, connect_neo4j: Connect, pipe: Pipe) -> None:
    load(*judged(SEED), neo4j_store)
    store = connect_neo4j(uri=pipe.uri, timeout=1.0, connect_timeout=0.5)
    assert rows(store, COUNTED)
    pipe.open.clear()
    started = time.monotonic()
    answer = over(store).answer_now(Request("{ dataset { id } }", {}))
    assert time.monotonic() - started < 5
    assert b"did not answer within 1 s" in answer.body
    pipe.open.set()


def test_a_connection_that_was_lost_is_made_anew(neo4j_store: Neo4jStore, connect_neo4j: Connect, pipe: Pipe) -> None:
    load(*judged(SEED), neo4j_store)
    store = connect_neo4j(uri=pipe.uri)
    before = rows(store, COUNTED)
    pipe.break_off()
    assert rows(store, COUNTED) == before


def test_more_readers_than_connections(neo4j_store: Neo4jStore) -> None:
    load(*judged(SEED), neo4j_store)

    async def at_once() -> list[Rows]:
        return await asyncio.gather(*(neo4j_store.read(COUNTED) for _ in range(2 * CONNECTIONS)))

    expected = rows(neo4j_store, COUNTED)
    assert neo4j_store.run(at_once()) == [expected] * (2 * CONNECTIONS)


def test_a_read_that_takes_too_long(connect_neo4j: Connect) -> None:
    store = connect_neo4j(timeout=0.5, connect_timeout=2)
    assert store.server_version
    slow = Statement("UNWIND range(1, 3000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b)")
    error = quickly(store, lambda: store.run(store.bounded(store.ask(slow, store.timeout))))
    assert isinstance(error, StoreUnavailable)
    assert "did not answer within 0.5 s" in str(error)


def test_a_wrong_password(neo4j_server: Neo4jServer, connect_neo4j: Connect) -> None:
    if neo4j_server.auth is None:
        pytest.skip("this server asks for no password")
    store = connect_neo4j(password="not-the-secret")
    error = quickly(store, lambda: rows(store, COUNTED))
    assert isinstance(error, StoreDenied)
    assert str(error) == f"Neo4j at {store.uri} refused the user neo4j. Check the user and the password."


def test_an_address_with_a_password_is_not_told() -> None:
    with pytest.raises(StoreError) as caught:
        Neo4jStore("bolt://user:secret@host", "neo4j", None, "neo4j")
    assert str(caught.value) == "The address bolt://host cannot be used. Write it as bolt://host or neo4j://host."


def test_a_database_that_is_not_there(connect_neo4j: Connect) -> None:
    store = connect_neo4j(database="absent")
    with pytest.raises(StoreError, match=r"\(database absent\) has no such database"):
        rows(store, COUNTED)


def test_a_database_without_a_dataset(neo4j_store: Neo4jStore) -> None:
    assert neo4j_store.dataset() is None
    for work in (neo4j_store.loaded, lambda: rows(neo4j_store, COUNTED)):
        with pytest.raises(StoreMismatch, match=r"holds no dataset\. Load one with"):
            work()


@pytest.mark.parametrize(
    ("agent", "enough"),
    [
        ("Neo4j/5.26.0", True),
        ("Neo4j/5.26.19", True),
        ("Neo4j/5.27-aura", True),
        ("Neo4j/2025.01.0", True),
        ("Neo4j/10.0.0", True),
        ("Neo4j/5.25.1", False),
        ("Neo4j/4.4.40", False),
        ("Neo4j/v5.11.0 compatible graph database server - Memgraph", False),
        ("", False),
    ],
)
def test_versions(agent: str, enough: bool) -> None:
    assert new_enough(product_version(agent)) is enough


def test_the_name_tells_the_version(neo4j_store: Neo4jStore, neo4j_server: Neo4jServer) -> None:
    assert neo4j_store.name == f"Neo4j {neo4j_server.version}"


@pytest.mark.parametrize("revisions", ["[1, null], [], [2, null]", "[1, 'x'], [], [1, 'x']", "[1, null], [], [1, 'x']"])
def test_an_answer_that_stays_torn_is_refused_within_seconds(neo4j_store: Neo4jStore, revisions: str) -> None:
    started = time.monotonic()
    with pytest.raises(StoreBusy):
        neo4j_store.run(neo4j_store.untorn(Statement(f"RETURN [{revisions}]"), 5))
    assert 1.5 < time.monotonic() - started < 4


def test_readers_see_one_state_while_loads_go_on(neo4j_store: Neo4jStore, connect_neo4j: Connect) -> None:
    """Two states take turns; every answer is one of them as a whole, and none comes from between."""
    one = judged(SEED)
    other = Judged(thinned(one), one.vocabulary)
    load(*one, neo4j_store)
    answers = [rows(EmbeddedStore(source.projection), WHOLE) for source in (one, other)]
    assert answers[0] != answers[1]
    stop, seen = threading.Event(), [0, 0]
    writer = threading.Thread(target=take_turns, args=(connect_neo4j(), (other, one), stop))
    writer.start()
    try:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and (min(seen) < 5 or sum(seen) < 20):
            with suppress(StoreBusy):
                seen[answers.index(rows(neo4j_store, WHOLE))] += 1
    finally:
        stop.set()
        writer.join()
    assert min(seen) >= 5


def thinned(source: Judged) -> Projection:
    projection = source.projection
    statements = dict(list(projection.statements.items())[::2])
    references = {id: rows for id, rows in projection.references.items() if id in statements}
    return replace(projection, statements=statements, references=references)


def take_turns(store: Neo4jStore, sources: tuple[Judged, ...], stop: threading.Event) -> None:
    while not stop.is_set():
        for source in sources:
            load(*source, store, batch=30)
            time.sleep(0.1)
