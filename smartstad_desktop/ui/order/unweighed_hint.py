"""Says which criteria came after the weights and weigh nothing yet, and gives them a weight in one step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.order.order import shares_for, unweighed
from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.text.phrases import ngettext
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.parts import Label, Panel
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.sentences import name_of
from smartstad_desktop.usecases.order.weights import SetWeights


class UnweighedHint(Panel):
    """Shown only while there is such a criterion."""

    #: Carries the command that gives them as much as the others weigh on an average.
    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill=Role.ATTENTION_TINT, edge=None)
        self._facts: Facts | None = None
        self.words = Label("", role=Role.ATTENTION, wraps=True)
        self.cure = Button("", icon="plus")
        self.cure.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.addWidget(self.cure)
        row.addStretch(1)
        self.column.addWidget(self.words)
        self.column.addLayout(row)
        self.hide()

    def show_facts(self, facts: Facts, *, is_read_only: bool) -> None:
        """Name the criteria that nobody has weighed."""
        self._facts = facts
        found = unweighed(facts)
        self.setVisible(bool(found))
        self.cure.setVisible(not is_read_only)
        if found:
            self.words.setText(
                ngettext(
                    "{names} came after the weights and counts for nothing until it gets one.",
                    "{names} came after the weights and count for nothing until they get one.",
                    len(found),
                    names=", ".join(name_of(each) for each in found),
                )
            )
            self.cure.setText(ngettext("Give it an average weight", "Give them an average weight", len(found)))

    def _ask(self) -> None:
        if self._facts is not None:
            self.requested.emit(SetWeights(whose=None, weights=shares_for(self._facts, unweighed(self._facts))))
