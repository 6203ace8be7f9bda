"""What stands in a version: the stages at the left, the points of one in the middle, the chosen one at the right."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.versions import StageText
from smartstad_desktop.reads.testbeds.routines import RoutineSheet
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.frames import fill
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.parts import EmptyState, Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.record_form import RecordForm
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.routines.content_deeds import ContentDeeds
from smartstad_desktop.ui.routines.forms import PointForm, StageForm
from smartstad_desktop.ui.routines.hand import RoutineHand
from smartstad_desktop.ui.routines.moving_rows import MovingRows
from smartstad_desktop.ui.routines.paint import PointDelegate, StageDelegate
from smartstad_desktop.ui.routines.rows import PointFace, StageFace, point_faces, shown, stage_faces
from smartstad_desktop.usecases.testbeds.routine_parts import (
    EditRoutinePoints,
    EditRoutineStage,
)


class ContentView(QWidget):
    """Shows a version; a draft can be changed here. Commands are run by the page."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.sheet: RoutineSheet | None = None
        stages = RowsModel[StageFace](
            [Column("", lambda row: row.name)], key=lambda row: row.id, accessible=lambda row: row.spoken
        )
        points = RowsModel[PointFace](
            [Column("", lambda row: row.name)], key=lambda row: row.id, accessible=lambda row: row.spoken
        )
        self.stages = MovingRows(stages, StageDelegate(), _("Stages"))
        self.points = MovingRows(points, PointDelegate(), _("Points of the stage"))
        self.title = Label("", Type.TITLE, Weight.BOLD, wraps=True)
        self.note = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.add_stage_button = Button(_("Add stage"), ButtonKind.QUIET, "plus")
        self.add_point_button = Button(_("Add point"), ButtonKind.QUIET, "plus")
        self.side = Side(_("Choose a stage or a point to read and change it."))
        self.middle = QStackedWidget()
        self.empty = EmptyState("list", "", "")
        self._forms: tuple[object, StageForm, PointForm] | None = None
        self._shows_stage = True
        self.deeds = ContentDeeds(page, self)
        self._arrange()
        self._connect()
        self.hand = RoutineHand(self.stages, self.points, self.deeds.give, self)

    def _arrange(self) -> None:
        space = theme.current().space
        head = Label(_("Stages"), Type.STRONG, Weight.BOLD)
        for words in (head, self.title, self.note):
            words.setContentsMargins(space(14), 0, space(14), 0)
        self.middle.addWidget(self.points)
        self.middle.addWidget(self.empty)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(_column(head, self.stages, self.add_stage_button))
        both.addWidget(_column(self.title, self.note, self.middle, self.add_point_button))
        self.side.set_look(Role.PAPER, None)
        both.addWidget(self.side)
        both.setStretchFactor(1, 1)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(1)
        both.setSizes([space(300), 10_000, space(340)])
        panel = Panel()
        panel.column.setContentsMargins(1, 1, 1, 1)
        panel.column.addWidget(both)
        fill(self, panel)

    def _connect(self) -> None:
        self.stages.chosen.connect(partial(self._choose, is_stage=True))
        self.points.chosen.connect(partial(self._choose, is_stage=False))
        self.stages.move_asked.connect(self.deeds.move_stage)
        self.points.move_asked.connect(self.deeds.move_points)
        self.stages.removal_asked.connect(self.deeds.remove_stage)
        self.points.removal_asked.connect(self.deeds.remove_points)
        self.stages.add_asked.connect(self.deeds.add_stage)
        self.points.add_asked.connect(self.deeds.add_point)
        self.add_stage_button.clicked.connect(self.deeds.add_stage)
        self.add_point_button.clicked.connect(self.deeds.add_point)
        self.stages.edit_asked.connect(self._edit)
        self.points.edit_asked.connect(self._edit)
        self.points.more = self.deeds.offer_stages
        self.stages.setSelectionMode(MovingRows.SelectionMode.SingleSelection)

    # What the page asks

    def show_sheet(self, sheet: RoutineSheet) -> None:
        """Show a version as it is now."""
        is_other = self.sheet is None or self.sheet.row.id != sheet.row.id
        self.sheet = sheet
        for view in (self.stages, self.points):
            view.is_open = sheet.is_open
        for button in (self.add_stage_button, self.add_point_button):
            button.setVisible(sheet.is_open)
        self.stages.rows.show(stage_faces(sheet.text))
        if is_other or not self.stages.selected:
            self._shows_stage = True
            self.stages.choose(None)
        self._show_points()
        self._show_form()

    def finish(self) -> None:
        """Save what is being typed."""
        if self._forms is not None:
            for form in self._forms[1:]:
                form.finish()

    # Inside

    def stage(self) -> StageText | None:
        """Return the stage that is chosen."""
        chosen = self.stages.selected
        if self.sheet is None or not chosen:
            return None
        return next((stage for stage in self.sheet.text.stages if stage.id == chosen[0]), None)

    def _choose(self, *, is_stage: bool) -> None:
        if is_stage:
            self._shows_stage = True
            self._show_points()
        elif self.points.selected:
            self._shows_stage = False
        self._show_form()

    def _show_points(self) -> None:
        stage, sheet = self.stage(), self.sheet
        if sheet is None:
            return
        self.points.rows.show(point_faces(sheet.text, stage))
        self.title.setText("" if stage is None else shown(stage.name))
        gate = "" if stage is None else _gate_line(stage)
        self.note.setText(gate)
        self.note.setVisible(bool(gate))
        self.add_point_button.setEnabled(stage is not None)
        self.middle.setCurrentIndex(0 if stage is not None and stage.points else 1)
        if stage is None:
            self.empty.title.setText(_("No stages yet"))
            self.empty.text.setText(_("Add the stages that a case goes through, from the need to the result."))
        else:
            self.empty.title.setText(_("Nothing has to be settled here"))
            self.empty.text.setText(
                _("Add what must be clear before the case may leave the stage, and who sees to it.")
            )

    def _show_form(self) -> None:
        stage, sheet = self.stage(), self.sheet
        if sheet is None or stage is None:
            self.side.show_nothing()
            return
        around = (sheet.row.id, sheet.text.roles)
        if self._forms is None or self._forms[0] != around:
            self.finish()
            self._forms = (around, StageForm(self._write, sheet.row.kind), PointForm(self._write, sheet.text))
            for form in self._forms[1:]:
                form.column.setContentsMargins(*(theme.current().space(14),) * 4)
        _around, stage_form, point_form = self._forms
        chosen = next((point for point in stage.points if point.id in self.points.selected), None)
        if self.form is stage_form or chosen is None:
            stage_form.show_stage(stage, is_open=sheet.is_open)
            self.side.show_form(stage_form)
        else:
            point_form.show_point(chosen, is_open=sheet.is_open)
            self.side.show_form(point_form)

    @property
    def form(self) -> RecordForm | None:
        """Return the form that is shown."""
        if self._forms is None:
            return None
        return self._forms[1] if self._shows_stage or not self.points.selected else self._forms[2]

    def _edit(self) -> None:
        if self.sheet is not None and self.sheet.is_open and self.form is not None:
            self.form.edit("name_sv")

    def _write(self, key: tuple[str, int], changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        part, row = key
        if part == "stage":
            self._page.run(EditRoutineStage(stage=row, changes=changes, is_typing=is_typing))
            return
        # A role or a requirement goes to all that are chosen; words are of one.
        alike = changes.keys() <= {"role_key", "is_required"} and row in self.points.selected
        points = self.points.selected if alike else (row,)
        self._page.run(EditRoutinePoints(points=points, changes=changes, is_typing=is_typing))


def _column(*parts: QWidget) -> QWidget:
    """Put words, a list that takes the room, and a button beneath each other."""
    made = QWidget()
    space = theme.current().space
    column = QVBoxLayout(made)
    column.setContentsMargins(0, space(10), 0, space(6))
    column.setSpacing(space(6))
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, (MovingRows, QStackedWidget)) else 0)
    return made


def _gate_line(stage: StageText) -> str:
    """Return what has to be settled before the stage is left."""
    waits = sum(point.is_required for point in stage.points)
    if not stage.has_gate:
        return _("No gate: the case moves on.")
    question = shown(stage.gate) or stage.gate_key
    return ngettext("{gate} · waits for {count} point", "{gate} · waits for {count} points", waits, gate=question)
