"""Which municipality works by which version, since when, whom to ask, and what it does otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from smartstad_desktop.domain.testbeds.routines import RoutineState
from smartstad_desktop.reads.testbeds.adoption import AdoptionRow, adoptions
from smartstad_desktop.reads.testbeds.routines import RoutineSheet, VersionRow
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.frames import fill
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.parts import Panel
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.routines.adoption_form import AdoptionForm, NotAdopted
from smartstad_desktop.usecases.testbeds.adoption import AdoptLocally, EditAdoption, WithdrawAdoption


class AdoptionView(QWidget):
    """The municipalities in a table, the chosen one beside it."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._sheet: RoutineSheet | None = None
        self._all: tuple[AdoptionRow, ...] = ()
        self.rows = RowsModel[AdoptionRow](
            [
                Column(_("Municipality"), lambda row: row.name),
                Column(_("Works by"), works_by),
                Column(_("Since"), lambda row: current().day(row.adopted_on) if row.adopted_on else ""),
                Column(_("Contact (role)"), lambda row: row.contact_role),
                Column(_("Case number"), lambda row: row.case_number),
                Column(_("Deviations"), lambda row: str(len(row.deviations) or ""), is_number=True),
            ],
            key=lambda row: row.municipality,
            accessible=lambda row: f"{row.name}, {works_by(row)}",
            parent=self,
        )
        self.table = RecordsTable(
            self.rows, _("Municipalities and the version they work by"), (170, 170, 130, 160, 120, 96)
        )
        self.form = AdoptionForm(page, self._write)
        self.not_adopted = NotAdopted()
        self.side = QStackedWidget()
        for part in (QWidget(), self.not_adopted, self.form):
            self.side.addWidget(part)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.table)
        both.addWidget(self.side)
        self.side.setMinimumWidth(theme.current().space(320))
        both.setStretchFactor(0, 1)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(1)
        both.setSizes([10_000, theme.current().space(380)])
        panel = Panel()
        panel.column.setContentsMargins(1, 1, 1, 1)
        panel.column.addWidget(both)
        fill(self, panel)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._edit)
        self.table.deleting.connect(self.withdraw)
        self.not_adopted.adopting.connect(self.adopt)
        self.form.adopting.connect(self.adopt)
        self.form.withdrawing.connect(self.withdraw)

    def show_sheet(self, sheet: RoutineSheet) -> None:
        """Show the municipalities as they are now."""
        self._sheet = sheet
        self._all = self._page.services.workspace.read(adoptions, sheet.row.family)
        self.rows.show(self._all)
        self.table.choose_first()
        self._show_chosen()

    def finish(self) -> None:
        """Save what is being typed."""
        self.form.finish()

    def adopt(self) -> None:
        """Let the chosen municipality work by the version in force from today."""
        row, version = self._chosen(), self._in_force()
        if row is not None and version is not None:
            today = self._page.services.workspace.now.astimezone().date()
            self._page.perform(
                AdoptLocally(routine=version.id, municipality=row.municipality, changes={"adopted_on": today}),
                offer_undo=True,
            )

    def withdraw(self) -> None:
        """Note that the chosen municipality does not work by the routine any more."""
        row = self._chosen()
        if row is not None and row.id is not None:
            self._page.perform(WithdrawAdoption(adoption=row.id), offer_undo=True)

    # Inside

    @property
    def _is_open(self) -> bool:
        return self._sheet is not None and not self._sheet.is_locked

    def _chosen(self) -> AdoptionRow | None:
        chosen = self.table.chosen_rows()
        return chosen[0] if len(chosen) == 1 else None

    def _in_force(self) -> VersionRow | None:
        if self._sheet is None:
            return None
        return next((row for row in self._sheet.versions if row.state is RoutineState.ADOPTED), None)

    def _show_chosen(self) -> None:
        row = self._chosen()
        if row is None:
            self.side.setCurrentIndex(0)
        elif row.id is None:
            self.form.finish()
            self.not_adopted.show_row(row.name, self._in_force(), is_open=self._is_open)
            self.side.setCurrentWidget(self.not_adopted)
        else:
            self.form.show_row(row, self._in_force(), is_open=self._is_open)
            self.side.setCurrentWidget(self.form)

    def _edit(self) -> None:
        if self.side.currentWidget() is self.form:
            self.form.edit("adopted_on")

    def _write(self, adoption: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self._page.run(EditAdoption(adoption=adoption, changes=changes, is_typing=is_typing))


def works_by(row: AdoptionRow) -> str:
    """Return which version a municipality works by."""
    if row.id is None:
        return _("Not adopted")
    version = _("Version {version}", version=row.version)
    return _("{version} (replaced)", version=version) if row.is_behind else version
