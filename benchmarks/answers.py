"""Whether servers give the same answer, however each spells it. What differs is not timed."""

from __future__ import annotations

from typing import Any

import orjson

ORDERED = ("Q4", "Q5", "Q7")
"""Queries that sort: the order of their lists counts."""


class Refused(Exception):
    """A server answered with errors; the message is the first."""


def canonical(query: str, answer: bytes) -> bytes:
    """What an answer says, so that equal answers are equal bytes. Raises Refused."""
    body = orjson.loads(answer)
    if body.get("errors"):
        raise Refused(body["errors"][0]["message"])
    roots = {key: _plain(value, query in ORDERED) for key, value in body["data"].items()}
    return orjson.dumps({key: _one(v) for key, v in roots.items() if v != []}, option=orjson.OPT_SORT_KEYS)


def _one(value: Any) -> Any:
    """A thing that is asked for by its id comes alone here and as a list of one there."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _plain(value: Any, ordered: bool) -> Any:
    """Connections as lists of their edges, an edge's properties on the edge, a thing with one field as that."""
    if isinstance(value, list):
        items = [_plain(item, ordered) for item in value]
        return items if ordered else sorted(items, key=lambda item: orjson.dumps(item, option=orjson.OPT_SORT_KEYS))
    if not isinstance(value, dict):
        return round(float(value), 9) if isinstance(value, int | float) and not isinstance(value, bool) else value
    if isinstance(value.get("properties"), dict):
        value = {key: inner for key, inner in value.items() if key != "properties"} | value["properties"]
    given = {key: _plain(inner, ordered and key != "sources") for key, inner in value.items() if key != "endCursor"}
    for only in ("edges", "node", "id", "share"):
        if [*given] == [only]:
            return given[only]
    return given
