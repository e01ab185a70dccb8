"""Faults planted at known lines of data that the checker has never seen: each is found, and nothing without them.

Shares no code with the rules. A further rule is one more entry in `PLANTS`: its name, and what spoils a record.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from graphsvc.checks.run import check
from graphsvc.load.read import read_dataset
from tests.sea_trade import FILES, ONTOLOGY, Record, sea_trade

SIZE, TIMES = 4000, 10
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
        for number in range(5):
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


def second(file: str, category: str = "", predicate: str = "") -> Plant:
    """One more record of an id that another has."""

    def plant(sea: Sea) -> Place:
        if file == NODES:
            record, _ = sea.node(category)
            return sea.add(NODES, {key: record[key] for key in ("id", "category", "name")})
        record, _ = sea.edge(predicate) if file == EDGES else sea.pick(DOCUMENTS, lambda one: "title" in one)
        return sea.add(file, {**record, "title": "Another"} if file == DOCUMENTS else record)

    return plant


def another(predicate: str, ends: Callable[[Record], Record], last: bool = False) -> Plant:
    """One more edge that quarrels with an old one; the place is the old one's, or that of the `last`."""

    def plant(sea: Sea) -> Place:
        record, place = sea.edge(predicate)
        added = sea.add(EDGES, {**record, "id": f"sea:x{len(sea.files[EDGES])}", **ends(record)})
        return added if last else place

    return plant


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
        call = {
            "subject": tug["id"],
            "predicate": "calls_at",
            "object": "sea:port0",
            "qualifiers": {"purpose": "repair"},
        }
        return sea.add(STATEMENTS, call | {"references": [sound | reference]})

    return plant


def document(**changes: object) -> Plant:
    def plant(sea: Sea) -> Place:
        return changed(*sea.pick(DOCUMENTS, lambda one: "file" in one and one["id"] != "doc:log1"), changes)

    return plant


def metaslot(sea: Sea) -> Place:
    """A slot says something of its own that graphsvc does not read."""
    lines, number = sea.files[SCHEMA], sum("# not read" in line for line in sea.files[SCHEMA])
    at = lines.index("slots:") + 1 + number
    lines[at] = f"{lines[at][:-1]}, {NOT_READ[number]}: 'a'}}  # not read"
    return SCHEMA, at + 1


NOT_READ = [
    "equals_expression",
    "equals_number",
    "has_member",
    "all_members",
    "none_of",
    "exactly_one_of",
    "reflexive",
    "ifabsent",
    "array",
    "locally_reflexive",
]
PLANTS: dict[str, list[Plant]] = {
    "unreadable-record": [raw(EDGES, '{"subject": "sea:vessel1"'), raw(NODES, "[]")],
    "missing-key": [raw(EDGES, '{"subject": "sea:vessel1", "object": "sea:port1"}')],
    "bad-id": [raw(EDGES, '{"subject": "sea: 1", "predicate": "holds", "object": "sea:carrier1"}')],
    "duplicate-key": [raw(NODES, '{"id": "sea:n", "name": "One", "name": "Two"}')],
    "duplicate-id": [second(NODES, "Port"), second(DOCUMENTS), second(EDGES, predicate="calls_at")],
    "dangling-end": [edge("calls_at", object="sea:atlantis"), edge("calls_at", subject="sea:dutchman")],
    "dangling-document": [cites(document="doc:burnt", locator=None, digest=None)],
    "unknown-class": [node("Vessel", category=["Vesel"]), node("Port", category=None)],
    "abstract-class": [node("Carrier", category=["Party"]), node("Seafarer", category=["Thing"])],
    "ambiguous-class": [node("Vessel", category=["Vessel", "Port"])],
    "unknown-predicate": [edge("calls_at", predicate="cals_at"), edge("calls_at", weather="calm"),
                          node("Vessel", mast=3)],
    "domain-violation": [edge("calls_at", subject="sea:captain1"), edge("calls_at", subject="sea:port2")],
    "range-violation": [edge("calls_at", object="sea:captain2"), edge("calls_at", object="sea:carrier3")],
    "missing-required": [node("Vessel", hull_number=None), node("Port", name=None), edge("calls_at", purpose=None)],
    "invalid-value": [
        node("Vessel", tonnage="heavy"),
        node("Vessel", flag="green"),
        node("Vessel", hull_number="HN1"),
        node("Seafarer", born="in spring"),
        node("Carrier", staff=-1),
        node("Carrier", website="not a page"),
        edge("calls_at", cargo=-5),
        edge("calls_at", purpose="fishing"),
        edge("calls_at", since="2024-13"),
    ],
    "cycle": [
        another("holds", lambda held: {"subject": held["object"], "object": held["subject"], "stake": 0.001}),
    ],
    "share-sum": [another("holds", lambda _: {"subject": "sea:captain4", "stake": 0.995}, last=True)],
    "several-values": [another("commands", lambda _: {"subject": "sea:captain3"}), other_flag],
    "conflicting-qualifier": [another("calls_at", lambda call: {"purpose": "fishing", "cargo": call["cargo"] + 1})],
    "unsourced-statement": [edge("calls_at", publications=None)],
    "misquoted-span": [cites(digest=digest("last ship")), cites(locator="p9:4-14"), cites(locator="page one")],
    "unmatched-document": [document(sha256=digest("another text")), document(file="lost.txt")],
    "ontology-note": [metaslot],
}  # fmt: skip


def planted(sea: Sea) -> Iterator[tuple[str, str, int]]:
    """(Rule, file, line) of each fault."""
    for rule, plants in PLANTS.items():
        for number in range(TIMES):
            yield rule, *plants[number % len(plants)](sea)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_each_planted_fault_is_found_and_nothing_without_them(seed: int, tmp_path: Path) -> None:
    clean, spoilt = tmp_path / "clean", tmp_path / "spoilt"
    for directory in (clean, spoilt):
        directory.mkdir()
    findings = check(read_dataset(Sea.made(seed).write(clean)), documents=clean / "texts")
    assert [each for each in findings if each.severity != "info"] == []
    sea = Sea.made(seed)
    faults = list(planted(sea))
    dataset = sea.write(spoilt)
    findings = check(read_dataset(dataset), documents=spoilt / "texts")
    found = {(each.rule, Path(each.position.file).name, each.position.line) for each in findings}
    assert len(set(faults)) >= 200
    assert [fault for fault in faults if fault not in found] == []
