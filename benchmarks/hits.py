"""`python -m benchmarks.hits`: db hits of queries and pages by the size of the data, into HITS.md beside this file."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from typing import NamedTuple

import orjson

from benchmarks.generate import SIZES, Graph, Row, ident, variables, write_dataset
from benchmarks.report import table
from benchmarks.servers import HERE, Database, graphsvc_load
from graphsvc.api.execution import Request, Service
from graphsvc.api.opening import neo4j_service
from graphsvc.settings import Settings
from graphsvc.stores import cypher
from tests import neo4j_server

MEMORY = ("3g", "1g")
"""Heap and page cache of Neo4j."""
LOAD_SECONDS = 3600
PROFILED = 16
"""Requests of each query."""
REVISION = re.compile(r"\bd[01]\b")
"""The variables by which a statement reads the dataset's revision."""
EACH_HAS_NO_REVENUE = 5
PAGE = """query ($first: Int, $after: String, $last: Int, $before: String) {
  companies(sort: [SORT], first: $first, after: $after, last: $last, before: $before) {
    edges { node { id name revenue } } pageInfo { hasNextPage endCursor }
  }
}"""
CURSOR = "{ companies(sort: [SORT], where: {WHERE}, last: 10) { pageInfo { startCursor } } }"
SORTS = {"name": "{name: ASC}", "revenue": "{revenue: DESC}"}
ROWS = 20
COPIES = """MATCH (n:Entity) WHERE NOT n.id CONTAINS '#'
CALL (n) {
  UNWIND range(2, $times) AS k
  CREATE (m)
  SET m = properties(n), m.id = n.id + '#' + k, m.name__key = n.name__key + '#' + k, m.revenue = n.revenue + 1e5 * k
  SET m:$(labels(n))
} IN TRANSACTIONS OF 500 ROWS"""
COPIED_EDGES = """MATCH (a:Entity)-[e]->(b:Entity) WHERE NOT a.id CONTAINS '#'
CALL (a, e, b) {
  UNWIND range(2, $times) AS k
  MATCH (c:Entity {id: a.id + '#' + k}) MATCH (d:Entity {id: b.id + '#' + k})
  CREATE (c)-[f:$(type(e))]->(d)
  SET f = properties(e), f.id = e.id + '#' + k
} IN TRANSACTIONS OF 500 ROWS"""
INTRODUCTION = """\
# Db hits

Written by `python -m benchmarks.hits`; see [docs/benchmarks.md](../docs/benchmarks.md) for the data and the queries.

- Averages over {profiled} requests of each query, as PROFILE counts accesses to the store, on Neo4j {version}.
- {revision:g} of graphsvc's hits are for the dataset's revision, by which it knows a torn read. They are in the first
  table and not in the second.
- A page is of {rows} companies by name, or by revenue with the highest first. One company in {each} has no revenue, and
  one page leads from those that have to those that have not.
- Q5 counts all the people of a country, so what it costs grows with what is stored. So does a page from the highest
  down where many have the same value, for those with the last row's value are all read.
- PROFILE counts the properties in a map of a node (`n {{.id, .name}}`) as no hit, for they are read in one pass.
"""


class Count(NamedTuple):
    """Hits of one request: all but the revision's, those, and the hand-written Cypher's; and things in the answer."""

    own: float
    revision: float
    by_hand: float | None
    things: float


Counts = dict[str, Count]


def counts(size: str, database: Database) -> Counts:
    service = neo4j_service(Settings(neo4j_uri=database.uri))
    found = {}
    for query, given in variables(size).items():
        text, by_hand = ((HERE / "queries" / path).read_text() for path in spellings(query))
        every = [count(service, database, text, each, by_hand) for each in given[:PROFILED]]
        found[query] = Count(*(mean(column) for column in zip(*every, strict=True)))
    for title, text, each in pages(size, service):
        found[title] = count(service, database, text, each)
    service.store.close()
    return found


def spellings(query: str) -> tuple[str, str]:
    return f"graphsvc/{query}.graphql", f"handwritten/{query}.cypher"


def count(service: Service, database: Database, text: str, given: Row, by_hand: str = "") -> Count:
    plan = service.explain(Request(text, given))
    operators = database.profile(cypher.statement(plan.roots), cypher.parameters(plan))
    revision = sum(hits for hits, details in operators if REVISION.search(details))
    things = service.answer_now(Request(text, given)).body.count(b'"id":')
    theirs = database.hits(by_hand, given) if by_hand else None
    return Count(sum(hits for hits, _ in operators) - revision, revision, theirs, max(things, 1))


def pages(size: str, service: Service) -> Iterator[tuple[str, str, Row]]:
    """What a page is called, its query, and its variables."""
    middle = ident("company", Graph(size).counts["company"] // 2 + 1)
    for name, sort in SORTS.items():
        text = PAGE.replace("SORT", sort)
        here = cursor(service, sort, f'id: {{eq: "{middle}"}}')
        yield f"by {name}, first", text, {"first": ROWS}
        yield f"by {name}, deep", text, {"first": ROWS, "after": here}
        yield f"by {name}, backward", text, {"last": ROWS, "before": here}
    yield "over the border", text, {"first": ROWS, "after": cursor(service, sort, "revenue: {isNull: false}")}


def cursor(service: Service, sort: str, where: str) -> str:
    text = CURSOR.replace("SORT", sort).replace("WHERE", where)
    data = orjson.loads(service.answer_now(Request(text, {})).body)["data"]
    return str(data["companies"]["pageInfo"]["startCursor"])


def write_nodes(dataset: Path) -> None:
    """Take the revenue from some companies."""
    file = dataset / "nodes.jsonl"
    rows = [orjson.loads(line) for line in file.read_bytes().splitlines()]
    for row in rows[::EACH_HAS_NO_REVENUE]:
        row.pop("revenue", None)
    file.write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in rows))


def main() -> None:
    options = arguments()
    found: dict[str, Counts] = {}
    for index, size in enumerate(options.sizes):
        with TemporaryDirectory(prefix="graphsvc-hits-") as scratch, ExitStack() as stack:
            write_dataset(size, Path(scratch, "dataset"))
            write_nodes(Path(scratch, "dataset"))
            uri = options.bolts[index] if options.bolts else ""
            uri = uri or stack.enter_context(neo4j_server.start(auth=False, memory=MEMORY)).uri
            if graphsvc_load(Path(scratch, "dataset"), uri, LOAD_SECONDS) is None:
                raise SystemExit(f"{size} was not loaded in {LOAD_SECONDS} s")
            database = Database(uri)
            found[size] = counts(size, database)
            if index + 1 == len(options.sizes) and options.times > 1:
                multiply(database, options.times)
                found[f"{size} x {options.times}"] = counts(size, database)
            version = database.version()
    text = report(found, version)
    (options.output or HERE / "HITS.md").write_text(text)
    print(text)


def multiply(database: Database, times: int) -> None:
    """Store copies of all entities and the edges among them, which no query asks for."""
    with database.driver.session() as session:
        for statement in (COPIES, COPIED_EDGES):
            session.run(statement, times=times).consume()


def report(found: dict[str, Counts], version: str) -> str:
    revision = max(each.revision for counted in found.values() for each in counted.values())
    shown = INTRODUCTION.format(
        profiled=PROFILED, version=version, revision=revision, each=EACH_HAS_NO_REVENUE, rows=ROWS
    )
    first = next(iter(found.values()))
    compared = {q: [compare(each[q]) for each in found.values()] for q, each in first.items() if each.by_hand}
    grown = {q: [f"{each[q].own / each[q].things:.1f}" for each in found.values()] for q in first}
    lines = [*table("Of one request: graphsvc / by hand", "query", [*found], compared)]
    lines += table("For each thing in the answer, without the revision", "query", [*found], grown)
    return shown + "\n".join([*lines, ""])


def compare(counted: Count) -> str:
    return f"{counted.own + counted.revision:.0f} / {counted.by_hand:.0f}"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hits", description=__doc__)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=["1k"], help="entities in the data (default 1k)")
    parser.add_argument("--bolts", nargs="+", metavar="URI", help="for each size a Neo4j, empty or with just this data")
    parser.add_argument("--times", type=int, default=1, help="count also with so many copies of the last size stored")
    parser.add_argument("--output", type=Path, help="where to write (default HITS.md beside the benchmark)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
