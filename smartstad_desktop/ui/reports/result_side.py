"""One result: what it is, and what each municipality does with it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartstad_desktop.domain.follow_up.reuse import ReuseState
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.follow_up.reuse import ReuseNote, SharedResult
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.calm_fields import LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.parts import Label, Rule, Type, Weight
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role


def key_of(result: SharedResult) -> Hashable:
    """Return what a result is known by."""
    return (result.project, result.case)


class TownLine(QWidget):
    """What one municipality does with a result; the words beside it only where something is noted."""

    #: Carries the state, or None when nothing is noted any more, and the comment.
    noted = Signal(object, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = CalmChoice("state", name, [(None, "–"), *((each, label(each)) for each in ReuseState)])
        self.comment = LineField("comment", _("Comment"))
        self.comment.editor.setAccessibleName(_("Comment on {name}", name=name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FieldRow(self.state, self.comment))
        self.state.edited.connect(self._tell)
        self.comment.edited.connect(self._tell)

    def show_note(self, note: ReuseNote | None, *, is_locked: bool) -> None:
        """Show what is noted."""
        self.state.set_value(None if note is None else note.state)
        self.state.setEnabled(not is_locked)
        self.comment.set_value("" if note is None else note.comment)
        self.comment.setVisible(note is not None)
        self.comment.line.setReadOnly(is_locked)

    def _tell(self, *_value: object) -> None:
        self.noted.emit(self.state.value(), self.comment.value())


class ResultSide(ScrollSheet):
    """The result, and under it the municipalities; its own is not among them."""

    going = Signal()
    #: Carries the municipality, the state or None, and the comment.
    noted = Signal(object, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", Type.TITLE, Weight.BOLD, wraps=True)
        self.facts = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.what = Label("", Type.BODY, wraps=True)
        self.go = Button("", icon="arrow-right")
        self.go.clicked.connect(self.going)
        self.lines: dict[MunicipalityId, TownLine] = {}
        self._key: Hashable = None
        self._inside = QVBoxLayout()
        self._inside.setSpacing(theme.current().space(8))
        for words in (self.title, self.facts, self.what):
            self.column.addWidget(words)
        self.column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(theme.current().space(8))
        self.column.addWidget(Rule())
        self.column.addWidget(Label(_("What the municipalities do with it"), Type.STRONG, Weight.SEMIBOLD, wraps=True))
        self.column.addLayout(self._inside)
        self.column.addStretch(1)

    def show_result(
        self, result: SharedResult, towns: Sequence[tuple[MunicipalityId, str]], *, is_locked: bool
    ) -> None:
        """Show a result and what is noted of it."""
        if key_of(result) != self._key:
            self.finish()
            self._key = key_of(result)
            self.verticalScrollBar().setValue(0)
        self.title.setText(result.title)
        told = [_("From {name}", name=result.owner)] if result.owner else []
        if result.contact:
            told.append(_("ask {contact}", contact=result.contact))
        self.facts.setText(" · ".join(told))
        self.facts.setVisible(bool(told))
        self.what.setText(result.what)
        self.what.setVisible(bool(result.what))
        self.go.setText(_("Show the project") if result.project is not None else _("Show the test"))
        self.go.updateGeometry()
        notes = {note.municipality: note for note in result.notes}
        self._make(towns)
        for town, line in self.lines.items():
            line.setVisible(town != result.owner_id)
            line.show_note(notes.get(town), is_locked=is_locked)

    def _make(self, towns: Sequence[tuple[MunicipalityId, str]]) -> None:
        if [town for town, _name in towns] == list(self.lines):
            return
        for line in self.lines.values():
            self._inside.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {}
        for town, name in towns:
            line = self.lines[town] = TownLine(name)
            self._inside.addWidget(line)
            line.noted.connect(partial(self.noted.emit, town))

    def finish(self) -> None:
        """Save what is being typed."""
        for line in self.lines.values():
            line.comment.commit()
