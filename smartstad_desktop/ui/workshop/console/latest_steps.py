"""The last steps of the session, in words: what was done, and when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.steps import STEPS, step_name
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.sentences import hour

if TYPE_CHECKING:
    from smartstad_desktop.storage.journal import Step

_SHOWN: Final = 3
_DONE: Final = "done"
#: Steps that have a name; a command with several forms has one for each.
_KNOWN: Final = frozenset(key.partition(".")[0] for key in STEPS)


class LatestSteps(QWidget):
    """Three lines; what was undone did not happen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = [Label("", Type.BODY, role=Role.INK_SOFT, wraps=True) for _number in range(_SHOWN)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space(4))
        column.addWidget(Label(_("Latest steps"), Type.STRONG, Weight.BOLD))
        for line in self.lines:
            column.addWidget(line)

    def show_steps(self, steps: list[Step], since: datetime | None) -> None:
        """Show the newest of *steps*, which come newest first; what was before *since* is left out."""
        told = [
            f"{hour(step.at)} {step_name(step.command, step.parameters)}"
            for step in steps
            if step.state == _DONE and step.command in _KNOWN and (since is None or step.at >= since)
        ]
        for number, line in enumerate(self.lines):
            line.setText(told[number] if number < len(told) else "")
            line.setVisible(number < len(told))
        self.setVisible(bool(told))
