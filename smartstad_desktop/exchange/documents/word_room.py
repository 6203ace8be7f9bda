"""How much room words take in a drawing, without asking any renderer: near enough to cut and to break them."""

from __future__ import annotations

from typing import Final

#: Widths of letters in our face, as shares of the size; rounded up, so that what fits here fits everywhere.
_NARROW: Final = 0.29
_THIN: Final = 0.4
_USUAL: Final = 0.58
_LARGE: Final = 0.71
_WIDE: Final = 0.92
_SHARES: Final = {
    **dict.fromkeys("ijl.,:;'’|! ", _NARROW),
    **dict.fromkeys("ftrI()[]/-–", _THIN),
    **dict.fromkeys("mwMW—…@%", _WIDE),
}
_STRONG: Final = 1.05


def width(text: str, size: float, *, is_strong: bool = False) -> float:
    """Return about how wide *text* is at *size*, never too little."""
    share = sum(_SHARES.get(letter, _LARGE if letter.isupper() else _USUAL) for letter in text)
    return share * size * (_STRONG if is_strong else 1.0)


def fitted(text: str, size: float, room: float, *, is_strong: bool = False) -> str:
    """Return *text*, cut with … where *room* is too small."""
    if width(text, size, is_strong=is_strong) <= room:
        return text
    cut = text
    while cut and width(f"{cut}…", size, is_strong=is_strong) > room:
        cut = cut[:-1].rstrip()
    return f"{cut}…"


def wrapped(text: str, size: float, room: float, limit: int, *, is_strong: bool = False) -> list[str]:
    """Return *text* in at most *limit* lines broken between words; the last one is cut where there is more."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, is_strong=is_strong) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > limit:
        lines = [*lines[: limit - 1], " ".join(lines[limit - 1 :])]
    return [fitted(line, size, room, is_strong=is_strong) for line in lines]
