"""The canvas after the reveal: each item at its mean, with the spread and the dots of the one that is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartstad_desktop.domain.workshop.results import Result
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.ui.workshop.canvas.canvas_paint import CanvasCard
from smartstad_desktop.ui.workshop.canvas.canvas_view import CanvasView
from smartstad_desktop.ui.workshop.results.result_facts import Facts


class CanvasSheet(QWidget):
    """Shows a result; nothing can be moved, for it is what was said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = CanvasView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_result(self, facts: Facts) -> None:
        """Show where each item came to lie."""
        self.view.show_rules(facts.sheet.rules)
        cards = (_card(facts, result) for result in facts.tally.results)
        self.view.show_cards([card for card in cards if card is not None])


def _card(facts: Facts, result: Result) -> CanvasCard | None:
    if result.x is None or result.y is None:
        return None
    spread = None
    if result.x.spread is not None and result.y.spread is not None:
        spread = result.x.spread.deviation, result.y.spread.deviation
    moved = facts.moved.get(result.item)
    return CanvasCard(
        number=result.item,
        title=facts.items[result.item].title,
        effort=result.x.mean,
        benefit=result.y.mean,
        spread=spread,
        before=None if moved is None else moved.from_point,
        dots=tuple(
            (Mark(mark.letters, mark.colour, mark.name), effort, result.y.by_municipality[municipality])
            for municipality, effort in result.x.by_municipality.items()
            if municipality in result.y.by_municipality and (mark := facts.marks.get(municipality)) is not None
        ),
    )
