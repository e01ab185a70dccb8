"""The findings that stores are given: graded and waived as the dataset says, and without the machine they come from."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from graphsvc.api.opening import embedded_service, found_in, project_dataset, vocabulary_of
from graphsvc.checks.rule import Finding
from graphsvc.checks.run import check
from graphsvc.errors import InputError
from graphsvc.load.read import read_dataset
from graphsvc.settings import Settings
from graphsvc.stores.projection import project
from graphsvc.stores.rows import Properties
from graphsvc.verdict import judge
from tests.asking import ODD, data
from tests.conftest import SEED

CHECKS = """
severity: {conflicting-qualifier: info}
waivers:
- {rule: several-values, subjects: [model:llama], reason: the licence changed, until: 2026-06-01}
"""


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEED, tmp_path / "seed"))


@pytest.mark.parametrize(
    ("today", "rules"),
    [
        (date(2026, 5, 31), ["several-values warning"]),
        (date(2026, 6, 1), ["expired-waiver warning", "several-values warning", "several-values warning"]),
    ],
)
def test_the_dataset_grades_and_waives(seed: Path, today: date, rules: list[str]) -> None:
    (seed / "checks.yaml").write_text(CHECKS, encoding="utf-8")
    dataset = read_dataset(seed)
    rows = found_in(dataset, partial(check, dataset), seed, today)().values()
    found = [f"{row['rule']} {row['severity']}" for row in rows]
    assert sorted(found) == sorted([*rules, *["conflicting-qualifier info"] * 4])


def test_a_bad_checks_file_is_told(seed: Path) -> None:
    (seed / "checks.yaml").write_text("severity: {no-such-rule: info}", encoding="utf-8")
    with pytest.raises(InputError, match="no-such-rule"):
        embedded_service(seed, Settings())


def test_an_edit_elsewhere_moves_a_finding_and_leaves_its_id(seed: Path) -> None:
    before = dict(project_dataset(read_dataset(seed), seed)[0].findings)
    path = seed / "statements.yaml"
    path.write_text("# a line more\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    after = project_dataset(read_dataset(seed), seed)[0].findings
    assert after.keys() == before.keys()
    assert {id: row["line"] - before[id]["line"] for id, row in after.items()} == dict.fromkeys(before, 1)


@pytest.mark.parametrize("directory", [SEED, ODD], ids=["seed", "odd"])
def test_no_place_of_this_machine_is_told(directory: Path) -> None:
    findings = project_dataset(read_dataset(directory), directory)[0].findings
    assert findings
    assert not [row for row in findings.values() if str(directory) in str(dict(row))]


def test_a_search_that_broke_off_is_made_again(seed: Path) -> None:
    dataset, faults = read_dataset(seed), [MemoryError()]

    def find() -> Iterable[Finding]:
        if faults:
            raise faults.pop()
        return check(dataset)

    projection = project(dataset, judge(dataset), vocabulary_of(dataset), found_in(dataset, find, seed))
    with pytest.raises(MemoryError):
        len(projection.findings)
    assert len(projection.findings) == 6


def test_one_record_twice_is_told_where_it_stands_in_the_dataset(seed: Path) -> None:
    dataset = read_dataset(seed)
    twice = replace(dataset, entities=(*dataset.entities, replace(dataset.entities[0], name="Another")))
    (row,) = (row for row in found_in(twice, partial(check, twice), seed)().values() if row["rule"] == "duplicate-id")
    assert (row["file"], row["subjects"]) == ("entities.yaml", [dataset.entities[0].id])
    assert " entities.yaml:" in row["message"]


def test_findings_lead_to_what_they_name_and_back(seed: Path) -> None:
    (seed / "nodes.json").write_text("{}", encoding="utf-8")  # of which no record is the subject
    service, _, store = embedded_service(seed, Settings())
    statements = "statements { id findings { edges { node { id } } } }"
    query = f"""{{
      findings {{ edges {{ node {{ id subjects entities {{ id }} {statements} }} }} }}
      without: findings(where: {{subjects: {{isNull: true}}}}) {{ edges {{ node {{ rule }} }} }}
    }}"""
    found = data(service, query)
    nodes = [edge["node"] for edge in found["findings"]["edges"]]
    assert found["without"]["edges"] == [{"node": {"rule": "unknown-file"}}]
    severities = [row["severity"] for row in store.tables.findings.values()]
    assert sorted(severities) == ["error", *["warning"] * (len(nodes) - 1)]
    for node in nodes:
        named = [each["id"] for each in (*node["entities"], *node["statements"])]
        assert sorted(named) == sorted(node["subjects"])
        assert all(node["id"] in str(statement["findings"]) for statement in node["statements"])


def test_what_is_made_when_first_looked_at_waits_for_nothing_else() -> None:
    """Conflicts are answered while findings are looked for."""
    begun, ended = Event(), Event()

    def find() -> Mapping[str, Properties]:
        begun.set()
        assert ended.wait(60)
        return {"f": {"id": "f"}}

    dataset = read_dataset(SEED)
    projection = project(dataset, judge(dataset), vocabulary_of(dataset), find)
    with ThreadPoolExecutor(2) as threads:
        findings = threads.submit(lambda: dict(projection.findings))
        assert begun.wait(60)
        conflicts = threads.submit(lambda: len(projection.conflicts) + len(projection.edges))
        try:
            assert conflicts.result(60) == 6 + 69
        finally:
            ended.set()
        assert findings.result(60) == {"f": {"id": "f"}}
