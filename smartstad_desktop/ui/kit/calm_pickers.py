"""Fields that are picked from menus: themes, municipalities, global goals, goals with their contribution."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QComboBox, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import INSET
from smartstad_desktop.ui.kit.chips import Chip, ChipFace, FlowLayout
from smartstad_desktop.ui.kit.fields import ChoiceField, Field
from smartstad_desktop.ui.kit.search_picks import MANY, SearchPicks

CONTRIBUTIONS: Final = {3: N_("3 directly"), 2: N_("2 clearly"), 1: N_("1 indirectly"), -1: N_("−1 works against")}
#: Longer names are cut in a chip; the menu and the tooltip have them in full.
_LONGEST: Final = 34


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return *text* as long as a chip can be; what is cut off is shown by dots."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


class CalmChoice(ChoiceField):
    """One of several values, without a frame until it is used."""

    def __init__(self, name: str, label: str, choices: Sequence[tuple[Any, str]], *, hint: str = "") -> None:
        super().__init__(name, label, choices, hint=hint)
        self.box.setProperty("calm", True)
        # Long names must not make the panel wider than it is.
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(6)
        self.label.setIndent(theme.current().space(INSET))


class Chips(QWidget):
    """A row of chips that breaks, as the editor of a field."""

    def __init__(self) -> None:
        super().__init__()
        self.flow = FlowLayout(self, gap=6)

    def clear(self) -> None:
        """Take all chips away."""
        while (item := self.flow.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.hide()
                chip.deleteLater()

    def add(self, face: ChipFace, tip: str = "") -> Chip:
        """Add a chip and return it."""
        chip = Chip(face, self, checkable=False)
        chip.setToolTip(tip)
        self.flow.addWidget(chip)
        chip.show()
        return chip

    @override
    def hasHeightForWidth(self) -> bool:
        """Say that fewer columns need more lines."""
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        """Return the height of all lines."""
        return self.flow.heightForWidth(width)


class _Picked(Field):
    """A field of chips; the last one opens a menu of what else there is."""

    def __init__(self, name: str, label: str, choices: Sequence[tuple[Hashable, str]], *, hint: str = "") -> None:
        self.chips = Chips()
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(theme.current().space(INSET), 2, 0, 2)
        inside.addWidget(self.chips)
        super().__init__(name, label, holder, hint=hint)
        self.label.setIndent(theme.current().space(INSET))
        self.choices = dict(choices)
        self.menu = QMenu(self)
        self._adder: Chip | None = None

    def offer(self, choices: Sequence[tuple[Hashable, str]]) -> None:
        """Let something else be chosen from now on; show a value anew afterwards."""
        self.choices = dict(choices)

    def _show(self, faces: Sequence[tuple[Hashable, str]]) -> None:
        self.chips.clear()
        for key, text in faces:
            short = shortened(text)
            chip = self.chips.add(ChipFace(key, short), text if short != text else "")
            chip.clicked.connect(partial(self._pressed, key, chip))
        self._adder = self.chips.add(ChipFace("+", _("Choose…") if not faces else _("Change…"), icon="plus"))
        self._adder.setAccessibleName(f"{self.label.text()}: {self._adder.text()}")
        self._adder.clicked.connect(partial(self._open, self._adder))
        self.chips.updateGeometry()

    def _pressed(self, _key: Hashable, chip: Chip) -> None:
        self._open(chip)

    def _open(self, chip: Chip) -> None:
        self.menu.clear()
        self.fill(self.menu)
        self.menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def fill(self, menu: QMenu) -> None:
        """Put what can be chosen into *menu*."""
        raise NotImplementedError


class PicksField(_Picked):
    """Several of many; the value is a frozen set."""

    def __init__(self, name: str, label: str, choices: Sequence[tuple[Hashable, str]], *, hint: str = "") -> None:
        super().__init__(name, label, choices, hint=hint)
        self._picked: frozenset[Hashable] = frozenset()
        #: Made when there is first something to search in.
        self.picks: SearchPicks | None = None
        self._show(())

    @override
    def value(self) -> frozenset[Hashable]:
        """Return what is picked."""
        return self._picked

    @override
    def set_value(self, value: Any) -> None:
        """Show *value*."""
        self._picked = frozenset(value or ())
        if self.picks is not None:
            self.picks.show_picked(self._picked)
        self._show([(key, text) for key, text in self.choices.items() if key in self._picked])

    @override
    def _open(self, chip: Chip) -> None:
        if len(self.choices) <= MANY:
            super()._open(chip)
            return
        if self.picks is None:
            self.picks = SearchPicks(self.label.text(), self)
            self.picks.toggled.connect(self.toggle)
        self.picks.offer(self.choices, self._picked, chip)

    @override
    def fill(self, menu: QMenu) -> None:
        """Offer everything, with a tick at what is picked."""
        for key, text in self.choices.items():
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key in self._picked)
            action.triggered.connect(partial(self.toggle, key))

    def toggle(self, key: Hashable, *_state: object) -> None:
        """Pick *key*, or let it go."""
        self.set_value(self._picked ^ {key})
        self.edited.emit(self._picked)


class LinksField(PicksField):
    """Records that can be gone to: a chip asks for its record, the last chip opens what else there is."""

    #: Carries the key of a record.
    asked_for = Signal(object)

    @override
    def _pressed(self, _key: Hashable, chip: Chip) -> None:
        self.asked_for.emit(_key)


class GoalsField(_Picked):
    """Goals with how much the project gives to each; the value is a mapping."""

    def __init__(self, name: str, label: str, choices: Sequence[tuple[int, str]]) -> None:
        super().__init__(name, label, choices)
        self._given: dict[int, int] = {}
        self._show(())

    @override
    def value(self) -> Mapping[int, int]:
        """Return the contribution per goal."""
        return dict(self._given)

    @override
    def set_value(self, value: Any) -> None:
        """Show *value*, the largest contribution first."""
        self._given = dict(value or {})
        order = list(self.choices)
        ranked = sorted(self._given, key=lambda goal: (-self._given[goal], order.index(goal)))
        self._show([(goal, f"{self.choices[goal]} {str(self._given[goal]).replace('-', '−')}") for goal in ranked])

    @override
    def _pressed(self, _key: Hashable, chip: Chip) -> None:
        self.menu.clear()
        self._fill_contributions(self.menu, int(str(_key)))
        self.menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    @override
    def fill(self, menu: QMenu) -> None:
        """Offer every goal, each with its contributions."""
        for goal, text in self.choices.items():
            given = self._given.get(int(str(goal)))
            suffix = "" if given is None else f"  ({str(given).replace('-', '−')})"
            self._fill_contributions(menu.addMenu(text.replace("&", "&&") + suffix), int(str(goal)))

    def _fill_contributions(self, menu: QMenu, goal: int) -> None:
        for contribution, text in CONTRIBUTIONS.items():
            action = menu.addAction(current().text(text))
            action.setCheckable(True)
            action.setChecked(self._given.get(goal) == contribution)
            action.triggered.connect(partial(self.give, goal, contribution))
        if goal in self._given:
            menu.addSeparator()
            menu.addAction(_("Does not contribute")).triggered.connect(partial(self.give, goal, 0))

    def give(self, goal: int, contribution: int, *_state: object) -> None:
        """Set what the project gives to *goal*; 0 takes it away."""
        given = {**self._given, goal: contribution}
        self.set_value({key: value for key, value in given.items() if value})
        self.edited.emit(self.value())
