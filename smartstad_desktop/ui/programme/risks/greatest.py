"""The two greatest risks, told in words over the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from smartstad_desktop.domain.programme.risks import Gravity
from smartstad_desktop.reads.programme.risks import RiskRow
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.programme.risks import value_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.parts import Label, Panel, Rule, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class Greatest(Panel):
    """Says which risks to talk about first, how they are met and who answers for them."""

    #: Carries the id of a risk to look at.
    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setSpacing(theme.current().space(6))
        self._title = Label("", Type.STRONG, Weight.SEMIBOLD)
        self.column.addWidget(self._title)
        self._lines: QWidget | None = None
        self._responses: list[Label] = []
        self._is_short = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_risks(self, risks: Sequence[RiskRow]) -> None:
        """Show those of *risks* that are the greatest; without any the panel goes."""
        found = sorted((risk for risk in risks if risk.rank), key=lambda risk: risk.rank or 0)
        self.setVisible(bool(found))
        self._title.setText(_("The greatest risk") if len(found) == 1 else _("The two greatest risks"))
        if self._lines is not None:
            self.column.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        self._responses = []
        self._lines = QWidget()
        inside = QVBoxLayout(self._lines)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.current().space(6))
        for number, risk in enumerate(found):
            if number:
                inside.addWidget(Rule())
            inside.addLayout(self._line(risk))
        self.column.addWidget(self._lines)

    def set_short(self, *, is_short: bool) -> None:
        """Leave out how they are met, where there is little room."""
        self._is_short = is_short
        for response in self._responses:
            response.setVisible(not is_short)

    def _line(self, risk: RiskRow) -> QHBoxLayout:
        language = current().language
        row = QHBoxLayout()
        row.setSpacing(theme.current().space(12))
        value = Label(value_words(risk.value, risk.gravity), Type.BODY, Weight.BOLD, figures=True)
        value.set_role(Role.BAD if risk.gravity is Gravity.HIGH else Role.ATTENTION)
        value.setMinimumWidth(theme.current().space(80))
        row.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(risk.name.in_language(language), Type.BODY, Weight.SEMIBOLD, wraps=True))
        owner = _("Answers for it: {owner}", owner=risk.owner) if risk.owner else _("Nobody answers for it yet")
        met = risk.response.in_language(language)
        told = " · ".join(part for part in (met, owner) if part)
        response = Label(told, Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        response.setParent(self._lines)
        response.setVisible(not self._is_short)
        words.addWidget(response)
        self._responses.append(response)
        row.addLayout(words, 1)
        show = Button(_("Show"), ButtonKind.PLAIN)
        show.setAccessibleDescription(risk.name.in_language(language))
        show.clicked.connect(lambda: self.wanted.emit(risk.id))
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return row
