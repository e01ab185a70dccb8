"""The scalars beyond GraphQL's own, with the rules for what clients may send."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from typing import Any, NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

from graphsvc.values import INTEGERS, Rules, ValueFault, parse, plain, shorten

BigInt = NewType("BigInt", int)
EDTF = NewType("EDTF", str)
Date = NewType("Date", str)
DateTime = NewType("DateTime", str)
Scalar = NewType("Scalar", object)


def _checked(base: str) -> Callable[[Any], Any]:
    """Values that a range of the ontology with this base would take."""
    rules = Rules(base)

    def check(value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, str | int) or (base == "integer") != isinstance(value, int):
            raise ValueError(f"{value!r} is no {base}.")
        try:
            return plain(parse(value, rules))
        except ValueFault as fault:
            raise ValueError(str(fault)) from None

    return check


def _plain(value: Any) -> Any:
    """A value that a property can hold, of any type."""
    whole = isinstance(value, int) and not isinstance(value, bool)
    if isinstance(value, str | bool) or (whole and value in INTEGERS) or (isinstance(value, float) and isfinite(value)):
        return value
    raise ValueError(f"{shorten(str(value))} is no text, number or boolean.")


def _scalar(name: str, description: str, parse_value: Callable[[Any], Any], url: str | None = None) -> ScalarDefinition:
    definition: ScalarDefinition = strawberry.scalar(
        name=name,
        description=description,
        serialize=lambda value: value,
        parse_value=parse_value,
        specified_by_url=url,
    )
    return definition


SCALARS: dict[object, ScalarDefinition] = {
    BigInt: _scalar("BigInt", "A whole number of 64 bits, as a JSON number.", _checked("integer")),
    EDTF: _scalar(
        "EDTF",
        "A date or interval in the Extended Date/Time Format, levels 0 and 1: `2026-04-08`, `2025-07~`, `../2026`.",
        _checked("edtf"),
        "https://www.loc.gov/standards/datetime/",
    ),
    Date: _scalar("Date", "A calendar day: `2026-04-08`.", _checked("date")),
    DateTime: _scalar("DateTime", "A moment: `2026-04-08T12:00:00Z`.", _checked("datetime")),
    Scalar: _scalar("Scalar", "A text, number or boolean, as the statement's slot has it.", _plain),
}
