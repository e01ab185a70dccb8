"""One evaluation of a Plan over the tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graphsvc.errors import RefusedQuery
from graphsvc.stores.embedded.tables import Tables

MAX_ROWS = 100_000
"""What one answer may hold: nothing stops a read here but itself, and its time is everybody's."""


class Reading:
    """What it reads, the values it is given, how many rows it has made, and what it knows of related things."""

    __slots__ = ("known", "rows", "tables", "values")

    def __init__(self, tables: Tables, values: Sequence[Any]) -> None:
        self.tables, self.values, self.rows = tables, values, 0
        self.known: dict[tuple[int, str], bool] = {}

    def hold(self, rows: int) -> None:
        """Count rows. Raises RefusedQuery."""
        self.rows += rows
        if self.rows > MAX_ROWS:
            rule = f"The answer has more than {MAX_ROWS} rows on all its levels."
            raise RefusedQuery(rule, "Ask for fewer rows with `first`, or for fewer levels.", "TOO_LARGE")
