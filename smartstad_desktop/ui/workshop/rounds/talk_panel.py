"""The middle between rounds: what the part of the agenda is about, and what comes after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.workshop.meeting import AgendaKind
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.parts import Label, Rule, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.course import next_part
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.ui.workshop.middle import MiddlePanel
from smartstad_desktop.ui.workshop.rounds.round_dialog import RoundDialog
from smartstad_desktop.ui.workshop.sentences import length
from smartstad_desktop.usecases.workshop.agenda import GoToAgendaItem

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import SessionSheet
    from smartstad_desktop.ui.kit.forms import Dialog


class TalkPanel(MiddlePanel):
    """The title of the part that is on, what to do in it, the decision rule at the beginning, and the way on."""

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(host, parent)
        space = theme.current().space
        self._session: SessionSheet | None = None
        self.dialog: Dialog | None = None
        self.kind = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        self.title = Label("", Type.PAGE, Weight.BOLD, wraps=True)
        self.instruction = Label("", Type.STRONG, role=Role.INK_SOFT, wraps=True)
        self.purpose = Label("", Type.BODY, wraps=True)
        self.rule = Label("", Type.BODY, wraps=True)
        self.onwards = Button("", ButtonKind.PRIMARY, "chevron-right")
        self.plan = Button(_("Plan a round"), icon="plus")
        self._line = Rule()
        column = QVBoxLayout(self)
        column.setContentsMargins(space(24), space(22), space(24), space(22))
        column.setSpacing(space(10))
        for widget in (self.kind, self.title, self.instruction, self._line, self.purpose, self.rule):
            column.addWidget(widget)
        column.addSpacing(space(6))
        for button in (self.onwards, self.plan):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.onwards.clicked.connect(self._go_on)
        self.plan.clicked.connect(self._ask_round)

    @override
    def show_round(self, session: SessionSheet, round_: RoundSheet | None) -> None:
        """Show the part of the agenda that is on; before the first one, the session itself."""
        self._session = session
        part, following = session.on, next_part(session)
        is_early = part is None or part == session.agenda[0]
        self.kind.setText(f"{label(part.kind)} · {length(part.minutes)}" if part else _("Before the beginning"))
        self.title.setText(part.title if part else session.name)
        self.instruction.setText(part.instruction if part else "")
        self.instruction.setVisible(bool(self.instruction.text()))
        self.purpose.setText(_("Purpose: {text}", text=session.purpose) if session.purpose else "")
        self.rule.setText(_("Decision rule: {text}", text=session.decision_rule) if session.decision_rule else "")
        for words in (self.purpose, self.rule):
            words.setVisible(is_early and bool(words.text()))
        self._line.setVisible(is_early and bool(session.purpose or session.decision_rule))
        self.onwards.setVisible(following is not None)
        if following is not None:
            text = (
                _("On to “{title}”", title=following.title)
                if part
                else _("Begin with “{title}”", title=following.title)
            )
            self.onwards.setText(text)
            self.onwards.updateGeometry()
        self.plan.setVisible(part is not None and part.kind is AgendaKind.ROUND and part.round is None)

    def _go_on(self) -> None:
        following = None if self._session is None else next_part(self._session)
        if following is not None:
            self.host.perform(GoToAgendaItem(item=following.id))

    def _ask_round(self) -> None:
        session = self._session
        if session is not None:
            from smartstad_desktop.reads.pickable import pickable  # noqa: PLC0415  reads the whole inventory

            known = self.host.services.workspace.read(pickable)
            dialog = RoundDialog(self.host, session, None, known, self)
            dialog.fields["agenda_item"].set_value(None if session.on is None else session.on.id)
            self.dialog = dialog
            dialog.open()
