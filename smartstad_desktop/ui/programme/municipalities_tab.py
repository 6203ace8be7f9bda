"""The tab of the municipalities: who they are, and what goes out to them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.reads.programme import programme as reads
from smartstad_desktop.reads.programme.programme import MunicipalityRow
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.marks import Mark, MarkLabel
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.parts import Label, PageHeader, Panel, Rule, Type, Weight
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.programme.municipality_form import MunicipalityDialog
from smartstad_desktop.ui.programme.sending import Sending
from smartstad_desktop.usecases.programme.municipalities import AddMunicipality, EditMunicipality
from smartstad_desktop.usecases.programme.programme import RemoveMunicipality


class MunicipalitiesTab(Page):
    """Where the municipalities of the programme are kept."""

    interests: ClassVar = frozenset({Kind.MUNICIPALITY, Kind.MUNICIPALITY_CODE, Kind.PROJECT})

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Municipalities"))
        self.add_button = Button(_("Add municipality…"), ButtonKind.PRIMARY, "plus")
        self.send_button = Button(_("Make all workbooks…"), icon="file-spreadsheet")
        self.header.tools.addWidget(self.send_button)
        self.header.tools.addWidget(self.add_button)
        self._sending = Sending(services, self)
        self._list = MunicipalityList()
        space = theme.current().space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(26), space(14), space(26), space(20))
        column.setSpacing(space(14))
        column.addWidget(self.header)
        column.addWidget(self._list, 1)
        self.add_button.clicked.connect(self._add)
        self.send_button.clicked.connect(self._send_all)
        self._list.change_asked.connect(self._edit)
        self._list.removal_asked.connect(self._remove)
        self._list.workbook_asked.connect(self._sending.one)

    @override
    def refresh(self) -> None:
        """Read the municipalities."""
        rows = self.services.workspace.read(reads.municipalities)
        joined = sum(row.is_participating for row in rows)
        told = ngettext("{count} municipality takes part", "{count} municipalities take part", joined)
        self.header.set_title(_("Municipalities"), told)
        self._list.show_rows(rows)

    def _add(self) -> None:
        dialog = MunicipalityDialog(None, self)
        dialog.check_with(
            lambda _values: self.services.workspace.run(AddMunicipality(fields=dialog.changes()), origin=self)
        )
        dialog.open()

    def _send_all(self) -> None:
        self._sending.all(self.services.workspace.read(reads.municipalities))

    def _remove(self, row: MunicipalityRow) -> None:
        self.perform(RemoveMunicipality(municipality=row.id), offer_undo=True)

    def _edit(self, row: MunicipalityRow) -> None:
        dialog = MunicipalityDialog(row, self)
        dialog.check_with(
            lambda _values: self.services.workspace.run(
                EditMunicipality(municipality=row.id, changes=dialog.changes()), origin=self
            )
        )
        dialog.open()


class MunicipalityList(Panel):
    """The municipalities beneath each other, each with its figures and what can be done with it."""

    #: Carries the row whose button was pressed.
    change_asked = Signal(object)
    removal_asked = Signal(object)
    workbook_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self._area, 1)

    def show_rows(self, rows: list[MunicipalityRow]) -> None:
        """Show *rows*; focus stays on the button it was on."""
        focused = cast("QWidget | None", self.focusWidget())
        place = focused.objectName() if focused is not None else ""
        sheet = QWidget()
        sheet.setAutoFillBackground(True)
        sheet.setBackgroundRole(QPalette.ColorRole.Base)
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 4, 8, 4)
        grid.setHorizontalSpacing(theme.current().space(14))
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(rows):
            self._put(grid, number * 2, row)
        grid.setRowStretch(len(rows) * 2, 1)
        self._area.setWidget(sheet)
        again = sheet.findChild(QWidget, place) if place else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, grid: QGridLayout, line: int, row: MunicipalityRow) -> None:
        phrases = current()
        people = "–" if row.population is None else phrases.number(row.population)
        name = Label(
            row.name, Type.BODY, Weight.SEMIBOLD, Role.INK if row.is_participating else Role.INK_FAINT, wraps=True
        )
        told = (
            _code_now(row),
            people if row.population_year is None else f"{people} ({row.population_year})",
            ngettext("{count} project", "{count} projects", row.project_count),
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        facts = " · ".join(part for part in told if part)
        words.addWidget(Label(facts, Type.CAPTION, role=Role.INK_SOFT, wraps=True, figures=True))
        grid.addWidget(MarkLabel(Mark(row.mark, row.colour, row.name)), line, 0)
        grid.addLayout(words, line, 1)
        send = icon_button("file-spreadsheet", _("Make a workbook for {name}", name=row.short_name))
        send.setObjectName(f"send-{row.id}")
        send.clicked.connect(lambda: self.workbook_asked.emit(row))
        change = icon_button("pencil", _("Change {name}", name=row.short_name))
        change.setObjectName(f"change-{row.id}")
        change.clicked.connect(lambda: self.change_asked.emit(row))
        remove = icon_button("trash-2", _("Remove {name}", name=row.short_name))
        remove.clicked.connect(lambda: self.removal_asked.emit(row))
        for at, button in enumerate((send, change, remove), 2):
            grid.addWidget(button, line, at)
        grid.addWidget(Rule(), line + 1, 0, 1, 5)


def _code_now(row: MunicipalityRow) -> str:
    today = date.today()  # noqa: DTZ011  the code in force where the user sits
    now = [code.code for code in row.codes if (code.valid_from or date.min) <= today <= (code.valid_to or date.max)]
    return ", ".join(now)
