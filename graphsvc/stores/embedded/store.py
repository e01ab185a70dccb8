"""The embedded store: its tables, and the evaluation of Plans over them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor, ThreadPoolExecutor
from threading import Thread
from typing import Any, TypeVar

from graphsvc.memory import growing
from graphsvc.plan.dated import settled
from graphsvc.plan.tree import Plan
from graphsvc.stores.base import Rows
from graphsvc.stores.embedded.evaluation import compiled, roots
from graphsvc.stores.embedded.reading import Reading
from graphsvc.stores.embedded.tables import LATER, Item, Tables
from graphsvc.stores.loop import run_at_once
from graphsvc.stores.rows import Projection

WAITING = 100
"""Reads that may wait at the same time while the store is warmed."""
T = TypeVar("T")
log = logging.getLogger("graphsvc")


class EmbeddedStore:
    """Holds one projection; only reads that come while it is warmed ever wait."""

    name = "embedded"

    def __init__(self, projection: Projection, revision: int = 1) -> None:
        self.tables = Tables(projection, revision)
        self.warming: Executor | None = None

    async def read(self, plan: Plan) -> Rows:
        if threads := self.warming:
            return await asyncio.get_running_loop().run_in_executor(threads, self.rows, plan)
        return self.rows(plan)

    def rows(self, plan: Plan) -> Rows:
        reading = Reading(self.tables, plan.values)
        gets = map(compiled, settled(plan.roots, plan.values)) if plan.dated else roots(plan.roots)
        return [get(reading, Item({})) for get in gets]

    def warm(self, then: Callable[[], None]) -> None:
        """Make in the background what is else made when it is first asked for; `then` is called after it.

        Reads that come meanwhile go to threads, so that one that waits for it holds up no other.
        """
        self.warming = ThreadPoolExecutor(WAITING, "graphsvc-warming")
        Thread(target=self._warm, args=(then,), daemon=True).start()

    def _warm(self, then: Callable[[], None]) -> None:
        try:
            with growing(kept=True):
                for each in LATER:
                    getattr(self.tables, each)
        except Exception:
            log.exception("What is made when it is first asked for could not be made before.")
            return
        finally:
            self.warming = None
        then()

    async def ready(self) -> None:
        """Always."""

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run(work) if self.warming else run_at_once(work)

    async def leave(self) -> None:
        """It has nothing of a loop."""

    def close(self) -> None:
        """Nothing to give back."""
