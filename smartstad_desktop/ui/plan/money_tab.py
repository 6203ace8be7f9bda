"""Money and time: what each measure costs and lacks, who sets aside what in which year, and when it all happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.values import MunicipalityId, PlanItemId
from smartstad_desktop.reads.plan.money import MoneyTable, money_of
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.frames import fill
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.drawing_view import DrawingView
from smartstad_desktop.ui.plan.fields import thousands
from smartstad_desktop.ui.plan.plan_tab import PlanTab
from smartstad_desktop.ui.plan.shown import ShownVersion
from smartstad_desktop.ui.plan.words import plan_years
from smartstad_desktop.ui.plan.year_grid import GridLine, YearGrid
from smartstad_desktop.usecases.plan.commitments import SetCommitmentYear
from smartstad_desktop.usecases.plan.plan_timeline import Grouping, PlanSpan, plan_timeline

_WIDTHS: Final = (200, 96, 96, 104)
_ALL: Final = PlanItemId(0)


@dataclass(frozen=True, slots=True)
class _Line:
    """A measure in the list of costs, or the whole plan, which is known by nought."""

    id: PlanItemId
    title: str
    cost: int | None
    promised: int | None
    gap: int | None
    is_yearly: bool = False


class MoneyTab(PlanTab):
    """Costs at the left, years at the right, the line of time beneath."""

    def __init__(self, services: Services, version: ShownVersion, parent: QWidget | None = None) -> None:
        super().__init__(services, version, parent)
        self.lines: RowsModel[_Line] = RowsModel(_columns(), key=lambda row: row.id, accessible=_spoken)
        self.table = RecordsTable(self.lines, _("What measures cost and lack"), _WIDTHS)
        self.lines.setParent(self.table)
        self.grid = YearGrid()
        self.title = Label("", Type.STRONG, Weight.SEMIBOLD, wraps=True)
        self.note = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.groups = ChipRow(_("What the picture is gathered by"), single=True)
        self.groups.show_faces(
            [
                ChipFace(Grouping.BAND, _("By order of importance")),
                ChipFace(Grouping.MUNICIPALITY, _("By who leads")),
            ]
        )
        self.groups.set_keys(frozenset({Grouping.BAND}))
        self.timeline = DrawingView()
        self.untimed = Label(
            _("No measure says when. Write a time in each measure, and the picture draws itself."),
            role=Role.INK_SOFT,
            wraps=True,
        )
        self._arrange()
        self.table.chosen.connect(self._show_years)
        self.grid.figures.written.connect(self._write)
        self.groups.picked.connect(self._show_time)

    def _arrange(self) -> None:
        space = theme.current().space
        costs, years, times = Panel(), Panel(), Panel()
        costs.column.setContentsMargins(1, 4, 1, 4)
        costs.column.addWidget(self.table)
        for widget in (self.title, self.grid, self.note):
            years.column.addWidget(widget, 1 if widget is self.grid else 0)
        sheet = ScrollSheet()
        sheet.column.addWidget(self.timeline)
        sheet.column.addWidget(self.untimed)
        sheet.column.addStretch(1)
        times.column.setContentsMargins(4, 10, 4, 4)
        around = QHBoxLayout()
        around.setContentsMargins(space(14), 0, space(14), 0)
        around.addWidget(Label(_("When it happens"), Type.STRONG, Weight.SEMIBOLD))
        around.addSpacing(space(10))
        around.addWidget(self.groups, 1)
        times.column.addLayout(around)
        times.column.addWidget(sheet, 1)
        upper = QHBoxLayout()
        upper.setSpacing(space(14))
        upper.addWidget(costs, 1)
        upper.addWidget(years, 1)
        column = fill(self)
        column.setContentsMargins(space(20), space(12), space(20), space(16))
        column.setSpacing(space(14))
        column.addLayout(upper, 6)
        column.addWidget(times, 5)

    # Showing

    @override
    def show_plan(self, read: PlanRead) -> None:
        """Show the money and the time of a version."""
        self._money = money_of(read.measures)
        self.lines.show(_lines_of(self._money))
        self.table.choose_first()
        self._show_years()
        self._show_time()

    def _show_years(self) -> None:
        if self.read is None:
            return
        rows: list[_Line] = self.table.chosen_rows()
        line = rows[0] if rows else None
        is_all = line is None or line.id == _ALL
        self.title.setText(_("The whole plan") if line is None or is_all else line.title)
        years = sorted({*plan_years(self.read), *self._money.years})
        if not years and self.is_open:
            today = self.services.workspace.now.astimezone().year
            years = list(range(today + 1, today + 5))
        shown = self._all_lines() if is_all else self._measure_lines(line.id if line else _ALL)
        self.grid.figures.show_lines(shown, years, can_write=self.is_open and not is_all)
        self.note.set_role(Role.INK_SOFT)
        self.note.setText(self._note(line, is_all=is_all))

    def _note(self, line: _Line | None, *, is_all: bool) -> str:
        if is_all:
            hint = _("Choose a measure to write what each municipality sets aside, in thousands.")
            return hint if self.is_open else ""
        if line is None or line.gap is None:
            return _("The gap is known when both the cost and the promises are.")
        money = current().short_money(abs(line.gap))
        if line.gap > 0:
            return _("{money} is still to be found.", money=money)
        return _("{money} more is promised than it costs.", money=money) if line.gap < 0 else _("It is paid for.")

    def _all_lines(self) -> list[GridLine]:
        names = self._names()
        return [
            GridLine(
                line.municipality,
                names.get(line.municipality, ""),
                {year: int(amount) for year, amount in line.sums.years.items()},
                line.sums.without_year,
                line.sums.total,
            )
            for line in self._money.lines
        ]

    def _measure_lines(self, measure: PlanItemId) -> list[GridLine]:
        read = self.read
        row = next((row for row in read.measures if row.id == measure), None) if read else None
        if row is None or read is None:
            return []
        one = {line.municipality: line for line in money_of([row]).lines}
        joined = {said.municipality for said in row.commitments}
        found: list[GridLine] = []
        for town in read.municipalities:
            line = one.get(town.id)
            if line is None and not (town.id in joined or (self.is_open and town.is_participating)):
                continue
            years = {} if line is None else {year: int(amount) for year, amount in line.sums.years.items()}
            loose, total = (None, None) if line is None else (line.sums.without_year, line.sums.total)
            found.append(GridLine(town.id, town.short_name, years, loose, total))
        return found

    def _names(self) -> dict[MunicipalityId, str]:
        return {row.id: row.short_name for row in (self.read.municipalities if self.read else ())}

    def _show_time(self, *_keys: object) -> None:
        read = self.read
        if read is None:
            return
        by = next(iter(self.groups.keys()), Grouping.BAND)
        today = self.services.workspace.now.astimezone().date()
        span = PlanSpan(first_year=read.plan.first_year, last_year=read.plan.last_year, today=today)
        numbered = list(enumerate(read.measures, 1))

        def draw(width: float) -> Any:
            sheets = plan_timeline(numbered, read.municipalities, current(), span, by=Grouping(str(by)), width=width)
            return sheets[0] if sheets else None

        self.timeline.show_drawing(draw)
        is_drawn = any(row.starts_on or row.ends_on for row in read.measures)
        self.timeline.setVisible(is_drawn)
        self.untimed.setVisible(not is_drawn)

    # Acting

    def _write(self, municipality: int, year: int, text: str) -> None:
        rows: list[_Line] = self.table.chosen_rows()
        if not rows:
            return
        try:
            amount = thousands("amount", text)
            self.run(
                SetCommitmentYear(
                    measure=rows[0].id, municipality=MunicipalityId(municipality), year=year, amount=amount
                )
            )
        except DomainError as error:
            self.note.set_role(Role.BAD)
            self.note.setText(trouble.sentence(error))


def _lines_of(table: MoneyTable) -> list[_Line]:
    measures = [
        _Line(
            row.measure,
            row.title,
            row.financing.cost,
            row.financing.promised,
            row.financing.gap,
            is_yearly=row.financing.is_yearly,
        )
        for row in table.measures
    ]
    once = [line.cost for line in measures if line.cost is not None and not line.is_yearly]
    gaps = [line.gap for line in measures if line.gap is not None and line.gap > 0]
    whole = _Line(
        _ALL,
        _("The whole plan"),
        sum(once) if once else None,
        table.together.total,
        sum(gaps) if gaps else None,
    )
    return [whole, *measures]


def _columns() -> list[Column[_Line]]:
    return [
        Column(_("Measure"), lambda row: row.title),
        Column(_("Costs"), _cost, is_number=True),
        Column(_("Promised"), lambda row: _short(row.promised), is_number=True),
        Column(_("Still to find"), lambda row: _short(row.gap), is_number=True),
    ]


def _cost(row: _Line) -> str:
    if row.cost is None:
        return "–"
    return _("{money} a year", money=_short(row.cost)) if row.is_yearly else _short(row.cost)


def _short(amount: int | None) -> str:
    return "–" if amount is None else current().short_money(amount)


def _spoken(row: _Line) -> str:
    return ", ".join((row.title, _cost(row), _short(row.promised), _short(row.gap)))
