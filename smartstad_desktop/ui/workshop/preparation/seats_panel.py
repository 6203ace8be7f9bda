"""Who takes part: seats of municipalities with a role, never a name; added for one municipality at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from smartstad_desktop.domain.workshop.meeting import SeatKind
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.fields import ChoiceField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.attendance_times import ask_times, stays
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.usecases.workshop.seats import AddSeats, EditSeat, NewSeat, RemoveSeats

if TYPE_CHECKING:
    from smartstad_desktop.reads.inventory import MunicipalityFace
    from smartstad_desktop.reads.workshop.session_rows import SeatRow, SessionSheet

#: The room of role and part; once the workshop has begun, the times of attendance stand with the part.
_WIDTHS: Final = {False: (92, 86), True: (78, 114)}


class SeatsPanel(QWidget):
    """A table of seats. Enter changes one, Delete takes them away."""

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self._host = host
        self._session: SessionSheet | None = None
        self._towns: Sequence[MunicipalityFace] = ()
        self.dialog: Dialog | None = None
        self.model: RowsModel[SeatRow] = RowsModel(
            [
                Column(_("Municipality"), _town),
                Column(_("Role"), lambda row: row.label),
                Column(_("Part"), _part),
            ],
            key=lambda row: row.id,
            accessible=_told,
        )
        self.table = RecordsTable(self.model, _("Seats"), (120, *_WIDTHS[False]))
        self.told = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.add = Button(_("Add seats"), icon="user-plus")
        self.told.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.edit = icon_button("pencil", _("Change…"))
        self.remove = icon_button("trash-2", _("Remove"))
        self.times = icon_button("clock", _("Correct when somebody was there…"))
        self._locked = ""
        self._tips = {button: button.toolTip() for button in (self.add, self.edit, self.remove)}
        line = QHBoxLayout()
        for button in (self.add, self.edit, self.remove, self.times):
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        around = QVBoxLayout()
        around.setContentsMargins(space(16), 0, space(16), 0)
        around.addWidget(self.told)
        around.addLayout(line)
        column.addLayout(around)
        column.addWidget(self.table, 1)
        self.add.clicked.connect(self._open_menu)
        self.edit.clicked.connect(self.ask_change)
        self.remove.clicked.connect(self.remove_chosen)
        self.times.clicked.connect(self._ask_times)
        self.table.opened.connect(self.ask_change)
        self.table.deleting.connect(self.remove_chosen)
        self.table.chosen.connect(self._enable)

    def show_session(self, session: SessionSheet, towns: Sequence[MunicipalityFace], locked: str) -> None:
        """Show the seats; *locked* is why they stay as they are."""
        self._session, self._towns, self._locked = session, towns, locked
        for column, width in enumerate(_WIDTHS[session.opened_at is not None], 1):
            self.table.setColumnWidth(column, theme.current().space(width))
        self.model.show(session.seats)
        voters = sum(seat.kind is SeatKind.VOTER for seat in session.seats)
        all_of = session.quorum.municipalities_all
        self.told.setText(
            _("{seats} from {municipalities}. A seat is a role, never a name; the facilitator has none.").format(
                seats=ngettext("{count} seat takes part", "{count} seats take part", voters),
                municipalities=ngettext("{count} municipality", "{count} municipalities", all_of),
            )
        )
        self._enable()

    def _enable(self) -> None:
        chosen = self.table.chosen_rows()
        is_open, is_one = not self._locked, len(chosen) == 1
        has_begun = self._session is not None and self._session.opened_at is not None
        self.times.setVisible(has_begun)
        self.times.setEnabled(is_one and not self._host.services.workspace.is_read_only)
        for button, is_possible in ((self.add, True), (self.edit, is_one), (self.remove, bool(chosen))):
            button.setEnabled(is_open and is_possible)
            button.setToolTip(self._locked or self._tips[button])

    def _ask_times(self) -> None:
        chosen = self.table.chosen_rows()
        session = self._session
        if len(chosen) == 1 and session is not None and session.opened_at is not None:
            self.dialog = ask_times(chosen[0], session.opened_at.astimezone().date(), self._host.run, self)

    # Asking

    def menu(self) -> QMenu:
        """Return the ways to add seats: one for a municipality, one for each without, an observer."""
        menu = QMenu(self)
        seated = {seat.municipality.id for seat in self._seats() if seat.municipality is not None}
        missing = [town for town in self._towns if town.id not in seated]
        if missing:
            text = ngettext(
                "One seat for {count} municipality without", "One seat each for {count} without", len(missing)
            )
            menu.addAction(text).triggered.connect(partial(self._add, tuple(town.id for town in missing)))
            menu.addSeparator()
        for town in self._towns:
            menu.addAction(town.name.replace("&", "&&")).triggered.connect(partial(self._add, (town.id,)))
        menu.addSeparator()
        menu.addAction(_("Somebody else, such as an observer…")).triggered.connect(self._ask_other)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 2)))

    def _add(self, towns: tuple[Any, ...], *_state: object) -> None:
        if self._session is not None:
            seats = tuple(NewSeat(municipality=town) for town in towns)
            outcome = self._host.perform(AddSeats(session=self._session.id, seats=seats))
            if outcome is not None:
                self.table.choose(outcome.value[-1])

    def _ask_other(self) -> None:
        self._ask(_("Add a seat"), _("Add the seat"), None, self._add_other)

    def _add_other(self, values: dict[str, Any]) -> None:
        if self._session is not None:
            self._host.run(AddSeats(session=self._session.id, seats=(NewSeat(**values),)))

    def ask_change(self) -> None:
        """Ask for another role, municipality or part of the chosen seat."""
        chosen = self.table.chosen_rows()
        if self._locked and self.times.isVisibleTo(self):
            self._ask_times()
        elif len(chosen) == 1 and not self._locked:
            seat: SeatRow = chosen[0]
            self._ask(_("Change the seat"), _("Change the seat"), seat, partial(self._change, seat))

    def _change(self, seat: SeatRow, values: dict[str, Any]) -> None:
        self._host.run(EditSeat(seat=seat.id, changes=values))

    def remove_chosen(self) -> None:
        """Take the chosen seats away; it can be undone."""
        chosen = tuple(seat.id for seat in self.table.chosen_rows())
        if chosen and not self._locked:
            self._host.perform(RemoveSeats(seats=chosen), offer_undo=True)

    def _ask(self, title: str, confirm: str, seat: SeatRow | None, write: Any) -> None:
        towns = [(None, _("None")), *((town.id, town.name) for town in self._towns)]
        dialog = self.dialog = Dialog(title, confirm, self)
        dialog.add(
            TextField("label", _("Role"), hint=_("Such as head of development or chair; never a name.")),
            ChoiceField("municipality", _("Municipality"), towns),
            ChoiceField("kind", _("Part"), [(kind, label(kind)) for kind in SeatKind]),
        )
        dialog.fields["label"].set_value(seat.label if seat else "")
        dialog.fields["municipality"].set_value(seat.municipality.id if seat and seat.municipality else None)
        dialog.fields["kind"].set_value(seat.kind if seat else SeatKind.OBSERVER)
        dialog.check_with(write)
        dialog.open()

    def _seats(self) -> Sequence[SeatRow]:
        return () if self._session is None else self._session.seats


def _town(row: SeatRow) -> str:
    return row.municipality.name if row.municipality is not None else _("Somebody else")


def _part(row: SeatRow) -> str:
    return "\n".join(filter(None, (label(row.kind), stays(row))))


def _told(row: SeatRow) -> str:
    return ", ".join(filter(None, (_town(row), row.label, label(row.kind), stays(row))))
