"""Planning a round, or changing one that has not been opened: its rules at the left, its projects at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QWidget

from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.workshop.laps import lap_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.ui.workshop.rounds.project_picker import ProjectPicker
from smartstad_desktop.ui.workshop.rounds.round_fields import RoundFields
from smartstad_desktop.usecases.workshop.rounds import EditRound, PlanRound

if TYPE_CHECKING:
    from smartstad_desktop.reads.pickable import Pickable
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import SessionSheet

_WIDTH: Final = 860
_HEIGHT: Final = 640


class RoundDialog(Dialog):
    """Rules and projects; what a rule refuses is shown at its field."""

    def __init__(
        self, host: WorkshopHost, session: SessionSheet, round_: RoundSheet | None, known: Pickable, parent: QWidget
    ) -> None:
        title = _("Plan a round") if round_ is None else _("Change round {number}", number=lap_words(round_.lap))
        super().__init__(title, _("Plan the round") if round_ is None else _("Change the round"), parent)
        space = theme.current().space
        self._host, self._session, self._round = host, session, round_
        self.rules = RoundFields(session.agenda, known.municipalities)
        self.picker = ProjectPicker(known)
        self.fields = self.rules.fields
        self.rules.show_round(round_)
        self.picker.show_picked([item.project for item in round_.items if item.project is not None] if round_ else [])
        sheet = QScrollArea()
        sheet.setWidget(self.rules)
        sheet.setWidgetResizable(True)
        sheet.setFrameShape(QFrame.Shape.NoFrame)
        sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        halves = QHBoxLayout()
        halves.setSpacing(space(24))
        halves.addWidget(sheet, 1)
        halves.addWidget(self.picker, 1)
        self.body.addLayout(halves)
        column = self.layout()
        if isinstance(column, QBoxLayout):
            column.setStretchFactor(self.body, 100)
        room = parent.window().size()
        self.resize(min(space(_WIDTH), room.width() - 40), min(space(_HEIGHT), room.height() - 40))
        self.check_with(self._write)

    def _write(self, values: dict[str, Any]) -> None:
        part, rules = values["agenda_item"], self.rules.rules()
        if self._round is not None:
            changes = {"method": Method(values["method"]), "agenda_item_id": part, **rules}
            self._host.run(EditRound(round=self._round.id, changes=changes, projects=self.picker.picked))
            return
        method = Method(values["method"])
        is_about_all = method is Method.FIST and not self.picker.picked
        planned = PlanRound(
            session=self._session.id,
            method=method,
            projects=self.picker.picked,
            titles=(_("The whole list"),) if is_about_all else (),
            agenda_item=part,
            rules=rules,
        )
        self._host.run(planned)
