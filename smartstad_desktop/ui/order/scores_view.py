"""Giving scores at speed: the grid, whose scores they are, and what the steps mean."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.order.priority import FEWEST
from smartstad_desktop.domain.order.scoring import spread_of
from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.chips import Chip, ChipFace
from smartstad_desktop.ui.kit.parts import Label, Panel, Pill, Type
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order import score_ranges
from smartstad_desktop.ui.order.score_strip import ScoreStrip
from smartstad_desktop.ui.order.scores_grid import ScoresGrid
from smartstad_desktop.ui.order.scores_model import ScoresModel
from smartstad_desktop.usecases.order.priority import NewScore, SetScores


class ScoresView(QWidget):
    """Its commands go out through ``requested``."""

    #: Carries a command.
    requested = Signal(object)
    leaving = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.model = ScoresModel(self)
        self.grid = ScoresGrid(self.model)
        self.strip = ScoreStrip()
        self.back = Button(_("Back to the order"), icon="arrow-left")
        self.whose = QComboBox()
        self.whose.setAccessibleName(_("Whose scores"))
        self.whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.search = SearchField(_("Search projects"))
        self.search.setPlaceholderText(_("Search projects"))
        self.search.setMinimumWidth(0)
        self.search.setMaximumWidth(space(360))
        self.unanswered = Chip(ChipFace("unanswered", _("Unanswered")))
        self.pill = Pill()
        self.hint = Label(
            _("1–5 score and go on · arrows move · Delete empties · F2 comments · Ctrl+V pastes from Excel"),
            Type.CAPTION,
            role=Role.INK_SOFT,
            wraps=True,
        )
        #: The projects that were asked for; rows stay while somebody writes, whatever they answer.
        self._wanted: frozenset[ProjectId] | None = None
        self.trouble = Label("", Type.BODY, role=Role.BAD, wraps=True)
        self.trouble.hide()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        head = QHBoxLayout()
        head.setSpacing(space(12))
        for widget in (self.back, self.whose, self.unanswered):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.search, 4)
        head.addStretch(1)
        sheet = Panel()
        sheet.column.setContentsMargins(1, 1, 1, 1)
        sheet.column.addWidget(self.grid)
        beneath = Panel()
        beneath.column.addWidget(self.strip)
        foot = QHBoxLayout()
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignBottom)
        beneath.column.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(12))
        column.addLayout(head)
        column.addWidget(self.trouble)
        column.addWidget(sheet, 1)
        column.addWidget(beneath)

    def _connect(self) -> None:
        self.back.clicked.connect(self.leaving)
        self.grid.leaving.connect(self.leaving)
        self.whose.activated.connect(self._pick)
        self.grid.scored.connect(self._write)
        self.grid.moved.connect(self._show_cell)
        self.grid.copying.connect(self._copy)
        self.grid.pasting.connect(self._paste)
        self.grid.commenting.connect(self.strip.comment.setFocus)
        self.strip.scored.connect(self._press)
        self.strip.comment.written.connect(self._comment)
        self.strip.comment.left.connect(self.grid.setFocus)
        self.search.textChanged.connect(self._narrow)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.search.left_downwards.connect(self.grid.setFocus)
        self.unanswered.toggled.connect(self._narrow)

    def show_facts(self, facts: Facts, *, is_read_only: bool) -> None:
        """Show what was read; the cursor stays in its cell."""
        self.grid.is_read_only = is_read_only
        chosen = self.whose.currentData()
        self.whose.clear()
        self.whose.addItem(_("All together"), None)
        for judge in facts.municipalities:
            self.whose.addItem(judge.name, judge.id)
        self.whose.setCurrentIndex(max(0, self.whose.findData(chosen)))
        at = self.grid.currentIndex()
        row, column = (at.row(), at.column()) if at.isValid() else (0, 0)
        self.model.show(facts, self.whose.currentData(), self._wanted)
        if not self.grid.currentIndex().isValid() and self.model.rowCount():
            self.grid.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), column))
        self._show_cell()

    @property
    def project(self) -> ProjectId | None:
        """Return the project under the cursor."""
        index = self.grid.currentIndex()
        return self.model.projects[index.row()].id if index.isValid() else None

    def _pick(self, _index: int) -> None:
        self._narrow()
        self.grid.setFocus()

    def _narrow(self, *_state: object) -> None:
        """Show the projects whose titles hold the words, and of those with a gap only when that is asked for."""
        facts, whose = self.model.facts, self.whose.currentData()
        if facts is None:
            return
        words = self.search.text().casefold().split()
        answers = facts.scores.get(whose, {})
        found = (
            project.id
            for project in facts.projects
            if all(word in project.title.casefold() for word in words)
            and not (self.unanswered.isChecked() and len(answers.get(project.id, {})) == len(facts.criteria))
        )
        self._wanted = frozenset(found) if words or self.unanswered.isChecked() else None
        self.model.show(facts, whose, self._wanted)
        if not self.grid.currentIndex().isValid() and self.model.rowCount():
            self.grid.setCurrentIndex(self.model.index(0, 0))
        self._show_cell()

    def _show_cell(self) -> None:
        facts, index = self.model.facts, self.grid.currentIndex()
        self.trouble.hide()
        if facts is None:
            return
        number = current().number
        cells = self.model.rowCount() * self.model.columnCount()
        self.pill.setText(_("{count} of {all} scores", count=number(self.model.answered), all=number(cells)))
        if not index.isValid():
            return
        project, criterion = self.model.projects[index.row()], facts.criteria[index.column()]
        self.strip.show_cell(
            project.title,
            criterion,
            self.model.given(index.row(), index.column()),
            told=self._others(facts, index.row(), index.column()),
            is_open=not self.grid.is_read_only,
        )

    def _others(self, facts: Facts, row: int, column: int) -> str:
        """Return what the municipalities gave, where enough of them did."""
        project, criterion = self.model.projects[row].id, facts.criteria[column].id
        everybody = (facts.scores.get(judge.id, {}).get(project, {}) for judge in facts.municipalities)
        spread = spread_of([each[criterion].value for each in everybody if criterion in each])
        if spread is None or spread.count < FEWEST or self.model.whose is not None:
            return ""
        number = current().number
        return _(
            "{count} municipalities: mean {mean}, from {lowest} to {highest}",
            count=number(spread.count),
            mean=number(spread.mean, 1),
            lowest=number(spread.lowest),
            highest=number(spread.highest),
        )

    # Writing

    def _write(self, cells: tuple[tuple[int, int, float | None], ...]) -> None:
        facts = self.model.facts
        if facts is None or not cells or self.grid.is_read_only:
            return
        scores = tuple(
            NewScore(
                project=self.model.projects[row].id,
                criterion=facts.criteria[column].id,
                municipality=self.model.whose,
                value=value,
            )
            for row, column, value in cells
        )
        self.requested.emit(SetScores(scores=scores))

    def _press(self, value: float | None) -> None:
        index = self.grid.currentIndex()
        self._write(((index.row(), index.column(), value),))
        self.grid.setFocus()

    def _comment(self, words: str) -> None:
        index = self.grid.currentIndex()
        given = self.model.given(index.row(), index.column()) if index.isValid() else None
        if self.model.facts is None or given is None:
            return
        commented = NewScore(
            project=self.model.projects[index.row()].id,
            criterion=self.model.facts.criteria[index.column()].id,
            municipality=self.model.whose,
            value=given.value,
            comment=words,
        )
        self.requested.emit(SetScores(scores=(commented,)))

    def _copy(self) -> None:
        rows, columns = self.grid.selected()
        QGuiApplication.clipboard().setText(score_ranges.as_text(self.model, rows, columns))

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if not text.strip() or not self.grid.currentIndex().isValid():
            return
        rows, columns = self.grid.selected()
        try:
            cells = score_ranges.pasted(text, rows, columns, self.model)
        except DomainError as error:
            self.trouble.setText(trouble.sentence(error))
            self.trouble.show()
            return
        self._write(cells)
