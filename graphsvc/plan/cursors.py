"""Keyset cursors: the sort keys of a row and its id, sealed with the order they belong to."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from typing import Any

import orjson

from graphsvc.values import INTEGERS

SEAL = 12


def fingerprint(*parts: str) -> str:
    """Which connection and order a cursor is for."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:SEAL]


def encode(order: str, values: Sequence[Any]) -> str:
    body = orjson.dumps(list(values))
    return base64.urlsafe_b64encode(_seal(order, body) + body).decode().rstrip("=")


def decode(order: str, kinds: Sequence[type], cursor: str) -> list[Any] | None:
    """The values, or None if the cursor was not made for this order or was changed.

    The seal is no secret, so a client can make a cursor of its own: its values must be of the order's kinds.
    """
    try:
        data = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        seal, body = data[:SEAL], data[SEAL:]
        values = orjson.loads(body) if seal == _seal(order, body) else None
    except ValueError:
        return None
    if not isinstance(values, list) or len(values) != len(kinds) or values[-1] is None:
        return None
    return values if all(map(_fits, kinds, values)) else None


def _fits(kind: type, value: object) -> bool:
    if value is None or kind in (str, bool):
        return value is None or isinstance(value, kind)
    return type(value) is kind is float or (type(value) is int and value in INTEGERS)


def _seal(order: str, body: bytes) -> bytes:
    return hashlib.sha256(order.encode() + b"\x00" + body).hexdigest()[:SEAL].encode()
