"""SARIF 2.1.0, which code hosts show on the line: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

import orjson

from graphsvc.checks.catalogue import DOCUMENTED, summary
from graphsvc.checks.outcome import Report, fingerprint
from graphsvc.checks.reports.paths import shown_path
from graphsvc.checks.rule import Finding, Rule, Severity
from graphsvc.errors import Position

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_INDEX = {rule.code: index for index, rule in enumerate(DOCUMENTED)}


def as_sarif(report: Report) -> str:
    """One run, with the whole catalogue as its rules; columns count code points."""
    from importlib.metadata import version  # slow to import, and every check imports this module

    driver = {
        "name": "graphsvc",
        "semanticVersion": version("graphsvc"),
        "rules": [_rule(rule, text) for rule, text in DOCUMENTED.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in report.findings],
    }
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    log = {"$schema": schema, "version": "2.1.0", "runs": [run]}
    return orjson.dumps(log, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _rule(rule: Rule, text: str) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": summary(text)},
        "fullDescription": {"text": text},
        "help": {"text": f"{text}\n\n{rule.way_out}", "markdown": f"{text}\n\n**Way out**: {rule.way_out}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(finding: Finding) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": _INDEX[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.way_out}".strip()},
        "locations": [_location(finding.position, finding.end)],
        "relatedLocations": [_location(place) for place in finding.others],
        "partialFingerprints": {"graphsvc/v1": fingerprint(finding)},
        "properties": {"rule": finding.rule, "subjects": finding.subjects},
    }


def _location(position: Position, end: int = 0) -> dict[str, Any]:
    if not position.is_in_file:
        return {"logicalLocations": [{"fullyQualifiedName": position.file}]}
    path = shown_path(position.file)
    uri = f"file://{quote(path)}" if PurePosixPath(path).is_absolute() else quote(path)
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if position.line:
        physical["region"] = {"startLine": position.line, "startColumn": max(position.column, 1)}
        if end:
            physical["region"]["endColumn"] = end
    return {"physicalLocation": physical}
