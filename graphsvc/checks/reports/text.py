"""For people: each finding with its line and its way out, then how often each rule spoke."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from graphsvc.checks.outcome import Report
from graphsvc.checks.rule import Finding, Severity, listed
from graphsvc.errors import Position

Style = Callable[[str, Severity], str]
"""Colours a piece of text by severity; who writes to a terminal brings one."""

WIDTH = 110
"""Characters of a source line that are shown."""


def as_text(report: Report, style: Style = lambda text, _: text, *, excerpts: bool = False) -> str:
    """Compiler style. `excerpts` shows the lines themselves, with a caret below the column, where they can be read."""
    shown = _lines(finding.position for finding in report.findings) if excerpts else {}
    lines = []
    for finding in report.findings:
        label = style(f"{finding.severity}[{finding.rule}]", finding.severity)
        lines.append(f"{finding.position}: {label}: {finding.message}")
        if finding.position in shown:
            lines += _excerpt(shown[finding.position], finding, style)
        if finding.others:
            lines.append(f"    See also {listed(list(map(str, finding.others)), most=5)}.")
        lines.append(f"    {finding.way_out}")
    return "\n".join([*lines, *_counted(report.findings, style), summed(report), ""])


def _lines(positions: Iterable[Position]) -> dict[Position, str]:
    """Position -> its line, each file read once; without those that cannot be read any more."""
    wanted: defaultdict[str, defaultdict[int, set[Position]]] = defaultdict(lambda: defaultdict(set))
    for position in positions:
        if position.line and position.is_in_file:
            wanted[position.file][position.line].add(position)
    found = {}
    for name, by_line in wanted.items():
        try:
            with Path(name).open(encoding="utf-8-sig", errors="replace", newline="\n") as stream:
                for number, line in enumerate(stream, 1):
                    found.update(dict.fromkeys(by_line.get(number, ()), line.rstrip("\r\n")))
        except OSError:
            continue
    return found


def _excerpt(line: str, finding: Finding, style: Style) -> list[str]:
    """The line about the column, cut to `WIDTH`, and a caret, or as many as the value is long."""
    number, at = str(finding.position.line), max(finding.position.column - 1, 0)
    start = max(0, at - WIDTH // 2) if len(line) > WIDTH else 0
    piece = "".join(each if each.isprintable() else " " for each in line[start : start + WIDTH])
    before, after = "…" if start else "", "…" if start + WIDTH < len(line) else ""
    shown = min(max(finding.end - 1 - at, 1), len(piece) - (at - start))
    caret = " " * (len(before) + at - start) + style("^" * max(shown, 1), finding.severity)
    return [f"  {number} | {before}{piece}{after}", f"  {' ' * len(number)} | {caret}"]


def _counted(findings: Sequence[Finding], style: Style) -> list[str]:
    spoken = Counter((finding.code, finding.rule, finding.severity) for finding in findings)
    lines = [
        f"{count:>8}  {style(severity, severity)}  {rule} ({code})"
        for (code, rule, severity), count in sorted(spoken.items())
    ]
    return ["", *lines] if lines else []


def summed(report: Report) -> str:
    """`3 findings: 1 error, 2 warnings.`, and how many are not shown."""
    counts = Counter(finding.severity for finding in report.findings)
    told = ", ".join(_plural(counts[severity], severity) for severity in Severity if counts[severity])
    kept_back = {"known from the baseline": report.known, "waived": report.waived}
    hidden = ", ".join(f"{count} {why}" for why, count in kept_back.items() if count)
    shown = f"{_plural(len(report.findings), 'finding')}: {told}." if told else "No findings."
    return f"{shown} Not shown: {hidden}." if hidden else shown


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
