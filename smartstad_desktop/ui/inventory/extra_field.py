"""The fields a municipality has of its own: names and values in two columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.fields import Field


class ExtraField(Field):
    """Pairs of a name and a value. The last pair is empty: what is typed there becomes a new field."""

    def __init__(self, name: str, label: str) -> None:
        self.grid_box = QWidget()
        self.grid = QGridLayout(self.grid_box)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(4)
        self.pairs: list[tuple[QLineEdit, QLineEdit]] = []
        self._held: dict[str, Any] = {}
        super().__init__(name, label, self.grid_box)

    @override
    def value(self) -> dict[str, Any]:
        """Return the pairs; a value that nobody touched keeps its type, and a pair without a name is left out."""
        found: dict[str, Any] = {}
        for name, value in self.pairs:
            key = name.text().strip()
            if key:
                held = self._held.get(key)
                found[key] = held if held is not None and _text(held) == value.text() else value.text().strip()
        return found

    @override
    def set_value(self, value: Any) -> None:
        """Show *value*, unless somebody is typing here."""
        if any(line.hasFocus() for pair in self.pairs for line in pair) and dict(value or {}) == self.value():
            return
        self._held = dict(value or {})
        wanted = [(key, _text(held)) for key, held in self._held.items()]
        if wanted != [(name.text(), held.text()) for name, held in self.pairs[:-1]]:
            self._rebuild(wanted)

    def _rebuild(self, wanted: list[tuple[str, str]]) -> None:
        for pair in self.pairs:
            for line in pair:
                self.grid.removeWidget(line)
                line.hide()
                line.deleteLater()
        self.pairs = []
        for key, held in (*wanted, ("", "")):
            self._add_pair(key, held)

    def _add_pair(self, key: str, held: str) -> None:
        name, value = QLineEdit(key), QLineEdit(held)
        name.setPlaceholderText(_("New field"))
        value.setPlaceholderText(_("Value"))
        for column, line in enumerate((name, value)):
            line.setProperty("calm", True)
            line.setCursorPosition(0)
            line.setAccessibleName(f"{line.placeholderText()} {key}".strip())
            line.editingFinished.connect(self._finished)
            self.grid.addWidget(line, len(self.pairs), column, Qt.AlignmentFlag.AlignTop)
        self.pairs.append((name, value))

    def _finished(self) -> None:
        if self.value() != self._held:
            self.edited.emit(self.value())


def _text(held: Any) -> str:
    return ", ".join(str(part) for part in held) if isinstance(held, list) else str(held)
