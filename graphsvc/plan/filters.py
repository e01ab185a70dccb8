"""`where` and `sort` arguments -> Filter and Order, with the client's values set aside as parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graphql import FieldNode

from graphsvc.errors import RefusedQuery
from graphsvc.plan.bindings import Bindings
from graphsvc.plan.limits import Limits, check_filters, check_values
from graphsvc.plan.tree import Compare, Either, Every, Filter, Not, Order, Parameter
from graphsvc.plan.vocabulary import ValueField

Where = Mapping[str, Any]


class Inputs:
    """Reads coerced input objects; `values` grows by each value that a parameter stands for."""

    def __init__(self, bindings: Bindings, limits: Limits) -> None:
        self.bindings = bindings
        self.limits = limits
        self.values: list[Any] = []
        self.count = 0
        self.depth = 0

    def parameter(self, value: Any) -> Parameter:
        self.values.append(value)
        return len(self.values) - 1

    def where(self, type_name: str, where: Where | None, node: FieldNode) -> Filter | None:
        if not where:
            return None
        prefix = type_name.removesuffix("Where")
        if prefix in self.bindings.sides:
            return self.sides(prefix, where, node)
        return self.tree(type_name, where, node, other=False)

    def sides(self, prefix: str, where: Where, node: FieldNode) -> Filter:
        """A relation's filter: `node` is the thing at the other end, `edge` the relation itself."""
        node_type, edge_type = self.bindings.sides[prefix]
        found = self.logic(where, lambda inner: self.sides(prefix, inner, node), node)
        if where.get("node"):
            found.append(self.tree(f"{node_type}Where", where["node"], node, other=True))
        if where.get("edge"):
            found.append(self.tree(f"{edge_type}Where", where["edge"], node, other=False))
        return _every(found)

    def tree(self, type_name: str, where: Where, node: FieldNode, *, other: bool) -> Filter:
        fields = self.bindings.inputs[type_name]
        found = self.logic(where, lambda inner: self.tree(type_name, inner, node, other=other), node)
        for name, operators in where.items():
            if name in fields and operators is not None:
                found.extend(self.compare(fields[name], operators, node, other))
        return _every(found)

    def logic(self, where: Where, inner: Callable[[Where], Filter], node: FieldNode) -> list[Filter]:
        found: list[Filter] = []
        self.depth += 1
        self.counted(node)
        if where.get("AND") is not None:
            found.append(Every(tuple(map(inner, where["AND"]))))
        if where.get("OR") is not None:
            found.append(Either(tuple(map(inner, where["OR"]))))
        if where.get("NOT") is not None:
            found.append(Not(inner(where["NOT"])))
        self.depth -= 1
        return found

    def counted(self, node: FieldNode) -> None:
        self.count += 1
        check_filters(self.depth, self.count, self.limits, node)

    def compare(self, field: ValueField, operators: Where, node: FieldNode, other: bool) -> list[Filter]:
        found: list[Filter] = []
        for operator, value in operators.items():
            self.counted(node)
            if value is None:
                found.append(self.absent(field, operator, node, other))
                continue
            if type(value) is list:  # not isinstance: what a cached Plan leaves for later is not looked at
                check_values(len(value), self.limits, node)
            found.append(Compare(field.source, _operator(field, operator), self.parameter(value), other))
        return found

    def absent(self, field: ValueField, operator: str, node: FieldNode, other: bool) -> Compare:
        if operator != "eq":
            rule = f"The filter of {field.name} has `{operator}: null`, and only `eq` compares with null."
            raise RefusedQuery(rule, f"Leave `{operator}` out, or write `eq: null`.", "BAD_ARGUMENT", node)
        return Compare(field.source, "absent", other=other)

    def order(self, type_name: str, sort: Sequence[Where] | None, node: FieldNode) -> tuple[Order, ...]:
        prefix = type_name.removesuffix("Sort")
        keys: list[Order] = []
        for item in sort or ():
            self.counted(node)
            if prefix in self.bindings.sides:
                node_type, edge_type = self.bindings.sides[prefix]
                keys.extend(self.keys(f"{node_type}Sort", item.get("node"), other=True))
                keys.extend(self.keys(f"{edge_type}Sort", item.get("edge"), other=False))
            else:
                keys.extend(self.keys(type_name, item, other=False))
        return tuple(keys)

    def keys(self, type_name: str, item: Where | None, *, other: bool) -> list[Order]:
        fields = self.bindings.inputs[type_name]
        return [
            Order(fields[name].sort_source, direction == "DESC", other)
            for name, direction in (item or {}).items()
            if direction is not None
        ]


def _every(filters: list[Filter]) -> Filter:
    return filters[0] if len(filters) == 1 else Every(tuple(filters))


def _operator(field: ValueField, operator: str) -> str:
    return f"list {operator}" if field.multivalued else operator
