"""Queries, stage by stage: Plan, Cypher, and the response, which is the same on both stores.

And refused ones: what is said, and that the service is as well as before.
"""

from __future__ import annotations

from typing import Any

import pytest

from graphsvc.api.execution import MAX_TOKENS, Request
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
    assert_golden(case.directory / "plan.txt", f"{plan}\n\n{values}", update=update)


@pytest.mark.parametrize("case", QUERIES)
def test_cypher(case: Case, update: bool) -> None:
    statement = cypher.statement(service(case.dataset).explain(case.request).roots)
    assert_golden(case.directory / "statement.cypher", statement + "\n", update=update)


@pytest.mark.parametrize("case", QUERIES)
def test_response(case: Case, store: Store, update: bool) -> None:
    answer = over(store, case.dataset).answer(case.request)
    assert answer.executed
    assert not answer.failed
    assert_golden(case.directory / "response.json", pretty(answer.body), update=update)


# Refused


def assert_well(store_errors: list[Any]) -> None:
    """A refusal says where, by a code what, and gives nothing away of the inside."""
    for error in store_errors:
        assert error["extensions"]["code"]
        assert not any(word in error["message"] for word in ("Traceback", "MATCH", "graphsvc.", "Error("))
    assert data(service(ODD), "{ dataset { id } }") == {"dataset": {"id": "odd"}}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: Case, update: bool) -> None:
    found = service(case.dataset).answer(case.request)
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
    "conditions": (FILTERED, {"where": {"OR": [{"id": {"eq": "a"}}] * 10_000}}, "TOO_BROAD"),
    "empty conditions": (FILTERED, {"where": {"AND": [{}] * 10_000}}, "TOO_BROAD"),
    "deep filter": (FILTERED, {"where": DEEP_FILTER}, "TOO_DEEP"),
    "related": (FILTERED, {"where": {"OR": [{"relations": {"some": {}}}] * 51}}, "TOO_BROAD"),
    "deep relations": (FILTERED, {"where": DEEP_RELATIONS}, "TOO_DEEP"),
    "sort keys": (SORTED, {"sort": [{"name": "ASC"}] * 10_000}, "TOO_BROAD"),
    "fields": (f"{{ dataset {{ {' '.join(f'a{n}: id' for n in range(1001))} }} }}", {}, "TOO_BROAD"),
    "counts": (f"{{ entities {{ {' '.join(f'a{n}: totalCount' for n in range(1001))} }} }}", {}, "TOO_BROAD"),
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
    found = errors(service(), Request(query, {}))
    assert [error["extensions"]["code"] for error in found] == ["TOO_LARGE"]


def test_fragments_that_spread_twice_at_every_level_cost_no_more_than_once() -> None:
    """Each level has its successor's fields twice: counted anew, there would be 2 ** 16 of them."""
    twice = [f"fragment F{n} on Statement {{ {f'conflictsWith {{ ...F{n + 1} }} ' * 2} }}" for n in range(16)]
    query = f'{{ statement(id: "ex:s01") {{ ...F0 }} }} {" ".join(twice)} fragment F16 on Statement {{ id }}'
    assert data(service(ODD), query)["statement"]


def test_nested_lists_are_planned_by_call_and_not_by_collect() -> None:
    """Neo4j plans a COLLECT within a COLLECT in twice the time, and so on at every level."""
    query = nested(12, 'statement(id: "ex:s01")', "{ conflictsWith ", "id")
    assert cypher.statement(service(ODD).explain(Request(query, {})).roots).count("COLLECT") == 1
