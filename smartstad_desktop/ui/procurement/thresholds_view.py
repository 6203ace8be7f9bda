"""The limits of procurement law as a table, with the chosen one to correct beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from smartstad_desktop.domain.procurement.procurement import Category, Certainty, Law, ThresholdRule
from smartstad_desktop.domain.procurement.thresholds import THRESHOLD_FIELDS, Threshold, check_threshold
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.procurement.words import amount, holds_line
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField, NumberField
from smartstad_desktop.ui.kit.fields import ChoiceField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import fill, offer, side_by_side
from smartstad_desktop.ui.kit.parts import EmptyState, Label, Type, Weight
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.procurement.thresholds import AddThreshold, EditThreshold, RemoveThresholds

_COUNTRIES: Final = ("SE", "NO", "DK", "FI")
_CURRENCIES: Final = ("SEK", "NOK", "EUR", "DKK")


class ThresholdForm(RecordForm):
    """All fields of one limit."""

    deleting = Signal()

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        self.doubt = Label("", Type.BODY, Weight.SEMIBOLD, Role.ATTENTION, wraps=True)
        self.column.addWidget(self.doubt)
        self.add(CalmChoice("rule", field_name("rule"), [(each, label(each)) for each in ThresholdRule]))
        self.pair(
            NumberField("amount", field_name("amount")),
            CalmChoice("currency", field_name("currency"), [(each, each) for each in _CURRENCIES]),
            CalmChoice("country", field_name("country"), [(each, each) for each in _COUNTRIES]),
            CalmChoice("law", field_name("law"), [(each, label(each)) for each in Law]),
        )
        self.add(CalmChoice("category", field_name("category"), [(each, label(each)) for each in Category]))
        self.pair(
            DayField("valid_from", field_name("valid_from")),
            DayField("valid_to", field_name("valid_to")),
        )
        self.add(
            GrowingField("source", field_name("source"), is_one_paragraph=True),
            CalmChoice("certainty", field_name("certainty"), [(each, label(each)) for each in Certainty]),
            GrowingField("comment", field_name("comment")),
        )
        remove = Button(_("Remove the limit"), ButtonKind.QUIET, "trash-2")
        remove.clicked.connect(self.deleting)
        self.column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_limit(self, limit: Threshold) -> None:
        """Show a limit."""
        doubt = limit.certainty is Certainty.CHECK
        self.doubt.setText(_("Look this limit up before you rely on it, and then mark it as looked up."))
        self.doubt.setVisible(doubt)
        self.show_record(limit.id, {name: getattr(limit, name) for name in THRESHOLD_FIELDS})


class ThresholdsView(QWidget):
    """Shows the limits; asks for commands."""

    #: A command, and whether an undo is to be offered with it.
    requested = Signal(object, bool)

    def __init__(self, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._limits: tuple[Threshold, ...] = ()
        self._today: date | None = None
        self._words = ""
        self.dialog: Dialog | None = None
        columns = [
            Column[Threshold](field_name("rule"), lambda row: label(row.rule)),
            Column[Threshold](_("Amount"), lambda row: amount(row.amount, row.currency), is_number=True),
            Column[Threshold](field_name("category"), _what),
            Column[Threshold](_("Holds"), holds_line),
            Column[Threshold](field_name("source"), lambda row: row.source),
            Column[Threshold](field_name("certainty"), self._certainty),
        ]
        self.rows = RowsModel[Threshold](columns, key=lambda row: row.id, accessible=self._spoken, parent=self)
        self.table = RecordsTable(self.rows, _("Limits of procurement law"), (180, 112, 128, 116, 150, 112))
        self.form = ThresholdForm(self._write)
        self.side = Side(_("Choose a limit to see and correct it."))
        self._places = QStackedWidget()
        self._arrange()

    def _arrange(self) -> None:
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda: self.form.edit("amount"))
        self.table.deleting.connect(self.delete)
        self.form.deleting.connect(self.delete)
        empty = EmptyState(
            "scale",
            _("No limits yet"),
            _("Write down the limits of procurement law with the days they hold and where they are from."),
        )
        offer(empty, _("Add a limit"), self.add)
        self._places.addWidget(self.table)
        self._places.addWidget(empty)
        splitter = side_by_side(self._places, self.side, self.side.preferred_width)
        fill(self, splitter)

    # What the page asks

    def show_limits(self, limits: tuple[Threshold, ...], today: date) -> None:
        """Show the limits as they are now."""
        self._limits, self._today = limits, today
        self._places.setCurrentIndex(0 if limits else 1)
        self._show_rows()

    def look_for(self, words: str) -> None:
        """Show only limits that hold all *words*."""
        self._words = words
        self._show_rows()

    def finish(self) -> None:
        """Save what is being typed."""
        self.form.finish()

    def add(self) -> None:
        """Ask for a new limit."""
        dialog = self.dialog = Dialog(_("Add a limit"), _("Add the limit"), self)
        dialog.add(
            ChoiceField("rule", field_name("rule"), [(each, label(each)) for each in ThresholdRule]),
            ChoiceField("category", field_name("category"), [(each, label(each)) for each in Category]),
            ChoiceField("law", field_name("law"), [(each, label(each)) for each in Law]),
            ChoiceField("country", field_name("country"), [(each, each) for each in _COUNTRIES]),
            NumberField("amount", field_name("amount")),
            ChoiceField("currency", field_name("currency"), [(each, each) for each in _CURRENCIES]),
            DayField("valid_from", field_name("valid_from")),
            LineField("source", field_name("source")),
        )
        chosen = self.table.chosen_rows()
        first = {"rule": ThresholdRule.EU, "category": Category.GOODS_SERVICES, "law": Law.GENERAL}
        first |= {"country": "SE", "currency": "SEK"}
        for name, value in first.items():
            dialog.fields[name].set_value(getattr(chosen[0], name) if chosen and name != "currency" else value)
        dialog.check_with(lambda values: check_threshold({**values, "certainty": Certainty.CHECK}))
        dialog.confirmed.connect(self._add)
        dialog.open()

    def delete(self) -> None:
        """Take the chosen limits away; the notice offers to undo."""
        chosen = self.table.chosen_rows()
        if chosen:
            self.requested.emit(RemoveThresholds(thresholds=tuple(row.id for row in chosen)), True)

    # Inside

    def _add(self, values: dict[str, Any]) -> None:
        made = int(self._run(AddThreshold(fields=values)).value)
        self.table.choose(made)

    def _write(self, limit: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self._run(EditThreshold(threshold=limit, changes=changes, is_typing=is_typing))

    def _show_rows(self) -> None:
        self.rows.show(row for row in self._limits if self._holds(row))
        self.table.choose_first()
        self._show_chosen()

    def _holds(self, row: Threshold) -> bool:
        text = f"{self._spoken(row)} {row.comment} {row.country}".casefold()
        return all(word in text for word in self._words.casefold().split())

    def _spoken(self, row: Threshold) -> str:
        parts = (label(row.rule), amount(row.amount, row.currency), _what(row), holds_line(row), row.source)
        return ", ".join((*parts, self._certainty(row)))

    def _certainty(self, row: Threshold) -> str:
        if self._today is not None and not row.holds_on(self._today):
            is_past = row.valid_to is not None and row.valid_to < self._today
            return _("Has ceased") if is_past else _("Not yet in force")
        return label(row.certainty)

    def _show_chosen(self) -> None:
        chosen = self.table.chosen_rows()
        if len(chosen) != 1:
            self.side.show_nothing()
            return
        self.form.show_limit(chosen[0])
        self.side.show_form(self.form)


def _what(row: Threshold) -> str:
    parts = (label(row.category), label(row.law) if row.law is Law.UTILITIES else "")
    told = ", ".join(part for part in parts if part)
    return told if row.country == "SE" else f"{told} ({row.country})"
