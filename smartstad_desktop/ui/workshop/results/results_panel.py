"""After the reveal: what is agreed, what to talk about, and all of it, with what each municipality said beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.workshop.meeting import Phase
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.workshop.laps import lap_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.parts import Label, Rule, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.ballots.ballot_table import for_everybody
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.ui.workshop.middle import MiddlePanel
from smartstad_desktop.ui.workshop.results.canvas_sheet import CanvasSheet
from smartstad_desktop.ui.workshop.results.result_facts import Facts, counted
from smartstad_desktop.ui.workshop.results.result_rows import ResultList
from smartstad_desktop.ui.workshop.results.result_side import ResultSide
from smartstad_desktop.usecases.workshop.rounds import PlanRound, RepeatRound

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.sessions import SessionSheet

_LIST: Final = "list"
_CANVAS: Final = "canvas"
#: Higher than any screen: a rule is as high as what it stands beside.
_TALL: Final = 16_000


class ResultsPanel(MiddlePanel):
    """The result of a round as a list, for benefit and effort also as a canvas."""

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(host, parent)
        self.facts: Facts | None = None
        self.title = Label("", Type.STRONG, Weight.BOLD, wraps=True)
        self.ways = ChipRow(_("Ways to look at the result"), single=True)
        self.again = Button(_("One more round"), icon="rotate-ccw")
        self.check = Button(_("Check consensus with a fist of five"), icon="hand")
        self.small = Label(
            _("Fewer than three have answered. Nothing is shown, because it would tell what somebody said."),
            Type.STRONG,
            role=Role.ATTENTION,
            wraps=True,
        )
        # Alone in the panel, the words take its whole width.
        for words in (self.title, self.small):
            words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.list = ResultList()
        self.canvas = CanvasSheet()
        self.side = ResultSide()
        self.places = QStackedWidget()
        self.places.addWidget(self.list)
        self.places.addWidget(self.canvas)
        self._arrange()
        self.list.chosen.connect(self._choose)
        self.canvas.view.chosen.connect(self._choose)
        self.ways.picked.connect(self._go_way)
        self.again.clicked.connect(self._repeat)
        self.check.clicked.connect(self._check)

    def _arrange(self) -> None:
        space = theme.current().space
        head = QHBoxLayout()
        head.setSpacing(space(10))
        head.addWidget(self.ways, 1)
        head.addWidget(self.again, 0, Qt.AlignmentFlag.AlignRight)
        left = QVBoxLayout()
        left.setContentsMargins(space(16), space(14), space(12), space(14))
        left.setSpacing(space(10))
        left.addWidget(self.title)
        left.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        left.addLayout(head)
        left.addWidget(self.small)
        left.addWidget(self.places, 1)
        self.line = Rule(role=Role.LINE)
        self.line.setMinimumHeight(0)
        self.line.setMaximumHeight(_TALL)
        self.line.setFixedWidth(1)
        self.line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 5)
        row.addWidget(self.line)
        row.addWidget(self.side, 3)

    @override
    def show_round(self, session: SessionSheet, round_: RoundSheet | None) -> None:
        """Show what came out; it is counted again only when something was said anew."""
        if round_ is None:
            return
        round_ = for_everybody(round_) if self.is_mirrored else round_
        is_other = self.facts is None or self.facts.sheet.id != round_.id
        self.facts = counted(self.host.services.workspace.read, round_, self.facts)
        if self.facts is None:
            return
        is_small, is_canvas = self.facts.tally.is_small, round_.method is Method.IMPACT_EFFORT
        self.wants_room = is_canvas and not is_small
        self.title.setText(round_.question or _("Round {number}", number=lap_words(round_.lap)))
        self.small.setVisible(is_small)
        self.places.setVisible(not is_small)
        self.line.setVisible(not is_small)
        self.side.setVisible(not is_small)
        is_check = round_.phase is Phase.CONSENSUS and round_.method is not Method.FIST
        self.again.setVisible(round_.repeats is None and round_.phase in {Phase.REVEAL, Phase.DISCUSS})
        self.check.setVisible(is_check)
        if is_other:
            names = [ChipFace(_CANVAS, _("Canvas"), icon="target"), ChipFace(_LIST, _("List"), icon="list")]
            self.ways.show_faces(names if is_canvas else [])
            self._go_way(frozenset({_CANVAS if is_canvas else _LIST}))
        self.ways.setVisible(is_canvas and not is_small)
        if not is_small:
            self.list.show_facts(self.facts)
            if is_canvas:
                self.canvas.show_result(self.facts)
            item = self._chosen()
            if item is not None:
                self.canvas.view.choose(item)
            self._show_side()

    @override
    def give_up(self) -> object:
        """Give up which item is chosen, and how it is looked at."""
        return self.ways.keys(), self._chosen()

    @override
    def take_up(self, kept: object) -> None:
        """Go on with the same item."""
        way, item = cast("tuple[object, int | None]", kept)
        self._go_way(way)
        if item is not None:
            self._choose(item)

    def _go_way(self, keys: object) -> None:
        key = _CANVAS if _CANVAS in cast("frozenset[str]", keys) else _LIST
        self.ways.set_keys(frozenset({key}))
        self.places.setCurrentWidget(self.canvas if key == _CANVAS else self.list)

    def _chosen(self) -> int | None:
        row = self.list.rows.row_at(self.list.currentIndex())
        return None if row is None or row.is_heading else row.item

    def _choose(self, item: int) -> None:
        self.list.choose(item)
        self.canvas.view.choose(item)
        self._show_side()
        if self.facts is not None and item in self.facts.items:
            self.item_chosen.emit(self.facts.items[item].id)

    def _show_side(self) -> None:
        item = self._chosen()
        if self.facts is not None and item is not None:
            self.side.show_result(self.facts, self.facts.tally.result(item), is_mirrored=self.is_mirrored)

    def _check(self) -> None:
        """Ask whether all can stand behind the list; it is a round of its own, in the same part of the agenda."""
        if self.facts is None:
            return
        sheet = self.facts.sheet
        self.host.perform(
            PlanRound(
                session=sheet.session,
                method=Method.FIST,
                agenda_item=sheet.agenda_item,
                titles=(_("The whole list"),),
                rules={
                    "question": _("Can we stand behind the list?"),
                    "unit": sheet.unit.value,
                    "unit_key": dict(sheet.rules.key),
                    "visibility": sheet.visibility.value,
                },
            )
        )

    def _repeat(self) -> None:
        if self.facts is not None:
            self.host.perform(RepeatRound(round=self.facts.sheet.id), offer_undo=True)
