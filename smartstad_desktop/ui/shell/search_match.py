"""How well what was typed fits a name: letters in order, best at the beginnings of words."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """Return *text* in small letters without rings and dots, so that "a" finds å and ä too."""
    parts = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o").replace("æ", "ae"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def fit(query: str, text: str) -> int:
    """Return how well *query* fits *text*: 0 is not at all, more is better."""
    wanted, found_in = folded(query), folded(text)
    if not wanted:
        return 1
    at = found_in.find(wanted)
    if at >= 0:
        starts_word = at == 0 or not found_in[at - 1].isalnum()
        exact = query.casefold() in text.casefold()
        return 1000 + (400 if starts_word else 0) + (100 if exact else 0) - min(at, 90)
    words = wanted.split()
    if len(words) > 1 and all(word in found_in for word in words):
        return 800 - min(found_in.find(words[0]), 90)
    return _scattered(wanted.replace(" ", ""), found_in)


def _scattered(wanted: str, found_in: str) -> int:
    """Return the worth of letters that stand in order but apart; those that begin words count most."""
    score, at = 0, -1
    for letter in wanted:
        following = found_in.find(letter, at + 1)
        if following < 0:
            return 0
        begins = following == 0 or not found_in[following - 1].isalnum()
        score += 30 if begins else (20 if following == at + 1 else 1)
        at = following
    # Letters strewn over a long title are chance, not a find.
    return score if score >= 15 * len(wanted) else 0
