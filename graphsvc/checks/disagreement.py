"""How findings tell a conflict: the sides with their documents, what is shown, and which step decided."""

from operator import attrgetter

from graphsvc.checks.rule import Context, Finding, Rule, at, listed
from graphsvc.records import Statement
from graphsvc.values import shorten
from graphsvc.verdict import Conflict, ConflictKind, Decision

WAY_OUT = (
    "Read the cited spans again, and correct what is misread. If the sources do differ, leave it so, or set "
    "`rank: preferred` on one. If they mean different times, add `since` and `until`; if one rounds, write `14 ± 0.5`."
)
DECIDED = {
    Decision.RANK: "Decided by rank",
    Decision.CONFIDENCE: "Decided by confidence",
    Decision.SOURCES: "Decided by the number of independent sources",
    Decision.RECENCY: "Decided by the newest source",
    Decision.UNDECIDED: "Undecided",
}


def is_turned(context: Context, conflict: Conflict) -> bool:
    """Whether the sides of a conflict are the two directions in which one claim is stated."""
    statements = ([context.statements[id] for id in side] for side in conflict.candidates)
    sides = [{(each.predicate, each.subject) for each in side} for side in statements]
    return len(sides) > 1 and all(len(side) == 1 for side in sides) and len(set().union(*sides)) == len(sides)


def disagreement(context: Context, rule: Rule, conflict: Conflict, what: str) -> Finding:
    """The finding for one conflict, at the first of its statements; `what` says in what the sides differ."""
    statements = sorted((context.statements[id] for id in conflict.statements), key=attrgetter("position"))
    ids = conflict.candidates or [(id,) for id in conflict.statements]
    sides = [[statement for statement in statements if statement.id in side] for side in ids]
    sides.sort(key=lambda side: side[0].position)
    told = "; ".join(_side(context, conflict, side) for side in sides)
    message = f"{what}: {told}. {_outcome(context, conflict)}."
    first, others = sides[0][0], [side[0].position for side in sides[1:]]
    end = "subject" if conflict.subject == first.object else "object"
    place = at(conflict.qualifier) if conflict.qualifier else at(end, "value", conflict.predicate)
    return rule.finding(
        message, first.position, first.id, *conflict.statements, conflict.subject, at=place, others=others
    )


def _outcome(context: Context, conflict: Conflict) -> str:
    """Which step decided, and what readers see of it: of values the winner, of relations all."""
    best = _label(context, conflict, context.statements[conflict.shown]) if conflict.shown else ""
    decided = DECIDED[conflict.decided_by]
    if conflict.kind in (ConflictKind.OBJECT, ConflictKind.SUBJECT):
        return f"{decided}{best and f' for {best}'}; the edges of all of them stay, marked as contested"
    return f"{decided}: {best or 'none'} is shown"


def _side(context: Context, conflict: Conflict, statements: list[Statement]) -> str:
    documents = dict.fromkeys(reference.document for statement in statements for reference in statement.references)
    return f"{_label(context, conflict, statements[0])} ({listed(list(documents), most=5) or 'no document'})"


def _label(context: Context, conflict: Conflict, statement: Statement) -> str:
    if conflict.qualifier is not None:
        return ", ".join(map(shorten, dict(statement.qualifiers).get(conflict.qualifier, ())))
    if statement.object is None:
        return context.quote(statement)
    return context.name(statement.subject if statement.object == conflict.subject else statement.object)
