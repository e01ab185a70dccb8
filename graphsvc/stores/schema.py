"""Constraints and indexes: the static core of `cypher/constraints.cypher`, and those of one ontology."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from graphsvc.plan.names import ABSENT, quote
from graphsvc.plan.vocabulary import Vocabulary
from graphsvc.resources import cypher


class Definition(NamedTuple):
    """One constraint or index. The statement does nothing where it exists."""

    name: str
    statement: str


def schema_cypher(vocabulary: Vocabulary) -> str:
    """Everything a DBA needs to run before a load, as one script."""
    own = [f"{definition.statement};" for definition in ontology_definitions(vocabulary)]
    head = f"// What {vocabulary.ontology.name} adds: each class by id, by name and by the slots that are sorted by."
    return "\n".join([cypher("constraints.cypher"), head, "", *own, ""])


def definitions(vocabulary: Vocabulary, labels: Collection[str]) -> tuple[Definition, ...]:
    """The static core, and what the ontology says of these labels: one without data needs no index."""
    return (*static_definitions(), *ontology_definitions(vocabulary, labels))


def static_definitions() -> Iterator[Definition]:
    for found in re.finditer(
        r"^CREATE (?:CONSTRAINT|(?:FULLTEXT )?INDEX) (\w+) [^;]+", cypher("constraints.cypher"), re.MULTILINE
    ):
        yield Definition(found[1], found[0])


def ontology_definitions(vocabulary: Vocabulary, labels: Collection[str] | None = None) -> Iterator[Definition]:
    for label, type_ in vocabulary.classes.items():
        if labels is None or label in labels:
            marked = [(source + ABSENT,) for source in type_.sorted_by]
            yield from (_index(label, sources) for sources in (*type_.indexes, *marked))


def _index(label: str, sources: tuple[str, ...]) -> Definition:
    name = f"graphsvc_{label}_{'_'.join(sources or ['id'])}"
    keys = ", ".join(f"n.{quote(source)}" for source in (*sources, "id"))
    return Definition(name, f"CREATE INDEX {quote(name)} IF NOT EXISTS FOR (n:{quote(label)}) ON ({keys})")
