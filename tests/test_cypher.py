"""How Neo4j runs what we emit: by its own plans, on the data of the queries' cases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from graphsvc.api.execution import Request
from graphsvc.stores import cypher
from graphsvc.stores.neo4j import Neo4jStore
from tests.asking import ODD, SEED, cases, service
from tests.conftest import filled, judged


def operators(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(operator, its details) of a plan and all plans below it. A product with one row is no product."""
    name, children = plan["operatorType"].partition("@")[0], plan.get("children", ())
    one_row = name == "CartesianProduct" and any("NodeUniqueIndexSeek" in c["operatorType"] for c in children)
    yield "Apply" if one_row else name, str(plan["args"].get("Details", ""))
    for child in children:
        yield from operators(child)


def explained(store: Neo4jStore, request: Request, vocabulary_of: Any = ODD) -> list[tuple[str, str]]:
    plan = service(vocabulary_of).explain(request)
    with store.driver.session(database=store.database) as session:
        result = session.run(f"EXPLAIN {cypher.statement(plan.roots)}", **cypher.parameters(plan))
        return list(operators(result.consume().plan))


@pytest.fixture
def odd(neo4j_session: Neo4jStore) -> Neo4jStore:
    return filled(neo4j_session, judged(ODD))


@pytest.mark.parametrize("case", [case for case in cases("queries") if case.dataset == ODD], ids=str)
def test_no_plan_multiplies_what_is_unrelated_or_reads_every_node(odd: Neo4jStore, case: Any) -> None:
    found = explained(odd, case.request)
    assert not {name for name, _ in found} & {"CartesianProduct", "AllNodesScan", "Eager"}


FROM_ONE = {
    "entity": "entity(id: $id) { id name relations { edges { node { id } } } }",
    "class": "person(id: $id) { leads { totalCount edges { properties { since } } } }",
    "statement": "statement(id: $id) { subject { id } object { id } references { locator } conflictsWith { id } }",
    "reference": "statement(id: $id) { references { document { id supports { totalCount } } } }",
    "document": "document(id: $id) { supports { totalCount edges { node { id } } } onlySourceOf { totalCount } }",
    "statements": "entity(id: $id) { statements { totalCount edges { node { id object { id } } } } }",
    "documents": "entity(id: $id) { documents { totalCount edges { node { id } } } }",
    "claim": "entity(id: $id) { relations { edges { statements { totalCount edges { node { id } } } } } }",
    "claim documents": "entity(id: $id) { relations { edges { documents { totalCount edges { node { id } } } } } }",
    "in": "entities(where: {id: {in: [$id]}}) { edges { node { id } } }",
}


@pytest.mark.parametrize("field", FROM_ONE.values(), ids=FROM_ONE)
def test_what_is_known_by_its_id_is_found_by_an_index(neo4j_session: Neo4jStore, field: str) -> None:
    store = filled(neo4j_session, judged(SEED))
    found = explained(store, Request(f"query ($id: ID!) {{ {field} }}", {"id": "org:meta"}), SEED)
    scans = [details for name, details in found if "Scan" in name and "Dataset" not in details]
    assert scans == []
    assert any("Seek" in name for name, _ in found)


LISTS = {
    "by id": "first: 3",
    "by id, backward": "last: 3",
    "by name": "sort: [{name: ASC}], first: 3",
    "by name, backward": "sort: [{name: ASC}], last: 3",
    "by name, down": "sort: [{name: DESC}], first: 3",
}


@pytest.mark.parametrize("given", LISTS.values(), ids=LISTS)
def test_a_page_in_the_order_of_an_index_is_read_from_it_and_sorts_nothing(
    neo4j_session: Neo4jStore, given: str
) -> None:
    store = filled(neo4j_session, judged(SEED))
    found = explained(store, Request(f"{{ companies({given}) {{ edges {{ node {{ name }} }} }} }}", {}), SEED)
    names = {name for name, details in found if "Dataset" not in details}
    assert not names & {"Sort", "Top", "NodeByLabelScan", "Distinct"}, found
    assert any("Index" in name for name in names)


def test_of_all_that_have_the_cursors_key_only_those_behind_it_are_read(neo4j_session: Neo4jStore) -> None:
    store = filled(neo4j_session, judged(SEED))
    page = "{{ companies(sort: [{{name: DESC}}], first: 1{}) {{ pageInfo {{ endCursor }} }} }}"
    answer = json.loads(service(SEED).answer_now(Request(page.format(""), {})).body)
    cursor = answer["data"]["companies"]["pageInfo"]["endCursor"]
    found = explained(store, Request(page.format(f', after: "{cursor}"'), {}), SEED)
    sought = [details for name, details in found if name.startswith("NodeIndexSeek")]
    assert len(sought) == 3
    assert any("name__key = " in details and "id > " in details for details in sought), sought


def test_unfiltered_counts_are_those_that_neo4j_keeps(neo4j_session: Neo4jStore) -> None:
    store = filled(neo4j_session, judged(SEED))
    found = explained(store, Request("{ companies { totalCount } }", {}), SEED)
    assert {name for name, details in found if "Scan" in name and "Dataset" not in details} == set()
    assert "NodeCountFromCountStore" in {name for name, _ in found}


REVISION = 7
"""Hits of reading the dataset's revision first and last."""
BY_HAND = {
    "thing": ("id name type", "MATCH (n:Entity {id: $id}) RETURN n {.id, .name, .type}"),
    "edges": (
        "relations { edges { rank predicate node { id name } } }",
        "MATCH (:Entity {id: $id})-[r]-(n:Entity) RETURN r.rank, r.predicate, n.id, n.name",
    ),
    "sources": (
        "relations { edges { documents { edges { node { id } } } } }",
        "MATCH (:Entity {id: $id})-[r]-(:Entity) MATCH (s:Statement {claim: r.id})-[:REFERENCE]->(d:Document)"
        " RETURN r, collect(DISTINCT d.id)",
    ),
    "statements": (
        "statements { edges { node { predicate value rank references { locator document { id title } } } } }",
        "MATCH (n:Entity {id: $id}) MATCH (s:Statement {subject: n.id}) MATCH (s)-[f:REFERENCE]->(d:Document)"
        " RETURN s.id, s.predicate, s.value, s.rank, f.locator, d.id, d.title",
    ),
}


@pytest.mark.parametrize(("selected", "by_hand"), BY_HAND.values(), ids=BY_HAND)
def test_the_store_is_accessed_no_more_than_by_what_a_person_writes(
    neo4j_session: Neo4jStore, selected: str, by_hand: str
) -> None:
    store = filled(neo4j_session, judged(SEED))
    values = {"id": "org:meta"}
    plan = service(SEED).explain(Request(f"query ($id: ID!) {{ entity(id: $id) {{ {selected} }} }}", values))
    ours = hits(store, cypher.statement(plan.roots), cypher.parameters(plan))
    assert REVISION < ours <= hits(store, by_hand, values) + REVISION


def hits(store: Neo4jStore, statement: str, parameters: dict[str, Any]) -> int:
    with store.driver.session(database=store.database) as session:
        found = session.run(f"PROFILE {statement}", parameters).consume().profile
    assert found
    return db_hits(found)


def db_hits(plan: dict[str, Any]) -> int:
    return int(plan["args"].get("DbHits", 0)) + sum(map(db_hits, plan.get("children", ())))
