"""Faults planted at known lines of data that the checker has never seen: each is found, and nothing without them.

Shares no code with the rules. A further rule is one more entry in `PLANTS`: its name, and what spoils a record; records
that cannot be read are planted apart from the others, for where some are missing several rules are silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphsvc.checks.catalogue import DOCUMENTED
from graphsvc.checks.rule import Finding
from graphsvc.checks.run import check
from graphsvc.load.read import read_dataset
from graphsvc.records import REJECTIONS
from tests.planter import (
    DOCUMENTS,
    EDGES,
    NODES,
    TIMES,
    Plant,
    Sea,
    alone,
    another,
    bad_prefix,
    cites,
    digest,
    document,
    edge,
    in_slots,
    lookalike,
    node,
    other_file,
    other_flag,
    pair,
    party,
    raw,
    retold,
    ring,
    said,
    second,
    self_loop,
    shortcut,
    steps_back,
    turned,
    two_alone,
    younger,
)

NOT_READ = ["equals_expression: a", "equals_number: 1", "has_member: a", "all_members: a", "none_of: a",
            "exactly_one_of: a", "reflexive: true", "ifabsent: a"]  # fmt: skip
MISSPELT = [
    f"annotations: {{{name}: a}}"
    for name in ("stale_afer", "plurals", "precisions", "verdicts", "check_single_sources", "share_slots", "acylic")
]
LONG = "x" * 1001
UNREADABLE: dict[str, list[Plant]] = {
    "unreadable-record": [raw(EDGES, '{"subject": "sea:vessel1"'), raw(NODES, "[]")],
    "unknown-key": [said(colour="red"), raw(DOCUMENTS, '{"id": "doc:n", "author": "N"}')],
    "duplicate-key": [raw(NODES, '{"id": "sea:n", "name": "One", "name": "Two"}')],
    "missing-key": [raw(EDGES, '{"subject": "sea:vessel1", "object": "sea:port1"}'), said(object=None)],
    "wrong-type": [raw(NODES, '{"id": "sea:n", "name": ["One"]}'), said(qualifiers="repair")],
    "bad-text": [raw(NODES, '{"id": "sea:n", "name": "One\\u0007"}')],
    "bad-id": [raw(EDGES, '{"subject": "sea: 1", "predicate": "holds", "object": "sea:carrier1"}')],
    "bad-name": [said(predicate=LONG), raw(NODES, f'{{"id": "sea:n", "{LONG}": 1}}')],
    "bad-number": [raw(NODES, '{"id": "sea:n", "tonnage": 1e999}')],
    "bad-rank": [said(rank="best")],
    "bad-value-kind": [said(object=None, value_kind="none")],
    "bad-confidence": [said(confidence=2), said(confidence="high")],
    "object-and-value": [said(value=1)],
    "differing-duplicate": [retold],
    "unknown-file": [other_file],
}  # fmt: skip
PLANTS: dict[str, list[Plant]] = {
    "duplicate-id": [second(NODES, lambda one: one["category"] == ["Carrier"], name="Another"),
                     second(DOCUMENTS, lambda one: "title" in one, title="Another"),
                     second(EDGES, lambda one: one["predicate"] == "calls_at", purpose="repair", cargo=1)],
    "ontology-note": [in_slots(NOT_READ, "id")],
    "repeated-record": [second(NODES, lambda one: one["category"] == ["Carrier"]),
                        second(DOCUMENTS, lambda one: "title" in one),
                        second(EDGES, lambda one: one["predicate"] == "calls_at")],
    "unusable-annotation": [in_slots(MISSPELT, "rank_held")],
    "dangling-end": [edge("calls_at", object="sea:atlantis"), edge("calls_at", subject="sea:dutchman")],
    "dangling-document": [cites(document="doc:burnt", locator=None, digest=None)],
    "uncited-document": [lambda sea: sea.add(DOCUMENTS, {"id": f"doc:u{len(sea.files[DOCUMENTS])}"})],
    "unknown-class": [node("Vessel", category=["Vesel"]), node("Vessel", category=None)],
    "abstract-class": [party],
    "ambiguous-class": [node("Vessel", category=["Vessel", "Port"])],
    "unknown-predicate": [edge("calls_at", predicate="cals_at"), node("Vessel", mast=3)],
    "domain-violation": [edge("calls_at", subject="sea:captain1"), edge("calls_at", subject="sea:port2")],
    "range-violation": [edge("calls_at", object="sea:captain2"), edge("calls_at", object="sea:carrier3")],
    "missing-required": [node("Vessel", hull_number=None), node("Carrier", name=None), edge("calls_at", purpose=None)],
    "invalid-value": [node("Vessel", tonnage="heavy"), node("Carrier", staff="many"),
                      node("Carrier", website="not a page")],
    "unknown-qualifier": [edge("calls_at", weather="calm")],
    "misplaced-slot": [node("Carrier", launched="1990")],
    "pattern-mismatch": [node("Vessel", hull_number="HN1"), node("Port", country="Brazil")],
    "unlisted-value": [node("Vessel", flag="green"), edge("calls_at", purpose="fishing")],
    "out-of-bounds": [node("Carrier", staff=-1), edge("calls_at", cargo=-5)],
    "bad-curie": [bad_prefix],
    "unparseable-date": [node("Seafarer", born="in spring"), edge("calls_at", since="2024-13")],
    "inverted-interval": [edge("charters", since="2015", until="2014"), node("Vessel", launched="1970/1960")],
    "too-many-values": [node("Port", berths=["a", "b", "c", "d"]), edge("calls_at", cargo=[1, 2])],
    "too-few-values": [node("Port", berths="a")],
    "repeated-key": [pair("Vessel", lambda one, _: {"hull_number": one["hull_number"]})],
    "cycle": [another("holds", lambda held: turned(held) | {"stake": 0.001})],
    "share-sum": [another("holds", lambda _: {"subject": "sea:captain4", "stake": 0.995})],
    "self-loop": [self_loop],
    "mutual-relation": [another("mentors", turned)],
    "mirrored-statement": [another("allied_with", turned)],
    "transitive-contradiction": [ring],
    "inconsistent-inverse": [another("charters", lambda one: turned(one) | {"predicate": "chartered_by",
                                                                           "price": one["price"] + 1}, last=False)],
    "exclusive-relations": [another("allied_with", lambda _: {"predicate": "rival_of"})],
    "duplicate-statement": [another("calls_at", lambda _: {})],
    "redundant-statement": [shortcut],
    "several-values": [another("commands", lambda _: {"subject": "sea:captain3"}, last=False), other_flag],
    "conflicting-qualifier": [another("calls_at", lambda call: {"cargo": call["cargo"] + 1}, last=False)],
    "no-best-value": [node("Carrier", slogan=["Go", "Come"])],
    "outside-life": [edge("commands", since="1920"), edge("calls_at", since="1901")],
    "overlapping-succession": [younger],
    "backward-status": [steps_back],
    "unsourced-statement": [edge("calls_at", publications=None)],
    "misquoted-span": [cites(digest=digest("last ship")), cites(locator="p9:4-14"), cites(locator="page one")],
    "unmatched-document": [document(sha256=digest("another text")), document(file="lost.txt")],
    "missing-locator": [cites(locator=None, digest=None)],
    "single-source": [edge("charters", publications=["doc:1"])],
    "stale-claim": [edge("charters", publications=["doc:old", "doc:older"])],
    "probable-duplicate": [lookalike],
    "shared-alias": [pair("Carrier", lambda one, _: {"synonym": [one["name"]]})],
    "isolated-entity": [alone],
    "cut-off-component": [two_alone],
}  # fmt: skip
ONCE = {"unknown-file"}
NOT_PLANTED = {
    "not-loaded": "needs a database",
    "only-in-database": "needs a database",
    "differing-row": "needs a database",
    "expired-waiver": "of checks.yaml, not of the data",
    "unused-waiver": "of checks.yaml, not of the data",
}


def planted(sea: Sea, plants: dict[str, list[Plant]]) -> Iterator[tuple[str, str, int]]:
    """(Rule, file, line) of each fault."""
    for rule, several in plants.items():
        for number in range(1 if rule in ONCE else TIMES):
            yield rule, *several[number % len(several)](sea)


def found(directory: Path, sea: Sea) -> dict[tuple[str, str, int], Finding]:
    directory.mkdir()
    findings = check(read_dataset(sea.write(directory)), documents=directory / "texts")
    return {(each.rule, Path(each.position.file).name, each.position.line): each for each in findings}


def test_every_rule_is_planted_or_says_why_not() -> None:
    names = {rule.name for rule in DOCUMENTED}
    assert PLANTS.keys() | {"unreadable-record"} | NOT_PLANTED.keys() == names
    assert UNREADABLE.keys() == REJECTIONS.keys()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_each_planted_fault_is_found_and_nothing_without_them(seed: int, tmp_path: Path) -> None:
    assert found(tmp_path / "clean", Sea.made(seed)) == {}
    count = 0
    for name, plants in (("spoilt", PLANTS), ("unreadable", UNREADABLE)):
        sea = Sea.made(seed)
        faults = list(planted(sea, plants))
        after = found(tmp_path / name, sea)
        assert [fault for fault in faults if fault not in after] == []
        assert [after[place] for place in after.keys() - {*faults}] == []
        count += len({*faults})
    assert count >= 200
