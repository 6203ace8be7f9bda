"""What happened to the project: when, who, and each field from what to what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartstad_desktop.reads.history import Happening
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.ui.inventory.history_words import change_in_words
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.moments import moment
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

#: So many are shown; the whole history stands in the list of steps.
SHOWN = 30


class HistoryList(QWidget):
    """The latest happenings, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.current().space(7), 0, 0, 0)
        self.column.setSpacing(theme.current().space(2))
        self._labels: list[Label] = []

    def texts(self) -> list[str]:
        """Return what is shown, line by line."""
        return [label.text() for label in self._labels]

    def show_happenings(self, happenings: Sequence[Happening], snapshot: Snapshot, now: datetime) -> None:
        """Show these."""
        for label in self._labels:
            self.column.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for happening in happenings[:SHOWN]:
            name = step_name(happening.command, happening.words)
            self._add(Label(name, Type.BODY, Weight.MEDIUM, wraps=True))
            parts = (moment(happening.at, now), happening.source, _who(happening.actor))
            self._add(Label(" · ".join(part for part in parts if part), Type.CAPTION, role=Role.INK_FAINT, wraps=True))
            for change in happening.fields:
                field, old, new = change_in_words(change, snapshot)
                line = _("{field}: {old} → {new}", field=field, old=old, new=new)
                self._add(Label(line, Type.CAPTION, role=Role.INK_SOFT, wraps=True))
            self._labels[-1].setContentsMargins(0, 0, 0, theme.current().space(8))

    def _add(self, label: Label) -> None:
        self._labels.append(label)
        self.column.addWidget(label)


def _who(actor: str) -> str:
    """Return who acted; the one who runs the program has no name here, only a role."""
    return _("facilitator") if actor == "facilitator" else actor
