"""Claims, verdicts and conflicts, as tables of small datasets: `fact("s1", "ann leads meta", since="2025")`."""

from __future__ import annotations

import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsvc.errors import OntologyError, Position
from graphsvc.linkml import read_ontology
from graphsvc.ontology import Ontology
from graphsvc.records import Dataset, Document, Entity, Rank, Reference, Statement, ValueKind, stable_id
from graphsvc.values import Value, agree, canonical, parse_edtf
from graphsvc.verdict import Claim, Conflict, Decision, Judgement, decide, judge, statement_intervals

ONTOLOGY = """
id: https://example.org/small
name: small
prefixes: {linkml: https://w3id.org/linkml/, edtf: http://id.loc.gov/datatypes/edtf/}
imports: [linkml:types]
default_range: string
types: {edtf: {typeof: string, uri: edtf:EDTF}}
classes:
  Thing: {abstract: true, slots: [id, category, name]}
  Person: {is_a: Thing, slots: [born]}
  Company: {is_a: Thing, slots: [users, motto, fields, founded, fixed]}
  Tiny: {is_a: Company, slot_usage: {fields: {multivalued: false}}}
  Relationship: {abstract: true, represents_relationship: true, slots: [id, subject, predicate, object]}
  Leading:
    is_a: Relationship
    represents_relationship: true
    slots: [role, since, until, topics, share]
    slot_usage: {predicate: {equals_string: leads}}
  Owning:
    is_a: Relationship
    represents_relationship: true
    slots: [share, start, end, trust, standing]
    slot_usage: {predicate: {equals_string: owns}}
    annotations: {interval_start: start, interval_end: end, rank_slot: standing, confidence_slot: trust}
slots:
  id: {identifier: true}
  category: {multivalued: true}
  name: {}
  subject: {range: Thing}
  predicate: {}
  object: {range: Thing}
  born: {range: edtf}
  founded: {range: edtf}
  users: {range: decimal}
  motto: {annotations: {verdict: "recency, sources"}}
  fixed: {annotations: {temporal: false}}
  fields: {multivalued: true}
  leads: {domain: Person, range: Company, multivalued: true, inverse: led_by}
  led_by: {domain: Company, range: Person}
  owns: {domain: Thing, range: Company, multivalued: true}
  married_to: {domain: Person, range: Person, symmetric: true}
  based_in: {domain: Company, range: Thing}
  runs: {range: Company, inverse: run_by, annotations: {verdict: recency}}
  run_by: {range: Thing}
  role: {}
  topics: {multivalued: true}
  share: {range: decimal}
  trust: {range: decimal}
  standing: {}
  since: {range: edtf}
  until: {range: edtf}
  start: {range: edtf}
  end: {range: edtf}
"""
CLASSES = {"ann": "Person", "bob": "Person", "cy": "Person", "meta": "Company", "scale": "Company", "wee": "Tiny"}
WEIGHTS = ("rank", "confidence", "by", "via")
NOWHERE = Position("statements.yaml")


def fact(id: str, said: str, **details: Any) -> Statement:
    """`subject predicate object`, or `subject predicate =value`, `?` for some value and `-` for none."""
    subject, predicate, target = said.split(" ", 2)
    kind = {"?": ValueKind.SOME_VALUE, "-": ValueKind.NO_VALUE}.get(target, ValueKind.VALUE)
    known = kind is ValueKind.VALUE
    value = target[1:] if known and target.startswith("=") else None
    qualifiers = {name: each for name, each in details.items() if name not in WEIGHTS}
    return Statement(
        id=id,
        subject=subject,
        predicate=predicate,
        object=target if known and value is None else None,
        value=value,
        value_kind=kind,
        qualifiers=tuple((name, each if isinstance(each, tuple) else (each,)) for name, each in qualifiers.items()),
        rank=Rank(details.get("rank", "normal")),
        confidence=details.get("confidence"),
        references=tuple(
            Reference(document, None, None, details.get("via"), None, NOWHERE)
            for document in details.get("by", "").split()
        ),
        position=NOWHERE,
    )


def document(id: str, publisher: str | None = None, published: str | None = None) -> Document:
    return Document(id, None, publisher, None, published, None, None, NOWHERE)


DOCUMENTS = (
    document("wire1", "Wire", "2026-04-08"),
    document("wire2", " wire ", "2026-04-09"),
    document("post", "Post", "2026-04"),
    document("daily", "Daily", "2026-05-01"),
    document("blog", None, "soon"),
    document("note"),
)


@pytest.fixture(scope="module")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    return ontology_of(tmp_path_factory.mktemp("ontology"), ONTOLOGY)


def ontology_of(folder: Path, text: str) -> Ontology:
    path = folder / "ontology.yaml"
    path.write_text(text, encoding="utf-8")
    return read_ontology(path)


def dataset(ontology: Ontology, statements: Sequence[Statement]) -> Dataset:
    entities = tuple(Entity(id, (category,), id, (), (), NOWHERE) for id, category in CLASSES.items())
    return Dataset("small", ontology, entities, tuple(statements), DOCUMENTS)


def claims_of(judgement: Judgement) -> dict[str, Claim]:
    """Statement id -> its claim; every statement has just one."""
    pairs = [(statement.id, claim) for claim in judgement.claims for statement in claim.statements]
    assert len(pairs) == len(dict(pairs))
    return dict(pairs)


def told(conflict: Conflict) -> str:
    """`kind subject predicate[.qualifier]: side | side -> shown by decision`, sides as statement ids."""
    place = conflict.predicate + (f".{conflict.qualifier}" if conflict.qualifier else "")
    sides = " | ".join(" ".join(side) for side in conflict.candidates)
    return f"{conflict.kind} {conflict.subject} {place}: {sides} -> {conflict.shown} by {conflict.decided_by}"


# Which statements make one claim


@pytest.mark.parametrize(
    ("statements", "claims"),
    [
        pytest.param([fact("a", "ann leads meta"), fact("b", "meta led_by ann")], ["a b"], id="inverse"),
        pytest.param([fact("a", "bob married_to ann"), fact("b", "ann married_to bob")], ["a b"], id="symmetric"),
        pytest.param([fact("a", "meta users =14.30"), fact("b", "meta users =14.3")], ["a b"], id="exact-value"),
        pytest.param([fact("a", "meta users =14 ± 1"), fact("b", "meta users =14")], ["a", "b"], id="precision"),
        pytest.param([fact("a", "x foo y"), fact("b", "x foo y"), fact("c", "x foo =y")], ["a b", "c"], id="unknown"),
        pytest.param([fact("a", "meta users ?"), fact("b", "meta users -")], ["a", "b"], id="value-kinds"),
        pytest.param([fact("a", "meta users =many"), fact("b", "meta users =few")], ["a", "b"], id="unreadable"),
        pytest.param(
            [
                fact("a", "ann leads meta", since="2010", until="2013"),
                fact("b", "ann leads meta", since="2016"),
                fact("c", "ann leads meta", since="2009", until="2012"),
                fact("d", "ann leads meta", since="2018", until="2019"),
            ],
            ["a c", "b d"],
            id="overlap",
        ),
        pytest.param(
            [fact("a", "ann leads meta", until="2016-05-01"), fact("b", "ann leads meta", since="2016-05-01")],
            ["a", "b"],
            id="half-open",
        ),
        pytest.param(
            [fact(id, "ann leads meta", since="2016-05-01", until="2016-05-01") for id in "ab"],
            ["a b"],
            id="one-day",
        ),
        pytest.param(
            [fact("a", "ann leads meta", since="2010"), fact("b", "ann leads meta")], ["a b"], id="undated-joins"
        ),
        pytest.param(
            [
                fact("a", "ann leads meta", until="2010"),
                fact("b", "ann leads meta", since="2016"),
                fact("c", "ann leads meta"),
                fact("d", "ann leads meta"),
            ],
            ["a", "b", "c d"],
            id="undated-alone",
        ),
        pytest.param(
            [
                fact("a", "ann leads meta", until="2010"),
                fact("b", "ann leads meta", since="2016"),
                fact("c", "ann leads meta", since="2009", until="2020", rank="deprecated"),
                fact("d", "ann leads meta", since="2012", until="2013", rank="deprecated"),
            ],
            ["a", "b", "c d"],
            id="deprecated-bridges-nothing",
        ),
        pytest.param(
            [fact("a", "ann owns meta", start="2010", end="2011"), fact("b", "ann owns meta", start="2016")],
            ["a", "b"],
            id="interval-annotations",
        ),
        pytest.param(
            [fact("a", "ann owns meta", since="2010", until="2011"), fact("b", "ann owns meta", since="2016")],
            ["a b"],
            id="no-such-qualifier",
        ),
        pytest.param(
            [fact("a", "meta fixed =x", until="2011"), fact("b", "meta fixed =x", since="2016")],
            ["a b"],
            id="timeless",
        ),
        pytest.param(
            [fact("a", "meta motto =x", until="2011"), fact("b", "meta motto =x", since="2016")],
            ["a", "b"],
            id="attribute-in-time",
        ),
    ],
)
def test_statements_that_say_the_same_make_one_claim(
    ontology: Ontology, statements: list[Statement], claims: list[str]
) -> None:
    judgement = judge(dataset(ontology, statements))
    claims_of(judgement)
    assert sorted(" ".join(s.id for s in claim.statements) for claim in judgement.claims) == claims
    assert len({claim.id for claim in judgement.claims}) == len(claims)


def test_a_claim_sums_up_its_statements(ontology: Ontology) -> None:
    judgement = judge(
        dataset(
            ontology,
            [
                fact("a", "meta led_by ann", since="2025", confidence=0.4, by="wire1 post"),
                fact("b", "ann leads meta", since="2025-06", topics=("ai", "vr"), confidence=0.6, by="post"),
                fact("c", "ann leads meta", confidence=0.99, rank="deprecated", topics="tv"),
            ],
        )
    )
    (claim,) = judgement.claims
    assert (claim.subject, claim.predicate, claim.object, claim.value) == ("ann", "leads", "meta", None)
    assert (claim.rank, claim.confidence) == (Rank.NORMAL, 0.6)
    assert (claim.since, claim.until, claim.contested) == (parse_edtf("2025-06"), None, ())
    assert claim.qualifiers == {"since": (claim.since,), "topics": ("ai", "vr")}
    assert judgement.conflicts == ()


def test_the_first_episode_has_the_id_of_the_claim_without_dates(ontology: Ontology) -> None:
    early, late = fact("a", "ann leads meta", since="2010", until="2011"), fact("b", "ann leads meta", since="2016")
    plain = stable_id("small", "ann", "leads", "object:meta")
    assert [claim.id for claim in judge(dataset(ontology, [late])).claims] == [plain]
    several = claims_of(judge(dataset(ontology, [fact("c", "ann leads meta"), late, early])))
    assert [several[id].id for id in "abc"] == [
        plain,
        *(stable_id(plain, number) for number in "12"),
    ]


def test_rank_and_confidence_may_be_qualifiers(ontology: Ontology) -> None:
    statements = [
        fact("a", "ann owns meta", trust="0.9", standing="preferred"),
        fact("b", "ann owns meta", trust="0.5", confidence=0.7),
        fact("c", "bob owns meta", standing="odd"),
        fact("d", "cy owns meta", standing="preferred", rank="deprecated"),
    ]
    judgement = judge(dataset(ontology, statements))
    claim = claims_of(judgement)["a"]
    assert [(s.rank, s.confidence) for s in claim.statements] == [(Rank.PREFERRED, 0.9), (Rank.NORMAL, 0.7)]
    assert {name: [canonical(v) for v in values] for name, values in claim.qualifiers.items()} == {
        "trust": ["0.9"],
        "standing": ["preferred"],
    }
    assert [claims_of(judgement)[id].rank for id in "cd"] == [Rank.NORMAL, Rank.DEPRECATED]
    assert judgement.conflicts == ()


def test_what_breaks_its_type_shows_nowhere(ontology: Ontology) -> None:
    statements = [
        fact("a", "meta users =many"),
        fact("b", "meta users =14"),
        fact("c", "ann leads meta", since="soon", role="CEO"),
        fact("d", "ann leads =meta"),
    ]
    judgement = judge(dataset(ontology, statements[::-1]))
    assert [(s.id, name, fault.kind) for s, name, fault in judgement.faults] == [
        ("a", "users", "type"),
        ("c", "since", "date"),
        ("d", "leads", "type"),
    ]
    claims = claims_of(judgement)
    assert claims["a"].value is claims["d"].value is claims["d"].object is None
    assert claims["c"].qualifiers == {"role": ("CEO",)}
    assert [[canonical(v) for v in attribute.values] for attribute in judgement.attributes] == [["14"]]
    assert judgement.conflicts == ()


# Which side wins


@pytest.mark.parametrize(
    ("sides", "outcome", "scores"),
    [
        ([{"rank": "preferred"}, {"confidence": 1.0, "by": "wire1 post"}], "0 rank", "preferred normal"),
        ([{"confidence": 0.8}, {"confidence": 0.9}], "1 confidence", "0.8 0.9"),
        ([{"confidence": 0.8, "by": "wire1"}, {"by": "post daily"}], "1 sources", "1 2"),
        ([{"by": "wire1 wire2"}, {"by": "post note"}], "1 sources", "1 2"),
        ([{"by": "post daily", "via": "Wire"}, {"by": "wire1 note"}], "1 sources", "1 2"),
        ([{"by": "post daily", "via": "wire1"}, {"by": "blog note"}], "1 sources", "1 2"),
        ([{"by": "wire1"}, {"by": "daily"}], "1 recency", "2026-04-08 2026-05-01"),
        ([{"by": "post"}, {"by": "daily"}], "1 recency", "2026-04 2026-05-01"),
        ([{"by": "post"}, {"by": "wire2"}], "None undecided", "2026-04 2026-04-09"),
        ([{"by": "note wire1"}, {"by": "blog daily"}], "1 recency", "2026-04-08 2026-05-01"),
        ([{"by": "daily"}, {"by": "note"}], "None undecided", "2026-05-01 unknown"),
        ([{"by": "daily"}, {"by": "blog"}], "None undecided", "2026-05-01 unknown"),
        ([{}, {}], "None undecided", "unknown unknown"),
        ([{"by": "wire1"}, {"by": "daily"}, {"rank": "deprecated", "by": "post note"}], "1 recency", None),
        (
            [{"rank": "preferred", "confidence": 0.1}, {"rank": "preferred"}, {"confidence": 1.0}],
            "None undecided",
            None,
        ),
    ],
)
def test_the_first_step_that_leaves_one_side_decides(
    sides: list[dict[str, Any]], outcome: str, scores: str | None
) -> None:
    candidates = [[fact(str(index), "meta motto =x", **side)] for index, side in enumerate(sides)]
    decided_by, winner, steps = decide(candidates, {each.id: each for each in DOCUMENTS})
    assert f"{winner} {decided_by}" == outcome
    if scores:
        last = [step for step in steps if step.decision == decided_by] or steps[-1:]
        assert " ".join(last[0].scores) == scores


def test_a_policy_orders_the_steps(ontology: Ontology) -> None:
    candidates = [[fact("a", "meta motto =x", rank="preferred", by="wire1")], [fact("b", "meta motto =y", by="daily")]]
    documents = {each.id: each for each in DOCUMENTS}
    assert decide(candidates, documents, (Decision.RECENCY, Decision.RANK))[:2] == (Decision.RECENCY, 1)
    assert decide(candidates, documents, (Decision.CONFIDENCE,))[:2] == (Decision.UNDECIDED, None)
    judgement = judge(dataset(ontology, [candidate[0] for candidate in candidates]))
    assert [told(c) for c in judgement.conflicts] == ["value meta motto: a | b -> b by recency"]
    assert [step.decision for step in judgement.conflicts[0].steps] == [Decision.RECENCY, Decision.SOURCES]


def test_the_schema_may_set_the_policy(tmp_path: Path) -> None:
    changed = ontology_of(tmp_path, ONTOLOGY + "annotations: {verdict: confidence}\n")
    sides = [{"rank": "preferred", "confidence": 0.1}, {"confidence": 0.2}]
    said = [fact(str(index), f"ann born ={2000 + index}", **side) for index, side in enumerate(sides)]
    assert [told(c) for c in judge(dataset(changed, said)).conflicts] == ["value ann born: 0 | 1 -> 1 by confidence"]


@pytest.mark.parametrize(
    ("said", "instead"), [("name: small", "name: small\nannotations: {verdict: 'rank, oldest'}"), ("sources", "oldest")]
)
def test_an_unknown_step_is_refused_before_anything_is_judged(tmp_path: Path, said: str, instead: str) -> None:
    changed = ontology_of(tmp_path, ONTOLOGY.replace(said, instead, 1))
    with pytest.raises(OntologyError, match=r"'oldest'.*rank, confidence, sources, recency"):
        judge(dataset(changed, []))


# What attributes show


@pytest.mark.parametrize(
    ("statements", "shows", "conflicts"),
    [
        pytest.param([fact("a", "meta users =14")], "14", [], id="one"),
        pytest.param(
            [fact("a", "meta users =14 ± 0.5"), fact("b", "meta users =14.3"), fact("c", "meta users =14.8 ± 0.5")],
            "14.3",
            [],
            id="agreement",
        ),
        pytest.param(
            [fact("a", "meta users =14"), fact("b", "meta users =15")],
            "",
            ["value meta users: a | b -> None by undecided"],
            id="undecided",
        ),
        pytest.param(
            [
                fact("a", "meta users =14 ± 1", rank="preferred"),
                fact("b", "meta users =14.5"),
                fact("c", "meta users =20"),
            ],
            "14.5",
            ["value meta users: a b | c -> b by rank"],
            id="the-most-precise-of-the-winners-shows",
        ),
        pytest.param(
            [fact("a", "meta users =14"), fact("b", "meta users =15", rank="deprecated")],
            "14",
            [],
            id="aside",
        ),
        pytest.param([fact("a", "meta users =14", rank="deprecated")], "", [], id="only-deprecated"),
        pytest.param(
            [fact("a", "meta users -", by="post daily"), fact("b", "meta users =15")],
            "",
            ["value meta users: a | b -> a by sources"],
            id="no-value",
        ),
        pytest.param([fact("a", "meta users ?"), fact("b", "meta users =15")], "15", [], id="some-value"),
        pytest.param(
            [fact("a", "meta users ?", by="post"), fact("b", "meta users =15"), fact("c", "meta users -")],
            "",
            ["value meta users: b | c -> None by undecided"],
            id="some-value-backs-nobody",
        ),
        pytest.param(
            [fact("a", "meta users ?"), fact("b", "meta users -", rank="preferred")],
            "",
            ["value meta users: a | b -> b by rank"],
            id="some-or-none",
        ),
        pytest.param(
            [fact("a", "meta users ?"), fact("b", "meta users =15"), fact("c", "meta users =16", confidence=1.0)],
            "",
            ["value meta users: b | c -> None by undecided"],
            id="some-value-takes-no-side",
        ),
        pytest.param(
            [fact("a", "meta users =14", since="2025"), fact("b", "meta users =13", until="2025")],
            "14",
            [],
            id="the-last-in-time-shows",
        ),
        pytest.param(
            [
                fact("a", "meta users =1", until="2020"),
                fact("b", "meta users =2", since="2025", until="2025"),
                fact("c", "meta users =3", since="2021", until="2022"),
            ],
            "2",
            [],
            id="the-last-in-time-told-vaguely",
        ),
        pytest.param(
            [
                fact("a", "meta users =1", since="2010", until="2012"),
                fact("b", "meta users =2", since="2010", until="2012", rank="preferred"),
                fact("c", "meta users =3", since="2014"),
                fact("d", "meta users =4", since="2015"),
            ],
            "",
            ["value meta users: a | b -> b by rank", "value meta users: c | d -> None by undecided"],
            id="one-conflict-per-stretch",
        ),
        pytest.param(
            [fact("a", "meta founded =2004"), fact("b", "meta founded =2004-02~"), fact("c", "meta founded =2004-02")],
            "2004-02",
            [],
            id="dates",
        ),
        pytest.param(
            [
                fact("a", "meta fields =vr"),
                fact("b", "meta fields =ai"),
                fact("c", "meta fields =tv", rank="deprecated"),
            ],
            "ai vr",
            [],
            id="several",
        ),
        pytest.param(
            [fact("a", "meta fields =vr", rank="preferred"), fact("b", "meta fields =ai")],
            "vr",
            [],
            id="several-preferred",
        ),
        pytest.param(
            [fact("a", "wee fields =vr"), fact("b", "wee fields =ai")],
            "",
            ["value wee fields: a | b -> None by undecided"],
            id="slot-usage",
        ),
    ],
)
def test_an_attribute_shows_its_verdict(
    ontology: Ontology, statements: list[Statement], shows: str, conflicts: list[str]
) -> None:
    judgement = judge(dataset(ontology, statements))
    assert [told(conflict) for conflict in judgement.conflicts] == conflicts
    assert " ".join(canonical(value) for each in judgement.attributes for value in each.values) == shows
    assert len(judgement.attributes) < 2
    assert len({conflict.id for conflict in judgement.conflicts}) == len(conflicts)


# Which relations cannot all hold


@pytest.mark.parametrize(
    ("statements", "conflicts"),
    [
        pytest.param(
            [fact("a", "ann leads meta", rank="preferred"), fact("b", "meta led_by bob"), fact("c", "bob leads scale")],
            ["subject meta led_by: a | b -> a by rank"],
            id="single-valued-inverse",
        ),
        pytest.param(
            [
                fact("a", "meta based_in ann"),
                fact("b", "meta based_in bob"),
                fact("c", "meta based_in bob", rank="preferred"),
                fact("d", "scale based_in ann"),
            ],
            ["object meta based_in: a | b c -> c by rank"],
            id="single-valued",
        ),
        pytest.param([fact("a", "ann leads meta"), fact("b", "ann leads scale")], [], id="multivalued"),
        pytest.param(
            [fact("a", "bob married_to ann"), fact("b", "bob married_to cy"), fact("c", "ann married_to ann")],
            ["object ann married_to: a | c -> None by undecided", "object bob married_to: a | b -> None by undecided"],
            id="symmetric",
        ),
        pytest.param(
            [fact("a", "cy married_to ann"), fact("b", "bob married_to cy")],
            ["object cy married_to: a | b -> None by undecided"],
            id="symmetric-once",
        ),
        pytest.param(
            [
                fact("a", "ann runs meta", by="wire1", rank="preferred"),
                fact("b", "bob runs meta", by="daily"),
                fact("c", "bob runs scale", by="wire1"),
                fact("d", "cy runs -", by="daily"),
                fact("e", "meta run_by -", by="note"),
                fact("f", "meta runs wee", by="note"),
            ],
            ["object bob runs: b | c -> b by recency", "subject meta run_by: a | b | e -> None by undecided"],
            id="one-to-one-with-its-policy",
        ),
        pytest.param(
            [fact("a", "ann leads meta", until="2025-06-14"), fact("b", "bob leads meta", since="2025-06-14")],
            [],
            id="succession",
        ),
        pytest.param(
            [fact("a", "ann leads meta", until="2025"), fact("b", "bob leads meta", since="2025-03")],
            [],
            id="succession-told-vaguely",
        ),
        pytest.param(
            [fact("a", "ann leads meta", since="2024"), fact("b", "bob leads meta", since="2025", until="2027")],
            ["subject meta led_by: a | b -> None by undecided"],
            id="overlap",
        ),
        pytest.param(
            [
                fact("a", "ann leads meta", since="2020", until="2030"),
                fact("b", "bob leads meta", since="2025", until="2025"),
                fact("c", "cy leads scale", since="2025", until="2025"),
                fact("d", "bob leads scale", since="2025", until="2025"),
                fact("e", "ann leads scale", since="2025-02"),
                fact("f", "ann leads wee", since="2019", until="2025-07-10"),
                fact("g", "bob leads wee", since="2025", until="2025"),
                fact("h", "cy leads wee", since="2025-07-09"),
            ],
            ["subject wee led_by: f | h -> None by undecided"],
            id="too-vague",
        ),
        pytest.param(
            [
                fact("a", "ann leads meta", since="2024/..", until="2026"),
                fact("b", "bob leads meta", since="2020", until="../2025-05-01"),
                fact("c", "cy leads meta", until="2024-01-01"),
            ],
            [],
            id="open-bounds",
        ),
        pytest.param(
            [fact("a", "ann leads meta"), fact("b", "bob leads meta", rank="deprecated")], [], id="deprecated-aside"
        ),
        pytest.param(
            [fact("a", "ann leads meta"), fact("b", "meta led_by -", rank="preferred")],
            ["subject meta led_by: a | b -> b by rank"],
            id="nobody",
        ),
        pytest.param([fact("a", "ann leads meta"), fact("b", "meta led_by ?")], [], id="somebody"),
        pytest.param(
            [
                fact("a", "meta based_in -"),
                fact("b", "meta based_in ann"),
                fact("c", "meta leads -"),
                fact("d", "bob leads meta"),
            ],
            ["object meta based_in: a | b -> None by undecided"],
            id="nowhere",
        ),
        pytest.param(
            [fact("a", "x leads y"), fact("b", "z leads y")],
            ["subject y led_by: a | b -> None by undecided"],
            id="dangling",
        ),
        pytest.param(
            [
                fact("a", "ann leads meta", since="2020", until="2022"),
                fact("b", "ann leads meta", since="2021", until="2022"),
                fact("c", "bob leads meta", until="2021"),
            ],
            ["qualifier ann leads.since: a | b -> None by undecided"],
            id="undecided-bounds-count-as-they-are-said",
        ),
        pytest.param(
            [
                fact("a", "ann leads meta", since="2020-01-01"),
                fact("b", "ann leads meta", since="2021-01-01"),
                fact("c", "ann leads meta", since="2021-12-01", rank="deprecated"),
                fact("d", "bob leads meta", since="2021-02", until="2021-05"),
            ],
            [
                "qualifier ann leads.since: a | b -> None by undecided",
                "subject meta led_by: a b | d -> None by undecided",
            ],
            id="deprecated-bounds-do-not-count",
        ),
    ],
)
def test_claims_conflict_where_one_may_hold_at_a_time(
    ontology: Ontology, statements: list[Statement], conflicts: list[str]
) -> None:
    assert [told(conflict) for conflict in judge(dataset(ontology, statements)).conflicts] == conflicts


# Qualifiers within a claim


@pytest.mark.parametrize(
    ("details", "shown", "contested", "conflicts"),
    [
        ([{"role": "CEO"}, {"role": "CEO"}, {}], {"role": ["CEO"]}, [], []),
        (
            [{"role": "CEO", "by": "post daily"}, {"role": "chair", "by": "wire1"}],
            {"role": ["CEO"]},
            ["role"],
            ["qualifier ann leads.role: 0 | 1 -> 0 by sources"],
        ),
        ([{"role": "CEO"}, {"role": "chair"}], {}, ["role"], ["qualifier ann leads.role: 0 | 1 -> None by undecided"]),
        ([{"topics": ("vr", "ai")}, {"topics": "tv"}, {"topics": "ai"}], {"topics": ["ai", "tv", "vr"]}, [], []),
        ([{"since": "2025"}, {"since": "2025-06"}], {"since": ["2025-06"]}, [], []),
        (
            [{"since": "2025", "rank": "preferred"}, {"since": "2024-06"}],
            {"since": ["2025"]},
            ["since"],
            ["qualifier ann leads.since: 0 | 1 -> 0 by rank"],
        ),
        ([{"share": "0.5 ± 0.1"}, {"share": "0.55"}], {"share": ["0.55"]}, [], []),
        ([{"role": "CEO"}, {"role": "chair", "rank": "deprecated"}], {"role": ["CEO"]}, [], []),
        ([{"role": "CEO", "rank": "deprecated"}, {"role": "x", "rank": "deprecated"}], {"role": ["CEO"]}, [], []),
        ([{"colour": "red", "start": "2020"}, {"colour": "blue"}], {}, [], []),
    ],
)
def test_qualifiers_show_their_verdict(
    ontology: Ontology,
    details: list[dict[str, Any]],
    shown: dict[str, list[str]],
    contested: list[str],
    conflicts: list[str],
) -> None:
    statements = [fact(str(index), "ann leads meta", **each) for index, each in enumerate(details)]
    judgement = judge(dataset(ontology, statements))
    (claim,) = judgement.claims
    assert {name: [canonical(v) for v in values] for name, values in claim.qualifiers.items()} == shown
    assert claim.since == next(iter(claim.qualifiers.get("since", ())), None)
    assert list(claim.contested) == contested
    assert [told(conflict) for conflict in judgement.conflicts] == conflicts


def test_the_interval_of_a_single_statement(ontology: Ontology) -> None:
    said = fact("a", "meta led_by ann", since="2025", until="soon", start="2020")
    interval = statement_intervals(dataset(ontology, [said]))
    assert interval(said) == (parse_edtf("2025"), None)
    assert interval(fact("b", "ann owns meta", end="2026"))[1] == parse_edtf("2026")


def test_of_statements_with_one_id_the_first_counts(ontology: Ontology) -> None:
    twice = [fact("a", "ann leads meta"), fact("a", "ann owns meta")]
    (claim,) = judge(dataset(ontology, twice)).claims
    assert claim.predicate == "leads"


# Laws


def crowd() -> list[Statement]:
    """Statements of every kind that meet each other in many ways."""
    chance = random.Random(7)
    targets = ["ann leads meta", "bob leads meta", "meta led_by cy", "meta led_by -", "bob married_to ann"]
    targets += ["cy married_to bob", "meta users ?", "meta users -", "meta fields =ai", "wee fields =vr"]
    targets += [f"meta users ={number} ± {chance.random():.2f}" for number in range(1, 9)]
    qualifiers = [("since", "2010"), ("since", "2012-05"), ("until", "2011"), ("until", "2015"), ("role", "CEO")]
    qualifiers += [("role", "chair"), ("since", "2014~"), ("topics", "ai")]
    return [
        fact(
            f"s{index:03}",
            chance.choice(targets),
            rank=chance.choice(list(Rank)),
            confidence=chance.choice([None, 0.5, 0.9]),
            by=chance.choice(DOCUMENTS).id,
            **dict(chance.sample(qualifiers, 2)),
        )
        for index in range(150)
    ]


def test_the_order_of_the_records_changes_nothing(ontology: Ontology) -> None:
    statements = crowd()
    judged = judge(dataset(ontology, statements))
    claims_of(judged)
    assert len(judged.conflicts) > 15
    assert sorted(claim.id for claim in judged.claims) == [claim.id for claim in judged.claims]
    for seed in range(5):
        random.Random(seed).shuffle(statements)
        again = judge(dataset(ontology, statements))
        assert (again.claims, again.attributes, again.conflicts) == (judged.claims, judged.attributes, judged.conflicts)


def test_the_order_of_the_questions_changes_nothing(ontology: Ontology) -> None:
    """Several threads ask about one thing after another, and then for everything."""
    whole = judge(dataset(ontology, crowd()))
    everything = whole.claims, whole.attributes, whole.conflicts, whole.faults
    things = sorted({end for claim in whole.claims for end in (claim.subject, claim.object) if end})
    for seed in range(5):
        random.Random(seed).shuffle(things)
        asked = judge(dataset(ontology, crowd()))
        with ThreadPoolExecutor(3) as threads:
            verdicts = dict(zip(things, threads.map(asked.verdicts, things), strict=True))
        for thing in things:
            assert list(asked.outgoing(thing)) == [claim for claim in whole.claims if claim.subject == thing]
            assert list(asked.incoming(thing)) == [claim for claim in whole.claims if claim.object == thing]
            assert list(verdicts[thing].conflicts) == [each for each in whole.conflicts if each.subject == thing]
            assert list(verdicts[thing].attributes) == [each for each in whole.attributes if each.subject == thing]
        assert (asked.claims, asked.attributes, asked.conflicts, asked.faults) == everything
    assert not asked.outgoing("nobody")
    assert asked.verdicts("nobody") == ((), ())


def test_conflicts_name_live_statements_on_separate_sides(ontology: Ontology) -> None:
    statements = {s.id: s for s in crowd()}
    for conflict in judge(dataset(ontology, list(statements.values()))).conflicts:
        assert sorted(id for side in conflict.candidates for id in side) == list(conflict.statements)
        assert len(conflict.candidates) > 1
        assert (conflict.shown is None) == (conflict.decided_by is Decision.UNDECIDED)
        assert all(statements[id].rank is not Rank.DEPRECATED for id in conflict.statements)


TEXTS = {
    "founded": ["2020", "2021", "2020-06", "2020-07", "202X", "2020-06-30/2020-07-02", "../2019", "2024/.."],
    "users": ["1", "1 ± 0.5", "2 ± 0.5", "2.50 ± 0", "2.5", "1e-30 ± 0.3", "4 ± 1.5", "-3"],
    "fixed": ["a", "A", "b", "", " a", "é", "1", "01"],
}


def closure(values: dict[str, Value]) -> set[frozenset[str]]:
    """Groups by pairwise agreement, joined until nothing changes."""
    groups = {frozenset({id}) for id in values}
    while True:
        joined = (a | b for a, b in combinations(groups, 2) if any(agree(values[x], values[y]) for x in a for y in b))
        if (union := next(joined, None)) is None:
            return groups
        groups = {group for group in groups if not group <= union} | {union}


@given(st.sampled_from(sorted(TEXTS)), st.sets(st.integers(0, 7), min_size=2))
def test_sides_are_the_transitive_closure_of_agreement(ontology: Ontology, slot: str, picks: set[int]) -> None:
    texts = {f"s{pick}": TEXTS[slot][pick] for pick in picks}
    judgement = judge(dataset(ontology, [fact(id, f"meta {slot} ={text}") for id, text in texts.items()]))
    groups = closure({id: ontology.parse(ontology.slots[slot], text) for id, text in texts.items()})
    sides = {frozenset(side) for conflict in judgement.conflicts for side in conflict.candidates}
    assert sides == (groups if len(groups) > 1 else set())
