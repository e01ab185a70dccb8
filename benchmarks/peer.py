"""The generated graph as @neo4j/graphql wants it: labels, camel case, and on each edge what it says and its sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from neo4j import Session

from benchmarks.generate import Graph, Row
from benchmarks.servers import connect

BATCH = 10_000
SCHEMA = (
    "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
    *(
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in ("Person", "Company", "Lab", "Model", "Product", "Device")
    ),
    "CREATE INDEX person_country IF NOT EXISTS FOR (n:Person) ON (n.country, n.name)",
    "CREATE INDEX company_country IF NOT EXISTS FOR (n:Company) ON (n.country)",
    "CREATE INDEX company_tier IF NOT EXISTS FOR (n:Company) ON (n.tier, n.id)",
    "CALL db.awaitIndexes(300)",
)
COUNTS = "MATCH (n:Entity) WITH count(n) AS nodes MATCH (:Entity)-[e]->(:Entity) RETURN nodes, count(e)"
NODES = "UNWIND $rows AS row CREATE (n:Entity:{}) SET n = row"
EDGES = (
    "UNWIND $rows AS row MATCH (a:Entity {{id: row.start}}) MATCH (b:Entity {{id: row.end}}) "
    "CREATE (a)-[e:{}]->(b) SET e = row.properties"
)


def load_peer(uri: str, size: str) -> None:
    """Fill an empty database; one that already holds just this is left as it is, any other is refused."""
    graph = Graph(size)
    with connect(uri) as driver, driver.session() as session:
        nodes = sum(count for kind, count in graph.counts.items() if kind != "document")
        if session.run(COUNTS).values() == [[nodes, graph.relations]]:
            return
        if session.run("MATCH (n) RETURN n LIMIT 1").peek():
            raise SystemExit(f"{uri} holds other data; the benchmark loads into empty databases only.")
        for statement in SCHEMA:
            session.run(statement).consume()
        _write(session, NODES, ((row.pop("category")[0], _camel(row)) for row in graph.nodes()))
        _write(session, EDGES, map(_edge, graph.edges()))


def _edge(row: Row) -> tuple[str, Row]:
    start, end, type_ = row.pop("subject"), row.pop("object"), row.pop("predicate").upper()
    row["sources"] = row.pop("publications")
    if "status" in row:
        row["status"] = row["status"].upper()
    return type_, {"start": start, "end": end, "properties": row}


def _camel(row: Row) -> Row:
    return {name.replace("_year", "Year"): value for name, value in row.items()}


def _write(session: Session, statement: str, rows: Iterable[tuple[str, Row]]) -> None:
    for some in _batches(rows):
        groups: dict[str, list[Row]] = defaultdict(list)
        for name, row in some:
            groups[name].append(row)
        for name, group in groups.items():
            session.run(statement.format(name), rows=group).consume()


def _batches(rows: Iterable[tuple[str, Row]]) -> Iterator[list[tuple[str, Row]]]:
    source = iter(rows)
    while some := list(islice(source, BATCH)):
        yield some
