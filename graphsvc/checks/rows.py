"""Findings as the rows that a store keeps: what a report tells, without the machine that it was made on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graphsvc.checks.outcome import Report, fingerprint
from graphsvc.checks.rule import Severity
from graphsvc.records import stable_id

_SEVERITIES = [*Severity]


def finding_rows(report: Report, directory: Path) -> Iterator[dict[str, Any]]:
    """Files are named from the dataset's directory on, those outside of it by their name alone.

    The id survives edits elsewhere, as that of a baseline does; the same fault told again counts.
    """
    told: Counter[str] = Counter()
    inside = str(directory / "_")[:-1]
    for finding in report.findings:
        identity, place = fingerprint(finding), finding.position
        told[identity] += 1
        file = Path(place.file)
        yield {
            "id": stable_id("finding", identity, str(told[identity])),
            "rule": finding.rule,
            "code": finding.code,
            "severity": str(finding.severity),
            "severity__key": str(_SEVERITIES.index(finding.severity)),
            "message": finding.message.replace(inside, ""),
            "way_out": finding.way_out.replace(inside, ""),
            "subjects": list(finding.subjects),
            "file": (file.relative_to(directory) if file.is_relative_to(directory) else Path(file.name)).as_posix(),
            "line": place.line or None,
            "column": place.column or None,
        }
