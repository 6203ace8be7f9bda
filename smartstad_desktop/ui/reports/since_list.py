"""What has changed since the report before, figure by figure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.reads.follow_up.reports import ReportSheet
from smartstad_desktop.text.follow_up.reports import change_words
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Panel, Rule, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class SinceList(Panel):
    """A line for each figure: what is counted, and then → now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.column.setContentsMargins(space(20), space(18), space(20), space(20))
        self._told: QWidget | None = None

    def show_report(self, sheet: ReportSheet) -> None:
        """Show what has changed."""
        if self._told is not None:
            self.column.removeWidget(self._told)
            self._told.hide()
            self._told.deleteLater()
        self._told = told = QWidget()
        lines = QVBoxLayout(told)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.current().space(6))
        lines.addWidget(Label(_heading(sheet), Type.STRONG, Weight.SEMIBOLD, wraps=True))
        for each in sheet.since:
            lines.addWidget(Rule())
            row = QHBoxLayout()
            row.setSpacing(theme.current().space(12))
            row.addWidget(Label(label(each.figure), Type.BODY, role=Role.INK_SOFT, wraps=True), 1)
            change = Label(change_words(each), Type.BODY, Weight.SEMIBOLD, figures=True)
            row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
            lines.addLayout(row)
        lines.addStretch(1)
        self.column.addWidget(told)


def _heading(sheet: ReportSheet) -> str:
    if sheet.before is None:
        return _("This is the first report, so there is nothing to compare with.")
    if not sheet.since:
        return _("No figure has changed since “{title}”.", title=sheet.before.title)
    return _("Since the report “{title}”", title=sheet.before.title)
