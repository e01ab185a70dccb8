"""Time and memory of `graphsvc check` on generated graphs of growing size.

python -m benchmarks.check.sizes [STATEMENTS ...]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.sea_trade import write

ROOT = Path(__file__).parent.parent.parent


class Cost(NamedTuple):
    """Of one process: seconds on the clock, seconds of the processor, megabytes at most, its output."""

    seconds: float
    cpu: float
    megabytes: float
    output: str


def cost(*command: str | Path) -> Cost:
    """What a command costs that may end with 1 for the faults that it finds. What Python compiles, it may keep."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile("w+") as output:
        started = time.monotonic()
        process = subprocess.Popen(
            [*map(str, command)], stdout=output, stderr=subprocess.STDOUT, cwd=ROOT, env=environment
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - started
        output.seek(0)
        told = output.read()
    if process.returncode not in (0, 1):
        sys.exit(told)
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, told)


def main(sizes: list[int]) -> None:
    print("| statements | seconds | of the processor | for each 1,000 | memory, MB |\n|---:|---:|---:|---:|---:|")
    for size in sizes:
        with tempfile.TemporaryDirectory() as directory:
            dataset = write(Path(directory) / "sea", size)
            seconds, cpu, megabytes, told = cost(sys.executable, "-m", "graphsvc", "check", dataset)
            assert told == "No findings.\n", told[-1000:]
        print(f"| {size:,} | {seconds:.1f} | {cpu:.1f} | {cpu / size * 1000:.3f} | {megabytes:.0f} |", flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10_000, 100_000, 1_000_000])
