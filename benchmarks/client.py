"""A load generator: so many connections, each sending the next request as soon as it has its answer. Loopback only."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from itertools import cycle
from statistics import quantiles
from typing import NamedTuple, cast

import httptools
import uvloop

REQUEST = (
    b"POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\naccept: application/json\r\n"
    b"content-length: %d\r\n\r\n%s"
)


class Load(NamedTuple):
    """What one cell of the matrix measured. Latencies in seconds; `failed`: not answered, or not by 200."""

    requests: int
    failed: int
    seconds: float
    p50: float
    p99: float


def load(port: int, bodies: list[bytes], connections: int, seconds: float) -> Load:
    return uvloop.run(_load(port, bodies, connections, seconds))


def post(port: int, body: bytes) -> bytes:
    """One answer."""
    found: list[bytes] = []

    async def once() -> None:
        done = asyncio.Event()
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_connection(
            lambda: _Connection(iter([body]), 0, done, found), "127.0.0.1", port
        )
        await asyncio.wait_for(done.wait(), 120)
        transport.close()

    uvloop.run(once())
    return b"".join(found)


class _Connection(asyncio.Protocol):
    def __init__(
        self, bodies: Iterator[bytes], until: float, done: asyncio.Event, body: list[bytes] | None = None
    ) -> None:
        self.bodies, self.until, self.done, self.body = bodies, until, done, body
        self.latencies: list[float] = []
        self.failed = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's is one in all but name
        self.send()

    def send(self) -> None:
        body = next(self.bodies)
        self.parser = httptools.HttpResponseParser(self)
        self.sent = time.perf_counter()
        self.transport.write(REQUEST % (len(body), body))

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def on_body(self, data: bytes) -> None:
        if self.body is not None:
            self.body.append(data)

    def on_message_complete(self) -> None:
        now = time.perf_counter()
        self.latencies.append(now - self.sent)
        self.failed += self.parser.get_status_code() != 200
        if now < self.until:
            asyncio.get_running_loop().call_soon(self.send)
        else:
            self.done.set()

    def connection_lost(self, _: Exception | None) -> None:
        self.failed += not self.done.is_set()
        self.done.set()


async def _load(port: int, bodies: list[bytes], connections: int, seconds: float) -> Load:
    loop, start, turns = asyncio.get_running_loop(), time.perf_counter(), cycle(bodies)
    opened = [
        await loop.create_connection(lambda: _Connection(turns, start + seconds, asyncio.Event()), "127.0.0.1", port)
        for _ in range(connections)
    ]
    await asyncio.gather(*(asyncio.wait_for(each.done.wait(), seconds + 30) for _, each in opened))
    taken = time.perf_counter() - start
    for transport, _ in opened:
        transport.close()
    latencies = sorted(latency for _, each in opened for latency in each.latencies)
    cuts = quantiles(latencies, n=100) if len(latencies) > 1 else [*latencies, 0.0] * 50
    return Load(len(latencies), sum(each.failed for _, each in opened), taken, cuts[49], cuts[98])
