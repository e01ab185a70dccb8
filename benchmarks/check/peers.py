"""`graphsvc check` beside pySHACL and KGX's validator: one graph of the Biolink model, the same constraints.

Each node has a category of the model, each edge a predicate of the model and ends that exist. Faults are
planted against each of these. The peers run in environments of their own, where they are installed:

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
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        biolink(directory)
        generate(directory, chosen.edges)
        select = "unknown-class,unknown-predicate,dangling-end"
        commands = {"graphsvc": (sys.executable, "-m", "graphsvc", "check", directory, "--select", select)}
        commands["graphsvc, all rules"] = (sys.executable, "-m", "graphsvc", "check", directory)
        if chosen.pyshacl:
            commands["pySHACL"] = (chosen.pyshacl, HERE / "with_pyshacl.py", directory)
        if chosen.kgx:
            commands["KGX"] = (chosen.kgx, HERE / "with_kgx.py", directory)
        print("| validator | seconds | of the processor | memory, MB | found |\n|---|---:|---:|---:|---|")
        for who, command in commands.items():
            seconds, cpu, megabytes, told = cost(*command)
            lines = told.strip().splitlines()
            print(f"| {who} | {seconds:.1f} | {cpu:.1f} | {megabytes:.0f} | {lines[-1] if lines else ''} |", flush=True)


if __name__ == "__main__":
    main()
