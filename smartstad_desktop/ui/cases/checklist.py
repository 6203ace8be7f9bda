"""The checklist of one stage of a case."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.routines import CheckState
from smartstad_desktop.reads.testbeds.case_rows import StageSheet
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.cases.check_row import CheckRow
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Panel, Pill, Type, Weight
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role


class Checklist(Panel):
    """The points of the stage that is shown, with how many are settled."""

    #: Carries a point and the ``CheckState`` that is wanted.
    answered = Signal(object, object)
    #: Carries a point: it is to be said who settled it.
    naming = Signal(object)
    #: Carries a point and the ``EvidenceKind`` that is to be added.
    adding = Signal(object, object)
    #: Carries an ``EvidenceRow``.
    opened = Signal(object)
    removing = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.title = Label("", Type.STRONG, Weight.BOLD)
        self.responsible = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.count = Pill()
        self.rows: dict[int, CheckRow] = {}
        self._stage: int | None = None
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.count)
        self._sheet = ScrollSheet()
        self._sheet.column.setContentsMargins(0, 0, space(8), 0)
        self._sheet.column.setSpacing(0)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._sheet.column.addLayout(self._lines)
        self._sheet.column.addStretch(1)
        self.column.setContentsMargins(space(18), space(14), space(10), space(10))
        self.column.addLayout(head)
        self.column.addWidget(self.responsible)
        self.column.addWidget(self._sheet, 1)

    def show_stage(self, stage: StageSheet, *, is_locked: bool) -> None:
        """Show the points of a stage; a case that is over is *is_locked*."""
        self.title.setText(stage.name)
        self.responsible.setText(_("Answers for the stage: {role}", role=stage.responsible))
        self.responsible.setVisible(bool(stage.responsible))
        self.count.setText(_("{done} of {total} settled", done=stage.answered, total=len(stage.points)))
        if [point.id for point in stage.points] != list(self.rows) or stage.id != self._stage:
            self._make(stage)
        for point in stage.points:
            self.rows[point.id].show_point(point, is_locked=is_locked)

    def _make(self, stage: StageSheet) -> None:
        self._stage = stage.id
        for row in self.rows.values():
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for point in stage.points:
            row = self.rows[point.id] = CheckRow()
            row.answered.connect(partial(self._tell, point.id))
            row.adding.connect(partial(self._add, point.id))
            row.naming.connect(partial(self._name, point.id))
            row.opened.connect(self.opened)
            row.removing.connect(self.removing)
            self._lines.addWidget(row)
        self._sheet.verticalScrollBar().setValue(0)

    def _tell(self, point: int, state: CheckState) -> None:
        self.answered.emit(self.rows[point].point, state)

    def _add(self, point: int, kind: object) -> None:
        self.adding.emit(self.rows[point].point, kind)

    def _name(self, point: int) -> None:
        self.naming.emit(self.rows[point].point)

    def focus_missing(self) -> None:
        """Give the keys to the first point that is missing."""
        for row in self.rows.values():
            if row.point is not None and row.point.state is CheckState.OPEN:
                row.state.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._sheet.ensureWidgetVisible(row)
                return
