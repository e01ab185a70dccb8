"""One `Schema` -> the frozen ontology: names resolved, slots induced for every class.

Precedence is LinkML's, as `SchemaView.induced_slot` of linkml-runtime has it: a slot takes what it does not
say itself from its mixins, then its is_a; an attribute of the nearest class replaces the slot; `slot_usage`
speaks over both, the nearest class last; bounds only ever narrow. Two things differ: a value that is said
counts even if it is false or 0, and `any_of` is inherited along with `range`, the nearer of both counts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from operator import or_
from typing import Any

from graphsvc.errors import Position
from graphsvc.linkml.metaslots import INHERITED
from graphsvc.linkml.names import check_names, class_name, closure, slot_name
from graphsvc.linkml.nodes import Text, unknown
from graphsvc.linkml.reader import Element, Schema
from graphsvc.ontology import Class, Enum, Note, PermissibleValue, Slot, Type

_TEXTS = ("string", "time", "ncname", "objectidentifier", "nodeidentifier", "jsonpointer", "jsonpath", "sparqlpath")
_BUILTIN = {
    **{name: name for name in ("integer", "boolean", "decimal", "date", "datetime", "uri", "curie", "uriorcurie")},
    **dict.fromkeys(_TEXTS, "string"),
    **dict.fromkeys(("float", "double"), "decimal"),
    "date_or_datetime": "edtf",
}
"""Types of linkml:types -> what they come down to."""
_PYTHON = {"int": "integer", "bool": "boolean", "xsddate": "date", "xsddatetime": "datetime"}
_NCNAME = r"^[A-Za-z_][\w.\-]*$"
_FLAGS = ("multivalued", "recommended", "identifier", "asymmetric", "irreflexive", "transitive", "abstract", "mixin")
_COMBINED: Mapping[str, Callable[[Any, Any], Any]] = {
    **dict.fromkeys(("minimum_value", "minimum_cardinality"), max),
    **dict.fromkeys(("maximum_value", "maximum_cardinality"), min),
    "annotations": or_,
}
"""How `slot_usage` adds to what is said already; of all else it replaces it."""


class Induction:
    """Builds classes, slots, types and enums of one schema. Raises `OntologyError` for what does not resolve."""

    def __init__(self, schema: Schema) -> None:
        for name in _BUILTIN if schema.builtin else ("string",):
            facts = {"base": name} | ({"pattern": _NCNAME} if name == "ncname" else {})
            schema.types.setdefault(name, Element("type", Text(name, Position("linkml:types")), facts))
        self.schema = schema
        self.notes = check_names(schema)
        self._slots: dict[tuple[Element, ...], Slot] = {}
        self._closures = {name: closure(name, schema.classes) for name in schema.classes}

    # Types and enums

    def types(self) -> dict[str, Type]:
        return {slot_name(name): self._type(name) for name in self.schema.types}

    def _type(self, name: str) -> Type:
        above = closure(name, self.schema.types)
        facts = {key: said for one in reversed(above) for key, said in one.facts.items()}
        return Type(
            name=slot_name(name),
            base=next(filter(None, map(_own_base, above)), "string"),
            description=above[0].get("description"),
            pattern=facts.get("pattern"),
            minimum=facts.get("minimum_value"),
            maximum=facts.get("maximum_value"),
        )

    def enums(self) -> dict[str, Enum]:
        return {class_name(element.name): _enum(element) for element in self.schema.enums.values()}

    # Slots

    def slots(self) -> dict[str, Slot]:
        """The slots of the top level, with what they inherit."""
        return {slot_name(name): self._induced(element) for name, element in self.schema.slots.items()}

    def _induced(self, element: Element, *usages: Element) -> Slot:
        key = (element, *usages)
        if key not in self._slots:
            facts = self._with_inherited(element)
            for usage in usages:
                for metaslot, said in usage.facts.items():
                    combine = _COMBINED.get(metaslot) if metaslot in facts else None
                    facts[metaslot] = combine(facts[metaslot], said) if combine else said
            self._slots[key] = self._slot(element, facts)
        return self._slots[key]

    def _with_inherited(self, element: Element) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        if self.schema.slots.get(element.name) is element:  # an attribute inherits nothing
            for above in reversed(closure(element.name, self.schema.slots)):
                facts |= {key: above.facts[key] for key in INHERITED & above.facts.keys()}
        return {**facts, **element.facts}

    def _slot(self, element: Element, facts: Mapping[str, Any]) -> Slot:
        name = slot_name(element.name)
        default = self.schema.main.get("default_range") or Text("string", element.position)
        ranges = [self._range(one) for one in facts.get("ranges", (default,))]
        domain, inverse = facts.get("domain"), facts.get("inverse")
        inverse = slot_name(_known("The inverse", inverse, self.schema.slots, "slots")) if inverse else None
        flags: dict[str, Any] = {flag: facts.get(flag, False) for flag in _FLAGS}
        return Slot(
            name=name,
            range=ranges[0][1],
            kind=ranges[0][0],
            any_of=tuple(one for _, one in ranges) if len(ranges) > 1 else (),
            description=facts.get("description"),
            domain=class_name(_known("The domain", domain, self.schema.classes, "classes")) if domain else None,
            is_a=slot_name(element.get("is_a", "")) or None,
            mixins=tuple(map(slot_name, element.get("mixins", ()))),
            required=any(facts.get(flag, False) for flag in ("required", "identifier", "key")),
            pattern=facts.get("pattern"),
            minimum=facts.get("minimum_value"),
            maximum=facts.get("maximum_value"),
            fewest=facts.get("exact_cardinality", facts.get("minimum_cardinality")),
            most=facts.get("exact_cardinality", facts.get("maximum_cardinality")),
            equals_string=facts.get("equals_string"),
            inverse=inverse,
            symmetric=facts.get("symmetric", False) or inverse == name,
            aliases=tuple(map(str, facts.get("aliases", ()))),
            annotations=facts.get("annotations", {}),
            position=element.position,
            **flags,
        )

    def _range(self, name: Text) -> tuple[str, str]:
        """Kind (class, type or enum) and normalised name."""
        schema = self.schema
        if name in schema.classes or name in schema.enums:
            return "class" if name in schema.classes else "enum", class_name(name)
        if name not in schema.types and name in _BUILTIN:
            unknown("The range", name, (), "Add linkml:types to `imports`.")
        known = {**schema.classes, **schema.enums, **schema.types}
        return "type", slot_name(_known("The range", name, known, "classes`, `types` or `enums"))

    # Classes

    def classes(self) -> dict[str, Class]:
        self._check_usages()
        classes: dict[str, Class] = {}
        for name, element in self.schema.classes.items():
            classes.setdefault(class_name(name), self._class(element))
        return classes

    def _class(self, element: Element) -> Class:
        above = self._closures[element.name]
        slots = {slot_name(name): slot for name, slot in self._slots_of(above)}
        ancestors = tuple(dict.fromkeys(class_name(one.name) for one in above))
        annotations: dict[str, Any] = {}
        for one in reversed(above):
            annotations.update(one.get("annotations", {}))
        return Class(
            name=class_name(element.name),
            description=element.get("description"),
            is_a=class_name(element.get("is_a", "")) or None,
            mixins=tuple(map(class_name, element.get("mixins", ()))),
            ancestors=ancestors,
            abstract=element.get("abstract", False),
            mixin=element.get("mixin", False),
            slots=slots,
            unique_keys={name: key for one in reversed(above) for name, key in _unique_keys(one, slots)},
            relationship=any(one.get("represents_relationship") for one in above)
            or ("Association" in ancestors and {"subject", "predicate", "object"} <= slots.keys()),
            annotations=annotations,
            position=element.position,
        )

    def _slots_of(self, above: list[Element]) -> Iterator[tuple[str, Slot]]:
        """Name and induced slot of a class, given by itself and all above it, nearest first."""
        usages: dict[str, list[Element]] = {}
        attributes: dict[str, Element] = {}
        for one in reversed(above):
            attributes.update(one.get("attributes", {}))
            for name, usage in one.get("slot_usage", {}).items():
                usages.setdefault(name, []).append(usage)
        for name in dict.fromkeys(name for one in above for name in _own_slots(one)):
            if name not in attributes:
                _known(f"In {above[0].name!r}, the slot", name, self.schema.slots, "slots")
            yield name, self._induced(attributes.get(name) or self.schema.slots[name], *usages.get(name, ()))

    def _check_usages(self) -> None:
        """A `slot_usage` must name a slot, and one that the class or a class below it has."""
        had: dict[Element, set[str]] = {one: set() for one in self.schema.classes.values()}
        for above in self._closures.values():
            given = {name for one in above for name in _own_slots(one)}
            for one in above:
                had[one] |= given
        known = self.schema.slots.keys() | set().union(*had.values())
        for element, slots in had.items():
            for name, usage in element.get("slot_usage", {}).items():
                _known("The slot", name, known, "slots")
                if name not in slots:
                    message = f"`slot_usage` of {element.name!r} speaks of {name!r}, which no such class has."
                    self.notes.append(Note("slot-usage-without-slot", message, usage.position))


def _known(what: str, name: Text, known: Collection[str], section: str) -> Text:
    if name not in known:
        unknown(what, name, sorted(known), f"Declare it under `{section}`.")
    return name


def _own_base(element: Element) -> str | None:
    """What a type comes down to by itself: `edtf` by its name or datatype, else by `base`."""
    if element.name.lower() == "edtf" or "edtf" in element.get("uri", "").lower():
        return "edtf"
    base = element.get("base", "").lower()
    return None if element.get("typeof") else _BUILTIN.get(_PYTHON.get(base, base))


def _unique_keys(element: Element, slots: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, key in element.get("unique_keys", {}).items():
        for slot in key.get("unique_key_slots", ()):
            if slot_name(slot) not in slots:
                unknown(f"In the unique key {name!r}, the slot", slot, slots, f"Give it to {element.name!r}.")
        yield str(name), tuple(map(slot_name, key.get("unique_key_slots", ())))


def _own_slots(element: Element) -> tuple[Text, ...]:
    return (*element.get("slots", ()), *element.get("attributes", {}))


def _enum(element: Element) -> Enum:
    values = tuple(
        PermissibleValue(str(text), value.get("description"), value.get("meaning"))
        for text, value in element.get("permissible_values", {}).items()
    )
    return Enum(class_name(element.name), element.get("description"), values, element.position)
