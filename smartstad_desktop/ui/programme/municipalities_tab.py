"""The tab of the municipalities: who they are, and what goes out to them."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.programme.work import Onboarding
from smartstad_desktop.reads.programme import programme as reads
from smartstad_desktop.reads.programme.belongings import belongings
from smartstad_desktop.reads.programme.programme import MunicipalityRow
from smartstad_desktop.reads.programme.succession import descents
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.parts import PageHeader
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.programme.municipality_form import MunicipalityDialog
from smartstad_desktop.ui.programme.municipality_list import MunicipalityList
from smartstad_desktop.ui.programme.sending import Sending
from smartstad_desktop.ui.programme.succession_dialogs import MergeDialog, OnboardingDialog, RenameDialog, SplitDialog
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.programme.municipalities import AddMunicipality, EditMunicipality
from smartstad_desktop.usecases.programme.programme import RemoveMunicipality


class MunicipalitiesTab(Page):
    """Where the municipalities of the programme are kept."""

    interests: ClassVar = frozenset(
        {
            *(Kind.MUNICIPALITY, Kind.MUNICIPALITY_CODE, Kind.MUNICIPALITY_NAME, Kind.MUNICIPALITY_SUCCESSION),
            Kind.PROJECT,
        }
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Municipalities"))
        self.add_button = Button(_("Add municipality…"), ButtonKind.PRIMARY, "plus")
        self.send_button = Button(_("Make all workbooks…"), icon="file-spreadsheet")
        self.header.tools.addWidget(self.send_button)
        self.header.tools.addWidget(self.add_button)
        self._sending = Sending(services, self)
        self.list = MunicipalityList()
        self.dialog: Dialog | None = None
        space = theme.current().space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(26), space(14), space(26), space(20))
        column.setSpacing(space(14))
        column.addWidget(self.header)
        column.addWidget(self.list, 1)
        self.add_button.clicked.connect(self._add)
        self.send_button.clicked.connect(self._send_all)
        self.list.change_asked.connect(self._edit)
        self.list.removal_asked.connect(self._remove)
        self.list.workbook_asked.connect(self._sending.one)
        self.list.renaming_asked.connect(self._rename)
        self.list.merger_asked.connect(self._merge)
        self.list.split_asked.connect(self._split)
        self.list.note_asked.connect(self._note)
        self.list.onboarding_picked.connect(self._pick_onboarding)

    @override
    def refresh(self) -> None:
        """Read the municipalities."""
        read = self.services.workspace.read
        rows = read(reads.municipalities)
        joined = sum(row.is_participating for row in rows)
        told = ngettext("{count} municipality takes part", "{count} municipalities take part", joined)
        self.header.set_title(_("Municipalities"), told)
        self.list.show_rows(rows, read(descents))

    def _add(self) -> None:
        dialog = MunicipalityDialog(None, self)
        dialog.check_with(lambda _values: self._change(AddMunicipality(fields=dialog.changes())))
        self._open(dialog)

    def _edit(self, row: MunicipalityRow) -> None:
        dialog = MunicipalityDialog(row, self)
        dialog.check_with(lambda _values: self._change(EditMunicipality(municipality=row.id, changes=dialog.changes())))
        self._open(dialog)

    def _merge(self, row: MunicipalityRow) -> None:
        read = self.services.workspace.read
        others = [each for each in read(reads.municipalities) if not each.is_ended and each.id != row.id]
        today = self.services.workspace.now.astimezone().date()
        self._open(MergeDialog(row, others, self._change, lambda chosen: read(belongings, chosen), self, today=today))

    def _rename(self, row: MunicipalityRow) -> None:
        self._open(RenameDialog(row, self._change, self))

    def _split(self, row: MunicipalityRow) -> None:
        self._open(SplitDialog(row, self._change, self))

    def _note(self, row: MunicipalityRow) -> None:
        self._open(OnboardingDialog(row, self._change, self))

    def _pick_onboarding(self, row: MunicipalityRow, state: Onboarding) -> None:
        self.perform(EditMunicipality(municipality=row.id, changes={"onboarding": state}), offer_undo=True)

    def _send_all(self) -> None:
        self._sending.all(self.services.workspace.read(reads.municipalities))

    def _remove(self, row: MunicipalityRow) -> None:
        self.perform(RemoveMunicipality(municipality=row.id), offer_undo=True)

    def _open(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _change(self, command: Command) -> None:
        self.run(command, offer_undo=True)
