"""Neo4j -> the records it was loaded from, as far as it holds them; and where its rows and records part.

What a database does not keep: files and lines, classes that the ontology does not have, duplicates, rejected
records, the names of documents' text files, and publication dates that are no dates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from itertools import chain
from typing import Any

import orjson

from graphsvc.errors import Position, StoreMismatch
from graphsvc.linkml import read_sources
from graphsvc.load.changes import KINDS, Element, Key, Relationship, expected, found, same
from graphsvc.load.run import script
from graphsvc.memory import growing
from graphsvc.ontology import Ontology
from graphsvc.plan.naming import build_vocabulary
from graphsvc.records import Dataset, Document, Entity, Rank, Reference, Statement, ValueKind
from graphsvc.stores.neo4j import Neo4jStore
from graphsvc.stores.neo4j import Statement as Cypher
from graphsvc.stores.rows import Projection, Properties
from graphsvc.values import Raw

ONE = {"documents": "document", "entities": "entity", "statements": "statement", "conflicts": "conflict",
       "findings": "finding", "references": "reference", "relations": "relation"}  # fmt: skip
Row = Mapping[str, Any]
Place = Callable[[str, str], Position]


def read_back(store: Neo4jStore) -> Dataset:
    """All records of a database, placed by its address, their kind and their id. Raises StoreError."""
    node = store.loaded()
    ontology = read_sources(node.ontology)

    def place(kind: str, id: str) -> Position:
        return Position(f"{store.uri} {kind} {id}")

    with growing():
        references = _references(store, place)
        entities = tuple(_entities(store, ontology, place))
        statements = tuple(_statement(row, references, place) for row in _rows(store, "statements"))
        documents = tuple(_document(row, place) for row in _rows(store, "documents"))
    _refuse_torn(store, node.revision)
    return Dataset(node.id, ontology, entities, statements, documents)


def findings_there(store: Neo4jStore) -> Mapping[str, Properties]:
    """The findings that a database was loaded with, by id. Raises StoreError."""
    return dict(sorted((row["id"], dict(row)) for row in _rows(store, "findings")))


def differences(projection: Projection, store: Neo4jStore) -> Iterator[tuple[str, str, str, bool, bool]]:
    """Each row that is not as it should be: kind, id, what is wrong, whether it should be there, whether it is.

    Raises StoreError; StoreMismatch if the database holds another dataset.
    """
    node = store.loaded()
    if node.id != projection.dataset:
        message = f"The database holds the dataset {node.id}, not {projection.dataset}."
        raise StoreMismatch(message, "Name the database that this dataset was loaded into.")
    for kind in KINDS:
        should = expected(projection, kind)
        there: dict[Key, Element] = {}
        for at, key, element in (found(kind, record) for record in store.rows(Cypher(script()[f"read {kind}"]))):
            there[at if key is None or key in there else key] = element
        for key in sorted(should.keys() | there.keys(), key=str):
            wanted, actual = should.get(key), there.get(key)
            if not (wanted and actual and (same(wanted, actual) or _moved(kind, wanted, actual))):
                what = f"The {_named(kind, key, wanted or actual)} {_fault(wanted, actual)}"
                yield ONE[kind], key if isinstance(key, str) else key[0], what, wanted is not None, actual is not None
    _refuse_torn(store, node.revision)


def places(dataset: Dataset, projection: Projection) -> Mapping[str, Position]:
    """Where each row comes from: its record, or the first of the statements that it was made of."""
    found: dict[str, Position] = {}
    kinds: tuple[Sequence[Entity | Document | Statement], ...] = dataset.entities, dataset.documents, dataset.statements
    for record in chain.from_iterable(kinds):
        found.setdefault(record.id, record.position)
    for id, row in projection.statements.items():
        found.setdefault(row["claim"], found[id])
    return found | {id: found[row["statements"][0]] for id, row in projection.conflicts.items()}


def _named(kind: str, key: Key, element: Element | None) -> str:
    if isinstance(key, tuple):
        return f"reference {key[1]} of the statement '{key[0]}'"
    if isinstance(element, Relationship):
        return f"relation {element.type} from '{element.start}' to '{element.end}'"
    return f"{ONE[kind]} '{key}'"


def _fault(wanted: Element | None, actual: Element | None) -> str:
    if actual is None:
        return "is not in the database"
    if wanted is None:
        return "is in the database and follows from no record"
    parts = wanted.properties.keys() | actual.properties.keys()
    names = sorted(name for name in parts if wanted.properties.get(name) != actual.properties.get(name))
    return f"is another one in the database: it differs in {', '.join(names) or 'its labels or ends'}"


def _moved(kind: str, wanted: Element, actual: Element) -> bool:
    """Whether it is a finding that an edit elsewhere in its file has moved."""
    here, there = (dict(each.properties, line=0, column=0) for each in (wanted, actual))
    return kind == "findings" and here == there


def _refuse_torn(store: Neo4jStore, revision: int) -> None:
    if store.loaded().revision != revision:
        raise store.busy(None)


def _rows(store: Neo4jStore, kind: str) -> Iterator[Row]:
    """The properties of the nodes of a kind that have an id of ours, by id."""
    nodes = (found(kind, record) for record in store.rows(Cypher(script()[f"read {kind}"])))
    rows = [node.element.properties for node in nodes if isinstance(node.key, str)]
    return iter(sorted(rows, key=lambda row: str(row["id"])))


def _entities(store: Neo4jStore, ontology: Ontology, place: Place) -> Iterator[Entity]:
    """The class is the one that the type in the API stands for."""
    classes = {names.name: name for name, names in build_vocabulary(ontology).by_class.items()}
    for row in _rows(store, "entities"):
        categories = tuple(filter(None, (classes.get(row.get("type", "")),)))
        aliases, external_ids = (tuple(row.get(name, ())) for name in ("aliases", "external_ids"))
        yield Entity(row["id"], categories, row.get("name"), aliases, external_ids, place("entity", row["id"]))


def _references(store: Neo4jStore, place: Place) -> Mapping[str, list[Reference]]:
    """Statement -> its references in order."""
    numbered: defaultdict[str, list[tuple[int, Reference]]] = defaultdict(list)
    for _, _, statement, document, row in store.rows(Cypher(script()["read references"])):
        locator, digest, via, retrieved = map(row.get, ("locator", "digest", "via", "retrieved"))
        reference = Reference(document, locator, digest, via, retrieved, place("statement", statement))
        numbered[statement].append((row.get("number", 0), reference))
    return {id: [each for _, each in sorted(some, key=lambda one: one[0])] for id, some in numbered.items()}


def _statement(row: Row, references: Mapping[str, list[Reference]], place: Place) -> Statement:
    qualifiers: defaultdict[str, list[Raw]] = defaultdict(list)
    for name, value, text in orjson.loads(row.get("qualifiers", "[]")):
        qualifiers[name].append(_raw(value, text))
    return Statement(
        row["id"],
        row.get("subject", ""),
        row.get("predicate", ""),
        row.get("object"),
        _raw(row["value"], row.get("text", "")) if "value" in row else None,
        ValueKind(row.get("value_kind", ValueKind.VALUE)),
        tuple((name, tuple(values)) for name, values in qualifiers.items()),
        Rank(row.get("rank", Rank.NORMAL)),
        row.get("confidence"),
        tuple(references.get(row["id"], ())),
        place("statement", row["id"]),
    )


def _raw(value: object, text: str) -> Raw:
    """What the record said: exactly, so a double by its text."""
    if isinstance(value, float):
        with suppress(InvalidOperation):  # `14.3 ± 0.5`
            number = Decimal(text)
            return number if str(number) == text else text
    return value if isinstance(value, bool | int) else text


def _document(row: Row, place: Place) -> Document:
    title, publisher, url, published, sha256 = map(row.get, ("title", "publisher", "url", "published", "sha256"))
    return Document(row["id"], title, publisher, url, published, sha256, None, place("document", row["id"]))
