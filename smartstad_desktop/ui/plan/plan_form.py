"""What is said about the plan as a whole: name, years, summary, decision, what was not prioritised, versions."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.plan.plan import PlanStatus, short_print
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.fields import Field, LongTextField, TextField
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.fields import SelfSaving, YearField, lay_out
from smartstad_desktop.usecases.plan.plan import EditPlan

#: What can still be filled in between freezing and approval.
_DECISION = ("deciding_body", "decided_at", "present", "dissent")


class PlanForm(Panel):
    """The plan as a whole. It asks for changes and shows at the field why one was refused."""

    #: Carries an ``EditPlan``.
    requested = Signal(object)
    freeze_asked = Signal()
    approval_asked = Signal()
    version_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: PlanId | None = None
        self.saving = SelfSaving(self)
        self.saving.save.connect(self._ask)
        self.column.addWidget(Label(_("The plan as a whole"), Type.STRONG, Weight.SEMIBOLD))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.current().space(16))
        self._grid.setVerticalSpacing(theme.current().space(10))
        self.column.addLayout(self._grid)
        self._state = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.column.addWidget(self._state)
        self.column.addLayout(self._versions())
        self.column.addStretch(1)
        self._build()

    def _build(self) -> None:
        rows: tuple[tuple[tuple[Field, int], ...], ...] = (
            ((TextField("title", _("Name")), 6), (TextField("subtitle", _("Line on the cover")), 6)),
            (
                (YearField("first_year", _("First year")), 3),
                (YearField("last_year", _("Last year")), 3),
                (TextField("case_number", _("Case number")), 6),
            ),
            ((LongTextField("summary", _("Summary"), lines=5), 12),),
            ((LongTextField("not_prioritised", _("Not prioritised, and why"), lines=3), 12),),
            (
                (TextField("deciding_body", _("Who decides"), placeholder=_("Steering group")), 6),
                (TextField("decided_at", _("Where it is decided")), 6),
            ),
            ((LongTextField("clauses", _("Clauses, one per line"), lines=3, hint=_("Empty: the usual two.")), 12),),
            ((TextField("present", _("Present")), 6), (TextField("dissent", _("Dissent")), 6)),
        )
        lay_out(self._grid, rows)
        for fields in rows:
            self.saving.watch(*(field for field, _span in fields))

    def _versions(self) -> QHBoxLayout:
        self.freeze = Button(_("Freeze version…"), icon="lock")
        self.approve = Button(_("Approved by the steering group…"), icon="check")
        self.next_version = Button(_("Start a new version"), icon="file-plus-2")
        self.freeze.clicked.connect(self.freeze_asked)
        self.approve.clicked.connect(self.approval_asked)
        self.next_version.clicked.connect(self.version_asked)
        row = QHBoxLayout()
        for button in (self.freeze, self.approve, self.next_version):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def show_plan(self, read: PlanRead) -> None:
        """Show a version and what can be done with it."""
        plan = read.plan
        is_other = plan.id != self._plan
        self._plan = plan.id
        values: dict[str, Any] = {name: getattr(plan, name) for name in self.saving.fields if name != "clauses"}
        self.saving.show(values | {"clauses": "\n".join(plan.clauses)}, is_other=is_other)
        self.saving.enable(is_open=plan.status is PlanStatus.DRAFT)
        if plan.status is PlanStatus.FOR_APPROVAL:
            for name in _DECISION:
                self.saving.fields[name].setEnabled(True)
        self.freeze.setVisible(plan.status is PlanStatus.DRAFT)
        self.approve.setVisible(plan.status is PlanStatus.FOR_APPROVAL)
        self.next_version.setVisible(plan.status is not PlanStatus.DRAFT)
        status = label(plan.status)
        print_ = short_print(read.fingerprint)
        self._state.setText(
            _("Version {version}. {status}. Fingerprint {print}.", version=plan.version, status=status, print=print_)
        )

    def finish(self) -> None:
        """Save what has been typed."""
        self.saving.finish()

    def refuse(self, error: DomainError) -> bool:
        """Show why a change was refused at its field; return whether it has one here."""
        return self.saving.refuse(error)

    def _ask(self, name: str, value: Any, is_typing: bool) -> None:  # noqa: FBT001  the signal's third argument
        if self._plan is not None:
            given = value.splitlines() if name == "clauses" else value
            self.requested.emit(EditPlan(plan=self._plan, changes={name: given}, is_typing=is_typing))
