"""What can be asked for in a version's lists: more stages and points, other places, and taking them out."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from smartstad_desktop.domain.testbeds.versions import POINT_FIELDS, STAGE_FIELDS, StageText, cleaned
from smartstad_desktop.reads.testbeds.routines import RoutineSheet
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons
from smartstad_desktop.ui.kit.fields import CheckField, ChoiceField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.routines.moving_rows import MovingRows
from smartstad_desktop.ui.routines.rows import shown
from smartstad_desktop.usecases.testbeds.routine_parts import (
    AddRoutinePoint,
    AddRoutineStage,
    MoveRoutinePoints,
    MoveRoutineStage,
    RemoveRoutinePoints,
    RemoveRoutineStage,
)


class ContentHost(Protocol):
    """What the deeds need of the view."""

    sheet: RoutineSheet | None
    stages: MovingRows
    points: MovingRows

    def stage(self) -> StageText | None:
        """Return the stage that is chosen."""
        ...


class ContentDeeds(QObject):
    """Asks and runs for the lists of a version."""

    def __init__(self, page: Page, view: ContentHost) -> None:
        super().__init__(page)
        self._page, self._view = page, view
        self._dialog: Dialog | None = None

    # Moving and taking out

    def move_stage(self, stages: tuple[int, ...], before: int | None) -> None:
        """Put a stage before another one, or last."""
        self._page.perform(MoveRoutineStage(stage=stages[0], before=before))

    def move_points(self, points: tuple[int, ...], before: int | None) -> None:
        """Put points of the chosen stage before another one, or last."""
        stage = self._view.stage()
        if stage is not None:
            self._page.perform(MoveRoutinePoints(points=points, stage=stage.id, before=before))

    def give(self, points: tuple[int, ...], stage: int) -> None:
        """Put points last into another stage."""
        self._page.perform(MoveRoutinePoints(points=points, stage=stage), offer_undo=True)

    def remove_stage(self, stages: tuple[int, ...]) -> None:
        """Take a stage out."""
        self._page.perform(RemoveRoutineStage(stage=stages[0]), offer_undo=True)

    def remove_points(self, points: tuple[int, ...]) -> None:
        """Take points out."""
        self._page.perform(RemoveRoutinePoints(points=points), offer_undo=True)

    def offer_stages(self, menu: QMenu) -> None:
        """Let the chosen points be moved to another stage from their menu."""
        sheet, here = self._view.sheet, self._view.stage()
        if sheet is None or here is None:
            return
        places = menu.addMenu(icons.icon("arrow-right"), _("Move to the stage"))
        for number, stage in enumerate(sheet.text.stages, 1):
            if stage.id != here.id:
                action = places.addAction(f"{number} {shown(stage.name)}".replace("&", "&&"))
                action.triggered.connect(lambda _on=False, stage=stage.id: self.give(self._view.points.selected, stage))

    # Adding

    def add_stage(self) -> None:
        """Ask for a new stage after the chosen one."""
        dialog = self._dialog = Dialog(_("Add a stage"), _("Add stage"), self._page)
        dialog.add(TextField("name_sv", _("Stage")))
        dialog.check_with(lambda values: cleaned(STAGE_FIELDS, "name_sv", values["name_sv"]))
        dialog.confirmed.connect(self._add_stage)
        dialog.open()

    def add_point(self) -> None:
        """Ask for a new point after the chosen one."""
        sheet = self._view.sheet
        if sheet is None or self._view.stage() is None:
            return
        dialog = self._dialog = Dialog(_("Add a point"), _("Add point"), self._page)
        roles = [("", _("No role")), *((role.key, shown(role.name)) for role in sheet.text.roles)]
        dialog.add(
            TextField("name_sv", _("What has to be settled")),
            ChoiceField("role_key", _("Role"), roles),
            CheckField("is_required", _("The gate waits for it")),
            TextField("evidence_sv", _("What shows that it is settled")),
        )
        dialog.fields["role_key"].set_value("")
        dialog.fields["is_required"].set_value(True)
        dialog.check_with(lambda values: cleaned(POINT_FIELDS, "name_sv", values["name_sv"]))
        dialog.confirmed.connect(self._add_point)
        dialog.open()

    def _add_stage(self, values: dict[str, Any]) -> None:
        sheet, stages = self._view.sheet, self._view.stages
        if sheet is not None:
            command = AddRoutineStage(routine=sheet.row.id, fields=values, before=_after(stages))
            outcome = self._page.perform(command)
            if outcome is not None:
                stages.choose(outcome.value)

    def _add_point(self, values: dict[str, Any]) -> None:
        stage, points = self._view.stage(), self._view.points
        if stage is not None:
            outcome = self._page.perform(AddRoutinePoint(stage=stage.id, fields=values, before=_after(points)))
            if outcome is not None:
                points.choose(outcome.value)


def _after(view: MovingRows) -> Any:
    """Return the row that stands after the chosen ones, which is before what a new one goes; None is last."""
    keys, chosen = list(view.rows.keys), view.selected
    place = keys.index(chosen[-1]) + 1 if chosen else len(keys)
    return keys[place] if place < len(keys) else None
