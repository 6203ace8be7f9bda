"""Making a round of benefit and effort clear: its projects, and the lines that will part the quadrants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.canvas.cut_canvas import CutCanvas
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.ui.workshop.middle import MiddlePanel
from smartstad_desktop.ui.workshop.rounds.clarify_panel import ClarifyPanel
from smartstad_desktop.usecases.workshop.rounds import EditRound

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import SessionSheet

_ITEMS: Final = "items"
_LINES: Final = "lines"


class CutsPanel(MiddlePanel):
    """The items as in every round, and the canvas they will lie on."""

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(host, parent)
        self._round: RoundSheet | None = None
        self.ways = ChipRow(_("Projects or lines"), single=True)
        self.ways.show_faces([ChipFace(_ITEMS, _("Projects")), ChipFace(_LINES, _("Lines of the canvas"))])
        self.ways.set_keys(frozenset({_ITEMS}))
        self.clarify = ClarifyPanel(host)
        self.canvas = CutCanvas()
        self.told = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.places = QStackedWidget()
        self._arrange()
        self.clarify.item_chosen.connect(self.item_chosen)
        self.ways.picked.connect(self._go_way)
        self.canvas.cut_wanted.connect(self._keep)

    def _arrange(self) -> None:
        space = theme.current().space
        around = QWidget()
        inner = QVBoxLayout(around)
        inner.setContentsMargins(space(16), space(6), space(16), space(16))
        inner.addWidget(self.told)
        inner.addWidget(self.canvas, 1)
        self.places.addWidget(self.clarify)
        self.places.addWidget(around)
        row = QHBoxLayout()
        row.setContentsMargins(space(16), space(14), space(16), 0)
        row.addWidget(self.ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.places, 1)

    @override
    def show_round(self, session: SessionSheet, round_: RoundSheet | None) -> None:
        """Show items and lines as they are now."""
        self._round = round_
        self.clarify.is_mirrored = self.is_mirrored
        self.clarify.show_round(session, round_)
        if round_ is None:
            return
        self.canvas.show_rules(round_.rules)
        self.canvas.show_lines(round_.rules.cut, is_locked=round_.is_locked)
        self.told.setText(
            _("The lines are locked: a change means a new round.")
            if round_.is_locked
            else _("Drag the lines, or use the arrow keys. They are locked when the round is opened.")
        )

    @override
    def finish(self) -> None:
        """Save what is being typed."""
        self.clarify.finish()

    def _go_way(self, keys: object) -> None:
        key = _LINES if _LINES in cast("frozenset[str]", keys) else _ITEMS
        self.ways.set_keys(frozenset({key}))
        self.places.setCurrentIndex(1 if key == _LINES else 0)

    def _keep(self, effort: float, benefit: float) -> None:
        if self._round is not None:
            self.host.perform(EditRound(round=self._round.id, changes={"cut_x": effort, "cut_y": benefit}))
