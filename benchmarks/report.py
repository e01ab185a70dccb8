"""Runs -> RESULTS.md: medians over the rounds, and ratios of cells that were measured side by side."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from statistics import median

import orjson

from benchmarks.run import MIXED, Cell, Options, Run
from benchmarks.servers import HERE, NAMES

LIBRARIES = ("graphql-core", "strawberry-graphql", "starlette", "uvicorn", "neo4j", "neo4j-rust-ext", "orjson")
INTRODUCTION = """\
# Benchmark results

Written by `python -m benchmarks`; see [docs/benchmarks.md](../docs/benchmarks.md) for what is compared and how.

"""


def report(runs: list[Run], options: Options, seconds: float) -> str:
    sections = [line for run in runs for line in section(run, options)]
    return INTRODUCTION + "\n".join([*machine(runs, options, seconds), *sections, ""])


def machine(runs: list[Run], options: Options, seconds: float) -> Iterator[str]:
    peers = orjson.loads((HERE / "yoga" / "package.json").read_bytes())["dependencies"]
    named = [f"{name} {version(name)}" for name in LIBRARIES]
    named += [f"{name} {number}" for name, number in peers.items()] if "yoga" in options.servers else []
    load = os.getloadavg()
    yield f"- Machine: {os.cpu_count()} cores ({processor()}), {memory()} of memory, {platform.system()}; load average"
    yield f"  at the end {load[0]:.1f} (1 minute), {load[2]:.1f} (15 minutes). All servers and the client share it."
    yield f"- Neo4j {runs[0].version}, Python {platform.python_version()}, {', '.join(named)}."
    yield f"- Medians of {options.rounds} rounds of {options.seconds:g} s for each cell; the servers take turns within"
    yield f"  a round. The whole took {seconds / 60:.0f} minutes."


def processor() -> str:
    found = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return found[0].partition(":")[2].strip() if found else platform.machine()


def memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"


def section(run: Run, options: Options) -> Iterator[str]:
    servers = [name for name in NAMES if name in options.servers]
    how = "" if options.bolts else " into an empty Neo4j"
    yield f"\n## {run.size} entities\n\n`graphsvc load`{how}: {run.load_seconds:.0f} s."
    starts = {name: [f"{run.ready[name]:.1f}", f"{run.memory[name] / 1e6:.0f}"] for name in servers}
    yield from table("Start", "server", ["ready, s", "peak memory, MB"], starts)
    for connections in options.concurrency:
        yield f"\n### {connections} connections"
        for title, show in COLUMNS.items():
            rows = {
                query: [shown(run, (query, name, connections), show) for name in servers]
                for query in [*options.queries, MIXED]
            }
            yield from table(title, "query", servers, rows)
    wired = [name for name in servers if any(server == name for _, server in run.wires)]
    wires = {query: [wire(run, query, name) for name in wired] for query in options.queries}
    yield from table("Db hits / statements / round trips for one request", "query", wired, wires)
    if run.refused:
        yield "\nNot timed:\n"
        yield from (f"- {query} {name}: {why}" for (query, name), why in run.refused.items())


def table(title: str, corner: str, columns: list[str], rows: dict[str, list[str]]) -> Iterator[str]:
    yield f"\n{title}\n"
    yield f"| {corner} | {' | '.join(columns)} |"
    yield f"|---|{'---:|' * len(columns)}"
    yield from (f"| {name} | {' | '.join(values)} |" for name, values in rows.items())


def wire(run: Run, query: str, server: str) -> str:
    found = run.wires.get((query, server))
    return f"{found.hits:.0f} / {found.statements:g} / {found.trips:g}" if found else "-"


def shown(run: Run, of: tuple[str, str, int], show: Callable[[list[Cell], list[Cell]], str]) -> str:
    own, base = (
        [cell for cell in run.cells if (cell.query, cell.server, cell.concurrency) == (of[0], server, of[2])]
        for server in (of[1], "graphsvc")
    )
    return show(own, base) if own else "-"


def rate(own: list[Cell], base: list[Cell]) -> str:
    text = f"{median(cell.rate for cell in own):.0f}"
    if not base or base == own:
        return text
    ratio = median(ours.rate / theirs.rate for ours, theirs in zip(base, own, strict=True))
    return f"{text} ({ratio:.2f})"


def cpu(own: list[Cell], _: list[Cell]) -> str:
    return f"{median(cell.api_cpu for cell in own):.2f} + {median(cell.neo4j_cpu for cell in own):.2f}"


def latency(own: list[Cell], _: list[Cell]) -> str:
    return f"{median(cell.p50 for cell in own):.1f} / {median(cell.p99 for cell in own):.1f}"


COLUMNS = {
    "Requests per second (in brackets: graphsvc's as a multiple of it, in the same round)": rate,
    "CPU per request, ms: API + Neo4j": cpu,
    "Latency, ms: p50 / p99": latency,
}
