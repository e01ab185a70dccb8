"""Fixtures: real parts only.

`store` runs a test twice, on the embedded store and on a real Neo4j (`tests/neo4j_server.py`), both with the same
dataset: `seeds/muse-spark`, or the directory that `@pytest.mark.dataset(path)` names. `neo4j_store` gives tests of
loading a database of their own to write to. Without a Neo4j these tests are skipped, but in CI they fail. Whatever
Neo4j remarks on a statement of ours fails the test that ran it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from graphsvc.api.opening import project_dataset
from graphsvc.load.read import read_dataset
from graphsvc.load.run import load
from graphsvc.plan.vocabulary import Vocabulary
from graphsvc.stores.base import Store
from graphsvc.stores.embedded import EmbeddedStore
from graphsvc.stores.neo4j import Neo4jStore, Statement
from graphsvc.stores.rows import Projection
from tests.neo4j_server import Neo4jServer, Neo4jUnavailable, start

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "muse-spark"
WIPE = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"
RUNS_ON = pytest.StashKey[str]()

Connect = Callable[..., Neo4jStore]


class Judged(NamedTuple):
    """What stores are filled from."""

    projection: Projection
    vocabulary: Vocabulary


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", default=False, help="rewrite golden files")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "dataset(path): the dataset directory that `store` holds")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    terminalreporter.write_line(f"neo4j: {config.stash.get(RUNS_ON, 'not used')}")


@cache
def judged(directory: Path) -> Judged:
    return Judged(*project_dataset(read_dataset(directory), directory))


@cache
def embedded(directory: Path) -> EmbeddedStore:
    return EmbeddedStore(judged(directory).projection)


@pytest.fixture(scope="session")
def neo4j_server(pytestconfig: pytest.Config) -> Iterator[Neo4jServer]:
    try:
        server = start()
    except Neo4jUnavailable as reason:
        pytestconfig.stash[RUNS_ON] = f"none: {reason}"
        if os.environ.get("CI") == "true":
            pytest.fail(f"no Neo4j: {reason}")
        pytest.skip(f"no Neo4j: {reason}")
    with server:
        pytestconfig.stash[RUNS_ON] = f"{server.version} ({server.how})"
        yield server


@pytest.fixture(scope="session")
def connect_neo4j(neo4j_server: Neo4jServer) -> Iterator[Connect]:
    """Connects to the server, or as the keywords say otherwise."""
    opened: list[Neo4jStore] = []

    def connect(**changed: object) -> Neo4jStore:
        user, password = neo4j_server.auth or ("neo4j", None)
        usual = {"uri": neo4j_server.uri, "user": user, "password": password, "database": "neo4j"}
        opened.append(Neo4jStore(**usual | changed))  # type: ignore[arg-type]
        return opened[-1]

    yield connect
    for store in opened:
        store.close()


@pytest.fixture(scope="session")
def neo4j_session(connect_neo4j: Connect) -> Neo4jStore:
    return connect_neo4j()


@pytest.fixture
def neo4j_store(neo4j_session: Neo4jStore) -> Neo4jStore:
    """A store over a database without data."""
    wipe(neo4j_session)
    return neo4j_session


def wipe(store: Neo4jStore) -> None:
    with store.writer() as writer:
        writer.change(WIPE)


def filled(store: Neo4jStore, source: Judged) -> Neo4jStore:
    """The store with just this dataset, as after its first load."""
    node = store.dataset()
    if node is None or node.pending or (node.revision, node.digest) != (1, source.projection.digest()):
        wipe(store)
        load(*source, store)
    return store


def ask(store: Neo4jStore, text: str, **parameter: object) -> list[object]:
    """The first column of a query of the test's own."""
    return store.run(store.ask(Statement(text, parameter), store.timeout)).values


@pytest.fixture
def dataset(request: pytest.FixtureRequest) -> Judged:
    """What the test's store is filled from."""
    marker = request.node.get_closest_marker("dataset")
    return judged(ROOT / marker.args[0] if marker else SEED)


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest) -> Store:
    marker = request.node.get_closest_marker("dataset")
    directory = ROOT / marker.args[0] if marker else SEED
    if request.param == "embedded":
        return embedded(directory)
    return filled(request.getfixturevalue("neo4j_session"), judged(directory))


@pytest.fixture(autouse=True)
def no_remarks(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    phases = ("setup", "call")
    remarks = [r.getMessage() for when in phases for r in caplog.get_records(when) if r.name == "graphsvc.neo4j"]
    assert remarks == []
