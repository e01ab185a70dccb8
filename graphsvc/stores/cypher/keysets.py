"""Pages that an index on (key, id) serves: one seek from the cursor on, whatever the size of the data.

The index is of use if the statement says that key and id are there, and if what is behind the cursor is one range of
it: so not `k > $k OR (k = $k AND id > $i)`, which Neo4j reads as two ranges in no order, but a branch for each. What
has no key is in no index on it, so those rows are a branch of their own, found by a property that says so.
"""

from __future__ import annotations

from typing import NamedTuple

from graphsvc.plan.names import ABSENT
from graphsvc.plan.tree import Bound, Connect, Order, Page
from graphsvc.stores.cypher.parts import Scope, parameter
from graphsvc.stores.cypher.steps import count_of

LEAST = {str: "''", int: "-9223372036854775808", float: "-Infinity"}
"""Where values begin: a range makes Neo4j prefer an index on the key to a shorter one."""


class Branch(NamedTuple):
    """Some rows of a list: what they fulfil, and how they are ordered."""

    conditions: tuple[str, ...]
    order: str


def key_text(key: Order, scope: Scope) -> str:
    if key.count:
        return count_of(key.count, Scope(scope.other if key.other else scope.here))
    return scope.read(key.source, key.at, other=key.other)


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
    """The rows of a list in the order in which the page comes to them: those with a key, and those without.

    Of those with the cursor's key the ones behind its id come first: alone, or all with that key would be read.
    """
    page, key, id_ = node.page, keys[0], keys[-1]
    fixed = [source for source in node.seek or () if source != key.source]
    if key.source == "id":
        return [Branch(_from(key, page.mark, page, scope), _sorted(fixed, keys, page, scope))]
    past = bool(page.mark) and page.mark[0].parameter is None  # the cursor stands among those without
    bound, tie = (page.mark[:1], page.mark[1:]) if page.mark and not past else ((), ())
    found = (*_from(key, bound, page, scope), f"{key_text(id_, scope)} IS NOT NULL")
    present = [Branch(found, _sorted(fixed, keys, page, scope))]
    if tie:
        same = f"{key_text(key, scope)} = {_value(bound[0])}"
        tied = Branch((same, *_from(id_, tie, page, scope)), _sorted([*fixed, key.source], (id_,), page, scope))
        present.insert(0, tied)
    marker = key.source + ABSENT
    found = (f"{scope.read(marker)} = true", *_from(id_, page.mark[1:] if past else (), page, scope))
    absent = [Branch(found, _sorted([marker], (id_,), page, scope))]
    if page.backward:
        return [*absent, *present] if past or not page.mark else present
    return absent if past else [*present, *absent]


def _from(key: Order, mark: tuple[Bound, ...], page: Page, scope: Scope) -> tuple[str, ...]:
    """The range of a key behind the mark, or all of it."""
    text = key_text(key, scope)
    if mark:
        return (f"{text} {_sign(key, page)} {_value(mark[0])}",)
    return (f"{text} >= {LEAST[key.kind]}" if key.kind in LEAST and key.source != "id" else f"{text} IS NOT NULL",)


def _sign(key: Order, page: Page) -> str:
    return "<" if key.descending != page.backward else ">"


def _value(bound: Bound) -> str:
    assert bound.parameter is not None
    return parameter(bound.parameter)


def _sorted(fixed: list[str], keys: tuple[Order, ...], page: Page, scope: Scope) -> str:
    """An order of values that are all there.

    Properties with one value, `fixed`, are part of it in its first direction, or Neo4j sorts once more.
    """
    every = [*(Order(source, keys[0].descending) for source in fixed), *keys]
    return ", ".join(key_text(key, scope) + " DESC" * (key.descending != page.backward) for key in every)
