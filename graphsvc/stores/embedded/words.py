"""The full-text index of the embedded store."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice, takewhile

from graphsvc.stores.rows import Properties


class Words:
    """Word -> the entities that have it, and all words in order."""

    def __init__(self, entities: Mapping[str, Properties]) -> None:
        self.entities: defaultdict[str, list[str]] = defaultdict(list)
        for id_, row in entities.items():
            for word in row.get("search", "").split():
                self.entities[word].append(id_)
        self.ordered = sorted(self.entities)

    def whole(self, word: str) -> Iterator[str]:
        """The ids of what has the word."""
        yield from self.entities.get(word, ())

    def starting(self, start: str) -> Iterator[str]:
        """The ids of what has a word that starts like this, some more than once."""
        further = islice(self.ordered, bisect_left(self.ordered, start), None)
        for word in takewhile(lambda one: one.startswith(start), further):
            yield from self.entities[word]
