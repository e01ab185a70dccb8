"""`graphsvc check` beside pySHACL and KGX's validator, each pair on one graph with the same constraints and faults.

Beside pySHACL: `tests/sea_trade.py` with the rules that its shapes hold, and with those of them that SHACL Core can
say. Beside KGX, which knows only Biolink: its model, nodes with a category of it, edges with a predicate of it and ends
that exist. The peers run in environments of their own, where they are installed:

    python -m benchmarks.check.peers --pyshacl PYTHON --kgx PYTHON [--edges 10000] [--rounds 3]
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.check.sizes import Cost, cost
from tests.sea_trade import PER_VESSEL, Record, write

HERE = Path(__file__).parent
CORE = (
    "dangling-end,unknown-class,abstract-class,unknown-predicate,domain-violation,range-violation,"
    "missing-required,invalid-value,unknown-qualifier,misplaced-slot,pattern-mismatch,unlisted-value,out-of-bounds,"
    "bad-curie,unparseable-date,inverted-interval,too-many-values,too-few-values,self-loop,mutual-relation,"
    "exclusive-relations,several-values,unsourced-statement"
)
"""Rules that SHACL Core can say."""
SPARQL = "repeated-key,cycle,share-sum,transitive-contradiction"
"""Rules that need SPARQL in a shape."""
BIOLINK = "unknown-class,unknown-predicate,dangling-end"

TIMES = 10
SPOILT_NODES: Sequence[tuple[str, Record]] = (
    ("Vessel", {"hull_number": "HN1"}),
    ("Vessel", {"hull_number": None}),
    ("Vessel", {"flag": "green"}),
    ("Vessel", {"tonnage": -1}),
    ("Vessel", {"mast": 3}),
    ("Carrier", {"staff": "many"}),
    ("Carrier", {"website": "not a page"}),
    ("Carrier", {"launched": "1990"}),
    ("Seafarer", {"born": "in spring"}),
    ("Seafarer", {"name": None}),
    ("Port", {"country": "Brazil"}),
    ("Port", {"berths": ["east"]}),
)
"""Of the nodes of a class, ten for each."""
SPOILT_EDGES: Sequence[tuple[str, Record]] = (
    ("calls_at", {"object": "sea:atlantis"}),
    ("calls_at", {"object": "sea:captain2"}),
    ("calls_at", {"subject": "sea:port1"}),
    ("calls_at", {"purpose": None}),
    ("calls_at", {"purpose": "fishing"}),
    ("calls_at", {"cargo": -5}),
    ("calls_at", {"cargo": [1, 2]}),
    ("calls_at", {"since": "2024-13-1"}),
    ("calls_at", {"weather": "calm"}),
    ("calls_at", {"predicate": "cals_at"}),
    ("calls_at", {"publications": None}),
    ("charters", {"since": "2015", "until": "2014"}),
    ("charters", {"status": "lost"}),
    ("holds", {"stake": -0.1}),
)
"""Of the statements with a predicate, ten for each."""
CATEGORIES = ("Gene", "Disease", "SmallMolecule")
PREDICATES = ("related_to", "interacts_with", "associated_with")


def sea(directory: Path, edges: int) -> set[str]:
    """Writes the graph; the ids of the records that are spoilt."""
    write(directory, edges * PER_VESSEL // (PER_VESSEL - 7))
    nodes = _spoil(directory / "nodes.jsonl", "category", SPOILT_NODES)
    return nodes | _spoil(directory / "edges.jsonl", "predicate", SPOILT_EDGES)


def _spoil(path: Path, kind: str, ways: Sequence[tuple[str, Record]]) -> set[str]:
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    sound, spoilt = Random(0).sample(records, len(records)), set()
    for of, changes in ways:
        for record in [each for each in sound if of in each[kind] and each["id"] not in spoilt][:TIMES]:
            record.update(changes)
            spoilt.add(record["id"])
    _write(path, records)
    return spoilt


def _write(path: Path, records: Sequence[Record]) -> None:
    said = ({key: value for key, value in record.items() if value is not None} for record in records)
    path.write_text("".join(json.dumps(each) + "\n" for each in said), encoding="utf-8")


def biolink(directory: Path, edges: int) -> set[str]:
    """Writes graph and model; the ids of the records that are spoilt, those of edges as KGX tells them."""
    spec = find_spec("biolink_model")
    assert spec
    assert spec.submodule_search_locations
    for path in (Path(next(iter(spec.submodule_search_locations))) / "schema").glob("*.yaml"):
        shutil.copy(path, directory / path.name)
    shutil.move(directory / "biolink_model.yaml", directory / "ontology.yaml")
    random, count = Random(0), edges // 5
    nodes = [*_nodes(random, count)]
    links = [*_links(random, count, edges)]
    node, link = iter(random.sample(nodes, 50)), iter(random.sample(links, 50))
    for _ in range(25):
        next(node)["category"] = None
        next(node)["category"] = ["biolink:Geen"]
        next(link)["predicate"] = "biolink:realted_to"
        next(link)["object"] = "HGNC:none"
    _write(directory / "nodes.jsonl", nodes)
    _write(directory / "edges.jsonl", links)
    wrong = [each for each in links if each["predicate"] == "biolink:realted_to" or each["object"] == "HGNC:none"]
    bad_nodes = {each["id"] for each in nodes if each["category"] in (None, ["biolink:Geen"])}
    return bad_nodes | {each["id"] for each in wrong}


def _nodes(random: Random, count: int) -> Iterator[Record]:
    for n in range(count):
        category = [f"biolink:{random.choice(CATEGORIES)}"]
        yield {"id": f"HGNC:{n}", "category": category, "name": f"Thing {n}", "provided_by": "infores:a"}


def _links(random: Random, count: int, edges: int) -> Iterator[Record]:
    for n in range(edges):
        subject, object = random.randrange(count), random.randrange(count)
        yield {"id": f"HGNC:{subject}->HGNC:{object}#{n}", "subject": f"HGNC:{subject}",
               "predicate": f"biolink:{random.choice(PREDICATES)}", "object": f"HGNC:{object}",
               "category": ["biolink:Association"], "primary_knowledge_source": "infores:a",
               "knowledge_level": "knowledge_assertion", "agent_type": "manual_agent"}  # fmt: skip


def ours(dataset: Path, rules: str) -> tuple[str | Path, ...]:
    return sys.executable, "-m", "graphsvc", "check", dataset, "--select", rules, "--format", "json"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pyshacl", metavar="PYTHON")
    parser.add_argument("--kgx", metavar="PYTHON")
    parser.add_argument("--edges", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    print("| constraints | validator | seconds of the processor | memory, MB | found, of those planted |")
    print("|---|---|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as trade, tempfile.TemporaryDirectory() as model:
        if python := chosen.pyshacl:
            planted = sea(Path(trade), chosen.edges)
            shapes = python, HERE / "with_pyshacl.py", trade
            for what, rules, more in (("Core", CORE, ["--core"]), ("Core and SPARQL", f"{CORE},{SPARQL}", [])):
                rivals = {"graphsvc": ours(Path(trade), rules), "pySHACL": (*shapes, *more)}
                compare(f"SHACL {what}", rivals, planted, chosen.rounds)
        if python := chosen.kgx:
            planted = biolink(Path(model), chosen.edges)
            rivals = {"graphsvc": ours(Path(model), BIOLINK), "KGX": (python, HERE / "with_kgx.py", model)}
            compare("Biolink", rivals, planted, chosen.rounds)


def compare(what: str, rivals: dict[str, tuple[str | Path, ...]], planted: set[str], rounds: int) -> None:
    """One round does not count: it compiles. Then in turn, so that what else the machine does falls on both."""
    costs: dict[str, list[Cost]] = {who: [] for who in rivals}
    for _ in range(rounds + 1):
        for who, command in rivals.items():
            costs[who].append(cost(*command))
    told = {who: found(several[0].output, planted) for who, several in costs.items()}
    for who, several in costs.items():
        cpu, memory = (median(getattr(each, name) for each in several[1:]) for name in ("cpu", "megabytes"))
        print(f"| {what} | {who} | {cpu:.2f} | {memory:.0f} | {len(told[who] & planted)} of {len(planted)} |")
    (mine, theirs), (one, other) = told.values(), costs.values()
    ratio = median(each.cpu for each in other[1:]) / median(each.cpu for each in one[1:])
    print(f"{ratio:.1f} times; records that only the peer names: {sorted(theirs - mine)}", flush=True)


def found(output: str, planted: set[str]) -> set[str]:
    """The ids of the records that a validator names; KGX names edges by their ends, the first that fits is meant."""
    told = json.loads(output)
    ids = {id for each in told["findings"] for id in each["subjects"]} if isinstance(told, dict) else {*told}
    by_ends = {id.partition("#")[0]: id for id in planted if "#" in id}
    return {by_ends.get(id, id) for id in ids}


if __name__ == "__main__":
    main()
