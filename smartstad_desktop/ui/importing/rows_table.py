"""The table of rows: painted, with real buttons only where a row asks and only where it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.importing import Answer, RowKey, Verdict
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing import row_paint
from smartstad_desktop.ui.importing.answers import AnswerRow
from smartstad_desktop.ui.importing.faces import Faces, RowFace, verdict_name
from smartstad_desktop.ui.importing.row_paint import NUMBER, PAD_X, PAD_Y, TITLE, VERDICT, WORDS, RowDelegate
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel

#: Longer lists are shown with one line per row, so that they open at once.
MEASURED_ROWS: Final = 2_000


class RowsTable(QTableView):
    """Rows with their verdicts. Space leaves rows out or takes them again; Enter goes to a row's answers."""

    #: Carries the ``RowKey`` and an ``Answer``.
    answered = Signal(object, object)
    #: Carries the ``RowKey``, the field, and what was written or None.
    mended = Signal(object, str, object)
    #: Carries the keys of rows to leave out or to take again.
    toggled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces: Faces | None = None
        self._rows = RowsModel(_columns(), _key, accessible=RowFace.spoken, parent=self)
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(_("Rows of the list"))
        self._arrange()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._offer_answers)
        self.verticalScrollBar().valueChanged.connect(self._later.start)

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

    def show_rows(self, faces: Faces, rows: Sequence[RowFace]) -> None:
        """Show *rows*; the place in the list stays."""
        self._faces = faces
        place = self.verticalScrollBar().value()
        for index in range(self._rows.rowCount()):
            self._take_answers_away(index)
        self._rows.show(rows)
        self._measure()
        self.verticalScrollBar().setValue(place)
        self._later.start()

    def go_to(self, key: RowKey) -> None:
        """Stand on a row, for the keyboard to go on from there."""
        place = self._rows.index_of(key, NUMBER)
        if place.isValid():
            self.setCurrentIndex(place)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

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
        title = round(room * 0.4)
        self.setColumnWidth(TITLE, title)
        self.setColumnWidth(WORDS, room - title)
        self._measure()
        self._later.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Space leave rows out and Enter go to the answers of a row."""
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit(self.selected_keys())
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self._go_into_answers()
            return
        super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc come back from the answers to the table."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _go_into_answers(self) -> None:
        key = next(iter(self.selected_keys()), None)
        answers = self.answers_of(key) if key else None
        if answers is None:
            return
        target = answers.editor or next(iter(answers.chips.values()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

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

    def _offer_answers(self) -> None:
        """Put answers at the asking rows that can be seen."""
        if self._faces is None or not self._rows.rowCount():
            return
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        last = self._rows.rowCount() - 1 if last < 0 else last
        for index in range(first, last + 1):
            face = self._rows.rows[index]
            place = self._rows.index(index, WORDS)
            if face.has_answers and not self._has_answers_at(place):
                self.setIndexWidget(place, self._holder(face, self._faces))

    def _holder(self, face: RowFace, faces: Faces) -> QWidget:
        holder = QWidget()
        answers = AnswerRow(face, faces, holder)
        answers.answered.connect(partial(self.answered.emit, face.key))
        answers.mended.connect(partial(self.mended.emit, face.key))
        for control in (*answers.chips.values(), answers.editor, answers.without):
            if control is not None:
                control.installEventFilter(self)
        column = QVBoxLayout(holder)
        column.addWidget(answers)
        column.addStretch(1)
        self._put_below_words(holder, face)
        return holder

    def _put_below_words(self, holder: QWidget, face: RowFace) -> None:
        """Let the answers begin where the painted words end."""
        is_mended = face.candidate.verdict is Verdict.ERROR
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

    def _take_answers_away(self, index: int) -> None:
        place = self._rows.index(index, WORDS)
        if self._has_answers_at(place):
            self.setIndexWidget(place, cast("QWidget", None))

    def _has_answers_at(self, place: QModelIndex) -> bool:
        # The stubs promise a widget; Qt gives nothing where none was set, and takes nothing to mean none.
        return cast("QWidget | None", self.indexWidget(place)) is not None


def toggled(face_answer: Answer | None) -> Answer | None:
    """Return the answer that leaves a row out, or takes it again."""
    return None if face_answer is Answer.SKIP else Answer.SKIP


def _key(face: RowFace) -> RowKey:
    return face.key


def _columns() -> tuple[Column[RowFace], ...]:
    return (
        Column(_("Row"), lambda face: str(face.candidate.row.row or "")),
        Column(_("Result"), lambda face: verdict_name(face.candidate)),
        Column(_("Project"), lambda face: face.title),
        Column(_("What happens"), lambda face: " ".join(piece.text for piece in face.pieces)),
    )
