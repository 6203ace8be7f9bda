"""What every tab of the plan does: it shows the version that is shown, and knows whether it can be changed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.plan.shown import ShownVersion

#: What a version is made of.
PLAN_KINDS = frozenset(
    {
        *(Kind.PLAN, Kind.PLAN_ITEM, Kind.PLAN_ITEM_GOAL, Kind.PLAN_ITEM_RISK, Kind.PLAN_ITEM_CASE),
        *(Kind.PLAN_ASIDE, Kind.PLAN_CHAPTER, Kind.COMMITMENT, Kind.COMMITMENT_YEAR),
        *(Kind.PLAN_SIGNER, Kind.PLAN_RESERVATION, Kind.PLAN_ADOPTION, Kind.PLAN_FILE, Kind.PLAN_SNAPSHOT),
    }
)


class PlanTab(Page):
    """A part of the plan editor."""

    interests: ClassVar = PLAN_KINDS | {Kind.MUNICIPALITY}

    def __init__(self, services: Services, version: ShownVersion, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.version = version
        self.read: PlanRead | None = None
        version.changed.connect(self.mark_stale)

    @property
    def is_open(self) -> bool:
        """Return whether the version can be changed."""
        return self.version.is_open(self.read)

    @override
    def refresh(self) -> None:
        """Read the version and show it."""
        self.read = self.version.read()
        if self.read is not None:
            self.show_plan(self.read)

    def show_plan(self, read: PlanRead) -> None:
        """Show a version."""
        raise NotImplementedError
