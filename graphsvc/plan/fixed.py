"""What each field means that is the same for every ontology: how to get there in a store, and what filters it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphsvc.plan.names import ENUMS, camel
from graphsvc.plan.tree import Order, Step
from graphsvc.plan.vocabulary import ValueField


@dataclass(frozen=True)
class Value:
    """A leaf. `format` is how `shape` writes it; `{}` in it takes the sub-selection's names."""

    source: str
    format: str = ""


@dataclass(frozen=True)
class Link:
    """One thing, or with `many` a plain list, of GraphQL type `type`. The step may need the `id` argument."""

    step: Step
    type: str
    many: bool = False


@dataclass(frozen=True)
class Collection:
    """A connection whose edges have type `edge`; `order` holds where the client gives none.

    `inputs` is the prefix of the names of its Where, Sort and Filters.
    """

    step: Step
    edge: str
    inputs: str
    order: tuple[Order, ...] = ()

    @property
    def filters(self) -> str:
        return f"{self.inputs}Filters"


@dataclass(frozen=True)
class Told:
    """A leaf that `shape` knows."""

    name: str


@dataclass(frozen=True)
class Holders:
    """Who holds shares of something."""

    step: Step
    type: str


@dataclass(frozen=True)
class OneOf:
    """The first of these links that leads anywhere."""

    links: tuple[Link, ...]


Binding = Value | Link | Collection | Told | Holders | OneOf
Fields = Mapping[str, Binding]
Input = ValueField | Collection
"""What a field of a Where filters, and one of a Sort sorts by: a value, or the things of a connection."""


def _values(*sources: str) -> dict[str, Binding]:
    """Leaves under the names of their properties."""
    return {camel(source): Value(source) for source in sources}


def _statements(step: str, *order: str) -> Collection:
    return Collection(Step(step, "statement"), "StatementEdge", "Statement", tuple(map(Order, order)))


def _documents(step: str) -> Collection:
    return Collection(Step(step, "document"), "DocumentEdge", "Document")


def _findings(step: Step) -> Collection:
    return Collection(step, "FindingEdge", "Finding", _PLACE)


THINGS = ("Entity", "Statement", "Document", "Conflict", "Finding")
_PLACE = (Order("severity__key"), Order("file"), Order("line", kind=int), Order("column", kind=int))
FINDINGS = _findings(Step("statements_at", "finding", source="findings"))
ENTITY: Fields = {
    **_values("id", "type", "name"),
    "aliases": Value("aliases", "list"),
    "externalIds": Value("external_ids", "list"),
    "contested": Value("contested", "list"),
    "statements": _statements("entity_statements", "predicate"),
    "relations": Collection(
        Step("edges", "edge", direction="both"), "RelationEdge", "Relation", (Order("id", other=True),)
    ),
    "documents": _documents("entity_documents"),
    "findings": FINDINGS,
}
EDGE: dict[str, Binding] = {
    **_values("predicate", "confidence", "contested"),
    "rank": Value("rank", "enum Rank"),
    "statements": _statements("claim_statements"),
    "documents": _documents("claim_documents"),
}
FIXED: Mapping[str, Fields] = {
    "Query": {
        "entity": Link(Step("entity", "entity"), "Entity"),
        "statement": Link(Step("statement", "statement"), "Statement"),
        "document": Link(Step("document", "document"), "Document"),
        "dataset": Link(Step("dataset", "dataset"), "Dataset"),
        "entities": Collection(Step("all", "entity"), "EntityEdge", "Entity"),
        "statements": _statements("all", "subject", "predicate"),
        "documents": _documents("all"),
        "conflicts": Collection(
            Step("all", "conflict"), "ConflictEdge", "Conflict", (Order("subject"), Order("predicate"))
        ),
        "findings": _findings(Step("all", "finding")),
        "node": OneOf(tuple(Link(Step(name.lower(), name.lower()), name) for name in THINGS)),
        "search": Collection(
            Step("search", "entity"),
            "SearchEdge",
            "Search",
            (Order("score", descending=True, kind=int), Order("name__key", other=True)),
        ),
        "paths": Link(Step("paths"), "Path", many=True),
        "neighbourhood": Link(Step("neighbourhood"), "Neighbourhood"),
        "effectiveShares": Holders(Step("shares"), "EffectiveShare"),
    },
    "Statement": {
        **_values("id", "predicate", "value", "text", "confidence", "valid_from", "valid_until", "shown"),
        "subject": Link(Step("entity_at", "entity", source="subject"), "Entity"),
        "object": Link(Step("entity_at", "entity", source="object"), "Entity"),
        "valueKind": Value("value_kind", "enum ValueKind"),
        "qualifiers": Value("qualifiers", "qualifiers {}"),
        "rank": Value("rank", "enum Rank"),
        "references": Link(Step("references", "reference"), "Reference", many=True),
        "findings": FINDINGS,
        "conflictsWith": Link(Step("statements_at", "statement", source="conflicts_with"), "Statement", many=True),
    },
    "Reference": {
        "document": Link(Step("other", "document"), "Document"),
        **_values("locator", "digest", "via", "retrieved"),
    },
    "Document": {
        **_values("id", "title", "publisher", "url", "published", "sha256"),
        "supports": _statements("document_statements", "subject", "predicate"),
        "contradicts": _statements("opposed_statements", "subject", "predicate"),
        "onlySourceOf": _statements("sole_statements", "subject", "predicate"),
    },
    "Conflict": {
        **_values("id", "predicate", "qualifier"),
        "subject": Link(Step("entity_at", "entity", source="subject"), "Entity"),
        "object": Link(Step("entity_at", "entity", source="object"), "Entity"),
        "kind": Value("kind", "enum ConflictKind"),
        "decidedBy": Value("decided_by", "enum Decision"),
        "reasoning": Value("reasoning", "list"),
        "shown": Link(Step("statement_at", "statement", source="shown"), "Statement"),
        "statements": Link(Step("statements_at", "statement", source="statements"), "Statement", many=True),
    },
    "Finding": {
        **_values("id", "rule", "code", "message", "way_out", "file", "line", "column"),
        "severity": Value("severity", "enum Severity"),
        "subjects": Value("subjects", "list"),
        "entities": Link(Step("statements_at", "entity", source="subjects"), "Entity", many=True),
        "statements": Link(Step("statements_at", "statement", source="subjects"), "Statement", many=True),
    },
    "Dataset": _values(
        "id", "revision", "digest", "entities", "relations", "statements", "documents", "conflicts", "findings"
    ),
    **{f"{name}Edge": {"node": Link(Step("same"), name)} for name in THINGS},
    "RelationEdge": {
        **EDGE,
        "node": Link(Step("other"), "Entity"),
        "direction": Value("direction"),
        "properties": Value("*", "properties {}"),
    },
    "Link": {
        **EDGE,
        "source": Link(Step("source", "entity"), "Entity"),
        "target": Link(Step("target", "entity"), "Entity"),
        "properties": Value("*", "properties {}"),
    },
    "Path": {
        "length": Value("length"),
        "nodes": Link(Step("path_nodes", "entity"), "Entity", many=True),
        "edges": Link(Step("path_edges", "edge"), "Link", many=True),
    },
    "Reached": {"depth": Value("depth"), "node": Link(Step("other"), "Entity")},
    "Neighbourhood": {
        "nodes": Link(Step("reached"), "Reached", many=True),
        "edges": Link(Step("among", "edge"), "Link", many=True),
    },
    "EffectiveShare": {
        "holder": Link(Step("same"), "Entity"),
        **{name: Told(name) for name in ("share", "direct", "paths", "incomplete")},
    },
    "SearchEdge": {
        "node": Link(Step("other"), "Entity"),
        "score": Value("score"),
        "matched": Value("matched", "list"),
    },
}


def _inputs(values: str, **related: Collection) -> dict[str, Input]:
    """Properties with their scalars or enums, in brackets if there may be several; and what is related."""
    found: dict[str, Input] = {}
    for source, type_ in map(str.split, values.split(",")):
        scalar = type_.strip("[]")
        found[camel(source)] = ValueField(camel(source), source, scalar, scalar in ENUMS, scalar != type_, None)
    return found | related


def related_inputs(fields: Fields) -> dict[str, Collection]:
    """The connections among the fields of a type: what it can be filtered and sorted by."""
    return {name: field for name, field in fields.items() if isinstance(field, Collection)}


def sort_inputs(where: Mapping[str, Input], *without: str) -> dict[str, Input]:
    """What can be sorted by of what can be filtered."""
    return {
        name: field
        for name, field in where.items()
        if name not in without and (isinstance(field, Collection) or field.sortable)
    }


ENTITY_INPUT = _inputs(
    "id ID, type Class, name String, aliases [String], external_ids [String], contested [String]",
    **related_inputs(ENTITY),
)
EDGE_INPUT = _inputs("predicate ID, rank Rank, confidence Float, contested Boolean", **related_inputs(EDGE))
STATEMENT_INPUT = _inputs(
    "id ID, subject ID, predicate ID, object ID, value_kind ValueKind, rank Rank, confidence Float, "
    "valid_from EDTF, valid_until EDTF, shown Boolean",
    documents=_documents("statement_documents"),
    findings=FINDINGS,
)
DOCUMENT_INPUT = _inputs(
    "id ID, title String, publisher String, url ID, published EDTF", **related_inputs(FIXED["Document"])
)
CONFLICT_INPUT = _inputs(
    "subject ID, predicate ID, object ID, qualifier ID, kind ConflictKind, decided_by Decision",
    statements=Collection(Step("statements_at", "statement", source="statements"), "StatementEdge", "Statement"),
)
FINDING_INPUT = _inputs("id ID, rule ID, code ID, severity Severity, subjects [ID], file ID, line BigInt")
UNORDERED = ("rank", "contested", "valueKind", "kind", "decidedBy")
"""What the stores keep no order of."""
FIXED_INPUT: Mapping[str, Mapping[str, Input]] = {
    "EntityWhere": ENTITY_INPUT,
    "EdgeWhere": EDGE_INPUT,
    "StatementWhere": STATEMENT_INPUT,
    "DocumentWhere": DOCUMENT_INPUT,
    "ConflictWhere": CONFLICT_INPUT,
    "FindingWhere": FINDING_INPUT,
    "EntitySort": sort_inputs(ENTITY_INPUT),
    "EdgeSort": sort_inputs(EDGE_INPUT, *UNORDERED),
    "StatementSort": sort_inputs(STATEMENT_INPUT, *UNORDERED),
    "DocumentSort": sort_inputs(DOCUMENT_INPUT),
    "ConflictSort": sort_inputs(CONFLICT_INPUT, *UNORDERED),
    "FindingSort": sort_inputs(FINDING_INPUT),
}
FIXED_SIDES = {"Relation": ("Entity", "Edge")}
