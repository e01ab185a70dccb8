"""A real Neo4j 5.26 Community for the tests, by whichever way this machine can have one.

=============  ======================================================================================
``address``    ``NEO4J_URI`` names a running server (``NEO4J_USERNAME``, ``NEO4J_PASSWORD``; no password
               means no authentication). Tests write to it, and nothing here ever stops it.
``container``  docker or podman answers: the official image, on a free loopback port.
``jars``       Java 17 and Maven: the published jars of ``tests/neo4j/pom.xml`` (120 MB, fetched once),
               in a process of their own, on a free loopback port, with a temporary home.
=============  ======================================================================================

``NEO4J_URI`` settles the matter where it is set; otherwise the first of the other two that works is taken.
For a server by hand: ``python -m tests.neo4j_server``, which prints the address and stops on Ctrl-C.
"""

import argparse
import atexit
import contextlib
import hashlib
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

IMAGE = "neo4j:5.26-community"
POM = Path(__file__).parent / "neo4j" / "pom.xml"
CACHE = Path(__file__).parent.parent / ".cache"
MAIN = "org.neo4j.server.CommunityEntryPoint"
USERNAME = "neo4j"

T = TypeVar("T")

ADDRESS_SECONDS = 20
START_SECONDS = 180
FETCH_SECONDS = 900

SETTINGS = {
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "db.logs.query.enabled": "OFF",
    "db.tx_log.preallocate": "false",
    "db.tx_log.rotation.retention_policy": "1 files",
    "dbms.usage_report.enabled": "false",
}
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
MEMORY = ("1g", "256m")
"""The heap's most, and the page cache."""
JAVA_OPTIONS = ["-Xms256m", *(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED)]

# For both, standard input is a pipe that closes when the process that started the server ends, even by kill -9.
TIED_TO_PARENT = 'exec 3<&0; (read -r _ <&3; kill -9 "$$"; rm -rf "$0") & exec "$@" 3<&- </dev/null'
REMOVED_WITH_PARENT = 'read -r _; exec "$0" rm --force --volumes "$1"'


class Neo4jUnavailable(Exception):
    """No way to a Neo4j worked; the message says why, way by way."""


@dataclass
class Neo4jServer:
    """A server that has answered a query. ``how`` is ``address``, ``container`` or ``jars``."""

    uri: str
    username: str
    password: str
    version: str
    how: str
    release: Callable[[], object]

    @property
    def auth(self) -> tuple[str, str] | None:
        """What the driver takes as ``auth``; None where the server asks for no password."""
        return (self.username, self.password) if self.password else None

    def stop(self) -> None:
        """End the server and remove what it stored, if it was started here. Calling it again is harmless."""
        atexit.unregister(self.release)
        self.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def start(
    how: str | None = None, port: int | None = None, auth: bool = True, memory: tuple[str, str] = MEMORY
) -> Neo4jServer:
    """Give a Neo4j that answers, or raise Neo4jUnavailable.

    ``how`` asks for one way only. ``port`` (else a free one), ``auth`` (a random password) and ``memory`` (heap and
    page cache) are for servers that are started here.
    """
    if how == "address" or (how is None and os.environ.get("NEO4J_URI")):
        return use_address()
    port = free_port(port)
    password = secrets.token_urlsafe(12) if auth else ""
    reasons = []
    for name, way in {"container": start_container, "jars": start_jars}.items():
        if how in (None, name):
            try:
                return way(port, password, memory)
            except Neo4jUnavailable as reason:
                reasons.append(f"{name}: {reason}")
    raise Neo4jUnavailable("; ".join(["NEO4J_URI is not set", *reasons]))


def use_address() -> Neo4jServer:
    uri = os.environ.get("NEO4J_URI", "")
    if not uri:
        raise Neo4jUnavailable("NEO4J_URI is not set")
    return wait_for(
        Neo4jServer(
            uri=uri,
            username=os.environ.get("NEO4J_USERNAME", USERNAME),
            password=os.environ.get("NEO4J_PASSWORD", ""),
            version="",
            how="address",
            release=lambda: None,
        ),
        ADDRESS_SECONDS,
        lambda: None,
    )


# A container


def start_container(port: int, password: str, memory: tuple[str, str] = MEMORY) -> Neo4jServer:
    engine = container_engine()
    if not succeeds(engine, "image", "inspect", IMAGE, seconds=30):
        output(engine, "pull", IMAGE, seconds=FETCH_SECONDS)
    identity = output(engine, *run_arguments(port, password, memory), seconds=60).split()[-1]
    keeper = subprocess.Popen(
        ["sh", "-c", REMOVED_WITH_PARENT, engine, identity],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    server = started(
        Neo4jServer(
            uri=f"bolt://127.0.0.1:{port}",
            username=USERNAME,
            password=password,
            version="",
            how="container",
            release=keeper.communicate,
        )
    )
    return wait_for(server, START_SECONDS, lambda: container_fault(engine, identity))


def container_engine() -> str:
    for engine in ("docker", "podman"):
        if shutil.which(engine) and succeeds(engine, "info", seconds=10):
            return engine
    raise Neo4jUnavailable("neither docker nor podman answers")


def run_arguments(port: int, password: str, memory: tuple[str, str]) -> list[str]:
    settings = {
        "NEO4J_AUTH": f"{USERNAME}/{password}" if password else "none",
        "NEO4J_server_memory_heap_initial__size": "256m",
        "NEO4J_server_memory_heap_max__size": memory[0],
        **{"NEO4J_" + n.replace("_", "__").replace(".", "_"): v for n, v in settings_with(memory[1]).items()},
    }
    given = [part for name, value in settings.items() for part in ("--env", f"{name}={value}")]
    return ["run", "--detach", "--label", "graphsvc-tests", "--publish", f"127.0.0.1:{port}:7687", *given, IMAGE]


def settings_with(page_cache: str) -> dict[str, str]:
    return SETTINGS | {"server.memory.pagecache.size": page_cache}


def container_fault(engine: str, identity: str) -> str | None:
    if output(engine, "inspect", "--format", "{{.State.Running}}", identity, seconds=30).strip() == "true":
        return None
    logged = subprocess.run(
        [engine, "logs", "--tail", "20", identity], capture_output=True, text=True, timeout=30, check=False
    )
    return f"the container ended: {logged.stdout}{logged.stderr}"


# The published jars


def start_jars(port: int, password: str, memory: tuple[str, str] = MEMORY) -> Neo4jServer:
    java = java_command()
    jars = class_path()
    home = Path(tempfile.mkdtemp(prefix="graphsvc-neo4j-"))
    directories = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    write_configuration(home, port, bool(password), memory[1])
    with (home / "console.log").open("wb") as console:
        process = subprocess.Popen(
            [
                "sh",
                "-c",
                TIED_TO_PARENT,
                str(home),
                java,
                *JAVA_OPTIONS,
                f"-Xmx{memory[0]}",
                "-cp",
                jars,
                MAIN,
                *directories,
            ],
            stdin=subprocess.PIPE,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server = started(
        Neo4jServer(
            uri=f"bolt://127.0.0.1:{port}",
            username=USERNAME,
            password=password,
            version="",
            how="jars",
            release=lambda: end_process(process, home),
        )
    )
    return wait_for(server, START_SECONDS, lambda: process_fault(process, home), set_password)


def java_command() -> str:
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home, "bin", "java")) if home else "java"
    if not shutil.which(java):
        raise Neo4jUnavailable("no java on the path; Java 17 or 21 is needed")
    told = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60, check=False).stderr
    version = re.search(r'version "(\d+)', told)
    if not version or int(version[1]) < 17:
        raise Neo4jUnavailable(f"Java 17 or 21 is needed, and {java} says {told.strip()!r}")
    return java


def class_path() -> str:
    """Resolve the jars with Maven, once per pom and as long as they are still in Maven's own repository."""
    known = CACHE / f"neo4j-{hashlib.sha256(POM.read_bytes()).hexdigest()[:12]}.classpath"
    if known.exists() and all(Path(jar).exists() for jar in known.read_text().split(os.pathsep)):
        return known.read_text()
    maven = shutil.which("mvn")
    if not maven:
        raise Neo4jUnavailable("no mvn on the path; Maven fetches the jars")
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
        found = Path(scratch, "classpath")
        goal = ["dependency:build-classpath", "-DincludeScope=runtime", f"-Dmdep.outputFile={found}"]
        output(maven, "-B", "-q", "-f", str(POM), *goal, seconds=FETCH_SECONDS)
        found.replace(known)
    return known.read_text()


def write_configuration(home: Path, port: int, auth: bool, page_cache: str) -> None:
    settings = settings_with(page_cache) | {
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
        "dbms.security.auth_enabled": str(auth).lower(),
    }
    (home / "conf").mkdir()
    (home / "conf" / "neo4j.conf").write_text("".join(f"{name}={value}\n" for name, value in settings.items()))


def set_password(server: Neo4jServer) -> None:
    """A new server accepts its well-known first password, for the one purpose of changing it."""
    with connect(server.uri, (USERNAME, USERNAME)) as driver, driver.session(database="system") as session:
        session.run(f"ALTER CURRENT USER SET PASSWORD FROM '{USERNAME}' TO $new", new=server.password).consume()


def process_fault(process: subprocess.Popen[bytes], home: Path) -> str | None:
    if process.poll() is None:
        return None
    logs = [home / "console.log", home / "logs" / "neo4j.log"]
    lines = [line for log in logs if log.exists() for line in log.read_text().splitlines() if line[:1] != "\t"]
    return f"the server ended with status {process.returncode}: " + "\n".join(lines[-8:])


def end_process(process: subprocess.Popen[bytes], home: Path) -> None:
    """Nothing it stored is kept, so there is nothing to wait for."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    shutil.rmtree(home, ignore_errors=True)


# Common to all ways


def started(server: Neo4jServer) -> Neo4jServer:
    """From here on the server is stopped at the end of this process at the latest."""
    atexit.register(server.release)
    return server


def wait_for(
    server: Neo4jServer,
    seconds: float,
    fault: Callable[[], str | None],
    first: Callable[[Neo4jServer], None] | None = None,
) -> Neo4jServer:
    """Return the server once it has answered a query; ``fault`` says early that it never will."""
    try:
        if first and server.password:
            retry(lambda: first(server), seconds, fault)
        server.version = retry(lambda: ask_version(server), seconds, fault)
    except BaseException:
        server.stop()
        raise
    return server


def retry(step: Callable[[], T], seconds: float, fault: Callable[[], str | None]) -> T:
    deadline = time.monotonic() + seconds
    while True:
        try:
            return step()
        except (DriverError, Neo4jError) as error:
            reason = fault() or (time.monotonic() > deadline and f"no answer within {seconds} s: {error}")
            if reason:
                raise Neo4jUnavailable(reason) from error
            time.sleep(0.3)


def ask_version(server: Neo4jServer) -> str:
    with connect(server.uri, server.auth) as driver, driver.session() as session:
        record = session.run("CALL dbms.components() YIELD versions RETURN versions[0] AS version").single(strict=True)
        return str(record["version"])


def connect(uri: str, auth: tuple[str, str] | None) -> Driver:
    return GraphDatabase.driver(uri, auth=auth, connection_timeout=5, telemetry_disabled=True)


def free_port(wanted: int | None) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted or 0))
        except OSError as taken:
            raise Neo4jUnavailable(f"port {wanted} is taken") from taken
        return int(probe.getsockname()[1])


def succeeds(*command: str, seconds: float) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=seconds, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def output(*command: str, seconds: float) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as late:
        raise Neo4jUnavailable(f"{' '.join(command[:2])} took more than {seconds} s") from late
    if done.returncode:
        raise Neo4jUnavailable(f"{' '.join(command[:2])} failed: {(done.stderr or done.stdout).strip()[-500:]}")
    return done.stdout


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.neo4j_server", description="Run a Neo4j until interrupted.")
    parser.add_argument("--how", choices=["address", "container", "jars"], help="ask for one way only")
    parser.add_argument("--port", type=int, help="Bolt port (default: a free one)")
    parser.add_argument("--no-auth", action="store_true", help="ask for no password")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with contextlib.suppress(KeyboardInterrupt):
        try:
            server = start(arguments.how, arguments.port, auth=not arguments.no_auth)
        except Neo4jUnavailable as reason:
            sys.exit(f"no Neo4j: {reason}")
        with server:
            print(f"export NEO4J_URI={server.uri} NEO4J_USERNAME={server.username} NEO4J_PASSWORD={server.password}")
            print(f"# Neo4j {server.version} ({server.how}); Ctrl-C stops it", flush=True)
            threading.Event().wait()


if __name__ == "__main__":
    main()
