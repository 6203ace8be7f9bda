"""The target vision above the goals: its lead text and its statements, to be read; a button opens them for writing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.reads.goals.goals import GoalsRead
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

_COLUMNS = 3
#: From this height of the page on there is room for the statements.
_HIGH = 620


class VisionStrip(Panel):
    """A sheet that can be folded to one line."""

    edit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.column.setContentsMargins(space(18), space(10), space(12), space(12))
        self.lead = Label("", Type.STRONG, Weight.SEMIBOLD, wraps=True)
        self.fold_button = icon_button("chevron-up", _("Fold the target vision"))
        self.edit_button = Button(_("Change the target vision"), ButtonKind.PLAIN, "pencil")
        self.fold_button.clicked.connect(self._toggle)
        self.edit_button.clicked.connect(self.edit_asked)
        head = QHBoxLayout()
        head.setSpacing(space(10))
        words = QVBoxLayout()
        words.setSpacing(space(2))
        words.addWidget(Label(_("Target vision"), Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT))
        words.addWidget(self.lead)
        head.addLayout(words, 1)
        head.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.body = QWidget()
        self._grid = QGridLayout(self.body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(26))
        self._grid.setVerticalSpacing(space(6))
        for number in range(_COLUMNS):
            self._grid.setColumnStretch(number, 1)
        self.column.addWidget(self.body)
        self._labels: list[QWidget] = []
        self._is_folded = False
        self._is_decided = False

    def show_vision(self, read: GoalsRead) -> None:
        """Show lead text and statements in the language of the window."""
        language = current().language
        lead = read.vision.in_language(language).strip()
        self.lead.setText(lead or _("Nobody has written yet how it shall be when the plan has been carried out."))
        self.lead.set_role(Role.INK if lead else Role.INK_SOFT)
        for widget in self._labels:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._labels = []
        for number, statement in enumerate(read.statements):
            text = Label(f"•  {statement.text.in_language(language)}", Type.BODY, role=Role.INK, wraps=True)
            text.setToolTip("".join(statement.source.split("<")))
            self._grid.addWidget(text, number // _COLUMNS, number % _COLUMNS, Qt.AlignmentFlag.AlignTop)
            self._labels.append(text)
        self._fold()

    def fit(self, height: int) -> None:
        """Leave the room to the goals where large text makes it scarce, until somebody folds or unfolds."""
        if not self._is_decided:
            self._is_folded = height < theme.current().space(_HIGH)
            self._fold()

    def _toggle(self) -> None:
        self._is_decided, self._is_folded = True, not self._is_folded
        self._fold()

    def _fold(self) -> None:
        self.body.setVisible(bool(self._labels) and not self._is_folded)
        self.fold_button.setVisible(bool(self._labels))
        self.fold_button.set_picture("chevron-down" if self._is_folded else "chevron-up")
        name = _("Unfold the target vision") if self._is_folded else _("Fold the target vision")
        self.fold_button.setAccessibleName(name)
        self.fold_button.setToolTip(name)
