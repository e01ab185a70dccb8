"""Loading: what differs is written and nothing else, and a load that is broken off at any point can be resumed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from graphsvc.api.execution import Request
from graphsvc.api.opening import project_dataset
from graphsvc.errors import StoreBusy, StoreMismatch
from graphsvc.load.changes import KINDS, Changes, Node, Relationship, compare, expected, found
from graphsvc.load.read import read_dataset
from graphsvc.load.run import LoadReport, load
from graphsvc.records import Dataset
from graphsvc.stores.neo4j import Neo4jStore
from graphsvc.stores.rows import EdgeRow, EntityRow, Projection, ReferenceRow
from graphsvc.stores.schema import schema_cypher
from tests.asking import rows, service
from tests.conftest import SEED, Connect, Judged, ask, judged
from tests.neo4j_server import Neo4jServer

COMMITTED = "SHOW DATABASES YIELD name, lastCommittedTxn WHERE name = 'neo4j' RETURN lastCommittedTxn"
INDEXES = "SHOW INDEXES YIELD name WHERE name STARTS WITH 'graphsvc_' RETURN name ORDER BY name"
DATASET_ID = service(SEED).explain(Request("{ dataset { id } }", {}))
NOTHING = dict.fromkeys(KINDS, 0)


def held(store: Neo4jStore, like: Projection) -> Projection:
    """What the database holds, by queries of this test's own."""

    def nodes(label: str) -> list[Any]:
        return ask(store, f"MATCH (n:{label}) RETURN [labels(n), properties(n)] ORDER BY n.id")

    def edges(start: str, end: str) -> list[Any]:
        columns = "[type(e), a.id, b.id, properties(e)]"
        return ask(store, f"MATCH (a:{start})-[e]->(b:{end}) RETURN {columns} ORDER BY a.id, e.number, e.id")

    entities = [EntityRow(tuple(set(labels) - {"Entity"}), row) for labels, row in nodes("Entity")]
    references: dict[str, list[ReferenceRow]] = {}
    for _, a, b, row in edges("Statement", "Document"):
        references.setdefault(a, []).append(ReferenceRow(a, row["number"], b, row))
    return Projection(
        like.dataset,
        like.ontology,
        {row.properties["id"]: row for row in entities},
        {row["id"]: EdgeRow(type_, a, b, row) for type_, a, b, row in edges("Entity", "Entity")},
        {row["id"]: row for _, row in nodes("Statement")},
        {id: tuple(rows) for id, rows in references.items()},
        {row["id"]: row for _, row in nodes("Document")},
        {row["id"]: row for _, row in nodes("Conflict")},
        {row["id"]: row for _, row in nodes("Finding")},
        like.leaving,
        like.arriving,
    )


def edited(change: Callable[[Dataset], Dataset]) -> Judged:
    return Judged(*project_dataset(change(read_dataset(SEED)), SEED))


def renamed(dataset: Dataset) -> Dataset:
    first, *others = dataset.entities
    return replace(dataset, entities=(replace(first, name="Another name"), *others))


def reclassed(dataset: Dataset) -> Dataset:
    """Every person an organization: a name and relations stay, the labels do not."""
    people = {e.id for e in dataset.entities if e.categories == ("Person",)}
    entities = (replace(e, categories=("Organization",)) if e.id in people else e for e in dataset.entities)
    return replace(dataset, entities=tuple(entities))


def halved(dataset: Dataset) -> Dataset:
    return renamed(reclassed(replace(dataset, statements=dataset.statements[::2])))


def other(dataset: Dataset) -> Dataset:
    return replace(dataset, id="another-dataset")


def changed(report: LoadReport) -> set[str]:
    words = ("created", "updated", "removed")
    return {f"{word} {kind}" for word in words for kind, count in getattr(report, word).items() if count}


def assert_holds(store: Neo4jStore, source: Judged, revision: int) -> None:
    node = store.dataset()
    assert node is not None
    assert (node.id, node.revision, node.pending) == (source.projection.dataset, revision, None)
    assert (node.digest, node.counts) == (source.projection.digest(), source.projection.counts)
    assert node.ontology == source.projection.ontology.source
    assert node.predicates == list(source.vocabulary.used or ())
    assert held(store, source.projection).digest() == source.projection.digest()


def test_a_second_load_writes_nothing(neo4j_store: Neo4jStore) -> None:
    source = judged(SEED)
    told: list[tuple[str, int, int]] = []
    first = load(*source, neo4j_store, progress=lambda *step: told.append(step))
    assert_holds(neo4j_store, source, 1)
    assert first.created == {kind: len(expected(source.projection, kind)) for kind in KINDS}
    assert {what: (done, total) for what, done, total in told if what in KINDS} == {
        kind: (count, count) for kind, count in first.created.items() if count
    }
    before = ask(neo4j_store, COMMITTED)
    second = load(*source, neo4j_store)
    assert ask(neo4j_store, COMMITTED) == before
    assert (second.created, second.updated, second.removed) == (NOTHING, NOTHING, NOTHING)
    assert (second.unchanged, second.revision, second.digest) == (first.created, 1, first.digest)


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        (renamed, {"updated entities"}),
        (reclassed, {"updated entities"}),
        (lambda d: replace(d, statements=d.statements[:-1]), {"removed statements", "removed references"}),
        (lambda d: replace(d, entities=d.entities[1:]), {"removed entities", "removed relations"}),
        (lambda d: replace(d, ontology=replace(d.ontology, source="{}")), set()),
    ],
    ids=["renamed", "another class", "statement removed", "entity removed", "ontology edited"],
)
def test_only_what_differs_is_written(
    neo4j_store: Neo4jStore, change: Callable[[Dataset], Dataset], kinds: set[str]
) -> None:
    load(*judged(SEED), neo4j_store)
    with neo4j_store.writer() as writer:
        writer.change("CREATE (:Note {text: 'left alone'})")
    report = load(*edited(change), neo4j_store)
    assert_holds(neo4j_store, edited(change), 2)
    assert kinds <= changed(report)
    assert sum(report.unchanged.values()) > 350
    back = load(*judged(SEED), neo4j_store)
    assert_holds(neo4j_store, judged(SEED), 3)
    assert (back.created, back.updated, back.removed) == (report.removed, report.updated, report.created)
    assert ask(neo4j_store, "MATCH (n:Note) RETURN n.text") == ["left alone"]


@pytest.mark.parametrize(
    "vandalism",
    [
        "MATCH (n:Entity) WITH n ORDER BY n.id LIMIT 3 SET n.name = 'x', n.born = date('2026-01-01')",
        "MATCH (n:Entity) WITH n ORDER BY n.id LIMIT 3 SET n:Extra",
        "MATCH (n:Entity) WITH n ORDER BY n.id LIMIT 3 DETACH DELETE n",
        "MATCH (a:Entity)-[e]->(b:Entity) WITH a, e, b LIMIT 3 CREATE (a)-[f:LEADS]->(b) SET f = properties(e)",
        "MATCH (:Statement)-[e:REFERENCE]->() WITH e LIMIT 3 SET e.locator = 'x'",
        "MATCH (n:Statement) SET n.text = 'x'",
        "MATCH (d:Dataset) SET d.entities = 1",
    ],
)
def test_edits_by_hand_are_undone(neo4j_store: Neo4jStore, vandalism: str) -> None:
    load(*judged(SEED), neo4j_store)
    with neo4j_store.writer() as writer:
        writer.change(vandalism)
    load(*judged(SEED), neo4j_store)
    assert_holds(neo4j_store, judged(SEED), 2)


def test_another_dataset_needs_replace(neo4j_store: Neo4jStore) -> None:
    load(*judged(SEED), neo4j_store)
    source = edited(other)
    with pytest.raises(StoreMismatch, match=r"holds the dataset .* not another-dataset\. .*--replace"):
        load(*source, neo4j_store)
    assert_holds(neo4j_store, judged(SEED), 1)
    load(*source, neo4j_store, replace=True)
    assert_holds(neo4j_store, source, 2)


@pytest.mark.parametrize(
    ("foreign", "first", "message"),
    [
        ("CREATE (:Entity {name: 'of another application'})", True, "holds nodes labelled Entity"),
        ("CREATE (:Document {id: 'x'})", True, "holds nodes labelled Document"),
        ("CREATE (:Dataset {id: 'x'})", True, "labelled Dataset of another application"),
        ("CREATE (:Entity {name: 'of another application'})", False, "holds 1 entities without an id"),
        ("MATCH (a:Entity) WITH a LIMIT 1 CREATE (a)-[:LIKES]->(a)", False, "holds 1 relations without an id"),
    ],
)
def test_data_of_others_under_our_labels_is_refused(
    neo4j_store: Neo4jStore, foreign: str, first: bool, message: str
) -> None:
    if not first:
        load(*judged(SEED), neo4j_store)
    with neo4j_store.writer() as writer:
        writer.change(foreign)
    with pytest.raises(StoreMismatch, match=message):
        load(*judged(SEED), neo4j_store)
    if "Dataset" not in message:
        load(*judged(SEED), neo4j_store, replace=True)
        assert_holds(neo4j_store, judged(SEED), 1 if first else 2)


def test_readers_see_a_load_under_way_and_a_second_load_takes_over(
    neo4j_store: Neo4jStore, connect_neo4j: Connect
) -> None:
    source = edited(halved)
    load(*judged(SEED), neo4j_store)
    busy: list[str] = []

    def interfere(what: str, _done: int, _total: int) -> None:
        if what == "entities":
            with pytest.raises(StoreBusy, match=r"A load is under way \(it began at 20"):
                neo4j_store.loaded()
            busy.append(load(*source, connect_neo4j()).digest)

    with pytest.raises(StoreBusy, match=r"Another load of .* began, and this one gave way"):
        load(*source, neo4j_store, progress=interfere)
    assert busy == [source.projection.digest()]
    assert_holds(neo4j_store, source, 2)
    neo4j_store.loaded()


def broken_off(arguments: dict[str, Any], kind: str, at: int) -> None:
    """In a process of its own: a load that gets `kill -9` when it tells of `kind` for the `at`th time."""
    left = at

    def kill(what: str, _done: int, _total: int) -> None:
        nonlocal left
        left -= what == kind
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    load(*edited(halved), Neo4jStore(**arguments), progress=kill, batch=20)


def start_process(server: Neo4jServer, kind: str, at: int) -> multiprocessing.process.BaseProcess:
    user, password = server.auth or ("neo4j", None)
    arguments = {"uri": server.uri, "user": user, "password": password, "database": "neo4j"}
    process = multiprocessing.get_context("spawn").Process(target=broken_off, args=(arguments, kind, at))
    process.start()
    return process


def test_a_load_that_was_killed_is_resumed(neo4j_store: Neo4jStore, neo4j_server: Neo4jServer) -> None:
    load(*judged(SEED), neo4j_store)
    for kind, at in (("references", 3), ("relations", 1), ("statements", 2), ("verifying", 2)):
        process = start_process(neo4j_server, kind, at)
        process.join(60)
        assert process.exitcode == -signal.SIGKILL
        with pytest.raises(StoreBusy):
            neo4j_store.loaded()
    load(*edited(halved), neo4j_store)
    assert_holds(neo4j_store, edited(halved), 2)


def test_a_load_killed_by_the_clock_leaves_nothing_twice(neo4j_store: Neo4jStore, neo4j_server: Neo4jServer) -> None:
    """Inside transactions too."""
    for seconds in (0.0, 0.05, 0.2):
        before, process = neo4j_store.dataset(), start_process(neo4j_server, "nothing", 1)
        while process.is_alive() and neo4j_store.dataset() == before:
            time.sleep(0.005)
        time.sleep(seconds)
        process.kill()
        process.join(60)
    load(*edited(halved), neo4j_store)
    node = neo4j_store.dataset()
    assert node is not None
    assert_holds(neo4j_store, edited(halved), node.revision)


def test_the_script_for_a_dba_makes_all_that_a_load_needs(neo4j_store: Neo4jStore) -> None:
    source = judged(SEED)
    script = [part for part in schema_cypher(source.vocabulary).split(";\n") if part.strip()]
    drop_schema(neo4j_store)
    with neo4j_store.writer() as writer:
        for statement in script:
            writer.change(statement)
    before = ask(neo4j_store, INDEXES)
    assert len(before) == len(script)
    load(*source, neo4j_store)
    assert ask(neo4j_store, INDEXES) == before
    assert "graphsvc_Person_name__key" in before


def drop_schema(store: Neo4jStore) -> None:
    with store.writer() as writer:
        for name in ask(store, INDEXES.replace("INDEXES", "CONSTRAINTS")):
            writer.change(f"DROP CONSTRAINT `{name}`")
        for name in ask(store, INDEXES):
            writer.change(f"DROP INDEX `{name}`")


def test_two_first_loads_at_once(neo4j_store: Neo4jStore, connect_neo4j: Connect) -> None:
    """Both find no constraints and no indexes; neither may fail for those of the other."""
    drop_schema(neo4j_store)
    with ThreadPoolExecutor() as pool:
        ended = [pool.submit(load, *judged(SEED), store) for store in (neo4j_store, connect_neo4j())]
    faults = [each.exception() for each in ended]
    assert [fault for fault in faults if fault and not isinstance(fault, StoreBusy)] == []
    assert_holds(neo4j_store, judged(SEED), 1)


def row(label: str, **properties: Any) -> Node:
    return Node((label,), properties)


@pytest.mark.parametrize(
    ("should", "there", "counts"),
    [
        ({}, [], (0, 0, 0, 0)),
        ({"a": row("Entity", id="a")}, [], (1, 0, 0, 0)),
        ({"a": row("Entity", id="a")}, [["1", ["Entity"], {"id": "a"}]], (0, 0, 0, 1)),
        ({"a": row("Entity", id="a", n=1)}, [["1", ["Entity"], {"n": 1.0, "id": "a"}]], (0, 1, 0, 0)),
        ({"a": row("Entity", id="a", n=1)}, [["1", ["Entity"], {"n": True, "id": "a"}]], (0, 1, 0, 0)),
        ({"a": row("Entity", id="a")}, [["1", ["Entity", "B"], {"id": "a"}]], (0, 1, 0, 0)),
        ({}, [["1", ["Entity"], {"id": "a"}]], (0, 0, 1, 0)),
        ({"a": row("Entity", id="a")}, [["1", ["Entity"], {"id": "a"}], ["2", ["Entity"], {"id": "a"}]], (0, 0, 1, 1)),
    ],
)
def test_differences(should: dict[Any, Any], there: list[Any], counts: tuple[int, ...]) -> None:
    changes = compare(should, [found("entities", record) for record in there])
    assert sizes(changes) == counts
    assert changes.foreign == 0


def sizes(changes: Changes) -> tuple[int, ...]:
    return len(changes.created), len(changes.updated), len(changes.removed), changes.unchanged


def test_a_relationship_without_our_id_is_foreign() -> None:
    record = ["1", "LEADS", "a", "b", {}]
    assert found("relations", record) == ("1", None, Relationship("LEADS", "a", "b", {}))
    assert compare({}, [found("relations", record)]).foreign == 1


def test_a_service_does_not_answer_for_another_dataset(neo4j_store: Neo4jStore, connect_neo4j: Connect) -> None:
    load(*judged(SEED), neo4j_store)
    store = connect_neo4j()
    store.serving = store.dataset()
    assert rows(store, DATASET_ID) == [["muse-spark"]]
    load(*edited(lambda dataset: replace(dataset, statements=dataset.statements[:9])), neo4j_store)
    assert rows(store, DATASET_ID) == [["muse-spark"]]
    load(*edited(other), neo4j_store, replace=True)
    for asked in (partial(rows, store, DATASET_ID), store.loaded):
        with pytest.raises(StoreMismatch, match="now holds another-dataset; this service was started for muse-spark"):
            asked()


def test_a_changed_ontology_is_told(
    neo4j_store: Neo4jStore, connect_neo4j: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    load(*judged(SEED), neo4j_store)
    store = connect_neo4j()
    store.serving = store.dataset()
    projection, vocabulary = judged(SEED)
    ontology = replace(projection.ontology, source=f"{projection.ontology.source}\n# more")
    load(replace(projection, ontology=ontology), vocabulary, neo4j_store)
    assert [rows(store, DATASET_ID) for _ in range(2)] == [[["muse-spark"]]] * 2
    assert caplog.text.count("The ontology of muse-spark has changed: start the service again") == 1
    caplog.clear()
