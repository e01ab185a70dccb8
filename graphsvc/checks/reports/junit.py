"""JUnit XML: a failed test for each error, or one that passed; what else was found is its output."""

from __future__ import annotations

import re
from html import escape

from graphsvc.checks.outcome import Report
from graphsvc.checks.reports.text import summed
from graphsvc.checks.rule import Finding, Severity

_NOT_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # slow to compile, and every check imports this


def as_junit(report: Report) -> str:
    failed = [_case(finding) for finding in report.findings if finding.severity is Severity.ERROR]
    remarks = [f"{each.severity}: {_told(each)}" for each in report.findings if each.severity is not Severity.ERROR]
    cases = failed or ['<testcase classname="graphsvc" name="check"/>']
    totals = f'name={_attribute(report.dataset)} tests="{len(cases)}" failures="{len(failed)}"'
    output = escape(_readable("\n".join([*remarks, summed(report)])))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites {totals}>", f"<testsuite {totals}>", *cases]
    return "\n".join([*lines, f"<system-out>{output}</system-out>", "</testsuite>", "</testsuites>", ""])


def _case(finding: Finding) -> str:
    told = f"type={_attribute(finding.code)} message={_attribute(finding.message)}"
    failure = f"<failure {told}>{escape(_readable(_told(finding)))}</failure>"
    place = _attribute(str(finding.position))
    return f"<testcase classname={_attribute(finding.rule)} name={place}>{failure}</testcase>"


def _told(finding: Finding) -> str:
    return f"{finding.position}: {finding.message} {finding.way_out}"


def _readable(text: str) -> str:
    return re.sub(_NOT_XML, "\ufffd", text)


def _attribute(text: str) -> str:
    return f'"{escape(_readable(text))}"'
