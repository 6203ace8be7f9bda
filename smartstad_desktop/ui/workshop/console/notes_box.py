"""What is written down at the item that is talked about: remarks, action points, reservations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.values import AgendaItemId, RoundItemId, SessionId
from smartstad_desktop.domain.workshop.meeting import NoteKind
from smartstad_desktop.text import trouble
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.workshop.session_notes import AddNote, RemoveNotes

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import NoteRow, SessionSheet
    from smartstad_desktop.usecases.command import Command

_KINDS: Final = (NoteKind.REMARK, NoteKind.ACTION, NoteKind.RESERVATION)
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a note belongs: a part of the agenda, an item of its round, and what that is called."""

    part: AgendaItemId | None = None
    item: RoundItemId | None = None
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A note that is being written, and where it was begun."""

    place: Place
    kind: NoteKind
    text: str
    owner: str
    due: str


class NotesBox(QWidget):
    """A kind, a line to write in, and what was written last; an action point has an owner and a day.

    A note belongs where it was begun, whatever the meeting goes on to; *write* raises what refuses it.
    """

    #: Carries a command.
    requested = Signal(object)

    def __init__(self, write: Callable[[Command], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self._write = write
        self._session: SessionSheet | None = None
        self._here = Place()
        self._begun: Place | None = None
        self._shown: tuple[list[NoteRow], bool] | None = None
        self.about = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT, wraps=True)
        self.kinds = ChipRow(_("Kind of note"), single=True)
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Note"))
        self.line.setPlaceholderText(_("Write, Enter keeps it"))
        self.owner = QLineEdit()
        self.owner.setPlaceholderText(_("Who sees to it (a role)"))
        self.owner.setAccessibleName(_("Who sees to it (a role)"))
        self.due = DayField("due_on", "", placeholder=_("By when"))
        self.due.show_frame()
        self.due.editor.setAccessibleName(_("By when"))
        self.wrong = Label("", Type.CAPTION, role=Role.BAD, wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(space(4))
        action = QHBoxLayout()
        action.setSpacing(space(6))
        action.addWidget(self.owner, 3)
        action.addWidget(self.due, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(6))
        column.addWidget(Label(_("Notes"), Type.STRONG, Weight.BOLD))
        for widget in (self.about, self.kinds, self.line):
            column.addWidget(widget)
        column.addLayout(action)
        column.addWidget(self.wrong)
        column.addLayout(self._rows)
        self.kinds.show_faces([ChipFace(kind, label(kind)) for kind in _KINDS])
        self.kinds.set_keys(frozenset({NoteKind.REMARK}))
        self.kinds.picked.connect(self._pick)
        for line in (self.line, self.owner, self.due.line):
            line.returnPressed.connect(self.keep)
            line.textEdited.connect(self._begin)
        self._pick()

    @property
    def kind(self) -> NoteKind:
        """Return what is being written."""
        return next((kind for kind in _KINDS if kind in self.kinds.keys()), NoteKind.REMARK)  # noqa: SIM118  not a mapping

    def begin(self, kind: NoteKind | None = None) -> None:
        """Let the user write at once."""
        if kind is not None:
            self.kinds.set_keys(frozenset({kind}))
            self._pick()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_session(
        self, session: SessionSheet, round_: RoundSheet | None, item: RoundItemId | None, *, is_read_only: bool
    ) -> None:
        """Show the latest notes; new ones are written at *item*, else at the part that is on."""
        self._session = session
        part = session.on
        self._here = Place(None if part is None else part.id, item, _told(round_, item, part and part.title))
        self._show_place()
        for field in (self.kinds, self.line, self.owner, self.due):
            field.setEnabled(not is_read_only)
        notes = [note for note in session.notes if note.kind is not NoteKind.PARKED][-_SHOWN:]
        if (notes, is_read_only) == self._shown:
            return
        self._shown = (notes, is_read_only)
        while (row := self._rows.takeAt(0)) is not None:
            widget = row.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for note in reversed(notes):
            self._rows.addWidget(self._row(note, is_read_only=is_read_only))

    def _show_place(self) -> None:
        self.about.setText((self._begun or self._here).told)

    def _begin(self, _text: str = "") -> None:
        """Note where it was begun, until nothing is left of it; what was wrong with it may be right now."""
        self.wrong.hide()
        is_empty = not any(line.text() for line in (self.line, self.owner, self.due.line))
        self._begun = None if is_empty else self._begun or self._here
        self._show_place()

    def _row(self, note: NoteRow, *, is_read_only: bool) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().space(6))
        told = [label(note.kind)]
        if note.owner:
            told.append(note.owner)
        if note.due_on:
            told.append(current().day(note.due_on))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(note.text, Type.BODY, wraps=True))
        words.addWidget(Label(" · ".join(told), Type.CAPTION, role=Role.INK_SOFT, wraps=True))
        row.addLayout(words, 1)
        away = icon_button("x", _("Remove the note “{text}”", text=note.text))
        away.setEnabled(not is_read_only)
        away.clicked.connect(lambda _on=False: self.requested.emit(RemoveNotes(notes=(note.id,))))
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _pick(self, _keys: object = None) -> None:
        self.kinds.set_keys(frozenset({self.kind}))
        is_action = self.kind is NoteKind.ACTION
        self.owner.setVisible(is_action)
        self.due.setVisible(is_action)
        self.wrong.hide()

    # Keeping

    def keep(self) -> bool:
        """Write down what is being written, where it was begun; return whether nothing is left in the lines."""
        session, text = self._session, self.line.text().strip()
        if session is None or not text:
            return True
        place = self._begun or self._here
        try:
            note = AddNote(
                session=SessionId(session.id),
                kind=self.kind,
                text=text,
                agenda_item=place.part,
                round_item=place.item,
                **self._details(),
            )
            self._write(note)
        except DomainError as error:
            self.wrong.setText(trouble.sentence(error))
            self.wrong.show()
            return False
        self._empty()
        return True

    def _empty(self) -> None:
        self.line.clear()
        self.owner.clear()
        self.due.reset(None)
        self.wrong.hide()
        self._begin()

    def give_up(self) -> Draft | None:
        """Return what is being written, and forget it here."""
        if not any(line.text() for line in (self.line, self.owner, self.due.line)):
            return None
        draft = Draft(
            place=self._begun or self._here,
            kind=self.kind,
            text=self.line.text(),
            owner=self.owner.text(),
            due=self.due.line.text(),
        )
        self._empty()
        return draft

    def take_up(self, draft: Draft) -> None:
        """Go on with what was being written elsewhere."""
        self.kinds.set_keys(frozenset({draft.kind}))
        self._pick()
        self.line.setText(draft.text)
        self.owner.setText(draft.owner)
        self.due.line.setText(draft.due)
        self._begun = draft.place
        self._show_place()

    def _details(self) -> dict[str, Any]:
        if self.kind is not NoteKind.ACTION:
            return {}
        return {"owner": self.owner.text().strip(), "due_on": self.due.value()}


def _told(round_: RoundSheet | None, item: RoundItemId | None, part: str | None) -> str:
    """Return in words where a note belongs."""
    found = round_ and next((each for each in round_.items if each.id == item), None)
    if found:
        return _("At {number} {title}", number=found.number, title=found.title)
    return _("At “{title}”", title=part) if part else _("At the workshop as a whole")
