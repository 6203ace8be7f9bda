"""The register of testbeds as a table, with the chosen one beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from smartstad_desktop.domain.testbeds.testbeds import Nature, check_testbed
from smartstad_desktop.reads.testbeds.testbeds import TestbedRow, TestbedsShown
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.fields import ChoiceField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import fill, offer, side_by_side
from smartstad_desktop.ui.kit.parts import EmptyState
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.ui.testbeds.testbed_form import TestbedForm
from smartstad_desktop.usecases.testbeds.testbeds import AddTestbed, EditTestbed, RemoveTestbeds


class TestbedsView(QWidget):
    """Shows testbeds; asks for commands."""

    #: A command, and whether an undo is to be offered with it.
    requested = Signal(object, bool)
    #: Carries the testbed that a case is to be begun in.
    case_wanted = Signal(int)

    def __init__(self, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._shown: TestbedsShown | None = None
        self._words = ""
        self._dialog: Dialog | None = None
        self._around: object = None
        self.form: TestbedForm | None = None
        self.rows = RowsModel[TestbedRow](self._columns(), key=lambda row: row.id, accessible=self._spoken, parent=self)
        self.table = RecordsTable(self.rows, _("Testbeds"), (200, 170, 130, 140, 84, 130))
        self.side = Side(_("Choose a testbed to see and change it."))
        self._places = QStackedWidget()
        self._arrange()

    def _columns(self) -> list[Column[TestbedRow]]:
        return [
            Column(field_name("name"), lambda row: row.name),
            Column(field_name("owner"), self._owner),
            Column(_("Kind"), kind_of),
            Column(field_name("place"), lambda row: row.place),
            Column(_("Cases"), lambda row: current().number(row.cases) if row.cases else "", is_number=True),
            Column(_("Still to be told"), _lacking),
        ]

    def _owner(self, row: TestbedRow) -> str:
        return "" if self._shown is None else self._shown.owner(row)

    def _arrange(self) -> None:
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self.edit)
        self.table.deleting.connect(self.delete)
        self._places.addWidget(self.table)
        self._places.addWidget(self._empty())
        splitter = side_by_side(self._places, self.side, self.side.preferred_width)
        fill(self, splitter)

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "flask-conical",
            _("No testbeds yet"),
            _(
                "A testbed is a physical or virtual environment where companies and others can try products, services "
                "and ways of working. Write down which ones the municipalities can offer."
            ),
        )
        offer(made, _("Add testbed"), self.add_testbed)
        return made

    # What the page asks

    def show_testbeds(self, shown: TestbedsShown) -> None:
        """Show the testbeds as they are now."""
        self._shown = shown
        self._places.setCurrentIndex(0 if shown.testbeds else 1)
        self._show_rows()
        self.table.choose_first()
        self._show_chosen()

    def look_for(self, words: str) -> None:
        """Show only testbeds that hold all *words*."""
        self._words = words
        self._show_rows()

    def finish(self) -> None:
        """Save what is being typed."""
        if self.form is not None:
            self.form.finish()

    def choose(self, testbed: int) -> None:
        """Choose a testbed."""
        self.table.choose(testbed)
        self._show_chosen()

    def add_testbed(self) -> None:
        """Ask for a new testbed."""
        if self._shown is None:
            return
        dialog = self._dialog = Dialog(_("Add a testbed"), _("Add testbed"), self)
        towns = [(None, "–"), *((town.id, town.name) for town in self._shown.towns.values())]
        dialog.add(
            TextField("name", field_name("name")),
            ChoiceField("nature", field_name("nature"), [(each, label(each)) for each in Nature]),
            ChoiceField("municipality_id", field_name("municipality_id"), towns),
        )
        dialog.fields["nature"].set_value(Nature.PHYSICAL)
        dialog.fields["municipality_id"].set_value(None)
        dialog.check_with(lambda values: check_testbed(values["name"]))
        dialog.confirmed.connect(self._add)
        dialog.open()

    def edit(self) -> None:
        """Let the user write in the chosen testbed."""
        self._show_chosen()
        if self.form is not None:
            self.form.edit("name")

    def delete(self) -> None:
        """Remove the chosen testbeds; the notice offers to undo."""
        chosen = self.table.chosen_rows()
        if chosen:
            self.requested.emit(RemoveTestbeds(testbeds=tuple(row.id for row in chosen)), True)

    # Inside

    def _add(self, values: dict[str, Any]) -> None:
        self.choose(int(self._run(AddTestbed(fields=values)).value))

    def _write(self, testbed: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self._run(EditTestbed(testbed=testbed, changes=changes, is_typing=is_typing))

    def _show_rows(self) -> None:
        if self._shown is not None:
            self.rows.show(row for row in self._shown.testbeds if self._holds(row))

    def _holds(self, row: TestbedRow) -> bool:
        text = f"{self._spoken(row)} {row.what} {row.access} {row.constraints}".casefold()
        return all(word in text for word in self._words.casefold().split())

    def _spoken(self, row: TestbedRow) -> str:
        parts = (row.name, self._owner(row), kind_of(row), row.place, _lacking(row))
        return ", ".join(part for part in parts if part)

    def _show_chosen(self, *_selection: object) -> None:
        chosen, shown = self.table.chosen_rows(), self._shown
        if len(chosen) != 1 or shown is None:
            self.side.show_nothing()
            return
        around = (shown.towns, shown.organisations)
        if self.form is None or self._around != around:
            self.finish()
            self._around = around
            self.form = TestbedForm(self._write, shown)
            self.form.deleting.connect(self.delete)
            self.form.case_wanted.connect(self._want_case)
        self.form.show_testbed(chosen[0])
        self.side.show_form(self.form)

    def _want_case(self) -> None:
        chosen = self.table.chosen_rows()
        if chosen:
            self.case_wanted.emit(chosen[0].id)


def kind_of(row: TestbedRow) -> str:
    """Return what kind of testbed it is, in a line."""
    parts = (label(row.nature), label(row.environment).lower() if row.environment else "")
    told = ", ".join(part for part in parts if part)
    return told if row.is_active else _("{kind} (not in use)", kind=told)


def _lacking(row: TestbedRow) -> str:
    return ", ".join(field_name(name).lower() for name in row.lacks)
