"""What a file says before anyone knows what it means: records of plain values, each with its places.

`formats` makes `Record`s, `normalise` turns them into entities, statements and documents with the converters
here, which raise `Fault` at the first thing in a record that cannot be read.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from graphsvc.errors import Position
from graphsvc.records import REJECTIONS, Rejection
from graphsvc.values import INTEGERS, Raw, did_you_mean, shorten

KNOWN = 10_000
"""Numbers that are read once however often they stand in a file."""
MAX_ID = 1000
"""The longest id, in characters: a database index holds no key of more than about 8,000 bytes."""

Tree = str | bool | None | list["Tree"] | dict[str, "Tree"]
Fields = Mapping[str, Tree]
Path = tuple[str | int, ...]
Reader = Callable[[Tree], Any]
Locate = Callable[[Path], Position]
T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)

KEY = "?"
"""The last step of a path that leads to a key, not to its value."""

_BAD_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ID = re.compile(rf"[^\s\U00010000-\U0010ffff]{{1,{MAX_ID}}}")
_NAME = re.compile(rf"[^\U00010000-\U0010ffff]{{0,{MAX_ID}}}")
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_NUMBER = re.compile(
    rf"(?:{_INTEGER.pattern}(?:\.[0-9]+)?|[-+]?\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
    r"|\.(?:nan|NaN|NAN)|NaN|[-+]?(?:\.(?:inf|Inf|INF)|Infinity)"
)
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


class Plain(str):
    """A scalar without quotes: text where text is asked for, else the number or boolean it looks like."""

    __slots__ = ()


class Fault(Exception):
    """Why a record cannot be read; `path` leads from the record to the place."""

    def __init__(self, rule: str, message: str, way_out: str, *path: str | int) -> None:
        assert rule in REJECTIONS, rule
        super().__init__(message)
        self.rule, self.message, self.way_out, self.path = rule, message, way_out, path

    def rejection(self, locate: Locate, fields: Fields) -> Rejection:
        id = given if isinstance(given := fields.get("id"), str) and not _BAD_TEXT.search(given) else None
        return Rejection(self.rule, self.message, self.way_out, locate(self.path), id and str(id))


class Record(NamedTuple):
    """One record: its fields as the file gives them, where it begins, and how to find a place in it.

    `locate(path)` gives the position of the value at a path, or of its key if the path ends with `KEY`; where
    the path leads further than the file knows, that of the last place on the way. `cells`: the fields are those of
    a table, where `|` may separate several values.
    """

    fields: Fields
    position: Position
    locate: Locate
    cells: bool = False


# Fields


def take(fields: Fields, readers: Mapping[str, Reader], kind: str, *needed: str) -> dict[str, Any]:
    """What a record says, each field read by the reader of its key: None where it says nothing."""
    found: dict[str, Any] = dict.fromkeys(readers)
    for key, value in fields.items():
        if key not in readers:
            way_out = did_you_mean(key, list(readers), f"Use {', '.join(readers)}.")
            raise Fault("unknown-key", f"Unknown key {shorten(key)} in this {kind}.", way_out, key, KEY)
        if value is not None:
            try:  # like `under`, without a call for each field
                found[key] = readers[key](value)
            except Fault as fault:
                fault.path = (key, *fault.path)
                raise
    need(found, kind, *needed)
    return found


def need(found: Mapping[str, Any], kind: str, *needed: str) -> None:
    for key in needed:
        if found.get(key) is None:
            raise Fault("missing-key", f"This {kind} has no '{key}'.", f"Add '{key}': every {kind} needs it.")


def under(step: str | int, reader: Callable[[Tree], T], value: Tree) -> T:
    """What the reader makes of the value one step further in, which a fault names."""
    try:
        return reader(value)
    except Fault as fault:
        fault.path = (step, *fault.path)
        raise


def many(reader: Callable[[Tree], T]) -> Callable[[Tree], tuple[T, ...]]:
    """A reader of lists, or of the one value that stands for a list of one; absent items are left out."""

    def read(value: Tree) -> tuple[T, ...]:
        if not isinstance(value, list):
            return () if value is None else (reader(value),)
        try:
            return tuple([reader(item) for item in value if item is not None])
        except Fault:  # once more, to name the item
            return tuple([under(at, reader, item) for at, item in enumerate(value) if item is not None])

    return read


# Values of a field


def text(value: Tree) -> str:
    if type(value) is str and value.isprintable():
        return value
    if not isinstance(value, str):
        raise Fault("wrong-type", "This must be one text.", "Write one text, in quotes if it is true or false.")
    if bad := _BAD_TEXT.search(value):
        raise Fault("bad-text", f"The text holds the character U+{ord(bad[0]):04X}.", "Remove it.")
    return str(value)


def identifier(value: Tree) -> str:
    if type(value) is str and value.isascii() and value.isprintable() and " " not in value and 0 < len(value) <= MAX_ID:
        return sys.intern(value)  # most ids stand in many records
    found = text(value)
    if not _ID.fullmatch(found):
        way_out = f"Write 1 to {MAX_ID} letters, digits and punctuation, no spaces and nothing beyond U+FFFF."
        raise Fault("bad-id", f"{shorten(found)} cannot be an id.", way_out)
    return sys.intern(found)


def predicate_name(value: Tree) -> str:
    """Like an id, for what an ontology may know by another spelling: `related to`."""
    return _known_predicate(value) if isinstance(value, str) else _predicate(value)


def _predicate(value: Tree) -> str:
    found = text(value)
    if not _NAME.fullmatch(found):
        way_out = f"Write at most {MAX_ID} characters, and nothing beyond U+FFFF."
        raise Fault("bad-name", f"{shorten(found)} cannot be the name of a predicate.", way_out)
    return found


_known_predicate = lru_cache(KNOWN)(_predicate)


def scalar(value: Tree) -> Raw:
    """One value as the file means it: text, a 64-bit integer, an exact decimal, or a boolean."""
    if type(value) is Plain:
        return _meant(value)
    return value if isinstance(value, bool) else text(value)


@lru_cache(KNOWN)
def _meant(value: Plain) -> Raw:
    if value.isdigit() and value.isascii() and value[0] != "0" and len(value) < 19:
        return int(value)
    if value in _BOOLEANS:
        return _BOOLEANS[value]
    return _number(value) if _NUMBER.fullmatch(value) else text(value)


def textual(value: Tree) -> Raw:
    """Like `scalar`, for a slot of texts, dates or choices: what has no quotes stays as it is written."""
    return value if isinstance(value, bool) else text(value)


def one_of(choices: type[Choice], rule: str) -> Callable[[Tree], Choice]:
    names = [choice.value for choice in choices]

    def read(value: Tree) -> Choice:
        found = text(value)
        if found not in names:
            way_out = did_you_mean(found, names, f"Use one of {', '.join(names)}.")
            raise Fault(rule, f"{shorten(found)} is not one of {', '.join(names)}.", way_out)
        return choices(found)

    return read


def confidence(value: Tree) -> float:
    return _known_confidence(value) if type(value) is Plain else _confidence(value)


def _confidence(value: Tree) -> float:
    found = scalar(value)
    if isinstance(found, bool | str) or not 0 <= found <= 1:
        raise Fault("bad-confidence", f"The confidence {shorten(found)} is not from 0 to 1.", "Write it like 0.8.")
    return float(found) + 0.0  # no -0.0, as `values.plain`


_known_confidence = lru_cache(KNOWN)(_confidence)


def mapping(value: Tree) -> dict[str, Tree]:
    if not isinstance(value, dict):
        raise Fault("wrong-type", "This must be a mapping.", "Write keys and values.")
    return value


def _number(written: str) -> int | Decimal:
    with suppress(InvalidOperation):  # an exponent beyond all bounds, or YAML's own words for what is no number
        if _INTEGER.fullmatch(written):
            if len(written) <= len(str(INTEGERS.start)) and int(written) in INTEGERS:
                return int(written)
        elif math.isfinite(double := float(number := Decimal(written))) and bool(double) == bool(number):
            return number
    way_out = "Use a finite number: an integer of 64 bits, or a decimal in the range of a double."
    raise Fault("bad-number", f"The number {shorten(written)} cannot be kept.", way_out)
