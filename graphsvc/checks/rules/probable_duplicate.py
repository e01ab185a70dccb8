"""Two entities of comparable classes have the same name, but for its spelling, or the same external id.

They are probably one thing: what is known of it is told half here, half there. For example, `Musespark` beside `Muse
Spark`, or `Wang, Alexandr` beside `Alexandr Wang`. Comparable are classes below a common one that has instances; what
one catalogue has under two ids (`wikidata:…`) is told apart.

Source: entity resolution by blocking on normalised names (as in nomenklatura); Wikibase's unique-value constraint.
"""

from graphsvc.checks.identity import alike
from graphsvc.checks.rule import Context, Findings, Rule, Severity, at

WAY_OUT = "Keep one and make the other's name an alias; if they differ, say how in the names or by external ids."
RULE = Rule("probable-duplicate", "GS701", WAY_OUT, Severity.WARNING)


def check(context: Context) -> Findings:
    for entity, earlier, by, shared in context.once(alike):
        if by != "alias":
            same = (
                f"the same external id {shared}" if by == "external id" else "names that differ in their spelling only"
            )
            same = "the same name" if by == "name" and entity.name == earlier.name else same
            message = f"{context.name(entity.id)} and {context.name(earlier.id)} have {same}."
            place = at("name") if by == "name" else at("external_ids", "xref", text=shared)
            yield RULE.finding(message, entity.position, entity.id, earlier.id, at=place, others=[earlier.position])
