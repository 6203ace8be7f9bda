"""The versions of the plan, what has changed between any two of them, and the way to look at an earlier one."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.plan.plan import PlanStatus, short_print
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.reads.plan.changes import changes_since
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.reads.plan.versions import VersionRow, versions
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.plan.changes import ChangeLine, change_lines, change_rows
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.fields import ChoiceField
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.plan_tab import PlanTab
from smartstad_desktop.ui.plan.shown import ShownVersion

_WIDTHS: Final = (110, 170, 190)
_CHANGES: Final = (180, 190, 200, 200)
_TEXT: Final = "text"
_TABLE: Final = "table"


class VersionsTab(PlanTab):
    """Versions at the left, what has changed since another one at the right."""

    def __init__(self, services: Services, version: ShownVersion, parent: QWidget | None = None) -> None:
        super().__init__(services, version, parent)
        self.lines: RowsModel[VersionRow] = RowsModel(_columns(), key=lambda row: row.plan.id, accessible=_spoken)
        self.table = RecordsTable(self.lines, _("Versions of the plan"), _WIDTHS)
        self.lines.setParent(self.table)
        self.look = Button(_("Look at this version"), icon="eye")
        self.title = Label("", Type.STRONG, Weight.SEMIBOLD, wraps=True)
        self.facts = Label("", role=Role.INK_SOFT, wraps=True, figures=True)
        self.since = ChoiceField("since", _("Changes since"), [])
        self.manner = ChipRow(_("How the changes are shown"), single=True)
        self.manner.show_faces([ChipFace(_TEXT, _("As text")), ChipFace(_TABLE, _("As a table"))])
        self.manner.set_keys(frozenset({_TEXT}))
        self.told = Label("", wraps=True)
        self.changes: RowsModel[ChangeLine] = RowsModel(_change_columns(), key=id)
        self.change_table = RecordsTable(self.changes, _("What has changed"), _CHANGES)
        self.changes.setParent(self.change_table)
        self._places = QStackedWidget()
        self._arrange()
        self.table.chosen.connect(self._show_version)
        self.table.opened.connect(self.look_at)
        self.look.clicked.connect(self.look_at)
        self.since.edited.connect(self._show_changes)
        self.manner.picked.connect(self._show_changes)

    def _arrange(self) -> None:
        space = theme.current().space
        listed, paper = Panel(), Panel()
        listed.column.setContentsMargins(1, 4, 1, 4)
        listed.column.addWidget(self.table)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.look)
        paper.column.addLayout(head)
        paper.column.addWidget(self.facts)
        choice = QHBoxLayout()
        choice.setSpacing(space(14))
        choice.addWidget(self.since, 1)
        choice.addWidget(self.manner, 1)
        paper.column.addLayout(choice)
        sheet = ScrollSheet()
        sheet.column.setContentsMargins(0, space(8), 0, 0)
        sheet.column.addWidget(self.told)
        sheet.column.addStretch(1)
        self._places.addWidget(sheet)
        self._places.addWidget(self.change_table)
        paper.column.addWidget(self._places, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(20), space(12), space(20), space(16))
        row.setSpacing(space(14))
        row.addWidget(listed, 2)
        row.addWidget(paper, 3)

    # Showing

    @override
    def show_plan(self, read: PlanRead) -> None:
        """Show all versions; the one that is shown is chosen at first."""
        self.lines.show(self.services.workspace.read(versions))
        if not self.table.chosen_rows():
            self.table.choose(read.plan.id)
        self._show_version()

    def _row(self) -> VersionRow | None:
        rows: list[VersionRow] = self.table.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    def _show_version(self) -> None:
        row = self._row()
        if row is None:
            return
        plan = row.plan
        self.title.setText(_("Version {version}", version=plan.version))
        self.facts.setText(_facts(row))
        self.look.setVisible(self.read is not None and plan.id != self.read.plan.id)
        earlier = [each.plan for each in self.lines.rows if each.plan.id < plan.id]
        chosen = self.since.value()
        self.since.set_choices([(each.id, _("Version {version}", version=each.version)) for each in earlier])
        ids = [each.id for each in earlier]
        self.since.set_value(chosen if chosen in ids else next(iter(ids), None))
        for widget in (self.since, self.manner):
            widget.setVisible(bool(earlier))
        self._show_changes()

    def _show_changes(self, *_value: object) -> None:
        row, since = self._row(), self.since.value()
        if not self.manner.keys():
            self.manner.set_keys(frozenset({_TEXT}))
        self._places.setCurrentIndex(1 if _TABLE in frozenset(self.manner.keys()) and since is not None else 0)
        if row is None or since is None:
            self.told.setText(_("This is the first version. What changes later is told here."))
            self.changes.show([])
            return
        found = self.services.workspace.read(changes_since, PlanId(since), row.plan.id)
        self.told.setText("\n\n".join(change_lines(found, current())))
        self.changes.show(change_rows(found, current()))

    # Acting

    def look_at(self) -> None:
        """Show the chosen version in all tabs, to be read only."""
        row = self._row()
        if row is not None:
            self.version.show(row.plan.id)


def _facts(row: VersionRow) -> str:
    """Return what is known of a version, line by line."""
    plan, book = row.plan, current()
    lines = [label(plan.status) if plan.outcome is None else f"{label(plan.status)}: {label(plan.outcome)}"]
    if row.frozen_at is not None:
        lines.append(_("Frozen {day}", day=book.day(row.frozen_at.astimezone().date())))
    if plan.decided_on is not None:
        lines.append(_("Decided {day}", day=book.day(plan.decided_on)))
    if plan.content_hash:
        lines.append(_("Fingerprint {print}", print=short_print(plan.content_hash)))
    if plan.status is not PlanStatus.DRAFT and not row.has_snapshot:
        lines.append(_("Frozen before the data was kept with a version: it can be read, but not opened from its PDF."))
    if row.signers:
        lines.append(_("{signed} of {count} have signed", signed=row.signed, count=row.signers))
    if plan.change_note:
        lines.append(plan.change_note)
    return "\n".join(lines)


def _columns() -> list[Column[VersionRow]]:
    return [
        Column(_("Version"), lambda row: row.plan.version),
        Column(_("How far it has come"), lambda row: label(row.plan.status)),
        Column(_("Fingerprint"), lambda row: short_print(row.plan.content_hash) if row.plan.content_hash else "–"),
    ]


def _change_columns() -> list[Column[ChangeLine]]:
    return [
        Column(_("Where"), lambda row: row.part),
        Column(_("What has changed"), lambda row: row.what),
        Column(_("Before"), lambda row: row.before),
        Column(_("After"), lambda row: row.after),
    ]


def _spoken(row: VersionRow) -> str:
    return ", ".join((row.plan.version, label(row.plan.status)))
