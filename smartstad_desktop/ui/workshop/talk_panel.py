"""The middle between rounds: what the part of the agenda is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.ui.workshop.middle import MiddlePanel

if TYPE_CHECKING:
    from smartstad_desktop.reads.rounds import RoundSheet
    from smartstad_desktop.reads.session_rows import SessionSheet


class TalkPanel(MiddlePanel):
    """The title of the part that is on, and what to do in it."""

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(host, parent)
        space = theme.current().space
        self.title = Label("", Type.PAGE, Weight.BOLD, wraps=True)
        self.instruction = Label("", Type.STRONG, role=Role.INK_SOFT, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(18), space(16), space(18), space(16))
        column.setSpacing(space(12))
        column.addWidget(self.title)
        column.addWidget(self.instruction)
        column.addStretch(1)

    @override
    def show_round(self, session: SessionSheet, round_: RoundSheet | None) -> None:
        """Show the part of the agenda that is on."""
        part = session.on
        self.title.setText(part.title if part else session.name)
        self.instruction.setText(part.instruction if part else session.purpose)
