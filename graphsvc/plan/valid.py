"""Valid time in a Plan: the days that `asOf` asks about. Intervals that hold are stored with inclusive ends.

What holds at a time is decided by four day numbers, each absent where a bound is unknown: `valid__first` and
`valid__last` span the days on which it may hold, `sure__first` and `sure__last` those on which it holds however
imprecise dates are read.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphsvc.values import parse_edtf

OPEN = 2**62
"""The day of no end; its negative is the day of no beginning."""
VALID = ("valid__first", "valid__last")
SURE = ("sure__first", "sure__last")


@dataclass(frozen=True, slots=True)
class AsOf:
    """The first and last day asked about, as parameters.

    What may hold on one of them is meant, or with `certain` what holds on all of them for sure. On an
    attribute, `many` tells that it is a list.
    """

    first: int
    last: int
    certain: bool = False
    many: bool = False

    def __str__(self) -> str:
        return f" {'surely' if self.certain else 'at'} ${self.first}..${self.last}"


def day_bounds(date: str) -> tuple[int, int]:
    """The first and last day of an EDTF text, with `OPEN` for an end that it leaves open."""
    days = parse_edtf(date)
    return -OPEN if days.earliest is None else days.earliest, OPEN if days.latest is None else days.latest
