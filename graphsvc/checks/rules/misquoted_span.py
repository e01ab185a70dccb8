"""With `--documents`: a locator is malformed or outside its document, or the text there has another digest.

The evidence does not hold: a reader who follows the reference finds other words. For example,
`locator: 'p3:120-180'` where the third paragraph ends at 150.

Source: the locators and SHA-256 digests that `graphsvc cite` makes.
"""

from contextlib import suppress
from functools import lru_cache
from itertools import count

from graphsvc.checks.rule import SEARCHES, Context, Findings, Rule, at
from graphsvc.citations import CitationError, digest, find_digest, parse_locator, span_at
from graphsvc.records import Reference
from graphsvc.values import shorten

RULE = Rule("misquoted-span", "GS602", 'Cite the span again: `graphsvc cite FILE "span"` prints locator and digest.')


def check(context: Context) -> Findings:
    searched = count()
    text_of = lru_cache(maxsize=256)(context.text)
    for statement in context.dataset.statements if context.directory else ():
        for reference in statement.references:
            document = context.documents.get(reference.document)
            text = text_of(document) if document else None  # if there is none, another rule tells
            fault = _fault(reference, text) if text is not None else None
            if fault:
                way_out = _way_out(reference, text or "") if next(searched) < SEARCHES else ""
                ids = statement.id, reference.document
                cited = context.sentence(statement)
                message = f"The span cited for “{cited}” is not in '{reference.document}': {fault}"
                yield RULE.finding(message, reference.position, *ids, way_out=way_out, at=at("locator", "digest"))


def _fault(reference: Reference, text: str) -> str | None:
    if reference.locator is None:
        return "it has a digest and no locator." if reference.digest is not None else None
    try:
        span = span_at(text, reference.locator)
    except CitationError as error:
        return str(error)
    if reference.digest is None or reference.digest.lower() == digest(span):
        return None
    return f"at {reference.locator} the text reads {shorten(span, 80)}, which has another digest."


def _way_out(reference: Reference, text: str) -> str:
    """Where the span with this digest is now, if the text still has it."""
    with suppress(CitationError):
        cited = parse_locator(reference.locator or "")
        wanted = (reference.digest or "").lower()
        found = find_digest(text, cited.end - cited.start, wanted) if wanted else None
        return f"The words with this digest are at {found}: write that." if found else ""
    return ""
