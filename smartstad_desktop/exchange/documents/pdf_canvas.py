"""A canvas on which something can be drawn later: page numbers that are known only at the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeAlias

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

#: Draws on a page that is laid out already; it is told the page and how many there are.
LateDrawing: TypeAlias = Callable[[Canvas, int, int], None]


class LateCanvas(Canvas):
    """Lays pages out once and adds to each, at the end, what needed to know the others.

    The library's own way is to lay everything out again until nothing moves, which takes two to three times as long.
    """

    # What the library's stubs leave out.
    _doc: Any
    _code: list[str]
    _restartAccumulators: Callable[[], None]  # noqa: N815  the library's own name

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._late: dict[int, list[LateDrawing]] = {}
        self._places: dict[str, int] = {}

    def later(self, draw: LateDrawing) -> None:
        """Draw on the present page when all pages are known."""
        self._late.setdefault(self.getPageNumber(), []).append(draw)

    def place(self, key: str) -> None:
        """Remember that *key* is on the present page."""
        self._places[key] = self.getPageNumber()

    def page_of(self, key: str) -> int | None:
        """Return the page that *key* came to lie on."""
        return self._places.get(key)

    def date_as(self, moment: datetime) -> None:
        """Write *moment* as the document's date, so that the same content gives the same bytes."""
        stamp = moment.strftime("D:%Y%m%d%H%M%SZ")

        def formatted(*_parts: int) -> str:
            return stamp

        self.setDateFormatter(formatted)

    @override
    def save(self) -> None:
        pages: list[Any] = self._doc.Pages.pages
        for number, drawings in self._late.items():
            page = pages[number - 1]
            self._restartAccumulators()
            self.init_graphics_state()
            for draw in drawings:
                self.saveState()
                draw(self, number, len(pages))
                self.restoreState()
            page.stream += "\n".join(self._code) + "\n"
        self._restartAccumulators()
        # The library writes an empty transition on each page, which archive formats refuse.
        for page in pages:
            page.Trans = None
        super().save()
