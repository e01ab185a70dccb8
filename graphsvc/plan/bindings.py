"""What each field of the API means: for every type, field name -> how to get there in a store.

`fixed` fields are the same for every ontology; those of node classes and relations come from the vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graphsvc.plan.tree import Compare, Every, Filter, Order, Step
from graphsvc.plan.vocabulary import ENTITY_INDEXES, ClassType, RelationField, ValueField, Vocabulary


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
    """A connection whose edges have type `edge`; `order` holds where the client gives none.

    `inputs` is the prefix of the names of its Where, Sort and Filters.
    """

    step: Step
    edge: str
    inputs: str
    order: tuple[Order, ...] = ()

    @property
    def filters(self) -> str:
        return f"{self.inputs}Filters"


Binding = Value | Link | Collection
Fields = Mapping[str, Binding]
Input = ValueField | Collection
"""What a field of a Where filters, and one of a Sort sorts by: a value, or the things of a connection."""


def _statements(step: str, *order: str) -> Collection:
    return Collection(Step(step, "statement"), "StatementEdge", "Statement", tuple(map(Order, order)))


def _documents(step: str) -> Collection:
    return Collection(Step(step, "document"), "DocumentEdge", "Document")


ENTITY: Fields = {
    "id": Value("id"),
    "type": Value("type"),
    "name": Value("name"),
    "aliases": Value("aliases", "list"),
    "externalIds": Value("external_ids", "list"),
    "contested": Value("contested", "list"),
    "statements": _statements("entity_statements", "predicate"),
    "relations": Collection(
        Step("edges", "edge", direction="both"), "RelationEdge", "Relation", (Order("id", other=True),)
    ),
    "documents": _documents("entity_documents"),
}
EDGE: dict[str, Binding] = {
    "predicate": Value("predicate"),
    "rank": Value("rank", "enum Rank"),
    "confidence": Value("confidence"),
    "contested": Value("contested"),
    "statements": _statements("claim_statements"),
    "documents": _documents("claim_documents"),
}
FIXED: Mapping[str, Fields] = {
    "Query": {
        "entity": Link(Step("entity", "entity"), "Entity"),
        "statement": Link(Step("statement", "statement"), "Statement"),
        "document": Link(Step("document", "document"), "Document"),
        "dataset": Link(Step("dataset", "dataset"), "Dataset"),
        "entities": Collection(Step("all", "entity"), "EntityEdge", "Entity"),
        "statements": _statements("all", "subject", "predicate"),
        "documents": _documents("all"),
        "conflicts": Collection(
            Step("all", "conflict"), "ConflictEdge", "Conflict", (Order("subject"), Order("predicate"))
        ),
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
        "contradicts": _statements("opposed_statements", "subject", "predicate"),
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
}


def _value(name: str, scalar: str, source: str = "", enum: bool = False, many: bool = False) -> ValueField:
    return ValueField(name, source or name, scalar, enum, many, None)


def _inputs(*fields: ValueField, **related: Collection) -> dict[str, Input]:
    return {**{field.name: field for field in fields}, **related}


def related_inputs(fields: Fields) -> dict[str, Collection]:
    """The connections among the fields of a type: what it can be filtered and sorted by."""
    return {name: field for name, field in fields.items() if isinstance(field, Collection)}


def sort_inputs(where: Mapping[str, Input], *without: str) -> dict[str, Input]:
    """What can be sorted by of what can be filtered."""
    return {
        name: field
        for name, field in where.items()
        if name not in without and (isinstance(field, Collection) or field.sortable)
    }


ENTITY_INPUT = _inputs(
    _value("id", "ID"),
    _value("type", "Class"),
    _value("name", "String"),
    _value("aliases", "String", many=True),
    _value("externalIds", "String", "external_ids", many=True),
    _value("contested", "String", many=True),
    **related_inputs(ENTITY),
)
EDGE_INPUT = _inputs(
    _value("predicate", "ID"),
    _value("rank", "Rank", enum=True),
    _value("confidence", "Float"),
    _value("contested", "Boolean"),
    **related_inputs(EDGE),
)
STATEMENT_INPUT = _inputs(
    _value("id", "ID"),
    _value("subject", "ID"),
    _value("predicate", "ID"),
    _value("object", "ID"),
    _value("valueKind", "ValueKind", "value_kind", enum=True),
    _value("rank", "Rank", enum=True),
    _value("confidence", "Float"),
    _value("validFrom", "EDTF", "valid_from"),
    _value("validUntil", "EDTF", "valid_until"),
    _value("shown", "Boolean"),
    documents=_documents("statement_documents"),
)
DOCUMENT_INPUT = _inputs(
    _value("id", "ID"),
    _value("title", "String"),
    _value("publisher", "String"),
    _value("url", "ID"),
    _value("published", "EDTF"),
    **related_inputs(FIXED["Document"]),
)
CONFLICT_INPUT = _inputs(
    _value("subject", "ID"),
    _value("predicate", "ID"),
    _value("qualifier", "ID"),
    _value("kind", "ConflictKind", enum=True),
    _value("decidedBy", "Decision", "decided_by", enum=True),
    statements=Collection(Step("statements_at", "statement", source="statements"), "StatementEdge", "Statement"),
)
UNORDERED = ("rank", "contested", "valueKind", "kind", "decidedBy")
"""What the stores keep no order of."""
FIXED_INPUT: Mapping[str, Mapping[str, Input]] = {
    "EntityWhere": ENTITY_INPUT,
    "EdgeWhere": EDGE_INPUT,
    "StatementWhere": STATEMENT_INPUT,
    "DocumentWhere": DOCUMENT_INPUT,
    "ConflictWhere": CONFLICT_INPUT,
    "EntitySort": sort_inputs(ENTITY_INPUT),
    "EdgeSort": sort_inputs(EDGE_INPUT, *UNORDERED),
    "StatementSort": sort_inputs(STATEMENT_INPUT, *UNORDERED),
    "DocumentSort": sort_inputs(DOCUMENT_INPUT),
    "ConflictSort": sort_inputs(CONFLICT_INPUT, *UNORDERED),
}
FIXED_SIDES = {"Relation": ("Entity", "Edge")}


@dataclass(frozen=True)
class Bindings:
    vocabulary: Vocabulary

    def field(self, type_name: str, field: str) -> Binding:
        return self.fields[type_name][field]

    def seek(self, step: Step, where: Filter | None, order: tuple[Order, ...]) -> tuple[str, ...] | None:
        """The index, without its `id`, that holds what the filter leaves of a step in this order, if there is one."""
        if step.kind != "all" or len(order) > 1:
            return None
        type_ = self.vocabulary.classes.get(step.label)
        indexes = type_.indexes if type_ else ENTITY_INDEXES if step.thing == "entity" else ((),)
        key = tuple(each.source for each in order if each.source != "id")
        wanted = [*((source, *key) for source in _equal(where)), key]
        return next((index for index in wanted if index in indexes), None)

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
            query[type_.plural] = Collection(Step("all", "entity", type_.name), f"{type_.name}Edge", type_.name)
        for relation in vocabulary.typed_relations.values():
            found[f"{relation.connection}Edge"] = self._edge_fields(relation)
        for properties in vocabulary.properties.values():
            found[properties.name] = {f.name: Value(f.source, f.format) for f in properties.fields.values()}
        return found | {"Query": query}

    def _class_fields(self, type_: ClassType) -> Fields:
        values = {field.name: Value(field.source, field.format) for field in type_.attributes.values()}
        return {**ENTITY, **values, **self._relations(type_)}

    def _relations(self, type_: ClassType) -> dict[str, Collection]:
        return {name: self._relation(field) for name, field in type_.relations.items()}

    def _relation(self, field: RelationField) -> Collection:
        label = "" if field.node == "Entity" else field.node
        step = Step("edges", "edge", label, field.types, field.direction)
        return Collection(step, f"{field.connection}Edge", field.connection, (Order("id", other=True),))

    def _edge_fields(self, field: RelationField) -> Fields:
        fields: dict[str, Binding] = {**EDGE, "node": Link(Step("other"), field.node)}
        if field.properties:
            fields["properties"] = Link(Step("same"), field.properties)
        return fields

    @cached_property
    def inputs(self) -> Mapping[str, Mapping[str, Input]]:
        """Where and Sort inputs -> their fields. Those of relations hold `node` and `edge` instead."""
        found = dict(FIXED_INPUT)
        for type_ in self.vocabulary.classes.values():
            own: dict[str, Input] = {**type_.attributes, **self._relations(type_)}
            found[f"{type_.name}Where"] = {**ENTITY_INPUT, **own}
            found[f"{type_.name}Sort"] = {**FIXED_INPUT["EntitySort"], **sort_inputs(own)}
        for properties in self.vocabulary.properties.values():
            found[f"{properties.name}Where"] = {**EDGE_INPUT, **properties.fields}
            found[f"{properties.name}Sort"] = {**FIXED_INPUT["EdgeSort"], **sort_inputs(properties.fields)}
        return found

    def measured(self, prefix: str, *, edge: bool) -> Mapping[str, ValueField]:
        """What aggregates of a connection with these inputs can look at: of its nodes, or of its edges."""
        node, properties = self.sides.get(prefix, (prefix, ""))
        side = properties if edge else node
        fields = self.inputs[f"{side}Where"] if side else {}
        return {name: field for name, field in fields.items() if isinstance(field, ValueField) and name != "id"}

    @cached_property
    def sides(self) -> Mapping[str, tuple[str, str]]:
        """Prefix of a relation's Where and Sort -> prefixes of the inputs for `node` and `edge`."""
        relations = self.vocabulary.typed_relations.values()
        return FIXED_SIDES | {r.connection: (r.node, r.properties or "Edge") for r in relations}


def _equal(where: Filter | None) -> list[str]:
    """Properties of the items themselves that all have one value."""
    filters = where.filters if isinstance(where, Every) else (where,)
    return [each.source for each in filters if isinstance(each, Compare) and each.operator == "eq" and not each.other]


def predicate_types(vocabulary: Vocabulary, name: str) -> tuple[tuple[str, ...], str] | None:
    """The relationship types and direction that a predicate's name stands for: the slot's, else the field's."""
    relations = [*vocabulary.relations.values()]
    slots = {r.predicate.inverse if r.direction == "in" else r.predicate.name: r for r in reversed(relations)}
    found = slots.get(name) or next((r for r in relations if r.name == name), None)
    return (found.types, found.direction) if found else None
