"""The chosen project: why it stands where it does, its scores, and a place by hand."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.domain.order.disagreement import split
from smartstad_desktop.domain.order.order import Row, said, scores_of
from smartstad_desktop.domain.order.scoring import Spread
from smartstad_desktop.domain.order.weighed import Criterion
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.outlook import Outlook
from smartstad_desktop.ui.order.score_scale import ScoreScale
from smartstad_desktop.ui.order.sentences import name_of, what_would_swap, why_before
from smartstad_desktop.ui.order.weights_panel import Badge
from smartstad_desktop.usecases.order.priority import FollowComputed, NewScore, SetScores


class ProjectPanel(ScrollSheet):
    """All about one project in the order."""

    #: A command.
    requested = Signal(object)
    #: The user wants to give the project another place.
    placing = Signal()
    #: Carries the id of a project to look at in the inventory.
    project_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outlook: Outlook | None = None
        self._row: Row | None = None
        self._criteria: tuple[Criterion, ...] = ()
        self.scales: list[ScoreScale] = []
        self._meanings: list[Label] = []
        space = theme.current().space
        self.title = Label("", Type.TITLE, Weight.BOLD, wraps=True)
        self.why = Label("", Type.BODY, wraps=True)
        self.swap = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.by_hand = Label("", Type.BODY, role=Role.ATTENTION, wraps=True)
        for label in (self.title, self.why, self.swap, self.by_hand):
            self.column.addWidget(label)
        self.column.addLayout(self._tools())
        self.column.addSpacing(space(8))
        self.column.addLayout(self._whose_row())
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(space(10))
        self._grid.setVerticalSpacing(space(4))
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)

    def _tools(self) -> QVBoxLayout:
        self.place = Button(_("Give it another place…"), icon="hand")
        self.place.clicked.connect(self.placing)
        self.follow = Button(_("Follow the computed order"), icon="rotate-ccw")
        self.follow.clicked.connect(self._follow)
        column = QVBoxLayout()
        for button in (self.place, self.follow):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _whose_row(self) -> QHBoxLayout:
        self.whose = QComboBox()
        self.whose.setAccessibleName(_("Whose scores"))
        self.whose.activated.connect(self._show_scores)
        row = QHBoxLayout()
        row.addWidget(Label(_("Scores of"), Type.BODY, Weight.SEMIBOLD))
        row.addWidget(self.whose, 1)
        return row

    def show_project(self, outlook: Outlook, project: int, *, is_read_only: bool) -> None:
        """Show a project as it stands."""
        self._outlook = outlook
        rows = list(outlook.order.rows)
        self._row = next((row for row in rows if row.project.id == project), None)
        if self._row is None:
            return
        if outlook.facts.criteria != self._criteria:
            self._rebuild(outlook.facts.criteria)
        for scale in self.scales:
            scale.is_read_only = is_read_only
        self.place.setEnabled(not is_read_only and self._row.place is not None)
        self.follow.setVisible(self._row.by_hand is not None)
        self.title.setText(self._row.project.title)
        self._show_reasons(outlook, rows)
        self._show_whose(outlook)
        self._show_scores()

    def _show_reasons(self, outlook: Outlook, rows: list[Row]) -> None:
        row = self._row
        if row is None:
            return
        at = rows.index(row)
        below = next((each for each in rows[at + 1 :] if each.value is not None), None)
        above = next((each for each in reversed(rows[:at]) if each.value is not None), None)
        pair = (row, below) if below is not None else (above, row) if above is not None else None
        if row.value is None:
            self.why.setText(_("Nothing has been scored yet. Score it below, alone or together."))
            self.swap.setText("")
        elif pair is None:
            self.why.setText("")
            self.swap.setText("")
        else:
            self.why.setText(why_before(outlook, pair[0], pair[1]))
            self.swap.setText(what_would_swap(outlook, pair[0], pair[1]))
        hand = row.by_hand
        self.by_hand.setVisible(hand is not None)
        if hand is not None:
            told = _(
                "Placed by hand at {place} instead of {computed}: {reason}",
                place=hand.place,
                computed=row.place if row.place is not None else "–",
                reason=hand.reason,
            )
            self.by_hand.setText(f"{told} ({hand.decided_by})" if hand.decided_by else told)

    def _show_whose(self, outlook: Outlook) -> None:
        chosen = self.whose.currentData()
        project = self._row.project.id if self._row else None
        self.whose.clear()
        self.whose.addItem(_("All together"), None)
        for judge in outlook.facts.municipalities:
            given = outlook.facts.scores.get(judge.id, {}).get(project, {}) if project is not None else {}
            self.whose.addItem(f"{judge.name} ({len(given)}/{len(outlook.facts.criteria)})", judge.id)
        self.whose.setCurrentIndex(max(0, self.whose.findData(chosen)))

    def _show_scores(self, *_index: object) -> None:
        outlook, row = self._outlook, self._row
        if outlook is None or row is None:
            return
        whose: MunicipalityId | None = self.whose.currentData()
        scores = scores_of(outlook.facts, row.project.id, whose)
        # How far apart the municipalities are is told where all together are looked at.
        apart = split(row.project.id, list(said(outlook.facts).values()), outlook.facts.directions)
        spreads = apart.criteria if apart is not None and whose is None else (None,) * len(scores)
        for scale, meaning, score, spread in zip(self.scales, self._meanings, scores, spreads, strict=True):
            scale.set_value(score)
            told = "\n".join(part for part in (scale.meaning(), _spread(spread)) if part)
            meaning.setText(told)
            meaning.setVisible(bool(told))

    def _rebuild(self, criteria: tuple[Criterion, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._criteria, self.scales, self._meanings = criteria, [], []
        language = current().language
        for number, criterion in enumerate(criteria):
            steps = {step: text.in_language(language) for step, text in criterion.steps.items()}
            scale = ScoreScale(name_of(criterion), steps)
            scale.scored.connect(partial(self._score, criterion))
            meaning = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
            row = 4 * number
            self._grid.addWidget(Badge(number), row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(Label(name_of(criterion), Type.BODY, Weight.SEMIBOLD, wraps=True), row, 1)
            self._grid.addWidget(scale, row + 1, 1, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(meaning, row + 2, 1)
            self._grid.setRowMinimumHeight(row + 3, theme.current().space(6))
            self.scales.append(scale)
            self._meanings.append(meaning)

    def _score(self, criterion: Criterion, value: Any) -> None:
        if self._row is None:
            return
        new = NewScore(
            project=self._row.project.id,
            criterion=criterion.id,
            municipality=self.whose.currentData(),
            value=None if value is None else float(value),
        )
        self.requested.emit(SetScores(scores=(new,)))

    def _follow(self) -> None:
        if self._row is not None:
            self.requested.emit(FollowComputed(projects=(self._row.project.id,)))


def _spread(spread: Spread | None) -> str:
    """Return how far apart the municipalities are on a criterion; nothing for fewer than three."""
    if spread is None or spread.lowest == spread.highest:
        return ""
    number = current().number
    return _("The municipalities: {lowest} to {highest}.", lowest=number(spread.lowest), highest=number(spread.highest))
