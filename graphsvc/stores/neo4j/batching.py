"""Reads of one statement that come at the same time go to the database together.

To send a short read and to take its answer costs the driver and the server more than to find it. So those that come
in the same turn of the event loop, or while `LANES` statements of the same text are under way, go in one: as many as
the server answers in a few milliseconds, by how long it took lately. What takes longer goes alone, and never waits.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graphsvc.plan.tree import Plan
from graphsvc.stores import cypher
from graphsvc.stores.base import Rows

LANES = 2
MOST = 32
"""Reads in one statement."""
SECONDS = 0.01
"""That a statement for several reads is to take the server at most, and that a read waits for others at most."""
GIVEN_UP = 1.0
"""Seconds after which reads that went together are asked alone: one of them may be another matter than lately."""
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


class Batches:
    """The reads of one event loop. `ask` answers Plans of one statement."""

    def __init__(self, ask: Callable[[Sequence[Plan]], Awaitable[Answers]]) -> None:
        self.ask = ask
        self.lines: OrderedDict[Hashable, Line] = OrderedDict()
        self.tasks: set[asyncio.Task[None]] = set()

    async def read(self, plan: Plan) -> Rows:
        line = self.line((plan.roots, cypher.shared(plan)))
        rows = await self.wait(line, plan) if line.most > 1 else None
        return (await self.send(line, [plan]))[0] if rows is None else rows

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
        if not line.waiting:
            line.timer = loop.call_later(0 if line.under_way < LANES else SECONDS, self.release, line)
        waiting = Waiting(plan, loop.create_future())
        line.waiting.append(waiting)
        return waiting.rows

    def release(self, line: Line) -> None:
        """As many as may go together go, or each alone if none may."""
        if line.timer:
            line.timer.cancel()
        most = line.most
        going, line.waiting = (line.waiting[:most], line.waiting[most:]) if most > 1 else (line.waiting, [])
        line.timer = asyncio.get_running_loop().call_later(SECONDS, self.release, line) if line.waiting else None
        if most == 1:
            tell(going, [None] * len(going))
        elif going:
            task = asyncio.create_task(self.together(line, going))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def together(self, line: Line, going: Sequence[Waiting]) -> None:
        """What fails for one of them is asked again by each alone, and fails there for that one only."""
        found: Sequence[Rows | None] = [None] * len(going)
        try:
            async with asyncio.timeout(GIVEN_UP):
                found = await self.send(line, [each.plan for each in going])
        except Exception as error:
            log.info("%d reads failed together, and are asked one by one (%s).", len(going), type(error).__name__)
        tell(going, found)

    async def send(self, line: Line, plans: Sequence[Plan]) -> list[Rows]:
        line.under_way += 1
        try:
            answers = await self.ask(plans)
            line.pace = (line.pace + answers.seconds / len(plans)) / 2
        finally:
            line.under_way -= 1
            self.release(line)
        return answers.rows


def tell(waiting: Sequence[Waiting], found: Sequence[Rows | None]) -> None:
    for each, rows in zip(waiting, found, strict=True):
        if not each.rows.done():  # its request may have ended
            each.rows.set_result(rows)
