"""What the reader of ontologies notes, and what it refuses: each with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphsvc.errors import OntologyError
from graphsvc.linkml import read_ontology
from tests.test_ontology import HEAD, read, write


@pytest.mark.parametrize(
    ("body", "rule", "line", "fragments"),
    [
        ("classes:\n  A:\n    rules: []\n", "metaslot-not-read", 6, ("`rules` (class)",)),
        ("slots:\n  a:\n    any_of: [{pattern: x}]\n", "metaslot-not-read", 6, ("`pattern` (alternative)",)),
        ("classes:\n  A:\n    union_of: [A]\n", "metaslot-not-read", 6, ("`union_of` (class)",)),
        ("enums:\n  E:\n    inherits: [F]\n", "metaslot-not-read", 6, ("`inherits` (enum)",)),
        (
            "classes:\n  A:\n    attributes:\n      id: \n      to: {range: A}\n",
            "attribute-is-no-predicate",
            8,
            ("'to'",),
        ),
        ("slots: {a: }\nclasses:\n  A:\n    slot_usage:\n      a: {}\n", "slot-usage-without-slot", 8, ("'A'", "'a'")),
    ],
)
def test_what_is_not_acted_upon_is_noted(tmp_path: Path, body: str, rule: str, line: int, fragments: Any) -> None:
    (note,) = read(tmp_path, body).notes
    assert (note.rule, note.position.line) == (rule, line)
    assert all(fragment in note.message for fragment in fragments), note.message


FIXING = "classes:\n  T: {slots: [id]}\n  R:\n    represents_relationship: true\n    slots: [predicate]\n"


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("slots: {id: , predicate: , p: }\n", "predicate-without-entities"),
        (
            "  S: {is_a: R, slot_usage: {predicate: {equals_string: q}}}\n"
            "  U: {is_a: R, slot_usage: {predicate: {equals_string: q}}}\n"
            "slots: {id: , predicate: , p: {range: T}, q: {range: T}}\n",
            "predicate-fixed-twice",
        ),
    ],
)
def test_relationship_classes_that_fix_no_predicate_are_noted(tmp_path: Path, body: str, rule: str) -> None:
    (note,) = read(tmp_path, f"{FIXING}    slot_usage: {{predicate: {{equals_string: p}}}}\n{body}").notes
    assert note.rule == rule


SLOT = "slots:\n  leads:\n"


@pytest.mark.parametrize(
    ("body", "line", "column", "fragments"),
    [
        (f"{SLOT}    range: Persn\nclasses: {{Person: }}\n", 6, 12, ("'Persn' is unknown", "mean 'Person'?")),
        (f"{SLOT}    any_of:\n      - range: strin\n", 7, 16, ("'strin'", "'string'")),
        ("default_range: strang\nslots: {a: }\n", 4, 16, ("'strang'", "'string'")),
        ("classes:\n  A: {slot_usage: {a: {range: X}}, slots: [a]}\nslots: {a: }\n", 5, 31, ("'X'", "Declare it")),
        (f"{SLOT}    domain: Nobody\n", 6, 13, ("The domain 'Nobody' is unknown",)),
        (f"{SLOT}    inverse: led_bi\n  led_by: \n", 6, 14, ("The inverse 'led_bi'", "'led_by'")),
        (f"{SLOT}    is_a: heads\n", 6, 11, ("In 'leads', the parent 'heads'", "Declare that slot")),
        ("slots: {a: {inverse: b}, b: , c: {inverse: b}}\n", 4, 31, ("inverse of both 'a' and 'c'",)),
        ("classes:\n  A: {is_a: Thing}\n", 5, 13, ("In 'A', the parent 'Thing' is unknown",)),
        ("classes:\n  A: {mixins: [Bas]}\n  Base: \n", 5, 16, ("'Bas'", "'Base'")),
        ("classes:\n  A: {is_a: B}\n  B: {mixins: [A]}\n", 5, 3, ("above itself: A -> B -> A", "Break the cycle")),
        ("slots:\n  a: {is_a: a}\n", 5, 3, ("A slot is above itself: a -> a",)),
        ("types:\n  t: {typeof: u}\n  u: {typeof: t}\n", 5, 3, ("A type is above itself: t -> u -> t",)),
        ("types:\n  t: {typeof: strng}\n", 5, 15, ("In 't', the parent 'strng'", "'string'")),
        ("classes:\n  A: {slots: [nam]}\nslots: {name: }\n", 5, 15, ("In 'A', the slot 'nam'", "'name'")),
        ("classes:\n  A: {slot_usage: {nam: }}\nslots: {name: }\n", 5, 20, ("The slot 'nam'", "'name'")),
        (f"{FIXING}    slot_usage: {{predicate: {{equals_string: x}}}}\nslots: {{id: , predicate: }}\n", 6, 3, ("x",)),
        ("classes:\n  my class: \n  My_Class: {attributes: {a: }}\n", 6, 3, ("'MyClass'", "yaml:5:3", "Rename")),
        ("slots:\n  my slot: \n  my_slot: \n", 6, 3, ("'my_slot'", "ontology.yaml:5:3")),
        ("classes: {A: }\nenums: {A: }\n", 5, 9, ("'A'", "ontology.yaml:4:11")),
        ("classes: {'-': }\n", 4, 11, ("'-' holds no letter",)),
        ("imports: [nowhere]\n", 4, 1, ("'imports' is given twice", "ontology.yaml:3:1")),
        ("classes:\n  A: \n  A: \n", 6, 3, ("'A' is given twice", "ontology.yaml:5:3")),
        ("clases: {}\n", 4, 1, ("'clases' is unknown", "'classes'")),
        ("classes: {A: {abstarct: true}}\n", 4, 15, ("'abstarct'", "'abstract'")),
        ("classes: [[a]]\n", 4, 11, ("must be a mapping", "not a list")),
        ("classes: [{abstract: true}]\n", 4, 11, ("has no 'name'",)),
        ("classes: text\n", 4, 10, ("`classes` of schema must be a mapping", "not 'text'")),
        ("classes: {A: 3}\n", 4, 14, ("Class 'A' must be a mapping", "not '3'")),
        ("slots: {a: {required: yes}}\n", 4, 23, ("`required` of slot 'a' must be true or false, not 'yes'",)),
        ("slots: {a: {minimum_value: low}}\n", 4, 28, ("must be a number, not 'low'",)),
        ("slots: {a: {range: [string]}}\n", 4, 20, ("must be text, not a list",)),
        ("slots: {a: {maximum_cardinality: -1}}\n", 4, 34, ("must be a whole number, not '-1'",)),
        ("classes: {A: {slots: [a], unique_keys: {k: {unique_key_slots: b}}}}\nslots: {a: }\n", 4, 63, ("'k'", "'b'")),
        ("slots: {a: {pattern: '['}}\n", 4, 22, ("'['", "no regular expression")),
        ("prefixes: {a: }\n", 4, 12, ("'a' stands for nothing",)),
        ("classes: {A: [}\n", 4, 15, ("not YAML",)),
        ("classes:\n\tA: 1\n", 5, 1, ("not YAML",)),
        ("--- \nid: x\n", 4, 1, ("not YAML", "another document")),
        ("description: a\x07b\n", 4, 15, ("control character",)),
        ("description: " + "[" * 200_000 + "\n", 4, 1, ("more than 100 levels deep",)),
        ("description:\n" + " [\n" * 200_000, 104, 1, ("more than 100 levels deep",)),
    ],
)
def test_what_cannot_be_understood_is_an_error_with_its_place(
    tmp_path: Path, body: str, line: int, column: int, fragments: tuple[str, ...]
) -> None:
    with pytest.raises(OntologyError) as caught:
        read(tmp_path, body)
    error = caught.value
    assert error.position is not None
    assert error.way_out
    assert all(fragment in str(error) for fragment in fragments), str(error)
    assert (error.position.file, error.position.line, error.position.column) == (
        str(tmp_path / "ontology.yaml"),
        line,
        column,
    )


@pytest.mark.parametrize(
    ("head", "line", "column", "fragments"),
    [
        ("", 0, 0, ("empty",)),
        ("# nothing\n", 0, 0, ("empty",)),
        ("- a\n", 1, 1, ("must be a mapping",)),
        ("- " * 200_000, 1, 1, ("more than 100 levels deep",)),
        ("name: x\n", 0, 0, ("has no `id`",)),
        ("id: x\n", 0, 0, ("has no `name`",)),
        ("id: x\nname: y\nimports: [nowhere]\n", 3, 11, ("'nowhere' does not resolve", "nowhere.yaml")),
        ("id: x\nname: y\nimports:\n  - linkml:units\n", 4, 5, ("linkml:units", "only linkml:types and local files")),
        ("id: x\nname: y\nslots: {a: {range: float}}\n", 3, 20, ("'float'", "Add linkml:types")),
    ],
)
def test_a_file_that_is_no_ontology_is_an_error(
    tmp_path: Path, head: str, line: int, column: int, fragments: tuple[str, ...]
) -> None:
    with pytest.raises(OntologyError) as caught:
        read(tmp_path, "", head)
    assert caught.value.position is not None
    assert (caught.value.position.line, caught.value.position.column) == (line, column)
    assert all(fragment in str(caught.value) for fragment in fragments), str(caught.value)


def test_an_imported_file_is_named_in_its_errors(tmp_path: Path) -> None:
    write(tmp_path, "classes:\n  A: \n", "more.yaml")
    with pytest.raises(OntologyError, match=r"ontology.yaml:4:11: The class 'A' is declared twice.*more.yaml:2:3"):
        read(tmp_path, "classes: {A: }\n", HEAD.replace("types]", "types, more]"))


def test_bytes_that_are_not_text_and_files_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"id: x\nname: caf\xe9\n")
    with pytest.raises(OntologyError, match=r"latin.yaml:2:10: The file is not UTF-8"):
        read_ontology(tmp_path / "latin.yaml")
    for missing in (tmp_path / "missing.yaml", tmp_path):
        with pytest.raises(OntologyError, match=r"cannot be read: (No such file|Is a directory)"):
            read_ontology(missing)
    (tmp_path / "bom.yaml").write_bytes(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode())
    assert read_ontology(tmp_path / "bom.yaml").name == "t"
