"""Records and their judgement -> what a store holds. Pure, so that both stores hold the same to the last byte.

Rows are plain properties: text, whole numbers, doubles, booleans and lists of them; what is absent has no key.
Dates come with `__min` and `__max` (day numbers), texts and enums with `__key` (what they sort by). Where a property
that an index sorts by is absent, one with `__absent` says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import compress
from operator import itemgetter
from typing import Any, NamedTuple

import orjson

from graphsvc.edtf import Edtf
from graphsvc.ontology import Slot
from graphsvc.plan.names import ABSENT, OFF_RANGE, stored_name
from graphsvc.plan.vocabulary import NAME_KEY, Vocabulary
from graphsvc.records import Dataset, Rank, Statement
from graphsvc.stores.rows import SAID, UNCLASSIFIED, EdgeRow, EntityRow, LateRow, Made, Once, Projection, Properties
from graphsvc.stores.sources import document_row, keyed, present, reference_rows, suffixed
from graphsvc.stores.validity import period_lists, spans
from graphsvc.tokens import search_properties
from graphsvc.values import Raw, Value, ValueFault, agree, canonical, plain, raw_text, stored
from graphsvc.verdict import Attribute, Claim, Conflict, ConflictKind, Judgement, statement_intervals


def project(
    dataset: Dataset, judgement: Judgement, vocabulary: Vocabulary, find: Callable[[], Iterable[Properties]] = tuple
) -> Projection:
    """What stores keep of a dataset, and of the rows of what `find` finds in it, which is not called before they are
    needed. Of records that share an id the first counts.
    """
    return _Projector(dataset, judgement, vocabulary).project(find)


Said = tuple[Statement, Claim]
Write = Callable[[Sequence[Value]], dict[str, Any]]
AT_HAND: Mapping[str, Callable[[Said], Any]] = {
    "id": lambda one: one[0].id,
    "claim": lambda one: one[1].id,
    "subject": lambda one: one[0].subject,
    "predicate": lambda one: one[0].predicate,
    "object": lambda one: one[0].object,
    "value_kind": lambda one: str(one[0].value_kind),
    "rank": lambda one: str(one[0].rank),
    "confidence": lambda one: one[0].confidence,
}
"""What is read from a statement as it is: by this they are chosen among all."""
EDGE_AT_HAND: Mapping[str, Callable[[Claim], Any]] = {
    "id": lambda claim: claim.id,
    "predicate": lambda claim: claim.predicate,
    SAID: lambda claim: [statement.id for statement in claim.statements],
}


class _Kind(NamedTuple):
    """What the entities of one class have in common: its type and labels, how each of its slots is written, which of
    them are searched, and what indexes sort by.
    """

    type: str
    labels: tuple[str, ...]
    slots: Mapping[str, Write]
    texts: tuple[str, ...]
    indexed: frozenset[str]


class _Projector:
    def __init__(self, dataset: Dataset, judgement: Judgement, vocabulary: Vocabulary) -> None:
        self.dataset = dataset
        self.ontology = dataset.ontology
        self.judgement = judgement
        self.vocabulary = vocabulary
        self.kind = cache(self.kind_of)
        self.qualifiers = cache(self.qualifiers_of)
        self.unshown = cache(self.unshown_ends)
        class_of = cache(self.class_of)
        self.classes = {entity.id: class_of(entity.categories) for entity in reversed(dataset.entities)}
        self.fights = self.opponents(judgement.conflicts)
        self.claim_of: dict[str, Claim] = {}
        self.several: dict[str, Statement] = {}  # those of claims that have more than one

    def class_of(self, categories: tuple[str, ...]) -> str | None:
        name = self.ontology.most_specific(categories)
        return name if name in self.vocabulary.object_types else None

    def project(self, find: Callable[[], Iterable[Properties]]) -> Projection:
        leading = [claim for claim in self.judgement.claims if claim.object is not None and self.leads(claim)]
        edges = {claim.id: self.edge(claim) for claim in leading}
        self.edges: Container[str] = edges
        for claim in self.judgement.claims:
            statements = claim.statements
            if len(statements) == 1:
                self.claim_of[statements[0].id] = claim
            else:
                self.several.update((statement.id, statement) for statement in statements)
                self.claim_of.update((statement.id, claim) for statement in statements)
        return Projection(
            self.dataset.id,
            self.ontology,
            dict(sorted(self.entities(self.off_range(leading)), key=itemgetter(0))),
            edges,
            Made(self.claim_of, lambda id_: LateRow(self.said(id_), self.statement, AT_HAND)),
            Made(self.claim_of, lambda id_: reference_rows(self.said(id_)[0])),
            dict(sorted(self.documents())),
            {c.id: self.conflict(c) for c in sorted(self.judgement.conflicts, key=lambda c: c.id)},
            Once(lambda: dict(sorted((row["id"], present(row)) for row in find()))),
        )

    def said(self, id_: str) -> Said:
        claim = self.claim_of[id_]
        return self.several.get(id_) or claim.statements[0], claim

    # Entities

    def entities(self, off_range: Container[str]) -> Iterator[tuple[str, EntityRow]]:
        attributes: dict[str, dict[str, Any]] = defaultdict(dict)
        for attribute in self.judgement.attributes:
            attributes[attribute.subject] |= self.attribute(attribute)
        contested: dict[str, set[str]] = defaultdict(set)
        for conflict in self.judgement.conflicts:
            contested[conflict.subject].add(conflict.predicate)
        for entity in {e.id: e for e in reversed(self.dataset.entities)}.values():
            kind, said = self.kind(self.classes[entity.id]), attributes.get(entity.id, {})
            properties = {
                "id": entity.id,
                "type": kind.type,
                **keyed("name", entity.name),
                "aliases": list(entity.aliases),
                "external_ids": list(entity.external_ids),
                "contested": sorted(contested.get(entity.id, ())),
                OFF_RANGE: entity.id in off_range or None,
                **said,
                **search_properties(entity.name, entity.aliases, _texts(said, kind.texts)),
            }
            found = present(properties)
            found |= {source + ABSENT: True for source in kind.indexed if source not in found}
            yield entity.id, EntityRow(kind.labels, found)

    def kind_of(self, class_name: str | None) -> _Kind:
        if class_name is None:
            return _Kind(UNCLASSIFIED, (), {}, (), frozenset({NAME_KEY}))
        labels = self.vocabulary.labels(class_name)
        slots = self.ontology.attributes(class_name)
        return _Kind(
            self.vocabulary.by_class[class_name].name,
            labels,
            {n: self.writer(n, slot, self.vocabulary.value_fields[n].multivalued) for n, slot in slots.items()},
            tuple(stored_name(name) for name, slot in slots.items() if slot.annotations.get("text")),
            frozenset({NAME_KEY}.union(*(self.vocabulary.classes[label].sorted_by for label in labels))),
        )

    def attribute(self, attribute: Attribute) -> dict[str, Any]:
        """Nothing for a slot that the subject's class does not have."""
        write = self.write_of(attribute)
        shown = write(attribute.values) if write and attribute.values else {}
        return shown | self.periods(attribute, write, shown) if write and attribute.dated else shown

    def write_of(self, attribute: Attribute) -> Write | None:
        return self.kind(self.classes.get(attribute.subject)).slots.get(attribute.slot)

    def periods(self, attribute: Attribute, write: Write, shown: Properties) -> dict[str, Any]:
        """What showed when, beside what shows."""
        found: dict[str, Any] = {}
        many = self.vocabulary.value_fields[attribute.slot].multivalued
        for kind, periods in (("valid", attribute.possible), ("sure", attribute.sure)):
            ordered = sorted(periods, key=lambda period: canonical(period.value)) if many else periods
            found |= period_lists(kind, [(self.element(attribute, write, p.value), p) for p in ordered], shown)
        return found

    def element(self, attribute: Attribute, write: Write, value: Value) -> dict[str, Any]:
        """What is stored for one value, to stand in a list: a text where the ontology allows several types."""
        source, written = stored_name(attribute.slot), write((value,))
        if isinstance(written[source], list):
            return {source: written[source][0]}
        class_name = self.classes[attribute.subject]
        mixed = class_name and self.mixed(self.ontology.attributes(class_name)[attribute.slot])
        return written | {source: canonical(value)} if mixed else written

    def mixed(self, slot: Slot) -> bool:
        """Whether its values may be of several types."""
        return len({rules.kind for rules in self.ontology.rules(slot)}) > 1

    def writer(self, name: str, slot: Slot, multivalued: bool) -> Write:
        """What is stored for the values of a slot."""
        source = stored_name(name)
        if multivalued:
            # A list in Neo4j has one type, so where the ontology allows several its values are kept as texts.
            write: Callable[[Value], Any] = canonical if self.mixed(slot) else plain
            return lambda values: {source: [write(value) for value in values]}
        enum = self.ontology.enums.get(slot.range) if len(set(slot.ranges)) == 1 else None
        texts = enum.texts if enum else ()
        return lambda values: suffixed(source, stored(values[0], texts))

    # Edges

    def leads(self, claim: Claim) -> bool:
        """Whether a claim is an edge."""
        meant = claim.predicate in self.ontology.predicates and claim.rank is not Rank.DEPRECATED
        return meant and claim.object in self.classes and claim.subject in self.classes

    def edge(self, claim: Claim) -> EdgeRow:
        assert claim.object is not None
        type_ = self.vocabulary.relationship_types[claim.predicate]
        return EdgeRow(type_, claim.subject, claim.object, LateRow(claim, self.edge_properties, EDGE_AT_HAND))

    def edge_properties(self, claim: Claim) -> Properties:
        properties: dict[str, Any] = {
            "id": claim.id,
            "predicate": claim.predicate,
            "rank": str(claim.rank),
            "confidence": claim.confidence,
            "contested": bool(claim.contested) or any(self.fights.get(s.id) for s in claim.statements),
        }
        writers = self.qualifiers(claim.predicate)
        for name, values in claim.qualifiers.items():
            if values and name in writers:
                properties |= writers[name](values)
        return present(properties | spans(claim.since, claim.until))

    def qualifiers_of(self, predicate: str) -> Mapping[str, Write]:
        """How the qualifiers of a predicate are written."""
        fields = self.vocabulary.qualifiers.get(predicate, {})
        slots = self.ontology.predicates[predicate].qualifiers
        return {name: self.writer(name, slot, fields[name].multivalued) for name, slot in slots.items()}

    def off_range(self, claims: Iterable[Claim]) -> set[str]:
        """Entities one of whose edges a typed field of theirs does not show, for what is at its other end."""
        found: set[str] = set()
        shown: set[tuple[str, str | None, str | None]] = set()
        for claim in claims:
            kinds = claim.predicate, self.classes[claim.subject], self.classes[claim.object or ""]
            if kinds not in shown:
                unshown = self.unshown(*kinds)
                found.update(compress((claim.subject, claim.object or ""), unshown))
                shown |= set() if any(unshown) else {kinds}
        return found

    def unshown_ends(self, predicate: str, start: str | None, end: str | None) -> tuple[bool, bool]:
        """Whether the typed fields of an edge's start, and those of its end, leave out what is at the other."""
        subjects, objects = self.vocabulary.declared_ends[predicate]
        return bool(objects - {*self.kind(end).labels}), bool(subjects - {*self.kind(start).labels})

    # Statements

    def opponents(self, conflicts: Iterable[Conflict]) -> dict[str, set[str]]:
        """Statement -> the statements on other sides of its conflicts."""
        found: dict[str, set[str]] = defaultdict(set)
        for conflict in conflicts:
            for side in conflict.candidates:
                others = set(conflict.statements) - set(side)
                for statement in side:
                    found[statement] |= others
        return found

    @cached_property
    def values(self) -> Mapping[tuple[str, str], tuple[Value, ...]]:
        """Entity and slot -> what shows."""
        return {(a.subject, a.slot): a.values for a in self.judgement.attributes if self.write_of(a)}

    @cached_property
    def interval(self) -> Callable[[Statement], tuple[Edtf | None, Edtf | None]]:
        return statement_intervals(self.dataset)

    def shows(self, claim: Claim) -> bool:
        """Whether an edge or an attribute shows a claim: a value just so in a list, else within its precision."""
        values = self.values.get((claim.subject, claim.predicate), ())
        if claim.value is None or not values:
            return claim.id in self.edges
        if self.vocabulary.value_fields[claim.predicate].multivalued:
            return canonical(claim.value) in map(canonical, values)
        return agree(claim.value, values[0])

    def statement(self, said: Said) -> Properties:
        statement, claim = said
        documents = {reference.document for each in claim.statements for reference in each.references}
        properties: dict[str, Any] = {
            "id": statement.id,
            "claim": claim.id,
            "subject": statement.subject,
            "predicate": statement.predicate,
            "object": statement.object,
            "value": self.value(claim, statement),
            "text": None if statement.value is None else raw_text(statement.value),
            "value_kind": str(statement.value_kind),
            "qualifiers": self.qualifying(claim, statement),
            "rank": str(statement.rank),
            "confidence": statement.confidence,
            "shown": statement.rank is not Rank.DEPRECATED and self.shows(claim),
            "conflicts_with": sorted(self.fights.get(statement.id, ())),
            "sole": next(iter(documents)) if len(documents) == 1 else None,
        }
        alone = len(claim.statements) == 1 and all(len(values) == 1 for values in claim.qualifiers.values())
        since, until = (claim.since, claim.until) if alone else self.interval(statement)
        for name, bound in (("valid_from", since), ("valid_until", until)):
            if bound is not None:
                properties |= suffixed(name, stored(bound))
        return present(properties | spans(since, until))

    def value(self, claim: Claim, statement: Statement) -> Any:
        if statement.value is None:
            return None
        return _plain_raw(statement.value) if claim.value is None else plain(claim.value)

    def qualifying(self, claim: Claim, statement: Statement) -> str:
        """[[name, value, text], ...] as JSON text, in the order of the record."""
        predicate = self.ontology.predicates.get(claim.predicate)
        slots: Mapping[str, Slot] = predicate.qualifiers if predicate else self.ontology.slots
        rows = [
            [name, self.typed(slots.get(name), raw), raw_text(raw)]
            for name, raws in statement.qualifiers
            for raw in raws
        ]
        return orjson.dumps(rows).decode()

    def typed(self, slot: Slot | None, raw: Raw) -> Any:
        try:
            return plain(self.ontology.parse(slot, raw)) if slot else _plain_raw(raw)
        except ValueFault:
            return _plain_raw(raw)

    # Documents and conflicts

    def documents(self) -> Iterator[tuple[str, Properties]]:
        cited = {r.document for s in self.dataset.statements for r in s.references}
        described = {d.id: d for d in reversed(self.dataset.documents)}
        for id_ in cited - set(described):
            yield id_, {"id": id_}
        for document in described.values():
            yield document.id, document_row(document)

    def conflict(self, conflict: Conflict) -> Properties:
        return present(
            {
                "id": conflict.id,
                "subject": conflict.subject,
                "predicate": conflict.predicate,
                "object": self.claim_of[conflict.statements[0]].object if conflict.qualifier else None,
                "qualifier": conflict.qualifier,
                "kind": str(conflict.kind),
                "decided_by": str(conflict.decided_by),
                "shown": conflict.shown,
                "reasoning": self.reasoning(conflict),
                "statements": list(conflict.statements),
            }
        )

    def reasoning(self, conflict: Conflict) -> list[str]:
        """What each side scored at each step: `sources: announced 2, live 1`. Ends with the step that decided."""
        sides = [self.side(conflict, self.said(side[0])[0]) for side in conflict.candidates]
        lines: list[str] = []
        for step in conflict.steps:
            lines.append(f"{step.decision}: {', '.join(map(' '.join, zip(sides, step.scores, strict=True)))}")
            if step.decision == conflict.decided_by:
                break
        return lines

    def side(self, conflict: Conflict, statement: Statement) -> str:
        """What one side of a conflict says, in a word."""
        if conflict.qualifier:
            return "/".join(map(raw_text, dict(statement.qualifiers).get(conflict.qualifier, ())))
        if conflict.kind == ConflictKind.VALUE:
            return str(statement.value_kind) if statement.value is None else raw_text(statement.value)[:60]
        ends = {statement.subject, statement.object or str(statement.value_kind)} - {conflict.subject}
        return " ".join(sorted(ends)) or conflict.subject


def _texts(said: Properties, sources: Iterable[str]) -> Iterator[str]:
    """The texts among the values of some slots."""
    for source in sources:
        value = said.get(source)
        yield from (text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str))


def _plain_raw(raw: Raw) -> Any:
    return raw if isinstance(raw, str | int) else float(raw)
