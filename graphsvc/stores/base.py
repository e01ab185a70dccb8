"""What every store can do, and what may be relied on."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, Protocol, TypeVar

from graphsvc.plan.tree import Plan

Rows = list[Any]
T = TypeVar("T")


class Store(Protocol):
    """Answers Plans over one dataset.

    Two stores that hold the same projection give equal rows for the same Plan, to the last byte.
    """

    @property
    def name(self) -> str:
        """For people: `embedded`, or the product and version of the database."""

    async def read(self, plan: Plan) -> Rows:
        """One value for each root of the Plan, shaped as `plan.tree` says.

        The caller guarantees that sources, types and labels come from the store's own vocabulary and that
        every parameter has a value of the type that its source holds, or none.
        The result must come from one state of the data; be ordered by the Plan's order, absent values
        last, ties by id; hold plain data only; and not be touched by the store afterwards.
        Raises StoreError.
        """

    async def ready(self) -> None:
        """Return if a read could be answered now; else raise StoreError."""

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """To its end what awaits this store, for who is not asynchronous."""

    async def leave(self) -> None:
        """Give back what the running event loop has of the store."""

    def close(self) -> None:
        """Give back all else."""
