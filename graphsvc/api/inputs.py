"""Input types, generated: filters of scalars and enums, and the Where and Sort of everything that is listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any, Optional

import strawberry
from strawberry import ID
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from graphsvc.api import enums
from graphsvc.api.scalars import EDTF, BigInt, Date, DateTime, Scalar
from graphsvc.plan.fixed import FIXED_INPUT, FIXED_SIDES, Input
from graphsvc.plan.names import ENUMS
from graphsvc.plan.vocabulary import ValueField


class Namespace(dict[str, Any]):
    """What annotations may name. One text is one annotation, for Strawberry evaluates each of them many times."""

    def __init__(self, names: Mapping[str, Any]) -> None:
        super().__init__(names)
        self.annotations: dict[str, StrawberryAnnotation] = {}
        self.fields: dict[tuple[str, str, str | None], StrawberryField] = {}

    def annotation(self, text: str) -> StrawberryAnnotation:
        return self.annotations.setdefault(text, StrawberryAnnotation(text, namespace=self))

    def optional(self, text: str) -> StrawberryAnnotation:
        """What may be left out unless the text ends in `!`."""
        given = text.removesuffix("!")
        return self.annotation(given if text.endswith("!") else f"Optional[{given}]")

    def field(self, name: str, text: str, description: str | None = None) -> StrawberryField:
        """An optional field of inputs, the same for all that have it."""
        key = name, text, description
        if key not in self.fields:
            self.fields[key] = make_field(name, self.annotation(f"Optional[{text}]"), description)
        return self.fields[key]


SCALARS: Mapping[str, Any] = {
    "ID": ID, "Class": ID, "String": str, "BigInt": BigInt, "Float": float, "Boolean": bool,
    "EDTF": EDTF, "Date": Date, "DateTime": DateTime, "Scalar": Scalar,
}  # fmt: skip


def make_type(
    decorate: Callable[..., Any], name: str, bases: tuple[type, ...], fields: Iterable[StrawberryField]
) -> Any:
    """A Strawberry type with these fields, besides those of its bases.

    They are set past its Python class, which is never instantiated: so several types can share a field.
    """
    made = decorate(type(name, bases, {"__module__": __name__}))
    made.__strawberry_definition__.fields.extend(fields)
    return made


def make_field(name: str, annotation: StrawberryAnnotation, description: str | None = None) -> StrawberryField:
    return StrawberryField(
        python_name=name,
        graphql_name=name,
        type_annotation=annotation,
        description=description,
        default=strawberry.UNSET,
    )


def make_arguments(
    given: Mapping[str, str], namespace: Namespace, descriptions: Mapping[str, str] | None = None
) -> list[StrawberryArgument]:
    """Arguments with annotations, which may name types made later."""
    told = descriptions or {}
    return [
        StrawberryArgument(name, name, namespace.optional(text), default=strawberry.UNSET, description=told.get(name))
        for name, text in given.items()
    ]


def make_input(
    name: str, fields: Mapping[str, str], namespace: Namespace, descriptions: Mapping[str, str] | None = None
) -> None:
    """An input type; `fields` are GraphQL names with annotations, which may name types made later."""
    told = descriptions or {}
    made = [namespace.field(field, text, told.get(field)) for field, text in fields.items()]
    namespace[name] = make_type(partial(strawberry.input, name=name), name, (), made)


TEXT = ("eq", "in", "contains", "startsWith", "endsWith")
ORDERED = ("eq", "in", "lt", "lte", "gt", "gte")
OPERATORS: Mapping[str, tuple[str, ...]] = {
    "ID": TEXT, "Class": ("eq", "in", "isA"), "String": (*TEXT, *ORDERED[2:], "caseInsensitive"), "Boolean": ("eq",),
    **dict.fromkeys(("BigInt", "Float", "EDTF", "Date", "DateTime"), ORDERED),
}  # fmt: skip
"""Scalar -> what single values are compared by, besides `isNull`; of others `eq` and `in`."""
CERTAIN = {
    "lt": "Its last day is before the first of this.",
    "lte": "Its last day is not behind the last of this.",
    "gt": "Its first day is behind the last of this.",
    "gte": "Its first day is not before the first of this.",
}
DESCRIPTIONS: Mapping[str, Mapping[str, str]] = {
    "String": dict.fromkeys(("lt", "lte", "gt", "gte"), "Without regard to case, as texts are sorted."),
    "Class": {"isA": "Of one of these classes, or of one below."},
    "EDTF": CERTAIN,
    "Date": CERTAIN,
}
RELATED = {
    "some": "It holds for at least one.",
    "all": "It holds for each, also where there is none.",
    "none": "It holds for not one.",
    "single": "It holds for just one.",
    "where": "Which of them the others are about; all if left out.",
    "count": "How many there are.",
}


def make_filters(scalar: str, namespace: Namespace, *, enum: bool = False) -> None:
    """The filters of one scalar or enum: on single values, and on lists."""
    special = {"isA": "list[ID]", "in": f"list[{scalar}]", "caseInsensitive": "CaseInsensitiveStringScalarFilters"}
    single = {operator: special.get(operator, scalar) for operator in OPERATORS.get(scalar, ("eq", "in"))}
    make_input(
        f"{scalar}{'Enum' * enum}ScalarFilters", {**single, "isNull": "Boolean"}, namespace, DESCRIPTIONS.get(scalar)
    )
    make_input(f"{scalar}ListFilters", {"eq": f"list[{scalar}]", "includes": scalar, "isNull": "Boolean"}, namespace)


def make_where(prefix: str, fields: Mapping[str, str], namespace: Namespace) -> None:
    """A filter of things: its own fields, and AND, OR and NOT of further ones."""
    name = f"{prefix}Where"
    make_input(name, {**fields, "AND": f"list[{name}]", "OR": f"list[{name}]", "NOT": name}, namespace)


def make_related(prefix: str, namespace: Namespace) -> None:
    """A filter by what is related: how many of the things for which a filter holds."""
    quantifiers = dict.fromkeys(("some", "all", "none", "single", "where"), f"{prefix}Where")
    make_input(f"{prefix}Filters", {**quantifiers, "count": "CountFilters"}, namespace, RELATED)


def make_inputs(name: str, fields: Mapping[str, Input], namespace: Namespace) -> None:
    """The Where or Sort of this name."""
    if name.endswith("Sort"):
        keys = {field: "SortDirection" if isinstance(by, ValueField) else "CountSort" for field, by in fields.items()}
        make_input(name, keys, namespace)
    else:
        make_where(name.removesuffix("Where"), {field: by.filters for field, by in fields.items()}, namespace)


def make_sides(prefix: str, node: str, edge: str, namespace: Namespace) -> None:
    """The inputs of one relation."""
    make_where(prefix, {"node": f"{node}Where", "edge": f"{edge}Where"}, namespace)
    make_input(f"{prefix}Sort", {"node": f"{node}Sort", "edge": f"{edge}Sort"}, namespace)
    make_related(prefix, namespace)


@cache
def fixed_inputs() -> Namespace:
    """All input types that do not depend on the ontology, and what their annotations name."""
    named = {name: getattr(enums, name) for name in (*ENUMS, "SortDirection")}
    namespace = Namespace({**SCALARS, **named, "Optional": Optional})
    for scalar in SCALARS:
        make_filters(scalar, namespace)
    for enum in ENUMS:
        make_filters(enum, namespace, enum=True)
    make_input("CaseInsensitiveStringScalarFilters", {**dict.fromkeys(TEXT, "String"), "in": "list[String]"}, namespace)
    make_input("CountFilters", {**dict.fromkeys(ORDERED, "BigInt"), "in": "list[BigInt]"}, namespace)
    make_input("CountSort", {"count": "SortDirection"}, namespace)
    for name, fields in FIXED_INPUT.items():
        make_inputs(name, fields, namespace)
    for prefix, sides in FIXED_SIDES.items():
        make_sides(prefix, *sides, namespace)
    for prefix in ("Statement", "Document", "Finding"):
        make_related(prefix, namespace)
    return namespace
