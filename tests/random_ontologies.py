"""Random ontologies, read by the real reader, and random records for any ontology.

Each name is chosen to be awkward: taken by the API, no name in GraphQL, or the same as another once it is spelt there.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from typing import Any

from graphsvc.linkml import read_sources
from graphsvc.linkml.names import class_name, slot_name
from graphsvc.ontology import Ontology, Slot
from graphsvc.records import Statement, ValueKind
from tests.test_differential import DATES, DAYS, ENTITIES, INTEGERS, MOMENTS, NUMBERS, TEXTS, Graph

CLASSES = [
    "Person", "Statement", "Document", "Query", "Rank", "gene product", "3D model", "Mühle", "所", "PersonEdge",
    "EntityInstance", "Relation", "DateTime", "Organization", "Sheep", "Box", "City", "Owns", "node", "Type",
    "Person Instance", "class", "NULL",
]  # fmt: skip
SLOTS = [
    "height", "type", "type_", "contested", "relations", "cursor", "rank", "confidence", "größe", "3d size", "born",
    "NOT", "node", "first", "where", "id value", "name_", "statements", "led by", "LedBy", "owned_by", "value", "key",
    "height__key", "class", "true", "external ids x", "properties", "direction", "totalCount",
]  # fmt: skip
QUALIFIERS = ["share", "since", "until", "role", "status", "rank_", "votes", "node", "type", "contested", "weight"]
PREDICATES = [
    "leads", "owns", "knows", "part of", "statements", "cites", "located_in", "derives-from", "NOT", "entity", "größer",
    "has_interest_in", "person", "edge", "related", "documents",
]  # fmt: skip
ENUMS = ["Mood", "Status", "Colour", "Person status", "Decision"]
MEMBERS = ["live", "LIVE", "open-weight", "open weight", "2020", "好", "坏", "true", "null", "no!", "no?", "ß", "Ä"]
BASES = ["string", "integer", "decimal", "boolean", "date", "datetime", "edtf", "uri", "uriorcurie"]
TYPES = {
    "edtf": {"typeof": "string", "uri": "edtf:EDTF"},
    "score": {"typeof": "decimal", "minimum_value": -1, "maximum_value": 2},
    "short": {"typeof": "string", "pattern": "^.{0,2}$"},
}
RAW: dict[str, list[Any]] = {
    "string": TEXTS[:-1], "integer": INTEGERS, "decimal": [*NUMBERS, "14 ± 0.5", "14.3"], "boolean": [True, False],
    "date": DAYS, "datetime": MOMENTS, "edtf": DATES,
    "uri": ["https://example.org/a", "urn:b"], "curie": ["ex:a", "ex:B"], "uriorcurie": ["ex:a", "urn:b"],
}  # fmt: skip
"""Base of a type -> values that it takes."""


class Ontologies:
    """One random ontology, made of what `choose` decides."""

    def __init__(self, choose: random.Random) -> None:
        self.choose = choose

    def chance(self, share: float) -> bool:
        return self.choose.random() < share

    def some(self, names: Iterable[str], least: int, most: int) -> list[str]:
        known = list(names)
        return self.choose.sample(known, min(len(known), self.choose.randint(least, most)))

    def ontology(self) -> Ontology:
        return read_sources(json.dumps({"random.yaml": self.text()}))

    def text(self) -> str:
        """LinkML in YAML, of which JSON is a part."""
        self.enums = {name: self.enum() for name in self.some(ENUMS, 1, 4)}
        self.names = self.some([name for name in CLASSES if class_name(name) not in self.enums], 2, 7)
        self.attributes = self.some(SLOTS, 4, 14)
        self.qualifiers = self.some(QUALIFIERS, 2, 8)
        ranges = {name: self.values() for name in dict.fromkeys([*self.attributes, *self.qualifiers])}
        if self.chance(0.8):
            ranges["share"] = {"range": "decimal"}
        self.classes = self.node_classes()
        taken = {slot_name(name) for name in ranges}
        self.predicates = self.relations([name for name in PREDICATES if slot_name(name) not in taken])
        return json.dumps(
            {
                "id": "https://example.org/random",
                "name": "random",
                "prefixes": {name: f"https://example.org/{name}/" for name in ("linkml", "edtf", "ex", "doc")},
                "default_range": "string",
                "imports": ["linkml:types"],
                "types": TYPES,
                "enums": self.enums,
                "classes": {**self.classes, **self.relationships()},
                "slots": {**INTRINSIC, **ENDS, **ranges, **self.predicates},
            },
            ensure_ascii=False,
        )

    def enum(self) -> dict[str, Any]:
        return {"permissible_values": {text: {} for text in self.some(MEMBERS, 0, 6)}}

    # Values

    def values(self) -> dict[str, Any]:
        """A slot that holds values."""
        ranges = self.choose.choices([*BASES, *TYPES, *self.enums], k=self.choose.choice([1, 1, 1, 1, 1, 2, 3]))
        alternatives: dict[str, Any] = {"any_of": [{"range": range_} for range_ in ranges]}
        said = {"range": ranges[0]} if len(ranges) == 1 else alternatives
        said["annotations"] = {name: True for name in ("sort", "filter") if self.chance(0.3)}
        return said | {"multivalued": self.chance(0.3), "required": self.chance(0.1)}

    # Classes

    def node_classes(self) -> dict[str, Any]:
        """A tree below one root (sometimes two), some of it abstract, some of it mixins."""
        names = self.names
        root = {"slots": [*INTRINSIC, *self.some(self.attributes, 0, 2)], "abstract": self.chance(0.7)}
        found: dict[str, Any] = {"NamedThing": root}
        for name in names:
            mixin = self.chance(0.2)
            said: dict[str, Any] = {"slots": self.some(self.attributes, 0, 4)}
            mixins = [one for one, other in found.items() if other.get("mixin")]
            if not mixin or self.chance(0.3):
                said["is_a"] = self.choose.choice([one for one, other in found.items() if not other.get("mixin")])
            if mixins and self.chance(0.5):
                said["mixins"] = self.some(mixins, 1, 2)
            found[name] = said | {"mixin": mixin, "abstract": self.chance(0.2)} | self.names_of(name)
        self.narrow(found)
        return found

    def narrow(self, classes: dict[str, Any]) -> None:
        """Some slots mean something else in one class."""
        for said in classes.values():
            if said["slots"] and self.chance(0.2):
                slot = self.choose.choice(said["slots"])
                if slot not in INTRINSIC:
                    said["slot_usage"] = {slot: {"range": self.choose.choice([*BASES, *self.enums])}}

    def names_of(self, name: str) -> dict[str, Any]:
        asked = {"plural": f"many{len(name)}", "graphql_name": self.choose.choice(["person", "thing", "entities"])}
        chosen = {key: text for key, text in asked.items() if self.chance(0.15)}
        return {"annotations": chosen} if chosen else {}

    # Relations

    def relations(self, free: list[str]) -> dict[str, Any]:
        """Predicates and their inverses; some below others."""
        found: dict[str, Any] = {}
        names = ["NamedThing", *self.names]
        for name in self.some(free, 1, 6):
            said: dict[str, Any] = {"domain": self.choose.choice(names), "multivalued": self.chance(0.7)}
            ranges = self.choose.choices(names, k=self.choose.choice([1, 1, 2]))
            said |= {"range": ranges[0]} if len(ranges) == 1 else {"any_of": [{"range": one} for one in ranges]}
            said |= {flag: self.chance(0.2) for flag in ("transitive", "irreflexive", "asymmetric")}
            above = [one for one, other in found.items() if "inverse of" not in one]
            if above and self.chance(0.4):
                said["is_a"] = self.choose.choice(above)
            found[name] = said
            if self.chance(0.2):
                said["symmetric"] = True
            elif self.chance(0.6):
                said["inverse"] = inverse = f"inverse of {name}"
                back = {"domain": ranges[0], "range": said["domain"], "inverse": name}
                found[inverse] = back | {"multivalued": self.chance(0.7)}
        return found

    def relationships(self) -> dict[str, Any]:
        """Relationship classes for some of the predicates."""
        base = {"abstract": True, "represents_relationship": True, "slots": list(ENDS)}
        found: dict[str, Any] = {"Relationship": base}
        for name in self.predicates:
            if not self.chance(0.5):
                continue
            slots = self.some(self.qualifiers, 0, 5)
            said = {
                "is_a": self.choose.choice(list(found)) if self.chance(0.3) else "Relationship",
                "represents_relationship": True,
                "slots": slots,
                "slot_usage": {"predicate": {"equals_string": slot_name(name)}},
            }
            annotations = self.meanings(slots)
            found[f"{class_name(name)} statement"] = said | ({"annotations": annotations} if annotations else {})
        return found

    def meanings(self, slots: list[str]) -> dict[str, Any]:
        """Which qualifiers bound the time in which it holds, and which are shares."""
        parts = {"interval_start": "since", "interval_end": "until", "share_slot": "share"}
        found: dict[str, Any] = {key: slot for key, slot in parts.items() if slot in slots and self.chance(0.8)}
        return found | ({"acyclic": True} if self.chance(0.7) else {})


INTRINSIC: dict[str, Any] = {
    "id": {"identifier": True, "range": "uriorcurie"},
    "category": {"required": True},
    "name": {},
    "aliases": {"multivalued": True},
    "external_ids": {"multivalued": True, "range": "uriorcurie"},
}
ENDS: dict[str, Any] = {"subject": {"range": "NamedThing"}, "predicate": {}, "object": {"range": "NamedThing"}}


class Records(Graph):
    """Random records of any ontology: of what it declares, of what it does not, and of what breaks it."""

    def __init__(self, ontology: Ontology, choose: random.Random) -> None:
        super().__init__(choose)
        self.ontology = ontology
        self.classes = [*ontology.node_classes, "Spaceship"]
        self.slots = {name: slot for one in ontology.node_classes for name, slot in ontology.attributes(one).items()}
        backward = {inverse: ontology.predicates[name] for inverse, name in ontology.inverses.items()}
        self.predicates = {**ontology.predicates, **backward}

    def values(self, slot: Slot) -> list[Any]:
        """What the slot takes, or now and then anything."""
        rules = self.choose.choice(self.ontology.rules(slot))
        if self.choose.random() < 0.1:
            return [value for values in RAW.values() for value in values]
        return [*rules.permissible, *MEMBERS[:1]] if rules.permissible else RAW[rules.base]

    def statement(self, id_: str) -> Statement:
        """One of those of any ontology, of this one."""
        said = self.relation() if self.choose.random() < 0.6 else self.attribute()
        return super().statement(id_)._replace(**said)

    def relation(self) -> dict[str, Any]:
        name = self.choose.choice([*self.predicates, "unheard of"])
        known = dict(self.predicates[name].qualifiers) if name in self.predicates else {}
        values = {key: self.values(slot) for key, slot in known.items()} | {"unheard of": TEXTS[:3]}
        said = tuple((key, self.some(values[key]) or (values[key][0],)) for key in values if self.choose.random() < 0.5)
        end = self.choose.choice([*ENTITIES, "ex:gone"])
        return {"predicate": name, "object": end, "value": None, "value_kind": ValueKind.VALUE, "qualifiers": said}

    def attribute(self) -> dict[str, Any]:
        name = self.choose.choice([*self.slots, "unheard of"])
        values = self.values(self.slots[name]) if name in self.slots else TEXTS[:3]
        kind = self.choose.choice([ValueKind.VALUE] * 8 + [ValueKind.SOME_VALUE, ValueKind.NO_VALUE])
        value = self.choose.choice(values) if kind is ValueKind.VALUE else None
        said = tuple((key, (self.choose.choice(DATES),)) for key in ("since", "until") if self.choose.random() < 0.2)
        return {"predicate": name, "object": None, "value": value, "value_kind": kind, "qualifiers": said}
