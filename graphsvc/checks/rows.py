"""Findings as the rows that a store keeps: what a report tells, without the machine that it was made on.

A large dataset may have as many as it has statements, so that they are made when they are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graphsvc.checks.outcome import Report, fingerprint
from graphsvc.checks.rule import Finding, Severity
from graphsvc.records import stable_id
from graphsvc.stores.rows import LateRow, Made, Properties
from graphsvc.stores.sources import present

_SEVERITIES = [*Severity]
_Named = tuple[str, Finding]
_AT_HAND: dict[str, Callable[[_Named], Any]] = {
    "id": lambda named: named[0],
    "rule": lambda named: named[1].rule,
    "code": lambda named: named[1].code,
    "severity": lambda named: str(named[1].severity),
    "severity__key": lambda named: str(_SEVERITIES.index(named[1].severity)),
    "subjects": lambda named: [*named[1].subjects] or None,
    "line": lambda named: named[1].position.line or None,
    "column": lambda named: named[1].position.column or None,
}
"""All that findings are sorted by, and most of what they are chosen by; the rest holds texts of their own."""


def finding_rows(report: Report, directory: Path) -> Mapping[str, Properties]:
    """By id. Files are named from the dataset's directory on, those outside of it by their name alone.

    The id survives edits elsewhere, as that of a baseline does; the same fault told again counts.
    """
    told: Counter[str] = Counter()
    found: dict[str, Finding] = {}
    for finding in report.findings:
        told[identity := fingerprint(finding)] += 1
        found[stable_id("finding", identity, str(told[identity]))] = finding
    inside = str(directory / "_")[:-1]

    @cache
    def place(name: str) -> str:
        file = Path(name)
        return (file.relative_to(directory) if file.is_relative_to(directory) else Path(file.name)).as_posix()

    def make(named: _Named) -> Properties:
        texts = {"message": named[1].message.replace(inside, ""), "way_out": named[1].way_out.replace(inside, "")}
        return present({name: read(named) for name, read in at_hand.items()} | texts)

    at_hand = _AT_HAND | {"file": lambda named: place(named[1].position.file)}
    return Made(found, lambda id_: LateRow((id_, found[id_]), make, at_hand))
