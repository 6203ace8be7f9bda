"""The agenda in the preparation: parts are added, changed and put in order; the times follow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.values import AgendaItemId
from smartstad_desktop.domain.workshop.meeting import AgendaKind, SessionNameMissing, checked_minutes
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.calm_values import NumberField
from smartstad_desktop.ui.kit.fields import ChoiceField, LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.agenda_list import AgendaList, agenda_lines, key_of
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.ui.workshop.sentences import hour, length
from smartstad_desktop.usecases.workshop.agenda import AddAgendaItem, EditAgendaItem, MoveAgendaItem, RemoveAgendaItems

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.session_rows import AgendaRow, SessionSheet

_USUAL_MINUTES = {AgendaKind.TALK: 15, AgendaKind.ROUND: 20, AgendaKind.BREAK: 15}


class AgendaPanel(Panel):
    """The list with its buttons; from when to when the whole takes."""

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self._host = host
        self._session: SessionSheet | None = None
        self.dialog: Dialog | None = None
        self.column.setContentsMargins(space(6), space(14), space(6), space(12))
        self.list = AgendaList(is_full=True)
        self.list.hold_over(self)
        self.told = Label("", Type.BODY, role=Role.INK_SOFT)
        self.add = Button(_("Add a part"), icon="plus")
        self.pause = Button(_("Add a break"), ButtonKind.QUIET, "coffee")
        self.carry = icon_button("move", _("Move: then click the place (or Alt and the arrows)"))
        self.edit = icon_button("pencil", _("Change…"))
        self.remove = icon_button("trash-2", _("Remove"))
        buttons = (self.add, self.pause, self.carry, self.edit, self.remove)
        self._tips = {button: button.toolTip() for button in buttons}
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        head = QHBoxLayout()
        head.setContentsMargins(space(10), 0, space(10), 0)
        head.addWidget(Label(_("Agenda"), Type.STRONG, Weight.BOLD))
        head.addStretch(1)
        head.addWidget(self.told)
        foot = QHBoxLayout()
        foot.setContentsMargins(space(10), 0, space(4), 0)
        foot.setSpacing(space(4))
        foot.addWidget(self.add)
        foot.addWidget(self.pause)
        foot.addStretch(1)
        for button in (self.carry, self.edit, self.remove):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(head)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(foot)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self.ask(None, AgendaKind.TALK))
        self.pause.clicked.connect(self._add_break)
        self.carry.clicked.connect(self.list.carry)
        self.edit.clicked.connect(self._ask_chosen)
        self.remove.clicked.connect(self.list.remove)
        self.list.opened.connect(self._ask_chosen)
        self.list.move_asked.connect(self._move)
        self.list.removal_asked.connect(self._remove)
        self.list.chosen.connect(self._enable)

    def show_session(self, session: SessionSheet, locked: str) -> None:
        """Show the agenda; *locked* is why it stays as it is."""
        self._session = session
        is_open = not locked
        for button, tip in self._tips.items():
            button.setToolTip(locked or tip)
        now = self._host.services.workspace.now
        lines = agenda_lines(session, now)
        self.list.is_open = is_open
        self.list.show_lines(lines)
        total = length(sum(part.minutes for part in session.agenda))
        if lines:
            end = session.timetable(now).slots[-1].until
            self.told.setText(_("{start}–{end}, {length}", start=hour(lines[0].at), end=hour(end), length=total))
        else:
            self.told.setText("")
        for button in (self.add, self.pause):
            button.setEnabled(is_open)
        self._enable()

    def _enable(self, _key: object = None) -> None:
        is_chosen = self.list.current is not None and self.list.is_open
        for button in (self.carry, self.edit, self.remove):
            button.setEnabled(is_chosen)

    # Asking

    def _before(self) -> AgendaItemId | None:
        """Return the part after the chosen one: what is added comes right behind what is chosen."""
        line = self.list.current
        if line is None or self._session is None:
            return None
        at = self._session.agenda.index(line.part) + 1
        return self._session.agenda[at].id if at < len(self._session.agenda) else None

    def _add_break(self) -> None:
        self._add(AgendaKind.BREAK, {"title": _("Break"), "minutes": _USUAL_MINUTES[AgendaKind.BREAK]})

    def _ask_chosen(self, _state: object = None) -> None:
        line = self.list.current
        if line is not None and self.list.is_open:
            self.ask(line.part, line.part.kind)

    def ask(self, part: AgendaRow | None, kind: AgendaKind) -> None:
        """Ask what a part is called, how long it takes, what it is, and what to do in it."""
        title = _("Add a part") if part is None else _("Change the part")
        dialog = self.dialog = Dialog(title, _("Add the part") if part is None else _("Change the part"), self)
        dialog.add(
            TextField("title", _("Title")),
            NumberField("minutes", _("Minutes")),
            ChoiceField("kind", _("What it is"), [(each, label(each)) for each in AgendaKind]),
            LongTextField("instruction", _("What to do"), hint=_("Stands on the wall during this part."), lines=3),
        )
        dialog.fields["title"].set_value(part.title if part else "")
        dialog.fields["minutes"].set_value(part.minutes if part else _USUAL_MINUTES[kind])
        dialog.fields["kind"].set_value(kind)
        dialog.fields["instruction"].set_value(part.instruction if part else "")
        dialog.check_with(_check)
        dialog.confirmed.connect(partial(self._change, part) if part is not None else self._add_asked)
        dialog.open()

    def _add_asked(self, values: dict[str, Any]) -> None:
        self._add(values["kind"], values)

    def _add(self, kind: AgendaKind, values: dict[str, Any]) -> None:
        if self._session is None:
            return
        command = AddAgendaItem(
            session=self._session.id,
            title=values["title"],
            minutes=values["minutes"],
            kind=kind,
            before=self._before(),
            instruction=values.get("instruction", ""),
        )
        outcome = self._host.perform(command)
        if outcome is not None:
            self.list.choose(outcome.value)

    def _change(self, part: AgendaRow, values: dict[str, Any]) -> None:
        changes = {name: value for name, value in values.items() if value != getattr(part, name)}
        if changes:
            self._host.perform(EditAgendaItem(item=part.id, changes=changes))

    def _move(self, keys: tuple[object, ...], before: AgendaItemId | None) -> None:
        self._host.perform(MoveAgendaItem(item=key_of(keys), before=before))

    def _remove(self, keys: tuple[AgendaItemId, ...]) -> None:
        self._host.perform(RemoveAgendaItems(items=keys), offer_undo=True)


def _check(values: dict[str, Any]) -> None:
    if not values["title"]:
        raise SessionNameMissing(field="title")
    checked_minutes(values["minutes"] or 0)
