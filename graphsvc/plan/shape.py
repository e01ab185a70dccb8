"""Rows of a Plan -> the response's data. The one place where names, enums and cursors are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from graphsvc.plan import cursors
from graphsvc.plan.figures import Summary
from graphsvc.plan.measures import Aggregate, Figure, Figures, Measure
from graphsvc.plan.names import stored_name, upper_snake
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
    Plan,
    Selection,
    Shares,
    Total,
    Typename,
)
from graphsvc.plan.vocabulary import Vocabulary

Data = dict[str, Any]
FIXED_ENUMS = frozenset({"Rank", "ValueKind", "Decision", "ConflictKind", "Severity"})


def shape(plan: Plan, rows: list[Any], vocabulary: Vocabulary) -> Data:
    """The `data` of the response: response keys in the operation's order.

    `rows` has one value for each root of the Plan, as `plan.tree` says.
    """
    shaper = _Shaper(vocabulary, plan.values, {})
    return {root.key: shaper.value(root, row) for root, row in zip(plan.roots, rows, strict=True)}


@dataclass(frozen=True)
class _Shaper:
    vocabulary: Vocabulary
    values: tuple[Any, ...]
    plain: dict[int, tuple[str, ...]]  # by the identity of the selection

    def value(self, field: Field, value: Any) -> Any:
        match field:
            case Leaf():
                return self.write(value, field.format) if field.format else value
            case One():
                return None if value is None else self.row(field.selection, value)
            case Many():
                return [self.row(field.selection, row) for row in value]
            case Connect():
                return self.connection(field, value)
            case Shares():
                return self.shares(field, value)
            case Choice():
                found = zip(field.fields, value, strict=True)
                return next((self.value(one, row) for one, row in found if row is not None), None)
            case _:
                raise AssertionError(field)

    # Leaves

    def write(self, value: Any, format_: str) -> Any:
        kind, _, rest = format_.partition(" ")
        match kind:
            case "enum":
                return None if value is None else self.member(rest, value)
            case "list":
                return [self.write(item, rest) if rest else item for item in value or ()]
            case "qualifiers":
                return [_qualifier(rest, row) for row in orjson.loads(value or "[]")]
            case _:
                return [_qualifier(rest, row) for row in self.properties(value)]

    def member(self, enum: str, value: Any) -> str:
        return upper_snake(value) if enum in FIXED_ENUMS else self.vocabulary.enums[enum].names[value]

    def properties(self, stored: Mapping[str, Any]) -> list[list[Any]]:
        """The qualifiers among all properties of an edge, in the ontology's order."""
        known = self.vocabulary.qualifiers.get(stored["predicate"], {})
        values = [(name, stored[stored_name(name)]) for name in known if stored_name(name) in stored]
        return [[n, v, None] for n, value in values for v in (value if isinstance(value, list) else [value])]

    # Things

    def shares(self, node: Shares, value: list[Any]) -> list[Data]:
        assert node.step.parameter is not None
        edges, rows = value
        found = effective_shares(self.values[node.step.parameter], edges)[: self.values[node.first]]
        of = dict(rows)
        return [self.row(node.selection, of[one.holder], one) for one in found]

    def row(self, selection: Selection, row: list[Any], told: Any = None) -> Data:
        """One thing; `told` is what else is known of it: the cursor of its edge, or its effective share."""
        keys = self.plain.get(id(selection))
        if keys is None:
            keys = self.plain[id(selection)] = _plain_keys(selection)
        if keys:
            return dict(zip(keys, row, strict=True))
        position = 1 if selection.typed else 0
        type_ = self.typename(row[0]) if selection.typed else ""
        data: Data = {}
        for variant in selection.variants:
            wanted = variant.types is None or type_ in variant.types
            for field in variant.fields:
                if wanted:
                    value = row[position]
                    if type(field) is Leaf and not field.format:
                        data[field.key] = value
                    elif type(field) is One and value is not None:
                        data[field.key] = self.row(field.selection, value)
                    else:
                        data[field.key] = self.field(field, value, type_, told)
                position += 1
        return data

    def field(self, field: Field, value: Any, type_: str, told: Any) -> Any:
        match field:
            case Typename():
                return field.name or type_
            case Cursor():
                return told
            case Computed():
                return getattr(told, field.name)
            case _:
                return self.value(field, value)

    def typename(self, class_type: str) -> str:
        return self.vocabulary.row_types.get(class_type, "EntityInstance")

    # Connections

    def connection(self, node: Connect, value: list[Any]) -> Data:
        total, items, (nodes, groups) = value if len(value) == 3 else (*value, (None, ()))
        if node.measures:
            total = sum(group[-1] for group in groups)
        size = self.values[node.page.size]
        shown = items[:size][:: -1 if node.page.backward else 1]
        sealed = node.cursors
        marks = [cursors.encode(node.fingerprint, item[0]) if sealed else None for item in shown]
        data: Data = {}
        column = 0
        for part in node.parts:
            match part:
                case Total():
                    data[part.key] = total
                case Edges():
                    column += 1
                    data[part.key] = [
                        self.row(part.selection, item[column], mark) for item, mark in zip(shown, marks, strict=True)
                    ]
                case PageInfo():
                    data[part.key] = self.page_info(part, node, marks, len(items) > size)
                case Aggregate():
                    counts = {"edges": total, "nodes": total if nodes is None else nodes, "__typename": "Count"}
                    data[part.key] = self.aggregate(part, node.measures, groups, counts)
                case Typename():
                    data[part.key] = part.name
        return data

    def page_info(self, part: PageInfo, node: Connect, marks: list[str | None], more: bool) -> Data:
        behind, ahead = (more, bool(node.page.mark))[:: 1 if node.page.backward else -1]
        known = {
            "startCursor": marks[0] if marks else None,
            "endCursor": marks[-1] if marks else None,
            "hasNextPage": ahead,
            "hasPreviousPage": behind,
            "__typename": "PageInfo",
        }
        return {key: known[name] for key, name in part.fields}

    def aggregate(self, node: Aggregate, measures: tuple[Measure, ...], groups: list[Any], counts: Data) -> Data:
        data: Data = {}
        for field in node.fields:
            if isinstance(field, Figure):
                data[field.key] = "Aggregate"
            elif field.measure:
                column = measures.index(field.measure)
                data[field.key] = self.figures(field, [(group[column], group[-1]) for group in groups])
            else:
                data[field.key] = {figure.key: counts[figure.name] for figure in field.figures}
        return data

    def figures(self, node: Figures, column: list[tuple[Any, int]]) -> Data:
        format_ = node.format.removeprefix("list ")
        summary = Summary.of(column, format_, many=format_ != node.format)
        data: Data = {}
        for figure in node.figures:
            if figure.name == "values":
                assert figure.first is not None
                shown = summary.values[: self.values[figure.first]]
                data[figure.key] = [self.value_count(figure, format_, *group) for group in shown]
            else:
                data[figure.key] = "FieldAggregate" if figure.name == "__typename" else getattr(summary, figure.name)
        return data

    def value_count(self, figure: Figure, format_: str, value: Any, count: int) -> Data:
        written = self.write(value, format_) if format_.startswith("enum ") else value
        known = {"value": written, "count": count, "__typename": "ValueCount"}
        return {key: known[name] for key, name in figure.fields}


def _plain_keys(selection: Selection) -> tuple[str, ...]:
    """The response keys of a selection whose rows need no writing at all, else ()."""
    fields = [field for variant in selection.variants for field in variant.fields if variant.types is None]
    plain = all(isinstance(field, Leaf) and not field.format for field in fields)
    return tuple(field.key for field in fields) if plain and not selection.typed else ()


def _qualifier(fields: str, row: list[Any]) -> Data:
    """One Qualifier: `fields` are `key=name` with commas, `row` is name, value, text."""
    known = {"name": row[0], "value": row[1], "text": row[2], "__typename": "Qualifier"}
    return {key: known[name] for key, _, name in (pair.partition("=") for pair in fields.split(",") if pair)}
