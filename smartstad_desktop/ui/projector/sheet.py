"""The sheet the wall is painted on: it takes a scene and shows it; nothing on it can be edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import Language
from smartstad_desktop.domain.workshop.clock import left
from smartstad_desktop.domain.workshop.meeting import AgendaKind, Phase
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.workshop.audience import AudienceRound, Scene
from smartstad_desktop.text.labels import LABELS
from smartstad_desktop.text.phrases import N_
from smartstad_desktop.text.workshop.sessions import clock_face
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight
from smartstad_desktop.ui.projector.canvas import paint_canvas
from smartstad_desktop.ui.projector.columns import paint_board
from smartstad_desktop.ui.projector.fingers import paint_fingers
from smartstad_desktop.ui.projector.paper import LINES, Paper
from smartstad_desktop.ui.projector.results import paint_one, paint_results
from smartstad_desktop.ui.projector.talk import paint_break, paint_items, paint_opening, paint_part, paint_silent
from smartstad_desktop.ui.projector.words import Words

#: How much larger text becomes on the wish of the last row.
LARGER: Final = 1.3
_TICK_MS: Final = 250
_HEAD: Final = 130
_MARGIN: Final = 36


def utc_now() -> datetime:
    """Return the time by the clock of the computer."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """What the room is shown, and how; the spotlight is the number of the item that is lifted out."""

    scene: Scene | None = None
    spotlight: int | None = None
    is_large: bool = False
    has_big_clock: bool = False
    has_two_languages: bool = False


class Sheet(QWidget):
    """Paints a scene at any size; the same sheet is the wall and its small picture at the console."""

    def __init__(self, parent: QWidget | None = None, *, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(parent)
        self._now = now
        self.shown = Showing()
        self.is_blank = False
        #: Since when the sheet keeps its picture; its clock stands still as well.
        self._held_at: datetime | None = None
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._face = ""

    def present(self, shown: Showing) -> None:
        """Show what the room may see now."""
        self.shown = shown
        self.setAccessibleName(self.title)
        self.update()

    def hold(self, *, is_held: bool) -> None:
        """Let the clock on the sheet stand still, or go on."""
        self._held_at = self._now() if is_held else None

    @property
    def scene(self) -> Scene | None:
        """Return the scene that is shown."""
        return self.shown.scene

    @property
    def title(self) -> str:
        """Return the largest words on the sheet."""
        scene = self.scene
        if scene is None or self.is_blank:
            return ""
        asked = scene.board.question if scene.board is not None else ""
        return asked or (scene.round.question if scene.round is not None else "") or scene.part or scene.name

    @property
    def words(self) -> Words:
        """Return the languages the room reads."""
        second: Language | None = None
        if self.shown.has_two_languages and self.scene is not None:
            second = self.scene.second_language
        return Words(second)

    def clock_face(self) -> str:
        """Return what the clock shows; empty while it has not been set."""
        scene = self.scene
        if scene is None or scene.clock_left_s is None:
            return ""
        started = None if scene.clock_started_at is None else datetime.fromisoformat(scene.clock_started_at)
        return clock_face(left(started, scene.clock_left_s, self._held_at or self._now()))

    def picture(self, size: QSize) -> QPixmap:
        """Return the sheet as a picture of *size*, as the room sees it."""
        made = QPixmap(size)
        painter = QPainter(made)
        self._paint(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return made

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Let the clock tick while somebody looks."""
        super().showEvent(event)
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the clock's ticking, not its time."""
        super().hideEvent(event)
        self._timer.stop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene."""
        painter = QPainter(self)
        self._paint(painter, QRectF(self.rect()))

    def _tick(self) -> None:
        face = self.clock_face()
        if face != self._face:
            self._face = face
            self.update()

    def _paint(self, painter: QPainter, place: QRectF) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_blank:
            painter.fillRect(place, theme.darkness())
            return
        painter.fillRect(place, look.colour(Role.GROUND))
        if self.scene is None:
            return
        paper = Paper(painter, place.height() / LINES * (LARGER if self.shown.is_large else 1.0), self.words)
        has_begun = self.scene.round is not None or bool(self.scene.part)
        if not self.scene.is_open or not has_begun:
            paint_opening(paper, place, self.scene)
            return
        head = QRectF(place.left(), place.top(), place.width(), paper.px(_HEAD))
        self._paint_head(paper, head, self.scene)
        margin = paper.px(_MARGIN)
        body = QRectF(
            place.left() + margin,
            head.bottom() + paper.px(24),
            place.width() - 2 * margin,
            place.bottom() - head.bottom() - paper.px(24),
        )
        self._paint_body(paper, body, self.scene)

    def _paint_head(self, paper: Paper, place: QRectF, scene: Scene) -> None:
        paper.painter.fillRect(place, theme.current().colour(Role.PAPER))
        paper.painter.fillRect(
            QRectF(place.left(), place.bottom() - 1, place.width(), 1), theme.current().colour(Role.LINE)
        )
        inner = place.adjusted(paper.px(_MARGIN), paper.px(14), -paper.px(_MARGIN), -paper.px(14))
        face = self.clock_face()
        clock_width = paper.px(170) if face else 0.0
        told = "" if scene.round is None else paper.words.progress(scene.round)
        right = QRectF(inner.right() - clock_width, inner.top(), clock_width, inner.height())
        role = Role.ATTENTION if face.startswith("+") else Role.PRIMARY
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        paper.text(right, face, 44, weight=Weight.BOLD, role=role, align=align, figures=True)
        progress_width = min(inner.width() * 0.3, paper.width(told, 24, Weight.SEMIBOLD) + paper.px(8))
        progress = QRectF(right.left() - progress_width - paper.px(24), inner.top(), progress_width, inner.height())
        paper.block(progress, told, 24, weight=Weight.SEMIBOLD, role=Role.INK_SOFT, align=align)
        room = progress.left() - inner.left() - paper.px(24)
        small = QRectF(inner.left(), inner.top(), room, paper.px(34))
        paper.text(small, self._above(paper, scene), 22, role=Role.INK_SOFT)
        big = QRectF(inner.left(), small.bottom(), room, inner.bottom() - small.bottom())
        left_middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        paper.block(big, self.title, 44, weight=Weight.BOLD, align=left_middle)

    def _above(self, paper: Paper, scene: Scene) -> str:
        """Return the small line above the title: the occasion, and the phase of the round or the part it belongs to."""
        phase = "" if scene.round is None else paper.words.text(LABELS[Phase][scene.round.phase])
        part = scene.part if scene.round is not None and scene.round.question else ""
        return " · ".join(each for each in (scene.occasion, part, phase) if each)

    def _paint_body(self, paper: Paper, place: QRectF, scene: Scene) -> None:
        shown = scene.round
        if scene.part_kind is AgendaKind.BREAK or self.shown.has_big_clock:
            paint_break(paper, place, self.clock_face() or "–", scene)
        elif shown is None:
            paint_part(paper, place, scene)
        elif scene.board is not None:
            paint_board(paper, place, scene.board)
        else:
            self._paint_round(paper, place, shown)

    def _paint_round(self, paper: Paper, place: QRectF, shown: AudienceRound) -> None:
        if shown.phase is Phase.SILENT:
            paint_silent(paper, place, shown)
        elif shown.phase is Phase.CLARIFY or not shown.results:
            if self.shown.spotlight is not None:
                paint_one(paper, place, shown, self.shown.spotlight)
            elif shown.phase is Phase.CLARIFY:
                paint_items(paper, place.adjusted(0, 0, 0, -paper.px(24)), shown.items)
            else:
                words = paper.words.text(N_("Too few have answered to show a result."))
                paper.block(place, words, 40, role=Role.INK_SOFT)
        elif shown.method is Method.IMPACT_EFFORT:
            paint_canvas(paper, place, shown, self.shown.spotlight)
        elif shown.method is Method.FIST:
            paint_fingers(paper, place, shown)
        elif self.shown.spotlight is not None:
            paint_one(paper, place, shown, self.shown.spotlight)
        else:
            paint_results(paper, place, shown)
