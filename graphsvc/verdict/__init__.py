"""Statements -> claims, verdicts and conflicts. Pure: the same records in any order give the same judgement.

`claims` types statements and groups those that say the same, `decision` chooses among groups of statements
step by step, `court` applies it wherever only one may hold, `judgement` asks it about one thing after another.
"""

from graphsvc.verdict.claims import Claim, possible_days, statement_intervals, sure_days
from graphsvc.verdict.court import Attribute, Conflict, ConflictKind, Period
from graphsvc.verdict.decision import Decision, decide, origin
from graphsvc.verdict.judgement import Judgement, judge

__all__ = ["Attribute", "Claim", "Conflict", "ConflictKind", "Decision", "Judgement", "Period"]
__all__ += ["decide", "judge", "origin", "possible_days", "statement_intervals", "sure_days"]
