"""Arguments of the fields that walk the graph or search it -> steps of the Plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphql import FieldNode

from graphsvc.errors import RefusedQuery
from graphsvc.plan.bindings import predicate_types
from graphsvc.plan.filters import Inputs
from graphsvc.plan.limits import Limits, page_size
from graphsvc.plan.tree import Step, Walk
from graphsvc.plan.vocabulary import RelationField, Vocabulary, share_fields
from graphsvc.tokens import phrase_words
from graphsvc.values import did_you_mean, shorten

Arguments = Mapping[str, Any]
Types = tuple[str, ...] | None
PATHS, MOST_PATHS = 10, 100
LENGTH, MOST_LENGTH = 4, 5
MOST_DEPTH = 3
MOST_CLOSURE_DEPTH = 100
WORDS = 32
KINDS = frozenset({"paths", "neighbourhood", "closure", "shares", "search"})


@dataclass(frozen=True)
class Walks:
    """Reads the arguments of one field; bad ones raise RefusedQuery."""

    inputs: Inputs
    vocabulary: Vocabulary
    node: FieldNode

    def step(self, step: Step, given: Arguments) -> Step:
        """The step with its parameters. `step.kind` is one of `KINDS`."""
        match step.kind:
            case "paths":
                return self.paths(step, given)
            case "neighbourhood":
                return self.neighbourhood(step, given)
            case "closure":
                return self.closure(step, given)
            case "shares":
                return self.shares(step, given)
            case _:
                return self.search(step, given)

    def paths(self, step: Step, given: Arguments) -> Step:
        least = self.within("minLength", given, 1, 1, MOST_LENGTH)
        most = self.within("maxLength", given, max(LENGTH, least), least, MOST_LENGTH)
        out, back = self.ways(given.get("via"), given.get("direction") or "both")
        limits = replace(self.inputs.limits, default_page=PATHS, max_page=min(MOST_PATHS, self.inputs.limits.max_page))
        start, end = (self.inputs.parameter(str(given[name])) for name in ("from", "to"))
        first = self.inputs.parameter(self.size(given, limits))
        return replace(step, parameter=start, walk=Walk(out, back, least, most, first, to=end))

    def neighbourhood(self, step: Step, given: Arguments) -> Step:
        out, back = self.ways(given.get("via"), "both")
        labels = self.labels(given.get("types"))
        most = self.within("depth", given, 1, 1, MOST_DEPTH)
        start = self.inputs.parameter(str(given["id"]))
        types = self.inputs.parameter(None if out is None else list(out))
        return replace(step, parameter=start, walk=Walk(out, back, 0, most, self.first(given), labels, types=types))

    def closure(self, step: Step, given: Arguments) -> Step:
        deepest = given.get("maxDepth")
        most = None if deepest is None else self.within("maxDepth", given, 1, 1, MOST_CLOSURE_DEPTH)
        out, back = _ways([(step.types, step.direction)])
        return replace(step, types=(), direction="", walk=Walk(out, back, 1, most, self.first(given)))

    def shares(self, step: Step, given: Arguments) -> Step:
        field = self.shared(given.get("via"))
        holds, source = share_fields(self.vocabulary)[field.predicate.name]
        start = self.inputs.parameter(str(given["of"]))
        return replace(step, types=field.types, direction=holds, source=source, parameter=start)

    def search(self, step: Step, given: Arguments) -> Step:
        phrase = phrase_words(given["phrase"])
        if len(phrase["words"]) > WORDS:
            rule = f"The phrase has {len(phrase['words'])} words, but at most {WORDS} are looked for."
            raise RefusedQuery(rule, "Search for those that matter.", "TOO_MANY_VALUES", self.node)
        return replace(step, types=self.labels(given.get("types")), parameter=self.inputs.parameter(phrase))

    # Single arguments

    def size(self, given: Arguments, limits: Limits) -> int:
        return page_size("first", given.get("first"), limits, self.node, pages=False)

    def first(self, given: Arguments) -> int:
        return self.inputs.parameter(self.size(given, self.inputs.limits))

    def within(self, name: str, given: Arguments, usual: int, least: int, most: int) -> int:
        value = given.get(name)
        value = usual if value is None else int(value)
        if least <= value <= most:
            return value
        rule = f"{name} is {value}, but must lie between {least} and {most}."
        raise RefusedQuery(rule, "Choose a number within these bounds.", "OUT_OF_RANGE", self.node)

    def ways(self, via: Sequence[str] | None, direction: str) -> tuple[Types, Types]:
        """The types to follow from subject to object, and those from object to subject."""
        if via is None:
            return (None if direction != "in" else (), None if direction != "out" else ())
        self.given("via", via)
        return _ways([_turned(self.predicate(name), direction) for name in via])

    def predicate(self, name: str) -> tuple[tuple[str, ...], str]:
        found = predicate_types(self.vocabulary, name)
        if found is None:
            raise unknown_predicate(self.vocabulary, name, self.node)
        return found

    def labels(self, types: Sequence[str] | None) -> tuple[str, ...]:
        if types is None:
            return ()
        self.given("types", types)
        return tuple(sorted({self.label(name) for name in types}))

    def label(self, name: str) -> str:
        found = self.vocabulary.by_class.get(name) or self.vocabulary.classes.get(name)
        if found:
            return found.name
        raise self.unknown("The ontology has no class", name, self.vocabulary.by_class, "UNKNOWN_CLASS")

    def shared(self, via: str | None) -> RelationField:
        """The relation whose shares are meant: the one that is named, or the only one there is."""
        known = share_fields(self.vocabulary)
        fields = [r for r in self.vocabulary.relations.values() if r.predicate.name in known]
        named = [r for r in fields if via in (None, r.name, r.predicate.name, r.predicate.inverse)]
        if len({r.predicate.name for r in named}) == 1:
            return named[0]
        if via is not None:
            raise self.unknown("No acyclic relation with a share is called", via, known, "UNKNOWN_PREDICATE")
        rule = f"The ontology has {len(known)} acyclic relations with a share, and `via` names none."
        way_out = f"Name one: {', '.join(known)}." if known else "Annotate one with `acyclic` and `share_slot`."
        raise RefusedQuery(rule, way_out, "UNKNOWN_PREDICATE", self.node)

    def given(self, name: str, values: Sequence[str]) -> None:
        if not values:
            raise RefusedQuery(f"`{name}` is empty.", "Leave it out to allow any.", "BAD_ARGUMENT", self.node)

    def unknown(self, rule: str, name: str, known: Collection[str], code: str) -> RefusedQuery:
        way_out = did_you_mean(name, sorted(known), f"Known: {', '.join(sorted(known)[:20]) or 'none'}.")
        return RefusedQuery(f"{rule} {shorten(name)}.", way_out, code, self.node)


def unknown_predicate(vocabulary: Vocabulary, predicate: str, node: FieldNode) -> RefusedQuery:
    known = sorted({*vocabulary.ontology.predicates, *vocabulary.ontology.inverses})
    way_out = did_you_mean(predicate, known, f"Known predicates: {', '.join(known[:20])}.")
    return RefusedQuery(f"The ontology has no predicate {shorten(predicate)}.", way_out, "UNKNOWN_PREDICATE", node)


def _turned(found: tuple[tuple[str, ...], str], direction: str) -> tuple[tuple[str, ...], str]:
    """The types with the direction in which the argument `direction` follows a predicate, named as it was."""
    types, own = found
    if "both" in (own, direction):
        return types, "both"
    return types, own if direction == "out" else {"out": "in", "in": "out"}[own]


def _ways(found: Iterable[tuple[tuple[str, ...], str]]) -> tuple[Types, Types]:
    pairs = [*found]
    out, back = (
        tuple(sorted({type_ for types, direction in pairs if direction != against for type_ in types}))
        for against in ("in", "out")
    )
    return out, back
