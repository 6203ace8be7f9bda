"""All cases: as a board by stage, or as a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.routines import CaseState
from smartstad_desktop.domain.testbeds.testbed_cases import Asking
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.needs import Town
from smartstad_desktop.reads.testbeds.cases import CaseRow, RoutineRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.testbeds.words import span_line
from smartstad_desktop.ui.cases.case_board import CaseBoard
from smartstad_desktop.ui.cases.case_column import BoardCase, BoardStage
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.frames import offer
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.ui.kit.parts import EmptyState
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesShown:
    """All that the board and the list show."""

    cases: tuple[CaseRow, ...]
    routines: tuple[RoutineRow, ...]
    towns: Mapping[MunicipalityId, Town]
    testbeds: Mapping[int, str]
    today: date

    def routine(self) -> RoutineRow | None:
        """Return the routine whose stages the board has: the one most open cases follow, else the newest."""
        used = [case.routine for case in self.cases if not case.is_over]
        if used:
            wanted = max(used, key=used.count)
            return next((routine for routine in self.routines if routine.id == wanted), None)
        return self.routines[0] if self.routines else None

    def town(self, number: int | None) -> Town | None:
        """Return a municipality."""
        return None if number is None else self.towns.get(MunicipalityId(number))


class CasesView(QWidget):
    """Shows cases; asks for moves."""

    #: Carries a case and the stage it is to go to.
    move_wanted = Signal(int, int)
    opened = Signal(int)
    deleting = Signal(int)
    adding = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: CasesShown | None = None
        self._words = ""
        self.board = CaseBoard()
        self.rows = RowsModel[CaseRow](self._columns(), key=lambda row: row.id, accessible=self._spoken, parent=self)
        self.table = RecordsTable(self.rows, _("Cases"), (260, 190, 170, 170, 230))
        self.places = QStackedWidget()
        for place in (self.board, self.table, self._empty()):
            self.places.addWidget(place)
        column = QVBoxLayout(self)
        space = theme.current().space
        column.setContentsMargins(space(26), 0, space(20), space(16))
        column.addWidget(self.places)
        self._is_list = False
        self.board.move_wanted.connect(self.move_wanted)
        self.board.opened.connect(self.opened)
        self.board.deleting.connect(self.deleting)
        self.table.opened.connect(self._open_row)
        self.table.deleting.connect(self._delete_row)

    def _columns(self) -> list[Column[CaseRow]]:
        return [
            Column(_("Case"), lambda row: row.title),
            Column(_("Stage"), self._stage),
            Column(_("Municipality that leads"), self._town),
            Column(_("Testbed"), self._testbed),
            Column(_("What is due"), self._due),
        ]

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "flask-conical",
            _("No cases yet"),
            _(
                "A case takes something from a need to a result that others can use, through the stages and gates of "
                "the shared routine. Begin one from a need, from a project of the inventory, or by hand."
            ),
        )
        offer(made, _("Begin a case"), self.adding)
        return made

    # What the page asks

    def show_cases(self, shown: CasesShown, *, is_locked: bool = False) -> None:
        """Show the cases as they are now."""
        self.shown = shown
        rows = [row for row in shown.cases if self._holds(row)]
        routine = shown.routine()
        self.rows.show(rows)
        if routine is not None:
            stages = [
                BoardStage(each.id, f"{number} {each.name.in_language(current().language)}", _gate(each.gate))
                for number, each in enumerate(routine.stages, 1)
            ]
            stages.append(BoardStage(None, _("Over")))
            self.board.show_cases(stages, [self._card(row, routine) for row in rows], is_locked=is_locked)
        self._show_place()

    def show_list(self, *, is_list: bool) -> None:
        """Show the list, or the board; what is chosen stays chosen."""
        chosen = self.chosen()
        self._is_list = is_list
        self._show_place()
        if chosen is not None:
            self.choose(chosen)

    def look_for(self, words: str) -> None:
        """Show only cases that hold all *words*."""
        self._words = words
        if self.shown is not None:
            self.show_cases(self.shown)

    def chosen(self) -> int | None:
        """Return the chosen case."""
        if self._is_list:
            rows = self.table.chosen_rows()
            return rows[0].id if len(rows) == 1 else None
        return self.board.chosen()

    def choose(self, case: int) -> None:
        """Choose a case."""
        if self._is_list:
            self.table.choose(case)
        else:
            self.board.choose(case)

    # Inside

    def _show_place(self) -> None:
        if self.shown is None or not self.shown.cases:
            self.places.setCurrentIndex(2)
        else:
            self.places.setCurrentWidget(self.table if self._is_list else self.board)

    def _card(self, row: CaseRow, routine: RoutineRow) -> BoardCase:
        town = self.shown.town(row.municipality) if self.shown is not None else None
        # A case that follows another version stands where it has come, by number.
        stage = None if row.is_over or row.place is None else routine.stages[min(row.place, len(routine.stages)) - 1].id
        return BoardCase(
            id=row.id,
            stage=stage,
            title=row.title,
            marks=() if town is None else (Mark(town.mark, town.colour, town.name),),
            note=self._note(row),
            is_private=row.is_confidential,
            spoken=self._spoken(row),
        )

    def _note(self, row: CaseRow) -> str:
        if row.state is not CaseState.OPEN:
            return label(row.state)
        question = None if self.shown is None else row.question(self.shown.today)
        if question is not None:
            return label(question.why) if question.why is Asking.SOON else _("Over time")
        return _("{done} of {total}", done=row.done, total=row.total) if row.total else ""

    def _stage(self, row: CaseRow) -> str:
        if row.state is not CaseState.OPEN or self.shown is None:
            return label(row.state)
        routine = next((each for each in self.shown.routines if each.id == row.routine), None)
        if routine is None or row.place is None:
            return ""
        return f"{row.place} {routine.stages[row.place - 1].name.in_language(current().language)}"

    def _town(self, row: CaseRow) -> str:
        town = None if self.shown is None else self.shown.town(row.municipality)
        return "" if town is None else town.name

    def _testbed(self, row: CaseRow) -> str:
        return "" if self.shown is None or row.testbed is None else self.shown.testbeds.get(row.testbed, "")

    def _due(self, row: CaseRow) -> str:
        question = None if self.shown is None else row.question(self.shown.today)
        asked = "" if question is None else f"{label(question.why)}: {_('what happens now?')}"
        return asked or span_line(row.starts_on, row.ended_on or row.ends_on)

    def _spoken(self, row: CaseRow) -> str:
        parts: Sequence[str] = (row.title, self._stage(row), self._town(row), self._testbed(row), self._due(row))
        return ", ".join(part for part in parts if part)

    def _holds(self, row: CaseRow) -> bool:
        text = self._spoken(row).casefold()
        return all(word in text for word in self._words.casefold().split())

    def _open_row(self, *_index: object) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.opened.emit(chosen)

    def _delete_row(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.deleting.emit(chosen)


def _gate(gate: str) -> str:
    return "" if not gate else _("then {gate}", gate=gate)
