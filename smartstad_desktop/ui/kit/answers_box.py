"""Questions with yes, partly or no beneath each, and room for a comment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartstad_desktop.domain.governance.organisations import Answer
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import INSET, GrowingField
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.parts import Label, Type


class _Question(QWidget):
    """One question; a second click on the answer takes it back."""

    #: Carries the answer, or None, and the comment.
    answered = Signal(object, str)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        words = Label(text, Type.BODY, wraps=True)
        words.setIndent(space(INSET))
        self.chips = ChipRow(text, single=True)
        self.chips.show_faces([ChipFace(answer, label(answer)) for answer in Answer])
        self.comment = GrowingField("comment", "", is_one_paragraph=True)
        self.comment.area.setPlaceholderText(_("Comment"))
        self.comment.editor.setAccessibleName(_("Comment on “{question}”", question=text))
        holder = QVBoxLayout()
        holder.setContentsMargins(space(INSET), 0, 0, 0)
        holder.addWidget(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(words)
        column.addLayout(holder)
        column.addWidget(self.comment)
        self.chips.picked.connect(self._tell)
        self.comment.edited.connect(self._tell)

    def show_answer(self, answer: Answer | None, comment: str) -> None:
        """Show what has been answered."""
        self.chips.set_keys(frozenset() if answer is None else frozenset({answer}))
        self.comment.set_value(comment)
        self.comment.setVisible(answer is not None)

    def _tell(self, *_value: object) -> None:
        picked = next(iter(self.chips.keys()), None)
        self.answered.emit(cast("Answer | None", picked), self.comment.value())


class AnswersBox(QWidget):
    """The questions beneath each other; it changes nothing itself."""

    #: Carries the question's id, the answer or None, and the comment.
    answered = Signal(int, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions: dict[int, _Question] = {}
        self._asked: list[tuple[int, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().space(10))

    def ask(self, questions: Sequence[tuple[int, str]]) -> None:
        """Ask *questions*, each an id and its words, from now on."""
        if list(questions) == self._asked:
            return
        for gone in self.questions.values():
            gone.hide()
            gone.deleteLater()
        self._asked, self.questions = list(questions), {}
        for number, text in questions:
            made = self.questions[number] = _Question(text, self)
            made.answered.connect(partial(self.answered.emit, number))
            self._column.addWidget(made)

    def show_answers(self, answers: Mapping[int, tuple[Answer, str]]) -> None:
        """Show what has been answered."""
        for number, question in self.questions.items():
            question.show_answer(*answers.get(number, (None, "")))

    def finish(self) -> None:
        """Save what is being typed."""
        for question in self.questions.values():
            question.comment.commit()
