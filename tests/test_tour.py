"""Every question of the documentation, put to both stores: the same bytes, and the answer that the page shows.

A question is a ```graphql block (or QUERY='…' in a ```sh block), perhaps with a ```json variables block behind it,
and its answer the ```json block that follows. `--update-golden` rewrites the answers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from graphsvc.api.execution import Request, Service
from graphsvc.stores.neo4j import Neo4jStore
from tests.bolt_proxy import BoltProxy
from tests.conftest import SEED, Connect, ask, embedded, filled, judged
from tests.neo4j_server import Neo4jServer

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/tour.md", "docs/graphql.md")
FENCE = re.compile(r"^```(?P<language>\w+)(?P<variables> variables)?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
QUERY = re.compile(r"^QUERY='([^']*)'$", re.MULTILINE)
WIDTH = 118


class Example(NamedTuple):
    """`start` and `end` bound the answer in the page's text."""

    page: str
    title: str
    request: Request
    start: int
    end: int


def examples(page: str) -> Iterator[Example]:
    text = (ROOT / page).read_text(encoding="utf-8")
    query, variables = "", {}
    for fence in FENCE.finditer(text):
        if fence["language"] == "graphql":
            query = fence["text"]
        elif found := QUERY.search(fence["text"]):
            query = found[1]
        elif fence["variables"]:
            variables = json.loads(fence["text"])
        elif fence["language"] == "json" and query:
            title = re.findall(r"^#+ (.*)$", text[: fence.start()], re.MULTILINE)[-1]
            yield Example(page, title, Request(query, variables), *fence.span("text"))
            query, variables = "", {}


EXAMPLES = [example for page in PAGES for example in examples(page)]
over_examples = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.page}: {example.title}")


@cache
def files() -> Service:
    return Service(judged(SEED).vocabulary, embedded(SEED))


@pytest.fixture(scope="module")
def proxy(neo4j_server: Neo4jServer) -> Iterator[BoltProxy]:
    with BoltProxy(neo4j_server.uri) as running:
        yield running


@pytest.fixture(scope="module")
def neo4j(connect_neo4j: Connect, proxy: BoltProxy) -> Service:
    """The seed in Neo4j, behind the proxy."""
    return Service(judged(SEED).vocabulary, filled(connect_neo4j(uri=proxy.uri), judged(SEED)))


@over_examples
def test_neo4j_gives_the_same_bytes_in_one_round_trip(example: Example, neo4j: Service, proxy: BoltProxy) -> None:
    neo4j.store.run(neo4j.store.ready())  # whatever the driver has to settle with the server is settled
    with proxy.counting() as passed:
        answer = neo4j.answer_now(example.request)
    assert answer.body == files().answer_now(example.request).body
    assert passed == {"RUN": 1, "RECORD": 1}


def test_the_proxy_would_see_more(neo4j: Service, proxy: BoltProxy) -> None:
    assert isinstance(neo4j.store, Neo4jStore)
    with proxy.counting() as passed:
        ask(neo4j.store, "RETURN 1")
        ask(neo4j.store, "UNWIND [1, 2] AS number RETURN number")
    assert passed == {"RUN": 2, "RECORD": 3}


@over_examples
def test_the_page_shows_the_answer(example: Example, pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("update_golden"):
        page = ROOT / example.page
        page.write_text(current(example.page), encoding="utf-8")
    text = (ROOT / example.page).read_text(encoding="utf-8")
    now = next(other for other in examples(example.page) if other.request == example.request)
    assert text[now.start : now.end] == answer_text(example.request), "run pytest --update-golden"


@pytest.mark.parametrize("page", PAGES)
def test_every_question_has_an_answer(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    asked = [fence for fence in FENCE.finditer(text) if fence["language"] == "graphql" or QUERY.search(fence["text"])]
    assert asked
    assert len(asked) == sum(example.page == page for example in EXAMPLES)


def test_the_tour_is_long_and_no_answer_says_nothing() -> None:
    answers = {e.title: answer_text(e.request) for e in EXAMPLES if e.page == "docs/tour.md"}
    assert len(answers) >= 28
    assert {title for title, text in answers.items() if not re.search(r'": ("|\d)', text)} == set()


def current(page: str) -> str:
    """The page with its answers as they are now; the last one first, so that positions hold."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for example in reversed(list(examples(page))):
        text = text[: example.start] + answer_text(example.request) + text[example.end :]
    return text


def answer_text(request: Request) -> str:
    answer = json.loads(files().answer_now(request).body)
    assert "errors" not in answer, answer
    return pretty(answer["data"]) + "\n"


def pretty(value: Any, indent: str = "", taken: int = 0) -> str:
    """JSON that stays on one line where it fits."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + taken + len(line) <= WIDTH or not isinstance(value, dict | list) or not value:
        return line
    inner = f"{indent}  "
    if isinstance(value, list):
        return "[\n" + ",\n".join(inner + pretty(item, inner) for item in value) + f"\n{indent}]"
    names = {key: f"{json.dumps(key)}: " for key in value}
    rows = [inner + names[key] + pretty(item, inner, len(names[key])) for key, item in value.items()]
    return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
