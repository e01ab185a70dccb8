"""The constraints as SHACL shapes, and what pySHACL finds; runs in an environment that has pySHACL."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from pyshacl import validate
from rdflib import RDF, Graph, Namespace, URIRef

EX, BIOLINK = Namespace("https://example.org/"), Namespace("https://w3id.org/biolink/vocab/")
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <https://example.org/> .
@prefix b: <https://w3id.org/biolink/vocab/> .
ex:NodeShape a sh:NodeShape ; sh:targetClass ex:Node ;
  sh:property [sh:path ex:category ; sh:minCount 1 ; sh:in (%s) ; sh:message "unknown category"] .
ex:EdgeShape a sh:NodeShape ; sh:targetClass ex:Edge ;
  sh:property [sh:path ex:predicate ; sh:minCount 1 ; sh:in (%s) ; sh:message "unknown predicate"] ;
  sh:property [sh:path ex:subject ; sh:minCount 1 ; sh:class ex:Node ; sh:message "dangling end"] ;
  sh:property [sh:path ex:object ; sh:minCount 1 ; sh:class ex:Node ; sh:message "dangling end"] .
"""
KNOWN = ("b:Gene b:Disease b:SmallMolecule", "b:related_to b:interacts_with b:associated_with")
SH = Namespace("http://www.w3.org/ns/shacl#")


def resource(id: str) -> URIRef:
    return BIOLINK[id.removeprefix("biolink:")] if id.startswith("biolink:") else EX[id]


def read(directory: Path) -> Graph:
    graph = Graph()
    for name, kind in (("nodes", EX.Node), ("edges", EX.Edge)):
        for line in (directory / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            subject = resource(record["id"])
            graph.add((subject, RDF.type, kind))
            for key in ("subject", "predicate", "object", "category"):
                values = record.get(key, [])
                for value in values if isinstance(values, list) else [values]:
                    graph.add((subject, EX[key], resource(value)))
    return graph


def main(directory: Path) -> None:
    shapes = Graph().parse(data=SHAPES % KNOWN, format="turtle")
    _, report, _ = validate(read(directory), shacl_graph=shapes)
    found = Counter(str(message) for message in report.objects(None, SH.resultMessage))
    print(", ".join(f"{count} {what}" for what, count in sorted(found.items())))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
