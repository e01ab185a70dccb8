"""Dates of EDTF levels 0-1 (ISO 8601-2, https://www.loc.gov/standards/datetime/) and the days they span.

Days are numbers of the proleptic Gregorian calendar, counted like `datetime.date.toordinal`
(0001-01-01 is day 1) but for any year.
"""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import dataclass
from functools import lru_cache


class NotEdtf(ValueError):
    """A text is not `what` it should be."""

    def __init__(self, what: str, way_out: str) -> None:
        self.what = what
        self.way_out = way_out
        super().__init__(what)


class Inverted(NotEdtf):
    """An interval whose end lies before its beginning."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or interval with its first and last possible day; None: unknown or open."""

    text: str
    earliest: int | None
    latest: int | None
    approximate: bool = False
    uncertain: bool = False


DATETIME = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])"
    r"(?::(?P<second>[0-5][0-9]|60)(?:\.(?P<fraction>[0-9]+))?)?"
    r"(?:Z|(?P<sign>[+-])(?P<hours>[01][0-9]|2[0-3])(?::?(?P<minutes>[0-5][0-9]))?)?"
)
_DATE = re.compile(
    r"(?:Y(?P<long>-?[1-9][0-9]{4,14})|(?P<year>-?[0-9]{4}|-?[0-9]{2}[0-9X]X)"
    r"|(?P<full>-?[0-9]{4})-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)(?P<qualifier>[?~%]?)"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_HELP = "Write YYYY, YYYY-MM, YYYY-MM-DD, 201X, 2026~, 2026? or an interval like 2024/.. (EDTF levels 0 and 1)."


def day_number(year: int, month: int, day: int) -> int:
    """The ordinal of a day in the proleptic Gregorian calendar, for any year (0 is 1 BC)."""
    before = year - 1
    leap_day = month > 2 and isleap(year)
    return before * 365 + before // 4 - before // 100 + before // 400 + sum(_LENGTHS[: month - 1]) + leap_day + day


@lru_cache(maxsize=8192)
def read(text: str) -> Edtf:
    """Read a date or interval. Raises `NotEdtf`.

    A date with a time counts as the day it names. Seasons are the northern meteorological ones; winter
    (24) begins in December of its year. `~`, `?` and `%` set flags and widen nothing.
    """
    if "/" not in text:
        return _single(text)
    start, end = (Edtf(part, None, None) if part in ("", "..") else _single(part) for part in text.split("/", 1))
    if start.earliest is None and end.latest is None:
        raise NotEdtf("an interval with a known end", "Leave the value out, or name one end.")
    if start.earliest is not None and end.latest is not None and start.earliest > end.latest:
        raise Inverted("an interval that ends after it begins", "Exchange its ends.")
    flags = (start.approximate or end.approximate, start.uncertain or end.uncertain)
    return Edtf(text, start.earliest, end.latest, *flags)


def moment(text: str) -> int:
    """Microseconds of UTC up to a date with a time, day 0 being the first. Without an offset it counts as UTC."""
    found = DATETIME.fullmatch(text)
    assert found
    part = {name: int(value or 0) for name, value in found.groupdict().items() if name not in ("day", "sign")}
    offset = (part["hours"] * 60 + part["minutes"]) * (-1 if found["sign"] == "-" else 1)
    minutes = (read(found["day"]).earliest or 0) * 1440 + part["hour"] * 60 + part["minute"] - offset
    fraction = (found["fraction"] or "")[:6].ljust(6, "0")
    return (minutes * 60 + part["second"]) * 1_000_000 + int(fraction)


def _single(text: str) -> Edtf:
    time = DATETIME.fullmatch(text)
    found = _DATE.fullmatch(time["day"] if time else text)
    if not found or text.startswith(("-0000", "-00XX", "-000X")):
        raise NotEdtf("a date", _HELP)
    flags = (found["qualifier"] in ("~", "%"), found["qualifier"] in ("?", "%"))
    if found["full"]:
        return Edtf(text, *_span(int(found["full"]), found["month"], found["day"] or "XX"), *flags)
    year = found["long"] or found["year"]
    first, last = sorted(int(year.replace("X", digit)) for digit in "09")
    return Edtf(text, day_number(first, 1, 1), day_number(last, 12, 31), *flags)


def _span(year: int, month: str, day: str) -> tuple[int, int]:
    """First and last day; XX stands for any."""
    first_month, last_month = _months(month, day)
    first, last = day_number(year, first_month, 1), _month_end(year, last_month)
    if day == "XX":
        return first, last
    if not 1 <= int(day) <= last - first + 1:
        raise NotEdtf("a date", f"That month has {last - first + 1} days.")
    return first + int(day) - 1, first + int(day) - 1


def _months(month: str, day: str) -> tuple[int, int]:
    if month == "XX" and day == "XX":
        return 1, 12
    if month == "XX":
        raise NotEdtf("a date of EDTF level 0 or 1", "Give the month, or write XX for the day too.")
    number = int(month)
    if 1 <= number <= 12:
        return number, number
    if number in _SEASONS and day == "XX":
        return _SEASONS[number]
    raise NotEdtf("a date", f"Months are 01 to 12, and seasons 21 to 24 without a day, not {month}.")


def _month_end(year: int, month: int) -> int:
    """Months beyond 12 are those of the next year."""
    return day_number(year + month // 12, month % 12 + 1, 1) - 1
