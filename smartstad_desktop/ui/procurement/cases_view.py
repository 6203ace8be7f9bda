"""All procurements under the three phases of purchasing, and those that are over."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.routines import CaseState
from smartstad_desktop.reads.procurement.board import PHASES, ProcurementLine, ProcurementsShown
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.cases.case_board import CaseBoard
from smartstad_desktop.ui.cases.case_column import BoardCase, BoardStage
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.frames import offer
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.ui.kit.parts import EmptyState

#: What the phases are called, by the word that the routine has for them.
PHASE_NAMES: Final = {
    "prepare": (N_("Prepare together"), N_("Needs, interest, value, mandates, requirements")),
    "carry_out": (N_("Carry out"), N_("Notice, tenders, award")),
    "realise": (N_("Realise"), N_("Contract, introduction, follow-up")),
}


class CasesView(QWidget):
    """Shows procurements; asks the page to open or remove one."""

    opened = Signal(int)
    deleting = Signal(int)
    adding = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self._shown: ProcurementsShown | None = None
        self._words = ""
        self.board = CaseBoard()
        self.board.opened.connect(self.opened)
        self.board.deleting.connect(self.deleting)
        empty = EmptyState(
            "handshake",
            _("No joint procurements yet"),
            _("Begin with a candidate: services and projects that several municipalities have in common."),
        )
        offer(empty, _("Begin a procurement…"), self.adding)
        self._places = QStackedWidget()
        self._places.addWidget(self.board)
        self._places.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(26), 0, space(22), space(16))
        column.addWidget(self._places)

    def show_cases(self, shown: ProcurementsShown) -> None:
        """Show the procurements."""
        self._shown = shown
        self._places.setCurrentIndex(0 if shown.lines else 1)
        self._show()

    def look_for(self, words: str) -> None:
        """Show only procurements that hold all *words*."""
        self._words = words
        self._show()

    def _show(self) -> None:
        if self._shown is None:
            return
        shown = [line for line in self._shown.lines if self._holds(line)]
        words = [tuple(current().text(each) for each in PHASE_NAMES[key]) for key in PHASES]
        stages = [BoardStage(number, name, note) for number, (name, note) in enumerate(words, 1)]
        if any(line.phase is None for line in shown):
            stages.append(BoardStage(None, _("Over")))
        # A case goes to its next step where its checklist is, so that nothing is left behind by a quick hand.
        self.board.show_cases(stages, [self._card(line) for line in shown], is_locked=True)

    def _holds(self, line: ProcurementLine) -> bool:
        text = f"{line.title} {line.stage} {' '.join(self._names(line))}".casefold()
        return all(word in text for word in self._words.casefold().split())

    def _names(self, line: ProcurementLine) -> list[str]:
        towns = {} if self._shown is None else self._shown.towns
        return [towns[each].name for each in line.towns if each in towns]

    def _card(self, line: ProcurementLine) -> BoardCase:
        towns = {} if self._shown is None else self._shown.towns
        marks = tuple(
            Mark(towns[each].mark, towns[each].colour, towns[each].name) for each in line.towns if each in towns
        )
        note = case_note(line)
        settled = _("{done} of {total} settled", done=line.done, total=line.total)
        return BoardCase(
            id=line.id,
            stage=None if line.phase is None else PHASES.index(line.phase) + 1,
            title=line.title,
            marks=marks,
            note=note,
            is_private=line.is_confidential or line.is_secret,
            spoken=", ".join((*self._names(line), note, settled)),
        )


def case_note(line: ProcurementLine) -> str:
    """Return in short how far a procurement has come, what it is worth, and that its tenders are secret."""
    parts = [label(line.state)] if line.state is not CaseState.OPEN else []
    if line.place is not None and line.phase is not None:
        parts.append(_("Step {number} {name}", number=line.place, name=line.stage))
    if line.value:
        parts.append(current().short_money(line.value))
    if line.is_secret:
        parts.append(_("secrecy"))
    return " · ".join(parts)
