"""The ontology as frozen data: classes, slots, types, enums and, derived from them, predicates.

`graphsvc.linkml` reads it from a LinkML file. Names are normalised: classes in UpperCamelCase, slots in
snake_case (`related to` -> `related_to`, `gene to gene association` -> `GeneToGeneAssociation`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from graphsvc.errors import Position
from graphsvc.values import Raw, Rules, Value, ValueFault, parse

Annotations = Mapping[str, str | int | bool | Decimal]

INTRINSIC = ("id", "category", "name", "aliases", "external_ids")
"""What an entity has of its own; all else is said by statements."""


@dataclass(frozen=True)
class PermissibleValue:
    text: str
    description: str | None = None
    meaning: str | None = None


@dataclass(frozen=True)
class Enum:
    name: str
    description: str | None
    values: tuple[PermissibleValue, ...]
    position: Position = field(compare=False)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(value.text for value in self.values)


@dataclass(frozen=True)
class Type:
    """A LinkML type. `base` is what it comes down to: see `values.Rules`."""

    name: str
    base: str
    description: str | None = None
    pattern: str | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None


@dataclass(frozen=True)
class Slot:
    """A slot as it holds in one class (induced), or as declared at top level (predicates, qualifiers).

    `range` names a class, type or enum; `any_of` holds the alternatives if there are several (then
    `range` is the first). `kind` says which of the three the range is.
    """

    name: str
    range: str
    kind: str  # "class" | "type" | "enum"
    any_of: tuple[str, ...] = ()
    description: str | None = None
    domain: str | None = None
    is_a: str | None = None
    mixins: tuple[str, ...] = ()
    multivalued: bool = False
    required: bool = False
    recommended: bool = False
    identifier: bool = False
    pattern: str | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    fewest: int | None = None  # minimum_cardinality
    most: int | None = None  # maximum_cardinality
    equals_string: str | None = None
    inverse: str | None = None
    symmetric: bool = False
    asymmetric: bool = False
    irreflexive: bool = False
    transitive: bool = False
    abstract: bool = False
    mixin: bool = False
    aliases: tuple[str, ...] = ()
    annotations: Annotations = field(default_factory=dict)
    position: Position = field(default=Position(""), compare=False)

    @cached_property
    def ranges(self) -> tuple[str, ...]:
        return self.any_of or (self.range,)


@dataclass(frozen=True)
class Class:
    """A LinkML class. `slots` are induced: slot_usage, attributes and inheritance applied, in order.

    `ancestors` begins with the class itself, nearest first.
    """

    name: str
    description: str | None
    is_a: str | None
    mixins: tuple[str, ...]
    ancestors: tuple[str, ...]
    abstract: bool
    mixin: bool
    slots: Mapping[str, Slot]
    unique_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # name -> slots, inherited ones included
    relationship: bool = False  # represents_relationship, here or inherited
    annotations: Annotations = field(default_factory=dict)  # inherited ones included
    position: Position = field(default=Position(""), compare=False)


@dataclass(frozen=True)
class Predicate:
    """A relation between entities: a top-level slot whose range is a node class.

    Only forward predicates are kept: of a pair of inverses the one that a relationship class fixes, else
    the one annotated `canonical_predicate`, else the one declared first. `inverse` is the other one's name
    (None if there is none, the same name if symmetric). `subjects` and `objects` are classes, from the
    relationship class where it narrows them, else domain and range, else those of the inverse, else the roots.
    `single` : one object at a time per subject; `single_inverse`: one subject at a time per object.
    """

    name: str
    slot: Slot
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    inverse: str | None
    relationship: str | None  # the class whose slots are its qualifiers
    qualifiers: Mapping[str, Slot]
    single: bool
    single_inverse: bool
    ancestors: tuple[str, ...]  # self first
    descendants: tuple[str, ...]  # self first
    annotations: Annotations  # of the relationship class and the slot

    @property
    def symmetric(self) -> bool:
        return self.slot.symmetric


@dataclass(frozen=True)
class Note:
    """Something the reader noticed and did not act on: a warning of `graphsvc check`."""

    rule: str
    message: str
    position: Position


@dataclass(frozen=True)
class Ontology:
    """Everything the LinkML file and its imports say, with names resolved and hierarchies closed."""

    name: str
    id: str
    description: str | None
    prefixes: Mapping[str, str]
    default_prefix: str
    classes: Mapping[str, Class]
    slots: Mapping[str, Slot]
    types: Mapping[str, Type]
    enums: Mapping[str, Enum]
    predicates: Mapping[str, Predicate]  # forward names only
    annotations: Annotations
    notes: tuple[Note, ...]
    source: str  # the files it was read from, for digests; `linkml.read_sources` reads it again
    position: Position = field(default=Position(""), compare=False)  # of the main file

    @cached_property
    def node_classes(self) -> Mapping[str, Class]:
        """Classes that entities may have, abstract ones and mixins among them, in the file's order."""
        return {name: c for name, c in self.classes.items() if not c.relationship and "id" in c.slots}

    @cached_property
    def descendants(self) -> Mapping[str, tuple[str, ...]]:
        """Class -> itself and all below it, in the file's order."""
        return {
            name: tuple(other.name for other in self.classes.values() if name in other.ancestors)
            for name in self.classes
        }

    @cached_property
    def inverses(self) -> Mapping[str, str]:
        """Inverse name -> forward name, without symmetric ones."""
        return {p.inverse: p.name for p in self.predicates.values() if p.inverse and p.inverse != p.name}

    def attributes(self, class_name: str) -> Mapping[str, Slot]:
        """The slots of a node class that hold values: neither intrinsic nor predicates."""
        return {
            name: slot
            for name, slot in self.classes[class_name].slots.items()
            if slot.kind != "class" and name not in INTRINSIC and not slot.identifier
        }

    def most_specific(self, categories: tuple[str, ...]) -> str | None:
        """The class that counts among several: the deepest known one, ties by the file's order."""
        known = [name for name in self.node_classes if name in categories]
        return max(known, key=lambda name: len(self.classes[name].ancestors), default=None)

    def rules(self, slot: Slot) -> tuple[Rules, ...]:
        """What a value of the slot must obey, one set of rules per alternative range. Objects are ids: text."""
        key = (slot.ranges, slot.pattern, slot.minimum, slot.maximum, slot.equals_string)
        if key not in self._rules:
            self._rules[key] = tuple(self._range_rules(name, slot) for name in slot.ranges)
        return self._rules[key]

    @cached_property
    def _rules(self) -> dict[tuple[object, ...], tuple[Rules, ...]]:
        return {}

    def _range_rules(self, name: str, slot: Slot) -> Rules:
        declared = self.types.get(name, Type(name, "string"))
        return Rules(
            base=declared.base,
            patterns=tuple(pattern for pattern in (declared.pattern, slot.pattern) if pattern is not None),
            minimum=max((n for n in (declared.minimum, slot.minimum) if n is not None), default=None),
            maximum=min((n for n in (declared.maximum, slot.maximum) if n is not None), default=None),
            equals=slot.equals_string,
            permissible=self.enums[name].texts if name in self.enums else (),
            prefixes=frozenset(self.prefixes) if self.prefixes else None,
        )

    def parse(self, slot: Slot, raw: Raw) -> Value:
        """The value of `raw` under the first range that it fits. Raises the `ValueFault` that came closest."""
        faults = []
        for rules in self.rules(slot):
            try:
                return parse(raw, rules)
            except ValueFault as fault:
                faults.append(fault)
        raise max(faults, key=lambda fault: fault.kind in ("pattern", "enum", "bounds"))
