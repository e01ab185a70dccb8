"""Values: tables of what is read, refused and compared; properties for days and sort keys."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsvc.edtf import Edtf, day_number, moment
from graphsvc.values import (
    Quantity,
    Raw,
    Rules,
    ValueFault,
    agree,
    canonical,
    did_you_mean,
    most_precise,
    parse,
    parse_edtf,
    plain,
    stored,
    text_key,
)


def day(text: str | None) -> int | None:
    return None if text is None else date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2025-07~", "2025-07-01", "2025-07-31"),
        ("2026?", "2026-01-01", "2026-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("20XX?", "2000-01-01", "2099-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("2004-07-XX", "2004-07-01", "2004-07-31"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31"),
        ("2001-21", "2001-03-01", "2001-05-31"),
        ("2001-22", "2001-06-01", "2001-08-31"),
        ("2001-23", "2001-09-01", "2001-11-30"),
        ("2003-24", "2003-12-01", "2004-02-29"),
        ("2024/2025-03", "2024-01-01", "2025-03-31"),
        ("../2026", None, "2026-12-31"),
        ("/2026", None, "2026-12-31"),
        ("2024-05/..", "2024-05-01", None),
        ("2024-05-03/", "2024-05-03", None),
        ("2026-04-08T23:59:60Z", "2026-04-08", "2026-04-08"),
        ("2026-04-08T10:30+02:00", "2026-04-08", "2026-04-08"),
        ("2026-04-08T10:30:01.25", "2026-04-08", "2026-04-08"),
        (" 2026-04-08 ", "2026-04-08", "2026-04-08"),
    ],
)
def test_edtf_spans_days(text: str, earliest: str | None, latest: str | None) -> None:
    value = parse_edtf(text)
    assert (value.text, value.earliest, value.latest) == (text.strip(), day(earliest), day(latest))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("0000", (0, 1, 1), (0, 12, 31)),
        ("-0044-03-15", (-44, 3, 15), (-44, 3, 15)),
        ("-20XX", (-2099, 1, 1), (-2000, 12, 31)),
        ("Y-17000", (-17000, 1, 1), (-17000, 12, 31)),
        ("Y170000002", (170000002, 1, 1), (170000002, 12, 31)),
    ],
)
def test_edtf_reaches_beyond_the_calendar_of_python(text: str, first: Any, last: Any) -> None:
    value = parse_edtf(text)
    assert (value.earliest, value.latest) == (day_number(*first), day_number(*last))


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2026", False, False),
        ("2026~", True, False),
        ("2026?", False, True),
        ("2026-04%", True, True),
        ("2024~/2025?", True, True),
        ("2024/2025~", True, False),
    ],
)
def test_edtf_qualifiers_are_flags(text: str, approximate: bool, uncertain: bool) -> None:
    value = parse_edtf(text)
    assert (value.approximate, value.uncertain) == (approximate, uncertain)


NO_DATES = [
    "", "20260408", "-0000", "X" * 4, "Y2004", "2004?-01", "1/2/3", "8 April 2026", "2026-4-8",
    "\u0662\u0660\u0662\u0666",  # 2026 in Arabic digits
    "2026-04-08T25:00Z", "Y1" + "0" * 20, "2026-04-08T10:30Z~", "2026~~", "201X-05", "12026", "x",
]  # fmt: skip
"""Texts in none of EDTF's forms: digits or marks missing, of another calendar's writing, or out of place."""


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("2025-02-29", "28 days"),
        ("2025-04-31", "30 days"),
        ("2025-04-00", "30 days"),
        ("2025-13", "Months are 01 to 12"),
        ("2025-21-01", "Months are 01 to 12"),
        ("2025/2024", "Exchange its ends"),
        ("/", "name one end"),
        ("../..", "name one end"),
        ("2004-XX-05", "Give the month"),
        *[(text, "Write YYYY") for text in NO_DATES],
    ],
)
def test_edtf_refuses(text: str, fragment: str) -> None:
    with pytest.raises(ValueFault) as caught:
        parse_edtf(text)
    assert caught.value.kind == ("interval" if text == "2025/2024" else "date")
    assert fragment in caught.value.way_out
    assert text[:20] in caught.value.message


@given(st.dates())
def test_days_count_as_in_python(one: date) -> None:
    assert day_number(one.year, one.month, one.day) == one.toordinal()


@given(st.integers(-(10**14), 10**14), st.integers(1, 12))
def test_four_hundred_years_have_the_same_days(year: int, month: int) -> None:
    assert day_number(year + 400, month, 1) - day_number(year, month, 1) == 146_097


LICENCES = ("proprietary", "open_weight", "open_source")


@pytest.mark.parametrize(
    ("raw", "rules", "value"),
    [
        ("Meta", Rules("string"), "Meta"),
        ("AB", Rules("string", patterns=("^[A-Z]+$", "B")), "AB"),
        ("owns", Rules("string", equals="owns"), "owns"),
        (42, Rules("integer"), 42),
        ("-42", Rules("integer"), -42),
        (Decimal("3.0"), Rules("integer"), 3),
        (2**63 - 1, Rules("integer"), 2**63 - 1),
        (Decimal("14.30"), Rules("decimal"), Quantity(Decimal("14.30"), None, "14.30")),
        (14, Rules("decimal", minimum=Decimal(14), maximum=Decimal(14)), Quantity(Decimal(14), None, "14")),
        ("14e9 ± 0.5e9", Rules("decimal"), Quantity(Decimal("14e9"), Decimal("0.5e9"), "14e9 ± 0.5e9")),
        ("14+-.5", Rules("decimal"), Quantity(Decimal(14), Decimal("0.5"), "14+-.5")),
        ("14 +/- 1", Rules("decimal"), Quantity(Decimal(14), Decimal(1), "14 +/- 1")),
        (True, Rules("boolean"), True),
        ("False", Rules("boolean"), False),
        (2026, Rules("edtf"), parse_edtf("2026")),
        ("2026-04-08", Rules("date"), parse_edtf("2026-04-08")),
        ("2026-04-08T10:00:00Z", Rules("datetime"), parse_edtf("2026-04-08T10:00:00Z")),
        ("https://example.org/a?b=c#d", Rules("uri"), "https://example.org/a?b=c#d"),
        ("wikidata:Q42", Rules("curie", prefixes=frozenset({"wikidata"})), "wikidata:Q42"),
        ("https://example.org", Rules("uriorcurie", prefixes=frozenset({"wikidata"})), "https://example.org"),
        ("urn:isbn:1", Rules("uriorcurie", prefixes=frozenset()), "urn:isbn:1"),
        ("open_weight", Rules("string", permissible=LICENCES), "open_weight"),
        (2, Rules("string", permissible=("1", "2")), "2"),
    ],
)
def test_values_are_read(raw: Raw, rules: Rules, value: Any) -> None:
    read = parse(raw, rules)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("raw", "rules", "kind", "fragments"),
    [
        (4, Rules("string"), "type", ("'4' is not text", "quotes")),
        (True, Rules("integer"), "type", ("'true' is not an integer",)),
        ("4.5", Rules("integer"), "type", ("'4.5'", "digits")),
        (Decimal("4.5"), Rules("integer"), "type", ("'4.5'", "decimal")),
        (Decimal("NaN"), Rules("integer"), "type", ("NaN",)),
        (2**63, Rules("integer"), "bounds", ("9223372036854775808", "64 bits")),
        (Decimal("1e999999"), Rules("integer"), "bounds", ("64 bits",)),
        ("9" * 5000, Rules("integer"), "bounds", ("999…", "64 bits")),
        (Decimal("NaN"), Rules("decimal"), "type", ("NaN",)),
        ("Infinity", Rules("decimal"), "type", ("Infinity",)),
        ("1,5", Rules("decimal"), "type", ("'1,5' is not a number", "14.3")),
        ("14 ± -1", Rules("decimal"), "type", ("without a sign",)),
        (True, Rules("decimal"), "type", ("'true'",)),
        ("1e309", Rules("decimal"), "bounds", ("double",)),
        ("1 ± 1e-999", Rules("decimal"), "bounds", ("double",)),
        (Decimal("1.1"), Rules("decimal", maximum=Decimal(1)), "bounds", ("1.1 is above 1", "most is 1")),
        (-1, Rules("integer", minimum=Decimal(0)), "bounds", ("-1 is below 0",)),
        (1, Rules("boolean"), "type", ("true or false",)),
        ("yes", Rules("boolean"), "type", ("true or false",)),
        (Decimal("2026.5"), Rules("edtf"), "date", ("'2026.5' is not a date", "quotes")),
        ("2026-04", Rules("date"), "date", ("YYYY-MM-DD",)),
        ("2026-02-30", Rules("date"), "date", ("28 days",)),
        ("2026-04-08", Rules("datetime"), "date", ("YYYY-MM-DDThh:mm:ssZ",)),
        ("example.org", Rules("uri"), "type", ("'example.org' is not a URI", "scheme")),
        ("https://a b", Rules("uri"), "type", ("without spaces",)),
        (":x", Rules("curie"), "curie", ("prefix:reference",)),
        ("https://example.org", Rules("curie"), "curie", ("not a CURIE",)),
        ("wikidat:Q42", Rules("curie", prefixes=frozenset({"wikidata"})), "curie", ("'wikidat'", "mean 'wikidata'?")),
        ("zz:Q42", Rules("uriorcurie", prefixes=frozenset({"wikidata"})), "curie", ("nobody declared", "`prefixes`")),
        ("abc", Rules("string", patterns=("^[A-Z]+$",)), "pattern", ("'abc'", "^[A-Z]+$")),
        ("owned", Rules("string", equals="owns"), "enum", ("'owned'", "'owns'")),
        ("open-weight", Rules("string", permissible=LICENCES), "enum", ("'open-weight'", "mean 'open_weight'")),
        ("x", Rules("string", permissible=LICENCES), "enum", ("one of proprietary, open_weight, open_source.",)),
        ("x" * 500, Rules("uri"), "type", ("xxx…' is not",)),
    ],
)
def test_values_are_refused(raw: Raw, rules: Rules, kind: str, fragments: tuple[str, ...]) -> None:
    with pytest.raises(ValueFault) as caught:
        parse(raw, rules)
    assert caught.value.kind == kind
    assert all(fragment in str(caught.value) for fragment in fragments), str(caught.value)
    assert len(str(caught.value)) < 250


def number(text: str) -> Quantity:
    value = parse(text, Rules("decimal"))
    assert isinstance(value, Quantity)
    return value


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (number("14 ± 0.5"), number("14.3"), True),
        (number("14 ± 0.5"), number("14.5"), True),
        (number("14 ± 0.5"), number("14.51"), False),
        (number("14 ± 0.5"), number("15 ± 0.5"), True),
        (number("1e-300"), number("0"), False),
        (number("1e300"), number("1" + "0" * 300), True),
        (number("0.1"), number("0.1000000000000000000000000000000001"), False),
        (parse_edtf("2026-04"), parse_edtf("2026-04-08"), True),
        (parse_edtf("2026-04"), parse_edtf("2026-05"), False),
        (parse_edtf("../2026"), parse_edtf("1999"), True),
        (parse_edtf("2026/.."), parse_edtf("2025-12-31"), False),
        ("a", "a", True),
        ("a", "A", False),
        (1, True, False),
    ],
)
def test_values_agree_within_their_precision(a: Any, b: Any, expected: bool) -> None:
    assert agree(a, b) is expected
    assert agree(b, a) is expected


def test_the_most_precise_value_is_the_narrowest() -> None:
    assert most_precise([number("14 ± 0.5"), number("14.3"), number("14.4")]) == number("14.3")
    dates = [parse_edtf(text) for text in ("2026/..", "2026", "2026-04~", "2026-04")]
    assert most_precise(dates) == dates[3]
    assert most_precise(["b", "a"]) == "b"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (number("14.30"), "14.3"),
        (number("1.43e1"), "14.3"),
        (number("-0.0"), "0"),
        (number("1e2"), "100"),
        (number("0.12345678901234567890123456789012345"), "0.12345678901234567890123456789012345"),
        (number("14.0 +- .50"), "14±0.5"),
        (parse_edtf("2026-04~"), "2026-04~"),
        (True, "true"),
        (42, "42"),
        ("é", "é"),
    ],
)
def test_a_value_has_one_exact_text(value: Any, text: str) -> None:
    assert canonical(value) == text


@pytest.mark.parametrize(
    ("value", "permissible", "kept", "shown"),
    [
        ("Öl", (), {"": "Öl", "__key": "öl"}, "Öl"),
        ("Öl" * 501, (), {"": "Öl" * 501, "__key": "öl" * 500 + "\uffff", "__folded": "öl" * 501}, "Öl" * 501),
        ("open_weight", LICENCES, {"": "open_weight", "__key": "0001"}, "open_weight"),
        (42, (), {"": 42}, 42),
        (True, (), {"": True}, True),
        (number("14 ± 0.5"), (), {"": 14.0}, 14.0),
        (Edtf("2026/..", 7, None), (), {"": "2026/..", "__min": 7}, "2026/.."),
        (Edtf("2026", 7, 9), (), {"": "2026", "__min": 7, "__max": 9}, "2026"),
        (
            parse_edtf("0001-01-02T01:00:00.5Z"),
            (),
            {"": "0001-01-02T01:00:00.5Z", "__min": 2, "__max": 2, "__key": 176_400_500_000},
            "0001-01-02T01:00:00.5Z",
        ),
    ],
)
def test_a_value_is_stored_with_its_sort_key(
    value: Any, permissible: tuple[str, ...], kept: dict[str, Any], shown: Any
) -> None:
    assert stored(value, permissible) == kept
    assert plain(value) == shown


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("2026-04-08T12:00Z", "2026-04-08T14:00:00.000+02:00"),
        ("2026-04-08T12:00:00", "2026-04-08T08:30:00-0330"),
        ("2026-04-08T23:59:60Z", "2026-04-09T00:00:00.0000009Z"),
        ("0000-01-01T00:00Z", "0000-01-01T23:00+23"),
    ],
)
def test_a_moment_is_the_same_in_every_zone(a: str, b: str) -> None:
    assert moment(a) == moment(b)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"))
NEAR_THE_BMP = st.text("ab\ud7ff\ue000\ue400\ufffd\U00010000\U000103ff\U00010400\U0010ffff", max_size=4)


def folded(text: str) -> str:
    return normalize("NFC", normalize("NFC", text).casefold())


@given(TEXTS | NEAR_THE_BMP, TEXTS | NEAR_THE_BMP)
def test_keys_order_alike_by_code_point_and_by_utf16(a: str, b: str) -> None:
    expected = folded(a) < folded(b)
    assert (text_key(a) < text_key(b)) is expected
    assert (text_key(a).encode("utf-16-be") < text_key(b).encode("utf-16-be")) is expected
    assert (text_key(a) == text_key(b)) is (folded(a) == folded(b))


@given(TEXTS | NEAR_THE_BMP, NEAR_THE_BMP)
def test_keys_contain_what_the_texts_contain(text: str, part: str) -> None:
    assert (text_key(part) in text_key(text)) is (folded(part) in folded(text))


def test_keys_ignore_case_and_composition() -> None:
    assert text_key("STRASSE") == text_key("straße")
    assert text_key("E\u0301") == text_key("é")


@pytest.mark.parametrize(
    ("word", "way_out"),
    [
        ("org:nobody", "otherwise"),
        ("org:gogle", "Did you mean 'org:google'?"),
        ("ogr:google", "Did you mean 'org:google'?"),
        ("lead", "Did you mean 'leads'?"),
    ],
)
def test_a_prefix_alone_makes_no_word_close(word: str, way_out: str) -> None:
    assert did_you_mean(word, ["org:google", "leads"], "otherwise") == way_out
