"""A projection -> Neo4j: what differs is written, and the whole is read back before readers see it.

The dataset's node is marked as pending, in a transaction of its own, before the first change, and gets its new
revision after the last. In between every transaction proves that no other load has taken over. A load that is
broken off at any point leaves the mark, and the next one compares and goes on.
"""

from __future__ import annotations

import secrets
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Any

from graphsvc.errors import StoreBusy, StoreMismatch
from graphsvc.load.changes import KINDS, Changes, compare, expected, found, steps
from graphsvc.plan.vocabulary import Vocabulary
from graphsvc.resources import cypher
from graphsvc.stores.neo4j import DatasetNode, Neo4jStore, Statement, Writer
from graphsvc.stores.rows import Projection
from graphsvc.stores.schema import definitions

BATCH = 10_000
"""Rows in one transaction: some 70 MB of the server's heap."""
INDEX_SECONDS = 600
EXISTING = "SHOW INDEXES YIELD name RETURN name"
AWAIT = f"CALL db.awaitIndexes({INDEX_SECONDS})"

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class LoadReport:
    """Rows by kind. `revision` is the one before if nothing differed."""

    created: Mapping[str, int]
    updated: Mapping[str, int]
    removed: Mapping[str, int]
    unchanged: Mapping[str, int]
    revision: int
    digest: str
    seconds: float


def load(
    projection: Projection,
    vocabulary: Vocabulary,
    store: Neo4jStore,
    *,
    replace: bool = False,
    progress: Progress | None = None,
    batch: int = BATCH,
) -> LoadReport:
    """Make the database hold the projection, and nothing else under graphsvc's labels.

    `replace` first removes whatever is there under these labels. `progress` is told (what, done, total).
    Raises StoreError; StoreMismatch if the database holds another dataset, or differs after the load.
    """
    with store.writer() as writer:
        return _Load(projection, vocabulary, store, writer, progress or (lambda *_: None), batch).run(replace)


@lru_cache
def script() -> Mapping[str, str]:
    """The statements of `cypher/load.cypher` by name."""
    named = {}
    for part in cypher("load.cypher").split(";\n"):
        heading, _, text = part.strip().rpartition("// ")[2].partition("\n")
        named[heading.partition(":")[0]] = text
    return named


@dataclass
class _Load:
    projection: Projection
    vocabulary: Vocabulary
    store: Neo4jStore
    writer: Writer
    progress: Progress
    batch: int
    pending: str | None = None

    def run(self, replace: bool) -> LoadReport:
        started = time.monotonic()
        node = self.accepted(replace)
        if replace:
            self.begin(node)
            self.clear()
        self.ensure_schema()
        if node is None or node.pending:
            self.begin(node)
        changes = self.differences("reading back")
        revision = node.revision if node else 0
        if any(changes.values()) or self.pending or not self.described(node):
            self.begin(node)
            self.apply(changes)
            self.verify()
            revision += 1
            self.finish(revision)
        return self.report(changes, revision, time.monotonic() - started)

    def accepted(self, replace: bool) -> DatasetNode | None:
        """What the database says it holds, if this load may touch it."""
        node = self.store.dataset(self.writer)
        if node is None:
            labels = [] if replace else list(self.writer.rows(Statement(script()["foreign"])))
            if labels:
                message = f"The database holds nodes labelled {labels[0][0]} that graphsvc did not write."
                raise StoreMismatch(message, "Use another database, or remove them all with --replace.")
        elif node.id != self.projection.dataset and not replace:
            message = f"The database holds the dataset {node.id}, not {self.projection.dataset}."
            raise StoreMismatch(message, "Use another database, or --replace to put this one in its place.")
        return node

    def described(self, node: DatasetNode | None) -> bool:
        """Whether the dataset's node says what it should."""
        said = node and (node.digest, node.ontology, list(node.predicates), node.counts)
        return said == (self.digest, self.projection.ontology.source, self.predicates, self.projection.counts)

    @property
    def predicates(self) -> list[str]:
        return list(self.vocabulary.used or ())

    @cached_property
    def digest(self) -> str:
        return self.projection.digest()

    def ensure_schema(self) -> None:
        """Only what is missing, so that a user who may not create it can load where a DBA has."""
        labels = {label for row in self.projection.entities.values() for label in row.labels}
        existing = {name for (name,) in self.writer.rows(Statement(EXISTING))}
        needed = definitions(self.vocabulary, labels)
        missing = [definition.statement for definition in needed if definition.name not in existing]
        if missing:
            self.writer.define(missing)
        self.writer.change(AWAIT)

    # Under way

    def begin(self, node: DatasetNode | None) -> None:
        if self.pending:
            return
        pending = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}#{secrets.token_hex(8)}"
        was = {"was": node.id, "revision": node.revision, "over": node.pending or ""} if node else {}
        ours = {"was": self.projection.dataset, "revision": 0, "over": "", "id": self.projection.dataset}
        self.done(self.writer.run(self.statement("begin", {**ours, **was, "pending": pending})))
        self.pending = pending

    def run_held(self, name: str, **parameter: Any) -> list[Any]:
        """One statement in one transaction, if the load is still ours."""
        hold = self.statement("hold", {"id": self.projection.dataset, "pending": self.pending})
        return self.done(self.writer.run(hold, self.statement(name, parameter)))

    def statement(self, name: str, parameter: Mapping[str, Any]) -> Statement:
        return Statement(script()[name], parameter)

    def done(self, answer: list[Any] | None) -> list[Any]:
        if answer is None:
            message = f"Another load of {self.projection.dataset} began, and this one gave way."
            raise StoreBusy(message, "Load again when the other is done.")
        return answer

    def clear(self) -> None:
        while self.run_held("clear") != [0]:
            pass

    def differences(self, what: str) -> dict[str, Changes]:
        changes = {}
        for done, kind in enumerate(KINDS):
            self.progress(what, done, len(KINDS))
            records = self.writer.rows(Statement(script()[f"read {kind}"]))
            changes[kind] = compare(expected(self.projection, kind), (found(kind, record) for record in records))
        self.progress(what, len(KINDS), len(KINDS))
        self.refuse_foreign(changes)
        return changes

    def refuse_foreign(self, changes: Mapping[str, Changes]) -> None:
        named = ", ".join(f"{each.foreign} {kind}" for kind, each in changes.items() if each.foreign)
        if named:
            message = f"The database holds {named} without an id, which graphsvc did not write."
            raise StoreMismatch(message, "Remove them or give them labels of their own, or load with --replace.")

    def apply(self, changes: Mapping[str, Changes]) -> None:
        planned = list(steps(changes))
        totals: Counter[str] = Counter()
        done: Counter[str] = Counter()
        for step in planned:
            totals[step.kind] += len(step.rows)
        for kind, name, rows in planned:
            for start in range(0, len(rows), self.batch):
                some = rows[start : start + self.batch]
                self.run_held(name, rows=some)
                done[kind] += len(some)
                self.progress(kind, done[kind], totals[kind])

    def verify(self) -> None:
        differing = {kind: each.total for kind, each in self.differences("verifying").items() if each}
        if differing:
            named = ", ".join(f"{count} {kind}" for kind, count in differing.items())
            message = f"What was read back is not what was written: {named} differ."
            raise StoreMismatch(message, "Load again while nothing else writes to the database.")

    def finish(self, revision: int) -> None:
        described = {
            "id": self.projection.dataset,
            "revision": revision,
            "digest": self.digest,
            "ontology": self.projection.ontology.source,
            "predicates": self.predicates,
            **self.projection.counts,
        }
        self.run_held("finish", id=self.projection.dataset, properties=described)

    def report(self, changes: Mapping[str, Changes], revision: int, seconds: float) -> LoadReport:
        return LoadReport(
            {kind: len(each.created) for kind, each in changes.items()},
            {kind: len(each.updated) for kind, each in changes.items()},
            {kind: len(each.removed) for kind, each in changes.items()},
            {kind: each.unchanged for kind, each in changes.items()},
            revision,
            self.digest,
            seconds,
        )
