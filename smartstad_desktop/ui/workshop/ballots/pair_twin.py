"""One pair at a time in large letters: A, B or equal, and the next one comes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.ballots.ballot_deeds import BallotDeeds
from smartstad_desktop.ui.workshop.ballots.ballot_table import BallotTable, name_of
from smartstad_desktop.ui.workshop.ballots.ballot_twin import BallotTwin
from smartstad_desktop.ui.workshop.host import WorkshopHost

_LEFT = frozenset((Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_Left))
_RIGHT = frozenset((Qt.Key.Key_B, Qt.Key.Key_2, Qt.Key.Key_Right))
_EQUAL = frozenset((Qt.Key.Key_Equal, Qt.Key.Key_0, Qt.Key.Key_Space))
_BACK = frozenset((Qt.Key.Key_Up, Qt.Key.Key_Backspace))


class PairTwin(BallotTwin):
    """The pair that is asked, and how many there are."""

    def __init__(self, host: WorkshopHost, deeds: BallotDeeds, parent: QWidget | None = None) -> None:
        super().__init__(host, deeds, parent)
        self._table: BallotTable | None = None
        self._is_hidden = True
        self._column = -1
        self.row = 0
        self.told = Label("", Type.BODY, role=Role.INK_SOFT)
        self.one, self.other = (Label("", Type.TITLE, Weight.BOLD, wraps=True) for _side in range(2))
        self.buttons = tuple(
            Button(text, ButtonKind.PLAIN) for text in (_("A is more important"), _("Equal"), _("B is more important"))
        )
        self._arrange()
        for button, key in zip(self.buttons, "a=b", strict=True):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on=False, key=key: self._say(key))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _arrange(self) -> None:
        space = theme.current().space
        cards = QHBoxLayout()
        cards.setSpacing(space(16))
        for letter, label in (("A", self.one), ("B", self.other)):
            card = Panel()
            card.column.addWidget(Label(letter, Type.FIGURE, Weight.BOLD, Role.PRIMARY))
            card.column.addWidget(label, 1)
            cards.addWidget(card, 1)
        tools = QHBoxLayout()
        tools.setSpacing(space(10))
        for button in self.buttons:
            tools.addWidget(button)
        tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(8), space(4), space(8))
        column.setSpacing(space(14))
        column.addWidget(self.told)
        column.addLayout(cards)
        column.addLayout(tools)
        column.addStretch(1)

    @override
    def show_ballot(self, table: BallotTable, column: int, *, is_masked: bool) -> None:
        """Show the first pair that is not compared yet; whoever is next begins at theirs."""
        is_other = column != self._column or self._table is None or self._table.sheet.id != table.sheet.id
        self._table, self._column = table, column
        if is_other or not self.isVisible():
            self.row = table.first_empty(column) or 0
        caster = table.casters[column]
        self._is_hidden = is_hidden = is_masked or caster.is_done
        count, done = len(table.lines), len(table.lines) - max(0, table.left(column))
        name = name_of(caster)
        if is_hidden:
            self.told.setText(_("{name}: hidden until the reveal", name=name))
        else:
            self.told.setText(_("{name}: {done} of {count} pairs", name=name, done=done, count=count))
        line = table.lines[self.row] if self.row < count and not is_hidden else None
        self.one.setText("" if line is None else f"{line.item.number} {line.item.title}")
        self.other.setText("" if line is None or line.other is None else f"{line.other.number} {line.other.title}")
        value = None if line is None else table.values(self.row, column)[0]
        for button, means in zip(self.buttons, (1.0, 0.5, 0.0), strict=True):
            button.setEnabled(line is not None)
            button.set_kind(ButtonKind.PRIMARY if value == means else ButtonKind.PLAIN)

    def _say(self, key: str) -> None:
        if self._table is not None and not self._is_hidden and self.deeds.write(self.row, self._column, key):
            self.row = self._following()
            self.show_ballot(self._table, self._column, is_masked=False)

    def _following(self) -> int:
        """Return the next pair without an answer; the last one stays when there is none."""
        if self._table is None:
            return 0
        rows = range(len(self._table.lines))
        later = (row for row in rows if row > self.row and None in self._table.values(row, self._column))
        found = next(later, self._table.first_empty(self._column))
        return self.row if found is None else found

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say A, B or equal; up goes back one pair."""
        key = Qt.Key(event.key())
        if key in _LEFT:
            self._say("a")
        elif key in _RIGHT:
            self._say("b")
        elif key in _EQUAL:
            self._say("=")
        elif key in _BACK and self._table is not None and not self._is_hidden:
            self.row = max(0, self.row - 1)
            self.show_ballot(self._table, self._column, is_masked=False)
        else:
            super().keyPressEvent(event)
