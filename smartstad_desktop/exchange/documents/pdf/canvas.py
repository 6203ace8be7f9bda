"""A canvas that knows which part of the document it draws, and on which something can be drawn later."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeAlias, cast

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFString
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from smartstad_desktop.exchange.documents.pdf.tags import Drawn, Element, Linked, Tagging, begun, ended, with_artifacts
from smartstad_desktop.exchange.documents.pdf.type import Compositor, fill
from smartstad_desktop.exchange.documents.pdf.xmp import describe

#: Scopes of header cells and summaries of tables came with 1.4 and 1.7.
_VERSION = (1, 7)

#: Draws on a page that is laid out already; it is told the page and how many there are.
LateDrawing: TypeAlias = Callable[[Canvas, int, int], None]


class LateCanvas(Canvas):
    """Lays pages out once and adds to each, at the end, what needed to know the others.

    The library's own way is to lay everything out again until nothing moves, which takes two to three times as long.
    What is drawn belongs to the part of the document it is drawn for; what is drawn for none is an artifact: lines and
    grounds, the foot of the page.
    """

    # What the library's stubs leave out.
    _doc: Any
    _code: list[str]
    _annotationCount: int  # noqa: N815  the library's own name
    _restartAccumulators: Callable[[], None]  # noqa: N815  the library's own name

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options | {"pdfVersion": _VERSION})
        self.root = Element("Document")
        self._numbers: dict[int, int] = {}
        self._late_page = 0
        self._moment: datetime | None = None
        self.identifier = ""
        self.compositor = Compositor(self._doc)
        #: What was said last of face and size, and of colour; it holds good while the page has not said more.
        self._type: tuple[tuple[str, float] | None, Color | None] = (None, None)
        self._typed = -1
        self._is_settled = False
        self._late: dict[int, list[LateDrawing]] = {}
        self._places: dict[str, int] = {}
        self._holes: dict[str, tuple[int, Callable[[], str]]] = {}

    @contextmanager
    def telling(
        self, element: Element | None, width: float = 0, height: float = 0, *, left: float = 0, bottom: float = 0
    ) -> Generator[None]:
        """Draw for *element*; with a *width* and a *height* it is a figure that lies there.

        Inside of what is drawn for another part, or for none, this changes nothing.
        """
        if element is None or self._is_settled:
            yield
            return
        if width and not element.box:
            corner = self.absolutePosition(left + width, bottom + height)
            element.box = (*self.absolutePosition(left, bottom), *corner)
        self._code.append(self.begin(element))
        with self.untold():
            yield
        self._code.append(ended())

    def begin(self, element: Element | None) -> str:
        """Return what stands before what is drawn for *element*, and nothing where that changes nothing."""
        if element is None or self._is_settled:
            return ""
        page = self._late_page or self.getPageNumber()
        number = self._numbers.get(page, 0)
        self._numbers[page] = number + 1
        element.kids.append(Drawn(page, number))
        return begun(element, number)

    def say(self, code: str, *, keeps_type: bool = False) -> None:
        """Let the present page say *code*; what is told in it is begun and ended in it.

        It *keeps type* when what was said before of face, size and colour holds good after it.
        """
        holds = keeps_type and self._typed == len(self._code)
        self._code.append(code)
        if holds:
            self._typed += 1

    def take_type(self, element: Element | None, face: str, size: float, colour: Color) -> tuple[str, str]:
        """Return what begins a text for *element*, and what has to be said to set it in *face*, *size* and *colour*.

        The page says only what is not so already; what follows is said with ``put_type``.
        """
        begin = self.begin(element)
        wanted = (face, size), colour
        known = self._type if self._typed == len(self._code) else (None, None)
        said = [] if known[0] == wanted[0] else [self.compositor.font(face, size)]
        if known[1] != colour:
            said.append(fill(colour))
        return begin, " ".join(said)

    def put_type(self, code: str, face: str, size: float, colour: Color) -> None:
        """Let the present page say *code*, a text that ends in *face*, *size* and *colour*."""
        self._code.append(code)
        self._type = (face, size), colour
        self._typed = len(self._code)

    @contextmanager
    def untold(self) -> Generator[None]:
        """Draw without beginning any part: what was told already, such as headings that are repeated."""
        was, self._is_settled = self._is_settled, True
        yield
        self._is_settled = was

    def link(self, element: Element, words: str, key: str, width: float, height: float) -> None:
        """Let a rectangle from the origin lead to *key*; *element* is the link and *words* say where it leads."""
        self.linkRect(words, key, (0, 0, width, height), relative=1, thickness=0, F=4)
        element.kids.append(Linked(self.getPageNumber(), f"NUMBER{self._annotationCount}"))

    def lead(self, element: Element, address: str, rect: tuple[float, float, float, float]) -> None:
        """Let a rectangle lead to an *address* outside; *element* is the link."""
        self.linkURL(address, rect, relative=1, thickness=0, F=4, Contents=PDFString(address))
        element.kids.append(Linked(self.getPageNumber(), f"NUMBER{self._annotationCount}"))

    def name_place(self, key: str, width: float, height: float) -> None:
        """Let the rectangle from the origin be the place called *key*, so that it can be found in the file."""
        left, bottom = self.absolutePosition(0, 0)
        right, top = self.absolutePosition(width, height)
        self.bookmarkPage(key, fit="FitR", left=left, bottom=bottom, right=right, top=top)
        # The library writes the place, but no list of places by name, without which nobody finds it.
        named: PDFDictionary = getattr(self._doc.Catalog, "Dests", None) or PDFDictionary({})
        named[key] = cast("Any", self)._bookmarkReference(key)  # noqa: SLF001  the library's own, and all it has
        self._doc.Catalog.Dests = named

    def later(self, draw: LateDrawing) -> None:
        """Draw on the present page when all pages are known."""
        self._late.setdefault(self.getPageNumber(), []).append(draw)

    def later_here(self, element: Element, write: Callable[[], str]) -> None:
        """Say at this point of the page, for *element*, what can only be written when all pages are known."""
        hole = f"%later{len(self._holes)}%"
        self._holes[hole] = self.getPageNumber(), write
        begin = self.begin(element)
        self.say(f"{begin}\n{hole}\n{ended()}" if begin else hole)

    def place(self, key: str) -> None:
        """Remember that *key* is on the present page."""
        self._places[key] = self.getPageNumber()

    def page_of(self, key: str) -> int | None:
        """Return the page that *key* came to lie on."""
        return self._places.get(key)

    def date_as(self, moment: datetime) -> None:
        """Write *moment* as the document's date, so that the same content gives the same bytes."""
        self._moment = moment
        stamp = moment.strftime("D:%Y%m%d%H%M%SZ")

        def formatted(*_parts: int) -> str:
            return stamp

        self.setDateFormatter(formatted)

    @override
    def showPage(self) -> None:
        self._typed = -1
        self._code[:] = with_artifacts(self._code)
        super().showPage()

    @override
    def save(self) -> None:
        pages: list[Any] = self._doc.Pages.pages
        for number, drawings in self._late.items():
            page = pages[number - 1]
            self._late_page = number
            self._restartAccumulators()
            self._typed = -1
            self.init_graphics_state()
            for draw in drawings:
                self.saveState()
                draw(self, number, len(pages))
                self.restoreState()
            page.stream += "\n".join(with_artifacts(self._code)) + "\n"
        for hole, (number, write) in self._holes.items():
            page = pages[number - 1]
            page.stream = page.stream.replace(f"{hole}\n", f"{write()}\n", 1)
        self._restartAccumulators()
        # The library writes an empty transition on each page, which archive formats refuse.
        for page in pages:
            page.Trans = None
        Tagging(self._doc, self.root).write()
        describe(self._doc, self._moment, self.identifier)
        super().save()
