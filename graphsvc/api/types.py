"""The part of the schema that is the same for every ontology.

Reads are planned (`graphsvc.plan`), never resolved field by field: resolvers here only declare arguments.
"""

from __future__ import annotations

from typing import Annotated, Any, NoReturn, Optional

import strawberry
from strawberry import ID, UNSET, argument

from graphsvc.api.enums import Certainty, ConflictKind, Decision, Direction, Rank, Severity, ValueKind
from graphsvc.api.inputs import fixed_inputs
from graphsvc.api.scalars import EDTF, BigInt, Scalar

First = Annotated[Optional[int], argument(description="At most this many rows; the page size if left out.")]
After = Annotated[Optional[str], argument(description="Begin behind the row with this cursor.")]
Last = Annotated[Optional[int], argument(description="At most this many rows, from the end or from `before` back.")]
Before = Annotated[Optional[str], argument(description="End before the row with this cursor.")]

Predicate = Annotated[Optional[str], argument(description="A predicate or its inverse, in either spelling.")]

_inputs = fixed_inputs()
RelationWhere: Any = _inputs["RelationWhere"]
RelationSort: Any = _inputs["RelationSort"]
StatementWhere: Any = _inputs["StatementWhere"]
StatementSort: Any = _inputs["StatementSort"]
DocumentWhere: Any = _inputs["DocumentWhere"]
DocumentSort: Any = _inputs["DocumentSort"]
FindingWhere: Any = _inputs["FindingWhere"]
FindingSort: Any = _inputs["FindingSort"]


def planned() -> NoReturn:
    raise AssertionError("reads are planned, not resolved")


def statements(
    where: Optional[StatementWhere] = UNSET,
    sort: Optional[list[StatementSort]] = UNSET,
    first: First = UNSET,
    after: After = UNSET,
    last: Last = UNSET,
    before: Before = UNSET,
) -> StatementConnection:
    planned()


def documents(
    where: Optional[DocumentWhere] = UNSET,
    sort: Optional[list[DocumentSort]] = UNSET,
    first: First = UNSET,
    after: After = UNSET,
    last: Last = UNSET,
    before: Before = UNSET,
) -> DocumentConnection:
    planned()


def findings(
    where: Optional[FindingWhere] = UNSET,
    sort: Optional[list[FindingSort]] = UNSET,
    first: First = UNSET,
    after: After = UNSET,
    last: Last = UNSET,
    before: Before = UNSET,
) -> FindingConnection:
    planned()


def relations(
    predicate: Predicate = UNSET,
    direction: Optional[Direction] = UNSET,
    where: Optional[RelationWhere] = UNSET,
    sort: Optional[list[RelationSort]] = UNSET,
    first: First = UNSET,
    after: After = UNSET,
    last: Last = UNSET,
    before: Before = UNSET,
) -> RelationConnection:
    planned()


@strawberry.input(description="A time, for all that is below: relations, statements, attributes, counts.")
class AsOf:
    valid: EDTF = strawberry.field(description="When it held in the world; an imprecise date is all days it may be.")
    certainty: Optional[Certainty] = strawberry.field(
        default=UNSET,
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
    statements: StatementConnection = strawberry.field(resolver=statements, description="What it is the subject of.")
    relations: RelationConnection = strawberry.field(
        resolver=relations, description="Its edges, along any predicate, in both directions if not told otherwise."
    )
    documents: DocumentConnection = strawberry.field(
        resolver=documents, description="The documents of all statements about it, as subject or object."
    )
    findings: FindingConnection = strawberry.field(resolver=findings, description="What `check` finds that names it.")


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
    findings: FindingConnection = strawberry.field(resolver=findings, description="What `check` finds that names it.")


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
    supports: StatementConnection = strawberry.field(resolver=statements, description="The statements that cite it.")
    contradicts: StatementConnection = strawberry.field(
        resolver=statements, description="The statements that cannot hold beside one that cites it."
    )
    only_source_of: StatementConnection = strawberry.field(
        resolver=statements, description="The statements of claims that no other document makes."
    )


@strawberry.type(description="Statements that cannot all hold, and how the verdict between them was reached.")
class Conflict(Node):
    subject: Optional[Entity]
    predicate: str
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


def values(first: First = UNSET) -> list[ValueCount]:
    planned()


@strawberry.type(description="What the rows of a connection have in one field. What its type has no sense of is null.")
class FieldAggregate:
    count: BigInt = strawberry.field(description="How many values there are; in a list each counts.")
    distinct: BigInt
    min: Optional[Scalar] = strawberry.field(description="Of numbers, and of dates by their earliest day.")
    max: Optional[Scalar] = strawberry.field(description="Of numbers, and of dates by their earliest day.")
    average: Optional[float]
    sum: Optional[Scalar] = strawberry.field(description="Exact for whole numbers as long as it fits 64 bits.")
    values: list[ValueCount] = strawberry.field(resolver=values, description="The most frequent first.")


Measured = Annotated[str, argument(description="A field by its name in the API; any that `where` can filter by.")]


def field_aggregate(field: Measured) -> FieldAggregate:
    planned()


@strawberry.type(description="Figures over all rows that the filter leaves, whatever the page.")
class Aggregate:
    count: Count
    node: FieldAggregate = strawberry.field(resolver=field_aggregate, description="A field of the nodes.")
    edge: FieldAggregate = strawberry.field(resolver=field_aggregate, description="A field of a relation's edges.")


@strawberry.type(description="What all connections with figures have.")
class Listed:
    total_count: BigInt
    page_info: PageInfo
    aggregate: Aggregate


@strawberry.type
class EntityEdge:
    cursor: str
    node: Entity


@strawberry.type
class EntityConnection(Listed):
    edges: list[EntityEdge]


@strawberry.type
class StatementEdge:
    cursor: str
    node: Statement


@strawberry.type
class StatementConnection(Listed):
    edges: list[StatementEdge]


@strawberry.type
class DocumentEdge:
    cursor: str
    node: Document


@strawberry.type
class DocumentConnection(Listed):
    edges: list[DocumentEdge]


@strawberry.type
class ConflictEdge:
    cursor: str
    node: Conflict


@strawberry.type
class ConflictConnection(Listed):
    edges: list[ConflictEdge]


@strawberry.type
class FindingEdge:
    cursor: str
    node: Finding


@strawberry.type
class FindingConnection(Listed):
    edges: list[FindingEdge]


@strawberry.interface(description="A relation between two entities: one claim, with the statements that make it.")
class Relation:
    cursor: str
    predicate: str
    rank: Rank
    confidence: Optional[float]
    contested: bool = strawberry.field(description="Whether sources disagree on it or on a qualifier of it.")
    statements: StatementConnection = strawberry.field(resolver=statements, description="What it rests on.")
    documents: DocumentConnection = strawberry.field(resolver=documents, description="The documents that say so.")


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
    statements: StatementConnection = strawberry.field(resolver=statements, description="What it rests on.")
    documents: DocumentConnection = strawberry.field(resolver=documents, description="The documents that say so.")


@strawberry.type
class RelationConnection(Listed):
    edges: list[RelationEdge]
