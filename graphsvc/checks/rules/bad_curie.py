"""An id is no CURIE, or has a prefix that the ontology does not declare.

What it stands for cannot be looked up, and it joins with nothing. For example, `wikidat:Q42` where the prefix is
`wikidata`.

Source: LinkML `prefixes`, types `curie` and `uriorcurie`; W3C CURIE Syntax 1.0.
"""

from graphsvc.checks.broken import broken
from graphsvc.checks.rule import Context, Findings, Rule

RULE = Rule("bad-curie", "GS314", "Write prefix:reference with a declared prefix, or declare the prefix.")


def check(context: Context) -> Findings:
    return broken(context, RULE, "curie")
