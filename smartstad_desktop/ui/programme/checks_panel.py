"""How the programme stands against its own rules: what is missing first, with the way to where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from smartstad_desktop.domain.programme.checks import RuleCheck
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.text.programme.checks import check_words
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.mending import MENDED
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.parts import Rule as ThinLine
from smartstad_desktop.ui.kit.theme import Role


class ChecksPanel(Panel):
    """A line for each rule; what is in place stands last, as a comfort."""

    #: Carries the ``PageTarget`` where something is mended.
    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setSpacing(0)
        self.column.addWidget(Label(_("What the programme has promised"), Type.STRONG, Weight.SEMIBOLD))
        self.column.addSpacing(theme.current().space(6))
        self.column.addStretch(1)
        self._lines: QWidget | None = None
        self._checks: Sequence[RuleCheck] = ()
        self._is_short = False

    def set_short(self, *, is_short: bool) -> None:
        """Count what is in place instead of telling it, where there is little room."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.show_checks(self._checks)

    def show_checks(self, checks: Sequence[RuleCheck]) -> None:
        """Show how each rule stands."""
        self._checks = checks
        met = sum(check.is_met for check in checks)
        if self._lines is not None:
            self.column.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = QWidget()
        inside = QVBoxLayout(self._lines)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        shown = [check for check in checks if not check.is_met or not self._is_short]
        for number, check in enumerate(sorted(shown, key=lambda check: check.is_met)):
            if number:
                inside.addWidget(ThinLine())
            inside.addWidget(self._line(check))
        if self._is_short and met:
            told = ngettext("{count} promise is kept.", "{count} promises are kept.", met)
            inside.addWidget(Label(told, role=Role.INK_SOFT, wraps=True))
        self.column.insertWidget(self.column.count() - 1, self._lines)

    def _line(self, check: RuleCheck) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(theme.current().space(12))
        sign = QLabel()
        face = ("circle-check", Role.GOOD) if check.is_met else ("triangle-alert", Role.ATTENTION)
        sign.setPixmap(icons.pixmap(*face, theme.current().space(20)))
        row.addWidget(sign)
        row.addWidget(Label(check_words(check), role=Role.INK_SOFT if check.is_met else Role.INK, wraps=True), 1)
        target = MENDED.get(check.rule)
        if not check.is_met and target is not None:
            button = Button(_("Go there"))
            button.setAccessibleDescription(check_words(check))
            button.clicked.connect(lambda: self.wanted.emit(target))
            row.addWidget(button)
        return line
