"""A validated GraphQL operation -> Plan. Pure: no store, no clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLInterfaceType,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableValues,
)

from graphsvc.plan import cursors
from graphsvc.plan.aggregates import aggregate
from graphsvc.plan.bindings import Bindings, predicate_types
from graphsvc.plan.cost import check_cost
from graphsvc.plan.dated import Dating
from graphsvc.plan.fixed import Collection, Holders, Link, OneOf, Told, Value
from graphsvc.plan.limits import Limits, page_size
from graphsvc.plan.pages import make_page
from graphsvc.plan.selecting import TYPENAME, Asked, Selecting
from graphsvc.plan.show import show_order, show_step
from graphsvc.plan.tree import (
    Choice,
    Computed,
    Connect,
    Cursor,
    Edges,
    Field,
    Leaf,
    Many,
    One,
    Order,
    PageInfo,
    Part,
    Plan,
    Roots,
    Selection,
    Shares,
    Step,
    Total,
    Typename,
    Variant,
)
from graphsvc.plan.valid import AsOf, day_bounds
from graphsvc.plan.walks import KINDS, Walks, unknown_predicate


@dataclass(frozen=True)
class Planner:
    """What planning needs that does not change from one operation to the next."""

    schema: GraphQLSchema
    bindings: Bindings
    limits: Limits

    def plan(
        self,
        operation: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: VariableValues,
    ) -> Plan:
        """The Plan of a query operation; RefusedQuery for what is beyond the limits or a bad cursor.

        Introspection fields are left out: the caller answers them from the schema.
        """
        build = _Build(self.schema, self.bindings, self.limits, fragments, variables)
        asked = build.roots(operation)
        fields = [build.root(key, field) for key, field in asked.items() if not field.introspects]
        plan = Plan(Roots(fields), tuple(build.inputs.values), build.dated)
        check_cost(plan, self.limits)
        return plan

    def roots(
        self,
        operation: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: VariableValues,
    ) -> dict[str, Asked]:
        """Response key -> root field, in the response's order, introspection among them."""
        return _Build(self.schema, self.bindings, self.limits, fragments, variables).roots(operation)


class _Build(Selecting):
    dated = False

    def roots(self, operation: OperationDefinitionNode) -> dict[str, Asked]:
        return self.collect("Query", [operation.selection_set], None)

    # Selections

    def selection(self, type_name: str, selections: Sequence[SelectionSetNode], depth: int) -> Selection:
        """The fields of one thing: in variants, where fragments make them depend on the row's type."""
        type_ = self.schema.type_map[type_name]
        if not isinstance(type_, GraphQLInterfaceType):
            asked = self.collect(type_name, selections, type_name)
            return Selection((Variant(None, self.fields(type_name, asked, depth)),))
        everything = self.collect(type_name, selections, None)
        narrow = {field.parent for field in everything.values()} | self.conditions(selections, set())
        if all(self.covers_all(scope, type_) for scope in narrow):
            fields = self.fields(type_name, everything, depth)
            return Selection((Variant(None, fields),), any(isinstance(field, Typename) for field in fields))
        return Selection(self.variants(type_, selections, depth), typed=True)

    def covers_all(self, scope: str, type_: GraphQLInterfaceType) -> bool:
        scope_type = self.schema.type_map[scope]
        return scope == type_.name or (
            isinstance(scope_type, GraphQLInterfaceType) and self.schema.is_sub_type(scope_type, type_)
        )

    def conditions(self, selections: Sequence[SelectionSetNode], seen: set[str]) -> set[str]:
        """The type conditions of all fragments in these selections, however deep in fragments."""
        found: set[str] = set()
        for selection_set in selections:
            for node in selection_set.selections:
                fragment = None if isinstance(node, FieldNode) else self.fragment(node, seen)
                if fragment is None:
                    continue
                if fragment.type_condition:
                    found.add(fragment.type_condition.name.value)
                found |= self.conditions([fragment.selection_set], seen)
        return found

    def variants(
        self, type_: GraphQLInterfaceType, selections: Sequence[SelectionSetNode], depth: int
    ) -> tuple[Variant, ...]:
        """One variant for each different set of fields that the possible types ask for."""
        groups: dict[tuple[object, ...], tuple[list[str], dict[str, Asked]]] = {}
        for possible in self.schema.get_possible_types(type_):
            asked = self.collect(type_.name, selections, possible.name)
            same = tuple((key, *map(id, field.nodes)) for key, field in asked.items())
            groups.setdefault(same, ([], asked))[0].append(possible.name)
        return tuple(
            Variant(frozenset(names), self.untyped(names[0], asked, depth)) for names, asked in groups.values()
        )

    def untyped(self, type_name: str, asked: Mapping[str, Asked], depth: int) -> tuple[Field, ...]:
        """The fields of a variant, which may stand for several types: the row tells its `__typename`."""
        fields = self.fields(type_name, asked, depth)
        return tuple(Typename(field.key) if isinstance(field, Typename) else field for field in fields)

    def fields(self, type_name: str, asked: Mapping[str, Asked], depth: int) -> tuple[Field, ...]:
        return tuple(self.field(key, field._replace(parent=type_name), depth) for key, field in asked.items())

    # Fields

    def field(self, key: str, asked: Asked, depth: int) -> Field:
        self.counted(asked, depth)
        if asked.name == TYPENAME:
            type_ = self.schema.type_map[asked.parent]
            return Typename(key, "" if isinstance(type_, GraphQLInterfaceType) else asked.parent)
        if asked.name == "cursor" and asked.parent.endswith("Edge"):
            return Cursor(key)
        binding = self.bindings.field(asked.parent, asked.name)
        match binding:
            case Value():
                names = [f"{k}={f.name}" for k, f in self.collect("Qualifier", asked.selections, None).items()]
                return Leaf(key, binding.source, binding.format.format(",".join(names)))
            case Link():
                kind = Many if binding.many else One
                step = self.step(binding.step, self.arguments(asked), asked.nodes[0])
                return kind(key, step, self.selection(binding.type, asked.selections, depth + 1))
            case Collection():
                return self.connection(key, binding, asked, depth)
            case Told():
                return Computed(key, binding.name)
            case Holders():
                return self.shares(key, binding, asked, depth)
            case OneOf():
                return self.choice(key, binding, asked, depth)

    def root(self, key: str, asked: Asked) -> Field:
        field = self.field(key, asked, 1)
        given = any(argument.name.value == "asOf" for argument in asked.nodes[0].arguments or ())
        as_of = self.arguments(asked).get("asOf") if given else None
        if as_of is None:
            return field
        self.dated = True
        first, last = map(self.inputs.parameter, day_bounds(as_of["valid"]))
        at = AsOf(first, last, as_of.get("certainty") == "certain")
        return Dating(at, self.bindings.vocabulary.dated).field(field)

    def step(self, step: Step, arguments: Mapping[str, Any], node: FieldNode) -> Step:
        if step.kind in KINDS:
            return Walks(self.inputs, self.bindings.vocabulary, node).step(step, arguments)
        if step.kind in ("entity", "statement", "document"):
            return replace(step, parameter=self.inputs.parameter(arguments["id"]))
        return self.relation_step(step, arguments, node)

    def shares(self, key: str, binding: Holders, asked: Asked, depth: int) -> Shares:
        arguments, node = self.arguments(asked), asked.nodes[0]
        step = self.step(binding.step, arguments, node)
        first = self.inputs.parameter(page_size("first", arguments.get("first"), self.limits, node, pages=False))
        return Shares(key, step, first, self.selection(binding.type, asked.selections, depth + 1))

    def choice(self, key: str, binding: OneOf, asked: Asked, depth: int) -> Choice:
        parameter = self.inputs.parameter(self.arguments(asked)["id"])
        found = (
            One(key, replace(link.step, parameter=parameter), self.selection(link.type, asked.selections, depth + 1))
            for link in binding.links
        )
        return Choice(key, tuple(found))

    def connection(self, key: str, binding: Collection, asked: Asked, depth: int) -> Connect:
        arguments = self.arguments(asked)
        node = asked.nodes[0]
        step = self.step(binding.step, arguments, node)
        where = self.inputs.where(binding.inputs, arguments.get("where"), node)
        order = self.inputs.order(binding.inputs, arguments.get("sort"), node) or binding.order
        connection_type = binding.edge.removesuffix("Edge") + "Connection"
        parts = self.parts(connection_type, binding, asked, depth)
        mark = self.fingerprint(asked.name, step, order)
        peek = any(isinstance(part, PageInfo) for part in parts)
        page = make_page(arguments, order, mark, self.inputs, node, peek=peek)
        return Connect(key, step, where, order, page, parts, mark, self.bindings.seek(step, where, order))

    def fingerprint(self, name: str, step: Step, order: tuple[Order, ...]) -> str:
        """Of what is listed and how it is sorted, wherever in the operation that stands."""
        dataset = self.bindings.vocabulary.ontology.name
        sought = [] if step.parameter is None else [repr(self.inputs.values[step.parameter])]
        return cursors.fingerprint(
            dataset, name, show_step(replace(step, parameter=None)), *sought, *map(show_order, order)
        )

    def relation_step(self, step: Step, arguments: Mapping[str, Any], node: FieldNode) -> Step:
        """The step of the generic `relations`, which names predicate and direction by argument."""
        predicate, direction = arguments.get("predicate"), arguments.get("direction")
        if predicate is not None:
            found = predicate_types(self.bindings.vocabulary, predicate)
            if found is None:
                raise unknown_predicate(self.bindings.vocabulary, predicate, node)
            step = replace(step, types=found[0], direction=found[1])
        if direction is not None and not (predicate is not None and step.direction == "both"):
            turned = step.direction == "in" and direction != "both"
            opposite = {"in": "out", "out": "in"}
            step = replace(step, direction=opposite[direction] if turned else direction)
        return step

    # What a connection shows

    def parts(self, connection_type: str, binding: Collection, asked: Asked, depth: int) -> tuple[Part, ...]:
        found: list[Part] = []
        for key, part in self.collect(connection_type, asked.selections, None).items():
            self.counted(part, depth + 1)
            match part.name:
                case "totalCount":
                    found.append(Total(key))
                case "pageInfo":
                    found.append(self.page_info(key, part))
                case "edges":
                    found.append(Edges(key, self.selection(binding.edge, part.selections, depth + 1)))
                case "aggregate":
                    relation = binding.step.kind == "edges"
                    found.append(aggregate(self, key, part, binding.inputs, relation=relation, depth=depth + 2))
                case _:
                    found.append(Typename(key, connection_type))
        return tuple(found)

    def page_info(self, key: str, asked: Asked) -> PageInfo:
        fields = self.collect("PageInfo", asked.selections, None)
        return PageInfo(key, tuple((name, field.name) for name, field in fields.items()))
