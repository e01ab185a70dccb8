"""One operator of a filter -> comparisons of stored properties. All that values mean is settled here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graphsvc.edtf import moment
from graphsvc.plan.tree import Compare, Either, Every, Filter, Not, Parameter
from graphsvc.plan.vocabulary import ValueField
from graphsvc.values import fold, parse_edtf, text_key

DAYS = {
    "lt": ("__max", "earliest"),
    "lte": ("__max", "latest"),
    "gt": ("__min", "latest"),
    "gte": ("__min", "earliest"),
}
"""Operator -> the stored day that it compares, and with which day of the client's date: so it certainly holds."""


@dataclass(frozen=True)
class Comparing:
    """Comparisons with one field, of the item or with `other` of the node at its other end."""

    field: ValueField
    parameter: Callable[[Any], Parameter]
    other: bool

    def compare(self, operator: str, value: Any) -> Filter:
        """`value` is of the operator's type and not null."""
        if operator == "isNull":
            absent = self.at("", "absent")
            return absent if value else Not(absent)
        if operator == "caseInsensitive":
            return Every(tuple(self.folded(inner, each) for inner, each in value.items()))
        if self.field.multivalued:
            return self.at("", f"list {operator}", value)
        if self.field.scalar == "DateTime":
            return self.at("__key", operator, [*map(moment, value)] if operator == "in" else moment(value))
        if operator in DAYS and self.field.scalar in ("EDTF", "Date"):
            suffix, bound = DAYS[operator]
            return self.at(suffix, operator, getattr(parse_edtf(value), bound))
        if operator in DAYS and self.field.scalar == "String":
            return self.at("__key", operator, text_key(value))
        return self.at("", operator, value)

    def at(self, suffix: str, operator: str, *value: Any) -> Compare:
        parameter = self.parameter(value[0]) if value else None
        return Compare(self.field.source + suffix, operator, parameter, self.other)

    def folded(self, operator: str, value: Any) -> Filter:
        """The key serves, but for texts that are longer: of these `__folded` has the whole."""
        if operator not in ("eq", "in"):
            return Either((self.at("__key", operator, fold(value)), self.at("__folded", operator, fold(value))))
        many = operator == "in"
        keys = [*map(text_key, value)] if many else text_key(value)
        whole = self.at("__folded", operator, [*map(fold, value)] if many else fold(value))
        return Every((self.at("__key", operator, keys), Either((self.at("__folded", "absent"), whole))))
