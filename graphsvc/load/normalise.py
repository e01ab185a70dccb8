"""Records -> documents, entities and statements, by what the ontology knows. Pure; the first wrong thing is a `Fault`.

Nodes and edges follow the KGX convention: https://github.com/biolink/kgx/blob/master/specification/kgx-format.md
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any

from graphsvc.errors import Position
from graphsvc.load.raw import (
    KEY,
    Fault,
    Fields,
    Plain,
    Reader,
    Record,
    Tree,
    confidence,
    identifier,
    many,
    mapping,
    need,
    one_of,
    predicate_name,
    scalar,
    take,
    text,
    textual,
    under,
)
from graphsvc.ontology import Ontology
from graphsvc.records import Document, Entity, Rank, Reference, Statement, ValueKind, make, statement_id
from graphsvc.values import Raw, raw_text

Item = Document | Entity | Statement
Qualifiers = tuple[tuple[str, tuple[Raw, ...]], ...]
Column = Callable[[Tree], tuple[Raw, ...]]

SOURCES = ("primary_knowledge_source", "knowledge_source", "provided_by")
"""Where an edge or a node says who states it: the first that is there counts."""

_SOURCES = frozenset(SOURCES)
_VALUE, _NORMAL = ValueKind.VALUE, Rank.NORMAL
LIST_SEPARATOR = "|"

_TEXTS, _IDS = many(text), many(identifier)
_DOCUMENT: dict[str, Reader] = dict.fromkeys(("id", "title", "publisher", "url", "published", "sha256", "file"), text)
_DOCUMENT["id"] = identifier
_REFERENCE: dict[str, Reader] = dict.fromkeys(("document", "locator", "digest", "via", "retrieved"), text)
_REFERENCE["document"] = identifier
_ENTITY: dict[str, Reader] = dict.fromkeys(("id", "category", "name", "aliases", "external_ids"), _TEXTS)
_ENTITY |= {"id": identifier, "name": text}
_NODE = _ENTITY | {"synonym": _TEXTS, "xref": _TEXTS}
_EDGE: dict[str, Reader] = dict.fromkeys(("id", "subject", "predicate", "object"), identifier)
_EDGE["predicate"] = predicate_name
_JUDGEMENT: dict[str, Reader] = {"rank": one_of(Rank, "bad-rank"), "confidence": confidence}
_LISTS = {*_NODE, *SOURCES, "publications"} - {"id", "name"}


class Normaliser:
    """What the records of one dataset mean."""

    def __init__(self, ontology: Ontology) -> None:
        slots = [*ontology.slots.values(), *(slot for one in ontology.classes.values() for slot in one.slots.values())]
        names = {slot.name for slot in slots}
        self.dataset = ontology.name
        self._relations = {*ontology.predicates, *ontology.inverses}
        self.category = _naming(ontology.classes, ontology.default_prefix)
        self.slot = _naming([*(slot.name for slot in slots), *self._relations], ontology.default_prefix)
        self._single = names - {slot.name for slot in slots if slot.multivalued}
        typed = {name for name, type_ in ontology.types.items() if type_.base in ("integer", "decimal", "boolean")}
        as_written = {*names, *self._relations} - {slot.name for slot in slots if typed & {*slot.ranges}}
        self.values = cache(lambda slot: many(textual if slot in as_written else scalar))
        self.categories = cache(lambda given: tuple(map(self.category, given)))
        self._qualifier = cache(lambda key: self._column(text(key)))
        self._edge_column = cache(self._edge_column_of)
        self._node_column = cache(self._node_column_of)
        self._edge = _EDGE | {key: reader for key, reader in _JUDGEMENT.items() if key not in names}
        self._edge["publications"] = _IDS
        self.statement = _EDGE | _JUDGEMENT | {
            "value": lambda value: value,
            "value_kind": one_of(ValueKind, "bad-value-kind"),
            "qualifiers": lambda value: self._qualifiers(mapping(value)),
            "references": many(lambda value: take(mapping(value), _REFERENCE, "reference", "document")),
        }  # fmt: skip

    def of(self, kind: str) -> Callable[[Record], list[Item]]:
        """What makes the records of one kind of file into items."""
        kinds = (self.documents, self.entities, self.statements, self.nodes, self.edges)
        return {each.__name__: each for each in kinds}[kind]

    def documents(self, record: Record) -> list[Item]:
        return [Document(**take(record.fields, _DOCUMENT, "document", "id"), position=record.position)]

    def entities(self, record: Record) -> list[Item]:
        return [self._entity(take(record.fields, _ENTITY, "entity", "id"), record)]

    def statements(self, record: Record) -> list[Item]:
        """The statement of a record, or one for each item if its `value` is a list."""
        said = take(record.fields, self.statement, "statement", "subject", "predicate")
        said["predicate"] = slot = self.slot(said["predicate"])
        said["value"] = under("value", self.values(slot), said["value"])
        _check_target(said)
        given = record.fields.get("references")
        indices = [at for at, one in enumerate(given) if one is not None] if isinstance(given, list) else [0]
        places = (record.locate(("references", at)) for at in indices)
        references = (Reference(**one, position=at) for one, at in zip(said["references"] or (), places, strict=False))
        kind, qualifiers, rank = said["value_kind"] or _VALUE, said["qualifiers"] or (), said["rank"] or _NORMAL
        what = said["id"], said["subject"], slot, said["object"]
        how = kind, qualifiers, rank, said["confidence"], distinct(references), record.position
        return [self._state(*what, value, *how) for value in said["value"] or (None,)]

    def nodes(self, record: Record) -> list[Item]:
        """An entity, then a statement for each value in the columns that an entity does not have of its own.

        Those columns name attributes or relations; the statements cite the node's publications or provider.
        If there are none but these, they are what is stated, so that nothing is lost.
        """
        fields, place = self._with_lists(record), record.position
        said = take({key: fields[key] for key in fields if key in _NODE}, _NODE, "node", "id")
        extra = {key: value for key, value in fields.items() if key not in _NODE and value is not None}
        source = _source(extra)
        references = _cited(under("publications", _IDS, extra.get("publications")), source, extra, place)
        stated = {key: value for key, value in extra.items() if key not in (source, "publications")}
        if not stated:
            stated, references = extra, ()
        found: list[Item] = [self._entity(said, record)]
        how = _VALUE, (), _NORMAL, None, references, place
        for key, value in stated.items():
            slot, is_relation, read = self._node_column(key)
            for target in under(key, read, value):
                what = (target, None) if is_relation else (None, target)
                found.append(self._state(None, said["id"], slot, *what, *how))
        return found

    def _node_column_of(self, key: str) -> tuple[str, bool, Column]:
        """The slot that a column of a node gives, whether it is a relation, and what reads its values."""
        slot = self.slot(under(key, partial(under, KEY, predicate_name), key))
        return (slot, True, _IDS) if slot in self._relations else (slot, False, self.values(slot))

    def edges(self, record: Record) -> list[Item]:
        """A statement; all columns that have no other meaning are its qualifiers."""
        fields, place = self._with_lists(record), record.position
        source = _source(fields)
        said: dict[str, Any] = {}
        qualifiers: dict[str, tuple[Raw, ...]] = {}
        for key, value in fields.items():
            if value is not None and key != source:
                slot, read = self._edge_column(key)
                try:  # like `under`, without a call for each column
                    found = read(value)
                except Fault as fault:
                    fault.path = (key, *fault.path)
                    raise
                if slot is None:
                    said[key] = found
                elif slot in qualifiers:
                    raise _given_twice(slot, key)
                elif found:
                    qualifiers[slot] = found
        need(said, "edge", "subject", "predicate", "object")
        what, slot = said.get, self.slot(said["predicate"])
        how = _VALUE, tuple(qualifiers.items()), what("rank", _NORMAL), what("confidence")
        references = _cited(what("publications", ()), source, fields, place)
        return [self._state(what("id"), said["subject"], slot, said["object"], None, *how, references, place)]

    def _edge_column_of(self, key: str) -> tuple[str | None, Reader]:
        """The qualifier that a column of an edge gives, if it is none of an edge's own, and what reads it."""
        return (None, self._edge[key]) if key in self._edge else self._column(text(key))

    def _column(self, name: str) -> tuple[str, Column]:
        """The slot that a column or qualifier of this name gives values for, and what reads them."""
        return self.slot(name), self.values(self.slot(name))

    def _entity(self, said: Mapping[str, Any], record: Record) -> Entity:
        aliases = (said["aliases"] or ()) + (said.get("synonym") or ())
        external_ids = (said["external_ids"] or ()) + (said.get("xref") or ())
        categories = self.categories(said["category"] or ())
        return Entity(said["id"], categories, said["name"], aliases, external_ids, record.position)

    def _state(self, id: str | None, *said: Any) -> Statement:
        """A statement of all its fields in order, with an id made of what it says if it has none."""
        if id is None:
            subject, predicate, object, value, kind, qualifiers, *_ = said
            target = str(kind) if value is None else f"value:{raw_text(value)}"
            target = target if object is None else f"object:{object}"
            id = statement_id(self.dataset, subject, predicate, target, qualifiers)
        return make(Statement, (id, *said))

    def _qualifiers(self, given: Fields) -> Qualifiers:
        """Slots and their values in the file's order; those without a value are absent."""
        found: dict[str, tuple[Raw, ...]] = {}
        for key, value in given.items():
            slot, read = self._qualifier(key)
            if slot in found:
                raise _given_twice(slot, key)
            if values := under(key, read, value):
                found[slot] = values
        return tuple(found.items())

    def _with_lists(self, record: Record) -> Fields:
        """The fields, with the lists in a table's cells taken apart: `|` separates unless one value is all there is."""
        fields = record.fields
        if not record.cells:
            return fields
        lists = {
            key: list[Tree](Plain(item) if item else None for item in str(value).split(LIST_SEPARATOR))
            for key, value in fields.items()
            if isinstance(value, Plain) and LIST_SEPARATOR in value
            if key in _LISTS or (key not in ("id", "name", *_EDGE) and self.slot(key) not in self._single)
        }
        return {**fields, **lists} if lists else fields


def distinct(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Of references that say the same, the first."""
    found: dict[tuple[str | None, ...], Reference] = {}
    for one in references:
        found.setdefault((one.document, one.locator, one.digest, one.via, one.retrieved), one)
    return tuple(found.values())


def _check_target(said: Mapping[str, Any]) -> None:
    given = [key for key in ("object", "value") if said[key]]
    wanted = 1 if said["value_kind"] in (None, ValueKind.VALUE) else 0
    if len(given) > wanted:
        message = "A statement has one of object, value and value_kind some_value or no_value."
        raise Fault("object-and-value", message, "Keep one of them.", given[-1])
    if len(given) < wanted:
        way_out = "Add 'object', 'value', or 'value_kind: some_value' if it is unknown."
        raise Fault("missing-key", "This statement has neither an object nor a value.", way_out)
    if said["id"] and len(said["value"]) > 1:
        raise Fault("wrong-type", "A statement with an id has one value.", "Remove the id, or write one each.", "value")


def _given_twice(qualifier: str, key: str) -> Fault:
    message = f"The qualifier '{qualifier}' is given twice."
    return Fault("duplicate-key", message, "Write a list of values.", key, KEY)


def _source(fields: Fields) -> str | None:
    """The column that says who states a row."""
    return None if _SOURCES.isdisjoint(fields) else next((key for key in SOURCES if fields.get(key) is not None), None)


def _cited(publications: tuple[str, ...], source: str | None, fields: Fields, place: Position) -> tuple[Reference, ...]:
    """The references of a row, by its publications and the column of its source, if it has that."""
    said = fields.get(source) if source else None
    if said is None:
        once = publications if len(publications) == 1 else dict.fromkeys(publications)
        return tuple([make(Reference, (id, None, None, None, None, place)) for id in once])
    sources = under(str(source), _TEXTS if publications else _IDS, said)
    cited = [(id, via) for id in publications for via in sources or (None,)] or [(id, None) for id in sources]
    return tuple([make(Reference, (id, None, None, via, None, place)) for id, via in dict.fromkeys(cited)])


def _naming(names: Iterable[str], default_prefix: str) -> Callable[[str], str]:
    """Names of files -> names of the ontology: `biolink:Gene`, `gene` -> `Gene`. An unknown name stays as it is."""
    known = {_fold(name): name for name in reversed([*names])} | {name: name for name in names}

    @cache
    def find(name: str) -> str:
        prefix, _, local = name.partition(":")
        found = known.get(name) or known.get(_fold(name)) or (known.get(_fold(local)) if local else None)
        return found or (local if local and prefix == default_prefix else name)

    return find


def _fold(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name).casefold()
