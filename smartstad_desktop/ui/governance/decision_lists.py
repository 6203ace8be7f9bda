"""The lists of decisions and of assignments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from smartstad_desktop.reads.governance.decisions import AssignmentRow, DecisionRow, DecisionsShown
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.governance.phrases import stated_day
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.governance.assignment_card import receiver_words
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel


class DecisionsList(RecordsTable):
    """Decisions, the latest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shown: DecisionsShown | None = None
        columns = [
            Column[DecisionRow](_("Decision"), lambda row: row.title),
            Column[DecisionRow](field_name("body_id"), self._body),
            Column[DecisionRow](field_name("decided"), lambda row: stated_day(row.decided, current())),
            Column[DecisionRow](field_name("state"), lambda row: label(row.state)),
            Column[DecisionRow](_("Assignments"), _assignments),
        ]
        self.listed = RowsModel[DecisionRow](columns, key=lambda row: row.id, accessible=_spoken)
        super().__init__(self.listed, _("Decisions"), (260, 180, 150, 130, 150), parent)
        self.listed.setParent(self)

    def show_decisions(self, shown: DecisionsShown, words: Sequence[str]) -> None:
        """Show the decisions that hold all *words*."""
        self._shown = shown
        self.listed.show(row for row in shown.rows if _holds(self._text(row), words))

    def _text(self, row: DecisionRow) -> str:
        clauses = " ".join(clause.text for clause in row.clauses)
        return f"{row.title} {self._body(row)} {row.case_number} {row.comment} {clauses}"

    def _body(self, row: DecisionRow) -> str:
        body = None if self._shown is None else self._shown.bodies.get(row.body or 0)
        return body.in_language(current().language) if body else row.body_written


class AssignmentsList(RecordsTable):
    """Assignments across all decisions, the one that is due first at the top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shown: DecisionsShown | None = None
        columns = [
            Column[AssignmentRow](field_name("text"), lambda row: row.text),
            Column[AssignmentRow](_("Receiver"), self._receiver),
            Column[AssignmentRow](field_name("due_on"), _due),
            Column[AssignmentRow](field_name("state"), lambda row: label(row.state)),
            Column[AssignmentRow](_("Decision"), self._decision),
        ]
        self.listed = RowsModel[AssignmentRow](columns, key=lambda row: row.id, accessible=lambda row: row.text)
        super().__init__(self.listed, _("Assignments"), (260, 180, 170, 110, 180), parent)
        self.listed.setParent(self)

    def show_assignments(self, rows: Iterable[AssignmentRow], shown: DecisionsShown, words: Sequence[str]) -> None:
        """Show the *rows* that hold all *words*."""
        self._shown = shown
        found = [row for row in rows if _holds(f"{row.text} {self._receiver(row)} {self._decision(row)}", words)]
        found.sort(key=lambda row: (row.due_on or date.max, row.id))
        self.listed.show(found)

    def _receiver(self, row: AssignmentRow) -> str:
        return receiver_words(row, self._shown) if self._shown else ""

    def _decision(self, row: AssignmentRow) -> str:
        found = self._shown.decision(row.decision) if self._shown else None
        return found.title if found else ""


def _assignments(row: DecisionRow) -> str:
    if not row.assignments:
        return ""
    if row.overdue_count:
        return ngettext("{count} is late", "{count} are late", row.overdue_count)
    if row.open_count:
        return ngettext("{count} to be done", "{count} to be done", row.open_count)
    return _("All done")


def _due(row: AssignmentRow) -> str:
    if row.due_on is None:
        return ""
    day = current().day(row.due_on)
    return _("{day}, late", day=day) if row.is_overdue else day


def _holds(text: str, words: Sequence[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _spoken(row: DecisionRow) -> str:
    return ", ".join((row.title, label(row.state)))
