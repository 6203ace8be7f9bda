"""What the library lacks: headings with bookmarks, lines of the contents, municipality marks and bars."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final, cast

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable
from typing_extensions import override

from smartstad_desktop.exchange.documents.document import Bar, Heading, Mark
from smartstad_desktop.exchange.documents.pdf import styles
from smartstad_desktop.exchange.documents.pdf.canvas import LateCanvas
from smartstad_desktop.exchange.documents.pdf.tags import Element
from smartstad_desktop.exchange.documents.pdf.text import Text, clean, simple
from smartstad_desktop.exchange.documents.pdf.type import Compositor, fill, number, stroke

_OUTLINED: Final = 2
_NUMBER_ROOM: Final = 34
_MARK_HEIGHT: Final = 15
_MARK_SIZE: Final = 8
_MARK_GAP: Final = 4
_MARK_ROUND: Final = 4.0
_LIGHT: Final = 0.183  # relative luminance above which white letters fall below a contrast of 4.5:1


class HeadingLine(Flowable):
    """A heading; the first two levels become bookmarks and targets of the contents."""

    def __init__(self, heading: Heading, key: str, element: Element, *, leads_page: bool = True) -> None:
        super().__init__()
        self._heading = heading
        self._key = key
        inside = "_inside" if heading.level <= _OUTLINED and not leads_page else ""
        self._text = simple(heading.text, f"heading{min(heading.level, 3)}{inside}", element)
        self.spaceBefore = self._text.getSpaceBefore()
        self.spaceAfter = self._text.getSpaceAfter()

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width, self.height = self._text.wrap(aW, aH)
        return self.width, self.height

    def draw(self) -> None:
        """Draw with the lower left corner at the origin; the page layout calls it."""
        if self._heading.level <= _OUTLINED:
            canvas = cast("LateCanvas", self.canv)
            canvas.place(self._key)
            canvas.bookmarkHorizontal(self._key, 0, self.height + 6)
            canvas.addOutlineEntry(clean(self._heading.text), self._key, self._heading.level - 1, closed=True)
        self._text.drawOn(self.canv, 0, 0)


class ContentsLine(Flowable):
    """A line of the contents that leads to its heading."""

    def __init__(self, heading: Heading, key: str, element: Element) -> None:
        super().__init__()
        self._key = key
        self._element = element
        self._title = clean(heading.text)
        self._indent = 14.0 * (heading.level - 1)
        self._text = simple(heading.text, f"contents{heading.level}", element)
        self.spaceBefore = self._text.getSpaceBefore()
        self.spaceAfter = self._text.getSpaceAfter()

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width = aW
        self.height = self._text.wrap(aW - self._indent - _NUMBER_ROOM, aH)[1]
        return self.width, self.height

    def draw(self) -> None:
        """Draw with the lower left corner at the origin; the page layout calls it."""
        canvas = cast("LateCanvas", self.canv)
        self._text.drawOn(canvas, self._indent, 0)
        canvas.link(self._element, self._title, self._key, self.width, self.height)
        style = self._text.style

        def page_number() -> str:
            page = str(canvas.page_of(self._key) or "")
            compositor = canvas.compositor
            left = self.width - compositor.width(page, style.fontName, style.fontSize)
            font = f"{compositor.font(style.fontName, style.fontSize)} {fill(style.textColor)}"
            shown = compositor.show(page, style.fontName, style.fontSize)
            return f"BT {font} {number(left)} {number(style.leading - style.fontSize)} Td {shown} ET"

        canvas.later_here(self._element, page_number)


class MarkRow(Flowable):
    """Municipality marks side by side, on as many lines as they need, with a note after the last."""

    def __init__(self, marks: tuple[Mark, ...], note: str = "", note_style: str = "label") -> None:
        super().__init__()
        self.marks = marks
        self._note = simple(note, note_style) if note else None
        self._element: Element | None = None
        self._places: list[tuple[float, float, float]] = []
        self._note_place = (0.0, 0.0)

    def tell(self, parent: Element) -> None:
        """Be a figure and a text of *parent*: the letters of a mark say less than the name it stands for."""
        if self.marks:
            self._element = parent.part("Figure", alternative=", ".join(mark.name for mark in self.marks))
        if self._note:
            self._note.element = parent.part("P")

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width = aW
        self._places = []
        x, line = 0.0, 0
        for mark in self.marks:
            wide = mark_width(mark)
            if x and x + wide > aW:
                x, line = 0.0, line + 1
            self._places.append((x, line * (_MARK_HEIGHT + 3.0), wide))
            x += wide + _MARK_GAP
        self.height = line * (_MARK_HEIGHT + 3.0) + _MARK_HEIGHT if self.marks else 0.0
        if self._note:
            self._place_note(self._note, x, aW, aH)
        return self.width, self.height

    def _place_note(self, note: Text, x: float, width: float, height: float) -> None:
        """Set the note after the last mark when it fits there on one line, else below."""
        left = x + 6
        if self.marks and width > left and note.wrap(width - left, height)[1] <= _MARK_HEIGHT:
            self._note_place = (left, self.height - _MARK_HEIGHT + 0.5)
            return
        down = self.height + 3 if self.marks else 0.0
        self._note_place = (0.0, down)
        self.height = down + note.wrap(width, height)[1]

    @override
    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        late = cast("LateCanvas", canvas)
        if self.marks:
            with late.telling(self._element, self.width, self.height, left=x, bottom=y):
                top = y + self.height - _MARK_HEIGHT
                placed = ((mark, x + left, top - down, wide) for mark, (left, down, wide) in self._placed())
                late.say(marks_code(late.compositor, placed))
        if self._note:
            left, down = self._note_place
            self._note.drawOn(canvas, x + left, y + self.height - down - self._note.height)

    def _placed(self) -> Iterable[tuple[Mark, tuple[float, float, float]]]:
        return zip(self.marks, self._places, strict=True)


def mark_width(mark: Mark) -> float:
    """Return how wide a mark is; two letters fit in the least width."""
    return max(21.0, pdfmetrics.stringWidth(clean(mark.letters), styles.BOLD, _MARK_SIZE) + 8)


def draw_mark(canvas: LateCanvas, mark: Mark, x: float, y: float, wide: float) -> None:
    """Draw one mark with its lower left corner at x, y."""
    canvas.say(marks_code(canvas.compositor, [(mark, x, y, wide)]))


def marks_code(compositor: Compositor, placed: Iterable[tuple[Mark, float, float, float]]) -> str:
    """Return what a page says to draw marks, each with its lower left corner and how wide it is."""
    # A wide pen with round corners around a smaller box is a box with round corners, in one breath.
    pen = _MARK_ROUND * 2
    grounds: list[str] = []
    letters: list[str] = []
    for mark, x, y, wide in placed:
        ground, ink = _looks(mark.colour)
        box = (x + _MARK_ROUND, y + _MARK_ROUND, wide - pen, _MARK_HEIGHT - pen)
        grounds.append(f"{fill(ground)} {stroke(ground)} {' '.join(map(number, box))} re B")
        text = clean(mark.letters)
        left = x + (wide - compositor.width(text, styles.BOLD, _MARK_SIZE)) / 2
        shown = compositor.show(text, styles.BOLD, _MARK_SIZE)
        letters.append(f"{fill(ink)} 1 0 0 1 {number(left)} {number(y + 4.6)} Tm {shown}")
    face = compositor.font(styles.BOLD, _MARK_SIZE)
    return "\n".join([f"q 1 j {pen:g} w", *grounds, f"BT {face}", *letters, "ET Q"])


@cache
def _looks(colour: str) -> tuple[Color, Color]:
    """Return the ground of a mark and the ink that can be read on it."""
    try:
        ground = HexColor(colour)
    except ValueError:
        ground = styles.colour("ink_soft")
    return ground, styles.colour("ink" if _luminance(ground) > _LIGHT else "paper")


def _luminance(colour: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  from WCAG 2.1

    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)


class Bars(Flowable):
    """Bars below each other with their labels and figures; *element* says the same in words."""

    def __init__(self, bars: tuple[Bar, ...], element: Element, longest: float = 0) -> None:
        super().__init__()
        self._element = element
        self._bars = bars
        self._labels = [simple(bar.label, "bar") for bar in bars]
        self._longest = longest or max((bar.value for bar in bars), default=0) or 1
        self._rows: list[float] = []
        self.spaceBefore = 4
        self.spaceAfter = 12

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width = aW
        widest = max((label.minWidth() for label in self._labels), default=0)
        natural = max((pdfmetrics.stringWidth(clean(bar.label), styles.REGULAR, 9) for bar in self._bars), default=0)
        self._label_width = min(max(widest, natural + 2), aW * 0.36)
        self._rows = [label.wrap(self._label_width, aH)[1] + 3 for label in self._labels]
        self.height = sum(self._rows)
        return self.width, self.height

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        self.wrap(availWidth, availHeight)
        fitting, used = 0, 0.0
        while fitting < len(self._rows) and used + self._rows[fitting] <= availHeight:
            used += self._rows[fitting]
            fitting += 1
        if fitting in (0, len(self._bars)):
            return []
        parts = (self._bars[:fitting], self._bars[fitting:])
        return [Bars(part, self._element, self._longest) for part in parts]

    def draw(self) -> None:
        """Draw with the lower left corner at the origin; the page layout calls it."""
        with cast("LateCanvas", self.canv).telling(self._element, self.width, self.height):
            self._draw_bars()

    def _draw_bars(self) -> None:
        left = self._label_width + 12
        room = self.width - left - 60
        top = self.height
        for bar, label, high in zip(self._bars, self._labels, self._rows, strict=True):
            label.drawOn(self.canv, 0, top - label.height)
            middle = top - 6
            long = room * max(bar.value, 0) / self._longest
            if long > 0:
                self.canv.setFillColor(styles.colour("primary"))
                self.canv.roundRect(left, middle - 4.5, max(long, 2), 8, min(1.5, long / 2), stroke=0, fill=1)
            self.canv.setFillColor(styles.colour("ink"))
            self.canv.setFont(styles.REGULAR, 9)
            self.canv.drawString(left + long + 5, middle - 3.6, clean(bar.shown))
            top -= high
