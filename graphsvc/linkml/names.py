"""Names: how they are normalised, and what stands above a name. Collisions, unknown parents and cycles are refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from graphsvc.linkml.nodes import Text, fail, unknown
from graphsvc.linkml.reader import Element, Schema
from graphsvc.ontology import Note


def class_name(text: str) -> str:
    """`gene to gene association` -> `GeneToGeneAssociation`; classes and enums."""
    return "".join(word[0].upper() + word[1:] for word in re.split(r"[\W_]+", text.replace(",", "")) if word)


def slot_name(text: str) -> str:
    """`related to` -> `related_to`; slots and types."""
    return re.sub(r"\W+", "_", text.replace(",", "").strip())


def parents(element: Element) -> list[Text]:
    """Mixins, then is_a (of a type: typeof): the order in which LinkML lets them speak."""
    return [*element.get("mixins", ()), *(element.get(key) for key in ("is_a", "typeof") if element.get(key))]


def closure(name: str, elements: Mapping[str, Element]) -> list[Element]:
    """The element and all above it, the one whose word counts most first.

    The order is that of `SchemaView.class_ancestors` in linkml-runtime: the parents of the element, then
    depth first along is_a.
    """
    found, todo = {name: elements[name]}, [name]
    while todo:
        new = {str(above): elements[above] for above in parents(elements[todo.pop()]) if above not in found}
        found |= new
        todo.extend(new)
    return list(found.values())


def check_names(schema: Schema) -> list[Note]:
    """Refuse names that collide, parents that do not exist and cycles."""
    classes, slots, types, enums = (list(section.values()) for section in schema.sections.values())
    for section in schema.sections.values():
        _check_parents(section)
        _refuse_cycles(section)
    return [
        *_collisions(class_name, [*classes, *enums]),
        *_collisions(slot_name, slots),
        *_collisions(slot_name, types),
        *_collisions(str, [*classes, *enums, *types]),
    ]


def _collisions(normalise: Callable[[str], str], elements: Iterable[Element]) -> Iterator[Note]:
    """Refuse two elements of one name; a note if they are classes that declare the same."""
    seen: dict[str, Element] = {}
    for element in elements:
        name = normalise(element.name)
        if not name:
            fail(f"The {element.kind} name {element.name!r} holds no letter.", "Rename it.", element.position)
        other = seen.setdefault(name, element)
        if other is element:
            continue
        message = f"{element.name!r} and {other.name!r} ({other.position}) are both named {name!r} in the graph"
        if not (element.kind == other.kind == "class" and _declared(element) == _declared(other)):
            fail(f"{message}.", "Rename one of them.", element.position)
        yield Note("name-twice", f"{message} and declare the same: they count as one.", element.position)


def _declared(element: Element) -> Mapping[str, object]:
    passing = ("abstract", "description", "aliases", "annotations")
    return {key: said for key, said in element.facts.items() if key not in passing}


def _check_parents(elements: Mapping[str, Element]) -> None:
    for element in elements.values():
        for parent in parents(element):
            if parent not in elements:
                others = [name for name in elements if name != element.name]
                way_out = f"Declare that {element.kind}, or take it out."
                unknown(f"In {element.name!r}, the parent", parent, others, way_out)


def _refuse_cycles(elements: Mapping[str, Element]) -> None:
    try:
        TopologicalSorter({name: parents(element) for name, element in elements.items()}).prepare()
    except CycleError as error:
        members = error.args[1][:0:-1]
        start = min(range(len(members)), key=lambda index: elements[members[index]].position)
        way = " -> ".join([*members[start:], *members[: start + 1]])
        first = elements[members[start]]
        fail(f"A {first.kind} is above itself: {way}.", "Break the cycle.", first.position)
