"""Everything that was written down in a session: where it was said, who sees to it, and what is done."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.domain.workshop.meeting import NoteKind
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.workshop.session_notes import EditNote, RemoveNotes

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.session_rows import NoteRow, SessionSheet

_ORDER: Final = (NoteKind.ACTION, NoteKind.REASON, NoteKind.RESERVATION, NoteKind.REMARK, NoteKind.PARKED)


class NotesPanel(ScrollSheet):
    """Notes by their kind; action points can be ticked off."""

    #: Carries a command.
    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=6)
        self.ticks: list[QCheckBox] = []
        self._shown: object = None
        self._ended_at: datetime | None = None

    def show_session(self, session: SessionSheet, *, is_read_only: bool) -> None:
        """Show the notes of the session."""
        if (session.notes, session.agenda, session.ended_at, is_read_only) == self._shown:
            return
        self._shown = (session.notes, session.agenda, session.ended_at, is_read_only)
        self._ended_at = session.ended_at
        self.ticks = []
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        parts = {part.id: part.title for part in session.agenda}
        for kind in _ORDER:
            notes = [note for note in session.notes if note.kind is kind]
            if notes:
                self.column.addWidget(Label(label(kind), Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT))
            for note in notes:
                where = parts.get(note.agenda_item, "") if note.agenda_item else ""
                self.column.addWidget(self._row(note, where, is_read_only=is_read_only))
        if not session.notes:
            told = _("Nothing has been written down yet. Notes are written at the console.")
            self.column.addWidget(Label(told, Type.BODY, role=Role.INK_SOFT, wraps=True))
        self.column.addStretch(1)

    def _row(self, note: NoteRow, where: str, *, is_read_only: bool) -> QWidget:
        space = theme.current().space
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, space(4))
        row.setSpacing(space(8))
        if note.kind is NoteKind.ACTION:
            tick = QCheckBox()
            tick.setChecked(note.is_done)
            tick.setEnabled(not is_read_only)
            tick.setAccessibleName(_("Done: {text}", text=note.text))
            tick.clicked.connect(partial(self._tick, note))
            row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
            self.ticks.append(tick)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(note.text, Type.BODY, wraps=True))
        told = [note.owner, current().day(note.due_on) if note.due_on else "", where]
        if note.municipality is not None:
            told.append(note.municipality.name)
        line = " · ".join(filter(None, told))
        if line:
            words.addWidget(Label(line, Type.CAPTION, role=Role.INK_SOFT, wraps=True))
        row.addLayout(words, 1)
        away = icon_button("x", _("Remove the note “{text}”", text=note.text))
        is_told = self._ended_at is not None and note.at <= self._ended_at
        away.setEnabled(not is_read_only and not is_told)
        if is_told:
            away.setToolTip(_("It was written during the workshop: the minutes tell it."))
        away.clicked.connect(partial(self._remove, note))
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _tick(self, note: NoteRow, *_state: object) -> None:
        self.requested.emit(EditNote(note=note.id, changes={"is_done": not note.is_done}))

    def _remove(self, note: NoteRow, *_state: object) -> None:
        self.requested.emit(RemoveNotes(notes=(note.id,)))
