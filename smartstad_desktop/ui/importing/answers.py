"""What stands below a row that asks: answers to choose from, and fields to write in."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.lists.import_cells import CellAnswer
from smartstad_desktop.domain.lists.importing import Answer
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing.masking import masked_people
from smartstad_desktop.ui.importing.picking import PickBox
from smartstad_desktop.ui.importing.questions import NEEDED, Choice, Question, Without
from smartstad_desktop.ui.importing.row_paint import NAME_HEIGHT, QUESTION_GAP
from smartstad_desktop.ui.importing.wording import status_choices
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.chips import Chip, ChipFace, FlowLayout
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

_NARROW: Final = 140
_WIDE: Final = 270
_GAP: Final = 8
Editor = QLineEdit | QComboBox


@dataclass(slots=True, eq=False)
class _Line:
    """One question on the screen."""

    question: Question
    flow: FlowLayout
    place: QWidget
    chips: dict[Hashable, Chip] = field(default_factory=dict[Hashable, Chip])
    editor: Editor | None = None
    take: Button | None = None
    #: The choice whose words are being written.
    writing: Choice | None = None


class AnswerRow(QWidget):
    """The questions of one row. A number key gives that answer to the question whose turn it is."""

    #: Carries the field (empty for the row as a whole), an ``Answer`` or ``CellAnswer``, and the words with it.
    said = Signal(str, object, str)
    #: Carries the field and what was written, or None to take the row without it.
    mended = Signal(str, object)
    #: The room that is needed has changed.
    grown = Signal()
    #: The person is done here and wants the table back.
    left = Signal()

    def __init__(self, questions: tuple[Question, ...], spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions = questions
        self.setAccessibleName(spoken)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lines: list[_Line] = []
        for question in questions:
            if self._lines:
                self._column.addSpacing(theme.current().space(QUESTION_GAP))
            self._lines.append(self._line(question))

    # What others ask

    def chip(self, said: Answer | CellAnswer | Without, name: str | None = None) -> Chip:
        """Return the button of an answer, to the cell *name* or to the first question that has it."""
        return next(
            line.chips[said] for line in self._lines if said in line.chips and name in {None, line.question.field}
        )

    @property
    def editor(self) -> Editor | None:
        """Return the first field to write in."""
        return next((line.editor for line in self._lines if line.editor is not None), None)

    @property
    def controls(self) -> list[QWidget]:
        """Return everything that can have the focus, in its order."""
        found: list[QWidget] = []
        for line in self._lines:
            found += [each for each in (line.editor, line.take) if each is not None and line.question.mends]
            found += line.chips.values()
            found += [each for each in (line.editor, line.take) if each is not None and not line.question.mends]
        return found

    def answer(self, number: int) -> bool:
        """Give the answer *number*, counted from 1, to the question whose turn it is; return whether there is one."""
        line = next((each for each in self._lines if each.question.is_open), self._lines[0] if self._lines else None)
        chips = list(line.chips.values()) if line else []
        if not 0 < number <= len(chips):
            return False
        chips[number - 1].click()
        return True

    def go_in(self) -> None:
        """Put the focus where the first thing is to be said."""
        line = next((each for each in self._lines if each.question.is_open), self._lines[0] if self._lines else None)
        if line is None:
            return
        target = (
            line.editor if line.editor is not None and line.question.mends else next(iter(line.chips.values()), None)
        )
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def height_at(self, width: int) -> int:
        """Return the height that the answers need at *width*: they break into lines where they must."""
        look = theme.current()
        named = sum(bool(each.name) and not each.mends for each in self.questions)
        lines = sum(line.flow.heightForWidth(width) for line in self._lines) + named * look.space(NAME_HEIGHT)
        return lines + look.space(QUESTION_GAP) * max(len(self._lines) - 1, 0)

    def refuse(self, name: str) -> None:
        """Show that what was written for the field *name* cannot be read."""
        line = next((each for each in self._lines if each.editor is not None and each.question.field == name), None)
        if line is None or line.editor is None:
            return
        line.editor.setProperty("wrong", True)
        line.editor.style().unpolish(line.editor)
        line.editor.style().polish(line.editor)
        line.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _line(self, question: Question) -> _Line:
        if question.name and not question.mends:
            weight, role = (Weight.SEMIBOLD, Role.INK) if question.is_open else (Weight.MEDIUM, Role.INK_SOFT)
            words = Label(question.name, Type.CAPTION, weight, role)
            words.setFixedHeight(theme.current().space(NAME_HEIGHT))
            self._column.addWidget(words)
        place = QWidget()
        line = _Line(question, FlowLayout(place, gap=_GAP), place)
        self._column.addWidget(place)
        if question.mends:
            self._add_editor(line, question.name, question.written)
        for choice in question.choices:
            self._add_chip(line, choice)
        chosen = next((each for each in question.choices if each.said is question.chosen and each.writes), None)
        if chosen is not None:
            line.writing = chosen
            self._add_editor(line, chosen.writes, question.written)
        return line

    def _add_chip(self, line: _Line, choice: Choice) -> None:
        chip = Chip(ChipFace(choice.said, choice.text), line.place, checkable=choice.said is not Without.THIS)
        chip.setChecked(choice.said is line.question.chosen)
        if line.question.name:
            chip.setAccessibleName(f"{line.question.name}: {choice.text}")
        chip.setToolTip(choice.whole.replace("<", "‹") if len(choice.whole) > len(choice.text) else "")
        chip.clicked.connect(lambda _on=False: self._choose(line, choice))
        chip.installEventFilter(self)
        if line.editor is not None:
            chip.setFixedHeight(line.editor.sizeHint().height())
        line.chips[choice.said] = chip
        line.flow.addWidget(chip)

    def _add_editor(self, line: _Line, name: str, written: str) -> None:
        is_status = line.question.field == "status"
        editor = line.editor = _status_box() if is_status else QLineEdit(line.place)
        editor.setAccessibleName(name)
        wide = not line.question.field or line.question.field in NEEDED
        editor.setFixedWidth(theme.current().space(_WIDE if wide else _NARROW))
        editor.installEventFilter(self)
        line.flow.addWidget(editor)
        if isinstance(editor, QComboBox):
            editor.activated.connect(partial(self._write, line))
            return
        editor.setText(masked_people(written))
        editor.setPlaceholderText(name)
        editor.returnPressed.connect(lambda: self._write(line))
        line.take = icon_button("check", _("Use this"), line.place)
        line.take.clicked.connect(lambda: self._write(line))
        line.take.installEventFilter(self)
        line.flow.addWidget(line.take)

    # What a person does

    def _choose(self, line: _Line, choice: Choice) -> None:
        if choice.said is Without.THIS:
            self.mended.emit(line.question.field, None)
        elif choice.writes and choice.is_needed:
            self._ask_for_words(line, choice)
        else:
            # Pressing the answer that holds already must not leave the button off.
            line.chips[choice.said].setChecked(True)
            self.said.emit(line.question.field, choice.said, line.question.written if choice.writes else "")

    def _ask_for_words(self, line: _Line, choice: Choice) -> None:
        for said, chip in line.chips.items():
            chip.setChecked(said is choice.said)
        line.writing = choice
        if line.editor is None:
            self._add_editor(line, choice.writes, line.question.written)
            for control in (line.editor, line.take):
                if control is not None:
                    # What is hidden still counts for nothing when the room is measured.
                    control.show()
            self.grown.emit()
        if line.editor is not None:
            line.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, line: _Line, *_place: int) -> None:
        editor = line.editor
        written = editor.text() if isinstance(editor, QLineEdit) else editor.currentText() if editor else ""
        if written == masked_people(line.question.written):
            # What is masked on the screen is not what is meant.
            written = line.question.written
        choice = line.writing
        if line.question.mends:
            if written.strip():
                self.mended.emit(line.question.field, written.strip())
        elif choice is not None and (written.strip() or not choice.is_needed):
            self.said.emit(line.question.field, choice.said, written.strip())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc leave the answers, and let the arrows go between buttons."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if isinstance(watched, Chip) and event.key() in steps:
            every = self.controls
            place = every.index(watched) + steps[Qt.Key(event.key())]
            if 0 <= place < len(every):
                every[place].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)


def _status_box() -> QComboBox:
    box = PickBox()
    box.setPlaceholderText(_("Choose a status"))
    for key, name in status_choices():
        box.addItem(name, key)
    box.setCurrentIndex(-1)
    return box
