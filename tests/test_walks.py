"""Walks and search against brute force, on small random graphs; and what both stores make of texts of all scripts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise, product
from typing import Any

import networkx as nx
import orjson
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graphsvc.api.execution import Request, Service
from graphsvc.errors import Position, RefusedQuery
from graphsvc.linkml import read_ontology
from graphsvc.plan.naming import build_vocabulary
from graphsvc.plan.shares import MAX_EDGES, effective_shares
from graphsvc.records import Dataset, Entity, Rank, Statement, ValueKind
from graphsvc.stores.embedded import EmbeddedStore
from graphsvc.stores.neo4j import Neo4jStore
from graphsvc.stores.projection import project
from graphsvc.stores.rows import EdgeRow
from graphsvc.tokens import matched, phrase_words, score, search_properties, tokens
from graphsvc.verdict import judge
from tests.conftest import ROOT, Judged, filled

WEB = ROOT / "tests" / "data" / "web"
HERE = Position("random.yaml")
IDS = [f"ex:{name}" for name in "abcdefg"]
SOME = settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@cache
def web() -> Service:
    """A service whose store is put in its place by each test."""
    vocabulary = build_vocabulary(read_ontology(WEB / "ontology.yaml"))
    dataset = Dataset("web", vocabulary.ontology, (), (), ())
    return Service(vocabulary, EmbeddedStore(project(dataset, judge(dataset), vocabulary)))


def source(entities: list[Entity], statements: list[Statement]) -> Judged:
    vocabulary = web().vocabulary
    dataset = Dataset("web", vocabulary.ontology, tuple(entities), tuple(statements), ())
    return Judged(project(dataset, judge(dataset), vocabulary), vocabulary)


def said(
    number: int, subject: str, predicate: str, object: str, share: Decimal | None = None, **dates: str | None
) -> Statement:
    given = {"share": share, **dates}
    qualifiers = tuple((key, (value,)) for key, value in given.items() if value is not None)
    target = (object, None, ValueKind.VALUE)
    return Statement(f"ex:s{number}", subject, predicate, *target, qualifiers, Rank.NORMAL, None, (), HERE)


def graph(choose: random.Random) -> Judged:
    """Seven things with up to twenty edges, loops, parallel ones and circles among them; shares run one way only."""
    entities = [Entity(id_, (choose.choice(["Thing", "Gadget"]),), id_, (), (), HERE) for id_ in IDS]
    statements = []
    for number in range(choose.randint(0, 20)):
        subject, object = choose.choices(IDS, k=2)
        predicate = choose.choice(["leads_to", "pairs_with", "owns"])
        if predicate == "owns" and subject != object:
            shares = [Decimal("0.1"), Decimal("0.3"), Decimal(1) / 7, None]
            ends = sorted((subject, object))
            statements.append(said(number, ends[0], "owns", ends[1], choose.choice(shares)))
        else:
            statements.append(said(number, subject, predicate.replace("owns", "leads_to"), object))
    return source(entities, statements)


def both(neo4j: Neo4jStore, given: Judged, query: str, **variables: Any) -> Any:
    """The data, which must be the same from both stores."""
    bodies = [
        over_web(store).answer_now(Request(query, variables)).body
        for store in (EmbeddedStore(given.projection), filled(neo4j, given))
    ]
    assert bodies[0] == bodies[1]
    answer = orjson.loads(bodies[0])
    assert "errors" not in answer, answer
    return answer["data"]


def over_web(store: Any) -> Service:
    other = Service.__new__(Service)
    other.__dict__.update(web().__dict__)
    other.store = store
    return other


# Walks


def steps(edges: list[EdgeRow], via: dict[str, str] | None) -> Iterator[tuple[str, str, str]]:
    """From, to, id of each edge as often as a walk may take it; `via` has `out`, `in` or `both` by type."""
    for edge in edges:
        way = "both" if via is None else via.get(edge.type, "")
        if way in ("out", "both"):
            yield edge.start, edge.end, edge.properties["id"]
        if way in ("in", "both"):
            yield edge.end, edge.start, edge.properties["id"]


VIAS: list[tuple[str, dict[str, str] | None]] = [
    ("", None),
    ('via: ["leads_to"], direction: OUT', {"LEADS_TO": "out"}),
    ('via: ["ledToBy", "owns"], direction: IN', {"LEADS_TO": "out", "OWNS": "in"}),
    ('via: ["leadsTo", "pairs_with"], direction: OUT', {"LEADS_TO": "out", "PAIRS_WITH": "both"}),
    ('via: ["owns", "pairsWith"]', {"OWNS": "both", "PAIRS_WITH": "both"}),
    ("direction: IN", {"LEADS_TO": "in", "OWNS": "in", "PAIRS_WITH": "in"}),
]


def simple_paths(edges: list[EdgeRow], via: dict[str, str] | None, start: str, end: str) -> list[list[str]]:
    """The ids of the edges of all paths of 2 to 5 edges, in order."""
    walkable: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    walkable.add_nodes_from(IDS)
    walkable.add_edges_from((a, b, id_) for a, b, id_ in steps(edges, via))
    found: set[tuple[str, ...]] = set()
    for nodes in nx.all_simple_paths(nx.DiGraph(walkable), start, end, cutoff=5) if start != end else ():
        found.update(product(*(walkable[a][b] for a, b in pairwise(nodes))))
    return [list(ids) for ids in sorted(found, key=lambda ids: (len(ids), ids)) if len(ids) >= 2]


@SOME
@given(seed=st.integers(0, 2**32))
def test_paths_are_all_simple_paths_in_order(neo4j_session: Neo4jStore, seed: int) -> None:
    choose = random.Random(seed)
    given = graph(choose)
    by_ids = {
        (edge.properties["predicate"], edge.start, edge.end): edge.properties["id"]
        for edge in given.projection.edges.values()
    }
    start, end = choose.choices(IDS, k=2)
    parts = "nodes { id } edges { predicate source { id } target { id } } length"
    for vias in (VIAS[:3], VIAS[3:]):
        fields = [
            f"p{n}: paths(from: $a, to: $b, minLength: 2, maxLength: 5, first: 100 {via}) {{ {parts} }}"
            for n, (via, _) in enumerate(vias)
        ]
        query = f"query ($a: ID!, $b: ID!) {{ {' '.join(fields)} }}"
        answer = both(neo4j_session, given, query, a=start, b=end)
        for (_, via), paths in zip(vias, answer.values(), strict=True):
            expected = simple_paths(list(given.projection.edges.values()), via, start, end)[:100]
            found = [[by_ids[e["predicate"], e["source"]["id"], e["target"]["id"]] for e in p["edges"]] for p in paths]
            assert found == expected
            assert_connected(paths, start, end)


def assert_connected(paths: list[Any], start: str, end: str) -> None:
    for path in paths:
        nodes = [node["id"] for node in path["nodes"]]
        assert (nodes[0], nodes[-1], len(set(nodes)), path["length"]) == (start, end, len(nodes), len(nodes) - 1)
        ends = [{edge["source"]["id"], edge["target"]["id"]} for edge in path["edges"]]
        assert ends == [set(pair) for pair in pairwise(nodes)]


@SOME
@given(seed=st.integers(0, 2**32))
def test_what_is_reached_has_its_least_depth(neo4j_session: Neo4jStore, seed: int) -> None:
    choose = random.Random(seed)
    given = graph(choose)
    edges, start = list(given.projection.edges.values()), choose.choice(IDS)
    gadgets = {id_ for id_, row in given.projection.entities.items() if "Gadget" in row.labels} | {start}
    query = """query ($id: ID!) {
      near: neighbourhood(id: $id, depth: 3) { ...Found }
      gadgets: neighbourhood(id: $id, depth: 2, types: ["Gadget"], via: ["owned_by", "leadsTo"]) { ...Found }
      few: neighbourhood(id: $id, depth: 3, first: 3) { ...Found }
      entity(id: $id) { ... on Thing {
        ahead: leadsToClosure { depth node { id } }
        back: ledToByClosure(maxDepth: 2, first: 4) { depth node { id } }
      } }
    }
    fragment Found on Neighbourhood { nodes { depth node { id } } edges { predicate source { id } target { id } } }"""
    answer = both(neo4j_session, given, query, id=start)
    closures = answer.pop("entity")
    expected = {
        "near": layers(edges, None, start, 3, set(IDS)),
        "gadgets": layers(edges, {"OWNS": "both", "LEADS_TO": "both"}, start, 2, gadgets),
        "few": layers(edges, None, start, 3, set(IDS))[:3],
    }
    for name, found in answer.items():
        assert reached(found["nodes"]) == expected[name]
        ids = {id_ for _, id_ in expected[name]}
        types = {"owns", "leads_to"} if name == "gadgets" else {"owns", "leads_to", "pairs_with"}
        within = [e for e in edges if {e.start, e.end} <= ids and e.properties["predicate"] in types]
        shown = [(e["predicate"], e["source"]["id"], e["target"]["id"]) for e in found["edges"]]
        assert shown == [(e.properties["predicate"], e.start, e.end) for e in within]
    assert reached(closures["ahead"]) == layers(edges, {"LEADS_TO": "out"}, start, 99, set(IDS))[1:]
    assert reached(closures["back"]) == layers(edges, {"LEADS_TO": "in"}, start, 2, set(IDS))[1:5]


def reached(rows: list[Any]) -> list[tuple[int, str]]:
    return [(row["depth"], row["node"]["id"]) for row in rows]


def layers(
    edges: list[EdgeRow], via: dict[str, str] | None, start: str, most: int, over: set[str]
) -> list[tuple[int, str]]:
    walkable = nx.DiGraph((a, b) for a, b, _ in steps(edges, via) if {a, b} <= over)
    walkable.add_node(start)
    depths = nx.single_source_shortest_path_length(walkable, start, cutoff=most)
    return sorted((depth, id_) for id_, depth in dict(depths).items())


# Shares


@SOME
@given(seed=st.integers(0, 2**32))
def test_effective_shares_are_sums_over_paths_of_products(neo4j_session: Neo4jStore, seed: int) -> None:
    choose = random.Random(seed)
    given = graph(choose)
    of = choose.choice(IDS[3:])
    query = "query ($of: ID!) { effectiveShares(of: $of) { holder { id } share direct paths incomplete } }"
    rows = both(neo4j_session, given, query, of=of)["effectiveShares"]
    owned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    owned.add_nodes_from(IDS)
    for edge in given.projection.edges.values():
        if edge.type == "OWNS":
            owned.add_edge(edge.start, edge.end, share=edge.properties.get("share"))
    holders = nx.ancestors(owned, of)
    assert {row["holder"]["id"] for row in rows} == holders
    assert [row["holder"]["id"] for row in sorted(rows, key=lambda r: (-r["share"], r["holder"]["id"]))] == [
        row["holder"]["id"] for row in rows
    ]
    for row in rows:
        total, count, incomplete = brute(owned, row["holder"]["id"], of)
        direct = [e["share"] for e in (owned.get_edge_data(row["holder"]["id"], of) or {}).values() if e["share"]]
        assert (row["share"], row["paths"], row["incomplete"]) == (float(total), count, incomplete)
        assert row["direct"] == (float(sum(Fraction(repr(s)) for s in direct)) if direct else None)


def brute(owned: nx.MultiDiGraph[str], holder: str, of: str) -> tuple[Fraction, int, bool]:
    total, count, incomplete = Fraction(0), 0, False
    for path in nx.all_simple_edge_paths(owned, holder, of):
        shares = [owned.edges[edge]["share"] for edge in path]
        if None in shares:
            incomplete = True
            continue
        part = Fraction(1)
        for share in shares:
            part *= Fraction(repr(share))
        total, count = total + part, count + 1
    return total, count, incomplete


def test_a_circle_of_shares_is_refused_on_both_stores(neo4j_session: Neo4jStore) -> None:
    half = Decimal("0.5")
    circle = [said(1, "ex:a", "owns", "ex:b", half), said(2, "ex:b", "owns", "ex:c", half)]
    circle.append(said(3, "ex:c", "owns", "ex:b", half))
    given = source([Entity(id_, ("Thing",), id_, (), (), HERE) for id_ in IDS], circle)
    request = Request('{ effectiveShares(of: "ex:c") { share } }', {})
    for store in (EmbeddedStore(given.projection), filled(neo4j_session, given)):
        (error,) = orjson.loads(over_web(store).answer_now(request).body)["errors"]
        assert error["extensions"]["code"] == "CYCLE"
        assert "ex:b" in error["message"]


def test_many_paths_take_no_longer_than_few() -> None:
    """Two ways at each of 100 levels: 2 ** 100 paths, of which a 64-bit number tells what it can."""
    ladder = [(f"{n}{a}", f"{n + 1}{b}", 0.5) for n in range(100) for a in "ab" for b in "ab"]
    (top, *_) = [one for one in effective_shares("100a", ladder) if one.holder == "0a"]
    assert (top.share, top.paths, top.incomplete) == (0.5, 2**63 - 1, False)


def test_too_many_edges_are_refused() -> None:
    with pytest.raises(RefusedQuery, match="More than"):
        effective_shares("x", [(f"h{n}", "x", 0.0) for n in range(MAX_EDGES + 1)])


# As of a day

DAY = "2015-06-15"
ENDS = "fragment Ends on Link { predicate source { id } target { id } properties { name text } }"
THEN = (
    """query ($a: ID!, $b: ID!, $at: AsOf) {
  paths(from: $a, to: $b, maxLength: 5, first: 100, asOf: $at) { nodes { id } edges { ...Ends } }
  led: paths(from: $a, to: $b, via: ["leads_to"], direction: OUT, asOf: $at) { length edges { ...Ends } }
  mixed: paths(from: $a, to: $b, via: ["leadsTo", "owned_by"], direction: OUT, asOf: $at) { edges { ...Ends } }
}""",
    """query ($a: ID!, $g: ID!, $at: AsOf) {
  neighbourhood(id: $a, depth: 3, asOf: $at) { nodes { depth node { id } } edges { ...Ends } }
  gadgets: neighbourhood(id: $a, depth: 2, types: ["Gadget"], asOf: $at) { nodes { depth node { id } } }
  thing(id: $a, asOf: $at) { leadsToClosure { depth node { id } } back: ledToByClosure(maxDepth: 2) { node { id } } }
  effectiveShares(of: $g, asOf: $at) {
    holder { id ownsOf: relations { totalCount } } share direct paths incomplete
  }
}""",
)


def dated_graph(choose: random.Random) -> tuple[list[Entity], list[Statement]]:
    """No two edges that say the same, for statements of one time would make one claim."""
    entities = [Entity(id_, (choose.choice(["Thing", "Gadget"]),), id_, (), (), HERE) for id_ in IDS]
    ways = [
        (a, predicate, b)
        for a in IDS
        for b in IDS
        for predicate in ("leads_to", "owns")
        if a < b or predicate[0] == "l"
    ]
    statements = []
    for number, (subject, predicate, object) in enumerate(choose.sample(ways, 25)):
        since = choose.choice([None, "2010-01-01", "2015-06-15", "2015-06-16"])
        until = choose.choice([None, "2015-06-15", "2015-06-16", "2020-01-01"])
        share = choose.choice([Decimal("0.1"), Decimal("0.3"), None]) if predicate == "owns" else None
        statements.append(said(number, subject, predicate, object, share, since=since, until=until))
    return entities, statements


def held_then(statement: Statement, certain: bool) -> bool:
    dates = {key: values[0] for key, values in statement.qualifiers}
    since, until = dates.get("since"), dates.get("until")
    if since and until and until <= since:
        return False
    known = since is not None and until is not None
    return (known or not certain) and (since or "0") <= DAY < (until or "9")


@SOME
@given(seed=st.integers(0, 2**32), certain=st.booleans())
def test_walks_at_a_time_are_those_of_a_graph_of_what_held_then(
    neo4j_session: Neo4jStore, seed: int, certain: bool
) -> None:
    entities, statements = dated_graph(random.Random(seed))
    ends = dict(zip("abg", random.Random(seed).sample(IDS, 3), strict=True))
    at = {"valid": DAY, "certainty": "CERTAIN" if certain else "POSSIBLE"}
    held = [statement for statement in statements if held_then(statement, certain)]
    whole, then = source(entities, statements), source(entities, held)
    found = [both(neo4j_session, whole, f"{query} {ENDS}", **ends, at=at) for query in THEN]
    assert found == [both(neo4j_session, then, f"{query} {ENDS}", **ends) for query in THEN]


# Search

NAMES = [
    "Meta", "meta ai", "Meta AI app", "Straße", "STRASSE", "İstanbul", "ﬁne", "人工智能", "スマートグラス", "ｽﾏｰﾄ",
    "हिन्दी भाषा", "Ελλάς", "שלום עולם", "مرحبا", "😀 smile", "𐌰𐌱", "x" * 300, "a AND b", "NOT (x OR y)", "c++ *?~:\\/",
    "e\u0301té", "ÉTÉ", "ต้นไม้", "", "½", "a\u0000b", "'; MATCH (n) DETACH DELETE n //", "`", "[1 TO 2]", "ǅ", "1 2 3",
]  # fmt: skip
PHRASES = [
    *NAMES,
    "met",
    "app meta",
    "工",
    "智 能",
    "x" * 101,
    "strass",
    "AND",
    "été",
    "हि",
    "𐌰",
    "_",
    "*",
    "smi 1",
    "12",
]


def test_both_stores_search_alike_in_all_scripts(neo4j_session: Neo4jStore) -> None:
    entities = [
        Entity(f"ex:{n}", ("Gadget" if n % 3 else "Thing",), name, (NAMES[-n],), (), HERE)
        for n, name in enumerate(NAMES)
    ]
    notes = [
        Statement(f"ex:n{n}", f"ex:{n}", "note", None, name, ValueKind.VALUE, (), Rank.NORMAL, None, (), HERE)
        for n, name in enumerate(reversed(NAMES))
    ]
    given = source(entities, notes)
    rows = {id_: row.properties for id_, row in given.projection.entities.items()}
    part = "totalCount edges { score matched node { id } }"
    query = f'query ($p: String!) {{ search(phrase: $p, types: ["Gadget", "Thing"]) {{ {part} }} }}'
    stores = [over_web(EmbeddedStore(given.projection)), over_web(filled(neo4j_session, given))]
    for phrase in PHRASES:
        ours, theirs = (one.answer_now(Request(query, {"p": phrase})).body for one in stores)
        assert ours == theirs, phrase
        answer = orjson.loads(ours)["data"]["search"]
        words = phrase_words(phrase)
        found = {id_ for id_, row in rows.items() if matched(row, words)}
        assert {edge["node"]["id"] for edge in answer["edges"]} == found, phrase
        scores = [edge["score"] for edge in answer["edges"]]
        assert scores == sorted((score(rows[id_], words) for id_ in found), reverse=True)
        assert answer["totalCount"] == len(found)
        assert phrase == "12" or bool(found) == bool(tokens(phrase)), phrase


def test_pages_of_a_search_join_to_the_whole(neo4j_session: Neo4jStore) -> None:
    entities = [Entity(f"ex:{n}", ("Thing",), f"meta {n % 4}", (), (), HERE) for n in range(12)]
    given = source(entities, [])
    part = "edges { node { id } } pageInfo { hasNextPage endCursor }"
    query = "query ($after: String) { search(phrase: %s, first: %d, after: $after) { " + part + " } }"
    whole = both(neo4j_session, given, query % ('"2 meta"', 100))["search"]["edges"]
    pages, after = [], None
    while after is not None or not pages:
        page = both(neo4j_session, given, query % ('"2 meta"', 5), after=after)["search"]
        pages += page["edges"]
        after = page["pageInfo"]["endCursor"] if page["pageInfo"]["hasNextPage"] else None
    assert pages == whole
    assert len(whole) == 12


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Meta's AI-app", ["meta", "s", "ai", "app"]),
        ("\uff33tra\u00dfe", ["strasse"]),
        ("Muse人工", ["muse", "人", "工"]),
        ("हिन्दी", ["हिन्दी"]),
        ("x" * 150, ["x" * 100]),
        ("_*~", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert tokens(text) == words


@pytest.mark.parametrize(
    ("phrase", "points"),
    [
        ("meta ai", 1016),
        ("meta", 8),
        ("met", 4),
        ("msl", 4),
        ("ms", 2),
        ("note", 2),
        ("not", 1),
        ("not meta", 8),
        ("", 0),
    ],
)
def test_score(phrase: str, points: int) -> None:
    stored = search_properties("Meta AI", ["MSL"], ["a note"])
    assert score(stored, phrase_words(phrase)) == points
