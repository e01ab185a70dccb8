"""Files -> records, one at a time and with their places: YAML lists, JSON Lines, CSV and TSV.

Numbers stay as written (`Plain`) in every format, so that they are read exactly, and all in the same way.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from graphsvc.errors import DatasetError, Position
from graphsvc.load.raw import KEY, Fault, Plain, Record, Tree
from graphsvc.load.raw import Path as Steps
from graphsvc.records import Rejection, make
from graphsvc.values import shorten

MAX_LINE = 10_000_000
"""The longest line of a record file, in bytes."""

MAX_DEPTH = 50
"""The deepest nesting of a YAML file, where records need four: the parser's time grows with its square."""

csv.field_size_limit(MAX_LINE)

Tell = Callable[[int], None]
Event = Any  # the stubs hold that an event may lack what all events of the C parser have


def read_records(path: Path, needed: Sequence[str], tell: Tell = lambda _: None) -> Iterator[Record | Rejection]:
    """The records of a file in order, in the format that its suffix names.

    `needed` are the columns that a table must have; `tell` takes the bytes of each line. Raises `DatasetError` if
    the file as a whole cannot be used.
    """
    if path.suffix == ".jsonl":
        return (_json_record(path, number, line.rstrip()) for number, line in _lines(path, tell) if not line.isspace())
    return _table(path, needed, tell) if path.suffix in _CELL else _yaml_records(path, tell)


def _lines(path: Path, tell: Tell) -> Iterator[tuple[int, str]]:
    """The lines with their numbers from 1 and their ends, at most `MAX_LINE` bytes of the file at a time."""
    number, blank = 0, True
    try:
        if not path.is_file():
            raise _unusable(path, "This is not a regular file.", "Put the records into a file.")
        with path.open("rb") as stream:
            while line := stream.readline(MAX_LINE + 1):
                number += 1
                if len(line) > MAX_LINE:
                    message = f"The line is longer than {MAX_LINE:,} bytes."
                    raise _unusable(path, message, "Write one record a line, each below that.", number, 1)
                blank = blank and not line.strip()
                tell(len(line))
                yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        column = len(error.object[: error.start].decode()) + 1
        message = f"The file is not UTF-8: byte 0x{error.object[error.start]:02X}."
        raise _unusable(path, message, "Save the file as UTF-8.", number, column) from None
    except OSError as error:
        raise _unusable(path, f"The file cannot be read: {error.strerror}.", "Make it readable.") from None
    if blank:
        raise _unusable(path, "The file is empty.", "Write records into it, or remove the file.")


def _unusable(path: Path, message: str, way_out: str, line: int = 0, column: int = 0) -> DatasetError:
    return DatasetError(message, way_out, Position(str(path), line, column))


# YAML: events of the C parser, not nodes, which take six times as long


_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_FRAME = (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent, yaml.StreamEndEvent)
_TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")


def _yaml_records(path: Path, tell: Tell) -> Iterator[Record | Rejection]:
    events = _events("".join(line for _, line in _lines(path, tell)), path)
    anchors: dict[str, Tree] = {}
    for event in events:
        if isinstance(event, yaml.SequenceStartEvent):
            while not isinstance(first := next(events), yaml.SequenceEndEvent):
                yield _Composer(path, events, anchors).record(first)
        elif not isinstance(event, _FRAME):
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            message = "The file is not a list of records."
            raise _unusable(path, message, "Begin each record with '- ' at the margin.", line, column)


def _events(content: str, path: Path) -> Iterator[Event]:
    try:
        yield from yaml.parse(content, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        why = " ".join(filter(None, (error.context, error.problem)))
        line, column = (error.problem_mark.line + 1, error.problem_mark.column + 1) if error.problem_mark else (0, 0)
        way_out = "Correct this line or the one above it."
        raise _unusable(path, f"This is not YAML: {why}.", way_out, line, column) from None
    except yaml.reader.ReaderError as error:
        before = content.encode()[: error.position].decode()
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"YAML does not allow the character U+{error.character:04X}."
        raise _unusable(path, message, "Remove it.", line, column) from None


@dataclass
class _Composer:
    """The events of one record -> its values, and where they and their keys begin, by their paths.

    What cannot be read is noted and passed over, so that the next record is found.
    """

    path: Path
    events: Iterator[Event]
    anchors: dict[str, Tree] = field(default_factory=dict)
    places: dict[Steps, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def record(self, first: Event) -> Record | Rejection:
        fields = self.compose(first, ())
        if not isinstance(fields, dict):
            self.note((), "A record must be a mapping.", "Write 'key: value' lines after one '- '.")
        elif not self.faults:
            return Record(fields, self.locate(()), self.locate)
        return self.faults[0].rejection(self.locate, fields if isinstance(fields, dict) else {})

    def locate(self, steps: Steps) -> Position:
        while steps not in self.places:
            steps = steps[:-1]
        return Position(str(self.path), self.places[steps].line + 1, self.places[steps].column + 1)

    def note(self, steps: Steps, message: str, way_out: str) -> None:
        self.faults.append(Fault("unreadable-record", message, way_out, *steps))

    def compose(self, event: Event, steps: Steps) -> Tree:
        self.places[steps] = event.start_mark
        if type(event) is yaml.ScalarEvent:
            value = self.scalar(event, steps)
        elif type(event) is yaml.AliasEvent:
            if event.anchor not in self.anchors:
                self.note(steps, f"The alias '*{event.anchor}' has no anchor before it.", "Write the anchor with '&'.")
            return self.anchors.get(str(event.anchor))
        elif len(steps) >= MAX_DEPTH:
            message, place = f"The file is nested deeper than {MAX_DEPTH} levels.", event.start_mark
            raise _unusable(self.path, message, "Write records flat.", place.line + 1, place.column + 1)
        else:
            value = self.mapping(steps) if type(event) is yaml.MappingStartEvent else self.sequence(steps)
        if event.anchor:
            self.anchors[event.anchor] = value
        return value

    def scalar(self, event: Event, steps: Steps) -> Tree:
        if event.tag not in _TEXT_TAGS:
            self.note(steps, f"The tag {shorten(event.tag)} is not read.", "Remove it: the ontology gives types.")
        if event.style or event.tag:
            return str(event.value)
        return None if event.value in _NULLS else Plain(event.value)

    def sequence(self, steps: Steps) -> Tree:
        items: list[Tree] = []
        while type(event := next(self.events)) is not yaml.SequenceEndEvent:
            items.append(self.compose(event, (*steps, len(items))))
        return items

    def mapping(self, steps: Steps) -> Tree:
        fields: dict[str, Tree] = {}
        while type(event := next(self.events)) is not yaml.MappingEndEvent:
            key = str(event.value) if type(event) is yaml.ScalarEvent else KEY
            if type(event) is not yaml.ScalarEvent:
                self.compose(event, (*steps, KEY))
                self.note((*steps, KEY, KEY), "A key must be a text.", "Write 'key: value'.")
            self.places[*steps, key, KEY] = event.start_mark
            if key in fields:
                self.faults.append(_given_twice(key, *steps))
            fields[key] = self.compose(next(self.events), (*steps, key))
        return fields


def _given_twice(key: str, *steps: str | int) -> Fault:
    return Fault("duplicate-key", f"The key {shorten(key)} is given twice.", "Keep one of the two.", *steps, key, KEY)


# JSON Lines: places are found with the YAML parser, since JSON is YAML but for what `_NOT_YAML` holds


_NOT_YAML = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)|[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def _json_record(path: Path, number: int, line: str) -> Record | Rejection:
    place, locate = make(Position, (str(path), number, 1)), partial(_locate_in_json, path, number, line)
    try:
        fields, end = _JSON.raw_decode(line) if line.startswith("{") else (_JSON.decode(line), len(line))
        if end < len(line):
            raise json.JSONDecodeError("Extra data", line, end)
        if isinstance(fields, dict):
            return make(Record, (fields, place, locate, False))
        why = "it is another value"
    except json.JSONDecodeError as error:
        why, place = error.msg, Position(str(path), number, error.colno)
    except RecursionError:
        why = "it is nested too deep"
    except Fault as fault:
        fields = {}
        with suppress(json.JSONDecodeError):  # the line may have more faults than this one
            fields = json.loads(line) if "id" not in fault.path else {}
        return fault.rejection(locate, fields if isinstance(fields, dict) else {})
    message = f"The line is not a JSON object: {why}."
    return Rejection("unreadable-record", message, "Write one JSON object a line.", place)


def _unique(pairs: list[tuple[str, Tree]]) -> dict[str, Tree]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise _given_twice(Counter(key for key, _ in pairs).most_common(1)[0][0])
    return fields


_JSON = json.JSONDecoder(object_pairs_hook=_unique, parse_float=Plain, parse_int=Plain, parse_constant=Plain)


def _locate_in_json(path: Path, number: int, line: str, steps: Steps) -> Position:
    masked = _NOT_YAML.sub(lambda found: "_" * len(found[0]), line.replace("\t", " "))
    composer = _Composer(path, islice(_events(masked, path), 2, None))
    with suppress(DatasetError):  # nested deeper than YAML may be: the places up to there are known
        composer.compose(next(composer.events), ())
    return composer.locate(steps)._replace(line=number)


# CSV (quotes as in RFC 4180) and TSV (no quotes)


_CELL = {".csv": re.compile(r'(?:"(?:[^"]|"")*")?[^,]*,'), ".tsv": re.compile(r"[^\t]*\t")}
"""A cell and the delimiter after it."""


def _table(path: Path, needed: Sequence[str], tell: Tell) -> Iterator[Record | Rejection]:
    """The rows under a header. Empty cells are absent; blank lines are skipped."""
    rows = _rows(path, tell)
    header = _header(path, needed, *next(rows))
    for start, row, cells in rows:
        if isinstance(cells, csv.Error):
            message = f"This row of {max(row.count(chr(10)), 1)} lines is not CSV: {cells}."
            way_out = 'Write "" for a quote inside quotes, and close every quote.'
            yield Rejection("unreadable-record", message, way_out, start)
        elif len(cells) != len(header):
            message = f"The row has {len(cells)} cells, the header {len(header)}."
            way_out = "Give each column one cell; separate values by |."
            id = dict(zip(header, cells, strict=False)).get("id")
            yield Rejection("unreadable-record", message, way_out, start, id)
        else:
            fields: dict[str, Tree] = {name: Plain(cell) for name, cell in zip(header, cells, strict=True) if cell}
            yield Record(fields, start, partial(_locate_cell, _CELL[path.suffix], start, row, header), True)


def _rows(path: Path, tell: Tell) -> Iterator[tuple[Position, str, list[str] | csv.Error]]:
    """Where each row begins, its text as the file has it, and its cells."""
    taken: list[tuple[int, str]] = []

    def lines() -> Iterator[str]:
        for number, line in _lines(path, tell):
            taken.append((number, line))
            yield line

    if path.suffix == ".tsv":
        reader = csv.reader(lines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(lines(), strict=True)
    cells: list[str] | csv.Error | None = []
    while cells is not None:
        if cells:
            yield Position(str(path), taken[0][0], 1), "".join(line for _, line in taken), cells
        taken.clear()
        try:
            cells = next(reader, None)
        except csv.Error as error:
            cells = error


def _header(path: Path, needed: Sequence[str], start: Position, _row: str, cells: list[str] | csv.Error) -> list[str]:
    names = cells if isinstance(cells, list) else []
    faults = [f"is not CSV: {cells}"] if not names else []
    faults += [f"has no column {name!r}" for name in needed if name not in names]
    faults += [f"has several columns {name!r}" for name, times in Counter(names).items() if times > 1]
    if "" in names:
        faults.append("has a column without a name")
    if faults:
        way_out = "Begin with one line that names every column once."
        raise _unusable(path, f"The header {faults[0]}.", way_out, start.line, 1)
    return names


def _locate_cell(cell: re.Pattern[str], start: Position, row: str, header: list[str], steps: Steps) -> Position:
    starts = [0, *(found.end() for found in cell.finditer(row))]
    at = starts[header.index(str(steps[0]))] if steps else 0
    return Position(start.file, start.line + row.count("\n", 0, at), at - row.rfind("\n", 0, at))


# Again: places are not kept, so that whoever asks for one later gives the record's lines once more


def read_again(place: Position, lines: Sequence[str], header: str = "") -> Record | Rejection | None:
    """The record, or the mapping in a record, that begins at a place of a file.

    `lines` are its line and those after it up to its end; `header` is the first line of a table. None if there is none.
    """
    path, number = Path(place.file), place.line
    if path.suffix == ".jsonl":
        return _json_record(path, number, lines[0].rstrip())
    if path.suffix in _CELL:
        return _row_again(place, lines, header)
    text = " " * (place.column - 1) + "".join(lines)[place.column - 1 :]
    with suppress(DatasetError, StopIteration):  # the file may have become another one
        composer = _Composer(path, islice(_events(text, path), 2, None))
        fields = composer.compose(next(composer.events), ())  # an alias may be without its anchor here
        return Record(fields, place, partial(_shifted, composer, number)) if isinstance(fields, dict) else None
    return None


def _shifted(composer: _Composer, number: int, steps: Steps) -> Position:
    found = composer.locate(steps)
    return found._replace(line=found.line + number - 1)


def _row_again(place: Position, lines: Sequence[str], header: str) -> Record | None:
    path = Path(place.file)
    dialect: dict[str, Any] = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if path.suffix == ".tsv" else {}
    names, cells = (next(csv.reader(each, **dialect), []) for each in ([header], lines))
    fields: dict[str, Tree] = {name: Plain(cell) for name, cell in zip(names, cells, strict=False) if cell}
    return Record(fields, place, partial(_locate_cell, _CELL[path.suffix], place, "".join(lines), names))
