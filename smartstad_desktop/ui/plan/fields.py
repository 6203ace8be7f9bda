"""Fields that save themselves: when they are left, and two seconds after the last key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QGridLayout
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.programme.programme import NumberUnreadable
from smartstad_desktop.exchange.cells.money import THOUSANDS, amount
from smartstad_desktop.text.phrases import current
from smartstad_desktop.ui.kit.fields import Field, LongTextField, TextField, show_errors

#: So long after the last key what was typed is saved, also when the field is not left.
AUTOSAVE_MS: Final = 2000


class MoneyField(TextField):
    """An amount in thousands of kronor; ``1,2 mkr`` and ``90 000 kr`` are understood too. The value is in kronor."""

    def amount(self) -> int | None:
        """Return the amount in whole kronor, or None when the field is empty.

        Raises:
            NumberUnreadable: what is written is no amount.
        """
        text = self.value()
        if not text:
            return None
        found = amount(text, THOUSANDS)
        if found.issue is not None or not isinstance(found.value, int):
            raise NumberUnreadable(field=self.name, text=text)
        return found.value

    @override
    def set_value(self, value: Any) -> None:
        """Show an amount in kronor as thousands."""
        super().set_value(None if value is None else in_thousands(value))


def in_thousands(kronor: int) -> str:
    """Return an amount as it is typed: in thousands, with decimals only where they are needed."""
    decimals = 0 if kronor % 1000 == 0 else (1 if kronor % 100 == 0 else 3)
    return current().number(kronor / 1000, decimals)


class YearField(TextField):
    """A year, or nothing."""

    def year(self) -> int | None:
        """Return the year.

        Raises:
            NumberUnreadable: what is written is no number.
        """
        text = self.value()
        if text and not text.isdecimal():
            raise NumberUnreadable(field=self.name, text=text)
        return int(text) if text else None


def value_of(field: Field) -> Any:
    """Return what *field* holds in the type that commands take.

    Raises:
        FieldInvalid: what is written cannot be read.
    """
    if isinstance(field, MoneyField):
        return field.amount()
    return field.year() if isinstance(field, YearField) else field.value()


class SelfSaving(QObject):
    """Watches the fields of a form and says when one is to be saved.

    A field that holds unsaved text is not overwritten by what is read meanwhile.
    """

    #: Carries the field's name, its value, and whether the user may still be typing.
    save = Signal(str, object, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._shown: dict[str, Any] = {}
        self._timer = QTimer(self, interval=AUTOSAVE_MS, singleShot=True)
        self._timer.timeout.connect(self._save_typed)
        self._typing: str = ""
        #: What was refused stays in its field, with the reason, until it is written anew.
        self._refused: set[str] = set()

    def watch(self, *fields: Field) -> None:
        """Save *fields* from now on."""
        for field in fields:
            self.fields[field.name] = field
            field.edited.connect(partial(self._left, field.name))
            if isinstance(field, TextField):
                field.line.textEdited.connect(partial(self._note, field.name))
            elif isinstance(field, LongTextField):
                field.area.textChanged.connect(partial(self._note, field.name))

    def show(self, values: dict[str, Any], *, is_other: bool) -> None:
        """Show *values*; with ``is_other`` they belong to another record, and nothing typed is kept."""
        if is_other:
            self._rest()
            self._refused.clear()
        held = self._refused | {self._typing}
        for name, value in values.items():
            field = self.fields[name]
            if name in held:
                continue
            field.show_error("")
            if is_other or self._shown.get(name) != value:
                # Known before it is shown: what we write ourselves is nothing to save.
                self._shown[name] = value
                field.set_value(value)
                if isinstance(field, TextField):
                    # The beginning says more than the end when both do not fit.
                    field.line.setCursorPosition(0)
        self._shown = dict(values)

    def refuse(self, error: DomainError) -> bool:
        """Show *error* at its field, and return whether it has one here."""
        name = str(error.parameters.get("field", ""))
        if name not in self.fields:
            return False
        self._refused.add(name)
        return show_errors([self.fields[name]], (error,))

    def finish(self) -> None:
        """Save at once what has been typed."""
        if self._typing:
            self._save(self._typing, is_typing=False)

    def enable(self, *, is_open: bool) -> None:
        """Let the fields be changed, or only read."""
        for field in self.fields.values():
            field.setEnabled(is_open)

    def _left(self, name: str, _value: object) -> None:
        self._save(name, is_typing=False)

    def _note(self, name: str, _text: str = "") -> None:
        if self.fields[name].isEnabled() and self._differs(name):
            self._typing = name
            self._timer.start()

    def _differs(self, name: str) -> bool:
        try:
            return value_of(self.fields[name]) != self._shown.get(name)
        except DomainError:
            return True

    def _save_typed(self) -> None:
        if self._typing:
            self._save(self._typing, is_typing=True)

    def _save(self, name: str, *, is_typing: bool) -> None:
        field = self.fields[name]
        self._rest()
        try:
            value = value_of(field)
        except DomainError as error:
            if not is_typing:
                self.refuse(error)
            return
        field.show_error("")
        self._refused.discard(name)
        if value != self._shown.get(name):
            self._shown[name] = value
            self.save.emit(name, value, is_typing)

    def _rest(self) -> None:
        self._typing = ""
        self._timer.stop()


_COLUMNS: Final = 12


def lay_out(grid: QGridLayout, rows: Sequence[Sequence[tuple[Field, int]]]) -> None:
    """Put fields into *grid* line by line, each over so many of twelve columns."""
    for column in range(_COLUMNS):
        grid.setColumnStretch(column, 1)
    for line, fields in enumerate(rows):
        at = 0
        for field, span in fields:
            grid.addWidget(field, line, at, 1, span)
            at += span


def give_room(fields: Iterable[Field], times: float) -> None:
    """Make the long texts among *fields* so many times as high as they were made."""
    for field in fields:
        if isinstance(field, LongTextField):
            made = field.property("made_height") or field.area.height()
            field.setProperty("made_height", made)
            field.area.setFixedHeight(round(made * times))
