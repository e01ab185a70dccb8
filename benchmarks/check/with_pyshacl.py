"""The constraints of `tests/sea_trade.py` as SHACL shapes, and which records pySHACL finds; needs pySHACL.

A statement is a resource of its relationship's class with subject, object, qualifiers and sources, and a triple beside
it. What Core can say is said in Core, the rest as SPARQL constraints. `RULES` in `peers.py` names the rules that
hold the same; time is left out: neither sums of stakes nor captains at once overlap here in different years.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from pyshacl import validate
from rdflib import RDF, Graph, Literal, Namespace

EX, SH = Namespace("https://example.org/sea-trade/"), Namespace("http://www.w3.org/ns/shacl#")
RELATIONS = {
    # predicate: class of its statements, classes of its ends, properties of its qualifiers
    "commands": ("Command", ["Seafarer"], "Vessel", "RankHeld Since Until"),
    "holds": ("Holding", ["Seafarer", "Carrier"], "Carrier", "Stake Since Until"),
    "calls_at": ("Call", ["Vessel"], "Port", "Purpose Cargo Since"),
    "charters": ("Charter", ["Carrier"], "Vessel", "Status Price Since Until"),
    "succeeds": ("Succession", ["Vessel"], "Vessel", ""),
    "allied_with": ("Alliance", ["Carrier"], "Carrier", ""),
    "rival_of": ("Rivalry", ["Carrier"], "Carrier", ""),
    "mentors": ("Mentoring", ["Seafarer"], "Seafarer", ""),
    "lies_in": ("Place", ["Port"], "Port", ""),
}
DATE = r"^(\\.\\.|[0-9]{4}(-[0-9]{2}){0,2}[~?%]?)(/(\\.\\.|[0-9]{4}(-[0-9]{2}){0,2}[~?%]?)?)?$"
SHAPES = f"""
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/sea-trade/> .

:Id sh:path :id ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^(sea|doc|edtf|linkml):." .
:Name sh:path :name ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string .
:Sources sh:path :publications ; sh:minCount 1 ; sh:nodeKind sh:IRI .
:Since sh:path :since ; sh:maxCount 1 ; sh:pattern "{DATE}" .
:Until sh:path :until ; sh:maxCount 1 ; sh:pattern "{DATE}" .
:RankHeld sh:path :rank_held ; sh:maxCount 1 ; sh:datatype xsd:string .
:Stake sh:path :stake ; sh:maxCount 1 ; sh:minInclusive 0 ; sh:maxInclusive 1 .
:Purpose sh:path :purpose ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ("loading" "unloading" "repair") .
:Cargo sh:path :cargo ; sh:maxCount 1 ; sh:minInclusive 0 .
:Status sh:path :status ; sh:maxCount 1 ; sh:in ("planned" "signed" "ended") .
:Price sh:path :price ; sh:maxCount 1 ; sh:or ([sh:datatype xsd:integer] [sh:datatype xsd:double]) .

:Nodes sh:targetSubjectsOf :id ; sh:property :Id ;
  sh:property [sh:path rdf:type ; sh:minCount 1 ; sh:in (:Vessel :Seafarer :Carrier :Port)] .
:Statements sh:targetSubjectsOf :predicate ;
  sh:property [sh:path :predicate ; sh:in ({" ".join(f'"{name}"' for name in RELATIONS)})] .
:Vessels sh:targetClass :Vessel ; sh:closed true ;
  sh:ignoredProperties (rdf:type :calls_at :succeeds) ;
  sh:property :Id, :Name, :Sources ;
  sh:property [sh:path :hull_number ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^HN[0-9]{{7}}$"] ;
  sh:property [sh:path :flag ; sh:maxCount 1 ; sh:in ("red" "white" "blue")] ;
  sh:property [sh:path :tonnage ; sh:maxCount 1 ; sh:minInclusive 0] ;
  sh:property [sh:path :launched ; sh:maxCount 1 ; sh:pattern "{DATE}"] ;
  sh:property [sh:path [sh:inversePath :commands] ; sh:maxCount 1] ;
  sh:sparql [sh:message "hull number given twice" ; sh:select '''SELECT $this WHERE {{
    $this <{EX.hull_number}> ?n . ?other <{EX.hull_number}> ?n . FILTER (?other != $this) }}'''] .
:Seafarers sh:targetClass :Seafarer ; sh:closed true ;
  sh:ignoredProperties (rdf:type :commands :mentors :holds) ;
  sh:property :Id, :Name, :Sources ;
  sh:property [sh:path :born ; sh:maxCount 1 ; sh:pattern "{DATE}"] ;
  sh:property [sh:path [sh:inversePath :mentors] ; sh:disjoint :mentors] .
:Carriers sh:targetClass :Carrier ; sh:closed true ;
  sh:ignoredProperties (rdf:type :holds :allied_with :rival_of :charters) ;
  sh:property :Id, :Name, :Sources ;
  sh:property [sh:path :website ; sh:maxCount 1 ; sh:pattern "^[A-Za-z][A-Za-z0-9+.-]*:[^ ]+$"] ;
  sh:property [sh:path :staff ; sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 0] ;
  sh:property [sh:path :slogan ; sh:datatype xsd:string] ;
  sh:property [sh:path :allied_with ; sh:disjoint :rival_of] ;
  sh:property [sh:path [sh:inversePath :allied_with] ; sh:disjoint :rival_of] ;
  sh:sparql [sh:message "cycle" ; sh:select "SELECT $this WHERE {{ $this <{EX.holds}>+ $this }}"] ;
  sh:sparql [sh:message "sum" ; sh:select '''
    SELECT $this WHERE {{ ?h <{EX.object}> $this ; <{EX.stake}> ?s }}
    GROUP BY $this HAVING (SUM(?s) > 1)'''] .
:Ports sh:targetClass :Port ; sh:closed true ; sh:ignoredProperties (rdf:type :lies_in) ;
  sh:property :Id, :Name, :Sources ;
  sh:property [sh:path :country ; sh:maxCount 1 ; sh:pattern "^[A-Z]{{2}}$"] ;
  sh:property [sh:path :berths ; sh:minCount 2 ; sh:maxCount 3] ;
  sh:sparql [sh:message "cycle" ; sh:select "SELECT $this WHERE {{ $this <{EX.lies_in}>+ $this }}"] .
"""


def shape(name: str, subjects: list[str], target: str, qualifiers: str) -> str:
    """Of the statements with one predicate."""
    kinds = " ".join(f"[sh:class :{each}]" for each in subjects)
    return f"""
:{name}s sh:targetClass :{name} ; sh:closed true ; sh:ignoredProperties (rdf:type :predicate) ;
  sh:property [sh:path :subject ; sh:minCount 1 ; sh:maxCount 1 ; sh:or ({kinds})] ;
  sh:property [sh:path :object ; sh:minCount 1 ; sh:maxCount 1 ; sh:class :{target}] ;
  sh:property {", ".join(f":{each}" for each in ("Sources", *qualifiers.split()))} .
""" + (f":{name}s sh:property [sh:path :since ; sh:lessThan :until] .\n" if "Until" in qualifiers else "")


def read(directory: Path) -> Graph:
    graph = Graph()
    for name in ("documents", "nodes", "edges"):
        for line in (directory / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            about = EX[record["id"]]
            if name == "documents":
                graph.add((about, RDF.type, EX.Document))
            elif name == "nodes":
                for category in record.pop("category", ()):
                    graph.add((about, RDF.type, EX[category]))
                _values(graph, about, record)
            else:
                del record["id"]
                _statement(graph, about, record)
    return graph


def _statement(graph: Graph, about: object, record: dict[str, object]) -> None:
    ends = subject, object = EX[record.pop("subject")], EX[record.pop("object")]
    for key, end in zip(("subject", "object"), ends, strict=True):
        graph.add((about, EX[key], end))
    if kind := RELATIONS.get(record["predicate"]):
        graph.add((about, RDF.type, EX[kind[0]]))
        graph.add((subject, EX[record["predicate"]], object))
    _values(graph, about, record)


def _values(graph: Graph, about: object, record: dict[str, object]) -> None:
    for key, given in record.items():
        for value in given if isinstance(given, list) else [given]:
            graph.add((about, EX[key], EX[value] if key == "publications" else Literal(value)))


def main(directory: Path, core: bool) -> None:
    text = SHAPES + "".join(shape(*said) for said in RELATIONS.values())
    if core:
        text = re.sub(r" ;\s+sh:sparql \[.*?\](?= [.;])", "", text, flags=re.DOTALL)
    shapes = Graph().parse(data=text.replace(" sh:target", " a sh:NodeShape ; sh:target"), format="turtle")
    _, report, _ = validate(read(directory), shacl_graph=shapes, inplace=True)
    print(json.dumps(sorted({str(node).removeprefix(str(EX)) for node in report.objects(None, SH.focusNode)})))


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--core" in sys.argv)
