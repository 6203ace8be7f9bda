"""The foot of the ballots: reveal, ask who is missing, and what the wall does not show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from smartstad_desktop.reads.workshop.rounds import RoundSheet
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.ballots.ballot_words import missing_sentence, progress, who_is_missing
from smartstad_desktop.ui.workshop.ballots.reveal_button import RevealButton


class RevealBar(QWidget):
    """Reveals when it is held, and says who is missing."""

    reveal_wanted = Signal()
    #: Carries who is missing as a sentence, to be read aloud.
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self.reveal = RevealButton()
        self.ask = Button("")
        self.counted = Label("", Type.BODY, role=Role.INK_SOFT)
        self.unseen = Label(_("Not seen on the wall"), Type.CAPTION, role=Role.INK_SOFT)
        self.missing = Label("", Type.STRONG, Weight.SEMIBOLD, Role.ATTENTION, wraps=True)
        self.missing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.missing.hide()
        space = theme.current().space
        row = QHBoxLayout()
        row.setSpacing(space(10))
        row.addWidget(self.reveal)
        row.addWidget(self.ask)
        row.addStretch(1)
        told = QVBoxLayout()
        told.setSpacing(0)
        for words in (self.counted, self.unseen):
            told.addWidget(words, 0, Qt.AlignmentFlag.AlignRight)
        row.addLayout(told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(6))
        column.addWidget(self.missing)
        column.addLayout(row)
        self.reveal.held.connect(self.reveal_wanted)
        self.ask.clicked.connect(self._tell)

    def show_round(self, sheet: RoundSheet, *, can_reveal: bool) -> None:
        """Show how many have answered, and whom to ask."""
        words = who_is_missing(sheet)
        self._sentence = missing_sentence(sheet)
        self.ask.setText(words)
        self.ask.updateGeometry()
        self.ask.setVisible(bool(words))
        self.counted.setText(progress(sheet))
        self.reveal.setEnabled(can_reveal)
        self.missing.setText(self._sentence)
        self.missing.setVisible(bool(self._sentence) and self.missing.isVisible())

    def _tell(self) -> None:
        self.missing.setText(self._sentence)
        self.missing.show()
        self.asked.emit(self._sentence)
