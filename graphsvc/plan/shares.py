"""Effective shares: the product of the shares along each path, and the sum over the paths.

Decimals of 50 digits, made of the doubles' shortest texts and added in the edges' order, so that both stores come to
the same double. One pass in topological order, whatever the number of paths.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Context, Decimal, localcontext
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from graphsvc.errors import RefusedQuery
from graphsvc.values import INTEGERS, shorten

MAX_EDGES = 10_000

Edge = Sequence[str | float | None]
"""Holder, held, share: ids, and a part of 1, or None where it is unknown."""


class EffectiveShare(NamedTuple):
    """`share` is what is known: at least that much, if a share on a way is not (`incomplete`). `paths` have one each.

    `direct` is the sum of the edges without another between, None if no share of them is known.
    """

    holder: str
    share: float
    direct: float | None
    paths: int
    incomplete: bool


class _Sum(NamedTuple):
    share: Decimal
    paths: int
    incomplete: bool


def effective_shares(of: str, edges: Iterable[Edge]) -> list[EffectiveShare]:
    """Every holder of `of`, the greatest first, ties by id. `edges` are all edges on the ways to `of`, each once.

    Raises RefusedQuery if there are more than `MAX_EDGES`, or if they lead in a circle.
    """
    known = [*edges]
    if len(known) > MAX_EDGES:
        rule = f"More than {MAX_EDGES} edges lead to {shorten(of)}."
        raise RefusedQuery(rule, "Ask for something further up, which fewer things hold.", "TOO_LARGE")
    held: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in known:
        held[str(edge[0])].append(edge)
    sums = {of: _Sum(Decimal(1), 1, False)}
    with localcontext(Context(prec=50)):
        for holder in _ordered(held):
            if holder != of:
                sums[holder] = _sum(held[holder], sums)
        found = [_effective(holder, sums[holder], held[holder], of) for holder in held]
    return sorted(found, key=lambda one: (-one.share, one.holder))


def _ordered(held: dict[str, list[Edge]]) -> list[str]:
    """Each after all that it holds."""
    try:
        return [*TopologicalSorter({h: [str(edge[1]) for edge in edges] for h, edges in held.items()}).static_order()]
    except CycleError as error:
        circle = " <- ".join(error.args[1])
        rule = f"The shares run in a circle: {shorten(circle, 200)}."
        raise RefusedQuery(rule, "See `graphsvc check` for the statements to correct.", "CYCLE") from None


def _sum(edges: Iterable[Edge], sums: dict[str, _Sum]) -> _Sum:
    share, paths, incomplete = Decimal(0), 0, False
    for _, held, part in edges:
        further = sums[str(held)]
        incomplete = incomplete or further.incomplete or part is None
        if part is not None:
            share += _decimal(part) * further.share
            paths += further.paths
    return _Sum(share, paths, incomplete)


def _effective(holder: str, total: _Sum, edges: Iterable[Edge], of: str) -> EffectiveShare:
    direct = [_decimal(edge[2]) for edge in edges if edge[1] == of and edge[2] is not None]
    own = float(sum(direct, Decimal(0))) if direct else None
    return EffectiveShare(holder, float(total.share), own, min(total.paths, INTEGERS[-1]), total.incomplete)


def _decimal(share: str | float) -> Decimal:
    return Decimal(repr(share))
