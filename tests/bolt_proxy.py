"""A TCP proxy on loopback that reads along: which Bolt messages go between a driver and a Neo4j.

It decodes the handshake (with or without manifest) and the chunks of the Bolt protocol, and counts a message
before it passes it on: whoever has an answer in hand finds all that belongs to it counted. A round trip begins
with the first message of a client after the server's last.
"""

from __future__ import annotations

import socket
import threading
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from typing import Self
from urllib.parse import urlsplit

NAMES = {0x10: "RUN", 0x71: "RECORD", 0x66: "ROUTE", 0x7F: "FAILURE"}
MANIFEST = bytes([0, 0, 1, 0xFF])

Reading = Generator[None, int, None]
"""Takes one byte with each `send`."""


class BoltProxy:
    """Stands in for the server at `target` (`bolt://host:port`, without TLS) under an address of its own."""

    kept: int | None = 2
    """How many bytes of each message `heard` is given; None: all."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        self.target = (parts.hostname or "127.0.0.1", parts.port or 7687)
        self.seen: Counter[str] = Counter()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits in `accept`
        self.listener.close()

    @contextmanager
    def counting(self) -> Iterator[Counter[str]]:
        """What passes while the block runs: name -> how many."""
        before, passed = self.seen.copy(), Counter[str]()
        yield passed
        passed.update(self.seen - before)

    def accept(self) -> None:
        with suppress(OSError):  # the listener was closed
            while True:
                client, _ = self.listener.accept()
                server = socket.create_connection(self.target)
                talk = Talk(self.heard, self.kept)
                for source, sink, reader in ((client, server, talk.client()), (server, client, talk.server())):
                    threading.Thread(target=relay, args=(source, sink, reader), daemon=True).start()

    def heard(self, message: bytes, trip: bool) -> None:  # noqa: ARG002 - for whoever counts round trips
        """`trip`: whether the message begins a round trip."""
        if message[1] in NAMES:
            self.seen[NAMES[message[1]]] += 1


class Talk:
    """One connection: what each side says."""

    def __init__(self, heard: Callable[[bytes, bool], None], kept: int | None) -> None:
        self.heard, self.kept = heard, kept
        self.manifest = self.asking = False

    def client(self) -> Reading:
        yield from take(20)  # the magic number and four versions
        first = yield from take(2)
        if self.manifest:
            yield from take(2)  # the version it chose, and what it can do besides
            yield from number()
            first = yield from take(2)
        yield from self.messages(first, True)

    def server(self) -> Reading:
        self.manifest = (yield from take(4)) == MANIFEST
        if self.manifest:
            count = yield from number()
            yield from take(4 * count)
            yield from number()
        yield from self.messages((yield from take(2)), False)

    def messages(self, size: bytes, asking: bool) -> Reading:
        """Chunks make a message, and an empty chunk ends it. The second byte says which message it is."""
        message = b""
        while True:
            length = int.from_bytes(size)
            if length:
                message = (message + (yield from take(length)))[: self.kept]
            elif message:
                self.heard(message, asking and not self.asking)
                self.asking = asking
                message = b""
            size = yield from take(2)


def take(count: int) -> Generator[None, int, bytes]:
    taken = bytearray()
    while len(taken) < count:
        taken.append((yield))
    return bytes(taken)


def number() -> Generator[None, int, int]:
    """A whole number in base 128, least significant digit first."""
    total = shift = 0
    while True:
        byte = yield
        total |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return total


def relay(source: socket.socket, sink: socket.socket, reader: Reading) -> None:
    next(reader)
    with suppress(OSError):
        while data := source.recv(65536):
            for byte in data:
                reader.send(byte)
            sink.sendall(data)
    for end in (source, sink):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()
