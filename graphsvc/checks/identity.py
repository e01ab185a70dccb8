"""Entities that may be one and the same: blocked by normalised names and external ids, never compared all with all."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from graphsvc.checks.rule import Context
from graphsvc.records import Entity

_APART = r"[\s\-\u2010-\u2015_.,'\u2018\u2019\"\u201c\u201d/\u00b7]+"
_BETWEEN_DIGITS, _APART_ELSEWHERE = re.compile(rf"(?<=\d){_APART}(?=\d)"), re.compile(_APART)
LOOKED_AT = 5
"""Entities of one name that a further one is compared with: beyond these, all are told by the first."""


class Alike(NamedTuple):
    """An entity and one before it in the files that share a name, an external id, or a name that is another's alias."""

    entity: Entity
    earlier: Entity
    by: str
    shared: str


def name_key(name: str) -> str:
    """What spellings of one name have in common: letters without case and accents, without spaces and hyphens.

    `Musespark` and `Muse-Spark` are alike, `GPT-3.5` and `GPT-35` are not: between digits something stays.
    """
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(each for each in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(each))
    return _APART_ELSEWHERE.sub("", _BETWEEN_DIGITS.sub("|", plain))


def alike(context: Context) -> list[Alike]:
    """The pairs of entities of comparable classes that are alike, by external id, name and alias; each pair once."""
    found: dict[tuple[str, str], Alike] = {}
    for by in ("external id", "name", "alias"):
        for each in _by(context, by):
            pair = each.entity.id, each.earlier.id
            if pair not in found and pair[::-1] not in found:
                found[pair] = each
    return list(found.values())


def _by(context: Context, by: str) -> Iterator[Alike]:
    seen: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in context.dataset.entities:
        counts = context.entities[entity.id] is entity
        for key, shared in dict(_keys(entity, by)).items() if counts else ():
            others = seen[key]
            for other in others:
                if _comparable(context, entity, other) and not (by != "external id" and _told_apart(entity, other)):
                    yield Alike(entity, other, by, shared)
                    break
            if len(others) < LOOKED_AT:
                others.append(entity)


def _keys(entity: Entity, by: str) -> Iterator[tuple[str, str]]:
    if by == "external id":
        yield from ((id, id) for id in entity.external_ids)
        return
    for name in entity.aliases if by == "alias" else ():
        yield name_key(name), name
    if entity.name and (key := name_key(entity.name)):
        yield key, entity.name
        words = key if by == "alias" else " ".join(sorted(map(name_key, re.findall(r"[^\s,]+", entity.name))))
        if " " in words and not any(map(str.isdigit, words)):
            yield words, entity.name


def _comparable(context: Context, one: Entity, other: Entity) -> bool:
    """Whether both may be one thing: of one class, or below one that has instances and is no root."""
    classes = context.ontology.classes
    first, second = context.classes[one.id], context.classes[other.id]
    if first is None or second is None or first == second:
        return first == second
    common = set(classes[first].ancestors) & set(classes[second].ancestors)
    return any(not classes[name].abstract and not classes[name].mixin and classes[name].is_a for name in common)


def _told_apart(one: Entity, other: Entity) -> bool:
    """Whether a catalogue has both, as different things."""
    catalogues = [{re.sub("[^:/#]*$", "", id): id for id in entity.external_ids} for entity in (one, other)]
    return any(catalogues[1].get(prefix, id) != id for prefix, id in catalogues[0].items())
