"""The constraints of `tests/sea_trade.py` as SHACL shapes, and what pySHACL finds; needs pySHACL."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from pyshacl import validate
from rdflib import RDF, Graph, Literal, Namespace

EX, SH = Namespace("https://example.org/sea-trade/"), Namespace("http://www.w3.org/ns/shacl#")
NODES = ("hull_number", "flag", "tonnage", "launched", "born", "website", "staff", "country")
KINDS = {"commands": EX.Command, "holds": EX.Holding, "calls_at": EX.Call, "allied_with": EX.Alliance,
         "rival_of": EX.Alliance, "charters": EX.Charter, "succeeds": EX.Succession, "mentors": EX.Mentoring,
         "lies_in": EX.Place}  # fmt: skip
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/sea-trade/> .
:V a sh:NodeShape ; sh:targetClass :Vessel ;
  sh:property [sh:path :name ; sh:minCount 1] ;
  sh:property [sh:path :hull_number ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^HN[0-9]{7}$"] ;
  sh:property [sh:path :flag ; sh:maxCount 1 ; sh:in ("red" "white" "blue")] ;
  sh:property [sh:path :tonnage ; sh:maxCount 1 ; sh:minInclusive 0] .
:F a sh:NodeShape ; sh:targetClass :Carrier ;
  sh:property [sh:path :name ; sh:minCount 1] ;
  sh:property [sh:path :staff ; sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 0] ;
  sh:sparql [sh:message "cycle" ;
    sh:select "SELECT $this WHERE { $this <https://example.org/sea-trade/held_by>+ $this }"] ;
  sh:sparql [sh:message "sum" ; sh:select '''
    SELECT $this WHERE { ?h <https://example.org/sea-trade/holdee> $this ; <https://example.org/sea-trade/stake> ?s }
    GROUP BY $this HAVING (SUM(?s) > 1)'''] .
:P a sh:NodeShape ; sh:targetClass :Port ;
  sh:property [sh:path :name ; sh:minCount 1] ; sh:property [sh:path :country ; sh:pattern "^[A-Z]{2}$"] .
:C a sh:NodeShape ; sh:targetClass :Command ;
  sh:property [sh:path :subject ; sh:class :Seafarer] ; sh:property [sh:path :object ; sh:class :Vessel] .
:L a sh:NodeShape ; sh:targetClass :Call ;
  sh:property [sh:path :subject ; sh:class :Vessel] ; sh:property [sh:path :object ; sh:class :Port] ;
  sh:property [sh:path :purpose ; sh:minCount 1 ; sh:in ("loading" "unloading" "repair")] ;
  sh:property [sh:path :cargo ; sh:minInclusive 0] .
:H a sh:NodeShape ; sh:targetClass :Holding ;
  sh:property [sh:path :subject ; sh:or ([sh:class :Seafarer] [sh:class :Carrier])] ;
  sh:property [sh:path :object ; sh:class :Carrier] ;
  sh:property [sh:path :stake ; sh:minInclusive 0 ; sh:maxInclusive 1] .
:R a sh:NodeShape ; sh:targetClass :Charter ;
  sh:property [sh:path :subject ; sh:class :Carrier] ; sh:property [sh:path :object ; sh:class :Vessel] .
:S a sh:NodeShape ; sh:targetClass :Succession ;
  sh:property [sh:path :subject ; sh:class :Vessel] ; sh:property [sh:path :object ; sh:class :Vessel] .
:M a sh:NodeShape ; sh:targetClass :Mentoring ;
  sh:property [sh:path :subject ; sh:class :Seafarer] ; sh:property [sh:path :object ; sh:class :Seafarer] .
:I a sh:NodeShape ; sh:targetClass :Place ;
  sh:property [sh:path :subject ; sh:class :Port] ; sh:property [sh:path :object ; sh:class :Port] .
:A a sh:NodeShape ; sh:targetClass :Alliance ;
  sh:property [sh:path :subject ; sh:class :Carrier] ; sh:property [sh:path :object ; sh:class :Carrier] .
"""


def read(directory: Path) -> Graph:
    graph = Graph()
    for line in (directory / "nodes.jsonl").read_text(encoding="utf-8").splitlines():
        node = json.loads(line)
        graph.add((EX[node["id"]], RDF.type, EX[node["category"][0]]))
        for key in {"name", *NODES} & node.keys():
            graph.add((EX[node["id"]], EX[key], Literal(node[key])))
    for line in (directory / "edges.jsonl").read_text(encoding="utf-8").splitlines():
        edge = json.loads(line)
        about, subject, object = (EX[edge[key]] for key in ("id", "subject", "object"))
        graph.add((about, RDF.type, KINDS[edge["predicate"]]))
        graph.add((about, EX.subject, subject))
        graph.add((about, EX.object, object))
        if edge["predicate"] == "holds":
            graph.add((about, EX.holdee, object))
            graph.add((object, EX.held_by, subject))
        for key in {"purpose", "cargo", "stake"} & edge.keys():
            graph.add((about, EX[key], Literal(edge[key])))
    return graph


def main(directory: Path) -> None:
    shapes = Graph().parse(data=SHAPES, format="turtle")
    _, report, _ = validate(read(directory), shacl_graph=shapes)
    found = Counter(str(kind).rpartition("#")[2] for kind in report.objects(None, SH.sourceConstraintComponent))
    print(f"{found.total()} results: " + ", ".join(f"{count} {what}" for what, count in sorted(found.items())))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
