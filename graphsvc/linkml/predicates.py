"""Which slots are predicates, which way each of a pair of inverses runs, and what qualifies it.

A slot of the top level is a predicate if its range is a class of entities and it belongs neither to a
relationship class (`subject`, `object`, a qualifier) nor to containers only; or if it descends from
`related to` (Biolink); or if a relationship class fixes it (`predicate: {equals_string: owns}`).

Of two inverse slots one is forward: the one that a relationship class fixes, else the one annotated
`canonical_predicate: true` (Biolink), else the one declared first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from graphsvc.linkml.names import slot_name
from graphsvc.linkml.nodes import Text, fail, unknown
from graphsvc.ontology import Class, Note, Predicate, Slot

RECORD_SLOTS = frozenset(
    ("id", "category", "type", "subject", "predicate", "object", "publications", "references", "rank", "confidence")
)
"""What every statement has of its own; the other slots of a relationship class are qualifiers."""


class Derivation:
    """Derives the predicates of one ontology from its classes and slots of the top level."""

    def __init__(self, classes: Mapping[str, Class], slots: Mapping[str, Slot]) -> None:
        self.classes = classes
        self.slots = slots
        self.notes: list[Note] = []
        self.relationships = {name: one for name, one in classes.items() if one.relationship}
        self.entity_classes = {
            name
            for one in classes.values()
            if not one.relationship and "id" in one.slots
            for name in one.ancestors  # mixins and abstract classes without `id` among them
        }
        self.fixed = self._fixed()
        self.inverses = self._inverses()
        self.forward = self._forward()
        self._note_attributes()

    def predicates(self) -> dict[str, Predicate]:
        above = {name: tuple(_walk(name, self._forward_parents)) for name in self.forward}
        below = {name: [other for other in self.forward if name in above[other][1:]] for name in self.forward}
        return {name: self._predicate(name, above[name], (name, *below[name])) for name in self.forward}

    # What is a predicate

    def _fixed(self) -> dict[str, Class]:
        """Predicate -> the relationship class that fixes it in its own words."""
        found: dict[str, Class] = {}
        for one in self.relationships.values():
            text = _fixes(one)
            if text is None or (one.is_a and text == _fixes(self.classes[one.is_a])):
                continue
            name = slot_name(text.rpartition(":")[2])
            if name not in self.slots:
                unknown("The predicate", Text(text, one.position), self.slots, "Declare it under `slots`.")
            if name in found:
                message = f"{one.name!r} fixes the predicate {name!r} as {found[name].name!r} does, which counts."
                self.notes.append(Note("predicate-fixed-twice", message, one.position))
            elif self._entities(self.slots[name].ranges) or self._entities(_ranges(one, "object")):
                found[name] = one
            else:
                message = f"{one.name!r} fixes {name!r}, whose range is no class of entities: it is no predicate."
                self.notes.append(Note("predicate-without-entities", message, one.position))
        return found

    def _is_predicate(self, slot: Slot, parts: set[str], owners: Mapping[str, list[str]]) -> bool:
        above = set(_walk(slot.name, self._parents))
        if "related_to" in above or slot.name in self.fixed:
            return True
        if "qualifier" in above or slot.domain in self.relationships or not above.isdisjoint(parts):
            return False
        return bool(self._entities(slot.ranges) and self._entities(owners.get(slot.name, self.entity_classes)))

    def _parents(self, name: str) -> Iterator[str]:
        slot = self.slots[name]
        yield from (slot.is_a, *slot.mixins) if slot.is_a else slot.mixins

    def _entities(self, ranges: Iterable[str | None]) -> tuple[str, ...]:
        return tuple(name for name in ranges if name in self.entity_classes and name)

    def _note_attributes(self) -> None:
        inner = {
            slot.position: slot.name
            for name in self.entity_classes
            for slot in self.classes[name].slots.values()
            if slot.name not in self.slots and self._entities(slot.ranges)
        }
        for position, name in sorted(inner.items()):
            message = f"The attribute {name!r} relates entities, but only a slot declared under `slots` is a predicate."
            self.notes.append(Note("attribute-is-no-predicate", message, position))

    # Which way it runs

    def _inverses(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for slot in self.slots.values():
            for one, other in ((slot.name, slot.inverse), (slot.inverse, slot.name)):
                if one and other and found.setdefault(one, other) != other:
                    message = f"{one!r} is the inverse of both {found[one]!r} and {other!r}."
                    fail(message, "Name one inverse on either side.", slot.position)
        return found

    def _forward(self) -> list[str]:
        """Forward names in the order of the file."""
        order = {name: index for index, name in enumerate(self.slots)}
        parts = {slot for one in self.relationships.values() for slot in one.slots}
        owners: dict[str, list[str]] = {}
        for one in self.classes.values():
            for name in one.slots:
                owners.setdefault(name, []).append(one.name)

        def claim(name: str) -> tuple[bool, bool, int]:
            canonical = self.slots[name].annotations.get("canonical_predicate") is True
            return name in self.fixed, canonical, -order[name]

        found = {name for name, slot in self.slots.items() if self._is_predicate(slot, parts, owners)}
        return sorted({max(name, self.inverses.get(name, name), key=claim) for name in found}, key=order.__getitem__)

    # Its hierarchy and its qualifiers

    def _forward_parents(self, name: str) -> Iterator[str]:
        """Forward predicates above, nearest first, also where only the inverses say so."""
        yield from (one for one in _walk(name, self._parents) if one in self.forward)
        for one in _walk(self.inverses.get(name, name), self._parents)[1:]:
            other = self.inverses.get(one, one if self.slots[one].symmetric else "")
            if other in self.forward:
                yield other

    def _predicate(self, name: str, ancestors: tuple[str, ...], descendants: tuple[str, ...]) -> Predicate:
        slot = self.slots[name]
        inverse = name if slot.symmetric else self.inverses.get(name)
        backward = self.slots[inverse] if inverse else None
        relationship = self.fixed.get(name)
        qualifiers = relationship.slots if relationship else {}
        return Predicate(
            name=name,
            slot=slot,
            subjects=self._ends("subject", relationship, (slot.domain,), backward.ranges if backward else ()),
            objects=self._ends("object", relationship, slot.ranges, (backward.domain,) if backward else ()),
            inverse=inverse,
            relationship=relationship.name if relationship else None,
            qualifiers={name: slot for name, slot in qualifiers.items() if name not in RECORD_SLOTS},
            single=not slot.multivalued,
            single_inverse=backward is not None and not backward.multivalued,
            ancestors=ancestors,
            descendants=descendants,
            annotations={**(relationship.annotations if relationship else {}), **slot.annotations},
        )

    def _ends(
        self, part: str, relationship: Class | None, declared: Iterable[str | None], inverse: Iterable[str | None]
    ) -> tuple[str, ...]:
        """The classes at one end: as the relationship class narrows them, else as the slot or its inverse has it."""
        narrowed = _ranges(relationship, part)
        if part in self.slots and narrowed == self.slots[part].ranges:
            narrowed = ()
        roots = (one.name for one in self.classes.values() if one.is_a is None and not one.mixin)
        return next(filter(None, map(self._entities, (narrowed, declared, inverse, roots))), ())


def _ranges(relationship: Class | None, part: str) -> tuple[str, ...]:
    return relationship.slots[part].ranges if relationship and part in relationship.slots else ()


def _fixes(one: Class) -> str | None:
    return one.slots["predicate"].equals_string if "predicate" in one.slots else None


def _walk(start: str, above: Callable[[str], Iterable[str]]) -> list[str]:
    """The start and all above it, nearest first."""
    found = [start]
    for name in found:
        found.extend(dict.fromkeys(one for one in above(name) if one not in found))
    return found
