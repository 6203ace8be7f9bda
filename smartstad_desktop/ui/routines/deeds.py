"""What can be done with a version of a routine, and the questions that come before it."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from smartstad_desktop.domain.testbeds.routines import RoutineKind, RoutineState
from smartstad_desktop.domain.testbeds.versions import ROUTINE_FIELDS, check_version, cleaned
from smartstad_desktop.reads.testbeds.routine_cases import case_moves
from smartstad_desktop.reads.testbeds.routines import RoutineSheet
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons
from smartstad_desktop.ui.kit.fields import CheckField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.routines.versions import AdoptDialog
from smartstad_desktop.usecases.testbeds.routine_versions import AdoptRoutine, MoveCasesToVersion, StartRoutineVersion
from smartstad_desktop.usecases.testbeds.routines import AddRoutine, EditRoutine, RemoveRoutine


class DeskHost(Protocol):
    """What the deeds need of the desk."""

    sheet: RoutineSheet | None
    kind: RoutineKind

    def show_routine(self, routine: int) -> None:
        """Show another version."""
        ...

    def finish(self) -> None:
        """Save what is being typed."""
        ...


class RoutineDeeds(QObject):
    """Asks and runs for the desk, which is the *page* too."""

    def __init__(self, page: Page, desk: DeskHost) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._dialog: Dialog | None = None

    def go_on(self) -> None:
        """Do what comes next: begin a draft, go to the one there is, or adopt it."""
        sheet = self._desk.sheet
        if sheet is None:
            return
        if sheet.is_draft:
            self.ask_adoption()
            return
        held = next((row for row in sheet.versions if row.state is RoutineState.DRAFT), None)
        if held is not None:
            self._desk.show_routine(held.id)
            return
        outcome = self._page.perform(StartRoutineVersion(routine=sheet.row.id))
        if outcome is not None:
            self._desk.show_routine(int(outcome.value))

    def ask_adoption(self) -> None:
        """Ask from when the draft is in force, and which cases come along."""
        sheet, workspace = self._desk.sheet, self._page.services.workspace
        if sheet is None:
            return
        self._desk.finish()
        moves, routine = workspace.read(case_moves, sheet.row.id), sheet.row.id
        today = workspace.now.astimezone().date()
        title = _("Adopt version {version}", version=sheet.row.version)
        dialog = AdoptDialog(title, _("Adopt"), moves, today, self._page)

        def adopt(values: dict[str, Any]) -> None:
            day = values["adopted_on"] or today
            command = AdoptRoutine(routine=routine, adopted_on=day, cases=dialog.cases())
            self._page.perform(command, offer_undo=True)

        dialog.confirmed.connect(adopt)
        self._open(dialog)

    def ask_cases(self) -> None:
        """Ask which cases of earlier versions shall go on in this one."""
        sheet = self._desk.sheet
        if sheet is None:
            return
        routine = sheet.row.id
        moves = self._page.services.workspace.read(case_moves, routine)
        title = _("Move cases to version {version}", version=sheet.row.version)
        dialog = AdoptDialog(title, _("Move cases"), moves, None, self._page)

        def move(_values: dict[str, Any]) -> None:
            if dialog.cases():
                self._page.perform(MoveCasesToVersion(cases=dialog.cases(), routine=routine), offer_undo=True)

        dialog.confirmed.connect(move)
        self._open(dialog)

    def ask_facts(self) -> None:
        """Ask for the name and the number of the draft."""
        sheet = self._desk.sheet
        if sheet is None:
            return
        row = sheet.row
        dialog = Dialog(_("Name and number of the draft"), _("Save"), self._page)
        dialog.add(
            TextField("name_sv", _("Name")),
            TextField("name_nb", _("In Norwegian")),
            TextField("name_en", _("In English")),
            TextField("version", _("Version number")),
            TextField("note", _("What is new in it")),
        )
        words = {"name_sv": row.name.sv, "name_nb": row.name.nb, "name_en": row.name.en}
        for name, value in (words | {"version": row.version, "note": row.note}).items():
            dialog.fields[name].set_value(value)
        taken = frozenset(each.version for each in sheet.versions if each.id != row.id)

        def check(values: dict[str, Any]) -> None:
            for name, value in values.items():
                cleaned(ROUTINE_FIELDS, name, value)
            check_version(values["version"], taken)

        def write(values: dict[str, Any]) -> None:
            self._page.perform(EditRoutine(routine=row.id, changes=values))

        dialog.check_with(check)
        dialog.confirmed.connect(write)
        self._open(dialog)

    def add_routine(self) -> None:
        """Ask for a routine of its own."""
        dialog = Dialog(_("New routine"), _("Begin"), self._page)
        dialog.add(TextField("name", _("Name")))
        if self._desk.sheet is not None:
            dialog.add(CheckField("is_copy", _("Begin with all that stands in this one")))
            dialog.fields["is_copy"].set_value(True)
        dialog.check_with(lambda values: cleaned(ROUTINE_FIELDS, "name_sv", values["name"]))
        dialog.confirmed.connect(self._add)
        self._open(dialog)

    def remove(self) -> None:
        """Take the version away."""
        if self._desk.sheet is not None:
            self._page.perform(RemoveRoutine(routine=self._desk.sheet.row.id), offer_undo=True)

    def fill(self, menu: QMenu) -> None:
        """Offer what can be done with the version that is shown."""
        menu.clear()
        sheet = self._desk.sheet
        if sheet is None:
            return
        if sheet.is_draft:
            menu.addAction(icons.icon("pencil"), _("Name and number of the draft…")).triggered.connect(self.ask_facts)
        if sheet.row.state is RoutineState.ADOPTED:
            cases = menu.addAction(icons.icon("arrow-right"), _("Move cases to this version…"))
            cases.triggered.connect(self.ask_cases)
            cases.setEnabled(bool(self._page.services.workspace.read(case_moves, sheet.row.id)))
        menu.addAction(icons.icon("plus"), _("New routine…")).triggered.connect(self.add_routine)
        menu.addSeparator()
        gone = menu.addAction(icons.icon("trash-2"), _("Remove this version"))
        gone.triggered.connect(self.remove)
        gone.setEnabled(not sheet.row.cases and not sheet.row.municipalities)

    def _open(self, dialog: Dialog) -> None:
        self._dialog = dialog
        dialog.open()

    def _add(self, values: dict[str, Any]) -> None:
        sheet = self._desk.sheet
        like = sheet.row.id if sheet is not None and values.get("is_copy") else None
        outcome = self._page.perform(AddRoutine(kind=self._desk.kind, name=values["name"], like=like))
        if outcome is not None:
            self._desk.show_routine(int(outcome.value))
