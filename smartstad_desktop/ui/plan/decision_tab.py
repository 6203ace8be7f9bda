"""Decision and signatures: what is decided, who signs, who stands apart, what municipalities adopt, which files."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.reads.governance.bodies import BodiesShown, bodies_shown
from smartstad_desktop.reads.plan.decision import DecisionSheet, decision_sheet
from smartstad_desktop.reads.plan.likely_signers import likely_present
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.frames import fill
from smartstad_desktop.ui.kit.parts import Panel
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.plan.adoptions_view import AdoptionsView
from smartstad_desktop.ui.plan.decision_view import DecisionDialog, DecisionForm, written
from smartstad_desktop.ui.plan.dialogs import FreezeDialog
from smartstad_desktop.ui.plan.files_view import FilesView
from smartstad_desktop.ui.plan.plan_tab import PlanTab
from smartstad_desktop.ui.plan.reservations_view import ReservationsView
from smartstad_desktop.ui.plan.shown import ShownVersion
from smartstad_desktop.ui.plan.signers_view import SignersView
from smartstad_desktop.usecases.plan.decisions import DecidePlan
from smartstad_desktop.usecases.plan.plan import EditPlan
from smartstad_desktop.usecases.plan.versions import FreezePlan, StartPlanVersion

_PAPER = 900


class Part(StrEnum):
    """The parts of the tab."""

    DECISION = "decision"
    SIGNERS = "signers"
    RESERVATIONS = "reservations"
    ADOPTIONS = "adoptions"
    FILES = "files"


class DecisionTab(PlanTab):
    """One part is shown at a time; the chips count what is in each."""

    interests: ClassVar = PlanTab.interests | {Kind.GOVERNANCE_BODY, Kind.SEAT}

    def __init__(self, services: Services, version: ShownVersion, parent: QWidget | None = None) -> None:
        super().__init__(services, version, parent)
        self.sheet: DecisionSheet | None = None
        self._bodies: BodiesShown | None = None
        self.parts = ChipRow(_("Parts of the decision"), single=True)
        self.decision = DecisionForm(self._write)
        self.signers = SignersView(self)
        self.reservations = ReservationsView(self)
        self.adoptions = AdoptionsView(self)
        self.files = FilesView(self)
        paper = Panel()
        paper.column.setContentsMargins(1, 4, 1, 4)
        paper.column.addWidget(self.decision)
        paper.setMaximumWidth(theme.current().space(_PAPER))
        self._views: dict[Part, QWidget] = {
            Part.DECISION: paper,
            Part.SIGNERS: self.signers,
            Part.RESERVATIONS: self.reservations,
            Part.ADOPTIONS: self.adoptions,
            Part.FILES: self.files,
        }
        self._stack = QStackedWidget()
        for view in self._views.values():
            self._stack.addWidget(view)
        space = theme.current().space
        column = fill(self, self.parts)
        column.addWidget(self._stack, 1)
        column.setContentsMargins(space(20), space(12), space(20), space(16))
        column.setSpacing(space(12))
        self.parts.picked.connect(self._pick)
        self.decision.refused.connect(services.notices.trouble)
        self.decision.freeze_asked.connect(self.ask_freeze)
        self.decision.decision_asked.connect(self.ask_decision)
        self.decision.version_asked.connect(self.start_version)
        self.decision.present_asked.connect(self.fill_present)

    # Showing

    @override
    def show_plan(self, read: PlanRead) -> None:
        """Show all parts."""
        workspace = self.services.workspace
        self.sheet = sheet = workspace.read(decision_sheet, read.plan.id)
        self._bodies = workspace.read(bodies_shown, workspace.now.astimezone().date())
        missing = sum(bool(row.missing) for row in read.measures)
        self.decision.show_sheet(sheet, self._bodies, missing=missing, is_locked=workspace.is_read_only)
        self.signers.show_sheet(sheet)
        self.reservations.show_sheet(sheet, read)
        self.adoptions.show_sheet(sheet, read)
        self.files.show_sheet(sheet)
        shown = self.parts.keys() or frozenset({Part.DECISION})
        self.parts.show_faces(
            [
                ChipFace(Part.DECISION, _("The decision")),
                ChipFace(Part.SIGNERS, _("Signatures"), len(sheet.signers)),
                ChipFace(Part.RESERVATIONS, _("Reservations"), len(sheet.reservations)),
                ChipFace(Part.ADOPTIONS, _("Municipalities"), len({row.municipality for row in sheet.adoptions})),
                ChipFace(Part.FILES, _("Files"), len(sheet.files)),
            ]
        )
        self.parts.set_keys(shown)

    def show_part(self, part: Part) -> None:
        """Show one part."""
        self.leave()
        self.parts.set_keys(frozenset({part}))
        self._stack.setCurrentWidget(self._views[part])

    def _pick(self, keys: frozenset[Any]) -> None:
        # One of them is always on: a second click does not switch it off.
        current = next((part for part, view in self._views.items() if view is self._stack.currentWidget()), None)
        self.show_part(Part(next(iter(keys), current or Part.DECISION)))

    @override
    def leave(self) -> bool:
        """Save what has been typed."""
        self.decision.finish()
        self.signers.finish()
        self.reservations.finish()
        self.adoptions.finish()
        return True

    # Acting

    def ask_freeze(self) -> FreezeDialog | None:
        """Ask which number the version gets, and freeze it."""
        self.leave()
        if self.read is None:
            return None
        plan = self.read.plan
        missing = sum(bool(measure.missing) for measure in self.read.measures)
        dialog = FreezeDialog(_suggested(plan.version), missing, self)
        dialog.check_with(lambda values: self.run(FreezePlan(plan=plan.id, version=values["version"])))
        dialog.open()
        return dialog

    def ask_decision(self) -> DecisionDialog | None:
        """Ask what was decided."""
        self.leave()
        if self.read is None or self._bodies is None:
            return None
        plan, workspace = self.read.plan, self.services.workspace
        today = workspace.now.astimezone().date()
        day = plan.decided_on or today
        values: dict[str, Any] = {name: getattr(plan, name) for name in ("outcome", "decided_at", "paragraph")}
        values |= {"body": plan.body, "decided_on": day, "present": plan.present, "absent": plan.absent}
        if plan.body is not None and not plan.present:
            likely = workspace.read(likely_present, plan.body, day)
            values |= {"present": likely.present, "absent": likely.absent}
        dialog = DecisionDialog(values, self._bodies, self)
        dialog.follow_body(partial(workspace.read, likely_present), day)
        dialog.check_with(partial(self._decide, plan.id, plan.deciding_body))
        dialog.open()
        return dialog

    def _decide(self, plan: Any, deciding_body: str, values: dict[str, Any]) -> None:
        self.run(DecidePlan(plan=plan, deciding_body=deciding_body, **values))

    def fill_present(self) -> None:
        """Fill in who sits in the deciding body on the day."""
        if self.read is None or self.read.plan.body is None:
            return
        plan, workspace = self.read.plan, self.services.workspace
        day = plan.decided_on or workspace.now.astimezone().date()
        likely = workspace.read(likely_present, self.read.plan.body, day)
        self.perform(
            EditPlan(plan=plan.id, changes={"present": likely.present, "absent": likely.absent}), offer_undo=True
        )

    def start_version(self) -> None:
        """Begin the next version."""
        if self.read is not None and self.read.plan.status is not PlanStatus.DRAFT:
            outcome = self.perform(StartPlanVersion(plan=self.read.plan.id), offer_undo=True)
            if outcome is not None:
                self.version.show(None)

    def _write(self, plan: Any, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self.run(EditPlan(plan=plan, changes=written(changes), is_typing=is_typing))


def _suggested(version: str) -> str:
    """Return the number a draft is likely to get: 0.9 becomes 1.0, later drafts keep theirs."""
    return "1.0" if version.startswith("0.") else version
