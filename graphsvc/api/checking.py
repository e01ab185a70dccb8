"""What `graphsvc check` looks at: files, what a database holds, or where these two part."""

from __future__ import annotations

from pathlib import Path

from graphsvc.api.opening import project_dataset
from graphsvc.checks.catalogue import Selection
from graphsvc.checks.drift import Difference, drifted
from graphsvc.checks.rule import Finding
from graphsvc.checks.run import check
from graphsvc.errors import InputError
from graphsvc.load.read import Progress, read_dataset
from graphsvc.load.readback import differences, places, read_back
from graphsvc.stores.neo4j import Neo4jStore


def find(
    directory: Path | None, store: Neo4jStore | None, documents: Path | None, selection: Selection, progress: Progress
) -> tuple[str, list[Finding]]:
    """The dataset's name, and what the rules find in the files, or without any in the database; with both also where
    they differ. A database alone is held against its own statements. Raises InputError, StoreError.
    """
    if directory:
        records = read_dataset(directory, progress)
    elif store:
        records = read_back(store)
    else:
        raise InputError("There is nothing to check.", "Name a dataset, or a database with --neo4j URI.")
    findings = list(check(records, documents=documents, selection=selection, progress=progress))
    if store:
        projection, _ = project_dataset(records)
        rows = (Difference(*each) for each in differences(projection, store))
        findings += drifted(rows, places(records, projection), store.uri)
    return records.id, findings
