"""Where a database and the records it should follow from part: findings, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from graphsvc.checks.rule import Finding, Rule
from graphsvc.errors import Position

MOST = 100
"""Findings of one rule on one kind of rows: if more differ, the last one says how many."""

_LOAD = "Run `graphsvc load`, which writes only what differs."
NOT_LOADED = Rule("not-loaded", "GS901", _LOAD)
ONLY_LOADED = Rule("only-in-database", "GS902", _LOAD)
DIFFERS = Rule("differing-row", "GS903", _LOAD)
RULES = {
    NOT_LOADED: "With `--neo4j`: a row that follows from the records is not in the database.\n\n"
    "Whoever asks the database does not learn of it. For example, a statement was added to the files and not loaded.",
    ONLY_LOADED: "With `--neo4j`: a row is in the database and does not follow from the records.\n\n"
    "It has no evidence. For example, somebody drew a relation in Neo4j Browser.",
    DIFFERS: "With `--neo4j`: a row in the database has other content than follows from the records.\n\n"
    "The two give different answers. For example, somebody changed a share in Neo4j Browser.",
}


class Difference(NamedTuple):
    """One row: its kind and key; what of it differs, if both have it, else which of the two has it."""

    kind: str
    key: str
    told: str
    in_records: bool
    in_database: bool


def drifted(differences: Iterable[Difference], places: Mapping[str, Position], address: str) -> Iterator[Finding]:
    """At the record's place if `places` has one, else at its place in the database."""
    counts: Counter[tuple[Rule, str]] = Counter()
    for kind, key, told, in_records, in_database in differences:
        rule = DIFFERS if in_records and in_database else NOT_LOADED if in_records else ONLY_LOADED
        counts[rule, kind] += 1
        if counts[rule, kind] <= MOST:
            yield rule.finding(f"{told}.", places.get(key) or Position(f"{address} {kind} {key}"), key)
    for (rule, kind), count in counts.items():
        if count > MOST:
            yield rule.finding(f"{count - MOST} more rows of {kind} like this.", Position(f"{address} {kind}"))
