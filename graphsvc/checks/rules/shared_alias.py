"""An alias of one entity is an alias or the name of another one of a comparable class.

Whoever searches by it finds both, and whoever adds facts may take the wrong one. For example, `Scale` as an alias of
Scale AI and as the name of another company.

Source: the aliases of Wikibase and LinkML; curating.md: other names of a thing are aliases, not further entities.
"""

from graphsvc.checks.identity import alike
from graphsvc.checks.rule import Context, Findings, Rule, Severity, at

WAY_OUT = "Merge the two if they are one; else take the alias from the one that is less known by it."
RULE = Rule("shared-alias", "GS702", WAY_OUT, Severity.WARNING)


def check(context: Context) -> Findings:
    for entity, earlier, by, shared in context.once(alike):
        if by == "alias":
            place = at("aliases", "synonym", "name", text=shared)
            message = f"{context.name(entity.id)} and {context.name(earlier.id)} are both called '{shared}'."
            yield RULE.finding(message, entity.position, entity.id, earlier.id, at=place, others=[earlier.position])
