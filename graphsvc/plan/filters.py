"""`where` and `sort` arguments -> Filter and Order, with the client's values set aside as parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from graphql import FieldNode

from graphsvc.errors import RefusedQuery
from graphsvc.plan.bindings import Bindings
from graphsvc.plan.comparing import Comparing
from graphsvc.plan.fixed import Collection
from graphsvc.plan.limits import Limits, check_filters, check_values
from graphsvc.plan.tree import Either, Every, Filter, Not, Order, Parameter, Related
from graphsvc.plan.vocabulary import ValueField
from graphsvc.values import did_you_mean, shorten

Where = Mapping[str, Any]


class Inputs:
    """Reads coerced input objects; `values` grows by each value that a parameter stands for."""

    def __init__(self, bindings: Bindings, limits: Limits) -> None:
        self.bindings = bindings
        self.limits = limits
        self.values: list[Any] = []
        self.count = 0
        self.depth = 0
        self.node: FieldNode | None = None  # the field whose arguments are being read

    def parameter(self, value: Any) -> Parameter:
        self.values.append(value)
        return len(self.values) - 1

    def refused(self, rule: str, way_out: str) -> RefusedQuery:
        return RefusedQuery(rule, way_out, "BAD_ARGUMENT", self.node)

    # Filters

    def where(self, prefix: str, where: Where | None, node: FieldNode) -> Filter | None:
        """The filter that an argument of type `<prefix>Where` says."""
        self.node = node
        return self.filter(prefix, where) if where else None

    def filter(self, prefix: str, where: Where, *, other: bool = False) -> Filter:
        """`other`: of the node at the other end. On relations, `node` is that and `edge` the relation itself."""
        with self.deeper():
            self.counted()
            found = self.logic(prefix, where, other=other)
            if prefix in self.bindings.sides:
                for side, inner in zip(("node", "edge"), self.bindings.sides[prefix], strict=True):
                    if where.get(side):
                        found.append(self.filter(inner, where[side], other=side == "node"))
                return _every(found)
            fields = self.bindings.inputs[f"{prefix}Where"]
            for name, given in where.items():
                if name in fields and given is not None:
                    found.append(self.field(name, fields[name], given, other=other))
            return _every(found)

    @contextmanager
    def deeper(self) -> Iterator[None]:
        self.depth += 1
        yield
        self.depth -= 1

    def counted(self) -> None:
        self.count += 1
        check_filters(self.depth, self.count, self.limits, self.node)

    def logic(self, prefix: str, where: Where, *, other: bool) -> list[Filter]:
        found: list[Filter] = []
        if where.get("AND") is not None:
            found.append(Every(tuple(self.filter(prefix, inner, other=other) for inner in where["AND"])))
        if where.get("OR") is not None:
            found.append(Either(tuple(self.filter(prefix, inner, other=other) for inner in where["OR"])))
        if where.get("NOT") is not None:
            found.append(Not(self.filter(prefix, where["NOT"], other=other)))
        return found

    def field(self, name: str, field: ValueField | Collection, given: Where, *, other: bool) -> Filter:
        if isinstance(field, Collection):
            return self.related(name, field, given, other=other)
        comparing = Comparing(field, self.parameter, other)
        return _every([self.compare(comparing, operator, value) for operator, value in given.items()])

    def compare(self, comparing: Comparing, operator: str, value: Any) -> Filter:
        self.counted()
        name = comparing.field.name
        if value is None:
            if operator != "eq":
                raise self.null(name, f"{operator}: null")
            return comparing.compare("isNull", True)
        for inner, each in value.items() if type(value) is dict else [(operator, value)]:
            if each is None:
                raise self.null(name, f"{operator}: {{{inner}: null}}")
            if type(each) is list:  # its own type: what a cached Plan leaves for later is not looked at
                check_values(len(each), self.limits, self.node)
        if operator == "isA":
            return comparing.compare("in", [below for name in value for below in self.classes(name)])
        return comparing.compare(operator, value)

    def null(self, name: str, given: str) -> RefusedQuery:
        rule = f"The filter of {name} has `{given}`, and only `eq` compares with null."
        return self.refused(rule, "Leave it out, or write `isNull: true` for what has no value.")

    def classes(self, name: str) -> list[str]:
        """The types of a class and of all below it."""
        known = self.bindings.vocabulary.classes
        if name not in known:
            way_out = did_you_mean(name, list(known), f"Known classes: {', '.join(list(known)[:20])}.")
            raise self.refused(f"The API has no class {shorten(name)}.", way_out)
        return [type_.name for type_ in known.values() if name in (type_.name, *type_.interfaces)]

    # What is related

    def related(self, name: str, field: Collection, given: Where, *, other: bool) -> Filter:
        """`where` says which related things are meant by all that stands beside it."""
        found: list[Filter] = []
        for quantifier, value in given.items():
            if value is None:
                rule = f"The filter of {name} has `{quantifier}: null`, which says nothing of what is related."
                raise self.refused(rule, "Leave it out, or write `some: {}` for at least one and `none: {}` for none.")
            if quantifier != "where":
                found.extend(self.quantified(field, quantifier, value, given.get("where"), other=other))
        if given.keys() == {"where"}:
            raise self.refused(f"The filter of {name} has `where` alone.", "Say how many: `count: {gt: 0}`.")
        return _every(found)

    def quantified(
        self, field: Collection, quantifier: str, value: Where, meant: Where | None, *, other: bool
    ) -> Iterator[Filter]:
        if quantifier == "count":
            for operator, number in value.items():
                if number is None:
                    raise self.refused(
                        f"The filter has `count: {{{operator}: null}}`.", "Leave it out, or give a number."
                    )
                yield self.reach(field, [meant], operator, number, other=other)
        elif quantifier == "single":
            yield self.reach(field, [meant, value], "eq", 1, other=other)
        elif quantifier == "all":
            yield Not(self.reach(field, [meant], but=value, other=other))
        else:
            found = self.reach(field, [meant, value], other=other)
            yield Not(found) if quantifier == "none" else found

    def reach(
        self,
        field: Collection,
        wheres: Sequence[Where | None],
        operator: str = "",
        number: Any = None,
        *,
        other: bool,
        but: Where | None = None,
    ) -> Related:
        self.counted()
        filters = [self.filter(field.inputs, where) for where in wheres if where]
        if but is not None:
            filters.append(Not(self.filter(field.inputs, but)))
        if type(number) is list:
            check_values(len(number), self.limits, self.node)
        parameter = self.parameter(number) if operator else None
        return Related(field.step, _every(filters) if filters else None, operator, parameter, other)

    # Sort keys

    def order(self, prefix: str, sort: Sequence[Where] | None, node: FieldNode) -> tuple[Order, ...]:
        """Raises RefusedQuery for an object with several keys: which comes first is not known of an object."""
        self.node = node
        found = [[*self.keys(prefix, item, other=False)] for item in sort or ()]
        if any(len(keys) > 1 for keys in found):
            rule = "An object of `sort` has several keys, but an object has no order."
            raise RefusedQuery(rule, "Give each key an object: [{name: DESC}, {id: ASC}].", "BAD_SORT", node)
        return _until_id(key for keys in found for key in keys)

    def keys(self, prefix: str, item: Where, *, other: bool) -> Iterator[Order]:
        self.counted()
        if prefix in self.bindings.sides:
            for side, inner in zip(("node", "edge"), self.bindings.sides[prefix], strict=True):
                yield from self.keys(inner, item.get(side) or {}, other=side == "node")
            return
        fields = self.bindings.inputs[f"{prefix}Sort"]
        for name, direction in item.items():
            if direction is not None:
                yield from self.key(name, fields[name], direction, other=other)

    def key(self, name: str, field: ValueField | Collection, direction: Any, *, other: bool) -> Iterator[Order]:
        if isinstance(field, ValueField):
            yield Order(field.sort_source, direction == "DESC", other, field.sort_kind)
        elif direction.get("count") is not None:
            yield Order(f"#{name}", direction["count"] == "DESC", other, int, count=field.step)


def _until_id(keys: Iterable[Order]) -> tuple[Order, ...]:
    """Keys that matter: none twice, none behind the item's own id, nor that id, ascending, for every order ends so."""
    found: dict[Order, Order] = {}
    for key in keys:
        if key.source == "id" and not key.other:
            return (*found.values(), *([key] if key.descending else []))
        found.setdefault(replace(key, descending=False), key)
    return tuple(found.values())


def _every(filters: list[Filter]) -> Filter:
    return filters[0] if len(filters) == 1 else Every(tuple(filters))
