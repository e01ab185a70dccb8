"""Plans of a document that comes again: where only values of variables differ, only they are put in anew."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from threading import Lock
from typing import Any, NamedTuple

from graphql import FragmentDefinitionNode, OperationDefinitionNode, VariableValues

from graphsvc.plan.build import Planner
from graphsvc.plan.late import Late, Path, Touched
from graphsvc.plan.selecting import Asked
from graphsvc.plan.tree import Plan

KEPT = 8
"""Plans of one document."""
ATTEMPTS = 8
LATE = (Late, list, tuple)


class Planned(NamedTuple):
    """The root fields of an operation, introspection among them, and its Plan."""

    roots: Mapping[str, Asked]
    plan: Plan


class Plans:
    """The Plans of one document. Safe to use from several threads."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        self.known: OrderedDict[Hashable, Planned] = OrderedDict()
        self.looked_at: frozenset[str] = frozenset()
        self.lock = Lock()

    def plan(
        self,
        operation: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: VariableValues,
    ) -> Planned:
        """As the planner does."""
        given, name = variables.coerced, operation.name and operation.name.value
        for _ in range(ATTEMPTS):
            forms = {name: _form(value, (name,), name not in self.looked_at) for name, value in given.items()}
            key = (name, *((name, form) for name, (form, _) in forms.items()))
            found = self.recall(key)
            if found is None:
                some = variables._replace(coerced={name: value for name, (_, value) in forms.items()})
                try:
                    found = self.planned(operation, fragments, some)
                except Touched as touched:
                    self.looked_at |= {touched.args[0]}
                    continue
                except (AttributeError, TypeError):  # what is written in C takes no other type than it says
                    if self.looked_at >= given.keys():
                        raise
                    self.looked_at |= given.keys()
                    continue
                self.keep(key, found)
            roots, plan = found
            values = tuple([_filled(value, given) if type(value) in LATE else value for value in plan.values])
            return Planned(roots, Plan(plan.roots, values, plan.dated))
        return self.planned(operation, fragments, variables)

    def planned(
        self,
        operation: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: VariableValues,
    ) -> Planned:
        plan = self.planner.plan(operation, fragments, variables)
        hash(plan.roots)  # touches what should be in `values` and not in the tree
        return Planned(self.planner.roots(operation, fragments, variables), plan)

    def recall(self, key: Hashable) -> Planned | None:
        with self.lock:
            if key in self.known:
                self.known.move_to_end(key)
            return self.known.get(key)

    def keep(self, key: Hashable, found: Planned) -> None:
        with self.lock:
            self.known[key] = found
            while len(self.known) > KEPT:
                self.known.popitem(last=False)


def _form(value: Any, path: Path, late: bool) -> tuple[Hashable, Any]:
    """All of a value that a Plan may depend on, and the value with its scalars left for later."""
    if type(value) is dict:
        fields = {name: _form(each, (*path, name), late) for name, each in value.items()}
        forms = tuple((name, form) for name, (form, _) in fields.items())
        return forms, {name: inner for name, (_, inner) in fields.items()}
    if type(value) is list:
        items = [_form(each, (*path, at), late) for at, each in enumerate(value)]
        return tuple(form for form, _ in items), [inner for _, inner in items]
    if late and type(value) in (str, int, float):
        return type(value).__name__, Late(path)
    return (type(value), value), value


def _filled(value: Any, given: Mapping[str, Any]) -> Any:
    """A value of a Plan with what was left for later."""
    if type(value) is Late:
        found: Any = given
        for step in value.path:
            found = found[step]
        for function in value.made:
            found = function(found)
        return found
    return [_filled(each, given) for each in value] if type(value) in (list, tuple) else value
