"""Sea trade, made up from a seed: an ontology with relationship classes, and as much data as is asked for.

Nothing in it is wrong or in dispute. Used by the test that plants faults and by `benchmarks/check`; it knows
nothing of the rules, only of the file formats.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

Record = dict[str, Any]

ONTOLOGY = """\
id: https://example.org/sea-trade
name: sea-trade
prefixes:
  linkml: https://w3id.org/linkml/
  edtf: http://id.loc.gov/datatypes/edtf/
  sea: https://example.org/sea-trade/
  doc: https://example.org/sea-trade/doc/
default_prefix: sea
default_range: string
imports: [linkml:types]
types:
  edtf: {typeof: string, uri: edtf:EDTF, base: str}
classes:
  Thing: {abstract: true, slots: [id, category, name]}
  Party: {is_a: Thing, abstract: true}
  Seafarer: {is_a: Party, slots: [born], annotations: {life_start: born}}
  Carrier: {is_a: Party, slots: [website, staff, slogan]}
  Vessel:
    is_a: Thing
    slots: [hull_number, flag, tonnage, launched]
    unique_keys: {hull: {unique_key_slots: [hull_number]}}
    annotations: {life_start: launched}
  Port: {is_a: Thing, slots: [country, berths]}
  Relationship: {abstract: true, represents_relationship: true, slots: [id, subject, predicate, object, publications]}
  Command:
    is_a: Relationship
    represents_relationship: true
    slots: [rank_held, since, until]
    slot_usage: {subject: {range: Seafarer}, predicate: {equals_string: commands}, object: {range: Vessel}}
    annotations: {interval_start: since, interval_end: until}
  Holding:
    is_a: Relationship
    represents_relationship: true
    slots: [stake, since, until]
    slot_usage: {subject: {range: Party}, predicate: {equals_string: holds}, object: {range: Carrier}}
    annotations: {acyclic: true, share_slot: stake, share_sum_max: 1, share_sum_by: object,
                  interval_start: since, interval_end: until}
  Call:
    is_a: Relationship
    represents_relationship: true
    slots: [purpose, cargo, since]
    slot_usage:
      subject: {range: Vessel}
      predicate: {equals_string: calls_at}
      object: {range: Port}
      purpose: {required: true}
    annotations: {interval_start: since}
  Charter:
    is_a: Relationship
    represents_relationship: true
    slots: [status, price, since, until]
    slot_usage: {subject: {range: Carrier}, predicate: {equals_string: charters}, object: {range: Vessel}}
    annotations: {interval_start: since, interval_end: until, check_single_source: true, stale_after: P40Y}
  Succession:
    is_a: Relationship
    represents_relationship: true
    slot_usage: {subject: {range: Vessel}, predicate: {equals_string: succeeds}, object: {range: Vessel}}
    annotations: {succession: true}
slots:
  id: {identifier: true, range: uriorcurie}
  category: {required: true}
  name: {required: true}
  born: {range: edtf}
  website: {range: uri}
  staff: {range: integer, minimum_value: 0}
  hull_number: {pattern: '^HN[0-9]{7}$', required: true}
  flag: {range: Flag}
  tonnage: {range: decimal, minimum_value: 0}
  launched: {range: edtf}
  country: {pattern: '^[A-Z]{2}$'}
  slogan: {multivalued: true, annotations: {single_best: true}}
  berths: {multivalued: true, minimum_cardinality: 2, maximum_cardinality: 3}
  subject: {range: Thing, required: true}
  predicate: {required: true}
  object: {range: Thing, required: true}
  publications: {multivalued: true}
  rank_held: {}
  since: {range: edtf}
  until: {range: edtf}
  stake: {range: decimal, minimum_value: 0, maximum_value: 1}
  purpose: {range: Purpose}
  cargo: {range: decimal, minimum_value: 0}
  status: {range: Progress, annotations: {ordered: true}}
  price: {range: decimal}
  commands: {domain: Seafarer, range: Vessel, multivalued: true, inverse: commanded_by}
  commanded_by: {domain: Vessel, range: Seafarer, multivalued: false, inverse: commands}
  holds: {domain: Party, range: Carrier, multivalued: true, inverse: held_by}
  held_by: {domain: Carrier, range: Party, multivalued: true, inverse: holds}
  calls_at: {domain: Vessel, range: Port, multivalued: true, inverse: called_at_by}
  called_at_by: {domain: Port, range: Vessel, multivalued: true, inverse: calls_at}
  charters: {domain: Carrier, range: Vessel, multivalued: true, inverse: chartered_by}
  chartered_by: {domain: Vessel, range: Carrier, multivalued: true, inverse: charters}
  allied_with: {domain: Carrier, range: Carrier, multivalued: true, symmetric: true, annotations: {excludes: rival_of}}
  rival_of: {domain: Carrier, range: Carrier, multivalued: true, symmetric: true}
  mentors: {domain: Seafarer, range: Seafarer, multivalued: true, asymmetric: true}
  succeeds: {domain: Vessel, range: Vessel, multivalued: true}
  lies_in: {domain: Port, range: Port, multivalued: true, transitive: true, irreflexive: true}
enums:
  Progress: {permissible_values: {planned: {}, signed: {}, ended: {}}}
  Flag: {permissible_values: {red: {}, white: {}, blue: {}}}
  Purpose: {permissible_values: {loading: {}, unloading: {}, repair: {}}}
"""

FILES = ("documents.jsonl", "nodes.jsonl", "edges.jsonl")
CALLS = 17
PER_VESSEL = CALLS + 7 + 8
"""Statements for each vessel: its calls, one of each other relation, and eight values, a port's quarter included."""


def sea_trade(statements: int, seed: int = 0) -> Iterator[tuple[str, Record]]:
    """(File, record) in the order of the files, about so many statements."""
    random, vessels = Random(seed), max(5, statements // PER_VESSEL)
    documents = max(20, vessels // 10)
    ports, cited = max(CALLS, vessels // 4), [f"doc:{number}" for number in range(documents)]
    for number, id in enumerate(cited):
        day = f"20{number % 20 + 5:02}-0{number % 9 + 1}"
        yield "documents.jsonl", {"id": id, "title": f"Register {number}", "publisher": f"Office {number}",
                                  "published": day}  # fmt: skip
    yield from (("nodes.jsonl", node) for node in _nodes(random, vessels, ports, cited))
    for number, edge in enumerate(_edges(random, vessels, ports)):
        sources = sorted(random.sample(cited, 2))
        yield "edges.jsonl", {"id": f"sea:e{number}", **edge, "publications": sources}


def _nodes(random: Random, vessels: int, ports: int, cited: list[str]) -> Iterator[Record]:
    for n in range(vessels):
        facts = {"hull_number": f"HN{n:07}", "flag": random.choice(("red", "white", "blue")),
                 "tonnage": random.randint(900, 200_000), "launched": str(1950 + n % 50)}  # fmt: skip
        yield _node(f"vessel{n}", "Vessel", cited, random, **facts)
        yield _node(f"captain{n}", "Seafarer", cited, random, born=str(random.randint(1930, 1975)))
        yield _node(f"carrier{n}", "Carrier", cited, random, website=f"https://carrier{n}.example", staff=n)
    for n in range(ports):
        yield _node(f"port{n}", "Port", cited, random, country=random.choice(("NL", "SG", "BR")),
                    berths=["east", "west"])  # fmt: skip


def _node(id: str, category: str, cited: list[str], random: Random, **facts: object) -> Record:
    return {"id": f"sea:{id}", "category": [category], "name": f"{category} {id}", **facts,
            "publications": sorted(random.sample(cited, 2))}  # fmt: skip


def _edges(random: Random, vessels: int, ports: int) -> Iterator[Record]:
    """Carriers are held by one that comes before them and allied with the next; vessels succeed those before them."""
    for n in range(vessels):
        year = 2000 + n % 20
        yield {"subject": f"sea:captain{n}", "predicate": "commands", "object": f"sea:vessel{n}", "rank_held": "master",
               "since": f"{year}-02-01"}  # fmt: skip
        holder = f"sea:carrier{random.randrange(n)}" if n else "sea:captain0"
        yield {"subject": holder, "predicate": "holds", "object": f"sea:carrier{n}",
               "stake": random.randint(1, 60) / 100, "since": f"{year}"}  # fmt: skip
        yield {"subject": f"sea:carrier{n}", "predicate": "allied_with", "object": f"sea:carrier{(n + 1) % vessels}"}
        yield {"subject": f"sea:carrier{n}", "predicate": "rival_of", "object": f"sea:carrier{(n + 2) % vessels}"}
        yield {"subject": f"sea:carrier{n}", "predicate": "charters", "object": f"sea:vessel{n}", "status": "signed",
               "price": n, "since": f"{year}"}  # fmt: skip
        if n % 50:
            yield {"subject": f"sea:vessel{n}", "predicate": "succeeds", "object": f"sea:vessel{n - 1}"}
            yield {"subject": f"sea:captain{n - 1}", "predicate": "mentors", "object": f"sea:captain{n}"}
        for call in range(CALLS):
            yield {"subject": f"sea:vessel{n}", "predicate": "calls_at",
                   "object": f"sea:port{(n * CALLS + call) % ports}",
                   "purpose": ("loading", "unloading", "repair")[call % 3],
                   "cargo": random.randint(0, 9000), "since": f"20{call:02}-{n % 12 + 1:02}-11"}  # fmt: skip
    for n in range(1, ports):
        yield {"subject": f"sea:port{n}", "predicate": "lies_in", "object": f"sea:port{n // 10}"}


def write(directory: Path, statements: int, seed: int = 0) -> Path:
    """The dataset as a directory."""
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "ontology.yaml").write_text(ONTOLOGY, encoding="utf-8")
    streams = {name: (directory / name).open("w", encoding="utf-8") for name in FILES}
    for name, record in sea_trade(statements, seed):
        streams[name].write(json.dumps(record) + "\n")
    for stream in streams.values():
        stream.close()
    return directory
