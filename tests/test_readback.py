"""The same rules on what a Neo4j holds, and where it differs from the files."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graphsvc.checks.run import check
from graphsvc.cli import main
from graphsvc.errors import Position, StoreMismatch
from graphsvc.load.read import read_dataset
from graphsvc.load.readback import differences, findings_there, read_back
from graphsvc.plan.naming import build_vocabulary
from graphsvc.records import Dataset
from graphsvc.stores.neo4j import Neo4jStore
from graphsvc.stores.projection import project
from graphsvc.verdict import judge
from tests.conftest import ROOT, SEED, filled, judged, wipe
from tests.neo4j_server import Neo4jServer

ODD = ROOT / "tests" / "data" / "odd"
NOWHERE = Position("")


@pytest.fixture
def store(neo4j_session: Neo4jStore) -> Neo4jStore:
    """Holds the seed, whatever was done to it before."""
    wipe(neo4j_session)
    return filled(neo4j_session, judged(SEED))


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch, neo4j_server: Neo4jServer) -> None:
    if neo4j_server.auth:
        monkeypatch.setenv("GRAPHSVC_NEO4J_PASSWORD", neo4j_server.auth[1])


def graphsvc(*words: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


def unplaced(dataset: Dataset) -> dict[str, object]:
    """Records by id, without their places, references in an order of their own."""
    found: dict[str, object] = {each.id: replace(each, position=NOWHERE) for each in dataset.entities}
    found |= {each.id: replace(each, position=NOWHERE, file=None) for each in dataset.documents}
    for each in dataset.statements:
        references = sorted((one._replace(position=NOWHERE) for one in each.references), key=repr)
        found[each.id] = each._replace(position=NOWHERE, references=tuple(references))
    return found


def test_records_come_back_as_they_were_loaded(store: Neo4jStore) -> None:
    back, files = read_back(store), read_dataset(SEED)
    assert back.id == files.id
    assert unplaced(back) == unplaced(files)
    place = next(each.position for each in back.entities if each.id == "org:meta")
    assert str(place) == f"{store.uri} entity org:meta"


@pytest.mark.parametrize("directory", [SEED, ODD], ids=["seed", "odd"])
def test_what_is_read_back_gives_the_rows_that_are_there(neo4j_session: Neo4jStore, directory: Path) -> None:
    back = read_back(filled(neo4j_session, judged(directory)))
    vocabulary = build_vocabulary(back.ontology)
    projection = project(back, judge(back), vocabulary, partial(findings_there, neo4j_session))
    assert list(differences(projection, neo4j_session)) == []


def test_the_rules_find_in_the_database_what_they_find_in_the_files(store: Neo4jStore) -> None:
    on_files, on_database = (
        {(each.code, each.severity, frozenset(each.subjects)) for each in check(dataset)}
        for dataset in (read_dataset(SEED), read_back(store))
    )
    assert on_database == on_files


CHANGES = """
MATCH (:Entity {id: 'org:meta'})-[e:OWNS]->(:Entity {id: 'org:scale-ai'}) SET e.share = 0.94;
MATCH (a:Entity {id: 'org:meta'}) MATCH (b:Entity {id: 'org:apple'}) CREATE (a)-[:OWNS {id: 'by hand'}]->(b);
MATCH (n:Entity {id: 'product:whatsapp'}) SET n.name = 'Whatsup';
CREATE (:Document {title: 'No id'});
"""


def changed(store: Neo4jStore) -> None:
    with store.writer() as writer:
        for text in filter(str.strip, CHANGES.split(";\n")):
            writer.change(text)


def test_drift_is_told_row_by_row(store: Neo4jStore, tmp_path: Path) -> None:
    changed(store)
    seed = Path(shutil.copytree(SEED, tmp_path / "seed"))
    with (seed / "entities.yaml").open("a", encoding="utf-8") as stream:
        stream.write("- {id: 'org:new', category: Company, name: New}\n")
    line = len((seed / "entities.yaml").read_text(encoding="utf-8").splitlines())
    done = graphsvc("check", seed, "--neo4j", store.uri, "--format", "json", "--select", "GS9")
    found = {each["message"]: each for each in json.loads(done.stdout)["findings"]}
    told = {message: each["rule"] for message, each in found.items()}
    document, finding = (next(m for m in told if m.startswith(f"The {kind} ")) for kind in ("document", "finding"))
    assert done.exit_code == 1
    assert told == {
        document: "only-in-database",
        finding: "not-loaded",
        "The entity 'org:new' is not in the database.": "not-loaded",
        "The entity 'product:whatsapp' is another one in the database: it differs in name.": "differing-row",
        "The relation OWNS from 'org:meta' to 'org:scale-ai' is another one in the database: "
        "it differs in share.": "differing-row",
        "The relation OWNS from 'org:meta' to 'org:apple' is in the database and follows from no record.": (
            "only-in-database"
        ),
    }
    new = found["The entity 'org:new' is not in the database."]
    assert (new["file"], new["line"], new["subjects"]) == (str(seed / "entities.yaml"), line, ["org:new"])


def test_what_texts_show_is_told_once_and_is_no_drift(store: Neo4jStore, tmp_path: Path) -> None:
    texts = ["--documents", tmp_path, "--select", "GS603,GS9", "--format", "json"]
    on_files, on_both = (
        json.loads(graphsvc("check", SEED, *texts, *more).stdout)["findings"] for more in ([], ["--neo4j", store.uri])
    )
    assert on_both == on_files != []


def test_a_database_is_held_against_its_own_statements(store: Neo4jStore) -> None:
    assert graphsvc("check", "--neo4j", store.uri).exit_code == 0
    changed(store)
    done = graphsvc("check", "--neo4j", store.uri)
    assert done.exit_code == 1
    assert f"{store.uri} entity org:apple" not in done.stdout
    assert "it differs in share" in done.stdout
    assert "follows from no record" in done.stdout
    sarif = json.loads(graphsvc("check", "--neo4j", store.uri, "--format", "sarif").stdout)
    places = [each["locations"][0]["logicalLocations"] for each in sarif["runs"][0]["results"]]
    assert all(place[0]["fullyQualifiedName"].startswith(store.uri) for place in places)


def test_load_says_what_it_loaded_with(store: Neo4jStore, tmp_path: Path) -> None:
    seed = Path(shutil.copytree(SEED, tmp_path / "seed"))
    with (seed / "entities.yaml").open("a", encoding="utf-8") as stream:
        stream.write("- {id: 'org:new', category: Compny, name: New}\n")
    done = graphsvc("load", seed, "--neo4j", store.uri)
    assert done.exit_code == 0
    assert done.stderr == f"graphsvc: loaded with 1 error and 6 warnings: see `graphsvc check {seed}`.\n"


def test_another_dataset_is_no_drift(store: Neo4jStore) -> None:
    with pytest.raises(StoreMismatch, match="not odd"):
        list(differences(judged(ODD).projection, store))
    assert graphsvc("check", ODD, "--neo4j", store.uri).exit_code == 3


def test_an_empty_database_and_a_bad_address_are_told(neo4j_store: Neo4jStore) -> None:
    done = graphsvc("check", "--neo4j", neo4j_store.uri)
    assert (done.exit_code, done.stdout) == (3, "")
    assert "holds no dataset" in done.stderr
    done = graphsvc("check", "--neo4j", "http://localhost")
    assert done.exit_code == 2
    assert done.stderr.startswith("graphsvc: --neo4j is 'http://localhost'; it must be bolt://")
