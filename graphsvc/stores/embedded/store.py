"""The embedded store: its tables, and the evaluation of Plans over them."""

from __future__ import annotations

from graphsvc.plan.dated import settled
from graphsvc.plan.tree import Plan
from graphsvc.stores.base import Rows
from graphsvc.stores.embedded.reading import Reading
from graphsvc.stores.embedded.tables import Item, Tables
from graphsvc.stores.rows import Projection


class EmbeddedStore:
    """Holds one projection; reads never block and never fail."""

    name = "embedded"
    blocking = False

    def __init__(self, projection: Projection, revision: int = 1) -> None:
        self.tables = Tables(projection, revision)

    def read(self, plan: Plan) -> Rows:
        reading = Reading(self.tables, plan.values)
        roots = settled(plan.roots, plan.values) if plan.dated else plan.roots
        return [reading.value(root, Item({})) for root in roots]

    def ready(self) -> None:
        """Always."""

    def close(self) -> None:
        """Nothing to give back."""
