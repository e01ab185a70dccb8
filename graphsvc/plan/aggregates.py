"""The `aggregate` field of a connection -> a part of the Plan."""

from __future__ import annotations

from collections.abc import Mapping

from graphsvc.errors import RefusedQuery
from graphsvc.plan.limits import page_size
from graphsvc.plan.measures import Aggregate, Figure, Figures, Measure
from graphsvc.plan.selecting import TYPENAME, Asked, Selecting
from graphsvc.plan.vocabulary import ValueField
from graphsvc.values import did_you_mean, shorten


def aggregate(reader: Selecting, key: str, asked: Asked, where: str, *, relation: bool, depth: int) -> Aggregate:
    """`where` names the filter of the connection, which says what its nodes and edges have."""
    fields: list[Figures | Figure] = []
    for inner, field in reader.collect("Aggregate", asked.selections, None).items():
        reader.counted(field, depth)
        match field.name:
            case "__typename":
                fields.append(Figure(inner, TYPENAME))
            case "count":
                counts = reader.collect("Count", field.selections, None).items()
                fields.append(Figures(inner, tuple(Figure(k, f.name) for k, f in counts)))
            case side:
                known = reader.bindings.measured(where, edge=side == "edge")
                other = relation and side == "node"
                fields.append(_figures(reader, inner, field, known, other, depth))
    return Aggregate(key, tuple(fields))


def _figures(
    reader: Selecting, key: str, asked: Asked, known: Mapping[str, ValueField], other: bool, depth: int
) -> Figures:
    name = reader.arguments(asked)["field"]
    field = known.get(name)
    if field is None:
        rule = f"{asked.name} has no field {shorten(name)} to aggregate here."
        otherwise = f"Known fields: {', '.join(list(known)[:20])}." if known else "Ask by `node(field:)`."
        raise RefusedQuery(rule, did_you_mean(name, list(known), otherwise), "BAD_ARGUMENT", asked.nodes[0])
    found = reader.collect("FieldAggregate", asked.selections, None).items()
    for _, inner in found:
        reader.counted(inner, depth + 1)
    figures = tuple(_figure(reader, inner, figure) for inner, figure in found)
    format_ = "list " * field.multivalued + "enum " * field.enum + field.scalar
    return Figures(key, figures, Measure(field.source, other), format_)


def _figure(reader: Selecting, key: str, asked: Asked) -> Figure:
    if asked.name != "values":
        return Figure(key, asked.name)
    size = page_size("first", reader.arguments(asked).get("first"), reader.limits, asked.nodes[0])
    fields = reader.collect("ValueCount", asked.selections, None)
    return Figure(key, asked.name, reader.inputs.parameter(size), tuple((k, f.name) for k, f in fields.items()))
