"""The middle while a round is made clear: read the items, shorten their names, set aside what is unclear, merge."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.workshop.meeting import Phase
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.fields import TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.ballots.ballot_table import for_everybody
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.ui.workshop.middle import MiddlePanel
from smartstad_desktop.ui.workshop.rounds.round_dialog import RoundDialog
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import EditRoundItem

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.round_items import RoundItem
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import SessionSheet


class ClarifyPanel(MiddlePanel):
    """The items by number. Enter shortens a name, Delete sets an item aside or takes it back."""

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(host, parent)
        self._session: SessionSheet | None = None
        self._round: RoundSheet | None = None
        self.dialog: Dialog | None = None
        self.title = Label("", Type.STRONG, Weight.BOLD, wraps=True)
        self.told = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.model: RowsModel[RoundItem] = RowsModel(
            [
                Column(_("Number and project"), lambda row: f"{row.number} {row.title}"),
                Column(_("Municipality"), _towns),
                Column(_("Unclear"), lambda row: _("set aside") if row.is_unclear else ""),
            ],
            key=lambda row: row.id,
            accessible=_told,
        )
        self.table = RecordsTable(self.model, _("Projects of the round"), (260, 130, 100))
        self.begin = Button(_("Open for silent answers"), ButtonKind.PRIMARY, "lock")
        self.unclear = Button(_("Set aside as unclear"), icon="circle-help")
        self.rename = Button(_("Shorter name…"), icon="pencil")
        self.choose = Button(_("Choose projects…"), icon="folder-kanban")
        self.look = Button(_("Show in the inventory"), ButtonKind.QUIET, "chevron-right")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        head = QVBoxLayout()
        head.setContentsMargins(space(16), space(14), space(16), 0)
        head.addWidget(self.title)
        head.addWidget(self.told)
        ways = QHBoxLayout()
        ways.setContentsMargins(space(16), 0, space(16), 0)
        ways.setSpacing(space(10))
        for button in (self.unclear, self.rename, self.look):
            ways.addWidget(button)
        ways.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(space(16), 0, space(16), space(16))
        foot.setSpacing(space(10))
        foot.addWidget(self.begin)
        foot.addWidget(self.choose)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(10))
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(ways)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.ask_name)
        self.table.deleting.connect(self.turn_unclear)
        self.begin.clicked.connect(self._begin)
        self.unclear.clicked.connect(self.turn_unclear)
        self.rename.clicked.connect(self.ask_name)
        self.choose.clicked.connect(self._ask_projects)
        self.look.clicked.connect(self._show_project)

    @override
    def show_round(self, session: SessionSheet, round_: RoundSheet | None) -> None:
        """Show the items of the round."""
        round_ = for_everybody(round_) if round_ is not None and self.is_mirrored else round_
        self._session, self._round = session, round_
        if round_ is None:
            return
        self.title.setText(round_.question or _("Clarify and merge"))
        aside = sum(item.is_unclear for item in round_.items)
        told = ngettext("{count} item", "{count} items", len(round_.items) - aside)
        self.told.setText(
            told if not aside else ngettext("{told}, {count} set aside", "{told}, {count} set aside", aside, told=told)
        )
        self.model.show(round_.items)
        self._enable()

    def _chosen(self) -> RoundItem | None:
        rows: list[RoundItem] = self.table.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    def _choose(self) -> None:
        item = self._chosen()
        self._enable()
        self.item_chosen.emit(None if item is None else item.id)

    def _enable(self) -> None:
        item, round_ = self._chosen(), self._round
        # Once a round was opened its items are locked, also when the group has gone back here.
        is_free = round_ is not None and not round_.is_locked
        for button in (self.unclear, self.rename):
            button.setEnabled(is_free and item is not None)
        self.choose.setEnabled(is_free)
        self.look.setEnabled(item is not None and item.project is not None)
        is_aside = item is not None and item.is_unclear
        self.unclear.setText(_("Take back into the round") if is_aside else _("Set aside as unclear"))
        self.unclear.updateGeometry()

    # Deeds

    def _begin(self) -> None:
        if self._round is not None:
            self.host.perform(SetPhase(round=self._round.id, phase=Phase.SILENT))

    def turn_unclear(self) -> None:
        """Set the chosen item aside, or take it back."""
        item = self._chosen()
        if item is not None and self.unclear.isEnabled():
            self.host.perform(EditRoundItem(item=item.id, is_unclear=not item.is_unclear))

    def ask_name(self) -> None:
        """Ask for a name of the chosen item that the wall can show."""
        item = self._chosen()
        if item is None or not self.rename.isEnabled():
            return
        dialog = self.dialog = Dialog(_("Shorter name for the wall"), _("Use this name"), self)
        dialog.add(TextField("title", _("Name"), hint=_("The project keeps its own name.")))
        dialog.fields["title"].set_value(item.title)
        dialog.check_with(partial(self._name, item))
        dialog.open()

    def _name(self, item: RoundItem, values: dict[str, Any]) -> None:
        self.host.run(EditRoundItem(item=item.id, title=values["title"]))

    def _ask_projects(self) -> None:
        if self._session is not None:
            from smartstad_desktop.reads.pickable import pickable  # noqa: PLC0415  reads the whole inventory

            known = self.host.services.workspace.read(pickable)
            self.dialog = RoundDialog(self.host, self._session, self._round, known, self)
            self.dialog.open()

    def _show_project(self) -> None:
        item = self._chosen()
        if item is not None and item.project is not None:
            self.host.lead_to(PageTarget(PageId.INVENTORY, row=item.project))


def _towns(row: RoundItem) -> str:
    return ", ".join(mark.name for mark in row.marks)


def _told(row: RoundItem) -> str:
    parts = [f"{row.number} {row.title}", _towns(row), _("set aside") if row.is_unclear else ""]
    return ", ".join(filter(None, parts))
