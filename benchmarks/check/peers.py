"""`graphsvc check` beside pySHACL and KGX's validator, each pair on one graph with the same constraints and faults.

Beside pySHACL: `tests/sea_trade.py`, with types, patterns, bounds, classes of ends, cycles and sums of stakes. Beside
KGX, which knows only Biolink: its model, nodes with a category of it, edges with a predicate of it and ends that exist.
The peers run in environments of their own, where they are installed:

    python -m benchmarks.check.peers --pyshacl PYTHON --kgx PYTHON [--edges 10000]
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from random import Random

from benchmarks.check.sizes import cost
from tests.sea_trade import PER_VESSEL, Record, write

HERE = Path(__file__).parent
CATEGORIES = ("Gene", "Disease", "SmallMolecule")
PREDICATES = ("related_to", "interacts_with", "associated_with")
FAULTS = 25
"""Of each kind: node without a category, unknown category, unknown predicate, an end that does not exist."""


def generate(directory: Path, edges: int) -> None:
    random, count = Random(0), edges // 5
    nodes = [
        {
            "id": f"HGNC:{n}",
            "category": [f"biolink:{random.choice(CATEGORIES)}"],
            "name": f"Thing {n}",
            "provided_by": "infores:a",
        }
        for n in range(count)
    ]
    links = [
        {
            "id": f"HGNC:e{n}",
            "subject": f"HGNC:{random.randrange(count)}",
            "predicate": f"biolink:{random.choice(PREDICATES)}",
            "object": f"HGNC:{random.randrange(count)}",
            "category": ["biolink:Association"],
            "primary_knowledge_source": "infores:a",
            "knowledge_level": "knowledge_assertion",
            "agent_type": "manual_agent",
        }
        for n in range(edges)
    ]  # fmt: skip
    spoilt = iter(random.sample(range(count), 2 * FAULTS)), iter(random.sample(range(edges), 2 * FAULTS))
    for _ in range(FAULTS):
        del nodes[next(spoilt[0])]["category"]
        nodes[next(spoilt[0])]["category"] = ["biolink:Geen"]
        links[next(spoilt[1])]["predicate"] = "biolink:realted_to"
        links[next(spoilt[1])]["object"] = "HGNC:none"
    for name, records in (("nodes", nodes), ("edges", links)):
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (directory / f"{name}.jsonl").write_text(lines, encoding="utf-8")


def generate_sea(directory: Path, edges: int) -> None:
    """`FAULTS` each of: a wrong hull number, cargo below zero, a missing purpose, an end that does not exist."""
    write(directory, edges * PER_VESSEL // (PER_VESSEL - 7))
    for name, spoil in (("nodes", _spoil_node), ("edges", _spoil_edge)):
        path = directory / f"{name}.jsonl"
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        spoil(records)
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def _spoil_node(records: list[Record]) -> None:
    for node in Random(0).sample([each for each in records if "hull_number" in each], FAULTS):
        node["hull_number"] = "HN1"


def _spoil_edge(records: list[Record]) -> None:
    calls = [each for each in records if each["predicate"] == "calls_at"]
    for number, call in enumerate(Random(0).sample(calls, 3 * FAULTS)):
        if number % 3 == 0:
            call["cargo"] = -5
        elif number % 3 == 1:
            del call["purpose"]
        else:
            call["object"] = "sea:atlantis"


def biolink(directory: Path) -> None:
    """The model as the ontology."""
    spec = find_spec("biolink_model")
    assert spec
    assert spec.submodule_search_locations
    schema = Path(next(iter(spec.submodule_search_locations))) / "schema"
    for path in schema.glob("*.yaml"):
        shutil.copy(path, directory / path.name)
    shutil.move(directory / "biolink_model.yaml", directory / "ontology.yaml")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pyshacl", metavar="PYTHON")
    parser.add_argument("--kgx", metavar="PYTHON")
    parser.add_argument("--edges", type=int, default=10_000)
    chosen = parser.parse_args()
    print("| graph | validator | seconds | of the processor | memory, MB | found |\n|---|---|---:|---:|---:|---|")
    with tempfile.TemporaryDirectory() as sea, tempfile.TemporaryDirectory() as model:
        generate_sea(Path(sea), chosen.edges)
        biolink(Path(model))
        generate(Path(model), chosen.edges)
        ours = (sys.executable, "-m", "graphsvc", "check")
        measured("sea trade", "graphsvc, all rules", *ours, sea)
        if chosen.pyshacl:
            measured("sea trade", "pySHACL", chosen.pyshacl, HERE / "with_pyshacl.py", sea)
        select = "unknown-class,unknown-predicate,dangling-end"
        measured("Biolink", "graphsvc, three rules", *ours, model, "--select", select)
        if chosen.kgx:
            measured("Biolink", "KGX", chosen.kgx, HERE / "with_kgx.py", model)


def measured(graph: str, who: str, *command: str | Path) -> None:
    seconds, cpu, megabytes, told = cost(*command)
    last = told.strip().splitlines()[-1]
    print(f"| {graph} | {who} | {seconds:.1f} | {cpu:.1f} | {megabytes:.0f} | {last} |", flush=True)


if __name__ == "__main__":
    main()
