"""From a GraphQL request to the bytes of the response. `Service.answer` tells the whole pipeline."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import orjson
from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    VariableValues,
    execute_sync,
    get_variable_values,
    parse,
    validate,
)

from graphsvc.api.schema import build_schema
from graphsvc.errors import GraphsvcError, RefusedQuery, StoreError
from graphsvc.plan.bindings import Bindings
from graphsvc.plan.build import Planner
from graphsvc.plan.cache import Plans
from graphsvc.plan.limits import Limits
from graphsvc.plan.selecting import Asked
from graphsvc.plan.shape import shape
from graphsvc.plan.tree import Plan
from graphsvc.plan.vocabulary import Vocabulary
from graphsvc.stores.base import Store

log = logging.getLogger("graphsvc")
MAX_TOKENS = 10_000
CACHED_LENGTH = 10_000
"""Characters of the longest operation that is kept parsed: some 3 MB, of which there may be `CACHED_OPERATIONS`."""
CACHED_OPERATIONS = 256
CACHED_DESCRIPTIONS = 8
"""Answers to introspection that are kept, of some megabytes each where the ontology is large."""


class Request(NamedTuple):
    query: str
    variables: Mapping[str, Any]
    operation: str | None = None


class Prepared(NamedTuple):
    """A document that passed validation, or the errors of one that did not."""

    document: DocumentNode
    errors: tuple[GraphQLError, ...]
    plans: Plans


class Operation(NamedTuple):
    """One operation of a document, with the values of its variables."""

    plans: Plans
    node: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: VariableValues


class Refused(Exception):
    """A request that ends before it is executed; `errors` go to the client, each with the code."""

    def __init__(self, code: str, *errors: GraphQLError) -> None:
        super().__init__(errors)
        told = {"code": code}
        self.errors = [GraphQLError(e.message, e.nodes, e.source, e.positions, extensions=told) for e in errors]


class Response(NamedTuple):
    """The finished bytes. `executed` is false for a request that was refused before it ran."""

    body: bytes
    executed: bool
    failed: bool


class Service:
    """One ontology's API over one store. Safe to use from several threads."""

    def __init__(self, vocabulary: Vocabulary, store: Store, limits: Limits | None = None) -> None:
        self.vocabulary = vocabulary
        self.store = store
        self.schema: GraphQLSchema = build_schema(vocabulary)._schema  # noqa: SLF001 - there is no other way to it
        self.planner = Planner(self.schema, Bindings(vocabulary), limits or Limits())
        self.prepared = lru_cache(CACHED_OPERATIONS)(self.prepare)
        self.described = lru_cache(CACHED_DESCRIPTIONS)(self.describe)

    async def answer(self, request: Request) -> Response:
        """Parse and validate (cached), plan, read in one statement, shape."""
        try:
            plans, operation, fragments, variables = self.operation(request)
            roots, plan = plans.plan(operation, fragments, variables)
            if not (request.variables or plan.roots):
                return Response(self.described(request.query, request.operation), executed=True, failed=False)
            data = self.introspect(operation, fragments, roots, request.variables) | await self.read(plan)
        except Refused as refused:
            return _failure(refused.errors, executed=False)
        except RefusedQuery as error:
            return _failure([_refusal(error)], executed=False)
        except StoreError as error:
            return self.broken(error)
        return Response(_body(roots, data), executed=True, failed=False)

    def answer_now(self, request: Request) -> Response:
        """The same, for who is not asynchronous."""
        return self.store.run(self.answer(request))

    def explain(self, request: Request) -> Plan:
        """The Plan of a request. Raises Refused or RefusedQuery."""
        _, operation, fragments, variables = self.operation(request)
        return self.planner.plan(operation, fragments, variables)

    async def read(self, plan: Plan) -> dict[str, Any]:
        return shape(plan, await self.store.read(plan), self.vocabulary) if plan.roots else {}

    def broken(self, error: StoreError) -> Response:
        log.error("%s", error)
        return _failure([_located(error, None)], executed=True)

    # Documents

    def prepare(self, query: str) -> Prepared:
        """Raises Refused if it cannot be parsed."""
        try:
            document = parse(query, max_tokens=MAX_TOKENS)
        except GraphQLError as error:
            raise Refused("SYNTAX", error) from None
        return Prepared(document, tuple(validate(self.schema, document, max_errors=20)), Plans(self.planner))

    def operation(self, request: Request) -> Operation:
        """The operation to run."""
        prepare = self.prepared if len(request.query) <= CACHED_LENGTH else self.prepare
        document, errors, plans = prepare(request.query)
        if errors:
            raise Refused("INVALID", *errors)
        operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
        operation = _chosen(operations, request.operation)
        if operation.operation is not OperationType.QUERY:
            rule = f"This service answers queries only, not a {operation.operation.value}."
            raise Refused("NOT_A_QUERY", GraphQLError(f"{rule} Facts are changed in the dataset's files.", operation))
        fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
        coerced = get_variable_values(self.schema, operation.variable_definitions or (), dict(request.variables))
        if isinstance(coerced, list):
            raise Refused("BAD_VARIABLE", *coerced)
        return Operation(plans, operation, fragments, coerced)

    # Introspection

    def describe(self, query: str, operation: str | None) -> bytes:
        """The answer to what asks of the schema only: the same for as long as the service lives."""
        request = Request(query, {}, operation)
        _, chosen, fragments, variables = self.operation(request)
        roots = self.planner.roots(chosen, fragments, variables)
        return _body(roots, self.introspect(chosen, fragments, roots, request.variables))

    def introspect(
        self,
        operation: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
        roots: Mapping[str, Asked],
        variables: Mapping[str, Any],
    ) -> dict[str, Any]:
        """What the operation asks of the schema itself, answered by graphql-core."""
        nodes = [node for asked in roots.values() if asked.introspects for node in asked.nodes]
        if not nodes:
            return {}
        inner = OperationDefinitionNode(
            operation=OperationType.QUERY,
            selection_set=SelectionSetNode(selections=tuple(nodes)),
            variable_definitions=operation.variable_definitions,
        )
        document = DocumentNode(definitions=(inner, *fragments.values()))
        result = execute_sync(self.schema, document, variable_values=dict(variables))
        assert isinstance(result, ExecutionResult)
        return result.data or {}


def _chosen(operations: list[OperationDefinitionNode], name: str | None) -> OperationDefinitionNode:
    if name is None and len(operations) == 1:
        return operations[0]
    named = [node for node in operations if node.name and node.name.value == name]
    if named:
        return named[0]
    known = ", ".join(node.name.value for node in operations if node.name) or "none"
    wanted = "operationName is missing" if name is None else f"There is no operation {name!r}"
    raise Refused("NO_OPERATION", GraphQLError(f"{wanted}; the document has: {known}."))


def _refusal(error: RefusedQuery) -> GraphQLError:
    return _located(error, error.node if isinstance(error.node, FieldNode) else None)


def _located(error: GraphsvcError, node: FieldNode | None) -> GraphQLError:
    return GraphQLError(f"{error.message} {error.way_out}".strip(), node, extensions={"code": error.code})


def _body(roots: Mapping[str, Asked], data: Mapping[str, Any]) -> bytes:
    return orjson.dumps({"data": {key: data[key] for key in roots}})


def _failure(errors: list[GraphQLError], *, executed: bool) -> Response:
    body: dict[str, Any] = {"errors": [error.formatted for error in errors]}
    if executed:
        body["data"] = None
    return Response(orjson.dumps(body), executed, failed=True)
