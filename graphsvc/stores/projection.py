"""Records and their judgement -> what a store holds. Pure, so that both stores hold the same to the last byte.

Rows are plain properties: text, whole numbers, doubles, booleans and lists of them; what is absent has no key.
Dates come with `__min` and `__max` (day numbers), texts and enums with `__key` (what they sort by). Where a property
that an index sorts by is absent, one with `__absent` says so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

import orjson

from graphsvc.ontology import Slot
from graphsvc.plan.names import ABSENT, OFF_RANGE, stored_name
from graphsvc.plan.vocabulary import NAME_KEY, Vocabulary
from graphsvc.records import Dataset, Document, Rank, Reference, Statement
from graphsvc.stores.rows import UNCLASSIFIED, EdgeRow, EntityRow, Projection, Properties, ReferenceRow
from graphsvc.stores.validity import period_lists, spans
from graphsvc.tokens import search_properties
from graphsvc.values import Raw, Value, ValueFault, agree, canonical, parse_edtf, plain, raw_text, stored, stored_text
from graphsvc.verdict import Attribute, Claim, Conflict, ConflictKind, Judgement, statement_intervals


def project(
    dataset: Dataset, judgement: Judgement, vocabulary: Vocabulary, findings: Iterable[Properties] = ()
) -> Projection:
    """What stores keep of a dataset, and of the rows of what was found in it. Of records that share an id the first
    counts.
    """
    return _Projector(dataset, judgement, vocabulary, findings).project()


def _present(properties: Mapping[str, Any]) -> Properties:
    return {name: value for name, value in properties.items() if value is not None and value != []}


class _Projector:
    def __init__(
        self, dataset: Dataset, judgement: Judgement, vocabulary: Vocabulary, findings: Iterable[Properties]
    ) -> None:
        self.dataset = dataset
        self.ontology = dataset.ontology
        self.judgement = judgement
        self.vocabulary = vocabulary
        self.classes: dict[str, str | None] = {}
        self.attributes = cache(dataset.ontology.attributes)
        class_of = cache(self.class_of)
        for entity in dataset.entities:
            self.classes.setdefault(entity.id, class_of(entity.categories))
        self.claims = {claim.id: claim for claim in judgement.claims}
        self.claim_of = {s.id: claim.id for claim in judgement.claims for s in claim.statements}
        self.interval = statement_intervals(dataset)
        self.by_id = {s.id: s for claim in judgement.claims for s in claim.statements}
        self.fights = self.opponents(judgement.conflicts)
        self.findings = dict(sorted((row["id"], _present(row)) for row in findings))
        self.found: dict[str, list[str]] = defaultdict(list)
        for id_, row in self.findings.items():
            for subject in row.get("subjects", ()):
                self.found[subject].append(id_)

    def class_of(self, categories: tuple[str, ...]) -> str | None:
        name = self.ontology.most_specific(categories)
        return name if name in self.vocabulary.object_types else None

    def project(self) -> Projection:
        edges = dict(sorted((row.properties["id"], row) for row in self.edges()))
        off_range = self.off_range(edges.values())
        statements = self.by_id
        shown = self.shown(edges)
        return Projection(
            self.dataset.id,
            self.ontology,
            dict(sorted(self.entities(off_range))),
            edges,
            {id_: self.statement(statements[id_], id_ in shown) for id_ in sorted(statements)},
            {(id_, n): row for id_ in sorted(statements) for n, row in enumerate(self.references(statements[id_]))},
            dict(sorted(self.documents())),
            {conflict.id: self.conflict(conflict) for conflict in sorted(self.judgement.conflicts, key=lambda c: c.id)},
            self.findings,
        )

    # Entities

    def entities(self, off_range: Container[str]) -> Iterator[tuple[str, EntityRow]]:
        attributes: dict[str, Properties] = defaultdict(dict)
        for attribute in self.judgement.attributes:
            attributes[attribute.subject] |= self.attribute(attribute)
        contested: dict[str, set[str]] = defaultdict(set)
        for conflict in self.judgement.conflicts:
            contested[conflict.subject].add(conflict.predicate)
        for entity in {e.id: e for e in reversed(self.dataset.entities)}.values():
            class_name = self.classes[entity.id]
            known = self.vocabulary.by_class[class_name].name if class_name else UNCLASSIFIED
            properties = {
                "id": entity.id,
                "type": known,
                **_text("name", entity.name),
                "aliases": list(entity.aliases),
                "external_ids": list(entity.external_ids),
                "contested": sorted(contested[entity.id]),
                "findings": self.found.get(entity.id),
                OFF_RANGE: entity.id in off_range or None,
                **attributes[entity.id],
                **search_properties(entity.name, entity.aliases, self.texts(class_name, attributes[entity.id])),
            }
            labels = self.labels(entity.id)
            present = _present(properties)
            indexed = {NAME_KEY}.union(*(self.vocabulary.classes[label].sorted_by for label in labels))
            present |= {source + ABSENT: True for source in indexed if source not in present}
            yield entity.id, EntityRow(labels, present)

    def texts(self, class_name: str | None, attributes: Properties) -> Iterator[str]:
        """The values of slots annotated `text`."""
        for name, slot in self.ontology.attributes(class_name).items() if class_name else ():
            value = attributes.get(stored_name(name)) if slot.annotations.get("text") else None
            yield from (text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str))

    def attribute(self, attribute: Attribute) -> Properties:
        """Nothing for a slot that the subject's class does not have."""
        slot = self.slot_of(attribute)
        if slot is None:
            return {}
        field = self.vocabulary.value_fields[attribute.slot]
        shown = self.properties(attribute.slot, slot, attribute.values, field.multivalued) if attribute.values else {}
        return shown | (self.periods(attribute, slot, shown) if attribute.dated else {})

    def periods(self, attribute: Attribute, slot: Slot, shown: Properties) -> Properties:
        """What showed when, beside what shows."""
        found: Properties = {}
        many = self.vocabulary.value_fields[attribute.slot].multivalued
        for kind, periods in (("valid", attribute.possible), ("sure", attribute.sure)):
            ordered = sorted(periods, key=lambda period: canonical(period.value)) if many else periods
            found |= period_lists(kind, [(self.element(attribute.slot, slot, p.value), p) for p in ordered], shown)
        return found

    def element(self, name: str, slot: Slot, value: Value) -> Properties:
        """What is stored for one value, to stand in a list: a text where the ontology allows several types."""
        source = stored_name(name)
        field = self.vocabulary.value_fields[name]
        if field.multivalued:
            return {source: self.properties(name, slot, (value,), True)[source][0]}
        mixed = len({rules.kind for rules in self.ontology.rules(slot)}) > 1
        return self.properties(name, slot, (value,), False) | ({source: canonical(value)} if mixed else {})

    def slot_of(self, attribute: Attribute) -> Slot | None:
        class_name = self.classes.get(attribute.subject)
        return self.attributes(class_name).get(attribute.slot) if class_name else None

    def properties(self, name: str, slot: Slot, values: tuple[Value, ...], multivalued: bool) -> Properties:
        source = stored_name(name)
        if multivalued:
            # A list in Neo4j has one type, so where the ontology allows several its values are kept as texts.
            mixed = len({rules.kind for rules in self.ontology.rules(slot)}) > 1
            return {source: [canonical(value) if mixed else plain(value) for value in values]}
        enum = self.ontology.enums.get(slot.range) if len(set(slot.ranges)) == 1 else None
        return {source + suffix: value for suffix, value in stored(values[0], enum.texts if enum else ()).items()}

    # Edges

    def edges(self) -> Iterator[EdgeRow]:
        for claim in self.judgement.claims:
            predicate = self.ontology.predicates.get(claim.predicate)
            ends = claim.subject in self.classes and claim.object in self.classes
            if predicate is None or claim.object is None or not ends or claim.rank == Rank.DEPRECATED:
                continue
            properties: Properties = {
                "id": claim.id,
                "predicate": claim.predicate,
                "rank": str(claim.rank),
                "confidence": claim.confidence,
                "contested": bool(claim.contested) or any(self.fights.get(s.id) for s in claim.statements),
            }
            for name, values in claim.qualifiers.items():
                slot = predicate.qualifiers.get(name)
                if slot and values:
                    field = self.vocabulary.qualifiers[claim.predicate][name]
                    properties |= self.properties(name, slot, values, field.multivalued)
            properties |= spans(claim.since, claim.until)
            type_ = self.vocabulary.relationship_types[claim.predicate]
            yield EdgeRow(type_, claim.subject, claim.object, _present(properties))

    def labels(self, entity: str) -> tuple[str, ...]:
        class_name = self.classes[entity]
        return self.vocabulary.labels(class_name) if class_name else ()

    def off_range(self, edges: Iterable[EdgeRow]) -> set[str]:
        """Entities one of whose edges a typed field of theirs does not show, for what is at its other end."""
        found: set[str] = set()
        for edge in edges:
            subjects, objects = self.vocabulary.declared_ends[edge.properties["predicate"]]
            found |= {edge.start} if objects - set(self.labels(edge.end)) else set()
            found |= {edge.end} if subjects - set(self.labels(edge.start)) else set()
        return found

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

    def shown(self, edges: Mapping[str, EdgeRow]) -> set[str]:
        """Live statements of claims that an edge or an attribute shows."""
        values = {(a.subject, a.slot): a.values for a in self.judgement.attributes if self.slot_of(a)}
        found: set[str] = set()
        for claim in self.judgement.claims:
            if claim.id in edges or self.shows(claim, values.get((claim.subject, claim.predicate), ())):
                found |= {s.id for s in claim.statements if s.rank != Rank.DEPRECATED}
        return found

    def shows(self, claim: Claim, values: tuple[Value, ...]) -> bool:
        """Whether a claim's value is among these: just so in a list, within precision where there is one."""
        if claim.value is None or not values:
            return False
        if self.vocabulary.value_fields[claim.predicate].multivalued:
            return canonical(claim.value) in map(canonical, values)
        return agree(claim.value, values[0])

    def statement(self, statement: Statement, shown: bool) -> Properties:
        claim = self.claims[self.claim_of[statement.id]]
        documents = {reference.document for said in claim.statements for reference in said.references}
        properties: Properties = {
            "id": statement.id,
            "claim": claim.id,
            "subject": statement.subject,
            "predicate": statement.predicate,
            "object": statement.object,
            "value": self.value(claim, statement),
            "text": None if statement.value is None else raw_text(statement.value),
            "value_kind": str(statement.value_kind),
            "qualifiers": self.qualifiers(claim, statement),
            "rank": str(statement.rank),
            "confidence": statement.confidence,
            "shown": shown,
            "conflicts_with": sorted(self.fights.get(statement.id, ())),
            "findings": self.found.get(statement.id),
            "sole": next(iter(documents)) if len(documents) == 1 else None,
        }
        alone = len(claim.statements) == 1 and all(len(values) == 1 for values in claim.qualifiers.values())
        since, until = (claim.since, claim.until) if alone else self.interval(statement)
        for name, bound in (("valid_from", since), ("valid_until", until)):
            if bound is not None:
                properties |= {name + suffix: value for suffix, value in stored(bound).items()}
        return _present(properties | spans(since, until))

    def value(self, claim: Claim, statement: Statement) -> Any:
        if statement.value is None:
            return None
        return _plain_raw(statement.value) if claim.value is None else plain(claim.value)

    def qualifiers(self, claim: Claim, statement: Statement) -> str:
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

    def references(self, statement: Statement) -> list[ReferenceRow]:
        """In the order of document and place, so that the order of files does not matter."""
        ordered = sorted(statement.references, key=_place)
        return [ReferenceRow(statement.id, n, r.document, _reference(n, r)) for n, r in enumerate(ordered)]

    # Documents and conflicts

    def documents(self) -> Iterator[tuple[str, Properties]]:
        cited = {r.document for s in self.dataset.statements for r in s.references}
        described = {d.id: d for d in reversed(self.dataset.documents)}
        for id_ in cited - set(described):
            yield id_, {"id": id_}
        for document in described.values():
            yield document.id, _document(document)

    def conflict(self, conflict: Conflict) -> Properties:
        return _present(
            {
                "id": conflict.id,
                "subject": conflict.subject,
                "predicate": conflict.predicate,
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
        sides = [self.side(conflict, self.by_id[side[0]]) for side in conflict.candidates]
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


def _place(reference: Reference) -> tuple[str, tuple[int, ...], str, str, str]:
    locator = reference.locator or ""
    numbers = tuple(map(int, re.findall(r"\d{1,18}", locator)))
    return reference.document, numbers, locator, reference.digest or "", reference.via or ""


def _reference(number: int, reference: Reference) -> Properties:
    return _cited(number, reference.locator, reference.digest, reference.via, reference.retrieved)


@lru_cache(maxsize=4096)
def _cited(number: int, *said: str | None) -> Properties:
    """One for all references that say no more than another: in bulk they only name a document."""
    names = ("locator", "digest", "via", "retrieved")
    return {"number": number} | _present(dict(zip(names, said, strict=True)))


def _document(document: Document) -> Properties:
    names = ("id", "title", "publisher", "url", "published", "sha256")
    properties = _present({name: getattr(document, name) for name in names})
    properties |= _text("title", document.title) | _text("publisher", document.publisher)
    if document.published is not None:
        try:
            properties |= {"published" + suffix: v for suffix, v in stored(parse_edtf(document.published)).items()}
        except ValueFault:
            del properties["published"]  # a finding names it; it shows nowhere else
    return properties


def _text(name: str, text: str | None) -> Properties:
    return {} if text is None else {name + suffix: value for suffix, value in stored_text(text).items()}


def _plain_raw(raw: Raw) -> Any:
    return raw if isinstance(raw, str | int) else float(raw)
