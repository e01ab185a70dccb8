"""What each field of the API means: for every type, field name -> how to get there in a store.

`fixed` fields are the same for every ontology; those of node classes and relations come from the vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graphsvc.plan.tree import Order, Step
from graphsvc.plan.vocabulary import ClassType, RelationField, ValueField, Vocabulary


@dataclass(frozen=True)
class Value:
    """A leaf. `format` is how `shape` writes it; `{}` in it takes the sub-selection's names."""

    source: str
    format: str = ""


@dataclass(frozen=True)
class Link:
    """One thing, or with `many` a plain list, of GraphQL type `type`. The step may need the `id` argument."""

    step: Step
    type: str
    many: bool = False


@dataclass(frozen=True)
class Collection:
    """A connection whose edges have type `edge`; `order` holds where the client gives none."""

    step: Step
    edge: str
    order: tuple[Order, ...] = ()
    where: str = ""
    sort: str = ""


@dataclass(frozen=True)
class Told:
    """A leaf that `shape` knows."""

    name: str


@dataclass(frozen=True)
class Holders:
    """Who holds shares of something."""

    step: Step
    type: str


@dataclass(frozen=True)
class OneOf:
    """The first of these links that leads anywhere."""

    links: tuple[Link, ...]


Binding = Value | Link | Collection | Told | Holders | OneOf
Fields = Mapping[str, Binding]


def _statements(step: str, *order: str) -> Collection:
    return Collection(Step(step, "statement"), "StatementEdge", tuple(map(Order, order)), "StatementWhere")


ENTITY: Fields = {
    "id": Value("id"),
    "type": Value("type"),
    "name": Value("name"),
    "aliases": Value("aliases", "list"),
    "externalIds": Value("external_ids", "list"),
    "contested": Value("contested", "list"),
    "statements": _statements("entity_statements", "predicate"),
    "relations": Collection(Step("edges", "edge", direction="both"), "RelationEdge", (Order("id", other=True),)),
    "documents": Collection(Step("entity_documents", "document"), "DocumentEdge", where="DocumentWhere"),
}
EDGE: dict[str, Binding] = {
    "predicate": Value("predicate"),
    "rank": Value("rank", "enum Rank"),
    "confidence": Value("confidence"),
    "contested": Value("contested"),
    "statements": _statements("claim_statements"),
    "documents": Collection(Step("claim_documents", "document"), "DocumentEdge", where="DocumentWhere"),
}
FIXED: Mapping[str, Fields] = {
    "Query": {
        "entity": Link(Step("entity", "entity"), "Entity"),
        "statement": Link(Step("statement", "statement"), "Statement"),
        "document": Link(Step("document", "document"), "Document"),
        "dataset": Link(Step("dataset", "dataset"), "Dataset"),
        "entities": Collection(Step("all", "entity"), "EntityEdge", where="EntityWhere", sort="EntitySort"),
        "statements": Collection(
            Step("all", "statement"), "StatementEdge", (Order("subject"), Order("predicate")), "StatementWhere"
        ),
        "documents": Collection(Step("all", "document"), "DocumentEdge", where="DocumentWhere"),
        "conflicts": Collection(
            Step("all", "conflict"), "ConflictEdge", (Order("subject"), Order("predicate")), "ConflictWhere"
        ),
        "node": OneOf(
            tuple(Link(Step(t.lower(), t.lower()), t) for t in ("Entity", "Statement", "Document", "Conflict"))
        ),
        "search": Collection(
            Step("search", "entity"), "SearchEdge", (Order("score", descending=True), Order("name__key", other=True))
        ),
        "paths": Link(Step("paths"), "Path", many=True),
        "neighbourhood": Link(Step("neighbourhood"), "Neighbourhood"),
        "effectiveShares": Holders(Step("shares"), "EffectiveShare"),
    },
    "Statement": {
        "id": Value("id"),
        "subject": Link(Step("entity_at", "entity", source="subject"), "Entity"),
        "predicate": Value("predicate"),
        "object": Link(Step("entity_at", "entity", source="object"), "Entity"),
        "value": Value("value"),
        "text": Value("text"),
        "valueKind": Value("value_kind", "enum ValueKind"),
        "qualifiers": Value("qualifiers", "qualifiers {}"),
        "rank": Value("rank", "enum Rank"),
        "confidence": Value("confidence"),
        "validFrom": Value("valid_from"),
        "validUntil": Value("valid_until"),
        "shown": Value("shown"),
        "references": Link(Step("references", "reference"), "Reference", many=True),
        "conflictsWith": Link(Step("statements_at", "statement", source="conflicts_with"), "Statement", many=True),
    },
    "Reference": {
        "document": Link(Step("other", "document"), "Document"),
        "locator": Value("locator"),
        "digest": Value("digest"),
        "via": Value("via"),
        "retrieved": Value("retrieved"),
    },
    "Document": {
        "id": Value("id"),
        "title": Value("title"),
        "publisher": Value("publisher"),
        "url": Value("url"),
        "published": Value("published"),
        "sha256": Value("sha256"),
        "supports": _statements("document_statements", "subject", "predicate"),
        "onlySourceOf": _statements("sole_statements", "subject", "predicate"),
    },
    "Conflict": {
        "id": Value("id"),
        "subject": Link(Step("entity_at", "entity", source="subject"), "Entity"),
        "predicate": Value("predicate"),
        "qualifier": Value("qualifier"),
        "kind": Value("kind", "enum ConflictKind"),
        "decidedBy": Value("decided_by", "enum Decision"),
        "reasoning": Value("reasoning", "list"),
        "shown": Link(Step("statement_at", "statement", source="shown"), "Statement"),
        "statements": Link(Step("statements_at", "statement", source="statements"), "Statement", many=True),
    },
    "Dataset": {
        "id": Value("id"),
        "revision": Value("revision"),
        "digest": Value("digest"),
        "entities": Value("entities"),
        "relations": Value("relations"),
        "statements": Value("statements"),
        "documents": Value("documents"),
        "conflicts": Value("conflicts"),
    },
    "EntityEdge": {"node": Link(Step("same"), "Entity")},
    "StatementEdge": {"node": Link(Step("same"), "Statement")},
    "DocumentEdge": {"node": Link(Step("same"), "Document")},
    "ConflictEdge": {"node": Link(Step("same"), "Conflict")},
    "RelationEdge": {
        **EDGE,
        "node": Link(Step("other"), "Entity"),
        "direction": Value("direction"),
        "properties": Value("*", "properties {}"),
    },
    "Link": {
        **EDGE,
        "source": Link(Step("source", "entity"), "Entity"),
        "target": Link(Step("target", "entity"), "Entity"),
        "properties": Value("*", "properties {}"),
    },
    "Path": {
        "length": Value("length"),
        "nodes": Link(Step("path_nodes", "entity"), "Entity", many=True),
        "edges": Link(Step("path_edges", "edge"), "Link", many=True),
    },
    "Reached": {"depth": Value("depth"), "node": Link(Step("other"), "Entity")},
    "Neighbourhood": {
        "nodes": Link(Step("reached"), "Reached", many=True),
        "edges": Link(Step("among", "edge"), "Link", many=True),
    },
    "EffectiveShare": {
        "holder": Link(Step("same"), "Entity"),
        **{name: Told(name) for name in ("share", "direct", "paths", "incomplete")},
    },
    "SearchEdge": {
        "node": Link(Step("other"), "Entity"),
        "score": Value("score"),
        "matched": Value("matched", "list"),
    },
}


def _value(name: str, source: str, scalar: str, enum: bool = False, many: bool = False) -> ValueField:
    return ValueField(name, source, scalar, enum, many, None)


ENTITY_INPUT = {
    "id": _value("id", "id", "ID"),
    "type": _value("type", "type", "ID"),
    "name": _value("name", "name", "String"),
    "aliases": _value("aliases", "aliases", "String", many=True),
}
EDGE_INPUT = {
    "rank": _value("rank", "rank", "Rank", enum=True),
    "confidence": _value("confidence", "confidence", "Float"),
    "contested": _value("contested", "contested", "Boolean"),
}
FIXED_INPUT: Mapping[str, Mapping[str, ValueField]] = {
    "EntityWhere": ENTITY_INPUT,
    "EntitySort": {name: ENTITY_INPUT[name] for name in ("id", "type", "name")},
    "StatementWhere": {
        "id": _value("id", "id", "ID"),
        "subject": _value("subject", "subject", "ID"),
        "predicate": _value("predicate", "predicate", "ID"),
        "object": _value("object", "object", "ID"),
        "rank": _value("rank", "rank", "Rank", enum=True),
        "shown": _value("shown", "shown", "Boolean"),
    },
    "DocumentWhere": {
        "id": _value("id", "id", "ID"),
        "title": _value("title", "title", "String"),
        "publisher": _value("publisher", "publisher", "String"),
    },
    "ConflictWhere": {
        "subject": _value("subject", "subject", "ID"),
        "predicate": _value("predicate", "predicate", "ID"),
        "qualifier": _value("qualifier", "qualifier", "ID"),
        "kind": _value("kind", "kind", "ConflictKind", enum=True),
        "decidedBy": _value("decidedBy", "decided_by", "Decision", enum=True),
    },
}


@dataclass(frozen=True)
class Bindings:
    vocabulary: Vocabulary

    def field(self, type_name: str, field: str) -> Binding:
        return self.fields[type_name][field]

    @cached_property
    def fields(self) -> Mapping[str, Fields]:
        vocabulary = self.vocabulary
        found: dict[str, Fields] = {**FIXED, "Entity": ENTITY, "EntityInstance": ENTITY}
        query = dict(FIXED["Query"])
        for type_ in vocabulary.classes.values():
            fields = self._class_fields(type_)
            found[type_.name] = fields
            if type_.instance:
                found[type_.instance] = fields
            found[f"{type_.name}Edge"] = {"node": Link(Step("same"), type_.name)}
            query[type_.singular] = Link(Step("entity", "entity", type_.name), type_.name)
            query[type_.plural] = Collection(
                Step("all", "entity", type_.name), f"{type_.name}Edge", (), f"{type_.name}Where", f"{type_.name}Sort"
            )
        for relation in vocabulary.relations.values():
            found[f"{relation.connection}Edge"] = self._edge_fields(relation)
        for properties in vocabulary.properties.values():
            found[properties.name] = {f.name: Value(f.source, f.format) for f in properties.fields.values()}
        return found | {"Query": query}

    def _class_fields(self, type_: ClassType) -> Fields:
        values = {field.name: Value(field.source, field.format) for field in type_.attributes.values()}
        relations = {name: self._relation(field) for name, field in type_.relations.items()}
        closures = {
            field.closure: Link(Step("closure", types=field.types, direction=field.direction), "Reached", many=True)
            for field in type_.relations.values()
            if field.closure
        }
        return {**ENTITY, **values, **relations, **closures}

    def _relation(self, field: RelationField) -> Collection:
        label = "" if field.node == "Entity" else field.node
        step = Step("edges", "edge", label, field.types, field.direction)
        name = field.connection
        return Collection(step, f"{name}Edge", (Order("id", other=True),), f"{name}Where", f"{name}Sort")

    def _edge_fields(self, field: RelationField) -> Fields:
        fields: dict[str, Binding] = {**EDGE, "node": Link(Step("other"), field.node)}
        if field.properties:
            fields["properties"] = Link(Step("same"), field.properties)
        return fields

    @cached_property
    def inputs(self) -> Mapping[str, Mapping[str, ValueField]]:
        """Where and Sort inputs -> their value fields. Those of relations hold `node` and `edge` instead."""
        found: dict[str, Mapping[str, ValueField]] = dict(FIXED_INPUT)
        for type_ in self.vocabulary.classes.values():
            single = {n: f for n, f in type_.attributes.items() if f.sortable}
            found[f"{type_.name}Where"] = {**ENTITY_INPUT, **type_.attributes}
            found[f"{type_.name}Sort"] = {**FIXED_INPUT["EntitySort"], **single}
        for properties in self.vocabulary.properties.values():
            single = {n: f for n, f in properties.fields.items() if f.sortable}
            found[f"{properties.name}Where"] = {**EDGE_INPUT, **properties.fields}
            found[f"{properties.name}Sort"] = {"confidence": EDGE_INPUT["confidence"], **single}
        return found | {"EdgeWhere": EDGE_INPUT, "EdgeSort": {"confidence": EDGE_INPUT["confidence"]}}

    @cached_property
    def sides(self) -> Mapping[str, tuple[str, str]]:
        """Prefix of a relation's Where and Sort -> prefixes of the inputs for `node` and `edge`."""
        return {r.connection: (r.node, r.properties or "Edge") for r in self.vocabulary.relations.values()}


def predicate_types(vocabulary: Vocabulary, name: str) -> tuple[tuple[str, ...], str] | None:
    """The relationship types and direction that a predicate's name stands for: the slot's, else the field's."""
    relations = [*vocabulary.relations.values()]
    slots = {r.predicate.inverse if r.direction == "in" else r.predicate.name: r for r in reversed(relations)}
    found = slots.get(name) or next((r for r in relations if r.name == name), None)
    return (found.types, found.direction) if found else None
