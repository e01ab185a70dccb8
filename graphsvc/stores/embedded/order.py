"""Order of rows: absent values last in both directions, ties by id."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from graphsvc.plan.tree import Order
from graphsvc.stores.embedded.dated import read
from graphsvc.stores.embedded.tables import Item


def value_of(key: Order, item: Item) -> Any:
    return read((item.other or {}) if key.other else item.here, key.source, key.at)


def key_of(keys: Sequence[Order], item: Item) -> list[Any]:
    return [value_of(key, item) for key in keys]


def sort_items(keys: Sequence[Order], items: list[Item]) -> list[Item]:
    """By the last key first: sorting is stable, also where it is reversed."""
    for key in reversed(keys):
        present = [item for item in items if value_of(key, item) is not None]
        absent = [item for item in items if value_of(key, item) is None]
        items = sorted(present, key=partial(value_of, key), reverse=key.descending) + absent
    return items


def beyond(keys: Sequence[Order], found: list[Any], mark: list[Any]) -> bool:
    """Whether a row with these keys comes behind the row of the cursor."""
    for key, value, bound in zip(keys, found, mark, strict=True):
        if value != bound:
            if value is None or bound is None:
                return value is None
            return bool(value < bound if key.descending else value > bound)
    return False
