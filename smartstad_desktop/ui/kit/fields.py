"""Fields: a label, an editor, and the error beneath it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_box import CalmBox
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class Field(QWidget):
    """A label, an editor and room for an error. ``edited`` tells when the user has finished a change.

    ``name`` is the attribute of the draft and what an error's ``field`` parameter says.
    """

    #: Carries the new value.
    edited = Signal(object)

    def __init__(
        self, name: str, label: str, editor: QWidget, parent: QWidget | None = None, *, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.editor = editor
        self._hint = hint
        self.label = Label(label, Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        self.label.setBuddy(editor)
        self._below = Label(hint, Type.CAPTION, role=Role.INK_FAINT, wraps=True)
        editor.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space(4))
        if label:
            column.addWidget(self.label)
        column.addWidget(editor)
        column.addWidget(self._below)
        # Not before it belongs to the field: what has no parent is shown as a window.
        self._below.setVisible(bool(hint))

    def value(self) -> Any:
        """Return what the editor holds, in the type of the draft."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show *value* without telling."""
        raise NotImplementedError

    def show_error(self, text: str) -> None:
        """Show *text* at the field, or the hint again when it is empty."""
        self._below.setText(text or self._hint)
        self._below.set_role(Role.BAD if text else Role.INK_FAINT)
        self._below.setVisible(bool(text or self._hint))
        self.editor.setAccessibleDescription(text or self._hint)
        self.editor.setProperty("wrong", bool(text))
        style = self.editor.style()
        style.unpolish(self.editor)
        style.polish(self.editor)

    def set_hint(self, hint: str) -> None:
        """Say something else beneath the editor; an error that stands there stays."""
        shown, self._hint = self.error, hint
        if not shown:
            self._below.setText(hint)
            self._below.setVisible(bool(hint))
            self.editor.setAccessibleDescription(hint)

    @property
    def error(self) -> str:
        """Return the error that is shown, or nothing."""
        return self._below.text() if self._below.text() != self._hint else ""


class TextField(Field):
    """One line of text."""

    def __init__(self, name: str, label: str, *, hint: str = "", placeholder: str = "") -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        super().__init__(name, label, self.line, hint=hint)
        self.line.editingFinished.connect(self._finished)
        self._told = ""

    @override
    def value(self) -> str:
        """Return the text without the blanks around it."""
        return self.line.text().strip()

    @override
    def set_value(self, value: Any) -> None:
        """Show *value*."""
        self.line.setText("" if value is None else str(value))
        self._told = self.value()

    def _finished(self) -> None:
        if self.value() != self._told:
            self._told = self.value()
            self.edited.emit(self.value())


class LongTextField(Field):
    """Several lines of text; Tab goes to the next field."""

    def __init__(self, name: str, label: str, *, hint: str = "", lines: int = 4) -> None:
        self.area = _Area()
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(self.area.fontMetrics().lineSpacing() * lines + 18)
        super().__init__(name, label, self.area, hint=hint)
        self.area.left.connect(self._finished)
        self._told = ""

    @override
    def value(self) -> str:
        """Return the text without the blanks around it."""
        return self.area.toPlainText().strip()

    @override
    def set_value(self, value: Any) -> None:
        """Show *value*."""
        self.area.setPlainText("" if value is None else str(value))
        self._told = self.value()

    def _finished(self) -> None:
        if self.value() != self._told:
            self._told = self.value()
            self.edited.emit(self.value())


class _Area(QPlainTextEdit):
    """A text area that tells when the user leaves it."""

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        """Tell that the user is done here."""
        super().focusOutEvent(event)
        self.left.emit()


class ChoiceField(Field):
    """One of several values; each choice is a value and what it is called."""

    def __init__(self, name: str, label: str, choices: Sequence[tuple[Any, str]], *, hint: str = "") -> None:
        self.box = CalmBox()
        # Until something is chosen the box says so, instead of standing empty.
        self.box.setPlaceholderText(_("Choose…"))
        super().__init__(name, label, self.box, hint=hint)
        self._values: list[Any] = []
        self.set_choices(choices)
        self.box.activated.connect(self._chosen)

    def _chosen(self, _index: int) -> None:
        self.edited.emit(self.value())

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices; the chosen value stays chosen where it still exists."""
        chosen = self.value()
        self._values = [value for value, _text in choices]
        self.box.clear()
        self.box.addItems([text for _value, text in choices])
        self.set_value(chosen)

    @override
    def value(self) -> Any:
        """Return the chosen value, or None."""
        index = self.box.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    @override
    def set_value(self, value: Any) -> None:
        """Choose *value*; nothing is chosen when it is not among the choices."""
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else -1)


class CheckField(Field):
    """Yes or no."""

    def __init__(self, name: str, label: str, *, hint: str = "") -> None:
        self.check = QCheckBox(label)
        super().__init__(name, "", self.check, hint=hint)
        self.check.setAccessibleName(label)
        self.check.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        self.edited.emit(self.value())

    @override
    def value(self) -> bool:
        """Return whether it is on."""
        return self.check.isChecked()

    @override
    def set_value(self, value: Any) -> None:
        """Switch it on or off."""
        self.check.setChecked(bool(value))


def show_errors(fields: Iterable[Field], errors: Sequence[DomainError]) -> bool:
    """Show each error at the field it names and clear the others; return whether every error found a field."""
    by_field: dict[str, str] = {}
    for error in errors:
        by_field.setdefault(str(error.parameters.get("field", "")), trouble.sentence(error))
    known: set[str] = set()
    for field in fields:
        known.add(field.name)
        field.show_error(by_field.get(field.name, ""))
        if field.name in by_field:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
    return by_field.keys() <= known
