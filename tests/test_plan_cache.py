"""Plans that are kept: the same as planned anew, and of use for other values of the same variables."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import orjson
import pytest

from graphsvc.api.execution import Request
from graphsvc.plan.tree import Plan
from tests.asking import data, service

QUERY = """
query Q($id: ID!, $first: Int, $after: String, $where: EntityWhere, $name: String, $with: Boolean = true) {
  entity(id: $id) { id name @include(if: $with) }
  entities(first: $first, after: $after, where: $where) { edges { node { id } } }
  people(where: {name: {eq: $name}}) { totalCount }
}
"""


def planned(**variables: Any) -> Plan:
    """By way of what is kept; the same as the planner's own."""
    plans, *asked = service().operation(Request(QUERY, {"id": "x", **variables}))
    found = plans.plan(*asked)
    assert found.plan == service().planner.plan(*asked)
    assert [*found.roots] == [*service().planner.roots(*asked)]
    return found.plan


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"id": "y"}, {"id": "a longer id"}),
        ({"name": "n"}, {"name": "m"}),
        ({"where": {"id": {"in": ["c", "d"]}}}, {"where": {"id": {"in": ["e", "f"]}}}),
        ({"where": {"NOT": {"name": {"eq": "n"}}}}, {"where": {"NOT": {"name": {"eq": "m"}}}}),
        ({"where": {"statements": {"count": {"gt": 1}}}}, {"where": {"statements": {"count": {"gt": 2}}}}),
    ],
)
def test_other_values_take_the_same_tree(one: dict[str, Any], other: dict[str, Any]) -> None:
    first, second = planned(**one), planned(**other)
    assert second.roots is first.roots
    assert second.values != first.values


@pytest.mark.parametrize(
    "variables",
    [{"first": 3}, {"first": None}, {"name": "n"}, {"name": None}, {"with": False}, {"where": {"name": {"eq": None}}}],
)
def test_what_the_tree_depends_on_takes_another(variables: dict[str, Any]) -> None:
    assert planned(**variables) == planned(**variables)
    assert planned() == planned()


def test_the_cost_is_that_of_the_pages_that_are_asked_for() -> None:
    inner = "relations(first: $first) { edges { node { relations(first: $first) { totalCount edges { rank } } } } }"
    query = f"query Q($first: Int!) {{ entities(first: $first) {{ edges {{ node {{ {inner} }} }} }} }}"
    for first, code in ((3, None), (1000, "TOO_COSTLY"), (4, None), (1000, "TOO_COSTLY"), (1001, "PAGE_SIZE")):
        answer = orjson.loads(service().answer_now(Request(query, {"first": first})).body)
        assert [error["extensions"]["code"] for error in answer.get("errors", ())] == [code] * (code is not None)


def test_values_are_never_mixed_up() -> None:
    """More forms than are kept, each again and again."""
    for turn in range(3):
        for first in range(1, 12):
            assert {first, f"{turn} {first}"} < set(planned(id=f"{turn} {first}", first=first).values)


def test_a_value_that_planning_reads_is_never_taken_for_another() -> None:
    found = data(service(), "{ entities(first: 4) { edges { cursor node { id } } } }")["entities"]["edges"]
    for edge, behind in pairwise(found):
        answer = data(service(), QUERY, id="x", first=1, after=edge["cursor"])
        assert answer["entities"]["edges"] == [{"node": behind["node"]}]


def test_no_store_is_asked_for_less_than_zero() -> None:
    """An index of Neo4j takes -0.0 for less than 0.0, the embedded store does not."""
    query = "query Q($c: Float!) { statements(where: {confidence: {gt: $c, in: [-0.0, $c]}}) { totalCount } }"
    assert repr(service().explain(Request(query, {"c": -0.0})).values) == "([0.0, 0.0], 0.0, 100)"
