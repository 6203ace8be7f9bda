"""The questions of the page: a new workshop, a copy, the end, the reveal, the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.values import Named
from smartstad_desktop.domain.workshop.meeting import SessionNameMissing, checked_minutes
from smartstad_desktop.domain.workshop.sessions import checked_time
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit.calm_values import DayField, NumberField
from smartstad_desktop.ui.kit.fields import ChoiceField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.sentences import length

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import SessionSheet
    from smartstad_desktop.usecases.workshop.agenda_presets import Preset

#: More names than this are told as a number.
_NAMED: Final = 4


class NewSession(Dialog):
    """Asks what a workshop starts from, what it is called, and when it is held."""

    def __init__(self, presets: tuple[Preset, ...], today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("New workshop"), _("Make the workshop"), parent)
        self._presets = {each.key: each for each in presets}
        self._suggested = ""
        choices = [(each.key, _called(each.name)) for each in presets]
        self.preset = ChoiceField("preset", _("Start from"), [*choices, ("", _("An empty agenda"))])
        self.name = TextField("name", _("Name"))
        self.day = DayField("held_on", _("Day"), placeholder=current().day(today))
        self.hour = TextField("starts_at", _("Begins at"))
        self.told = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.add(self.preset)
        self.body.addWidget(self.told)
        self.add(self.name, self.day, self.hour)
        self.preset.edited.connect(self._follow)
        self.preset.set_value(presets[0].key if presets else "")
        self._follow()
        self.check_with(_check_session)

    def _follow(self, _value: object = None) -> None:
        """Suggest what belongs to the chosen agenda, unless somebody has written a name already."""
        found = self._presets.get(str(self.preset.value()))
        if self.name.value() in {"", self._suggested}:
            self._suggested = "" if found is None else _called(found.name).partition(",")[0]
            self.name.set_value(self._suggested)
        self.told.setVisible(found is not None)
        if found is not None:
            self.hour.set_value(found.starts_at)
            parts = ngettext("{count} part", "{count} parts", len(found.parts))
            self.told.setText(f"{_called(found.description)} {parts}, {length(found.minutes)}.")
        elif not self.hour.value():
            self.hour.set_value("09:00")


def _called(name: Named) -> str:
    return name.in_language(current().language)


def _check_session(values: dict[str, Any]) -> None:
    if not values["name"]:
        raise SessionNameMissing(field="name")
    values["starts_at"] = checked_time(values["starts_at"])


def ask_name(title: str, confirm: str, name: str, then: Callable[[str], object], parent: QWidget) -> Dialog:
    """Ask what something is to be called."""
    dialog = Dialog(title, confirm, parent)
    dialog.add(TextField("name", _("Name")))
    dialog.fields["name"].set_value(name)

    def check(values: dict[str, Any]) -> None:
        if not values["name"]:
            raise SessionNameMissing(field="name")

    dialog.check_with(check)

    def named(values: dict[str, Any]) -> None:
        then(values["name"])

    dialog.confirmed.connect(named)
    dialog.open()
    return dialog


def ask_minutes(then: Callable[[int], object], parent: QWidget) -> Dialog:
    """Ask what the clock is to be set to."""
    dialog = Dialog(_("Set the clock"), _("Set it"), parent)
    dialog.add(NumberField("minutes", _("Minutes")))

    def check(values: dict[str, Any]) -> None:
        checked_minutes(values["minutes"] or 0)

    def chosen(values: dict[str, Any]) -> None:
        then(values["minutes"])

    dialog.check_with(check)
    dialog.confirmed.connect(chosen)
    dialog.open()
    return dialog


def ask_reveal(round_: RoundSheet, then: Callable[[], object], parent: QWidget) -> Dialog:
    """Ask before the room sees what was answered: who has not answered yet, and that it cannot be undone."""
    waiting = [caster for caster in round_.casters if caster.is_present and not caster.is_done]
    names = [caster.mark.name if caster.mark else caster.label for caster in waiting]
    dialog = Dialog(_("Show the answers to the room?"), _("Reveal the answers"), parent)
    if not waiting:
        told = _("Everybody has answered.")
    elif len(waiting) <= _NAMED and all(names):
        told = _("{names} have not answered yet.", names=_listed(names))
    else:
        told = ngettext("{count} has not answered yet.", "{count} have not answered yet.", len(waiting))
    dialog.body.addWidget(Label(told, Type.BODY, wraps=True))
    after = _("What the room has seen cannot be undone. Going back to the answers always works.")
    dialog.body.addWidget(Label(after, Type.BODY, role=Role.INK_SOFT, wraps=True))
    return _asked(dialog, then)


def ask_end(session: SessionSheet, then: Callable[[], object], parent: QWidget) -> Dialog:
    """Ask before a session ends: which parts have not been reached."""
    dialog = Dialog(_("End “{name}”?", name=session.name), _("End the workshop"), parent)
    ahead = sum(1 for part in session.agenda if part.started_at is None)
    if ahead:
        told = ngettext(
            "{count} part of the agenda has not been reached.",
            "{count} parts of the agenda have not been reached.",
            ahead,
        )
        dialog.body.addWidget(Label(told, Type.BODY, wraps=True))
    after = _("Those who are there are noted as leaving now. The workshop can be opened again.")
    dialog.body.addWidget(Label(after, Type.BODY, role=Role.INK_SOFT, wraps=True))
    return _asked(dialog, then)


def ask_delete(name: str, then: Callable[[], object], parent: QWidget) -> Dialog:
    """Ask before a session that has been held is deleted with everything that was said there."""
    dialog = Dialog(_("Delete “{name}”?", name=name), _("Delete the workshop"), parent)
    told = _("Its seats, agenda, rounds, ballots and notes go with it. Projects and boards stay. It can be undone.")
    dialog.body.addWidget(Label(told, Type.BODY, wraps=True))
    return _asked(dialog, then)


def _asked(dialog: Dialog, then: Callable[[], object]) -> Dialog:
    def confirmed(_values: object) -> None:
        then()

    dialog.confirmed.connect(confirmed)
    dialog.open()
    return dialog


def _listed(names: list[str]) -> str:
    *first, last = names
    return _("{first} and {last}", first=", ".join(first), last=last) if first else last
