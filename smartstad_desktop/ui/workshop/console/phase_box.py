"""Where the round stands: which phase of how many, what the group does in it, and what is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.workshop.meeting import Phase
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.workshop.laps import lap_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.sentences import IN_PHASE, said

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet

_PHASES: Final = tuple(Phase)


class Steps(QWidget):
    """A line of short bars, one for each phase; those that lie behind are filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at = 0
        self.setFixedHeight(theme.current().space(6))

    def show_phase(self, phase: Phase) -> None:
        """Show how far the round has come."""
        self.at = _PHASES.index(phase)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return a thin line."""
        space = theme.current().space
        return QSize(space(160), space(6))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = look.space(4)
        width = (self.width() - gap * (len(_PHASES) - 1)) / len(_PHASES)
        for number in range(len(_PHASES)):
            painter.setBrush(look.colour(Role.PRIMARY if number <= self.at else Role.LINE))
            painter.drawRoundedRect(QRectF(number * (width + gap), 0, width, self.height()), 3, 3)


class PhaseBox(QWidget):
    """Phase, and what holds in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.title = Label("", Type.STRONG, Weight.BOLD, wraps=True)
        self.round = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT, wraps=True)
        self.steps = Steps()
        self.words = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(6))
        for widget in (self.title, self.steps, self.round, self.words):
            column.addWidget(widget)

    def show_round(self, round_: RoundSheet | None) -> None:
        """Show where *round_* stands; nothing while no round is on."""
        self.setVisible(round_ is not None)
        if round_ is None:
            return
        number = _PHASES.index(round_.phase) + 1
        self.title.setText(
            _("Phase {number} of {all} · {phase}", number=number, all=len(_PHASES), phase=label(round_.phase))
        )
        self.round.setText(
            _(
                "Round {number} · {method} · {unit}",
                number=lap_words(round_.lap),
                method=label(round_.method),
                unit=label(round_.unit),
            )
        )
        self.steps.show_phase(round_.phase)
        # A round that has been opened stays locked, also when the group has gone back to the beginning.
        locks = round_.phase is Phase.CLARIFY and round_.is_locked
        self.words.setText(said(IN_PHASE[Phase.SILENT if locks else round_.phase]))
