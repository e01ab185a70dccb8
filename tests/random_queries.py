"""Random operations of any schema, in all the ways in which GraphQL lets a client write them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    ListValueNode,
    OperationDefinitionNode,
    get_named_type,
    parse,
    parse_value,
    type_from_ast,
    value_from_ast_untyped,
)

from graphsvc.api.execution import Service
from tests.test_differential import Queries

STRINGS = re.compile(r'"(\\.|[^"\\])*"')
CURSORS = re.compile(r"c\d+")
DEEPEST = 5
FIELDS = 60
"""After so many fields an operation goes no deeper: what takes time is how long the database plans it."""


class Operation(NamedTuple):
    query: str
    variables: dict[str, Any]


class RandomQueries(Queries):
    """Operations with variables, fragments by name, directives, fields asked for twice, and cursors.

    A connection under the key `c1` takes its cursor from the variable `$c1` and asks for `cursors { cursor }`.
    """

    def __init__(self, asked: Service, choose: random.Random, often: float = 1) -> None:
        """`often`: how much more of it comes as variables."""
        super().__init__(asked, choose)
        self.often = often
        self.literals = Queries(asked, choose)
        self.known: dict[str, list[Any]] = {}  # type of a variable -> values that it had
        self.clashing = _clashing(asked.schema)
        self.variables: dict[str, Any] = {}
        self.declared: list[str] = []
        self.fragments: dict[str, tuple[str, str]] = {}  # name -> type, text

    def chance(self, share: float) -> bool:
        return self.choose.random() < share

    def asked(self) -> Operation:
        """An operation, and the variables that come with it."""
        self.variables, self.declared, self.fragments, self.names = {}, [], {}, 0
        body = super().operation().removeprefix("query")
        declared = f"({', '.join(self.declared)})" if self.declared else ""
        fragments = "".join(f"\nfragment {name} on {on} {text}" for name, (on, text) in self.fragments.items())
        return Operation(f"query Q{declared}{body}{fragments}", dict(self.variables))

    # Fields

    def field(self, name: str, field: GraphQLField, depth: int) -> str:
        self.names += 1
        further = self.leads_on(field)
        own = not (field.args or further or name in self.clashing) and self.chance(0.5)
        key = name if own else f"k{self.names}"
        left_out, mark = ("last", "after") if self.chance(0.5) else ("first", "before")
        arguments = self.arguments(field, left_out)
        cursor = mark in field.args and self.chance(0.5)
        if cursor:
            key = f"c{self.names}"
            self.declared.append(f"${key}: String")
            arguments.append(f"{mark}: ${key}")
        head = f"{key}: {name}" if key != name else name
        head += f"({', '.join(arguments)})" if arguments else ""
        if not further:
            return head + self.directive()
        return self.composite(head, get_named_type(field.type), depth, "cursors: edges { cursor }" if cursor else "")

    def arguments(self, field: GraphQLField, left_out: str = "last") -> list[str]:
        wanted = ((n, arg.type) for n, arg in field.args.items() if n != left_out and self.wanted(n, arg.type))
        return [f"{name}: {self.argument(name, type_)}" for name, type_ in wanted]

    def composite(self, head: str, type_: Any, depth: int, also: str) -> str:
        """A field with a selection; sometimes twice, so that both selections merge."""
        first = f"{head} {self.selection(type_, depth + 1, also)}"
        if depth < DEEPEST - 1 and self.chance(0.15):
            return f"{first} {head}{self.directive()} {self.selection(type_, depth + 2)}"
        return first

    def selection(self, type_: Any, depth: int, also: str = "") -> str:
        depth = DEEPEST if self.names > FIELDS else depth
        text = super().selection(type_, depth)
        more = [also] if also else []
        if depth < DEEPEST and self.chance(0.2):
            more.append(self.spread(type_, depth))
        if depth < DEEPEST and isinstance(type_, GraphQLInterfaceType) and self.chance(0.2):
            more.append(self.either(type_, depth))
        self.choose.shuffle(more)
        return f"{text[:-1]}{' '.join(more)} }}" if self.chance(0.5) else f"{{ {' '.join(more)} {text[1:]}"

    # Fragments

    def fragment(self, type_: GraphQLInterfaceType, depth: int) -> str:
        if depth > DEEPEST or not self.possible(type_):
            return "__typename"
        return super().fragment(type_, depth).replace(" {", f"{self.directive()} {{", 1)

    def spread(self, type_: Any, depth: int) -> str:
        """A fragment by name: one that is there already, or a new one. Or one without a condition."""
        here = self.possible(type_)
        known = [name for name, (on, _) in self.fragments.items() if here & self.possible(self.schema.type_map[on])]
        if known and self.chance(0.5):
            return f"...{self.choose.choice(known)}{self.directive()}"
        text = self.selection(type_, depth + 1)
        if self.chance(0.3):
            return f"...{self.directive()} {text}"
        name = f"F{len(self.fragments)}"
        self.fragments[name] = (type_.name, text)
        return f"...{name}{self.directive()} ...{name}"

    def possible(self, type_: Any) -> set[str]:
        if isinstance(type_, GraphQLInterfaceType):
            return {one.name for one in self.schema.get_possible_types(type_)}
        return {type_.name}

    def either(self, type_: GraphQLInterfaceType, depth: int) -> str:
        """One key that is another field, or the same with other arguments, in each of two types."""
        among = list(self.schema.get_possible_types(type_))
        if len(among) < 2:
            return "__typename"
        one, other = self.choose.sample(among, 2)
        name = self.choose.choice([n for n, f in type_.fields.items() if f.args or not self.leads_on(f)])
        wanted = type_.fields[name].type
        names = [n for n, f in other.fields.items() if str(f.type) == str(wanted)]
        self.names += 1
        key = f"e{self.names}"
        parts = [(one, name), (other, self.choose.choice(names))]
        texts = (f"... on {on.name} {{ {self.keyed(key, n, on.fields[n], depth)} }}" for on, n in parts)
        return " ".join(texts)

    def keyed(self, key: str, name: str, field: GraphQLField, depth: int) -> str:
        arguments = self.arguments(field)
        head = f"{key}: {name}" + (f"({', '.join(arguments)})" if arguments else "")
        return f"{head} {self.selection(get_named_type(field.type), depth + 1)}" if self.leads_on(field) else head

    def directive(self) -> str:
        """Nothing most of the time."""
        if self.chance(0.85):
            return ""
        name = self.choose.choice(["include", "skip"])
        yes, no = ("true", "false") if name == "include" else ("false", "true")
        return f" @{name}(if: {self.given('Boolean!', self.choose.choice([yes, yes, no]), 0.5)})"

    def aggregate(self, prefix: str) -> str:
        """Under a key of its own: what two of them ask of one field may differ."""
        self.names += 1
        return f"k{self.names}: {super().aggregate(prefix)}"

    # Arguments

    def argument(self, name: str, type_: Any) -> str:
        if not isinstance(type_, GraphQLNonNull) and self.chance(0.05):
            return self.given(str(type_), "null", 0.5)
        text = self.literal(name, type_)
        given = parse_value(text)
        one = isinstance(given, ListValueNode) and len(given.values) == 1
        if one and not text.startswith("[$") and self.chance(0.5):
            text = text[1:-1]  # a single value stands for a list of one
        return self.given(str(type_), text, 0.3)

    def given(self, type_: str, text: str, share: float) -> str:
        """The literal, or a variable that stands for it: by its value, by its default, or not given at all."""
        if not self.chance(share * self.often) or "$" in STRINGS.sub("", text):
            return text
        name = f"v{len(self.declared)}"
        value = value_from_ast_untyped(parse_value(text))
        way = self.choose.choice(["value", "value", "default", "both", "absent"])
        default = f" = {text}" if way in ("default", "both") else ""
        if way == "absent" and type_.endswith("!"):
            way = "value"
        if way in ("value", "both"):
            self.variables[name] = value
        self.known.setdefault(type_, []).append(value)
        self.declared.append(f"${name}: {type_}{default}")
        return f"${name}"

    def varied(self, operation: Operation) -> Operation:
        """The same operation with other values of its variables: any of their types, null, or none at all."""
        definitions = operation_of(operation.query).variable_definitions or ()
        given = {one.variable.name.value: self.other(type_from_ast(self.schema, one.type)) for one in definitions}
        kept = {name: value for name, value in operation.variables.items() if self.chance(0.3)}
        return operation._replace(variables=given | kept if self.chance(0.8) else kept)

    def other(self, type_: Any) -> Any:
        if not isinstance(type_, GraphQLNonNull) and self.chance(0.15):
            return None
        if str(type_) in self.known and self.chance(0.6):
            return self.choose.choice(self.known[str(type_)])
        if str(type_) == "Int":
            return self.choose.choice([-1, 0, 1, 7, 999, 1000, 1001])
        return value_from_ast_untyped(parse_value(self.literals.value(type_, 1)))

    def value(self, type_: Any, depth: int) -> str:
        text = super().value(type_, depth)
        return self.given(str(type_), text, 0.1) if depth else text


def _clashing(schema: GraphQLSchema) -> set[str]:
    """Names of fields that are not of one type everywhere: fragments cannot ask for them under one key."""
    found: dict[str, set[str]] = {}
    for type_ in schema.type_map.values():
        if isinstance(type_, GraphQLInterfaceType | GraphQLObjectType):
            for name, field in type_.fields.items():
                found.setdefault(name, set()).add(str(field.type))
    return {name for name, types in found.items() if len(types) > 1}


def operation_of(query: str) -> OperationDefinitionNode:
    return next(one for one in parse(query).definitions if isinstance(one, OperationDefinitionNode))


def with_cursors(operation: Operation, data: Any, choose: random.Random) -> Operation | None:
    """The same operation behind rows of a first answer to it, if there are such rows."""
    found: dict[str, list[str]] = {}
    for key, cursor in _cursors(data):
        found.setdefault(key, []).append(cursor)
    chosen = {key: choose.choice(cursors) for key, cursors in found.items()}
    return operation._replace(variables=operation.variables | chosen) if chosen else None


def _cursors(data: Any) -> Iterator[tuple[str, str]]:
    """Key of a connection and a cursor in it, for all that ask for them."""
    if isinstance(data, Mapping):
        for key, inner in data.items():
            if CURSORS.fullmatch(key) and inner:
                yield from ((key, edge["cursor"]) for edge in inner["cursors"])
            yield from _cursors(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from _cursors(inner)
