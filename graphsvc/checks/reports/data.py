"""For programs: JSON as `report.schema.json` beside this file describes it."""

from __future__ import annotations

from collections import Counter

import orjson

from graphsvc.checks.outcome import Report
from graphsvc.checks.rule import Finding, Severity

VERSION = 1
"""Of the report: it changes when a program that reads it would have to."""


def as_json(report: Report) -> str:
    """Line and column 0 mean the whole file."""
    counts = Counter(finding.severity for finding in report.findings)
    kept_back = {what: count for what, count in (("waived", report.waived), ("known", report.known)) if count}
    content = {
        "version": VERSION,
        "dataset": report.dataset,
        "findings": [_data(finding) for finding in report.findings],
        "counts": {severity.value: counts[severity] for severity in Severity} | kept_back,
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _data(finding: Finding) -> dict[str, object]:
    told = {
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "wayOut": finding.way_out,
        "subjects": finding.subjects,
        "file": finding.position.file,
        "line": finding.position.line,
        "column": finding.position.column,
    }
    others = [{"file": each.file, "line": each.line, "column": each.column} for each in finding.others]
    return told | ({"endColumn": finding.end} if finding.end else {}) | ({"others": others} if others else {})
