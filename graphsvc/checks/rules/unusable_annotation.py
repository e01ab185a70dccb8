"""An annotation that sets a rule names what is not there, or says what the rule cannot read; or its name is misspelt.

The rule stays silent, and its author believes that it is at work. For example, `share_slot: shares` where the
relationship class has `share`, `stale_after: 1 year`, or `acylic: true`.

Source: the annotations of docs/curating.md.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import chain

from graphsvc.checks.rule import Context, Findings, Rule, Severity, names
from graphsvc.checks.rules.share_sum import number
from graphsvc.checks.rules.stale_claim import days
from graphsvc.errors import Position
from graphsvc.ontology import Annotations, Class, Ontology, Predicate, Slot
from graphsvc.values import did_you_mean

WAY_OUT = "Correct the annotation: docs/curating.md lists them all."
RULE = Rule("unusable-annotation", "GS105", WAY_OUT, Severity.WARNING)

QUALIFIERS = ("share_slot", "share_min_slot", "interval_start", "interval_end", "rank_slot", "confidence_slot")
CHOICES = {"share_sum_by": ("subject", "object"), "succession": ("true", "strict")}
KNOWN = {
    *(*QUALIFIERS, *CHOICES, "share_sum_max", "share_indirect", "acyclic", "excludes", "outside_life"),
    *("life_start", "life_end", "ordered", "single_best", "check_single_source", "stale_after"),
    *("verdict", "precision", "text", "sort", "temporal", "canonical_predicate"),
    *("plural", "graphql_name", "icon", "color", "caption"),
}
Fault = tuple[str, str, Position]
"""What is wrong, the way out, and where."""


def check(context: Context) -> Findings:
    for message, way_out, place in dict.fromkeys(_faults(context.ontology)):
        yield RULE.finding(message, place, context.ontology.name, way_out=way_out)


def _faults(ontology: Ontology) -> Iterator[Fault]:
    yield from _common("the schema", ontology.annotations, ontology.position)
    for each in chain[Class | Slot](ontology.classes.values(), ontology.slots.values()):
        yield from _common(f"'{each.name}'", each.annotations, each.position)
    for one in ontology.node_classes.values():
        yield from _class(ontology, one)
    for predicate in ontology.predicates.values():
        yield from _predicate(ontology, predicate)
    for slot in ontology.slots.values():
        if slot.annotations.get("ordered") and slot.kind != "enum":
            yield f"`ordered` of '{slot.name}' needs an enum, whose order counts.", "", slot.position


def _common(of: str, annotations: Annotations, place: Position) -> Iterator[Fault]:
    for name, value in annotations.items():
        close = get_close_matches(name, sorted(KNOWN), n=1, cutoff=0.8) if name not in KNOWN else []
        if close:
            yield f"The annotation '{name}' of {of} is unknown.", f"Did you mean '{close[0]}'?", place
        if name in CHOICES and str(value).lower() not in CHOICES[name]:
            yield f"`{name}` of {of} is '{value}'.", f"Write {' or '.join(CHOICES[name])}.", place
        if name == "stale_after" and value != "never" and days(str(value)) is None:
            yield f"`stale_after` of {of} is no period: '{value}'.", "Write one like P1Y, P6M or P90D, or never.", place
        if name == "share_sum_max" and number(value) is None:
            yield f"`share_sum_max` of {of} is no number: '{value}'.", "Write a number, such as 1.", place


def _class(ontology: Ontology, one: Class) -> Iterator[Fault]:
    dates = {
        name: slot
        for name, slot in ontology.attributes(one.name).items()
        if any(rules.base in ("edtf", "date", "datetime") for rules in ontology.rules(slot))
    }
    for annotation in ("life_start", "life_end"):
        if annotation in one.annotations and str(one.annotations[annotation]) not in dates:
            yield _absent(annotation, one.name, one.annotations[annotation], "date attribute", dates, one.position)


def _predicate(ontology: Ontology, predicate: Predicate) -> Iterator[Fault]:
    declared = ontology.classes[predicate.relationship] if predicate.relationship else predicate.slot
    said, place = predicate.annotations, declared.position
    for annotation in QUALIFIERS:
        if annotation in said and str(said[annotation]) not in predicate.qualifiers:
            yield _absent(annotation, declared.name, said[annotation], "qualifier", predicate.qualifiers, place)
    slot, is_pair, _ = str(said.get("share_indirect", "")).partition("=")
    if "share_indirect" in said and not (is_pair and slot in predicate.qualifiers):
        way_out = "Write slot=value with one of its qualifiers, such as held=indirect."
        yield f"`share_indirect` of '{declared.name}' is '{said['share_indirect']}'.", way_out, place
    known = {**ontology.predicates, **ontology.inverses}
    for name in names(said.get("excludes", "")):
        if name not in known:
            yield _absent("excludes", declared.name, name, "relation", known, place)


def _absent(annotation: str, of: str, value: object, kind: str, known: Iterable[str], place: Position) -> Fault:
    way_out = did_you_mean(str(value), sorted(known), "")
    return f"`{annotation}` of '{of}' names '{value}', which is no {kind} there.", way_out, place
