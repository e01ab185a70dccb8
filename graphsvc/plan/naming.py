"""An ontology -> its vocabulary: which name everything gets in the API, and what gave way to what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from graphsvc.errors import OntologyError, Position
from graphsvc.ontology import Annotations, Class, Enum, Note, Ontology, Predicate, Slot
from graphsvc.plan.names import (
    FAMILY,
    RESERVED_FIELDS,
    RESERVED_TYPES,
    camel,
    free,
    pascal,
    plural,
    stored_name,
    upper_snake,
)
from graphsvc.plan.vocabulary import (
    NAME_KEY,
    SCALARS,
    ClassType,
    EnumType,
    PropertiesType,
    RelationField,
    ValueField,
    Vocabulary,
)


def build_vocabulary(ontology: Ontology, used: Iterable[str] | None = None) -> Vocabulary:
    """All names and meanings, with a note for each name that had to give way.

    `used` are the predicates that have statements: they, those above them, and those with a relationship class get
    typed fields; without it all do. What a name is never depends on it.
    Raises OntologyError for an annotation `graphql_name` or `plural` that GraphQL cannot have as a name.
    """
    return _Builder(ontology, None if used is None else tuple(used)).build()


class _Builder:
    def __init__(self, ontology: Ontology, used: tuple[str, ...] | None) -> None:
        self.ontology = ontology
        self.used = used
        self.taken: set[str] = set(RESERVED_TYPES)
        self.roots: set[str] = set(RESERVED_FIELDS)
        self.related: set[str] = set(RESERVED_FIELDS)
        self.notes: list[Note] = []

    def build(self) -> Vocabulary:
        ontology = self.ontology
        nodes, predicates = ontology.node_classes.values(), ontology.predicates.values()
        self.type_names = {c.name: self.claim(c.name, "Class", c.position) for c in nodes}
        self.enums = {e.name: self.enum(e) for e in ontology.enums.values() if e.values}
        self.value_fields = self.all_value_fields()
        self.qualifiers = self.all_qualifiers()
        self.relationship_types = self.all_relationship_types()
        self.properties = {p.relationship: self.properties_type(p) for p in predicates if p.qualifiers}
        classes = {self.type_names[c.name]: self.class_type(c) for c in nodes}
        named = Vocabulary(ontology, classes, {}, {}, {}, {}, {}, {}, (), None)
        relations = {r.connection: r for p in predicates for r in self.relation_fields(p, named)}
        return Vocabulary(
            ontology,
            {name: replace(type_, relations=_relations(type_, relations.values())) for name, type_ in classes.items()},
            {e.name: e for e in self.enums.values()},
            {p.name: p for p in self.properties.values()},
            relations,
            self.value_fields,
            self.qualifiers,
            self.relationship_types,
            tuple(self.notes),
            self.used,
        )

    def free(self, name: str, taken: set[str], suffix: str, position: Position, family: tuple[str, ...] = ("",)) -> str:
        """A name that no other has; the note says what became of a name that was taken."""
        given = free(name, taken, suffix, family)
        taken.update(given + part for part in family)
        if given != name:
            message = f"The name {name} is taken in the API; it is called {given} there."
            self.notes.append(Note("renamed", message, position))
        return given

    def claim(self, name: str, suffix: str, position: Position) -> str:
        """A type's name, and those of all types made of it."""
        spelt = pascal(name)
        if spelt != name:
            message = f"GraphQL has no names like {name}; it is called {spelt} in the API."
            self.notes.append(Note("renamed", message, position))
        return self.free(spelt, self.taken, suffix, position, FAMILY)

    def enum(self, enum: Enum) -> EnumType:
        """Its members by name: `VALUE` for a text without a letter or digit of ASCII, `LIVE_2` for a second `LIVE`."""
        taken: set[str] = set()
        spelt = {text: upper_snake(text) if re.search("[0-9A-Za-z]", text) else "VALUE" for text in enum.texts}
        members = {self.free(name, taken, "_2", enum.position): text for text, name in spelt.items()}
        return EnumType(self.claim(enum.name, "Enum", enum.position), enum, members)

    def scalar(self, slots: Iterable[Slot]) -> tuple[str, bool]:
        """One GraphQL type for a slot in all classes that have it; where they differ, Scalar."""
        found = {self.one_scalar(name) for slot in slots for name in slot.ranges}
        return found.pop() if len(found) == 1 else ("Scalar", False)

    def one_scalar(self, range_: str) -> tuple[str, bool]:
        if range_ in self.enums:
            return self.enums[range_].name, True
        if range_ in self.ontology.types:
            return SCALARS[self.ontology.types[range_].base], False
        return "String", False

    def all_value_fields(self) -> dict[str, ValueField]:
        """Slot -> its field, the same in every class, so that interfaces hold."""
        slots: dict[str, list[Slot]] = {}
        for class_name in self.ontology.node_classes:
            for name, slot in self.ontology.attributes(class_name).items():
                slots.setdefault(name, []).append(slot)
        taken = set(RESERVED_FIELDS)
        return {name: self.value_field(name, found, taken) for name, found in slots.items()}

    def value_field(self, name: str, slots: list[Slot], taken: set[str]) -> ValueField:
        scalar, enum = self.scalar(slots)
        label = _label(slots[0].annotations, "graphql_name", slots[0].position) or camel(name)
        given = self.free(label, taken, "Value", slots[0].position)
        many = any(slot.multivalued for slot in slots)
        return ValueField(given, stored_name(name), scalar, enum, many, slots[0].description)

    def all_qualifiers(self) -> dict[str, dict[str, ValueField]]:
        """Predicate -> qualifier -> its field, the same in a whole hierarchy: to read one is to read all below."""
        found: dict[str, dict[str, ValueField]] = {}
        for hierarchy in self.hierarchies():
            slots: dict[str, list[Slot]] = {}
            for predicate in hierarchy:
                for name, slot in predicate.qualifiers.items():
                    slots.setdefault(name, []).append(slot)
            taken = set(RESERVED_FIELDS)
            fields = {name: self.value_field(name, among, taken) for name, among in slots.items()}
            found |= {p.name: {name: fields[name] for name in p.qualifiers} for p in hierarchy}
        return found

    def hierarchies(self) -> list[list[Predicate]]:
        """Predicates together that have an ancestor or a relationship class in common, in the file's order."""
        groups: list[tuple[set[str], list[Predicate]]] = []
        for predicate in self.ontology.predicates.values():
            keys = {*predicate.ancestors, *([predicate.relationship] if predicate.relationship else [])}
            joined = [group for group in groups if group[0] & keys]
            groups = [group for group in groups if not group[0] & keys]
            groups.append((keys.union(*(g[0] for g in joined)), [*(p for g in joined for p in g[1]), predicate]))
        return [members for _, members in groups]

    def all_relationship_types(self) -> dict[str, str]:
        taken: set[str] = set()
        predicates = self.ontology.predicates.values()
        return {p.name: self.free(upper_snake(p.name), taken, "_2", p.slot.position) for p in predicates}

    def properties_type(self, predicate: Predicate) -> PropertiesType:
        assert predicate.relationship
        cls = self.ontology.classes[predicate.relationship]
        name = self.claim(cls.name, "Properties", cls.position)
        return PropertiesType(name, cls.description, {f.name: f for f in self.qualifiers[predicate.name].values()})

    def class_type(self, cls: Class) -> ClassType:
        interface = cls.abstract or cls.mixin or self.has_subclasses(cls.name)
        name = self.type_names[cls.name]
        instance = f"{name}Instance" if interface and not (cls.abstract or cls.mixin) else None
        singular = _label(self.own_annotations(cls), "graphql_name", cls.position) or camel(name)
        many = _label(self.own_annotations(cls), "plural", cls.position) or plural(camel(name))
        singular, many = (self.free(label, self.roots, "_", cls.position) for label in (singular, many))
        fields = [self.value_fields[slot] for slot in self.ontology.attributes(cls.name)]
        above = tuple(self.type_names[a] for a in cls.ancestors[1:] if a in self.type_names)
        attributes = {field.name: field for field in fields}
        sorts = (NAME_KEY, *(f.sort_source for f in self.annotated(cls, "sort") if f.sortable))
        filters = tuple(f.source for f in self.annotated(cls, "filter") if not f.multivalued)
        return ClassType(name, cls, interface, instance, above, singular, many, attributes, {}, sorts, filters)

    def annotated(self, cls: Class, key: str) -> list[ValueField]:
        slots = self.ontology.attributes(cls.name)
        return [self.value_fields[name] for name, slot in slots.items() if slot.annotations.get(key)]

    def has_subclasses(self, class_name: str) -> bool:
        """Whether other node classes descend from it: in Biolink associations do from the root of all, too."""
        return any(name in self.type_names for name in self.ontology.descendants[class_name] if name != class_name)

    def own_annotations(self, cls: Class) -> Annotations:
        """Without inherited ones: a name is for one class."""
        above = [self.ontology.classes[name].annotations for name in cls.ancestors[1:]]
        return {key: value for key, value in cls.annotations.items() if all(a.get(key) != value for a in above)}

    def relation_fields(self, predicate: Predicate, vocabulary: Vocabulary) -> list[RelationField]:
        types = tuple(self.relationship_types[n] for n in predicate.descendants if n in self.relationship_types)
        properties = self.properties[predicate.relationship].name if predicate.qualifiers else None
        sides = [(predicate.name, "both" if predicate.symmetric else "out", predicate.objects)]
        if predicate.inverse and predicate.inverse != predicate.name:
            sides.append((predicate.inverse, "in", predicate.subjects))
        fields = []
        for name, direction, classes in sides:
            slot = self.ontology.slots.get(name, predicate.slot)
            label = _label(slot.annotations, "graphql_name", slot.position) or camel(name)
            owners = [t for t in vocabulary.classes.values() if _has(t.cls, predicate, direction)]
            taken = self.related.union(*(type_.attributes for type_ in owners))
            field = self.free(label, taken, "Relation", slot.position)
            self.related.add(field)
            connection = self.claim(field[:1].upper() + field[1:], "Relation", slot.position)
            text = slot.description or predicate.slot.description or f"Along {name}."
            node = vocabulary.common_type(classes)
            closure = None
            if slot.transitive or predicate.slot.transitive:
                closure = self.free(f"{field}Closure", taken | self.related, "Relation", slot.position)
                self.related.add(closure)
            said = (field, predicate, direction, types, node, properties, connection, text)
            fields.append(RelationField(*said, self.typed(predicate), closure))
        return fields

    def typed(self, predicate: Predicate) -> bool:
        return bool(predicate.relationship or self.used is None or set(self.used) & set(predicate.descendants))


def _label(annotations: Annotations, key: str, position: Position) -> str | None:
    """The name that an annotation asks for."""
    label = annotations.get(key)
    if label is not None and not re.fullmatch(r"(?!__)[A-Za-z_][0-9A-Za-z_]*", str(label)):
        message = f"The annotation {key} is {label!r}, but a GraphQL name has only letters of ASCII, digits and _."
        raise OntologyError(message, "Write it like `bornIn`: no digit first, no __ first.", position)
    return None if label is None else str(label)


def _has(cls: Class, predicate: Predicate, direction: str) -> bool:
    """Whether entities of the class stand on the side from which the direction starts."""
    subjects, objects = predicate.subjects, predicate.objects
    sides = {"out": subjects, "in": objects, "both": (*subjects, *objects)}[direction]
    return any(side in cls.ancestors for side in sides)


def _relations(type_: ClassType, fields: Iterable[RelationField]) -> dict[str, RelationField]:
    own = (field for field in fields if field.typed and _has(type_.cls, field.predicate, field.direction))
    return {field.name: field for field in own}
