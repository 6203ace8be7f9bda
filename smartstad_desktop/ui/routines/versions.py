"""The versions of a routine: what they are called, the menu that leads to them, and the questions before adopting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtWidgets import QMenu, QWidget

from smartstad_desktop.domain.testbeds.routines import RoutineState
from smartstad_desktop.reads.testbeds.routine_cases import CaseMove
from smartstad_desktop.reads.testbeds.routines import VersionRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.text.routines.words import lost_line
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.fields import CheckField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.routines.rows import shown

_CASE = "case "


def version_line(row: VersionRow) -> str:
    """Return a version in a line: its number and where it stands."""
    return f"{_('Version {version}', version=row.version)} · {label(row.state).lower()}"


def subtitle(row: VersionRow) -> str:
    """Return what is said under the name of a routine."""
    parts = [version_line(row)]
    if row.adopted_on is not None:
        parts.append(_("since {day}", day=current().day(row.adopted_on)))
    if row.state is not RoutineState.DRAFT:
        parts.append(ngettext("{count} case", "{count} cases", row.cases))
    if row.municipalities:
        parts.append(
            ngettext("{count} municipality works by it", "{count} municipalities work by it", row.municipalities)
        )
    return " · ".join(parts)


def fill_menu(menu: QMenu, rows: Iterable[VersionRow], shown_row: VersionRow, go: Callable[[int], object]) -> None:
    """Offer the versions of the routine that is shown, then the other routines of its kind."""
    menu.clear()
    of_kind = [row for row in rows if row.kind is shown_row.kind]
    for row in of_kind:
        if row.family == shown_row.family:
            action = menu.addAction(version_line(row))
            action.setCheckable(True)
            action.setChecked(row.id == shown_row.id)
            action.triggered.connect(lambda _on=False, row=row: go(row.id))
    menu.addSeparator()
    told: set[str] = {shown_row.family}
    for row in of_kind:
        if row.family not in told and (row.state is not RoutineState.REPLACED):
            told.add(row.family)
            name = f"{shown(row.name)}, {version_line(row)}".replace("&", "&&")
            menu.addAction(name).triggered.connect(lambda _on=False, row=row: go(row.id))


class AdoptDialog(Dialog):
    """Asks from which day a draft is in force, and which running cases come along."""

    def __init__(
        self, title: str, confirm: str, moves: Sequence[CaseMove], today: date | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, confirm, parent)
        if today is not None:
            self.add(DayField("adopted_on", _("In force from")))
            self.fields["adopted_on"].set_value(today)
        if not moves:
            return
        why = Label(
            _(
                "Cases go on in the version they were begun with. Tick those that shall change to the new one; "
                "what they lose is said beneath each."
            ),
            Type.BODY,
            role=Role.INK_SOFT,
            wraps=True,
        )
        self.body.addWidget(why)
        sheet = ScrollSheet(spacing=10)
        for move in moves:
            field = CheckField(f"{_CASE}{move.case}", _case_name(move), hint=_case_note(move))
            self.fields[field.name] = field
            sheet.column.addWidget(field)
        sheet.column.addStretch(1)
        sheet.setMinimumHeight(theme.current().space(min(340, 76 * len(moves))))
        self.body.addWidget(sheet, 1)
        self.setMinimumWidth(theme.current().space(620))

    def cases(self) -> tuple[int, ...]:
        """Return the cases that were ticked."""
        return tuple(
            int(name.removeprefix(_CASE))
            for name, field in self.fields.items()
            if name.startswith(_CASE) and field.value()
        )


def _case_name(move: CaseMove) -> str:
    return f"{move.title} · {_('Version {version}', version=move.version)}"


def _case_note(move: CaseMove) -> str:
    lost = lost_line(move.answers_lost, move.roles_lost)
    if move.stage is None or move.lands_in is None or shown(move.stage) == shown(move.lands_in):
        return lost
    return f"{_('From {stage} to {other}.', stage=shown(move.stage), other=shown(move.lands_in))} {lost}"
