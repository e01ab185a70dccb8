"""What the API says for one ontology: types, fields and enums, each with what it means in the stores.

The one source of truth for `api.schema`, which makes Strawberry types of it, for `plan.build`, which
reads queries by it, and for the projection, which stores what it names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from graphsvc.ontology import Class, Enum, Note, Ontology, Predicate

SCALARS = {
    "string": "String", "uri": "String", "curie": "String", "uriorcurie": "String",
    "integer": "BigInt", "decimal": "Float", "boolean": "Boolean",
    "date": "Date", "datetime": "DateTime", "edtf": "EDTF",
}  # fmt: skip
STORED_SUFFIXES = ("", "__key", "__folded", "__min", "__max")
SORT_SUFFIX = {"String": "__key", "EDTF": "__min", "Date": "__min", "DateTime": "__key"}
SORT_KIND = {"BigInt": int, "EDTF": int, "Date": int, "DateTime": int, "Float": float, "Boolean": bool}
NAME_KEY = "name__key"
ENTITY_INDEXES = ((), (NAME_KEY,))


@dataclass(frozen=True)
class EnumType:
    """A GraphQL enum. `members`: GraphQL name -> permissible value's text."""

    name: str
    enum: Enum
    members: Mapping[str, str]

    @cached_property
    def names(self) -> Mapping[str, str]:
        return {text: name for name, text in self.members.items()}


@dataclass(frozen=True)
class ValueField:
    """A field that holds values: an attribute of a class, or a qualifier of an edge.

    `scalar` is a GraphQL scalar, or the name of an EnumType if `enum`. `source` is the stored property.
    """

    name: str
    source: str
    scalar: str
    enum: bool
    multivalued: bool
    description: str | None

    @property
    def sort_source(self) -> str:
        return self.source + ("__key" if self.enum else SORT_SUFFIX.get(self.scalar, ""))

    @property
    def sort_kind(self) -> type:
        """Of the values of `sort_source`."""
        return str if self.enum else SORT_KIND.get(self.scalar, str)

    @property
    def sortable(self) -> bool:
        """Values of several types have no order among them."""
        return not self.multivalued and self.scalar != "Scalar"

    @property
    def format(self) -> str:
        return " ".join(["list"] * self.multivalued + [f"enum {self.scalar}"] * self.enum)

    @property
    def filters(self) -> str:
        """The name of the input type that filters it, as @neo4j/graphql calls it."""
        if self.multivalued:
            return f"{self.scalar}ListFilters"
        return f"{self.scalar}EnumScalarFilters" if self.enum else f"{self.scalar}ScalarFilters"


@dataclass(frozen=True)
class PropertiesType:
    """The qualifiers of one relationship class."""

    name: str
    description: str | None
    fields: Mapping[str, ValueField]


@dataclass(frozen=True)
class RelationField:
    """A connection from entities along one predicate and all below it, or against it.

    Types have a field for it only if it is `typed`; the generic `relations` knows it by name all the same.
    """

    name: str
    predicate: Predicate
    direction: str  # out | in | both
    types: tuple[str, ...]  # relationship types in Neo4j
    node: str  # a class type's name, or Entity
    properties: str | None
    connection: str  # prefix of the names of its Connection, Edge, Where and Sort
    description: str
    typed: bool
    closure: str | None = None  # the field for all that is reached along it, if it is transitive


@dataclass(frozen=True)
class ClassType:
    """A node class. An interface if it has subclasses or is abstract; `instance` names its own rows' type."""

    name: str
    cls: Class
    interface: bool
    instance: str | None
    interfaces: tuple[str, ...]
    singular: str
    plural: str
    attributes: Mapping[str, ValueField]
    relations: Mapping[str, RelationField]
    sorted_by: tuple[str, ...]  # properties that an index is to sort by
    filtered_by: tuple[str, ...]  # and that one is to compare with one value by

    @cached_property
    def indexes(self) -> tuple[tuple[str, ...], ...]:
        """The properties of each index, but for the id that ends it."""
        sorts = [(), *((source,) for source in self.sorted_by)]
        both = [(source, *keys) for source in self.filtered_by for keys in sorts if source not in keys]
        return tuple(dict.fromkeys([*sorts, *both]))


@dataclass(frozen=True, eq=False)
class Vocabulary:
    ontology: Ontology
    classes: Mapping[str, ClassType]  # by GraphQL name
    enums: Mapping[str, EnumType]
    properties: Mapping[str, PropertiesType]
    relations: Mapping[str, RelationField]  # by connection
    value_fields: Mapping[str, ValueField]  # by slot
    qualifiers: Mapping[str, Mapping[str, ValueField]]  # by predicate, then by slot
    relationship_types: Mapping[str, str]  # predicate -> the type of its relationships in Neo4j
    notes: tuple[Note, ...]
    used: tuple[str, ...] | None  # the predicates that have statements, if that is known

    @cached_property
    def typed_relations(self) -> Mapping[str, RelationField]:
        return {name: field for name, field in self.relations.items() if field.typed}

    @cached_property
    def by_class(self) -> Mapping[str, ClassType]:
        """Class name in the ontology -> its type."""
        return {type_.cls.name: type_ for type_ in self.classes.values()}

    def labels(self, class_name: str) -> tuple[str, ...]:
        """Neo4j labels of an entity of this class: the types of all its ancestors."""
        ancestors = self.ontology.classes[class_name].ancestors
        return tuple(self.by_class[name].name for name in ancestors if name in self.by_class)

    @cached_property
    def declared_ends(self) -> Mapping[str, tuple[set[str], set[str]]]:
        """Predicate -> the class types that its relation fields, and those above it, have at subject and object."""
        ends: dict[str, tuple[set[str], set[str]]] = {name: (set(), set()) for name in self.ontology.predicates}
        for field in self.relations.values():
            sides = {"out": (1,), "in": (0,), "both": (0, 1)}[field.direction]
            for name, side in product(field.predicate.descendants, sides):
                if name in ends and field.node != "Entity":
                    ends[name][side].add(field.node)
        return ends

    @cached_property
    def object_types(self) -> Mapping[str, str]:
        """Class name -> the GraphQL object type of entities whose most specific class it is."""
        return {t.cls.name: t.instance or t.name for t in self.classes.values() if t.instance or not t.interface}

    @cached_property
    def row_types(self) -> Mapping[str, str]:
        """The `type` that a row holds (a class type's name) -> the GraphQL object type of the row."""
        return {self.by_class[name].name: type_ for name, type_ in self.object_types.items()}

    @cached_property
    def dated(self) -> Mapping[str, bool]:
        """Stored property -> whether it is a list, of all attributes but those that are not temporal."""
        attributes = [self.ontology.attributes(name) for name in self.ontology.node_classes]
        slots = {name for each in attributes for name, s in each.items() if s.annotations.get("temporal") is not False}
        fields = [self.value_fields[name] for name in slots]
        return {field.source + suffix: field.multivalued for field in fields for suffix in STORED_SUFFIXES}

    def common_type(self, class_names: Iterable[str]) -> str:
        """The nearest type above all of these classes; Entity if there is none or one of them has no type."""
        names = tuple(class_names)
        if not names or any(name not in self.by_class for name in names):
            return "Entity"
        shared = [a for a in self.labels(names[0]) if all(a in self.labels(name) for name in names[1:])]
        return shared[0] if shared else "Entity"


def share_fields(vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    """Predicate that is acyclic and has a share -> the edges' direction seen from what is held, and the property."""
    found: dict[str, tuple[str, str]] = {}
    for name, predicate in vocabulary.ontology.predicates.items():
        field = vocabulary.qualifiers[name].get(str(predicate.annotations.get("share_slot")))
        number = field and field.scalar in ("Float", "BigInt") and not field.multivalued
        if field and number and predicate.annotations.get("acyclic"):
            whole_is_subject = predicate.annotations.get("share_sum_by") == "subject"
            found[name] = ("out" if whole_is_subject else "in", field.source)
    return found
