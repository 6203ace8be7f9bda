"""The criteria of a round as tabs, with what each of the five steps means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartstad_desktop.reads.workshop.round_rules import RoundCriterion
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role


class CriterionTabs(QWidget):
    """One criterion at a time; hidden where a round has none."""

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criteria: tuple[RoundCriterion, ...] = ()
        self.key = ""
        self.chips = ChipRow(_("Criteria"), single=True)
        self.steps = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space(6))
        column.addWidget(self.chips)
        column.addWidget(self.steps)
        self.chips.picked.connect(self._pick)

    def show_criteria(self, criteria: Sequence[RoundCriterion]) -> None:
        """Show the criteria of a round; the one that was judged stays."""
        self._criteria = tuple(criteria)
        language = current().language
        self.chips.show_faces([ChipFace(each.key, each.name.in_language(language)) for each in criteria])
        if self.key not in {each.key for each in criteria}:
            self.key = criteria[0].key if criteria else ""
        self._show()
        self.setVisible(bool(criteria))

    def _pick(self, keys: object) -> None:
        chosen = cast("frozenset[str]", keys)
        self.key = next(iter(chosen), self.key)
        self._show()
        self.picked.emit()

    def _show(self) -> None:
        self.chips.set_keys(frozenset({self.key}))
        found = next((each for each in self._criteria if each.key == self.key), None)
        language = current().language
        told = {} if found is None else {step: name.in_language(language) for step, name in found.steps.items()}
        self.steps.setText(" · ".join(f"{step} {text}" for step, text in sorted(told.items()) if text))
        self.steps.setVisible(bool(told))
