"""Figures of aggregates, made in Python of what stores count."""

from __future__ import annotations

from typing import Any

import pytest

from graphsvc.plan.figures import Summary


@pytest.mark.parametrize(
    ("scalar", "rows", "expected"),
    [
        ("Float", [(0.1, 10)], (10, 1, 0.1, 0.1, 1.0, 0.1)),
        ("Float", [(1e308, 2), (None, 3)], (2, 1, 1e308, 1e308, None, 1e308)),
        ("Float", [(1e16, 1), (1.0, 2), (-1e16, 1)], (4, 3, -1e16, 1e16, 2.0, 0.5)),
        ("BigInt", [(2**53 + 1, 1), (1, 1)], (2, 2, 1, 2**53 + 1, 2**53 + 2, float(2**52 + 1))),
        ("BigInt", [(2**63 - 1, 2)], (2, 1, 2**63 - 1, 2**63 - 1, float(2**64), float(2**63))),
        ("BigInt", [], (0, 0, None, None, None, None)),
        ("EDTF", [("2020-05", 1), ("2020~", 2), ("../1999", 1)], (4, 3, "2020~", "2020-05", None, None)),
        ("DateTime", [("2020-05-07T12:00:00Z", 1)], (1, 1, *["2020-05-07T12:00:00Z"] * 2, None, None)),
        ("String", [("b", 1), ("a", 2)], (3, 2, None, None, None, None)),
        ("Boolean", [(True, 1), (False, 1)], (2, 2, None, None, None, None)),
        ("Scalar", [(1, 1), (1.0, 1), (True, 1), ("1", 1)], (4, 3, None, None, None, None)),
    ],
)
def test_figures(scalar: str, rows: list[tuple[Any, int]], expected: tuple[Any, ...]) -> None:
    found = Summary.of(rows, scalar, many=False)
    assert (found.count, found.distinct, found.min, found.max, found.sum, found.average) == expected


def test_each_value_of_a_list_counts_and_the_most_frequent_come_first() -> None:
    rows: list[tuple[Any, int]] = [(["b", "A"], 2), (["A", "c"], 1), (None, 5), ([], 1)]
    assert Summary.of(rows, "String", many=True).values == [("A", 3), ("b", 2), ("c", 1)]


def test_equally_frequent_values_come_in_order() -> None:
    rows = [(value, 1) for value in ("b", "B", "a", 10, 9.5, True, False)]
    assert [value for value, _ in Summary.of(rows, "Scalar", many=False).values] == [
        False,
        True,
        9.5,
        10,
        "a",
        "B",
        "b",
    ]
