"""Setting type: which words stand on which line, and what a page has to say to show them.

The library's paragraphs do much that is not needed here and cannot tell a link from the words around it. Setting plain
lines ourselves takes a fraction of their time, and a cell costs one stretch of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias

from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics

#: Sums of widths differ in the last digits.
_NEARLY: Final = 1e-4
_PLAIN: Final = range(32, 127)
_FIRST_SET: Final = 0


class Look(NamedTuple):
    """How a stretch of text looks, and where it leads."""

    face: str
    colour: Color
    link: str = ""


Piece: TypeAlias = tuple[str, Look]


class Line(NamedTuple):
    """A line that is set: how wide it is, and its pieces."""

    width: float
    pieces: tuple[Piece, ...]


class _Widths(dict[str, float]):
    """How wide words are in a face of one point."""

    def __init__(self, face: str) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, word: str) -> float:
        wide = self[word] = pdfmetrics.stringWidth(word, self._face, 1)
        return wide


@cache
def widths(face: str) -> _Widths:
    """Return the widths of words in *face*, kept as they are asked for."""
    return _Widths(face)


def set_lines(pieces: Sequence[Piece], size: float, room: float) -> list[Line]:
    """Return *pieces* on as many lines of *room* as they need."""
    if len(pieces) == 1:
        text, look = pieces[0]
        return [Line(wide, ((part, look),)) for part, wide in _set_words(text, widths(look.face), size, room)]
    return _set_pieces(pieces, size, room)


def _set_words(text: str, wide_of: _Widths, size: float, room: float) -> list[tuple[str, float]]:
    """Return the lines of *text*, all of which looks alike, with their widths."""
    lines: list[tuple[str, float]] = []
    limit = (room + _NEARLY) / size
    space = wide_of[" "]
    line: list[str] = []
    used = 0.0
    for word in text.split(" "):
        wide = wide_of[word]
        if line and used + space + wide <= limit:
            line.append(word)
            used += space + wide
            continue
        if line:
            lines.append((" ".join(line), used * size))
        while wide > limit and len(word) > 1:
            head = _fitting(word, wide_of, limit)
            lines.append((head, wide_of[head] * size))
            word = word[len(head) :]  # noqa: PLW2901  what is left of it
            wide = wide_of[word]
        line, used = [word], wide
    return [*lines, (" ".join(line), used * size)]


def _fitting(word: str, wide_of: _Widths, limit: float) -> str:
    """Return as much of *word* as fits, at least a letter; preferably it ends where a sign stands."""
    used, count = 0.0, 0
    for letter in word:
        used += wide_of[letter]
        if used > limit:
            break
        count += 1
    count = max(count, 1)
    sign = max(word.rfind(sign, 0, count) for sign in "/-_.") + 1
    return word[: sign if sign > count // 2 else count]


def _set_pieces(pieces: Sequence[Piece], size: float, room: float) -> list[Line]:
    """Return the lines of *pieces* that look different; a word may consist of several of them."""
    limit = (room + _NEARLY) / size
    lines: list[Line] = []
    line: list[Piece] = []
    used = 0.0
    for word, gap in _words(pieces):
        wide = sum(widths(look.face)[part] for part, look in word)
        space = widths(gap.face)[" "] if gap else 0.0
        if line and used + space + wide <= limit:
            line += [(" ", gap), *word] if gap else word
            used += space + wide
            continue
        if line:
            lines.append(_line(line, used * size))
        rest = word
        while wide > limit and sum(len(part) for part, _ in rest) > 1:
            head, rest = _cut(rest, limit)
            lines.append(_line(head, sum(widths(look.face)[part] for part, look in head) * size))
            wide = sum(widths(look.face)[part] for part, look in rest)
        line, used = rest, wide
    return [*lines, _line(line, used * size)]


def _words(pieces: Sequence[Piece]) -> Iterable[tuple[list[Piece], Look | None]]:
    """Yield each word with the look of the space before it."""
    word: list[Piece] = []
    gap: Look | None = None
    for text, look in pieces:
        first, *others = text.split(" ")
        if first:
            word.append((first, look))
        for other in others:
            if word:
                yield word, gap
            gap = look
            word = [(other, look)] if other else []
    if word:
        yield word, gap


def _cut(word: list[Piece], limit: float) -> tuple[list[Piece], list[Piece]]:
    """Return what of a *word* fits on a line, at least a letter, and the rest."""
    head: list[Piece] = []
    used = 0.0
    for index, (part, look) in enumerate(word):
        wide = widths(look.face)[part]
        if used + wide <= limit:
            head.append((part, look))
            used += wide
            continue
        fitting = _fitting(part, widths(look.face), limit - used)
        if head and used + widths(look.face)[fitting] > limit:
            return head, word[index:]
        rest = part[len(fitting) :]
        return [*head, (fitting, look)], [*([(rest, look)] if rest else []), *word[index + 1 :]]
    return head, []


def _line(pieces: Iterable[Piece], width: float) -> Line:
    joined: list[Piece] = []
    for text, look in pieces:
        if joined and joined[-1][1] == look:
            joined[-1] = (joined[-1][0] + text, look)
        else:
            joined.append((text, look))
    return Line(width, tuple(joined))


class _Signs(dict[int, str]):
    """What a page says for each letter of a face; only for the letters of the first set of a document."""

    def __init__(self, face: Any, document: Any) -> None:
        super().__init__()
        self._face, self._document = face, document
        self.others: set[str] = set()

    def __missing__(self, code: int) -> str:
        part, (sign,) = self._face.splitString(chr(code), self._document)[0]
        if part != _FIRST_SET:
            self.others.add(chr(code))
        said = self[code] = _escaped(sign)
        return said


def _escaped(sign: int) -> str:
    letter = chr(sign)
    if letter in "\\()":
        return f"\\{letter}"
    return letter if sign in _PLAIN else f"\\{sign:03o}"


class Compositor:
    """Says what a page of one document has to say to show text."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._signs: dict[str, _Signs] = {}
        self._names: dict[tuple[str, int], str] = {}

    def font(self, face: str, size: float, part: int = _FIRST_SET) -> str:
        """Return what a page says to take *face* in a *size*."""
        name = self._names.get((face, part))
        if name is None:
            font: Any = pdfmetrics.getFont(face)
            name = self._names[face, part] = str(font.getSubsetInternalName(part, self._document))
        return f"{name} {size:g} Tf"

    @staticmethod
    def width(text: str, face: str, size: float) -> float:
        """Return how wide *text* is."""
        return pdfmetrics.stringWidth(text, face, size)

    def show(self, text: str, face: str, size: float) -> str:
        """Return what a page says to show *text* where it is."""
        signs = self._signs.get(face)
        if signs is None:
            font: Any = pdfmetrics.getFont(face)
            signs = self._signs[face] = _Signs(font, self._document)
            font.splitString(" ", self._document)
        said = text.translate(signs)
        if signs.others and not signs.others.isdisjoint(text):
            return self._show_in_parts(text, face, size)
        return f"({said}) Tj"

    def _show_in_parts(self, text: str, face: str, size: float) -> str:
        font: Any = pdfmetrics.getFont(face)
        out: list[str] = []
        for part, signs in font.splitString(text, self._document):
            said = "".join(_escaped(sign) for sign in signs)
            out.append(f"{self.font(face, size, part)} ({said}) Tj")
        return " ".join([*out, self.font(face, size)])


def number(value: float) -> str:
    """Return *value* as a page has it: two digits after the point are finer than any printer."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


@cache
def fill(colour: Color) -> str:
    """Return what a page says to fill with *colour*."""
    return f"{_shades(colour)} rg"


@cache
def stroke(colour: Color) -> str:
    """Return what a page says to draw lines in *colour*."""
    return f"{_shades(colour)} RG"


def _shades(colour: Color) -> str:
    return " ".join(f"{part:.4f}".rstrip("0").rstrip(".") for part in (colour.red, colour.green, colour.blue))
