"""The pages of a PDF as pictures beneath each other: made beside the window, and only those that are looked at."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.jobs import Jobs
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role

if TYPE_CHECKING:
    from smartstad_desktop.exchange.documents.pdf.preview import PagePictures, Picture

#: So many pictures are kept; a page of a screen's width takes some three megabytes.
_KEPT: Final = 14
_GAP: Final = 14
_LEAST: Final = 0.5
_MOST: Final = 3.0
_STEP: Final = 1.25


class _Sheet(QWidget):
    """All pages beneath each other; a page without its picture yet is white, or its older picture."""

    def __init__(self, preview: PagePreview) -> None:
        super().__init__()
        self._preview = preview
        self.setAccessibleName(_("Pages of the document"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, place in enumerate(self._preview.places):
            if place.intersects(QRectF(event.rect())):
                self._preview.paint(painter, number, place)


class PagePreview(QScrollArea):
    """Zoom with Ctrl and the wheel or the buttons, pages with Page up and Page down, Home and End."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pictures: PagePictures | None = None
        #: Pictures by page and width; the newest of a page is shown stretched until the right one is there.
        self._made: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._older: dict[int, QImage] = {}
        self._asked: set[tuple[int, int]] = set()
        self._edition = 0
        self.zoom = 1.0
        self.places: list[QRectF] = []
        self._sheet = _Sheet(self)
        self.setWidget(self._sheet)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview of the document"))
        self.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.tools = self._make_tools()

    def _make_tools(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.count = Label("", Type.CAPTION, role=Role.INK_SOFT, figures=True)
        tools = (
            ("chevron-up", _("Page before"), partial(self.turn, -1)),
            ("chevron-down", _("Next page"), partial(self.turn, 1)),
            ("zoom-out", _("Smaller"), partial(self.zoom_by, 1 / _STEP)),
            ("zoom-in", _("Larger"), partial(self.zoom_by, _STEP)),
        )
        row.addWidget(self.count)
        for icon, name, act in tools:
            button = icon_button(icon, name)
            button.clicked.connect(act)
            row.addWidget(button)
        return holder

    # What is shown

    @property
    def page_count(self) -> int:
        """Return how many pages there are."""
        return self._pictures.count if self._pictures is not None else 0

    @property
    def page(self) -> int:
        """Return the page that is looked at, counted from nought."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        return next((number for number, place in enumerate(self.places) if place.bottom() >= middle), 0)

    def show_pdf(self, pdf: bytes) -> None:
        """Show the pages of *pdf*; what was looked at stays in view, and old pictures until the new ones are there."""
        from smartstad_desktop.exchange.documents.pdf.preview import PagePictures  # noqa: PLC0415  only when pages are shown

        pictures = PagePictures(pdf)
        if self._pictures is not None:
            self._pictures.close()
        self._older = {number: image for (number, _width), image in self._made.items()}
        self._made.clear()
        self._asked.clear()
        self._edition += 1
        self._pictures = pictures
        self._arrange()

    def go_to(self, page: int) -> None:
        """Bring *page* to the top."""
        if 0 <= page < len(self.places):
            self.verticalScrollBar().setValue(round(self.places[page].top()) - _GAP // 2)

    def go_to_title(self, title: str) -> bool:
        """Bring the part with the heading *title* to the top; return whether there is one."""
        found = self._pictures.outline() if self._pictures is not None else ()
        page = next((page for name, page in found if name.strip() == title.strip()), None)
        if page is not None:
            self.go_to(page)
        return page is not None

    def turn(self, step: int, *_state: object) -> None:
        """Go to the page before or after."""
        self.go_to(min(max(self.page + step, 0), self.page_count - 1))

    def zoom_by(self, factor: float, *_state: object) -> None:
        """Show the pages larger or smaller; the page that is looked at stays."""
        page = self.page
        self.zoom = min(_MOST, max(_LEAST, self.zoom * factor))
        self._arrange()
        self.go_to(page)

    # Places

    def _arrange(self) -> None:
        if self._pictures is None:
            return
        room = self.viewport().width() - 2 * _GAP
        width = max(120.0, room * self.zoom)
        left = max(float(_GAP), (self.viewport().width() - width) / 2)
        top = float(_GAP) / 2
        self.places = []
        for wide, high in self._pictures.sizes:
            height = width * high / wide
            self.places.append(QRectF(left, top, width, height))
            top += height + _GAP
        self._sheet.resize(QSize(round(max(self.viewport().width(), width + 2 * _GAP)), round(top)))
        self._scrolled()
        self._sheet.update()

    def _scrolled(self, *_value: object) -> None:
        self.count.setText(f"{self.page + 1} / {self.page_count}" if self.page_count else "")
        self._ask()

    def _seen(self) -> list[int]:
        top = self.verticalScrollBar().value()
        view = QRectF(0, top, self._sheet.width(), self.viewport().height())
        return [number for number, place in enumerate(self.places) if place.intersects(view)]

    # Pictures

    def paint(self, painter: QPainter, number: int, place: QRectF) -> None:
        """Paint a page where it lies."""
        look = theme.current()
        painter.setPen(QPen(look.colour(Role.LINE), 1))
        painter.setBrush(theme.white_paper())
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        image = self._made.get((number, self._width_of(place))) or self._older.get(number)
        if image is not None:
            painter.drawImage(place, image)

    def _width_of(self, place: QRectF) -> int:
        return round(place.width() * self.devicePixelRatioF())

    def _ask(self) -> None:
        """Ask for the pictures of what is looked at."""
        pictures = self._pictures
        if pictures is None:
            return
        for number in self._seen():
            key = (number, self._width_of(self.places[number]))
            if key in self._made or key in self._asked:
                continue
            self._asked.add(key)
            self._jobs.start(
                _("Preview"),
                partial(_draw, pictures, *key),
                partial(self._take, self._edition, key),
                partial(self._forget, key),
                is_quiet=True,
            )

    def _take(self, edition: int, key: tuple[int, int], picture: Picture | None) -> None:
        if edition != self._edition or picture is None:
            return
        self._asked.discard(key)
        image = QImage(
            picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGBX8888
        ).copy()
        self._made[key] = image
        self._older[key[0]] = image
        while len(self._made) > _KEPT:
            gone, _image = self._made.popitem(last=False)
            self._older.pop(gone[0], None)
        self._sheet.update()

    def _forget(self, key: tuple[int, int], _error: DomainError) -> None:
        self._asked.discard(key)

    # Keys and wheel

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and zoom by key."""
        keys: dict[int, Any] = {
            Qt.Key.Key_PageDown: partial(self.turn, 1),
            Qt.Key.Key_PageUp: partial(self.turn, -1),
            Qt.Key.Key_Home: partial(self.go_to, 0),
            Qt.Key.Key_End: partial(self.go_to, self.page_count - 1),
            Qt.Key.Key_Plus: partial(self.zoom_by, _STEP),
            Qt.Key.Key_Minus: partial(self.zoom_by, 1 / _STEP),
        }
        act = keys.get(event.key())
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: Any) -> None:
        """Zoom while Ctrl is held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        page = self.page
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
            self.go_to(page)


def _draw(pictures: PagePictures, number: int, width: int, progress: Progress) -> Picture:
    progress.report(0, 1)
    return pictures.page(number, width)
