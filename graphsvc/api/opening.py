"""What a command works on: a dataset's files in the embedded store, or what a Neo4j holds."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from graphsvc.api.execution import Service
from graphsvc.errors import StoreMismatch
from graphsvc.linkml import read_sources
from graphsvc.load.read import read_dataset
from graphsvc.plan.limits import Limits
from graphsvc.plan.naming import build_vocabulary
from graphsvc.plan.vocabulary import Vocabulary
from graphsvc.records import Dataset
from graphsvc.settings import Settings
from graphsvc.stores.embedded import EmbeddedStore
from graphsvc.stores.neo4j import Neo4jStore
from graphsvc.stores.projection import project
from graphsvc.stores.rows import Projection
from graphsvc.verdict import judge


def limits(settings: Settings) -> Limits:
    return Limits(**{each.name: getattr(settings, each.name) for each in fields(Limits)})


def project_dataset(dataset: Dataset) -> tuple[Projection, Vocabulary]:
    """What a store is to hold of these records, and the names it goes by."""
    ontology = dataset.ontology
    stated = {ontology.inverses.get(s.predicate, s.predicate) for s in dataset.statements}
    vocabulary = build_vocabulary(ontology, sorted(stated & ontology.predicates.keys()))
    return project(dataset, judge(dataset), vocabulary), vocabulary


def embedded_service(directory: Path, settings: Settings) -> tuple[Service, Dataset]:
    """A service over the files of one directory, and the records, so that rejections can be told."""
    dataset = read_dataset(directory)
    projection, vocabulary = project_dataset(dataset)
    return Service(vocabulary, EmbeddedStore(projection), limits(settings)), dataset


def connect(settings: Settings) -> Neo4jStore:
    assert settings.neo4j_uri
    password = settings.neo4j_password.reveal if settings.neo4j_password else None
    return Neo4jStore(
        settings.neo4j_uri,
        settings.neo4j_user,
        password,
        settings.neo4j_database,
        settings.timeout,
        settings.connect_timeout,
    )


def neo4j_service(settings: Settings) -> Service:
    """A service over what the database holds, with the ontology that was loaded with it."""
    store = connect(settings)
    node = store.dataset()
    if node is None:
        store.close()
        raise StoreMismatch("The database holds no dataset.", "Run `graphsvc load DATASET --neo4j URI` first.")
    return Service(build_vocabulary(read_sources(node.ontology), node.predicates), store, limits(settings))
