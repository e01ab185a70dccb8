"""Documents and references as rows, and how properties are named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from graphsvc.records import Document, Reference, Statement
from graphsvc.stores.rows import Properties, ReferenceRow
from graphsvc.values import ValueFault, parse_edtf, stored, stored_text


def present(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Without the properties that have no value."""
    return {name: value for name, value in properties.items() if value is not None and value != []}


def reference_rows(statement: Statement) -> tuple[ReferenceRow, ...]:
    """In the order of document and place, so that the order of files does not matter."""
    ordered = sorted(statement.references, key=_place)
    return tuple(ReferenceRow(statement.id, n, r.document, _reference(n, r)) for n, r in enumerate(ordered))


def _place(reference: Reference) -> tuple[str, tuple[int, ...], str, str, str]:
    locator = reference.locator or ""
    numbers = tuple(map(int, re.findall(r"\d{1,18}", locator)))
    return reference.document, numbers, locator, reference.digest or "", reference.via or ""


def _reference(number: int, reference: Reference) -> Properties:
    return _cited(number, reference.locator, reference.digest, reference.via, reference.retrieved)


@lru_cache(maxsize=4096)
def _cited(number: int, *said: str | None) -> Properties:
    """One for all references that say no more than another: in bulk they only name a document."""
    names = ("locator", "digest", "via", "retrieved")
    return {"number": number} | present(dict(zip(names, said, strict=True)))


def document_row(document: Document) -> Properties:
    names = ("id", "title", "publisher", "url", "published", "sha256")
    properties = present({name: getattr(document, name) for name in names})
    properties |= keyed("title", document.title) | keyed("publisher", document.publisher)
    if document.published is not None:
        try:
            properties |= suffixed("published", stored(parse_edtf(document.published)))
        except ValueFault:
            del properties["published"]  # a finding names it; it shows nowhere else
    return properties


def keyed(name: str, text: str | None) -> dict[str, Any]:
    """A text with its keys."""
    return {} if text is None else suffixed(name, stored_text(text))


def suffixed(name: str, kept: Mapping[str, Any]) -> dict[str, Any]:
    """What is stored for a value (`values.stored`) under the names of properties."""
    return {_joined(name, suffix): value for suffix, value in kept.items()}


@cache
def _joined(name: str, suffix: str) -> str:
    """One text for all rows that have the property."""
    return name + suffix
