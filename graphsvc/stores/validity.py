"""When things held, as both stores keep it: four day numbers on edges and statements, periods on attributes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isinf
from typing import Any

from graphsvc.edtf import Edtf
from graphsvc.plan.valid import OPEN, SURE, VALID
from graphsvc.verdict import Period, possible_days, sure_days

Properties = Mapping[str, Any]
PARTS = ("first", "last", "values")


def spans(since: Edtf | None, until: Edtf | None) -> dict[str, int]:
    """Nothing for an unknown bound. What ends before it begins never held."""
    first, last = possible_days(since, until)
    days = (first, last) if first <= last else (OPEN, -OPEN)
    found = {name: int(day) for name, day in zip(VALID, days, strict=True) if not isinf(day)}
    sure = sure_days(since, until)
    return found | (dict(zip(SURE, map(int, sure), strict=True)) if sure[0] <= sure[1] else {})


def period_lists(kind: str, held: Sequence[tuple[Properties, Period]], shown: Properties) -> dict[str, Any]:
    """`<property>__<kind>_first`, `…_last` and `…_values`, side by side; `held`: what is stored of a value, and when.

    What shows now but had no such time gets one of no days, so that it does not show for want of any.
    """
    found: dict[str, Any] = {}
    for name in sorted({*shown, *(name for stored, _ in held for name in stored)}):
        rows = [(_day(p.first), _day(p.last), stored[name]) for stored, p in held if name in stored]
        if not rows:
            now = shown[name]
            rows = [(OPEN, -OPEN, now[0] if isinstance(now, list) else now)]
        columns = map(list, zip(*rows, strict=True))
        found |= {f"{name}__{kind}_{part}": column for part, column in zip(PARTS, columns, strict=True)}
    return found


def _day(day: float) -> int:
    return int(max(-OPEN, min(OPEN, day)))
