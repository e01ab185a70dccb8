"""Findings for people and for machines: one module per format, each from a `Report` to what is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graphsvc.checks.outcome import Report
from graphsvc.checks.reports.annotations import as_github
from graphsvc.checks.reports.data import as_json
from graphsvc.checks.reports.junit import as_junit
from graphsvc.checks.reports.markdown import as_markdown
from graphsvc.checks.reports.sarif import as_sarif
from graphsvc.checks.reports.text import as_text

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "junit": as_junit,
    "github": as_github,
    "markdown": as_markdown,
}
"""What `--format` takes."""

__all__ = ["FORMATS", "as_json", "as_text"]
