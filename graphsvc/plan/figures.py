"""Groups that a store counted -> the figures of an aggregate. Sums are exact and rounded once, as `math.fsum` does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graphsvc.values import DATES, INTEGERS, parse_edtf, text_key

NUMBERS = ("BigInt", "Float")
Group = tuple[Any, int]


@dataclass(frozen=True)
class Summary:
    """What rows have in one property; `scalar` is the GraphQL type of its values."""

    groups: Sequence[Group]
    scalar: str

    @classmethod
    def of(cls, rows: Iterable[tuple[Any, int]], scalar: str, *, many: bool) -> Summary:
        """By value and the number of rows that have it, perhaps in parts; with `many`, by list of values.

        Equal numbers of both kinds, which stores group as they like, become whole ones.
        """
        if many:
            rows = [(value, number) for row, number in rows for value in row or ()]
        if scalar == "Scalar":
            rows = [(_kept(value), number) for value, number in rows]
        found: dict[Any, int] = {}
        for value, number in rows:
            found[value] = found.get(value, 0) + number
        groups = [(key[0] if scalar == "Scalar" else key, number) for key, number in found.items()]
        return cls([group for group in groups if group[0] is not None], scalar)

    @cached_property
    def count(self) -> int:
        return sum(number for _, number in self.groups)

    @cached_property
    def distinct(self) -> int:
        return len(self.groups)

    @cached_property
    def total(self) -> tuple[int, int] | None:
        """Numerator and denominator."""
        if self.scalar not in NUMBERS or not self.groups:
            return None
        ratios = [(*value.as_integer_ratio(), number) for value, number in self.groups]
        common = max([below for _, below, _ in ratios])  # each is a power of two
        return sum([top * (common // below) * number for top, below, number in ratios]), common

    @cached_property
    def sum(self) -> int | float | None:
        """Whole as long as it fits 64 bits."""
        if self.total is None:
            return None
        top, below = self.total
        return top if self.scalar == "BigInt" and top in INTEGERS else _divided(top, below)

    @cached_property
    def average(self) -> float | None:
        return None if self.total is None else _divided(self.total[0], self.total[1] * self.count)

    @cached_property
    def min(self) -> Any:
        return min(self.ordered, default=(None, None))[1]

    @cached_property
    def max(self) -> Any:
        return max(self.ordered, default=(None, None))[1]

    @cached_property
    def ordered(self) -> list[tuple[Any, Any]]:
        """What is least and greatest among: numbers, and dates whose earliest day is known; equal days by text."""
        if self.scalar in NUMBERS:
            return [(value, value) for value, _ in self.groups]
        if self.scalar.lower() not in DATES:
            return []
        days = ((parse_edtf(value).earliest, value) for value, _ in self.groups)
        return [(day, value) for day, value in days if day is not None]

    @cached_property
    def values(self) -> list[Group]:
        """The most frequent first, equally frequent ones by value: booleans, numbers, texts."""
        return sorted(self.groups, key=lambda group: (-group[1], *_rank(group[0])))


def _kept(value: Any) -> tuple[Any, bool]:
    """What tells a value of any type from others: True is not 1, but 1.0 is."""
    return int(value) if isinstance(value, float) and value.is_integer() else value, isinstance(value, bool)


def _rank(value: Any) -> tuple[int, Any, str]:
    if isinstance(value, str):
        return 2, text_key(value), value
    return int(not isinstance(value, bool)), value, ""


def _divided(top: int, below: int) -> float | None:
    """The nearest double, or None for what none can hold."""
    try:
        return top / below
    except OverflowError:
        return None
