"""The silent phase at the console: ballots are written for whoever answers, and nobody sees them before the reveal."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.workshop.meeting import Phase
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.workshop import rounds as reads
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.parts import Label, Pill, Type, Weight
from smartstad_desktop.ui.workshop.ballots import ballot_words as words
from smartstad_desktop.ui.workshop.ballots.ballot_deeds import BallotDeeds
from smartstad_desktop.ui.workshop.ballots.ballot_grid import BallotGrid
from smartstad_desktop.ui.workshop.ballots.ballot_table import BallotTable, for_everybody
from smartstad_desktop.ui.workshop.ballots.ballot_twin import BallotTwin, twin_for, twin_name
from smartstad_desktop.ui.workshop.ballots.criterion_tabs import CriterionTabs
from smartstad_desktop.ui.workshop.ballots.entry_bar import EntryBar
from smartstad_desktop.ui.workshop.ballots.reveal_bar import RevealBar
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.ui.workshop.middle import MiddlePanel
from smartstad_desktop.usecases.workshop.round_phases import SetPhase

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.sessions import SessionSheet

_GRID: Final = "grid"
_TWIN: Final = "twin"


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a panel gives up to the one that takes its place."""

    way: frozenset[Hashable]
    row: int
    column: int
    quick: str
    is_quick: bool


class BallotsPanel(MiddlePanel):
    """The grid of ballots, for some methods a second way to write the same, and what is beneath."""

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(host, parent)
        self.table: BallotTable | None = None
        self.title = Label("", Type.STRONG, Weight.BOLD)
        self.hint = Pill()
        self.hint.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.tabs = CriterionTabs()
        self.ways = ChipRow(_("Ways to write the ballots"), single=True)
        self.grid = BallotGrid()
        self.twin: BallotTwin | None = None
        self._twin_of: Method | None = None
        self.places = QStackedWidget()
        self.places.addWidget(self.grid)
        self.entry = EntryBar()
        self.foot = RevealBar()
        self.deeds = BallotDeeds(host, lambda: self.table, self)
        self.setFocusProxy(self.grid)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        how = QHBoxLayout()
        how.addWidget(self.ways, 1)
        how.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(16), space(14), space(16), space(14))
        column.setSpacing(space(10))
        column.addWidget(self.title)
        column.addLayout(how)
        column.addWidget(self.tabs)
        column.addWidget(self.places, 1)
        column.addWidget(self.entry)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.grid.typed.connect(self._typed)
        self.grid.moved.connect(self._show_caster)
        self.grid.next_wanted.connect(self._go_on)
        self.deeds.told.connect(self._tell)
        self.tabs.picked.connect(self._judge)
        self.ways.picked.connect(self._go_way)
        self.entry.done_wanted.connect(self._finish)
        self.entry.blank_wanted.connect(lambda: self.deeds.finish(self.grid.caster_column, is_blank=True))
        self.entry.clear_wanted.connect(lambda: self.deeds.clear(self.grid.caster_column))
        self.entry.concern_written.connect(self._keep_concern)
        self.entry.quick.entered.connect(self._quick)
        self.entry.quick.next_wanted.connect(lambda: self._go_on(self.grid.caster_column))
        self.foot.reveal_wanted.connect(self._reveal)
        self.foot.asked.connect(self.host.services.notices.announce)

    @override
    def show_round(self, session: SessionSheet, round_: RoundSheet | None) -> None:
        """Show the ballots as they are now; who is done is hidden until the reveal."""
        if round_ is None:
            return
        round_ = for_everybody(round_) if self.is_mirrored else round_
        is_other = self.table is None or self.table.sheet.id != round_.id
        self.tabs.show_criteria(round_.criteria)
        said = self.host.services.workspace.read(reads.said, round_.id)
        self.table = BallotTable(round_, said, self.tabs.key)
        self.title.setText(words.heading(round_))
        self.hint.setText(words.hint(round_))
        self._offer_ways(round_.method)
        self.grid.show_table(self.table, is_masked=self.is_mirrored)
        if is_other:
            self.grid.go_to(*(self.table.next_open(-1) or (0, 0)))
        self.foot.show_round(round_, can_reveal=round_.phase is Phase.SILENT)
        self._show_caster()

    @override
    def finish(self) -> None:
        """Keep what is being typed."""
        self.grid.keep()
        self.entry.keep_concern()
        if self.entry.quick.text().strip():
            self._quick(self.entry.quick.text())

    @override
    def give_up(self) -> object:
        """Give up the line that is being written, and which ballot it is for."""
        at, quick = self.grid.currentIndex(), self.entry.quick
        kept = _Kept(self.ways.keys(), at.row(), at.column(), quick.text(), self.window().focusWidget() is quick)
        quick.clear()
        return kept

    @override
    def take_up(self, kept: object) -> None:
        """Go on with the same ballot, in the same line."""
        if isinstance(kept, _Kept):
            self._go_way(kept.way)
            self.grid.go_to(kept.row, kept.column)
            self.entry.quick.setText(kept.quick)
            if kept.is_quick:
                QTimer.singleShot(0, self, self.entry.quick.setFocus)

    # Ways

    def _offer_ways(self, method: Method) -> None:
        if method is not self._twin_of:
            if self.twin is not None:
                self.places.removeWidget(self.twin)
                self.twin.deleteLater()
            self._twin_of, self.twin = method, twin_for(method, self.host, self.deeds)
            if self.twin is not None:
                self.places.addWidget(self.twin)
            names = [ChipFace(_GRID, _("Grid"), icon="table"), ChipFace(_TWIN, twin_name(method), icon="hand")]
            self.ways.show_faces(names if self.twin is not None else [])
            self.ways.set_keys(frozenset({_GRID}))
            self.places.setCurrentWidget(self.grid)
        self.ways.setVisible(self.twin is not None)

    def _go_way(self, keys: object) -> None:
        key = _TWIN if _TWIN in cast("frozenset[str]", keys) else _GRID
        self.ways.set_keys(frozenset({key}))
        self.places.setCurrentWidget(self.twin if key == _TWIN and self.twin is not None else self.grid)
        self._show_caster()
        (self.twin if key == _TWIN and self.twin is not None else self.grid).setFocus()

    def _judge(self) -> None:
        if self.table is not None:
            self.grid.keep()
            self.table = BallotTable(self.table.sheet, self.table.said, self.tabs.key)
            self.grid.show_table(self.table, is_masked=self.is_mirrored)
            self.grid.go_to(0, max(0, self.grid.caster_column))

    # Writing

    def _typed(self, row: int, column: int, text: str) -> None:
        if self.deeds.write(row, column, text):
            self.grid.accepted()
        else:
            self.grid.refused()

    def _quick(self, text: str) -> None:
        if self.deeds.write_number(self.grid.caster_column, text):
            self.entry.quick.clear()

    def _go_on(self, column: int) -> None:
        """Finish what is whole and go to whoever is next."""
        if self.table is None or not 0 <= column < len(self.table.casters):
            return
        caster = self.table.casters[column]
        if not caster.is_done and caster.has_begun and self.table.left(column) <= 0:
            self.deeds.finish(column)
        place = self.table.next_open(column)
        if place is not None:
            self.grid.go_to(*place)

    def _finish(self, is_done: bool) -> None:  # noqa: FBT001  a signal carries it
        self.grid.keep()
        self.deeds.finish(self.grid.caster_column, is_done=is_done)

    def _keep_concern(self, concern: str) -> None:
        caster = self.grid.ballots.caster(self.grid.caster_column)
        if caster is not None:
            self.deeds.finish(
                self.grid.caster_column, is_done=caster.is_done, is_blank=caster.is_blank, concern=concern
            )

    def _reveal(self) -> None:
        self.finish()
        if self.table is not None:
            self.host.perform(SetPhase(round=self.table.sheet.id, phase=Phase.REVEAL))

    # Telling

    def _tell(self, trouble: str) -> None:
        if trouble:
            self.entry.say(trouble, is_bad=True)
            self.host.services.notices.announce(trouble)
        else:
            self._show_caster()

    def _show_caster(self) -> None:
        column = self.grid.caster_column
        caster = self.grid.ballots.caster(column)
        if self.table is None or caster is None:
            self.entry.show_caster(None, _("Nobody answers yet: add seats to the session."), has_concern=False)
            return
        index = self.grid.currentIndex()
        if index.isValid():
            self.item_chosen.emit(self.table.lines[index.row()].item.id)
        is_fist = self.table.sheet.method is Method.FIST
        self.entry.show_caster(caster, words.status(self.table, column), has_concern=is_fist and not self.is_mirrored)
        if self.twin is not None:
            self.twin.show_ballot(self.table, column, is_masked=self.is_mirrored)
