"""Vocabulary -> Strawberry schema: the fixed types, and one set of types for each class and relation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import strawberry
from strawberry.schema.config import StrawberryConfig
from strawberry.types.field import StrawberryField

from graphsvc.api import reached, types
from graphsvc.api.enums import make_enum
from graphsvc.api.inputs import (
    Namespace,
    fixed_inputs,
    make_arguments,
    make_field,
    make_filters,
    make_inputs,
    make_sides,
    make_type,
)
from graphsvc.api.scalars import SCALARS
from graphsvc.api.walks import WALKS
from graphsvc.plan.bindings import Bindings
from graphsvc.plan.vocabulary import ClassType, RelationField, ValueField, Vocabulary


def build_schema(vocabulary: Vocabulary) -> strawberry.Schema:
    """The schema of one ontology. No field has a resolver: see `graphsvc.api.execution`."""
    builder = _Builder(vocabulary)
    query, objects = builder.build()
    config = StrawberryConfig(scalar_map=SCALARS)
    return strawberry.Schema(query=query, types=objects, config=config)


def _field(
    name: str,
    annotation: str,
    namespace: Namespace,
    description: str | None = None,
    arguments: Mapping[str, str] | None = None,
) -> StrawberryField:
    """A field by annotations that may name types made later; arguments are optional unless the text ends in `!`."""
    field = make_field(name, namespace.optional(annotation), description)
    field.arguments = make_arguments(arguments or {}, namespace)
    return field


class _Builder:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.bindings = Bindings(vocabulary)
        fixed = {
            name: value
            for name, value in (vars(types) | vars(reached)).items()
            if hasattr(value, "__strawberry_definition__")
        }
        self.namespace = Namespace({**fixed_inputs(), **fixed})
        self.shared: dict[tuple[str, str], StrawberryField] = {}

    def build(self) -> tuple[Any, list[Any]]:
        for enum in self.vocabulary.enums.values():
            self.namespace[enum.name] = make_enum(enum.name, dict(enum.members), enum.enum.description)
            make_filters(enum.name, self.namespace, enum=True)
        self.inputs()
        for properties in self.vocabulary.properties.values():
            values = map(self.value, properties.fields.values())
            self.add(strawberry.type, properties.name, (), values, properties.description)
        for relation in self.vocabulary.typed_relations.values():
            self.relation(relation)
        objects = [made for type_ in self.vocabulary.classes.values() for made in self.class_types(type_)]
        self.hierarchy()
        return self.query(), [types.EntityInstance, *objects]

    def add(
        self,
        decorate: Callable[..., Any],
        name: str,
        bases: tuple[type, ...],
        fields: Iterable[StrawberryField],
        description: str | None = None,
    ) -> Any:
        decorated = partial(decorate, name=name, description=description)
        self.namespace[name] = make_type(decorated, name, bases, fields)
        return self.namespace[name]

    def inputs(self) -> None:
        """All Where and Sort inputs of the ontology."""
        for name, fields in self.bindings.inputs.items():
            if name not in self.namespace:
                make_inputs(name, fields, self.namespace)
        for connection, sides in self.bindings.sides.items():
            if f"{connection}Where" not in self.namespace:
                make_sides(connection, *sides, self.namespace)

    # Fields

    def value(self, field: ValueField) -> StrawberryField:
        annotation = f"list[{field.scalar}]!" if field.multivalued else field.scalar
        return _field(field.name, annotation, self.namespace, field.description)

    def related(self, name: str, relation: RelationField) -> StrawberryField:
        """The same field for every class that has it."""
        connection = relation.connection
        if (name, connection) not in self.shared:
            self.shared[name, connection] = self.listing(name, connection, connection, relation.description)
        return self.shared[name, connection]

    def closure(self, relation: RelationField) -> StrawberryField:
        """All that a transitive relation reaches, the same field for every class that has it."""
        name = relation.closure or ""
        if (name, "Reached") not in self.shared:
            text = f"All that {relation.name} reaches in one or more steps: by least depth, then by id."
            arguments = {"maxDepth": "int", "first": "int"}
            self.shared[name, "Reached"] = _field(name, "list[Reached]!", self.namespace, text, arguments)
        return self.shared[name, "Reached"]

    def listing(self, name: str, connection: str, prefix: str, description: str | None) -> StrawberryField:
        arguments = {"where": f"{prefix}Where", "sort": f"list[{prefix}Sort]", **types.PAGE}
        return _field(name, f"{connection}Connection!", self.namespace, description, arguments)

    # Types

    def relation(self, relation: RelationField) -> None:
        name = relation.connection
        fields = [_field("node", f"{relation.node}!", self.namespace)]
        if relation.properties:
            fields.append(_field("properties", f"{relation.properties}!", self.namespace, "The qualifiers that show."))
        self.add(strawberry.type, f"{name}Edge", (types.Relation,), fields)
        self.connection(name)

    def connection(self, name: str) -> None:
        annotations = {"totalCount": "BigInt!", "edges": f"list[{name}Edge]!", "pageInfo": "PageInfo!"}
        annotations["aggregate"] = "Aggregate!"
        fields = [_field(field, text, self.namespace) for field, text in annotations.items()]
        self.add(strawberry.type, f"{name}Connection", (), fields)

    def class_types(self, type_: ClassType) -> list[Any]:
        made = [self.class_type(type_, type_.name, interface=type_.interface)]
        if type_.instance:
            made.append(self.class_type(type_, type_.instance, interface=False))
        edge = [_field("cursor", "str!", self.namespace), _field("node", f"{type_.name}!", self.namespace)]
        self.add(strawberry.type, f"{type_.name}Edge", (), edge)
        self.connection(type_.name)
        return made

    def class_type(self, type_: ClassType, name: str, *, interface: bool) -> Any:
        values = map(self.value, type_.attributes.values())
        relations = [self.related(key, relation) for key, relation in type_.relations.items()]
        relations += [self.closure(relation) for relation in type_.relations.values() if relation.closure]
        decorate = strawberry.interface if interface else strawberry.type
        return self.add(decorate, name, (types.Entity,), [*values, *relations], type_.cls.description)

    def hierarchy(self) -> None:
        """The classes above a class are its interfaces. Set here: Python's own inheritance cannot order mixins."""
        for type_ in self.vocabulary.classes.values():
            above = [self.namespace[name].__strawberry_definition__ for name in type_.interfaces]
            self.namespace[type_.name].__strawberry_definition__.interfaces.extend(above)
            if type_.instance:
                own = self.namespace[type_.name].__strawberry_definition__
                self.namespace[type_.instance].__strawberry_definition__.interfaces.extend([own, *above])

    def query(self) -> Any:
        namespace = self.namespace
        one = {"id": "ID!"}
        fields = [
            _field("entity", "Entity", namespace, "The entity with this id.", one),
            _field("statement", "Statement", namespace, "The statement with this id.", one),
            _field("document", "Document", namespace, "The document with this id.", one),
            _field("dataset", "Dataset!", namespace, "What is being served."),
            self.listing("entities", "Entity", "Entity", "All entities, whatever their class."),
        ]
        for name in ("statements", "documents", "conflicts", "findings"):
            prefix = name.removesuffix("s").capitalize()
            fields.append(self.listing(name, prefix, prefix, f"All {name}."))
        fields += [_field(name, type_, namespace, text, given) for name, type_, text, given in WALKS]
        for type_ in self.vocabulary.classes.values():
            text = type_.cls.description
            fields.append(_field(type_.singular, type_.name, namespace, text, one))
            fields.append(self.listing(type_.plural, type_.name, type_.name, text))
        as_of = make_arguments({"asOf": "AsOf"}, namespace)
        for field in fields:
            if field.name != "dataset":
                field.arguments = [*field.arguments, *as_of]
        return self.add(strawberry.type, "Query", (), fields, "Reads. Each operation is one statement in the database.")
