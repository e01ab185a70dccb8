"""The servers under test: one process each on loopback, and what they cost."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity

from benchmarks.generate import Row

HERE = Path(__file__).parent
TICKS = os.sysconf("SC_CLK_TCK")
START_SECONDS = 300
JMX = "CALL dbms.queryJmx('java.lang:type=OperatingSystem') YIELD attributes RETURN attributes.ProcessCpuTime.value"
NAMES = ("graphsvc", "embedded", "handwritten", "yoga")


def connect(uri: str) -> Driver:
    return GraphDatabase.driver(
        uri, telemetry_disabled=True, notifications_min_severity=NotificationMinimumSeverity.OFF
    )


@dataclass
class Server:
    """A running server. `bolt` is the Neo4j behind it, if any; `ready` took so many seconds."""

    name: str
    port: int
    bolt: str | None
    process: subprocess.Popen[bytes]
    ready: float

    @property
    def family(self) -> str:
        """Which spelling of the queries it takes."""
        return "graphsvc" if self.name == "embedded" else self.name

    def cpu(self) -> float:
        """Seconds of CPU so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def peak_memory(self) -> int:
        """Bytes of resident memory at its highest."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))


class Database:
    """A Neo4j as the benchmark sees it from outside."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.driver = connect(uri)

    def cpu(self) -> float:
        """Seconds of CPU so far."""
        return float(self.driver.execute_query(JMX).records[0][0]) / 1e9

    def version(self) -> str:
        return str(self.driver.execute_query("CALL dbms.components() YIELD versions RETURN versions[0]").records[0][0])

    def hits(self, statement: str, parameters: dict[str, object]) -> int:
        """Accesses to the store that a statement takes."""
        return sum(hits for hits, _ in self.profile(statement, parameters))

    def profile(self, statement: str, parameters: dict[str, object]) -> list[tuple[int, str]]:
        """For each operator of a statement the accesses that it takes, and what it is about."""
        plan = self.driver.execute_query(f"PROFILE {_bare(statement)}", parameters).summary.profile
        assert plan
        return list(_operators(plan))


def _bare(statement: str) -> str:
    return statement.removeprefix("CYPHER 5").lstrip()


def _operators(plan: dict[str, Any]) -> Iterator[tuple[int, str]]:
    yield int(plan["args"].get("DbHits", 0)), str(plan["args"].get("Details", ""))
    for child in plan.get("children", ()):
        yield from _operators(child)


def command(name: str, port: int, bolt: str | None, dataset: Path) -> list[str]:
    serve = [sys.executable, "-m", "graphsvc", "serve", "--port", str(port)]
    match name:
        case "graphsvc":
            return [*serve, "--neo4j", str(bolt)]
        case "embedded":
            return [*serve, str(dataset)]
        case "handwritten":
            uvicorn = [sys.executable, "-m", "uvicorn", "--no-access-log", "--log-level", "warning"]
            return [*uvicorn, "--port", str(port), "benchmarks.handwritten:app"]
        case _:
            return [os.environ.get("NODE", "node"), str(HERE / "yoga" / "server.mjs"), str(bolt), str(port)]


def bolt_of(name: str, graphsvc: str, yoga: str) -> str | None:
    """Each server's own database: the hand-written Cypher reads graphsvc's."""
    return {"embedded": None, "yoga": yoga}.get(name, graphsvc)


@contextmanager
def running(name: str, bolt: str | None, dataset: Path, log: Path, **environment: str) -> Iterator[Server]:
    port = free_port()
    variables = {"BENCHMARK_BOLT": bolt or "", "NODE_ENV": "production", "GRAPHSVC_LOG_LEVEL": "warning"}
    started = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command(name, port, bolt, dataset),
            cwd=HERE.parent,
            env=os.environ | variables | environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        while not _listens(port):
            if process.poll() is not None or time.monotonic() - started > START_SECONDS:
                raise SystemExit(f"{name} did not start: {log.read_text()[-2000:]}")
            time.sleep(0.05)
        yield Server(name, port, bolt, process, time.monotonic() - started)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def all_running(names: list[str], bolts: tuple[str, str], dataset: Path, logs: Path) -> Iterator[list[Server]]:
    with ExitStack() as stack:
        yield [
            stack.enter_context(running(name, bolt_of(name, *bolts), dataset, logs / f"{name}.log")) for name in names
        ]


def bodies(family: str, query: str, given: list[Row]) -> list[bytes]:
    """The requests of one query, spelled as a server takes it."""
    text = query if family == "handwritten" else (HERE / "queries" / family / f"{query}.graphql").read_text()
    return [orjson.dumps({"query": text, "variables": each}) for each in given]


def graphsvc_load(dataset: Path, bolt: str, seconds: float) -> float | None:
    """Load by the command that users have, which refuses a database with other data.

    Returns the seconds it took, or None if it was not done in as many as it may take.
    """
    started = time.monotonic()
    command = [sys.executable, "-m", "graphsvc", "load", str(dataset), "--neo4j", bolt]
    try:
        subprocess.run(command, check=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    return time.monotonic() - started
