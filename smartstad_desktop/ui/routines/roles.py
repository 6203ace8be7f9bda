"""The roles that a routine asks for, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.versions import ROLE_FIELDS, RoleText, RoutineText, cleaned
from smartstad_desktop.reads.testbeds.routines import RoutineSheet
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import LineField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.fields import TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.part_list import PartCard, PartList
from smartstad_desktop.ui.kit.parts import EmptyState, Label, Panel, Type
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.routines.forms import in_languages, set_open
from smartstad_desktop.usecases.testbeds.routine_parts import AddRoutineRole, EditRoutineRole, RemoveRoutineRole


class _RoleCard(PartCard):
    """A role: its name in three languages, and how many points it has."""

    def __init__(self, row: int, page: Page) -> None:
        super().__init__(row, lambda role, changes, typing: _edit(page, role, changes, is_typing=typing))
        fields = [
            LineField("name_sv", _("Role")),
            LineField("name_nb", _("In Norwegian")),
            LineField("name_en", _("In English")),
        ]
        self.column.addWidget(FieldRow(*fields))
        self.points = Label("", Type.CAPTION, role=Role.INK_SOFT)
        self.points.setIndent(theme.current().space(7))
        self.column.addWidget(self.points)
        self.register(*fields)
        self.up_button.hide()
        self.down_button.hide()

    def show_points(self, count: int, *, is_open: bool) -> None:
        """Say how many points the role has, and let it be changed or only read."""
        self.points.setText(ngettext("{count} point", "{count} points", count) if count else _("No point yet"))
        self.remove_button.setVisible(is_open)
        set_open(self, is_open=is_open)


def _edit(page: Page, role: int, changes: Mapping[str, Any], *, is_typing: bool) -> None:
    page.run(EditRoutineRole(role=role, changes=changes, is_typing=is_typing))


class RolesView(QWidget):
    """Shows the roles of a version; a draft's can be changed here."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._routine = 0
        self._dialog: Dialog | None = None
        self.list = PartList(_("Add role"), lambda row: _RoleCard(row, page))
        self.list.adding.connect(self.add_role)
        self.list.removing.connect(self._remove)
        space = theme.current().space
        sheet = ScrollSheet()
        sheet.column.setContentsMargins(space(18), space(14), space(18), space(14))
        sheet.column.addWidget(self.list)
        sheet.column.addStretch(1)
        panel = Panel()
        panel.column.setContentsMargins(1, 1, 1, 1)
        panel.column.addWidget(sheet)
        self.empty = EmptyState(
            "users",
            _("No roles"),
            _("This routine was made before roles were noted. Begin a draft to add those who see to the points."),
        )
        self._places = QStackedWidget()
        self._places.addWidget(panel)
        self._places.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._places)

    def show_sheet(self, sheet: RoutineSheet) -> None:
        """Show the roles as they are now."""
        self._routine = sheet.row.id
        roles = sheet.text.roles
        self.list.show_parts([(role.id, in_languages("name", role.name)) for role in roles])
        for role in roles:
            card = self.list.cards[role.id]
            if isinstance(card, _RoleCard):
                card.show_points(_points_of(sheet.text, role), is_open=sheet.is_open)
        self.list.add_button.setVisible(sheet.is_open)
        self._places.setCurrentIndex(0 if roles or sheet.is_draft else 1)

    def finish(self) -> None:
        """Save what is being typed."""
        self.list.finish()

    def add_role(self) -> None:
        """Ask for a new role."""
        dialog = self._dialog = Dialog(_("Add a role"), _("Add role"), self)
        dialog.add(TextField("name_sv", _("Role")))
        dialog.check_with(lambda values: cleaned(ROLE_FIELDS, "name_sv", values["name_sv"]))
        dialog.confirmed.connect(self._add)
        dialog.open()

    def _add(self, values: dict[str, Any]) -> None:
        self._page.perform(AddRoutineRole(routine=self._routine, fields=values))

    def _remove(self, role: int) -> None:
        self._page.perform(RemoveRoutineRole(role=role), offer_undo=True)


def _points_of(routine: RoutineText, role: RoleText) -> int:
    return sum(point.role == role.key for stage in routine.stages for point in stage.points)
