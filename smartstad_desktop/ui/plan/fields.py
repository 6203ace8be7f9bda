"""Fields of the plan: amounts in thousands, years, and how a field looks that can only be read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QPlainTextEdit, QTextEdit
from typing_extensions import override

from smartstad_desktop.domain.programme.programme import NumberUnreadable
from smartstad_desktop.text.phrases import current
from smartstad_desktop.ui.kit.calm_fields import LineField
from smartstad_desktop.ui.kit.fields import Field
from smartstad_desktop.ui.kit.parts import Type, text_font


class ThousandsField(LineField):
    """An amount in thousands of kronor; ``1,2 mkr`` and ``90 000 kr`` are understood too. The value is in kronor."""

    def __init__(self, name: str, label: str, *, hint: str = "") -> None:
        super().__init__(name, label, hint=hint)
        self.line.setFont(text_font(Type.BODY, figures=True))

    @override
    def parse(self, text: str) -> int | None:
        """Return the amount in whole kronor, or None when the field is empty."""
        return thousands(self.name, text)

    @override
    def shown(self, value: Any) -> str:
        """Return an amount in kronor as thousands."""
        return "" if value is None else in_thousands(value)


def thousands(name: str, text: str) -> int | None:
    """Return what is written as thousands in whole kronor, or None when nothing is.

    Raises:
        NumberUnreadable: what is written is no amount.
    """
    from smartstad_desktop.exchange.cells.money import THOUSANDS, amount  # noqa: PLC0415  what reads lists is loaded when it is needed

    if not text.strip():
        return None
    found = amount(text, THOUSANDS)
    if found.issue is not None or not isinstance(found.value, int):
        raise NumberUnreadable(field=name, text=text.strip())
    return found.value


def in_thousands(kronor: int) -> str:
    """Return an amount as it is typed: in thousands, with decimals only where they are needed."""
    decimals = 0 if kronor % 1000 == 0 else (1 if kronor % 100 == 0 else 3)
    return current().number(kronor / 1000, decimals)


class YearField(LineField):
    """A year, or nothing."""

    @override
    def parse(self, text: str) -> int | None:
        """Return the year."""
        plain = text.strip()
        if plain and not plain.isdecimal():
            raise NumberUnreadable(field=self.name, text=plain)
        return int(plain) if plain else None


def open_fields(fields: Iterable[Field], *, is_open: bool) -> None:
    """Let fields be changed, or only read: text that can be read can also be copied."""
    for field in fields:
        editor = field.editor
        if isinstance(editor, QLineEdit | QPlainTextEdit | QTextEdit):
            editor.setReadOnly(not is_open)
            if isinstance(editor, QAbstractScrollArea):
                editor.setTabChangesFocus(True)
        else:
            editor.setEnabled(is_open)
