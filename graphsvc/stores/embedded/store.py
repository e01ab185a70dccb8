"""The embedded store: its tables, and the evaluation of Plans over them."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, TypeVar

from graphsvc.plan.dated import settled
from graphsvc.plan.tree import Plan
from graphsvc.stores.base import Rows
from graphsvc.stores.embedded.reading import Reading, compiled, roots
from graphsvc.stores.embedded.tables import Item, Tables
from graphsvc.stores.loop import run_at_once
from graphsvc.stores.rows import Projection

T = TypeVar("T")


class EmbeddedStore:
    """Holds one projection; reads never block and never fail."""

    name = "embedded"

    def __init__(self, projection: Projection, revision: int = 1) -> None:
        self.tables = Tables(projection, revision)

    async def read(self, plan: Plan) -> Rows:
        reading = Reading(self.tables, plan.values)
        gets = map(compiled, settled(plan.roots, plan.values)) if plan.dated else roots(plan.roots)
        return [get(reading, Item({})) for get in gets]

    async def ready(self) -> None:
        """Always."""

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return run_at_once(work)

    async def leave(self) -> None:
        """It has nothing of a loop."""

    def close(self) -> None:
        """Nothing to give back."""
