"""Readers while a writer loads again and again: each answer is that of one state, to the byte, or is refused.

`GRAPHSVC_TEST_READS=5000 pytest tests/test_torn_reads.py` reads for longer.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import cycle, islice
from threading import Event, Lock

import pytest

from graphsvc.api.execution import Request, Service
from graphsvc.api.opening import project_dataset
from graphsvc.load.read import read_dataset
from graphsvc.load.run import load
from graphsvc.stores.embedded import EmbeddedStore
from graphsvc.stores.neo4j import Neo4jStore
from tests.conftest import SEED, Connect, Judged, filled, judged

READS = int(os.environ.get("GRAPHSVC_TEST_READS", "300"))
"""Accepted answers, by all readers together."""
READERS = 4
LOADS = max(6, READS // 50)
QUERIES = (
    "{ dataset { digest entities statements } conflicts { totalCount edges { node { id statements { id } } } } }",
    """{
      entities(first: 40) {
        totalCount
        edges { node { id name contested relations(first: 20) { totalCount edges { predicate rank node { id } } } } }
      }
      statements(first: 40) { totalCount edges { node { id shown references { document { id } } } } }
    }""",
    """{
      dataset { digest }
      people { edges { node { name leads { edges { statements { totalCount } documents { totalCount } } } } } }
    }""",
)
pytestmark = pytest.mark.timeout(180 + READS)


class Traffic:
    """One writer and readers that never pause. Whoever has an error ends it for all."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.accepted: Counter[tuple[str, bytes]] = Counter()
        self.refused: Counter[str] = Counter()
        self.over = Event()
        self.lock = Lock()

    def write(self, states: Sequence[Judged], store: Neo4jStore) -> None:
        """The states in turn, each until it was read some times: the next load begins amid reads."""
        try:
            for state in islice(cycle(states), LOADS):
                load(*state, store)
                enough = self.reads() + READS // LOADS
                while self.reads() < enough and not self.over.wait(0.01):
                    pass
        finally:
            self.over.set()

    def reads(self) -> int:
        with self.lock:
            return self.accepted.total()

    def read(self, first: int) -> None:
        try:
            for query in islice(cycle(QUERIES), first, None):
                if self.over.is_set():
                    return
                self.ask(query)
        finally:
            self.over.set()

    def ask(self, query: str) -> None:
        answer = self.service.answer_now(Request(query, {}))
        with self.lock:
            if answer.failed:
                self.refused[json.loads(answer.body)["errors"][0]["extensions"]["code"]] += 1
            else:
                self.accepted[query, answer.body] += 1


def half() -> Judged:
    dataset = read_dataset(SEED)
    return Judged(*project_dataset(replace(dataset, statements=dataset.statements[::2]), SEED))


def test_no_torn_answer_is_accepted_under_continuous_loads(connect_neo4j: Connect, neo4j_session: Neo4jStore) -> None:
    states = [judged(SEED), half()]
    embedded = [Service(state.vocabulary, EmbeddedStore(state.projection)) for state in states]
    whole = [{service.answer_now(Request(query, {})).body for service in embedded} for query in QUERIES]
    assert [len(answers) for answers in whole] == [len(states)] * len(QUERIES)
    traffic = Traffic(Service(states[0].vocabulary, filled(neo4j_session, states[0])))
    with ThreadPoolExecutor(READERS + 1) as threads:
        tasks = [threads.submit(traffic.write, states[::-1], connect_neo4j())]
        tasks += [threads.submit(traffic.read, first) for first in range(READERS)]
        for task in tasks:
            task.result()
    for query, answers in zip(QUERIES, whole, strict=True):
        assert {body for asked, body in traffic.accepted if asked == query} == answers
    assert traffic.refused.keys() <= {"STORE_BUSY"}, traffic.refused
