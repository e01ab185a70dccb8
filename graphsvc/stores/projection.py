"""Records and their judgement -> what a store holds. Pure, so that both stores hold the same to the last byte.

Rows are plain properties: text, whole numbers, doubles, booleans and lists of them; what is absent has no key.
Dates come with `__min` and `__max` (day numbers), texts and enums with `__key` (what they sort by). Where a property
that an index sorts by is absent, one with `__absent` says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, NamedTuple

import orjson

from graphsvc.edtf import Edtf
from graphsvc.ontology import Slot
from graphsvc.plan.names import ABSENT, OFF_RANGE, stored_name
from graphsvc.plan.vocabulary import NAME_KEY, Vocabulary
from graphsvc.records import Dataset, Entity, Rank, Statement
from graphsvc.stores.rows import SAID, UNCLASSIFIED, EdgeRow, EntityRow, LateRow, Made, Once, Projection, Properties
from graphsvc.stores.sources import document_row, keyed, present, reference_rows, suffixed
from graphsvc.stores.validity import period_lists, spans
from graphsvc.tokens import search_properties
from graphsvc.values import Raw, Value, ValueFault, agree, canonical, plain, raw_text, stored
from graphsvc.verdict import Attribute, Claim, Conflict, ConflictKind, Judgement, statement_intervals


def project(
    dataset: Dataset,
    judgement: Judgement,
    vocabulary: Vocabulary,
    find: Callable[[], Mapping[str, Properties]] = dict,
) -> Projection:
    """What stores keep of a dataset, and of what `find` finds in it, rows by id in its order, which is not called
    before they are needed; rows are made when they are asked for. Of records that share an id the first counts.
    """
    return _Projector(dataset, judgement, vocabulary).project(find)


Write = Callable[[Sequence[Value]], dict[str, Any]]
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
        self.conflicts_at = cache(self.conflicts_by_statement)
        self.rows: dict[str, EdgeRow] = {}
        # what is read from a statement as it is: by this they are chosen among all
        self.at_hand: Mapping[str, Callable[[Statement], Any]] = {
            "id": lambda statement: statement.id,
            "claim": lambda statement: judgement.claim(statement.id).id,
            "subject": lambda statement: statement.subject,
            "predicate": lambda statement: statement.predicate,
            "object": lambda statement: statement.object,
            "value_kind": lambda statement: str(statement.value_kind),
            "rank": lambda statement: str(judgement.said(statement.id)[0].rank),
            "confidence": lambda statement: judgement.said(statement.id)[0].confidence,
        }

    def class_of(self, categories: tuple[str, ...]) -> str | None:
        name = self.ontology.most_specific(categories)
        return name if name in self.vocabulary.object_types else None

    def project(self, find: Callable[[], Mapping[str, Properties]]) -> Projection:
        judgement, said = self.judgement, self.judgement.statements
        entities = sorted({e.id: e for e in reversed(self.dataset.entities)}.items())
        return Projection(
            self.dataset.id,
            self.ontology,
            entities={id_: EntityRow(self.labels(id_), LateRow(each, self.entity, {})) for id_, each in entities},
            edges=Once(self.edges),
            statements=Made(said, lambda id_: LateRow(said[id_], self.statement, self.at_hand)),
            references=Made(said, lambda id_: reference_rows(said[id_])),
            documents=dict(sorted(self.documents())),
            conflicts=Once(lambda: {c.id: self.conflict(c) for c in sorted(judgement.conflicts, key=attrgetter("id"))}),
            findings=Once(find),
            leaving=lambda id_: [self.kept(claim) for claim in judgement.outgoing(id_) if self.leads(claim)],
            arriving=lambda id_: [self.kept(claim) for claim in judgement.incoming(id_) if self.leads(claim)],
        )

    # Entities

    def labels(self, id_: str) -> tuple[str, ...]:
        return self.kind(self.classes[id_]).labels

    def entity(self, entity: Entity) -> Properties:
        kind, verdicts = self.kind(self.classes[entity.id]), self.judgement.verdicts(entity.id)
        said: dict[str, Any] = {}
        for attribute in verdicts.attributes:
            said |= self.attribute(attribute)
        properties = {
            "id": entity.id,
            "type": kind.type,
            **keyed("name", entity.name),
            "aliases": list(entity.aliases),
            "external_ids": list(entity.external_ids),
            "contested": sorted({conflict.predicate for conflict in verdicts.conflicts}),
            OFF_RANGE: self.is_off_range(entity.id) or None,
            **said,
            **search_properties(entity.name, entity.aliases, _texts(said, kind.texts)),
        }
        found = present(properties)
        return found | {source + ABSENT: True for source in kind.indexed if source not in found}

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

    def edges(self) -> Mapping[str, EdgeRow]:
        leading = {claim.id: claim for claim in self.judgement.claims if self.leads(claim)}
        return Made(leading, lambda id_: self.edge(leading[id_]))

    def edge(self, claim: Claim) -> EdgeRow:
        assert claim.object is not None
        late = LateRow(claim, self.edge_properties, EDGE_AT_HAND)
        return EdgeRow(self.vocabulary.relationship_types[claim.predicate], claim.subject, claim.object, late)

    def kept(self, claim: Claim) -> EdgeRow:
        """The same row for both of its ends."""
        return self.rows.get(claim.id) or self.rows.setdefault(claim.id, self.edge(claim))

    def edge_properties(self, claim: Claim) -> Properties:
        properties: dict[str, Any] = {
            "id": claim.id,
            "predicate": claim.predicate,
            "rank": str(claim.rank),
            "confidence": claim.confidence,
            "contested": bool(claim.contested) or any(self.conflicts_of(s.id, claim) for s in claim.statements),
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

    def is_off_range(self, id_: str) -> bool:
        """Whether a typed field of the entity does not show one of its edges, for what is at the other end."""
        judgement, classes = self.judgement, self.classes
        leading = (claim for claim in judgement.outgoing(id_) if self.leads(claim))
        if any(self.unshown(claim.predicate, classes[id_], classes[claim.object or ""])[0] for claim in leading):
            return True
        known = (each for each in judgement.pointing(id_) if each[0] in classes and each[1] in self.ontology.predicates)
        unshown = (said for start, name, said in known if self.unshown(name, classes[start], classes[id_])[1])
        return any(self.leads(judgement.claim(statement.id)) for statement in unshown)

    def unshown_ends(self, predicate: str, start: str | None, end: str | None) -> tuple[bool, bool]:
        """Whether the typed fields of an edge's start, and those of its end, leave out what is at the other."""
        subjects, objects = self.vocabulary.declared_ends[predicate]
        return bool(objects - {*self.kind(end).labels}), bool(subjects - {*self.kind(start).labels})

    # Statements

    def conflicts_by_statement(self, thing: str) -> Mapping[str, list[Conflict]]:
        """The conflicts about a thing."""
        found: dict[str, list[Conflict]] = defaultdict(list)
        for conflict in self.judgement.verdicts(thing).conflicts:
            for statement in conflict.statements:
                found[statement].append(conflict)
        return dict(found)

    def conflicts_of(self, statement: str, claim: Claim) -> list[Conflict]:
        """Those that a statement takes part in: they are about an end of its claim."""
        ends = {claim.subject, claim.object or claim.subject}
        fought = [end for end in ends if self.judgement.verdicts(end).conflicts]
        return [each for end in fought for each in self.conflicts_at(end).get(statement, ())]

    def opponents(self, statement: str, claim: Claim) -> list[str]:
        """The statements on other sides of its conflicts."""
        conflicts = self.conflicts_of(statement, claim)
        sides = [(conflict, {*side}) for conflict in conflicts for side in conflict.candidates if statement in side]
        return sorted({each for conflict, side in sides for each in conflict.statements if each not in side})

    @cached_property
    def interval(self) -> Callable[[Statement], tuple[Edtf | None, Edtf | None]]:
        return statement_intervals(self.dataset)

    def shows(self, claim: Claim) -> bool:
        """Whether an edge or an attribute shows a claim: a value just so in a list, else within its precision."""
        attributes = self.judgement.verdicts(claim.subject).attributes
        values = next((a.values for a in attributes if a.slot == claim.predicate and self.write_of(a)), ())
        if claim.value is None or not values:
            return claim.object is not None and self.leads(claim)
        if self.vocabulary.value_fields[claim.predicate].multivalued:
            return canonical(claim.value) in map(canonical, values)
        return agree(claim.value, values[0])

    def statement(self, stated: Statement) -> Properties:
        statement, claim = self.judgement.said(stated.id)
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
            "conflicts_with": self.opponents(statement.id, claim),
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
                "object": self.judgement.claim(conflict.statements[0]).object if conflict.qualifier else None,
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
        sides = [self.side(conflict, self.judgement.said(side[0])[0]) for side in conflict.candidates]
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
