"""What each field of the API means: for every type, field name -> how to get there in a store.

`fixed` fields are the same for every ontology; those of node classes and relations come from the vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graphsvc.plan.fixed import (
    EDGE,
    EDGE_INPUT,
    ENTITY,
    ENTITY_INPUT,
    FIXED,
    FIXED_INPUT,
    FIXED_SIDES,
    Binding,
    Collection,
    Fields,
    Input,
    Link,
    Value,
    sort_inputs,
)
from graphsvc.plan.tree import Compare, Every, Filter, Order, Step
from graphsvc.plan.vocabulary import ENTITY_INDEXES, ClassType, RelationField, ValueField, Vocabulary


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
        closures = {
            field.closure: Link(Step("closure", types=field.types, direction=field.direction), "Reached", many=True)
            for field in type_.relations.values()
            if field.closure
        }
        return {**ENTITY, **values, **self._relations(type_), **closures}

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
    if isinstance(where, Every):
        return [source for each in where.filters for source in _equal(each)]
    return [where.source] if isinstance(where, Compare) and where.operator == "eq" and not where.other else []


def predicate_types(vocabulary: Vocabulary, name: str) -> tuple[tuple[str, ...], str] | None:
    """The relationship types and direction that a predicate's name stands for: the slot's, else the field's."""
    relations = [*vocabulary.relations.values()]
    slots = {r.predicate.inverse if r.direction == "in" else r.predicate.name: r for r in reversed(relations)}
    found = slots.get(name) or next((r for r in relations if r.name == name), None)
    return (found.types, found.direction) if found else None
