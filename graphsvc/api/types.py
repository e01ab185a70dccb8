"""The part of the schema that is the same for every ontology.

Reads are planned (`graphsvc.plan`), never resolved field by field: no field has a resolver.
"""

from __future__ import annotations

from functools import partial
from typing import Any, Optional

import strawberry
from strawberry import ID
from strawberry.annotation import StrawberryAnnotation

from graphsvc.api.enums import Certainty, ConflictKind, Decision, Direction, Rank, Severity, ValueKind
from graphsvc.api.inputs import Namespace, fixed_inputs, make_arguments, make_field, make_type
from graphsvc.api.scalars import EDTF, BigInt, Scalar

_names = Namespace({**fixed_inputs(), "Direction": Direction})
PAGE = {"first": "int", "after": "str", "last": "int", "before": "str"}
TOLD = {
    "first": "At most this many rows; the page size if left out.",
    "after": "Begin behind the row with this cursor.",
    "last": "At most this many rows, from the end or from `before` back.",
    "before": "End before the row with this cursor.",
    "predicate": "A predicate or its inverse, in either spelling.",
    "field": "A field by its name in the API; any that `where` can filter by.",
}
"""Arguments -> their descriptions."""


def asked(description: str, **arguments: str) -> Any:
    field = strawberry.field(description=description)
    field.arguments = make_arguments(arguments, _names, TOLD)
    return field


def listed(thing: str, description: str, **arguments: str) -> Any:
    """A field of pages of things, with arguments of its own before the usual ones."""
    return asked(description, **arguments, where=f"{thing}Where", sort=f"list[{thing}Sort]", **PAGE)


def pages(node: Any) -> Any:
    """The connection of things that stand alone, with its edges."""
    name = node.__name__
    fields = make_field("cursor", StrawberryAnnotation(str)), make_field("node", StrawberryAnnotation(node))
    edge = make_type(partial(strawberry.type, name=f"{name}Edge"), f"{name}Edge", (), fields)
    return connection(edge)


def connection(edge: Any) -> Any:
    name = edge.__name__.replace("Edge", "Connection")
    edges = make_field("edges", StrawberryAnnotation(list[edge]))
    return make_type(partial(strawberry.type, name=name), name, (Listed,), [edges])


@strawberry.input(description="A time, for all that is below: relations, statements, attributes, counts.")
class AsOf:
    valid: EDTF = strawberry.field(description="When it held in the world; an imprecise date is all days it may be.")
    certainty: Optional[Certainty] = strawberry.field(
        default=strawberry.UNSET,
        description="POSSIBLE (the default): may hold on one of these days. CERTAIN: holds on all of them for sure.",
    )


@strawberry.interface(description="Anything with an id.")
class Node:
    id: ID


@strawberry.interface(description="A thing that statements are about.")
class Entity(Node):
    type: str = strawberry.field(description="The most specific class it has in the ontology.")
    name: Optional[str]
    aliases: list[str]
    external_ids: list[str] = strawberry.field(description="Its ids elsewhere, as CURIEs.")
    contested: list[str] = strawberry.field(
        description="Slots and predicates, as the ontology names them, on which sources disagree."
    )
    statements: StatementConnection = listed("Statement", "What it is the subject of.")
    relations: RelationConnection = listed(
        "Relation",
        "Its edges, along any predicate, in both directions if not told otherwise.",
        predicate="str",
        direction="Direction",
    )
    documents: DocumentConnection = listed(
        "Document", "The documents of all statements about it, as subject or object."
    )
    findings: FindingConnection = listed("Finding", "What `check` finds that names it.")


@strawberry.type(description="An entity whose class is missing, unknown or abstract.")
class EntityInstance(Entity):
    pass


@strawberry.type(description="A property of a statement: a share, a role, a time, a status.")
class Qualifier:
    name: str
    value: Optional[Scalar]
    text: Optional[str] = strawberry.field(description="As the record has it, with its precision; on statements only.")


@strawberry.type(description="What a document says: subject, predicate, object or value, and where it is said.")
class Statement(Node):
    subject: Optional[Entity]
    predicate: str
    object: Optional[Entity]
    value: Optional[Scalar]
    text: Optional[str] = strawberry.field(description="The value as the record has it, with its precision.")
    value_kind: ValueKind
    qualifiers: list[Qualifier]
    rank: Rank
    confidence: Optional[float]
    references: list[Reference]
    valid_from: Optional[EDTF]
    valid_until: Optional[EDTF] = strawberry.field(description="The first day on which it no longer held.")
    shown: bool = strawberry.field(
        description="Whether an edge or attribute shows it. Its qualifiers can be outvoted all the same."
    )
    conflicts_with: list[Statement] = strawberry.field(description="The statements that cannot hold beside it.")
    findings: FindingConnection = listed("Finding", "What `check` finds that names it.")


@strawberry.type(description="The document that says it, and where in it.")
class Reference:
    document: Optional[Document]
    locator: Optional[str] = strawberry.field(description="Paragraph and range of characters: `p4:120-180`.")
    digest: Optional[str] = strawberry.field(description="sha256 of the cited span.")
    via: Optional[str] = strawberry.field(description="Whom the document itself cites for it.")
    retrieved: Optional[str]


@strawberry.type(description="A source.")
class Document(Node):
    title: Optional[str]
    publisher: Optional[str]
    url: Optional[str]
    published: Optional[EDTF]
    sha256: Optional[str]
    supports: StatementConnection = listed("Statement", "The statements that cite it.")
    contradicts: StatementConnection = listed("Statement", "The statements that cannot hold beside one that cites it.")
    only_source_of: StatementConnection = listed("Statement", "The statements of claims that no other document makes.")


@strawberry.type(description="Statements that cannot all hold, and how the verdict between them was reached.")
class Conflict(Node):
    subject: Optional[Entity]
    predicate: str
    object: Optional[Entity] = strawberry.field(description="What the claim is about whose qualifier they differ in.")
    qualifier: Optional[str] = strawberry.field(description="The qualifier they differ in, within one claim.")
    kind: ConflictKind
    decided_by: Decision
    shown: Optional[Statement] = strawberry.field(description="The statement whose value shows; none if undecided.")
    reasoning: list[str] = strawberry.field(description="What each side scored at each step, until one decided.")
    statements: list[Statement]


@strawberry.type(description="What `graphsvc check` finds: a fault or a remark, where it stands, and the way out.")
class Finding(Node):
    rule: str = strawberry.field(description="`graphsvc rule` explains it, by this name or by its code.")
    code: str
    severity: Severity
    message: str
    way_out: str
    subjects: list[str] = strawberry.field(description="The ids of all records involved, that of its place first.")
    file: str = strawberry.field(description="From the dataset's directory on.")
    line: Optional[int] = strawberry.field(description="From 1; null for the file as a whole, as is the column.")
    column: Optional[int]
    entities: list[Entity] = strawberry.field(description="Those among its subjects, by id.")
    statements: list[Statement] = strawberry.field(description="Those among its subjects, by id.")


@strawberry.type(description="The dataset being served, and how much it holds.")
class Dataset:
    id: ID
    revision: BigInt = strawberry.field(description="Grows by one with every load that changes something.")
    digest: str = strawberry.field(description="sha256 over all that is stored; equal data, equal digest.")
    entities: BigInt
    relations: BigInt
    statements: BigInt
    documents: BigInt
    conflicts: BigInt
    findings: BigInt


@strawberry.type(description="Where a page begins and ends (Relay).")
class PageInfo:
    start_cursor: Optional[str]
    end_cursor: Optional[str]
    has_next_page: bool
    has_previous_page: bool


@strawberry.type(description="How many rows a connection has, whatever its page.")
class Count:
    nodes: BigInt = strawberry.field(description="Different things: several edges may lead to one.")
    edges: BigInt = strawberry.field(description="Rows; `totalCount` by another name.")


@strawberry.type(description="A value, and how many rows have it.")
class ValueCount:
    value: Optional[Scalar]
    count: BigInt


@strawberry.type(description="What the rows of a connection have in one field. What its type has no sense of is null.")
class FieldAggregate:
    count: BigInt = strawberry.field(description="How many values there are; in a list each counts.")
    distinct: BigInt
    min: Optional[Scalar] = strawberry.field(description="Of numbers, and of dates by their earliest day.")
    max: Optional[Scalar] = strawberry.field(description="Of numbers, and of dates by their earliest day.")
    average: Optional[float]
    sum: Optional[Scalar] = strawberry.field(description="Exact for whole numbers as long as it fits 64 bits.")
    values: list[ValueCount] = asked("The most frequent first.", first="int")


@strawberry.type(description="Figures over all rows that the filter leaves, whatever the page.")
class Aggregate:
    count: Count
    node: FieldAggregate = asked("A field of the nodes.", field="str!")
    edge: FieldAggregate = asked("A field of a relation's edges.", field="str!")


@strawberry.type(description="What all connections with figures have.")
class Listed:
    total_count: BigInt
    page_info: PageInfo
    aggregate: Aggregate


@strawberry.interface(description="A relation between two entities: one claim, with the statements that make it.")
class Relation:
    cursor: str
    predicate: str
    rank: Rank
    confidence: Optional[float]
    contested: bool = strawberry.field(description="Whether sources disagree on it or on a qualifier of it.")
    statements: StatementConnection = listed("Statement", "What it rests on.")
    documents: DocumentConnection = listed("Document", "The documents that say so.")


@strawberry.type(description="An edge of any predicate.")
class RelationEdge(Relation):
    node: Entity
    direction: Direction
    properties: list[Qualifier]


@strawberry.type(description="An edge of any predicate, seen from neither end.")
class Link:
    predicate: str
    rank: Rank
    confidence: Optional[float]
    contested: bool = strawberry.field(description="Whether sources disagree on it or on a qualifier of it.")
    source: Entity = strawberry.field(description="Its subject.")
    target: Entity = strawberry.field(description="Its object.")
    properties: list[Qualifier]
    statements: StatementConnection = listed("Statement", "What it rests on.")
    documents: DocumentConnection = listed("Document", "The documents that say so.")


EntityConnection: Any = pages(Entity)
StatementConnection: Any = pages(Statement)
DocumentConnection: Any = pages(Document)
ConflictConnection: Any = pages(Conflict)
FindingConnection: Any = pages(Finding)
RelationConnection: Any = connection(RelationEdge)
