"""YAML as nodes that know their place: parsed by PyYAML's C parser, scalars resolved by what is asked of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError

from graphsvc.errors import OntologyError, Position
from graphsvc.values import Raw, did_you_mean, shorten

DEEPEST = 100
_ANY = re.compile(".*", re.DOTALL)
_FLAG = re.compile("true|false", re.IGNORECASE)
_COUNT = re.compile("[0-9]{1,9}")
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")


class Text(str):
    """A text that knows its place; `str(text)` forgets it."""

    position: Position

    def __new__(cls, text: str, position: Position) -> Text:
        self = super().__new__(cls, text)
        self.position = position
        return self


def fail(message: str, way_out: str, position: Position) -> NoReturn:
    raise OntologyError(message, way_out, position)


def unknown(what: str, name: Text, known: Collection[str], otherwise: str) -> NoReturn:
    fail(f"{what} {name!r} is unknown.", did_you_mean(name, list(known), otherwise), name.position)


@dataclass(frozen=True)
class File:
    """One YAML file: its name as messages show it, and its text."""

    path: Path
    text: str

    @classmethod
    def read(cls, path: Path) -> File:
        """Raises `OntologyError` if the file cannot be read or is not UTF-8."""
        try:
            content = path.read_bytes()
        except OSError as error:
            message = f"The file cannot be read: {error.strerror}."
            fail(message, "Check the path and its permissions.", Position(str(path)))
        try:
            return cls(path, content.decode("utf-8-sig").replace("\r\n", "\n"))
        except UnicodeDecodeError as error:
            before = cls(path, content[: error.start].decode("utf-8-sig"))
            fail("The file is not UTF-8.", "Save it in that encoding.", before.end())

    def at(self, place: Node | yaml.Mark) -> Position:
        mark = place.start_mark if isinstance(place, Node) else place
        return Position(str(self.path), mark.line + 1, mark.column + 1)

    def end(self) -> Position:
        line = self.text.rpartition("\n")[2]
        return Position(str(self.path), self.text.count("\n") + 1, len(line) + 1)

    def root(self, what: str = "a LinkML schema") -> MappingNode:
        """The mapping that the file holds. Raises `OntologyError` if it is empty, broken or something else."""
        try:
            self._refuse_depth()
            node = yaml.compose(self.text, Loader=yaml.CSafeLoader)
        except yaml.MarkedYAMLError as error:
            place = self.at(error.problem_mark) if error.problem_mark else Position(str(self.path))
            fail(f"The file is not YAML: {error.problem or error.context}.", "Mend its syntax.", place)
        except ReaderError as error:
            before = File(self.path, self.text.encode()[: error.position].decode(errors="ignore"))
            fail("The file is not YAML: it holds a control character.", "Take the character out.", before.end())
        if node is None:
            fail("The file is empty.", f"Write {what} into it.", Position(str(self.path)))
        return self.mapping(node, what)

    def _refuse_depth(self) -> None:
        """The parser composes by recursion in C, which no exception ends."""
        depth = 0
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                place = Position(str(self.path), event.start_mark.line + 1 if event.start_mark else 0, 1)
                fail(f"It nests more than {DEEPEST} levels deep.", "Flatten it.", place)

    # What a node is taken for

    def mapping(self, node: Node, what: str) -> MappingNode:
        if not isinstance(node, MappingNode):
            self._wrong(node, what, "a mapping of keys to values")
        return node

    def pairs(self, node: Node, what: str) -> Iterator[tuple[Text, Node]]:
        """Keys and their nodes; nothing if the value was left out. A key given twice is refused."""
        seen: dict[str, Position] = {}
        for key_node, value in () if is_null(node) else self.mapping(node, what).value:
            key = self.name(key_node, f"a key of {what}")
            if key in seen:
                fail(f"The key {key!r} is given twice, first at {seen[key]}.", "Keep one of them.", key.position)
            seen[key] = key.position
            yield key, value

    def entries(self, node: Node, what: str, key: str = "name") -> Iterator[tuple[Text, Node | None]]:
        """Named things, written as a mapping, as a list of names, or as a list of mappings that hold `key`."""
        if not isinstance(node, SequenceNode):
            yield from self.pairs(node, what)
            return
        for item in node.value:
            if isinstance(item, ScalarNode):
                yield self.name(item, what), None
                continue
            parts: dict[str, Node] = dict(self.pairs(item, what))
            if key not in parts:
                fail(f"An entry of {what} has no {key!r}.", f"Give it a {key!r}.", self.at(item))
            yield Text(self.text_of(parts[key], key), self.at(item)), item

    def text_of(self, node: Node, what: str, form: re.Pattern[str] = _ANY, expected: str = "text") -> str:
        if not isinstance(node, ScalarNode) or not form.fullmatch(node.value):
            self._wrong(node, what, expected)
        return str(node.value)

    def name(self, node: Node, what: str) -> Text:
        return Text(self.text_of(node, what), self.at(node))

    def names(self, node: Node, what: str) -> tuple[Text, ...]:
        """A list of names; one name stands for a list of one."""
        items = node.value if isinstance(node, SequenceNode) else [node]
        return tuple(self.name(item, what) for item in items)

    def flag(self, node: Node, what: str) -> bool:
        return self.text_of(node, what, _FLAG, "true or false").lower() == "true"

    def number(self, node: Node, what: str) -> Decimal:
        return Decimal(self.text_of(node, what, _NUMBER, "a number"))

    def count(self, node: Node, what: str) -> int:
        return int(self.text_of(node, what, _COUNT, "a whole number"))

    def pattern(self, node: Node, what: str) -> str:
        pattern = self.text_of(node, what)
        try:
            re.compile(pattern)
        except re.error as error:
            fail(f"The pattern {pattern!r} is no regular expression: {error}.", "Mend it.", self.at(node))
        return pattern

    def scalar(self, node: Node, what: str) -> Raw:
        """A boolean, integer, decimal or text; quoted scalars are always text."""
        text = self.text_of(node, what)
        if isinstance(node, ScalarNode) and node.style:
            return text
        if text in ("true", "false"):
            return text == "true"
        if re.fullmatch(r"[+-]?[0-9]{1,18}", text):
            return int(text)
        return Decimal(text) if _NUMBER.fullmatch(text) else text

    def _wrong(self, node: Node, what: str, expected: str) -> NoReturn:
        shape = "a mapping" if isinstance(node, MappingNode) else "a list"
        given = shorten(node.value) if isinstance(node, ScalarNode) else shape
        fail(f"{what[0].upper()}{what[1:]} must be {expected}, not {given}.", f"Write {expected}.", self.at(node))


def is_null(node: Node) -> bool:
    """Whether a value was left out (YAML null)."""
    return isinstance(node, ScalarNode) and not node.style and node.value in ("", "~", "null")
