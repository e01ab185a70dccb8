"""Pages that an index on (key, id) serves: one seek from the cursor on, whatever the size of the data.

The index is of use if the statement says that key and id are there, and if what is behind the cursor is a range of
it: so not `k > $k OR (k = $k AND id > $i)`, which Neo4j reads as two ranges in no order, but `k >= $k` and a condition
that it does not take apart. What has no key is in no index on it, so those rows are a branch of their own, found by a
property that says so.
"""

from __future__ import annotations

from typing import NamedTuple

from graphsvc.plan.names import ABSENT
from graphsvc.plan.tree import Bound, Connect, Order, Page
from graphsvc.stores.cypher.parts import Scope, parameter, prop
from graphsvc.stores.cypher.steps import count_of


class Branch(NamedTuple):
    """Some rows of a list: what they fulfil, and how they are ordered."""

    conditions: tuple[str, ...]
    order: str


def key_text(key: Order, scope: Scope) -> str:
    start = scope.other if key.other else scope.here
    if key.count:
        return count_of(key.count, Scope(start))
    return prop(start, key.source, key.at) if key.at else scope.read(key.source, other=key.other)


def order_text(page: Page, keys: tuple[Order, ...], scope: Scope) -> str:
    """The whole order, with absent values last, or first for a page that goes backward."""
    return ", ".join(_order_key(key, page.backward, scope) for key in keys)


def _order_key(key: Order, backward: bool, scope: Scope) -> str:
    """Neo4j by itself has absent values last, and first where it goes down."""
    text = key_text(key, scope)
    if key.count:
        return f"{text} DESC" if key.descending != backward else text
    if key.descending:
        return f"{text} IS NOT NULL, {text}" if backward else f"{text} IS NULL, {text} DESC"
    return f"{text} DESC" if backward else text


def seek_branches(node: Connect, keys: tuple[Order, ...], scope: Scope) -> list[Branch]:
    """The rows of a list in the order in which the page comes to them: those with a key, and those without."""
    page, key, id_ = node.page, keys[0], keys[-1]
    fixed = tuple(Order(source, key.descending) for source in node.seek or () if source != key.source)
    if key.source == "id":
        return [Branch(_by_id(key, page.mark, page, scope), _sorted((*fixed, key), page, scope))]
    past = bool(page.mark) and page.mark[0].parameter is None  # the cursor stands among those without
    present = Branch(_by_key(keys, () if past else page.mark, page, scope), _sorted((*fixed, *keys), page, scope))
    marker = Order(key.source + ABSENT)
    found = (f"{key_text(marker, scope)} = true", *_by_id(id_, page.mark[1:] if past else (), page, scope))
    absent = Branch(found, _sorted((marker, id_), page, scope))
    if page.backward:
        return [absent, present] if past or not page.mark else [present]
    return [absent] if past else [present, absent]


def _by_key(keys: tuple[Order, ...], mark: tuple[Bound, ...], page: Page, scope: Scope) -> tuple[str, ...]:
    key, id_ = (key_text(key, scope) for key in keys)
    if not mark:
        # any text is from '' on: a range makes Neo4j prefer this index to a shorter one
        return f"{key} >= ''" if keys[0].kind is str else f"{key} IS NOT NULL", f"{id_} IS NOT NULL"
    (key_sign, key_mark), (id_sign, id_mark) = (
        (_sign(order, page), _value(bound)) for order, bound in zip(keys, mark, strict=True)
    )
    behind = f"CASE WHEN {key} = {key_mark} THEN {id_} {id_sign} {id_mark} ELSE true END"
    return f"{key} {key_sign}= {key_mark}", f"{id_} IS NOT NULL", behind


def _by_id(key: Order, mark: tuple[Bound, ...], page: Page, scope: Scope) -> tuple[str, ...]:
    text = key_text(key, scope)
    return (f"{text} {_sign(key, page)} {_value(mark[0])}" if mark else f"{text} IS NOT NULL",)


def _sign(key: Order, page: Page) -> str:
    return "<" if key.descending != page.backward else ">"


def _value(bound: Bound) -> str:
    assert bound.parameter is not None
    return parameter(bound.parameter)


def _sorted(keys: tuple[Order, ...], page: Page, scope: Scope) -> str:
    """An order of values that are all there. Properties with one value are part of it, or Neo4j sorts once more."""
    return ", ".join(key_text(key, scope) + " DESC" * (key.descending != page.backward) for key in keys)
