"""The measure that is chosen: its fields, and beside or beneath them what each municipality commits to."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Panel, Rule
from smartstad_desktop.ui.kit.record_form import Write
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.plan.commitment_line import WriteCommitment
from smartstad_desktop.ui.plan.commitments import Commitments
from smartstad_desktop.ui.plan.measure_form import MeasureForm

#: From this width on the commitments stand beside the fields instead of under them.
_WIDE: Final = 980


class Desk(QWidget):
    """Holds the form and the commitments."""

    def __init__(self, write: Write, write_commitment: WriteCommitment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = MeasureForm(write)
        self.commitments = Commitments(write_commitment)
        self._rule = Rule()
        self._is_wide: bool | None = None
        self._beside = ScrollSheet()
        sheet, self._side = Panel(), Panel()
        for panel, inside in ((sheet, self.form), (self._side, self._beside)):
            # Without it the first frame has all fields pressed flat into the visible height.
            inside.column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
            panel.column.setContentsMargins(1, 4, 1, 4)
            panel.column.addWidget(inside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().space(14))
        row.addWidget(sheet, 6)
        row.addWidget(self._side, 5)
        self._place(is_wide=False)

    def finish(self) -> None:
        """Save what has been typed anywhere."""
        self.form.finish()
        self.commitments.finish()

    def _place(self, *, is_wide: bool) -> None:
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        target = self._beside.column if is_wide else self.form.column
        for widget in (self._rule, self.commitments):
            # What is left of the height stays beneath them.
            target.addWidget(widget)
            widget.show()
        if is_wide:
            self._beside.column.addStretch(1)
        self._rule.setVisible(not is_wide)
        self._side.setVisible(is_wide)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the commitments beside the fields when there is room."""
        super().resizeEvent(event)
        self._place(is_wide=self.width() >= theme.current().space(_WIDE))
