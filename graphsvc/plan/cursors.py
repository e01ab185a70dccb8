"""Keyset cursors: the sort keys of a row and its id, sealed with the order they belong to."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from typing import Any

import orjson

SEAL = 12


def fingerprint(*parts: object) -> str:
    """Which connection and order a cursor is for."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:SEAL]


def encode(order: str, values: Sequence[Any]) -> str:
    body = orjson.dumps(list(values))
    return base64.urlsafe_b64encode(_seal(order, body) + body).decode().rstrip("=")


def decode(order: str, cursor: str) -> list[Any] | None:
    """The values, or None if the cursor was not made for this order or was changed."""
    try:
        data = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except ValueError:
        return None
    seal, body = data[:SEAL], data[SEAL:]
    if seal != _seal(order, body):
        return None
    values = orjson.loads(body)
    return values if isinstance(values, list) else None


def _seal(order: str, body: bytes) -> bytes:
    return hashlib.sha256(order.encode() + b"\x00" + body).hexdigest()[:SEAL].encode()
