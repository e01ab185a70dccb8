"""The subject's class is not one that the relation starts from, nor below one.

The edge cannot be reached from its subject in the API. For example, a Product `leads` an Organization, where the
domain of `leads` is Agent; `slot_usage` of `subject` in the relationship class counts too.

Source: LinkML `domain` and `slot_usage`; Wikibase's subject type constraint.
"""

from graphsvc.checks.rule import Context, Findings, Rule, at

RULE = Rule("domain-violation", "GS305", "Correct the subject, its class or the predicate, or widen the domain.")


def check(context: Context) -> Findings:
    fine: set[tuple[str, str | None]] = set()
    for statement in context.dataset.statements:
        class_name = context.classes.get(statement.subject)
        if (statement.predicate, class_name) in fine:
            continue
        allowed, _ = context.sides.get(statement.predicate, ((), ()))
        if class_name is None or context.is_any(class_name, allowed):
            fine.add((statement.predicate, class_name))
            continue
        message = (
            f"{context.name(statement.subject)} is of the class {class_name}; "
            f"the subject of {statement.predicate} must be of the class {' or '.join(allowed)}."
        )
        place = at("subject", names=[statement.predicate])
        yield RULE.finding(message, statement.position, statement.id, statement.subject, at=place)
