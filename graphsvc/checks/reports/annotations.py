"""Workflow commands of GitHub Actions, one line each, which show as annotations of the changed lines."""

from __future__ import annotations

from graphsvc.checks.outcome import Report
from graphsvc.checks.reports.paths import shown_path
from graphsvc.checks.rule import Finding, Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def as_github(report: Report) -> str:
    return "".join(f"{_annotation(finding)}\n" for finding in report.findings)


def _annotation(finding: Finding) -> str:
    place, properties = finding.position, {"title": f"{finding.rule} ({finding.code})"}
    text = f"{finding.message} {finding.way_out}"
    if not place.is_in_file:
        text = f"{place}: {text}"
    elif place.line:
        end = {"endColumn": str(finding.end - 1)} if finding.end else {}
        position = {"file": shown_path(place.file), "line": str(place.line), "col": str(place.column)}
        properties = position | end | properties
    else:
        properties = {"file": shown_path(place.file)} | properties
    told = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{LEVELS[finding.severity]} {told}::{text.translate(_DATA)}"
