"""What a selection asks for: its fields by response key, fragments and directives looked through, and arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLIncludeDirective,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionNode,
    SelectionSetNode,
    VariableValues,
    get_argument_values,
    get_directive_values,
)

from graphsvc.errors import RefusedQuery
from graphsvc.plan.bindings import Bindings
from graphsvc.plan.filters import Inputs
from graphsvc.plan.limits import Limits, check_depth, check_fields

TYPENAME = "__typename"


class Asked(NamedTuple):
    """A field as a selection asks for it: under one response key, in the type whose selection names it."""

    parent: str
    nodes: list[FieldNode]

    @property
    def name(self) -> str:
        return self.nodes[0].name.value

    @property
    def introspects(self) -> bool:
        return self.name.startswith("__")

    @property
    def selections(self) -> list[SelectionSetNode]:
        return [node.selection_set for node in self.nodes if node.selection_set]


class Selecting:
    """Reads the selections of one operation; refuses what is beyond the limits, or a bad argument."""

    def __init__(
        self,
        schema: GraphQLSchema,
        bindings: Bindings,
        limits: Limits,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: VariableValues,
    ) -> None:
        self.schema, self.bindings, self.limits = schema, bindings, limits
        self.fragments, self.variables = fragments, variables
        self.inputs = Inputs(bindings, limits)
        self.count = 0

    def collect(self, parent: str, selections: Sequence[SelectionSetNode], object_type: str | None) -> dict[str, Asked]:
        """Response key -> field, for rows of `object_type` (None: fragments narrow nothing here).

        A fragment that is spread several times counts once, else nested ones would double at every level.
        """
        found: dict[str, Asked] = {}
        seen: set[str] = set()
        for selection_set in selections:
            for scope, node in self.walk(parent, selection_set, object_type, seen):
                key = node.alias.value if node.alias else node.name.value
                found.setdefault(key, Asked(scope, [])).nodes.append(node)
        return found

    def walk(
        self, parent: str, selection_set: SelectionSetNode, object_type: str | None, seen: set[str]
    ) -> Iterator[tuple[str, FieldNode]]:
        for node in selection_set.selections:
            if not self.included(node):
                continue
            if isinstance(node, FieldNode):
                yield parent, node
                continue
            fragment = self.fragment(node, seen)
            if fragment is None:
                continue
            scope = fragment.type_condition.name.value if fragment.type_condition else parent
            if object_type is None or self.covers(scope, object_type):
                yield from self.walk(scope, fragment.selection_set, object_type, seen)

    def fragment(self, node: SelectionNode, seen: set[str]) -> FragmentDefinitionNode | InlineFragmentNode | None:
        """What a fragment holds that stands here or is named here; None for a name that has been seen."""
        if isinstance(node, InlineFragmentNode):
            return node
        assert isinstance(node, FragmentSpreadNode)
        name = node.name.value
        if name in seen:
            return None
        seen.add(name)
        return self.fragments[name]

    def included(self, node: Any) -> bool:
        if not node.directives:
            return True
        skip = get_directive_values(GraphQLSkipDirective, node, self.variables)
        if skip and skip["if"]:
            return False
        include = get_directive_values(GraphQLIncludeDirective, node, self.variables)
        return not include or bool(include["if"])

    def covers(self, scope: str, object_type: str) -> bool:
        type_ = self.schema.type_map[scope]
        if scope == object_type:
            return True
        possible = self.schema.type_map[object_type]
        assert isinstance(possible, GraphQLObjectType)
        return isinstance(type_, GraphQLInterfaceType) and self.schema.is_sub_type(type_, possible)

    def counted(self, asked: Asked, depth: int) -> None:
        self.count += 1
        check_fields(self.count, self.limits, asked.nodes[0])
        check_depth(depth, self.limits, asked.nodes[0])

    def arguments(self, asked: Asked) -> dict[str, Any]:
        if not asked.nodes[0].arguments:
            return {}
        parent: Any = self.schema.type_map[asked.parent]
        try:
            given = get_argument_values(parent.fields[asked.name], asked.nodes[0], self.variables)
        except GraphQLError as error:
            raise RefusedQuery(error.message, "", "BAD_ARGUMENT", asked.nodes[0]) from error
        return {name: _texts(value) for name, value in given.items()}


def _texts(value: Any) -> Any:
    """An argument's value with the text that each member of an enum stands for in its place."""
    if issubclass(type(value), Enum):  # its own type: what a cached Plan leaves for later is not looked at
        return value.value
    if type(value) is dict:
        return {name: _texts(inner) for name, inner in value.items()}
    return [_texts(inner) for inner in value] if type(value) is list else value
