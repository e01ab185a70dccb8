"""Constraints and indexes: the static core of `cypher/constraints.cypher`, and those of one ontology."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from graphsvc.plan.names import quote
from graphsvc.plan.vocabulary import ClassType, Vocabulary
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
            yield _index(label, ("id",))
            yield from (_index(label, (source, "id")) for source in _sorted_by(vocabulary, type_))


def _sorted_by(vocabulary: Vocabulary, type_: ClassType) -> Iterator[str]:
    yield "name__key"
    for name, slot in vocabulary.ontology.attributes(type_.cls.name).items():
        field = vocabulary.value_fields[name]
        if slot.annotations.get("sort") and field.sortable:
            yield field.sort_source


def _index(label: str, sources: tuple[str, ...]) -> Definition:
    name = f"graphsvc_{label}_{sources[0]}"
    keys = ", ".join(f"n.{quote(source)}" for source in sources)
    return Definition(name, f"CREATE INDEX {quote(name)} IF NOT EXISTS FOR (n:{quote(label)}) ON ({keys})")
