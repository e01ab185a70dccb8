"""The Plan: what one GraphQL read asks of a store, as frozen data that prints itself.

A store answers a Plan with rows: nested positional lists in the Plan's order.

    plan       [value of each root field]
    One        row, or None
    Many       [row, ...]
    Connect    [total or None, [item, ...]]         item = [cursor values, if any are asked for, the values of the row
                                                    of each Edges part]; nearest to the cursor first, so a backward
                                                    page comes turned round
                if there is an aggregate also [number of different nodes at the other end or None, [group, ...]],
                group = [value of each of the `measures`, number of rows that have just these], in any order
    Shares     [[[holder, held, share], ...], [[holder, row], ...]]     ids; the first has each edge once
    Choice     [value of each field]
    row        [type of the entity, if the selection is typed, then the values of each field of each variant]
               one value for a field, but as many as its own row has for a One of the same thing or of the other end,
               and none for what no store knows: Typename, Cursor, Computed

Values that a client sends are not in the tree but in `Plan.values`, found by their index, so that the
tree of an operation, and the Cypher made from it, stay the same while its variables change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graphsvc.plan.measures import Aggregate, Measure
from graphsvc.plan.valid import AsOf

Parameter = int


@dataclass(frozen=True, slots=True)
class Compare:
    """`source` of the item (or of the node at its other end) against a value.

    Operators on single values: `eq` `in` `lt` `lte` `gt` `gte`, on texts also `contains` `startsWith` `endsWith`;
    `list eq` and `list includes` on lists; `absent` without a parameter. An absent value matches nothing else, and
    nothing matches a parameter that is None.
    """

    source: str
    operator: str
    parameter: Parameter | None = None
    other: bool = False
    at: AsOf | None = None


@dataclass(frozen=True, slots=True)
class Every:
    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Either:
    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Not:
    filter: Filter


@dataclass(frozen=True, slots=True)
class Related:
    """Whether `step`, from the item (or the node at its other end), finds something for which `where` holds.

    With `operator`, one of `Compare`'s for numbers: how many it finds against a value.
    """

    step: Step
    where: Filter | None
    operator: str = ""
    parameter: Parameter | None = None
    other: bool = False


Filter = Compare | Every | Either | Not | Related


@dataclass(frozen=True, slots=True)
class Order:
    """One sort key. Absent values come last in both directions; ties end by id.

    `kind` is what its values are, so that a cursor with others can be told from one that was made here.
    With `count` it is how many things that step finds; `source` is then a name that no property has.
    """

    source: str
    descending: bool = False
    other: bool = False
    kind: type = str
    at: AsOf | None = field(default=None, repr=False)  # no part of a cursor's fingerprint
    count: Step | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Bound:
    """One key of the cursor's row: its value's parameter, or None where the value is absent there."""

    parameter: Parameter | None


@dataclass(frozen=True, slots=True)
class Page:
    """`size` rows (and one more if `peek`) behind the row whose keys are `mark`, id last.

    With `backward` they are the rows before it, or the last ones of all without a mark.
    """

    size: Parameter
    peek: bool = False
    mark: tuple[Bound, ...] = ()
    backward: bool = False


@dataclass(frozen=True, slots=True)
class Walk:
    """Which ways a walk may go, how far, and how much of what it finds is wanted.

    Along edges of the types `out` from subject to object, and of `back` from object to subject (None: of any type);
    over things of one of the classes `labels` (none: any), where it starts aside; `least` to `most` edges (None: no
    bound), to the entity with the id `to`. `types` stands for the names of all these types, or null for any.
    """

    out: tuple[str, ...] | None
    back: tuple[str, ...] | None
    least: int
    most: int | None
    first: Parameter
    labels: tuple[str, ...] = ()
    to: Parameter | None = None
    types: Parameter | None = None

    def __str__(self) -> str:
        out, back = ("any" if types is None else "|".join(types) or "none" for types in (self.out, self.back))
        most = "" if self.most is None else self.most
        to = "" if self.to is None else f" to ${self.to}"
        labels = f" over {'|'.join(self.labels)}" if self.labels else ""
        return f"walk {self.least}..{most} out {out} back {back}{labels}{to} first ${self.first}"


@dataclass(frozen=True, slots=True)
class Step:
    """How to get from one thing to the next.

    kind                    from            to
    same                    anything        itself
    other                   edge, reference the node at the other end, the document
    entity                  -               the entity whose id is `parameter`, if it is of class `label`
    statement, document     -               by id
    dataset                 -               the dataset
    all                     -               every `thing` (of class `label`)
    edges                   entity          its edges of `types` (none: any), `direction` out, in or both,
                                            whose other end is of class `label`
    claim_statements        edge            the statements of its claim
    claim_documents         edge            the documents of its claim
    entity_statements       entity          the statements it is the subject of
    entity_documents        entity          the documents of the statements it is subject or object of
    statement_documents     statement       the documents it cites
    document_statements     document        the statements that cite it
    opposed_statements      document        the statements that stand against one that cites it
    sole_statements         document        the statements that cite it and no other
    references              statement       its references
    entity_at               statement, ...  the entity whose id `source` holds
    statement_at            conflict        the statement whose id `source` holds
    statements_at           statement, ...  the statements, or else the `thing`s, whose ids `source` lists
    source, target          edge            its subject, its object
    paths                   -               the paths of the `walk` from the entity `parameter`, as `length`
    path_nodes, path_edges  path            what it leads over, in order
    neighbourhood           -               what the `walk` reaches from the entity `parameter`
    reached                 neighbourhood   the things reached, each with its `depth`
    among                   neighbourhood   the edges among them
    closure                 entity          the things that the `walk` reaches, each with its `depth`
    search                  -               the entities (of any class of `types`) with words of the phrase `parameter`,
                                            each with its `score` and what `matched`

    `at` keeps edges and statements that hold then; documents are those of such statements, walks take such edges only.
    """

    kind: str
    thing: str = ""
    label: str = ""
    types: tuple[str, ...] = ()
    direction: str = ""
    source: str = ""
    parameter: Parameter | None = None
    at: AsOf | None = None
    walk: Walk | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A stored property; `format` names how `shape` writes it."""

    key: str
    source: str
    format: str = ""
    at: AsOf | None = None


@dataclass(frozen=True, slots=True)
class Typename:
    """`__typename`: `name`, or if that is empty the type of the row."""

    key: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Cursor:
    key: str


@dataclass(frozen=True, slots=True)
class Computed:
    """Something that no store holds, but `shape` knows of the row."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Variant:
    """Fields for rows of `types`, or for all rows if `types` is None."""

    types: frozenset[str] | None
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    variants: tuple[Variant, ...]
    typed: bool = False

    @property
    def fields(self) -> Iterator[Field]:
        for variant in self.variants:
            yield from variant.fields


@dataclass(frozen=True, slots=True)
class One:
    key: str
    step: Step
    selection: Selection

    @property
    def inside(self) -> bool:
        """Whether its values are in the row that holds it."""
        return self.step.kind in ("same", "other")


@dataclass(frozen=True, slots=True)
class Many:
    key: str
    step: Step
    selection: Selection


@dataclass(frozen=True, slots=True)
class Shares:
    """Who holds how much of the entity `step.parameter`, by edges of `step.types` with the property `step.source`."""

    key: str
    step: Step
    first: Parameter
    selection: Selection


@dataclass(frozen=True, slots=True)
class Choice:
    """The first of these that is there."""

    key: str
    fields: tuple[One, ...]


@dataclass(frozen=True, slots=True)
class Total:
    key: str


@dataclass(frozen=True, slots=True)
class Edges:
    key: str
    selection: Selection


@dataclass(frozen=True, slots=True)
class PageInfo:
    key: str
    fields: tuple[tuple[str, str], ...]  # (response key, field of PageInfo)


Part = Total | Edges | PageInfo | Typename | Aggregate


@dataclass(frozen=True)
class Connect:
    key: str
    step: Step
    where: Filter | None
    order: tuple[Order, ...]
    page: Page
    parts: tuple[Part, ...]
    fingerprint: str  # of the order: a cursor is of use under the same one only
    seek: tuple[str, ...] | None = None  # an index on these and the id holds the items in this order

    @cached_property
    def counts(self) -> bool:
        asked = any(isinstance(part, Total) or (isinstance(part, Aggregate) and part.counted) for part in self.parts)
        return asked and not self.measures

    @cached_property
    def apart(self) -> bool:
        """Whether nodes are to be counted apart from edges, several of which may lead to one."""
        nodes = any(isinstance(part, Aggregate) and "nodes" in part.counted for part in self.parts)
        return nodes and self.step.kind == "edges"

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Each one once. With any, their groups say how many rows there are."""
        asked = (measure for part in self.parts if isinstance(part, Aggregate) for measure in part.measures)
        return tuple(dict.fromkeys(asked))

    @cached_property
    def edges(self) -> tuple[Edges, ...]:
        return tuple(part for part in self.parts if isinstance(part, Edges))

    @cached_property
    def cursors(self) -> bool:
        """Whether the items' cursor values are asked for."""
        wanted = {"startCursor", "endCursor"}
        return any(
            (isinstance(part, PageInfo) and any(name in wanted for _, name in part.fields))
            or (isinstance(part, Edges) and any(isinstance(field, Cursor) for field in part.selection.fields))
            for part in self.parts
        )

    @cached_property
    def lists(self) -> bool:
        """Whether any item is asked for at all."""
        return any(not isinstance(part, Total | Typename | Aggregate) for part in self.parts)


Field = Leaf | Typename | Cursor | Computed | One | Many | Shares | Choice | Connect


def width(selection: Selection) -> int:
    """How many values a row has."""
    return selection.typed + sum(map(width_of, selection.fields))


def width_of(field: Field) -> int:
    match field:
        case Typename() | Cursor() | Computed():
            return 0
        case One(inside=True, selection=selection):
            return width(selection)
        case _:
            return 1


class Roots(tuple[Field, ...]):
    """The root fields. Hashed once: what is made of them is found by it."""

    def __hash__(self) -> int:
        if "hash" not in self.__dict__:
            self.__dict__["hash"] = super().__hash__()
        return int(self.__dict__["hash"])


@dataclass(frozen=True, slots=True)
class Plan:
    """The root fields in response order, the values that their parameters stand for, and whether any has a time."""

    roots: tuple[Field, ...]
    values: tuple[Any, ...] = ()
    dated: bool = False
