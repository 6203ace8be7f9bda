"""One ballot's order, dragged into place."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import RoundItemId
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.moving_list import MovingList
from smartstad_desktop.ui.kit.parts import Label, Type, text_font
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.ballots.ballot_deeds import BallotDeeds
from smartstad_desktop.ui.workshop.ballots.ballot_table import BallotTable, name_of
from smartstad_desktop.ui.workshop.ballots.ballot_twin import BallotTwin
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.usecases.workshop.ballots import CastMarks, NewMark


@dataclass(frozen=True, slots=True)
class Placed:
    """An item where it lies in the order; without a place it has not been ordered yet."""

    item: RoundItem
    place: int | None

    @property
    def text(self) -> str:
        """Return the line as it is read."""
        return f"{'–' if self.place is None else self.place}.  {self.item.title}  ({self.item.number})"


class RankingTwin(BallotTwin):
    """A list in the order of the ballot; moving something says the whole order."""

    def __init__(self, host: WorkshopHost, deeds: BallotDeeds, parent: QWidget | None = None) -> None:
        super().__init__(host, deeds, parent)
        self._table: BallotTable | None = None
        self._column = -1
        self.rows = RowsModel[Placed]([Column("", lambda row: row.text)], key=lambda row: row.item.id, parent=self)
        self.list = MovingList[Placed](self.rows, _("The order of the ballot"))
        self.list.setFont(text_font(Type.STRONG))
        self.list.setSpacing(theme.current().space(5))
        self.list.hold_over(self)
        self.list.move_asked.connect(self._move)
        self.words = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    @override
    def show_ballot(self, table: BallotTable, column: int, *, is_masked: bool) -> None:
        """Show the order of one ballot; what has no place yet lies beneath, by number."""
        self._table, self._column = table, column
        caster = table.casters[column]
        is_hidden = is_masked or caster.is_done
        self.list.is_open = not is_hidden
        if is_hidden:
            self.words.setText(_("{name}: hidden until the reveal", name=name_of(caster)))
            self.rows.show([])
            return
        self.words.setText(
            _("The order of {name}: drag, or Alt and the arrows. A first move places all.", name=name_of(caster))
        )
        given = [
            (table.values(row, column)[0], line.item)
            for row, line in enumerate(table.lines)
            if not table.is_own(row, column)
        ]
        given.sort(key=lambda each: (each[0] is None, each[0] or 0, each[1].number))
        self.rows.show([Placed(item, None if place is None else int(place)) for place, item in given])

    def _move(self, keys: object, before: Hashable | None) -> None:
        if self._table is None:
            return
        held = cast("tuple[RoundItemId, ...]", keys)
        order = [cast("RoundItemId", key) for key in self.rows.keys if key not in held]
        at = order.index(cast("RoundItemId", before)) if before in order else len(order)
        order[at:at] = held
        marks = tuple(NewMark(item=item, value=float(place)) for place, item in enumerate(order, 1))
        whose = self._table.casters[self._column].whose
        if self.deeds.run(CastMarks(round=self._table.sheet.id, whose=whose, marks=marks)):
            self.list.choose(held[0])
