"""The embedded store: its tables, and the evaluation of Plans over them."""

from __future__ import annotations

from graphsvc.errors import StoreError
from graphsvc.plan.dated import settled
from graphsvc.plan.tree import Plan
from graphsvc.stores.base import Rows
from graphsvc.stores.embedded.reading import Reading, compiled, roots
from graphsvc.stores.embedded.tables import Item, Tables
from graphsvc.stores.rows import Projection


class EmbeddedStore:
    """Holds one projection; reads never block and never fail."""

    name = "embedded"
    threads = None
    patience = 0.0

    def __init__(self, projection: Projection, revision: int = 1) -> None:
        self.tables = Tables(projection, revision)

    def read(self, plan: Plan) -> Rows:
        reading = Reading(self.tables, plan.values)
        gets = map(compiled, settled(plan.roots, plan.values)) if plan.dated else roots(plan.roots)
        return [get(reading, Item({})) for get in gets]

    def late(self) -> StoreError:
        raise AssertionError("a read here is done before anybody waits for it")

    def ready(self) -> None:
        """Always."""

    def close(self) -> None:
        """Nothing to give back."""
