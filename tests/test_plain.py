"""What GraphQL demands of any server, asked of planned execution: graphql-core itself says what is right."""

from __future__ import annotations

import json
from typing import Any

import orjson
import pytest

from graphsvc.api.execution import Request
from tests.asking import ODD, Case, cases, data, service
from tests.plain import plain_answer

MERGED = [
    "{ dataset { id } dataset { revision ...F } } fragment F on Dataset { id digest }",
    "{ people { edges { node { id } } edges { cursor node { name id } } totalCount } ...F } "
    "fragment F on Query { people { totalCount pageInfo { hasNextPage } edges { node { born } } } }",
    "{ entities { edges { node { name ... on Group { name size } ... on Person { height name } id } } } }",
    "{ entities { edges { node { ... on Person { a: name b: born } ... on Club { b: born a: country } } } } }",
    "{ entities { edges { node { ... on Person { a: leads(first: 1) { totalCount } } "
    "... on Club { a: owns(first: 2) { totalCount } } } } } }",
    "{ entities { edges { node { ... on Person { a: statements(first: 1) { edges { node { id } } } } "
    "... on Club { a: statements(first: 2) { edges { node { id } } } } } } } }",
    "{ a: people(first: 1) { ...P } b: people(first: 2) { ...P } c: people(first: 1, sort: {id: DESC}) { ...P } } "
    "fragment P on PersonConnection { edges { cursor node { ...N } } pageInfo { endCursor hasNextPage } } "
    "fragment N on Node { id ... on Agent { born } }",
    "{ entities { edges { node { ...A } } } } fragment A on Entity { id ...B ... on Person { ...B height } } "
    "fragment B on Agent { born ... on Club { luckyNumbers } ...C } fragment C on Entity { __typename id }",
    "{ entities { edges { node { ... { id ... { name ... on Entity { type } } } } } } __typename }",
    "{ entities { edges { node { ... on Agent { ... on Club { luckyNumbers } born ... on NamedThing { id } } } } } }",
    "{ __typename t: __typename people { t: __typename edges { __typename node { t: __typename } } "
    "pageInfo { __typename } } __schema { queryType { name } } __type(name: \"Person\") { name } }",
    "{ statements { edges { node { subject { ... on Person { born } } object { __typename } "
    "references { ... on Reference { document { id } } __typename } qualifiers { ... { name } __typename } } } } }",
]  # fmt: skip
DIRECTED: list[tuple[str, dict[str, Any]]] = [
    (
        "query($yes: Boolean!, $no: Boolean = false) { people { edges { node { id @include(if: $yes) "
        "name @skip(if: $yes) born @include(if: $no) ...F @include(if: $no) ...F @skip(if: $no) "
        "... on Person @include(if: $yes) @skip(if: $yes) { height } ... @include(if: $yes) { type } } } } } "
        "fragment F on Person { aliases }",
        {"yes": yes},
    )
    for yes in (True, False)
] + [
    ("{ dataset { ... @include(if: false) { id } } people @skip(if: true) { totalCount } }", {}),
    ("query($no: Boolean! = false) { dataset { id @include(if: $no) } }", {}),
    ("{ entities { edges { node { ...F @skip(if: true) ...F } } } } fragment F on Entity { name }", {}),
    ("{ people { ... @skip(if: true) { totalCount } totalCount @include(if: true) edges @skip(if: true) { cursor } } }",
     {}),
]  # fmt: skip
PEOPLE = "people({}) {{ totalCount edges {{ node {{ id }} }} pageInfo {{ hasNextPage hasPreviousPage }} }}"
GIVEN: list[tuple[str, str, dict[str, Any]]] = [
    ("$n: Int = 1", "first: $n", {}),
    ("$n: Int = 1", "first: $n", {"n": None}),
    ("$n: Int = 1", "first: $n", {"n": 2}),
    ("$n: Int", "first: $n", {}),
    ("$w: PersonWhere", "where: $w", {}),
    ("$w: PersonWhere", "where: $w", {"w": None}),
    ("$w: PersonWhere", "where: $w", {"w": {"moods": {"includes": "SO_SO"}, "AND": {"id": {"in": "ex:ada"}}}}),
    ("$w: PersonWhere = {mood: {eq: SO_SO}}", "where: $w", {}),
    ("$m: Mood", "where: {mood: {eq: $m}}", {}),
    ("$m: Mood", "where: {mood: {eq: $m}}", {"m": None}),
    ("$m: Mood", "where: {mood: {eq: $m}}", {"m": "SO_SO"}),
    ("$m: [Mood!] = SO_SO", "where: {mood: {in: $m}}", {}),
    ("$m: [Mood!]", "where: {mood: {in: $m}}", {"m": "SO_SO"}),
    ("$m: Mood!", "where: {mood: {in: [$m, SO_SO]}}", {"m": "SO_SO"}),
    ("$i: ID = 1", "where: {id: {in: [$i, 2]}}", {}),
    ("$s: [PersonSort!]", "sort: $s", {"s": {"name": "DESC"}}),
    ("$s: [PersonSort!]", "sort: $s", {"s": [{"height": "ASC"}, {"id": "DESC"}]}),
    ("$d: SortDirection = DESC", "sort: [{name: $d}, {id: DESC}]", {}),
    ("$d: SortDirection", "sort: {name: $d, id: DESC}", {"d": None}),
    ("$h: Float = 2", "where: {NOT: {height: {eq: $h}}}", {"h": 1}),
    ("$a: String", "after: $a", {"a": None}),
]


def same(query: str, variables: dict[str, Any]) -> None:
    asked = service(ODD)
    planned = asked.answer_now(Request(query, variables)).body
    assert planned == orjson.dumps({"data": plain_answer(asked, query, variables)}), json.dumps(variables)


@pytest.mark.parametrize("query", MERGED)
def test_fields_and_fragments_merge_as_in_plain_execution(query: str) -> None:
    same(query, {})


@pytest.mark.parametrize(("query", "variables"), DIRECTED)
def test_directives_leave_out_what_plain_execution_leaves_out(query: str, variables: dict[str, Any]) -> None:
    same(query, variables)


@pytest.mark.parametrize(("declared", "arguments", "variables"), GIVEN)
def test_variables_mean_what_they_mean_in_plain_execution(
    declared: str, arguments: str, variables: dict[str, Any]
) -> None:
    same(f"query({declared}) {{ {PEOPLE.format(arguments)} }}", variables)


def test_a_cursor_is_the_same_wherever_its_list_stands_in_an_operation() -> None:
    found = 'search(phrase: "a b", first: 1) { edges { cursor } }'
    alone = data(service(ODD), f"{{ {found} }}")["search"]
    assert alone["edges"]
    assert data(service(ODD), f'{{ entity(id: "ex:ada") {{ id }} {found} }}')["search"] == alone


@pytest.mark.parametrize("case", cases("queries"), ids=str)
def test_designed_cases_answer_as_plain_execution_does(case: Case) -> None:
    asked = service(case.dataset)
    planned = asked.answer_now(case.request).body
    assert planned == orjson.dumps({"data": plain_answer(asked, *case.request)})
