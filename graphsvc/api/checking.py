"""What `graphsvc check --neo4j` looks at: what a database holds, and where it differs from the files."""

from __future__ import annotations

from collections.abc import Callable

from graphsvc.api.opening import connect, project_dataset
from graphsvc.checks.drift import Difference, drifted
from graphsvc.checks.rule import Finding
from graphsvc.load.readback import differences, places, read_back
from graphsvc.records import Dataset
from graphsvc.settings import Settings


def find_in_database(
    settings: Settings, files: Dataset | None, run: Callable[[Dataset], tuple[Finding, ...]]
) -> tuple[str, tuple[Finding, ...]]:
    """The dataset's name, and what the rules find in the files, or without any in the database, and where the rows of
    the database differ from what follows from the one or the other. Raises StoreError.
    """
    store = connect(settings)
    try:
        records = files or read_back(store)
        projection, _ = project_dataset(records)
        rows = (Difference(*each) for each in differences(projection, store))
        return records.id, (*run(records), *drifted(rows, places(records, projection), store.uri))
    finally:
        store.close()
