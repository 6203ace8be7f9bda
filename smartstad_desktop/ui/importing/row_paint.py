"""Draws the rows of the review: the verdict as a word on its colour, old values struck, new ones marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from smartstad_desktop.domain.lists.importing import Answer, Candidate, Verdict
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing.faces import RowFace, verdict_name
from smartstad_desktop.ui.importing.pieces import Piece, Tint
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE
from smartstad_desktop.ui.kit.theme import Role

NUMBER, VERDICT, TITLE, WORDS = range(4)
PAD_X, PAD_Y, LINE_GAP = 12, 9, 5
#: Room for one question below the words of a row that asks, for its name, and the air around all of them.
QUESTION_HEIGHT, NAME_HEIGHT, QUESTION_GAP, QUESTIONS_AIR = 28, 22, 8, 14
#: How far the ground of a new value reaches past its text.
_TINT_EDGE: Final = 5

_PILLS: Final[dict[Verdict, tuple[Role, Role]]] = {
    Verdict.NEW: (Role.GOOD_TINT, Role.GOOD),
    Verdict.CHANGED: (Role.PRIMARY_TINT, Role.PRIMARY_DEEP),
    Verdict.UNCHANGED: (Role.COLUMN, Role.INK_SOFT),
    Verdict.CONFLICT: (Role.ATTENTION_TINT, Role.ATTENTION),
    Verdict.DUPLICATE: (Role.MAYBE_TINT, Role.MAYBE),
    Verdict.ERROR: (Role.BAD_TINT, Role.BAD),
    Verdict.MISSING: (Role.COLUMN, Role.INK_SOFT),
}
_SIGNS: Final = {
    Verdict.NEW: "plus",
    Verdict.CHANGED: "pencil",
    Verdict.UNCHANGED: "equal",
    Verdict.CONFLICT: "triangle-alert",
    Verdict.DUPLICATE: "copy",
    Verdict.ERROR: "circle-alert",
    Verdict.MISSING: "circle-minus",
}
_SIGN_SIDE: Final = 13
_INK: Final[dict[Tint, Role]] = {
    Tint.PLAIN: Role.INK,
    Tint.FAINT: Role.INK_FAINT,
    Tint.STRONG: Role.INK,
    Tint.OLD: Role.INK_FAINT,
    Tint.NEW: Role.PRIMARY_DEEP,
    Tint.WARNING: Role.ATTENTION,
}


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one piece that stand together on one line."""

    rect: QRect
    text: str
    tint: Tint


def font_of(tint: Tint) -> QFont:
    """Return the font of a tint."""
    font = text_font(Type.BODY, Weight.SEMIBOLD if tint in {Tint.STRONG, Tint.NEW} else Weight.REGULAR)
    font.setStrikeOut(tint is Tint.OLD)
    return font


def flow(pieces: Sequence[Piece], width: int) -> tuple[list[Run], int]:
    """Return the runs of *pieces* broken into lines of *width*, and the height they take."""
    if not pieces:
        return [], 0
    height = QFontMetrics(font_of(Tint.PLAIN)).height()
    runs: list[Run] = []
    left, top = 0, 0
    for piece in pieces:
        measure = QFontMetrics(font_of(piece.tint))
        if left and piece.begins:
            left, top = 0, top + height + LINE_GAP
        elif left:
            left += measure.horizontalAdvance(" ") + (_TINT_EDGE if piece.tint is Tint.NEW else 0)
        line = ""
        for word in piece.text.split(" "):
            longer = f"{line} {word}" if line else word
            if left + measure.horizontalAdvance(longer) <= width or not (left or line):
                line = longer
                continue
            if line:
                runs.append(Run(QRect(left, top, measure.horizontalAdvance(line), height), line, piece.tint))
            left, top, line = 0, top + height + LINE_GAP, word
        runs.append(Run(QRect(left, top, measure.horizontalAdvance(line), height), line, piece.tint))
        left += measure.horizontalAdvance(line) + (_TINT_EDGE if piece.tint is Tint.NEW else 0)
    return runs, top + height


class RowDelegate(QStyledItemDelegate):
    """Paints one cell of a row."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell."""
        face = cast("RowFace", index.data(ROW_ROLE))
        look = theme.current()
        # PySide's stubs do not know these members of the style option.
        opened = cast("Any", option)
        rect: QRect = opened.rect
        painter.save()
        if opened.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour(Role.HOVER))
        painter.setPen(QPen(look.colour(Role.LINE_SOFT), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setClipRect(rect)
        inner = rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        _PAINTERS[index.column()](painter, inner, face)
        if index.column() == NUMBER and opened.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top() + 2, 3, rect.height() - 4), look.colour(Role.FOCUS))
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of one line; the view gives more to rows that need it."""
        return QSize(80, line_height())


def verdict_width() -> int:
    """Return the width of the column of verdicts: that of its longest word."""
    metrics = QFontMetrics(text_font(Type.CAPTION, Weight.SEMIBOLD))
    words = (*(label(verdict) for verdict in Verdict), _("Left out"))
    return max(map(metrics.horizontalAdvance, words)) + theme.current().space(_SIGN_SIDE) + 4 + 16 + 2 * PAD_X


def line_height() -> int:
    """Return the height of a row with one line."""
    return QFontMetrics(font_of(Tint.PLAIN)).height() + 2 * PAD_Y


def height_of(face: RowFace, title_width: int, words_width: int) -> int:
    """Return the height that a row needs at these widths of its columns."""
    _runs, words = flow(face.pieces, max(words_width - 2 * PAD_X, 60))
    titled, title = flow((Piece(face.title, Tint.STRONG),), max(title_width - 2 * PAD_X, 60))
    return max(words + _answers_height(face), title if titled else 0) + 2 * PAD_Y


def _answers_height(face: RowFace) -> int:
    """Return the room for the answers of a row, one line for each question; the view adds lines that break."""
    count = len(face.questions)
    look = theme.current()
    named = sum(bool(each.name) and not each.mends for each in face.questions)
    lines = count * look.space(QUESTION_HEIGHT) + named * look.space(NAME_HEIGHT)
    lines += max(count - 1, 0) * look.space(QUESTION_GAP)
    return lines + look.space(QUESTIONS_AIR) if count else 0


def words_height(face: RowFace, words_width: int) -> int:
    """Return where the words of a row end, so that answers can stand below them."""
    return flow(face.pieces, max(words_width - 2 * PAD_X, 60))[1] + PAD_Y


def _paint_number(painter: QPainter, rect: QRect, face: RowFace) -> None:
    painter.setFont(text_font(Type.BODY, figures=True))
    painter.setPen(theme.current().colour(Role.INK))
    number = str(face.candidate.row.row) if face.candidate.row.row else "–"
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, number)


def _paint_verdict(painter: QPainter, rect: QRect, face: RowFace) -> None:
    look = theme.current()
    fill, ink = pill_roles(face.candidate)
    font = text_font(Type.CAPTION, Weight.SEMIBOLD)
    text = verdict_name(face.candidate)
    metrics = QFontMetrics(font)
    side = look.space(_SIGN_SIDE)
    pill = QRectF(rect.left(), rect.top() - 2, metrics.horizontalAdvance(text) + side + 20, metrics.height() + 6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(fill))
    painter.drawRoundedRect(pill, 6, 6)
    picture = icons.pixmap(sign_of(face.candidate), ink, side)
    painter.drawPixmap(QPointF(pill.left() + 7, pill.top() + (pill.height() - side) / 2), picture)
    painter.setPen(look.colour(ink))
    painter.setFont(font)
    painter.drawText(pill.adjusted(side + 11, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)


def sign_of(candidate: Candidate) -> str:
    """Return the picture of a verdict; a row that asked and has been answered carries a tick."""
    if candidate.answer is Answer.SKIP:
        return "x"
    is_answered = candidate.verdict in {Verdict.CONFLICT, Verdict.DUPLICATE} and not candidate.is_asking
    return "check" if is_answered else verdict_sign(candidate.verdict)


def verdict_sign(verdict: Verdict) -> str:
    """Return the picture of a verdict."""
    return _SIGNS[verdict]


def pill_roles(candidate: Candidate) -> tuple[Role, Role]:
    """Return the ground and the text colour of a verdict."""
    return (Role.COLUMN, Role.INK_SOFT) if candidate.answer is Answer.SKIP else _PILLS[candidate.verdict]


def _paint_title(painter: QPainter, rect: QRect, face: RowFace) -> None:
    quiet = face.candidate.verdict in {Verdict.UNCHANGED, Verdict.MISSING} or face.candidate.answer is Answer.SKIP
    _paint_flow(painter, rect, (Piece(face.title, Tint.PLAIN if quiet else Tint.STRONG),), faint=quiet)


def _paint_words(painter: QPainter, rect: QRect, face: RowFace) -> None:
    _paint_flow(painter, rect, face.pieces, faint=face.candidate.answer is Answer.SKIP)


def _paint_flow(painter: QPainter, rect: QRect, pieces: Sequence[Piece], *, faint: bool = False) -> None:
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for run in flow(pieces, rect.width())[0]:
        place = run.rect.translated(rect.topLeft())
        if place.bottom() > rect.bottom() + PAD_Y:
            break
        if run.tint is Tint.NEW:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Role.PRIMARY_TINT))
            painter.drawRoundedRect(QRectF(place).adjusted(-_TINT_EDGE, -1, _TINT_EDGE, 1), 4, 4)
        painter.setFont(font_of(run.tint))
        painter.setPen(look.colour(Role.INK_SOFT if faint else _INK[run.tint]))
        painter.drawText(place.adjusted(0, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter, run.text)


_PAINTERS: Final = {
    NUMBER: _paint_number,
    VERDICT: _paint_verdict,
    TITLE: _paint_title,
    WORDS: _paint_words,
}
