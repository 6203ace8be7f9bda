"""Digital services on the market as a table, with the chosen one beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from smartstad_desktop.reads.services import ServiceRow, ServicesShown
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import fill, offer, side_by_side
from smartstad_desktop.ui.kit.parts import EmptyState
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.ui.needs import dialogs
from smartstad_desktop.ui.needs.service_form import ServiceForm
from smartstad_desktop.usecases.inventory.services import AddService, DeleteServices, EditService


class ServicesView(QWidget):
    """Shows services; asks for commands."""

    #: A command, and whether an undo is to be offered with it.
    requested = Signal(object, bool)

    def __init__(self, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._shown: ServicesShown | None = None
        self._words = ""
        self._dialog: Dialog | None = None
        self._towns: object = None
        self.form: ServiceForm | None = None
        self.rows = RowsModel[ServiceRow](self._columns(), key=lambda row: row.id, accessible=_spoken, parent=self)
        self.table = RecordsTable(self.rows, _("Digital services"), (250, 150, 190, 110, 130, 80))
        self.side = Side(_("Choose a service to see and change it."))
        self._places = QStackedWidget()
        self._arrange()

    def _columns(self) -> list[Column[ServiceRow]]:
        return [
            Column(field_name("name"), lambda row: row.name),
            Column(field_name("supplier"), lambda row: row.supplier),
            Column(field_name("uses"), self._used_by),
            Column(_("Cost"), lambda row: label(row.cost_class) if row.cost_class else ""),
            Column(_("First contract ends"), lambda row: current().day(row.first_end) if row.first_end else ""),
            Column(_("Needs"), lambda row: current().number(len(row.covers)) if row.covers else "", is_number=True),
        ]

    def _used_by(self, row: ServiceRow) -> str:
        towns = {} if self._shown is None else self._shown.towns
        return ", ".join(towns[use.municipality].name for use in row.uses if use.municipality in towns)

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
            "layers",
            _("No services yet"),
            _("Write down which digital services there are on the market, who uses them and when the contracts end."),
        )
        offer(made, _("Add service"), self.add_service)
        return made

    # What the page asks

    def show_services(self, shown: ServicesShown) -> None:
        """Show the services as they are now."""
        self._shown = shown
        self._places.setCurrentIndex(0 if shown.services else 1)
        self._show_rows()
        self.table.choose_first()
        self._show_chosen()

    def look_for(self, words: str) -> None:
        """Show only services that hold all *words*."""
        self._words = words
        self._show_rows()

    def finish(self) -> None:
        """Save what is being typed."""
        if self.form is not None:
            self.form.finish()

    def choose(self, service: int) -> None:
        """Choose a service."""
        self.table.choose(service)
        self._show_chosen()

    def add_service(self) -> None:
        """Ask for a new service."""
        self._dialog = dialogs.new_service(self._add, self)

    def edit(self) -> None:
        """Let the user write in the chosen service."""
        self._show_chosen()
        if self.form is not None:
            self.form.edit("name")

    def delete(self) -> None:
        """Delete the chosen services; the notice offers to undo."""
        chosen = self._chosen()
        if chosen:
            self.requested.emit(DeleteServices(services=tuple(row.id for row in chosen)), True)

    # Inside

    def _add(self, values: dict[str, Any]) -> None:
        outcome = self._run(AddService(fields={**values, "content_language": current().language}))
        self.choose(int(outcome.value))

    def _write(self, service: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self._run(EditService(service=service, changes=changes, is_typing=is_typing))

    def _show_rows(self) -> None:
        if self._shown is not None:
            self.rows.show(row for row in self._shown.services if _holds(row, self._words))

    def _chosen(self) -> list[ServiceRow]:
        return self.table.chosen_rows()

    def _show_chosen(self, *_selection: object) -> None:
        chosen, shown = self._chosen(), self._shown
        if len(chosen) != 1 or shown is None:
            self.side.show_nothing()
            return
        if self.form is None or self._towns != shown.towns:
            self.finish()
            self._towns = shown.towns
            self.form = ServiceForm(self._write, shown)
            self.form.deleting.connect(self.delete)
        self.form.show_service(chosen[0])
        self.side.show_form(self.form)


def _holds(row: ServiceRow, words: str) -> bool:
    text = f"{row.name} {row.supplier} {row.what} {row.comment}".casefold()
    return all(word in text for word in words.casefold().split())


def _spoken(row: ServiceRow) -> str:
    return ", ".join(part for part in (row.name, row.supplier) if part)
