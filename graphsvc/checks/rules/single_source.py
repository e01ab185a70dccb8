"""A claim rests on one independent source.

What one party says may be so; what two say that do not lean on each other is safer. For example, three documents state
a price, and all of them cite the same press release.

Source: the annotation `check_single_source: true` of the schema, or of one slot or relationship class; without it
this rule is silent. What counts as one source: docs/verdicts.md.
"""

from graphsvc.checks.rule import Context, Findings, Rule, Severity, live, said_of
from graphsvc.records import Rank
from graphsvc.verdict import origin

RULE = Rule("single-source", "GS605", "Look for a second source that does not cite the first.", Severity.INFO)


def check(context: Context) -> Findings:
    asked = {name for name, said in said_of(context, "check_single_source").items() if said is True}
    for claim in context.judgement.claims if asked else ():
        if claim.rank is not Rank.DEPRECATED and claim.predicate in asked:
            references = [reference for statement in live(claim) for reference in statement.references]
            if len({origin(reference, context.documents) for reference in references}) == 1:
                documents = ", ".join(dict.fromkeys(reference.document for reference in references))
                message = f"“{context.sentence(live(claim)[0])}” rests on one source: {documents}."
                yield RULE.at_last(message, [claim], claim.subject)
