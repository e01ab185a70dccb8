"""The statement as a whole, and the rows of things; what is listed is in `pages`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from textwrap import indent

from graphsvc.plan.tree import Choice, Connect, Field, Leaf, Many, One, Plan, Selection, Shares, width_of
from graphsvc.stores.cypher.maps import mapped
from graphsvc.stores.cypher.pages import connect
from graphsvc.stores.cypher.parts import EACH, Expression, Scope, again, block, call, clauses, listed, ordered, sizes
from graphsvc.stores.cypher.steps import match_step
from graphsvc.stores.cypher.walks import shares


def parameters(*plans: Plan) -> dict[str, dict[str, object]]:
    """The value of `$p` for Plans of one tree whose pages have the same sizes."""
    each = [{"at": at, **_named(enumerate(plan.values))} for at, plan in enumerate(plans)]
    first = plans[0]
    return {"p": {"each": each, **_named((index, first.values[index]) for index in _sizes(first.roots))}}


def _named(values: Iterable[tuple[int, object]]) -> dict[str, object]:
    return {f"v{index}": value for index, value in values}


def shared(plan: Plan) -> tuple[object, ...]:
    """The values that all Plans of one statement must have in common."""
    return tuple([plan.values[index] for index in _sizes(plan.roots)])


@lru_cache(maxsize=512)
def _sizes(roots: tuple[Field, ...]) -> tuple[int, ...]:
    return sizes(statement(roots))


@lru_cache(maxsize=512)
def statement(roots: tuple[Field, ...]) -> str:
    """The Cypher for the roots of a Plan: the same text for the same tree."""
    return _Emitter().statement(roots)


class _Emitter:
    def __init__(self) -> None:
        self.count = 0

    def name(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}{self.count}"

    def statement(self, roots: tuple[Field, ...]) -> str:
        """What is read last hangs on all that was read before, and that on what is read first.

        What is pending before the revision: a load that ends in between has made it another one.
        """
        answer = listed(self.value(root, Scope("v0")) for root in roots)
        each = [f"UNWIND $p.each AS {EACH}", *answer.calls, f"RETURN collect([{EACH}.at, {answer.text}]) AS r"]
        last = ["MATCH (d1:Dataset)", "WHERE size(r) >= 0", "RETURN d1.pending AS p, d1.revision AS v1"]
        lines = ["MATCH (d0:Dataset)", "WITH d0.revision AS v0", call("v0", each), call("r", last)]
        return "\n".join([*lines, "RETURN [[v0, p], r, [v1, p]] AS answer"])

    def value(self, node: Field, scope: Scope) -> Expression:
        match node:
            case Leaf():
                return Expression(_leaf(node, scope))
            case One() | Many():
                return self.follow(node, scope)
            case Connect():
                return connect(self, node, scope)
            case Shares():
                return shares(self, node, scope)
            case Choice():
                return listed(self.value(inner, scope) for inner in node.fields)
            case _:  # what no store knows
                return Expression("null")

    def row(self, selection: Selection, scope: Scope) -> Iterator[Expression]:
        if selection.typed:
            yield Expression(scope.read("type"))
        for field in selection.fields:
            match field:
                case One(inside=True):
                    end = scope if field.step.kind == "same" else Scope(scope.other, maps=scope.maps)
                    yield from self.row(field.selection, end)
                case _ if width_of(field):
                    yield self.value(field, scope)

    def follow(self, node: One | Many, scope: Scope) -> Expression:
        """A plain list, or its only row."""
        found = match_step(self, node.step, scope)
        found = found.loading(mapped([node.selection], found.scope, set(), {(found.scope.here, "id")}))
        row = listed(self.row(node.selection, found.scope))
        head = [*clauses(found), *ordered(found, found.order)]
        collects = not (row.calls or row.collects or found.aggregates or scope.here == "v0")
        if collects:
            rows = Expression("COLLECT {\n" + indent("\n".join([*head, f"RETURN {row.text}"]), "  ") + "\n}")
        else:
            name = self.name("c")
            body = [*head, *row.calls, *again(found.order, row.calls), f"RETURN collect({row.text}) AS {name}"]
            rows = Expression(name, [block(scope.here, body)])
        return Expression(rows.text if isinstance(node, Many) else f"head({rows.text})", rows.calls, collects)


def _leaf(leaf: Leaf, scope: Scope) -> str:
    if leaf.source == "direction":
        return f"CASE WHEN startNode({scope.here}) = {scope.origin} THEN 'OUT' ELSE 'IN' END"
    if leaf.source == "*":
        return f"properties({scope.here})"
    return scope.read(leaf.source, leaf.at)
