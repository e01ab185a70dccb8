"""`python -m benchmarks`: compare graphsvc with its peers, and write RESULTS.md beside this file."""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generate import SIZES, write_dataset
from benchmarks.peer import load_peer
from benchmarks.report import report
from benchmarks.run import Options, Run, measure
from benchmarks.servers import HERE, NAMES, graphsvc_load
from tests import neo4j_server

MEMORY = ("2g", "1g")
"""Heap and page cache of each Neo4j."""


def main() -> None:
    options = arguments()
    if "yoga" in options.servers and not (HERE / "yoga" / "node_modules").exists():
        sys.exit("The peer is not installed: run `npm ci` in benchmarks/yoga, or leave it out with --servers.")
    started = time.monotonic()
    found = {size: one_size(size, options) for size in options.sizes}
    runs = [run for run in found.values() if run]
    if not runs:
        sys.exit("No size was loaded in time: give --load-minutes more, or --sizes less.")
    text = report(runs, options, time.monotonic() - started)
    for size in [size for size, run in found.items() if run is None]:
        text += f"\n## {size} entities\n\nNot measured: the load was not done in {options.load_minutes:g} minutes.\n"
    (options.output or HERE / "RESULTS.md").write_text(text)
    print(text)


def one_size(size: str, options: Options) -> Run | None:
    """Fresh databases for each size, unless running ones are named. None if the load takes too long."""
    with TemporaryDirectory(prefix="graphsvc-benchmark-") as scratch, ExitStack() as stack:
        dataset = Path(scratch) / "dataset"
        write_dataset(size, dataset)
        bolts = options.bolts or tuple(
            stack.enter_context(neo4j_server.start(auth=False, memory=MEMORY)).uri for _ in range(2)
        )
        assert len(bolts) == 2
        load_seconds = graphsvc_load(dataset, bolts[0], options.load_minutes * 60)
        if load_seconds is None:
            return None
        if "yoga" in options.servers:
            load_peer(bolts[1], size)
        return measure(size, dataset, (bolts[0], bolts[1]), load_seconds, options)


def arguments() -> Options:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=["1k"], help="entities in the data (default 1k)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each cell is measured (default 3)")
    parser.add_argument("--seconds", type=float, default=2, help="how long each time (default 2)")
    parser.add_argument("--warm", type=float, default=5, help="seconds of each query before any is timed (default 5)")
    parser.add_argument(
        "--load-minutes", type=float, default=6, help="a size whose load takes longer is left out (default 6)"
    )
    parser.add_argument("--concurrency", nargs="+", type=int, default=[16], help="connections (default 16)")
    parser.add_argument("--queries", nargs="+", default=[f"Q{n}" for n in range(1, 9)])
    parser.add_argument("--servers", nargs="+", choices=NAMES, default=list(NAMES))
    parser.add_argument(
        "--bolts",
        nargs=2,
        metavar="URI",
        help="running Neo4js for graphsvc and for its peer, empty or with just this data",
    )
    parser.add_argument("--output", type=Path, help="where to write (default RESULTS.md beside the benchmark)")
    return Options(**vars(parser.parse_args()))


if __name__ == "__main__":
    main()
