"""For tests that ask: services over the stores of the fixtures, and golden files."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from graphsvc.api.execution import Request, Service
from graphsvc.plan.tree import Plan
from graphsvc.stores.base import Rows, Store
from tests.conftest import ROOT, SEED, embedded, judged

ODD = ROOT / "tests" / "data" / "odd"


class Case(NamedTuple):
    """A directory with `query.graphql`, whose first comments may name `dataset` and `operation`."""

    directory: Path

    def __str__(self) -> str:
        return self.directory.name

    def comment(self, key: str) -> str | None:
        found = re.search(rf"^# {key}: (.+)$", self.query, re.MULTILINE)
        return found[1] if found else None

    @property
    def query(self) -> str:
        return (self.directory / "query.graphql").read_text(encoding="utf-8")

    @property
    def dataset(self) -> Path:
        return ROOT / (self.comment("dataset") or "tests/data/odd")

    @property
    def request(self) -> Request:
        file = self.directory / "variables.json"
        return Request(self.query, orjson.loads(file.read_bytes()) if file.exists() else {}, self.comment("operation"))


def cases(directory: str) -> list[Case]:
    found = sorted(file.parent for file in (ROOT / "tests" / directory).glob("*/query.graphql"))
    assert found, directory
    return [Case(one) for one in found]


@cache
def service(directory: Path = SEED) -> Service:
    """A service over a dataset in the embedded store; its schema is made once."""
    return Service(judged(directory).vocabulary, embedded(directory))


def over(store: Store, directory: Path = SEED) -> Service:
    """The same service over another store that holds the dataset."""
    other = copy.copy(service(directory))
    other.store = store
    return other


def rows(store: Store, plan: Plan) -> Rows:
    """What a store reads, for tests that are not asynchronous."""
    return store.run(store.read(plan))


def data(service: Service, query: str, **variables: Any) -> Any:
    """The data of an answer without errors."""
    answer = orjson.loads(service.answer_now(Request(query, variables)).body)
    assert "errors" not in answer, answer
    return answer["data"]


def walk(service: Service, query: str, field: Callable[[Any], Any], *, backward: bool) -> list[Any]:
    """The edges of all pages from one end to the other; each page says rightly whether more follow."""
    found: list[Any] = []
    way, ahead, behind = ("before", "Previous", "Next") if backward else ("after", "Next", "Previous")
    cursor = None
    while True:
        page = field(data(service, query, **{way: cursor}))
        info, edges = page["pageInfo"], page["edges"]
        assert info["startCursor"] == (edges[0]["cursor"] if edges else None)
        assert info["endCursor"] == (edges[-1]["cursor"] if edges else None)
        assert info[f"has{behind}Page"] == (cursor is not None)
        found = edges + found if backward else found + edges
        if not info[f"has{ahead}Page"]:
            return found
        cursor = info["startCursor" if backward else "endCursor"]


def paged(field: str, given: str, size: int, *, backward: bool) -> str:
    """A query for one page, with its cursor as a variable."""
    window = f"last: {size}, before: $before" if backward else f"first: {size}, after: $after"
    info = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
    page = f"{field}({given} {window}) {{ edges {{ cursor node {{ id }} }} {info} }}"
    return f"query (${'before' if backward else 'after'}: String) {{ {page} }}"


def errors(service: Service, request: Request) -> list[Any]:
    """The errors of an answer without data."""
    answer = orjson.loads(service.answer_now(request).body)
    assert "data" not in answer, answer
    return list(answer["errors"])


def pretty(data: bytes) -> str:
    return orjson.dumps(orjson.loads(data), option=orjson.OPT_INDENT_2).decode() + "\n"


def assert_golden(file: Path, text: str, *, update: bool) -> None:
    if update:
        file.write_text(text, encoding="utf-8")
    assert file.exists(), f"{file} is missing: run with --update-golden and look at what it holds"
    assert text == file.read_text(encoding="utf-8")
