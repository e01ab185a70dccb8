"""Reading dataset directories: every format, every fault at its exact place, and the same records from each format."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from graphsvc.errors import DatasetError, InputError, Position
from graphsvc.load import formats
from graphsvc.load.read import read_dataset
from graphsvc.records import REJECTIONS, Dataset, Document, Entity, Rank, Reference, Statement, ValueKind, statement_id

ONTOLOGY = """
id: https://example.org/trial
name: trial
prefixes: {linkml: https://w3id.org/linkml/, ex: https://example.org/}
default_prefix: ex
imports: [linkml:types]
enums:
  Status: {permissible_values: {announced: , live: , "1": }}
slots:
  id: {identifier: true}
  category: {multivalued: true}
  name: {}
  born: {range: date}
  height: {range: decimal}
  employees: {range: integer}
  listed: {range: boolean}
  symbol: {multivalued: true}
  motto: {}
  subject: {range: NamedThing}
  predicate: {}
  object: {range: NamedThing}
  leads: {domain: Person, range: Organization, multivalued: true, inverse: led_by}
  led_by: {domain: Organization, range: Person}
  part_of: {domain: Organization, range: Organization}
  share: {range: decimal}
  since: {range: date}
  status: {range: Status, multivalued: true}
classes:
  NamedThing: {abstract: true, slots: [id, category, name]}
  Person: {is_a: NamedThing, slots: [born, height, symbol, motto]}
  Organization: {is_a: NamedThing, slots: [employees, listed, part_of]}
  Relationship: {abstract: true, represents_relationship: true, slots: [id, subject, predicate, object]}
  Leading:
    is_a: Relationship
    represents_relationship: true
    slots: [share, since, status]
    slot_usage: {predicate: {equals_string: leads}}
"""
HERE = Position("")
ANN_LEADS = "- subject: ann\n  predicate: leads\n  object: acme\n"
EDGES = "subject,predicate,object\n"


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Dataset]:
    """Write files (name -> text or bytes) into the directory `data` and read it; positions begin with `data/`."""
    monkeypatch.chdir(tmp_path)

    def read(files: dict[str, str | bytes], ontology: str | None = ONTOLOGY) -> Dataset:
        Path("data").mkdir()
        given = files if ontology is None else {"ontology.yaml": ontology, **files}
        for name, content in given.items():
            Path("data", name).write_bytes(content.encode() if isinstance(content, str) else content)
        return read_dataset(Path("data"))

    return read


Read = Callable[..., Dataset]


def faults(dataset: Dataset) -> list[str]:
    return [f"{fault.position} {fault.rule}" for fault in dataset.rejections]


def said(dataset: Dataset) -> set[object]:
    """What a dataset says, without the places where it says it."""
    nowhere = [
        one._replace(position=HERE, references=tuple(r._replace(position=HERE) for r in one.references))
        for one in dataset.statements
    ]
    return {*nowhere, *(replace(one, position=HERE) for one in (*dataset.entities, *dataset.documents))}


def test_own_format(read: Read) -> None:
    dataset = read(
        {
            "documents.yaml": "- {id: d1, title: News, published: 2026-04}\n- {id: d2, url: 'https://example.org'}\n",
            "entities.yaml": "# people\n- id: ann\n  category: person\n  name: Ann\n  aliases: [A, 1984]\n"
            "  external_ids: wd:Q1\n- {id: acme, category: [ex:Organization, ex:Odd, o:Else]}\n",
            "statements.yaml": "- subject: ann\n  predicate: ex:leads\n  object: acme\n  rank: preferred\n"
            "  confidence: 0.8\n  qualifiers: {share: 0.490, since: 2026, status: [live, 1], odd: 2E8, gone: }\n"
            "  references:\n  - {document: d1, locator: 3, digest: ab, via: Meta, retrieved: 2026-05-01}\n"
            "  - document: d2\n- {id: s2, subject: ann, predicate: born, value_kind: some_value}\n",
        }
    )
    assert (dataset.id, dataset.ontology.name, dataset.rejections) == ("trial", "trial", ())
    assert dataset.files == ("ontology.yaml", "documents.yaml", "entities.yaml", "statements.yaml")
    documents, entities, statements = (f"data/{name}" for name in dataset.files[1:])
    assert dataset.documents == (
        Document("d1", "News", None, None, "2026-04", None, None, Position(documents, 1, 3)),
        Document("d2", None, None, "https://example.org", None, None, None, Position(documents, 2, 3)),
    )
    assert dataset.entities == (
        Entity("ann", ("Person",), "Ann", ("A", "1984"), ("wd:Q1",), Position(entities, 2, 3)),
        Entity("acme", ("Organization", "Odd", "o:Else"), None, (), (), Position(entities, 7, 3)),
    )
    qualifiers = (
        ("share", (Decimal("0.490"),)),
        ("since", ("2026",)),
        ("status", ("live", "1")),
        ("odd", (Decimal("2E8"),)),
    )
    references = (
        Reference("d1", "3", "ab", "Meta", "2026-05-01", Position(statements, 8, 5)),
        Reference("d2", None, None, None, None, Position(statements, 9, 5)),
    )
    id = statement_id("trial", "ann", "leads", "object:acme", qualifiers)
    where = Position(statements, 1, 3)
    first, second = dataset.statements
    assert first == Statement(
        id, "ann", "leads", "acme", None, ValueKind.VALUE, qualifiers, Rank.PREFERRED, 0.8, references, where
    )
    assert (second.id, second.value_kind, second.rank) == ("s2", ValueKind.SOME_VALUE, Rank.NORMAL)
    assert type(dataset.entities[0].id) is type(first.qualifiers[2][1][1]) is str


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("14", 14),
        ("+5", 5),
        ("-0.50", Decimal("-0.50")),
        ("1e3", Decimal("1E+3")),
        (".5", Decimal("0.5")),
        ("9223372036854775807", 2**63 - 1),
        ("true", True),
        ("007", "007"),
        ("2026-04-08", "2026-04-08"),
        ("'14'", "14"),
        ('"true"', "true"),
        ("!!str 14", "14"),
        ("|-\n    two\n    lines", "two\nlines"),
        ("no", "no"),
        ("0x1F", "0x1F"),
        ('"\\U0001F600"', "😀"),
    ],
)
def test_scalars(read: Read, written: str, expected: object) -> None:
    dataset = read({"statements.yaml": f"- subject: a\n  predicate: odd\n  value: {written}\n"})
    assert dataset.rejections == ()
    assert [(type(one.value), one.value) for one in dataset.statements] == [(type(expected), expected)]


def test_slots_of_text_keep_what_is_written(read: Read) -> None:
    written = {"symbol": "2E8", "motto": "true", "born": "1984", "height": "2E8", "listed": "true", "odd": "1984"}
    records = "".join(f"- {{subject: a, predicate: {slot}, value: {value}}}\n" for slot, value in written.items())
    values = [one.value for one in read({"statements.yaml": records}).statements]
    assert values == ["2E8", "true", "1984", Decimal("2E8"), True, 1984]


def test_statements_that_say_the_same_are_one(read: Read) -> None:
    def record(rest: str) -> str:
        return f"- subject: ann\n  predicate: symbol\n  {rest}\n"

    dataset = read(
        {
            "statements.yaml": record("value: [x, y, x]\n  references: [{document: d1}, {document: d1}]")
            + record("value: y\n  references: [{document: d2}, {document: d1}]")
            + record("value: y\n  rank: deprecated")
            + record("value: y\n  id: s1")
            + record("value: y\n  id: s1\n  references: [{document: d1}, {document: d2}, {document: d1}]")
        }
    )
    found = [(one.value, [r.document for r in one.references], one.position.line) for one in dataset.statements]
    assert found == [("x", ["d1"], 1), ("y", ["d1", "d2"], 1), ("y", [], 13), ("y", ["d1", "d2"], 17)]
    assert faults(dataset) == ["data/statements.yaml:9:3 differing-duplicate"]


def test_aliases_share_values(read: Read) -> None:
    dataset = read(
        {
            "statements.yaml": "- subject: &who ann\n  predicate: symbol\n  value: x\n  references: &two\n"
            "  - document: d1\n- {subject: *who, predicate: motto, value: y, references: *two}\n"
        }
    )
    second = dataset.statements[1]
    assert (second.subject, second.references[0].document) == ("ann", "d1")
    assert second.references[0].position == Position("data/statements.yaml", 6, 59)


NODES = [
    {"id": "ann", "category": ["ex:Person"], "name": "Ann|a", "synonym": ["A", "B"], "xref": ["wd:Q1"]}
    | {
        "symbol": ["x", "2E8"],
        "motto": "a|b",
        "height": 1.70,
        "odd": "z",
        "publications": ["p:1"],
        "provided_by": "i:x",
    },
    {"id": "acme", "category": ["ex:Organization"], "listed": True, "employees": 12, "part of": "org"},
    {"id": "org", "category": ["ex:Organization"], "provided_by": "i:y"},
]
STATED = [
    {"subject": "ann", "predicate": "ex:leads", "object": "acme", "since": "2026", "status": ["live", "1"]}
    | {"share": 0.5, "publications": ["p:1", "p:2"], "primary_knowledge_source": "i:x", "rank": "preferred"},
    {"id": "e2", "subject": "acme", "predicate": "led_by", "object": "ann", "primary_knowledge_source": "i:x"}
    | {"aggregator_knowledge_source": ["i:y", "i:z"], "confidence": 0.25},
]
SOURCES = [{"id": "p:1", "title": "One", "published": "2026-04", "url": "https://example.org/1"}]
OWN = {
    "documents.yaml": "- {id: p:1, title: One, published: 2026-04, url: https://example.org/1}\n- id: p:2\n- id: i:x\n",
    "entities.yaml": "- {id: ann, category: Person, name: Ann|a, aliases: [A, B], external_ids: [wd:Q1]}\n"
    "- {id: acme, category: Organization}\n- {id: org, category: Organization}\n",
    "statements.yaml": """
- {subject: ann, predicate: symbol, value: [x, 2E8], references: &of [{document: p:1, via: i:x}]}
- {subject: ann, predicate: motto, value: a|b, references: *of}
- {subject: ann, predicate: height, value: 1.7, references: *of}
- {subject: ann, predicate: odd, value: z, references: *of}
- {subject: acme, predicate: listed, value: true}
- {subject: acme, predicate: employees, value: 12}
- {subject: acme, predicate: part_of, object: org}
- {subject: org, predicate: provided_by, value: i:y}
- subject: ann
  predicate: leads
  object: acme
  qualifiers: {since: 2026, status: [live, 1], share: 0.5}
  rank: preferred
  references: [{document: p:1, via: i:x}, {document: p:2, via: i:x}]
- id: e2
  subject: acme
  predicate: led_by
  object: ann
  qualifiers: {aggregator_knowledge_source: [i:y, i:z]}
  confidence: 0.25
  references: [document: i:x]
""",
}


def as_json_lines(rows: list[dict[str, object]]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def as_table(delimiter: str) -> Callable[[list[dict[str, object]]], str]:
    def write(rows: list[dict[str, object]]) -> str:
        columns = list(dict.fromkeys(key for row in rows for key in row))
        return "\n".join(
            delimiter.join(cell(row.get(column, "")) for column in columns) for row in [{c: c for c in columns}, *rows]
        )

    def cell(value: object) -> str:
        return "|".join(value) if isinstance(value, list) else str(value)

    return write


@pytest.mark.parametrize(
    ("suffix", "write"), [("jsonl", as_json_lines), ("csv", as_table(",")), ("tsv", as_table("\t"))]
)
def test_bulk_and_own_format_say_the_same(
    read: Read, suffix: str, write: Callable[[list[dict[str, object]]], str], tmp_path: Path
) -> None:
    bulk = read(
        {
            f"documents.{suffix}": write(SOURCES),
            f"trial_nodes.{suffix}": write(NODES),
            f"trial_edges.{suffix}": write(STATED),
        }
    )
    (tmp_path / "data").rename(tmp_path / "bulk")
    own = read(OWN)
    assert (bulk.rejections, own.rejections) == ((), ())
    assert said(bulk) == said(own)
    assert [one.id for one in bulk.entities] == ["ann", "acme", "org"]
    header = suffix != "jsonl"
    assert {one.id: str(one.position) for one in bulk.documents} == {
        "p:1": f"data/documents.{suffix}:{1 + header}:1",
        "p:2": f"data/trial_edges.{suffix}:{1 + header}:1",
        "i:x": f"data/trial_edges.{suffix}:{2 + header}:1",
    }


def test_files_are_read_in_order(read: Read) -> None:
    one = {
        "b_nodes.tsv": "id\nb\n",
        "a_nodes.jsonl": '{"id": "a"}\n\n{"id": "c"}',
        "nodes.csv": "\ufeffid,name\r\n\r\nd,D\r\n",
    }
    dataset = read(one | {"entities.yaml": "- id: e\n", "README.md": "", "types.yaml": ""})
    assert [entity.id for entity in dataset.entities] == ["e", "a", "c", "b", "d"]
    assert dataset.files == ("ontology.yaml", "entities.yaml", "a_nodes.jsonl", "b_nodes.tsv", "nodes.csv")
    assert str(dataset.entities[-1].position) == "data/nodes.csv:3:1"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0.1000000000000000055511151231257827", Decimal("0.1000000000000000055511151231257827")),
        ("12.50", Decimal("12.50")),
        ("[1, 2.0]", 1),
        ("9007199254740993", 9007199254740993),
    ],
)
def test_numbers_of_json_lines_are_exact(read: Read, number: str, expected: object) -> None:
    dataset = read({"nodes.jsonl": f'{{"id": "a", "height": {number}}}\n'})
    assert dataset.statements[0].value == expected
    assert str(dataset.statements[0].value) == str(expected)


def test_two_hundred_thousand_lines(read: Read) -> None:
    edge = '{"id":"e%d","subject":"a%d","predicate":"leads","object":"b","publications":["p:%d"]}\n'
    dataset = read({"edges.jsonl": "".join(edge % (n, n, n % 7) for n in range(200_000)) + "{\n"})
    assert (len(dataset.statements), len(dataset.documents)) == (200_000, 7)
    assert faults(dataset) == ["data/edges.jsonl:200001:2 unreadable-record"]


S, E, D, J = "statements.yaml", "entities.yaml", "documents.yaml", "edges.jsonl"
NEXT = {
    S: "- {subject: ok, predicate: p, object: o}\n",
    E: "- id: ok\n",
    D: "- id: ok\n",
    J: '{"subject": "ok", "predicate": "p", "object": "b"}\n',
}
EDGE = '{"subject": "a", "predicate": "p", "object": "b"'


FAULTS = [
    (E, "- name: x\n", "1:3 missing-key"),
    (S, "- predicate: p\n  object: b\n", "1:3 missing-key"),
    (S, "- subject: a\n  object: b\n", "1:3 missing-key"),
    (S, "- subject: a\n  predicate: p\n", "1:3 missing-key"),
    (S, "- subject: a\n  predicate: p\n  value: null\n", "1:3 missing-key"),
    (S, f"{ANN_LEADS}  references:\n  - via: x\n", "5:5 missing-key"),
    (D, "- id: d\n  titel: x\n", "2:3 unknown-key"),
    (S, f"{ANN_LEADS}  references:\n  - document: d\n    loc: x\n", "6:5 unknown-key"),
    (S, "- <<: {subject: a}\n  predicate: p\n", "1:3 unknown-key"),
    (E, "- id: a\n  name: x\n  name: y\n", "3:3 duplicate-key"),
    (S, f"{ANN_LEADS}  qualifiers: {{since: 2026, Since: 2027}}\n", "4:29 duplicate-key"),
    (E, "- id: a\n  name: [x]\n", "2:9 wrong-type"),
    (E, "- id: a\n  aliases: [x, {y: z}]\n", "2:16 wrong-type"),
    (S, f"{ANN_LEADS}  qualifiers: [x]\n", "4:15 wrong-type"),
    (S, f"{ANN_LEADS}  qualifiers: {{since: {{a: b}}}}\n", "4:23 wrong-type"),
    (S, f"{ANN_LEADS}  references: d1\n", "4:15 wrong-type"),
    (S, f"{ANN_LEADS}  references:\n  - d1\n", "5:5 wrong-type"),
    (S, "- {id: s, subject: a, predicate: p, value: [1, 2]}\n", "1:44 wrong-type"),
    (E, '- id: a\n  name: "x\\x01"\n', "2:9 bad-text"),
    (E, '- id: a\n  name: "x\\uffff"\n', "2:9 bad-text"),
    (E, "- id: a b\n", "1:7 bad-id"),
    (E, "- id: ''\n", "1:7 bad-id"),
    (E, "- id: 😀\n", "1:7 bad-id"),
    (E, f"- id: {'x' * 1001}\n", "1:7 bad-id"),
    (S, "- subject: a\n  predicate: p\n  object: b c\n", "3:11 bad-id"),
    (S, "- subject: a\n  predicate: 😀\n  object: b\n", "2:14 bad-name"),
    (S, f"- subject: a\n  predicate: {'p' * 1001}\n  object: b\n", "2:14 bad-name"),
    (S, "- subject: a\n  predicate: p\n  value: .nan\n", "3:10 bad-number"),
    (S, "- subject: a\n  predicate: p\n  value: [1, -.inf]\n", "3:14 bad-number"),
    (S, "- subject: a\n  predicate: p\n  value: 9223372036854775808\n", "3:10 bad-number"),
    (S, "- subject: a\n  predicate: p\n  value: 1e309\n", "3:10 bad-number"),
    (S, f"- subject: a\n  predicate: p\n  value: {'9' * 5000}\n", "3:10 bad-number"),
    (S, f"{ANN_LEADS}  value: 1\n", "4:10 object-and-value"),
    (S, f"{ANN_LEADS}  value_kind: no_value\n", "3:11 object-and-value"),
    (S, f"{ANN_LEADS}  value_kind: novalue\n", "4:15 bad-value-kind"),
    (S, f"{ANN_LEADS}  rank: best\n", "4:9 bad-rank"),
    (S, f"{ANN_LEADS}  confidence: 1.5\n", "4:15 bad-confidence"),
    (S, f"{ANN_LEADS}  confidence: high\n", "4:15 bad-confidence"),
    (E, "- just text\n", "1:3 unreadable-record"),
    (E, "- id: *nobody\n", "1:7 unreadable-record"),
    (E, "- id: !odd a\n", "1:7 unreadable-record"),
    (E, "- id: &a [*a]\n", "1:11 unreadable-record"),
    (E, "- ? [a]\n  : b\n", "1:5 unreadable-record"),
    (J, '{"subject": "a",}\n', "1:17 unreadable-record"),
    (J, "[1]\n", "1:1 unreadable-record"),
    (J, '{"a":' + "[" * 100_000 + "\n", "1:1 unreadable-record"),
    (J, '{"predicate": "p", "object": "b"}\n', "1:1 missing-key"),
    (J, EDGE + ', "subject": "c"}\n', "1:51 duplicate-key"),
    (J, EDGE + ', "object" : null}\n', "1:51 duplicate-key"),
    (J, EDGE + ', "share": {"y": 1, "y": 2}}\n', "1:1 duplicate-key"),
    (J, EDGE + ', "id": true}\n', "1:57 wrong-type"),
    (J, EDGE + ', "share": {"a": 1}}\n', "1:60 wrong-type"),
    (J, EDGE + ', "share": [1, [2]]}\n', "1:64 wrong-type"),
    (J, EDGE + ', "é": "x", "motto": "\\ud800"}\n', "1:70 bad-text"),
    (J, EDGE + ', "publications": ["p:1", "p 2"]}\n', "1:75 bad-id"),
    (J, EDGE + ', "share": NaN}\n', "1:60 bad-number"),
    (J, EDGE + ', "share": -Infinity}\n', "1:60 bad-number"),
    (J, EDGE + ', "share": 18446744073709551616}\n', "1:60 bad-number"),
    (J, EDGE + ', "share": 9223372036854775808}\n', "1:60 bad-number"),
    (J, EDGE + ', "share": ' + "9" * 5000 + "}\n", "1:60 bad-number"),
    (J, EDGE + ', "share": 1e9999999999999999999}\n', "1:60 bad-number"),
    ("nodes.tsv", "id\tname\na\tx\ty\nok\tx\n", "2:1 unreadable-record"),
    ("nodes.tsv", "id\tname\na\nok\tx\n", "2:1 unreadable-record"),
    ("nodes.tsv", "id\t😀\na\tx\nok\t\n", "2:3 bad-name"),
    ("nodes.tsv", "id\theight\na\tNaN\nok\t\n", "2:3 bad-number"),
    ("nodes.csv", 'id,name,height\n"a","x, ""y""\nz",Infinity\nok,,\n', "3:4 bad-number"),
    ("nodes.csv", 'id,name\n"a"b,x\nok,x\n', "2:1 unreadable-record"),
    ("nodes.csv", "id,name\n,x\nok,x\n", "2:1 missing-key"),
    ("edges.csv", EDGES + "a b,p,c\nok,p,c\n", "2:1 bad-id"),
    ("documents.csv", "id,name\nd,x\nok,\n", "2:3 unknown-key"),
    ("statements.jsonl", "", " unknown-file"),
    ("entities.yml", "", " unknown-file"),
    ("edges.tsv.gz", "", " unknown-file"),
    ("statement.yaml", "", " unknown-file"),
    ("edge.jsonl", "", " unknown-file"),
]


@pytest.mark.parametrize(("file", "content", "fault"), FAULTS)
def test_a_fault_rejects_its_record_and_no_other(read: Read, file: str, content: str, fault: str) -> None:
    dataset = read({file: content + NEXT.get(file, ""), "nodes.jsonl": '{"id": "ok"}\n'})
    place, rule = fault.split(" ")
    assert faults(dataset) == [f"data/{file}{':' + place if place else ''} {rule}"]
    assert all(rejection.message and rejection.way_out for rejection in dataset.rejections)
    kept = [*(one.id for one in (*dataset.entities, *dataset.documents)), *(one.subject for one in dataset.statements)]
    assert kept.count("ok") == (1 if rule == "unknown-file" else 2), kept


def test_every_rejection_rule_has_its_fault() -> None:
    assert {fault.split(" ")[1] for _, _, fault in FAULTS} | {"differing-duplicate"} == set(REJECTIONS)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({E: ""}, "data/entities.yaml: The file is empty."),
        ({J: "\n \n"}, "data/edges.jsonl: The file is empty."),
        ({"nodes.csv": ""}, "data/nodes.csv: The file is empty."),
        ({E: "id: a\n"}, "data/entities.yaml:1:1: The file is not a list of records."),
        ({E: "just text\n"}, "data/entities.yaml:1:1: The file is not a list of records."),
        ({E: "- id: a\n---\nid: b\n"}, "data/entities.yaml:3:1: The file is not a list of records."),
        ({E: "- id: a\n  name: 'x\n"}, "data/entities.yaml:3:1: This is not YAML: "),
        ({E: "- id: a\n name: x\n"}, "data/entities.yaml:2:2: This is not YAML: "),
        ({E: "- id: é\n  name: x\0\n"}, "data/entities.yaml:2:10: YAML does not allow the character U+0000."),
        ({E: "- " + "[" * 100_000}, "data/entities.yaml:1:53: The file is nested deeper than 50 levels."),
        ({E: b"- id: a\n  name: \xc3\xa9 caf\xe9\n"}, "data/entities.yaml:2:14: The file is not UTF-8: byte 0xE9."),
        ({J: b'{"id": "a"}\n{"id": "\xff"}\n'}, "data/edges.jsonl:2:9: The file is not UTF-8: byte 0xFF."),
        ({"nodes.tsv": b"id\na\n\xff\n"}, "data/nodes.tsv:3:1: The file is not UTF-8: byte 0xFF."),
        ({"nodes.tsv": "id\tid\n"}, "data/nodes.tsv:1:1: The header has several columns 'id'."),
        ({"nodes.csv": '"id",\n'}, "data/nodes.csv:1:1: The header has a column without a name."),
        ({"nodes.csv": '"id'}, "data/nodes.csv:1:1: The header is not CSV: unexpected end of data."),
        ({"edges.csv": "subject,object\n"}, "data/edges.csv:1:1: The header has no column 'predicate'."),
        ({"README.md": "x"}, "data: The directory has no records."),
    ],
)
def test_an_unusable_file_is_an_error(read: Read, files: dict[str, str | bytes], message: str) -> None:
    with pytest.raises(DatasetError) as caught:
        read(files)
    assert str(caught.value).startswith(message)
    assert caught.value.way_out


@pytest.mark.parametrize("name", [E, J, "nodes.csv", "nodes.tsv"])
def test_a_line_beyond_the_bound_is_refused(read: Read, name: str) -> None:
    long = b"x" * (formats.MAX_LINE + 1)
    with pytest.raises(DatasetError, match=rf"^data/{name}:2:1: The line is longer than 10,000,000 bytes\."):
        read({name: b"id\n" + long})


def test_an_unusable_directory_is_an_error(read: Read, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"^nowhere: .*No such file or directory"):
        read_dataset(Path("nowhere"))
    with pytest.raises(DatasetError, match=r"^data: The directory has no ontology\.yaml\."):
        read({E: "- id: a\n"}, ontology=None)
    with pytest.raises(DatasetError, match=r"ontology|Not a directory"):
        read_dataset(tmp_path / "data" / E)
    (tmp_path / "data" / "ontology.yaml").write_text(ONTOLOGY)
    (tmp_path / "data" / "nodes.tsv").mkdir()
    with pytest.raises(InputError, match=r"^data/nodes\.tsv: This is not a regular file\."):
        read_dataset(Path("data"))
