"""The whole check: dataset -> findings."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path

from graphsvc.checks.catalogue import ALL, CATALOGUE, Selection
from graphsvc.checks.rule import Context, Finding, Severity
from graphsvc.errors import Position
from graphsvc.memory import growing
from graphsvc.records import Dataset, Spot
from graphsvc.verdict import Judgement, judge

LOCATED = 10_000
"""Values that are looked up, of findings and of what these are as much about; others stay at their records."""


def check(
    dataset: Dataset,
    *,
    judgement: Judgement | None = None,
    documents: Path | None = None,
    selection: Selection = ALL,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> tuple[Finding, ...]:
    """All that the selected rules find, ordered by file, line, column, code and message.

    `documents` is a directory with the texts that the documents name as `file`; without it no quotation
    is compared with its source. `judgement` is that of the dataset, if the caller has made it; else it is made if a
    selected rule asks for it. `progress` is told (what, done, total).
    """
    modules = [module for module in CATALOGUE if selection.runs(module)]
    findings: list[Finding] = []

    def judged() -> Judgement:
        progress("judging", 0, 1)
        made = judgement or judge(dataset)
        claims = len(made.claims)  # made now
        progress("judging", claims, claims)
        return made

    with growing():
        context = Context(dataset, judged, documents)
        for done, module in enumerate(modules, 1):
            findings += (each for each in module.check(context) if selection.takes(each.rule, each.code))
            progress("rules", done, len(modules))
        findings = _at_values(dataset, findings)
    return tuple(sorted(findings, key=attrgetter("position", "code", "message")))


def _at_values(dataset: Dataset, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, each where the value is that it is about, if that is known and can be found."""
    places = dataset.locate(islice(chain.from_iterable(map(_spots, findings)), LOCATED))

    def found(spot: Spot) -> tuple[Position, int]:
        return places.get(spot, (spot.record, 0))

    moved = ((each, [found(spot) for spot in _spots(each)]) for each in findings)
    return [
        replace(each, position=at[0][0], end=at[0][1], others=tuple(place for place, _ in at[1:])) if at else each
        for each, at in moved
    ]


def _spots(finding: Finding) -> list[Spot]:
    spot = finding.spot
    return [spot, *(spot._replace(record=place) for place in finding.others)] if spot else []


def exit_status(findings: Iterable[Finding]) -> int:
    """0 if no finding is an error, else 1."""
    return int(any(finding.severity is Severity.ERROR for finding in findings))
