"""Values: what a raw scalar means under the rules of its slot, and how it compares, sorts and is stored.

A value is a `str`, `int`, `bool`, `Quantity` or `Edtf` (see `graphsvc.edtf`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from difflib import SequenceMatcher, get_close_matches
from fractions import Fraction
from functools import partial
from typing import Literal

from graphsvc import edtf
from graphsvc.edtf import Edtf

Raw = str | int | Decimal | bool
Stored = str | int | float | bool
FaultKind = Literal["type", "date", "interval", "curie", "pattern", "enum", "bounds"]

DATES = ("date", "datetime", "edtf")


class ValueFault(Exception):
    """A raw value breaks a rule of its slot; `kind` says which sort of rule."""

    def __init__(self, kind: FaultKind, message: str, way_out: str) -> None:
        self.kind = kind
        self.message = message
        self.way_out = way_out
        super().__init__(f"{message} {way_out}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number read exactly. `precision` is the half width of `14e9 ± 0.5e9`; None means as written."""

    value: Decimal
    precision: Decimal | None
    text: str


Value = str | int | bool | Quantity | Edtf


@dataclass(frozen=True, slots=True)
class Rules:
    """What one range and its slot demand of a value. `base` is one of ten that every type comes down to.

    `permissible` holds the texts of an enum in the ontology's order; `prefixes`, if not None, the only
    prefixes a CURIE may have.
    """

    base: str
    patterns: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    equals: str | None = None
    permissible: tuple[str, ...] = ()
    prefixes: frozenset[str] | None = None

    @property
    def kind(self) -> str:
        """`enum` or the base."""
        return "enum" if self.permissible else self.base


def parse(raw: Raw, rules: Rules) -> Value:
    """The value that `raw` stands for. Raises `ValueFault` if it breaks one of the rules."""
    value = _permissible(raw, rules.permissible) if rules.permissible else _PARSERS[rules.base](raw)
    if rules.prefixes is not None and rules.base in ("curie", "uriorcurie"):
        _check_prefix(value, rules)
    if rules.patterns or rules.equals is not None:
        _check_pattern(raw, rules)
    if rules.minimum is not None or rules.maximum is not None:
        _check_bounds(value, rules)
    return value


def raw_text(raw: Raw) -> str:
    """One text for one raw value: what ids are made of and what messages show."""
    if isinstance(raw, bool):
        return "true" if raw else "false"
    return str(raw)


def shorten(raw: Raw, limit: int = 60) -> str:
    """`raw` as messages quote it."""
    text = raw_text(raw)
    return repr(text if len(text) <= limit else text[: limit - 1] + "…")


def did_you_mean(word: str, known: Sequence[str], otherwise: str) -> str:
    """A way out: the closest known words, or `otherwise` if none is close; a prefix alone makes nothing close."""
    local = word.rpartition(":")[2]
    near = get_close_matches(word, known, n=20, cutoff=0.6)
    close = [name for name in near if SequenceMatcher(None, name.rpartition(":")[2], local).ratio() >= 0.6][:3]
    return f"Did you mean {' or '.join(repr(name) for name in close)}?" if close else otherwise


# Parsing, one function per base


def _wrong(raw: Raw, what: str, way_out: str, kind: FaultKind = "type") -> ValueFault:
    return ValueFault(kind, f"{shorten(raw)} is not {what}.", way_out)


def _text(raw: Raw) -> str:
    if isinstance(raw, str):
        return raw
    raise _wrong(raw, "text", "Put it in quotes.")


INTEGERS = range(-(2**63), 2**63)
_INTEGER = re.compile(r"\s*[+-]?[0-9]+\s*")


def _integer(raw: Raw) -> int:
    readable = _INTEGER.fullmatch(raw) if isinstance(raw, str) else not isinstance(raw, bool)
    number = Decimal(raw) if readable else Decimal("NaN")
    if not number.is_finite() or number != number.to_integral_value():
        raise _wrong(raw, "an integer", "Write digits only, such as 42, or give the slot the range decimal.")
    if not INTEGERS.start <= number < INTEGERS.stop:
        raise ValueFault("bounds", f"{shorten(raw)} does not fit 64 bits.", "Use a decimal slot for such numbers.")
    return int(number)


_NUMBER = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?"
_QUANTITY = re.compile(rf"\s*([+-]?{_NUMBER})\s*(?:(?:±|\+/?-)\s*({_NUMBER}))?\s*")
_QUANTITY_HELP = "Write 14.3, 14e9 or '14e9 ± 0.5e9', the precision without a sign; NaN and Infinity are none."


def _quantity(raw: Raw) -> Quantity:
    if type(raw) is int:
        return Quantity(Decimal(raw), None, str(raw))
    found = None if isinstance(raw, bool) else _QUANTITY.fullmatch(raw_text(raw))
    if not found:
        raise _wrong(raw, "a number", _QUANTITY_HELP)
    value, precision = Decimal(found[1]), Decimal(found[2]) if found[2] else None
    if not all(number == 0 or -400 < number.adjusted() < 308 for number in (value, precision or Decimal(0))):
        raise ValueFault("bounds", f"{shorten(raw)} is beyond what a double can hold.", "Choose a larger unit.")
    return Quantity(value, precision, raw_text(raw).strip())


def _boolean(raw: Raw) -> bool:
    text = raw_text(raw).strip().lower()
    if isinstance(raw, bool | str) and text in ("true", "false"):
        return text == "true"
    raise _wrong(raw, "a boolean", "Write true or false.")


def parse_edtf(text: str) -> Edtf:
    """The date that `text` stands for. Raises `ValueFault` if it is no EDTF of level 0 or 1."""
    try:
        return edtf.read(text.strip())
    except edtf.NotEdtf as fault:
        kind: FaultKind = "interval" if isinstance(fault, edtf.Inverted) else "date"
        raise _wrong(text, fault.what, fault.way_out, kind) from None


def _edtf(raw: Raw) -> Edtf:
    if isinstance(raw, bool | Decimal):
        raise _wrong(raw, "a date", "Write it as YYYY, YYYY-MM or YYYY-MM-DD, in quotes.", "date")
    return parse_edtf(raw if isinstance(raw, str) else f"{raw:0{4 + (raw < 0)}d}")


_URI = r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`]+"
_CURIE = r"[A-Za-z_][\w.\-]*:(?!//)[^\s<>\"{}|\\^`]+"
_FORMS = {
    "date": (r"\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*", "a day", "Write it as YYYY-MM-DD."),
    "datetime": (rf"\s*{edtf.DATETIME.pattern}\s*", "a date and time", "Write it as YYYY-MM-DDThh:mm:ssZ."),
    "uri": (_URI, "a URI", "Write scheme, colon and the rest without spaces, such as https://example.org/a."),
    "curie": (_CURIE, "a CURIE", "Write prefix:reference, such as wikidata:Q42."),
    "uriorcurie": (f"{_URI}|{_CURIE}", "a URI or a CURIE", "Write https://example.org/a or prefix:reference."),
}
"""Base -> pattern, what it is called, and the way out: texts of a fixed form."""


def _form(raw: Raw, base: str) -> str | Edtf:
    pattern, what, way_out = _FORMS[base]
    if not isinstance(raw, str) or not re.fullmatch(pattern, raw):
        kind: FaultKind = "date" if base in DATES else "type" if base == "uri" else "curie"
        raise _wrong(raw, what, way_out, kind)
    return parse_edtf(raw) if base in DATES else raw


_PARSERS: dict[str, Callable[[Raw], Value]] = {
    "string": _text,
    "integer": _integer,
    "decimal": _quantity,
    "boolean": _boolean,
    "edtf": _edtf,
    **{base: partial(_form, base=base) for base in _FORMS},
}


# Rules beyond the type


def _permissible(raw: Raw, permissible: tuple[str, ...]) -> str:
    text = raw_text(raw)
    if text in permissible:
        return text
    choice = "Use one of " + ", ".join(permissible[:8]) + (", …." if len(permissible) > 8 else ".")
    raise ValueFault("enum", f"{shorten(raw)} is not a permissible value.", did_you_mean(text, permissible, choice))


_OPAQUE_SCHEMES = ("urn", "mailto", "tel", "tag", "info", "data", "did", "geo", "news", "ni")


def _check_prefix(value: Value, rules: Rules) -> None:
    assert rules.prefixes is not None
    if not isinstance(value, str):
        return
    prefix, _, rest = value.partition(":")
    is_uri = rules.base == "uriorcurie" and (rest.startswith("//") or prefix.lower() in _OPAQUE_SCHEMES)
    if not is_uri and prefix not in rules.prefixes:
        way_out = did_you_mean(prefix, sorted(rules.prefixes), "Declare it under `prefixes` in the ontology.")
        raise ValueFault("curie", f"{shorten(value)} has the prefix {prefix!r}, which nobody declared.", way_out)


def _check_pattern(raw: Raw, rules: Rules) -> None:
    text = raw_text(raw)
    if rules.equals is not None and text != rules.equals:
        raise ValueFault("enum", f"{shorten(raw)} is not the one value allowed.", f"Write {rules.equals!r}.")
    for pattern in rules.patterns:
        if not re.search(pattern, text):
            raise ValueFault("pattern", f"{shorten(raw)} does not match the pattern {pattern}.", "Write it to match.")


def _check_bounds(value: Value, rules: Rules) -> None:
    number = value.value if isinstance(value, Quantity) else value
    if not isinstance(number, int | Decimal):
        return
    least, most = rules.minimum, rules.maximum
    if least is not None and number < least:
        raise ValueFault("bounds", f"{number} is below {least}.", f"The least is {least}; check number and unit.")
    if most is not None and number > most:
        raise ValueFault("bounds", f"{number} is above {most}.", f"The most is {most}; check number and unit.")


# Comparing


def agree(a: Value, b: Value) -> bool:
    """Whether both can hold: quantities within their precisions, dates with a day in common, else equality."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        slack = sum(Fraction(q.precision) for q in (a, b) if q.precision is not None)
        return abs(Fraction(a.value) - Fraction(b.value)) <= slack
    if isinstance(a, Edtf) and isinstance(b, Edtf):
        pairs = ((a.earliest, b.latest), (b.earliest, a.latest))
        return all(first is None or last is None or first <= last for first, last in pairs)
    return type(a) is type(b) and a == b


def most_precise(values: Sequence[Value]) -> Value:
    """The value that says most (narrowest precision or day range, unqualified first); the first of equals."""
    return min(values, key=_vagueness)


def _vagueness(value: Value) -> tuple[Fraction | float, bool]:
    if isinstance(value, Quantity):
        return Fraction(value.precision or 0), False
    if isinstance(value, Edtf):
        known = value.earliest is not None and value.latest is not None
        span = (value.latest or 0) - (value.earliest or 0) if known else float("inf")
        return span, value.approximate or value.uncertain
    return 0, False


def canonical(value: Value) -> str:
    """One exact text per value, for claim ids: 14.30 and 14.3 are the same, `14 ± 0.5` is another."""
    if isinstance(value, Quantity):
        exact = _exact(value.value)
        return exact if value.precision is None else f"{exact}±{_exact(value.precision)}"
    return value.text if isinstance(value, Edtf) else raw_text(value)


def _exact(number: Decimal) -> str:
    digits = len(number.as_tuple().digits)
    return format(Context(prec=max(digits, 1)).normalize(abs(number) if number == 0 else number), "f")


# Storing and showing


def plain(value: Value) -> Stored:
    """The value as the API shows it: a quantity as a double, a date as its text."""
    if isinstance(value, Quantity):
        return float(value.value) + 0.0  # no store agrees with another on where -0.0 belongs
    return value.text if isinstance(value, Edtf) else value


def stored(value: Value, permissible: Sequence[str] = ()) -> dict[str, Stored]:
    """What a store keeps for one value, keyed by the suffix of the property name.

    `permissible` are the texts of the enum, if it is one: enums sort in the ontology's order.
    """
    if isinstance(value, Edtf):
        moment = edtf.moment(value.text) if edtf.DATETIME.fullmatch(value.text) else None
        bounds = {"__min": value.earliest, "__max": value.latest, "__key": moment}
        return {"": value.text} | {suffix: number for suffix, number in bounds.items() if number is not None}
    if isinstance(value, str):
        return {"": value, "__key": f"{permissible.index(value):04d}"} if permissible else stored_text(value)
    return {"": plain(value)}


def stored_text(text: str) -> dict[str, Stored]:
    """With its key, and where that is not the whole with `__folded`, which is."""
    folded = fold(text)
    whole: dict[str, Stored] = {"__folded": folded} if len(folded) > KEY_LENGTH else {}
    return {"": text, "__key": _cut(folded), **whole}


_ESCAPED = re.compile("[\ue000-\ue7ff\U00010000-\U0010ffff]")
KEY_LENGTH = 1000
"""Characters of the longest key: an index takes some 8,000 bytes for a text's key and an id together."""


def fold(text: str) -> str:
    """The form in which text is compared without regard to case: NFC, casefold, NFC, and nothing beyond the BMP.

    Databases order such characters by code point here and by UTF-16 unit there. Each becomes U+FFFF and two
    private characters, so that both orders are Python's; these get U+FFFE behind them where the text itself has
    them, so that nothing is found in half a character. The text must not hold U+FFFE or U+FFFF.
    """
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return folded if folded.isascii() else _ESCAPED.sub(_escape, folded)


def text_key(text: str) -> str:
    """The key by which text is ordered: folded, and cut at `KEY_LENGTH` with U+FFFF where the rest was."""
    return _cut(fold(text))


def _cut(folded: str) -> str:
    return folded if len(folded) <= KEY_LENGTH else folded[:KEY_LENGTH] + "\uffff"


def _escape(found: re.Match[str]) -> str:
    if found[0] <= "\uffff":
        return found[0] + "\ufffe"
    offset = ord(found[0]) - 0x10000
    return "\uffff" + chr(0xE000 + (offset >> 10)) + chr(0xE400 + (offset & 0x3FF))
