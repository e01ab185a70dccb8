"""Findings stand at the value that they are about, to the column, in every format."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graphsvc.checks.run import check
from graphsvc.load.read import read_dataset

ONTOLOGY = Path(__file__).parent / "checks" / "ontology.yaml"
RECORDS = {
    "documents.yaml": "- {id: doc:a}\n",
    "entities.yaml": "- {id: ex:ann, category: Person, name: Ann}\n- {id: ex:acme, category: Organization, name: A}\n",
}
OWNS, CITED = "subject: ex:ann, predicate: owns", "references: [{document: doc:a}]"
EDGE = '"subject": "ex:ann", "predicate": "owns", "publications": ["doc:a"]'
TABLE = "id,subject,predicate,object,publications,share"


@pytest.mark.parametrize(
    ("file", "content", "rule", "line", "before", "value"),
    [
        # flow and block style, quotes, comments, aliases, lists, wide characters, and a record that follows
        ("statements.yaml", f"- {{{OWNS}, object: ex:acme, qualifiers: {{share: 49}}, {CITED}}}",
         "out-of-bounds", 1, "qualifiers: {share: ", "49"),
        ("statements.yaml", "# Größe\n\n-   subject: ex:ann # yes\n    predicate: owns\n\n# no\n    object:\n"
         f"      'ex:nobody'\n    {CITED}\n- {{{OWNS}, object: ex:acme, {CITED}}}",
         "dangling-end", 8, "      ", "'ex:nobody'"),
        ("statements.yaml", f"- {{id: s, subject: ex:acme, predicate: employees, value: 5, {CITED}}}\n"
         f"- subject: ex:acme\n  predicate: owns\n  object: ex:acme\n  qualifiers:\n    shar: 1\n  {CITED}",
         "unknown-qualifier", 6, "    ", "shar"),
        ("statements.yaml", "- subject: ex:acme\n  predicate: led_by\n  object: ex:ann\n  references:\n"
         "    - {document: doc:a, locator: p1}\n    - locator: p2\n      document: doc:gone\n",
         "dangling-document", 7, "      document: ", "doc:gone"),
        ("statements.yaml", f"- {{{OWNS}, object: ex:acme, references: &cited [{{document: doc:a}}]}}\n"
         f"- {{{OWNS}, object: ex:nobody, references: *cited}}\n",
         "dangling-end", 2, "object: ", "ex:nobody"),
        ("statements.yaml", f'[{{subject: ex:acme, predicate: website, {CITED}, value:\n "a b"}}]',
         "invalid-value", 2, " ", '"a b"'),
        ("more_nodes.jsonl", '{"id": "ex:\\u00e9", "name": "É\\t\\"", "category": ["Organization", "Rock"]}',
         "unknown-class", 1, '"Organization", ', '"Rock"'),
        ("more_nodes.jsonl", '\n{"id": "ex:b", "name": "B", "category": "Organization", "employees": "many"}',
         "invalid-value", 2, '"employees": ', '"many"'),
        ("edges.jsonl", f'{{{EDGE}, "object": "ex:acme"}}\n{{{EDGE}, "share": -2.50, "object": "ex:acme"}}',
         "out-of-bounds", 2, '"share": ', "-2.50"),
        ("edges.csv", f'{TABLE}\nex:1,ex:ann,owns,"ex:acme",doc:a,1\nex:2,ex:ann,owns,"ex:acme",doc:a,"4,9"\n',
         "invalid-value", 3, "doc:a,", '"4,9"'),
        ("edges.csv", f'note,{TABLE}\r\n"a\rtwo\nlines",ex:1,ex:ann,owns,ex:nobody,doc:a,1\n',
         "dangling-end", 3, "owns,", "ex:nobody"),
        ("edges.tsv", TABLE.replace(",", "\t") + '\nex:1\tex:ann\towns\tex:acme\tdoc:a\t"\n',
         "invalid-value", 2, "doc:a\t", '"'),
    ],
)  # fmt: skip
def test_a_finding_stands_at_the_value(
    file: str, content: str, rule: str, line: int, before: str, value: str, tmp_path: Path
) -> None:
    shutil.copy(ONTOLOGY, tmp_path.parent / "base.yaml")
    shutil.copy(ONTOLOGY, tmp_path / "ontology.yaml")
    for name, text in {**RECORDS, file: content}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (found,) = (each for each in check(read_dataset(tmp_path)) if each.rule == rule)
    text = content.split("\n")[found.position.line - 1]
    start = found.position.column - 1
    assert (found.position.line, text[: found.end - 1][start:]) == (line, value)
    assert text[:start].endswith(before)


@pytest.mark.timeout(20)
def test_a_quote_within_a_cell_does_not_make_all_rows_behind_it_one(tmp_path: Path) -> None:
    shutil.copy(ONTOLOGY, tmp_path / "ontology.yaml")
    rows = "".join(f"ex:{number},Person,Ann\n" for number in range(30_000))
    (tmp_path / "nodes.csv").write_text(f'id,category,name\nex:disk,Rock,5" disk\n{rows}', encoding="utf-8")
    (found,) = (each for each in check(read_dataset(tmp_path)) if each.rule == "unknown-class")
    assert (found.position.line, found.position.column, found.end) == (2, 9, 13)


def test_a_finding_stays_at_its_record_if_the_file_is_another_by_then(tmp_path: Path) -> None:
    shutil.copy(ONTOLOGY, tmp_path / "ontology.yaml")
    statement = f"- {{{OWNS}, object: ex:nobody, {CITED}}}\n"
    for name, text in {**RECORDS, "statements.yaml": statement}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    dataset = read_dataset(tmp_path)
    (tmp_path / "statements.yaml").write_text("- [\n", encoding="utf-8")
    (found,) = (each for each in check(dataset) if each.rule == "dangling-end")
    assert (found.position.line, found.position.column, found.end) == (1, 3, 0)
