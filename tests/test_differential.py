"""Random graphs and random queries: both stores answer with the same bytes.

A graph is loaded once and asked many queries, for loading is what takes time.
"""

from __future__ import annotations

import copy
import json
import os
import random
from collections.abc import Callable
from decimal import Decimal
from operator import itemgetter
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    get_named_type,
    get_nullable_type,
)
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graphsvc.api.execution import Request, Service
from graphsvc.errors import Position
from graphsvc.plan.vocabulary import share_fields
from graphsvc.records import Dataset, Document, Entity, Rank, Reference, Statement, ValueKind
from graphsvc.stores.base import Store
from graphsvc.stores.embedded import EmbeddedStore
from graphsvc.stores.neo4j import Neo4jStore
from graphsvc.stores.projection import project
from graphsvc.verdict import judge
from tests.asking import ODD, data, paged, service, walk
from tests.conftest import Judged, filled, judged

GRAPHS = int(os.environ.get("GRAPHSVC_TEST_GRAPHS", "5"))
QUERIES = 12
HERE = Position("random.yaml")
ENTITIES = [f"ex:{name}" for name in ("a", "B", "c", "ä", "\ue000", "z", "A", "c-2")]
DOCUMENTS = ["doc:1", "doc:2", "doc:3", "doc:missing"]
TEXTS = [
    "",
    "a",
    "A",
    "Ä",
    "a\u0308",
    "ß",
    "ss",
    "\ue000",
    "😀",
    "𐌰",
    "中",
    "it's",
    "`",
    "\\",
    "$p",
    "Z",
    "long" * 5000,
    "LONG" * 5000 + "𐌰",
    "q\ue000a",
    "İstanbul",
    "Σίσυφος",
    "नमस्ते",
    "مرحبا",
    "ひらがな",
    "ﬁ",
]
PARTS = ["", "A", "s", "S", "ong", "\u0308", "\ue000", "\ue400", "😀", "𐌰", "Σ", "ς", "ق", "が", "i", "%", ".*"]
"""What texts begin, go on and end with; or do not."""
NUMBERS = [Decimal(text) for text in ("0", "-0.0", "1", "1.0", "0.1", "-1.5", "1e-300", "1e300", "14.30")]
INTEGERS = [0, 1, -1, 2**53, 2**53 + 1, 2**63 - 1, -(2**63)]
DATES = ["2020", "2020-05", "2020-05-07", "2020~", "../2020", "2020/..", "2020?", "-0044", "20XX"]
DAYS = ["2020-05-07", "2020-05-08", "1999-12-31"]
MOODS = ["so-so", "so so", "2020", "2020!", "好", "坏", "true", "unheard of"]
MOMENTS = ["2026-04-08T12:00:00Z", "2026-04-08T09:00:00Z", "2026-04-09T00:00:00+02:00", "2026-04-08T22:00:00.000Z"]
VALUES: dict[str, list[Any]] = {
    "height": NUMBERS, "born": DATES, "mood": MOODS, "moods": MOODS, "nicknames": TEXTS, "size": INTEGERS,
    "public": [True, False], "seen": MOMENTS, "measure": [*INTEGERS, *TEXTS], "type": TEXTS, "total": NUMBERS,
    "measures": [*INTEGERS, *TEXTS, Decimal("0.5")], "country": TEXTS, "lucky_numbers": INTEGERS, "contested": TEXTS,
}  # fmt: skip
QUALIFIERS: dict[str, list[Any]] = {
    "role": TEXTS, "since": DATES, "until": DATES, "statuses": MOODS, "contested": TEXTS, "share": NUMBERS,
    "votes": INTEGERS, "status": MOODS,
}  # fmt: skip
RELATIONS = {
    "leads": ["role", "since", "until", "statuses", "contested"],
    "led_by": ["role", "since"],
    "owns": ["share", "votes", "status"],
    "has_interest_in": ["share"],
    "knows": [],
    "related_to": [],
    "unheard_of": ["share"],
}
CLASSES = ["Person", "Group", "Club", "Statement", "Place", "Agent", "Spaceship"]


class Graph:
    """One random dataset, made of what `choose` decides."""

    classes = CLASSES

    def __init__(self, choose: random.Random) -> None:
        self.choose = choose
        self.ontology = judged(ODD).vocabulary.ontology

    def dataset(self) -> Dataset:
        return Dataset(
            self.ontology.name,
            self.ontology,
            tuple(self.entity(id_) for id_ in self.choose.sample(ENTITIES, self.choose.randint(3, len(ENTITIES)))),
            tuple(self.statement(f"ex:s{number}") for number in range(self.choose.randint(0, 60))),
            tuple(
                Document(id_, *self.optional(TEXTS, 3), *self.optional(DATES), None, None, HERE)
                for id_ in DOCUMENTS[:3]
            ),
        )

    def optional(self, values: list[Any], count: int = 1) -> list[Any]:
        return [self.choose.choice([None, *values]) for _ in range(count)]

    def some(self, values: list[Any], most: int = 3) -> tuple[Any, ...]:
        return tuple(self.choose.choices(values, k=self.choose.randint(0, most)))

    def entity(self, id_: str) -> Entity:
        (name,) = self.optional(TEXTS)
        classes = self.some(self.classes, 2) or ("Person",)
        return Entity(id_, classes, name, self.some(TEXTS), self.some(ENTITIES), HERE)

    def statement(self, id_: str) -> Statement:
        rank = self.choose.choice([Rank.NORMAL, Rank.NORMAL, Rank.NORMAL, Rank.PREFERRED, Rank.DEPRECATED])
        (confidence,) = self.optional([0.0, 0.5, 1.0])
        references = tuple(self.reference() for _ in range(self.choose.randint(0, 3)))
        subject = self.choose.choice([*ENTITIES, "ex:gone"])
        if self.choose.random() < 0.6:
            predicate = self.choose.choice(list(RELATIONS))
            names = [name for name in RELATIONS[predicate] if self.choose.random() < 0.5]
            said = tuple((name, self.some(QUALIFIERS[name]) or (QUALIFIERS[name][0],)) for name in names)
            target: tuple[Any, ...] = (self.choose.choice([*ENTITIES, "ex:gone"]), None, ValueKind.VALUE)
        else:
            predicate = self.choose.choice(list(VALUES))
            bounds = [name for name in ("since", "until") if self.choose.random() < 0.4]
            said = tuple((name, (self.choose.choice(DATES),)) for name in bounds)
            kind = self.choose.choice([ValueKind.VALUE] * 8 + [ValueKind.SOME_VALUE, ValueKind.NO_VALUE])
            target = (None, self.choose.choice(VALUES[predicate]) if kind is ValueKind.VALUE else None, kind)
        return Statement(id_, subject, predicate, *target, said, rank, confidence, references, HERE)

    def reference(self) -> Reference:
        return Reference(
            self.choose.choice(DOCUMENTS), *self.optional(["p1", "p2"]), None, *self.optional(TEXTS), None, HERE
        )


LITERALS: dict[str, Callable[[random.Random], Any]] = {
    "ID": lambda choose: choose.choice([*ENTITIES, *DOCUMENTS, "ex:s1", "Person", "Club", "leads"]),
    "String": lambda choose: choose.choice(TEXTS),
    "Float": lambda choose: float(choose.choice(NUMBERS)),
    "BigInt": lambda choose: choose.choice(INTEGERS),
    "Boolean": lambda choose: choose.choice([True, False]),
    "EDTF": lambda choose: choose.choice([*DATES, "2020-05-06/2020-05-08", "0001", "9999-12-31"]),
    "DateTime": lambda choose: choose.choice(MOMENTS),
    "Scalar": lambda choose: choose.choice([True, 1, 1.0, "", "a", 2**53]),
    "Int": lambda choose: choose.choice([1, 2, 3]),
    "Date": lambda choose: choose.choice(DAYS),
}


class Queries:
    """Random valid operations of one schema."""

    def __init__(self, asked: Service, choose: random.Random) -> None:
        self.schema = asked.schema
        self.choose = choose
        self.names = 0
        self.bindings = asked.planner.bindings
        ontology, relations = asked.vocabulary.ontology, asked.vocabulary.relations.values()
        predicates = [*ontology.predicates, *ontology.inverses, *(relation.name for relation in relations)]
        classes = list(asked.vocabulary.classes)
        self.shared = list(share_fields(asked.vocabulary))
        self.named = {"predicate": predicates, "via": predicates, "types": classes, "isA": classes}
        """Texts that must be names of the ontology."""

    def operation(self) -> str:
        query = self.schema.query_type
        assert query
        known = [name for name in query.fields if name != "effectiveShares" or self.shared]
        fields = [self.field(name, query.fields[name], 0) for name in self.choose.choices(known, k=2)]
        return f"query {{ {' '.join(fields)} }}"

    def field(self, name: str, field: GraphQLField, depth: int) -> str:
        self.names += 1
        other_way = self.choose.choice(["first", "last"])
        given = [
            f"{key}: {self.literal(key, arg.type)}"
            for key, arg in field.args.items()
            if key != other_way and self.wanted(key, arg.type)
        ]
        arguments = f"({', '.join(given)})" if given else ""
        type_ = get_named_type(field.type)
        inner = (
            f" {self.selection(type_, depth + 1)}"
            if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
            else ""
        )
        return f"k{self.names}: {name}{arguments}{inner}"

    def wanted(self, key: str, type_: Any) -> bool:
        if key in ("after", "before"):
            return False
        likely = {"where": 0.6, "sort": 0.6, "asOf": 0.5}
        return isinstance(type_, GraphQLNonNull) or self.choose.random() < likely.get(key, 0.4)

    def selection(self, type_: Any, depth: int) -> str:
        plain = [name for name, field in type_.fields.items() if not self.leads_on(field)]
        further = [name for name, field in type_.fields.items() if self.leads_on(field)]
        names = self.choose.sample(plain, min(len(plain), self.choose.randint(1, 4)))
        if depth < 5 and further:
            names += self.choose.sample(further, 1)
        if type_.name.endswith("Connection"):
            names = [name for name in names if name != "aggregate"]
        found = [self.field(name, type_.fields[name], depth) for name in names] + ["__typename"]
        if "aggregate" in type_.fields and self.choose.random() < 0.3:
            found.append(self.aggregate(type_.name.removesuffix("Connection")))
        if isinstance(type_, GraphQLInterfaceType) and self.choose.random() < 0.7:
            found += [self.fragment(type_, depth + 1) for _ in range(2)]
        return f"{{ {' '.join(found)} }}"

    def aggregate(self, prefix: str) -> str:
        """Everything that there is of fields that the connection has."""
        asked = ["count { nodes edges __typename }"]
        for side in ("node", "edge"):
            known = list(self.bindings.measured(prefix, edge=side == "edge"))
            for name in self.choose.sample(known, min(len(known), 2)):
                figures = f"count distinct min max average sum values(first: {self.choose.randint(0, 9)})"
                asked.append(f'{side}_{name}: {side}(field: "{name}") {{ {figures} {{ value count __typename }} }}')
        return f"aggregate {{ {' '.join(asked)} }}"

    def fragment(self, type_: GraphQLInterfaceType, depth: int) -> str:
        """Of a type below, beside or above, as long as something can be both."""
        possible = {one.name for one in self.schema.get_possible_types(type_)}
        wide = [t for t in self.schema.type_map.values() if isinstance(t, GraphQLInterfaceType)]
        meeting = [t for t in wide if possible & {one.name for one in self.schema.get_possible_types(t)}]
        chosen = self.choose.choice([*meeting, *self.schema.get_possible_types(type_)])
        return f"... on {chosen.name} {self.selection(chosen, depth + 1)}"

    def leads_on(self, field: GraphQLField) -> bool:
        return isinstance(get_named_type(field.type), GraphQLObjectType | GraphQLInterfaceType)

    # Arguments

    def literal(self, key: str, type_: Any) -> str:
        many = isinstance(get_nullable_type(type_), GraphQLList)
        if key in self.named:  # of `isA` the brackets are there already
            one = json.dumps(self.choose.choice(self.named[key] if many or key != "via" else self.shared))
            return f"[{one}]" if many and key != "isA" else one
        if key in ("first", "last"):
            return str(self.choose.choice([0, 1, 2, 5, 50]))
        if key == "phrase":
            return json.dumps(" ".join(self.choose.sample([*TEXTS, *PARTS], 3)), ensure_ascii=False)
        return self.value(type_, 0)

    def value(self, type_: Any, depth: int) -> str:
        type_ = get_nullable_type(type_)
        if isinstance(type_, GraphQLList):
            return f"[{', '.join(self.value(type_.of_type, depth + 1) for _ in range(self.choose.randint(0, 3)))}]"
        if isinstance(type_, GraphQLEnumType):
            return self.choose.choice(list(type_.values))
        if isinstance(type_, GraphQLInputObjectType):
            return self.object(type_, depth)
        assert isinstance(type_, GraphQLScalarType)
        return json.dumps(LITERALS[type_.name](self.choose), ensure_ascii=False)

    def object(self, type_: GraphQLInputObjectType, depth: int) -> str:
        names = [name for name, field in type_.fields.items() if depth <= 3 or not self.nests(name, field.type)]
        most = 1 if type_.name.endswith("Sort") else 2
        chosen = self.choose.sample(names, min(len(names), self.choose.randint(1, most)))
        chosen += [name for name in names if name not in chosen and isinstance(type_.fields[name].type, GraphQLNonNull)]
        chosen += ["count"] * (chosen == ["where"] and "count" in names)
        pairs = [f"{name}: {self.operand(type_.name, name, type_.fields[name].type, depth)}" for name in chosen]
        return f"{{{', '.join(pairs)}}}"

    def nests(self, name: str, type_: Any) -> bool:
        """Whether a filter goes on and on there."""
        return name in ("AND", "OR", "NOT") or "some" in getattr(get_named_type(type_), "fields", ())

    def operand(self, owner: str, name: str, type_: Any, depth: int) -> str:
        if owner.endswith(("ScalarFilters", "ListFilters")) and name == "eq" and self.choose.random() < 0.2:
            return "null" if owner != "CaseInsensitiveStringScalarFilters" else '"a"'
        if name in ("contains", "startsWith", "endsWith"):
            return json.dumps(self.choose.choice(PARTS), ensure_ascii=False)
        if name == "isA":
            return f"[{self.literal(name, type_)}]"
        if owner == "CountFilters":
            return "[0, 2]" if name == "in" else str(self.choose.randint(0, 3))
        return self.value(type_, depth + 1)


def beyond_limits(body: bytes) -> bool:
    """Whether a valid operation was refused: for what it costs, or for bounds of which one is beyond the other."""
    codes = {error["extensions"]["code"] for error in json.loads(body).get("errors", ())}
    return bool(codes) and codes <= {"TOO_DEEP", "TOO_BROAD", "TOO_COSTLY", "OUT_OF_RANGE", "TOO_MANY_VALUES"}


def answers(asked: Service, store: Store, queries: list[str]) -> list[bytes]:
    other = copy.copy(asked)
    other.store = store
    return [other.answer_now(Request(query, {})).body for query in queries]


@settings(
    max_examples=GRAPHS,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32))
def test_both_stores_answer_with_the_same_bytes(neo4j_session: Neo4jStore, seed: int) -> None:
    choose = random.Random(seed)
    asked = service(ODD)
    dataset = Graph(choose).dataset()
    source = Judged(project(dataset, judge(dataset), asked.vocabulary), asked.vocabulary)
    queries = [Queries(asked, choose).operation() for _ in range(QUERIES)]
    expected = answers(asked, EmbeddedStore(source.projection), queries)
    found = answers(asked, filled(neo4j_session, source), queries)
    for query, ours, theirs in zip(queries, expected, found, strict=True):
        assert ours == theirs, query
        assert beyond_limits(ours) or list(json.loads(ours)) == ["data"], (query, ours)
    assert sum(map(beyond_limits, expected)) <= QUERIES // 3, "too few of the operations are answered"
    for store in (EmbeddedStore(source.projection), neo4j_session):
        walked(asked, store, random.Random(seed))


SORTS = {
    "entities": ["{name: ASC}", "{name: DESC}", "{type: ASC}, {name: DESC}"],
    "people": ["{height: ASC}", "{height: DESC}", "{mood: DESC}, {born: ASC}", "{id: DESC}"],
    "groups": ["{size: ASC}", "{size: DESC}", "{public: DESC}, {seen: ASC}"],
}


def walked(asked: Service, store: Store, choose: random.Random) -> None:
    """All pages of one sort of each list, forward and backward, join to the whole."""
    other = copy.copy(asked)
    other.store = store
    for field, sorts in SORTS.items():
        given = f"sort: [{choose.choice(sorts)}],"
        whole = data(other, f"{{ {field}({given} first: 1000) {{ edges {{ cursor node {{ id }} }} }} }}")[field][
            "edges"
        ]
        for backward in (False, True):
            query = paged(field, given, choose.choice([1, 3]), backward=backward)
            assert walk(other, query, itemgetter(field), backward=backward) == whole, (field, given, backward)
