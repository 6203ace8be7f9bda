"""The dialog that holds fields, and the questions for files.

A dialog edits a draft and hands its values back; it knows no workspace. Errors appear at the field they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_fields import TypedField
from smartstad_desktop.ui.kit.fields import Field, show_errors
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class Dialog(QDialog):
    """A dialog with a title, fields, and one button that says what will happen.

    Open it with ``open()``. ``check`` looks at the values (a mapping from field names) and raises a ``DomainError``
    or hands them on; the dialog closes only when it does not raise. Esc and Cancel close it with nothing changed.
    Without *confirm* there is no such button: choosing something in the body closes the dialog.
    """

    #: Carries the values as a dictionary, after ``check`` had nothing against them.
    confirmed = Signal(object)

    def __init__(self, title: str, confirm: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.fields: dict[str, Field] = {}
        self._check: Callable[[dict[str, Any]], object] | None = None
        self.body = QVBoxLayout()
        self.body.setSpacing(14)
        self.trouble = Label("", Type.BODY, role=Role.BAD, wraps=True)
        self.trouble.hide()
        self.confirm_button = Button(confirm, ButtonKind.PRIMARY)
        self.confirm_button.setVisible(bool(confirm))
        self.confirm_button.setDefault(True)
        self.confirm_button.clicked.connect(self.confirm)
        self.cancel_button = Button(_("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.confirm_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(Label(title, Type.TITLE, Weight.BOLD, wraps=True))
        column.addLayout(self.body)
        column.addWidget(self.trouble)
        column.addStretch(1)
        column.addLayout(self.foot)
        self.setMinimumWidth(theme.current().space(460))

    def add(self, *fields: Field) -> None:
        """Put *fields* beneath each other."""
        for field in fields:
            self.fields[field.name] = field
            if isinstance(field, TypedField):
                field.show_frame()
            self.body.addWidget(field)

    def check_with(self, check: Callable[[dict[str, Any]], object]) -> None:
        """Let *check* refuse the values by raising a ``DomainError`` before the dialog closes."""
        self._check = check

    def values(self) -> dict[str, Any]:
        """Return what all fields hold."""
        return {name: field.value() for name, field in self.fields.items()}

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field; the buttons come last, as they are read."""
        super().showEvent(event)
        if event.spontaneous():
            return
        last = cast("QWidget", self.previousInFocusChain())
        if last is not self.cancel_button:
            QWidget.setTabOrder(last, self.cancel_button)
        QWidget.setTabOrder(self.cancel_button, self.confirm_button)
        if self.fields and not cast("QWidget | None", self.focusWidget()):
            next(iter(self.fields.values())).editor.setFocus(Qt.FocusReason.TabFocusReason)

    def confirm(self) -> None:
        """Hand the values on, or show at the field what is wrong with them."""
        show_errors(self.fields.values(), ())
        self.trouble.hide()
        values = self.values()
        try:
            if self._check is not None:
                self._check(values)
        except DomainError as error:
            self.refuse(error)
            return
        self.confirmed.emit(values)
        self.accept()

    def refuse(self, error: DomainError) -> None:
        """Show *error* at its field, or above the buttons when it has none."""
        if not show_errors(self.fields.values(), (error,)):
            self.trouble.setText(trouble.sentence(error))
            self.trouble.show()


class FileQuestions:
    """How the window asks for files; tests put their answers here."""

    open_paths: Callable[[QWidget | None, str, str, bool], tuple[Path, ...]] | None = None
    save_path: Callable[[QWidget | None, str, str, str], Path | None] | None = None
    folder: Callable[[QWidget | None, str], Path | None] | None = None


def ask_open_paths(
    parent: QWidget | None, title: str, pattern: str, then: Callable[[tuple[Path, ...]], None], *, several: bool = True
) -> None:
    """Ask for files that exist and call *then* with them; a cancelled question calls nothing.

    *pattern* is Qt's form: ``"Excel (*.xlsx *.xlsm)"``.
    """
    if FileQuestions.open_paths is not None:
        answer = FileQuestions.open_paths(parent, title, pattern, several)
        if answer:
            then(answer)
        return
    question = QFileDialog(parent, title, "", pattern)
    question.setFileMode(QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile)
    _open(question, lambda names: then(tuple(Path(name) for name in names)))


def ask_save_path(
    parent: QWidget | None, title: str, pattern: str, then: Callable[[Path], None], *, suggestion: str = ""
) -> None:
    """Ask where to write and call *then* with the path; a cancelled question calls nothing."""
    if FileQuestions.save_path is not None:
        answer = FileQuestions.save_path(parent, title, pattern, suggestion)
        if answer is not None:
            then(answer)
        return
    question = QFileDialog(parent, title, suggestion, pattern)
    question.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    question.setDefaultSuffix(Path(suggestion).suffix.lstrip("."))
    question.selectFile(suggestion)
    question.filterSelected.connect(partial(_follow_filter, question))
    _open(question, lambda names: then(Path(names[0])))


def _follow_filter(question: QFileDialog, chosen: str) -> None:
    """Give the name the ending of the kind of file that was chosen: ``JSON (*.json)`` makes it ``.json``."""
    found = re.search(r"\*(\.\w+)", chosen)
    if found:
        named = Path(question.selectedFiles()[0]).with_suffix(found[1])
        question.setDefaultSuffix(found[1][1:])
        question.selectFile(str(named))
        # Qt keeps its hands off the name while the field for it has the focus.
        for field in question.findChildren(QLineEdit, "fileNameEdit"):
            field.setText(named.name)


def ask_folder(parent: QWidget | None, title: str, then: Callable[[Path], None]) -> None:
    """Ask for a folder and call *then* with it; a cancelled question calls nothing."""
    if FileQuestions.folder is not None:
        answer = FileQuestions.folder(parent, title)
        if answer is not None:
            then(answer)
        return
    question = QFileDialog(parent, title)
    question.setFileMode(QFileDialog.FileMode.Directory)
    question.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(question, lambda names: then(Path(names[0])))


def _open(question: QFileDialog, then: Callable[[list[str]], None]) -> None:
    question.filesSelected.connect(then)
    question.finished.connect(question.deleteLater)
    question.open()
