"""The rounds of a session: planned, changed while they have not been opened, repeated, deleted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.text.workshop.laps import lap_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.ui.workshop.rounds.project_picker import MANY
from smartstad_desktop.ui.workshop.rounds.round_dialog import RoundDialog
from smartstad_desktop.usecases.workshop.rounds import DeleteRounds, RepeatRound

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import SessionSheet
    from smartstad_desktop.ui.kit.forms import Dialog


class RoundCard(Panel):
    """One round: number, method and question, what it is about, and how far it has come."""

    def __init__(self, row: RoundSheet, part: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=10)
        space = theme.current().space
        self.column.setContentsMargins(space(12), space(10), space(6), space(10))
        self.column.setSpacing(space(2))
        self.row = row
        title = _("Round {number}: {method}", number=lap_words(row.lap), method=label(row.method))
        self.edit = icon_button("pencil", _("Change round {number}", number=lap_words(row.lap)))
        self.again = icon_button("copy", _("Plan round {number} once more", number=lap_words(row.lap)))
        self.delete = icon_button("trash-2", _("Delete round {number}", number=lap_words(row.lap)))
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label(title, Type.BODY, Weight.BOLD, wraps=True), 1)
        buttons = (self.again,) if row.is_locked else (self.edit, self.again, self.delete)
        for button in buttons:
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        if row.question:
            self.column.addWidget(Label(row.question, Type.BODY, wraps=True))
        items = len(row.items)
        told = [
            ngettext("{count} item", "{count} items", items) if items else _("no items yet"),
            label(row.unit),
            part,
            label(row.phase) if row.is_locked else "",
        ]
        faint = Label(" · ".join(filter(None, told)), Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.column.addWidget(faint)
        if not items:
            self._warn(_("Choose what it is about before it is opened."))
        elif items > MANY:
            self._warn(_("More than {limit}: group them, or make a first cut by dot voting.", limit=MANY))

    def _warn(self, text: str) -> None:
        self.column.addWidget(Label(text, Type.CAPTION, Weight.SEMIBOLD, Role.ATTENTION, wraps=True))


class RoundsPanel(QWidget):
    """Cards under each other, in the order of their numbers; a round that is held again comes after its first time."""

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self._host = host
        self._session: SessionSheet | None = None
        self.cards: list[RoundCard] = []
        self.dialog: Dialog | None = None
        self.told = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.add = Button(_("Plan a round"), icon="plus")
        self.add.clicked.connect(lambda: self.ask(None))
        self._sheet = ScrollSheet(spacing=8)
        self._sheet.column.setContentsMargins(space(14), space(2), space(14), space(14))
        head = QVBoxLayout()
        head.setContentsMargins(space(16), 0, space(16), 0)
        head.addWidget(self.told)
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addLayout(head)
        column.addWidget(self._sheet, 1)

    def show_session(self, session: SessionSheet, rounds: Sequence[RoundSheet], locked: str) -> None:
        """Show the rounds; *locked* is why they stay as they are."""
        self._session = session
        self.cards = []
        while (item := self._sheet.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        parts = {part.id: part.title for part in session.agenda}
        for row in sorted(rounds, key=lambda row: (row.lap.number, row.lap.nth)):
            card = RoundCard(row, parts.get(row.agenda_item, "") if row.agenda_item else "")
            card.edit.clicked.connect(partial(self.ask, row))
            card.again.clicked.connect(partial(self._repeat, row))
            card.delete.clicked.connect(partial(self._delete, row))
            for button in (card.edit, card.again, card.delete):
                button.setEnabled(not locked)
                button.setToolTip(locked or button.toolTip())
            self._sheet.column.addWidget(card)
            self.cards.append(card)
        self._sheet.column.addStretch(1)
        self.add.setEnabled(not locked)
        self.add.setToolTip(locked)
        self.told.setText(
            _("A round asks one question about some projects. Its rules are locked when it is opened.")
            if rounds
            else _("No rounds yet. Plan what is to be voted on, how, and who counts as one vote.")
        )

    def ask(self, round_: RoundSheet | None, *_state: object) -> None:
        """Ask for the rules and the projects of a round."""
        if self._session is not None:
            from smartstad_desktop.reads.pickable import pickable  # noqa: PLC0415  reads the whole inventory

            known = self._host.services.workspace.read(pickable)
            self.dialog = RoundDialog(self._host, self._session, round_, known, self)
            self.dialog.open()

    def _repeat(self, round_: RoundSheet, *_state: object) -> None:
        self._host.perform(RepeatRound(round=round_.id, is_second=round_.is_locked))

    def _delete(self, round_: RoundSheet, *_state: object) -> None:
        self._host.perform(DeleteRounds(rounds=(round_.id,)), offer_undo=True)
