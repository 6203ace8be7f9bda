"""Undo and redo as the user asks for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from smartstad_desktop.domain.changes import ChangeSet
from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.steps import step_name_inside
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.moments import moment
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.shell.frame import Frame

if TYPE_CHECKING:
    from smartstad_desktop.storage.journal import Step
    from smartstad_desktop.ui.shell.desk import Desk


def named(step: Step | None) -> str:
    """Return what a step is called; nothing when there is none."""
    return step_name_inside(step.command, step.parameters) if step is not None else ""


class Undoing:
    """Takes steps back and does them again; what is older than the window only after a question."""

    def __init__(self, window: Frame, desk: Desk) -> None:
        self._window = window
        self._desk = desk
        self._opened_at: datetime | None = None

    def opened(self, at: datetime | None) -> None:
        """Remember when the file was opened: what is older is not undone unasked."""
        self._opened_at = at

    def undo(self) -> None:
        """Take the last step back; one from before the file was opened only after a question."""
        workspace = self._desk.workspace
        step = workspace.to_undo() if workspace is not None else None
        if workspace is None or step is None:
            return
        if self._opened_at is not None and step.at < self._opened_at:
            self._ask_about_old(step, workspace.now)
        else:
            self._do(workspace.undo, _("Undone: {step}", step=named(step)))

    def redo(self) -> None:
        """Do again what was taken back last."""
        workspace = self._desk.workspace
        step = workspace.to_redo() if workspace is not None else None
        if workspace is not None and step is not None:
            self._do(workspace.redo, _("Done again: {step}", step=named(step)))

    def _ask_about_old(self, step: Step, now: datetime) -> None:
        dialog = Dialog(_("Undo something from before?"), _("Undo: {step}", step=named(step)), self._window)
        told = _(
            "This was done {time}, before the file was opened now. Undo goes on backwards from there.",
            time=moment(step.at, now),
        )
        dialog.body.addWidget(Label(told, wraps=True))
        dialog.accepted.connect(self._undo_old)
        dialog.open()

    def _undo_old(self) -> None:
        self._opened_at = None
        self.undo()

    def _do(self, act: Callable[[], ChangeSet], told: str) -> None:
        try:
            act()
        except DomainError as error:
            self._window.says().trouble(error)
            return
        self._window.says().say(told)
