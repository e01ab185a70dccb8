"""Random ontologies, records and operations: both stores answer alike, and as plain execution of the schema does.

What a seed makes is always the same, so a failure says which seed to ask again:
`GRAPHSVC_TEST_SEED=17 GRAPHSVC_TEST_ONTOLOGIES=1 pytest tests/test_random.py`. `make soak` runs many.
"""

from __future__ import annotations

import copy
import json
import os
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import orjson
import pytest

from graphsvc.api.execution import Refused, Request, Service
from graphsvc.api.opening import project_dataset
from graphsvc.errors import RefusedQuery
from graphsvc.plan.shape import shape
from graphsvc.plan.tree import Plan
from graphsvc.stores.cypher import parameters, shared, statement
from graphsvc.stores.embedded import EmbeddedStore
from graphsvc.stores.neo4j import Neo4jStore, Statement
from tests.conftest import Judged, filled
from tests.plain import plain_answer
from tests.random_ontologies import Ontologies, Records
from tests.random_queries import Operation, RandomQueries, with_cursors

T = TypeVar("T")
FIRST = int(os.environ.get("GRAPHSVC_TEST_SEED", "1"))
SEEDS = range(FIRST, FIRST + int(os.environ.get("GRAPHSVC_TEST_ONTOLOGIES", "3")))
QUERIES = int(os.environ.get("GRAPHSVC_TEST_QUERIES", "20"))
VARIED = 4
"""How often each document is planned with other values."""
pytestmark = pytest.mark.timeout(60 + 10 * QUERIES)


class World(NamedTuple):
    """One ontology with records, and operations with their answers from the embedded store."""

    source: Judged
    service: Service
    answers: list[tuple[Operation, bytes]]


@pytest.fixture(scope="module", params=SEEDS)
def world(request: pytest.FixtureRequest) -> World:
    choose = random.Random(request.param)
    ontology = Ontologies(choose).ontology()
    source = Judged(*project_dataset(Records(ontology, choose).dataset(), Path()))
    service = Service(source.vocabulary, EmbeddedStore(source.projection))
    answers: list[tuple[Operation, bytes]] = []
    queries = RandomQueries(service, choose)
    for _ in range(3 * QUERIES):
        operation = queries.asked()
        body = service.answer_now(Request(*operation)).body
        if refused(body):
            continue
        answers.append((operation, answer(service, operation)))
        further = with_cursors(operation, orjson.loads(body)["data"], choose)
        if further:
            answers.append((further, answer(service, further)))
        if len(answers) >= QUERIES:
            break
    assert len(answers) >= QUERIES, f"only {len(answers)} of {3 * QUERIES} operations were within the limits"
    return World(source, service, answers)


def refused(body: bytes) -> bool:
    """Whether the operation is valid GraphQL, but beyond a limit or of a name that the ontology does not have."""
    codes = {error["extensions"]["code"] for error in orjson.loads(body).get("errors", ())}
    return bool(codes) and codes.isdisjoint({"SYNTAX", "INVALID", "BAD_VARIABLE", "BAD_CURSOR"})


def answer(service: Service, operation: Operation) -> bytes:
    """The bytes of an answer without errors."""
    body = service.answer_now(Request(*operation)).body
    assert body.startswith(b'{"data":'), (body, told(operation))
    return body


def told(operation: Operation) -> str:
    return f"{operation.query}\n{json.dumps(operation.variables, ensure_ascii=False)}"


def test_planned_execution_answers_as_plain_execution_does(world: World) -> None:
    for operation, planned in world.answers:
        assert orjson.dumps({"data": plain_answer(world.service, *operation)}) == planned, told(operation)


def test_plans_that_are_kept_are_the_same_as_made_anew(world: World) -> None:
    """The same documents again and again, with other values of their variables, some of them beyond the limits."""
    service, choose = world.service, random.Random(QUERIES)
    queries = RandomQueries(service, choose, often=3)
    outcomes: Counter[type] = Counter()
    for first in [queries.asked() for _ in range(QUERIES)]:
        for operation in [first] * 2 + [queries.varied(first) for _ in range(VARIED)]:
            try:
                plans, *asked = service.operation(Request(*operation))
            except Refused:
                continue
            made = outcome(lambda asked=asked: service.planner.plan(*asked))  # type: ignore[misc]
            kept = outcome(lambda plans=plans, asked=asked: plans.plan(*asked).plan)  # type: ignore[misc]
            assert kept == made, told(operation)
            assert repr(kept) == repr(made), told(operation)  # of which type a value is, too
            outcomes[type(made)] += 1
    assert outcomes[Plan] >= QUERIES * VARIED // 4, outcomes


def shaped(service: Service, plan: Plan, rows: list[Any]) -> Any:
    return outcome(lambda: shape(plan, rows, service.vocabulary))


def outcome(made: Callable[[], T]) -> T | str:
    """What is made, or why it is not."""
    try:
        return made()
    except RefusedQuery as refused:
        return str(refused)


def test_both_stores_answer_with_the_same_bytes(world: World, neo4j_session: Neo4jStore) -> None:
    over_neo4j = copy.copy(world.service)
    over_neo4j.store = filled(neo4j_session, world.source)
    for operation, embedded in world.answers:
        assert answer(over_neo4j, operation) == embedded, told(operation)


def test_reads_that_go_together_are_answered_as_each_alone(world: World, neo4j_session: Neo4jStore) -> None:
    """One statement for a Plan with several values: for each read with its own."""
    service, choose = world.service, random.Random(QUERIES)
    neo4j = filled(neo4j_session, world.source)
    plans = [service.explain(Request(*operation)) for operation, _ in world.answers]
    known = [value for plan in plans for value in plan.values if type(value) is str]
    differing = 0
    for plan, (operation, _) in zip(plans, world.answers, strict=True):
        several = [plan, *(varied(plan, known, choose) for _ in range(VARIED)), plan]
        asked = Statement(statement(plan.roots), parameters(*several)["p"])
        found = dict(neo4j.run(neo4j.untorn(asked, neo4j.timeout)).values)  # however long they take together
        rows = [found[at] for at in range(len(several))], [neo4j.run(neo4j.read(each)) for each in several]
        together, alone = ([shaped(service, *each) for each in zip(several, some, strict=True)] for some in rows)
        assert together == alone, told(operation)
        differing += any(each != alone[0] for each in alone)
    assert differing >= len(plans) // 4


def varied(plan: Plan, known: list[str], choose: random.Random) -> Plan:
    """The Plan with other values, of the same types and as many; pages are as large."""
    kept = {id(value) for value in shared(plan)}
    values = [value if id(value) in kept else other(value, known, choose) for value in plan.values]
    return replace(plan, values=tuple(values))


def other(value: Any, known: list[str], choose: random.Random) -> Any:
    match value:
        case str():
            return choose.choice(known)
        case bool():
            return choose.choice([True, False])
        case int() | float():
            return value if abs(value) > 1000 else value + choose.choice([-1, 0, 1])
        case list():
            return [other(each, known, choose) for each in value]
    return value
