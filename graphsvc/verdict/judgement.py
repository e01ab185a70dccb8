"""What the statements of a dataset come to: about one thing when it is asked for, or in all.

A claim is made of statements about one subject, and meets those that it may contradict at its subject or its object.
So the verdicts on a thing follow from what is said of it, and of the things that are related to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from operator import itemgetter
from threading import RLock
from typing import NamedTuple

from graphsvc.records import Dataset, Statement
from graphsvc.verdict.claims import Claim, Fault
from graphsvc.verdict.court import Attribute, Conflict, Court
from graphsvc.verdict.decision import check_policies

_id = itemgetter(0)


class Verdicts(NamedTuple):
    """What a thing shows, by slot, and the conflicts about it, by predicate, qualifier and id."""

    attributes: Sequence[Attribute] = ()
    conflicts: Sequence[Conflict] = ()


_NONE = Verdicts()


class Judgement:
    """Things are named by their ids; of statements that share an id the first counts. Several threads may ask."""

    def __init__(self, dataset: Dataset) -> None:
        self.statements = {statement.id: statement for statement in reversed(dataset.statements)}
        self._court, self._lock = Court(dataset), RLock()
        self._from: dict[str, list[Statement]] = defaultdict(list)
        self._to: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            subject, _, target = self._court.reader.forward(statement)
            self._from[subject].append(statement)
            if target is not None:
                self._to[target].append(statement)
        self._claims: dict[str, Sequence[Claim]] = {}
        self._claim_of: dict[str, Claim] = {}
        self._within: dict[str, Sequence[Conflict]] = {}  # a thing's claims, over their qualifiers
        self._faults: dict[str, Sequence[Fault]] = {}
        self._verdicts: dict[str, Verdicts] = {}

    def outgoing(self, thing: str) -> Sequence[Claim]:
        """The claims of which it is the subject, by id."""
        if (found := self._claims.get(thing)) is not None:
            return found
        if thing not in self._from:
            return ()
        with self._lock:
            if thing not in self._claims:
                claims = self._court.claims(sorted(self._from[thing], key=_id))
                self._claim_of.update((statement.id, claim) for claim in claims for statement in claim.statements)
                if self._court.conflicts:
                    self._within[thing] = self._court.conflicts
                if self._court.reader.faults:
                    self._faults[thing] = self._court.reader.faults
                self._claims[thing] = claims
            return self._claims[thing]

    def incoming(self, thing: str) -> Sequence[Claim]:
        """The claims of which it is the object, by id."""
        return self._by_id((), self._to.get(thing, ()))

    def pointing(self, thing: str) -> Iterator[tuple[str, str, Statement]]:
        """Subject, predicate and statement of each claim of which it is the object, in no order and before any is made.

        A claim with several statements comes as often.
        """
        for statement in self._to.get(thing, ()):
            subject, predicate, _ = self._court.reader.forward(statement)
            yield subject, predicate, statement

    def claim(self, id: str) -> Claim:
        """The one that a statement belongs to. Raises KeyError."""
        if (found := self._claim_of.get(id)) is not None:
            return found
        self.outgoing(self._court.reader.forward(self.statements[id])[0])
        return self._claim_of[id]

    def said(self, id: str) -> tuple[Statement, Claim]:
        """A statement, with the rank and confidence that it was judged by, and its claim. Raises KeyError."""
        several = (claim := self.claim(id)).statements
        return several[bisect_left(several, id, key=_id) if len(several) > 1 else 0], claim

    def _by_id(self, claims: Iterable[Claim], statements: Iterable[Statement]) -> Sequence[Claim]:
        found = {claim.id: claim for claim in chain(claims, map(self.claim, map(_id, statements)))}
        return sorted(found.values(), key=_id)

    def verdicts(self, thing: str) -> Verdicts:
        if (found := self._verdicts.get(thing)) is not None:
            return found
        if thing not in self._from and thing not in self._to:
            return _NONE
        with self._lock:
            claims = self.outgoing(thing)
            if meeting := [said for _, predicate, said in self.pointing(thing) if predicate in self._court.meeting]:
                claims = self._by_id(claims, meeting)
            attributes = self._court.attributes(thing, claims)
            conflicts = sorted([*self._within.get(thing, ()), *self._court.conflicts], key=_order)
            ruled = Verdicts(attributes, conflicts) if attributes or conflicts else _NONE
            return self._verdicts.setdefault(thing, ruled)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All, by id."""
        return tuple(sorted(chain.from_iterable(map(self.outgoing, self._from)), key=_id))

    @cached_property
    def attributes(self) -> tuple[Attribute, ...]:
        """What shows, by subject and slot."""
        return tuple([each for thing in sorted(self._from) for each in self.verdicts(thing).attributes])

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """All, by subject, predicate, qualifier and id."""
        return tuple([each for thing in sorted({*self._from, *self._to}) for each in self.verdicts(thing).conflicts])

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """The values that break their type, by statement."""
        for thing in self._from:
            self.outgoing(thing)
        return tuple(sorted(chain.from_iterable(self._faults.values()), key=lambda fault: fault[0].id))


def _order(conflict: Conflict) -> tuple[str, str, str]:
    return conflict.predicate, conflict.qualifier or "", conflict.id


def judge(dataset: Dataset) -> Judgement:
    """The judgement on a dataset, made as it is asked for. Raises `OntologyError` for an unknown `verdict` step."""
    check_policies(dataset.ontology)
    return Judgement(dataset)
