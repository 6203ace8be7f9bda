"""Who stands apart from the decision: reservations, statements and concerns, about the plan or one measure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from smartstad_desktop.domain.plan.parts import ReservationKind
from smartstad_desktop.reads.plan.decision import DecisionSheet, ReservationRow
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.fields import ChoiceField, LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import offer
from smartstad_desktop.ui.kit.parts import EmptyState, Panel
from smartstad_desktop.ui.kit.record_form import RecordForm
from smartstad_desktop.ui.plan.fields import open_fields
from smartstad_desktop.ui.plan.ordered_list import OrderedList, OrderedPanel
from smartstad_desktop.ui.plan.plan_tab import PlanTab
from smartstad_desktop.ui.plan.row_delegate import RowFace
from smartstad_desktop.usecases.plan.reservations import (
    AddReservation,
    EditReservation,
    MoveReservations,
    RemoveReservations,
)


class ReservationsView(QWidget):
    """The list at the left, the chosen one at the right."""

    def __init__(self, tab: PlanTab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tab = tab
        self._sheet: DecisionSheet | None = None
        self.list = OrderedPanel(OrderedList(_("Reservations and statements"), _face), _("New row"), tab)
        self.form = RecordForm(self._write)
        self.form.pair(
            CalmChoice("kind", _("What it is"), [(each, label(each)) for each in ReservationKind]),
            LineField("who", _("Who")),
            CalmChoice("municipality_id", _("Municipality"), []),
            CalmChoice("plan_item_id", _("About"), []),
        )
        self.form.add(GrowingField("text", _("In their words")))
        self.empty = EmptyState(
            "message-square",
            _("Nobody stands apart"),
            _("A reservation or a statement is told in the plan, beside the decision or the measure it is about."),
        )
        self.begin = offer(self.empty, _("Add a reservation…"), self.add)
        paper = Panel()
        paper.column.setContentsMargins(1, 4, 1, 4)
        paper.column.addWidget(self.form)
        self._places = QStackedWidget()
        self._places.addWidget(paper)
        self._places.addWidget(self.empty)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().space(14))
        row.addWidget(self.list, 3)
        row.addWidget(self._places, 8)
        listed = self.list.list
        listed.chosen.connect(self._choose)
        listed.move_asked.connect(self._move)
        listed.removal_asked.connect(self._remove)
        self.list.add_asked.connect(self.add)
        self.form.refused.connect(tab.services.notices.trouble)

    def show_sheet(self, sheet: DecisionSheet, read: PlanRead) -> None:
        """Show who stands apart."""
        self._sheet = sheet
        can_change = self._can_change
        self._places.setCurrentIndex(0 if sheet.reservations else 1)
        self.begin.setVisible(can_change)
        self.list.setVisible(bool(sheet.reservations))
        self.list.show_rows(sheet.reservations, is_open=can_change)
        for name, offered in (("municipality_id", _towns(read)), ("plan_item_id", _measures(read))):
            field = self.form.fields[name]
            if isinstance(field, CalmChoice):
                field.set_choices(offered)
        self._show_row()

    @property
    def _can_change(self) -> bool:
        is_locked = self._tab.services.workspace.is_read_only
        return self._sheet is not None and not self._sheet.reservations_stand and not is_locked

    def finish(self) -> None:
        """Save what is being typed."""
        self.form.finish()

    def _choose(self, _key: object) -> None:
        self.form.finish()
        self._show_row()

    def _show_row(self) -> None:
        rows = self._sheet.reservations if self._sheet is not None else ()
        row = next((row for row in rows if row.id == self.list.list.current), None)
        if row is not None:
            values = {"kind": row.kind, "who": row.who, "text": row.text}
            self.form.show_record(row.id, values | {"municipality_id": row.municipality, "plan_item_id": row.measure})
            open_fields(self.form.fields.values(), is_open=self._can_change)

    def add(self) -> Dialog | None:
        """Ask who stands apart and why."""
        read = self._tab.read
        if read is None:
            return None
        dialog = Dialog(_("Who stands apart?"), _("Add it"), self)
        dialog.add(
            ChoiceField("kind", _("What it is"), [(each, label(each)) for each in ReservationKind]),
            TextField("who", _("Who")),
            ChoiceField("municipality_id", _("Municipality"), _towns(read)),
            ChoiceField("plan_item_id", _("About"), _measures(read)),
            LongTextField("text", _("In their words"), lines=4),
        )
        dialog.fields["kind"].set_value(ReservationKind.RESERVATION)
        for name in ("municipality_id", "plan_item_id"):
            dialog.fields[name].set_value(None)
        dialog.check_with(lambda values: self._tab.run(AddReservation(plan=read.plan.id, fields=values)))
        dialog.open()
        return dialog

    def _move(self, held: tuple[int, ...], before: int | None) -> None:
        self._tab.perform(MoveReservations(reservations=held, before=before))

    def _remove(self, held: tuple[int, ...]) -> None:
        self._tab.perform(RemoveReservations(reservations=held), offer_undo=True)

    def _write(self, row: Any, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self._tab.run(EditReservation(reservation=row, changes=changes, is_typing=is_typing))


def _towns(read: PlanRead) -> list[tuple[Any, str]]:
    return [(None, "–"), *((row.id, row.short_name) for row in read.municipalities)]


def _measures(read: PlanRead) -> list[tuple[Any, str]]:
    numbered = ((row.id, f"{number}. {row.title}") for number, row in enumerate(read.measures, 1))
    return [(None, _("The plan as a whole")), *numbered]


def _face(row: ReservationRow) -> RowFace:
    return RowFace(row.who or label(row.kind), " · ".join((label(row.kind), row.text)))
