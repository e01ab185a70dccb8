"""Rows of a Plan -> the response's data. The one place where names, enums and cursors are written.

The fields of a Plan are made into functions once, which then take only rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, NamedTuple

import orjson

from graphsvc.plan import cursors
from graphsvc.plan.figures import Summary
from graphsvc.plan.measures import Aggregate, Figure, Figures, Measure
from graphsvc.plan.names import ENUMS, stored_name, upper_snake
from graphsvc.plan.shares import effective_shares
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
    PageInfo,
    Part,
    Plan,
    Selection,
    Shares,
    Total,
    Typename,
    width,
    width_of,
)
from graphsvc.plan.vocabulary import Vocabulary

Data = dict[str, Any]
Values = Sequence[Any]
Write = Callable[[Values, Any, Any], Any]
"""From the Plan's values, what a store gave, and what else is known of the row: the cursor of its edge, or its
effective share."""
COMPILED = 256
"""Plans whose functions are kept."""


def shape(plan: Plan, rows: list[Any], vocabulary: Vocabulary) -> Data:
    """The `data` of the response: response keys in the operation's order.

    `rows` has one value for each root of the Plan, as `plan.tree` says.
    """
    written = zip(plan.roots, writers(plan.roots, vocabulary), rows, strict=True)
    return {root.key: write(plan.values, row, None) for root, write, row in written}


@lru_cache(COMPILED)
def writers(roots: tuple[Field, ...], vocabulary: Vocabulary) -> tuple[Write, ...]:
    """What writes each root of a Plan: made once, then it takes only rows."""
    return tuple(map(_Compiler(vocabulary).value, roots))


class _Page(NamedTuple):
    """What is known of one connection."""

    total: int | None
    shown: list[Any]
    more: bool
    nodes: int | None
    groups: Sequence[Any]


@dataclass(frozen=True)
class _Compiler:
    vocabulary: Vocabulary

    def value(self, field: Field) -> Write:
        match field:
            case Leaf():
                return self.leaf(field.format) or (lambda _, value, __: value)
            case One():
                row = self.row(field.selection)
                return lambda values, value, _: None if value is None else row(values, value, None)
            case Many():
                row = self.row(field.selection)
                return lambda values, rows, _: [row(values, each, None) for each in rows]
            case Connect():
                return self.connection(field)
            case Shares():
                return self.shares(field)
            case Choice():
                return self.choice(field)
            case _:
                assert isinstance(field, Typename), field
                return lambda _, __, ___: field.name

    def choice(self, field: Choice) -> Write:
        inner = tuple(map(self.value, field.fields))

        def choice(values: Values, rows: list[Any], _: Any) -> Any:
            found = zip(inner, rows, strict=True)
            return next((write(values, row, None) for write, row in found if row is not None), None)

        return choice

    # Leaves

    def leaf(self, format_: str) -> Write | None:
        """None for what is written as it is."""
        kind, _, rest = format_.partition(" ")
        match kind:
            case "":
                return None
            case "enum":
                member = upper_snake if rest in ENUMS else self.vocabulary.enums[rest].names.__getitem__
                return lambda _, value, __: None if value is None else member(value)
            case "list":
                write = self.leaf(rest) or (lambda _, item, __: item)
                return lambda values, items, _: [write(values, item, None) for item in items or ()]
            case "qualifiers":
                return lambda _, value, __: [_qualifier(rest, row) for row in orjson.loads(value or "[]")]
            case _:
                return lambda _, value, __: [_qualifier(rest, row) for row in self.properties(value)]

    def properties(self, stored: Mapping[str, Any]) -> list[list[Any]]:
        """The qualifiers among all properties of an edge, in the ontology's order."""
        known = self.vocabulary.qualifiers.get(stored["predicate"], {})
        values = [(name, stored[stored_name(name)]) for name in known if stored_name(name) in stored]
        return [[n, v, None] for n, value in values for v in (value if isinstance(value, list) else [value])]

    # Things

    def shares(self, node: Shares) -> Write:
        held, row = node.step.parameter, self.row(node.selection)
        assert held is not None

        def shares(values: Values, value: list[Any], _: Any) -> list[Data]:
            edges, rows = value
            found = effective_shares(values[held], edges)[: values[node.first]]
            of = dict(rows)
            return [row(values, of[one.holder], one) for one in found]

        return shares

    def row(self, selection: Selection, at: int = 0) -> Write:
        """What writes one thing, whose values begin there in the row."""
        if not selection.typed:
            return self.fields(selection, "", at)
        known: dict[str, Write] = {}

        def row(values: Values, row: list[Any], told: Any) -> Data:
            write = known.get(row[at])
            if write is None:
                type_ = self.vocabulary.row_types.get(row[at], "EntityInstance")
                write = known[row[at]] = self.fields(selection, type_, at)
            found: Data = write(values, row, told)
            return found

        return row

    def fields(self, selection: Selection, type_: str, at: int) -> Write:
        """What writes one thing of this type: a dict display, for to call a function for each field takes longer.

        Its text has response keys, type names and positions only, the first two as Python writes them.
        """
        writers: dict[str, Any] = {}
        text = self.display(selection, type_, "row", at, writers)
        write: Write = eval(f"lambda values, row, told: {text}", writers)  # noqa: S307
        return write

    def display(self, selection: Selection, type_: str, row: str, at: int, writers: dict[str, Any]) -> str:
        at += selection.typed
        wanted: dict[str, str] = {}
        for variant in selection.variants:
            for field in variant.fields:
                if variant.types is None or type_ in variant.types:
                    wanted[field.key] = self.text(field, type_, row, at, writers)
                at += width_of(field)
        return f"{{{', '.join(f'{key!r}: {text}' for key, text in wanted.items())}}}"

    def text(self, field: Field, type_: str, row: str, at: int, writers: dict[str, Any]) -> str:
        value = f"{row}[{at}]"
        match field:
            case Leaf(format=""):
                return value
            case Leaf(format=format_) if format_.startswith("enum ") and format_[5:] not in ENUMS:
                name = f"names{len(writers)}"
                writers[name] = self.vocabulary.enums[format_[5:]].names
                return f"(None if {value} is None else {name}[{value}])"
            case Typename():
                return repr(field.name or type_)
            case One(inside=True, selection=Selection(typed=False) as inner):
                return self.display(inner, "", row, at, writers)
            case One(inside=True, selection=inner):
                name = f"write{len(writers)}"
                writers[name] = self.row(inner, at)
                return f"{name}(values, {row}, None)"
            case Cursor():
                return "told"
            case Computed(name=name):
                return f"told.{name}"
            case _:
                name = f"write{len(writers)}"
                writers[name] = self.value(field)
                return f"{name}(values, {value}, None)"

    # Connections

    def connection(self, node: Connect) -> Write:
        size, step = node.page.size, -1 if node.page.backward else 1
        match node.parts:
            case (Edges(key=only, selection=Selection(typed=False) as selection),) if not _marked(selection):
                writers: dict[str, Any] = {}
                row = self.display(selection, "", "item", 0, writers)
                rows = f"[{row} for item in value[1][:values[{size}]]{'[::-1]' * node.page.backward}]"
                write: Write = eval(f"lambda values, value, _, told=None: {{{only!r}: {rows}}}", writers)  # noqa: S307
                return write
        parts = [(part.key, write) for part, write in self.parts(node)]

        def connection(values: Values, value: list[Any], _: Any) -> Data:
            total, items, (nodes, groups) = value if len(value) == 3 else (*value, (None, ()))
            if node.measures:
                total = sum(group[-1] for group in groups)
            first = values[size]
            page = _Page(total, items[:first][::step], len(items) > first, nodes, groups)
            return {key: write(values, page, None) for key, write in parts}

        return connection

    def parts(self, node: Connect) -> Iterator[tuple[Part, Write]]:
        at = int(node.cursors)
        for part in node.parts:
            match part:
                case Total():
                    yield part, lambda _, page, __: page.total
                case Edges():
                    yield part, self.edges(part, at, node.fingerprint)
                    at += width(part.selection)
                case PageInfo():
                    yield part, partial(_page_info, part, node)
                case Aggregate():
                    yield part, self.aggregate(part, node.measures)
                case Typename():
                    yield part, self.value(part)

    def edges(self, part: Edges, at: int, fingerprint: str) -> Write:
        row = self.row(part.selection, at)
        if _marked(part.selection):
            mark = partial(cursors.encode, fingerprint)
            return lambda values, page, _: [row(values, item, mark(item[0])) for item in page.shown]
        return lambda values, page, _: [row(values, item, None) for item in page.shown]

    def aggregate(self, node: Aggregate, measures: tuple[Measure, ...]) -> Write:
        parts = [(field.key, self.summary(field, measures)) for field in node.fields]
        return lambda values, page, _: {key: write(values, page, None) for key, write in parts}

    def summary(self, field: Figures | Figure, measures: tuple[Measure, ...]) -> Write:
        if isinstance(field, Figure):
            return lambda _, __, ___: "Aggregate"
        if field.measure:
            return self.figures(field, measures.index(field.measure))
        return partial(_counts, field.figures)

    def figures(self, node: Figures, column: int) -> Write:
        format_ = node.format.removeprefix("list ")
        many = format_ != node.format
        parts = [(figure.key, self.figure(figure, format_)) for figure in node.figures]

        def figures(values: Values, page: _Page, _: Any) -> Data:
            summary = Summary.of([(group[column], group[-1]) for group in page.groups], format_, many=many)
            return {key: write(values, summary, None) for key, write in parts}

        return figures

    def figure(self, figure: Figure, format_: str) -> Write:
        if figure.name == "__typename":
            return lambda _, __, ___: "FieldAggregate"
        if figure.name != "values":
            get = attrgetter(figure.name)
            return lambda _, summary, __: get(summary)
        first, fields = figure.first, figure.fields
        assert first is not None
        write = self.leaf(format_ if format_.startswith("enum ") else "") or (lambda _, value, __: value)

        def counted(values: Values, summary: Summary, _: Any) -> list[Data]:
            known = ({"value": write(values, value, None), "count": number, "__typename": "ValueCount"}
                     for value, number in summary.values[: values[first]])  # fmt: skip
            return [{key: each[name] for key, name in fields} for each in known]

        return counted


def _marked(selection: Selection) -> bool:
    """Whether there is a cursor in the rows of edges."""
    return any(isinstance(field, Cursor) for field in selection.fields)


def _counts(figures: Sequence[Figure], _: Values, page: _Page, __: Any) -> Data:
    nodes = page.total if page.nodes is None else page.nodes
    counts = {"edges": page.total, "nodes": nodes, "__typename": "Count"}
    return {figure.key: counts[figure.name] for figure in figures}


def _page_info(part: PageInfo, node: Connect, _: Values, page: _Page, __: Any) -> Data:
    behind, ahead = (page.more, bool(node.page.mark))[:: 1 if node.page.backward else -1]
    ends = (*page.shown[:1], *page.shown[-1:]) if node.cursors else ()
    marks = [cursors.encode(node.fingerprint, item[0]) for item in ends] or (None, None)
    known = {
        "startCursor": marks[0],
        "endCursor": marks[1],
        "hasNextPage": ahead,
        "hasPreviousPage": behind,
        "__typename": "PageInfo",
    }
    return {key: known[name] for key, name in part.fields}


def _qualifier(fields: str, row: list[Any]) -> Data:
    """One Qualifier: `fields` are `key=name` with commas, `row` is name, value, text."""
    known = {"name": row[0], "value": row[1], "text": row[2], "__typename": "Qualifier"}
    return {key: known[name] for key, _, name in (pair.partition("=") for pair in fields.split(",") if pair)}
