"""What a command works on: a dataset's files in the embedded store, or what a Neo4j holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from graphsvc.api.execution import Service
from graphsvc.checks.outcome import screened
from graphsvc.checks.rows import finding_rows
from graphsvc.checks.rule import Finding
from graphsvc.checks.run import check
from graphsvc.checks.waivers import read_conventions
from graphsvc.errors import GraphsvcError
from graphsvc.linkml import read_sources
from graphsvc.load.read import read_dataset
from graphsvc.memory import growing
from graphsvc.plan.limits import Limits
from graphsvc.plan.naming import build_vocabulary
from graphsvc.plan.vocabulary import Vocabulary
from graphsvc.records import Dataset
from graphsvc.settings import Settings
from graphsvc.stores.embedded import EmbeddedStore
from graphsvc.stores.projection import project
from graphsvc.stores.rows import Projection, Properties
from graphsvc.verdict import judge

if TYPE_CHECKING:
    from graphsvc.stores.neo4j import Neo4jStore


def limits(settings: Settings) -> Limits:
    return Limits(**{each.name: getattr(settings, each.name) for each in fields(Limits)})


def vocabulary_of(dataset: Dataset) -> Vocabulary:
    """The names that a dataset goes by."""
    ontology = dataset.ontology
    stated = {ontology.inverses.get(s.predicate, s.predicate) for s in dataset.statements}
    return build_vocabulary(ontology, sorted(stated & ontology.predicates.keys()))


def found_in(
    dataset: Dataset, find: Callable[[], Iterable[Finding]], directory: Path, today: date | None = None
) -> Callable[[], Mapping[str, Properties]]:
    """What looks for the findings that a store is to hold, as the directory's `checks.yaml` has them on that day.

    Raises `InputError` at once for a file that cannot be used.
    """
    conventions, day = read_conventions(directory), today or datetime.now(UTC).date()
    screened(dataset.id, (), conventions, day)
    return lambda: finding_rows(screened(dataset.id, find(), conventions, day), directory)


def project_dataset(dataset: Dataset, directory: Path) -> tuple[Projection, Vocabulary]:
    """What a store is to hold of these records, which were read from the directory, and the names it goes by."""
    vocabulary = vocabulary_of(dataset)
    with growing():
        judgement = judge(dataset)
        findings = found_in(dataset, partial(check, dataset, judgement=judgement), directory)
        return project(dataset, judgement, vocabulary, findings), vocabulary


def embedded_service(directory: Path, settings: Settings) -> tuple[Service, Dataset, EmbeddedStore]:
    """A service over the files of one directory; and its records and store, so that what is wrong can be told."""
    with growing(kept=True):
        dataset = read_dataset(directory)
        projection, vocabulary = project_dataset(dataset, directory)
        store = EmbeddedStore(projection)
    return Service(vocabulary, store, limits(settings)), dataset, store


def connect(settings: Settings) -> Neo4jStore:
    from graphsvc.stores.neo4j import Neo4jStore  # with the driver a sixth of all that a command imports

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
    try:
        node = store.dataset()
        if node is None:
            raise store.empty()
        store.serving = node
        return Service(build_vocabulary(read_sources(node.ontology), node.predicates), store, limits(settings))
    except GraphsvcError:
        store.close()
        raise
