"""The service as its users meet it: a real server on the loopback interface, asked by a real client."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
import uvicorn
from graphql import build_schema

from graphsvc.api.app import GRAPHQL_JSON, JSON, MAX_BODY, build_app
from graphsvc.api.execution import Request, Service
from graphsvc.stores.base import Store
from graphsvc.stores.embedded import EmbeddedStore
from graphsvc.stores.neo4j import Neo4jStore
from tests.asking import ODD, cases, over, service
from tests.conftest import SEED, judged

NAME = '{ person(id: "person:alexandr-wang") { name } }'
NAMED = {"data": {"person": {"name": "Alexandr Wang"}}}


@contextmanager
def served(asked: Service) -> Iterator[httpx.Client]:
    """A client of a server that runs in a thread of its own."""
    server = uvicorn.Server(uvicorn.Config(build_app(asked), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        yield client
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with served(service()) as client:
        yield client


def post(client: httpx.Client, accept: str = JSON, **body: Any) -> httpx.Response:
    return client.post("/graphql", json=body, headers={"accept": accept})


@pytest.mark.parametrize("accept", [JSON, GRAPHQL_JSON, f"{GRAPHQL_JSON}, {JSON};q=0.9", "*/*"])
def test_post(client: httpx.Client, accept: str) -> None:
    answer = post(client, accept, query=NAME)
    assert answer.status_code == 200
    assert answer.json() == NAMED
    assert answer.headers["content-type"] == (GRAPHQL_JSON if GRAPHQL_JSON in accept else JSON)


def test_get(client: httpx.Client) -> None:
    query = "query A($id: ID!) { person(id: $id) { name } } query B { dataset { id } }"
    given = {"query": query, "variables": json.dumps({"id": "person:alexandr-wang"}), "operationName": "A"}
    answer = client.get("/graphql", params=given)
    assert (answer.status_code, answer.json()) == (200, NAMED)


@pytest.mark.parametrize(("accept", "status"), [(JSON, 200), (GRAPHQL_JSON, 400)])
@pytest.mark.parametrize(
    "query", ["{", "{ nothing }", "mutation { a }", "query ($a: Int!) { people(first: $a) { totalCount } }"]
)
def test_refused_operations(client: httpx.Client, accept: str, status: int, query: str) -> None:
    """GraphQL over HTTP: the older media type says 200 to all that is JSON, the newer one 400 to what did not run."""
    answer = post(client, accept, query=query)
    assert answer.status_code == status
    assert list(answer.json()) == ["errors"]


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"", JSON, 400),
        (b"{", JSON, 400),
        (b"[]", JSON, 400),
        (b"{}", JSON, 400),
        (b'{"query": 1}', JSON, 400),
        (b'{"query": "{ dataset { id } }", "variables": []}', JSON, 400),
        (b'{"query": "{ dataset { id } }", "operationName": 1}', JSON, 400),
        (b'{"query": "\xff"}', JSON, 400),
        (b'{"query": "{ entity(id: \\"\\ud800\\") { id } }"}', JSON, 400),
        (b"[" * 100_000, JSON, 400),
        (b"{ dataset { id } }", "application/graphql", 415),
        (b"query={dataset{id}}", "application/x-www-form-urlencoded", 415),
        (b'{"query": "' + b" " * MAX_BODY + b'"}', JSON, 413),
    ],
)
def test_what_is_no_request(client: httpx.Client, body: bytes, content_type: str, status: int) -> None:
    answer = client.post("/graphql", content=body, headers={"content-type": content_type})
    assert answer.status_code == status
    assert list(answer.json()) == ["errors"]
    assert post(client, query=NAME).json() == NAMED


@pytest.mark.parametrize("given", [{"query": NAME, "variables": "{"}, {"query": NAME, "variables": "[]"}, {}])
def test_what_is_no_query_string(client: httpx.Client, given: dict[str, str]) -> None:
    assert client.get("/graphql", params=given).status_code == 400


def test_a_body_without_end_is_cut_off(client: httpx.Client) -> None:
    parts = (b'{"query": "' if n == 0 else b" " * 10_000 for n in range(10_000))
    with pytest.raises((httpx.WriteError, AssertionError)):
        assert client.post("/graphql", content=parts, headers={"content-type": JSON}).status_code != 413
    assert post(client, query=NAME).json() == NAMED


def test_the_page_loads_nothing_from_elsewhere(client: httpx.Client) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    policy = dict(part.strip().split(" ", 1) for part in page.headers["content-security-policy"].split(";"))
    assert (policy["default-src"], policy["frame-ancestors"]) == ("'self'", "'none'")
    assert "://" not in page.text
    assert client.get("/graphql", headers={"accept": "text/html"}).text == page.text
    for name, media in {"page.js": "text/javascript", "page.css": "text/css", "icon.svg": "image/svg+xml"}.items():
        asset = client.get(f"/page/{name}")
        assert (asset.status_code, asset.headers["content-type"].partition(";")[0]) == (200, media)
        assert asset.headers["x-content-type-options"] == "nosniff"


def test_schema(client: httpx.Client) -> None:
    assert build_schema(client.get("/schema.graphql").text).query_type is not None


def test_style_for_neo4j_browser_is_for_any_origin(client: httpx.Client) -> None:
    asked = {"origin": "http://localhost:7474", "access-control-request-method": "GET"}
    before = client.options("/browser/style.grass", headers=asked)
    answer = client.get("/browser/style.grass", headers={"origin": "http://localhost:7474"})
    assert (before.status_code, answer.status_code) == (204, 200)
    for response in (before, answer):
        assert response.headers["access-control-allow-origin"] == "*"
    assert "node" in answer.text
    assert "access-control-allow-origin" not in post(client, query=NAME).headers


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/page/nothing.js",
        "/page/.",
        "/page/..%2fapp.py",
        "/page/..%2F..%2Fsettings.py",
        "/page/%2e%2e/app.py",
        "/page/..%5capp.py",
        "/page/a%00b",
        "/browser/..%2fconstraints.cypher",
        "/browser/%2fetc%2fpasswd",
        "/browser//etc/passwd",
        "/graphql/",
    ],
)
def test_unknown_paths(client: httpx.Client, path: str) -> None:
    answer = client.get(path, follow_redirects=True)
    assert answer.status_code in (400, 404)
    assert "import" not in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_unknown_methods(client: httpx.Client, method: str) -> None:
    assert client.request(method, "/graphql").status_code == 405


def test_life_and_readiness(client: httpx.Client) -> None:
    assert client.get("/livez").json() == {"status": "live"}
    assert client.get("/readyz").json() == {"status": "ready", "store": "embedded"}


def test_a_neo4j_that_is_down(caplog: pytest.LogCaptureFixture) -> None:
    store = Neo4jStore("bolt://127.0.0.1:1", "neo4j", "secret", "neo4j", 2, 1)
    with served(over(store)) as client:
        assert client.get("/livez").status_code == 200
        ready = client.get("/readyz")
        answer = post(client, query=NAME).json()
        introspection = post(client, query="{ __typename }").json()
    store.close()
    assert ready.status_code == 503
    assert "cannot be reached" in ready.json()["reason"]
    assert answer["data"] is None
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["STORE_UNAVAILABLE"]
    assert introspection == {"data": {"__typename": "Query"}}
    assert "secret" not in caplog.text + ready.text


def test_the_server_answers_as_before_after_every_refusal() -> None:
    """All refused operations over one data set at once, as a client sends them, and a good one after each."""
    refused = [case for case in cases("refused") if case.dataset == ODD]
    bodies = [json.dumps(case.request._asdict() | {"operationName": case.request.operation}) for case in refused]
    assert len(bodies) > 40
    with served(service(ODD)) as client, ThreadPoolExecutor(8) as threads:

        def ask(body: str) -> tuple[Any, Any, float]:
            answer = client.post("/graphql", content=body, headers={"content-type": JSON, "accept": JSON})
            start = time.monotonic()
            good = post(client, query="{ dataset { id } }")
            return answer.json().keys(), good.json(), time.monotonic() - start

        for case, (found, good, seconds) in zip(refused, threads.map(ask, bodies), strict=True):
            assert found == {"errors"}, case
            assert good == {"data": {"dataset": {"id": "odd"}}}, case
            assert seconds < 5, case


def test_many_at_once(store: Store) -> None:
    """Different operations in parallel, each with its own answer."""
    asked = over(store)
    queries = [
        f"{{ entities(first: {n}) {{ edges {{ node {{ id name statements {{ totalCount }} }} }} }} }}"
        for n in range(40)
    ]
    expected = [json.loads(service().answer_now(Request(query, {})).body) for query in queries]
    with served(asked) as client, ThreadPoolExecutor(20) as pool:
        assert list(pool.map(lambda query: post(client, query=query).json(), queries)) == expected


def test_reads_are_answered_while_a_store_is_warmed() -> None:
    store, warm = EmbeddedStore(judged(SEED).projection), threading.Event()
    with served(over(store)) as client:
        store.warming = ThreadPoolExecutor(1)
        assert post(client, query=NAME).json() == NAMED
        store.warm(warm.set)
        assert post(client, query="{ findings { totalCount } }").json() == {"data": {"findings": {"totalCount": 6}}}
        assert warm.wait(60)
    assert not store.warming
