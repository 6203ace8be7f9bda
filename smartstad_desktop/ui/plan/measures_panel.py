"""The left side of the plan page: the plan as a whole, the measures in order, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.parts import Label, Panel, Rule, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.measure_list import MeasureList

_WIDTH = 330
_WIDEST = 390


class MeasuresPanel(Panel):
    """The list with its buttons; every one of them has a key or an entry in the menu as well."""

    plan_asked = Signal()
    add_asked = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        # Larger text is for reading; the list wraps, and leaves the room to the fields.
        self.setFixedWidth(min(theme.current().space(_WIDTH), _WIDEST))
        self.column.setContentsMargins(10, 10, 10, 10)
        self.plan_button = Button(_("The plan as a whole"), ButtonKind.QUIET, "file-text")
        self.plan_button.setCheckable(True)
        self.plan_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.plan_button.clicked.connect(self._ask_plan)
        self.list = MeasureList()
        self.list.hold_over(page)
        # A click on the measure that is chosen already brings it back from the plan as a whole.
        self.list.clicked.connect(self._choose_again)
        self.frozen = Label(
            _("Frozen. To change it, start a new version under “The plan as a whole”."),
            Type.CAPTION,
            role=Role.ATTENTION,
            wraps=True,
        )
        self.frozen.hide()
        foot = self._foot()
        self.column.addWidget(self.plan_button)
        self.column.addWidget(Rule())
        self.column.addWidget(self.frozen)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(Rule())
        self.column.addLayout(foot)

    def _foot(self) -> QHBoxLayout:
        self.add = Button(_("New measure"), icon="plus")
        self.add.clicked.connect(self.add_asked)
        self.up = icon_button("arrow-up", _("Move up"))
        self.down = icon_button("arrow-down", _("Move down"))
        self.remove = icon_button("trash-2", _("Remove from the plan"))
        self.up.clicked.connect(lambda: self.list.move_by(-1))
        self.down.clicked.connect(lambda: self.list.move_by(1))
        self.remove.clicked.connect(self.list.remove)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        for button in (self.up, self.down, self.remove):
            foot.addWidget(button)
        return foot

    def show_plan(self, read: PlanRead, *, is_open: bool) -> None:
        """Show the measures of a version; something is always chosen."""
        self.list.show_measures(read.measures, is_open=is_open)
        self.frozen.setVisible(read.plan.status is not PlanStatus.DRAFT)
        if self.list.current is None:
            self.list.choose(None)
        for button in (self.add, self.up, self.down, self.remove):
            button.setEnabled(is_open)

    def mark_plan(self, *, is_shown: bool) -> None:
        """Show whether the right side shows the plan as a whole."""
        self.plan_button.setChecked(is_shown)
        if is_shown:
            self.list.clearSelection()

    def _choose_again(self) -> None:
        self.list.chosen.emit(self.list.current)

    def _ask_plan(self) -> None:
        self.plan_button.setChecked(True)
        self.plan_asked.emit()
