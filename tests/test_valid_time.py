"""What holds at a time: intervals are half open, dates may be imprecise, a missing bound is unknown."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import Any

import pytest

from graphsvc.api.execution import Request, Service
from graphsvc.errors import Position
from graphsvc.plan.show import show_plan
from graphsvc.records import Dataset, Entity, Rank, Reference, Statement, ValueKind
from graphsvc.stores.embedded import EmbeddedStore
from graphsvc.stores.projection import project
from graphsvc.verdict import judge
from tests.asking import ODD, data, service
from tests.conftest import Judged, filled

HERE = Position("dated.yaml")
LEADERS = {
    "day": ("2020-05-07", "2020-06-01"),
    "month": ("2020-05", "2020-06"),
    "year": ("2020", "2021"),
    "about": ("2020~", None),
    "ended": (None, "2020-06"),
    "undated": (None, None),
    "absurd": ("2021", "2019"),
    "early": ("../2020-05-07", "2021"),
}
HEIGHTS: list[tuple[str, Any, str | None, str | None]] = [
    ("grown", "1.5", "2010", "2015"),
    ("grown", "1.7", "2015", "2020-06"),
    ("plain", "1.6", None, None),
    ("unclear", "1.1", "2010", "2012"),
    ("unclear", "1.2", "2016", "2020"),
    ("unclear", "1.3", "2017", "2020"),
    ("absurd", "1.9", "2021", "2019"),
]
NICKNAMES = [("grown", "x", "2000", "2010"), ("grown", "x", "2020", None), ("grown", "y", "2005", "2030")]
NICKNAMES += [("grown", "z", None, None)]


def dataset() -> Dataset:
    entities = (
        Entity("ex:club", ("Club",), "Club", (), (), HERE),
        *(person(name) for name in [*LEADERS, "grown", "plain", "unclear"]),
    )
    led = [said(name, "leads", "ex:club", None, *dates) for name, dates in LEADERS.items()]
    high = [said(name, "height", None, Decimal(value), *dates) for name, value, *dates in HEIGHTS]
    called = [said(name, "nicknames", None, value, *dates) for name, value, *dates in NICKNAMES]
    return Dataset("dated", service(ODD).vocabulary.ontology, entities, (*led, *high, *called), ())


def person(name: str) -> Entity:
    return Entity(f"ex:{name}", ("Person",), name, (), (), HERE)


def said(
    name: str, predicate: str, object_id: str | None, value: Any, since: str | None, until: str | None
) -> Statement:
    dates = tuple((key, (date,)) for key, date in (("since", since), ("until", until)) if date)
    reference = Reference(f"doc:{name}", None, None, None, None, HERE)
    id_ = f"ex:{name}-{predicate}-{value}-{since}"
    return Statement(
        id_, f"ex:{name}", predicate, object_id, value, ValueKind.VALUE, dates, Rank.NORMAL, None, (reference,), HERE
    )


@pytest.fixture(params=["embedded", "neo4j"])
def asked(request: pytest.FixtureRequest) -> Service:
    found = copy.copy(service(ODD))
    source = Judged(project(dataset(), judge(dataset()), found.vocabulary), found.vocabulary)
    embedded = request.param == "embedded"
    found.store = (
        EmbeddedStore(source.projection) if embedded else filled(request.getfixturevalue("neo4j_session"), source)
    )
    return found


@pytest.mark.parametrize(
    ("valid", "possible", "certain"),
    [
        ("2020-05-06", "about early ended month undated year", ""),
        ("2020-05-07", "about day early ended month undated year", "day early"),
        ("2020-05-31", "about day early ended month undated year", "day early month"),
        ("2020-06-01", "about early ended month undated year", "early"),
        ("2020-06-30", "about early undated year", "early"),
        ("2020-05-10/2020-05-20", "about day early ended month undated year", "day early"),
        ("2020", "about day early ended month undated year", ""),
        ("2020-12-31", "about early undated year", "early year"),
        ("2019-12-31", "early ended undated", ""),
        ("2021/..", "about early undated year", ""),
        ("../2019", "early ended undated", ""),
        ("2022", "about undated", ""),
    ],
)
def test_edges_and_their_evidence(asked: Service, valid: str, possible: str, certain: str) -> None:
    """An edge may hold on some of the days, or for sure on all of them; so it is with what says so."""
    query = """query ($at: AsOf) { club(id: "ex:club", asOf: $at) {
        ledBy { totalCount edges { node { name } statements { totalCount } documents { totalCount } }
                aggregate { count { nodes edges } node(field: "name") { count } } }
        documents { totalCount } } statements(asOf: $at, where: {predicate: {eq: "leads"}}) { totalCount } }"""
    for certainty, names in (("POSSIBLE", possible.split()), ("CERTAIN", certain.split())):
        found = data(asked, query, at={"valid": valid, "certainty": certainty})
        club, count = found["club"], len(names)
        assert sorted(edge["node"]["name"] for edge in club["ledBy"]["edges"]) == names
        assert all(e["statements"] == e["documents"] == {"totalCount": 1} for e in club["ledBy"]["edges"])
        assert club["ledBy"]["aggregate"] == {"count": {"nodes": count, "edges": count}, "node": {"count": count}}
        assert (
            club["ledBy"]["totalCount"] == club["documents"]["totalCount"] == found["statements"]["totalCount"] == count
        )


@pytest.mark.parametrize(
    ("valid", "certainty", "heights", "nicknames"),
    [
        ("2012", "POSSIBLE", {"grown": 1.5, "plain": 1.6, "unclear": 1.1}, ["y", "z"]),
        ("2014/2016", "POSSIBLE", {"grown": 1.7, "plain": 1.6, "unclear": 1.2}, ["y", "z"]),
        ("2018", "POSSIBLE", {"grown": 1.7, "plain": 1.6}, ["y", "z"]),
        ("2005", "POSSIBLE", {"plain": 1.6}, ["x", "y", "z"]),
        ("2025", "POSSIBLE", {"plain": 1.6}, ["x", "y", "z"]),
        ("2012", "CERTAIN", {"grown": 1.5}, ["y"]),
        ("2012/2016", "CERTAIN", {}, ["y"]),
        ("2017-03", "CERTAIN", {"grown": 1.7, "unclear": 1.2}, ["y"]),
        ("2018", "CERTAIN", {"grown": 1.7}, ["y"]),
        ("2015", "CERTAIN", {}, ["y"]),
    ],
)
def test_attributes(
    asked: Service, valid: str, certainty: str, heights: dict[str, float], nicknames: list[str]
) -> None:
    """What showed then: in filters, orders and aggregates too. Two that nobody can decide between show nothing."""
    query = """query ($at: AsOf, $heights: [Float!]) {
        people(asOf: $at, sort: [{height: DESC}], where: {height: {in: $heights}}) { edges { node { name height } }
          aggregate { node(field: "height") { count max } } }
        person(id: "ex:grown", asOf: $at) { nicknames }
        absent: people(asOf: $at, where: {height: {eq: null}}) { totalCount } }"""
    at = {"valid": valid, "certainty": certainty}
    found = data(asked, query, at=at, heights=[1.1, 1.2, 1.3, 1.5, 1.6, 1.7, 1.9])
    shown = {edge["node"]["name"]: edge["node"]["height"] for edge in found["people"]["edges"]}
    assert shown == heights
    assert list(shown.values()) == sorted(heights.values(), reverse=True)
    expected = {"count": len(heights), "max": max(heights.values(), default=None)}
    assert found["people"]["aggregate"]["node"] == expected
    assert found["person"]["nicknames"] == nicknames
    assert found["absent"]["totalCount"] == len(LEADERS) + 3 - len(heights)


@pytest.mark.parametrize(("valid", "height"), [("2012", 1.5), ("2018", 1.7), ("2005", None)])
def test_attributes_of_what_is_found_by_words_or_by_walks(asked: Service, valid: str, height: float | None) -> None:
    query = """query ($at: AsOf) {
        search(phrase: "grown", asOf: $at) { edges { node { ...Height } } }
        neighbourhood(id: "ex:grown", asOf: $at) { nodes { node { ...Height } } }
        none: paths(from: "ex:ended", to: "ex:day", asOf: {valid: "2022"}) { length }
        paths(from: "ex:ended", to: "ex:day", asOf: {valid: "2020-05-08"}) { nodes { id } edges { source { id } } } }
        fragment Height on Person { height }"""
    found = data(asked, query, at={"valid": valid})
    assert found["search"]["edges"] == found["neighbourhood"]["nodes"] == [{"node": {"height": height}}]
    assert found["none"] == []
    assert [node["id"] for node in found["paths"][0]["nodes"]] == ["ex:ended", "ex:club", "ex:day"]
    assert [edge["source"]["id"] for edge in found["paths"][0]["edges"]] == ["ex:ended", "ex:day"]


def test_without_a_time_the_last_shows(asked: Service) -> None:
    found = data(asked, "{ people(where: {NOT: {height: {eq: null}}}) { edges { node { name height } } } }")
    assert {e["node"]["name"]: e["node"]["height"] for e in found["people"]["edges"]} == {
        "absurd": 1.9,
        "grown": 1.7,
        "plain": 1.6,
    }


def test_the_time_is_a_value_and_no_part_of_the_plan() -> None:
    query = "query ($at: AsOf!) { people(asOf: $at) { edges { node { height leads { totalCount } } } } }"
    plans = [service(ODD).explain(Request(query, {"at": {"valid": date}})) for date in ("2020", "../1999", "2020-05~")]
    assert len({show_plan(plan) for plan in plans}) == len({plan.roots for plan in plans}) == 1
    assert len({plan.values for plan in plans}) == 3
    timeless = service(ODD).explain(Request(query.replace("AsOf!", "AsOf"), {"at": None}))
    assert timeless == service(ODD).explain(Request(query.replace("(asOf: $at)", "").replace("($at: AsOf!)", ""), {}))
