"""Words of a text as search sees them, and how well a thing fits a phrase. The same in both stores.

A text is normalised (NFKC, casefold) and cut into runs of letters, marks and digits, of which the first 100
characters count. Scripts that write no spaces between words are cut into single characters: Han, Hiragana, Katakana.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

LENGTH = 100
"""Characters of a word that count: the analyser in Neo4j cuts beyond 255 units of UTF-16."""
NOTHING = "_"
"""What is no word of anything."""
WHOLE_NAME = 1000
_ASCII = re.compile("[a-z0-9]+")
_UNSPACED = re.compile("([\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")


def tokens(text: str) -> list[str]:
    """The words of a text, in order."""
    if text.isascii():
        return [word[:LENGTH] for word in _ASCII.findall(text.lower())]
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    spaced = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in folded)
    return [word[:LENGTH] for word in _UNSPACED.sub(r" \1 ", spaced).split()]


def search_properties(name: str | None, aliases: Iterable[str], texts: Iterable[str]) -> dict[str, str | None]:
    """What a store keeps of an entity: words with a space before and behind each; None for no words."""
    of_name, of_aliases = tokens(name or ""), _distinct(aliases)
    everything = dict.fromkeys([*of_name, *of_aliases, *_distinct(texts)])
    return {"search": _spaced(everything), "search__name": _spaced(of_name), "search__alias": _spaced(of_aliases)}


def phrase_words(phrase: str) -> dict[str, Any]:
    """What stores look for: `query` in the syntax of the full-text index, the `name` that is just the phrase, and
    `words`, each `whole` and from its `start`, which for the phrase's last word is the start of longer ones too."""
    found = tokens(phrase)
    last = found[-1] if found else NOTHING
    words = [{"word": w, "whole": f" {w} ", "start": f" {w}" if w == last else f" {w} "} for w in dict.fromkeys(found)]
    return {"query": " ".join([*dict.fromkeys(found), f"{last}*"]), "name": _spaced(found), "words": words}


def score(properties: Mapping[str, Any], phrase: Mapping[str, Any]) -> int:
    """For each word 8 in the name, 4 in an alias, 2 in another text; half of it where it only starts a word there.

    The best place counts. 1000 more where the phrase is the whole name. Neo4j computes the same.
    """
    name, alias, every = (properties.get(key, "") for key in ("search__name", "search__alias", "search"))
    total = WHOLE_NAME if name == phrase["name"] else 0
    for word in phrase["words"]:
        whole, start = word["whole"], word["start"]
        found = (whole in name, whole in alias or start in name, whole in every or start in alias, start in every)
        total += next((points for points, there in zip((8, 4, 2, 1), found, strict=True) if there), 0)
    return total


def matched(properties: Mapping[str, Any], phrase: Mapping[str, Any]) -> list[str]:
    """The words of the phrase that are found."""
    return [word["word"] for word in phrase["words"] if word["start"] in properties.get("search", "")]


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(word for text in texts for word in tokens(text)))


def _spaced(words: Iterable[str]) -> str | None:
    joined = " ".join(words)
    return f" {joined} " if joined else None
