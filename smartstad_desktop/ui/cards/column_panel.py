"""A column with its head: the name and the years, edited where they stand, how many cards, and the cards."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.reads.board import ColumnCards
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.cards.column_view import ColumnView
from smartstad_desktop.ui.cards.quiet_edit import QuietEdit
from smartstad_desktop.ui.cards.rows import CardRow, Filter, tray_name
from smartstad_desktop.ui.cards.sizes import Sizes, Text
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.cards import CardPainter
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight
from smartstad_desktop.usecases.board import EditColumn


class CardPanel(QWidget):
    """The sheet that cards lie on; the tray and the columns add their heads."""

    def __init__(self, view: ColumnView, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.sizes = sizes
        self.head = QHBoxLayout()
        self.head.setSpacing(sizes.px(6))
        self.count = Label(role=Role.INK_SOFT)
        self.count.setFont(sizes.font(Text.BODY, Weight.MEDIUM))
        self.column = QVBoxLayout(self)
        # The bar of the view takes the rest of the right margin.
        self.column.setContentsMargins(sizes.px(12), sizes.px(8), 1, 2)
        self.column.setSpacing(sizes.px(6))
        self.column.addLayout(self.head)
        self.column.addWidget(view, 1)

    def show_rows(self, rows: list[CardRow], chosen_by: Filter) -> None:
        """Show the cards that the filter lets through, and how many there are."""
        shown = chosen_by.among(rows)
        self.view.rows_model.show(shown)
        number = current().number
        text = number(len(rows)) if len(shown) == len(rows) else f"{number(len(shown))}/{number(len(rows))}"
        self.count.setText(text)
        self.count.setAccessibleName(ngettext("{count} project", "{count} projects", len(rows)))

    def set_over(self, *, is_over: bool) -> None:
        """Show that something is held over this column."""
        self.view.set_over(is_over=is_over)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour(self.view.ground))
        painter.drawRoundedRect(QRectF(self.rect()), self.sizes.px(12), self.sizes.px(12))


class ColumnPanel(CardPanel):
    """A column of the board."""

    #: A command for this column.
    requested = Signal(object)
    #: Carries where on the screen the menu of the column is wanted.
    menu_wanted = Signal(QPoint)

    def __init__(self, shown: ColumnCards, cards: CardPainter, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(ColumnView(shown.id, cards, sizes), sizes, parent)
        self.id = shown.id
        self.name = QuietEdit(_("Name of the column"), sizes.font(Text.COLUMN, Weight.BOLD))
        self.years = QuietEdit(_("Years"), sizes.font(Text.BODY, Weight.MEDIUM), Role.INK_SOFT)
        words = QWidget()
        words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(words)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(sizes.px(2))
        line.addWidget(self.name, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.years, 0, Qt.AlignmentFlag.AlignBottom)
        self.head.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        self.head.addStretch(1)
        self.head.addWidget(self.count)
        self.more = icon_button("ellipsis", _("More for this column"))
        self.head.addWidget(self.more)
        # Not before it belongs to the panel: what has no parent is shown as a window.
        self.more.setVisible(not sizes.is_wall and not sizes.is_narrow)
        self.years.setVisible(not sizes.is_narrow)
        self.head.addSpacing(0 if not sizes.is_wall else sizes.px(10))
        self._connect()

    def _connect(self) -> None:
        self.name.committed.connect(self._rename)
        self.years.committed.connect(self._set_years)
        self.more.clicked.connect(lambda: self.menu_wanted.emit(self.more.mapToGlobal(self.more.rect().bottomLeft())))

    def _rename(self, text: str) -> None:
        self.requested.emit(EditColumn(column=self.id, name=text))

    def _set_years(self, text: str) -> None:
        self.requested.emit(EditColumn(column=self.id, years=text))

    def show_column(self, shown: ColumnCards, number: int, *, is_read_only: bool) -> None:
        """Show the name and years of the column; *number* is the key that sends a card here."""
        self.name.show_text(shown.name)
        self.years.show_text(shown.years)
        for field in (self.name, self.years):
            field.setReadOnly(is_read_only)
        # A column without years says what can be done; where nothing can be done it says nothing.
        self.years.setPlaceholderText("" if is_read_only or self.sizes.is_wall else _("Add years"))
        self.view.setAccessibleName(f"{shown.name} {shown.years}".strip())
        self.view.hint = (
            _("Drag a card here, or choose one and press {number}.", number=number)
            if number <= 9  # noqa: PLR2004  the figure keys
            else _("Drag a card here.")
        )

        self._fit()

    def _fit(self) -> None:
        """Write a long name smaller, so that years, count and menu keep their room."""
        others = (self.years, self.count, self.more)
        taken = sum(part.sizeHint().width() for part in others if not part.isHidden())
        room = self.width() - self.sizes.px(27) - taken
        self.name.fit(max(self.sizes.px(60), room))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the name anew."""
        super().resizeEvent(event)
        self._fit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the column."""
        self.menu_wanted.emit(event.globalPos())


class TrayPanel(CardPanel):
    """The projects that wait to be placed, with a filter of their own."""

    #: The words of the filter have changed.
    filtered = Signal()

    def __init__(self, cards: CardPainter, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(ColumnView(None, cards, sizes), sizes, parent)
        self.title = Label(tray_name())
        self.title.setFont(sizes.font(Text.COLUMN, Weight.BOLD))
        # As high as the heads of the columns, which hold a button at the desk.
        self.title.setMinimumHeight(0 if sizes.is_wall else theme.current().space(38))
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.head.addWidget(self.count)
        self.head.addSpacing(sizes.px(10))
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Filter"))
        self.field.setAccessibleName(_("Filter projects that are not placed"))
        self.field.setClearButtonEnabled(True)
        self.field.setFont(sizes.font(Text.BODY))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, sizes.px(10), 0)
        row.addWidget(self.field)
        self.column.insertLayout(1, row)
        self.field.textChanged.connect(self._on_text)
        self.view.setAccessibleName(tray_name())
        self.view.hint = _("No project waits to be placed.")

    @property
    def filter(self) -> Filter:
        """Return the words of the tray's own filter."""
        return Filter(self.field.text())

    def _on_text(self, _text: str) -> None:
        self.filtered.emit()
