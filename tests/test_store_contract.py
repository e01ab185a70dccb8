"""What both stores must show, by small Plans; and pages that join to the whole, whatever the sort."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graphsvc.plan.measures import Aggregate, Figure, Figures, Measure
from graphsvc.plan.tree import (
    Bound,
    Compare,
    Connect,
    Edges,
    Either,
    Every,
    Filter,
    Leaf,
    Many,
    Not,
    One,
    Order,
    Page,
    PageInfo,
    Plan,
    Related,
    Selection,
    Step,
    Total,
    Variant,
)
from graphsvc.plan.valid import AsOf
from graphsvc.stores.base import Store
from graphsvc.stores.embedded import EmbeddedStore
from graphsvc.stores.rows import EntityRow
from tests.asking import ODD, data, over, paged, rows, service, walk
from tests.conftest import judged

pytestmark = pytest.mark.dataset(str(ODD))

PEOPLE = Step("all", "entity", "Person")
KNOWS = Step("edges", "edge", types=("KNOWS",), direction="both")
KNOWN = Related(KNOWS, Every((Related(KNOWS, None, other=True), Not(Compare("rank", "absent")))))
ID = Selection((Variant(None, (Leaf("id", "id"),)),))
NODE_ID = Selection((Variant(None, (One("node", Step("other"), ID),)),))


def connect(step: Step, *, where: Filter | None = None, order: tuple[Order, ...] = (), **given: Any) -> Connect:
    """A connection of the ids of what it finds, at most as many as the first of the Plan's values."""
    page = Page(0, given.get("peek", False), given.get("after", ()), given.get("backward", False))
    selection = given.get("selection", ID)
    return Connect("all", step, where, order, page, (Total("n"), Edges("edges", selection)), "")


def ids(store: Store, node: Connect, *values: Any) -> list[str]:
    """The ids that one connection finds, in order."""
    ((_, items),) = rows(store, Plan((node,), (1000, *values)))
    return [item[0] for item in items]


def below(store: Store, subject: str, node: Connect, *values: Any) -> Any:
    """What a connection from one entity finds: total and rows."""
    root = One("root", Step("entity", "entity", parameter=1), Selection((Variant(None, (node,)),)))
    (((total, items),),) = rows(store, Plan((root,), (1000, subject, *values)))
    return total, items


def test_name_and_readiness(store: Store) -> None:
    assert store.name
    assert store.run(store.ready()) is None


def test_what_is_not_there_is_none_and_an_empty_list(store: Store) -> None:
    one = One("a", Step("entity", "entity", parameter=1), ID)
    other_class = One("b", Step("entity", "entity", "Group", parameter=2), ID)
    empty = Connect("c", Step("all", "conflict"), Either(()), (), Page(0), (Total("n"), Edges("e", ID)), "")
    assert rows(store, Plan((one, other_class, empty), (10, "ex:nobody", "ex:ada"))) == [None, None, [0, []]]


def test_an_absent_property_and_an_absent_list_are_none(store: Store) -> None:
    fields = Selection((Variant(None, (Leaf("name", "name"), Leaf("moods", "moods"))),))
    one = One("a", Step("entity", "entity", parameter=0), fields)
    assert rows(store, Plan((one,), ("ex:nameless",))) == [[None, None]]


@pytest.mark.parametrize(
    ("where", "values", "count"),
    [
        (Compare("height", "eq", 1), [1.75], 2),
        (Not(Compare("height", "eq", 1)), [1.75], 9),
        (Not(Not(Compare("height", "eq", 1))), [1.75], 2),
        (Compare("height", "absent"), [], 7),
        (Not(Compare("height", "absent")), [], 4),
        (Compare("height", "in", 1), [[]], 0),
        (Compare("height", "in", 1), [[1.75, 0.0]], 4),
        (Compare("height", "lt", 1), [1.75], 2),
        (Not(Compare("height", "lt", 1)), [1.75], 9),
        (Compare("height", "gte", 1), [None], 0),
        (Not(Compare("height", "gte", 1)), [None], 11),
        (Compare("name", "startsWith", 1), ["A"], 2),
        (Not(Compare("name", "endsWith", 1)), ["a"], 8),
        (KNOWN, [], 3),
        (Not(KNOWN), [], 8),
        (Related(KNOWS, None, "eq", 1), [1], 3),
        (Related(KNOWS, Related(KNOWS, None, other=True), "gte", 1), [1], 3),
        (Not(Related(KNOWS, Not(Compare("id", "eq", 1, other=True)))), ["ex:ada"], 9),
        (Not(Either((KNOWN, Not(Compare("height", "absent"))))), [], 6),
        (Every(()), [], 11),
        (Either(()), [], 0),
        (Every((Compare("height", "eq", 1), Compare("mood", "eq", 2))), [1.75, "so so"], 1),
        (Either((Compare("height", "eq", 1), Compare("mood", "eq", 2))), [0.0, "好"], 3),
        (Not(Every((Compare("height", "eq", 1), Compare("mood", "absent")))), [0.0], 9),
        (Compare("nicknames", "list includes", 1), ["😀"], 1),
        (Not(Compare("nicknames", "list includes", 1)), ["😀"], 10),
        (Compare("nicknames", "list eq", 1), [[]], 10),
        (Compare("nicknames", "list eq", 1), [["女伯爵", "Countess", "😀"]], 0),
        (Compare("nicknames", "absent"), [], 10),
    ],
)  # fmt: skip
def test_filters_have_two_values(store: Store, where: Filter, values: list[Any], count: int) -> None:
    node = connect(PEOPLE, where=where)
    assert len(ids(store, node, *values)) == count
    ((total, _),) = rows(store, Plan((node,), (1000, *values)))
    assert total == count


@pytest.mark.parametrize(
    ("wanted", "found"), [(1, ["ex:club"]), (1.0, ["ex:club"]), (True, []), ("1", []), ("one", ["ex:club-2"])]
)
def test_numbers_texts_and_booleans_are_never_the_same(store: Store, wanted: object, found: list[str]) -> None:
    assert ids(store, connect(Step("all", "entity", "Group"), where=Compare("measure", "eq", 1)), wanted) == found


@pytest.mark.parametrize("descending", [False, True])
def test_absent_values_are_last_and_ties_go_by_id(store: Store, descending: bool) -> None:
    found = ids(store, connect(PEOPLE, order=(Order("height", descending),)))
    zero, tall = ["ex:gothic", "ex:private"], ["ex:ada", "ex:ada-2"]
    absent = ["ex:ada-3", "ex:cafe", "ex:cafe-2", "ex:emoji", "ex:nameless", "ex:strasse", "ex:straße"]
    assert found == (tall + zero if descending else zero + tall) + absent


def test_texts_are_ordered_by_code_point_of_their_folded_form(store: Store) -> None:
    found = ids(store, connect(PEOPLE, order=(Order("name__key"),)))
    assert found == [
        "ex:ada", "ex:ada-2", "ex:ada-3", "ex:cafe", "ex:cafe-2", "ex:strasse", "ex:straße",
        "ex:private", "ex:gothic", "ex:emoji", "ex:nameless",
    ]  # fmt: skip


def test_a_page_begins_behind_its_cursor(store: Store) -> None:
    order = (Order("height", descending=True),)
    assert ids(store, connect(PEOPLE, order=order, after=(Bound(1), Bound(2))), 1.75, "ex:ada-2")[:2] == [
        "ex:gothic",
        "ex:private",
    ]
    assert ids(store, connect(PEOPLE, order=order, after=(Bound(None), Bound(1))), "ex:nameless") == [
        "ex:strasse",
        "ex:straße",
    ]
    assert ids(store, connect(PEOPLE, order=order, after=(Bound(1), Bound(2))), 0.5, "ex:zzz")[0] == "ex:gothic"


@pytest.mark.parametrize(
    ("order", "mark", "found"),
    [
        (Order("height", kind=float), (), ["ex:straße", "ex:strasse", "ex:nameless"]),
        (Order("height", kind=float), (None, "ex:ada-3"), ["ex:ada-2", "ex:ada", "ex:private"]),
        (Order("height", descending=True, kind=float), (None, "ex:cafe"), ["ex:ada-3", "ex:private", "ex:gothic"]),
        (Order("height", descending=True, kind=float), (0.0, "ex:gothic"), ["ex:ada-2", "ex:ada"]),
        (Order("id", descending=True), ("ex:ada-3", "ex:ada-3"), ["ex:cafe", "ex:cafe-2", "ex:emoji"]),
    ],
)
@pytest.mark.parametrize("seek", [False, True])
def test_a_page_backward_comes_turned_round(
    store: Store, order: Order, mark: tuple[Any, ...], found: list[str], seek: bool
) -> None:
    bounds = tuple(Bound(None if value is None else index) for index, value in enumerate(mark, 1))
    index = () if order.source == "id" else (order.source,)
    node = replace(connect(PEOPLE, order=(order,), after=bounds, backward=True), seek=index if seek else None)
    assert ids(store, node, *mark)[:3] == found


def test_a_page_has_one_row_more_if_it_is_to_tell_whether_there_is_one(store: Store) -> None:
    parts = (Edges("edges", ID), PageInfo("info", (("next", "hasNextPage"),)))
    for peek in (False, True):
        node = Connect("all", PEOPLE, None, (), Page(0, peek), parts, "")
        ((_, items),) = rows(store, Plan((node,), (2,)))
        assert len(items) == 2 + peek


@pytest.mark.parametrize(
    ("step", "subject", "found"),
    [
        (Step("edges", "edge", types=("LEADS",), direction="in"), "ex:club", ["ex:ada", "ex:ada", "ex:club"]),
        (Step("edges", "edge", types=("LEADS",), direction="both"), "ex:club", ["ex:ada", "ex:ada", "ex:club"]),
        (Step("edges", "edge", types=("LEADS",), direction="out"), "ex:ada-2", []),
        (Step("edges", "edge", types=("KNOWS",), direction="both"), "ex:gothic", ["ex:gothic"]),
        (Step("edges", "edge", types=("KNOWS",), direction="both"), "ex:ada", ["ex:emoji"]),
        (Step("edges", "edge", types=("HAS_INTEREST_IN", "OWNS"), direction="out"), "ex:ada", ["ex:club", "ex:place"]),
        (Step("edges", "edge", "Club", ("OWNS",), "out"), "ex:ada", ["ex:club"]),
        (Step("edges", "edge", types=("OWNS",), direction="out"), "ex:gothic", ["ex:quote"]),
        (Step("edges", "edge", types=("UNHEARD_OF",), direction="out"), "ex:ada", []),
        (Step("edges", "edge", direction="both"), "ex:unknown", ["ex:abstract", "ex:ada"]),
    ],
)  # fmt: skip
def test_edges(store: Store, step: Step, subject: str, found: list[str]) -> None:
    node = connect(step, order=(Order("id", other=True),), selection=NODE_ID)
    total, rows = below(store, subject, node)
    assert [row[0] for row in rows] == found
    assert total == len(found)


@pytest.mark.parametrize(
    ("step", "subject", "found"),
    [
        (Step("entity_statements", "statement"), "ex:gothic", ["ex:s10", "ex:s15", "ex:v06"]),
        (Step("entity_documents", "document"), "ex:club", ["doc:a", "doc:b", "doc:c", "doc:missing"]),
        (Step("entity_documents", "document"), "ex:nameless", []),
    ],
)
def test_evidence_of_an_entity(store: Store, step: Step, subject: str, found: list[str]) -> None:
    total, rows = below(store, subject, connect(step))
    assert [row[0] for row in rows] == found
    assert total == len(found)


def test_a_document_counts_a_statement_once_that_cites_it_twice(store: Store) -> None:
    kinds = ("document_statements", "sole_statements")
    fields = tuple(connect(Step(kind, "statement")) for kind in kinds)
    root = One("root", Step("document", "document", parameter=1), Selection((Variant(None, fields),)))
    (((cited, _), (sole, _)),) = rows(store, Plan((root,), (1000, "doc:a")))
    assert (cited, sole) == (5, 4)


def test_references_keep_their_number_and_links_lead_on(store: Store) -> None:
    reference = Selection(
        (Variant(None, (Leaf("locator", "locator"), One("document", Step("other", "document"), ID))),)
    )
    fields = (
        Many("references", Step("references", "reference"), reference),
        One("subject", Step("entity_at", "entity", source="subject"), ID),
        Many("against", Step("statements_at", "statement", source="conflicts_with"), ID),
    )
    root = One("root", Step("statement", "statement", parameter=0), Selection((Variant(None, fields),)))
    assert rows(store, Plan((root,), ("ex:s01",))) == [
        [[["p1", "doc:a"], ["p2", "doc:a"], [None, "doc:b"]], ["ex:ada"], [["ex:s02"]]]
    ]
    assert rows(store, Plan((root,), ("ex:s11",))) == [[[], None, []]]


def test_rows_are_the_readers_to_change(store: Store) -> None:
    root = One("root", Step("entity", "entity", parameter=0), Selection((Variant(None, (Leaf("n", "nicknames"),)),)))
    plan = Plan((root,), ("ex:ada",))
    rows(store, plan)[0].clear()
    assert rows(store, plan) == [[["Countess", "女伯爵", "😀"]]]


# Pages

SORTS = {
    "entities": ["{}", "{name: ASC}", "{name: DESC}", "{type: DESC}, {name: DESC}"],
    "people": [
        "{height: ASC}",
        "{height: DESC}, {name: DESC}",
        "{mood: DESC}",
        "{born: ASC}, {height: DESC}",
        "{knows: {count: DESC}}, {documents: {count: ASC}}",
    ],
    "groups": ["{public: DESC}", "{size: ASC}", "{typeValue: DESC}", "{seen: DESC}"],
    "statements": ["", "{documents: {count: DESC}}, {validFrom: DESC}"],
    "documents": ["", "{published: DESC}, {supports: {count: ASC}}"],
    "conflicts": [""],
    "findings": ["", "{severity: DESC}, {line: ASC}", "{file: DESC}"],
}


@pytest.mark.parametrize("backward", [False, True])
@pytest.mark.parametrize("size", [1, 2, 7])
@pytest.mark.parametrize(("field", "sort"), [(field, sort) for field, sorts in SORTS.items() for sort in sorts])
def test_pages_join_to_the_whole(store: Store, field: str, sort: str, size: int, backward: bool) -> None:
    given = f"sort: [{sort}], " if sort else ""
    service = over(store, ODD)
    whole = data(service, f"{{ {field}({given} first: 1000) {{ totalCount edges {{ node {{ id }} }} }} }}")[field]
    found = walk(service, paged(field, given, size, backward=backward), lambda data: data[field], backward=backward)
    assert [edge["node"] for edge in found] == [edge["node"] for edge in whole["edges"]]
    assert len(found) == whole["totalCount"] > 0


@pytest.mark.parametrize("backward", [False, True])
@pytest.mark.parametrize(
    "sort",
    [
        "{edge: {share: ASC}}",
        "{edge: {share: DESC}}, {node: {name: DESC}}",
        "{node: {type: ASC}}",
        "{node: {owns: {count: DESC}}}",
    ],
)
def test_pages_of_relations_join_to_the_whole(store: Store, sort: str, backward: bool) -> None:
    service = over(store, ODD)
    whole = f'{{ group(id: "ex:club-2") {{ ownedBy(sort: [{sort}]) {{ edges {{ cursor node {{ id }} }} }} }} }}'
    query = paged("ownedBy", f"sort: [{sort}],", 1, backward=backward)
    query = query.replace("{", '{ group(id: "ex:club-2") {', 1) + " }"
    found = walk(service, query, lambda data: data["group"]["ownedBy"], backward=backward)
    assert found == data(service, whole)["group"]["ownedBy"]["edges"]
    assert len(found) == 3


@pytest.mark.parametrize("backward", [False, True])
def test_a_page_of_a_filtered_list_ends_where_the_filter_does(store: Store, backward: bool) -> None:
    service = over(store, ODD)
    given = "where: {height: {eq: 1.75}}, sort: [{name: DESC}],"
    found = walk(service, paged("people", given, 1, backward=backward), lambda data: data["people"], backward=backward)
    assert [edge["node"]["id"] for edge in found] == ["ex:ada", "ex:ada-2"]


@pytest.mark.parametrize("backward", [False, True])
def test_what_comes_in_between_two_pages_moves_no_row(backward: bool) -> None:
    """A cursor is a place in the order, not a number: rows before it change nothing behind it."""
    source, asked = judged(ODD), service(ODD)
    query = paged("people", "sort: [{height: ASC}],", 4, backward=backward)
    first = data(asked, query)["people"]
    cursor = {"before": first["pageInfo"]["startCursor"]} if backward else {"after": first["pageInfo"]["endCursor"]}
    row = source.projection.entities["ex:ada"]
    added = {id_: EntityRow(row.labels, {**row.properties, "id": id_, **height}) for id_, height in ADDED.items()}
    entities = dict(sorted((source.projection.entities | added).items()))
    grown = over(EmbeddedStore(replace(source.projection, entities=entities)), ODD)
    seen = {edge["node"]["id"] for edge in data(asked, query, **cursor)["people"]["edges"]}
    found = {edge["node"]["id"] for edge in walk(grown, query, lambda data: data["people"], backward=backward)}
    assert seen <= found
    second = [edge["node"]["id"] for edge in data(grown, query, **cursor)["people"]["edges"]]
    assert not set(second) & {edge["node"]["id"] for edge in first["edges"]}
    assert set(second) - seen <= set(ADDED)


ADDED = {"ex:low": {"height": -1.0}, "ex:ada-1": {"height": 1.75}, "ex:zz": {"height": 9.0}}


# Aggregates and time


def counted(step: Step, *measures: Measure, nodes: bool = False) -> Connect:
    """A connection that is asked for groups only."""
    figures = tuple(Figures("f", (Figure("n", "count"),), measure, "Float") for measure in measures)
    counts = (Figures("c", (Figure("n", "nodes"),)),) if nodes else ()
    return Connect("all", step, None, (), Page(0), (Aggregate("a", (*counts, *figures)),), "")


def test_rows_are_grouped_by_all_that_is_measured(store: Store) -> None:
    height, mood = Measure("height"), Measure("mood")
    plan = Plan((counted(PEOPLE, height), counted(PEOPLE, height, mood, height)), (1000,))
    (none, items, (_, alone)), (_, _, (_, together)) = rows(store, plan)
    assert (none, items) == (None, [])
    assert sorted(alone, key=str) == [[0.0, 2], [1.75, 2], [None, 7]]
    assert sorted(map(len, together)) == [3] * len(together)
    assert sum(group[-1] for group in together) == 11
    assert [1.75, "so-so", 1] in together
    assert [0.0, None, 2] in together


@pytest.mark.parametrize(
    ("at", "days", "expected"),
    [
        (None, (), [1, [["head", 1], [None, 1]]]),
        (AsOf(2, 3), (734289, 734318), [1, [[None, 1]]]),
        (AsOf(2, 3, certain=True), (734289, 734318), [1, [[None, 1]]]),
        (AsOf(2, 3, certain=True), (734136, 734318), [0, []]),
        (AsOf(2, 3), (-(2**62), 2**62), [1, [["head", 1], [None, 1]]]),
    ],
)
def test_edges_are_counted_as_they_held(store: Store, at: AsOf | None, days: tuple[int, ...], expected: Any) -> None:
    """Ada leads the club in two claims: from 2010 until 2012, and since 2020."""
    node = counted(Step("edges", "edge", "Group", ("LEADS",), "out", at=at), Measure("role"), nodes=True)
    root = One("root", Step("entity", "entity", parameter=1), Selection((Variant(None, (node,)),)))
    (((total, _, (nodes, groups)),),) = rows(store, Plan((root,), (1000, "ex:ada", *days), dated=at is not None))
    assert (total, [nodes, sorted(groups, key=str)]) == (None, expected)
