"""The Plan: what one GraphQL read asks of a store, as frozen data that prints itself.

A store answers a Plan with rows: nested positional lists in the Plan's order.

    plan       [value of each root field]
    One        [row] as a row, or None              Same and Other are part of the row that holds them
    Many       [row, ...]
    Connect    [total or None, [item, ...]]         item = [cursor values or None, row of each Edges part]
    row        [type of the entity, if the selection is typed, then one value for each field of each variant]

Values that a client sends are not in the tree but in `Plan.values`, found by their index, so that the
tree of an operation, and the Cypher made from it, stay the same while its variables change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Parameter = int


@dataclass(frozen=True, slots=True)
class Compare:
    """`source` of the item (or of the node at its other end) against a value; absent never matches.

    Operators: `eq` `in` on single values, `eq` `includes` on lists, `absent` without a parameter.
    """

    source: str
    operator: str
    parameter: Parameter | None = None
    other: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Either:
    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Not:
    filter: Filter


Filter = Compare | Every | Either | Not


@dataclass(frozen=True, slots=True)
class Order:
    """One sort key. Absent values come last in both directions; ties end by id."""

    source: str
    descending: bool = False
    other: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """One key of the cursor's row: its value's parameter, or None where the value is absent there."""

    parameter: Parameter | None


@dataclass(frozen=True, slots=True)
class Page:
    """`first` rows (and one more if `peek`) behind the row whose keys are `after`, id last."""

    first: Parameter
    peek: bool = False
    after: tuple[Bound, ...] = ()


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
    document_statements     document        the statements that cite it
    sole_statements         document        the statements that cite it and no other
    references              statement       its references
    entity_at               statement, ...  the entity whose id `source` holds
    statement_at            conflict        the statement whose id `source` holds
    statements_at           statement, ...  the statements whose ids `source` lists
    """

    kind: str
    thing: str = ""
    label: str = ""
    types: tuple[str, ...] = ()
    direction: str = ""
    source: str = ""
    parameter: Parameter | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A stored property; `format` names how `shape` writes it."""

    key: str
    source: str
    format: str = ""


@dataclass(frozen=True, slots=True)
class Typename:
    """`__typename`: `name`, or if that is empty the type of the row."""

    key: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Cursor:
    key: str


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


@dataclass(frozen=True, slots=True)
class Many:
    key: str
    step: Step
    selection: Selection


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


Part = Total | Edges | PageInfo | Typename


@dataclass(frozen=True, slots=True)
class Connect:
    key: str
    step: Step
    where: Filter | None
    order: tuple[Order, ...]
    page: Page
    parts: tuple[Part, ...]
    fingerprint: str  # of the order: a cursor is of use under the same one only

    @property
    def counts(self) -> bool:
        return any(isinstance(part, Total) for part in self.parts)

    @property
    def edges(self) -> tuple[Edges, ...]:
        return tuple(part for part in self.parts if isinstance(part, Edges))

    @property
    def cursors(self) -> bool:
        """Whether the items' cursor values are asked for."""
        wanted = {"startCursor", "endCursor"}
        return any(
            (isinstance(part, PageInfo) and any(name in wanted for _, name in part.fields))
            or (isinstance(part, Edges) and any(isinstance(field, Cursor) for field in part.selection.fields))
            for part in self.parts
        )

    @property
    def lists(self) -> bool:
        """Whether any item is asked for at all."""
        return any(not isinstance(part, Total | Typename) for part in self.parts)


Field = Leaf | Typename | Cursor | One | Many | Connect


class Roots(tuple[Field, ...]):
    """The root fields. Hashed once: what is made of them is found by it."""

    def __hash__(self) -> int:
        if "hash" not in self.__dict__:
            self.__dict__["hash"] = super().__hash__()
        return int(self.__dict__["hash"])


@dataclass(frozen=True, slots=True)
class Plan:
    """The root fields in response order, and the values that their parameters stand for."""

    roots: tuple[Field, ...]
    values: tuple[Any, ...] = ()

    def __str__(self) -> str:
        return "\n".join(line for root in self.roots for line in _lines(root, 0))


def _lines(node: Any, depth: int) -> Iterator[str]:
    """One line for each node, children indented below it."""
    indent = "  " * depth
    match node:
        case Connect():
            yield f"{indent}{node.key}: connection {_step(node.step)}{_options(node)}"
            for part in node.parts:
                yield from _lines(part, depth + 1)
        case One() | Many() | Edges():
            step = _step(node.step) if not isinstance(node, Edges) else ""
            yield f"{indent}{node.key}: {type(node).__name__.lower()} {step}".rstrip()
            for variant in node.selection.variants:
                inner = depth + 1
                if variant.types is not None:
                    yield f"{'  ' * inner}on {' '.join(sorted(variant.types))}"
                    inner += 1
                for field in variant.fields:
                    yield from _lines(field, inner)
        case _:
            yield f"{indent}{node.key} = {_leaf(node)}"


def _leaf(node: Leaf | Typename | Cursor | Total | PageInfo) -> str:
    match node:
        case Leaf():
            return node.source + (f" as {node.format}" if node.format else "")
        case Typename():
            return f"type {node.name}".rstrip()
        case PageInfo():
            return f"page {' '.join(f'{key}={name}' for key, name in node.fields)}"
        case _:
            return type(node).__name__.lower()


def _step(step: Step) -> str:
    words = [step.kind, step.thing, step.direction, "|".join(step.types), step.label, step.source]
    return " ".join(word for word in words if word) + (f" ${step.parameter}" if step.parameter is not None else "")


def _options(node: Connect) -> str:
    where = f" where {show_filter(node.where)}" if node.where else ""
    keys = [f"{'node.' * key.other}{key.source}{' desc' * key.descending}" for key in node.order]
    after = ["null" if bound.parameter is None else f"${bound.parameter}" for bound in node.page.after]
    return f"{where} order {', '.join([*keys, 'id'])} first ${node.page.first}{' +1' * node.page.peek}" + (
        f" after ({', '.join(after)})" if after else ""
    )


def show_filter(node: Filter) -> str:
    match node:
        case Compare():
            value = "" if node.parameter is None else f" ${node.parameter}"
            return f"{'node.' * node.other}{node.source} {node.operator}{value}"
        case Not():
            return f"not ({show_filter(node.filter)})"
        case Every():
            return "(" + " and ".join(map(show_filter, node.filters)) + ")" if node.filters else "true"
        case Either():
            return "(" + " or ".join(map(show_filter, node.filters)) + ")" if node.filters else "false"
