"""A name in its languages; when it is changed in one of them the others are not left behind in silence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_fields import INSET, GrowingField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role

_LANGUAGES = (N_("Swedish"), N_("Norwegian"), N_("English"))


class NameRow(QWidget):
    """The fields of a name in Swedish, bokmål and English, and a line that tells where it is still another one."""

    def __init__(self, fields: Sequence[GrowingField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._written = ""
        self.note = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.everywhere = Button(_("Call it so in all languages"), ButtonKind.QUIET)
        self.everywhere.clicked.connect(self._copy)
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(theme.current().space(INSET), 0, 0, 0)
        row.addWidget(self.note, 1)
        row.addWidget(self.everywhere, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(FieldRow(*self._fields))
        column.addWidget(self._line)
        self._line.hide()
        for field in self._fields:
            field.edited.connect(partial(self._tell, field))
            field.area.textChanged.connect(self._look)

    def _tell(self, field: GrowingField, _value: object) -> None:
        """Say in which languages the name was not changed along."""
        if field.name.rpartition("_")[2] != current().language.value:
            self._look()
            return
        self._written = field.text().strip()
        others = [
            current().text(language).lower()
            for each, language in zip(self._fields, _LANGUAGES, strict=True)
            if each is not field and each.text().strip() not in {"", self._written}
        ]
        self._line.setVisible(bool(others))
        self.note.setText(_("Still another name in {languages}.", languages=_(" and ").join(others)))

    def _look(self) -> None:
        """Say nothing any more when another record is shown, or another name has been written."""
        own = next(each for each in self._fields if each.name.endswith(f"_{current().language.value}"))
        if own.text().strip() != self._written:
            self._line.hide()

    def _copy(self) -> None:
        self._line.hide()
        for field in self._fields:
            if field.text().strip() not in {"", self._written}:
                field.put(self._written)
                field.commit()
