"""The ontology's names as the API and Neo4j spell them. One rule for each, and one for collisions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from graphsvc.plan.valid import SURE, VALID

TYPES = """
    Query Mutation Subscription Node Entity EntityInstance Statement Reference Qualifier Document Dataset Conflict
    Finding Severity
    Relation Link Path Reached Neighbourhood EffectiveShare Search
    PageInfo Rank ValueKind Decision ConflictKind Direction SortDirection Scalar
    EDTF BigInt Date DateTime ID String CaseInsensitiveString Class Int Float Boolean
    Aggregate Count FieldAggregate ValueCount AsOf Certainty
"""
FIELDS = """
    id type name aliases externalIds contested statements relations documents
    entity entities node search paths neighbourhood effectiveShares statement document conflicts findings dataset
    cursor properties predicate rank confidence direction AND OR NOT
"""
ENUMS = ("Rank", "ValueKind", "Decision", "ConflictKind", "Severity")
"""Those of values that are stored, the same for every ontology."""
FAMILY = (
    "", "Edge", "Connection", "Where", "Sort", "Filters", "Instance", "ScalarFilters", "EnumScalarFilters",
    "ListFilters",
)  # fmt: skip
"""What the names of the types end in that are made of one name: whoever has the name has them all."""
OWN_INPUTS = frozenset(["EdgeWhere", "EdgeSort", "CountFilters", "CountSort"])
RESERVED_TYPES = OWN_INPUTS.union(name + part for name in TYPES.split() for part in FAMILY)
RESERVED_FIELDS = frozenset(FIELDS.split())
OFF_RANGE = "off_range"
"""Marks entities with an edge to a thing of a class that the predicate does not declare there."""
OWN = "id type name aliases external_ids contested findings search predicate rank confidence direction"
STORED = frozenset([*OWN.split(), OFF_RANGE, *VALID, *SURE])
"""Properties that entities and edges have whatever the ontology says."""
ABSENT = "__absent"
"""What is added to an indexed property's name where it is absent: an index has no place for what is not there."""


def stored_name(slot: str) -> str:
    """The property that holds a slot's values: `type` is what the row is, so `type` is `type_`, `type_` is `type__`."""
    return f"{slot}_" if slot.rstrip("_") in STORED else slot


def ascii_name(name: str) -> str:
    """Letters without their marks, all others by code point: `Mühle` -> `Muhle`, `所` -> `u6240`."""
    marked = unicodedata.normalize("NFKD", name.replace("ß", "ss"))
    bare = unicodedata.normalize("NFC", "".join(c for c in marked if not unicodedata.combining(c)))
    letters = (c if c.isascii() else f"u{ord(c):x}" if unicodedata.category(c)[0] in "LMN" else "-" for c in bare)
    return "".join(letters)


def pascal(name: str) -> str:
    """A class's or enum's name as that of a type: `3DModel` -> `_3DModel`."""
    text = re.sub(r"[^0-9A-Za-z]+", "", ascii_name(name))
    return text if text[:1].isalpha() else f"_{text}"


def camel(name: str) -> str:
    """`led_by` -> `ledBy`."""
    head, *rest = re.split(r"[^0-9A-Za-z]+", ascii_name(name).strip("_"))
    text = head[:1].lower() + head[1:] + "".join(part[:1].upper() + part[1:] for part in rest)
    return text if text[:1].isalpha() else f"_{text}"


def upper_snake(name: str) -> str:
    """`led_by` -> `LED_BY`; also for the values of enums: `open-weight` -> `OPEN_WEIGHT`."""
    text = re.sub(r"[^0-9A-Za-z]+", "_", ascii_name(name)).strip("_").upper()
    return text if text[:1].isalpha() else f"_{text}"


def plural(name: str) -> str:
    """The regular English plural; the annotation `plural` says it for all others."""
    if re.search(r"[^aeiou]y$", name):
        return name[:-1] + "ies"
    return name + ("es" if re.search(r"(s|x|z|ch|sh)$", name) else "s")


def free(name: str, taken: Collection[str], suffix: str, family: tuple[str, ...] = ("",)) -> str:
    """The name, or where it is taken the name with `suffix` as often as needed: the one rule for collisions."""
    while any(name + part in taken for part in family):
        name += suffix
    return name


def quote(identifier: str) -> str:
    """An identifier in Cypher. The only way by which a name gets into a statement."""
    return "`" + identifier.replace("`", "``") + "`"
