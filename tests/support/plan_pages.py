"""The plan page as a test uses it: what it shows, what lies in the file, and a hand that writes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from smartstad_desktop.domain.values import PlanId, PlanItemId
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.fields import Field, LongTextField, TextField
from smartstad_desktop.ui.kit.rich_text import RichField
from smartstad_desktop.ui.plan.measures_tab import MeasuresTab
from smartstad_desktop.ui.plan.page import PlanPage
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import plans


@dataclass
class Shown:
    """The page that is shown, its plan, and what the user was told."""

    page: PlanPage
    workspace: Workspace
    plan: PlanId
    measures: tuple[PlanItemId, ...]

    @property
    def tab(self) -> MeasuresTab:
        """The tab of the measures."""
        found = self.page.tab("measures")
        assert isinstance(found, MeasuresTab)
        return found

    @property
    def read(self) -> PlanRead:
        """The plan as it lies in the file."""
        return plans.shown(self.workspace, self.plan)

    @property
    def titles(self) -> str:
        """The names of the measures in the file, in order."""
        return plans.titles(self.workspace, self.plan)

    @property
    def listed(self) -> str:
        """The names of the measures in the list, in order."""
        return " ".join(row.title for row in self.tab.list.rows.rows)

    def field(self, name: str) -> Field:
        """A field of the measure form."""
        return self.tab.desk.form.fields[name]

    def write(self, name: str, text: str, *, leave: bool = True) -> None:
        """Write *text* in a field of the measure form, and leave it."""
        write(self.field(name), text, leave=leave)

    def middle(self, row: int) -> QPoint:
        """The middle of a row of the list."""
        view = self.tab.list
        return view.visualRect(view.rows.index(row, 0)).center()


def write(field: Field, text: str, *, leave: bool = True) -> None:
    """Write *text* in a field as a user does, and leave it."""
    field.editor.setFocus()
    if isinstance(field, LongTextField | GrowingField | RichField):
        field.area.setPlainText(text)
    elif isinstance(field, TextField | LineField):
        # Qt's key simulation knows ASCII only; å ä ö go in as they would from an input method.
        field.line.setText(text)
        field.line.textEdited.emit(text)
    if leave:
        QTest.keyClick(field.editor, Qt.Key.Key_Tab)
