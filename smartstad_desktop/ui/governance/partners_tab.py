"""The tab of organisations and partners: a list with counts, and the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.governance.organisations import Answer, PartnerState
from smartstad_desktop.reads.governance.organisations import OrganisationRow, OrganisationsShown, organisations
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.governance.phrases import partner_counts_line
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.governance import partner_dialogs
from smartstad_desktop.ui.governance.partner_form import PartnerForm
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import beneath_header, offer, side_by_side
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.usecases.governance.admission import AnswerAdmission
from smartstad_desktop.usecases.governance.organisations import AddOrganisation, DeleteOrganisations, EditOrganisation

_OPEN: Final = frozenset({PartnerState.REGISTERED, PartnerState.ASKED})
_OVER: Final = frozenset({PartnerState.DECLINED, PartnerState.LEFT})
#: Which organisations a chip lets through.
_FILTERS: Final[Mapping[str, Callable[[OrganisationRow], bool]]] = {
    "all": lambda _row: True,
    "partners": lambda row: row.partner_state is PartnerState.ACCEPTED,
    "open": lambda row: row.partner_state in _OPEN,
    "over": lambda row: row.partner_state in _OVER,
    "others": lambda row: row.partner_state is None,
}


class PartnersTab(Page):
    """Organisations around the programme, and who of them is a partner."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.ORGANISATION, Kind.ADMISSION_CRITERION, Kind.ADMISSION_ANSWER, Kind.MUNICIPALITY}
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Partners"))
        self.filters = ChipRow(_("What is shown"), single=True)
        self.search = SearchField(_("Search organisations"))
        self.criteria_button = Button(_("Conditions…"), icon="list")
        self.add_button = Button(_("Add organisation…"), ButtonKind.PRIMARY, "plus")
        self.rows = RowsModel[OrganisationRow](_columns(), key=lambda row: row.id, accessible=_spoken, parent=self)
        self.table = RecordsTable(self.rows, _("Organisations"), (250, 200, 150, 110, 190, 120))
        self.side = Side(_("Choose an organisation to see and change it."))
        self.form = PartnerForm(self._write)
        self.side.show_form(self.form)
        self.places = QStackedWidget()
        self._shown: OrganisationsShown | None = None
        self.dialog: Dialog | None = None
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.filters.show_faces([ChipFace(key, text, 0) for key, text in _filter_names().items()])
        self.filters.set_keys(frozenset({"all"}))
        self.header.beside.addWidget(self.filters, 0, Qt.AlignmentFlag.AlignVCenter)
        for tool in (self.search, self.criteria_button, self.add_button):
            self.header.tools.addWidget(tool)
        splitter = side_by_side(self.table, self.side, self.side.preferred_width)
        self.places.addWidget(splitter)
        self.places.addWidget(self._empty())
        beneath_header(self, self.places, self.header)

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "heart-handshake",
            _("No organisations yet"),
            _("Write down who takes part besides the municipalities: companies, universities, departments, unions."),
        )
        offer(made, _("Add organisation…"), self.add_organisation)
        return made

    def _connect(self) -> None:
        self.filters.picked.connect(self._filter)
        self.search.textChanged.connect(self._show_rows)
        self.search.left_downwards.connect(self.table.setFocus)
        self.criteria_button.clicked.connect(self.change_criteria)
        self.add_button.clicked.connect(self.add_organisation)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda: self.form.edit("name"))
        self.table.deleting.connect(self.delete)
        self.form.deleting.connect(self.delete)
        self.form.answers.answered.connect(self._answer)
        self.search.come_by_key(self)

    # Showing

    @override
    def refresh(self) -> None:
        """Read the organisations."""
        self._shown = shown = self.services.workspace.read(organisations)
        self.places.setCurrentIndex(0 if shown.rows else 1)
        for tool in (self.filters, self.search, self.add_button):
            tool.setVisible(bool(shown.rows))
        self.header.set_title(_("Partners"), partner_counts_line(shown.counts, current()))
        self.filters.show_faces([ChipFace(key, text, self._count(key)) for key, text in _filter_names().items()])
        self._show_rows()
        self.table.choose_first()
        self._show_chosen()

    def _count(self, key: str) -> int:
        return sum(_FILTERS[key](row) for row in self._shown.rows) if self._shown else 0

    @override
    def go_to(self, target: PageTarget) -> None:
        """Choose an organisation."""
        if target.row is not None:
            self.filters.set_keys(frozenset({"all"}))
            self.search.clear()
            self._show_rows()
            self.table.choose(target.row)

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.form.finish()
        return True

    def _filter(self, _keys: object) -> None:
        self.filters.set_keys(self.filters.keys() or frozenset({"all"}))
        self._show_rows()
        self.table.choose_first()

    def _show_rows(self, *_words: object) -> None:
        if self._shown is None:
            return
        lets_through = _FILTERS[cast("str", next(iter(self.filters.keys()), "all"))]
        words = self.search.text().casefold().split()
        self.rows.show(row for row in self._shown.rows if lets_through(row) and _holds(row, words))

    def _show_chosen(self) -> None:
        chosen = self.table.chosen_rows()
        if len(chosen) != 1 or self._shown is None:
            self.side.show_nothing()
            return
        self.form.show_organisation(chosen[0], self._shown)
        self.side.show_form(self.form)

    # Doing

    def add_organisation(self) -> None:
        """Ask for a new organisation."""
        self.dialog = partner_dialogs.new_organisation(self._add, self)

    def change_criteria(self) -> None:
        """Ask what is asked of partners and of projects."""
        self.dialog = partner_dialogs.conditions(self.services.workspace, self.run, self)

    def delete(self) -> None:
        """Delete the chosen organisations; the notice offers to undo."""
        chosen = tuple(row.id for row in self.table.chosen_rows())
        if chosen:
            self.perform(DeleteOrganisations(organisations=chosen), offer_undo=True)

    def _add(self, values: dict[str, Any]) -> None:
        made = self.perform(AddOrganisation(fields=values))
        if made is not None:
            self.table.choose(cast("int", made.value))

    def _write(self, row: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self.run(EditOrganisation(organisation=row, changes=changes, is_typing=is_typing))

    def _answer(self, criterion: int, answer: Answer | None, comment: str) -> None:
        chosen = self.table.chosen_rows()
        if len(chosen) == 1:
            command = AnswerAdmission(criterion=criterion, organisation=chosen[0].id, answer=answer, comment=comment)
            self.perform(command)


def _filter_names() -> dict[str, str]:
    return {
        "all": _("All"),
        "partners": _("Partners"),
        "open": _("Asked or put forward"),
        "over": _("No longer"),
        "others": _("Other organisations"),
    }


def _columns() -> list[Column[OrganisationRow]]:
    return [
        Column(field_name("name"), lambda row: row.name),
        Column(field_name("kind"), lambda row: label(row.kind)),
        Column(field_name("partner_state"), lambda row: label(row.partner_state) if row.partner_state else "–"),
        Column(field_name("reach"), lambda row: label(row.reach) if row.reach else ""),
        Column(
            field_name("contribution_kind"), lambda row: label(row.contribution_kind) if row.contribution_kind else ""
        ),
        Column(field_name("joined_on"), lambda row: current().day(row.joined_on) if row.joined_on else ""),
    ]


def _holds(row: OrganisationRow, words: list[str]) -> bool:
    text = f"{row.name} {row.contribution} {row.comment} {row.contact_role} {label(row.kind)}".casefold()
    return all(word in text for word in words)


def _spoken(row: OrganisationRow) -> str:
    state = label(row.partner_state) if row.partner_state else ""
    return ", ".join(part for part in (row.name, label(row.kind), state) if part)
