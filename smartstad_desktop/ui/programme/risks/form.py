"""The form of one risk: how likely, how bad, what is done about it, and how its value has changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.domain.programme.risks import gravity
from smartstad_desktop.reads.programme.risks import RiskRow, Weighing
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.programme.risks import CONSEQUENCES, LIKELIHOODS, step_words, value_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.folding_section import FoldingSection
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role

_FIELDS: Final = ("likelihood", "consequence", "owner", "comment", "review_on")


class RiskForm(RecordForm):
    """All of one risk."""

    deleting = Signal()
    #: Carries the day a risk is closed on, or None to open it again.
    closing = Signal(object)

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        remove = icon_button("trash-2", _("Remove the risk"))
        remove.clicked.connect(self.deleting)
        name = GrowingField("name_sv", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        name.editor.setAccessibleName(_("Risk"))
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.register(name)
        self.column.addLayout(head)
        self.pair(
            CalmChoice("likelihood", _("Likelihood"), [(step, step_words(LIKELIHOODS, step)) for step in range(1, 5)]),
            CalmChoice(
                "consequence", _("Consequence"), [(step, step_words(CONSEQUENCES, step)) for step in range(1, 5)]
            ),
        )
        self.add(GrowingField("response_sv", _("How it is met")))
        self.pair(LineField("owner", _("Who answers for it (a role)")), DayField("review_on", _("Look at it again")))
        self.add(GrowingField("comment", _("Comment")))
        self.section(
            _("In other languages"),
            GrowingField("name_nb", _("Risk, in Norwegian"), is_one_paragraph=True),
            GrowingField("response_nb", _("How it is met, in Norwegian")),
            GrowingField("name_en", _("Risk, in English"), is_one_paragraph=True),
            GrowingField("response_en", _("How it is met, in English")),
        )
        self._lines: tuple[str, ...] = ()
        self._told = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True, figures=True)
        self._told.setIndent(theme.current().space(7))
        # Until the part is opened the words must belong to somebody.
        self._told.setParent(self)
        self._told.hide()
        self.history = FoldingSection(_("How its value has changed"), self._fill_history)
        self.column.addWidget(self.history)
        self.closed = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.close_button = Button(_("Close the risk"), icon="check")
        self.close_button.clicked.connect(self._close)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.current().space(7), theme.current().space(8), 0, 0)
        foot.addWidget(self.close_button)
        foot.addWidget(self.closed, 1)
        self.column.addLayout(foot)
        self._is_open = True
        self._today = date.min

    def show_risk(self, risk: RiskRow, weighings: Sequence[Weighing], today: date) -> None:
        """Show a risk as it is on *today*."""
        self._today, self._is_open = today, risk.is_open
        self.close_button.setText(_("Close the risk") if risk.is_open else _("Open it again"))
        self.close_button.set_picture("check" if risk.is_open else "rotate-ccw")
        self.close_button.updateGeometry()
        closed = "" if risk.closed_on is None else _("Closed {day}", day=current().day(risk.closed_on))
        self.closed.setText(closed)
        self._told.setText("\n".join(_told(each) for each in weighings))
        changes = sum(each.before is not None for each in weighings)
        self.history.head.set_note(current().number(changes) if changes else "")
        names = {f"name_{language}": getattr(risk.name, language) for language in ("sv", "nb", "en")}
        answers = {f"response_{language}": getattr(risk.response, language) for language in ("sv", "nb", "en")}
        values: dict[str, Any] = {name: getattr(risk, name) for name in _FIELDS}
        self.show_record(risk.id, names | answers | values)

    def _fill_history(self, inside: QVBoxLayout) -> None:
        inside.addWidget(self._told)
        self._told.show()

    def _close(self) -> None:
        self.closing.emit(self._today if self._is_open else None)


def _told(each: Weighing) -> str:
    """Return one weighing as “3 March 2027: 6 medium → 12 high”."""
    day = current().day(each.at.astimezone().date())
    now = value_words(each.after[0] * each.after[1], gravity(*each.after))
    if each.before is None:
        return _("{day}: written down as {value}", day=day, value=now)
    before = value_words(each.before[0] * each.before[1], gravity(*each.before))
    return _("{day}: {before} → {after}", day=day, before=before, after=now)
