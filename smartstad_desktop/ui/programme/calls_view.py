"""Open calls as a table, with the chosen one and its applications beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from smartstad_desktop.reads.programme.calls import CallRow, CallsShown
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.time_words import span_words
from smartstad_desktop.ui.kit.fields import LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import fill, offer, side_by_side
from smartstad_desktop.ui.kit.parts import EmptyState
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.ui.programme.call_form import CallForm
from smartstad_desktop.usecases.programme.calls import AddCall, EditCall, RemoveCalls


class CallsView(QWidget):
    """Shows calls; asks for commands."""

    #: A command, and whether an undo is to be offered with it.
    requested = Signal(object, bool)

    def __init__(self, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._shown: CallsShown | None = None
        self._towns: object = None
        self._dialog: Dialog | None = None
        self.form: CallForm | None = None
        self.rows = RowsModel[CallRow](self._columns(), key=lambda row: row.id, parent=self)
        self.table = RecordsTable(self.rows, _("Open calls"), (240, 170, 210, 90, 90))
        self.side = Side(_("Choose a call to see and change it."))
        self._places = QStackedWidget()
        self._places.addWidget(self.table)
        self._places.addWidget(self._empty())
        splitter = side_by_side(self._places, self.side, self.side.preferred_width)
        fill(self, splitter)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._edit)
        self.table.deleting.connect(self.remove)

    def _columns(self) -> list[Column[CallRow]]:
        return [
            Column(_("Call"), lambda row: row.name),
            Column(_("Made by"), self._maker),
            Column(_("When"), lambda row: span_words(row.opens_on, row.closes_on) or "–"),
            Column(_("Applicants"), lambda row: current().number(row.applied), is_number=True),
            Column(_("Selected applicants"), lambda row: current().number(row.selected), is_number=True),
        ]

    def _maker(self, row: CallRow) -> str:
        towns = {} if self._shown is None else self._shown.towns
        town = None if row.municipality is None else towns.get(row.municipality)
        return row.issuer or (town.name if town is not None else "–")

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "megaphone",
            _("No open calls yet"),
            _("When the programme or a municipality asks for partners or pilots, write the call and who applied."),
        )
        offer(made, _("Add call"), self.add)
        return made

    def show_calls(self, shown: CallsShown) -> None:
        """Show the calls as they are now."""
        self._shown = shown
        self._places.setCurrentIndex(0 if shown.calls else 1)
        self.side.setVisible(bool(shown.calls))
        self.rows.show(shown.calls)
        self.table.choose_first()
        self._show_chosen()

    def choose(self, call: int) -> None:
        """Choose a call."""
        self.table.choose(call)
        self._show_chosen()

    def finish(self) -> None:
        """Save what is being typed."""
        if self.form is not None:
            self.form.finish()

    def add(self) -> None:
        """Ask for a new call."""
        dialog = self._dialog = Dialog(_("Add a call"), _("Add call"), self)
        dialog.add(
            TextField("name", _("What the call is called")), LongTextField("what", _("What is asked for"), lines=3)
        )

        def write(values: dict[str, Any]) -> None:
            self.choose(int(self._run(AddCall(fields=values)).value))

        dialog.check_with(write)
        dialog.open()

    def remove(self) -> None:
        """Remove the chosen calls; the notice offers to undo."""
        chosen = tuple(row.id for row in self.table.chosen_rows())
        if chosen:
            self.requested.emit(RemoveCalls(calls=chosen), True)

    def _edit(self) -> None:
        if self.form is not None:
            self.form.edit("name")

    def _write(self, call: Any, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self._run(EditCall(call=call, changes=changes, is_typing=is_typing))

    def _show_chosen(self, *_selection: object) -> None:
        chosen, shown = self.table.chosen_rows(), self._shown
        if len(chosen) != 1 or shown is None:
            self.side.show_nothing()
            return
        if self.form is None or self._towns != shown.towns:
            self.finish()
            self._towns = shown.towns
            self.form = CallForm(self._write, list(shown.towns.values()))
            self.form.deleting.connect(self.remove)
            self.form.requested.connect(self.requested)
        self.form.show_call(chosen[0])
        self.side.show_form(self.form)
