"""The enums that are the same for every ontology."""

from __future__ import annotations

from enum import Enum
from typing import Any

import strawberry

from graphsvc import records, verdict
from graphsvc.checks import rule


def make_enum(name: str, members: dict[str, str], description: str | None) -> Any:
    """A GraphQL enum whose members stand for the texts that are stored."""
    make: Any = Enum  # the members are known at run time only
    return strawberry.enum(make(name, members), name=name, description=description)


def _of(python: type[Enum], description: str) -> Any:
    return make_enum(python.__name__, {member.name: str(member.value) for member in python}, description)


Rank = _of(records.Rank, "How much the curator trusts a statement. Best rank: preferred if any, else normal.")
ValueKind = _of(records.ValueKind, "Whether a value is given, known to exist, or known not to exist.")
Decision = _of(verdict.Decision, "The step by which a verdict was reached; UNDECIDED if none could tell.")
ConflictKind = _of(verdict.ConflictKind, "What the statements of a conflict differ in.")
Severity = _of(
    rule.Severity, "How bad a finding is: an error is wrong, a warning to be looked at, information to be known."
)
Direction = make_enum(
    "Direction", {"OUT": "out", "IN": "in", "BOTH": "both"}, "From subject to object, the other way, or both."
)
SortDirection = make_enum("SortDirection", {"ASC": "ASC", "DESC": "DESC"}, "Absent values come last in both.")
Certainty = make_enum(
    "Certainty",
    {"POSSIBLE": "possible", "CERTAIN": "certain"},
    "Whether what may have held counts, unknown bounds included, or only what held for sure.",
)
