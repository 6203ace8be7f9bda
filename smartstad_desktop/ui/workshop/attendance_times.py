"""Correcting when somebody was there: a line for each stay, from when to when, and one more for a stay nobody noted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.workshop.attendance import Spell
from smartstad_desktop.domain.workshop.sessions import TimeInvalid, begins, checked_time
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.fields import TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.sentences import hour
from smartstad_desktop.usecases.workshop.attendance import CorrectAttendance

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.session_rows import SeatRow
    from smartstad_desktop.usecases.command import Command


class TimesDialog(Dialog):
    """The stays of one seat; a line that is emptied is a stay that never was."""

    def __init__(
        self, seat: SeatRow, name: str, day: date, write: Callable[[Command], object], parent: QWidget
    ) -> None:
        super().__init__(_("When was {name} there?", name=name), _("Correct the times"), parent)
        self._seat, self._day, self._write = seat, day, write
        self._stays: list[Spell | None] = [*seat.spells, None]
        told = _("Write times such as 9.05. Without a time of leaving they are still there. The minutes tell it.")
        self.body.addWidget(Label(told, Type.BODY, role=Role.INK_SOFT, wraps=True))
        for number, stay in enumerate(self._stays):
            self._add_stay(number, stay)
        self.check_with(self._correct)

    def _add_stay(self, number: int, stay: Spell | None) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.current().space(12))
        for name, words, at in (
            (_came(number), _("Came"), stay and stay.arrived_at),
            (_went(number), _("Left"), stay and stay.left_at),
        ):
            field = self.fields[name] = TextField(name, words)
            field.set_value(hour(at) if at else "")
            row.addWidget(field)
        self.body.addLayout(row)

    def _correct(self, values: dict[str, Any]) -> None:
        stays = [self._stay(number, stay, values) for number, stay in enumerate(self._stays)]
        self._write(CorrectAttendance(seat=self._seat.id, spells=tuple(stay for stay in stays if stay is not None)))

    def _stay(self, number: int, stay: Spell | None, values: dict[str, Any]) -> Spell | None:
        came, went = values[_came(number)], values[_went(number)]
        if not came and not went:
            return None
        if not came:
            raise TimeInvalid(field=_came(number), written=came)
        before = Spell(begins(self._day, "00:00")) if stay is None else stay
        arrived = _moment(came, before.arrived_at, _came(number))
        if not went:
            return Spell(arrived)
        left = _moment(went, before.left_at or arrived, _went(number))
        return Spell(arrived, left)


def ask_times(seat: SeatRow, day: date, write: Callable[[Command], object], parent: QWidget) -> TimesDialog:
    """Ask when somebody sat on *seat*; *day* is when the workshop was held."""
    town = "" if seat.municipality is None else seat.municipality.name
    dialog = TimesDialog(seat, ", ".join(filter(None, (town, seat.label))), day, write, parent)
    dialog.open()
    return dialog


def stays(seat: SeatRow) -> str:
    """Return when somebody sat on a seat, as “09.02–12.00”; nothing when nobody came."""
    return ", ".join(
        f"{hour(spell.arrived_at)}–{hour(spell.left_at) if spell.left_at else ''}" for spell in seat.spells
    )


def _moment(written: str, known: datetime, field: str) -> datetime:
    """Return the moment of the day of *known* that is written; *known* itself when its minute is."""
    here = known.astimezone()
    moment = begins(here.date(), checked_time(written, field))
    return known if timedelta(0) <= here - moment < timedelta(minutes=1) else moment


def _came(number: int) -> str:
    return f"came_{number}"


def _went(number: int) -> str:
    return f"went_{number}"
