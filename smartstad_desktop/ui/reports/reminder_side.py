"""One reminder: what it is about, and what can be said to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from smartstad_desktop.domain.follow_up.reminders import ReminderKind, Told, months_before
from smartstad_desktop.text.follow_up.reports import late_words
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_fields import GrowingField
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.reports.places import place_of

_WEEKS: Final = (1, 2)
_MONTHS: Final = (1, 3)


class ReminderSide(QWidget):
    """Shows a reminder; an own one can be written in."""

    done = Signal()
    again = Signal()
    #: Carries the day it is put off until, or None when the day is to be asked for.
    put_off = Signal(object)
    going = Signal()
    deleting = Signal()

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT, wraps=True)
        self.title = Label("", Type.TITLE, Weight.BOLD, wraps=True)
        self.form = RecordForm(write)
        self.form.add(GrowingField("text", _("What to remember")), DayField("due_on", _("When")))
        self.told = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.done_button = Button(_("It is done"), ButtonKind.PRIMARY, "check")
        self.off_button = Button(_("Put off…"), icon="clock")
        self.again_button = Button(_("Open it again"), icon="rotate-ccw")
        self.go_button = Button(_("Go there"), icon="arrow-right")
        self.remove_button = Button(_("Delete"), ButtonKind.QUIET, "trash-2")
        self.menu = QMenu(self)
        self._today = date.min
        space = theme.current().space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(24), space(22), space(24), space(20))
        column.setSpacing(space(10))
        for words in (self.kind, self.title, self.told):
            column.addWidget(words)
        column.addWidget(self.form)
        for button in (self.done_button, self.off_button, self.again_button, self.go_button, self.remove_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.done_button.clicked.connect(self.done)
        self.again_button.clicked.connect(self.again)
        self.off_button.clicked.connect(self._offer)
        self.go_button.clicked.connect(self.going)
        self.remove_button.clicked.connect(self.deleting)

    def show_reminder(self, told: Told, today: date, *, is_locked: bool) -> None:
        """Show a reminder as it is on *today*."""
        self._today = today
        is_own, is_done = told.due.kind is ReminderKind.OWN, told.done_on is not None
        self.kind.setText(" · ".join(part for part in (label(told.due.kind), told.due.who) if part))
        self.title.setText(told.due.text)
        self.told.setText("\n".join(_lines(told, today)))
        self.told.set_role(Role.BAD if told.is_late(today) else Role.INK_SOFT)
        can_write = is_own and not is_locked
        self.title.setVisible(not can_write)
        self.form.setVisible(can_write)
        if can_write:
            values: Mapping[str, Any] = {"text": told.due.text, "due_on": told.due.due_on}
            self.form.show_record(told.due.row, values)
        self.done_button.setVisible(not is_done and not is_locked)
        self.off_button.setVisible(not is_done and not is_locked)
        self.again_button.setVisible((is_done or told.shown_on > told.due.due_on) and not is_locked)
        self.again_button.setText(_("Open it again") if is_done else _("Do not put it off"))
        self.again_button.updateGeometry()
        self.go_button.setVisible(place_of(told.due) is not None)
        self.remove_button.setVisible(can_write)

    def _offer(self) -> None:
        self.menu.clear()
        for weeks in _WEEKS:
            day = self._today + timedelta(weeks=weeks)
            self._choice(ngettext("{count} week", "{count} weeks", weeks), day)
        for months in _MONTHS:
            self._choice(ngettext("{count} month", "{count} months", months), months_before(self._today, -months))
        self.menu.addSeparator()
        self.menu.addAction(_("Another day…")).triggered.connect(lambda: self.put_off.emit(None))
        self.menu.popup(self.off_button.mapToGlobal(self.off_button.rect().bottomLeft()))

    def _choice(self, text: str, day: date) -> None:
        words = _("{time}, until {day}", time=text, day=current().day(day))
        self.menu.addAction(words).triggered.connect(lambda: self.put_off.emit(day))


def _lines(told: Told, today: date) -> list[str]:
    book = current()
    found = [book.day(told.due.due_on)]
    if told.done_on is not None:
        found.append(_("Done {day}", day=book.day(told.done_on)))
    elif told.shown_on > told.due.due_on:
        found.append(_("Put off until {day}", day=book.day(told.shown_on)))
    late = late_words((today - told.shown_on).days) if told.done_on is None else ""
    return [*found, late] if late else found
