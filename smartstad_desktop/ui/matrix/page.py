"""The goal matrix: three grids of answers with weights, results, gaps, and one sentence on how firm the order is."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import ChangeSet, Kind
from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.domain.inventory import ProjectKind
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.matrix.arranging import Arranged, Wanted, arrange
from smartstad_desktop.ui.matrix.cards import Cards
from smartstad_desktop.ui.matrix.editing import Editing
from smartstad_desktop.ui.matrix.empty import empty_state
from smartstad_desktop.ui.matrix.filter_bar import FilterBar
from smartstad_desktop.ui.matrix.gaps import Gap, gaps_of
from smartstad_desktop.ui.matrix.grid import MatrixGrid
from smartstad_desktop.ui.matrix.grid_view import Onward
from smartstad_desktop.ui.matrix.heading import MatrixHeading
from smartstad_desktop.ui.matrix.memory import Memory
from smartstad_desktop.ui.matrix.reading import INTERESTS, Reader
from smartstad_desktop.ui.matrix.scale_dialog import ScaleDialog
from smartstad_desktop.ui.matrix.sheet import Sheet
from smartstad_desktop.ui.matrix.standing import StandingCheck
from smartstad_desktop.ui.matrix.strip import Strip

#: So long nothing must be written before sentences are made again.
_REST_MS: Final = 350
_LOWEST_WITH_CARDS: Final = 640


class MatrixPage(Page):
    """One of three grids, its weights and sentences."""

    interests: ClassVar[frozenset[Kind]] = INTERESTS

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.memory = Memory.of(services)
        self.wanted = Wanted(grouping=self.memory.grouping, sorting=self.memory.sorting)
        self.sheet: Sheet | None = None
        self.reader = Reader(services.workspace)
        self._dialog: ScaleDialog | None = None
        self.heading, self.filters = MatrixHeading(), FilterBar()
        self.grid, self.strip, self.cards = MatrixGrid(), Strip(), Cards()
        self.empty: QWidget | None = None
        self.stack = QStackedWidget()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self.editing = Editing(self.grid, self.perform, services.notices)
        self.standing = StandingCheck(services.jobs, self.cards.say_order, self)
        self.grid.view.onward = self.memory.onward
        self._build()
        self._connect()
        self._offer()

    def _build(self) -> None:
        space = theme.current().space
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(12))
        self.heading.header.beside.addWidget(self.filters.again)
        column.addWidget(self.filters)
        column.addWidget(self.grid, 1)
        column.addWidget(self.cards)
        self.grid.put_beneath(self.strip)
        self.stack.addWidget(work)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space(26), space(16), space(26), space(18))
        whole.setSpacing(space(12))
        whole.addWidget(self.heading)
        whole.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.heading.scale_chosen.connect(self.show_scale)
        self.heading.edit_weights.triggered.connect(lambda: self.grid.head.choose_weight(0))
        self.heading.equal_weights.triggered.connect(self.editing.make_weights_equal)
        self.heading.fit_weights.triggered.connect(self.editing.fit_weights)
        self.heading.clear_weights.triggered.connect(self.editing.clear_weights)
        self.filters.wanted.connect(self.want)
        self.filters.sorting_again.connect(self.sort_again)
        self.filters.onward_chosen.connect(self._go_onward)
        self.filters.search.left_downwards.connect(self._enter_grid)
        self.grid.view.moved.connect(self._show_cell)
        self.grid.view.commenting.connect(self.strip.write_comment)
        self.strip.pressed.connect(self.grid.view.write)
        self.strip.comment.written.connect(self.editing.comment)
        self.strip.comment.left.connect(self._enter_grid)
        self.cards.followed.connect(self._follow)
        self._rest.timeout.connect(self._speak)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._focus_search)

    def _offer(self) -> None:
        """Fill the menu of what is seldom needed."""
        view, editing = self.grid.view, self.editing
        groups = (
            (
                (_("Comment (F2)"), self.strip.write_comment),
                (_("Fill downwards (Ctrl+D)"), lambda: view.fill_along(downwards=True)),
                (_("Fill to the right (Ctrl+R)"), lambda: view.fill_along(downwards=False)),
                (_("Stretch the selection (F8)"), lambda: view.stretch(on=True)),
            ),
            (
                (_("Copy the grid as a table"), editing.copy_with_names),
                (_("Copy the grid as a picture"), editing.copy_picture),
                (_("Save the grid as a picture…"), editing.save_picture),
            ),
            ((_("The steps of the scale…"), self.describe_scale), (_("What is missing…"), self.cards.show_all)),
        )
        self.filters.offer_more(groups)

    # Reading

    @override
    def refresh(self) -> None:
        """Read the cells that have changed, or everything."""
        touched = self.reader.read_changed(self.sheet)
        if touched is None:
            self._read_all()
        elif touched:
            self.grid.update_cells(touched)
            self._show_cell()
            self._rest.start()

    def _read_all(self) -> None:
        self.sheet = self.reader.read_all(self.memory.scale)
        arranged = arrange(self.sheet, self.wanted)
        before = self.grid.model.arranged
        if self.grid.model.sheet is not None and self.grid.model.sheet.scale is self.sheet.scale:
            # Rows keep their places while somebody works here; they are ordered again on request.
            arranged = before if set(before.ids) == set(arranged.ids) else arranged
        self._show(self.sheet, arranged)

    def _show(self, sheet: Sheet, arranged: Arranged) -> None:
        self.grid.show_sheet(sheet, arranged)
        self.strip.show_steps(sheet)
        self.filters.show_state(sheet, self.wanted, self.grid.view.onward)
        self._count()
        self._show_cell()
        self._show_empty(sheet)
        self._speak()

    def _show_empty(self, sheet: Sheet) -> None:
        if self.empty is not None:
            self.stack.removeWidget(self.empty)
            self.empty.deleteLater()
            self.empty = None
        if not sheet.grid.rows or not sheet.columns:
            self.empty = empty_state(sheet, self.navigate.emit)
            self.stack.addWidget(self.empty)
            self.stack.setCurrentWidget(self.empty)
        else:
            self.stack.setCurrentIndex(0)

    def _count(self) -> None:
        if self.sheet is not None:
            self.heading.show_sheet(self.sheet, sum(row > 0 for row in self.grid.model.arranged.ids))

    @override
    def _on_changes(self, changes: ChangeSet) -> None:
        if self.reader.note(changes, self.memory.scale):
            super()._on_changes(changes)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Order the rows again: nobody has a hand on them yet."""
        super().showEvent(event)
        if self.sheet is not None:
            self.sort_again()
            self._rest.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a low window to the grid; what the cards say is in the menu too."""
        super().resizeEvent(event)
        self.cards.setVisible(self.height() >= theme.current().space(_LOWEST_WITH_CARDS))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Put off what only waited for a quiet moment."""
        super().hideEvent(event)
        self._rest.stop()
        self.standing.stop()

    @override
    def leave(self) -> bool:
        """Keep the comment that is being typed."""
        self.strip.comment.finish()
        return True

    # What is said

    def _speak(self) -> None:
        """Say whether the order holds and what is missing, as it is now."""
        self._rest.stop()
        if self.sheet is None:
            return
        self.cards.show_gaps(gaps_of(self.sheet))
        self.filters.again.setVisible(arrange(self.sheet, self.wanted).ids != self.grid.model.arranged.ids)
        self.standing.look_at(self.sheet)

    def _show_cell(self) -> None:
        if self.sheet is not None:
            view = self.grid.view
            note = _("Arrows and clicks stretch the selection. F8 or Esc ends that.") if view.is_stretching else ""
            self.strip.show_cell(self.sheet, view.current_cell(), note)

    def _follow(self, gap: Gap) -> None:
        if gap.target is not None:
            self.navigate.emit(gap.target)
            return
        cell = self.grid.view.current_cell()
        self._go_to_cell(gap.row, gap.place if gap.place is not None else (cell[1] if cell else 0))

    def _go_to_cell(self, row: int | None, place: int) -> None:
        if row is not None and self.grid.model.number_of(row) is None:
            self.want(Wanted(grouping=self.wanted.grouping, sorting=self.wanted.sorting))
        rows = [each for each in self.grid.model.arranged.ids if each > 0]
        if rows:
            self.grid.view.choose(row if row is not None else rows[0], place)
            self._enter_grid()

    # What is wanted

    def show_scale(self, scale: Scale) -> None:
        """Show another grid."""
        self.leave()
        self.memory.scale = scale
        self.memory.keep(self.services)
        self.wanted = Wanted()
        self.reader.forget()
        self.refresh()

    def want(self, wanted: Wanted) -> None:
        """Show what is wanted; the grid is ordered anew."""
        self.wanted = wanted
        self.memory.grouping, self.memory.sorting = wanted.grouping, wanted.sorting
        self.memory.keep(self.services)
        self.sort_again()

    def sort_again(self) -> None:
        """Order the rows by what they come to now."""
        if self.sheet is not None:
            self.grid.arrange(arrange(self.sheet, self.wanted))
            self.filters.show_state(self.sheet, self.wanted, self.grid.view.onward)
            self.filters.again.hide()
            self._count()
            self._show_cell()

    def _go_onward(self, onward: Onward) -> None:
        self.grid.view.onward = self.memory.onward = onward
        self.memory.keep(self.services)
        if self.sheet is not None:
            self.filters.show_state(self.sheet, self.wanted, onward)

    def describe_scale(self) -> None:
        """Ask what the steps mean."""
        if self.sheet is None:
            return
        dialog = ScaleDialog(self.sheet.scale, self.sheet.steps, self.reader.own_steps, self)
        self._dialog = dialog
        dialog.confirmed.connect(self._describe)
        dialog.open()

    def _describe(self, values: dict[str, Any]) -> None:
        if self._dialog is not None:
            self.perform(self._dialog.command(values), offer_undo=True)

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show a grid, a row of it, a goal, or what is not answered."""
        scale = target.filters.get("scale")
        if scale in set(Scale) and Scale(scale) is not self.memory.scale:
            self.show_scale(Scale(scale))
        if self.sheet is None:
            self.refresh()
        if target.filters.get("unanswered"):
            self.want(Wanted(is_unanswered=True, kinds=frozenset(ProjectKind) - {ProjectKind.STOPPED}))
        goal = target.filters.get("goal")
        if self.sheet is not None and (target.row is not None or goal in self.sheet.columns):
            self._go_to_cell(target.row, self.sheet.columns.index(int(goal)) if goal in self.sheet.columns else 0)

    def _enter_grid(self) -> None:
        view = self.grid.view
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        rows = [row for row in self.grid.model.arranged.ids if row > 0]
        if view.current_cell() is None and rows:
            view.choose(rows[0], 0)

    def _focus_search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()
