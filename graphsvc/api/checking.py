"""What `graphsvc check --neo4j` looks at: what a database holds, and where it differs from the files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from graphsvc.api.opening import connect, found_in, vocabulary_of
from graphsvc.checks.catalogue import ALL
from graphsvc.checks.drift import Difference, drifted
from graphsvc.checks.rule import Finding
from graphsvc.checks.rules import misquoted_span, unmatched_document
from graphsvc.load.readback import differences, findings_there, places, read_back
from graphsvc.records import Dataset
from graphsvc.settings import Settings
from graphsvc.stores.projection import project
from graphsvc.verdict import judge

OF_TEXTS = (misquoted_span.RULE.code, unmatched_document.RULE.code)
"""What is found in the documents' texts, which a load does not see."""


def find_in_database(
    settings: Settings, files: Dataset | None, directory: Path, today: date, run: Callable[..., tuple[Finding, ...]]
) -> tuple[str, tuple[Finding, ...]]:
    """The dataset's name, and what the rules find in the files, or without any in the database, and where the rows of
    the database differ from what follows from the one or the other. Raises StoreError.

    A database does not keep what its own findings follow from, files and waivers, so without files they count as given;
    with files `run` is asked for all rules, since all of their findings are loaded.
    """
    store = connect(settings)
    try:
        records = files or read_back(store)
        judgement = judge(records)
        run = partial(run, selection=ALL) if files else run
        findings = run(records, judgement=judgement)
        loaded = [each for each in findings if each.code not in OF_TEXTS]
        rows = found_in(records, lambda: loaded, directory, today) if files else partial(findings_there, store)
        projection = project(records, judgement, vocabulary_of(records), rows)
        found = (Difference(*each) for each in differences(projection, store))
        return records.id, (*findings, *drifted(found, places(records, projection), store.uri))
    finally:
        store.close()
