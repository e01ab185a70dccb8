"""All rules: which there are, what each says of itself, and which of them a name or a code means."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from operator import attrgetter
from pkgutil import iter_modules
from types import ModuleType

from graphsvc.checks import drift, rules, waivers
from graphsvc.checks.rule import Rule
from graphsvc.errors import InputError, Position
from graphsvc.records import REJECTIONS
from graphsvc.values import did_you_mean

CATALOGUE = sorted(
    (import_module(f"{rules.__name__}.{found.name}") for found in iter_modules(rules.__path__)),
    key=attrgetter("RULE.code"),
)
"""The rules over records: modules that document a fault, with `RULE` and `check(context)`, which yields findings."""

DOCUMENTED: Mapping[Rule, str] = {
    **{module.RULE: inspect.getdoc(module) or "" for module in CATALOGUE},
    **waivers.RULES,
    **drift.RULES,
}
"""Every rule in the order of codes, with its documentation: the first paragraph says what is wrong."""

_NAMES = {rule.code: rule.name for rule in DOCUMENTED}
_MORE_EXACT = {"unreadable-record": tuple(REJECTIONS)}
"""Rules whose findings go by names of their own."""
_CODE = re.compile(r"GS[0-9]{0,3}", re.IGNORECASE)


def fits(word: str, name: str, code: str) -> bool:
    """Whether a word means findings of that name and code: by the name, the rule's name, or the start of the code."""
    return word in (name, _NAMES.get(code)) or (bool(_CODE.fullmatch(word)) and code.startswith(word.upper()))


def known(word: str, position: Position | None = None) -> str:
    """The word, if it means any rule. Raises `InputError`."""
    names = [*_NAMES.values(), *(name for names in _MORE_EXACT.values() for name in names)]
    if word in names or (_CODE.fullmatch(word) and any(code.startswith(word.upper()) for code in _NAMES)):
        return word
    way_out = did_you_mean(word, [*names, *_NAMES], "`graphsvc rule` lists the rules.")
    raise InputError(f"There is no rule {word!r}.", way_out, position)


@dataclass(frozen=True)
class Selection:
    """Which rules are wanted: those in `select`, or all if it is empty, without those in `ignore`."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def read(cls, select: Iterable[str], ignore: Iterable[str]) -> Selection:
        """From words, or lists of them with commas. Raises `InputError` for one that means no rule."""
        return cls(
            *(tuple(known(word.strip()) for said in given for word in said.split(",")) for given in (select, ignore))
        )

    def takes(self, name: str, code: str) -> bool:
        wanted = not self.select or any(fits(word, name, code) for word in self.select)
        return wanted and not any(fits(word, name, code) for word in self.ignore)

    def runs(self, module: ModuleType) -> bool:
        """Whether a rule may have findings that are wanted."""
        rule: Rule = module.RULE
        return any(self.takes(name, rule.code) for name in (rule.name, *_MORE_EXACT.get(rule.name, ())))


ALL = Selection()


def described(word: str) -> str:
    """What `graphsvc rule` prints of the rules that a word means. Raises `InputError`."""
    if known(word) in REJECTIONS and word not in _NAMES.values():
        return f"{word} (GS101), error\n\n{REJECTIONS[word]}\n"
    found = ((rule, text) for rule, text in DOCUMENTED.items() if fits(word, rule.name, rule.code))
    told = (
        f"{rule.name} ({rule.code}), {rule.severity}\n\n{text}\n\nWay out: {rule.way_out}\n" for rule, text in found
    )
    return "\n".join(told)


def listing() -> str:
    """One line for each rule: code, severity, name, what is wrong."""
    lines = (f"{rule.code}  {rule.severity:7}  {rule.name:24}  {summary(text)}\n" for rule, text in DOCUMENTED.items())
    return "".join(lines)


def summary(text: str) -> str:
    """The first paragraph of a rule's documentation, as one line."""
    return " ".join(text.partition("\n\n")[0].split())
