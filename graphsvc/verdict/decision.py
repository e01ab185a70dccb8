"""Which of several groups of statements wins: rank, confidence, independent sources, recency - or nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from math import inf

from graphsvc.edtf import Edtf
from graphsvc.errors import OntologyError, Position
from graphsvc.ontology import Annotations, Class, Ontology, Slot
from graphsvc.records import Document, Rank, Reference, Statement
from graphsvc.values import ValueFault, parse_edtf


class Decision(StrEnum):
    """The step that decided; UNDECIDED: no step could."""

    RANK = "rank"
    CONFIDENCE = "confidence"
    SOURCES = "sources"
    RECENCY = "recency"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a verdict, and what each candidate scored."""

    decision: Decision
    scores: tuple[str, ...]


Documents = Mapping[str, Document]
Score = tuple[float, float, str]  # the least and the most that it may be, and how it reads

POLICY = (Decision.RANK, Decision.CONFIDENCE, Decision.SOURCES, Decision.RECENCY)
RANKS = {rank: number for number, rank in enumerate(Rank)}


def decide(
    candidates: Sequence[Sequence[Statement]], documents: Documents, policy: Sequence[Decision] = POLICY
) -> tuple[Decision, int | None, tuple[Step, ...]]:
    """Which step of `policy` decided among groups of statements, the winner's index, what each scored at every step.

    A step keeps the candidates that may have the best score; the first that leaves just one decides. It
    keeps all if the score of one that is still in is unknown. `documents` are by id.
    """
    kept, decided_by, steps = tuple(range(len(candidates))), Decision.UNDECIDED, []
    for decision in policy:
        scores = [_score(decision, statements, documents) for statements in candidates]
        steps.append(Step(decision, tuple(score[2] if score else "unknown" for score in scores)))
        kept = _keep(scores, kept)
        if decided_by is Decision.UNDECIDED and len(kept) == 1:
            decided_by = decision
    return decided_by, kept[0] if len(kept) == 1 else None, tuple(steps)


def _keep(scores: Sequence[Score | None], kept: tuple[int, ...]) -> tuple[int, ...]:
    known = {index: score for index in kept if (score := scores[index])}
    if len(known) < len(kept):
        return kept
    best = max((least for least, _, _ in known.values()), default=0)
    return tuple(index for index, (_, most, _) in known.items() if most >= best)


def _score(step: Decision, statements: Sequence[Statement], documents: Documents) -> Score | None:
    best = min(statements, key=standing)
    references = [reference for statement in statements for reference in statement.references]
    if step is Decision.RANK:
        return -RANKS[best.rank], -RANKS[best.rank], str(best.rank)
    if step is Decision.RECENCY:
        return _recency(documents[r.document] for r in references if r.document in documents)
    origins = len({origin(reference, documents) for reference in references})
    number = best.confidence if step is Decision.CONFIDENCE else origins
    return None if number is None else (number, number, str(number))


def standing(statement: Statement) -> tuple[int, float, str]:
    """What statements are ordered by: best rank, then highest confidence (unknown last), then smallest id."""
    confidence = statement.confidence
    return RANKS[statement.rank], 1 if confidence is None else -confidence, statement.id


def origin(reference: Reference, documents: Documents) -> str:
    """Who says it in the end: the third party cited, else the publisher, else the document itself.

    All three are names in one space: a document of an agency and one that cites the agency count once.
    """
    said_by = reference.via or reference.document
    document = documents.get(said_by)
    return " ".join(((document and document.publisher) or said_by).split()).casefold()


def _recency(documents: Iterator[Document]) -> Score | None:
    dates = [date for document in documents if (date := _published(document))]
    if not dates:
        return None
    latest = max(dates, key=lambda date: (days(date)[::-1], date.text))
    return max(days(date)[0] for date in dates), days(latest)[1], latest.text


def _published(document: Document) -> Edtf | None:
    try:
        return parse_edtf(document.published) if document.published else None
    except ValueFault:
        return None


def days(date: Edtf) -> tuple[float, float]:
    """First and last possible day, both inclusive; infinite if unknown."""
    return -inf if date.earliest is None else date.earliest, inf if date.latest is None else date.latest


def policy(ontology: Ontology, annotations: Sequence[Annotations]) -> Sequence[Decision]:
    """The steps in force: the first `verdict` among `annotations`, else the schema's, else `POLICY`."""
    return next((_steps(each, None) for each in (*annotations, ontology.annotations) if "verdict" in each), POLICY)


def check_policies(ontology: Ontology) -> None:
    """Raise `OntologyError` for a `verdict` annotation that names an unknown step, wherever it stands."""
    _steps(ontology.annotations, None)
    slots = chain(ontology.slots.values(), *(each.slots.values() for each in ontology.classes.values()))
    for declared in chain[Class | Slot](ontology.classes.values(), slots):
        _steps(declared.annotations, declared.position)


def _steps(annotations: Annotations, position: Position | None) -> Sequence[Decision]:
    said = str(annotations.get("verdict", ",".join(POLICY))).strip("[]() ")
    names = [name.strip(" '\"") for name in said.split(",")]
    if unknown := [name for name in names if name not in POLICY]:
        way_out = f"Write some of {', '.join(POLICY)}, in the order in which they are to decide."
        raise OntologyError(f"`verdict` names the step {unknown[0]!r}, which does not exist.", way_out, position)
    return [Decision(name) for name in names]
