"""The ontology: LinkML's own SchemaView as oracle for induced slots, then predicates and values."""

from __future__ import annotations

import json
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from linkml_runtime import SchemaView

from graphsvc.errors import OntologyError
from graphsvc.linkml import read_ontology, read_sources
from graphsvc.linkml.names import class_name, slot_name
from graphsvc.ontology import Ontology
from graphsvc.values import Quantity, ValueFault, parse_edtf

SEED = Path(__file__).parent.parent / "seeds" / "muse-spark" / "ontology.yaml"

PRECEDENCE = """
id: https://example.org/precedence
name: precedence
imports: [linkml:types, more]
default_range: integer
default_prefix: ex
prefixes: {linkml: https://w3id.org/linkml/, ex: https://example.org/}
classes:
  root thing: {abstract: true, slots: [id, weight, code], slot_usage: {weight: {minimum_value: 1, maximum_value: 9}}}
  left side: {mixin: true, slots: [colour], slot_usage: {code: {pattern: ^L, description: left}}}
  right_side:
    mixin: true
    mixins: [left side]
    attributes: {size: {range: float, required: true}}
    slot_usage: {code: {pattern: ^R, required: true}, size: {multivalued: true}}
  Middle:
    is_a: root thing
    mixins: [left side, right_side]
    slots: [light colour, links]
    slot_usage:
      weight: {minimum_value: 0, maximum_value: 5, required: true}
      links: {range: Middle, multivalued: false}
  leaf:
    is_a: Middle
    attributes: {weight: {range: Imported, description: mine}, own: {identifier: false}}
    slot_usage: {code: {required: false, any_of: [{range: string}, {range: Shade}]}, own: {equals_string: x}}
slots:
  id: {identifier: true, range: uriorcurie}
  weight: {range: decimal, minimum_value: 3, unit: {symbol: kg}}
  code: {range: string, recommended: true, domain: root thing}
  colour: {range: Shade, multivalued: true, aliases: [hue]}
  light colour: {is_a: colour, mixins: [marked], minimum_value: 2}
  marked: {mixin: true, required: true, pattern: ^m, maximum_value: 7, symmetric: true}
  links: {range: root thing, multivalued: true, inverse: linked from}
  linked from: {range: root thing, multivalued: true}
enums:
  Shade: {permissible_values: [dark, light]}
"""
MORE = """
id: https://example.org/more
name: more
classes: {Imported: {slots: [note]}}
slots: {note: {range: string}}
"""


def write(folder: Path, text: str, name: str = "ontology.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def biolink_path() -> Path:
    spec = find_spec("biolink_model")
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "schema" / "biolink_model.yaml"


@pytest.fixture(scope="session")
def biolink(biolink_path: Path) -> Ontology:
    return read_ontology(biolink_path)


@pytest.fixture(scope="session")
def seed() -> Ontology:
    return read_ontology(SEED)


# SchemaView as oracle


def range_name(view: SchemaView, name: str) -> str:
    return slot_name(name) if name in view.all_types() else class_name(name)


def as_linkml_has_it(view: SchemaView, slot: Any) -> dict[str, Any]:
    ranges = tuple(range_name(view, one.range) for one in slot.any_of)
    return {
        "range": ranges[0] if ranges else range_name(view, slot.range),
        "any_of": ranges,
        "domain": slot.domain and class_name(slot.domain),
        "is_a": slot.is_a and slot_name(slot.is_a),
        "mixins": tuple(map(slot_name, slot.mixins)),
        "inverse": slot.inverse and slot_name(slot.inverse),
        "minimum": slot.minimum_value,
        "maximum": slot.maximum_value,
        "aliases": tuple(slot.aliases),
        **{name: getattr(slot, name) for name in ("description", "pattern", "equals_string")},
        **{name: bool(getattr(slot, name)) for name in ("multivalued", "required", "recommended", "identifier")},
        **{name: bool(getattr(slot, name)) for name in ("symmetric", "asymmetric", "transitive", "abstract", "mixin")},
    }


def assert_agrees(ontology: Ontology, view: SchemaView, but: tuple[str, ...] = ()) -> int:
    compared = 0
    for name in view.all_classes():
        if name in but:
            continue
        ours = ontology.classes[class_name(name)]
        theirs = {slot_name(slot.name): as_linkml_has_it(view, slot) for slot in view.class_induced_slots(name)}
        assert list(ours.slots) == list(theirs), name
        assert set(ours.ancestors) == {class_name(one) for one in view.class_ancestors(name)}
        for slot, expected in theirs.items():
            assert {key: getattr(ours.slots[slot], key) for key in expected} == expected, f"{name}.{slot}"
            compared += 1
    return compared


def test_the_seed_is_induced_as_linkml_does(seed: Ontology) -> None:
    assert assert_agrees(seed, SchemaView(str(SEED))) > 300


def test_biolink_is_induced_as_linkml_does(biolink: Ontology, biolink_path: Path) -> None:
    view = SchemaView(str(biolink_path))
    assert assert_agrees(biolink, view, but=("knowledge graph",)) > 10_000  # declared as `KnowledgeGraph` too
    assert len(biolink.classes) == len(view.all_classes()) - 1
    assert set(biolink.slots) == set(map(slot_name, view.all_slots(attributes=False)))
    assert {name: e.texts for name, e in biolink.enums.items()} == {
        class_name(name): tuple(e.permissible_values) for name, e in view.all_enums().items()
    }


def test_precedence_is_that_of_linkml(tmp_path: Path) -> None:
    write(tmp_path, MORE, "more.yaml")
    path = write(tmp_path, PRECEDENCE)
    ontology = read_ontology(path)
    assert assert_agrees(ontology, SchemaView(str(path))) == 22
    leaf = ontology.classes["Leaf"]
    assert leaf.ancestors == ("Leaf", "Middle", "LeftSide", "RightSide", "RootThing")
    assert (leaf.slots["weight"].range, leaf.slots["weight"].kind) == ("Imported", "class")
    assert leaf.slots["code"].any_of == ("string", "Shade")


HEAD = "id: https://example.org/t\nname: t\nimports: [linkml:types]\n"


def read(folder: Path, body: str, head: str = HEAD) -> Ontology:
    return read_ontology(write(folder, head + body))


def test_what_is_said_counts_where_linkml_runtime_passes_over_it(tmp_path: Path) -> None:
    ontology = read(
        tmp_path,
        """
classes:
  A: {slots: [id]}
  B: {slots: [id]}
slots:
  id: {identifier: true}
  near: {any_of: [{range: A}, {range: B}], multivalued: true, minimum_value: 5}
  nearest: {is_a: near, multivalued: false, minimum_value: 0}
""",
    )
    nearest = ontology.slots["nearest"]
    assert (nearest.multivalued, nearest.minimum, nearest.ranges) == (False, Decimal(0), ("A", "B"))
    assert ontology.predicates["nearest"].single
    assert ontology.predicates["nearest"].objects == ("A", "B")


# Predicates


def test_predicates_of_the_seed(seed: Ontology) -> None:
    owns, leads, rivals = (seed.predicates[name] for name in ("owns", "leads", "competes_with"))
    assert (owns.inverse, owns.relationship, owns.subjects, owns.objects) == (
        "owned_by",
        "Ownership",
        ("Agent",),
        ("Organization",),
    )
    assert tuple(owns.qualifiers) == ("share", "price", "since", "until", "basis")
    assert owns.ancestors == ("owns", "has_interest_in")
    assert seed.predicates["has_interest_in"].descendants == ("has_interest_in", "owns", "backs")
    assert owns.annotations["share_sum_max"] == 1
    assert (leads.single, leads.single_inverse) == (False, True)
    assert (rivals.inverse, rivals.symmetric) == ("competes_with", True)
    assert "owned_by" not in seed.predicates
    assert seed.inverses["owned_by"] == "owns"
    assert not {"subject", "object", "since", "category"} & seed.predicates.keys()
    assert seed.classes["Ownership"].relationship
    assert "Ownership" not in seed.node_classes
    assert seed.types["edtf"].base == "edtf"
    assert seed.notes == ()


def test_predicates_of_biolink(biolink: Ontology) -> None:
    related, treats, child = (biolink.predicates[name] for name in ("related_to", "treats", "gene_product_of"))
    assert related.symmetric
    assert related.subjects == related.objects == ("NamedThing",)
    assert {"treats", "affects", "gene_product_of", "subclass_of"} <= set(related.descendants)
    assert (treats.inverse, treats.subjects) == ("treated_by", ("ChemicalOrDrugOrTreatment",))
    assert treats.ancestors[0] == "treats"
    assert treats.ancestors[-1] == "related_to"
    assert (child.inverse, child.slot.range, child.single) == ("has_gene_product", "Gene", False)
    assert "treated_by" not in biolink.predicates
    assert not {"subject", "object", "nodes", "has_attribute", "qualified_predicate"} & biolink.predicates.keys()
    assert biolink.classes["GeneToGeneAssociation"].relationship
    assert "Gene" in biolink.node_classes
    assert biolink.most_specific(("NamedThing", "Gene", "BiologicalEntity")) == "Gene"
    assert [note.rule for note in biolink.notes] == ["metaslot-not-read"] * 3 + ["name-twice"]
    assert "54 times" in biolink.notes[1].message


RELATIONS = """
classes:
  Thing: {slots: [id]}
  Person: {is_a: Thing}
  Firm: {is_a: Thing}
  Address: {slots: [street]}
  Relation: {represents_relationship: true, slots: [id, subject, predicate, object, publications, since]}
  Holding:
    is_a: Relation
    slots: [share, via]
    slot_usage: {predicate: {equals_string: held by}, object: {range: Person}}
  LargeHolding: {is_a: Holding, slots: [board_seats]}
slots:
  id: {identifier: true}
  street: {}
  publications: {multivalued: true}
  subject: {range: Thing}
  predicate: {}
  object: {range: Thing}
  since: {range: date}
  share: {range: decimal}
  board_seats: {range: integer}
  via: {range: Firm}
  holds: {domain: Person, range: Firm, inverse: held by, multivalued: true}
  held by: {is_a: tied_from}
  tied_to: {range: Thing, annotations: {canonical_predicate: true}}
  tied_from: {inverse: tied_to}
  lives_at: {range: Address}
  knows: {domain: Person, range: Person, inverse: knows, is_a: tied_to}
"""


def test_which_of_two_inverses_is_forward_and_what_it_takes_from_the_other(tmp_path: Path) -> None:
    ontology = read(tmp_path, RELATIONS)
    assert tuple(ontology.predicates) == ("held_by", "tied_to", "knows")
    held = ontology.predicates["held_by"]
    assert (held.subjects, held.objects) == (("Firm",), ("Person",))
    assert tuple(held.qualifiers) == ("share", "via", "since")
    assert (held.single, held.single_inverse) == (True, False)
    assert held.ancestors == ("held_by",)
    assert ontology.predicates["tied_to"].descendants == ("tied_to", "knows")
    assert ontology.predicates["tied_to"].subjects == ("Thing",)
    assert (ontology.predicates["knows"].symmetric, ontology.predicates["knows"].single_inverse) == (True, True)


# Values under their slots


def test_values_are_parsed_by_the_first_range_they_fit(tmp_path: Path) -> None:
    ontology = read(
        tmp_path,
        """
prefixes: {ex: 'https://example.org/'}
classes: {A: {slots: [id]}}
types:
  percent: {typeof: decimal, minimum_value: 0, maximum_value: 100}
  Moment: {typeof: string, uri: 'http://id.loc.gov/datatypes/edtf/EDTF'}
  fixed: {base: int}
  shout: {typeof: string, pattern: '^[A-Z]+$'}
enums: {Size: {permissible_values: {small: {meaning: ex:s}, large: }}}
slots:
  id: {identifier: true, range: curie}
  part: {range: percent, maximum_value: 50}
  when: {range: Moment}
  mixed: {any_of: [{range: Size}, {range: fixed}, {range: shout}], pattern: '^..'}
  to: {range: A}
""",
    )
    slots = ontology.slots
    assert ontology.parse(slots["part"], Decimal("49.5")) == Quantity(Decimal("49.5"), None, "49.5")
    assert ontology.parse(slots["when"], "2026-04~") == parse_edtf("2026-04~")
    assert [ontology.parse(slots["mixed"], raw) for raw in ("small", 12, "HO")] == ["small", 12, "HO"]
    assert ontology.parse(slots["to"], "anything") == "anything"
    assert [rules.kind for rules in ontology.rules(slots["mixed"])] == ["enum", "integer", "string"]
    assert ontology.rules(slots["mixed"]) is ontology.rules(slots["mixed"])
    assert ontology.enums["Size"].values[0].meaning == "ex:s"
    for slot, raw, kind in [("part", "51", "bounds"), ("mixed", "smal", "enum"), ("id", "ey:1", "curie")]:
        with pytest.raises(ValueFault) as caught:
            ontology.parse(slots[slot], raw)
        assert caught.value.kind == kind


def test_cardinalities_narrow_and_unique_keys_are_inherited(tmp_path: Path) -> None:
    ontology = read(
        tmp_path,
        """
classes:
  A: {slots: [a, b], unique_keys: {main: {unique_key_slots: [a, b]}}}
  B: {is_a: A, unique_keys: [{unique_key_name: other, unique_key_slots: b}], slot_usage: {a: {maximum_cardinality: 9}}}
slots: {a: {minimum_cardinality: 1, maximum_cardinality: 3}, b: {exact_cardinality: 2}}
""",
    )
    slots = ontology.classes["B"].slots.values()
    assert {(slot.name, slot.fewest, slot.most) for slot in slots} == {("a", 1, 3), ("b", 2, 2)}
    assert ontology.classes["B"].unique_keys == {"main": ("a", "b"), "other": ("b",)}


def test_linkml_types_come_down_to_few(tmp_path: Path) -> None:
    types = read(tmp_path, "").types
    bases = {name: types[name].base for name in ("double", "date_or_datetime", "time", "uriorcurie", "jsonpointer")}
    assert list(bases.values()) == ["decimal", "edtf", "string", "uriorcurie", "string"]
    assert types["ncname"].pattern is not None


def test_both_forms_of_annotations_and_lists_are_read(tmp_path: Path) -> None:
    ontology = read(
        tmp_path,
        """
annotations: {verdict: recency}
classes:
  A:
    annotations: {plural: as, count: {value: 2}, share: 0.5, acyclic: true, text: '1'}
    slots: [id]
  B: {is_a: A, annotations: [{tag: plural, value: bs}, {tag: deep, value: {a: 1}}]}
slots: {id: }
""",
    )
    assert ontology.annotations == {"verdict": "recency"}
    inherited = {"count": 2, "share": Decimal("0.5"), "acyclic": True, "text": "1"}
    assert ontology.classes["B"].annotations == {"plural": "bs", **inherited}
    assert [note.message.split(" is")[0] for note in ontology.notes] == ["`deep` (annotation)"]


def test_yaml_does_not_surprise(tmp_path: Path) -> None:
    values = "{no: {description: 2024-01-01}, 1e3: , 012: , '~': , 1_000: , 12:30:45: }"
    ontology = read(tmp_path, f"enums: {{E: {{permissible_values: {values}}}}}\ndescription: 1.10\n")
    assert ontology.enums["E"].texts == ("no", "1e3", "012", "~", "1_000", "12:30:45")
    assert ontology.enums["E"].values[0].description == "2024-01-01"
    assert ontology.description == "1.10"


def test_imports_are_read_once_and_first(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path, "imports: [sub/deep.yaml, ontology]\nprefixes: {a: 'https://a/'}\nclasses: {One: }\n", "one.yaml")
    write(tmp_path / "sub", "imports: [../one]\nclasses: {Deep: }\n", "deep.yaml")
    ontology = read(tmp_path, "classes: {Main: {is_a: Deep}}\n", HEAD.replace("types]", "types, one, sub/deep]"))
    assert list(ontology.classes) == ["Deep", "One", "Main"]
    assert ontology.prefixes == {"a": "https://a/"}
    assert ontology.source.count("Deep:") == 1
    assert list(json.loads(ontology.source)) == ["ontology.yaml", "one.yaml", "sub/deep.yaml"]
    assert read_sources(ontology.source) == ontology


@pytest.mark.parametrize("source", ["", "x", "[]", "{}", "3"])
def test_a_stored_ontology_that_is_none_is_an_error(source: str) -> None:
    with pytest.raises(OntologyError, match="Load the dataset again"):
        read_sources(source)


def test_the_stored_text_gives_the_same_ontology(seed: Ontology) -> None:
    assert read_sources(seed.source) == seed
