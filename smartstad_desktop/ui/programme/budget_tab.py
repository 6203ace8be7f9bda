"""The tab of the budget: lines with their shares, sums that are checked, and the money by dimension."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, cast

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.programme.budget import BudgetKind, Sum, check_line
from smartstad_desktop.reads.governance.decisions import decisions
from smartstad_desktop.reads.governance.organisations import pickable_organisations
from smartstad_desktop.reads.programme.budget import Budget, BudgetRow, budget
from smartstad_desktop.reads.programme.programme import municipalities
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.text.programme.budget import (
    BUDGET_FIELD_NAMES,
    funding_words,
    money_in,
    total_mark,
    total_words,
)
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.fields import ChoiceField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import beneath_header, offer, side_by_side
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, Label, PageHeader, Type
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.programme.budget.form import BudgetForm
from smartstad_desktop.ui.programme.budget.laid_out import LaidOut
from smartstad_desktop.usecases.programme.budget import (
    AddBudgetLine,
    EditBudgetLine,
    MoveBudgetLine,
    RemoveBudgetLines,
)


class BudgetTab(Page):
    """Shows the budget; everything that is done to it goes through commands."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.BUDGET_LINE, Kind.DECISION, Kind.ORGANISATION, Kind.MUNICIPALITY}
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Budget"))
        self.add_button = Button(_("Add line…"), ButtonKind.PRIMARY, "plus")
        self.sums = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True, figures=True)
        self.rows = RowsModel[BudgetRow](_columns(), key=lambda row: row.id, accessible=_spoken, parent=self)
        self.table = RecordsTable(self.rows, _("Budget lines"), (300, 120, 70, 92, 92, 150))
        self.laid_out = LaidOut()
        self.side = Side(_("Choose a line to see and change it."))
        self.form = BudgetForm(self._write)
        self.side.show_form(self.form)
        self._places = QStackedWidget()
        self._dialog: Dialog | None = None
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        self.header.tools.addWidget(self.add_button)
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, space(14), 0)
        inside.setSpacing(space(14))
        inside.addWidget(self.table, 1)
        inside.addWidget(self.laid_out)
        splitter = side_by_side(left, self.side, self.side.preferred_width)
        self._places.addWidget(splitter)
        self._places.addWidget(self._empty())
        beneath_header(self, self._places, self.header, self.sums)

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "chart-column",
            _("No budget yet"),
            _("Begin with what is applied for or granted, and divide it into shares: the sums are checked."),
        )
        offer(made, _("Add line…"), self.add_line)
        return made

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_line)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda: self.form.edit("amount"))
        self.table.deleting.connect(self.delete)
        self.form.deleting.connect(self.delete)
        self.form.share_wanted.connect(self.add_share)
        self.table.moving.connect(self._move)

    # Showing

    @override
    def refresh(self) -> None:
        """Read the budget."""
        found = self.services.workspace.read(budget)
        self._places.setCurrentIndex(0 if found.rows else 1)
        self.add_button.setVisible(bool(found.rows))
        self.header.set_title(_("Budget"), _subtitle(found))
        self.sums.setText("\n".join(funding_words(each, current()) for each in found.fundings))
        self.sums.setVisible(bool(found.fundings))
        self.form.offer(self._choices())
        self.rows.show(found.rows)
        self.laid_out.show_budget(found)
        self.table.choose_first()
        self._show_chosen()

    def _choices(self) -> dict[str, list[tuple[Any, str]]]:
        read = self.services.workspace.read
        today = date.today()  # noqa: DTZ011  the day where the user sits
        return {
            "municipality_id": [(row.id, row.name) for row in read(municipalities) if not row.is_ended],
            "organisation_id": [(row.id, row.name) for row in read(pickable_organisations)],
            "decision_id": [(row.id, row.title) for row in read(decisions, today).rows],
        }

    @override
    def go_to(self, target: PageTarget) -> None:
        """Choose a line."""
        if target.row is not None:
            self.table.choose(target.row)

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.form.finish()
        return True

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            self.side.show_nothing()
            return
        self.form.show_line(chosen)
        self.side.show_form(self.form)

    def _chosen(self) -> BudgetRow | None:
        chosen = self.table.chosen_rows()
        return cast("BudgetRow", chosen[0]) if len(chosen) == 1 else None

    # Doing

    def add_line(self) -> None:
        """Ask for a new line."""
        self._dialog = dialog = Dialog(_("Add a line to the budget"), _("Add line"), self)
        kinds = [(each, label(each)) for each in BudgetKind]
        dialog.add(
            TextField("name", current().text(BUDGET_FIELD_NAMES["name"])),
            ChoiceField("kind", current().text(BUDGET_FIELD_NAMES["kind"]), kinds),
        )
        dialog.check_with(lambda values: check_line(str(values["name"]).strip(), None, None))
        dialog.confirmed.connect(self._add)
        dialog.open()

    def add_share(self) -> None:
        """Add a share to the chosen line, ready to be named."""
        chosen = self._chosen()
        if chosen is not None:
            self._added(AddBudgetLine(fields={"name": _("New share")}, parent=chosen.id))
            self.form.edit("name")

    def delete(self) -> None:
        """Remove the chosen lines; the notice offers to undo."""
        chosen = tuple(row.id for row in self.table.chosen_rows())
        if chosen:
            self.perform(RemoveBudgetLines(lines=chosen), offer_undo=True)

    def _add(self, values: dict[str, Any]) -> None:
        self._added(AddBudgetLine(fields=values))

    def _added(self, command: AddBudgetLine) -> None:
        made = self.perform(command)
        if made is not None:
            self.table.choose(cast("int", made.value))

    def _move(self, by: int) -> None:
        """Move the chosen line among the lines of the same total."""
        chosen = self._chosen()
        if chosen is None:
            return
        siblings = [row for row in self.rows.rows if row.parent == chosen.parent]
        place = next(number for number, row in enumerate(siblings) if row.id == chosen.id) + by
        if 0 <= place < len(siblings):
            after = [row for row in siblings if row.id != chosen.id]
            before = after[place].id if place < len(after) else None
            self.perform(MoveBudgetLine(line=chosen.id, parent=chosen.parent, before=before))

    def _write(self, row: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self.run(EditBudgetLine(line=row, changes=changes, is_typing=is_typing))


def _subtitle(found: Budget) -> str:
    wrong = len(found.troubles)
    if wrong:
        return ngettext("{count} total does not hold", "{count} totals do not hold", wrong)
    checked = sum(row.total.state is Sum.HOLDS for row in found.rows)
    return ngettext("{count} total holds", "{count} totals hold", checked) if checked else ""


def _columns() -> list[Column[BudgetRow]]:
    phrases = current()
    return [
        Column(_("Budget line"), lambda row: ("↳ " if row.depth else "") + row.name),
        Column(_("Kind of money"), lambda row: label(row.kind)),
        Column(_("Years"), _years),
        Column(_("Amount"), lambda row: _amount(row.amount, row), is_number=True),
        Column(_("Used"), lambda row: _amount(row.used, row), is_number=True),
        Column(_("Total"), lambda row: total_mark(row.total, row.currency, phrases)),
    ]


def _amount(amount: int | None, row: BudgetRow) -> str:
    return "–" if amount is None else money_in(amount, row.currency, current())


def _years(row: BudgetRow) -> str:
    years = [str(year) for year in (row.first_year, row.last_year) if year is not None]
    return "–".join(dict.fromkeys(years))


def _spoken(row: BudgetRow) -> str:
    amount = _amount(row.amount, row)
    told = total_words(row.total, row.currency, current())
    return ", ".join(part for part in (row.name, label(row.kind), amount, told) if part)
