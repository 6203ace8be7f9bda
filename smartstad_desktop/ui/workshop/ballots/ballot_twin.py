"""Second ways to write a ballot: an order is dragged, a pair is asked in large letters, a card is put on the canvas."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.workshop.ballots.ballot_table import BallotTable
from smartstad_desktop.ui.workshop.host import WorkshopHost

if TYPE_CHECKING:
    from smartstad_desktop.ui.workshop.ballots.ballot_deeds import BallotDeeds

_HERE: Final = "smartstad_desktop.ui.workshop.ballots"
#: Where the class for a method lies; it is loaded when a round asks for it.
_TWINS: Final = {
    Method.RANKING: (f"{_HERE}.ranking_twin", "RankingTwin"),
    Method.PAIRS: (f"{_HERE}.pair_twin", "PairTwin"),
    Method.IMPACT_EFFORT: (f"{_HERE}.canvas_twin", "CanvasTwin"),
    Method.COLUMNS: (f"{_HERE}.board_twin", "BoardTwin"),
}


class BallotTwin(QWidget):
    """Shows the ballot of one who answers and writes it through the same deeds as the grid."""

    def __init__(self, host: WorkshopHost, deeds: BallotDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.host, self.deeds = host, deeds

    def show_ballot(self, table: BallotTable, column: int, *, is_masked: bool) -> None:
        """Show the ballot of *column* as it is now; masked, or when it is done, nothing of it."""
        raise NotImplementedError


def twin_for(method: Method, host: WorkshopHost, deeds: BallotDeeds) -> BallotTwin | None:
    """Return the second way to write a ballot of *method*, if there is one."""
    if method not in _TWINS:
        return None
    module, name = _TWINS[method]
    return cast("type[BallotTwin]", getattr(import_module(module), name))(host, deeds)


def twin_name(method: Method) -> str:
    """Return what the second way is called."""
    names = {
        Method.RANKING: _("Drag the order"),
        Method.PAIRS: _("Pair by pair"),
        Method.IMPACT_EFFORT: _("Canvas"),
        Method.COLUMNS: _("Together on the board"),
    }
    return names.get(method, "")
