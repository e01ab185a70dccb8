"""What is made of findings: severities of the dataset's own, waivers, and a baseline of those that are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from pathlib import Path

import orjson

from graphsvc.checks.catalogue import ALL, Selection, fits, known
from graphsvc.checks.rule import Finding, Severity
from graphsvc.checks.waivers import Conventions, waived
from graphsvc.errors import InputError, Position
from graphsvc.records import as_part, stable_id

VERSION = 1
"""Of the baseline file."""


@dataclass(frozen=True)
class Report:
    """What is told of one dataset: findings in order, and how many more a waiver or the baseline keeps back."""

    dataset: str
    findings: tuple[Finding, ...]
    waived: int = 0
    known: int = 0


def fingerprint(finding: Finding) -> str:
    """What makes it the same finding in another run: rule and subjects; without subjects the rule and the file's name.

    Neither line nor wording count, so that it survives edits elsewhere.
    """
    about = sorted(finding.subjects) or [Path(finding.position.file).name]
    return stable_id(finding.code, finding.rule, as_part(about))


def screened(
    dataset: str,
    findings: Iterable[Finding],
    conventions: Conventions,
    today: date,
    selection: Selection = ALL,
) -> Report:
    """Findings as the dataset's `checks.yaml` has them; waivers of rules that were not selected are left alone.

    Raises `InputError` where it names a rule that there is none.
    """
    for name in (*(name for name, _ in conventions.severities), *(each.rule for each in conventions.waivers)):
        known(name, name.position)
    waivers = [each for each in conventions.waivers if selection.takes(each.rule, "")]
    left, count = waived(findings, waivers, today, lambda word, found: fits(word, found.rule, found.code))
    graded = filter(None, (_graded(found, conventions) for found in left if selection.takes(found.rule, found.code)))
    return Report(dataset, tuple(sorted(graded, key=attrgetter("position", "code", "message"))), count)


def _graded(finding: Finding, conventions: Conventions) -> Finding | None:
    severity: Severity | None = finding.severity
    for word, said in conventions.severities:
        severity = said if fits(word, finding.rule, finding.code) else severity
    return replace(finding, severity=severity) if severity else None


def baseline(report: Report) -> bytes:
    """The file that makes today's findings known ones: JSON, in an order that keeps its differences small."""
    counts = Counter((each.rule, each.subjects, fingerprint(each)) for each in report.findings)
    entries = [
        {"fingerprint": identity, "rule": rule, "subjects": subjects, "count": count}
        for (rule, subjects, identity), count in sorted(counts.items())
    ]
    content = {"version": VERSION, "dataset": report.dataset, "findings": entries}
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def without_known(report: Report, path: Path) -> Report:
    """The report without the findings of a baseline, each as often as that has it. Raises `InputError`."""
    counts = read_baseline(path)
    fresh = []
    for finding in report.findings:
        identity = fingerprint(finding)
        if counts[identity] > 0:
            counts[identity] -= 1
        else:
            fresh.append(finding)
    return replace(report, findings=tuple(fresh), known=len(report.findings) - len(fresh))


def read_baseline(path: Path) -> Counter[str]:
    """How often each fingerprint is in a baseline."""
    way_out, place = "Write one with `graphsvc check DATASET --write-baseline FILE`.", Position(str(path))
    try:
        content = orjson.loads(path.read_bytes())
        if content["version"] == VERSION:
            return Counter({each["fingerprint"]: each["count"] for each in content["findings"]})
    except OSError as error:
        raise InputError(f"The baseline cannot be read: {error.strerror}.", way_out, place) from None
    except (ValueError, KeyError, TypeError):
        pass
    raise InputError("This is no baseline that this version of graphsvc has written.", way_out, place)
