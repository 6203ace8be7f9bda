"""Which of those that a round, the order or a what-if placed become measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from smartstad_desktop.domain.plan.plan import NothingChosen
from smartstad_desktop.reads.plan.placed import PlacedProject
from smartstad_desktop.reads.plan.plan_choices import PlacedChoice
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.fields import ChoiceField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.theme import Role


@dataclass(frozen=True, slots=True)
class Source:
    """Something that placed projects: what it is known by, what it is called, and what it placed."""

    key: Any
    name: str
    items: tuple[PlacedChoice, ...]


class PlacedDialog(Dialog):
    """A list with ticks, best first. What is in the plan already, or confidential, cannot be taken."""

    def __init__(self, title: str, sources: Sequence[Source], nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(title, _("Take as measures"), parent)
        self._sources = {source.key: source for source in sources}
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setMinimumHeight(theme.current().space(340))
        self.setMinimumWidth(theme.current().space(620))
        self.choice = ChoiceField("source", _("From"), [(source.key, source.name) for source in sources])
        self.choice.edited.connect(self._show)
        if len(sources) > 1:
            self.add(self.choice)
        if sources:
            self.choice.set_value(sources[0].key)
            self.body.addWidget(self.list)
            self._show()
        else:
            self.body.addWidget(Label(nothing, role=Role.INK_SOFT, wraps=True))
            self.confirm_button.setEnabled(False)
        self.check_with(self._refuse_nothing)

    @property
    def source(self) -> Any:
        """Return what the chosen source is known by."""
        return self.choice.value()

    def chosen(self) -> tuple[PlacedProject, ...]:
        """Return what is ticked, best first."""
        items = [self.list.item(number) for number in range(self.list.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in ticked)

    def _show(self, *_value: object) -> None:
        self.list.clear()
        for choice in self._sources[self.choice.value()].items:
            can_be_taken = not choice.is_there and not choice.placed.is_confidential
            item = QListWidgetItem(_told(choice), self.list)
            item.setData(Qt.ItemDataRole.UserRole, choice.placed)
            item.setCheckState(
                Qt.CheckState.Checked if can_be_taken and choice.placed.is_within_budget else Qt.CheckState.Unchecked
            )
            if not can_be_taken:
                item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _refuse_nothing(self, _values: dict[str, Any]) -> None:
        if not self.chosen():
            raise NothingChosen


def _told(choice: PlacedChoice) -> str:
    placed = choice.placed
    parts = [f"{placed.place}. {placed.title}", placed.band]
    if placed.cost:
        parts.append(current().short_money(placed.cost))
    if not placed.is_within_budget:
        parts.append(_("over the budget"))
    if choice.is_there:
        parts.append(_("in the plan already"))
    if placed.is_confidential:
        parts.append(_("confidential"))
    return " · ".join(part for part in parts if part)
