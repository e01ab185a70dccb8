"""The data that moves between all parts: frozen, as the files state it, each with its position.

A value is `Raw`: just what the file says, before the ontology gives it a type. Numbers with a fraction
or an exponent are `Decimal`, so that checks are exact; dates stay text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from graphsvc.errors import Position
from graphsvc.ontology import Ontology
from graphsvc.values import Raw, raw_text


class Rank(StrEnum):
    """How much the curator trusts a statement (Wikibase). Best rank: preferred if any, else normal."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class ValueKind(StrEnum):
    """What a statement says of its value (Wikibase snak types)."""

    VALUE = "value"
    SOME_VALUE = "some_value"
    NO_VALUE = "no_value"


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing with an id, a class, a name, aliases and external ids. These are not statements.

    `categories` holds the classes as the file gives them, normalised to ontology names where known
    (`biolink:Gene` -> `Gene`); the most specific known one counts.
    """

    id: str
    categories: tuple[str, ...]
    name: str | None
    aliases: tuple[str, ...]
    external_ids: tuple[str, ...]
    position: Position


make = tuple.__new__
"""A named tuple of all its fields in order. Its own constructor takes twice as long, and files hold millions."""


class Reference(NamedTuple):
    """A document, and where in it: locator and sha256 digest of the cited span, and whom it cites itself."""

    document: str
    locator: str | None
    digest: str | None
    via: str | None
    retrieved: str | None
    position: Position


class Statement(NamedTuple):
    """Subject, predicate, and an object (an entity's id) or a value, with qualifiers, rank and references.

    Just one of `object` and `value` is set if `value_kind` is VALUE; else neither. `qualifiers` are
    (slot, values) in the file's order, values always a tuple. `confidence` lies in 0..1.
    """

    id: str
    subject: str
    predicate: str
    object: str | None
    value: Raw | None
    value_kind: ValueKind
    qualifiers: tuple[tuple[str, tuple[Raw, ...]], ...]
    rank: Rank
    confidence: float | None
    references: tuple[Reference, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Document:
    """A source. `file` names its text in the directory that `check --documents` is given."""

    id: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    sha256: str | None
    file: str | None
    position: Position


REJECTIONS: Mapping[str, str] = {
    "unreadable-record": "The record is not one mapping of keys to values in its file's format.",
    "unknown-key": "The record has a key that records of its kind do not have.",
    "duplicate-key": "The record gives the same key twice.",
    "missing-key": "The record lacks a key that it needs.",
    "wrong-type": "A field holds another kind of value than it should.",
    "bad-text": "A text holds a control character, a lone surrogate, U+FFFE or U+FFFF.",
    "bad-id": "An id is empty, too long, or holds white space or a character beyond the Basic Multilingual Plane.",
    "bad-name": "The name of a predicate, or of a node's column, is too long or holds a character beyond U+FFFF.",
    "bad-number": "A number is not finite, or fits neither 64 bits nor a double.",
    "bad-rank": "A rank is not one of preferred, normal, deprecated.",
    "bad-value-kind": "A value kind is not one of value, some_value, no_value.",
    "bad-confidence": "A confidence is not a number from 0 to 1.",
    "object-and-value": "A statement gives more than one of object, value and an unknown or absent value.",
    "differing-duplicate": "Statements without an id say the same, but differ in rank, confidence or type of value.",
    "unknown-file": "A file is named like a record file, in a format that is not read.",
}
"""Every rule that a `Rejection` may name, and what is wrong when it does."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A record that could not be read at all. It never stops the rest. `id` is the record's, if that could be read."""

    rule: str
    message: str
    way_out: str
    position: Position
    id: str | None = None


class Spot(NamedTuple):
    """What in the record that begins at `record` is meant: of the fields and qualifiers, by the ontology's spelling,
    the value of the first of `keys` that is there, in a list the item that reads `text`; else the first of `names`.
    """

    record: Position
    keys: tuple[str, ...]
    text: str | None = None
    names: tuple[str, ...] = ()


Locate = Callable[[Iterable[Spot]], Mapping[Spot, tuple[Position, int]]]
"""Finds where spots begin, and the column after them, 0 if unknown; those that are not found are left out."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """All that one dataset directory says. `id` is the ontology's name; ids may still be duplicates.

    Records keep their own positions only; `locate` finds those of what they say.
    """

    id: str
    ontology: Ontology
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    documents: tuple[Document, ...]
    rejections: tuple[Rejection, ...] = ()
    files: tuple[str, ...] = field(default=())
    locate: Locate = field(default=lambda _: {}, compare=False, repr=False)


def stable_id(*parts: str) -> str:
    """26 hexadecimal digits from the parts: 104 bits of sha256, the same on every machine."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:26]


def as_part(several: Iterable[str]) -> str:
    """What makes several texts one part of a stable id."""
    return "\x1e".join(several)


def statement_id(
    dataset: str, subject: str, predicate: str, target: str, qualifiers: Iterable[tuple[str, Iterable[Raw]]]
) -> str:
    """The id of a statement that its record does not name: a hash of what it says.

    `target` is `object:<id>`, `value:<text>`, or the value kind.
    """
    said = sorted([f"{name}={raw_text(value)}" for name, values in qualifiers for value in values])
    return stable_id(dataset, subject, predicate, target, as_part(said))
