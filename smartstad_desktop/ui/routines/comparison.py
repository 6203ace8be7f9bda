"""What differs between the version that is shown and another one, in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.comparison import Difference, compare
from smartstad_desktop.reads.testbeds.routines import RoutineSheet, routine_text
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.text.routines.words import difference_line
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.fields import ChoiceField
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.parts import EmptyState, Label, Panel, Type
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.routines.rows import shown
from smartstad_desktop.ui.routines.versions import version_line


@dataclass(frozen=True, slots=True)
class _Line:
    """A difference and its number."""

    number: int
    difference: Difference


class ComparisonView(QWidget):
    """Lists the differences; which version is compared with can be chosen."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.sheet: RoutineSheet | None = None
        self.other = ChoiceField("other", _("Compared with"), [])
        self.other.box.setMinimumWidth(theme.current().space(280))
        self.count = Label("", Type.BODY, role=Role.INK_SOFT)
        self.rows = RowsModel[_Line](
            [
                Column(_("What differs"), lambda row: difference_line(row.difference)),
                Column(_("Stage"), _stage_of),
                Column(_("How"), lambda row: label(row.difference.how)),
            ],
            key=lambda row: row.number,
            accessible=lambda row: f"{label(row.difference.how)}: {difference_line(row.difference)}",
            parent=self,
        )
        self.table = RecordsTable(self.rows, _("Differences"), (400, 210, 170))
        self.empty = EmptyState("equal", "", "")
        self._places = QStackedWidget()
        self._places.addWidget(self.table)
        self._places.addWidget(self.empty)
        panel = Panel()
        panel.column.setContentsMargins(1, 1, 1, 1)
        panel.column.addWidget(self._places)
        head = QHBoxLayout()
        head.addWidget(self.other)
        head.addStretch(1)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space(10))
        column.addLayout(head)
        column.addWidget(panel, 1)
        self.other.edited.connect(self._show)

    def show_sheet(self, sheet: RoutineSheet) -> None:
        """Compare a version as it is now, at first with the one before it."""
        others = [row for row in sheet.versions if row.id != sheet.row.id]
        held = self.other.value() if self.sheet is not None and self.sheet.row.id == sheet.row.id else None
        earlier = next((row.id for row in others if row.id < sheet.row.id), others[0].id if others else None)
        self.sheet = sheet
        self.other.set_choices([(row.id, version_line(row)) for row in others])
        self.other.set_value(held if held in {row.id for row in others} else earlier)
        self.other.setVisible(bool(others))
        self._show()

    def _show(self, *_chosen: object) -> None:
        sheet, other = self.sheet, self.other.value()
        if sheet is None:
            return
        if other is None:
            self._tell(
                _("There is only one version"),
                _("Begin a draft from it. What you change there is told here, in words that a committee can read."),
            )
            return
        text = self._page.services.workspace.read(routine_text, other)
        # Read from the earlier to the later, whichever of them is on the desk.
        pair = (text, sheet.text) if other < sheet.row.id else (sheet.text, text)
        found = compare(*pair)
        self.rows.show(_Line(number, each) for number, each in enumerate(found))
        self.count.setText(ngettext("{count} difference", "{count} differences", len(found)))
        if found:
            self._places.setCurrentIndex(0)
        else:
            self._tell(_("Nothing differs"), _("The two versions say the same."))

    def _tell(self, title: str, text: str) -> None:
        self.empty.title.setText(title)
        self.empty.text.setText(text)
        self.count.setText("")
        self._places.setCurrentIndex(1)


def _stage_of(row: _Line) -> str:
    return shown(row.difference.stage) if row.difference.stage is not None else ""
