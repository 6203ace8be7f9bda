"""Text made comparable: without case, accents and punctuation; repaired where a program broke its letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_LETTERS: Final = str.maketrans({"ø": "o", "æ": "a", "đ": "d", "ł": "l", "ß": "s"})
_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
_SPACES: Final = re.compile(r"[\s\u00a0\u202f\u2007\u200b\ufeff]+")
# Characters that Excel writes for what XML cannot hold, and the characters themselves.
_CONTROL: Final = re.compile(r"_x00[01][0-9A-Fa-f]_|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# UTF-8 read as Windows-1252: å ä ö æ ø é and their capitals all begin with Ã.
_BROKEN: Final = re.compile(
    "Ã[\u00a1-\u00bf\u0080-\u009f…„†–˜˜¸¦¥¤¶\u2026\u2020\u2013\u02dc\u2030\u0160\u0152\u0178\u0153\u017e‰]"
)


class _Folded(dict[int, str]):
    """What each sign becomes, reckoned when it is first met: a list holds few different ones, again and again."""

    def __missing__(self, code: int) -> str:
        """Return what the sign with this number becomes: small letters and figures, a blank, or nothing."""
        plain = unicodedata.normalize("NFKD", chr(code).casefold().translate(_LETTERS))
        signs = "".join(sign for sign in plain if not unicodedata.combining(sign))
        self[code] = folded = _NOT_WORD.sub(" ", signs)
        return folded


_FOLDED: Final = _Folded()
#: What each byte of a text without other letters than a–z becomes.
_BLANKED: Final = bytes(code if chr(code) in "abcdefghijklmnopqrstuvwxyz0123456789" else 32 for code in range(256))


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return *text* for comparing: small letters a–z, figures and single spaces."""
    # Nearly every text has no other signs than these, and bytes are changed ten times as fast.
    plain = text.casefold().replace("å", "a").replace("ä", "a").replace("ö", "o")
    if plain.isascii():
        return " ".join(plain.encode("ascii").translate(_BLANKED).decode("ascii").split())
    return " ".join(text.translate(_FOLDED).split())


def one_line(text: str) -> str:
    """Return *text* with every run of white space as one blank."""
    if "  " not in text and text.isprintable():
        return text.strip()
    return _SPACES.sub(" ", text).strip()


def clean(text: str) -> str:
    """Return *text* as a person wrote it: no control characters, no edges, letters repaired, line breaks kept."""
    if text.isprintable() and "Ã" not in text and "_x00" not in text:
        return text.strip()
    text = _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    if _BROKEN.search(text):
        text = _repaired(text)
    return text.replace("\u00a0", " ").replace("\u202f", " ").strip(" \t\n\ufeff\u200b")


def _repaired(text: str) -> str:
    """Return *text* with UTF-8 that was read as Windows-1252 put right, or unchanged where that fails."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
