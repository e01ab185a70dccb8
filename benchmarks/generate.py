"""A seeded graph of organisations: the same records for every server, and the variables that queries are sent with.

Each relation says what it says once, and cites one to three documents. Records are plain dictionaries in the KGX
convention: nodes `id category name …`, edges `id subject predicate object …`, documents `id title published`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import orjson

SIZES = {"1k": (1_000, 4_000), "100k": (100_000, 400_000), "1M": (1_000_000, 4_000_000)}
"""Name -> entities (documents among them) and relations."""
SHARES = {"person": 0.30, "company": 0.30, "lab": 0.05, "model": 0.15, "product": 0.10, "device": 0.02}
COUNTRIES = "US DE FR GB JP KR CN IN CA IL SE CH NL ES IT BR".split()  # noqa: SIM905
FIRST = "Ada Alan Barbara Claude Donald Edsger Frances Grace Hedy Ivan Jean Karen Linus Margaret Niklaus Olga".split()  # noqa: SIM905
LAST = "Almeida Bauer Chen Dubois Eriksson Fischer Garcia Haddad Ito Jansen Kim Lopez Meyer Novak Okafor Rossi".split()  # noqa: SIM905
STEM = "Aero Bright Cobalt Delta Ember Falcon Granite Helio Indigo Juniper Kestrel Lumen Meridian Nova Orbit".split()  # noqa: SIM905
TAIL = "Works Systems Holdings Labs Industries Dynamics Networks Robotics Analytics Energy".split()  # noqa: SIM905
FIELDS = ["language", "vision", "robotics", "speech", "biology", "materials"]
STATUS = ["announced", "shipping", "retired"]
HUB, BIG, USUAL = 50, 10, 5
"""Companies that a holding owns: every 301st, every 7th, and any other."""
VARIABLES = 64

Row = dict[str, Any]
Fact = tuple[str, str, str, Row]


class Graph:
    """The records of one size; those of a kind are the same whenever they are asked for, one kind at a time."""

    def __init__(self, size: str, seed: int = 7) -> None:
        total, self.relations = SIZES[size]
        self.counts = {kind: int(total * share) for kind, share in SHARES.items()}
        self.counts["document"] = total - sum(self.counts.values())
        self.seed = seed
        self.random = Random()

    def below(self, kind: str) -> int:
        return int(self.random.random() * self.counts[kind])

    def pick(self, words: list[str]) -> str:
        return words[int(self.random.random() * len(words))]

    def nodes(self) -> Iterator[Row]:
        self.random.seed(f"{self.seed} nodes")
        for kind, count in self.counts.items():
            if kind != "document":
                for i in range(count):
                    name, slots = getattr(self, kind)(i)
                    yield {"id": ident(kind, i), "category": [kind.capitalize()], "name": f"{name} {i}", **slots}

    def person(self, _: int) -> tuple[str, Row]:
        name = f"{self.pick(FIRST)} {self.pick(LAST)}"
        return name, {"country": self.pick(COUNTRIES), "born_year": self.year(1940, 65)}

    def company(self, i: int) -> tuple[str, Row]:
        slots = {"country": self.pick(COUNTRIES), "founded_year": self.year(1900, 125)}
        revenue = round(self.random.random() ** 3 * 1e5 + 0.25, 2)
        tier = "holding" if i % 10 < 7 else "operating"
        return f"{self.pick(STEM)} {self.pick(TAIL)}", slots | {"revenue": revenue, "tier": tier}

    def lab(self, _: int) -> tuple[str, Row]:
        return f"{self.pick(STEM)} Lab", {"country": self.pick(COUNTRIES), "field": self.pick(FIELDS)}

    def model(self, _: int) -> tuple[str, Row]:
        parameters = round(10 ** (self.random.random() * 3) + 0.25, 2)
        slots = {"released_year": self.year(2015, 11), "parameters": parameters, "field": self.pick(FIELDS)}
        return f"{self.pick(STEM)} Model", slots

    def product(self, _: int) -> tuple[str, Row]:
        return f"{self.pick(STEM)} Product", {
            "launched_year": self.year(2005, 20),
            "kind": self.pick(["app", "api", "suite"]),
        }

    def device(self, _: int) -> tuple[str, Row]:
        return f"{self.pick(STEM)} Device", {
            "launched_year": self.year(2005, 20),
            "kind": self.pick(["phone", "car", "robot"]),
        }

    def year(self, first: int, span: int) -> int:
        return first + int(self.random.random() * span)

    def date(self, first: int, span: int) -> str:
        return f"{self.year(first, span)}-{self.year(1, 12):02d}-{self.year(1, 28):02d}"

    def documents(self) -> Iterator[Row]:
        self.random.seed(f"{self.seed} documents")
        for i in range(self.counts["document"]):
            yield {"id": ident("document", i), "title": f"Report {i}", "published": self.date(2000, 25)}

    def edges(self) -> Iterator[Row]:
        """Just as many as the size says; what is left over after all that have a rule are careers."""
        self.random.seed(f"{self.seed} edges")
        for number, (subject, predicate, object_, qualifiers) in zip(range(self.relations), self.facts(), strict=False):
            sources = {ident("document", self.below("document")) for _ in range(1 + int(self.random.random() * 3))}
            yield {
                "id": f"e:{number:08d}",
                "subject": subject,
                "predicate": predicate,
                "object": object_,
                **qualifiers,
                "confidence": round(0.5 + self.random.random() / 2, 3),
                "publications": sorted(sources),
            }

    def facts(self) -> Iterator[Fact]:
        seen: set[tuple[str, str]] = set()
        last = ""
        for subject, predicate, object_, qualifiers in self.rules():
            if subject != last:
                seen.clear()
                last = subject
            if (predicate, object_) not in seen:
                seen.add((predicate, object_))
                yield subject, predicate, object_, qualifiers
        people, companies = self.counts["person"], self.counts["company"]
        for turn in range(companies):
            for i in range(people):
                since = self.year(1980, 40)
                dates = {"since": f"{since}-01-01", "until": f"{since + 1 + int(self.random.random() * 8)}-01-01"}
                yield ident("person", i), "employed_by", ident("company", (i * 7919 + turn * 101) % companies), dates

    def rules(self) -> Iterator[Fact]:
        """Facts of one subject come together, so that none is said twice."""
        for kind, facts in (
            ("lab", self.leading),
            ("lab", self.research),
            ("model", self.using),
            ("company", self.business),
        ):
            for i in range(self.counts[kind]):
                yield from facts(i)

    def leading(self, i: int) -> Iterator[Fact]:
        person, labs = ident("person", i), self.counts["lab"]
        targets = [ident("lab", i), *([ident("lab", (i + 1) % labs)] if i % 3 == 0 else [])]
        targets += [ident("company", (i * 7 + j) % self.counts["company"]) for j in range(1 + i % 2)]
        yield from ((person, "leads", target, {"since": self.date(2000, 25)}) for target in targets)

    def research(self, i: int) -> Iterator[Fact]:
        yield ident("lab", i), "part_of", ident("company", self.below("company")), {}
        for j in range(5):
            yield ident("lab", i), "develops", ident("model", (i * 3 + j) % self.counts["model"]), {}

    def using(self, i: int) -> Iterator[Fact]:
        start = self.below("product")
        targets = [ident("product", (start + j * 7) % self.counts["product"]) for j in range(3)]
        for target in (*targets, ident("device", self.below("device"))):
            yield ident("model", i), "powers", target, {"since": self.date(2016, 9), "status": self.pick(STATUS)}
        if i % 3:
            yield ident("model", i), "supersedes", ident("model", i - 1), {}

    def business(self, i: int) -> Iterator[Fact]:
        """What a company owns, if it is a holding, and two that it competes with."""
        companies = self.counts["company"]
        start, stride = 1 + self.below("company"), 1 + int(self.random.random() * 3)
        for j in range(owned(i) if i % 10 < 7 else 0):
            if (other := (i + start + j * stride) % companies) != i:
                share = round(0.01 + self.random.random() * 0.98, 4)
                yield ident("company", i), "owns", ident("company", other), {"share": share}
        for _ in range(2):
            if (other := self.below("company")) != i:
                yield ident("company", i), "competes_with", ident("company", other), {}


def owned(i: int) -> int:
    """How many companies a holding owns."""
    return HUB if i % 301 == 0 else BIG if i % 7 == 0 else USUAL


def ident(kind: str, i: int) -> str:
    return f"{kind}:{i:07d}"


def write_dataset(size: str, directory: Path) -> None:
    """The dataset as graphsvc reads it: the ontology, and three files of JSON lines."""
    directory.mkdir(parents=True, exist_ok=True)
    shutil.copy(Path(__file__).parent / "organisations" / "ontology.yaml", directory)
    graph = Graph(size)
    for name, rows in (("nodes", graph.nodes()), ("edges", graph.edges()), ("documents", graph.documents())):
        with (directory / f"{name}.jsonl").open("wb") as file:
            file.writelines(orjson.dumps(row) + b"\n" for row in rows)


def variables(size: str, seed: int = 11) -> dict[str, list[Row]]:
    """Query -> the variables of its requests, in their order."""
    counts, random = Graph(size).counts, Random(seed)
    holdings = [i for i in range(counts["company"]) if i % 10 < 7]

    def some(make: Any) -> list[Row]:
        return [make() for _ in range(VARIABLES)]

    def a(kind: str) -> str:
        return ident(kind, random.randrange(counts[kind]))

    def one_that_owns(number: int) -> str:
        return ident("company", random.choice([i for i in holdings if owned(i) == number]))

    def leader() -> str:
        return ident("person", random.randrange(counts["lab"]))

    def country() -> str:
        return random.choice(COUNTRIES[:8])

    return {
        "Q1": some(lambda: {"id": a("person")}),
        "Q2": some(lambda: {"id": one_that_owns(BIG)}),
        "Q3": some(lambda: {"id": leader()}),
        "Q4": some(lambda: {"country": country(), "minYear": 1960, "ownedCountry": country(), "first": 20}),
        "Q5": some(lambda: {"country": country(), "first": 10}),
        "Q6": some(lambda: {"id": one_that_owns(HUB)}),
        "Q7": [{"tier": "holding", "first": 200, "owned": 5}] * 4,
        "Q8": some(lambda: {"person": leader(), "company": a("company")}),
    }
