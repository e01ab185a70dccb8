"""Where in a record a value is, found by reading just that record once more.

To keep the places of all values would take more memory than the records themselves.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path

from graphsvc.errors import Position
from graphsvc.load.formats import read_again
from graphsvc.load.raw import KEY, Record, Tree
from graphsvc.load.raw import Path as Steps
from graphsvc.records import Spot

LONGEST = 1_000
"""Lines of one record that are looked at."""

_QUOTED = re.compile(r""""(?:[^"\\]|\\.|"")*"|'(?:[^']|'')*'""")
Slot = Callable[[str], str]
Piece = tuple[list[str], Record]


def find_spots(slot: Slot, spots: Iterable[Spot]) -> Mapping[Spot, tuple[Position, int]]:
    """A `Locate` over files as they are now; `slot` makes the keys of files names of the ontology."""
    wanted = [spot for spot in spots if spot.record.line and spot.record.is_in_file]
    files: defaultdict[str, set[Position]] = defaultdict(set)
    for spot in wanted:
        files[spot.record.file].add(spot.record)
    pieces = dict(chain.from_iterable(_pieces(file, places) for file, places in files.items()))
    found = ((spot, _found(spot, *pieces[spot.record], slot)) for spot in wanted if spot.record in pieces)
    return {spot: place for spot, place in found if place}


def _pieces(file: str, places: Iterable[Position]) -> Iterator[tuple[Position, Piece]]:
    """What begins at each of the places: its lines, and the record that they are."""
    by_line: defaultdict[int, list[Position]] = defaultdict(list)
    for place in places:
        by_line[place.line].append(place)
    header, reading = "", dict[Position, list[str]]()
    with suppress(OSError, ValueError), Path(file).open(encoding="utf-8-sig", newline="\n") as stream:
        for number, line in enumerate(stream, 1):
            header = header or line.strip("\r\n")
            for place in [each for each, lines in reading.items() if _ended(each, lines, line)]:
                yield from _piece(place, reading.pop(place), header)
            for lines in reading.values():
                lines.append(line)
            reading |= {place: [line] for place in by_line.get(number, ())}
        for place, lines in reading.items():
            yield from _piece(place, lines, header)


def _ended(place: Position, lines: Sequence[str], line: str) -> bool:
    """Whether what begins at a place has ended before this line."""
    if len(lines) >= LONGEST:
        return True
    if place.file.endswith(".yaml"):
        said = line.lstrip(" ")
        return len(line) - len(said) < place.column - 1 and not said.startswith(("#", "\r", "\n"))
    return not place.file.endswith(".csv") or "".join(lines).count('"') % 2 == 0


def _piece(place: Position, lines: list[str], header: str) -> Iterator[tuple[Position, Piece]]:
    record = read_again(place, lines, header)
    if isinstance(record, Record):
        yield place, (lines, record)


def _found(spot: Spot, lines: Sequence[str], record: Record, slot: Slot) -> tuple[Position, int] | None:
    ways = chain((_to_value(record, key, spot.text, slot) for key in spot.keys),
                 (_to_key(record, name, slot) for name in spot.names))  # fmt: skip
    for steps, text in filter(None, ways):
        place = record.locate(steps)
        rest = lines[place.line - spot.record.line][place.column - 1 :]
        quoted = _QUOTED.match(rest)
        width = len(quoted[0]) if quoted else len(text) if rest.startswith(text) else 0
        return place, place.column + width if width else 0
    return None


def _to_value(record: Record, key: str, text: str | None, slot: Slot) -> tuple[Steps, str] | None:
    """The way to a value, and what is written there."""
    if not (found := _field(record, key, slot)):
        return None
    way, value = found
    for number, item in enumerate(value) if isinstance(value, list) else ():
        if str(item) == text:
            return (*way, number), str(item)
    return way, value if isinstance(value, str) else ""


def _to_key(record: Record, name: str, slot: Slot) -> tuple[Steps, str] | None:
    found = _field(record, name, slot)
    return ((*found[0], KEY), str(found[0][-1])) if found else None


def _field(record: Record, key: str, slot: Slot) -> tuple[Steps, Tree] | None:
    """The way to a field of the record or one of its qualifiers, and its value."""
    for way, fields in (((), record.fields), (("qualifiers",), record.fields.get("qualifiers"))):
        for name, value in fields.items() if isinstance(fields, Mapping) else ():
            if value is not None and (name == key or slot(name) == key):
                return (*way, name), value
    return None
