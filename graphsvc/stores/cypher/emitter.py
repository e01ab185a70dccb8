"""The statement as a whole, and the rows of things; what is listed is in `pages`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from textwrap import indent

from graphsvc.plan.tree import (
    Choice,
    Computed,
    Connect,
    Cursor,
    Field,
    Leaf,
    Many,
    One,
    Plan,
    Selection,
    Shares,
    Step,
    Typename,
)
from graphsvc.stores.cypher.pages import connect
from graphsvc.stores.cypher.parts import Expression, Scope, block, clauses, imports, ordered, prop
from graphsvc.stores.cypher.steps import match_step
from graphsvc.stores.cypher.walks import shares


def parameters(plan: Plan) -> dict[str, dict[str, object]]:
    """The value of `$p` for a Plan."""
    return {"p": {f"v{index}": value for index, value in enumerate(plan.values)}}


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
        names = [f"r{index}" for index in range(len(roots))]
        lines = ["MATCH (d0:Dataset)", "WITH [d0.revision, d0.pending] AS v0"]
        for name, root in zip(names, roots, strict=True):
            value = self.value(root, Scope("v0"))
            lines.append(block("v0", [*value.calls, f"RETURN {value.text} AS {name}"]))
        answer = f"[{', '.join(names)}]"
        last = ["MATCH (d1:Dataset)", f"WHERE size({answer}) >= 0", "RETURN [d1.revision, d1.pending] AS v1"]
        return "\n".join([*lines, block(", ".join(names), last), f"RETURN [v0, {answer}, v1] AS answer"])

    def value(self, node: Field, scope: Scope) -> Expression:
        match node:
            case Leaf():
                return Expression(_leaf(node, scope))
            case Typename() | Cursor() | Computed():
                return Expression("null")
            case One(step=Step(kind="same")):
                return self.row(node.selection, scope)
            case One(step=Step(kind="other")):
                return self.row(node.selection, Scope(scope.other))
            case One() | Many():
                return self.follow(node, scope)
            case Connect():
                return connect(self, node, scope)
            case Shares():
                return shares(self, node, scope)
            case Choice():
                return self.listed(node.fields, scope)

    def row(self, selection: Selection, scope: Scope) -> Expression:
        return self.listed(selection.fields, scope, [prop(scope.here, "type")] if selection.typed else [])

    def listed(self, fields: Iterable[Field], scope: Scope, head: Sequence[str] = ()) -> Expression:
        values = [self.value(inner, scope) for inner in fields]
        calls = [call for value in values for call in value.calls]
        text = f"[{', '.join([*head, *(value.text for value in values)])}]"
        return Expression(text, calls, any(value.collects for value in values))

    def follow(self, node: One | Many, scope: Scope) -> Expression:
        """A plain list, or its only row."""
        found = match_step(self, node.step, scope)
        row = self.row(node.selection, found.scope)
        sorts = ordered(found, found.order)
        head = [*clauses(found), *sorts]
        collects = not (row.calls or row.collects or found.aggregates)
        if collects:
            rows = Expression("COLLECT {\n" + indent("\n".join([*head, f"RETURN {row.text}"]), "  ") + "\n}")
        else:
            name = self.name("c")
            body = [*head, *row.calls, *_again(found.order), f"RETURN collect({row.text}) AS {name}"]
            rows = Expression(name, [block(imports(scope), body)])
        return Expression(rows.text if isinstance(node, Many) else f"head({rows.text})", rows.calls, collects)


def _leaf(leaf: Leaf, scope: Scope) -> str:
    if leaf.source == "direction":
        return f"CASE WHEN startNode({scope.here}) = {scope.origin} THEN 'OUT' ELSE 'IN' END"
    return f"properties({scope.here})" if leaf.source == "*" else prop(scope.here, leaf.source, leaf.at)


def _again(order: str) -> list[str]:
    """The order once more before rows are collected: what sub-queries keep of it is not documented."""
    return [f"WITH * ORDER BY {order}"] if order else []
