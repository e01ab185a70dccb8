"""YAML files -> one `Schema`: what the ontology and its imports declare, each name with its position."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from os.path import normpath
from pathlib import Path
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from graphsvc.errors import Position
from graphsvc.linkml.metaslots import DOCUMENTATION, NOT_READ, READ
from graphsvc.linkml.nodes import File, Text, fail, is_null, unknown
from graphsvc.ontology import Annotations, Note

Find = Callable[[Path], File | None]
"""The file at a path, if there is one."""


@dataclass(frozen=True, eq=False)
class Element:
    """A class, slot, type or enum as declared: metaslot -> what it says. `kind` is a key of `metaslots.READ`.

    The facts of a slot hold `ranges`, a tuple of names, for `range` and `any_of`.
    """

    kind: str
    name: Text
    facts: Mapping[str, Any] = field(default_factory=dict)

    def get(self, metaslot: str, default: Any = None) -> Any:
        return self.facts.get(metaslot, default)

    @property
    def position(self) -> Position:
        return self.name.position


@dataclass
class Schema:
    """What all files together declare; `main` holds the facts of the file that was asked for."""

    main: Element = field(init=False)
    classes: dict[str, Element] = field(default_factory=dict)
    slots: dict[str, Element] = field(default_factory=dict)
    types: dict[str, Element] = field(default_factory=dict)
    enums: dict[str, Element] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    builtin: bool = False  # linkml:types is imported
    unread: dict[tuple[str, str], list[Position]] = field(default_factory=dict)
    texts: dict[Path, str] = field(default_factory=dict)

    @property
    def sections(self) -> Mapping[str, dict[str, Element]]:
        return {"classes": self.classes, "slots": self.slots, "types": self.types, "enums": self.enums}

    def notes(self) -> Iterator[Note]:
        for (kind, metaslot), places in self.unread.items():
            often = f" ({len(places)} times, the first here)" if len(places) > 1 else ""
            message = f"`{metaslot}` ({kind}) is not read{often}: graphsvc acts as if it were not there."
            yield Note("metaslot-not-read", message, places[0])


def read_schema(main: File, find: Find) -> Schema:
    """Read a LinkML file and, before it, what it imports. Raises `OntologyError` with the place of the fault."""
    schema = Schema()
    schema.main = _read_file(main, schema, find)
    return schema


def _read_file(file: File, schema: Schema, find: Find) -> Element:
    schema.texts[file.path] = file.text
    main = _Reader(file, schema.unread).element("schema", Text("schema", Position(str(file.path))), file.root())
    for imported in main.get("imports", ()):
        target = _imported(imported, file.path.parent, schema, find)
        if target and target.path not in schema.texts:
            _read_file(target, schema, find)
    schema.prefixes.update(main.get("prefixes", {}))
    for section, known in schema.sections.items():
        _merge(known, main.get(section, {}))
    return main


def _merge(known: dict[str, Element], new: Mapping[str, Element]) -> None:
    for name, element in new.items():
        if name in known:
            message = f"The {element.kind} {name!r} is declared twice, first at {known[name].position}."
            fail(message, "Keep one of them, or rename one.", element.position)
        known[name] = element


def _imported(name: Text, folder: Path, schema: Schema, find: Find) -> File | None:
    if name == "linkml:types":
        schema.builtin = True
        return None
    candidates = [Path(normpath(folder / one)) for one in (f"{name}.yaml", name)]
    found = next(filter(None, map(find, candidates)), None)
    if found is None:
        rule = f"only linkml:types and local files do, and there is no {candidates[0]}"
        fail(f"The import {name!r} does not resolve: {rule}.", "Check its name, or save it there.", name.position)
    return found


class _Reader:
    """Turns the nodes of one file into elements; one method per shape of `metaslots.READ`."""

    def __init__(self, file: File, unread: dict[tuple[str, str], list[Position]]) -> None:
        self.file = file
        self.unread = unread
        self.shapes: Mapping[str, Callable[[Node, str], Any]] = {
            "text": file.text_of,
            "name": file.name,
            "names": file.names,
            "flag": file.flag,
            "number": file.number,
            "count": file.count,
            "pattern": file.pattern,
            "any_of": self._any_of,
            "tags": self._annotations,
            "prefixes": self._prefixes,
            "classes": partial(self._elements, "class"),
            "slots": partial(self._elements, "slot"),
            "types": partial(self._elements, "type"),
            "enums": partial(self._elements, "enum"),
            "unique_keys": partial(self._elements, "unique key", key="unique_key_name"),
            "permissible_values": partial(self._elements, "permissible value", key="text"),
        }

    def element(self, kind: str, name: Text, node: Node | None) -> Element:
        facts = {} if node is None else dict(self._facts(kind, name, node))
        if facts.get("any_of"):
            facts["ranges"] = facts["any_of"]
        elif "range" in facts:
            facts["ranges"] = (facts["range"],)
        return Element(kind, name, facts)

    def _facts(self, kind: str, name: Text, node: Node) -> Iterator[tuple[str, Any]]:
        what = kind if kind == "schema" else f"{kind} {name!r}"
        for key, value in self.file.pairs(node, what):
            shape = READ[kind].get(key)
            if shape is None:
                self._pass_over(kind, key)
            elif not is_null(value):
                yield str(key), self.shapes[shape](value, f"`{key}` of {what}")

    def _pass_over(self, kind: str, key: Text) -> None:
        if key in NOT_READ:
            self.unread.setdefault((kind, key), []).append(key.position)
        elif key not in DOCUMENTATION:
            known = [*READ[kind], *sorted(DOCUMENTATION | NOT_READ)]
            unknown(f"The {kind} key", key, known, "Take it out; LinkML has no such metaslot here.")

    def _elements(self, kind: str, node: Node, what: str, key: str = "name") -> dict[str, Element]:
        return {name: self.element(kind, name, body) for name, body in self.file.entries(node, what, key)}

    def _any_of(self, node: Node, what: str) -> tuple[Text, ...]:
        items = node.value if isinstance(node, SequenceNode) else [node]
        alternatives = [self.element("alternative", Text(what, self.file.at(item)), item) for item in items]
        return tuple(alternative.get("range") for alternative in alternatives if "range" in alternative.facts)

    def _annotations(self, node: Node, what: str) -> Annotations:
        """`tag: value`, `tag: {value: …}` or a list of `{tag: …, value: …}`."""
        found = {}
        for tag, value in self._tagged(node, what, "tag", "value"):
            if isinstance(value, ScalarNode):
                found[str(tag)] = self.file.scalar(value, f"the annotation {tag!r}")
            else:
                self.unread.setdefault(("annotation", tag), []).append(tag.position)
        return found

    def _prefixes(self, node: Node, what: str) -> dict[str, str]:
        found = {}
        for prefix, value in self._tagged(node, what, "prefix_prefix", "prefix_reference"):
            if value is None or is_null(value):
                fail(f"The prefix {prefix!r} stands for nothing.", "Give its URI.", prefix.position)
            found[str(prefix)] = self.file.text_of(value, f"the prefix {prefix!r}")
        return found

    def _tagged(self, node: Node, what: str, key: str, value_key: str) -> Iterator[tuple[Text, Node | None]]:
        for name, body in self.file.entries(node, what, key):
            value = body
            if isinstance(body, MappingNode):
                value = next((part for part_key, part in self.file.pairs(body, what) if part_key == value_key), None)
            yield name, value
