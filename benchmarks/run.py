"""One size: the servers side by side, the check that they agree, db hits, and the matrix of loads in turn."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from benchmarks.answers import Refused, canonical
from benchmarks.client import load, post
from benchmarks.generate import Row, variables
from benchmarks.servers import Database, Server, all_running, bodies
from benchmarks.wire import Wire, recorded

CHECKED = 16
"""Requests of each query whose answers are compared."""
PROFILED = 8
"""Requests of each query whose db hits are counted."""
WARM_REQUESTS = 1000
"""Of each query to each server before anything is timed, or as many as there is time for: a JVM is slow at first."""


MIXED, LARGE = "mixed", "Q7"
"""All queries in turn, but for the one with a large answer: as they come from many users at once."""


@dataclass(frozen=True)
class Options:
    sizes: list[str]
    rounds: int
    seconds: float
    warm: float
    load_minutes: float
    concurrency: list[int]
    queries: list[str]
    servers: list[str]
    bolts: list[str] | None
    output: Path | None


class Cell(NamedTuple):
    """One measurement. Milliseconds; CPU is per request."""

    query: str
    server: str
    concurrency: int
    rate: float
    p50: float
    p99: float
    api_cpu: float
    neo4j_cpu: float


@dataclass
class Run:
    """What one size gave. `refused`: (query, server) -> why it is not timed."""

    size: str
    version: str
    load_seconds: float
    cells: list[Cell] = field(default_factory=list)
    refused: dict[tuple[str, str], str] = field(default_factory=dict)
    wires: dict[tuple[str, str], Wire] = field(default_factory=dict)
    memory: dict[str, int] = field(default_factory=dict)
    ready: dict[str, float] = field(default_factory=dict)


def measure(size: str, dataset: Path, bolts: tuple[str, str], load_seconds: float, options: Options) -> Run:
    databases = {bolt: Database(bolt) for bolt in bolts}
    found = Run(size, databases[bolts[0]].version(), load_seconds)
    requests = {query: given for query, given in variables(size).items() if query in options.queries}
    found.wires = recorded(options.servers, bolts, dataset, {q: given[:PROFILED] for q, given in requests.items()})
    with all_running(options.servers, bolts, dataset, dataset.parent) as servers:
        found.ready = {server.name: server.ready for server in servers}
        timed = dict(agreeing(servers, requests, found))
        for query, some in timed.items():
            for server in some:
                warm(server, bodies(server.family, query, requests[query]), options.warm)
        timed[MIXED] = [server for server in servers if all(server in some for some in timed.values())]
        for number in range(options.rounds):
            for query, some in timed.items():
                for connections in options.concurrency:
                    for server in some:
                        sent = asked(server.family, query, requests)
                        found.cells.append(cell(query, server, databases, sent, connections, options.seconds))
            print(f"{size}: round {number + 1} of {options.rounds} at {time.strftime('%H:%M:%S')}", flush=True)
        found.memory = {server.name: server.peak_memory() for server in servers}
    return found


def asked(family: str, query: str, requests: dict[str, list[Row]]) -> list[bytes]:
    """The requests of one query, or of several in turn."""
    if query != MIXED:
        return bodies(family, query, requests[query])
    several = [bodies(family, each, given) for each, given in requests.items() if each != LARGE]
    return [body for some in zip(*several, strict=False) for body in some]


def warm(server: Server, sent: list[bytes], seconds: float) -> None:
    done, until = 0, time.monotonic() + (seconds if server.bolt else min(seconds, 1))
    while done < WARM_REQUESTS and time.monotonic() < until:
        done += load(server.port, sent, 16, 0.5).requests


def agreeing(servers: list[Server], requests: dict[str, list[Row]], found: Run) -> Iterator[tuple[str, list[Server]]]:
    """For each query the servers that answer it alike: as most do, the first of them if there is no majority."""
    for query, given in requests.items():
        answers: dict[str, list[bytes]] = {}
        for server in servers:
            try:
                sent = bodies(server.family, query, given[:CHECKED])
                answers[server.name] = [canonical(query, post(server.port, body)) for body in sent]
            except Refused as refused:
                found.refused[query, server.name] = f"refused: {refused}"
        several = list(answers.values())
        right = max(several, key=several.count, default=[])
        for name in [name for name, answer in answers.items() if answer != right]:
            found.refused[query, name] = "differs from the others"
        for name in [each.name for each in servers if (query, each.name) in found.refused]:
            print(f"{found.size} {query} {name}: not timed, {found.refused[query, name]}", flush=True)
        yield query, [server for server in servers if (query, server.name) not in found.refused]


def cell(
    query: str, server: Server, databases: dict[str, Database], sent: list[bytes], connections: int, seconds: float
) -> Cell:
    database = databases.get(server.bolt or "")
    api, neo4j = server.cpu(), database.cpu() if database else 0.0
    done = load(server.port, sent, connections, seconds)
    assert not done.failed, f"{server.name} failed {done.failed} of {done.requests} requests of {query}"
    api, neo4j = server.cpu() - api, (database.cpu() if database else 0.0) - neo4j
    per_request = 1000 / done.requests
    rate = done.requests / done.seconds
    costs = (api * per_request, neo4j * per_request)
    return Cell(query, server.name, connections, rate, done.p50 * 1000, done.p99 * 1000, *costs)
