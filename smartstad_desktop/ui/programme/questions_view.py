"""The questions of the programme's application, each with its answer beneath; answers are saved as they are left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.values import Named
from smartstad_desktop.reads.programme.questions import QuestionRow
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.calm_fields import INSET, GrowingField
from smartstad_desktop.ui.kit.fields import TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import offer
from smartstad_desktop.ui.kit.parts import EmptyState, Label, Panel, Rule, Type, Weight
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.programme.questions import (
    AddQuestion,
    AddStarterQuestions,
    EditQuestion,
    MoveQuestion,
    RemoveQuestions,
)

_WIDEST: Final = 900
_NUMBER: Final = 22


class QuestionsView(QWidget):
    """Shows questions; asks for commands."""

    #: A command, and whether an undo is to be offered with it.
    requested = Signal(object, bool)

    def __init__(self, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._rows: Sequence[QuestionRow] = ()
        self._asked: list[tuple[int, Named]] = []
        self._dialog: Dialog | None = None
        self._sheet: ScrollSheet | None = None
        self.fields: dict[int, GrowingField] = {}
        self._paper = Panel()
        self._paper.column.setContentsMargins(0, 0, 0, 0)
        self._places = QStackedWidget()
        self._places.addWidget(self._paper)
        self._places.addWidget(self._empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._places)

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "circle-help",
            _("No questions yet"),
            _("The questions that an application for a joint programme asks can be filled in here, one by one."),
        )
        offer(made, _("Put in the usual questions"), lambda: self.requested.emit(AddStarterQuestions(), False))
        return made

    def show_questions(self, rows: Sequence[QuestionRow]) -> None:
        """Show the questions as they are now; what is being typed stays."""
        self._rows = rows
        self._places.setCurrentIndex(0 if rows else 1)
        asked = [(row.id, row.question) for row in rows]
        if asked != self._asked:
            self.finish()
            self._asked = asked
            self._build()
        for row in rows:
            self.fields[row.id].set_value(row.answer)

    def finish(self) -> None:
        """Save what is being typed."""
        for field in self.fields.values():
            field.commit()

    def add(self) -> None:
        """Ask for a new question."""
        self._ask(None)

    def _build(self) -> None:
        if self._sheet is not None:
            self._paper.column.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        sheet = self._sheet = ScrollSheet(spacing=4)
        self.fields = {}
        for number, row in enumerate(self._rows):
            if number:
                sheet.column.addWidget(Rule())
            sheet.column.addLayout(self._head(number, row))
            field = self.fields[row.id] = GrowingField("answer", "")
            field.area.setPlaceholderText(_("Not answered yet"))
            field.editor.setAccessibleName(row.question.in_language(current().language))
            field.editor.setMaximumWidth(theme.current().space(_WIDEST))
            field.edited.connect(partial(self._answer, row.id))
            beneath = QHBoxLayout()
            beneath.addSpacing(theme.current().space(_NUMBER))
            beneath.addWidget(field)
            sheet.column.addLayout(beneath)
        sheet.column.addStretch(1)
        self._paper.column.addWidget(sheet)

    def _head(self, number: int, row: QuestionRow) -> QHBoxLayout:
        words = row.question.in_language(current().language)
        head = QHBoxLayout()
        count = Label(f"{number + 1}", Type.BODY, Weight.SEMIBOLD, Role.INK_FAINT, figures=True)
        count.setMinimumWidth(theme.current().space(_NUMBER + INSET))
        head.addWidget(count)
        head.addWidget(Label(words, Type.BODY, Weight.SEMIBOLD, wraps=True), 1)
        more = icon_button("ellipsis", _("Change, move or remove the question"))
        more.setAccessibleDescription(words)
        more.clicked.connect(partial(self._open_menu, row, more))
        head.addWidget(more)
        return head

    def _open_menu(self, row: QuestionRow, button: Button) -> None:
        menu = QMenu(self)
        menu.addAction(_("Change the question…")).triggered.connect(lambda: self._ask(row))
        ids = [each.id for each in self._rows]
        place = ids.index(row.id)
        if place:
            earlier = MoveQuestion(question=row.id, before=ids[place - 1])
            menu.addAction(_("Move up")).triggered.connect(lambda: self.requested.emit(earlier, False))
        if place + 1 < len(ids):
            later = MoveQuestion(question=row.id, before=ids[place + 2] if place + 2 < len(ids) else None)
            menu.addAction(_("Move down")).triggered.connect(lambda: self.requested.emit(later, False))
        remove = RemoveQuestions(questions=(row.id,))
        menu.addAction(_("Remove")).triggered.connect(lambda: self.requested.emit(remove, True))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _ask(self, row: QuestionRow | None) -> None:
        title = _("Add a question") if row is None else _("Change the question")
        dialog = self._dialog = Dialog(title, _("Add question") if row is None else _("Save the question"), self)
        for name, text in (
            ("name_sv", _("In Swedish")),
            ("name_nb", _("In Norwegian")),
            ("name_en", _("In English")),
        ):
            dialog.add(TextField(name, text))
            if row is not None:
                dialog.fields[name].set_value(getattr(row.question, name.removeprefix("name_")))
        dialog.check_with(
            lambda values: self._run(
                AddQuestion(fields=values) if row is None else EditQuestion(question=row.id, changes=values)
            )
        )
        dialog.open()

    def _answer(self, question: int, text: str) -> None:
        command = EditQuestion(question=question, changes={"answer": text}, is_typing=True)
        self.requested.emit(command, False)
