"""Which version of the plan is shown: the one people work with, or an earlier one somebody looks at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.values import PlanId, PlanItemId
from smartstad_desktop.reads.plan import plan as reads
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.text.phrases import _
from smartstad_desktop.usecases.workspace import Workspace


class ShownVersion(QObject):
    """The tabs of the plan show the same version, and the preview follows the measure that is chosen."""

    #: Another version is shown.
    changed = Signal()
    #: Another measure is chosen; carries its id, or None.
    measure_changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked_for: PlanId | None = None
        self.measure: PlanItemId | None = None

    @property
    def is_earlier(self) -> bool:
        """Return whether somebody looks at another version than the present one."""
        return self._asked_for is not None and self.plan != self._workspace.read(reads.current_plan)

    @property
    def plan(self) -> PlanId | None:
        """Return the version that is shown; one that has gone gives way to the present one."""
        if self._asked_for is not None and any(
            row.id == self._asked_for for row in self._workspace.read(reads.plan_rows)
        ):
            return self._asked_for
        return self._workspace.read(reads.current_plan)

    def read(self) -> PlanRead | None:
        """Return the version that is shown as it lies in the file."""
        plan = self.plan
        return None if plan is None else self._workspace.read(reads.plan, plan)

    def show(self, plan: PlanId | None) -> None:
        """Show a version; None is the one people work with."""
        self._asked_for = plan
        self.changed.emit()

    def choose(self, measure: PlanItemId | None) -> None:
        """Take *measure* as the one that is looked at."""
        if measure != self.measure:
            self.measure = measure
            self.measure_changed.emit(measure)

    def is_open(self, read: PlanRead | None) -> bool:
        """Return whether what is shown can be changed."""
        return read is not None and read.plan.status is PlanStatus.DRAFT and not self._workspace.is_read_only

    def why_locked(self, read: PlanRead) -> str:
        """Return why what is shown cannot be changed, and what to do; nothing when it can."""
        version = read.plan.version
        if self._workspace.is_read_only:
            return _("This file is open for reading only.")
        if self.is_earlier:
            return _("You are looking at version {version}. What it says can only be read.", version=version)
        if read.plan.status is PlanStatus.DRAFT:
            return ""
        return _("Version {version} is frozen. Changes are made in a new version.", version=version)
