"""How one municipality works by a routine: the day, the contact, the case number, and what is done otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.testbeds.adoption import check_deviation
from smartstad_desktop.domain.testbeds.versions import RoutineText
from smartstad_desktop.reads.testbeds.adoption import AdoptionRow, DeviationRow
from smartstad_desktop.reads.testbeds.routines import VersionRow, routine_text
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.fields import ChoiceField, LongTextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.part_list import PartCard, PartList
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.routines.forms import set_open
from smartstad_desktop.ui.routines.rows import shown
from smartstad_desktop.usecases.testbeds.adoption import AddDeviation, EditDeviation, RemoveDeviation


class NotAdopted(QWidget):
    """What stands beside a municipality that works by no version."""

    adopting = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", Type.STRONG, Weight.BOLD, wraps=True)
        self.text = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.button = Button("", ButtonKind.PLAIN, "check")
        self.button.clicked.connect(self.adopting)
        space = theme.current().space
        column = QVBoxLayout(self)
        column.setContentsMargins(*(space(18),) * 4)
        column.setSpacing(space(10))
        for part in (self.title, self.text, self.button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if part is self.button else Qt.AlignmentFlag(0))
        column.addStretch(1)

    def show_row(self, name: str, version: VersionRow | None, *, is_open: bool) -> None:
        """Show what can be done for a municipality."""
        self.title.setText(name)
        self.button.setVisible(version is not None and is_open)
        if version is None:
            self.text.setText(
                _("No version is in force yet. Adopt the draft first; then municipalities can take it up.")
            )
            return
        self.text.setText(
            _("Has not adopted the routine. When it has, its contact, its case number and its deviations stand here.")
        )
        self.button.setText(_("Works by version {version}", version=version.version))


class _DeviationCard(PartCard):
    """What is done otherwise, why, and about which point."""

    def __init__(self, row: int, page: Page, abouts: Sequence[tuple[Any, str]]) -> None:
        super().__init__(row, lambda each, changes, typing: _edit(page, each, changes, is_typing=typing))
        fields = [
            GrowingField("text", _("What is done otherwise")),
            GrowingField("reason", _("Why")),
            CalmChoice("about", _("About"), abouts),
        ]
        for field in fields:
            self.column.addWidget(field)
        self.register(*fields)
        self.up_button.hide()
        self.down_button.hide()


def _edit(page: Page, row: int, changes: Any, *, is_typing: bool) -> None:
    if "about" in changes:
        stage, item = changes["about"]
        changes = {"stage_id": stage, "item_id": item}
    page.run(EditDeviation(deviation=row, changes=changes, is_typing=is_typing))


class AdoptionForm(RecordForm):
    """Fields of an adoption, and its deviations beneath."""

    adopting = Signal()
    withdrawing = Signal()

    def __init__(self, page: Page, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        self._page = page
        self._routine: int | None = None
        self._adoption = 0
        self._abouts: list[tuple[Any, str]] = []
        self._dialog: Dialog | None = None
        space = theme.current().space
        self.title = Label("", Type.STRONG, Weight.BOLD, wraps=True)
        self.title.setIndent(space(7))
        self.newer = Button("", ButtonKind.PLAIN, "arrow-up")
        self.newer.clicked.connect(self.adopting)
        self.column.addWidget(self.title)
        self.column.addWidget(self.newer, 0, Qt.AlignmentFlag.AlignLeft)
        self.pair(DayField("adopted_on", _("Adopted on")), LineField("case_number", _("Case number")))
        self.add(LineField("contact_role", _("Contact (role)")), GrowingField("comment", _("Comment")))
        head = Label(_("What is done otherwise here"), Type.STRONG, Weight.BOLD)
        head.setIndent(space(7))
        head.setContentsMargins(0, space(10), 0, 0)
        self.deviations = PartList(_("Add deviation"), self._card)
        self.deviations.adding.connect(self.add_deviation)
        self.deviations.removing.connect(self._remove)
        self.column.addWidget(head)
        self.column.addWidget(self.deviations)
        self.away = Button(_("Works no more by it"), ButtonKind.QUIET, "trash-2")
        self.away.clicked.connect(self.withdrawing)
        foot = QHBoxLayout()
        foot.addWidget(self.away)
        foot.addStretch(1)
        self.column.addLayout(foot)

    def show_row(self, row: AdoptionRow, newest: VersionRow | None, *, is_open: bool) -> None:
        """Show how a municipality works by its version; *newest* is the one in force."""
        if row.routine != self._routine or row.id != self._adoption:
            self.deviations.finish()
            self.deviations.show_parts([])
        if row.routine != self._routine and row.routine is not None:
            self._abouts = _places(self._page.services.workspace.read(routine_text, row.routine))
        self._routine, self._adoption = row.routine, row.id or 0
        self.title.setText(_("{name}: version {version}", name=row.name, version=row.version))
        self.newer.setVisible(is_open and newest is not None and newest.id != row.routine)
        if newest is not None:
            self.newer.setText(_("Go over to version {version}", version=newest.version))
        values = {name: getattr(row, name) for name in ("adopted_on", "contact_role", "case_number", "comment")}
        self.show_record(row.id, values)
        self.deviations.show_parts([(each.id, _values(each)) for each in row.deviations])
        self.away.setVisible(is_open)
        self.deviations.add_button.setVisible(is_open)
        for card in self.deviations.cards.values():
            card.remove_button.setVisible(is_open)
        set_open(self, is_open=is_open)

    @override
    def finish(self) -> None:
        """Save what is being typed, in the deviations too."""
        super().finish()
        self.deviations.finish()

    def add_deviation(self) -> None:
        """Ask for a deviation: what, why, and about what."""
        dialog = self._dialog = Dialog(_("Note a deviation"), _("Add deviation"), self)
        dialog.add(
            LongTextField("text", _("What is done otherwise"), lines=3),
            LongTextField("reason", _("Why"), lines=3),
            ChoiceField("about", _("About"), self._abouts),
        )
        dialog.fields["about"].set_value((None, None))
        dialog.check_with(lambda values: check_deviation(values["text"], values["reason"]))
        dialog.confirmed.connect(self._add)
        dialog.open()

    def _add(self, values: dict[str, Any]) -> None:
        stage, item = values.pop("about")
        fields = {**values, "stage_id": stage, "item_id": item}
        self._page.perform(AddDeviation(adoption=self._adoption, fields=fields))

    def _remove(self, row: int) -> None:
        self._page.perform(RemoveDeviation(deviation=row), offer_undo=True)

    def _card(self, row: int) -> PartCard:
        return _DeviationCard(row, self._page, self._abouts)


def _values(row: DeviationRow) -> dict[str, Any]:
    return {"text": row.text, "reason": row.reason, "about": (row.stage, row.item)}


def _places(routine: RoutineText) -> list[tuple[Any, str]]:
    """Return what a deviation can be about: all of it, a stage, or a point."""
    found: list[tuple[Any, str]] = [((None, None), _("The routine as a whole"))]
    for number, stage in enumerate(routine.stages, 1):
        found.append(((stage.id, None), f"{number} {shown(stage.name)}"))
        found += [
            ((stage.id, point.id), f"{number} {shown(stage.name)}: {shown(point.name)}") for point in stage.points
        ]
    return found
