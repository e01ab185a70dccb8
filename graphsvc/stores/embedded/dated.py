"""Valid time: what a row held then, and whether it held at all. Days are in the tree itself (`plan.dated.settled`)."""

from __future__ import annotations

from typing import Any

from graphsvc.plan.valid import OPEN, SURE, VALID, AsOf
from graphsvc.stores.rows import Properties


def read(here: Properties, source: str, at: AsOf | None) -> Any:
    """A property; under a time the last value that may have held, or the one that held for sure; of a list all such."""
    if at is None:
        return here.get(source)
    kind = "sure" if at.certain else "valid"
    first, last, values = (here.get(f"{source}__{kind}_{part}") for part in ("first", "last", "values"))
    if first is None or last is None or values is None:
        return None if at.certain else here.get(source)
    periods = zip(first, last, values, strict=True)
    found = [value for begin, end, value in periods if _covers(begin, end, at)]
    if not found:
        return None
    return list(dict.fromkeys(found)) if at.many else found[-1]


def held(here: Properties, at: AsOf) -> bool:
    """Whether an edge or statement held; a missing bound is unknown."""
    first, last = (here.get(name) for name in (SURE if at.certain else VALID))
    if at.certain:
        return first is not None and last is not None and _covers(first, last, at)
    return _covers(-OPEN if first is None else first, OPEN if last is None else last, at)


def _covers(first: int, last: int, at: AsOf) -> bool:
    """All of the days, or at least one of them."""
    return first <= at.first and at.last <= last if at.certain else first <= at.last and at.first <= last
