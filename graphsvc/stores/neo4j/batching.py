"""Reads of one statement that come at the same time go to the database together.

To send a short read and to take its answer costs the driver and the server more than to find it. So those that come
while the same statement is under way wait for its answer, and go in one then: as many as the server answers in a few
milliseconds, by how long it took lately. What takes it longer may be under way more often at once, or goes alone.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from neo4j.exceptions import DriverError, Neo4jError

from graphsvc.errors import StoreBusy, StoreError, StoreMismatch
from graphsvc.plan.tree import Plan
from graphsvc.stores import cypher
from graphsvc.stores.base import Rows

MOST = 32
"""Reads in one statement."""
SECONDS = 0.01
"""That a statement for several reads is to take the server at most, and that a read waits for others at most."""
GIVEN_UP = 0.25
"""Seconds after which reads that went together are asked alone: one of them may be another matter than lately."""
PROCESS = 2000
"""Reads of one statement in a second that the server must be able to answer, by several statements at once if need be:
what a process makes when each takes half a millisecond of it (`benchmarks/RESULTS.md`, Q2)."""
KEPT = 512
"""Statements whose pace is known."""

log = logging.getLogger("graphsvc.neo4j")


class Answers(NamedTuple):
    """Of several reads, in their order; and how many seconds the server took for all."""

    rows: list[Rows]
    seconds: float


class Waiting(NamedTuple):
    """A read; its rows are None if it has to be asked alone."""

    plan: Plan
    rows: asyncio.Future[Rows | None]


@dataclass
class Line:
    """The reads of one statement. `pace` is in seconds for one read; it is unknown, and nobody waits, at first."""

    pace: float = SECONDS
    under_way: int = 0
    waiting: list[Waiting] = field(default_factory=list)
    timer: asyncio.TimerHandle | None = None

    @property
    def most(self) -> int:
        """Reads that may go together."""
        return max(int(SECONDS / max(self.pace, SECONDS / MOST)), 1)

    @property
    def full(self) -> bool:
        """Whether enough of it are under way, so that others wait."""
        return self.most > 1 and self.under_way > self.pace * PROCESS


class Batches:
    """The reads of one event loop. `ask` answers Plans of one statement, several of them within `GIVEN_UP`."""

    def __init__(self, ask: Callable[[Sequence[Plan]], Awaitable[Answers]]) -> None:
        self.ask = ask
        self.lines: OrderedDict[Hashable, Line] = OrderedDict()
        self.tasks: set[asyncio.Task[None]] = set()

    async def read(self, plan: Plan) -> Rows:
        line = self.line((plan.roots, cypher.shared(plan)))
        rows = await self.wait(line, plan) if line.waiting or line.full else None
        if rows is None:
            (rows,) = await self.send(line, [plan])
        return rows

    def line(self, key: Hashable) -> Line:
        line = self.lines.get(key)
        if line is None:
            line = self.lines[key] = Line()
            if len(self.lines) > KEPT:
                self.lines.popitem(last=False)
        else:
            self.lines.move_to_end(key)
        return line

    def wait(self, line: Line, plan: Plan) -> asyncio.Future[Rows | None]:
        loop = asyncio.get_running_loop()
        line.timer = line.timer or loop.call_later(SECONDS, self.release, line, True)
        waiting = Waiting(plan, loop.create_future())
        line.waiting.append(waiting)
        return waiting.rows

    def release(self, line: Line, late: bool = False) -> None:
        """What waits goes, as far as there is room for it; or all of it, if it has waited for long enough."""
        line.waiting = [each for each in line.waiting if not each.rows.done()]  # some requests may have ended
        while line.waiting and (late or not line.full):
            going, line.waiting = line.waiting[: line.most], line.waiting[line.most :]
            if len(going) == 1:
                tell(going, [None])
            else:
                task = asyncio.create_task(self.together(going, self.send(line, [each.plan for each in going])))
                self.tasks.add(task)
                task.add_done_callback(self.tasks.discard)
        if line.timer and not line.waiting:
            line.timer.cancel()
            line.timer = None

    async def together(self, going: Sequence[Waiting], answers: Awaitable[list[Rows]]) -> None:
        """What may be the fault of one of them is asked again by each alone, and fails there for that one only."""
        found: Sequence[Rows | StoreError | None] = [None] * len(going)
        try:
            found = await answers
        except (StoreBusy, StoreMismatch) as error:
            found = [error] * len(going)
        except (StoreError, DriverError, Neo4jError, TimeoutError) as error:
            log.info("%d reads failed together, and are asked one by one (%s).", len(going), type(error).__name__)
        except Exception:
            log.exception("%d reads failed together by a fault of graphsvc, and are asked one by one.", len(going))
        tell(going, found)

    def send(self, line: Line, plans: Sequence[Plan]) -> Coroutine[Any, Any, list[Rows]]:
        line.under_way += 1
        return self.sent(line, plans)

    async def sent(self, line: Line, plans: Sequence[Plan]) -> list[Rows]:
        pace = SECONDS  # as if it was not known, if it fails
        try:
            answers = await self.ask(plans)
            pace = (line.pace + answers.seconds / len(plans)) / 2
        finally:
            line.pace = pace
            line.under_way -= 1
            self.release(line)
        return answers.rows


def tell(waiting: Sequence[Waiting], found: Sequence[Rows | StoreError | None]) -> None:
    for each, rows in zip(waiting, found, strict=True):
        if each.rows.done():  # its request has ended
            continue
        if isinstance(rows, StoreError):
            each.rows.set_exception(rows)
        else:
            each.rows.set_result(rows)
