"""Input types, generated: filters of scalars and enums, and the Where and Sort of everything that is listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any, Optional

import strawberry
from strawberry import ID
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.field import StrawberryField

from graphsvc.api import enums
from graphsvc.api.scalars import EDTF, BigInt, Date, DateTime, Scalar
from graphsvc.plan.bindings import FIXED_INPUT
from graphsvc.plan.vocabulary import ValueField


class Namespace(dict[str, Any]):
    """What annotations may name. One text is one annotation, for Strawberry evaluates each of them many times."""

    def __init__(self, names: Mapping[str, Any]) -> None:
        super().__init__(names)
        self.annotations: dict[str, StrawberryAnnotation] = {}

    def annotation(self, text: str) -> StrawberryAnnotation:
        return self.annotations.setdefault(text, StrawberryAnnotation(text, namespace=self))


SCALARS: Mapping[str, Any] = {
    "ID": ID, "String": str, "BigInt": BigInt, "Float": float, "Boolean": bool,
    "EDTF": EDTF, "Date": Date, "DateTime": DateTime, "Scalar": Scalar,
}  # fmt: skip
ENUMS = ("Rank", "ValueKind", "Decision", "ConflictKind")


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


def make_input(name: str, fields: Mapping[str, str], namespace: Namespace) -> None:
    """An input type; `fields` are GraphQL names with annotations, which may name types made later."""
    made = [make_field(field, namespace.annotation(f"Optional[{text}]")) for field, text in fields.items()]
    namespace[name] = make_type(partial(strawberry.input, name=name), name, (), made)


def make_filters(scalar: str, namespace: Namespace, *, enum: bool = False) -> None:
    """The filters of one scalar or enum: on single values, and on lists."""
    single = f"{scalar}EnumScalarFilters" if enum else f"{scalar}ScalarFilters"
    make_input(single, {"eq": scalar, "in": f"list[{scalar}]"}, namespace)
    make_input(f"{scalar}ListFilters", {"eq": f"list[{scalar}]", "includes": scalar}, namespace)


def make_where(name: str, fields: Mapping[str, str], namespace: Namespace) -> None:
    """A filter of things: its own fields, and AND, OR and NOT of further ones."""
    make_input(name, {**fields, "AND": f"list[{name}]", "OR": f"list[{name}]", "NOT": name}, namespace)


def value_filters(fields: Mapping[str, ValueField]) -> dict[str, str]:
    return {name: field.filters for name, field in fields.items()}


def sort_keys(fields: Mapping[str, ValueField]) -> dict[str, str]:
    return dict.fromkeys(fields, "SortDirection")


@cache
def fixed_inputs() -> Namespace:
    """All input types that do not depend on the ontology, and what their annotations name."""
    named = {name: getattr(enums, name) for name in (*ENUMS, "SortDirection")}
    namespace = Namespace({**SCALARS, **named, "Optional": Optional})
    for scalar in SCALARS:
        make_filters(scalar, namespace)
    for enum in ENUMS:
        make_filters(enum, namespace, enum=True)
    for name, fields in FIXED_INPUT.items():
        if name.endswith("Sort"):
            make_input(name, sort_keys(fields), namespace)
        else:
            make_where(name, value_filters(fields), namespace)
    return namespace
