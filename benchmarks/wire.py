"""What goes over the wire for one request: statements, round trips, and the db hits of the statements."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import orjson
from neo4j._codec.packstream._common import UnpackableBuffer  # what the driver reads by is not public
from neo4j._codec.packstream.v1 import Unpacker

from benchmarks.client import post
from benchmarks.generate import Row
from benchmarks.servers import Database, bodies, bolt_of, running
from tests.bolt_proxy import BoltProxy


class Wire(NamedTuple):
    """Per request, on average."""

    statements: float
    trips: float
    hits: float


class Recorder(BoltProxy):
    """Keeps the statements that pass, each with its parameters."""

    kept = None

    def __init__(self, target: str) -> None:
        super().__init__(target)
        self.runs: list[tuple[str, dict[str, Any]]] = []
        self.trips = 0

    def heard(self, message: bytes, trip: bool) -> None:
        self.trips += trip
        if message[1] == 0x10:
            unpacker: Any = Unpacker(UnpackableBuffer(message[2:]))  # type: ignore[no-untyped-call]
            self.runs.append((unpacker.unpack(), unpacker.unpack()))


def recorded(
    names: list[str], bolts: tuple[str, str], dataset: Path, requests: dict[str, list[Row]]
) -> dict[tuple[str, str], Wire]:
    """(query, server) -> its wire, for the servers that read from a database and the queries that they answer."""
    found = {}
    for name in names:
        if bolt := bolt_of(name, *bolts):
            with Recorder(bolt) as proxy, running(name, proxy.uri, dataset, dataset.parent / f"{name}.log") as server:
                for query, given in requests.items():
                    sent = bodies(server.family, query, given)
                    if "errors" not in orjson.loads(post(server.port, sent[0])):
                        found[query, name] = wire(proxy, Database(bolt), server.port, sent)
    return found


def wire(proxy: Recorder, database: Database, port: int, sent: list[bytes]) -> Wire:
    proxy.runs.clear()
    proxy.trips = 0
    for body in sent:
        post(port, body)
    hits = [database.hits(*run) for run in proxy.runs]
    return Wire(len(hits) / len(sent), proxy.trips / len(sent), sum(hits) / len(sent))
