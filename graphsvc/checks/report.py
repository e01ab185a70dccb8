"""Findings as text and as JSON."""

from collections import Counter
from collections.abc import Callable, Sequence

import orjson

from graphsvc.checks.rule import Finding, Severity

Style = Callable[[str, Severity], str]
"""Colours a piece of text by severity; who writes to a terminal brings one."""


def as_text(findings: Sequence[Finding], style: Style = lambda text, _: text) -> str:
    """Compiler style: each finding with its way out, then how often each rule spoke, then one summary line."""
    if not findings:
        return "No findings.\n"
    lines = []
    for finding in findings:
        label = style(f"{finding.severity}[{finding.rule}]", finding.severity)
        lines += [f"{finding.position}: {label}: {finding.message}", f"    {finding.way_out}"]
    lines.append("")
    spoken = Counter((finding.code, finding.rule, finding.severity) for finding in findings)
    for (code, rule, severity), count in sorted(spoken.items()):
        lines.append(f"{count:>8}  {style(severity, severity)}  {rule} ({code})")
    counts = [_plural(count, severity) for severity, count in _counts(findings).items() if count]
    lines.append(f"{_plural(len(findings), 'finding')}: {', '.join(counts)}.\n")
    return "\n".join(lines)


def as_json(findings: Sequence[Finding], dataset: str) -> bytes:
    """`{version, dataset, findings: [...], counts: {error, warning, info}}`; line and column 0 mean the whole file."""
    told = [_data(finding) for finding in findings]
    report = {"version": 1, "dataset": dataset, "findings": told, "counts": _counts(findings)}
    return orjson.dumps(report, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _data(finding: Finding) -> dict[str, object]:
    return {
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


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    counts = Counter(finding.severity for finding in findings)
    return {severity.value: counts[severity] for severity in Severity}


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
