"""One operator of a filter -> comparisons of stored properties. All that values mean is settled here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graphsvc.edtf import moment
from graphsvc.plan.late import later
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
        if self.field.scalar == "Float":
            value = [later(_zeroed, each) for each in value] if type(value) is list else later(_zeroed, value)
        if self.field.multivalued:
            return self.at("", f"list {operator}", value)
        if self.field.scalar == "DateTime":
            return self.at("__key", operator, [*map(moment, value)] if operator == "in" else moment(value))
        if operator in DAYS and self.field.scalar in ("EDTF", "Date"):
            suffix, bound = DAYS[operator]
            return self.at(suffix, operator, getattr(parse_edtf(value), bound))
        if operator in DAYS and self.field.scalar == "String":
            return self.at("__key", operator, later(text_key, value))
        if operator == "eq" and self.field.source == "name" and not self.other:  # every class has an index on its key
            return Every((self.at("__key", "eq", later(text_key, value)), self.at("", "eq", value)))
        return self.at("", operator, value)

    def at(self, suffix: str, operator: str, *value: Any) -> Compare:
        parameter = self.parameter(value[0]) if value else None
        return Compare(self.field.source + suffix, operator, parameter, self.other)

    def folded(self, operator: str, value: Any) -> Filter:
        """The key serves, but for texts that are longer: of these `__folded` has the whole."""
        if operator not in ("eq", "in"):
            folded = later(fold, value)
            return Either((self.at("__key", operator, folded), self.at("__folded", operator, folded)))
        many = operator == "in"
        keys = [later(text_key, each) for each in value] if many else later(text_key, value)
        whole = self.at("__folded", operator, [later(fold, each) for each in value] if many else later(fold, value))
        return Every((self.at("__key", operator, keys), Either((self.at("__folded", "absent"), whole))))


def _zeroed(number: float) -> float:
    """Without -0.0, which an index of Neo4j takes for less than 0, as nothing else does."""
    return number + 0.0
