"""Names that collide, or that GraphQL cannot have: each thing keeps one of its own, and a note says which."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from graphsvc.api.execution import Request, Service
from graphsvc.api.schema import build_schema
from graphsvc.errors import OntologyError
from graphsvc.linkml import read_ontology
from graphsvc.plan.bindings import predicate_types
from graphsvc.plan.naming import build_vocabulary
from graphsvc.plan.vocabulary import Vocabulary, share_fields
from tests.asking import service
from tests.generated import write_ontology

HEAD = """
id: https://example.org/t
name: t
prefixes: {linkml: https://w3id.org/linkml/, ex: https://example.org/t/}
default_prefix: ex
default_range: string
imports: [linkml:types]
"""
THING = "  Thing: {slots: [id, category, name]}\n"
SLOTS = "slots:\n  id: {identifier: true}\n  category: {}\n  name: {}\n"


def vocabulary(directory: Path, classes: str = THING, slots: str = "", rest: str = "") -> Vocabulary:
    file = directory / "ontology.yaml"
    file.write_text(f"{HEAD}classes:\n{classes}{SLOTS}{slots}{rest}", encoding="utf-8")
    return build_vocabulary(read_ontology(file))


def relation(name: str, more: str = "") -> str:
    return f"  {name}: {{domain: Thing, range: Thing, multivalued: true{more}}}\n"


@pytest.mark.parametrize(
    ("names", "types", "fields"),
    [
        (("leads", "Leads"), ("LEADS", "LEADS_2"), ("leads", "leadsRelation")),
        (("has_part", "hasPart"), ("HAS_PART", "HASPART"), ("hasPart", "hasPartRelation")),
        (("führt", "fährt"), ("FUHRT", "FAHRT"), ("fuhrt", "fahrt")),
        (("所有", "領導"), ("U6240U6709", "U9818U5C0E"), ("u6240u6709", "u9818u5c0e")),
        (("tone", "töne"), ("TONE", "TONE_2"), ("tone", "toneRelation")),
        (("direction",), ("DIRECTION",), ("directionRelation",)),
    ],
)
def test_predicates_keep_apart(tmp_path: Path, names: tuple[str, ...], types: Any, fields: Any) -> None:
    made = vocabulary(tmp_path, slots="".join(map(relation, names)))
    assert tuple(made.relationship_types.values()) == types
    assert tuple(made.by_class["Thing"].relations) == fields
    assert [predicate_types(made, name) for name in names] == [((type_,), "out") for type_ in types]
    assert [predicate_types(made, field) for field in fields if field not in names] == [
        ((type_,), "out") for type_, field in zip(types, fields, strict=True) if field not in names
    ]
    told = " ".join(note.message for note in made.notes)
    assert all(name in told for name in (*types, *fields) if name.endswith(("_2", "Relation")))
    build_schema(made)


@pytest.mark.parametrize(
    ("classes", "names"),
    [
        ("  Mühle: {is_a: Thing}\n", {"Mühle": "Muhle"}),
        ("  StatementEdge: {is_a: Thing}\n", {"StatementEdge": "StatementEdgeClass"}),
        ("  Edge: {is_a: Thing}\n", {"Edge": "EdgeClass"}),
        (
            "".join(f"  {name}: {{is_a: Thing}}\n" for name in ("ThingEdge", "ThingWhere", "ThingInstance")),
            {name: f"{name}Class" for name in ("ThingEdge", "ThingWhere", "ThingInstance")},
        ),
        ("  Thinge: {is_a: Thing}\n  Things: {is_a: Thing}\n", {}),
    ],
)
def test_types_keep_apart(tmp_path: Path, classes: str, names: dict[str, str]) -> None:
    made = vocabulary(tmp_path, THING + classes)
    assert {cls: type_.name for cls, type_ in made.by_class.items() if type_.name != cls} == names
    told = " ".join(note.message for note in made.notes)
    assert all(name in told for name in names.values())
    assert bool(made.notes)  # of two root fields called `things` one gives way, too
    build_schema(made)


@pytest.mark.parametrize(
    ("classes", "slots"),
    [
        ("  Foo: {is_a: Thing, annotations: {graphql_name: 'my thing'}}\n", ""),
        ("  Foo: {is_a: Thing, annotations: {plural: the-things}}\n", ""),
        ("  Foo: {is_a: Thing, slots: [born]}\n", "  born: {annotations: {graphql_name: 1born}}\n"),
        ("", relation("leads", ", annotations: {graphql_name: __leads}")),
    ],
)
def test_annotations_that_are_no_names(tmp_path: Path, classes: str, slots: str) -> None:
    with pytest.raises(OntologyError, match=r"ontology\.yaml:\d+:3: The annotation .* Write it like"):
        vocabulary(tmp_path, THING + classes, slots)


def test_names_by_annotation(tmp_path: Path) -> None:
    """They are for the class or relation that has them, not for those below."""
    classes = (
        THING.replace("name]", "name], annotations: {graphql_name: item, plural: stuff}") + "  Foo: {is_a: Thing}\n"
    )
    made = vocabulary(tmp_path, classes, relation("leads", ", annotations: {graphql_name: heads}"))
    roots = [(type_.singular, type_.plural) for type_ in made.classes.values()]
    assert (roots, list(made.relations)) == ([("item", "stuff"), ("foo", "foos")], ["Heads"])
    assert predicate_types(made, "leads") == predicate_types(made, "heads") == (("LEADS",), "out")
    assert not made.notes


def test_an_attribute_below_a_relation_of_its_name(tmp_path: Path) -> None:
    """The relation has one name in all classes, or the subclass would not fit its interface."""
    classes = THING + "  Foo: {is_a: Thing, slots: [hasPart]}\n"
    made = vocabulary(tmp_path, classes, relation("has_part") + "  hasPart: {}\n")
    assert {name for type_ in made.classes.values() for name in type_.relations} == {"hasPartRelation"}
    assert "hasPart" in made.by_class["Foo"].attributes
    build_schema(made)


def test_stored_properties_keep_apart(tmp_path: Path) -> None:
    classes = THING.replace("name]", "name, type, type_, type__]")
    made = vocabulary(tmp_path, classes, "  type: {}\n  type_: {}\n  type__: {}\n")
    for by in ("source", "name"):
        assert len({getattr(field, by) for field in made.value_fields.values()} - {"type"}) == 3


def test_a_relationship_class_without_qualifiers_has_no_type(tmp_path: Path) -> None:
    classes = (
        THING
        + "  Bare: {represents_relationship: true, slots: [subject, predicate, object], "
        + ("slot_usage: {predicate: {equals_string: knows}}}\n")
    )
    ends = "  subject: {range: Thing}\n  predicate: {}\n  object: {range: Thing}\n"
    made = vocabulary(tmp_path, classes, relation("knows") + ends)
    assert not made.properties
    build_schema(made)


@pytest.mark.parametrize(("range_", "known"), [("decimal", True), ("string", False)])
def test_a_share_is_a_number(tmp_path: Path, range_: str, known: bool) -> None:
    classes = (
        THING
        + "  Holding: {represents_relationship: true, slots: [subject, predicate, object, part], "
        + ("slot_usage: {predicate: {equals_string: holds}}, annotations: {acyclic: true, share_slot: part}}\n")
    )
    ends = "  subject: {range: Thing}\n  predicate: {}\n  object: {range: Thing}\n"
    made = vocabulary(tmp_path, classes, relation("holds") + ends + f"  part: {{range: {range_}}}\n")
    assert bool(share_fields(made)) == known


def test_an_enum_among_other_ranges_is_a_text_or_number(tmp_path: Path) -> None:
    slot = "  mood: {any_of: [{range: Mood}, {range: integer}, {range: string}]}\n"
    vocabulary(tmp_path, THING.replace("name]", "name, mood]"), slot, "enums: {Mood: {permissible_values: {x: {}}}}\n")
    (tmp_path / "entities.yaml").write_text("[{id: a, category: Thing}, {id: b, category: Thing}]")
    said = "[{subject: a, predicate: mood, value: x}, {subject: b, predicate: mood, value: y}]"
    (tmp_path / "statements.yaml").write_text(said)
    body = service(tmp_path).answer_now(Request("{things{edges{node{mood}}}}", {})).body
    assert [edge["node"]["mood"] for edge in orjson.loads(body)["data"]["things"]["edges"]] == ["x", "y"]


def test_a_class_without_id_has_no_type_in_common(tmp_path: Path) -> None:
    classes = f"{THING}  Located: {{mixin: true, slots: [place]}}\n  Town: {{is_a: Thing, mixins: [Located]}}\n"
    made = vocabulary(tmp_path, classes, "  place: {}\n")
    assert [made.common_type(names) for names in (("Town",), ("Thing", "Town"), ("Town", "Located"), ())] == [
        "Town", "Thing", "Entity", "Entity",
    ]  # fmt: skip


def test_typed_fields_are_those_of_predicates_with_a_class_or_with_data(tmp_path: Path) -> None:
    """Names do not depend on it, and the generic relations find all of them."""
    ontology = read_ontology(write_ontology(tmp_path / "ontology.yaml", 30, 30))
    every, some = build_vocabulary(ontology), build_vocabulary(ontology, ["p7"])
    assert list(every.typed_relations) == list(every.relations) == list(some.relations)
    assert list(some.typed_relations) == ["P0", "P7", "P10", "P20"]
    assert {name for type_ in some.classes.values() for name in type_.relations} == {"p0", "p7", "p10", "p20"}
    assert predicate_types(some, "p3") == (("P3",), "out")
    assert len(build_schema(some)._schema.type_map) < 7 * 30 + 7 * 4 + 80


def test_a_predicate_has_the_data_of_those_below_it(tmp_path: Path) -> None:
    made = vocabulary(tmp_path, slots=relation("above") + relation("below", ", is_a: above") + relation("beside"))
    assert list(build_vocabulary(made.ontology, ["below"]).typed_relations) == ["Above", "Below"]


def test_indexes_are_for_names_and_for_what_the_annotations_say(tmp_path: Path) -> None:
    slots = "  size: {range: integer, annotations: {sort: true}}\n  tags: {multivalued: true}\n"
    slots += "  country: {annotations: {filter: true, sort: true}}\n"
    slots += "  floors: {range: integer, annotations: {filter: true, sort: true}}\n"
    made = vocabulary(tmp_path, THING.replace("name]", "name, size, tags, country, floors]"), slots)
    assert set(made.classes["Thing"].indexes) == {
        (), ("name__key",), ("size",), ("country__key",), ("floors",),
        ("country",), ("country", "name__key"), ("country", "size"), ("country", "country__key"), ("country", "floors"),
        ("floors", "name__key"), ("floors", "size"), ("floors", "country__key"),
    }  # fmt: skip


HIERARCHY = """
  Interest:
    represents_relationship: true
    slots: [id, subject, predicate, object, status, tags, note]
    slot_usage: {predicate: {equals_string: interest}}
  Owning:
    is_a: Interest
    slot_usage:
      predicate: {equals_string: owns}
      status: {range: E2}
      tags: {multivalued: false}
      note: {range: integer}
"""
QUALIFIERS = """
  subject: {range: Thing}
  predicate: {}
  object: {range: Thing}
  status: {range: E1}
  tags: {multivalued: true}
  note: {}
  interest: {domain: Thing, range: Thing, multivalued: true}
  owns: {is_a: interest, domain: Thing, range: Thing, multivalued: true}
"""
ENUMS = "enums:\n  E1: {permissible_values: {x: {}}}\n  E2: {permissible_values: {p: {}}}\n"


def test_qualifiers_of_a_hierarchy(tmp_path: Path) -> None:
    made = vocabulary(tmp_path, THING + HIERARCHY, QUALIFIERS, ENUMS)
    assert made.qualifiers["interest"] == made.qualifiers["owns"]
    found = {name: (field.scalar, field.multivalued) for name, field in made.qualifiers["owns"].items()}
    assert found == {"status": ("Scalar", False), "tags": ("String", True), "note": ("Scalar", False)}
    (tmp_path / "entities.yaml").write_text("[{id: a, category: Thing}, {id: b, category: Thing}]")
    (tmp_path / "statements.yaml").write_text(
        "- {subject: a, predicate: interest, object: b, qualifiers: {status: x, tags: [u, v], note: hello}}\n"
        "- {subject: b, predicate: owns, object: a, qualifiers: {status: p, tags: single, note: 5}}\n"
    )
    asked: Service = service(tmp_path)
    query = "{things{edges{node{interest{edges{properties{status tags note}}}}}}}"
    things = orjson.loads(asked.answer_now(Request(query, {})).body)["data"]["things"]["edges"]
    assert [thing["node"]["interest"]["edges"][0]["properties"] for thing in things] == [
        {"status": "x", "tags": ["u", "v"], "note": "hello"},
        {"status": "p", "tags": ["single"], "note": 5},
    ]
