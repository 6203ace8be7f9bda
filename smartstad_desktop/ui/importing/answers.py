"""What stands below a row that asks: answers to choose from, or a field to mend a cell in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from smartstad_desktop.domain.importing import Answer, Verdict
from smartstad_desktop.domain.lists import CellIssue
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing.faces import Faces, RowFace, answer_words, answers_to, status_choices, title_of
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.chips import Chip, ChipFace, FlowLayout

#: Cells without which a row cannot be taken at all.
_NEEDED = frozenset({"title", "lesson"})
_NARROW, _WIDE = 140, 270


class AnswerRow(QWidget):
    """The answers to one row. ``answered`` and ``mended`` tell what a person says."""

    #: Carries an ``Answer``.
    answered = Signal(object)
    #: Carries the field and what was written, or None to take the row without it.
    mended = Signal(str, object)

    def __init__(self, face: RowFace, faces: Faces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self.chips: dict[Answer, Chip] = {}
        self.editor: QLineEdit | QComboBox | None = None
        self.without: Chip | None = None
        self._row = FlowLayout(self, gap=8)
        self.setAccessibleName(face.spoken())
        if face.candidate.verdict is Verdict.ERROR and face.candidate.open_issues:
            self._build_mending(face.candidate.open_issues[0], faces)
        else:
            self._build_choices(faces)

    def _build_choices(self, faces: Faces) -> None:
        for answer in answers_to(self.face.candidate):
            chip = Chip(ChipFace(answer, answer_words(faces, self.face.candidate, answer)), self)
            chip.setChecked(self.face.candidate.answer is answer)
            chip.clicked.connect(lambda _on=False, said=answer: self.answered.emit(said))
            self.chips[answer] = chip
            self._row.addWidget(chip)

    def _build_mending(self, issue: CellIssue, faces: Faces) -> None:
        name = title_of(issue.field)
        self.editor = _status_box() if issue.field == "status" else QLineEdit(self)
        self.editor.setAccessibleName(name)
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(faces.value(issue.field, issue.suggestion).strip() if issue.suggestion else "")
            self.editor.setPlaceholderText(name)
            self.editor.returnPressed.connect(lambda: self._write(issue.field))
        else:
            self.editor.activated.connect(lambda: self._write(issue.field))
        self.editor.setFixedWidth(theme.current().space(_WIDE if issue.field in _NEEDED else _NARROW))
        self._row.addWidget(self.editor)
        if isinstance(self.editor, QLineEdit):
            take = icon_button("check", _("Use this"), self)
            take.clicked.connect(lambda: self._write(issue.field))
            self._row.addWidget(take)
        if issue.field not in _NEEDED:
            words = _("Import without {field}", field=name[:1].lower() + name[1:])
            self.without = Chip(ChipFace("without", words), self, checkable=False)
            self.without.setFixedHeight(self.editor.sizeHint().height())
            self.without.clicked.connect(lambda: self.mended.emit(issue.field, None))
            self._row.addWidget(self.without)

    def _write(self, field: str) -> None:
        editor = self.editor
        written = editor.text() if isinstance(editor, QLineEdit) else editor.currentText() if editor else ""
        if written.strip():
            self.mended.emit(field, written.strip())

    def height_at(self, width: int) -> int:
        """Return the height that the answers need at *width*: they break into lines where they must."""
        return self._row.heightForWidth(width)

    def refuse(self) -> None:
        """Show that what was written cannot be read."""
        if self.editor is None:
            return
        self.editor.setProperty("wrong", True)
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _status_box() -> QComboBox:
    box = QComboBox()
    box.setPlaceholderText(_("Choose a status"))
    for key, name in status_choices():
        box.addItem(name, key)
    box.setCurrentIndex(-1)
    return box
