"""What is done to cells and weights: written, copied, pasted, commented, weighed, drawn as a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.files import FileUnwritable
from smartstad_desktop.domain.goals.goal_matrix import CellValue, WeightOffScale, shared_out
from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.forms import ask_save_path
from smartstad_desktop.ui.kit.notices import Notices, Tone
from smartstad_desktop.ui.matrix import picture, ranges
from smartstad_desktop.ui.matrix.grid import MatrixGrid
from smartstad_desktop.ui.matrix.sheet import figure
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.goals.goal_matrix import (
    CommentCell,
    SetContributions,
    SetCoverages,
    SetGoalWeights,
    SetImportances,
)

_COMMANDS = {
    Scale.CONTRIBUTION: SetContributions,
    Scale.IMPORTANCE: SetImportances,
    Scale.COVERAGE: SetCoverages,
}


class Editing(QObject):
    """Turns what the hand does in the grid into commands; shows nothing itself but notices."""

    def __init__(self, grid: MatrixGrid, run: Callable[[Command], object], notices: Notices) -> None:
        super().__init__(grid)
        self._grid, self._run, self._notices = grid, run, notices
        view = grid.view
        view.answered.connect(self.write)
        view.pasting.connect(self.paste)
        view.copying.connect(self.copy)
        view.missed.connect(self._miss)
        grid.head_model.weighed.connect(self.weigh)

    def write(self, cells: tuple[CellValue, ...]) -> None:
        """Write cells as one step."""
        sheet = self._grid.model.sheet
        if sheet is not None and cells:
            self._run(_COMMANDS[sheet.scale](cells=cells))

    def _miss(self, value: int) -> None:
        sheet = self._grid.model.sheet
        if sheet is not None:
            steps = tuple(sheet.steps)
            words = _(
                "{value} is not on the scale. It runs from {lowest} to {highest}.",
                value=figure(value),
                lowest=figure(steps[0]),
                highest=figure(steps[-1]),
            )
            self._notices.say(words, tone=Tone.ATTENTION)

    # The clipboard

    def copy(self, is_cut: bool = False) -> None:  # noqa: FBT001, FBT002  the signal carries it
        """Copy the range for a spreadsheet, and empty it when it is cut out."""
        sheet = self._grid.model.sheet
        rows, places = self._grid.view.selected()
        if sheet is None or not rows:
            return
        QGuiApplication.clipboard().setText(ranges.as_text(sheet, rows, places))
        if is_cut:
            self._grid.view.write(None)

    def copy_with_names(self) -> None:
        """Copy everything that is shown, with the names of rows and columns."""
        sheet = self._grid.model.sheet
        if sheet is None:
            return
        rows = [row for row in self._grid.model.arranged.ids if row > 0]
        QGuiApplication.clipboard().setText(ranges.as_text_with_names(sheet, rows, range(len(sheet.columns))))
        self._notices.say(_("The grid has been copied. Paste it into a spreadsheet."))

    def paste(self) -> None:
        """Write what a spreadsheet has copied, as one step or not at all."""
        sheet, text = self._grid.model.sheet, QGuiApplication.clipboard().text()
        rows, columns, is_range = self._grid.view.to_paste_into()
        if sheet is None or not rows or not text:
            return
        try:
            cells = ranges.pasted(ranges.parsed(text, sheet.scale), rows, columns, is_range=is_range)
        except DomainError as error:
            self._notices.trouble(error)
            return
        self.write(cells)

    def comment(self, text: str) -> None:
        """Write a comment on the current cell."""
        sheet, cell = self._grid.model.sheet, self._grid.view.current_cell()
        if sheet is not None and cell is not None:
            self._run(CommentCell(scale=sheet.scale, row=cell[0], column=sheet.columns[cell[1]], comment=text))

    # Weights

    def weigh(self, place: int, text: str) -> None:
        """Write the weight of one goal; nothing leaves it out."""
        sheet = self._grid.model.sheet
        if sheet is None:
            return
        if text and not text.isdecimal():
            self._notices.trouble(WeightOffScale(text=text))
            return
        self._run(SetGoalWeights(weights={sheet.columns[place]: int(text) if text else None}))

    def make_weights_equal(self) -> None:
        """Give every goal the same share of 100."""
        sheet = self._grid.model.sheet
        if sheet is not None:
            self._share_out(dict.fromkeys(sheet.columns, 1.0))

    def fit_weights(self) -> None:
        """Let the weights add up to 100 in the same proportions; goals without a weight stay without."""
        sheet = self._grid.model.sheet
        if sheet is not None:
            held = zip(sheet.columns, sheet.weights, strict=True)
            self._share_out({column: float(weight) for column, weight in held if weight is not None})

    def clear_weights(self) -> None:
        """Take all weights away, so that all goals count the same."""
        sheet = self._grid.model.sheet
        if sheet is not None:
            self._run(SetGoalWeights(weights=dict.fromkeys(sheet.columns)))

    def _share_out(self, parts: dict[int, float]) -> None:
        self._run(SetGoalWeights(weights=dict(zip(parts, shared_out(list(parts.values())), strict=True))))

    # Pictures

    def copy_picture(self) -> None:
        """Put the grid on the clipboard as a picture."""
        QGuiApplication.clipboard().setPixmap(picture.whole(self._grid))
        self._notices.say(_("The grid has been copied as a picture."))

    def save_picture(self) -> None:
        """Ask where to, and write the grid as a picture."""
        ask_save_path(
            self._grid,
            _("Save the grid as a picture"),
            _("Pictures (*.png)"),
            self._save,
            suggestion=f"{_('Goal matrix')}.png",
        )

    def _save(self, target: Path) -> None:
        if picture.whole(self._grid).save(str(target), "PNG"):
            self._notices.say(_("The picture has been saved as {name}.", name=target.name), tone=Tone.GOOD)
        else:
            self._notices.trouble(FileUnwritable(path=target))
