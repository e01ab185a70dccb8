"""Reads of one statement at the same time: on Neo4j they go together, and each gets its own answer."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

import orjson
import pytest

from graphsvc.api.execution import Request
from graphsvc.errors import StoreBusy, StoreError, StoreMismatch
from graphsvc.plan.tree import Plan
from graphsvc.stores.neo4j import Neo4jStore
from graphsvc.stores.neo4j.batching import GIVEN_UP, MOST, PROCESS, SECONDS, Answers, Batches
from graphsvc.stores.neo4j.store import CONNECTIONS
from tests.asking import SEED, over, service
from tests.bolt_proxy import BoltProxy
from tests.conftest import Connect, filled, judged

ROUNDS = 30
READ = "query ($id: ID!, $n: Int = 5) { entity(id: $id) { id relations(first: $n) { edges { node { name } } } } }"


def plan(id_: str, n: int = 5) -> Plan:
    return service(SEED).explain(Request(READ, {"id": id_, "n": n}))


PLANS = [plan(f"ex:{number}") for number in range(40)]


class Server:
    """Answers a read with its first value, after `seconds` of its own for each read of a statement."""

    def __init__(self, seconds: float = 0.0001, kind: type[StoreError] = StoreError) -> None:
        self.seconds, self.kind = seconds, kind
        self.sent: list[int] = []
        self.batches = Batches(self.ask)

    async def ask(self, plans: Sequence[Plan]) -> Answers:
        self.sent.append(len(plans))
        seconds = self.seconds * len(plans)
        async with asyncio.timeout(GIVEN_UP if len(plans) > 1 else None):
            await asyncio.sleep(seconds)
        wrong = {plan.values[0] for plan in plans} & {"bad", "down"}
        if wrong and (len(plans) > 1 or "down" in wrong):
            raise self.kind("It fails.", "Ask for another one.")
        return Answers([[plan.values[0]] for plan in plans], seconds)

    async def warmed(self) -> Server:
        """One whose pace is known."""
        for _ in range(10):
            await self.batches.read(PLANS[0])
        self.sent.clear()
        return self

    async def read(self, plans: Sequence[Plan]) -> list[object]:
        return await asyncio.gather(*(self.batches.read(plan) for plan in plans), return_exceptions=True)


def read(plans: Sequence[Plan], server: Server) -> list[object]:
    async def asked() -> list[object]:
        return await (await server.warmed()).read(plans)

    return asyncio.run(asked())


def values(plans: Sequence[Plan]) -> list[object]:
    return [[plan.values[0]] for plan in plans]


def test_reads_at_the_same_time_go_together_and_each_gets_its_own_answer() -> None:
    server = Server()
    assert read(PLANS, server) == values(PLANS)
    assert server.sent == [1, MOST, len(PLANS) - 1 - MOST]


def test_no_more_go_together_than_the_server_answers_in_its_time() -> None:
    server = Server(SECONDS / 4.5)
    assert read(PLANS[:16], server) == values(PLANS[:16])
    assert max(server.sent) == 4


def test_what_takes_longer_is_under_way_several_times_at_once() -> None:
    server = Server(2.4 / PROCESS)
    assert read(PLANS[:16], server) == values(PLANS[:16])
    assert server.sent[:4] == [1, 1, 1, 8]


def test_what_takes_the_server_long_goes_alone() -> None:
    server = Server(SECONDS * 5)
    assert read(PLANS[:8], server) == values(PLANS[:8])
    assert server.sent == [1] * 8


def test_a_statement_whose_pace_is_not_known_goes_alone() -> None:
    server = Server()
    assert asyncio.run(server.read(PLANS[:3])) == values(PLANS[:3])
    assert server.sent == [1, 1, 1]


def test_what_became_slow_while_others_waited_lets_them_go_alone() -> None:
    async def asked() -> list[object]:
        await server.warmed()
        server.seconds = GIVEN_UP
        running = [asyncio.create_task(server.batches.read(plan)) for plan in PLANS[:2]]
        await asyncio.sleep(SECONDS / 2)
        running += [asyncio.create_task(server.batches.read(plan)) for plan in PLANS[2:4]]
        return await asyncio.gather(*running)

    server = Server()
    assert asyncio.run(asked()) == values(PLANS[:4])
    assert server.sent == [1, 3, 1, 1, 1]


def test_pages_of_other_sizes_go_in_other_statements() -> None:
    server = Server()
    plans = [*PLANS[:3], plan("ex:x", 7), plan("ex:y", 7)]

    async def asked() -> list[object]:
        for _ in range(10):
            await server.read([plans[0], plans[-1]])
        server.sent.clear()
        return await server.read(plans)

    assert asyncio.run(asked()) == values(plans)
    assert sorted(server.sent) == [1, 1, 1, 2]


def test_what_fails_for_one_fails_for_that_one_only(caplog: pytest.LogCaptureFixture) -> None:
    server = Server()
    plans = [*PLANS[:3], plan("bad"), *PLANS[3:6]]
    with caplog.at_level(logging.INFO, "graphsvc.neo4j"):
        assert read(plans, server) == values(plans)
    assert server.sent == [1, 6, *[1] * 6]
    assert "6 reads failed together, and are asked one by one (StoreError)" in caplog.text
    caplog.clear()


def test_what_fails_alone_too_fails() -> None:
    found = read([plan("down"), PLANS[0]], Server())
    assert isinstance(found[0], StoreError)
    assert found[1] == values(PLANS[:1])[0]


@pytest.mark.parametrize("kind", [StoreBusy, StoreMismatch])
def test_what_is_the_fault_of_none_of_them_is_not_asked_again(kind: type[StoreError]) -> None:
    server = Server(kind=kind)
    found = read([*PLANS[:3], plan("down"), *PLANS[3:5]], server)
    assert [type(each) for each in found] == [list, *[kind] * 5]
    assert server.sent == [1, 5]


def test_batches_that_wait_for_a_connection_stay_together(neo4j_session: Neo4jStore, connect_neo4j: Connect) -> None:
    source = filled(neo4j_session, judged(SEED))
    with BoltProxy(source.uri) as proxy:
        store = connect_neo4j(uri=proxy.uri)

        async def every() -> None:
            reader = await store.reader()
            await store.read(PLANS[0])
            for line in reader.batches.lines.values():
                line.pace = SECONDS / 100
            for _ in range(CONNECTIONS):
                await reader.turns.acquire()
            reads = [asyncio.create_task(store.read(plan)) for plan in PLANS[:20]]
            await asyncio.sleep(2 * GIVEN_UP)
            for _ in range(CONNECTIONS):
                reader.turns.release()
            await asyncio.gather(*reads)

        with proxy.counting() as passed:
            store.run(every())
        assert passed["RUN"] == 3


def test_a_read_that_is_given_up_holds_up_no_other() -> None:
    async def asked() -> list[object]:
        await server.warmed()
        tasks = [asyncio.create_task(server.batches.read(plan)) for plan in PLANS[:3]]
        await asyncio.sleep(0)
        tasks[0].cancel()
        return await asyncio.gather(*tasks[1:])

    server = Server()
    assert asyncio.run(asked()) == values(PLANS[1:3])


def test_many_requests_are_fewer_statements_and_the_same_bytes(
    neo4j_session: Neo4jStore, connect_neo4j: Connect
) -> None:
    source = filled(neo4j_session, judged(SEED))
    ids = ["person:alexandr-wang", "org:meta", "org:nobody"] * 30
    requests = [Request(READ, {"id": id_}) for id_ in ids]
    expected = [service(SEED).answer_now(request).body for request in requests]
    assert len({*expected}) == 3
    with BoltProxy(source.uri) as proxy:
        store = connect_neo4j(uri=proxy.uri)
        asked = over(store, SEED)

        async def every() -> list[bytes]:
            return [answer.body for answer in await asyncio.gather(*map(asked.answer, requests))]

        for _ in range(ROUNDS):  # a server that has just started is slow, and gets one read at a time
            with proxy.counting() as passed:
                assert store.run(every()) == expected
            assert passed["RECORD"] == passed["RUN"]
            if passed["RUN"] < len(requests) / 2:
                break
        else:
            pytest.fail(f"{passed['RUN']} statements for {len(requests)} requests")
    assert orjson.loads(expected[0])["data"]["entity"]["id"] == ids[0]
