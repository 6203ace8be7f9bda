"""What each municipality said, as dots on tracks, the highest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_mark
from smartstad_desktop.ui.kit.parts import Type, text_font
from smartstad_desktop.ui.kit.theme import Role

_ROW: Final = 30
_WORDS: Final = 64


@dataclass(frozen=True, slots=True)
class Track:
    """One municipality: its mark, where its dot lies from 0 to 1, and the value in words."""

    mark: Mark
    part: float
    words: str


class TrackList(QWidget):
    """Tracks beneath each other. A screen reader hears them as one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tracks: tuple[Track, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tracks(self, tracks: Sequence[Track]) -> None:
        """Show *tracks*, as they come."""
        self.tracks = tuple(tracks)
        self.setAccessibleName("; ".join(f"{track.mark.name} {track.words}" for track in tracks))
        self.setVisible(bool(tracks))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room of all rows."""
        space = theme.current().space
        return QSize(space(220), space(_ROW) * len(self.tracks))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark, track, dot and value."""
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(Type.BODY, figures=True))
        row, size = look.space(_ROW), mark_size(look.scale)
        left = look.space(38) + size.width() - look.space(28)
        right = self.width() - look.space(_WORDS)
        for number, track in enumerate(self.tracks):
            middle = number * row + row / 2
            place = QRectF(0, middle - size.height() / 2, size.width(), size.height())
            paint_mark(painter, place, track.mark, look.scale)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Role.LINE_SOFT))
            thick = look.space(7)
            painter.drawRoundedRect(QRectF(left, middle - thick / 2, right - left, thick), thick / 2, thick / 2)
            painter.setBrush(look.colour(Role.PRIMARY))
            side = look.space(13)
            at = left + (right - left - side) * min(1.0, max(0.0, track.part))
            painter.drawEllipse(QRectF(at, middle - side / 2, side, side))
            painter.setPen(look.colour(Role.INK))
            room = QRectF(right, number * row, self.width() - right, row)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, track.words)
