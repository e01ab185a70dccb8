"""The whole check: dataset -> findings."""

from collections.abc import Iterable
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from pkgutil import iter_modules

from graphsvc.checks import rules
from graphsvc.checks.rule import Context, Finding, Severity
from graphsvc.records import Dataset
from graphsvc.verdict import judge

CATALOGUE = sorted(
    (import_module(f"{rules.__name__}.{found.name}") for found in iter_modules(rules.__path__)),
    key=attrgetter("RULE.code"),
)
"""Every rule: a module that documents a fault, with its `RULE` and `check(context)`, which yields findings."""


def check(dataset: Dataset, *, documents: Path | None = None) -> tuple[Finding, ...]:
    """All that the rules find, ordered by file, line, column, code and message.

    `documents` is a directory with the texts that the documents name as `file`; without it no quotation
    is compared with its source.
    """
    context = Context(dataset, judge(dataset), documents)
    findings = (finding for module in CATALOGUE for finding in module.check(context))
    return tuple(sorted(findings, key=attrgetter("position", "code", "message")))


def exit_status(findings: Iterable[Finding]) -> int:
    """0 if no finding is an error, else 1."""
    return int(any(finding.severity is Severity.ERROR for finding in findings))
