"""Where in a document a statement is found, and a digest that shows when the text has changed.

A locator reads `p3:120-180`: the third paragraph, and in it the code points 120 to 179 of the document. A paragraph is
a line that is not blank, counted from 1; lines end with LF, CRLF or CR. The range is half open and counts from the
start of the raw text, decoded as UTF-8 without newline translation; the paragraph is there for the human eye, and a
check that both belong to the same text. A span stays inside one paragraph: what goes beyond is cited in two pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

LOCATOR = re.compile(r"p([1-9][0-9]{0,8}):(0|[1-9][0-9]{0,17})-([1-9][0-9]{0,17})")
LINE = re.compile(r"[^\r\n]+")


class CitationError(ValueError):
    """A locator that is not one, or that does not fit its document; or a span that cannot be cited."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of a document: where it is, and the SHA-256 of its UTF-8 bytes in hexadecimal."""

    locator: str
    digest: str


@dataclass(frozen=True, slots=True)
class Locator:
    """A parsed locator: `paragraph` counts from 1, `[start, end)` are code points of the document."""

    paragraph: int
    start: int
    end: int

    def __str__(self) -> str:
        return f"p{self.paragraph}:{self.start}-{self.end}"


def cite(text: str, span: str) -> list[Citation]:
    """Every place where `span` occurs in `text`, in order and overlapping ones too; none if it does not occur."""
    if not span.strip():
        raise CitationError("The span is empty; give the words that carry the fact.")
    if "\n" in span or "\r" in span:
        raise CitationError("The span crosses a line end, and a citation stays in one paragraph; cite each piece.")
    return [
        Citation(str(Locator(number, start, start + len(span))), digest(span))
        for number, (first, last) in enumerate(_paragraphs(text), start=1)
        for start in _occurrences(text, span, first, last)
    ]


def parse_locator(locator: str) -> Locator:
    """Read `p<paragraph>:<start>-<end>`."""
    found = LOCATOR.fullmatch(locator)
    if found is None:
        raise CitationError(f"{locator!r} is no locator; write p<paragraph>:<start>-<end>, such as 'p3:120-180'.")
    paragraph, start, end = map(int, found.groups())
    if start >= end:
        raise CitationError(f"Locator {locator!r} ends where it starts or before; the end must be greater.")
    return Locator(paragraph, start, end)


def span_at(text: str, locator: str) -> str:
    """What `locator` points at in `text`."""
    wanted = parse_locator(locator)
    if wanted.end > len(text):
        raise CitationError(f"Locator {locator!r} ends beyond the document, which has {len(text)} code points.")
    paragraphs = list(_paragraphs(text))
    if wanted.paragraph > len(paragraphs):
        raise CitationError(f"Locator {locator!r} names a paragraph of a document that has {len(paragraphs)}.")
    first, last = paragraphs[wanted.paragraph - 1]
    if not first <= wanted.start < wanted.end <= last:
        raise CitationError(f"Locator {locator!r} leaves its paragraph, which is {first}-{last}.")
    return text[wanted.start : wanted.end]


def find_digest(text: str, length: int, wanted: str) -> str | None:
    """The locator of a span of that length with that digest, if there is one: a hash for each character."""
    for number, (first, last) in enumerate(_paragraphs(text), start=1):
        for start in range(first, last - length + 1):
            if digest(text[start : start + length]) == wanted:
                return str(Locator(number, start, start + length))
    return None


def digest(span: str) -> str:
    """The SHA-256 of the span's UTF-8 bytes: 64 hexadecimal digits."""
    return sha256(span.encode()).hexdigest()


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    return (line.span() for line in LINE.finditer(text) if not line.group().isspace())


def _occurrences(text: str, span: str, first: int, last: int) -> Iterator[int]:
    start = text.find(span, first, last)
    while start >= 0:
        yield start
        start = text.find(span, start + 1, last)
