"""Who holds the roles of the routine in a case, written in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartstad_desktop.reads.testbeds.case_rows import RoleRow
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import LineField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.testbeds.case_roles import SetCaseRole


class RolesBox(Panel):
    """One field per role: the function or unit that holds it."""

    def __init__(self, perform: Callable[[Command], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._perform = perform
        self._case = 0
        self._known: dict[int, RoleRow] = {}
        self.fields: dict[int, LineField] = {}
        self.column.addWidget(Label(_("Roles"), Type.STRONG, Weight.BOLD))
        hint = _("Write functions and units, not names of people: head of home care, IT security.")
        self.hint = Label(hint, Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.column.addWidget(self.hint)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.current().space(6))
        self.column.addLayout(self._lines)
        self.column.addStretch(1)

    def show_roles(self, case: int, roles: Sequence[RoleRow]) -> None:
        """Show who holds the roles of a case."""
        if case != self._case or [role.id for role in roles] != list(self._known):
            self.finish()
            self._make(roles)
        self._case, self._known = case, {role.id: role for role in roles}
        for role in roles:
            self.fields[role.id].set_value(role.holder)
            is_more = role.shown != role.holder
            self.fields[role.id].editor.setToolTip(role.shown if is_more else "")
        if not roles:
            self.hint.setText(_("The routine names no roles."))

    def finish(self) -> None:
        """Save what is being typed."""
        for field in self.fields.values():
            field.commit()

    def _make(self, roles: Sequence[RoleRow]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {role.id: LineField(f"role_{role.id}", role.name) for role in roles}
        made = list(self.fields.items())
        for role, field in made:
            field.edited.connect(partial(self._set, role))
        for first in range(0, len(made), 2):
            self._lines.addWidget(FieldRow(*(field for _role, field in made[first : first + 2])))

    def _set(self, role: int, holder: str) -> None:
        known = self._known[role]
        command = SetCaseRole(
            case=self._case, role=role, holder=holder, organisation=known.organisation, person=known.person
        )
        self._perform(command)
