"""The timeline as a list: everything that stands on it with its part, time, state and who answers for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.programme.timeline.lines import Key, TimelineLine

#: Part and who answers for it, which the form beside tells as well, need so much room.
_SPARED: Final = (2, 5)
_ROOM: Final = 940


class TimelineList(RecordsTable):
    """Rows of the same lines that the picture shows; what stands for no part is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = [
            Column[TimelineLine](_("Name"), lambda line: line.name),
            Column[TimelineLine](_("Kind"), lambda line: label(line.kind) if line.kind else _("Part")),
            Column[TimelineLine](_("Part"), lambda line: line.part),
            Column[TimelineLine](_("When"), lambda line: line.when),
            Column[TimelineLine](_("State"), _state),
            Column[TimelineLine](_("Answers for it"), lambda line: line.owner),
        ]
        model = RowsModel[TimelineLine](columns, key=lambda line: line.key, accessible=lambda line: line.spoken)
        super().__init__(model, _("Timeline as a list"), (240, 110, 190, 200, 150, 150), parent)
        model.setParent(self)

    def show_lines(self, lines: Sequence[TimelineLine]) -> None:
        """Show *lines*."""
        self.rows.show(line for line in lines if line.key[1] > 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        for column in _SPARED:
            self.setColumnHidden(column, self.width() < theme.current().space(_ROOM))

    def chosen_lines(self) -> list[TimelineLine]:
        """Return the lines that are chosen, from the top."""
        return self.chosen_rows()

    def choose_line(self, key: Key) -> None:
        """Choose a line."""
        self.choose(key)


def _state(line: TimelineLine) -> str:
    words = label(line.light) if line.light else label(line.state)
    return _("{state}, late", state=words) if line.is_late else words
