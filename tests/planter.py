"""Plants faults in the made-up sea trade, each at a known line: what `test_planted` is made of. Knows no rule."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from tests.sea_trade import FILES, ONTOLOGY, Record, sea_trade

SIZE, TIMES = 9000, 6
DOCUMENTS, NODES, EDGES = FILES
STATEMENTS, SCHEMA = "statements.yaml", "ontology.yaml"
TEXT = "The first ship came in.\n\nThe second one did not.\n"
Place = tuple[str, int]
Plant = Callable[["Sea"], Place]


@dataclass
class Sea:
    """A made-up dataset to spoil: its lines by file. No record is spoiled twice, and none that others rely on."""

    random: Random
    files: dict[str, list[Any]] = field(
        default_factory=lambda: {name: [] for name in (DOCUMENTS, NODES, EDGES, STATEMENTS)}
    )
    used: set[object] = field(default_factory=set)

    @classmethod
    def made(cls, seed: int) -> Sea:
        sea = cls(Random(seed))
        for name, record in sea_trade(SIZE, seed):
            sea.files[name].append(record)
        sea.files[SCHEMA] = ONTOLOGY.splitlines()
        for number in range(TIMES + 1):
            document = {"id": f"doc:log{number}", "file": f"log{number}.txt", "sha256": digest(TEXT)}
            sea.files[DOCUMENTS].append(document)
            cites(document=document["id"])(sea)
        for age in ("old", "older"):
            sea.add(DOCUMENTS, {"id": f"doc:{age}", "publisher": age, "published": "1950"})
            sea.statement(
                "sea:vessel0", "calls_at", "sea:port20", {"cargo": 1, "purpose": "repair"}, document=f"doc:{age}"
            )
        for number in range(10):
            sea.used |= {f"sea:{kind}{number}" for kind in ("port", "captain", "carrier", "vessel")}
        return sea

    def add(self, file: str, record: object) -> Place:
        self.files[file].append(record)
        return file, len(self.files[file])

    def pick(self, file: str, fits: Callable[[Record], object]) -> tuple[Record, Place]:
        """A record that nothing was done to, and its place."""
        lines = self.files[file]
        for index in self.random.sample(range(len(lines)), len(lines)):
            record = lines[index]
            if isinstance(record, dict) and record.get("id") not in self.used and fits(record):
                self.used.add(record.get("id"))
                return record, (file, index + 1)
        raise AssertionError("the made-up sea is too small")

    def node(self, category: str) -> tuple[Record, Place]:
        return self.pick(NODES, lambda node: node["category"] == [category] and not node["name"].startswith("Tug"))

    def edge(self, predicate: str) -> tuple[Record, Place]:
        """One with ends of its own, so that what is planted on it meets nothing else."""
        edge, place = self.pick(
            EDGES, lambda one: one["predicate"] == predicate and self.used.isdisjoint((one["subject"], one["object"]))
        )
        if predicate != "calls_at":
            self.used |= {edge["subject"], edge["object"]}
        return edge, place

    def relate(self, subject: str, predicate: str, object: str, **facts: object) -> Place:
        edge = {"id": f"sea:x{len(self.files[EDGES])}", "subject": subject, "predicate": predicate, "object": object}
        return self.add(EDGES, edge | facts | {"publications": ["doc:1", "doc:2"]})

    def statement(self, subject: str, predicate: str, object: str, qualifiers: Record, **reference: object) -> Place:
        said = {"subject": subject, "predicate": predicate, "object": object, "qualifiers": qualifiers}
        return self.add(STATEMENTS, said | {"references": [reference]})

    def port(self, name: str = "", within: str = "", **facts: object) -> tuple[str, Place]:
        """A port of its own, and where it stands."""
        id = f"sea:haven{len(self.files[NODES])}"
        node = {"id": id, "category": ["Port"], "name": name or id, "berths": ["a", "b"], "publications": ["doc:1"]}
        place = self.add(NODES, node | facts)
        if within:
            self.relate(str(facts.get("id", id)), "lies_in", within)
        return id, place

    def write(self, directory: Path) -> Path:
        dataset, texts = directory / "dataset", directory / "texts"
        dataset.mkdir()
        texts.mkdir()
        for number in range(TIMES + 1):
            (texts / f"log{number}.txt").write_text(TEXT, encoding="utf-8")
        for name, lines in self.files.items():
            start = "- " if name == STATEMENTS else ""
            told = (start + (line if isinstance(line, str) else json.dumps(line)) for line in lines)
            (dataset / name).write_text("\n".join(told) + "\n", encoding="utf-8")
        return dataset


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def node(kind: str, **changes: object) -> Plant:
    """Changes columns of a node; without those that are changed to None."""

    def plant(sea: Sea) -> Place:
        return changed(*sea.node(kind), changes)

    return plant


def edge(relation: str, **changes: object) -> Plant:
    def plant(sea: Sea) -> Place:
        return changed(*sea.edge(relation), changes)

    return plant


def changed(record: Record, place: Place, changes: dict[str, object]) -> Place:
    record |= changes
    for key in [key for key, value in record.items() if value is None]:
        del record[key]
    return place


def raw(file: str, line: str) -> Plant:
    return lambda sea: sea.add(file, line)


def second(file: str, fits: Callable[[Record], object], **changes: object) -> Plant:
    """One more record of an id that another has."""

    def plant(sea: Sea) -> Place:
        return sea.add(file, {**sea.pick(file, fits)[0], **changes})

    return plant


def another(predicate: str, ends: Callable[[Record], Record], last: bool = True) -> Plant:
    """One more edge that quarrels with an old one; the place is its own, or that of the old one."""

    def plant(sea: Sea) -> Place:
        record, place = sea.edge(predicate)
        added = sea.add(EDGES, {**record, "id": f"sea:x{len(sea.files[EDGES])}", **ends(record)})
        return added if last else place

    return plant


def turned(edge: Record) -> Record:
    return {"subject": edge["object"], "object": edge["subject"]}


def other_flag(sea: Sea) -> Place:
    record, place = sea.node("Vessel")
    value = next(flag for flag in ("red", "white") if flag != record["flag"])
    said = {"subject": record["id"], "predicate": "flag", "value": value, "references": [{"document": "doc:1"}]}
    sea.add(STATEMENTS, said)
    return place


def cites(**reference: object) -> Plant:
    """A vessel of its own calls at a port, as a document says."""

    def plant(sea: Sea) -> Place:
        number = len(sea.files[STATEMENTS])
        tug = {
            "id": f"sea:tug{number}",
            "category": ["Vessel"],
            "name": f"Tug {number}",
            "hull_number": f"HN9{number:06}",
        }
        sea.add(NODES, tug | {"publications": ["doc:1"]})
        sound = {"document": "doc:log1", "locator": "p1:4-14", "digest": digest("first ship")}
        return sea.statement(str(tug["id"]), "calls_at", "sea:port0", {"purpose": "repair"}, **sound | reference)

    return plant


def document(**changes: object) -> Plant:
    def plant(sea: Sea) -> Place:
        return changed(*sea.pick(DOCUMENTS, lambda one: "file" in one and one["id"] != "doc:log1"), changes)

    return plant


def in_slots(texts: list[str], first: str) -> Plant:
    """The slots from one on say something more, one text each."""

    def plant(sea: Sea) -> Place:
        lines = sea.files[SCHEMA]
        start = next(at for at, line in enumerate(lines) if line.startswith(f"  {first}: "))
        at, text = next(pair for pair in enumerate(texts, start) if pair[1] not in lines[pair[0]])
        lines[at] = f"{lines[at][:-1]}{', ' * (lines[at][-2] != '{')}{text}}}"
        return SCHEMA, at + 1

    return plant


def pair(kind: str, spoil: Callable[[Record, Record], Record]) -> Plant:
    """The later of two nodes gets what the earlier makes wrong."""

    def plant(sea: Sea) -> Place:
        (one, first), (other, place) = sorted((sea.node(kind), sea.node(kind)), key=lambda found: found[1])
        assert first < place
        return changed(other, place, spoil(one, other))

    return plant


def party(sea: Sea) -> Place:
    id = f"sea:party{len(sea.files[NODES])}"
    sea.relate(id, "holds", sea.node("Carrier")[0]["id"], stake=0.001)
    return sea.add(NODES, {"id": id, "category": ["Party"], "name": id})


def bad_prefix(sea: Sea) -> Place:
    return sea.port(within="sea:port0", id=f"see:haven{len(sea.files[NODES])}")[1]


def self_loop(sea: Sea) -> Place:
    id, _ = sea.port(within="sea:port0")
    return sea.relate(id, "lies_in", id)


def ring(sea: Sea) -> Place:
    """Three ports, each of which lies in the next."""
    first, second, third = (sea.port()[0] for _ in range(3))
    sea.relate(first, "lies_in", second)
    sea.relate(second, "lies_in", third)
    sea.relate(third, "lies_in", "sea:port0")
    return sea.relate(third, "lies_in", first)


def shortcut(sea: Sea) -> Place:
    middle, _ = sea.port(within="sea:port0")
    id, _ = sea.port(within=middle)
    return sea.relate(id, "lies_in", "sea:port0")


def alone(sea: Sea) -> Place:
    return sea.port()[1]


def two_alone(sea: Sea) -> Place:
    id, place = sea.port()
    sea.port(within=id)
    return place


def lookalike(sea: Sea) -> Place:
    return sea.port(sea.node("Port")[0]["name"].replace(" ", "-").upper(), within="sea:port0")[1]


def steps_back(sea: Sea) -> Place:
    charter, _ = sea.edge("charters")
    charter["until"] = "2021"
    return sea.relate(charter["subject"], "charters", charter["object"], since="2022", status="planned")


def younger(sea: Sea) -> Place:
    """A vessel succeeds one that was launched after it."""
    older, _ = sea.pick(NODES, lambda one: "1952" < one.get("launched", "") < "1960")
    newer, _ = sea.pick(NODES, lambda one: one.get("launched", "") > "1980")
    return sea.relate(older["id"], "succeeds", newer["id"])


def other_file(sea: Sea) -> Place:
    sea.files["edges.ndjson"] = [{}]
    return "edges.ndjson", 0


def said(**keys: object) -> Plant:
    """A statement that cannot be read."""
    call = {
        "subject": "sea:vessel1",
        "predicate": "calls_at",
        "object": "sea:port1",
        "qualifiers": {"purpose": "repair"},
    }
    return lambda sea: sea.add(STATEMENTS, {key: value for key, value in (call | keys).items() if value is not None})


def retold(sea: Sea) -> Place:
    """A statement without an id, once more with another rank."""
    port, purpose = f"sea:port{40 + len(sea.files[STATEMENTS]) % 30}", {"purpose": "repair"}
    sea.statement("sea:vessel1", "calls_at", port, purpose, document="doc:1")
    return said(object=port, rank="deprecated")(sea)
