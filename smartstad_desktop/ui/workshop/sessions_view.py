"""The list of workshops: those that go on first, then what is planned, then what has ended."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.workshop.meeting import SessionState
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.parts import EmptyState, Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.sentences import facts

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.session_rows import SessionRow

_ORDER: Final = (SessionState.OPEN, SessionState.PLANNED, SessionState.ENDED)


class SessionCard(Panel):
    """One workshop: its name, what it is in one line, and what can be done with it."""

    #: The preparation, the console or what remains of it is wanted.
    opened = Signal()
    #: It is to begin.
    beginning = Signal()
    duplicating = Signal()
    reopening = Signal()
    deleting = Signal()

    def __init__(self, row: SessionRow, parent: QWidget | None = None, *, is_read_only: bool = False) -> None:
        super().__init__(parent)
        self.row = row
        space = theme.current().space
        self.name = Label(row.name, Type.STRONG, Weight.BOLD, wraps=True)
        self.facts = Label(facts(row), Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.open = Button(_opens(row.state), _kind(row.state), _icon(row.state))
        self.open.setAccessibleName(f"{self.open.text()}: {row.name}")
        self.begin = Button(_("Open it"), icon="play")
        self.begin.setVisible(row.state is SessionState.PLANNED and not is_read_only)
        self.more = icon_button("ellipsis", _("More about “{name}”", name=row.name))
        self._is_read_only = is_read_only
        words = QVBoxLayout()
        words.setSpacing(space(2))
        words.addWidget(self.name)
        if row.occasion and row.occasion != row.name:
            words.addWidget(Label(row.occasion, Type.BODY, wraps=True))
        words.addWidget(self.facts)
        line = QHBoxLayout()
        line.setSpacing(space(10))
        line.addLayout(words, 1)
        for button in (self.begin, self.open, self.more):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(line)
        self.open.clicked.connect(self.opened)
        self.begin.clicked.connect(self.beginning)
        self.more.clicked.connect(self._show_menu)

    def menu(self) -> QMenu:
        """Return what else can be done."""
        menu = QMenu(self)
        entries = [("copy", _("Duplicate…"), self.duplicating)]
        if self.row.state is SessionState.ENDED:
            entries.append(("rotate-ccw", _("Open it again"), self.reopening))
        entries.append(("trash-2", _("Delete…"), self.deleting))
        for icon, text, asked in entries:
            action = menu.addAction(icons.icon(icon), text)
            action.setEnabled(not self._is_read_only)
            action.triggered.connect(asked)
        return menu

    def _show_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


class SessionsView(QWidget):
    """Cards under each other, or a word about what a workshop is for."""

    adding = Signal()
    #: Each carries a ``SessionRow``.
    opened = Signal(object)
    beginning = Signal(object)
    duplicating = Signal(object)
    reopening = Signal(object)
    deleting = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[SessionCard] = []
        self._sheet = ScrollSheet(spacing=10)
        self._sheet.column.setContentsMargins(0, 0, theme.current().space(4), theme.current().space(16))
        self.empty = EmptyState(
            "users",
            _("No workshops yet"),
            _("Prepare a meeting where the municipalities weigh projects together: who comes, agenda and rounds."),
        )
        add = Button(_("New workshop"), ButtonKind.PRIMARY, "plus")
        add.clicked.connect(self.adding)
        self.empty.tools.addWidget(add)
        self.places = QStackedWidget()
        self.places.addWidget(self._sheet)
        self.places.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.places)

    def show_sessions(self, rows: Sequence[SessionRow], *, is_read_only: bool) -> None:
        """Show the workshops."""
        self.cards = []
        while (item := self._sheet.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for state in _ORDER:
            found = [row for row in rows if row.state is state]
            if found:
                self._sheet.column.addWidget(Label(label(state), Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT))
            for row in found:
                self._sheet.column.addWidget(self._card(row, is_read_only=is_read_only))
        self._sheet.column.addStretch(1)
        self.places.setCurrentWidget(self._sheet if rows else self.empty)

    def _card(self, row: SessionRow, *, is_read_only: bool) -> SessionCard:
        card = SessionCard(row, is_read_only=is_read_only)
        for signal, asked in (
            (card.opened, self.opened),
            (card.beginning, self.beginning),
            (card.duplicating, self.duplicating),
            (card.reopening, self.reopening),
            (card.deleting, self.deleting),
        ):
            signal.connect(partial(asked.emit, row))
        self.cards.append(card)
        return card


def _opens(state: SessionState) -> str:
    return {
        SessionState.OPEN: _("To the console"),
        SessionState.PLANNED: _("Prepare"),
        SessionState.ENDED: _("See what was said"),
    }[state]


def _kind(state: SessionState) -> ButtonKind:
    return ButtonKind.PRIMARY if state is SessionState.OPEN else ButtonKind.PLAIN


def _icon(state: SessionState) -> str:
    return {
        SessionState.OPEN: "sliders-horizontal",
        SessionState.PLANNED: "pencil",
        SessionState.ENDED: "file-text",
    }[state]
