"""Locators find what was cited, and say what is wrong when they cannot."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsvc.citations import Citation, CitationError, Locator, cite, digest, parse_locator, span_at

TEXT = "Ada leads Lab.\n\n   \nLab builds 🜁 and Ada likes it.\r\nAda, Ada.\rEnd"


def test_cite_finds_every_place_in_order() -> None:
    found = [citation.locator for citation in cite(TEXT, "Ada")]
    assert found == ["p1:0-3", "p2:37-40", "p3:52-55", "p3:57-60"]


def test_cite_gives_the_digest_of_the_span() -> None:
    assert cite("Ada", "Ada") == [Citation("p1:0-3", digest("Ada"))]


def test_cite_finds_overlapping_places() -> None:
    assert [citation.locator for citation in cite("aaa", "aa")] == ["p1:0-2", "p1:1-3"]


def test_cite_finds_nothing() -> None:
    assert cite(TEXT, "ada") == []
    assert cite("", "ada") == []


def test_paragraphs_are_lines_that_are_not_blank() -> None:
    assert cite("\n \t\none\r\n\r\ntwo\rthree", "three") == [Citation("p3:15-20", digest("three"))]


@pytest.mark.parametrize("separator", ["\u2028", "\x0b", "\x0c", "\x85"])
def test_only_line_feed_and_carriage_return_end_a_line(separator: str) -> None:
    assert [citation.locator for citation in cite(f"one{separator}two", "two")] == ["p1:4-7"]


def test_positions_are_code_points() -> None:
    assert [citation.locator for citation in cite("🜁é x", "x")] == ["p1:3-4"]


def test_a_byte_order_mark_counts() -> None:
    assert [citation.locator for citation in cite("\ufeffAda", "Ada")] == ["p1:1-4"]


@pytest.mark.parametrize(
    ("span", "message"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        ("Lab.\n\n", "crosses a line end"),
        ("it.\r\nAda", "crosses a line end"),
    ],
)
def test_some_spans_cannot_be_cited(span: str, message: str) -> None:
    with pytest.raises(CitationError, match=message):
        cite(TEXT, span)


def test_parse_locator() -> None:
    assert parse_locator("p3:120-180") == Locator(3, 120, 180)
    assert str(Locator(3, 120, 180)) == "p3:120-180"


@pytest.mark.parametrize(
    "locator",
    [
        "",
        "3:1-2",
        "p0:1-2",
        "p1:1",
        "p1:-1-2",
        "p1:1-2 ",
        " p1:1-2",
        "p1:01-2",
        "p1:1-2\n",
        "P1:1-2",
        "p1:\u0661-\u0662",
        "p1-2:3",
    ],
)
def test_bad_syntax(locator: str) -> None:
    with pytest.raises(CitationError, match="is no locator"):
        parse_locator(locator)


@pytest.mark.parametrize("locator", ["p1:2-2", "p1:3-2"])
def test_an_empty_range(locator: str) -> None:
    with pytest.raises(CitationError, match="the end must be greater"):
        parse_locator(locator)


def test_span_at() -> None:
    assert span_at(TEXT, "p2:31-32") == "🜁"


@pytest.mark.parametrize(
    ("locator", "message"),
    [
        ("p1:0-9999", "beyond the document, which has 65 code points"),
        ("p9:0-3", "a document that has 4"),
        ("p2:0-3", "leaves its paragraph, which is 20-50"),
        ("p1:10-15", "leaves its paragraph, which is 0-14"),
        ("p3:50-55", "leaves its paragraph, which is 52-61"),
        ("somewhere", "is no locator"),
    ],
)
def test_a_locator_that_does_not_fit(locator: str, message: str) -> None:
    with pytest.raises(CitationError, match=message):
        span_at(TEXT, locator)


def test_digest() -> None:
    assert digest("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"


@given(st.text(alphabet="ab \n\r🜁", max_size=40), st.data())
def test_whatever_lies_in_one_paragraph_is_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = text[start:end]
    if not span.strip() or "\n" in span or "\r" in span:
        return
    found = cite(text, span)
    assert any(parse_locator(citation.locator).start == start for citation in found)
    assert all(span_at(text, citation.locator) == span for citation in found)
    assert all(citation.digest == digest(span) for citation in found)


def test_the_example_in_the_guide_is_right() -> None:
    guide = (Path(__file__).parent.parent / "docs" / "curating.md").read_text("utf-8")
    article = guide.partition("```text\n")[2].partition("```")[0]
    cited = re.findall(r"doc:threads-arrival, locator: '([^']+)', digest: ([0-9a-f]{64})", guide)
    assert len(cited) == 3
    assert all(digest(span_at(article, locator)) == found for locator, found in cited)
    assert f"sha256: {digest(article)}" in guide
