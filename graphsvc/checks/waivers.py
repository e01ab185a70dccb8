"""`checks.yaml` beside the data: severities of its own, and findings that are waived for a reason and a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yaml.nodes import Node, SequenceNode

from graphsvc.checks.rule import Finding, Rule, Severity
from graphsvc.errors import Position
from graphsvc.linkml.nodes import File, Text, fail, is_null, unknown

FILE = "checks.yaml"
OFF = "off"
KEYS = ("rule", "subjects", "reason", "until")

EXPIRED = Rule("expired-waiver", "GS801", "Mend what it waives, or set another date.", Severity.WARNING)
UNUSED = Rule("unused-waiver", "GS802", "Remove it, or correct its rule and subjects.", Severity.INFO)
RULES = {
    EXPIRED: "A waiver in checks.yaml has reached its date and no longer waives anything.\n\n"
    "Whoever wrote it wanted to look again by then. For example, `until: 2026-03-01` on that day or later.",
    UNUSED: "A waiver in checks.yaml meets no finding.\n\n"
    "What it waived was mended, or it never fitted. For example, its subject was renamed.",
}


@dataclass(frozen=True, slots=True)
class Waiver:
    """Findings of `rule` that involve all of `subjects` do not count before the day `until`."""

    rule: Text
    subjects: frozenset[str]
    reason: str
    until: date
    position: Position


@dataclass(frozen=True)
class Conventions:
    """What one dataset has agreed on. Of severities that fit, the last one counts; None is off."""

    severities: tuple[tuple[Text, Severity | None], ...] = ()
    waivers: tuple[Waiver, ...] = ()


def read_conventions(directory: Path) -> Conventions:
    """What `checks.yaml` says; nothing if there is none. Raises `InputError` with the place of what is wrong."""
    path = directory / FILE
    if not path.exists():
        return Conventions()
    file = File.read(path)
    severities: tuple[tuple[Text, Severity | None], ...] = ()
    waivers: tuple[Waiver, ...] = ()
    for key, node in file.pairs(file.root("a mapping of severity and waivers"), "the file"):
        if key == "severity":
            severities = tuple((name, _severity(file, value)) for name, value in file.pairs(node, "severity"))
        elif key == "waivers":
            waivers = tuple(_waiver(file, item) for item in _items(file, node))
        else:
            unknown("The key", key, ("severity", "waivers"), "Use severity and waivers.")
    return Conventions(severities, waivers)


def _items(file: File, node: Node) -> list[Node]:
    if not isinstance(node, SequenceNode) and not is_null(node):
        fail("`waivers` must be a list.", "Begin each waiver with '- '.", file.at(node))
    return node.value if isinstance(node, SequenceNode) else []


def _severity(file: File, node: Node) -> Severity | None:
    said = file.name(node, "a severity").lower()
    if said not in [*Severity, OFF]:
        fail(f"The severity {said!r} is none.", f"Use one of {', '.join([*Severity, OFF])}.", file.at(node))
    return None if said == OFF else Severity(said)


def _waiver(file: File, node: Node) -> Waiver:
    parts: dict[str, Node] = {}
    for key, value in file.pairs(node, "a waiver"):
        if key not in KEYS:
            unknown("The key", key, KEYS, f"A waiver has {', '.join(KEYS)}.")
        if value.value:
            parts[key] = value
    if missing := [key for key in KEYS if key not in parts]:
        fail(f"This waiver has no {missing[0]}.", f"A waiver needs {', '.join(KEYS)}.", file.at(node))
    subjects = frozenset(map(str, file.names(parts["subjects"], "subjects")))
    reason, until = file.text_of(parts["reason"], "reason"), file.name(parts["until"], "until")
    return Waiver(file.name(parts["rule"], "rule"), subjects, reason, _day(until), file.at(node))


def _day(text: Text) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        fail(
            f"{str(text)!r} is no day.", "Write the first day on which it no longer waives: YYYY-MM-DD.", text.position
        )


def waived(
    findings: Iterable[Finding], waivers: Iterable[Waiver], today: date, fits: Callable[[str, Finding], bool]
) -> tuple[list[Finding], int]:
    """The findings that are left, those on waivers themselves added; and how many were waived."""
    live = [waiver for waiver in waivers if waiver.until > today]
    used: set[Position] = set()
    left, count = [], 0
    for finding in findings:
        meeting = [each for each in live if each.subjects.issubset(finding.subjects) and fits(each.rule, finding)]
        used.update(waiver.position for waiver in meeting)
        count += bool(meeting)
        if not meeting:
            left.append(finding)
    for waiver in waivers:
        about = f"The waiver of {waiver.rule} on {', '.join(sorted(waiver.subjects))} ({waiver.reason})"
        subjects = sorted(waiver.subjects)
        if waiver.until <= today:
            left.append(EXPIRED.finding(f"{about} ended on {waiver.until}.", waiver.position, *subjects))
        elif waiver.position not in used:
            left.append(UNUSED.finding(f"{about} meets no finding.", waiver.position, *subjects))
    return left, count
