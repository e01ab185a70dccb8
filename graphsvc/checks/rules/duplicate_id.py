"""Two entities, two documents or two statements have the same id and say different things.

Everything is keyed by id: only the first record counts, and what the second says is lost. For example, `meta` is
defined in entities.yaml and again in nodes.csv with another name.

Source: the identifier of LinkML, unique by definition.
"""

from graphsvc.checks.rule import Context, Findings, Rule, at
from graphsvc.checks.twice import twice

RULE = Rule("duplicate-id", "GS102", "Merge the records, or give one of them another id.")


def check(context: Context) -> Findings:
    for kind, first, record, alike in twice(context):
        if not alike:
            message = f"The {kind} '{record.id}' is already defined at {first.position}; this record does not count."
            yield RULE.finding(message, record.position, record.id, at=at("id"))
