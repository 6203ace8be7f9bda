"""What each municipality has decided about its part of the plan, and who has not decided yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.plan.parts import AdoptionOutcome
from smartstad_desktop.domain.plan.plan import CommitmentRole, PlanStatus
from smartstad_desktop.domain.values import MunicipalityId, PlanItemId
from smartstad_desktop.reads.plan.decision import AdoptionRow, DecisionSheet
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice, PicksField
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.record_form import RecordForm
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.fields import open_fields
from smartstad_desktop.ui.plan.plan_tab import PlanTab
from smartstad_desktop.usecases.plan.adoptions import EditPlanAdoption, RecordAdoption, RemoveAdoptions

_WIDTHS: Final = (130, 150, 200, 92)


@dataclass(frozen=True, slots=True)
class _Line:
    """A decision of a municipality, or that there is none yet."""

    municipality: MunicipalityId
    name: str
    joined: tuple[PlanItemId, ...]
    adoption: AdoptionRow | None

    @property
    def key(self) -> tuple[int, int]:
        """Return what the line is known by."""
        return (self.municipality, self.adoption.id if self.adoption else 0)


class AdoptionsView(QWidget):
    """Municipalities at the left, the decision that is chosen at the right."""

    def __init__(self, tab: PlanTab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tab = tab
        self._sheet: DecisionSheet | None = None
        self.lines: RowsModel[_Line] = RowsModel(_columns(), key=lambda row: row.key, accessible=_spoken)
        self.table = RecordsTable(self.lines, _("Decisions of the municipalities"), _WIDTHS)
        self.lines.setParent(self.table)
        self.summary = Label("", role=Role.INK_SOFT, wraps=True)
        self.form = RecordForm(self._write)
        self.title = Label("", Type.TITLE, Weight.BOLD, wraps=True)
        self.again = Button(_("One more decision"), ButtonKind.QUIET, "plus")
        self.remove = icon_button("trash-2", _("Remove the decision"))
        self._fill()
        self.waiting = Panel(edge=None)
        self.waiting_words = Label("", role=Role.INK_SOFT, wraps=True)
        self.record = Button(_("Record the decision"), ButtonKind.PRIMARY, "check")
        self.waiting_title = Label("", Type.TITLE, Weight.BOLD, wraps=True)
        for widget in (self.waiting_title, self.waiting_words):
            self.waiting.column.addWidget(widget)
        self.waiting.column.addWidget(self.record, 0, Qt.AlignmentFlag.AlignLeft)
        self.waiting.column.addStretch(1)
        self._arrange()
        self.table.chosen.connect(self._choose)
        self.table.deleting.connect(self._remove)
        self.record.clicked.connect(self.add)
        self.again.clicked.connect(self.add)
        self.remove.clicked.connect(self._remove)
        self.form.refused.connect(tab.services.notices.trouble)

    def _fill(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.remove)
        self.form.column.addLayout(head)
        self.form.pair(
            CalmChoice("outcome", _("Decision"), [(each, label(each)) for each in AdoptionOutcome]),
            LineField("body", _("Body, as KF or KS")),
            DayField("decided_on", _("Day")),
            LineField("paragraph", _("§ of the minutes")),
        )
        self.form.pair(LineField("case_number", _("Diary number")))
        self.form.add(PicksField("measures", _("Measures it covers"), []), GrowingField("comment", _("Comment")))
        self.form.column.addWidget(self.again)

    def _arrange(self) -> None:
        paper, side = Panel(), Panel()
        paper.column.setContentsMargins(1, 8, 1, 4)
        side.column.setContentsMargins(1, 4, 1, 4)
        self.summary.setIndent(theme.current().space(10))
        paper.column.addWidget(self.summary)
        paper.column.addWidget(self.table, 1)
        # Only one of them is shown at a time.
        side.column.addWidget(self.form)
        side.column.addWidget(self.waiting)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().space(14))
        row.addWidget(paper, 5)
        row.addWidget(side, 4)

    # Showing

    @property
    def _can_change(self) -> bool:
        sheet = self._sheet
        is_frozen = sheet is not None and sheet.plan.status is not PlanStatus.DRAFT
        return is_frozen and not self._tab.services.workspace.is_read_only

    def show_sheet(self, sheet: DecisionSheet, read: PlanRead) -> None:
        """Show what municipalities have decided."""
        self._sheet = sheet
        lines = _lines(sheet, read)
        measures = self.form.fields["measures"]
        if isinstance(measures, PicksField):
            measures.offer([(row.id, f"{number}. {row.title}") for number, row in enumerate(read.measures, 1)])
        self.lines.show(lines)
        decided = len({line.municipality for line in lines if line.adoption is not None})
        total = len({line.municipality for line in lines})
        self.summary.setText(_("{decided} of {total} municipalities have decided", decided=decided, total=total))
        self.table.choose_first()
        self._choose()

    def finish(self) -> None:
        """Save what is being typed."""
        self.form.finish()

    def _line(self) -> _Line | None:
        rows: list[_Line] = self.table.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    def _choose(self) -> None:
        line, sheet = self._line(), self._sheet
        if line is None or sheet is None:
            return
        row = line.adoption
        self.form.setVisible(row is not None)
        self.waiting.setVisible(row is None)
        self.waiting_title.setText(line.name)
        self.title.setText(line.name)
        self.waiting_words.setText(_waiting_words(line, is_draft=sheet.plan.status is PlanStatus.DRAFT))
        self.record.setVisible(self._can_change)
        self.again.setVisible(self._can_change)
        self.remove.setVisible(self._can_change)
        if row is not None:
            names = ("outcome", "body", "decided_on", "paragraph", "case_number", "comment")
            self.form.show_record(row.id, {name: getattr(row, name) for name in names} | {"measures": row.measures})
            open_fields(self.form.fields.values(), is_open=self._can_change)

    # Acting

    def add(self) -> None:
        """Record that the chosen municipality has adopted its part; what it says more is written in the form."""
        line = self._line()
        if line is None or self._sheet is None:
            return
        command = RecordAdoption(
            plan=self._sheet.plan.id, municipality=line.municipality, outcome=AdoptionOutcome.ADOPTED
        )
        outcome = self._tab.perform(command, offer_undo=True)
        if outcome is not None:
            self.table.choose((line.municipality, outcome.value))
            self.form.edit("body")

    def _remove(self) -> None:
        line = self._line()
        if line is not None and line.adoption is not None and self._can_change:
            self._tab.perform(RemoveAdoptions(adoptions=(line.adoption.id,)), offer_undo=True)

    def _write(self, adoption: Any, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: ARG002, FBT001  the form's callback
        given = dict(changes)
        if "measures" in given:
            given["measures"] = tuple(given["measures"])
        self._tab.run(EditPlanAdoption(adoption=adoption, changes=given))


def _lines(sheet: DecisionSheet, read: PlanRead) -> list[_Line]:
    """Return the municipalities that take part or have decided, each decision on a line of its own."""
    found: list[_Line] = []
    for town in read.municipalities:
        joined = tuple(
            row.id
            for row in read.measures
            for said in row.commitments
            if said.municipality == town.id and said.role is not CommitmentRole.DECLINES
        )
        own = [row for row in sheet.adoptions if row.municipality == town.id]
        if joined or own:
            found += [_Line(town.id, town.short_name, joined, row) for row in own or (None,)]
    return found


def _waiting_words(line: _Line, *, is_draft: bool) -> str:
    if is_draft:
        return _("Municipalities decide on a frozen version. Freeze this one under “The decision” first.")
    return ngettext(
        "Has not decided yet on {count} measure it takes part in.",
        "Has not decided yet on the {count} measures it takes part in.",
        len(line.joined),
    )


def _columns() -> list[Column[_Line]]:
    return [
        Column(_("Municipality"), lambda row: row.name),
        Column(_("Decision"), lambda row: label(row.adoption.outcome) if row.adoption else _("waits")),
        Column(_("Where and when"), _place),
        Column(_("Measures"), _covered, is_number=True),
    ]


def _covered(row: _Line) -> str:
    return str(len(row.joined)) if row.adoption is None else f"{len(row.adoption.measures)}/{len(row.joined)}"


def _place(row: _Line) -> str:
    found = row.adoption
    if found is None:
        return ""
    paragraph = f"§ {found.paragraph.lstrip('§ ')}" if found.paragraph else ""
    day = current().day(found.decided_on) if found.decided_on else ""
    return ", ".join(part for part in (" ".join(part for part in (found.body, paragraph) if part), day) if part)


def _spoken(row: _Line) -> str:
    decided = label(row.adoption.outcome) if row.adoption else _("waits")
    return ", ".join(part for part in (row.name, decided, _place(row)) if part)
