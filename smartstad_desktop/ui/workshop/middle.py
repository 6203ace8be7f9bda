"""The middle of the console: which panel is shown is decided by the phase and the method of the round.

A panel is one row in ``PANELS`` and a class that subclasses ``MiddlePanel``; it is loaded when it is first shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from smartstad_desktop.domain.workshop.meeting import Phase
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.ui.workshop.host import WorkshopHost

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import SessionSheet


class MiddlePanel(QWidget):
    """What the middle shows in some phases of some methods.

    Commands go through ``host.perform``; what they change comes back through ``show_round``. While
    ``is_mirrored`` is true the console may be seen by everybody: a panel then shows nothing that is not revealed.
    """

    #: The item the talk is about, as ``RoundItemId`` or None: notes are written at it, and the wall can lift it out.
    item_chosen = Signal(object)

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.host = host
        self.is_mirrored = False
        #: It is wide by nature: what stands beside it makes room.
        self.wants_room = False

    def show_round(self, session: SessionSheet, round_: RoundSheet | None) -> None:
        """Show the round as it is now; there is none when the agenda has come to a talk or a break."""
        raise NotImplementedError

    def finish(self) -> None:
        """Save what is being typed; called before the phase changes and before the page is left."""

    def give_up(self) -> object | None:
        """Give up what a panel that takes this one's place goes on with; nothing of it is saved."""
        return None

    def take_up(self, kept: object) -> None:
        """Go on with what ``give_up`` has returned; called when the round is shown."""


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """One panel: where its class lies, and the phases and methods it serves."""

    factory: str
    phases: frozenset[Phase]
    methods: frozenset[Method] = frozenset(Method)

    def load(self) -> type[MiddlePanel]:
        """Import the panel's class."""
        module, _colon, name = self.factory.partition(":")
        return cast("type[MiddlePanel]", getattr(import_module(module), name))


@dataclass(frozen=True, slots=True)
class KeptPanel:
    """What a panel has given up, and which one it was."""

    spec: PanelSpec
    kept: object


_HERE: Final = "smartstad_desktop.ui.workshop"
#: What stands between rounds, and where no panel serves the round.
TALK: Final = PanelSpec(f"{_HERE}.rounds.talk_panel:TalkPanel", frozenset())
#: The first row that serves a phase and a method is shown.
PANELS: tuple[PanelSpec, ...] = (
    PanelSpec(f"{_HERE}.deciding.cuts_panel:CutsPanel", frozenset({Phase.CLARIFY}), frozenset({Method.IMPACT_EFFORT})),
    PanelSpec(f"{_HERE}.rounds.clarify_panel:ClarifyPanel", frozenset({Phase.CLARIFY})),
    PanelSpec(f"{_HERE}.ballots.ballots_panel:BallotsPanel", frozenset({Phase.SILENT})),
    PanelSpec(
        f"{_HERE}.results.results_panel:ResultsPanel",
        frozenset({Phase.REVEAL, Phase.DISCUSS, Phase.CONSENSUS, Phase.CLOSED}),
    ),
    PanelSpec(f"{_HERE}.deciding.decide_panel:DecidePanel", frozenset({Phase.DECIDE})),
)


def spec_for(phase: Phase | None, method: Method | None) -> PanelSpec:
    """Return the panel for a round in *phase* by *method*; without a round, what stands between rounds."""
    serving = (spec for spec in PANELS if phase in spec.phases and method in spec.methods)
    return next(serving, TALK)


class Middle(QStackedWidget):
    """Holds the panels that were shown so far, and shows the one that serves the round."""

    #: Carries a ``RoundItemId`` or None.
    item_chosen = Signal(object)

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._panels: dict[PanelSpec, MiddlePanel] = {}
        self._is_mirrored = False
        self._kept: KeptPanel | None = None

    @property
    def panel(self) -> MiddlePanel | None:
        """Return the panel that is shown."""
        return cast("MiddlePanel | None", self.currentWidget())

    def show_round(self, session: SessionSheet, round_: RoundSheet | None) -> None:
        """Show the panel that serves *round_*, as it is now."""
        spec = spec_for(round_.phase if round_ else None, round_.method if round_ else None)
        panel = self._panels.get(spec)
        if panel is None:
            panel = self._panels[spec] = spec.load()(self._host)
            panel.item_chosen.connect(self.item_chosen)
            self.addWidget(panel)
        panel.is_mirrored = self._is_mirrored
        panel.show_round(session, round_)
        kept, self._kept = self._kept, None
        if kept is not None and kept.spec == spec:
            panel.take_up(kept.kept)
        if panel is self.currentWidget():
            return
        is_first = self.count() == 1
        self.setCurrentWidget(panel)
        if not is_first:
            # Else Qt gives the keyboard to the next button, which may be the one that reveals.
            panel.setFocus()

    def set_mirrored(self, *, is_mirrored: bool) -> None:
        """Note whether everybody may see the console; the next ``show_round`` follows it."""
        self._is_mirrored = is_mirrored

    def finish(self) -> None:
        """Save what is being typed."""
        if self.panel is not None:
            self.panel.finish()

    def give_up(self) -> KeptPanel | None:
        """Give up what the panel that is shown would go on with."""
        shown = next((each for each in self._panels.items() if each[1] is self.panel), None)
        kept = None if shown is None else shown[1].give_up()
        return None if shown is None or kept is None else KeptPanel(shown[0], kept)

    def take_up(self, kept: KeptPanel | None) -> None:
        """Let the panel go on with what was given up, when it is shown."""
        self._kept = kept
