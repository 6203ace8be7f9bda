"""The table of rows: painted, with real buttons only where a row asks and only where it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.lists.importing import RowKey
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing import row_paint
from smartstad_desktop.ui.importing.answers import AnswerRow
from smartstad_desktop.ui.importing.faces import RowFace, verdict_name
from smartstad_desktop.ui.importing.questions import Question, Without
from smartstad_desktop.ui.importing.row_paint import NUMBER, PAD_X, PAD_Y, TITLE, VERDICT, WORDS, RowDelegate
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel

#: Longer lists are shown with one line per row, so that they open at once.
MEASURED_ROWS: Final = 2_000
_TITLE_SHARE: Final = 0.36


class RowsTable(QTableView):
    """Rows with their verdicts.

    Space leaves rows out or takes them again, a number gives that answer, Backspace takes answers back, Enter goes to a
    row's answers, N to the next question and Shift+N to the one before.
    """

    #: Carries the keys of the rows, the field (empty for the whole row), what is said, and the words with it.
    said = Signal(object, str, object, str)
    #: Carries the ``RowKey``, the field, and what was written or None.
    mended = Signal(object, str, object)
    #: Carries the keys of rows to leave out or to take again.
    toggled = Signal(object)
    #: Carries the keys of rows whose answers are taken back.
    taken_back = Signal(object)
    #: The next question is wanted, or with -1 the one before.
    asked_on = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: dict[RowKey, RowFace] = {}
        self._rows = RowsModel(_columns(), _key, accessible=RowFace.spoken, parent=self)
        self.setModel(self._rows)
        self._rows.modelReset.connect(self._offered.clear)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(_("Rows of the list"))
        self._arrange()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._offer_answers)
        self.verticalScrollBar().valueChanged.connect(self._wait)

    def _arrange(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_paint.line_height())
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        look = theme.current()
        self.setColumnWidth(NUMBER, look.space(60))
        self.setColumnWidth(VERDICT, row_paint.verdict_width())

    def show_rows(self, rows: Sequence[RowFace]) -> None:
        """Show *rows*; the place in the list stays, and so do the answers of rows that have not changed."""
        place = self.verticalScrollBar().value()
        now = {face.key: face for face in rows}
        for key, face in list(self._offered.items()):
            if now.get(key) is not face:
                self._take_answers_away(key)
        self._rows.show(rows)
        self._measure()
        self.verticalScrollBar().setValue(place)
        self._later.start()

    def go_to(self, key: RowKey) -> None:
        """Stand on a row, for the keyboard to go on from there."""
        place = self._rows.index_of(key, NUMBER)
        if place.isValid():
            self.setCurrentIndex(place)
            self.scrollTo(place)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_key(self) -> RowKey | None:
        """Return the row one stands on."""
        face = self._rows.row_at(self.currentIndex())
        return None if face is None else face.key

    def selected_keys(self) -> tuple[RowKey, ...]:
        """Return the rows that are selected."""
        keys = self._rows.keys_at(self.selectionModel().selectedIndexes())
        return tuple(key for key in keys if isinstance(key, RowKey))

    def answers_of(self, key: RowKey) -> AnswerRow | None:
        """Return the answers that stand at a row, once it has been seen."""
        holder = cast("QWidget | None", self.indexWidget(self._rows.index_of(key, WORDS)))
        return holder.findChild(AnswerRow) if holder else None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the names and what happens."""
        super().resizeEvent(event)
        room = self.viewport().width() - self.columnWidth(NUMBER) - self.columnWidth(VERDICT)
        title = round(room * _TITLE_SHARE)
        self.setColumnWidth(TITLE, title)
        self.setColumnWidth(WORDS, room - title)
        self._measure()
        self._later.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let keys answer."""
        key = Qt.Key(event.key())
        if key in _MOVES or event.modifiers() & _SPECIAL:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.toggled.emit(self.selected_keys())
        elif key == Qt.Key.Key_Backspace:
            self.taken_back.emit(self.selected_keys())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self._go_into_answers()
        elif key == Qt.Key.Key_N:
            self.asked_on.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._answer(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def _answer(self, number: int) -> None:
        """Give an answer, counted from 0, to the question of the row one stands on and of all rows chosen with it."""
        face = self._rows.row_at(self.currentIndex())
        question = None if face is None else turn_of(face)
        if face is None or question is None or number >= len(question.choices):
            return
        choice = question.choices[number]
        answers = self.answers_of(face.key)
        if choice.said is Without.THIS or (choice.writes and choice.is_needed):
            if answers is not None:
                answers.answer(number + 1)
            return
        self.said.emit(self.selected_keys() or (face.key,), question.field, choice.said, "")

    def _go_into_answers(self) -> None:
        key = self.current_key()
        answers = self.answers_of(key) if key else None
        if answers is not None:
            answers.go_in()

    def _measure(self) -> None:
        rows = self._rows.rows
        if len(rows) > MEASURED_ROWS:
            return
        title, words = self.columnWidth(TITLE), self.columnWidth(WORDS)
        for index, face in enumerate(rows):
            height = row_paint.height_of(face, title, words)
            if self.rowHeight(index) != height:
                self.setRowHeight(index, height)
            holder = cast("QWidget | None", self.indexWidget(self._rows.index(index, WORDS)))
            if holder is not None:
                self._put_below_words(holder, face)

    def _wait(self, _value: int) -> None:
        # A timer that is started with a figure takes that for its interval.
        self._later.start()

    def _offer_answers(self) -> None:
        """Put answers at the asking rows that can be seen."""
        if not self._rows.rowCount():
            return
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        last = self._rows.rowCount() - 1 if last < 0 else last
        for index in range(first, last + 1):
            face = self._rows.rows[index]
            if face.has_answers and face.key not in self._offered:
                self._offered[face.key] = face
                self.setIndexWidget(self._rows.index(index, WORDS), self._holder(face))

    def _holder(self, face: RowFace) -> QWidget:
        holder = QWidget()
        answers = AnswerRow(face.questions, face.spoken(), holder)
        answers.said.connect(partial(self.said.emit, (face.key,)))
        answers.mended.connect(partial(self.mended.emit, face.key))
        answers.grown.connect(lambda: self._put_below_words(holder, face))
        answers.left.connect(lambda: self.go_to(face.key))
        column = QVBoxLayout(holder)
        column.addWidget(answers)
        column.addStretch(1)
        self._put_below_words(holder, face)
        return holder

    def _put_below_words(self, holder: QWidget, face: RowFace) -> None:
        """Let the answers begin where the painted words end."""
        is_mended = any(question.mends for question in face.questions)
        # A field is taller than a chip; both stand in the middle of their room.
        top = row_paint.words_height(face, self.columnWidth(WORDS)) + (3 if is_mended else 7)
        cast("QVBoxLayout", holder.layout()).setContentsMargins(PAD_X, top, PAD_X, 0)
        answers = holder.findChild(AnswerRow)
        index = self._rows.index_of(face.key).row()
        if answers is None or index < 0:
            return
        room = answers.height_at(self.columnWidth(WORDS) - 2 * PAD_X)
        answers.setFixedHeight(room)
        if self.rowHeight(index) < top + room + PAD_Y:
            self.setRowHeight(index, top + room + PAD_Y)

    def _take_answers_away(self, key: RowKey) -> None:
        del self._offered[key]
        place = self._rows.index_of(key, WORDS)
        if place.isValid():
            # The stubs promise a widget; Qt takes nothing to mean none.
            self.setIndexWidget(place, cast("QWidget", None))


#: Keys that go through the rows, whatever else is pressed with them.
_MOVES: Final = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_SPECIAL: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def turn_of(face: RowFace) -> Question | None:
    """Return the question of a row that a number key answers: the first that is open, else the first."""
    return next((each for each in face.questions if each.is_open), face.questions[0] if face.questions else None)


def _key(face: RowFace) -> RowKey:
    return face.key


def _columns() -> tuple[Column[RowFace], ...]:
    return (
        Column(_("Row"), lambda face: str(face.candidate.row.row or "")),
        Column(_("Result"), lambda face: verdict_name(face.candidate)),
        Column(_("Project"), lambda face: face.title),
        Column(_("What happens"), lambda face: " ".join(piece.text for piece in face.pieces)),
    )
