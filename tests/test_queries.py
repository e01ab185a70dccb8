"""Queries, stage by stage: Plan, Cypher, and the response, which is the same on both stores.

And refused ones: what is said, and that the service is as well as before.
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

import pytest
from graphql import get_introspection_query

from graphsvc.api.execution import MAX_TOKENS, Request, Service
from graphsvc.plan import cursors
from graphsvc.plan.limits import Limits
from graphsvc.plan.shape import shape
from graphsvc.plan.show import show_plan
from graphsvc.plan.tree import Leaf, Many, One, Plan, Selection, Step, Typename, Variant
from graphsvc.stores import cypher
from graphsvc.stores.base import Store
from tests.asking import ODD, Case, assert_golden, cases, data, errors, over, pretty, service

QUERIES = [pytest.param(case, id=str(case), marks=pytest.mark.dataset(str(case.dataset))) for case in cases("queries")]
REFUSED = [pytest.param(case, id=str(case)) for case in cases("refused")]


@pytest.fixture
def update(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--update-golden"))


@pytest.mark.parametrize("case", QUERIES)
def test_plan(case: Case, update: bool) -> None:
    plan = service(case.dataset).explain(case.request)
    values = "".join(f"${index} = {value!r}\n" for index, value in enumerate(plan.values))
    assert_golden(case.directory / "plan.txt", f"{show_plan(plan)}\n\n{values}", update=update)


@pytest.mark.parametrize("case", QUERIES)
def test_cypher(case: Case, update: bool) -> None:
    statement = cypher.statement(service(case.dataset).explain(case.request).roots)
    assert_golden(case.directory / "statement.cypher", statement + "\n", update=update)


@pytest.mark.parametrize("case", QUERIES)
def test_response(case: Case, store: Store, update: bool) -> None:
    answer = over(store, case.dataset).answer_now(case.request)
    assert answer.executed
    assert not answer.failed
    assert_golden(case.directory / "response.json", pretty(answer.body), update=update)


def test_a_response_key_is_a_text_to_what_writes_rows() -> None:
    key = "a': print(b)}\n\\\"\0\udc80"
    fields = Leaf(key, "id"), Typename(key * 2, key), One(key * 3, Step("same"), Selection(()))
    plan = Plan((Many(key, Step("all", "entity"), Selection((Variant(None, fields),))),))
    assert shape(plan, [[[1, 2, []]]], service(ODD).vocabulary) == {key: [{key: 1, key * 2: key, key * 3: {}}]}


# Refused


def assert_well(store_errors: list[Any]) -> None:
    """A refusal says where, by a code what, and gives nothing away of the inside."""
    for error in store_errors:
        assert error["extensions"]["code"]
        assert not any(word in error["message"] for word in ("Traceback", "MATCH", "graphsvc.", "Error("))
    assert data(service(ODD), "{ dataset { id } }") == {"dataset": {"id": "odd"}}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: Case, update: bool) -> None:
    found = service(case.dataset).answer_now(case.request)
    assert not found.executed
    assert_golden(case.directory / "errors.json", pretty(found.body), update=update)
    assert_well(errors(service(case.dataset), case.request))


DEEP_FILTER: dict[str, Any] = {"id": {"eq": "ex:ada"}}
for _ in range(21):
    DEEP_FILTER = {"NOT": DEEP_FILTER}
DEEP_RELATIONS: dict[str, Any] = {}
for _ in range(11):
    DEEP_RELATIONS = {"relations": {"some": {"node": DEEP_RELATIONS or {"id": {"eq": "ex:ada"}}}}}
FILTERED = "query ($where: EntityWhere) { entities(where: $where) { totalCount } }"
SORTED = "query ($sort: [EntitySort!]) { entities(sort: $sort) { totalCount } }"
CHAIN = [f"fragment A{n} on Entity {{ relations {{ edges {{ node {{ ...A{n + 1} }} }} }} }}" for n in range(12)]


def nested(times: int, outer: str, inner: str, end: str) -> str:
    """`outer { inner inner … { end } }`, each inner one level further in."""
    return f"{{ {outer} {inner * times} {{ {end} }} {'}' * inner.count('{') * times} }}"


BIG: dict[str, tuple[str, dict[str, Any], str]] = {
    "ids": (FILTERED, {"where": {"id": {"in": [str(n) for n in range(10_000)]}}}, "TOO_MANY_VALUES"),
    "conditions": (FILTERED, {"where": {"OR": [{"id": {"eq": "a"}}] * 126}}, "TOO_BROAD"),
    "empty conditions": (FILTERED, {"where": {"AND": [{}] * 10_000}}, "TOO_BROAD"),
    "deep filter": (FILTERED, {"where": DEEP_FILTER}, "TOO_DEEP"),
    "related": (FILTERED, {"where": {"OR": [{"relations": {"some": {}}}] * 51}}, "TOO_BROAD"),
    "deep relations": (FILTERED, {"where": DEEP_RELATIONS}, "TOO_DEEP"),
    "sort keys": (SORTED, {"sort": [{"name": "ASC"}] * 10_000}, "TOO_BROAD"),
    "fields": (f"{{ dataset {{ {' '.join(f'a{n}: id' for n in range(301))} }} }}", {}, "TOO_BROAD"),
    "counts": (f"{{ entities {{ {' '.join(f'a{n}: totalCount' for n in range(301))} }} }}", {}, "TOO_BROAD"),
    "levels": (nested(400, "entities", "{ edges { node { relations ", "totalCount"), {}, "SYNTAX"),
    "repeated field": (f"{{ dataset {{ {'id ' * 9_000} }} }}", {}, "INVALID"),
    "tokens": (f"{{ dataset {{ {'id ' * MAX_TOKENS} }} }}", {}, "SYNTAX"),
    "fragments": (f"{{ entity(id: 1) {{ ...A0 }} }} {' '.join(CHAIN)} fragment A12 on Entity {{ id }}", {}, "TOO_DEEP"),
    "introspection": (nested(9, "__schema { types", "{ fields { type ", "name } "), {}, "INVALID"),
}


@pytest.mark.parametrize(("query", "variables", "code"), BIG.values(), ids=BIG)
def test_too_big(query: str, variables: dict[str, Any], code: str) -> None:
    found = errors(service(ODD), Request(query, variables))
    assert {error["extensions"]["code"] for error in found} == {code}
    assert_well(found)


def test_answer_of_too_many_rows_is_refused() -> None:
    query = nested(6, "entities", "{ edges { node { relations ", "totalCount")
    asked = Service(service().vocabulary, service().store, Limits(max_rows=10**30))
    found = errors(asked, Request(query, {}))
    assert [error["extensions"]["code"] for error in found] == ["TOO_LARGE"]


# Cursors

PEOPLE = "query ($after: String, $sort: [PersonSort!]) { people(first: 1, after: $after, sort: $sort) { %s } }"
HEIGHT = {"sort": [{"height": "ASC"}]}
CURSORS = {
    "another sort": (PEOPLE, {"sort": [{"height": "DESC"}]}),
    "another field": (PEOPLE.replace("people", "agents").replace("PersonSort", "AgentSort"), {}),
    "another dataset": (PEOPLE.replace("people", "entities").replace("PersonSort", "EntitySort"), {}),
}


def cursor_of(asked: Service, query: str, **variables: Any) -> str:
    found = data(asked, query % "pageInfo { endCursor }", **variables)
    return str(next(iter(found.values()))["pageInfo"]["endCursor"])


@pytest.mark.parametrize("name", CURSORS)
def test_a_cursor_of_something_else_is_refused(name: str) -> None:
    query, changed = CURSORS[name]
    theirs = service() if name == "another dataset" else service(ODD)
    source = query if name == "another dataset" else PEOPLE
    cursor = cursor_of(theirs, source, **({} if name == "another field" else HEIGHT if changed else {}))
    found = errors(service(ODD), Request(query % "totalCount", {"after": cursor, **changed}))
    assert [error["extensions"]["code"] for error in found] == ["BAD_CURSOR"]
    assert cursor_of(theirs, source, after=cursor, **(HEIGHT if changed else {})) != cursor


FORGED = [
    ["tall", "ex:ada"], [True, "ex:ada"], [[1.75], "ex:ada"], [{"a": 1}, "ex:ada"], [2**63, "ex:ada"], [1.75, 7],
    [1.75, None], [1.75], [1.75, "ex:ada", "ex:ada"], [], {"a": 1}, None, 1, "\ud800", float("nan"),
]  # fmt: skip


@pytest.mark.parametrize("values", FORGED, ids=repr)
def test_a_cursor_made_by_hand_is_refused_or_is_as_good_as_ours(values: Any) -> None:
    """Its seal is no secret, so whatever can be written into one has to be looked at."""
    order = next(iter(service(ODD).explain(Request(PEOPLE % "totalCount", HEIGHT)).roots)).fingerprint
    forged = cursors.encode(order, [1.75, "ex:ada"])
    assert data(service(ODD), PEOPLE % "totalCount", after=forged, **HEIGHT)
    body = json.dumps(values).encode()
    seal = hashlib.sha256(order.encode() + b"\x00" + body).hexdigest()[: cursors.SEAL].encode()
    forged = base64.urlsafe_b64encode(seal + body).decode().rstrip("=")
    found = errors(service(ODD), Request(PEOPLE % "totalCount", {"after": forged, **HEIGHT}))
    assert [error["extensions"]["code"] for error in found] == ["BAD_CURSOR"]
    assert_well(found)


# Introspection


def test_what_asks_of_the_schema_only_is_answered_from_kept_bytes() -> None:
    request = Request(get_introspection_query(), {})
    first, again = (service(ODD).answer_now(request).body for _ in range(2))
    assert again is first
    assert json.loads(first)["data"]["__schema"]["queryType"]["name"] == "Query"
    named = 'query A { __type(name: "Person") { name } } query B { __type(name: "Group") { name } }'
    answers = [service(ODD).answer_now(Request(named, {}, name)).body for name in ("A", "B", "A")]
    assert [json.loads(body)["data"]["__type"]["name"] for body in answers] == ["Person", "Group", "Person"]


def test_fragments_that_spread_twice_at_every_level_cost_no_more_than_once() -> None:
    """Each level has its successor's fields twice: counted anew, there would be more of them than are answered."""
    twice = [f"fragment F{n} on Statement {{ {f'conflictsWith {{ ...F{n + 1} }} ' * 2} }}" for n in range(6)]
    query = f'{{ statement(id: "ex:s01") {{ ...F0 }} }} {" ".join(twice)} fragment F6 on Statement {{ id }}'
    assert data(service(ODD), query)["statement"]


def test_nested_lists_are_planned_by_call_and_not_by_collect() -> None:
    """Neo4j plans a COLLECT within a COLLECT in twice the time, and so on at every level."""
    query = nested(6, 'statement(id: "ex:s01")', "{ conflictsWith ", "id")
    assert cypher.statement(service(ODD).explain(Request(query, {})).roots).count("COLLECT") == 1
