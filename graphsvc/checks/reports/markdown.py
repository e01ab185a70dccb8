"""A page in Markdown for the summary of a job: the counts, then a table of the findings, the gravest first."""

from __future__ import annotations

import re

from graphsvc.checks.outcome import Report
from graphsvc.checks.reports.paths import shown_path
from graphsvc.checks.reports.text import summed
from graphsvc.checks.rule import Finding, Severity
from graphsvc.errors import Position

ROWS = 500
"""Findings that are listed: a job's summary may have a megabyte."""

_MARKS = re.compile(r"([\\`*_{}\[\]<>|#~])")


def as_markdown(report: Report) -> str:
    lines = [f"## graphsvc check: {_plain(report.dataset)}", "", summed(report)]
    if report.findings:
        lines += ["", "| severity | rule | where | what | way out |", "|---|---|---|---|---|"]
    grave_first = sorted(report.findings, key=lambda each: list(Severity).index(each.severity))
    lines += map(_row, grave_first[:ROWS])
    if len(grave_first) > ROWS:
        lines += ["", f"{len(grave_first) - ROWS} more are not listed here."]
    return "\n".join([*lines, ""])


def _row(finding: Finding) -> str:
    rule = f"{finding.rule} ({finding.code})"
    cells = (finding.severity, rule, _where(finding.position), finding.message, finding.way_out)
    return f"| {' | '.join(map(_plain, cells))} |"


def _where(place: Position) -> str:
    return str(Position(shown_path(place.file), place.line, place.column) if place.is_in_file else place)


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
