"""Editing in the cell: the panel's own fields, laid over the table for as long as one value is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.project import project
from smartstad_desktop.text import trouble
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.inventory.cell_fields import FIELDS, PeriodsField, cell_field, cell_value
from smartstad_desktop.ui.inventory.sections import FIELD_OF
from smartstad_desktop.ui.inventory.table_view import InventoryTable
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import TypedField
from smartstad_desktop.ui.kit.fields import ChoiceField, Field
from smartstad_desktop.ui.kit.notices import Tone
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.inventory.inventory import EditProject

#: A field may be wider than its cell: a date in words needs more room than a year.
_LEAST: Final = 200
_STAYS: Final = frozenset((Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason))


class CellEditing(QObject):
    """Enter keeps what was written as one step, Esc takes it back, Tab goes on to the next cell."""

    #: A rule asks for more than the cell holds: carries the name of the field and its value, for the panel.
    handed_over = Signal(str, object)

    def __init__(self, table: InventoryTable, services: Services, run: RunCommand) -> None:
        super().__init__(table)
        self._table, self._services, self._run = table, services, run
        self._field: Field | None = None
        self._project = 0
        self._key = ""
        self._before: object = None
        table.editing.connect(self.begin)
        for moved in (table.verticalScrollBar().valueChanged, table.horizontalScrollBar().valueChanged):
            moved.connect(self._place)
        table.horizontalHeader().sectionResized.connect(self._place)
        table.rows.modelReset.connect(self._place)

    @property
    def field(self) -> Field | None:
        """Return the field that is open, if one is."""
        return self._field

    def begin(self, index: QModelIndex, typed: str = "") -> None:
        """Open the field of a cell; what was *typed* replaces its text."""
        snapshot = self._table.rows.snapshot
        if snapshot is None or self._services.workspace.is_read_only or not self.finish():
            return
        self._project = self._table.rows.ids[index.row()]
        self._key = self._table.rows.columns[index.column()].key
        detail = self._services.workspace.read(project, self._project)
        if detail is None:
            return
        self._field = made = cell_field(self._key, snapshot)
        made.hide()
        made.setParent(self._table.viewport(), Qt.WindowType.Widget)
        made.editor.setParent(self._table.viewport(), Qt.WindowType.Widget)
        self._show_value(made, cell_value(self._key, detail.values), typed)
        self._place()
        made.editor.show()
        made.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        made.editor.installEventFilter(self)
        if isinstance(made, ChoiceField):
            made.edited.connect(self.finish)
            made.box.showPopup()

    def _show_value(self, field: Field, value: Any, typed: str) -> None:
        if isinstance(field, TypedField):
            field.reset(value)
            self._before = field.text()
            _write(field, typed)
        else:
            field.set_value(value)
            self._before = field.value()

    def finish(self, *_value: object) -> bool:
        """Keep what was written; return whether the field is closed."""
        field = self._field
        if field is None:
            return True
        changes: Mapping[str, Any] = {}
        try:
            if self._before != (field.text() if isinstance(field, TypedField) else field.value()):
                value = field.value()
                changes = value if isinstance(field, PeriodsField) else {field.name: value}
                self._run(EditProject(project=ProjectId(self._project), changes=changes))
        except DomainError as error:
            return self._refuse(field, error, changes)
        self.cancel()
        return True

    def cancel(self) -> None:
        """Close the field as if nothing had been written."""
        field, self._field = self._field, None
        if field is not None:
            field.editor.removeEventFilter(self)
            field.editor.hide()
            field.editor.deleteLater()
            field.deleteLater()
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, field: Field, error: DomainError, changes: Mapping[str, Any]) -> bool:
        """Say why, and let the user go on writing; what the cell has no place for is asked for in the panel."""
        wrong = str(error.parameters.get("field", ""))
        if changes and FIELD_OF.get(wrong, wrong) not in changes:
            self.cancel()
            self.handed_over.emit(field.name, changes[field.name])
            return True
        field.show_error(trouble.sentence(error))
        self._services.notices.say(field.error, tone=Tone.ATTENTION)
        return False

    def _leave(self) -> None:
        """The user went elsewhere: keep what can be kept, and say what cannot."""
        field = self._field
        if field is not None and not self.finish():
            text = _("{field} was not saved. {reason}", field=field_name(field.name), reason=field.error)
            self.cancel()
            self._services.notices.say(text, tone=Tone.ATTENTION)

    # Keys and places

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter, Esc and Tab mean what they mean in a table."""
        if event.type() is QEvent.Type.KeyPress:
            act = self._act_of(cast("QKeyEvent", event))
            if act is not None:
                act()
            return act is not None
        if event.type() is QEvent.Type.FocusOut and not _stays(cast("QFocusEvent", event)):
            self._leave()
        return False

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        return {
            Qt.Key.Key_Return: self.finish,
            Qt.Key.Key_Enter: self.finish,
            Qt.Key.Key_Escape: self.cancel,
            Qt.Key.Key_Tab: lambda: self._go_on(1),
            Qt.Key.Key_Backtab: lambda: self._go_on(-1),
        }.get(Qt.Key(event.key()))

    def _go_on(self, step: int) -> None:
        """Keep this cell and open the next one that can be edited, in the next row after the last."""
        places = [number for number, column in enumerate(self._table.rows.columns) if column.key in FIELDS]
        here = self._index()
        if not self.finish() or not here.isValid():
            return
        row, number = here.row(), places.index(here.column()) + step
        if not 0 <= number < len(places):
            row, number = row + step, number % len(places)
        target = self._table.rows.index(row, places[number])
        if target.isValid() and self._table.rows.project_at(row) is not None:
            self._table.setCurrentIndex(target)
            self._table.scrollTo(target)
            self.begin(target)

    def _index(self) -> QModelIndex:
        rows = self._table.rows
        keys = [column.key for column in rows.columns]
        at = rows.places({self._project})
        return rows.index(at[0], keys.index(self._key)) if at and self._key in keys else QModelIndex()

    def _place(self, *_moved: object) -> None:
        """Lay the field over its cell; a cell that is gone takes its field along."""
        if self._field is None:
            return
        index = self._index()
        if not index.isValid():
            self.cancel()
            return
        cell, editor = self._table.visualRect(index), self._field.editor
        width = min(max(cell.width(), theme.current().space(_LEAST)), self._table.viewport().width())
        left = min(cell.x(), self._table.viewport().width() - width)
        editor.resize(width, editor.height())
        height = editor.height() if isinstance(editor, QPlainTextEdit) else editor.sizeHint().height()
        editor.setGeometry(QRect(left, max(0, cell.center().y() - height // 2), width, height))


def _stays(event: QFocusEvent) -> bool:
    """Return whether the focus has only gone to the list or the menu of the field itself, or to another program."""
    return event.reason() in _STAYS or QApplication.activePopupWidget() is not None


def _write(field: TypedField, typed: str) -> None:
    """Put *typed* in place of the text, or select all of it so that typing does the same."""
    editor = field.editor
    if isinstance(editor, QLineEdit):
        editor.selectAll()
        if typed:
            editor.insert(typed)
    elif isinstance(editor, QPlainTextEdit):
        editor.selectAll()
        if typed:
            editor.insertPlainText(typed)
            editor.moveCursor(QTextCursor.MoveOperation.End)
