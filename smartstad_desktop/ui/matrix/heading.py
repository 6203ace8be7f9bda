"""The head of the page: which grid, how much of it is shown, and the weights."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.parts import PageHeader, Pill
from smartstad_desktop.ui.matrix.sheet import Sheet

_ORDER = (Scale.CONTRIBUTION, Scale.COVERAGE, Scale.IMPORTANCE)


class MatrixHeading(QWidget):
    """Title, how many rows are shown, the three grids, and what can be done with the weights."""

    #: Another grid is wanted; carries its ``Scale``.
    scale_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PageHeader(_("Goal matrix"))
        self.pill = Pill()
        self.grids = ChipRow(_("Grids"), single=True)
        self.grids.show_faces([ChipFace(scale, label(scale)) for scale in _ORDER])
        self.weights = Button(_("Weights"), icon="sliders-horizontal")
        self.menu = QMenu(self)
        self.edit_weights = QAction(_("Write weights"), self)
        self.equal_weights = QAction(_("Make all weights equal"), self)
        self.fit_weights = QAction(_("Scale the weights to 100"), self)
        self.clear_weights = QAction(_("Take all weights away"), self)
        for action in (self.edit_weights, self.equal_weights, self.fit_weights, self.clear_weights):
            self.menu.addAction(action)
        self._scale = Scale.CONTRIBUTION
        self.header.beside.addWidget(self.pill)
        # A row of chips breaks where it must; here it has the room it asks for.
        self.grids.setMinimumWidth(self.grids.sizeHint().width())
        self.header.tools.addWidget(self.grids, 0, Qt.AlignmentFlag.AlignVCenter)
        self.header.tools.addWidget(self.weights)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.header)
        self.grids.picked.connect(self._pick)
        self.weights.clicked.connect(self._open_menu)

    def _pick(self, keys: frozenset[Hashable]) -> None:
        chosen = next((scale for scale in Scale if scale in keys), self._scale)
        self.grids.set_keys(frozenset({chosen}))
        if chosen is not self._scale:
            self.scale_chosen.emit(chosen)

    def _open_menu(self) -> None:
        self.menu.popup(self.weights.mapToGlobal(QPoint(0, self.weights.height() + 4)))

    def show_sheet(self, sheet: Sheet, shown: int) -> None:
        """Say which grid is shown, and how many of its rows."""
        self._scale = sheet.scale
        self.grids.set_keys(frozenset({sheet.scale}))
        self.weights.setVisible(sheet.scale is Scale.CONTRIBUTION)
        has_weights = any(weight is not None for weight in sheet.weights)
        self.fit_weights.setEnabled(any(sheet.weights))
        self.clear_weights.setEnabled(has_weights)
        self.pill.setVisible(bool(sheet.grid.rows))
        self.pill.setText(_count_words(sheet, shown))


def _count_words(sheet: Sheet, shown: int) -> str:
    total = len(sheet.grid.rows)
    match sheet.scale:
        case Scale.CONTRIBUTION:
            every = ngettext("{count} project", "{count} projects", total)
        case Scale.IMPORTANCE:
            every = ngettext("{count} municipality", "{count} municipalities", total)
        case Scale.COVERAGE:
            every = ngettext("{count} need", "{count} needs", total)
    return every if shown == total else _("{shown} of {every} shown", shown=current().number(shown), every=every)
