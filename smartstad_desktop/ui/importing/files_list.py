"""The files of an import, below each other, each with its state; any of them can be let go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing.file_faces import FileFace
from smartstad_desktop.ui.importing.file_paint import FileDelegate, cross
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE

#: Larger text leaves its room to the rows; names of files wrap.
_WIDEST: Final = 300
Index = QModelIndex | QPersistentModelIndex


class FilesModel(QAbstractListModel):
    """The files in the order they came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.faces: tuple[FileFace, ...] = ()

    def show(self, faces: Sequence[FileFace]) -> None:
        """Show *faces*."""
        new = tuple(faces)
        if len(new) != len(self.faces):
            self.beginResetModel()
            self.faces = new
            self.endResetModel()
            return
        changed = [row for row, (old, now) in enumerate(zip(self.faces, new, strict=True)) if old != now]
        self.faces = new
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many files there are."""
        return 0 if parent is not None and parent.isValid() else len(self.faces)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the view asks for."""
        if not index.isValid():
            return None
        face = self.faces[index.row()]
        if role == ROW_ROLE:
            return face
        if role == Qt.ItemDataRole.DisplayRole:
            return face.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return face.spoken()
        return None


class FilesList(QListView):
    """The list of files. Del, or a press on the cross, lets go of one; nothing is deleted on the disk."""

    #: Carries the place of the file that is to be shown.
    chosen = Signal(int)
    #: Carries the place of a file that is not wanted any more.
    dropped = Signal(int)
    #: The next question is wanted, or with -1 the one before.
    asked_on = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = FilesModel(self)
        self.setModel(self._files)
        self.setItemDelegate(FileDelegate(self))
        self.setSpacing(4)
        self.setAccessibleName(_("Files"))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(min(theme.current().space(264), _WIDEST))
        self.selectionModel().currentChanged.connect(self._tell)

    def show_files(self, faces: Sequence[FileFace], current: int) -> None:
        """Show *faces* with one of them chosen."""
        self._files.show(faces)
        if self.currentIndex().row() != current:
            self.setCurrentIndex(self._files.index(current))
        # A state may have one line more than the one before.
        self.scheduleDelayedItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the files again: their words wrap."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Del let go of a file, and N go to the next question as it does among the rows."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.dropped.emit(self.currentIndex().row())
            return
        if event.key() == Qt.Key.Key_N:
            self.asked_on.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let go of a file whose cross is pressed; choose it otherwise."""
        if event.button() is Qt.MouseButton.LeftButton and self._crossed(event.position().toPoint()) is not None:
            event.accept()
            return
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of a file whose cross was pressed."""
        row = self._crossed(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and row is not None:
            event.accept()
            self.dropped.emit(row)
            return
        super().mouseReleaseEvent(event)

    def _crossed(self, place: QPoint) -> int | None:
        """Return the file whose cross is at *place*."""
        index = self.indexAt(place)
        return index.row() if index.isValid() and cross(self.visualRect(index)).contains(place) else None

    def _tell(self, now: QModelIndex) -> None:
        self.chosen.emit(now.row())
