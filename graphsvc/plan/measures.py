"""What aggregates ask of a connection: all its rows, whatever page of them is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphsvc.plan.valid import AsOf


@dataclass(frozen=True, slots=True)
class Measure:
    """A property that rows are grouped by, of the item or of the node at its other end."""

    source: str
    other: bool = False
    at: AsOf | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One field of an aggregate; `first` and `fields` (key, name) are those of `values`."""

    key: str
    name: str
    first: int | None = None
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """The fields of one `node` or `edge`, or of `count`, which has no measure.

    `format` names the scalar, or as `enum <name>` the enum, with `list` before it if there may be several.
    """

    key: str
    figures: tuple[Figure, ...]
    measure: Measure | None = None
    format: str = ""


@dataclass(frozen=True, slots=True)
class Aggregate:
    key: str
    fields: tuple[Figures | Figure, ...]

    @property
    def counted(self) -> frozenset[str]:
        """What is asked of `count`: nodes, edges."""
        groups = [group for group in self.fields if isinstance(group, Figures) and group.measure is None]
        return frozenset(figure.name for group in groups for figure in group.figures)

    @property
    def measures(self) -> Iterator[Measure]:
        for group in self.fields:
            if isinstance(group, Figures) and group.measure:
                yield group.measure


def aggregate_lines(node: Aggregate, indent: str) -> Iterator[str]:
    yield f"{indent}{node.key}: aggregate"
    for group in node.fields:
        if isinstance(group, Figure):
            yield f"{indent}  {group.key} = type"
        else:
            yield f"{indent}  {group.key}: {_of(group)}{' '.join(map(_figure, group.figures))}"


def _of(group: Figures) -> str:
    measure = group.measure
    if measure is None:
        return ""
    return f"of {'node.' * measure.other}{measure.source}{measure.at or ''} as {group.format}: "


def _figure(figure: Figure) -> str:
    first = "" if figure.first is None else f"(first ${figure.first})"
    return f"{figure.key}={figure.name}{first}"
