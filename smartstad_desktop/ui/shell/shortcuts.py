"""Which keys do what, from the same table that the menu is made from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFormLayout, QScrollArea, QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.phrases import current as phrases
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.shell.actions import ACTIONS


class Shortcuts(Dialog):
    """Which keys do what, from the same table that the menu is made from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Keyboard shortcuts"), _("Close"), parent)
        self.cancel_button.hide()
        rows = QWidget()
        form = QFormLayout(rows)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(40)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for spec in ACTIONS:
            if spec.keys:
                keys = QKeySequence(spec.keys).toString(QKeySequence.SequenceFormat.NativeText)
                form.addRow(Label(phrases().text(spec.text)), Label(keys, Type.BODY, Weight.SEMIBOLD, Role.INK_SOFT))
        area = QScrollArea()
        area.setWidget(rows)
        area.setWidgetResizable(True)
        area.setMinimumHeight(theme.current().space(420))
        self.body.addWidget(area)
